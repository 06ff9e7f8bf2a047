// SPDX-License-Identifier: MIT
// What stands in the lines of a text: words, facts, emphasis, links.
#include <algorithm>
#include <utility>

#include "document/fact_link.h"
#include "document/inherit.h"
#include "document/text_walk.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using Block = spec::MarkdownBlock;
using Piece = spec::MarkdownInline;

/// A fact in a text from right to left keeps its own order: the digits of a phone number, the
/// number and name of a street (UAX 9, 2.7: first strong isolate).
std::string isolated(const std::string& fact, const std::string& language) {
  if (fact.empty() || !text::is_right_to_left(language)) return fact;
  return "\u2068" + fact + "\u2069";
}

/// Words that stand for what is written at `span`.
text::Origin meant(diag::Span span, const Voice& voice) {
  return {0, text::Origin::Kind::Meant, span, nullptr, voice.stress};
}

}  // namespace

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
      builder.add_soft_break(Written::from(" ", meant(piece.span, voice)), voice.style, voice.part);
      break;
    case Kind::LineBreak:
      builder.end_typed_line(voice.style, piece.span);
      drop_notes(builder);
      break;
    case Kind::Reference:
      set_reference(piece, voice, builder);
      break;
    case Kind::Image:
      set_icon(piece, voice, builder);
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
  const text::SharedStyle style = styles_.final_style(spec);
  text::Stress stress = voice.stress;
  if (piece.kind == Kind::Strong) stress.strong = true;
  if (piece.kind == Kind::Emphasis) stress.emphasis = true;
  if (piece.kind == Kind::Link) {
    return set_link(piece, {spec, style, voice.part, stress}, voice, builder);
  }
  using PartKind = text::Part::Kind;
  const text::PartId part =
      builder.add_part({piece.kind == Kind::Strong ? PartKind::Strong : PartKind::Emphasis,
                        {},
                        voice.part,
                        piece.span});
  set_pieces(piece.children, Voice{spec, style, part, stress}, builder);
}

/// The words, and the address that paper would not tell otherwise.
void TextWalk::set_link(const Piece& piece, Voice link, const Voice& around,
                        ParagraphBuilder& builder) {
  const LinkTarget target = target_of(piece, builder);
  // What is added has a place of its own: the bracket before it is no part of the link.
  const auto to_target = [&] {
    return builder.add_part({text::Part::Kind::Link, target.address, around.part, piece.span});
  };
  if (!target.address.empty()) link.part = to_target();
  set_pieces(piece.children, link, builder);
  const auto& where = setting_.styles.link_address;
  if (target.address.empty() || (where && where->value == "hidden")) return;
  if (is_told(target, facts_.words(piece.children, scope_))) return;
  note_look(around);
  const auto added = [&](std::string_view text, const Voice& voice) {
    builder.add_text(Written::from(text, {0, text::Origin::Kind::Added, piece.span}), voice.style,
                     voice.part);
  };
  added(" (", around);
  link.part = to_target();
  added(isolated(target.shown, link.style->language), link);
  added(")", around);
}

void TextWalk::note_look(const Voice& voice) {
  if (std::ranges::find(looks_, voice.style, &Look::style) != looks_.end()) return;
  looks_.push_back({voice.style, voice.spec});
}

void TextWalk::set_words(const Piece& piece, const Voice& voice, ParagraphBuilder& builder) {
  note_look(voice);
  const PlacedText text(piece);
  for (const content::TemplatePart& part : facts_.parts(text)) {
    const diag::Span span = text.part(part.begin, part.end);
    if (const auto* literal = std::get_if<content::TemplatePart::Literal>(&part.part)) {
      builder.add_text({literal->text, span, origins_of(*literal, part, text, voice.stress)},
                       styles_.positioned(voice.spec, voice.style, literal->text), voice.part);
      count_letters(literal->text.size());
    } else if (const auto* line = std::get_if<content::TemplatePart::BlankLine>(&part.part)) {
      builder.add_field({line->width, voice.style, span, nullptr, line->fills,
                         builder.add_part({text::Part::Kind::Blank, {}, voice.part, span})});
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

void TextWalk::set_fact(const content::TemplatePart::Fact& fact, const Voice& around,
                        diag::Span asked_at, ParagraphBuilder& builder) {
  const std::string language = facts_.language_of(fact, scope_);
  if (language.empty() || language == around.style->language) {
    return set_fact_in(fact, around, asked_at, builder);
  }
  spec::CharacterSpec spec = around.spec;
  spec.language = spec::Text{language, spec.language ? spec.language->span : spec.span};
  const text::SharedStyle style = styles_.final_style(spec);
  const Voice voice{spec, style, around.part, around.stress};
  note_look(voice);
  set_fact_in(fact, voice, asked_at, builder);
}

/// In the language of the voice.
void TextWalk::set_fact_in(const content::TemplatePart::Fact& fact, const Voice& voice,
                           diag::Span asked_at, ParagraphBuilder& builder) {
  const Told before = facts_.told();
  const auto insert = facts_.insert(fact, scope_, asked_at);
  if (!insert) return;  // reported
  const auto told = [&](std::string_view text) {
    return Written::from(text, {0, text::Origin::Kind::Fact, asked_at,
                                facts_.asked_fact(fact, scope_), voice.stress});
  };
  if (is_row_number(fact, scope_)) {
    return builder.add_text(told(std::get<content::Plain>(*insert).text), voice.style, voice.part);
  }
  if ((facts_.told() - before).told > 0) builder.tell_fact();
  if (const auto* absent = std::get_if<content::Absent>(&*insert)) {
    builder.miss_fact({fact.path, asked_at, absent->said_at});
    return;
  }
  builder.begin_fact();
  const std::optional<text::PartId> part = part_of_fact(fact, voice, asked_at, builder);
  // Numbers of pages are no text that anybody could cut.
  if (facts_.pages().is_asked(fact.path, setting_.scope)) {
    builder.add_text(told(isolated(std::get<content::Plain>(*insert).text, voice.style->language)),
                     voice.style, part);
    return builder.end_fact();
  }
  open_sources_.push_back(source(fact, *insert, asked_at));
  if (const auto* plain = std::get_if<content::Plain>(&*insert)) {
    const std::string text = isolated(plain->text, voice.style->language);
    builder.add_text(told(text), styles_.positioned(voice.spec, voice.style, plain->text), part);
    count_letters(plain->text.size());
  } else if (const auto* blank = std::get_if<content::Blank>(&*insert)) {
    builder.add_field({blank->width, voice.style, asked_at, facts_.asked_fact(fact, scope_), false,
                       builder.add_part({text::Part::Kind::Blank, {}, voice.part, asked_at})});
  } else {
    set_prose_in_line(std::get<content::Prose>(*insert), voice, asked_at, builder);
  }
  open_sources_.pop_back();
  builder.end_fact();
}

/// A fact that tells of a place in the document leads there, and one that leads somewhere can be
/// clicked where that is possible, unless it stands in a link.
std::optional<text::PartId> TextWalk::part_of_fact(const content::TemplatePart::Fact& fact,
                                                   const Voice& voice, diag::Span asked_at,
                                                   ParagraphBuilder& builder) {
  if (builder.is_in_link(voice.part)) return voice.part;
  if (auto place = facts_.pages().place_of(fact.path, scope_)) {
    place->span = asked_at;
    place->within = voice.part;
    return builder.add_part(std::move(*place));
  }
  std::string target = fact_link(fact, scope_, asked_at, context_);
  if (target.empty()) return voice.part;
  return builder.add_part({text::Part::Kind::Link, std::move(target), voice.part, asked_at});
}

/// A link to a fact tells it, or misses it, as the words of its line do.
LinkTarget TextWalk::target_of(const Piece& link, ParagraphBuilder& builder) {
  const LinkTarget target = link_target(PlacedText(link), scope_, facts_, context_);
  if (target.told.told > 0) builder.tell_fact();
  if (target.missed) builder.miss_fact(*target.missed);
  return target;
}

void TextWalk::set_prose_in_line(const content::Prose& inserted, const Voice& voice,
                                 diag::Span asked_at, ParagraphBuilder& builder) {
  const spec::Value& prose = *inserted.value;
  const Facts::Inside inside(facts_, prose, asked_at);
  if (!inside) return;
  const std::vector<Block> blocks = spec::parse_markdown(prose, context_.diags);
  if (blocks.empty()) return;
  const auto is_note = [](const Block& each) { return each.kind == Block::Kind::Note; };
  if (blocks.front().kind == Block::Kind::Paragraph &&
      std::all_of(blocks.begin() + 1, blocks.end(), is_note)) {
    const auto* outside = std::exchange(source_, &blocks);
    const auto* scope = std::exchange(scope_, inserted.scope.value_or(scope_));
    set_pieces(blocks.front().inlines, voice, builder);
    scope_ = scope;
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

text::Source TextWalk::source(const content::TemplatePart::Fact& fact,
                              const content::Insert& insert, diag::Span asked_at) const {
  const ScopedFact found = in_scope(fact, scope_, context_.inputs.content);
  text::Source source{found.fact.path, context_.inputs.content.written_at(found.fact.path),
                      asked_at};
  const auto* prose = std::get_if<content::Prose>(&insert);
  const bool is_of_row = found.scope != nullptr && found.given == nullptr &&
                         found.fact.path.find('.') == std::string::npos;
  const bool is_in_frame = setting_.in == TextSetting::In::Frame;
  if (is_of_row && is_in_frame) {
    source.path = context_.inputs.content.full_path(found.fact.path, found.scope);
  } else if (is_of_row) {
    source.path = setting_.list;
  }
  if (is_of_row) source.span = found.scope->span;
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

}  // namespace handbill::document
