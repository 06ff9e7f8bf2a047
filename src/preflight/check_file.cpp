// SPDX-License-Identifier: MIT
// The file as a whole: soundness, version, identification, output intent.
#include <algorithm>

#include "base/number.h"
#include "color/profile_damage.h"
#include "preflight/check_structure.h"

namespace handbill::preflight {
namespace {

using diag::Severity;

/// Cross-reference and object streams came with PDF 1.5.
bool has_object_streams(QPDF& pdf) {
  if (name_of(entry(pdf.getTrailer(), "/Type")) == "XRef") return true;
  const auto table = pdf.getXRefTable();
  return std::ranges::any_of(table, [](const auto& each) { return each.second.getType() == 2; });
}

void check_version(QPDF& pdf, Findings& findings) {
  const double header = parse_number(pdf.getPDFVersion()).value_or(0);
  const std::string in_catalog = name_of(entry(pdf.getRoot(), "/Version"));
  const double version = std::max(header, parse_number(in_catalog).value_or(0));
  const Claims standard = findings.standard();
  const bool x4 = standard.has(Claim::X4), x1a = standard.has(Claim::X1a2003);
  const std::string text = format_number(version, 1);
  if (!standard.is_pdfx() && standard.pdfa() && version >= 2) {
    findings.add("pdfx-version", "the file is PDF " + text + ", newer than PDF 1.7");
  }
  if (x4 && version > 1.65) {
    // Readers of PDF/X-4 take what they know of it.
    findings.add("pdfx-version", "the file is PDF " + text + ", newer than PDF 1.6", {},
                 version >= 2 ? Severity::Error : Severity::Warning);
  }
  if (x1a && version > 1.45) {
    findings.add("pdfx-version", "the file is PDF " + text + ", newer than PDF 1.4");
  }
  if (x1a && has_object_streams(pdf)) {
    findings.add("pdfx-version", "the file has object streams, which PDF 1.4 does not know");
  }
}

bool is_agreed(const std::string& info, const std::string& xmp) {
  return info.empty() || xmp.empty() || info == xmp;
}

void check_claim(const Handle& info, const Xmp& xmp, Findings& findings) {
  const std::string in_info = text_of(entry(info, "/GTS_PDFXVersion"));
  const std::string& in_xmp = xmp.value("pdfxid:GTS_PDFXVersion");
  if (findings.standard().has(Claim::X4)) {
    if (in_xmp == "PDF/X-4") return;
    // That the metadata are not there has been said.
    const bool has_xmp = xmp.state == Xmp::State::Good;
    if (!has_xmp && (in_info == "PDF/X-4" || xmp.state == Xmp::State::Broken)) return;
    const std::string claim = in_xmp.empty() ? in_info : in_xmp;
    findings.add("pdfx-claim", claim.empty() ? "the file does not say that it is PDF/X-4"
                                             : "the file says that it is `" + claim +
                                                   "`, not PDF/X-4 by `pdfxid:GTS_PDFXVersion`");
    return;
  }
  if (findings.standard().has(Claim::X1a2003) && in_info != "PDF/X-1a:2003") {
    findings.add("pdfx-claim",
                 in_info.empty() ? "the file does not say that it is PDF/X-1a:2003"
                                 : "the file says that it is `" + in_info + "`, not PDF/X-1a:2003");
  }
}

void check_dates(const Handle& info, const Xmp& xmp, Findings& findings) {
  const bool x4 = findings.standard().has(Claim::X4);
  const std::pair<const char*, const char*> pairs[] = {{"CreationDate", "xmp:CreateDate"},
                                                       {"ModDate", "xmp:ModifyDate"}};
  for (const auto& [key, property] : pairs) {
    const std::string in_info = text_of(entry(info, (std::string("/") + key).c_str()));
    const std::string& in_xmp = xmp.value(property);
    if (x4 ? in_xmp.empty() : in_info.empty()) {
      findings.add("pdfx-dates", std::string("there is no `") + (x4 ? property : key) + "`");
    }
    if (!in_info.empty() && !in_xmp.empty() && date_digits(in_info) != date_digits(in_xmp)) {
      findings.add("pdfx-metadata-agree", std::string("`") + key + "` is " + in_info + ", `" +
                                              property + "` is " + in_xmp);
    }
  }
}

void check_trapped(const Handle& info, const Xmp& xmp, Findings& findings) {
  const std::string in_info = name_of(entry(info, "/Trapped"));
  const std::string& in_xmp = xmp.value("pdf:Trapped");
  if (in_info != "True" && in_info != "False") {
    findings.add("pdfx-trapped", in_info.empty() ? "the file does not say whether it is trapped"
                                                 : "`Trapped` is `" + in_info + "`");
  } else if (!is_agreed(in_info, in_xmp)) {
    findings.add("pdfx-metadata-agree", "`Trapped` is " + in_info + ", `pdf:Trapped` is " + in_xmp);
  }
}

void check_id(QPDF& pdf, Findings& findings) {
  const Handle id = entry(pdf.getTrailer(), "/ID");
  if (count(id) != 2 || bytes_of(element(id, 0)).empty() || bytes_of(element(id, 1)).empty()) {
    findings.add("pdfx-id", "the trailer has no `ID` of two strings");
  }
}

struct Profile {
  std::string device_class, space;
};

/// From the header (ICC.1:2010, 7.2).
std::optional<Profile> read_profile(const std::string& icc) {
  constexpr std::size_t kHeader = 128;
  if (icc.size() < kHeader || icc.substr(36, 4) != "acsp") return std::nullopt;
  return Profile{icc.substr(12, 4), icc.substr(16, 4)};
}

int components_of(const std::string& space) {
  return space == "GRAY" ? 1 : space == "RGB " ? 3 : space == "CMYK" ? 4 : 0;
}

int check_profile(const Handle& intent, Budget& budget, Findings& findings) {
  const Handle stream = entry(intent, "/DestOutputProfile");
  const bool x4 = findings.standard().has(Claim::X4);
  if (!is_stream(stream)) {
    const bool registered = !text_of(entry(intent, "/RegistryName")).empty();
    if (x4) findings.add("pdfx-output-profile", "the output intent has no ICC profile");
    if (!x4 && !registered) {
      findings.add("pdfx-output-profile",
                   "the output intent has neither an ICC profile nor a registry");
    }
    return x4 ? 0 : 4;
  }
  const std::string icc = decoded(stream, Decode::Data, budget).value_or("");
  const auto profile = read_profile(icc);
  if (!profile) {
    findings.add("pdfx-output-profile", "the profile of the output intent is no ICC profile");
    return 0;
  }
  if (const std::string damage = color::profile_damage(icc); !damage.empty()) {
    findings.add("pdfx-output-profile", "the profile of the output intent " + damage);
    return components_of(profile->space);
  }
  if (profile->device_class != "prtr") {
    findings.add("pdfx-output-profile", "the profile of the output intent has the class `" +
                                            profile->device_class + "`, not `prtr`");
  }
  const int components = components_of(profile->space);
  const bool fits = x4 ? components > 0 : components == 4;
  if (!fits || integer_or(entry(stream, "/N"), 0) != components) {
    findings.add("pdfx-output-profile", "the profile of the output intent has the colours `" +
                                            profile->space + "`, and `N` " +
                                            std::to_string(integer_or(entry(stream, "/N"), 0)));
  }
  return components;
}

/// qpdf tells of data in streams as well, which are looked into with more care elsewhere.
bool is_about_data(const QPDFExc& warning) {
  const std::string message = warning.getMessageDetail();
  return message.find("decoding stream") != message.npos ||
         message.find("input stream is complete") != message.npos;
}

void check_warnings(QPDF& pdf, Findings& findings) {
  std::vector<QPDFExc> warnings = pdf.getWarnings();
  std::erase_if(warnings, is_about_data);
  if (warnings.empty()) return;
  const std::size_t more = warnings.size() - 1;
  findings.add("pdfx-file", "the file is damaged: " + warnings.front().getMessageDetail() +
                                (more > 0 ? " (and " + std::to_string(more) + " more)" : ""));
}

/// The page tree says how many pages it has.
void check_count(const FileFacts& file, Findings& findings) {
  const auto listed = static_cast<double>(file.pages.size());
  const auto stated = number(entry(entry(file.pdf.getRoot(), "/Pages"), "/Count"));
  if (listed >= kMostPages || (stated && *stated == listed)) return;
  findings.add("pdfx-file", "the file has " + format_number(listed, 0) + " pages, and says " +
                                (stated ? format_number(*stated, 0) : "nothing of it"));
}

}  // namespace

void check_file(const FileFacts& file, Findings& findings) {
  check_version(file.pdf, findings);
  check_id(file.pdf, findings);
  if (file.pdf.isEncrypted()) findings.add("pdfx-encryption", "the file is encrypted");
  check_warnings(file.pdf, findings);
  check_count(file, findings);
  // Readers look for the mark there (PDF 1.7, Annex H, 18).
  if (file.end.find("%%EOF") == std::string_view::npos) {
    findings.add("pdfx-file", "the file is cut off: `%%EOF` does not stand at its end");
  }
}

void check_metadata(const FileFacts& file, Findings& findings) {
  const Handle info = entry(file.pdf.getTrailer(), "/Info");
  const Xmp& xmp = file.xmp;
  const bool x4 = !findings.standard().has(Claim::X1a2003);
  if (xmp.state == Xmp::State::Broken) {
    findings.add(x4 ? "pdfx-metadata" : "pdfx-metadata-agree", "the XMP metadata can't be read");
  }
  if (xmp.state == Xmp::State::None) findings.add("pdfx-metadata", "there are no XMP metadata");
  check_claim(info, xmp, findings);
  check_trapped(info, xmp, findings);
  // Where there is no XMP, that nothing stands in it goes without saying.
  if (x4 && xmp.state != Xmp::State::Good) return;
  const std::string title = text_of(entry(info, "/Title"));
  const std::string& xmp_title = xmp.value("dc:title");
  if (x4 ? xmp_title.empty() : title.empty()) findings.add("pdfx-title", "the file has no title");
  if (!is_agreed(title, xmp_title)) {
    findings.add("pdfx-metadata-agree",
                 "`Title` is “" + title + "”, `dc:title` is “" + xmp_title + "”");
  }
  check_dates(info, xmp, findings);
  // PDF/A and PDF/UA ask for metadata, and not for these.
  if (xmp.state != Xmp::State::Good || !findings.standard().is_pdfx()) return;
  for (const char* name :
       {"xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"}) {
    if (xmp.value(name).empty()) {
      findings.add("pdfx-metadata", std::string("the XMP metadata have no `") + name + "`");
    }
  }
}

OutputIntent check_output_intents(const FileFacts& file, Findings& findings) {
  OutputIntent result;
  // What the colours of a PDF/A mean that is no PDF/X, its own intent says.
  const bool is_pdfa = findings.standard().pdfa() && !findings.standard().is_pdfx();
  const char* subtype = is_pdfa ? "GTS_PDFA1" : "GTS_PDFX";
  const Handle intents = entry(file.pdf.getRoot(), "/OutputIntents");
  constexpr std::size_t kMost = 100;
  for (std::size_t i = 0; i < std::min(count(intents), kMost); ++i) {
    const Handle intent = element(intents, i);
    if (name_of(entry(intent, "/S")) != subtype) continue;
    if (++result.count > 1) continue;
    result.condition = text_of(entry(intent, "/OutputConditionIdentifier"));
    result.info =
        text_of(entry(intent, "/OutputCondition")) + " " + text_of(entry(intent, "/Info"));
    if (result.condition.empty()) {
      findings.add("pdfx-output-intent", "the output intent has no `OutputConditionIdentifier`");
    }
    const bool registered = !text_of(entry(intent, "/RegistryName")).empty();
    if (!registered && text_of(entry(intent, "/Info")).empty()) {
      findings.add("pdfx-output-intent",
                   "the output intent names no registry and has no `Info` for people");
    }
    result.components = check_profile(intent, file.budget, findings);
  }
  if (result.count == 0) findings.add("pdfx-output-intent", "there is no output intent of PDF/X");
  if (result.count > 1) {
    findings.add("pdfx-output-intent",
                 "there are " + std::to_string(result.count) + " output intents of PDF/X");
  }
  return result;
}

OutputIntent check_structure(const FileFacts& file, Findings& findings) {
  check_metadata(file, findings);
  check_other_claims(file, findings);
  const OutputIntent intent = check_output_intents(file, findings);
  check_boxes(file, findings);
  check_annotations(file, findings);
  check_objects(file, findings);
  check_uses(file, intent, findings);
  // Last: by now every object has been looked at, so damage has shown.
  check_file(file, findings);
  return intent;
}

}  // namespace handbill::preflight
