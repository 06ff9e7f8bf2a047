// SPDX-License-Identifier: MIT
#include "preflight/structure_rules.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace handbill::preflight {
namespace {

constexpr const char* kExport = "export the file again as PDF/X, from the program it was made in";

constexpr const char* kArchive =
    "export the file again as PDF/A-2, from the program it was made in";
constexpr const char* kAccess =
    "export the file again as a tagged PDF (PDF/UA), from the program it was made in";

constexpr std::array kRules = {
    StructureRule{"pdfx-file", "6.1", "6.1", "the file is a sound PDF of its version",
                  "write the file anew; transfer it as binary, not as text", "6.1", "6.1"},
    StructureRule{"pdfx-version", "6.1", "6.1",
                  "nothing newer than PDF 1.6 (X-4) or PDF 1.4 (X-1a)", kExport, "6.1.2", ""},
    StructureRule{"pdfx-claim", "6.11", "6.7", "the file says which PDF/X it is", kExport},
    StructureRule{"pdfx-metadata", "6.11", "", "XMP metadata name and date the file", kExport,
                  "6.6.2.1", "7.1"},
    StructureRule{"pdfx-title", "6.11", "6.7", "the file has a title", "give the document a title",
                  "", "7.1"},
    StructureRule{"pdfx-dates", "6.11", "6.7", "the file says when it was made and changed",
                  kExport},
    StructureRule{"pdfx-metadata-agree", "6.11", "6.7",
                  "document information and XMP metadata say the same", kExport},
    StructureRule{"pdfx-id", "6.11", "6.7", "the trailer has a file identifier", kExport, "6.1.3",
                  ""},
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
                  "embed the font, or turn the text into outlines", "6.2.11.4.1", "7.21.4.1"},
    StructureRule{"pdfx-font-programs", "6.5", "6.3", "font programs are whole and sound",
                  "export the file again; if that does not help, install the font anew", "6.2.11.2",
                  "7.21.2"},
    StructureRule{"pdfx-glyphs", "6.5", "6.3", "fonts have every glyph that is shown",
                  "set the text in a font that has its letters, and embed that", "6.2.11.4.1",
                  "7.21.4.1"},
    StructureRule{"pdfx-widths", "6.5", "6.3", "glyphs are as wide in the font as the file says",
                  kExport, "6.2.11.5", "7.21.5"},
    StructureRule{
        "pdfx-color", "6.4", "6.2",
        "only CMYK, gray and spot inks (X-1a); device colours only as the output intent has them "
        "(X-4)",
        "convert the colour to that of the output intent, or tag it with an ICC profile "
        "(X-4)",
        "6.2.4.3", ""},
    StructureRule{"pdfx-profiles", "6.4", "", "the ICC profiles of colour spaces are whole",
                  "export the file again, with profiles that are sound", "6.2.4.2", ""},
    StructureRule{"pdfx-spot", "6.4", "6.2",
                  "a spot ink has one name and one colour that stands in",
                  "give the ink the same definition in every picture and page", "6.2.4.4", ""},
    StructureRule{"pdfx-transparency", "", "6.16", "nothing is transparent",
                  "flatten transparency, or hand over PDF/X-4"},
    StructureRule{"pdfx-layers", "6.24", "6.1",
                  "no optional content (X-1a), no layers that switch by themselves (X-4)",
                  "remove the layers that do not print", "6.9", ""},
    StructureRule{"pdfx-compression", "6.8", "6.5", "no LZW; in X-1a no JBIG2 and JPEG 2000 either",
                  "use Flate or JPEG", "6.1.7.2", ""},
    StructureRule{"pdfx-complete", "6.7", "6.4",
                  "all that prints is in the file: no references, OPI, alternates",
                  "place the picture itself, in full resolution", "6.2.9", ""},
    StructureRule{"pdfx-resources", "6.1", "6.1", "names that content uses stand for something",
                  kExport, "6.2.2", ""},
    StructureRule{"pdfx-postscript", "6.14", "6.10", "no PostScript", kExport, "6.2.9", ""},
    StructureRule{"pdfx-graphics-state", "6.13", "6.9",
                  "no transfer functions; halftones of type 1 or 5, without names",
                  "leave transfer curves and screening to the printer", "6.2.5", ""},
    StructureRule{"pdfx-operators", "6.19", "6.1",
                  "content has only operators that PDF defines, each with its operands", kExport,
                  "6.2.2", ""},
    StructureRule{"pdfx-encryption", "6.15", "6.11", "the file is not encrypted",
                  "save it without a password", "6.1.3", ""},
    StructureRule{"pdfx-annotations", "6.17", "6.13",
                  "annotations lie outside of the bleed, printer's marks apart",
                  "remove comments, links and fields, or move them off the page"},
    StructureRule{"pdfx-actions", "6.18", "6.14", "no actions and no JavaScript",
                  "remove links, buttons and scripts", "6.5.1", ""},
    StructureRule{"pdfa-claim", "", "", "the file says which PDF/A it is", kArchive, "6.6.4"},
    StructureRule{"pdfa-extensions", "", "",
                  "properties that PDF/A does not know are described in the metadata", kArchive,
                  "6.6.2.3.1"},
    StructureRule{"pdfa-output-intent", "", "",
                  "an output intent of PDF/A brings an ICC profile, the same as others do",
                  "embed the profile of the press or screen the colours are made for", "6.2.3"},
    StructureRule{"pdfa-tags", "", "", "level A: the file is tagged", kArchive, "6.7.2.2"},
    StructureRule{"pdfua-claim", "", "", "the file says that it is PDF/UA-1", kAccess, "", "5"},
    StructureRule{"pdfua-title-shown", "", "", "readers show the title of the file, not its name",
                  "set `DisplayDocTitle` in the viewer preferences", "", "7.1"},
    StructureRule{"pdfua-tags", "", "", "the file is tagged, and no tag is suspect", kAccess, "",
                  "7.1"},
    StructureRule{"pdfua-language", "", "", "the file says in which language it is",
                  "set the language of the document", "", "7.2"},
    StructureRule{"pdfx-forms", "6.26", "6.13", "no XFA form", "flatten the form", "6.4.2", "7.15"},
};

/// Breaks of these keep a file from printing, whatever its standard.
constexpr std::array<std::string_view, 6> kDamage = {"pdfx-file",      "pdfx-font-programs",
                                                     "pdfx-glyphs",    "pdfx-profiles",
                                                     "pdfx-resources", "pdfx-operators"};

/// A rule as one standard has it.
struct Clause {
  std::string id;
  std::string text;  ///< "PDF/X-4, ISO 15930-7:2010, 6.5"
};

/// "pdfa-fonts" of "pdfx-fonts".
std::string renamed(std::string_view id, std::string_view family) {
  constexpr std::string_view kOfPdfx = "pdfx-";
  if (!id.starts_with(kOfPdfx)) return std::string(id);
  return std::string(family) + std::string(id.substr(kOfPdfx.size()));
}

/// In the first of the standards that has it; nothing: none has.
std::optional<Clause> clause_of(const StructureRule& rule, Claims standard) {
  const auto in = [&](std::string_view family, const char* name, std::string_view clause) {
    return clause.empty() ? std::nullopt
                          : std::optional(Clause{renamed(rule.id, family),
                                                 std::string(name) + std::string(clause)});
  };
  std::optional<Clause> found;
  if (standard.has(Claim::X4)) found = in("pdfx-", "PDF/X-4, ISO 15930-7:2010, ", rule.x4);
  if (!found && standard.has(Claim::X1a2003)) {
    found = in("pdfx-", "PDF/X-1a, ISO 15930-4:2003, ", rule.x1a);
  }
  if (!found && standard.pdfa()) found = in("pdfa-", "PDF/A-2, ISO 19005-2:2011, ", rule.a2);
  if (!found && standard.has(Claim::Ua1)) {
    found = in("pdfua-", "PDF/UA-1, ISO 14289-1:2014, ", rule.ua1);
  }
  const bool is_damage = std::ranges::find(kDamage, rule.id) != kDamage.end();
  if (!found && is_damage) return Clause{std::string(rule.id), "PDF 1.7, ISO 32000-1:2008"};
  return found;
}

}  // namespace

std::span<const StructureRule> structure_rules() { return kRules; }

std::optional<diag::Diagnostic> Findings::make(std::string_view rule, std::string message,
                                               diag::Severity severity) const {
  const auto* found = std::ranges::find(kRules, rule, &StructureRule::id);
  HANDBILL_CHECK(found != kRules.end(), "an unknown rule of PDF/X");
  const auto clause = clause_of(*found, standard_);
  if (!clause) return std::nullopt;
  diag::Diagnostic finding;
  finding.id = diag::DiagnosticId::PressRule;
  finding.severity = severity;
  finding.message = std::move(message);
  finding.hints = {std::string(found->hint)};
  finding.rule = {clause->id, clause->text + ": " + std::string(found->text)};
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
