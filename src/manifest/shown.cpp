// SPDX-License-Identifier: MIT
#include "manifest/shown.h"

#include "base/spaces.h"
#include "base/utf8.h"
#include "manifest/fields.h"
#include "manifest/sha256.h"

namespace handbill::manifest {

namespace {

constexpr std::string_view kFact = "fact", kText = "text", kVersion = "version";

std::string line_with(std::string_view kind, std::vector<std::string_view> fields,
                      const std::vector<std::string>& places) {
  fields.insert(fields.begin(), kind);
  fields.insert(fields.end(), places.begin(), places.end());
  return line_of(fields);
}

/// All from the field `first` on.
std::vector<std::string> places_of(const std::vector<std::string>& fields, std::size_t first) {
  return {fields.begin() + static_cast<std::ptrdiff_t>(first), fields.end()};
}

/// False: it is no line of that kind.
bool add_line(const std::vector<std::string>& fields, Shown& shown) {
  if (fields[0] == kText && fields.size() >= 4) {
    shown.texts.push_back({fields[1], fields[2], fields[3], places_of(fields, 4)});
    return true;
  }
  if (fields.size() < 3 || (fields[0] != kFact && fields[0] != kVersion)) return false;
  auto& list = fields[0] == kFact ? shown.facts : shown.version;
  list.push_back({fields[1], fields[2], places_of(fields, 3)});
  return true;
}

}  // namespace

std::string as_text(const Shown& shown) {
  std::string text;
  for (const ShownFact& each : shown.facts) {
    text += line_with(kFact, {each.path, each.value}, each.places);
  }
  for (const ShownText& each : shown.texts) {
    text += line_with(kText, {each.key, each.language, each.words}, each.places);
  }
  for (const ShownFact& each : shown.version) {
    text += line_with(kVersion, {each.path, each.value}, each.places);
  }
  return text;
}

std::optional<Shown> read_shown(std::string_view text) {
  Shown shown;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == text.npos || !add_line(fields_of(text.substr(0, end)), shown)) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return shown;
}

std::string hash(const Shown& shown) {
  // No part has a control character, so that nothing runs into its neighbour.
  std::string all;
  for (const ShownFact& fact : shown.facts) all += fact.path + '\t' + fact.value + '\r';
  for (const ShownText& text : shown.texts) all += text.words + '\r';
  return sha256(all);
}

std::string on_one_line(std::string_view text) {
  std::string line;
  bool is_apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_space(next_code_point(text, at))) {
      is_apart = !line.empty();
      continue;
    }
    if (is_apart) line += ' ';
    is_apart = false;
    line += text.substr(begin, at - begin);
  }
  return line;
}

}  // namespace handbill::manifest
