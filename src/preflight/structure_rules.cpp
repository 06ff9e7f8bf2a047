// SPDX-License-Identifier: MIT
#include "preflight/structure_rules.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace handbill::preflight {
namespace {

constexpr const char* kExport = "export the file again as PDF/X, from the program it was made in";

constexpr std::array kRules = {
    StructureRule{"pdfx-file", "6.1", "6.1", "the file is a sound PDF of its version",
                  "write the file anew; transfer it as binary, not as text"},
    StructureRule{"pdfx-version", "6.1", "6.1",
                  "nothing newer than PDF 1.6 (X-4) or PDF 1.4 (X-1a)", kExport},
    StructureRule{"pdfx-claim", "6.11", "6.7", "the file says which PDF/X it is", kExport},
    StructureRule{"pdfx-metadata", "6.11", "", "XMP metadata name and date the file", kExport},
    StructureRule{"pdfx-title", "6.11", "6.7", "the file has a title", "give the document a title"},
    StructureRule{"pdfx-dates", "6.11", "6.7", "the file says when it was made and changed",
                  kExport},
    StructureRule{"pdfx-metadata-agree", "6.11", "6.7",
                  "document information and XMP metadata say the same", kExport},
    StructureRule{"pdfx-id", "6.11", "6.7", "the trailer has a file identifier", kExport},
    StructureRule{"pdfx-trapped", "6.9", "6.6", "the file says whether it is trapped",
                  "state `Trapped` as True or False; Unknown will not do"},
    StructureRule{"pdfx-output-intent", "6.4", "6.2",
                  "exactly one output intent of PDF/X names the printing condition",
                  "choose the printing condition (output intent) when exporting"},
    StructureRule{"pdfx-output-profile", "6.4", "6.2",
                  "the output intent brings the ICC profile of a printing condition",
                  "embed the printer's output profile (class `prtr`)"},
    StructureRule{"pdfx-boxes", "6.12", "6.8",
                  "each page has a TrimBox or an ArtBox, and boxes lie inside each other",
                  "set the trimmed size and bleed of the page; see PDF 1.7, 14.11.2"},
    StructureRule{"pdfx-fonts", "6.5", "6.3", "every font that paints is embedded",
                  "embed the font, or turn the text into outlines"},
    StructureRule{"pdfx-font-programs", "6.5", "6.3", "font programs are whole and sound",
                  "export the file again; if that does not help, install the font anew"},
    StructureRule{"pdfx-glyphs", "6.5", "6.3", "fonts have every glyph that is shown",
                  "set the text in a font that has its letters, and embed that"},
    StructureRule{"pdfx-widths", "6.5", "6.3", "glyphs are as wide in the font as the file says",
                  kExport},
    StructureRule{
        "pdfx-color", "6.4", "6.2",
        "only CMYK, gray and spot inks (X-1a); device colours only as the output intent has them "
        "(X-4)",
        "convert the colour to that of the output intent, or tag it with an ICC profile "
        "(X-4)"},
    StructureRule{"pdfx-profiles", "6.4", "", "the ICC profiles of colour spaces are whole",
                  "export the file again, with profiles that are sound"},
    StructureRule{"pdfx-spot", "6.4", "6.2",
                  "a spot ink has one name and one colour that stands in",
                  "give the ink the same definition in every picture and page"},
    StructureRule{"pdfx-transparency", "", "6.16", "nothing is transparent",
                  "flatten transparency, or hand over PDF/X-4"},
    StructureRule{"pdfx-layers", "6.24", "6.1",
                  "no optional content (X-1a), no layers that switch by themselves (X-4)",
                  "remove the layers that do not print"},
    StructureRule{"pdfx-compression", "6.8", "6.5", "no LZW; in X-1a no JBIG2 and JPEG 2000 either",
                  "use Flate or JPEG"},
    StructureRule{"pdfx-complete", "6.7", "6.4",
                  "all that prints is in the file: no references, OPI, alternates",
                  "place the picture itself, in full resolution"},
    StructureRule{"pdfx-resources", "6.1", "6.1", "names that content uses stand for something",
                  kExport},
    StructureRule{"pdfx-postscript", "6.14", "6.10", "no PostScript", kExport},
    StructureRule{"pdfx-graphics-state", "6.13", "6.9",
                  "no transfer functions; halftones of type 1 or 5, without names",
                  "leave transfer curves and screening to the printer"},
    StructureRule{"pdfx-operators", "6.19", "6.1",
                  "content has only operators that PDF defines, each with its operands", kExport},
    StructureRule{"pdfx-encryption", "6.15", "6.11", "the file is not encrypted",
                  "save it without a password"},
    StructureRule{"pdfx-annotations", "6.17", "6.13",
                  "annotations lie outside of the bleed, printer's marks apart",
                  "remove comments, links and fields, or move them off the page"},
    StructureRule{"pdfx-actions", "6.18", "6.14", "no actions and no JavaScript",
                  "remove links, buttons and scripts"},
    StructureRule{"pdfx-forms", "6.26", "6.13", "no XFA form", "flatten the form"},
};

/// Breaks of these keep a file from printing, whatever its standard.
constexpr std::array<std::string_view, 6> kDamage = {"pdfx-file",      "pdfx-font-programs",
                                                     "pdfx-glyphs",    "pdfx-profiles",
                                                     "pdfx-resources", "pdfx-operators"};

/// "PDF/X-4, ISO 15930-7:2010, 6.5"; empty: no rule of the standard.
std::string clause_of(const StructureRule& rule, Claims standard) {
  const auto at = [](const char* name, std::string_view clause) {
    return clause.empty() ? "" : std::string(name) + std::string(clause);
  };
  if (standard.has(Claim::X4)) return at("PDF/X-4, ISO 15930-7:2010, ", rule.x4);
  if (standard.has(Claim::X1a2003)) return at("PDF/X-1a, ISO 15930-4:2003, ", rule.x1a);
  const bool is_damage = std::ranges::find(kDamage, rule.id) != kDamage.end();
  return is_damage ? "PDF 1.7, ISO 32000-1:2008" : "";
}

}  // namespace

std::span<const StructureRule> structure_rules() { return kRules; }

std::optional<diag::Diagnostic> Findings::make(std::string_view rule, std::string message,
                                               diag::Severity severity) const {
  const auto* found = std::ranges::find(kRules, rule, &StructureRule::id);
  HANDBILL_CHECK(found != kRules.end(), "an unknown rule of PDF/X");
  const std::string clause = clause_of(*found, standard_);
  if (clause.empty()) return std::nullopt;
  diag::Diagnostic finding;
  finding.id = diag::DiagnosticId::PressRule;
  finding.severity = severity;
  finding.message = std::move(message);
  finding.hints = {std::string(found->hint)};
  finding.rule = {std::string(found->id), clause + ": " + std::string(found->text)};
  return finding;
}

void Findings::add(std::string_view rule, const std::string& message,
                   std::optional<diag::PageArea> area, diag::Severity severity) {
  auto finding = make(rule, message, severity);
  if (!finding) return;
  finding->area = area;
  causes_.add(std::move(*finding), message);
}

void Findings::add(std::string_view rule, const std::string& message, const Use& use) {
  std::size_t left = use.times;
  for (const diag::PageArea& place : use.places) {
    auto finding = make(rule, message, diag::Severity::Error);
    if (!finding) return;
    finding->area = place;
    const bool is_last = &place == &use.places.back();
    causes_.add(std::move(*finding), message, is_last ? left : 1);
    --left;
  }
}

}  // namespace handbill::preflight
