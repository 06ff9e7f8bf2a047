// SPDX-License-Identifier: MIT
// Which words are spelt right: by lists of our own for English and Spanish, which are opened in no
// time, by Hunspell's dictionaries for other languages, and by what the clinic adds.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/module.h"
#include "diag/diagnostic.h"
#include "spelling/own_words.h"

namespace handbill::spelling {

/// Where a speller finds what it needs; the first that has it wins.
struct Places {
  std::vector<std::string> lists;         ///< en.words, en-med.words, es.words
  std::vector<std::string> dictionaries;  ///< ar.aff, ar.dic
  std::vector<std::string> modules;       ///< handbill_spelling.so
};
Places usual_places();

enum class Spelling { Right, Unknown, Unasked };

struct Suggestion {
  std::string word;
  bool is_sure = false;  ///< one slip away, and no other word is as near
  bool operator==(const Suggestion&) const = default;
};

class Speller {
 public:
  /// `recall` gives what an earlier run kept, whatever became of it since; it is asked when the
  /// first word of a dictionary is. Without it nothing is recalled.
  explicit Speller(OwnWords own, Places places = usual_places(),
                   std::function<std::string()> recall = {});
  ~Speller();
  Speller(Speller&&) noexcept;

  /// A word of a text, as it stands there: at the beginning of a sentence, in capitals, with 's,
  /// or several with hyphens. Unasked: nobody knows the language (missing_languages), or it is
  /// written without spaces. A speller is not to be asked from several threads.
  Spelling look_up(std::string_view word, std::string_view language) const;

  /// What may be meant by a word that is unknown, the likeliest first, with capitals as it has
  /// them.
  std::vector<Suggestion> suggestions(std::string_view word, std::string_view language,
                                      std::size_t most) const;

  /// A list has it with that capital: "May" beside "may", or "London".
  bool is_name(std::string_view word, std::string_view language) const;

  /// In about a millisecond; for a word of Hunspell's it takes a tenth of a second.
  bool suggests_quickly(std::string_view language) const;

  const OwnWords& own() const;

  /// Languages that were asked and that no list or dictionary is there for.
  const std::set<std::string, std::less<>>& missing_languages() const;

  /// What the next run may recall. Nothing: it is what was recalled.
  std::optional<std::string> take_news() const;

 private:
  class Books;
  std::unique_ptr<Books> books_;
};

/// A note spelling-missing for each language that nobody knows.
void report_missing_languages(const Speller& speller, diag::Diagnostics& diags);

}  // namespace handbill::spelling
