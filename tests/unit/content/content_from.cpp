// SPDX-License-Identifier: MIT
#include "content_from.h"

#include <catch2/catch.hpp>

#include "base/number.h"

namespace handbill::content::test {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/// As a document would that shows every table.
void print_all(Checked& checked) {
  Printed printed;
  for (const auto& file : checked.content->as_read().files) {
    printed.add(file.root);
    for (const spec::Entry& entry : *file.root.as_table()) {
      printed.add(entry.value);
      if (entry.key == "revision") continue;
      checked.content->print(entry.key, nullptr, printed, checked.diags);
    }
  }
  checked.content->report_drafts(printed, checked.diags);
}

}  // namespace

const std::string kWeek =
    "[hours]\n"
    "monday-friday = \"8:00 am - 5:00 pm\"\n"
    "saturday-sunday = \"closed\"\n"
    "lunch = \"12:00 pm - 1:00 pm\"\n";

std::string Checked::show(std::string_view path, std::string_view format, const FactRow* scope) {
  diag::Diagnostics asked;
  const auto insert = content->insert(path, format, scope, {}, asked);
  REQUIRE(insert.has_value() == !asked.has_errors());
  if (!insert) {
    const diag::Diagnostic& first = asked.list().front();
    std::string text = std::string(diag::info(first.id).name) + ": " + first.message;
    for (const std::string& hint : first.hints) text += " (" + hint + ")";
    return text;
  }
  return std::visit(
      Overloaded{
          [](const Plain& plain) { return plain.text; },
          [](const Prose& prose) { return "prose: " + *prose.value->as_string(); },
          [](const Blank& blank) { return "blank " + format_number(blank.width.pt(), 2) + " pt"; },
          [](const Absent&) { return std::string("absent"); }},
      *insert);
}

std::vector<std::string> Checked::rows(std::string_view path,
                                       const std::vector<std::string>& keys) {
  diag::Diagnostics asked;
  const auto rows = content->rows(path, {}, asked);
  REQUIRE(rows.has_value() == !asked.has_errors());
  if (!rows) {
    const diag::Diagnostic& first = asked.list().front();
    std::string text = std::string(diag::info(first.id).name) + ": " + first.message;
    for (const std::string& hint : first.hints) text += " (" + hint + ")";
    return {text};
  }
  std::vector<std::string> lines;
  for (const FactRow& row : *rows) {
    std::string line;
    for (const std::string& key : keys) {
      line += (&key == &keys.front() ? "" : " | ") + show(key, "", &row);
    }
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> Checked::faults() const {
  std::vector<std::string> list;
  for (const diag::Diagnostic& each : diags.list()) {
    const std::string where =
        each.span.known() ? " `" + std::string(sources.text(each.span)) + "`" : "";
    list.push_back(std::string(diag::info(each.id).name) + where + ": " + each.message);
  }
  return list;
}

std::string plain(std::string text) {
  for (const auto& [from, to] : {std::pair{"\u00A0", "_"}, std::pair{"\u202F", "~"},
                                 std::pair{"\u2028", "/"}, std::pair{"\u2060", ""}}) {
    const std::string_view wanted = from;
    for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted)) {
      text.replace(at, wanted.size(), to);
    }
  }
  return text;
}

std::vector<std::string> plain(std::vector<std::string> lines) {
  for (std::string& line : lines) line = plain(std::move(line));
  return lines;
}

std::unique_ptr<Checked> content_from_files(const std::vector<std::string>& files,
                                            std::string language, const CheckOptions& options,
                                            std::vector<spec::FactSpec> facts) {
  auto checked = std::make_unique<Checked>();
  spec::ContentSpec spec{.files = {}, .language = std::move(language), .facts = std::move(facts)};
  for (const std::string& text : files) {
    const auto file = checked->sources.add(spec.files.empty() ? "content.toml" : "more.toml", text);
    auto root = spec::read_toml(checked->sources, file, checked->diags);
    INFO(text);
    REQUIRE(root.has_value());
    spec.files.push_back({checked->sources.name(file), std::move(*root)});
  }
  checked->content.emplace(Content::check(std::move(spec), checked->diags, options));
  print_all(*checked);
  return checked;
}

std::unique_ptr<Checked> content_from(const std::string& file, std::string language,
                                      const CheckOptions& options) {
  return content_from_files(std::vector{file}, std::move(language), options);
}

std::unique_ptr<Checked> typed_content_from(const std::string& file,
                                            std::vector<spec::FactSpec> facts) {
  return content_from_files({file}, "en", kNoRevisions, std::move(facts));
}

}  // namespace handbill::content::test
