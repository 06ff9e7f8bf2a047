// SPDX-License-Identifier: MIT
// PDF/A-2 and PDF/UA-1 as the file says them, in its metadata, output intents and catalog.
#include <algorithm>

#include "preflight/check_structure.h"

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostIntents = 100;

/// "A" asks for what "U" does, and that for what "B" does; 0: none of them.
int rank(std::string_view level) {
  if (level == "A") return 3;
  if (level == "U") return 2;
  return level == "B" ? 1 : 0;
}

std::string_view level_of(Claim claim) {
  if (claim == Claim::A2a) return "A";
  return claim == Claim::A2u ? "U" : "B";
}

void check_archive_claim(Claim wanted, const Xmp& xmp, Findings& findings) {
  const std::string& part = xmp.value("pdfaid:part");
  const std::string& level = xmp.value("pdfaid:conformance");
  const std::string name(facts_of(wanted).name);
  if (part.empty()) {
    findings.add("pdfa-claim", "the file does not say that it is " + name);
  } else if (part != "2" || rank(level) < rank(level_of(wanted))) {
    findings.add("pdfa-claim", "the file says that it is PDF/A-" + part + level + ", not " + name);
  }
}

/// Of PDF/A, and whether all that bring a profile bring the same object.
void check_archive_intents(const FileFacts& file, Findings& findings) {
  const Handle intents = entry(file.pdf.getRoot(), "/OutputIntents");
  std::optional<std::uint64_t> profile;
  bool is_there = false, differs = false;
  for (std::size_t i = 0; i < std::min(count(intents), kMostIntents); ++i) {
    const Handle intent = element(intents, i);
    const Handle stream = entry(intent, "/DestOutputProfile");
    const bool is_archive = name_of(entry(intent, "/S")) == "GTS_PDFA1";
    is_there = is_there || is_archive;
    if (!is_stream(stream)) {
      if (is_archive) {
        findings.add("pdfa-output-intent", "the output intent of PDF/A has no ICC profile");
      }
      continue;
    }
    const std::uint64_t id = identity(stream);
    differs = differs || (profile && *profile != id);
    profile = id;
  }
  if (differs) findings.add("pdfa-output-intent", "output intents bring different ICC profiles");
  if (!is_there) findings.add("pdfa-output-intent", "there is no output intent of PDF/A");
}

void check_archive(Claim wanted, const FileFacts& file, Findings& findings) {
  check_archive_intents(file, findings);
  const Handle mark = entry(file.pdf.getRoot(), "/MarkInfo");
  const bool is_tagged = is_true(entry(mark, "/Marked")) &&
                         is_dictionary(entry(file.pdf.getRoot(), "/StructTreeRoot"));
  if (wanted == Claim::A2a && !is_tagged) findings.add("pdfa-tags", "the file is not tagged");
  if (file.xmp.state != Xmp::State::Good) return;  // that has been said
  check_archive_claim(wanted, file.xmp, findings);
  for (const std::string& property : file.xmp.undescribed) {
    findings.add("pdfa-extensions",
                 "the metadata have `" + property + "`, which is not described in them");
  }
}

void check_access(const FileFacts& file, Findings& findings) {
  const Handle root = file.pdf.getRoot();
  if (!is_true(entry(entry(root, "/ViewerPreferences"), "/DisplayDocTitle"))) {
    findings.add("pdfua-title-shown", "`DisplayDocTitle` is not set");
  }
  const Handle mark = entry(root, "/MarkInfo");
  if (!is_true(entry(mark, "/Marked")) || !is_dictionary(entry(root, "/StructTreeRoot"))) {
    findings.add("pdfua-tags", "the file is not tagged");
  } else if (is_true(entry(mark, "/Suspects"))) {
    findings.add("pdfua-tags", "the file says that its tags are suspect");
  }
  if (text_of(entry(root, "/Lang")).empty()) {
    findings.add("pdfua-language", "the catalog has no `Lang`");
  }
  if (file.xmp.state == Xmp::State::Good && file.xmp.value("pdfuaid:part") != "1") {
    const std::string& part = file.xmp.value("pdfuaid:part");
    findings.add("pdfua-claim", part.empty() ? "the file does not say that it is PDF/UA-1"
                                             : "the file says that it is PDF/UA-" + part);
  }
}

}  // namespace

void check_other_claims(const FileFacts& file, Findings& findings) {
  if (const auto pdfa = findings.standard().pdfa()) check_archive(*pdfa, file, findings);
  if (findings.standard().has(Claim::Ua1) && !file.tags_judged) check_access(file, findings);
}

}  // namespace handbill::preflight
