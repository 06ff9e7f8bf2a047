// SPDX-License-Identifier: MIT
#include "document/script_fonts.h"

#include "base/overload.h"
#include "document/content_kinds.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

class ScriptFonts {
 public:
  explicit ScriptFonts(Typefaces& typefaces) : typefaces_(typefaces) {}

  void add(std::vector<text::Paragraph>& paragraphs) {
    for (text::Paragraph& paragraph : paragraphs) {
      for (text::Inline& each : paragraph.inlines) {
        if (auto* run = std::get_if<text::Run>(&each)) add(*run);
      }
      if (paragraph.marker) add(paragraph.marker->run);
      if (paragraph.style->drop_cap) add_initial(paragraph);
      if (!paragraph.first_line.empty()) add_first_line(paragraph);
      for (text::Note& note : paragraph.notes) add(note.paragraphs);
    }
  }

  void add(Table& table) {
    for (auto* rows : {&table.rows, &table.continued}) {
      for (Row& row : *rows) {
        for (Cell& cell : row.cells) {
          if (TextContent* text = text_of(cell)) add(text->paragraphs);
        }
      }
    }
  }

 private:
  /// The initial is cut off the first run, but has a style of its own.
  void add_initial(text::Paragraph& paragraph) {
    const auto* first =
        paragraph.inlines.empty() ? nullptr : std::get_if<text::Run>(&paragraph.inlines.front());
    if (first == nullptr) return;
    text::Run initial{first->text, paragraph.style->drop_cap->style, first->span};
    add(initial);
    if (initial.style == paragraph.style->drop_cap->style) return;
    paragraph.style.edit().drop_cap->style = std::move(initial.style);
  }

  void add_first_line(text::Paragraph& paragraph) {
    for (std::size_t i = 0; i < paragraph.inlines.size(); ++i) {
      const auto* words = std::get_if<text::Run>(&paragraph.inlines[i]);
      if (words == nullptr) continue;
      text::Run run{words->text, paragraph.first_line[i], words->span};
      add(run);
      paragraph.first_line[i] = std::move(run.style);
    }
  }

  void add(text::Run& run) {
    const bool is_plain = run.style->language == "en" && text::is_plain_latin(run.text);
    const auto scripts =
        is_plain ? std::vector<std::uint32_t>() : text::scripts_of(run.text, run.style->language);
    if (!scripts.empty()) {
      auto fonts =
          typefaces_.script_fonts(run.style->typeface, scripts, run.style->language, run.span);
      if (fonts != run.style->script_fonts) run.style.edit().script_fonts = std::move(fonts);
    }
    const std::u32string signs = text::signs_of(run.text);
    if (!signs.empty()) typefaces_.add_sign_fonts(signs, run.style);
  }

  Typefaces& typefaces_;
};

}  // namespace

void add_script_fonts(Galley& galley, Typefaces& typefaces) {
  ScriptFonts fonts(typefaces);
  for (GalleyBlock& block : galley.blocks) {
    std::visit(Overload{[&](TextContent& text) { fonts.add(text.paragraphs); },
                        [&](Table& table) { fonts.add(table); }, [](const GalleyFigure&) {}},
               block.content);
    fonts.add(block.as_list);
  }
}

void add_script_fonts(Document& document, Typefaces& typefaces) {
  ScriptFonts fonts(typefaces);
  for (Side& side : document.sides) {
    for (Frame& frame : side.frames) {
      std::visit(Overload{[&](TextContent& text) { fonts.add(text.paragraphs); },
                          [&](Table& table) { fonts.add(table); },
                          [](const OneOf<std::monostate, PictureContent, ArtContent> auto&) {},
                          // Those of the document follow.
                          [](const OneOf<StoryContent, TableContent> auto&) {}},
                 frame.content);
    }
  }
  for (Story& story : document.stories) fonts.add(story.paragraphs);
  for (NamedTable& table : document.tables) fonts.add(table.table);
  text::CharacterStyle& slug = document.slug_style;
  slug.script_fonts = typefaces.script_fonts(
      slug.typeface, text::scripts_of(document.slug, slug.language), slug.language, {});
}

}  // namespace handbill::document
