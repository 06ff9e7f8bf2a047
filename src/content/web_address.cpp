// SPDX-License-Identifier: MIT
#include "content/web_address.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/number.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "content/top_level_domains.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

/// Bytes of the scheme with its slashes; 0: it is not http or https.
std::size_t scheme_size(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.size() < scheme.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < scheme.size(); ++i) {
      const char c = is_letter(text[i]) ? static_cast<char>(text[i] | 0x20) : text[i];
      same = same && c == scheme[i];
    }
    if (same) return scheme.size();
  }
  return 0;
}

/// Dot-separated labels, the last of letters (or punycode).
bool is_host(std::string_view host) {
  std::size_t label = 0;
  std::size_t dots = 0;
  bool digits_only = true;
  for (const char c : host) {
    if (c == '.') {
      if (label == 0) return false;
      label = 0;
      digits_only = true;
      ++dots;
      continue;
    }
    if (!is_letter(c) && !is_digit(c) && !(c == '-' && label > 0)) return false;
    digits_only = digits_only && is_digit(c);
    ++label;
  }
  return dots > 0 && label >= 2 && !digits_only && host.size() <= 253;
}

/// RFC 2606, 2.
bool is_for_examples(std::string_view ending) {
  return ending == "example" || ending == "test" || ending == "invalid" || ending == "localhost";
}

/// Those in other scripts are not looked up in their ASCII form.
bool is_top_level_domain(std::string_view ending) {
  return ending.starts_with("xn--") ||
         kTopLevelDomains.find(" " + std::string(ending) + " ") != std::string_view::npos;
}

/// `text` is complete, and `host` its part from `begin` on is the name of a site.
std::optional<WebFault> find_site_fault(std::string_view text, std::string_view host,
                                        std::size_t begin) {
  const std::size_t dot = host.rfind('.');
  const std::string ending = to_lower(host.substr(dot + 1));
  const std::size_t end = begin + host.size();
  if (is_for_examples(ending)) {
    return WebFault{begin,
                    end,
                    quoted(host) + " is a name set aside for examples",
                    {},
                    diag::DiagnosticId::PlaceholderText,
                    diag::Severity::Warning};
  }
  if (!is_top_level_domain(ending)) {
    WebFault fault{begin + dot, end, "no web address ends in " + quoted(host.substr(dot)), {}};
    const std::vector<std::string> usual = {"com",    "org",  "net", "edu",  "gov", "health",
                                            "clinic", "care", "us",  "info", "biz", "uk"};
    fault.hints = did_you_mean(ending, usual);
    if (fault.hints.empty()) fault.hints = {"copy the address from the browser’s address bar"};
    return fault;
  }
  const bool is_encrypted = to_lower(text[4]) == 's';
  if (is_encrypted) return std::nullopt;
  return WebFault{
      0,
      begin,
      quoted(text.substr(0, begin)) + " is not encrypted, and browsers warn people of it",
      {"did you mean `https" + std::string(text.substr(4)) + "`?"},
      diag::DiagnosticId::BadUrl,
      diag::Severity::Warning};
}

/// RFC 3986, 2: what may stand in an address unescaped, and the per cent sign.
bool may_stand(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

std::optional<WebFault> find_character_fault(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (may_stand(text[at])) continue;
    std::size_t end = at;
    next_code_point(text, end);
    return WebFault{
        at,
        end,
        (is_space(text[at]) ? std::string("a space") : quoted(text.substr(at, end - at))) +
            " can't stand in a web address",
        {"copy the address from the browser’s address bar"}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<WebFault> find_web_fault(std::string_view text) {
  if (text.size() > 2000) {
    return WebFault{0, text.size(), "a web address of more than 2000 characters", {}};
  }
  const std::size_t scheme = scheme_size(text);
  if (scheme == 0) {
    const std::string_view host = text.substr(0, text.find_first_of("/?#"));
    if (auto fault = find_character_fault(text)) return fault;
    WebFault fault{0, text.size(), quoted(text) + " does not start with `https://`", {}};
    if (is_host(host)) fault.hints = {"did you mean `https://" + std::string(text) + "`?"};
    return fault;
  }
  if (auto fault = find_character_fault(text)) return fault;
  const std::size_t host_end = std::min(text.find_first_of("/?#", scheme), text.size());
  std::string_view host = text.substr(scheme, host_end - scheme);
  if (const std::size_t colon = host.find(':'); colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    const bool is_port = !port.empty() && port.size() <= 5 &&
                         port.find_first_not_of("0123456789") == std::string_view::npos;
    if (is_port) host = host.substr(0, colon);
  }
  if (is_host(host)) return find_site_fault(text, host, scheme);
  if (host.empty()) {
    return WebFault{0, text.size(), quoted(text) + " names no site after `//`", {}};
  }
  return WebFault{scheme, host_end, quoted(host) + " is not the name of a site", {}};
}

bool looks_like_web_address(std::string_view text) {
  if (text.find_first_of(" \t\n@") != std::string_view::npos) return false;
  const std::string_view rest = text.substr(scheme_size(text));
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool has_mark = rest.size() < text.size() || to_lower(host.substr(0, 4)) == "www.";
  return is_host(host) &&
         (has_mark || is_top_level_domain(to_lower(host.substr(host.rfind('.') + 1))));
}

bool is_web_address(std::string_view text) { return scheme_size(text) > 0; }

std::string_view without_scheme(std::string_view address) {
  address.remove_prefix(scheme_size(address));
  if (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

std::string query_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ') {
      result += '+';
    } else if (is_letter(c) || is_digit(c) ||
               std::string_view("-._~,").find(c) != std::string_view::npos) {
      result += c;
    } else {
      result += "%" + hex_digits(static_cast<unsigned char>(c), 2);
    }
  }
  return result;
}

}  // namespace handbill::content
