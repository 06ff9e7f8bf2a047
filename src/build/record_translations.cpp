// SPDX-License-Identifier: MIT
#include "build/record_translations.h"

#include "base/words.h"
#include "build/append_record.h"
#include "build/judge_translation.h"
#include "records/roles.h"
#include "spec/words.h"

namespace handbill::build {
namespace {

using records::Work;

constexpr Ledger kTranslated = {
    spec::kTranslatedFile,
    "# What translations were made from: each entry has the words of the original, who has\n"
    "# translated or reviewed them, and when. `handbill translated` adds entries at the end; none "
    "is\n"
    "# changed. The mark behind each line keeps entries whole when git joins two branches.\n"};

bool is_recorded(const records::TextState& state, Work work) {
  return state.kind == records::TextState::Kind::Current &&
         (work == Work::Translated || state.is_reviewed);
}

std::string_view word_for(Work work) { return work == Work::Reviewed ? "reviewed" : "translated"; }

}  // namespace

std::vector<records::Block> entries_of(const std::vector<records::TranslationRecord>& records) {
  std::vector<records::Block> entries;
  for (const records::TranslationRecord& each : records) {
    entries.push_back(records::block_of(each));
  }
  return entries;
}

std::optional<std::string> append_translations(const world::Project& project,
                                               const ChangedContent& content,
                                               const std::vector<records::Block>& entries,
                                               diag::Diagnostics& diags) {
  return append_with_content(project, content, kTranslated, entries, {}, diags);
}

RecordedTexts record_translations(const world::Project& project, const LanguageTexts& texts,
                                  const std::vector<const LanguageText*>& chosen,
                                  const Recording& recording, diag::Diagnostics& diags) {
  const records::Task task =
      recording.work == Work::Reviewed ? records::Task::Review : records::Task::Translate;
  if (auto problem = records::refusal(texts.roles, recording.role, task, texts.language)) {
    diags.add(std::move(*problem));
  }
  if (diags.has_errors()) return {};
  std::vector<records::TranslationRecord> made;
  std::size_t missing = 0, known = 0;
  for (const LanguageText* each : chosen) {
    const std::string* own = each->is_translated() ? each->pair.translation->as_string() : nullptr;
    const bool is_missing = own == nullptr || own->empty();
    const bool is_known = !is_missing && is_recorded(each->state, recording.work);
    missing += is_missing ? 1 : 0;
    known += is_known ? 1 : 0;
    if (is_missing || is_known) continue;
    made.push_back({texts.language, each->file->subject, each->pair.path,
                    *each->pair.source->as_string(), *own, recording.role, recording.work,
                    recording.date});
  }
  RecordedTexts result;
  result.failure = append_translations(project, {}, entries_of(made), diags);
  if (result.failure) return result;
  const std::string word(word_for(recording.work));
  result.told.push_back(counted(made.size(), "text") + " of `content/" + texts.language +
                        "` recorded as " + word + " by `" + recording.role + "`");
  if (known > 0) result.told.push_back(counted(known, "text") + " had been recorded so before");
  if (missing > 0) {
    result.told.push_back(counted(missing, "text") + (missing == 1 ? " has" : " have") +
                          " no translation yet");
  }
  return result;
}

}  // namespace handbill::build
