// SPDX-License-Identifier: MIT
#include "document/set_text.h"

#include <utility>

#include "document/text_walk.h"
#include "document/typed_leader.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using Block = spec::MarkdownBlock;
using Piece = spec::MarkdownInline;

ListMarker::Kind kind_of(const Block& list, const Block& item) {
  if (item.task == Block::Task::Open) return ListMarker::Kind::Box;
  if (item.task == Block::Task::Done) return ListMarker::Kind::TickedBox;
  const bool is_bullet = list.kind == Block::Kind::BulletList;
  return is_bullet ? ListMarker::Kind::Bullet : ListMarker::Kind::Number;
}

/// What the items of a list are counted in.
char form_of(const Block& list) {
  switch (list.numbering) {
    case Block::Numbering::Figures:
      return '1';
    case Block::Numbering::SmallLetters:
      return 'a';
    case Block::Numbering::CapitalLetters:
      return 'A';
    case Block::Numbering::SmallRoman:
      return 'i';
    case Block::Numbering::CapitalRoman:
      return 'I';
  }
  return '1';
}

}  // namespace

void TextWalk::set_source(const std::vector<Block>& blocks, const Place& place) {
  const auto* outside = std::exchange(source_, &blocks);
  set_blocks(blocks, place);
  source_ = outside;
}

void TextWalk::set_blocks(const std::vector<Block>& blocks, const Place& place) {
  std::vector<Section> open;
  for (const Block& block : blocks) {
    if (block.kind != Block::Kind::Heading) {
      set_block(block, place);
      continue;
    }
    close_sections(open, block.level);
    const std::size_t before = paragraphs_.size();
    set_block(block, place);
    if (paragraphs_.size() == before + 1) open.push_back({block.level, before, left_out_});
  }
  close_sections(open, 1);
}

/// A heading goes when all that stood below it is about facts the clinic does not have.
void TextWalk::close_sections(std::vector<Section>& open, int level) {
  while (!open.empty() && open.back().level >= level) {
    const Section& section = open.back();
    const bool is_empty = paragraphs_.size() == section.heading + 1;
    if (is_empty && left_out_ > section.left_out) paragraphs_.pop_back();
    open.pop_back();
  }
}

void TextWalk::set_block(const Block& block, const Place& place) {
  using Kind = Block::Kind;
  if (++depth_ > kDeepestMarkup) {
    context_.error(TooLarge, block.span, "lists and quotes are nested more than 100 deep");
    --depth_;
    return;
  }
  switch (block.kind) {
    case Kind::Paragraph:
      set_paragraph(block, place);
      break;
    case Kind::Heading:
      set_paragraph(block, heading_place(block.level));
      break;
    case Kind::BulletList:
    case Kind::OrderedList:
      set_list(block, place);
      break;
    case Kind::ListItem:
      set_blocks(block.children, place);
      break;
    case Kind::Note:
      break;  // set where it is referred to
    case Kind::Quote:
      open(text::Block::Kind::Quote);
      set_blocks(block.children, place_like_p(display::Role::Quote, place.list_level,
                                              setting_.styles.quote, place.indent));
      blocks_.pop_back();
      break;
  }
  --depth_;
}

Place TextWalk::heading_place(int level) const {
  using display::Role;
  const spec::MarkdownSpec& styles = setting_.styles;
  switch (level) {
    case 1:
      return {Role::Heading1, 0, &styles.h1, "h1"};
    case 2:
      return {Role::Heading2, 0, &styles.h2, "h2"};
    case 3:
      return {Role::Heading3, 0, &styles.h3, "h3"};
    default:
      return {Role::Heading4, 0, &styles.h4, "h4"};
  }
}

/// Lists and quotes that have no style of their own are set as paragraphs.
Place TextWalk::place_like_p(display::Role role, int list_level,
                             const std::optional<spec::Text>& style, Length indent) const {
  return {role, list_level, style ? &style : &setting_.styles.p, "p", indent};
}

Place TextWalk::list_place(const Block& list, const Place& outside) {
  const spec::MarkdownSpec& styles = setting_.styles;
  const bool is_bullet = list.kind == Block::Kind::BulletList;
  const auto& first = is_bullet ? styles.bullet : styles.number;
  const auto& second = is_bullet ? styles.bullet2 : styles.number2;
  const int level = outside.list_level + 1;
  Place place = place_like_p(display::Role::ListItem, level, level > 1 && second ? second : first,
                             outside.indent);
  if (*place.style) place.indent += list_indent(style_of(place));
  return place;
}

void TextWalk::set_list(const Block& list, const Place& outside) {
  const Place place = list_place(list, outside);
  int number = list.start;
  open(text::Block::Kind::List);
  for (const Block& item : list.children) {
    const std::size_t before = paragraphs_.size();
    open(text::Block::Kind::Item);
    marker_ = ListMarker{kind_of(list, item), number, form_of(list), outside.indent, item.span};
    set_block(item, place);
    marker_.reset();
    blocks_.pop_back();
    // An item whose facts turned out empty is not printed and takes no number.
    if (paragraphs_.size() > before) ++number;
  }
  blocks_.pop_back();
}

const MergedStyle& TextWalk::style_of(const Place& place) {
  if (*place.style) return styles_.paragraph(**place.style, language_);
  const bool is_p = place.key == "p";
  const std::string what =
      is_p ? "paragraphs" : "headings of level " + std::string(place.key.substr(1));
  context_.error(MissingKey, setting_.asked_at,
                 "no style is named for the " + what + " of this text",
                 {"name one in `[markdown]`: `" + std::string(place.key) + " = \"…\"`" +
                  (is_p ? ", or here: `style = \"…\"`" : "")});
  return styles_.plain();
}

/// Right below a heading; what has a place of its own (in a list, say) keeps it.
Place TextWalk::below_heading(const Place& place) const {
  const auto& style = setting_.styles.after_heading;
  const bool is_plain = place.role == display::Role::Paragraph && place.list_level == 0;
  const bool follows =
      !paragraphs_.empty() && display::heading_level(paragraphs_.back().role).has_value();
  if (!style || !is_plain || !follows || in_note_) return place;
  Place result = place;
  result.style = &style;
  return result;
}

/// What stands flush at the end of the last line, and what leads there.
void TextWalk::set_line_end(const spec::StyleSpec& spec, text::Paragraph& paragraph) {
  constexpr std::string_view kTypedLeader = ". ";
  if (spec.leader && paragraph.flush_end) paragraph.leader = spec.leader->value;
  if (paragraph.flush_end) return;
  const auto dots = find_dots(paragraph, 0);
  if (!dots) return;
  set_flush_after(*dots, paragraph);
  paragraph.leader = spec.leader ? spec.leader->value : kTypedLeader;
  const auto second = find_dots(paragraph, *paragraph.flush_end);
  if (!second) return;
  context_.error(BadInterpolation, std::get<text::Run>(paragraph.inlines[second->index]).span,
                 "dots lead to the end of a line once in a paragraph",
                 {"begin a new paragraph, or an entry of a list, for each line with dots"});
}

void TextWalk::find_languages(const std::vector<Piece>& pieces,
                              std::set<std::string>& languages) const {
  for (const Piece& piece : pieces) {
    find_languages(piece.children, languages);
    if (piece.kind != Piece::Kind::Text || piece.text.find('{') == std::string::npos) continue;
    const auto parsed = content::parse_template(piece.text);
    const auto* parts = std::get_if<std::vector<content::TemplatePart>>(&parsed);
    if (parts == nullptr) continue;
    for (const content::TemplatePart& part : *parts) {
      const auto* fact = std::get_if<content::TemplatePart::Fact>(&part.part);
      if (fact != nullptr) languages.insert(facts_.language_of(*fact, scope_));
    }
  }
}

/// A paragraph that asks for facts of the second language alone is in that language, with the words
/// round them. Others are as the text they stand in.
std::string TextWalk::language_of(const Block& block) const {
  if (!language_.empty() || context_.inputs.content.second_language().empty()) return language_;
  std::set<std::string> languages;
  find_languages(block.inlines, languages);
  return languages.size() == 1 ? *languages.begin() : language_;
}

void TextWalk::set_paragraph(const Block& block, const Place& where) {
  if (set_lone_part(block, where)) return;
  const Place place = below_heading(where);
  const std::string around = std::exchange(language_, language_of(block));
  const MergedStyle& style = style_of(place);
  language_ = around;
  ParagraphBuilder builder;
  looks_.clear();
  set_pieces(block.inlines, Voice{style.spec.text, style.final_style->text}, builder);
  builder.finish();
  drop_notes(builder);
  for (const Missed& each : builder.mixed()) facts_.report_mixed(each);
  if (builder.fell_away() || builder.lost_lines()) ++left_out_;
  // In a table, what is said about facts the row does not have is left out with them.
  const bool is_idle = scope_ != nullptr && builder.has_only_empty_facts();
  std::vector<FoundNote> notes = std::exchange(found_notes_, {});
  std::vector<text::Source> sources = std::exchange(found_sources_, {});
  if (!builder.is_visible() || is_idle || builder.fell_away()) {
    for (const FoundNote& each : notes) forget(each);
    return;
  }
  text::Paragraph paragraph{style.final_style, builder.take(), std::nullopt, place.role,
                            block.span};
  if (display::heading_level(place.role) && !style.spec.stretch_before)
    paragraph.style.edit().stretch_before = 1;
  paragraph.list_level = place.list_level;
  paragraph.blocks = blocks_;
  paragraph.parts = builder.take_parts();
  paragraph.flush_end = builder.flush_end();
  preparer_.prepare(paragraph.inlines);
  if (marker_) {
    paragraph.marker = set_marker(*marker_, style, styles_);
  }
  if (place.list_level > 0) paragraph.style.edit().indent_start = place.indent;
  if (next_break_ && !in_note_) {
    paragraph.style.edit().break_before = *std::exchange(next_break_, std::nullopt);
  }
  marker_.reset();
  for (FoundNote& each : notes) paragraph.notes.push_back(std::move(each.note));
  set_line_end(style.spec, paragraph);
  abbreviations_.mark(paragraph);
  if (style.spec.lead_in && !in_note_) set_lead_in(*style.spec.lead_in, looks_, styles_, paragraph);
  paragraph.sources = std::move(sources);
  paragraphs_.push_back(std::move(paragraph));
}

/// Prose that is the whole paragraph brings its own blocks, which take the paragraph's place. A
/// break that is one is not set: it belongs to the next paragraph.
bool TextWalk::set_lone_part(const Block& block, const Place& place) {
  if (block.kind != Block::Kind::Paragraph || block.inlines.size() != 1) return false;
  const Piece& piece = block.inlines.front();
  if (piece.kind != Piece::Kind::Text) return false;
  const PlacedText text(piece);
  const auto lone = content::lone_part(text.text);
  if (!lone) return false;
  const diag::Span asked_at = text.part(lone->begin, lone->end);
  if (const auto* found = std::get_if<content::TemplatePart::Break>(&lone->part)) {
    set_break(found->to, asked_at);
    return true;
  }
  const auto* fact = std::get_if<content::TemplatePart::Fact>(&lone->part);
  if (fact == nullptr) return false;
  const auto insert = facts_.insert(*fact, scope_, asked_at);
  if (!insert) return true;  // reported
  const auto* prose = std::get_if<content::Prose>(&*insert);
  if (prose == nullptr) return false;
  const Facts::Inside inside(facts_, *prose->value, asked_at);
  if (!inside) return true;
  open_sources_.push_back(source(*fact, *insert, asked_at));
  const std::string own_language = facts_.language_of(*fact, scope_);
  const std::string language = std::exchange(language_, own_language);
  const auto* scope = std::exchange(scope_, prose->scope.value_or(scope_));
  set_source(spec::parse_markdown(*prose->value, context_.diags), place);
  scope_ = scope;
  language_ = language;
  open_sources_.pop_back();
  return true;
}

void TextWalk::set_break(content::TemplatePart::Break::To to, diag::Span written_at) {
  if (setting_.scope != nullptr && setting_.in == TextSetting::In::Cell) {
    context_.error(BadInterpolation, written_at, "a cell of a table has no columns");
    return;
  }
  const bool to_frame = to == content::TemplatePart::Break::To::Frame;
  next_break_ = to_frame ? text::BreakBefore::Frame : text::BreakBefore::Column;
}

std::vector<text::Paragraph> set_text(const spec::Value& markdown, const TextSetting& setting,
                                      const TextTools& tools) {
  TextWalk walk(setting, tools);
  const Place start{display::Role::Paragraph, 0, &setting.styles.p, "p", {}};
  walk.set_source(spec::parse_markdown(markdown, tools.context.diags), start);
  return walk.take();
}

}  // namespace handbill::document
