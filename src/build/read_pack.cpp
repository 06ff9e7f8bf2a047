// SPDX-License-Identifier: MIT
#include "build/read_pack.h"

#include <algorithm>
#include <utility>

#include "build/waiver_places.h"
#include "spec/ready_rules.h"

namespace handbill::build {

std::optional<ReadPack> read_pack(const std::string& name, diag::Span asked_at, Run& run,
                                  diag::Diagnostics& diags) {
  const manifest::FilesAside files(run.files);
  if (auto ready = spec::find_ready(spec::ready_folders(), name, files)) {
    return ReadPack{prose::RulePack(name, std::move(*ready))};
  }
  auto written = spec::parse_rules(files, name, asked_at, run.sources, diags);
  if (!written) return std::nullopt;
  ReadPack pack{prose::RulePack(name, *written), std::move(written)};
  pack.rules.read_all(diags);
  return pack;
}

diag::Diagnostics waived(const Compiled& compiled, const rules::WaiverDay& day,
                         const std::vector<rules::KnownRule>& judged,
                         const diag::SourceMap& sources, const diag::Diagnostics& found) {
  std::vector<document::Waiver> waivers;
  for (const document::Waiver& each : compiled.document->waivers) {
    const auto known = std::ranges::find(judged, each.rule, &rules::KnownRule::id);
    if (known != judged.end()) waivers.push_back(each);
  }
  if (waivers.empty()) return found;
  return rules::waive(waivers, day, {judged, {}}, waiver_places(*compiled.content, sources), found);
}

}  // namespace handbill::build
