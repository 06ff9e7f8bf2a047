// SPDX-License-Identifier: MIT
#include "build/judge_translation.h"

#include <algorithm>
#include <set>

#include "prose/reading.h"
#include "spec/words.h"
#include "spec/written_date.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;
using spec::TextPair;
using spec::Value;

std::vector<TextPair> pairs_of(const spec::ContentSpec::File& file,
                               const spec::ContentSpec& content,
                               const std::set<std::string, std::less<>>& file_keys) {
  const spec::Translatable what{content.facts, file_keys};
  return spec::text_pairs(file.translation->original, &file.translation->own, what);
}

diag::Span place_of(const TextPair& pair, const prose::TextDifference& found) {
  return found.end > found.begin ? pair.translation->part(found.begin, found.end)
                                 : pair.translation->span;
}

/// Where the texts stand that a document prints. What prints a list prints all it holds.
class PrintedTexts {
 public:
  explicit PrintedTexts(const Compiled& compiled) : printed_(compiled.document->printed) {
    for (const spec::ContentSpec::File& file : compiled.content->as_read().files) {
      add(file.root, false);
    }
  }
  bool has(const Value& text) const { return places_.contains(text.span); }

 private:
  void add(const Value& value, bool is_printed) {
    is_printed = is_printed || printed_.has(value);
    if (const Value::Table* table = value.as_table()) {
      for (const spec::Entry& entry : *table) add(entry.value, is_printed);
    } else if (const Value::Array* list = value.as_array()) {
      for (const Value& each : *list) add(each, is_printed);
    } else if (is_printed) {
      places_.insert(value.span);
    }
  }

  const content::Printed& printed_;
  std::set<diag::Span> places_{};
};

diag::Diagnostic warning(DiagnosticId id, std::string message, diag::Span at, diag::Label label,
                         std::string hint) {
  diag::Diagnostic problem;
  problem.id = id;
  problem.severity = diag::Severity::Warning;
  problem.message = std::move(message);
  problem.span = at;
  problem.labels = {std::move(label)};
  if (!hint.empty()) problem.hints = {std::move(hint)};
  return problem;
}

void tell_left(const TextPair& pair, const prose::TranslatedText& text,
               const prose::KnownWords& known, diag::Diagnostics& diags) {
  const auto left = prose::left_standing(text, known);
  if (!left) return;
  const std::string hint = text.translation.empty()
                               ? "write its translation between the quotes"
                               : "translate it; words that are the same in every language go into "
                                 "`content/words.txt`";
  diags.add(warning(DiagnosticId::Untranslated, spec::quoted(pair.path) + " " + left->message,
                    place_of(pair, *left), {pair.source->span, "the original"}, hint));
}

/// A text that was made from other words differs from those there are now: that is told once.
diag::Diagnostics without_differences(const std::vector<diag::Span>& of,
                                      const diag::Diagnostics& found) {
  diag::Diagnostics left;
  for (const diag::Diagnostic& each : found.list()) {
    const bool is_told = std::ranges::any_of(of, [&](const diag::Span& text) {
      return each.span.file == text.file && each.span.begin >= text.begin &&
             each.span.end <= text.end;
    });
    if (!is_told || each.id != DiagnosticId::TranslationDiffers) left.add(each);
  }
  return left;
}

}  // namespace

void compare_texts(const spec::ContentSpec& content, const diag::SourceMap& sources,
                   diag::Diagnostics& diags) {
  const auto file_keys = spec::keys_of_files(sources);
  for (const spec::ContentSpec::File& file : content.files) {
    if (!file.translation) continue;
    for (const TextPair& pair : pairs_of(file, content, file_keys)) {
      if (pair.translation == nullptr) continue;
      const prose::TranslatedText text{*pair.source->as_string(), *pair.translation->as_string(),
                                       file.translation->language, file.translation->into};
      for (const prose::TextDifference& each : prose::differences(text)) {
        diags.add(warning(DiagnosticId::TranslationDiffers,
                          spec::quoted(pair.path) + " " + each.message, place_of(pair, each),
                          {pair.source->span, "the original"}, ""));
      }
    }
  }
}

prose::KnownWords known_words(const spelling::OwnWords& own, std::string_view language) {
  prose::KnownWords known;
  for (const std::string_view line : own.of(language)) {
    for (const prose::Token& each : prose::read_text(line).tokens) known.insert(each.plain);
  }
  return known;
}

diag::Diagnostic tell_state(const records::TextState& state, const TextPair& pair,
                            const std::string& language) {
  const spec::TranslationSpec& by = *state.by;
  const std::string date = spec::iso_date(by.date->value);
  const std::string hint =
      "look at it, then run `handbill translated " + language + " " + pair.path + " --role …`";
  if (state.kind == records::TextState::Kind::SourceChanged) {
    return warning(DiagnosticId::TranslationStale,
                   spec::quoted(pair.path) + " was translated on " + date +
                       " from words that have changed: " +
                       records::what_changed(by.source->value, *pair.source->as_string()),
                   pair.translation->span, {pair.source->span, "the original as it is now"}, hint);
  }
  const bool was_reviewed = by.work->value == "reviewed";
  return warning(
      DiagnosticId::TranslationStale,
      spec::quoted(pair.path) + " has other words than those that " + spec::quoted(by.role->value) +
          (was_reviewed ? " reviewed" : " translated") + " on " + date,
      pair.translation->span, {pair.source->span, "the original, which is the same"}, hint);
}

void judge_translation(const Compiled& compiled, const diag::FileReader& files,
                       diag::SourceMap& sources, diag::Diagnostics& diags) {
  if (!compiled.document || !compiled.content) return;
  std::vector<diag::Span> outdated;
  const spec::ContentSpec& content = compiled.content->as_read();
  const bool is_translated = std::ranges::any_of(
      content.files, [](const auto& file) { return file.translation.has_value(); });
  if (!is_translated) return;
  const auto ledger = spec::parse_translated(files, sources, diags);
  if (ledger) records::judge_entries(*ledger, spec::parse_roles(files, sources, diags), diags);
  const spec::TranslatedSpec none;
  const std::string& language = content.asked_language();
  const records::TranslationLedger of_language(ledger ? *ledger : none, language);
  const auto own = spelling::read_own_words(files, sources, diags);
  const auto known = known_words(own, language);
  const PrintedTexts printed(compiled);
  const auto file_keys = spec::keys_of_files(sources);
  for (const spec::ContentSpec::File& file : content.files) {
    if (!file.translation) continue;
    for (const TextPair& pair : pairs_of(file, content, file_keys)) {
      if (pair.translation == nullptr || !printed.has(*pair.translation)) continue;
      const std::string &source = *pair.source->as_string(), &text = *pair.translation->as_string();
      tell_left(pair, {source, text, file.translation->language, language}, known, diags);
      const auto state = of_language.state_of({file.subject, pair.path, source, text});
      using Kind = records::TextState::Kind;
      if (state.kind == Kind::SourceChanged || state.kind == Kind::TranslationChanged) {
        diags.add(tell_state(state, pair, language));
      }
      if (state.kind == Kind::SourceChanged) outdated.push_back(pair.translation->span);
    }
  }
  if (!outdated.empty()) diags = without_differences(outdated, diags);
}

}  // namespace handbill::build
