// SPDX-License-Identifier: MIT
#include "cli/judge_pdf.h"

#include "preflight/load_preflight.h"
#include "rules/judge.h"

namespace handbill::cli {
namespace {

/// What its colours are mixed in, where that is not ink.
std::string alien_blend_space(const preflight::Inspected& file) {
  for (const std::string& space : file.blend_spaces) {
    const bool is_ink =
        space.ends_with("CMYK") || space.ends_with("Gray") || space.ends_with("gray");
    if (!is_ink) return space;
  }
  return {};
}

/// What the file breaks of a check that only its structure shows; empty: nothing.
std::string fault(std::string_view check, const preflight::Inspected& file,
                  preflight::Standard wanted) {
  if (check == "standard") {
    if (file.claims == "PDF/X-4" || wanted == preflight::Standard::X1a2003) return {};
    return file.claims.empty() ? "the file does not say that it is PDF/X-4"
                               : "the file says that it is `" + file.claims + "`, not PDF/X-4";
  }
  if (check == "output-intent") {
    if (file.intent_colors == 0) return "the file has no output intent";
    return file.intent_colors == 4 ? "" : "the output intent is not for CMYK";
  }
  if (check == "blend-space") {
    const std::string space = alien_blend_space(file);
    return space.empty() ? "" : "transparency is mixed in " + space;
  }
  if (check == "hidden-layers" && !file.hidden_layers.empty()) {
    return "the layer `" + file.hidden_layers.front() + "` is hidden";
  }
  return {};
}

}  // namespace

preflight::Standard preflight_standard(document::Standard standard) {
  switch (standard) {
    case document::Standard::X1a2003:
      return preflight::Standard::X1a2003;
    case document::Standard::X4:
      return preflight::Standard::X4;
    case document::Standard::None:
      break;
  }
  return preflight::Standard::None;
}

namespace {

void judge_declarations(const preflight::Inspected& file, const rules::RuleSet& rules,
                        preflight::Standard wanted, diag::Diagnostics& diags) {
  for (const char* check : {"standard", "output-intent", "blend-space", "hidden-layers"}) {
    const rules::Rule* rule = rules.find(check);
    std::string message = rule == nullptr ? "" : fault(check, file, wanted);
    if (message.empty()) continue;
    diag::Diagnostic finding{diag::DiagnosticId::PressRule, rule->severity, std::move(message)};
    finding.rule = {rule->id, rule->source};
    diags.add(std::move(finding));
  }
}

}  // namespace

std::optional<preflight::Inspected> judge_file(const PdfFile& pdf, const Measure& measure,
                                               diag::Diagnostics& diags) {
  preflight::InspectOptions options{.standard = measure.standard};
  if (pdf.bytes.empty()) options.path = pdf.path;
  // Without rules the pages' objects are of no use.
  std::optional<rules::PageJudge> judge;
  if (measure.rules) judge.emplace(*measure.rules);
  options.each_page = [&](const plates::Print& print) {
    if (judge) judge->add_page(print);
  };
  auto file = preflight::inspect_file(pdf.bytes, options, diags);
  if (!file) return std::nullopt;
  judge_expected(measure.expected, *file, pdf.bytes, diags);
  if (!judge) return file;
  judge_declarations(*file, *measure.rules, measure.standard.value_or(preflight::Standard::None),
                     diags);
  judge->tell(diags);
  return file;
}

void judge_written(const std::string& name, const std::string& bytes, const document::Shop& shop,
                   diag::Diagnostics& diags) {
  if (shop.standard == document::Standard::None) return;
  diag::Diagnostics found;
  // The rules of the shop have judged the pages; here it is the file.
  preflight::inspect_file(
      bytes,
      {.standard = preflight_standard(shop.standard), .pictures = preflight::Pictures::Facts},
      found);
  for (diag::Diagnostic each : found.list()) {
    each.message = name + ": " + each.message;
    diags.add(std::move(each));
  }
}

}  // namespace handbill::cli
