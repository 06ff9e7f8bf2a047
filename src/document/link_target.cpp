// SPDX-License-Identifier: MIT
#include "document/link_target.h"

namespace handbill::document {
namespace {

std::string dialled(std::string_view number) {
  std::string result;
  for (const char c : number) {
    if ((c >= '0' && c <= '9') || c == '+') result += c;
  }
  return result;
}

/// RFC 3986, 2.1: what may not stand in an address as it is; "%" stays, it may be an escape.
std::string percent_encoded(std::string_view address) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kUnsafe = "\"<>\\^`{|}";
  std::string result;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && kUnsafe.find(c) == std::string_view::npos) {
      result += c;
      continue;
    }
    result += '%';
    result += kHex[byte >> 4];
    result += kHex[byte & 15];
  }
  return result;
}

}  // namespace

LinkTarget link_target(const PlacedText& written, const content::Scope* scope, Facts& facts,
                       const Context& context) {
  const std::size_t errors = context.diags.error_count();
  const PlainText target = facts.plain(written, scope, ProseAs::Written);
  LinkTarget result{{}, target.told, target.missed};
  if (target.has_blank || target.missed || context.diags.error_count() > errors) return result;
  const std::string& text = target.text;
  for (const std::string_view scheme : {"tel:", "sms:"}) {
    if (!text.starts_with(scheme)) continue;
    result.address = scheme;
    result.address += dialled(std::string_view(text).substr(scheme.size()));
    return result;
  }
  for (const std::string_view scheme : {"https://", "http://", "mailto:"}) {
    if (!text.starts_with(scheme) || text.size() == scheme.size()) continue;
    result.address = percent_encoded(text);
    return result;
  }
  context.error(diag::DiagnosticId::BadUrl, written.span,
                "a link leads to " + quoted(text) + ", which is no complete address",
                {"begin it with `https://`, `mailto:` or `tel:`"});
  return result;
}

}  // namespace handbill::document
