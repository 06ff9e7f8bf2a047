// SPDX-License-Identifier: MIT
#include "prose/words_alone.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace handbill::prose {
namespace {

struct Part {
  std::size_t begin = 0, end = 0;
};

/// "{clinic.phone | spoken}" at `at`, with its braces. "{{" is a brace that is printed.
std::vector<Part> braces_in(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at)) {
    if (text.substr(at).starts_with("{{")) {
      at += 2;
      continue;
    }
    const std::size_t end = text.find('}', at);
    if (end == text.npos) break;
    parts.push_back({at, end + 1});
    at = end + 1;
  }
  return parts;
}

constexpr std::string_view kAround = " \t\n<>()[]\"";

/// "https://a.org/b", "www.a.org", "name@a.org", and whatever stands behind "](".
std::vector<Part> addresses_in(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(kAround, at);
    if (begin == text.npos) break;
    const std::size_t end = std::min(text.find_first_of(kAround, begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const bool is_target = begin >= 2 && text.substr(begin - 2, 2) == "](";
    const bool is_address = word.find("://") != word.npos || word.starts_with("www.") ||
                            word.starts_with("mailto:") || word.starts_with("tel:") ||
                            (word.find('@') != word.npos && word.find('.') != word.npos);
    if (is_target || is_address) parts.push_back({begin, end});
    at = end;
  }
  return parts;
}

void put_blanks(std::string& text, const std::vector<Part>& parts) {
  for (const Part& each : parts) {
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(each.begin),
              text.begin() + static_cast<std::ptrdiff_t>(each.end), ' ');
  }
}

std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != address.npos) address.remove_prefix(scheme + 3);
  if (const std::size_t at = address.find('@'); at != address.npos) address.remove_prefix(at + 1);
  if (address.starts_with("www.")) address.remove_prefix(4);
  const std::size_t end = std::min(address.find_first_of("/?#"), address.size());
  std::string host = in_small_letters(address.substr(0, end));
  while (host.ends_with('.') || host.ends_with(',') || host.ends_with(';')) host.pop_back();
  return host;
}

}  // namespace

std::string words_alone(std::string_view text) {
  std::string words(text);
  put_blanks(words, braces_in(words));
  put_blanks(words, addresses_in(words));
  return words;
}

std::string in_small_letters(std::string_view text) {
  std::string small;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_code_point(text, at);
    std::string lower;
    append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter))));
    small += lower.size() == at - begin ? lower : std::string(text.substr(begin, at - begin));
  }
  return small;
}

std::vector<std::string> placeholders_in(std::string_view text) {
  std::vector<std::string> found;
  for (const Part& each : braces_in(text)) {
    std::string_view path = text.substr(each.begin + 1, each.end - each.begin - 2);
    path = path.substr(0, path.find('|'));
    const std::size_t begin = std::min(path.find_first_not_of(' '), path.size());
    path = path.substr(begin, path.find_last_not_of(' ') + 1 - begin);
    found.emplace_back(path.starts_with("blank ") ? "blank" : path);
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::string> linked_hosts_in(std::string_view text) {
  std::string without_facts(text);
  put_blanks(without_facts, braces_in(text));
  std::vector<std::string> hosts;
  for (const Part& each : addresses_in(without_facts)) {
    hosts.push_back(
        host_of(std::string_view(without_facts).substr(each.begin, each.end - each.begin)));
  }
  std::ranges::sort(hosts);
  return hosts;
}

}  // namespace handbill::prose
