// SPDX-License-Identifier: MIT
// Whose fact a name is, in a part of a layout or for an entry of a list.
#pragma once

#include <string>

#include "content/content.h"
#include "content/template.h"
#include "spec/value.h"

namespace handbill::document {

struct ScopedFact {
  content::TemplatePart::Fact fact{};
  const content::FactRow* scope = nullptr;  ///< the row that has it; null: the whole content
  /// What a part is given under that name, when it is more than one fact: then that is to be set.
  const content::Given* given = nullptr;
  bool is_found = false;  ///< in a row, or among what a part is given
};

/// Looks from `scope`, which may be null, outwards: what the part is given, the entry it is laid
/// for, what the part has for itself, what stands round it. What is found nowhere is asked of the
/// innermost entry, so that it is told what that lacks.
ScopedFact in_scope(const content::TemplatePart::Fact& fact, const content::FactRow* scope);

/// The same by path.
ScopedFact in_scope(std::string_view path, const content::FactRow* scope);

/// The same, and what `content` has of a second language: "second.text" of an entry is that of the
/// entry at the same place there, and a text of that language is told in its facts.
ScopedFact in_scope(const content::TemplatePart::Fact& fact, const content::FactRow* scope,
                    const content::Content& content);
ScopedFact in_scope(std::string_view path, const content::FactRow* scope,
                    const content::Content& content);

/// The part whose texts `scope` is for; empty: none.
std::string_view part_of(const content::FactRow* scope);

/// The entry that `scope` is, or stands in; null: none.
const content::FactRow* entry_of(const content::FactRow* scope);

}  // namespace handbill::document
