// SPDX-License-Identifier: MIT
#include "build/read_pack.h"

#include <algorithm>
#include <utility>

#include "build/waiver_places.h"
#include "spec/ready_rules.h"

namespace handbill::build {

namespace {

std::shared_ptr<ReadPack> read_pack(const std::string& name, diag::Span asked_at, Run& run,
                                    diag::Diagnostics& diags) {
  const manifest::FilesAside files(run.files);
  if (auto ready = spec::find_ready(spec::ready_folders(), name, files)) {
    return std::make_shared<ReadPack>(ReadPack{prose::RulePack(name, std::move(*ready))});
  }
  auto written = spec::parse_rules(files, name, asked_at, run.sources, diags);
  if (!written) return nullptr;
  auto pack = std::make_shared<ReadPack>(ReadPack{prose::RulePack(name, *written)});
  pack->rules.read_all(diags);
  pack->written = std::move(written);
  return pack;
}

}  // namespace

ReadPack* find_pack(const std::string& name, diag::Span asked_at, Run& run,
                    diag::Diagnostics& diags) {
  const auto [known, is_new] = run.packs.try_emplace(name);
  if (is_new) known->second = read_pack(name, asked_at, run, diags);
  return known->second.get();
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
