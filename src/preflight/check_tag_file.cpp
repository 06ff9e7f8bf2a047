// SPDX-License-Identifier: MIT
// What a tagged file says of itself (Matterhorn 01-007, 06, 07, 11, 20, 21, 25, 26, 30).
#include <algorithm>
#include <array>

#include "preflight/check_tags.h"
#include "preflight/language_tag.h"

namespace handbill::preflight {
namespace {

void check_marks(const TagFacts& facts, TagFindings& findings) {
  const Handle info = entry(facts.file.pdf.getRoot(), "/MarkInfo");
  if (!is_true(entry(info, "/Marked"))) {
    findings.add("tags-marked", "the file does not say that it is tagged");
  }
  if (is_true(entry(info, "/Suspects"))) {
    findings.add("matterhorn-01-007", "the file says that its tags may be wrong (`Suspects`)");
  }
}

void check_tag_metadata(const TagFacts& facts, TagFindings& findings) {
  const Xmp& xmp = facts.file.xmp;
  if (xmp.state != Xmp::State::Good) {
    const bool is_none = xmp.state == Xmp::State::None;
    findings.add("matterhorn-06-001",
                 is_none ? "there are no XMP metadata" : "the XMP metadata can't be read");
    return;
  }
  const std::string& part = xmp.value("pdfuaid:part");
  if (facts.claims && part != "1") {
    findings.add("matterhorn-06-002", part.empty() ? "the file does not say that it is PDF/UA"
                                                   : "the file says that it is PDF/UA-" + part);
  }
  if (xmp.value("dc:title").empty()) findings.add("matterhorn-06-003", "the file has no title");
}

void check_title(const TagFacts& facts, TagFindings& findings) {
  const Handle shown =
      entry(entry(facts.file.pdf.getRoot(), "/ViewerPreferences"), "/DisplayDocTitle");
  if (is_true(shown)) return;
  if (is_bool(shown)) {
    findings.add("matterhorn-07-002", "readers show the name of the file, not its title");
  } else {
    findings.add("matterhorn-07-001", "nothing says that readers show the title of the file");
  }
}

bool has_bookmarks(QPDF& pdf) {
  return is_dictionary(entry(entry(pdf.getRoot(), "/Outlines"), "/First"));
}

void check_language(const TagFacts& facts, TagFindings& findings) {
  const Handle stated = entry(facts.file.pdf.getRoot(), "/Lang");
  const std::string language = text_of(stated);
  if (!document_language(facts).empty()) return;
  if (!language.empty()) {
    findings.add("matterhorn-11-001",
                 "the language of the file is `" + language + "`, which is none");
    return;
  }
  findings.add("matterhorn-11-006", "the file does not say which language it is in");
  if (has_bookmarks(facts.file.pdf)) {
    findings.add("matterhorn-11-003", "nothing says which language the bookmarks are in");
  }
}

void check_tag_layers(const TagFacts& facts, TagFindings& findings) {
  const Handle layers = entry(facts.file.pdf.getRoot(), "/OCProperties");
  if (!is_dictionary(layers)) return;
  const auto check = [&](const Handle& config, std::string_view rule, const char* what) {
    if (!is_dictionary(config)) return;
    if (text_of(entry(config, "/Name")).empty()) {
      findings.add(rule, std::string(what) + " has no name");
    }
    if (!is_null(entry(config, "/AS"))) {
      findings.add("matterhorn-20-003", std::string(what) + " switches by itself (`AS`)");
    }
  };
  check(entry(layers, "/D"), "matterhorn-20-002", "the usual set of layers");
  const Handle others = entry(layers, "/Configs");
  for (std::size_t i = 0; i < std::min<std::size_t>(count(others), 1000); ++i) {
    check(element(others, i), "matterhorn-20-001", "a set of layers");
  }
}

/// Files in the tree of names (PDF 1.7, 7.9.6).
void check_embedded(const Handle& node, int depth, TagFindings& findings) {
  constexpr int kDeepest = 20;
  constexpr std::size_t kMost = 10'000;
  if (depth > kDeepest) return;
  const Handle names = entry(node, "/Names");
  for (std::size_t i = 1; i < std::min(count(names), kMost); i += 2) {
    const Handle file = element(names, i);
    if (text_of(entry(file, "/F")).empty() || text_of(entry(file, "/UF")).empty()) {
      findings.add("matterhorn-21-001", "an embedded file has no `F` or no `UF`");
    }
  }
  const Handle kids = entry(node, "/Kids");
  for (std::size_t i = 0; i < std::min<std::size_t>(count(kids), 1000); ++i) {
    check_embedded(element(kids, i), depth + 1, findings);
  }
}

void check_tag_security(const TagFacts& facts, TagFindings& findings) {
  if (!facts.file.pdf.isEncrypted()) return;
  const Handle rights = entry(entry(facts.file.pdf.getTrailer(), "/Encrypt"), "/P");
  const double bits = number_or(rights, 0);
  // Bit 10 (PDF 1.7, Table 22).
  constexpr long long kReadAloud = 1LL << 9;
  if ((static_cast<long long>(bits) & kReadAloud) == 0) {
    findings.add("matterhorn-26-002", "the file keeps its text from programs that read aloud");
  }
}

void check_tag_form(const TagFacts& facts, TagFindings& findings) {
  const Handle xfa = entry(entry(facts.file.pdf.getRoot(), "/AcroForm"), "/XFA");
  std::string text;
  if (is_stream(xfa)) text = decoded(xfa, Decode::Data, facts.file.budget).value_or("");
  for (std::size_t i = 0; i < std::min<std::size_t>(count(xfa), 100); ++i) {
    const Handle part = element(xfa, i);
    if (is_stream(part)) text += decoded(part, Decode::Data, facts.file.budget).value_or("");
  }
  const auto at = text.find("dynamicRender");
  if (at != text.npos && text.substr(at, 40).find("required") != text.npos) {
    findings.add("matterhorn-25-001", "the form is made while it is shown (`dynamicRender`)");
  }
}

}  // namespace

std::string document_language(const TagFacts& facts) {
  std::string language = text_of(entry(facts.file.pdf.getRoot(), "/Lang"));
  return is_language_tag(language) ? language : std::string();
}

std::optional<diag::PageArea> page_area(const TagFacts& facts, std::size_t page) {
  if (page == 0 || page > facts.file.pages.size()) return std::nullopt;
  const PageBoxes& boxes = facts.file.pages[page - 1].boxes;
  return diag::PageArea{page, to_page(boxes, boxes.shown())};
}

void check_tag_file(const TagFacts& facts, TagFindings& findings) {
  check_marks(facts, findings);
  check_tag_metadata(facts, findings);
  check_title(facts, findings);
  check_language(facts, findings);
  check_tag_layers(facts, findings);
  check_embedded(entry(entry(facts.file.pdf.getRoot(), "/Names"), "/EmbeddedFiles"), 0, findings);
  check_tag_form(facts, findings);
  check_tag_security(facts, findings);
}

void check_tags(const TagFacts& facts, TagFindings& findings) {
  if (!facts.tree.is_there()) {
    findings.add("tags-none", "the file is not tagged: it has no structure tree");
    return;
  }
  check_tag_file(facts, findings);
  check_tag_tree(facts, findings);
  check_tag_tables(facts, findings);
  check_tag_content(facts, findings);
  check_tag_annotations(facts, findings);
  check_tag_fonts(facts, findings);
}

}  // namespace handbill::preflight
