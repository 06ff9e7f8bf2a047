// SPDX-License-Identifier: MIT
#include "spec/markdown.h"

#include <cmark.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "spec/clean_text.h"
#include "spec/footnotes.h"
#include "spec/line_starts.h"
#include "spec/pasted_text.h"
#include "spec/place.h"
#include "spec/unindented.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

// Some twelve thousand words. It also bounds the few constructs that cost cmark the square of
// their length.
constexpr std::size_t kLargest = 64 * 1024;
constexpr std::size_t kDeepestMarkdown = 32;
constexpr int kLowestHeading = 4;

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

/// Where lines of the Markdown text start.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text) : text_(text), starts_(line_starts(text)) {}

  /// The offset of a line and column counted from 1, kept inside the line.
  std::size_t offset(int line, int column) const {
    if (line < 1) return 0;
    const auto index = static_cast<std::size_t>(line) - 1;
    if (index >= starts_.size()) return text_.size();
    const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
    return std::min(starts_[index] + static_cast<std::size_t>(std::max(column, 1) - 1), end);
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

/// The size of "&amp;" at the start of `text`, if it looks like a character reference
/// (CommonMark 0.30, 2.5); else 0.
std::size_t reference_size(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (!text.starts_with('&')) return 0;
  const std::size_t end = text.substr(0, kLongest).find(';');
  return end == text.npos || end < 2 ? 0 : end + 1;
}

std::size_t code_point_size(std::string_view text) {
  std::size_t size = text.empty() ? 0 : 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

/// How many bytes of `words` the reference before `after` stands for: one code point, or two when
/// only then what follows is the same on both sides.
std::size_t referenced_size(std::string_view words, std::string_view after) {
  const std::size_t one = code_point_size(words);
  if (one == words.size() || after.starts_with(words[one])) return one;
  const std::size_t two = one + code_point_size(words.substr(one));
  return two < words.size() && after.starts_with(words[two]) ? two : one;
}

/// Where each byte of `words` stands in `text` from `begin` on, and one past the end: backslashes
/// and character references undone. Nothing: other words stand there.
std::optional<std::vector<std::size_t>> align(std::string_view text, std::size_t begin,
                                              std::string_view words) {
  std::vector<std::size_t> places;
  std::size_t at = begin;
  for (std::size_t i = 0; i < words.size();) {
    if (at >= text.size()) return std::nullopt;
    const bool is_escape = text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]);
    const std::size_t reference = reference_size(text.substr(at));
    std::size_t taken = 1;
    std::size_t given = 1;
    if (reference > 0 && !words.substr(i).starts_with(text.substr(at, reference))) {
      taken = reference;
      given = referenced_size(words.substr(i), text.substr(at + reference));
    } else if (is_escape && words[i] == text[at + 1]) {
      taken = 2;
    } else if (text[at] != words[i]) {
      return std::nullopt;
    }
    places.insert(places.end(), given, at);
    at += taken;
    i += given;
  }
  places.push_back(at);
  return places;
}

/// cmark's tree as blocks and inlines.
class MarkdownReader {
 public:
  using Lettered = std::map<int, MarkdownBlock::Numbering>;

  /// `text` starts at byte `start` of the value; `lettered` are lists by their first line.
  MarkdownReader(const Value& value, std::string_view text, std::size_t start,
                 const Lettered& lettered, diag::Diagnostics& diags)
      : value_(value),
        text_(text),
        start_(start),
        lines_(text),
        lettered_(lettered),
        diags_(diags) {}

  void read(std::vector<MarkdownBlock>& into) {
    const std::unique_ptr<cmark_node, FreeNode> root(
        cmark_parse_document(text_.data(), text_.size(), CMARK_OPT_DEFAULT));
    blocks(root.get(), 0, into);
  }

 private:
  void blocks(cmark_node* parent, std::size_t depth, std::vector<MarkdownBlock>& into) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      block(node, depth, into);
    }
  }

  void block(cmark_node* node, std::size_t depth, std::vector<MarkdownBlock>& into) {
    using Kind = MarkdownBlock::Kind;
    if (is_too_deep(node, depth)) return;
    MarkdownBlock block;
    block.span = span(range_of(node));
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        block.kind = Kind::Paragraph;
        break;
      case CMARK_NODE_HEADING:
        block.kind = Kind::Heading;
        block.level = cmark_node_get_heading_level(node);
        if (block.level > kLowestHeading) unsupported(node, "headings below level 4 are");
        break;
      case CMARK_NODE_LIST: {
        const bool is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block.kind = is_ordered ? Kind::OrderedList : Kind::BulletList;
        if (is_ordered) block.start = cmark_node_get_list_start(node);
        block.numbering = numbering_of(node);
        break;
      }
      case CMARK_NODE_ITEM:
        block.kind = Kind::ListItem;
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        block.kind = Kind::Quote;
        break;
      case CMARK_NODE_CODE_BLOCK:
        return unsupported(node, "code blocks are");
      case CMARK_NODE_HTML_BLOCK:
        return unsupported(node, "HTML is");
      case CMARK_NODE_THEMATIC_BREAK:
        return unsupported(node, "thematic breaks are");
      default:
        return unsupported(node, "this is");
    }
    if (block.kind == Kind::Paragraph || block.kind == Kind::Heading) {
      cursor_ = range_of(node).begin;
      told_mark_ = false;
      inlines(node, depth + 1, block.inlines);
    } else {
      blocks(node, depth + 1, block.children);
      if (block.kind == Kind::ListItem) take_task(block);
    }
    into.push_back(std::move(block));
  }

  MarkdownBlock::Numbering numbering_of(cmark_node* list) const {
    const auto found = lettered_.find(cmark_node_get_start_line(list));
    return found == lettered_.end() ? MarkdownBlock::Numbering::Figures : found->second;
  }

  /// A box to tick at the start of an item is not part of its words (GitHub Flavored Markdown 0.29,
  /// 5.3).
  static void take_task(MarkdownBlock& item) {
    constexpr std::size_t kSize = 4;
    if (item.children.empty() || item.children.front().kind != MarkdownBlock::Kind::Paragraph) {
      return;
    }
    auto& inlines = item.children.front().inlines;
    if (inlines.empty() || inlines.front().kind != MarkdownInline::Kind::Text) return;
    MarkdownInline& words = inlines.front();
    const std::string_view start = std::string_view(words.text).substr(0, kSize);
    if (start == "[ ] ") {
      item.task = MarkdownBlock::Task::Open;
    } else if (start == "[x] " || start == "[X] ") {
      item.task = MarkdownBlock::Task::Done;
    } else {
      return;
    }
    words.span = words.part(kSize, words.text.size());
    words.text.erase(0, kSize);
    words.source_offsets.erase(words.source_offsets.begin(), words.source_offsets.begin() + kSize);
  }

  void inlines(cmark_node* parent, std::size_t depth, std::vector<MarkdownInline>& into) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      inline_node(node, depth, into);
    }
  }

  void inline_node(cmark_node* node, std::size_t depth, std::vector<MarkdownInline>& into) {
    using Kind = MarkdownInline::Kind;
    if (is_too_deep(node, depth)) return;
    MarkdownInline each;
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        return text(node, into);
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK: {
        const bool is_hard = cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
        each.kind = is_hard ? Kind::LineBreak : Kind::SoftBreak;
        const std::size_t end = std::min(text_.find('\n', cursor_), text_.size());
        const std::size_t next = std::min(end + 1, text_.size());
        each.span = span({cursor_, next});
        cursor_ = next;
        break;
      }
      case CMARK_NODE_EMPH:
        each.kind = Kind::Emphasis;
        break;
      case CMARK_NODE_STRONG:
        each.kind = Kind::Strong;
        break;
      case CMARK_NODE_LINK:
        each.kind = Kind::Link;
        each.text = cmark_node_get_url(node);
        break;
      case CMARK_NODE_CODE:
        return unsupported(node, "code is");
      case CMARK_NODE_HTML_INLINE:
        return unsupported_tag(node);
      case CMARK_NODE_IMAGE:
        each.kind = Kind::Image;
        each.text = cmark_node_get_url(node);
        break;
      default:
        return unsupported(node, "this is");
    }
    if (each.kind != Kind::SoftBreak && each.kind != Kind::LineBreak) container(node, depth, each);
    into.push_back(std::move(each));
  }

  /// Emphasis, strong and links: their marks belong to their place.
  void container(cmark_node* node, std::size_t depth, MarkdownInline& into) {
    const TextRange whole = range_of(node);
    const std::size_t before = cursor_;
    inlines(node, depth + 1, into.children);
    // cmark's columns are off after some line ends; then the place runs from text to text.
    const bool plausible = whole.begin >= before && whole.end >= cursor_;
    TextRange range = plausible ? whole : TextRange{before, std::max(before, cursor_)};
    // Of "*one**" it counts both marks as closing ones.
    const std::size_t marks = cmark_node_get_type(node) == CMARK_NODE_STRONG ? 2 : 1;
    const std::string_view close = text_.substr(std::min(cursor_, text_.size()), marks);
    if (is_emphasis(node) && close.find_first_not_of("*_") == close.npos) {
      range.end = std::min(range.end, cursor_ + close.size());
    }
    cursor_ = std::max(cursor_, range.end);
    into.span = span(range);
  }

  void text(cmark_node* node, std::vector<MarkdownInline>& into) {
    const char* literal = cmark_node_get_literal(node);
    std::string words = literal == nullptr ? "" : literal;
    if (words.empty()) return;
    const std::vector<std::size_t> places = find(node, words);
    cursor_ = places.back();
    check_marks(node, words, places);
    check_references(words, places);
    const Span here = span({places.front(), places.back()});
    if (into.empty() || into.back().kind != MarkdownInline::Kind::Text) {
      into.push_back({});
      into.back().span = here;
    }
    MarkdownInline& last = into.back();
    last.span.end = std::max(last.span.end, here.end);
    last.text += words;
    // The place past the end of what was there gives way to the first byte of what follows.
    if (!last.source_offsets.empty()) last.source_offsets.pop_back();
    for (const std::size_t place : places) last.source_offsets.push_back(source_offset(place));
    to_form_c(last.text, last.source_offsets);
  }

  /// "&#xFFFE;": what may not stand in a text may not be named in it either.
  void check_references(std::string& words, const std::vector<std::size_t>& places) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t begin = at;
      // cmark writes U+FFFE and U+FFFF as a single byte, which is no UTF-8.
      const auto byte = static_cast<unsigned char>(words[at]);
      const bool is_broken = byte >= 0xFE;
      const char32_t c = is_broken ? 0xFF00U + byte : next_code_point(words, at);
      if (is_broken) words[at++] = ' ';
      const bool is_named = is_broken || text_.substr(places[begin]).starts_with('&');
      if (is_named && is_refused(c)) report_refused(c, span({places[begin], places[at]}), diags_);
    }
  }

  static bool is_emphasis(cmark_node* node) {
    if (node == nullptr) return false;
    const cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG;
  }

  /// Marks of emphasis and links that stayed among the words, and quotes that stand by themselves;
  /// told once a paragraph.
  void check_marks(cmark_node* node, std::string_view words,
                   const std::vector<std::size_t>& places) {
    for (std::size_t i = 0; i < words.size() && !told_mark_; ++i) {
      const std::string_view two = words.substr(i, 2);
      const std::size_t at = places[i];
      const bool is_as_written = text_.substr(at).starts_with(two);
      if (is_as_written && stands_alone(at, '"')) return report_lone_quote(at);
      if (!is_as_written || (words[i] != '*' && two != "](")) continue;
      const bool touches = (i == 0 && is_emphasis(cmark_node_previous(node))) ||
                           (i + 1 == words.size() && is_emphasis(cmark_node_next(node)));
      if (two == "**" || two == "](" || touches)
        report_mark(at, two == "](" ? two : words.substr(i, touches ? 1 : 2));
    }
  }

  bool stands_alone(std::size_t at, char mark) const {
    const auto is_white = [&](std::size_t place) {
      return place >= text_.size() || text_[place] == ' ' || text_[place] == '\n';
    };
    return text_[at] == mark && (at == 0 || is_white(at - 1)) && is_white(at + 1);
  }

  void report_lone_quote(std::size_t at) {
    told_mark_ = true;
    diags_.error(DiagnosticId::MarkdownUnclosed, span({at, at + 1}), "`\"` stands by itself",
                 {"take it away, or put it right beside the words it quotes"});
  }

  void report_mark(std::size_t at, std::string_view mark) {
    told_mark_ = true;
    const bool is_link = mark == "](";
    diags_.error(
        DiagnosticId::MarkdownUnclosed, span({at, at + mark.size()}),
        is_link ? "this link is not complete" : "`" + std::string(mark) + "` has no partner",
        {is_link
             ? "write `[words](https://address)`; an address with spaces goes between `<` and `>`"
             : "strong words touch the marks on both sides: `**words**`; a `*` that is to be "
               "printed is written `\\*`"});
  }

  /// Where each byte of a text node stands, and one past the end: from cmark's column on when the
  /// words are there, else from the next place that has them.
  std::vector<std::size_t> find(cmark_node* node, std::string_view words) const {
    constexpr std::size_t kNear = 256;
    const TextRange stated = range_of(node);
    if (stated.begin >= cursor_) {
      if (auto places = align(text_, stated.begin, words)) return std::move(*places);
    }
    for (std::size_t at = cursor_; at < std::min(cursor_ + kNear, text_.size()); ++at) {
      if (auto places = align(text_, at, words)) return std::move(*places);
    }
    const std::size_t begin = std::max(cursor_, stated.begin);
    std::vector<std::size_t> places(words.size() + 1, begin);
    places.back() = std::max(begin, stated.end);
    return places;
  }

  TextRange range_of(cmark_node* node) const {
    const std::size_t begin =
        lines_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    const std::size_t end =
        lines_.offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1);
    return {begin, std::max(begin, end)};
  }

  std::uint32_t source_offset(std::size_t offset) const {
    return value_.part(start_ + offset, start_ + offset).begin;
  }
  Span span(TextRange range) const { return value_.part(start_ + range.begin, start_ + range.end); }

  bool is_too_deep(cmark_node* node, std::size_t depth) {
    if (depth <= kDeepestMarkdown) return false;
    diags_.error(DiagnosticId::TooLarge, span(range_of(node)),
                 "this text nests lists, quotes or emphasis deeper than 32");
    return true;
  }

  void unsupported(cmark_node* node, std::string_view what, std::vector<std::string> hints = {}) {
    diags_.error(DiagnosticId::MarkdownUnsupported, span(range_of(node)),
                 std::string(what) +
                     " not set; a text has headings, paragraphs, lists, "
                     "quotes, emphasis and links",
                 std::move(hints));
  }

  /// A closing tag is told with its opening one.
  void unsupported_tag(cmark_node* node) {
    const std::string tag = to_lower(cmark_node_get_literal(node));
    const bool is_closing = tag.starts_with("</");
    if (is_closing && open_tags_ > 0) {
      --open_tags_;
      return;
    }
    std::vector<std::string> hints;
    if (tag == "<b>" || tag == "<strong>") hints = {"write strong words as `**words**`"};
    if (tag == "<i>" || tag == "<em>") hints = {"write emphasized words as `*words*`"};
    if (!is_closing && !tag.starts_with("<br") && !tag.ends_with("/>")) ++open_tags_;
    unsupported(node, "HTML is", std::move(hints));
  }

  const Value& value_;
  std::string_view text_;
  std::size_t start_;
  LineIndex lines_;
  const Lettered& lettered_;
  diag::Diagnostics& diags_;
  int open_tags_ = 0;       ///< of HTML, told already
  std::size_t cursor_ = 0;  ///< what is before it has been placed
  bool told_mark_ = false;  ///< of the paragraph
};

/// A note has the words of one paragraph.
MarkdownBlock read_note(const Value& value, const NoteSource& source, diag::Diagnostics& diags) {
  MarkdownBlock note;
  note.kind = MarkdownBlock::Kind::Note;
  note.label = source.label;
  note.span = value.part(source.begin, source.end);
  const std::string_view markdown = *value.as_string();
  std::vector<MarkdownBlock> blocks;
  MarkdownReader(value, markdown.substr(source.words, source.end - source.words), source.words, {},
                 diags)
      .read(blocks);
  if (blocks.size() == 1 && blocks.front().kind == MarkdownBlock::Kind::Paragraph) {
    note.inlines = std::move(blocks.front().inlines);
  } else {
    diags.error(DiagnosticId::MarkdownUnsupported, note.span, "a note is a paragraph");
  }
  return note;
}

void read_all(const Value& text, const MarkdownReader::Lettered& lettered,
              std::vector<MarkdownBlock>& blocks, diag::Diagnostics& diags) {
  const std::string& markdown = *text.as_string();
  if (!has_notes(markdown)) {
    MarkdownReader(text, markdown, 0, lettered, diags).read(blocks);
    return;
  }
  std::string words = markdown;
  const std::vector<NoteSource> notes = take_notes(words);
  MarkdownReader(text, words, 0, lettered, diags).read(blocks);
  for (const NoteSource& each : notes) blocks.push_back(read_note(text, each, diags));
  split_references(blocks);
  check_notes(blocks, diags);
}

}  // namespace

Span MarkdownInline::part(std::size_t begin, std::size_t end) const {
  return part_of(source_offsets, span, begin, end);
}

std::vector<MarkdownBlock> parse_markdown(const Value& text, diag::Diagnostics& diags) {
  std::vector<MarkdownBlock> blocks;
  const std::string* markdown = text.as_string();
  if (markdown == nullptr) {
    diags.error(DiagnosticId::WrongType, text.span, "this is to be a text, not " + a_type(text));
    return blocks;
  }
  if (markdown->size() > kLargest) {
    diags.error(DiagnosticId::TooLarge, text.span, "a single text is over 64 KiB");
    return blocks;
  }
  std::optional<PastedText> pasted;
  if (may_be_pasted(*markdown)) pasted = from_pasted(text);
  const Value& listed = pasted ? pasted->text : text;
  const std::optional<Value> moved = unindented(listed);
  read_all(moved ? *moved : listed, pasted ? pasted->lettered : MarkdownReader::Lettered(), blocks,
           diags);
  return blocks;
}

}  // namespace handbill::spec
