// SPDX-License-Identifier: MIT
// The facts of a content that have a type, whatever they are called: what is typed by hand is held
// against them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "content/opening_hours.h"
#include "diag/span.h"
#include "words/words.h"

namespace handbill::prose {

struct OwnFact {
  std::string path;                    ///< "clinic.phone", "menu.breads.0.price"
  const spec::Value* value = nullptr;  ///< of the content
  bool is_blank = false;               ///< the clinic still has to supply it
  std::string organisation{};          ///< "the clinic"; empty: it is of none

  /// What is written; empty: a blank, or no text.
  std::string_view text() const;
};

/// Those of a type ("phone"), or the names of organisations ("name"), in the order they are
/// declared. What a clinic says it does not have is none.
std::vector<OwnFact> own_facts(const content::Content& content, std::string_view type);

/// As it is printed: "(301) 555-0100". Empty: it is blank, or no text.
std::string printed_fact(const content::Content& content, std::string_view path,
                         std::string_view format = {});

struct OwnHours {
  std::string path;  ///< "hours", "bakery.open"
  content::OpeningHours hours;
};

/// All opening hours there are. What is broken in them has been reported.
std::vector<OwnHours> own_hours(const content::Content& content);

/// The country of the first address that names one: "GB"; else "US".
std::string own_country(const content::Content& content);

/// Bytes [begin, end) are all of a text of the content, but for space round them: it is a fact of
/// its own, if of no type.
bool is_text_of_its_own(const content::Content& content, const words::Paragraph& paragraph,
                        std::size_t begin, std::size_t end);

}  // namespace handbill::prose
