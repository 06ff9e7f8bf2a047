// SPDX-License-Identifier: MIT
#include "layout/copyfit.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "document/content_kinds.h"
#include "layout/fill_table.h"
#include "layout/fit_levers.h"
#include "layout/reading_distance.h"
#include "layout/refit.h"
#include "text/scripts.h"

namespace handbill::layout {
namespace {

/// A tall letter of a script without capitals.
struct TallLetter {
  std::uint32_t script;
  char32_t letter;
};
constexpr TallLetter kTallLetters[] = {{text::iso_tag('A', 'r', 'a', 'b'), 0x0627},
                                       {text::iso_tag('H', 'a', 'n', 'i'), 0x56FD}};

/// Of capitals, in em; where the language has none, of its tall letters, in the font they are of.
double letter_height(const text::CharacterStyle& style, const font::FontBook& fonts) {
  const std::string script = text::script_of_language(style.language);
  for (const TallLetter& each : kTallLetters) {
    const auto own = std::ranges::find(style.script_fonts, each.script, &text::ScriptFont::script);
    if (!text::covers_script(script, each.script) || own == style.script_fonts.end()) continue;
    const font::Face& face = fonts.face(own->font);
    if (const auto ink = face.ink_box(face.glyph_for(each.letter))) {
      return -ink->top.pt() * face.size_adjust();
    }
  }
  return fonts.face(style.fonts.front()).metrics().cap_height;
}

/// Finds the styles of a text that move: those with ranges of their own, and the one of the others
/// most words are set in.
class MovingStyles {
 public:
  explicit MovingStyles(const ThreadFit& fit) : fit_(fit), own_(fit.styles.size()) {}

  void add(const std::vector<text::Paragraph>& paragraphs) {
    for (const text::Paragraph& each : paragraphs) {
      if (!add_own(each)) count(each);
    }
  }
  void add(const document::Table& table) {
    for (const document::Row& row : table.rows) {
      for (const document::Cell& cell : row.cells) {
        const auto* text = document::text_of(cell);
        if (text != nullptr) add(text->paragraphs);
      }
    }
  }

  /// Those of ThreadFit::styles, and after them, if it moves, the main one.
  std::vector<FitLevers> levers() const {
    std::vector<FitLevers> levers;
    for (std::size_t i = 0; i < own_.size(); ++i) {
      levers.emplace_back(fit_.styles[i]->fit, *own_[i]);
    }
    if (has_main()) levers.emplace_back(*fit_.whole, *main_);
    return levers;
  }
  bool has_main() const { return fit_.whole != nullptr && main_ != nullptr; }
  /// Of the first words in the main style: it knows the fonts of other scripts.
  const text::CharacterStyle* main_type() const { return main_type_; }

 private:
  /// False: it is in no style with ranges of its own. Its notes may be.
  bool add_own(const text::Paragraph& paragraph) {
    for (const text::Note& note : paragraph.notes) {
      for (const text::Paragraph& each : note.paragraphs) add_own(each);
    }
    for (std::size_t i = 0; i < own_.size(); ++i) {
      if (fit_.styles[i]->style != paragraph.style->name) continue;
      if (own_[i] == nullptr) own_[i] = &*paragraph.style;
      return true;
    }
    return false;
  }
  void count(const text::Paragraph& paragraph) {
    std::size_t size = 0;
    const text::CharacterStyle* type = &*paragraph.style->text;
    for (const text::Inline& each : paragraph.inlines) {
      const auto* run = std::get_if<text::Run>(&each);
      if (run == nullptr) continue;
      if (size == 0) type = &*run->style;
      size += run->text.size();
    }
    std::size_t& sum = sizes_[paragraph.style->name];
    sum += size;
    if (main_ != nullptr && sum <= most_) return;
    most_ = sum;
    main_ = &*paragraph.style;
    main_type_ = type;
  }

  const ThreadFit& fit_;
  std::vector<const text::ParagraphStyle*> own_;
  std::map<std::string, std::size_t> sizes_;
  const text::ParagraphStyle* main_ = nullptr;
  const text::CharacterStyle* main_type_ = nullptr;
  std::size_t most_ = 0;
};

/// The ways to fit a text, in the order they are tried; null: only styles of it move.
std::vector<const document::Copyfit*> ways_of(const ThreadFit& fit) {
  std::vector<const document::Copyfit*> ways = {fit.whole};
  if (fit.whole == nullptr) return ways;
  for (const document::Copyfit& each : fit.whole->otherwise) ways.push_back(&each);
  return ways;
}

class Copyfitter {
 public:
  Copyfitter(const document::Document& document, Gathered& gathered, Context context)
      : document_(document), gathered_(gathered), context_(context) {
    context_.wide_words = Context::WideWords::Keep;
  }

  void fit(TextThread& thread, const Surroundings& frames) {
    if (!have_heights(thread.frames, frames)) {
      thread.fit = {};
      return;
    }
    fit(thread, ways_of(thread.fit), [&](const TextThread& trial) {
      ThreadFiller filler(document_, trial, frames.around);
      Trial result = filler.fits_all(frames.boxes);
      result.fits = result.fits && filler.has_lines_allowed(frames.boxes);
      return result;
    });
  }
  void fit(TableThread& thread, const Surroundings& frames) {
    if (!have_heights(thread.frames, frames)) {
      thread.fit = {};
      return;
    }
    // Words shorten before type shrinks.
    auto ways = ways_of(thread.fit);
    if (!thread.table.table->words.are_last()) ways.resize(1);
    fit(thread, ways, [&](const TableThread& trial) {
      return TableFiller(document_, trial).fits_all(frames.boxes);
    });
  }
  void fit_lines(TextThread& thread, Length width) {
    fit(thread, ways_of(thread.fit), [&](const TextThread& trial) {
      const ColumnSpace room{.size = {width, kUnlimited}};
      const ColumnFill fill = fill_column(trial.flow, {}, room, Follows::Nothing);
      return Trial{fill.lines.size() <= trial.fit.whole->lines && is_narrow_enough(fill)};
    });
    thread.is_fitted = true;
  }

 private:
  static void add_text(const TextThread& thread, MovingStyles& styles) { styles.add(*thread.text); }
  static void add_text(const TableThread& thread, MovingStyles& styles) {
    styles.add(*thread.table.table);
  }
  static const char* kind_of(const TextThread&) { return "story"; }
  static const char* kind_of(const TableThread&) { return "table"; }
  static bool is_narrow_enough(const ColumnFill& fill) {
    return std::ranges::all_of(fill.lines,
                               [](const ColumnLine& each) { return each.line->holds_its_words(); });
  }
  template <class AnyThread, class Fits>
  void fit(AnyThread& thread, const std::vector<const document::Copyfit*>& ways, Fits fits_in);
  bool have_heights(const std::vector<FrameRef>& frames, const Surroundings& around) const;
  Refit refit(const std::vector<FitLevers>& levers, const FitSettings& settings,
              const MovingStyles& styles) const;
  TextThread set(const TextThread& thread, const Refit& refit, Refitted& into) const;
  TableThread set(const TableThread& thread, const Refit& refit, Refitted& into) const;
  Flow set(const Flow& flow, const std::vector<text::Paragraph>& text,
           std::deque<SetParagraph>& into) const;
  void set_cells(std::vector<SetRow>& rows, const std::vector<document::Row>& from,
                 std::deque<SetParagraph>& into) const;
  void report(const std::string& name, diag::Span fit, const std::vector<FitLevers>& levers,
              const FitSettings& settings, const MovingStyles& styles);

  const document::Document& document_;
  Gathered& gathered_;
  Context context_;
};

bool Copyfitter::have_heights(const std::vector<FrameRef>& frames,
                              const Surroundings& around) const {
  return std::ranges::all_of(frames, [&](FrameRef ref) {
    return around.boxes[ref.side][ref.frame].has_value() &&
           document_.sides[ref.side].frames[ref.frame].box.has_height();
  });
}

Refit Copyfitter::refit(const std::vector<FitLevers>& levers, const FitSettings& settings,
                        const MovingStyles& styles) const {
  std::vector<StyleMove> moves;
  for (std::size_t i = 0; i < levers.size(); ++i) {
    moves.emplace_back(levers[i].style(), settings[i]);
  }
  std::optional<StyleMove> main;
  if (styles.has_main()) {
    main = moves.back();
    moves.pop_back();
  }
  return {std::move(moves), main, facts_of(document_.edition).smallest};
}

/// What the last trial that fits is made from is kept; and if none does, what the last is.
template <class AnyThread, class Fits>
void Copyfitter::fit(AnyThread& thread, const std::vector<const document::Copyfit*>& ways,
                     Fits fits_in) {
  AnyThread kept;
  std::unique_ptr<Refitted> kept_matter;
  bool kept_fits = false;
  for (const document::Copyfit* way : ways) {
    thread.fit.whole = way;
    MovingStyles styles(thread.fit);
    add_text(thread, styles);
    const std::vector<FitLevers> levers = styles.levers();
    if (levers.empty()) continue;
    const FitResult found = find_fit(levers, [&](const FitSettings& settings) {
      auto gathered = std::make_unique<Refitted>();
      AnyThread trial = set(thread, refit(levers, settings, styles), *gathered);
      const Trial result = fits_in(trial);
      if (result.fits || !kept_fits) {
        kept = std::move(trial);
        kept_matter = std::move(gathered);
        kept_fits = result.fits;
      }
      return result;
    });
    if (!found.fits) continue;
    const FrameRef first = thread.frames.front();
    const std::string name = thread.name.empty()
                                 ? frame_words(document_.sides[first.side].frames[first.frame])
                                 : std::string(kind_of(thread)) + " `" + thread.name + "`";
    report(name, thread.fit.span(), levers, found.settings, styles);
    break;
  }
  if (kept_matter == nullptr) {
    thread.fit = {};
    return;
  }
  thread = std::move(kept);
  gathered_.refitted.push_back(std::move(kept_matter));
}

TextThread Copyfitter::set(const TextThread& thread, const Refit& refit, Refitted& into) const {
  into.text = refit.text(*thread.text);
  TextThread result = thread;
  result.flow = set(thread.flow, into.text, into.paragraphs);
  return result;
}

Flow Copyfitter::set(const Flow& flow, const std::vector<text::Paragraph>& text,
                     std::deque<SetParagraph>& into) const {
  Flow result;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    SetParagraph& again = into.emplace_back(text[i], flow[i]->place(), context_);
    for (std::size_t k = 0; k < text[i].notes.size(); ++k) {
      const SetNote& note = flow[i]->notes()[k];
      again.add_note(text[i].notes[k], set(note.flow, text[i].notes[k].paragraphs, into));
    }
    result.push_back(&again);
  }
  return result;
}

/// The cells of `rows` filled anew.
void Copyfitter::set_cells(std::vector<SetRow>& rows, const std::vector<document::Row>& from,
                           std::deque<SetParagraph>& into) const {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const document::Row& row = from[i];
    rows[i].row = &row;
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      SetCell& cell = rows[i].cells[k];
      cell.cell = &row.cells[k];
      const auto* text = document::text_of(row.cells[k]);
      for (std::size_t p = 0; p < cell.text.size(); ++p) {
        into.emplace_back(text->paragraphs[p], cell.text[p]->place(), context_);
        cell.text[p] = &into.back();
      }
    }
  }
}

TableThread Copyfitter::set(const TableThread& thread, const Refit& refit, Refitted& into) const {
  into.table = refit.table(*thread.table.table);
  TableThread result = thread;
  result.table.table = &into.table;
  set_cells(result.table.rows, into.table.rows, into.paragraphs);
  for (auto& header : result.headers) set_cells(header, into.table.rows, into.paragraphs);
  set_cells(result.continued, into.table.continued, into.paragraphs);
  return result;
}

/// What has all it wishes is no news.
void Copyfitter::report(const std::string& name, diag::Span fit,
                        const std::vector<FitLevers>& levers, const FitSettings& settings,
                        const MovingStyles& styles) {
  const auto has_wish = [](const FitLevers& lever, const FitSetting& setting) {
    return lever.at({}) == setting;
  };
  if (std::ranges::equal(levers, settings, has_wish)) return;
  std::string words;
  if (styles.has_main()) {
    words = name + " is set at " + levers.back().words(settings.back());
    const Length capitals =
        settings.back().size * letter_height(*styles.main_type(), context_.fonts);
    const std::string distance = reading_distance(capitals, user_unit(document_.sheet.trim));
    if (!distance.empty()) words += "; " + distance;
  }
  const std::size_t own = levers.size() - (styles.has_main() ? 1 : 0);
  for (std::size_t i = 0; i < own; ++i) {
    words += words.empty() ? name + " is set with" : ";";
    words += " style `" + levers[i].style().name + "` at " + levers[i].words(settings[i]);
  }
  context_.diags.note(diag::DiagnosticId::Fitted, fit, words);
}

}  // namespace

void copyfit(const document::Document& document, Gathered& gathered, const Surroundings& frames,
             Context context) {
  Copyfitter fitter(document, gathered, context);
  for (TextThread& each : gathered.threads) {
    if (!each.fit.empty() && !each.is_fitted) fitter.fit(each, frames);
  }
  for (TableThread& each : gathered.tables) {
    if (!each.fit.empty()) fitter.fit(each, frames);
  }
}

void copyfit_lines(const document::Document& document, Gathered& gathered, std::size_t thread,
                   Length width, Context context) {
  Copyfitter(document, gathered, context).fit_lines(gathered.threads[thread], width);
}

}  // namespace handbill::layout
