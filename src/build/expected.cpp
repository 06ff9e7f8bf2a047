// SPDX-License-Identifier: MIT
#include "build/expected.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/number.h"
#include "base/user_unit.h"
#include "base/words.h"
#include "diag/by_cause.h"
#include "diag/file_reader.h"
#include "diag/report_file.h"
#include "manifest/sha256.h"

namespace handbill::build {
namespace {

std::string pages_size(Size size) {
  const auto unit = user_unit(size);
  return in_words(size.width, unit) + " × " + in_words(size.height, unit);
}

/// A guillotine keeps no more than this.
bool is_close(Length a, Length b) { return std::abs((a - b).mm()) <= 0.1 + kTolerance.mm(); }

bool is_close(Size a, Size b) { return is_close(a.width, b.width) && is_close(a.height, b.height); }

/// As readers show the page.
Size seen_size(const plates::Page& page) {
  const Size size = page.trim.size();
  return page.rotate % 180 == 0 ? size : Size{size.height, size.width};
}

diag::Diagnostic finding(const char* rule, std::string message, const char* hint) {
  diag::Diagnostic found{diag::DiagnosticId::PressRule, diag::Severity::Error, std::move(message)};
  found.rule = diag::RuleInfo{rule, "what was ordered"};
  found.hints.emplace_back(hint);
  return found;
}

void judge_sizes(const Size& wanted, const preflight::Inspected& file, diag::Diagnostics& diags) {
  diag::ByCause causes;
  for (std::size_t i = 0; i < file.print.pages.size(); ++i) {
    const plates::Page& page = file.print.pages[i];
    const Size size = seen_size(page);
    if (is_close(size, wanted)) continue;
    auto found = finding(
        "job-trim", "the page is " + pages_size(size) + ": " + pages_size(wanted) + " was ordered",
        "export the pages in the size that was ordered, with its TrimBox");
    found.area = diag::PageArea{i + 1, page.trim};
    causes.add(std::move(found), pages_size(size));
  }
  causes.tell(diags);
}

/// Letters and digits: registries write names with and without spaces.
std::string bare(std::string_view name) {
  std::string letters;
  for (const char c : to_lower(name)) {
    if (is_letter(c) || is_digit(c)) letters += c;
  }
  return letters;
}

/// FOGRA39L is the data that FOGRA39 was made of.
bool is_same_condition(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto [shorter, longer] = std::minmax(
      a, b, [](const auto& one, const auto& other) { return one.size() < other.size(); });
  return longer.size() == shorter.size() + 1 && longer.starts_with(shorter) &&
         is_letter(longer.back());
}

void judge_condition(const std::string& wanted, const preflight::Inspected& file,
                     diag::Diagnostics& diags) {
  // That there is none has been said where it must be there.
  if (file.condition.empty()) return;
  if (is_same_condition(bare(file.condition), bare(wanted))) return;
  // "Custom": people are told in words.
  if (bare(file.condition_info).find(bare(wanted)) != std::string::npos) return;
  diags.add(
      finding("job-condition",
              "the file is made for `" + file.condition + "`: it is printed under `" + wanted + "`",
              "convert the colours to the printing condition of the shop, and name it as "
              "the output intent"));
}

}  // namespace

std::optional<Expected> read_ticket(const std::string& path, diag::Diagnostics& diags) {
  constexpr std::size_t kLargestTicket = std::size_t{1} << 20;
  const diag::FileAnswer answer = diag::read_named(path, kLargestTicket);
  if (!answer.bytes) {
    diags.add(diag::trouble_of(path, answer, "1 MiB"));
    return std::nullopt;
  }
  const auto json = nlohmann::json::parse(*answer.bytes, nullptr, false);
  Expected expected;
  try {
    if (json.at("imposition").is_null()) {
      const auto& trim = json.at("trim_mm");
      expected.trim =
          Size{Length::mm(trim.at(0).get<double>()), Length::mm(trim.at(1).get<double>())};
    }
    expected.pages = json.at("pdf_pages").get<std::size_t>();
    expected.sha256 = json.at("pdf").at("sha256").get<std::string>();
    const auto& shop = json.at("shop");
    if (shop.is_object() && shop.contains("condition")) {
      expected.condition = shop.at("condition").at("identifier").get<std::string>();
    }
  } catch (const nlohmann::json::exception&) {
    diags.error(diag::DiagnosticId::BadValue, {}, "`" + path + "` is no job ticket",
                {"`handbill ticket` writes one beside the PDF"});
    return std::nullopt;
  }
  return expected;
}

void judge_expected(const Expected& expected, const preflight::Inspected& file,
                    const std::string& bytes, diag::Diagnostics& diags) {
  const std::size_t pages = file.print.pages.size();
  if (expected.pages && *expected.pages != pages) {
    diags.add(finding("job-pages",
                      "the file has " + counted(pages, "page") + ": " +
                          std::to_string(*expected.pages) + " were ordered",
                      "export all pages, and none twice"));
  }
  if (expected.trim) judge_sizes(*expected.trim, file, diags);
  if (!expected.condition.empty()) judge_condition(expected.condition, file, diags);
  if (!expected.sha256.empty() && manifest::sha256(bytes) != expected.sha256) {
    auto found = finding("job-file", "the file is not the one that the ticket was written with",
                         "ask for the file and its ticket together");
    found.severity = diag::Severity::Warning;
    diags.add(std::move(found));
  }
}

}  // namespace handbill::build
