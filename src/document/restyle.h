// SPDX-License-Identifier: MIT
// Paragraphs in the type of a guideline for clear and large print, whatever they were set in.
#pragma once

#include <string>
#include <vector>

#include "document/resolve_reflow.h"
#include "document/typefaces.h"
#include "text/style.h"

namespace handbill::document {

class Restyler {
 public:
  Restyler(const Reflow& reflow, const std::string& language, Typefaces& typefaces)
      : reflow_(reflow), language_(language), typefaces_(typefaces) {}

  enum class Where { Column, Cell, Head };  ///< of a table the last two
  /// The same words, links, notes and blanks. Words are not parted, and not in italics or small
  /// capitals; lines are flush where they begin.
  text::Paragraph restyled(text::Paragraph paragraph, Where where = Where::Column) const;
  void restyle(Table& table) const;

  /// Its words in bold.
  void embolden(text::Paragraph& paragraph) const;
  /// Words that nobody wrote, in the type of the text.
  text::Run added(std::string text, const text::SharedStyle& like) const;
  /// A paragraph of words that stood for a picture.
  text::Paragraph told(const text::TracedText& words, diag::Span span) const;
  /// What begins an item.
  void add_bullet(text::Paragraph& paragraph) const;
  text::SharedStyle plain() const { return style({}, language_); }
  Length leading() const { return reflow_.leading_of(reflow_.size); }

 private:
  struct Look {
    bool bold = false;
    bool underline = false;
    Length size{};  ///< 0: that of the text
    color::Color color = color::Color::black();
    bool operator==(const Look&) const = default;
  };

  text::SharedStyle style(const Look& look, const std::string& language) const;
  /// `paragraph`: the style of all of it.
  Look look_of(const text::CharacterStyle& style, const text::CharacterStyle& paragraph) const;
  void restyle(text::Run& run, const text::CharacterStyle& paragraph, const Look& around,
               bool is_heading) const;
  void restyle_inlines(text::Paragraph& paragraph, const Look& around, bool is_heading) const;
  void unflush(text::Paragraph& paragraph) const;
  text::ParagraphStyle block(const text::Paragraph& paragraph, Where where) const;

  const Reflow& reflow_;
  const std::string& language_;
  Typefaces& typefaces_;
};

}  // namespace handbill::document
