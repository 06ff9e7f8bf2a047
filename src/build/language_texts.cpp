// SPDX-License-Identifier: MIT
#include "build/language_texts.h"

#include <algorithm>

#include "base/nearest.h"
#include "build/project_files.h"
#include "content/language_name.h"
#include "diag/read_text.h"
#include "spec/parse_layout.h"
#include "spec/translation.h"
#include "spec/words.h"
#include "spec/written_date.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;

/// What the layouts of a project say of its content. Their faults are told where they are built.
struct Layouts {
  Layouts(const world::Project& project, diag::SourceMap& sources) {
    diag::Diagnostics unheard;
    const diag::DiskFiles files = project.files();
    for (const std::string& path : project_layouts(project)) {
      const auto layout = spec::parse_layout(files, path, "", sources, unheard);
      if (!layout) continue;
      languages.insert(layout->language ? layout->language->value : "en");
      facts.insert(facts.end(), layout->facts.begin(), layout->facts.end());
    }
  }
  std::string language() const { return languages.size() == 1 ? *languages.begin() : "en"; }

  std::set<std::string> languages{};
  std::vector<spec::FactSpec> facts = spec::built_in_facts();
};

std::optional<spec::Value> read_file(const diag::FileReader& files, const std::string& path,
                                     diag::SourceMap& sources, diag::Diagnostics& diags) {
  if (files.read(path).state == diag::FileState::Missing) return std::nullopt;
  const auto file = diag::read_text(files, path, {}, sources, diags);
  return file ? spec::read_toml(sources, *file, diags) : std::nullopt;
}

bool is_language_there(const world::Project& project, const std::string& language,
                       const std::string& source, diag::Diagnostics& diags) {
  std::vector<std::string> others = project_languages(project);
  if (language == source) {
    diags.error(DiagnosticId::WrongUse, {},
                spec::quoted(language) + " is the language that the project is written in",
                {"name one that it is translated into"});
    return false;
  }
  if (std::ranges::find(others, language) != others.end()) return true;
  std::erase(others, source);
  auto near = nearest(language, others);
  const auto meant = content::meant_language(language);
  if (!near && meant && std::ranges::find(others, *meant) != others.end()) near = meant;
  std::string hint = near ? "did you mean " + spec::quoted(*near) + "?"
                          : "`handbill new-language " + language + "` makes one";
  diags.error(DiagnosticId::WrongUse, {},
              "`content/` has no folder for the language " + spec::quoted(language),
              {std::move(hint)});
  return false;
}

void add_file(const diag::FileReader& own, const std::string& subject, LanguageTexts& texts,
              diag::SourceMap& sources, diag::Diagnostics& diags) {
  const std::string name = "/" + subject + ".toml";
  auto original = read_file(own, "content/" + texts.source_language + name, sources, diags);
  if (!original) return;
  LanguageFile file{subject, "content/" + texts.language + name, std::move(*original)};
  file.own = read_file(own, file.path, sources, diags);
  if (!file.own && spec::is_facts_only(file.original, texts.facts)) return;
  texts.files.push_back(std::move(file));
}

void add_texts(LanguageTexts& texts) {
  const records::TranslationLedger ledger(texts.ledger, texts.language);
  for (const LanguageFile& file : texts.files) {
    const spec::Value* own = file.own ? &*file.own : nullptr;
    for (spec::TextPair& pair :
         spec::text_pairs(file.original, own, {texts.facts, texts.file_keys})) {
      LanguageText text{&file, std::move(pair)};
      if (text.is_translated()) {
        text.state = ledger.state_of({file.subject, text.pair.path, *text.pair.source->as_string(),
                                      *text.pair.translation->as_string()});
      }
      texts.texts.push_back(std::move(text));
    }
  }
}

bool is_at_or_below(std::string_view path, std::string_view above) {
  return path.starts_with(above) && (path.size() == above.size() || path[above.size()] == '.');
}

}  // namespace

std::string source_language_of(const world::Project& project, diag::SourceMap& sources) {
  return Layouts(project, sources).language();
}

std::optional<LanguageTexts> read_language(const world::Project& project,
                                           const std::string& language, MustExist must,
                                           diag::SourceMap& sources, diag::Diagnostics& diags) {
  Layouts layouts(project, sources);
  LanguageTexts texts;
  texts.language = language;
  texts.source_language = layouts.language();
  if (must == MustExist::Yes &&
      !is_language_there(project, language, texts.source_language, diags)) {
    return std::nullopt;
  }
  texts.facts = std::move(layouts.facts);
  texts.file_keys = spec::keys_of_files(sources);
  // The project's own: what the program lends is no content.
  const diag::DiskFiles own({project.root});
  for (const std::string& name : own.list("content/" + texts.source_language)) {
    if (!name.ends_with(".toml")) continue;
    add_file(own, name.substr(0, name.size() - 5), texts, sources, diags);
  }
  texts.ledger = spec::parse_translated(own, sources, diags).value_or(spec::TranslatedSpec{});
  texts.roles = spec::parse_roles(own, sources, diags);
  add_texts(texts);
  return texts;
}

std::vector<const LanguageText*> chosen_texts(const LanguageTexts& texts,
                                              const std::vector<std::string>& words,
                                              diag::Diagnostics& diags) {
  std::set<const LanguageText*> chosen;
  for (const std::string& word : words) {
    std::vector<std::string> paths;
    bool is_known = false;
    for (const LanguageText& each : texts.texts) {
      paths.push_back(each.pair.path);
      if (each.file->subject != word && !is_at_or_below(each.pair.path, word)) continue;
      chosen.insert(&each);
      is_known = true;
    }
    if (is_known) continue;
    const auto near = nearest(word, paths);
    diags.error(DiagnosticId::WrongUse, {},
                spec::quoted(word) + " is no text, table or file of `content/" +
                    texts.source_language + "` that is translated",
                {near ? "did you mean " + spec::quoted(*near) + "?"
                      : "`handbill translations " + texts.language + "` lists them"});
  }
  std::vector<const LanguageText*> in_order;
  for (const LanguageText& each : texts.texts) {
    if (words.empty() || chosen.contains(&each)) in_order.push_back(&each);
  }
  return in_order;
}

void tell_records(const LanguageTexts& texts, diag::Diagnostics& diags) {
  std::vector<records::CurrentText> current;
  std::size_t unrecorded = 0, translated = 0;
  for (const LanguageText& each : texts.texts) {
    if (!each.is_translated()) continue;
    ++translated;
    unrecorded += each.state.kind == records::TextState::Kind::Unrecorded ? 1 : 0;
    current.push_back({each.file->subject, each.pair.path, *each.pair.source->as_string(),
                       *each.pair.translation->as_string()});
  }
  if (unrecorded > 0) {
    const std::string all = unrecorded == translated ? "" : " of " + std::to_string(translated);
    diags.note(
        DiagnosticId::TranslationStale, {},
        "of " + std::to_string(unrecorded) + all + " texts of `content/" + texts.language +
            "` nobody has said which words they were translated from: `handbill translated " +
            texts.language + " --role …` does");
  }
  for (const spec::TranslationSpec* each :
       records::TranslationLedger(texts.ledger, texts.language).gone(current)) {
    diags.note(DiagnosticId::TranslationStale, each->path->span,
               "the text " + spec::quoted(each->path->value) + ", " + each->work->value + " on " +
                   spec::iso_date(each->date->value) + ", is gone from the content");
  }
}

}  // namespace handbill::build
