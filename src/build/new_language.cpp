// SPDX-License-Identifier: MIT
#include "build/new_language.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "build/font_list.h"
#include "build/project_files.h"
#include "content/language_name.h"
#include "spec/words.h"
#include "spelling/speller.h"
#include "text/hyphen_book.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;

bool is_for_another(const world::Project& project, const std::string& language,
                    diag::Diagnostics& diags) {
  const auto known = content::known_language(language);
  if (!known || *known != language) {
    const auto meant = known ? known : content::meant_language(language);
    diags.error(DiagnosticId::WrongUse, {},
                spec::quoted(language) + " is no tag of a language, such as `es`, `zh` or `pt-BR`",
                {meant ? "did you mean " + spec::quoted(*meant) + ", " +
                             content::language_name(*meant) + "?"
                       : "https://www.iana.org/assignments/language-subtag-registry lists them"});
    return false;
  }
  const auto others = project_languages(project);
  if (std::ranges::find(others, language) == others.end()) return true;
  diags.error(DiagnosticId::WrongUse, {}, "`content/" + language + "` is there already",
              {"`handbill check --language " + language + "` tells what it lacks"});
  return false;
}

/// "Lato" has its letters, and is used; else what has.
std::string fonts_told(const world::Project& project, const std::string& language,
                       std::shared_ptr<confined::Reader> reader, diag::SourceMap& sources) {
  diag::Diagnostics unheard;
  const FontList list = list_fonts(project, {}, std::move(reader), sources, unheard);
  const auto has_letters = [&](const Family& family) {
    return std::ranges::any_of(family.faces, [&](const Face& face) {
      return face.report && std::ranges::find(face.languages, language) != face.languages.end();
    });
  };
  std::vector<std::string> used, lacking;
  for (const Family& each : list.families) {
    if (!each.uses.empty()) (has_letters(each) ? used : lacking).push_back(each.name);
  }
  const auto joined = [](const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& each : words) text += (text.empty() ? "" : ", ") + each;
    return text;
  };
  if (lacking.empty()) return "fonts: " + joined(used) + " have all its letters";
  std::string text = "fonts: " + joined(lacking) + " may lack letters of it";
  std::vector<std::string> others;
  for (const Family& each : list.families) {
    if (each.uses.empty() && has_letters(each)) others.push_back(each.name);
  }
  if (others.empty()) {
    return text +
           ", and no other font that is listed here is known to have them: `handbill fonts` "
           "tells what there is";
  }
  return text + "; these have them: " + joined(others);
}

std::string hyphens_told(const world::Project& project, const std::string& language) {
  text::HyphenBook book(text::machine_hyphen_folders());
  if (book.open(language, project.files()) != nullptr) {
    return "hyphenation: its patterns are on this machine";
  }
  const std::string package = text::dictionary_package(language);
  return package.empty() ? "hyphenation: there are no patterns for it, so words are not parted"
                         : "hyphenation: install `" + package + "`, else words are not parted";
}

std::string spelling_told(const std::string& language) {
  constexpr std::array<std::string_view, 3> kWithoutSpaces = {"zh", "ja", "th"};
  if (std::ranges::find(kWithoutSpaces, language.substr(0, 2)) != kWithoutSpaces.end()) {
    return "spelling: it is written without spaces, so words are not looked up";
  }
  spelling::Speller speller({}, spelling::usual_places());
  speller.look_up("a", language);
  if (speller.missing_languages().empty()) return "spelling: its words are on this machine";
  return "spelling: no word list is on this machine: install `hunspell-" +
         language.substr(0, language.find('-')) + "` if there is such a package";
}

}  // namespace

NewLanguage make_language(const world::Project& project, const std::string& language,
                          const spec::Date& today, std::shared_ptr<confined::Reader> reader,
                          diag::SourceMap& sources, diag::Diagnostics& diags) {
  NewLanguage result;
  if (!is_for_another(project, language, diags)) return result;
  const auto texts = read_language(project, language, MustExist::No, sources, diags);
  if (!texts || diags.has_errors()) return result;
  std::vector<OutputFile> files;
  for (const LanguageFile& each : texts->files) {
    const bool has_texts = std::ranges::any_of(
        texts->texts, [&](const LanguageText& text) { return text.file == &each; });
    const auto id =
        sources.find("content/" + texts->source_language + "/" + each.subject + ".toml");
    if (!has_texts || !id) continue;
    files.push_back(
        {each.subject + ".toml", file_to_translate(each, sources.text(*id), *texts, today)});
  }
  result.failure = publish_content(project.root + "/content/" + language, files);
  if (result.failure) return result;
  for (const OutputFile& each : files) {
    result.told.push_back("content/" + language + "/" + each.name);
  }
  result.told.push_back(
      counted(texts->texts.size(), "text") + " to translate into " +
      content::language_name(language) +
      (content::is_right_to_left(language) ? ", which is set from right to left" : ""));
  result.told.push_back(fonts_told(project, language, std::move(reader), sources));
  result.told.push_back(hyphens_told(project, language));
  result.told.push_back(spelling_told(language));
  return result;
}

}  // namespace handbill::build
