// SPDX-License-Identifier: MIT
// Any bytes as a PDF: judged by PDF/X and by the rules of a shop, or refused with one diagnostic;
// and a copy that has the findings on it.
#include <cmath>

#include "diag/render.h"
#include "fuzz/support/project.h"
#include "fuzz/support/target.h"
#include "manifest/manifest.h"
#include "pdf/document_information.h"
#include "preflight/annotate.h"
#include "preflight/inspect.h"
#include "rules/judge.h"
#include "spec/rules_spec.h"

namespace {

using namespace handbill;
using fuzz::require;

rules::RuleSet read_rules() {
  const diag::MemoryFiles files(fuzz::shared_files());
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = spec::parse_rules(files, "gwg-2022", {}, sources, diags);
  auto set = rules::resolve(pack.value(), {"sheetfed-cmyk"}, {}, {}, diags);
  return std::move(set.value());
}

void check(const plates::Print& print) {
  for (const auto& page : print.pages) {
    for (const auto& object : page.objects) {
      require(std::isfinite(object.bounds.width.pt()) && std::isfinite(object.paint.sum()));
      require(object.paint.named.size() == object.paint.amounts.size());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  constexpr Claims kStandards[] = {Claim::X4, Claims(), Claim::X1a2003};
  if (size > kMaxSize) return 0;
  static const rules::RuleSet kRules = read_rules();
  const std::string bytes = fuzz::as_bytes(data, size);
  rules::PageJudge judge(kRules);
  diag::Diagnostics findings;
  preflight::InspectOptions options{.standard = kStandards[size % std::size(kStandards)]};
  options.tags = preflight::Tags::Judge;
  options.each_page = [&](const plates::Print& print) {
    check(print);
    judge.add_page(print);
  };
  manifest::read_manifest(bytes, pdf::kXmpNamespace);
  if (!preflight::inspect(bytes, options, findings)) {
    require(findings.error_count() == 1);
    return 0;
  }
  judge.tell(findings);
  // Messages quote any bytes; what is printed of them is text.
  const diag::SourceMap sources;
  require(!find_invalid_utf8(diag::render(findings, sources, diag::Paint::Plain)));
  require(!find_invalid_utf8(diag::render_json(findings, sources)));
  diag::Diagnostics failed;
  const auto copy = preflight::annotate(bytes, findings, failed);
  require(copy.has_value() != failed.has_errors());
  return 0;
}
