// SPDX-License-Identifier: MIT
// The words of a paragraph with links, stress, languages, fields. Private to this folder.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "html/looks.h"
#include "html/markup.h"
#include "html/page_words.h"
#include "words/words.h"

namespace handbill::html {

/// What all paragraphs of a page are written with.
struct Page {
  const words::Words& words;
  const PageWords& own_words;
  Looks& looks;
  WebFonts& fonts;
  Markup& out;
  struct NoteLink {
    std::size_t place = 0;     ///< of the note among those of the page, from 1
    bool is_led_back = false;  ///< the first reference to it, to which it leads back, is written
  };
  std::map<std::string, NoteLink, std::less<>> notes{};  ///< by the number that refers to it
  std::size_t ids = 0;                                   ///< given away
};

/// Words of this ground and language stand around.
struct Around {
  svg::ScreenColor ground = svg::kPaper;
  std::string language;
};

/// The language of all words; empty: they are of several.
std::string one_language(const words::Paragraph& paragraph);

/// For an element whose words are of another language than those around: `lang`, and `dir` where it
/// turns.
void add_language(const std::string& language, const Around& around, Attributes& attributes);

/// The class of most of the words.
std::string class_of(const words::Paragraph& paragraph, const Around& around, Page& page);

/// The element that they stand in has the class and the language.
void write_inlines(std::size_t paragraph, const Around& around, const std::string& own_class,
                   Page& page);

}  // namespace handbill::html
