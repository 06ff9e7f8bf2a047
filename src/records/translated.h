// SPDX-License-Identifier: MIT
// What the ledger of translations says of a text: whether its translation was made from the words
// that stand there now.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "records/block.h"
#include "spec/records_spec.h"

namespace handbill::records {

/// Of the words alone: how lines are broken changes nothing.
std::string hash_of_words(std::string_view text);

/// "`24` is now `48`": the words that differ, with those beside them where they say too little.
std::string what_changed(std::string_view before, std::string_view now);

enum class Work { Translated, Reviewed };

/// What is written about a text.
struct TranslationRecord {
  std::string language, file, path, source, translation, role;
  Work work = Work::Translated;
  spec::Date date{};
};
Block block_of(const TranslationRecord& record);

/// A text of the project as it is now.
struct CurrentText {
  std::string_view file;  ///< "aftercare"
  std::string_view path;  ///< "aftercare.do.0.text"
  std::string_view source, translation;
};

struct TextState {
  enum class Kind {
    Current,             ///< made from the words that stand there
    SourceChanged,       ///< the source has other words by now; the translation may have too
    TranslationChanged,  ///< the source has the same words, the translation has not
    Unrecorded           ///< nobody has said what it was made from
  } kind = Kind::Unrecorded;
  const spec::TranslationSpec* by = nullptr;  ///< the entry that says so; null: Unrecorded
  bool is_reviewed = false;                   ///< as it is now
};

/// Of one language. Refers to the ledger; entries that do not hold together are left out. An entry
/// of a list is known by its words wherever it moves in its list.
class TranslationLedger {
 public:
  TranslationLedger(const spec::TranslatedSpec& ledger, std::string_view language);

  bool empty() const { return entries_.empty(); }
  TextState state_of(const CurrentText& text) const;
  /// The newest entry of each text that is none of these, and none of whose words are: "file:path".
  std::vector<const spec::TranslationSpec*> gone(const std::vector<CurrentText>& texts) const;

 private:
  using Entries = std::vector<const spec::TranslationSpec*>;
  std::map<std::string, Entries, std::less<>> entries_;  ///< by file and path without numbers
};

/// Reports entries whose hash is not that of their words (record-faulty), and those of roles that
/// the project does not list for their work (unknown-role).
void judge_entries(const spec::TranslatedSpec& ledger, const std::optional<spec::RolesSpec>& roles,
                   diag::Diagnostics& diags);

}  // namespace handbill::records
