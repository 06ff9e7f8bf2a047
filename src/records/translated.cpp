// SPDX-License-Identifier: MIT
#include "records/translated.h"

#include <algorithm>

#include "base/ascii.h"
#include "manifest/sha256.h"
#include "records/roles.h"
#include "spec/fact_spec.h"
#include "spec/words.h"

namespace handbill::records {
namespace {

using spec::TranslationSpec;

constexpr std::string_view kReviewed = "reviewed";

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kSpaces); at != text.npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kSpaces, end);
  }
  return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + std::string(words[i]);
  return text;
}

/// The entry was read whole: what it lacks has been reported.
bool is_whole(const TranslationSpec& entry) {
  return entry.language && entry.file && entry.path && entry.source && entry.source_hash &&
         entry.translation_hash && entry.role && entry.work && entry.date;
}

bool is_sound(const TranslationSpec& entry) {
  return is_whole(entry) && hash_of_words(entry.source->value) == entry.source_hash->value;
}

std::string key_of(std::string_view file, std::string_view path) {
  return std::string(file) + ":" + spec::without_numbers(path);
}

/// The newest of those that hold, at that very path before all others.
template <class Holds>
const TranslationSpec* newest(const std::vector<const TranslationSpec*>& entries,
                              std::string_view path, const Holds& holds) {
  const TranslationSpec* found = nullptr;
  for (const TranslationSpec* each : entries) {
    if (!holds(*each)) continue;
    if (found == nullptr || each->path->value == path || found->path->value != path) found = each;
  }
  return found;
}

}  // namespace

std::string hash_of_words(std::string_view text) {
  const auto words = words_of(text);
  return manifest::sha256(joined(words, 0, words.size()));
}

std::string what_changed(std::string_view before, std::string_view now) {
  const auto old_words = words_of(before), new_words = words_of(now);
  const std::size_t shorter = std::min(old_words.size(), new_words.size());
  std::size_t first = 0, last = 0;
  while (first < shorter && old_words[first] == new_words[first]) ++first;
  while (last < shorter - first &&
         old_words[old_words.size() - 1 - last] == new_words[new_words.size() - 1 - last]) {
    ++last;
  }
  // A word before it and a word behind it say where it is.
  first -= first > 0 ? 1 : 0;
  last -= last > 0 ? 1 : 0;
  return "`" + joined(old_words, first, old_words.size() - last) + "` is now `" +
         joined(new_words, first, new_words.size() - last) + "`";
}

Block block_of(const TranslationRecord& record) {
  Block block("translation");
  block.text("language", record.language).text("file", record.file).text("path", record.path);
  block.text("source", record.source).text("source_hash", hash_of_words(record.source));
  block.text("translation_hash", hash_of_words(record.translation)).text("role", record.role);
  block.text("work", record.work == Work::Reviewed ? kReviewed : "translated");
  return block.date("date", record.date);
}

TranslationLedger::TranslationLedger(const spec::TranslatedSpec& ledger,
                                     std::string_view language) {
  for (const TranslationSpec& each : ledger.translations) {
    if (!is_sound(each) || each.language->value != language) continue;
    entries_[key_of(each.file->value, each.path->value)].push_back(&each);
  }
}

TextState TranslationLedger::state_of(const CurrentText& text) const {
  const auto found = entries_.find(key_of(text.file, text.path));
  if (found == entries_.end()) return {};
  const Entries& entries = found->second;
  const std::string source = hash_of_words(text.source), own = hash_of_words(text.translation);
  const auto of_source = [&](const TranslationSpec& e) { return e.source_hash->value == source; };
  const auto of_own = [&](const TranslationSpec& e) { return e.translation_hash->value == own; };
  const auto of_both = [&](const TranslationSpec& e) { return of_source(e) && of_own(e); };
  const auto is_reviewed = [&](const TranslationSpec& e) {
    return of_both(e) && e.work->value == kReviewed;
  };
  using enum TextState::Kind;
  if (const auto* by = newest(entries, text.path, is_reviewed)) return {Current, by, true};
  if (const auto* by = newest(entries, text.path, of_both)) return {Current, by};
  if (const auto* by = newest(entries, text.path, of_own)) return {SourceChanged, by};
  if (const auto* by = newest(entries, text.path, of_source)) return {TranslationChanged, by};
  const auto of_path = [&](const TranslationSpec& e) { return e.path->value == text.path; };
  if (const auto* by = newest(entries, text.path, of_path)) return {SourceChanged, by};
  return {};
}

std::vector<const TranslationSpec*> TranslationLedger::gone(
    const std::vector<CurrentText>& texts) const {
  std::set<std::string, std::less<>> paths, words;
  for (const CurrentText& each : texts) {
    const std::string key = key_of(each.file, each.path);
    paths.insert(std::string(each.file) + ":" + std::string(each.path));
    words.insert(key + ":" + hash_of_words(each.source));
    words.insert(key + ":" + hash_of_words(each.translation));
  }
  std::vector<const TranslationSpec*> gone;
  for (const auto& [key, entries] : entries_) {
    std::map<std::string, const TranslationSpec*> of_path;
    for (const TranslationSpec* each : entries) of_path[each->path->value] = each;
    for (const auto& [path, each] : of_path) {
      const bool is_there = paths.contains(each->file->value + ":" + path) ||
                            words.contains(key + ":" + each->source_hash->value) ||
                            words.contains(key + ":" + each->translation_hash->value);
      if (!is_there) gone.push_back(each);
    }
  }
  return gone;
}

void judge_entries(const spec::TranslatedSpec& ledger, const std::optional<spec::RolesSpec>& roles,
                   diag::Diagnostics& diags) {
  std::set<std::string> told;  // once for all entries of a role
  for (const TranslationSpec& each : ledger.translations) {
    if (!is_whole(each)) continue;
    if (!is_sound(each)) {
      diags.error(diag::DiagnosticId::RecordFaulty, each.source_hash->span,
                  "these are not the words of this hash: the entry of " +
                      spec::quoted(each.path->value) + " was changed by hand",
                  {"take the entry out, and record the text with `handbill translated`"});
    }
    const Task task = each.work->value == kReviewed ? Task::Review : Task::Translate;
    auto problem = refusal(roles, each.role->value, task, each.language->value);
    if (!problem || !told.insert(problem->message).second) continue;
    problem->span = each.role->span;
    diags.add(std::move(*problem));
  }
}

}  // namespace handbill::records
