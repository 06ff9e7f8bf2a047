// SPDX-License-Identifier: MIT
#include "document/hyphens.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "diag/report_file.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

void add_exception(const spec::Text& written, const Teller& teller,
                   text::Hyphenation& hyphenation) {
  std::string word;
  std::vector<std::uint8_t> places;
  std::size_t letters = 0;
  bool is_readable = true;
  for (const char32_t c : to_utf32(written.value)) {
    if (c == '-') {
      is_readable = is_readable && letters > 0 && (places.empty() || places.back() < letters);
      places.push_back(static_cast<std::uint8_t>(letters));
      continue;
    }
    is_readable = is_readable && text::is_in_words(c) && ++letters <= text::kLongestWord;
    if (!is_readable) break;
    append_utf8(word, c);
  }
  if (is_readable && !places.empty() && places.back() < letters) {
    hyphenation.exceptions[text::in_lower_case(word)] = std::move(places);
    return;
  }
  teller.error(BadValue, written.span,
               quoted(written.value) + " does not show where one word may be parted",
               {"write a word with hyphens: `micro-nee-dling`; words that stay whole go into "
                "`keep`"});
}

void add_kept(const spec::Text& written, const Teller& teller, text::Hyphenation& hyphenation) {
  const std::u32string letters = to_utf32(written.value);
  if (letters.empty() || !std::ranges::all_of(letters, text::is_in_words)) {
    teller.error(BadValue, written.span, quoted(written.value) + " is not one word of letters");
    return;
  }
  hyphenation.exceptions[text::in_lower_case(written.value)] = {};
}

}  // namespace

text::Hyphenation hyphen_exceptions(const spec::LayoutSpec& layout, const Teller& teller) {
  text::Hyphenation hyphenation;
  if (!layout.hyphenation) return hyphenation;
  for (const spec::Text& each : layout.hyphenation->exceptions) {
    add_exception(each, teller, hyphenation);
  }
  for (const spec::Text& each : layout.hyphenation->keep) add_kept(each, teller, hyphenation);
  return hyphenation;
}

/// One of the project that is there and can't be read; the machine's would be taken in silence.
bool Hyphens::has_faulty_dictionary(const std::string& language, diag::Span asked_at) const {
  const diag::FileReader& files = context_.inputs.files;
  for (const std::string& name : text::dictionary_names(language)) {
    const std::string path = "hyphenation/" + name;
    const diag::FileAnswer answer = files.read(path);
    if (answer.state == diag::FileState::File) return false;
    if (answer.state == diag::FileState::Missing) continue;
    diag::report_file(files, path, answer, asked_at, context_.diags);
    return true;
  }
  return false;
}

void Hyphens::use(const std::string& language, diag::Span asked_at) {
  is_used_ = true;
  const auto [entry, is_new] = hyphenation_.dictionaries.try_emplace(language);
  if (!is_new) return;
  if (has_faulty_dictionary(language, asked_at)) return;
  entry->second = context_.inputs.hyphens.open(language, context_.inputs.files);
  // Where a language has no patterns at all, nobody can do anything about it.
  const std::string package = text::dictionary_package(language);
  if (entry->second || package.empty()) return;
  context_.diags.warning(
      HyphensMissing, asked_at,
      "no hyphenation dictionary for " + quoted(language) +
          " is on this machine, so its words stay whole",
      {"`apt install " + package + "`",
       "or put `" + text::dictionary_names(language).front() + "` into `hyphenation/`"});
}

std::shared_ptr<const text::Hyphenation> Hyphens::take() const {
  if (!is_used_) return nullptr;
  return std::make_shared<const text::Hyphenation>(hyphenation_);
}

bool has_large_nouns(std::string_view language) {
  constexpr auto kLanguages =
      std::to_array<std::string_view>({"de", "gsw", "bar", "ksh", "lb", "nds", "pdc"});
  return std::ranges::find(kLanguages, language.substr(0, language.find_first_of("-_"))) !=
         kLanguages.end();
}

}  // namespace handbill::document
