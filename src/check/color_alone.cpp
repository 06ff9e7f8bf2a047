// SPDX-License-Identifier: MIT
#include "check/color_alone.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <vector>

#include "base/number.h"
#include "base/overload.h"
#include "check/contrast.h"
#include "check/quoted.h"
#include "document/cell_columns.h"
#include "document/content_kinds.h"

namespace handbill::check {
namespace {

/// WCAG 2.2, technique G183: what is so much lighter or darker is told by that.
constexpr double kTold = 3;

bool has_letters(const std::string& text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
  });
}

/// They look alike but for their colour.
bool differ_in_color_alone(text::CharacterStyle one, const text::CharacterStyle& other) {
  if (one.color == other.color) return false;
  one.color = other.color;
  one.overprint = other.overprint;
  one.language = other.language;
  one.hyphenate = other.hyphenate;
  return one == other;
}

class ColorCheck {
 public:
  ColorCheck(const document::Document& document, const color::Preview& screen,
             diag::Diagnostics& diags)
      : document_(document), screen_(screen), diags_(diags) {}

  void run() {
    for (const document::Story& each : document_.stories) look(each.paragraphs);
    for (const document::NamedTable& each : document_.tables) look(each.table);
    for (const document::Side& side : document_.sides) {
      for (const document::Frame& frame : side.frames) {
        std::visit(
            Overload{[&](const document::TextContent& text) { look(text.paragraphs); },
                     [&](const document::Table& table) { look(table); },
                     [](const OneOf<std::monostate, document::StoryContent, document::TableContent,
                                    document::PictureContent, document::ArtContent> auto&) {}},
            frame.content);
      }
    }
  }

 private:
  void look(const std::vector<text::Paragraph>& paragraphs) {
    for (const text::Paragraph& each : paragraphs) {
      look(each);
      for (const text::Note& note : each.notes) look(note.paragraphs);
    }
  }

  /// Words against the style of their paragraph, where other words have it.
  void look(const text::Paragraph& paragraph) {
    const text::CharacterStyle& own = *paragraph.style->text;
    std::vector<const text::Run*> others;
    bool has_own = false;
    for (const text::Inline& each : paragraph.inlines) {
      std::visit(Overload{[&](const text::Run& run) {
                            if (!has_letters(run.text)) return;
                            if (run.style->color == own.color) has_own = true;
                            if (differ_in_color_alone(*run.style, own)) others.push_back(&run);
                          },
                          [](const OneOf<text::Field, text::Icon> auto&) {}},
                 each);
    }
    if (!has_own) return;
    for (const text::Run* run : others) {
      const double contrast =
          contrast_ratio(screen_.to_rgb(run->style->color), screen_.to_rgb(own.color));
      if (contrast >= kTold) continue;
      diags_.warning(diag::DiagnosticId::ColorAlone, run->span,
                     quoted(run->text) + " differs from the words around it by its colour alone (" +
                         format_number(std::floor(contrast * 10 + 1e-9) / 10, 1) +
                         " : 1; 3 : 1 can be told apart without seeing colours)",
                     {"make it bold, italic or underlined too, or much lighter or darker"});
    }
  }

  void look(const document::Table& table) {
    document::CellColumns columns(table.columns.size());
    std::vector<std::vector<color::Color>> grounds(table.columns.size());  // of cells without words
    for (const document::Row& row : table.rows) {
      for (const document::Cell& cell : row.cells) {
        const std::size_t column = columns.take(cell);
        const auto* text = document::text_of(cell);
        if (text == nullptr) continue;
        look(text->paragraphs);
        if (!row.header && cell.fill && !says_something(*text)) {
          grounds.at(column).push_back(*cell.fill);
        }
      }
      columns.end_row();
    }
    for (std::size_t i = 0; i < grounds.size(); ++i) {
      const bool is_one = std::ranges::all_of(
          grounds[i], [&](const color::Color& each) { return each == grounds[i].front(); });
      if (is_one) continue;
      diags_.warning(diag::DiagnosticId::ColorAlone, table.span,
                     "cells of column " + std::to_string(i + 1) +
                         " of the table differ by their ground alone: they have no words",
                     {"write in them what the colours mean"});
    }
  }

  static bool says_something(const document::TextContent& text) {
    return std::ranges::any_of(text.paragraphs,
                               [](const text::Paragraph& each) { return !each.inlines.empty(); });
  }

  const document::Document& document_;
  const color::Preview& screen_;
  diag::Diagnostics& diags_;
};

}  // namespace

void check_color_alone(const document::Document& document, const color::Preview& screen,
                       diag::Diagnostics& diags) {
  ColorCheck(document, screen, diags).run();
}

}  // namespace handbill::check
