// SPDX-License-Identifier: MIT
#include "prose/typed_sites.h"
#include "prose/word_list.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "content/web_address.h"

namespace handbill::prose {
namespace {

/// Below these of a country names are given out, as below "com".
constexpr auto kSecondLevels = std::to_array<std::string_view>(
    {"ac", "co", "com", "edu", "gob", "gov", "ne", "net", "nhs", "nom", "or", "org", "sch"});

/// Endings of sites; a word with another behind its full stop is the name of a file as often.
constexpr auto kUsualEndings = std::to_array<std::string_view>(
    {"com", "org",    "net",    "edu",   "gov",  "mil",    "info", "biz",    "us",   "uk",  "ca",
     "au",  "nz",     "ie",     "mx",    "es",   "de",     "fr",   "it",     "nl",   "be",  "at",
     "ch",  "eu",     "co",     "io",    "me",   "ly",     "gl",   "health", "care", "vet", "med",
     "app", "clinic", "dental", "salon", "shop", "doctor", "spa",  "store",  "gd",   "cn",  "sa"});

std::string_view last_label(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  return dot == host.npos ? host : host.substr(dot + 1);
}

std::string_view before_last(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  return dot == host.npos ? std::string_view() : host.substr(0, dot);
}

/// "www.clinic.org", "clinic.org"; the dot.com boom was none.
bool is_surely_host(std::string_view written, std::string_view host) {
  const bool is_usual = is_in(kUsualEndings, last_label(host)) ||
                        to_lower(written.substr(0, 4)) == "www." ||
                        written.find('@') != written.npos;
  return is_usual && content::looks_like_web_address(host) && host != "dot.com";
}

}  // namespace

TypedAddress read_typed_address(std::string_view address) {
  TypedAddress read;
  const std::size_t scheme = address.find("://");
  std::string_view rest = address;
  if (scheme != rest.npos) {
    read.has_scheme = true;
    rest.remove_prefix(scheme + 3);
  }
  const std::size_t at = rest.find('@');
  if (!read.has_scheme && at != rest.npos) {
    read.kind = TypedAddress::Kind::Mail;
    if (rest.starts_with("mailto:")) rest.remove_prefix(7);
    read.rest = to_lower(rest.substr(0, rest.find('@')));
    rest.remove_prefix(rest.find('@') + 1);
  }
  const std::size_t end = std::min(rest.find_first_of("/?#:"), rest.size());
  read.host = to_lower(rest.substr(0, end));
  if (read.host.starts_with("www.")) read.host.erase(0, 4);
  if (read.kind == TypedAddress::Kind::Mail) return read;
  read.rest = rest.substr(end);
  while (read.rest.ends_with('/')) read.rest.pop_back();
  return read;
}

std::vector<TypedAddress> find_typed_addresses(const ReadParagraph& paragraph,
                                               std::string_view text) {
  std::vector<TypedAddress> found;
  for (const Token& token : paragraph.tokens) {
    if (token.kind != Token::Kind::Address) continue;
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    TypedAddress address = read_typed_address(written);
    const bool is_site = address.has_scheme || is_surely_host(written, address.host);
    if (address.host.find('.') == std::string::npos || !is_site) continue;
    address.begin = token.begin;
    address.end = token.end;
    found.push_back(std::move(address));
  }
  return found;
}

std::string_view site_of(std::string_view host) {
  const std::string_view country = last_label(host);
  const std::string_view above = before_last(host);
  const bool is_below_second = country.size() == 2 && is_in(kSecondLevels, last_label(above));
  const std::string_view name = last_label(is_below_second ? before_last(above) : above);
  // Where the name begins in the host.
  return name.empty() ? host : host.substr(static_cast<std::size_t>(name.data() - host.data()));
}

bool is_public_body(std::string_view host) {
  for (std::string_view rest = host; !rest.empty(); rest = before_last(rest)) {
    const std::string_view label = last_label(rest);
    const bool is_public = label == "gov" || label == "edu" || label == "mil" || label == "int" ||
                           label == "gob" || label == "gouv" || label == "nhs" || label == "ac";
    // Of "gov.uk" and "health.gov.au", not of "gov.clinic.com".
    const bool is_at_end = rest.size() == host.size() || host.size() - rest.size() == 3;
    if (is_public && is_at_end) return true;
    if (!is_at_end) return false;
  }
  return false;
}

}  // namespace handbill::prose
