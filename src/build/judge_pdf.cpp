// SPDX-License-Identifier: MIT
#include "build/judge_pdf.h"

#include <utility>

#include "build/pdf_work.h"
#include "diag/open_file.h"

namespace handbill::build {
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
std::string fault(std::string_view check, const preflight::Inspected& file, Claims wanted) {
  if (check == "standard") {
    if (file.pdfx == "PDF/X-4" || wanted.has(Claim::X1a2003)) return {};
    return file.pdfx.empty() ? "the file does not say that it is PDF/X-4"
                             : "the file says that it is `" + file.pdfx + "`, not PDF/X-4";
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

void judge_declarations(const preflight::Inspected& file, const rules::RuleSet& rules,
                        Claims wanted, diag::Diagnostics& diags) {
  for (const char* check : {"standard", "output-intent", "blend-space", "hidden-layers"}) {
    const rules::Rule* rule = rules.find(check);
    std::string message = rule == nullptr ? "" : fault(check, file, wanted);
    if (message.empty()) continue;
    diag::Diagnostic finding{diag::DiagnosticId::PressRule, rule->severity, std::move(message)};
    finding.rule = {rule->id, rule->source};
    diags.add(std::move(finding));
  }
}

void add_all(std::vector<diag::Diagnostic> found, diag::Diagnostics& diags) {
  for (diag::Diagnostic& each : found) diags.add(std::move(each));
}

}  // namespace

std::optional<preflight::Inspected> judge_file(const PdfFile& pdf, const Measure& measure,
                                               confined::Reader& reader, diag::Diagnostics& diags) {
  const diag::OpenFile file =
      pdf.bytes.empty() ? diag::OpenFile(pdf.path) : diag::OpenFile::of_descriptor(-1);
  PdfResult result =
      ask_about_pdf(reader, {pdf.bytes, file.descriptor()},
                    {.standard = measure.standard, .tags = measure.tags, .rules = measure.rules});
  if (const auto* harm = std::get_if<confined::Outcome>(&result)) {
    report_harm(*harm, diags);
    return std::nullopt;
  }
  auto& answer = std::get<PdfAnswer>(result);
  add_all(std::move(answer.found), diags);
  if (!answer.inspected) return std::nullopt;
  judge_expected(measure.expected, *answer.inspected, pdf.bytes, diags);
  if (measure.rules) {
    judge_declarations(*answer.inspected, *measure.rules, measure.standard.value_or(Claims()),
                       diags);
    add_all(std::move(answer.by_rules), diags);
  }
  return std::move(answer.inspected);
}

void judge_written(const std::string& name, const std::string& bytes, const document::Shop& shop,
                   confined::Reader& reader, diag::Diagnostics& diags) {
  if (shop.standard.empty()) return;
  diag::Diagnostics found;
  // The rules of the shop have judged the pages; here it is the file. Its tags are no matter of a
  // press: what is wrong with their words was told of the words.
  PdfResult result = ask_about_pdf(reader, {bytes},
                                   {.standard = shop.standard,
                                    .also_claimed = true,
                                    .pictures = preflight::Pictures::Facts,
                                    .tags = preflight::Tags::Leave});
  if (const auto* harm = std::get_if<confined::Outcome>(&result)) report_harm(*harm, found);
  if (auto* answer = std::get_if<PdfAnswer>(&result)) add_all(std::move(answer->found), found);
  for (diag::Diagnostic each : found.list()) {
    each.message = name + ": " + each.message;
    diags.add(std::move(each));
  }
}

}  // namespace handbill::build
