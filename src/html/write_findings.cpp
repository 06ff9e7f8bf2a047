// SPDX-License-Identifier: MIT
#include "html/write_findings.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/shown.h"
#include "diag/render.h"
#include "html/markup.h"

namespace handbill::html {
namespace {

using diag::Diagnostic;
using diag::Severity;

enum class Group { Mend, BeforePrint, Copies, LookAt, Consider, Notes };

struct GroupWords {
  Group group;
  std::string_view title, says;
};

constexpr auto kGroups = std::to_array<GroupWords>({
    {Group::Mend, "Must be mended", "While these stand, nothing is printed."},
    {Group::BeforePrint, "Must be mended before a print order",
     "A proof may be printed with these, an order may not."},
    {Group::Copies, "Printed copies", "Whether they say what the documents say now."},
    {Group::LookAt, "Should be looked at", "These are mistakes, as far as a program can tell."},
    {Group::Consider, "To consider", "These may be right as they are."},
    {Group::Notes, "Good to know", "Nothing is wrong here."},
});

Group group_of(const Diagnostic& finding) {
  if (finding.id == diag::DiagnosticId::PrintsOutdated) return Group::Copies;
  switch (finding.severity) {
    case Severity::Error:
      return Group::Mend;
    case Severity::Warning:
      break;
    case Severity::Consider:
      return Group::Consider;
    case Severity::Note:
      return Group::Notes;
  }
  const bool is_final = finding.rule && finding.rule->is_error_in_print;
  return is_final ? Group::BeforePrint : Group::LookAt;
}

/// A message as a sentence, with quotation marks in place of backticks.
std::string as_sentence(std::string_view message) {
  std::string sentence;
  bool is_open = false;
  for (const char c : shown(message)) {
    if (c == '`') {
      sentence += is_open ? "”" : "“";
      is_open = !is_open;
    } else {
      sentence += c;
    }
  }
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] -= 'a' - 'A';
  return sentence + ".";
}

constexpr std::string_view kStyle =
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:46rem;"
    "margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem;line-height:1.2;margin:0 0 .25rem}"
    "h2{font-size:1.2rem;margin:2.5rem 0 .25rem;border-top:2px solid #00384f;padding-top:.75rem}"
    "p{margin:.25rem 0}ol{list-style:none;padding:0;margin:0}"
    "li{padding:.9rem 0;border-bottom:1px solid #d5d5d5}"
    ".what{font-weight:600}.place,.rule{color:#4a4a4a;font-size:.9rem}"
    "blockquote{margin:.4rem 0;padding:.3rem .75rem;background:#f4f1ee;"
    "overflow-wrap:anywhere}mark{background:#ffd9c2;color:inherit;padding:0 .1em}"
    "a{color:#00567a}";

class FindingsPage {
 public:
  FindingsPage(const diag::Diagnostics& findings, const diag::SourceMap& sources)
      : findings_(findings), sources_(sources) {}

  std::string made() {
    html_.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html_.raw(
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>What was found</title>");
    html_.raw("\n<style>");
    html_.raw(kStyle);
    html_.raw("</style>\n</head>\n<body>\n<main>\n");
    element("h1", "What was found");
    element("p", summary());
    for (const GroupWords& each : kGroups) add_group(each);
    html_.raw("</main>\n</body>\n</html>\n");
    return html_.take();
  }

 private:
  void element(std::string_view name, std::string_view text, const Attributes& attributes = {}) {
    html_.open(name, attributes);
    html_.text(text);
    html_.close(name);
    html_.end_line();
  }

  std::vector<const Diagnostic*> of_group(Group group) const {
    std::vector<const Diagnostic*> all;
    for (const Diagnostic& each : findings_.list()) {
      if (group_of(each) == group) all.push_back(&each);
    }
    std::ranges::stable_sort(all, {}, [](const Diagnostic* each) { return each->span; });
    return all;
  }

  std::string summary() const {
    std::string text;
    for (const GroupWords& each : kGroups) {
      const std::size_t count = of_group(each.group).size();
      if (count == 0) continue;
      text += (text.empty() ? "" : "; ") + std::string(each.title) + ": " + std::to_string(count);
    }
    return text.empty() ? "Nothing." : text + ".";
  }

  void add_group(const GroupWords& words) {
    const auto all = of_group(words.group);
    if (all.empty()) return;
    element("h2", words.title);
    element("p", words.says);
    html_.raw("<ol>\n");
    const std::size_t told = std::min(all.size(), diag::kMostInJson);
    for (std::size_t i = 0; i < told; ++i) add(*all[i]);
    html_.raw("</ol>\n");
    if (told < all.size()) element("p", "And " + std::to_string(all.size() - told) + " more.");
  }

  void add(const Diagnostic& finding) {
    html_.open("li");
    html_.end_line();
    element("p", as_sentence(finding.message), {{"class", "what"}});
    if (finding.span.known()) add_place(finding.span);
    add_documents(finding.documents);
    for (const std::string& each : finding.hints) element("p", as_sentence(each));
    for (const diag::Label& each : finding.labels) {
      element("p", as_sentence(each.message) + " " + place(each.span), {{"class", "place"}});
    }
    add_rule(finding);
    html_.close("li");
    html_.end_line();
  }

  std::string place(diag::Span span) const {
    const auto at = sources_.position(span.file, span.begin);
    return shown_name(sources_.name(span.file)) + ", line " + std::to_string(at.line);
  }

  void add_place(diag::Span span) {
    const auto at = sources_.position(span.file, span.begin);
    const std::string_view line = sources_.line(span.file, at.line);
    const auto begin = static_cast<std::size_t>(sources_.text(span).data() - line.data());
    const std::size_t end = std::min(line.size(), begin + (span.end - span.begin));
    constexpr std::size_t kLongestLine = 400;
    if (line.size() <= kLongestLine) {
      html_.open("blockquote");
      html_.text(shown(line.substr(0, begin)));
      html_.open("mark");
      html_.text(shown(line.substr(begin, end - begin)));
      html_.close("mark");
      html_.text(shown(line.substr(end)));
      html_.close("blockquote");
      html_.end_line();
    }
    element("p", place(span), {{"class", "place"}});
  }

  void add_documents(const std::vector<std::string>& documents) {
    if (documents.empty()) return;
    std::string text = "In ";
    for (const std::string& each : documents) {
      text += (&each == &documents.front() ? "" : ", ") + shown(each);
    }
    element("p", text, {{"class", "place"}});
  }

  void add_rule(const Diagnostic& finding) {
    const auto& rule = finding.rule;
    if (!rule || rule->source.empty()) return;
    html_.open("p", {{"class", "rule"}});
    html_.text("Rule " + rule->id + ", after ");
    if (rule->link.starts_with("https://")) {
      html_.open("a", {{"href", rule->link}});
      html_.text(shown(rule->source));
      html_.close("a");
    } else {
      html_.text(shown(rule->source));
    }
    html_.close("p");
    html_.end_line();
  }

  const diag::Diagnostics& findings_;
  const diag::SourceMap& sources_;
  Markup html_{};
};

}  // namespace

std::string write_findings(const diag::Diagnostics& findings, const diag::SourceMap& sources) {
  return FindingsPage(findings, sources).made();
}

}  // namespace handbill::html
