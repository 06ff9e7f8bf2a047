// SPDX-License-Identifier: MIT
#include "document/make_galley.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/overload.h"
#include "document/content_kinds.h"
#include "document/headings.h"
#include "document/reading_order.h"
#include "document/restyle.h"
#include "document/take_inlines.h"
#include "document/tell_table.h"

namespace handbill::document {
namespace {

/// Of the page's height that a drawing takes at most, and of the width of the text at least.
constexpr double kTallest = 0.3, kNarrowestFigure = 0.25;
constexpr Length kCode = Length::inch(1.75);  ///< a side of a QR code, to be read at hand
constexpr double kFootLeading = 1.3;
constexpr Length kSafe = Length::inch(0.25);
/// Of a column of a table, in sizes of its type: about 20 letters.
constexpr double kLeastColumn = 10;
/// Signs of a text that is no more than a number beside another text.
constexpr std::size_t kShortNumber = 3;

bool is_number(const std::vector<text::Paragraph>& paragraphs) {
  if (paragraphs.size() != 1) return false;
  const text::Paragraph& only = paragraphs.front();
  if (only.marker || only.inlines.size() != 1 || display::heading_level(only.role)) return false;
  const auto* run = std::get_if<text::Run>(&only.inlines.front());
  return run != nullptr && !run->part && run->text.size() <= kShortNumber &&
         std::ranges::any_of(run->text, [](char c) { return c >= '0' && c <= '9'; });
}

class GalleyMaker {
 public:
  GalleyMaker(const Document& document, const Reflow& reflow, Typefaces& typefaces)
      : document_(document),
        reflow_(reflow),
        restyler_(reflow, document.metadata.language, typefaces) {}

  Galley make() {
    galley_.sheet.trim = reflow_.trim;
    galley_.sheet.margin = Insets::all(reflow_.margin);
    galley_.sheet.safe = kSafe;
    galley_.gap = restyler_.leading();
    galley_.foot = restyler_.plain();
    galley_.foot_leading = reflow_.size * kFootLeading;
    galley_.least_column = reflow_.size * kLeastColumn;
    for (const ReadingStop& stop : reading_order(document_)) {
      for (const FrameIndex i : stop.frames) add(document_.sides[stop.side].frames[i]);
    }
    show_early();
    close_lists();
    return std::move(galley_);
  }

 private:
  void add(const Frame& frame) {
    if (frame.fell_away || frame.is_running) return;
    std::visit(Overload{[](std::monostate) {},
                        [&](const StoryContent& content) {
                          if (!stories_.insert(content.story.index()).second) return;
                          const Story& story = document_.stories.at(content.story.index());
                          add_text(story.paragraphs, {story.name, frame.name}, frame.span);
                        },
                        [&](const TextContent& text) {
                          add_text(text.paragraphs, {frame.name}, frame.span);
                        },
                        [&](const OneOf<PictureContent, ArtContent> auto& figure) {
                          add_figure(figure, frame);
                        },
                        [&](const Table& table) { add_table(table, {frame.name}, frame.span); },
                        [&](const TableContent& content) {
                          if (!tables_.insert(content.table.index()).second) return;
                          const NamedTable& named = document_.tables.at(content.table.index());
                          add_table(named.table, {named.name, frame.name}, frame.span);
                        }},
               frame.content);
  }

  /// The block of text that goes on.
  GalleyBlock& text_block(diag::Span span) {
    const bool goes_on = !galley_.blocks.empty() && galley_text(galley_.blocks.back()) != nullptr;
    if (!goes_on) galley_.blocks.push_back({.content = TextContent{}, .span = span});
    return galley_.blocks.back();
  }

  void add_text(const std::vector<text::Paragraph>& paragraphs,
                const std::vector<std::string>& names, diag::Span span) {
    std::vector<text::Paragraph> restyled;
    for (const text::Paragraph& each : paragraphs) restyled.push_back(restyler_.restyled(each));
    append(std::move(restyled), names, span);
    ends_in_number_ = is_number(paragraphs);
  }

  void append(std::vector<text::Paragraph> paragraphs, const std::vector<std::string>& names,
              diag::Span span) {
    if (paragraphs.empty()) return;
    if (!has_begun_) return begin(std::move(paragraphs), names, span);
    GalleyBlock& block = text_block(span);
    auto& text = galley_text(block)->paragraphs;
    if (ends_in_number_ && !text.empty()) join_number(text, paragraphs.front());
    ends_in_number_ = false;
    mark(block, text.size(), names);
    text.insert(text.end(), std::make_move_iterator(paragraphs.begin()),
                std::make_move_iterator(paragraphs.end()));
  }

  /// What stands before any words is shown below the headings that the words begin with.
  void begin(std::vector<text::Paragraph> paragraphs, const std::vector<std::string>& names,
             diag::Span span) {
    has_begun_ = true;
    const auto is_text = [](const text::Paragraph& each) {
      return !display::heading_level(each.role);
    };
    const auto rest = std::ranges::find_if(paragraphs, is_text);
    append({std::make_move_iterator(paragraphs.begin()), std::make_move_iterator(rest)}, names,
           span);
    show_early();
    append({std::make_move_iterator(rest), std::make_move_iterator(paragraphs.end())}, {}, span);
  }

  void show_early() {
    has_begun_ = true;
    for (const Frame* each : std::exchange(early_, {})) add(*each);
  }

  /// A number that stood beside the text begins it, or stands close above its heading.
  void join_number(std::vector<text::Paragraph>& text, text::Paragraph& next) const {
    if (display::heading_level(next.role)) {
      text::ParagraphStyle& number = text.back().style.edit();
      number.space_before = std::exchange(next.style.edit().space_before, Length());
      number.space_after = {};
      number.keep_with_next = true;
      return;
    }
    const bool takes_it = next.role == display::Role::Paragraph && !next.marker &&
                          !next.flush_end && next.notes.empty();
    if (!takes_it) return;
    restyler_.embolden(text.back());
    std::vector<text::Inline> inlines = take_inlines(text.back(), next);
    inlines.push_back(restyler_.added("\u2002", restyler_.plain()));
    next.inlines.insert(next.inlines.begin(), std::make_move_iterator(inlines.begin()),
                        std::make_move_iterator(inlines.end()));
    next.sources.insert(next.sources.begin(), text.back().sources.begin(),
                        text.back().sources.end());
    text.pop_back();
  }

  static void mark(GalleyBlock& block, std::size_t paragraph,
                   const std::vector<std::string>& names) {
    for (const std::string& each : names) {
      if (!each.empty()) block.marks.push_back({each, paragraph});
    }
  }

  Size natural_size(const PictureContent& shown) const {
    const auto& picture = document_.pictures.at(shown.picture.index()).picture;
    return {Length::pt(picture->width), Length::pt(picture->height)};
  }
  static Size natural_size(const ArtContent& shown) { return shown.art ? shown.art->size : Size{}; }

  /// As wide as the text, or as tall as a page has room for.
  Size figure_size(Size natural) const {
    const Length width = reflow_.trim.width - reflow_.margin * 2;
    const Length most = (reflow_.trim.height - reflow_.margin * 2) * kTallest;
    const double ratio = natural.height / natural.width;
    const Length least = width * kNarrowestFigure;
    const Length height = std::min(most, width * ratio);
    const Length shown = std::min(std::max(height / ratio, least), width);
    return {shown, std::min(shown * ratio, most)};
  }

  static bool is_code(const PictureContent&) { return false; }
  static bool is_code(const ArtContent& art) { return art.use == ArtContent::Use::Code; }

  template <class Figure>
  void add_figure(const Figure& figure, const Frame& frame) {
    const Size natural = natural_size(figure);
    const bool is_shown = is_code(figure) || reflow_.pictures == Reflow::Pictures::Shown;
    if (figure.alt.text.empty()) return;  // it adorns
    if (!has_begun_) {
      early_.push_back(&frame);
      return;
    }
    ends_in_number_ = false;
    const std::vector<std::string> names = {frame.name};
    if (is_shown && natural.width > Length() && natural.height > Length()) {
      Figure shown = figure;
      shown.fit = Fit::Contain;
      // What the words below say is not to be heard twice.
      if (!is_code(figure)) shown.alt = {};
      const Size size = is_code(figure) ? Size{kCode, kCode} : figure_size(natural);
      galley_.blocks.push_back({.content = GalleyFigure{std::move(shown), size},
                                .keep_with_next = !is_code(figure),
                                .span = frame.span});
      mark(galley_.blocks.back(), 0, names);
    }
    if (is_code(figure)) return;
    text::Paragraph words = restyler_.told(figure.alt, frame.span);
    words.style.edit().keep_together = true;
    append({std::move(words)}, names, frame.span);
  }

  void add_table(const Table& table, const std::vector<std::string>& names, diag::Span span) {
    ends_in_number_ = false;
    show_early();
    Table read = without_adornment(table);
    const bool was_adorned = read.columns.size() < table.columns.size();
    if (read.columns.empty() || read.rows.empty()) return;
    restyler_.restyle(read);
    std::vector<text::Paragraph> as_list = told_as_list(read, was_adorned, restyler_);
    if (read.columns.size() == 1 || is_form(read)) {
      append(std::move(as_list), names, span);
      return;
    }
    galley_.blocks.push_back(
        {.content = std::move(read), .as_list = std::move(as_list), .span = span});
    mark(galley_.blocks.back(), 0, names);
  }

  /// A list ends with as much white as a paragraph.
  void close_lists() {
    for (GalleyBlock& block : galley_.blocks) {
      auto* text = galley_text(block);
      if (text == nullptr) continue;
      auto& paragraphs = text->paragraphs;
      for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
        const bool ends = paragraphs[i].list_level > 0 && paragraphs[i + 1].list_level == 0;
        if (ends) paragraphs[i].style.edit().space_after = restyler_.leading() * kListAfter;
      }
    }
  }

  static constexpr double kListAfter = 0.6;

  const Document& document_;
  const Reflow& reflow_;
  const Restyler restyler_;
  Galley galley_;
  std::vector<const Frame*> early_;         ///< figures, before the first words
  bool has_begun_ = false;                  ///< there are words
  std::set<std::size_t> stories_, tables_;  ///< that have been told
  bool ends_in_number_ = false;             ///< the text so far
};

/// A text with the number of its page, which tells no facts besides.
bool counts_pages(const Frame& frame) {
  bool counts = false, tells = false;
  const auto look = [&](const text::Run& run) {
    for (const text::Origin& each : run.origins.list()) {
      if (!each.fact) continue;
      const std::string& path = each.fact->path;
      counts = counts || path == "page";
      tells = tells || !(path == "pages" || path.starts_with("page"));
    }
  };
  std::visit(Overload{[&](const TextContent& text) {
                        for (const text::Paragraph& paragraph : text.paragraphs) {
                          for (const text::Inline& each : paragraph.inlines) {
                            if (const auto* run = std::get_if<text::Run>(&each)) look(*run);
                          }
                        }
                      },
                      [](const OneOf<std::monostate, StoryContent, PictureContent, ArtContent,
                                     Table, TableContent> auto&) {}},
             frame.content);
  return counts && !tells;
}

}  // namespace

void mark_page_counts(Document& document) {
  for (Side& side : document.sides) {
    for (Frame& frame : side.frames) frame.is_running = frame.is_running || counts_pages(frame);
  }
}

Galley make_galley(const Document& document, const Reflow& reflow, Typefaces& typefaces) {
  return GalleyMaker(document, reflow, typefaces).make();
}

}  // namespace handbill::document
