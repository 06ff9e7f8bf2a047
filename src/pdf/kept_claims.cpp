// SPDX-License-Identifier: MIT
#include "pdf/kept_claims.h"

#include <algorithm>

#include "base/utf8.h"
#include "display/item_kinds.h"

namespace handbill::pdf {
namespace {

using Fault = std::optional<ClaimFault>;

/// Of a string in PDF (ISO 19005-2, 6.1.13): 32,767 bytes, of which UTF-16 takes two for a letter.
constexpr std::size_t kLongestText = 16'000;

Fault fault_of_tags(const WrittenFile& file) {
  if (file.tree == nullptr) {
    return ClaimFault{file.pages.forms.empty() ? "nothing in it is read, so it has no tags"
                                               : "the sheets of a press have no tags"};
  }
  if (!file.tree->has_content()) return ClaimFault{"nothing in it is read, so it has no tags"};
  return std::nullopt;
}

/// ISO 14289-1, 7.4.2: no level is left out on the way down.
Fault fault_of_headings(const std::vector<display::StructNode>& nodes) {
  int last = 0;
  for (const display::StructNode& node : nodes) {
    const auto level = display::heading_level(node.role);
    if (!level) continue;
    if (*level > last + 1) {
      const std::string seen = "a heading of level " + std::to_string(*level);
      return ClaimFault{last == 0 ? "it begins with " + seen
                                  : seen + " stands below one of level " + std::to_string(last),
                        node.span};
    }
    last = *level;
  }
  return std::nullopt;
}

Fault fault_of_links(const WrittenFile& file) {
  if (!file.has_links) return std::nullopt;
  for (const display::Page& page : file.pages.pages) {
    for (const display::Link& link : page.links) {
      if (!link.structure) return ClaimFault{"a link is no part of what is read", link.span};
    }
  }
  return std::nullopt;
}

/// Symbols that only one font knows need a text that stands for them (ISO 19005-2, 6.2.11.7.3).
bool has_private_letters(std::string_view text) {
  // UTF-8 of U+E000 and up begins with one of these bytes.
  if (std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xEE; })) {
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return true;
  }
  return false;
}

Fault fault_of_letters(const display::PageList& pages) {
  for (const auto* list : {&pages.pages, &pages.forms}) {
    for (const display::Page& page : *list) {
      for (const display::Item& item : page.items) {
        const auto* run = display::text_of(item);
        if (run != nullptr && has_private_letters(run->text)) {
          return ClaimFault{"a letter of a private use area says nothing to anybody", item.span};
        }
      }
    }
  }
  return std::nullopt;
}

Fault fault_of_strings(const display::PageList& pages) {
  const auto is_long = [](const std::string& text) { return text.size() > kLongestText; };
  const display::Metadata& metadata = pages.metadata;
  for (const std::string* text :
       {&metadata.title, &metadata.subject, &metadata.author, &metadata.keywords}) {
    if (is_long(*text)) return ClaimFault{"what it says of itself is longer than 16,000 bytes"};
  }
  for (const display::StructNode& node : pages.structure) {
    if (is_long(node.alt)) return ClaimFault{"an `alt` is longer than 16,000 bytes", node.span};
  }
  for (const display::Page& page : pages.pages) {
    for (const display::Link& link : page.links) {
      if (is_long(link.target)) return ClaimFault{"a link is longer than 16,000 bytes", link.span};
    }
  }
  return std::nullopt;
}

Fault fault_of_access(const WrittenFile& file) {
  const display::Metadata& metadata = file.pages.metadata;
  if (Fault fault = fault_of_tags(file)) return fault;
  if (metadata.title.empty()) return ClaimFault{"the document has no title"};
  if (metadata.language.empty()) return ClaimFault{"the document has no language"};
  if (Fault fault = fault_of_headings(file.pages.structure)) return fault;
  return fault_of_links(file);
}

Fault fault_of_archive(const WrittenFile& file) {
  if (!file.resources.is_for_screen() && !covers_ink(file.intent)) {
    return ClaimFault{"no ICC profile of a press says what its inks look like"};
  }
  if (const std::string& fault = file.resources.archive_fault(); !fault.empty()) {
    return ClaimFault{fault};
  }
  return fault_of_strings(file.pages);
}

}  // namespace

std::optional<ClaimFault> fault_of(Claim claim, const WrittenFile& file) {
  switch (claim) {
    case Claim::X1a2003:
    case Claim::X4:
      return std::nullopt;
    case Claim::Ua1:
      return fault_of_access(file);
    case Claim::A2a:
      if (Fault fault = fault_of_tags(file)) return fault;
      if (Fault fault = fault_of_letters(file.pages)) return fault;
      return fault_of_archive(file);
    case Claim::A2u:
    case Claim::A2b:
      return fault_of_archive(file);
  }
  return std::nullopt;
}

Claims kept_of(Claims unasked, const WrittenFile& file) {
  Claims kept;
  for (const Claim each : unasked.list()) {
    const bool has_family = kept.of(facts_of(each).family).has_value();
    if (!has_family && !fault_of(each, file)) kept = kept | each;
  }
  return kept;
}

}  // namespace handbill::pdf
