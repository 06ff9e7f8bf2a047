// SPDX-License-Identifier: MIT
#include "document/set_text.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/check.h"
#include "document/inherit.h"
#include "document/link_target.h"
#include "document/list_marker.h"
#include "document/paragraph_builder.h"
#include "document/prepare_text.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using Block = spec::MarkdownBlock;
using Piece = spec::MarkdownInline;

constexpr int kDeepestMarkup = 100;

bool is_heading(display::Role role) {
  using enum display::Role;
  return role == Heading1 || role == Heading2 || role == Heading3 || role == Heading4;
}

/// A fact in a text from right to left keeps its own order: the digits of a phone number, the
/// number and name of a street (UAX 9, 2.7: first strong isolate).
std::string isolated(const std::string& fact, const std::string& language) {
  if (fact.empty() || !text::is_right_to_left(language)) return fact;
  return "\u2068" + fact + "\u2069";
}

/// How the words of a piece of text look.
struct Voice {
  const spec::CharacterSpec& spec;
  const text::CharacterStyle& style;
  std::string link{};
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
        context_(tools.context),
        facts_(tools.facts),
        styles_(tools.styles),
        note_count_(tools.notes) {}

  /// A whole text, with its notes.
  void set_source(const std::vector<Block>& blocks, const Place& place);
  std::vector<text::Paragraph> take() { return std::move(paragraphs_); }

 private:
  void set_blocks(const std::vector<Block>& blocks, const Place& place);
  /// A heading and what follows it, while that is set.
  struct Section {
    int level = 1;
    std::size_t heading = 0;  ///< index of its paragraph
    int left_out = 0;         ///< before it
  };
  void close_sections(std::vector<Section>& open, int level);
  void drop_notes(const ParagraphBuilder& builder);
  void set_block(const Block& block, const Place& place);
  void set_reference(const Piece& piece, const Voice& voice, ParagraphBuilder& builder);
  text::CharacterStyle reference_style(const Voice& voice);
  std::vector<text::Paragraph> set_note(const Block& note, int number);
  void set_list(const Block& list, const Place& place);
  void set_paragraph(const Block& block, const Place& place);
  bool set_lone_part(const Block& block, const Place& place);
  void set_break(content::TemplatePart::Break::To to, diag::Span written_at);
  void set_pieces(const std::vector<Piece>& pieces, const Voice& voice, ParagraphBuilder& builder);
  void set_piece(const Piece& piece, const Voice& voice, ParagraphBuilder& builder);
  void set_marked_up(const Piece& piece, const Voice& voice, ParagraphBuilder& builder);
  void set_link(const Piece& piece, Voice link, const Voice& around, ParagraphBuilder& builder);
  void set_words(const Piece& piece, const Voice& voice, ParagraphBuilder& builder);
  void set_flush_end(const Voice& voice, diag::Span span, ParagraphBuilder& builder);
  void set_fact(const content::TemplatePart::Fact& fact, const Voice& voice, diag::Span asked_at,
                ParagraphBuilder& builder);
  LinkTarget target_of(const Piece& link, ParagraphBuilder& builder);
  void set_prose_in_line(const spec::Value& prose, const Voice& voice, diag::Span asked_at,
                         ParagraphBuilder& builder);
  text::Source source(const content::TemplatePart::Fact& fact, const content::Insert& insert,
                      diag::Span asked_at) const;
  void count_letters(std::size_t letters);

  const MergedStyle& style_of(const Place& place);
  Place heading_place(int level) const;
  Place place_like_p(display::Role role, int list_level, const std::optional<spec::Text>& style,
                     Length indent) const;
  Place list_place(const Block& list, const Place& outside);

  const TextSetting& setting_;
  const Context& context_;
  Facts& facts_;
  Styles& styles_;
  std::vector<text::Paragraph> paragraphs_;
  TextPreparer preparer_;
  std::optional<ListMarker> marker_;             ///< of the next paragraph
  std::optional<text::BreakBefore> next_break_;  ///< before the next paragraph
  int& note_count_;
  const std::vector<Block>* source_ = nullptr;  ///< the text that is walked through, with its notes
  std::map<diag::Span, int> numbers_;           ///< of the notes referred to so far
  std::vector<text::Note> found_notes_;         ///< in the next paragraph
  std::vector<text::Source> open_sources_;      ///< of the words being set, the innermost last
  std::vector<text::Source> found_sources_;     ///< in the next paragraph
  bool in_note_ = false;
  int depth_ = 0;
  int left_out_ = 0;  ///< lines and paragraphs about facts the clinic does not have
};

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

/// Those referred to in a line that was left out.
void TextWalk::drop_notes(const ParagraphBuilder& builder) {
  std::erase_if(found_notes_,
                [&](const text::Note& note) { return note.reference >= builder.count(); });
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
      set_blocks(block.children, place_like_p(display::Role::Quote, place.list_level,
                                              setting_.styles.quote, place.indent));
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
  }
  return '1';
}

void TextWalk::set_list(const Block& list, const Place& outside) {
  const Place place = list_place(list, outside);
  int number = list.start;
  for (const Block& item : list.children) {
    const std::size_t before = paragraphs_.size();
    marker_ = ListMarker{kind_of(list, item), number, form_of(list), outside.indent, item.span};
    set_block(item, place);
    marker_.reset();
    // An item whose facts turned out empty is not printed and takes no number.
    if (paragraphs_.size() > before) ++number;
  }
}

const MergedStyle& TextWalk::style_of(const Place& place) {
  if (*place.style) return styles_.paragraph(**place.style);
  const bool is_p = place.key == "p";
  const std::string what =
      is_p ? "paragraphs" : "headings of level " + std::string(place.key.substr(1));
  context_.error(MissingKey, setting_.asked_at,
                 "no style is named for the " + what + " of this text",
                 {"name one in `[markdown]`: `" + std::string(place.key) + " = \"…\"`" +
                  (is_p ? ", or here: `style = \"…\"`" : "")});
  return styles_.plain();
}

void TextWalk::set_paragraph(const Block& block, const Place& place) {
  if (set_lone_part(block, place)) return;
  const MergedStyle& style = style_of(place);
  ParagraphBuilder builder;
  set_pieces(block.inlines, Voice{style.spec.text, style.final_style.text}, builder);
  builder.finish();
  drop_notes(builder);
  for (const Missed& each : builder.mixed()) facts_.report_mixed(each);
  if (builder.fell_away() || builder.lost_lines()) ++left_out_;
  // In a table, what is said about facts the row does not have is left out with them.
  const bool is_idle = setting_.scope != nullptr && builder.has_only_empty_facts();
  std::vector<text::Note> notes = std::exchange(found_notes_, {});
  std::vector<text::Source> sources = std::exchange(found_sources_, {});
  if (!builder.is_visible() || is_idle || builder.fell_away()) return;
  text::Paragraph paragraph{style.final_style, builder.take(), std::nullopt, place.role,
                            block.span};
  if (is_heading(place.role) && !style.spec.stretch_before) paragraph.style.stretch_before = 1;
  paragraph.flush_end = builder.flush_end();
  preparer_.prepare(paragraph.inlines);
  if (marker_) {
    paragraph.marker = set_marker(*marker_, style, styles_);
  }
  if (place.list_level > 0) paragraph.style.indent_start = place.indent;
  if (next_break_ && !in_note_) {
    paragraph.style.break_before = *std::exchange(next_break_, std::nullopt);
  }
  marker_.reset();
  paragraph.notes = std::move(notes);
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
  const auto insert = facts_.insert(*fact, setting_.scope, asked_at);
  if (!insert) return true;  // reported
  const auto* prose = std::get_if<content::Prose>(&*insert);
  if (prose == nullptr) return false;
  const Facts::Inside inside(facts_, *prose->value, asked_at);
  if (!inside) return true;
  open_sources_.push_back(source(*fact, *insert, asked_at));
  set_source(spec::parse_markdown(*prose->value, context_.diags), place);
  open_sources_.pop_back();
  return true;
}

text::Source TextWalk::source(const content::TemplatePart::Fact& fact,
                              const content::Insert& insert, diag::Span asked_at) const {
  text::Source source{fact.path, context_.inputs.content.written_at(fact.path), asked_at};
  const auto* prose = std::get_if<content::Prose>(&insert);
  const bool is_of_row = setting_.scope != nullptr && fact.path.find('.') == std::string::npos;
  if (is_of_row) source.path = setting_.list;
  if (is_of_row) source.span = setting_.scope->span;
  if (prose != nullptr) source.span = prose->value->span;
  return source;
}

/// Words of the innermost source have been set.
void TextWalk::count_letters(std::size_t letters) {
  if (open_sources_.empty() || letters == 0) return;
  const text::Source& open = open_sources_.back();
  const auto known = std::ranges::find_if(found_sources_, [&](const text::Source& each) {
    return each.path == open.path && each.span == open.span;
  });
  if (known != found_sources_.end()) {
    known->letters += letters;
    return;
  }
  found_sources_.push_back(open);
  found_sources_.back().letters = letters;
}

void TextWalk::set_break(content::TemplatePart::Break::To to, diag::Span written_at) {
  if (setting_.scope != nullptr) {
    context_.error(BadInterpolation, written_at, "a cell of a table has no columns");
    return;
  }
  const bool to_frame = to == content::TemplatePart::Break::To::Frame;
  next_break_ = to_frame ? text::BreakBefore::Frame : text::BreakBefore::Column;
}

void TextWalk::set_pieces(const std::vector<Piece>& pieces, const Voice& voice,
                          ParagraphBuilder& builder) {
  for (const Piece& piece : pieces) set_piece(piece, voice, builder);
}

void TextWalk::set_piece(const Piece& piece, const Voice& voice, ParagraphBuilder& builder) {
  using Kind = Piece::Kind;
  switch (piece.kind) {
    case Kind::Text:
      set_words(piece, voice, builder);
      break;
    case Kind::SoftBreak:
      builder.add_soft_break(voice.style, piece.span, voice.link);
      break;
    case Kind::LineBreak:
      builder.end_typed_line(voice.style, piece.span);
      drop_notes(builder);
      break;
    case Kind::Reference:
      set_reference(piece, voice, builder);
      break;
    case Kind::Emphasis:
    case Kind::Strong:
    case Kind::Link:
      if (++depth_ <= kDeepestMarkup) {
        set_marked_up(piece, voice, builder);
      } else {
        context_.error(TooLarge, piece.span, "emphasis is nested more than 100 deep");
      }
      --depth_;
      break;
  }
}

void TextWalk::set_marked_up(const Piece& piece, const Voice& voice, ParagraphBuilder& builder) {
  using Kind = Piece::Kind;
  const spec::MarkdownSpec& styles = setting_.styles;
  const auto& named = piece.kind == Kind::Strong     ? styles.strong
                      : piece.kind == Kind::Emphasis ? styles.emphasis
                                                     : styles.link;
  spec::CharacterSpec spec = voice.spec;
  if (named) {
    lay_over(spec, styles_.character(*named));
  } else if (piece.kind == Kind::Strong) {
    spec.weight = spec::Spanned<std::int64_t>{700, piece.span};
  } else if (piece.kind == Kind::Emphasis) {
    const bool is_italic = spec.italic && spec.italic->value;
    spec.italic = spec::Spanned<bool>{!is_italic, piece.span};
  }
  const text::CharacterStyle style = styles_.final_style(spec);
  if (piece.kind == Kind::Link) return set_link(piece, Voice{spec, style}, voice, builder);
  set_pieces(piece.children, Voice{spec, style, voice.link}, builder);
}

/// The words, and the address that paper would not tell otherwise.
void TextWalk::set_link(const Piece& piece, Voice link, const Voice& around,
                        ParagraphBuilder& builder) {
  const LinkTarget target = target_of(piece, builder);
  link.link = target.address;
  set_pieces(piece.children, link, builder);
  const auto& where = setting_.styles.link_address;
  if (target.address.empty() || (where && where->value == "hidden")) return;
  if (is_told(target, facts_.words(piece.children, setting_.scope))) return;
  builder.add_text(" (", around.style, piece.span, around.link);
  builder.add_text(isolated(target.shown, link.style.language), link.style, piece.span,
                   target.address);
  builder.add_text(")", around.style, piece.span, around.link);
}

void TextWalk::set_reference(const Piece& piece, const Voice& voice, ParagraphBuilder& builder) {
  if (setting_.scope != nullptr || in_note_) {
    context_.error(
        BadValue, piece.span,
        in_note_ ? "a note can't refer to a note" : "a cell of a table can't have notes");
    return;
  }
  const auto is_meant = [&](const Block& each) {
    return each.kind == Block::Kind::Note && each.label == piece.text;
  };
  const auto note = std::find_if(source_->begin(), source_->end(), is_meant);
  if (note == source_->end()) return;  // reported
  const auto [known, is_new] = numbers_.emplace(note->span, note_count_ + 1);
  builder.add_text(std::to_string(known->second), reference_style(voice), piece.span, voice.link);
  if (!is_new) return;
  const int number = ++note_count_;
  const std::size_t reference = builder.count() - 1;
  auto paragraphs = set_note(*note, number);
  if (!paragraphs.empty()) found_notes_.push_back({reference, std::move(paragraphs)});
}

/// Superior figures of the font, or figures made small and raised.
text::CharacterStyle TextWalk::reference_style(const Voice& voice) {
  constexpr double kSize = 0.62;
  constexpr double kRaise = 0.36;
  spec::CharacterSpec spec = voice.spec;
  if (setting_.styles.reference) {
    lay_over(spec, styles_.character(*setting_.styles.reference));
    return styles_.final_style(spec);
  }
  text::CharacterStyle style = styles_.final_style(spec);
  style.underline = false;
  if (!style.fonts.empty() && context_.fonts.face(style.fonts.front()).has_feature("sups")) {
    style.features.push_back({"sups", 1});
    return style;
  }
  style.baseline_shift += style.size * kRaise;
  style.size = style.size * kSize;
  return style;
}

std::vector<text::Paragraph> TextWalk::set_note(const Block& note, int number) {
  constexpr double kIndent = 1.2;
  constexpr double kGap = 0.3;
  auto outside = std::exchange(paragraphs_, {});
  const auto marker = std::exchange(marker_, std::nullopt);
  auto notes = std::exchange(found_notes_, {});
  auto sources = std::exchange(found_sources_, {});
  in_note_ = true;
  const Place place = place_like_p(display::Role::Note, 0, setting_.styles.footnote, {});
  set_paragraph(note, place);
  in_note_ = false;
  for (text::Paragraph& each : paragraphs_) {
    // It would stand where the number is.
    each.style.drop_cap.reset();
    const text::CharacterStyle& look = each.style.text;
    each.marker = text::Marker{text::Run{std::to_string(number), look, note.span},
                               look.size * kGap,
                               text::Marker::Hang::FlushStart,
                               {}};
    if (!style_of(place).spec.indent_start) each.style.indent_start = look.size * kIndent;
  }
  found_notes_ = std::move(notes);
  found_sources_ = std::move(sources);
  marker_ = marker;
  return std::exchange(paragraphs_, std::move(outside));
}

void TextWalk::set_words(const Piece& piece, const Voice& voice, ParagraphBuilder& builder) {
  const PlacedText text(piece);
  for (const content::TemplatePart& part : facts_.parts(text)) {
    const diag::Span span = text.part(part.begin, part.end);
    if (const auto* literal = std::get_if<content::TemplatePart::Literal>(&part.part)) {
      builder.add_text(literal->text, styles_.positioned(voice.spec, voice.style, literal->text),
                       span, voice.link);
      count_letters(literal->text.size());
    } else if (const auto* line = std::get_if<content::TemplatePart::BlankLine>(&part.part)) {
      builder.add_field(line->width, voice.style, span);
      builder.tell_fact();
    } else if (const auto* fact = std::get_if<content::TemplatePart::Fact>(&part.part)) {
      set_fact(*fact, voice, span, builder);
    } else if (std::holds_alternative<content::TemplatePart::FlushEnd>(part.part)) {
      set_flush_end(voice, span, builder);
    } else {
      context_.error(BadInterpolation, span, "a break stands in a paragraph of its own",
                     {"let it stand alone, with blank lines around it"});
    }
  }
}

void TextWalk::set_flush_end(const Voice& voice, diag::Span span, ParagraphBuilder& builder) {
  if (!builder.has_flush_end()) return builder.begin_flush_end(voice.style, span);
  context_.error(BadInterpolation, span, "a paragraph has `{flush end}` once",
                 {"begin a new paragraph before the second"});
}

void TextWalk::set_fact(const content::TemplatePart::Fact& fact, const Voice& voice,
                        diag::Span asked_at, ParagraphBuilder& builder) {
  const Told before = facts_.told();
  const auto insert = facts_.insert(fact, setting_.scope, asked_at);
  if (!insert) return;  // reported
  if (is_row_number(fact, setting_.scope)) {
    return builder.add_text(std::get<content::Plain>(*insert).text, voice.style, asked_at,
                            voice.link);
  }
  if ((facts_.told() - before).told > 0) builder.tell_fact();
  if (const auto* absent = std::get_if<content::Absent>(&*insert)) {
    builder.miss_fact({fact.path, asked_at, absent->said_at});
    return;
  }
  builder.begin_fact();
  open_sources_.push_back(source(fact, *insert, asked_at));
  if (const auto* plain = std::get_if<content::Plain>(&*insert)) {
    builder.add_text(isolated(plain->text, voice.style.language),
                     styles_.positioned(voice.spec, voice.style, plain->text), asked_at,
                     voice.link);
    count_letters(plain->text.size());
  } else if (const auto* blank = std::get_if<content::Blank>(&*insert)) {
    builder.add_field(blank->width, voice.style, asked_at);
  } else {
    set_prose_in_line(*std::get<content::Prose>(*insert).value, voice, asked_at, builder);
  }
  open_sources_.pop_back();
  builder.end_fact();
}

/// A link to a fact tells it, or misses it, as the words of its line do.
LinkTarget TextWalk::target_of(const Piece& link, ParagraphBuilder& builder) {
  const LinkTarget target = link_target(PlacedText(link), setting_.scope, facts_, context_);
  if (target.told.told > 0) builder.tell_fact();
  if (target.missed) builder.miss_fact(*target.missed);
  return target;
}

void TextWalk::set_prose_in_line(const spec::Value& prose, const Voice& voice, diag::Span asked_at,
                                 ParagraphBuilder& builder) {
  const Facts::Inside inside(facts_, prose, asked_at);
  if (!inside) return;
  const std::vector<Block> blocks = spec::parse_markdown(prose, context_.diags);
  if (blocks.empty()) return;
  const auto is_note = [](const Block& each) { return each.kind == Block::Kind::Note; };
  if (blocks.front().kind == Block::Kind::Paragraph &&
      std::all_of(blocks.begin() + 1, blocks.end(), is_note)) {
    const auto* outside = std::exchange(source_, &blocks);
    set_pieces(blocks.front().inlines, voice, builder);
    source_ = outside;
    return;
  }
  diag::Diagnostic too_long{BadInterpolation, diag::Severity::Error,
                            "this text is more than a paragraph, so it can't be part of one",
                            asked_at};
  too_long.labels.push_back({blocks.size() > 1 ? blocks[1].span : blocks.front().span,
                             blocks.size() > 1 ? "its second block" : "not a plain paragraph"});
  too_long.hints.push_back("let it stand alone, with blank lines around it");
  context_.diags.add(std::move(too_long));
}

}  // namespace

std::vector<text::Paragraph> set_text(const spec::Value& markdown, const TextSetting& setting,
                                      const TextTools& tools) {
  TextWalk walk(setting, tools);
  const Place start{display::Role::Paragraph, 0, &setting.styles.p, "p", {}};
  walk.set_source(spec::parse_markdown(markdown, tools.context.diags), start);
  return walk.take();
}

}  // namespace handbill::document
