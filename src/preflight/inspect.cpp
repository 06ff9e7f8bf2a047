// SPDX-License-Identifier: MIT
#include "preflight/inspect.h"

#include <algorithm>
#include <exception>

#include "base/ascii.h"
#include "diag/file_reader.h"
#include "preflight/check_structure.h"
#include "preflight/check_tags.h"
#include "preflight/descriptor_source.h"

namespace handbill::preflight {
namespace {

void report_broken(std::string message, std::vector<std::string> hints, diag::Diagnostics& diags) {
  diags.error(diag::DiagnosticId::PdfBroken, {}, std::move(message), std::move(hints));
}

/// Which PDF/X the file says it is, "" when it says none.
std::string pdfx_of(QPDF& pdf, const Xmp& xmp) {
  if (const std::string& version = xmp.value("pdfxid:GTS_PDFXVersion"); !version.empty())
    return version;
  return text_of(entry(entry(pdf.getTrailer(), "/Info"), "/GTS_PDFXVersion"));
}

/// "PDF/A-2a", "" when it says none.
std::string pdfa_of(const Xmp& xmp) {
  const std::string& part = xmp.value("pdfaid:part");
  return part.empty() ? "" : "PDF/A-" + part + to_lower(xmp.value("pdfaid:conformance"));
}

std::string pdfua_of(const Xmp& xmp) {
  const std::string& part = xmp.value("pdfuaid:part");
  return part.empty() ? "" : "PDF/UA-" + part;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& each : names) {
    if (!each.empty()) text += (text.empty() ? "" : ", ") + each;
  }
  return text;
}

/// What is known of what the file says, but for PDF/X.
Claims others_of(const Xmp& xmp) {
  Claims claims;
  for (const std::string& name : {pdfa_of(xmp), pdfua_of(xmp)}) {
    if (const auto claim = claim_named(name)) claims = claims | *claim;
  }
  return claims;
}

/// PDF/X-4 for what says nothing that is known.
Claims standard_of(const std::string& pdfx, Claims others) {
  if (pdfx.starts_with("PDF/X-1")) return Claims(Claim::X1a2003) | others;
  return pdfx.empty() && !others.empty() ? others : Claims(Claim::X4) | others;
}

/// The first and the last KiB of a file: readers look for its marks there. Nothing: the system does
/// not give them.
std::optional<diag::FileEnds> ends_of(const std::string& bytes, int descriptor) {
  constexpr std::size_t kEnd = 1024;
  if (descriptor < 0) {
    return diag::FileEnds{bytes.substr(0, kEnd),
                          bytes.substr(bytes.size() - std::min(kEnd, bytes.size())), bytes.size()};
  }
  return diag::read_ends(descriptor, kEnd);
}

void open(QPDF& pdf, const std::string& bytes, int descriptor) {
  pdf.setSuppressWarnings(true);
  if (descriptor < 0) {
    pdf.processMemoryFile("the file", bytes.data(), bytes.size());
  } else {
    pdf.processInputSource(std::make_shared<DescriptorSource>(descriptor));
  }
}

void report_bad_pictures(const Uses& uses, diag::Diagnostics& diags) {
  diag::ByCause causes;
  for (const auto& [what, use] : uses.all()) {
    if (what.first != Used::BadPicture) continue;
    std::size_t left = use.times;
    for (const diag::PageArea& place : use.places) {
      diag::Diagnostic found{diag::DiagnosticId::PictureBroken, diag::Severity::Error,
                             "a picture " + what.second};
      found.hints = {"place the picture anew, from a file that is whole"};
      found.area = place;
      const bool is_last = &place == &use.places.back();
      causes.add(std::move(found), what.second, is_last ? left : 1);
      --left;
    }
  }
  causes.tell(diags);
}

/// `page` is where the reader was; 0: past all of them.
bool is_given_up(const Budget& budget, std::size_t page, diag::Diagnostics& diags) {
  if (budget.used_up() == nullptr) return false;
  const std::string at = "page " + std::to_string(page);
  std::string what = page == 0 ? "the file is" : at + " is";
  if (page > 0 && budget.is_file_used_up()) what = "the file, up to " + at + ", is";
  report_broken(what + " too large to be judged: " + budget.used_up(),
                {"files for a press do not look like this; write it anew"}, diags);
  return true;
}

void note_unread_pixels(const Budget& budget, diag::Diagnostics& diags) {
  if (budget.pixels_end() == 0) return;
  diag::Diagnostic note{
      diag::DiagnosticId::TooLarge, diag::Severity::Note,
      "from page " + std::to_string(budget.pixels_end()) +
          " on, pixels of some pictures are not looked at: unpacked, they are too many"};
  note.hints = {"their inks and damage to their data are left to whoever prints them"};
  diags.add(std::move(note));
}

/// Whether they were: there are some, or some must be.
bool judge_tags(const FileFacts& file, const TaggedContent& content, Budget& budget, Tags tags,
                diag::Diagnostics& diags) {
  if (tags == Tags::Leave) return false;
  const TagTree tree(file.pdf, file.pages, budget);
  const bool claims = !file.xmp.value("pdfuaid:part").empty() || tags == Tags::Demand;
  if (!tree.is_there() && !claims) return false;
  TagFindings findings(claims ? diag::Severity::Error : diag::Severity::Warning);
  check_tags({file, tree, content, claims}, findings);
  if (budget.used_up() != nullptr) return false;
  findings.tell(diags);
  return true;
}

std::optional<Inspected> inspect_open(QPDF& pdf, const diag::FileEnds& ends,
                                      const InspectOptions& options, diag::Diagnostics& diags) {
  Inspected result;
  if (pdf.getAllPages().size() > kMostPages) {
    report_broken("the file has more than 5,000 pages", {"judge it in parts"}, diags);
    return std::nullopt;
  }
  const auto pages = list_pages(pdf);
  if (pages.empty()) {
    report_broken("the file has no pages", {}, diags);
    return std::nullopt;
  }
  Reading reading(result.print, pdf.getRoot(), options.pictures,
                  Budget(pages.size(), ends.size, options.most));
  reading.glyphs = options.glyphs;
  read_pages(pages, reading, options.each_page);
  if (is_given_up(reading.budget, result.print.pages.size() + 1, diags)) return std::nullopt;
  report_bad_pictures(reading.uses, diags);
  reading.budget.end_pages();
  const Xmp xmp = read_xmp(pdf.getRoot(), reading.budget);
  result.pdfx = pdfx_of(pdf, xmp);
  result.claims = listed({result.pdfx, pdfa_of(xmp), pdfua_of(xmp)});
  const Claims others = others_of(xmp);
  result.judged_by = options.standard.value_or(standard_of(result.pdfx, others));
  if (options.also_claimed) result.judged_by = result.judged_by | others;
  Findings findings(result.judged_by);
  // Without a standard damage alone is reported, but what the file declares is still read.
  const bool tags_judged = options.tags != Tags::Leave;
  const FileFacts file{ends.last,    pdf, pages,          reading.uses,
                       reading.inks, xmp, reading.budget, tags_judged};
  const OutputIntent intent = check_structure(file, findings);
  if (is_given_up(reading.budget, 0, diags)) return std::nullopt;
  findings.tell(diags);
  result.tags_judged = judge_tags(file, reading.tagged, reading.budget, options.tags, diags);
  if (is_given_up(reading.budget, 0, diags)) return std::nullopt;
  note_unread_pixels(reading.budget, diags);
  result.intent_colors = intent.components;
  result.condition = intent.condition;
  result.condition_info = intent.info;
  result.hidden_layers = reading.layers.hidden();
  for (const auto& [what, use] : reading.uses.all()) {
    if (what.first == Used::BlendSpace) result.blend_spaces.push_back(what.second);
  }
  return result;
}

}  // namespace

std::optional<Inspected> inspect(const std::string& bytes, const InspectOptions& options,
                                 diag::Diagnostics& diags) {
  const auto ends = ends_of(bytes, options.descriptor);
  if (!ends) {
    report_broken("the file can't be read: the disk does not give its bytes", {}, diags);
    return std::nullopt;
  }
  // PDF 1.7, Annex H, 13.
  if (ends->first.find("%PDF-") == std::string::npos) {
    report_broken("this is no PDF", {}, diags);
    return std::nullopt;
  }
  try {
    QPDF pdf;
    open(pdf, bytes, options.descriptor);
    return inspect_open(pdf, *ends, options, diags);
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) {
      report_broken("the file can't be read without a password", {"save it without one"}, diags);
    } else {
      report_broken("the file can't be read: " + error.getMessageDetail(), {}, diags);
    }
  } catch (const std::exception& error) {
    report_broken(std::string("the file can't be read: ") + error.what(), {}, diags);
  }
  return std::nullopt;
}

}  // namespace handbill::preflight
