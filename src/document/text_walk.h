// SPDX-License-Identifier: MIT
// The walk through the Markdown of a text that set_text() makes: blocks in set_text.cpp, what
// stands in their lines in set_inlines.cpp, notes in set_notes.cpp.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/lead_in.h"
#include "document/link_target.h"
#include "document/list_marker.h"
#include "document/paragraph_builder.h"
#include "document/prepare_text.h"
#include "document/set_text.h"

namespace handbill::document {

/// Lists, quotes and emphasis nest no deeper.
inline constexpr int kDeepestMarkup = 100;

/// How the words of a piece of text look.
struct Voice {
  const spec::CharacterSpec& spec;
  const text::SharedStyle& style;
  std::optional<text::PartId> part{};  ///< that they belong to
  text::Stress stress{};
};

/// Where a block stands.
struct Place {
  display::Role role = display::Role::Paragraph;
  int list_level = 0;
  const std::optional<spec::Text>* style;  ///< of [markdown]
  std::string_view key;                    ///< that names it
  Length indent{};                         ///< where the text of a list's items starts
};

class TextWalk {
 public:
  TextWalk(const TextSetting& setting, const TextTools& tools)
      : setting_(setting),
        scope_(setting.scope),
        context_(tools.context),
        facts_(tools.facts),
        styles_(tools.styles),
        note_count_(tools.notes),
        pictures_(tools.pictures),
        abbreviations_(tools.abbreviations) {}

  /// A whole text, with its notes.
  void set_source(const std::vector<spec::MarkdownBlock>& blocks, const Place& place);
  std::vector<text::Paragraph> take() { return std::move(paragraphs_); }

 private:
  void set_blocks(const std::vector<spec::MarkdownBlock>& blocks, const Place& place);
  /// A heading and what follows it, while that is set.
  struct Section {
    int level = 1;
    std::size_t heading = 0;  ///< index of its paragraph
    int left_out = 0;         ///< before it
  };
  void close_sections(std::vector<Section>& open, int level);
  void drop_notes(const ParagraphBuilder& builder);
  void set_block(const spec::MarkdownBlock& block, const Place& place);
  void set_reference(const spec::MarkdownInline& piece, const Voice& voice,
                     ParagraphBuilder& builder);
  text::SharedStyle reference_style(const Voice& voice);
  std::vector<text::Paragraph> set_note(const spec::MarkdownBlock& note, int number);
  void set_list(const spec::MarkdownBlock& list, const Place& place);
  void open(text::Block::Kind kind) { blocks_.push_back({kind, ++block_count_}); }
  void set_paragraph(const spec::MarkdownBlock& block, const Place& where);
  Place below_heading(const Place& place) const;
  void set_line_end(const spec::StyleSpec& spec, text::Paragraph& paragraph);
  void note_look(const Voice& voice);
  bool set_lone_part(const spec::MarkdownBlock& block, const Place& place);
  void set_break(content::TemplatePart::Break::To to, diag::Span written_at);
  void set_pieces(const std::vector<spec::MarkdownInline>& pieces, const Voice& voice,
                  ParagraphBuilder& builder);
  void set_piece(const spec::MarkdownInline& piece, const Voice& voice, ParagraphBuilder& builder);
  void set_marked_up(const spec::MarkdownInline& piece, const Voice& voice,
                     ParagraphBuilder& builder);
  void set_link(const spec::MarkdownInline& piece, Voice link, const Voice& around,
                ParagraphBuilder& builder);
  void set_icon(const spec::MarkdownInline& piece, const Voice& voice, ParagraphBuilder& builder);
  text::TracedText alt_of(const std::vector<spec::MarkdownInline>& pieces);
  void set_words(const spec::MarkdownInline& piece, const Voice& voice, ParagraphBuilder& builder);
  void set_flush_end(const Voice& voice, diag::Span span, ParagraphBuilder& builder);
  void set_fact(const content::TemplatePart::Fact& fact, const Voice& voice, diag::Span asked_at,
                ParagraphBuilder& builder);
  void set_fact_in(const content::TemplatePart::Fact& fact, const Voice& voice, diag::Span asked_at,
                   ParagraphBuilder& builder);
  std::optional<text::PartId> part_of_fact(const content::TemplatePart::Fact& fact,
                                           const Voice& voice, diag::Span asked_at,
                                           ParagraphBuilder& builder);
  LinkTarget target_of(const spec::MarkdownInline& link, ParagraphBuilder& builder);
  void set_prose_in_line(const content::Prose& inserted, const Voice& voice, diag::Span asked_at,
                         ParagraphBuilder& builder);
  text::Source source(const content::TemplatePart::Fact& fact, const content::Insert& insert,
                      diag::Span asked_at) const;
  void count_letters(std::size_t letters);

  std::string language_of(const spec::MarkdownBlock& block) const;
  void find_languages(const std::vector<spec::MarkdownInline>& pieces,
                      std::set<std::string>& languages) const;
  const MergedStyle& style_of(const Place& place);
  Place heading_place(int level) const;
  Place place_like_p(display::Role role, int list_level, const std::optional<spec::Text>& style,
                     Length indent) const;
  Place list_place(const spec::MarkdownBlock& list, const Place& outside);

  const TextSetting& setting_;
  const content::FactRow* scope_;  ///< of the text that is walked through
  std::string language_{};         ///< of its paragraphs; empty: the first
  const Context& context_;
  Facts& facts_;
  Styles& styles_;
  std::vector<text::Paragraph> paragraphs_;
  TextPreparer preparer_;
  std::optional<ListMarker> marker_;             ///< of the next paragraph
  std::optional<text::BreakBefore> next_break_;  ///< before the next paragraph
  int& note_count_;
  Pictures& pictures_;
  Abbreviations& abbreviations_;
  std::vector<text::Block> blocks_;  ///< that the next paragraph stands in
  int block_count_ = 0;
  const std::vector<spec::MarkdownBlock>* source_ =
      nullptr;  ///< the text that is walked through, with its notes
  /// Of the notes referred to so far; nothing: it tells what the clinic does not have.
  std::map<diag::Span, std::optional<int>> numbers_;
  std::vector<Look> looks_;  ///< of the next paragraph's words
  struct FoundNote {
    text::Note note;
    diag::Span span;  ///< where it is written
  };
  void forget(const FoundNote& found);
  std::vector<FoundNote> found_notes_;       ///< in the next paragraph
  std::vector<text::Source> open_sources_;   ///< of the words being set, the innermost last
  std::vector<text::Source> found_sources_;  ///< in the next paragraph
  bool in_note_ = false;
  int depth_ = 0;
  int left_out_ = 0;  ///< lines and paragraphs about facts the clinic does not have
};

}  // namespace handbill::document
