// SPDX-License-Identifier: MIT
#include "document/link_target.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/number.h"

namespace handbill::document {
namespace {

std::string dialled(std::string_view number) {
  std::string result;
  for (const char c : number) {
    if ((c >= '0' && c <= '9') || c == '+') result += c;
  }
  return result;
}

/// "clinic.example/book"; of mail the address alone: "front@clinic.example".
std::string shown_address(std::string address, std::string_view scheme) {
  if (scheme == "mailto:") address.resize(std::min(address.find('?'), address.size()));
  if (address.ends_with('/')) address.pop_back();
  return address;
}

}  // namespace

std::string percent_encoded(std::string_view address) {
  constexpr std::string_view kUnsafe = "\"<>\\^`{|}";
  std::string result;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && kUnsafe.find(c) == std::string_view::npos) {
      result += c;
      continue;
    }
    result += "%" + hex_digits(byte, 2);
  }
  return result;
}

LinkTarget link_target(const PlacedText& written, const content::FactRow* scope, Facts& facts,
                       const Context& context) {
  const std::size_t errors = context.diags.error_count();
  const PlainText target = facts.plain(written, scope, ProseAs::Written);
  LinkTarget result{{}, target.told, target.missed};
  if (target.has_blank || target.missed || context.diags.error_count() > errors) return result;
  const std::string& text = target.text;
  for (const std::string_view scheme : {"tel:", "sms:"}) {
    if (!text.starts_with(scheme)) continue;
    result.address = scheme;
    result.shown = text.substr(scheme.size());
    result.address += dialled(result.shown);
    return result;
  }
  for (const std::string_view scheme : {"https://", "http://", "mailto:"}) {
    if (!text.starts_with(scheme) || text.size() == scheme.size()) continue;
    result.address = percent_encoded(text);
    result.shown = shown_address(text.substr(scheme.size()), scheme);
    return result;
  }
  const bool is_host = text.find('.') != text.npos && text.find_first_of(" :@") == text.npos;
  context.error(diag::DiagnosticId::BadUrl, written.span,
                "a link leads to " + quoted(text) + ", which is no complete address",
                {is_host ? "did you mean " + quoted("https://" + text) + "?"
                         : "begin it with `https://`, `mailto:` or `tel:`"});
  return result;
}

bool is_told(const LinkTarget& target, std::string_view words) {
  const bool is_number = target.address.starts_with("tel:") || target.address.starts_with("sms:");
  if (!is_number) {
    std::string address = to_lower(target.shown);
    if (address.starts_with("www.")) address.erase(0, 4);
    return to_lower(words).find(address) != std::string::npos;
  }
  // Without the code of the country, which words may leave out.
  constexpr std::size_t kLocal = 7;
  const std::string number = dialled(target.shown), said = dialled(words);
  return said.find(number.substr(number.size() - std::min(number.size(), kLocal))) !=
         std::string::npos;
}

}  // namespace handbill::document
