// SPDX-License-Identifier: MIT
#include "layout/copyfit.h"

#include <algorithm>
#include <map>
#include <utility>

#include "layout/fill_table.h"
#include "layout/fit_levers.h"

namespace handbill::layout {
namespace {

/// The style most of the words are set in.
class MainStyle {
 public:
  void add(const text::Paragraph& paragraph) {
    std::size_t size = 0;
    for (const text::Inline& each : paragraph.inlines) {
      if (const auto* run = std::get_if<text::Run>(&each)) size += run->text.size();
    }
    std::size_t& sum = sizes_[paragraph.style.name];
    sum += size;
    if (style_ != nullptr && sum <= most_) return;
    most_ = sum;
    style_ = &paragraph.style;
  }
  /// Null: there is no text.
  const text::ParagraphStyle* style() const { return style_; }

 private:
  std::map<std::string, std::size_t> sizes_;
  const text::ParagraphStyle* style_ = nullptr;
  std::size_t most_ = 0;
};

/// Sets styles and lengths in proportion to a setting of the main style.
class Refit {
 public:
  Refit(const text::ParagraphStyle& main, const FitSetting& setting, Length smallest)
      : main_(main),
        setting_(setting),
        smallest_(smallest),
        growth_(setting.size / main.text.size),
        leading_(setting.leading / main.leading),
        space_(main.space_after > Length() ? setting.after / main.space_after : growth_) {}

  text::Paragraph paragraph(text::Paragraph each) const {
    style(each.style);
    for (text::Inline& piece : each.inlines) {
      std::visit([this](auto& one) { characters(one.style); }, piece);
    }
    if (each.marker) {
      characters(each.marker->run.style);
      scale(each.marker->gap);
      scale(each.marker->start);
    }
    for (text::Note& note : each.notes) {
      for (text::Paragraph& one : note.paragraphs) one = paragraph(std::move(one));
    }
    return each;
  }

  document::Table table(document::Table table) const {
    for (document::Column& each : table.columns) {
      if (auto* width = std::get_if<Length>(&each.width)) scale(*width);
    }
    for (document::Row& row : table.rows) {
      for (document::Cell& cell : row.cells) {
        auto* text = std::get_if<document::TextContent>(&cell.content);
        if (text == nullptr) continue;
        for (text::Paragraph& each : text->paragraphs) each = paragraph(std::move(each));
      }
    }
    scale(table.column_gap);
    scale(table.row_gap);
    for (auto* rule :
         {&table.rule_top, &table.rule_header, &table.rule_between, &table.rule_bottom}) {
      if (*rule) scale((*rule)->width);
    }
    return table;
  }

 private:
  void scale(Length& length) const { length = length * growth_; }

  void characters(text::CharacterStyle& style) const {
    // What was legible stays so, however far the main style gives way.
    style.size = std::max(style.size * growth_, std::min(style.size, smallest_));
    style.tracking += setting_.tracking - main_.text.tracking;
    scale(style.baseline_shift);
  }

  void style(text::ParagraphStyle& style) const {
    const bool is_main = style.name == main_.name;
    characters(style.text);
    style.leading = style.leading * leading_;
    style.space_before = style.space_before * space_;
    style.space_after = is_main ? setting_.after : style.space_after * space_;
    scale(style.indent_start);
    scale(style.indent_end);
    scale(style.indent_first);
    scale(style.emergency_stretch);
    if (style.drop_cap) {
      characters(style.drop_cap->style);
      scale(style.drop_cap->gap);
      style.drop_cap->pitch = style.drop_cap->pitch * leading_;
    }
    if (style.side) {
      scale(style.side->width);
      scale(style.side->gap);
    }
    for (auto* rule : {&style.rule_above, &style.rule_below}) {
      if (!*rule) continue;
      scale((*rule)->width);
      scale((*rule)->offset);
    }
  }

  const text::ParagraphStyle& main_;
  FitSetting setting_;
  Length smallest_;
  double growth_;
  double leading_;
  double space_;
};

/// Paragraphs in a setting, and what lines are made from.
struct SetAgain {
  std::vector<text::Paragraph> text;
  std::deque<SetParagraph> paragraphs;
};

class Copyfitter {
 public:
  Copyfitter(const document::Document& document, Matter& matter, const Surroundings& frames,
             Context context)
      : document_(document), matter_(matter), frames_(frames), context_(context) {}

  void fit(Thread& thread);
  void fit(TableThread& thread);

 private:
  Context quiet() { return {context_.fonts, context_.shaper, ignored_}; }
  bool has_boxes(const std::vector<FrameRef>& frames) const;
  Flow set(const Flow& flow, const std::vector<text::Paragraph>& text,
           std::deque<SetParagraph>& into, Context context) const;
  TableThread set(const TableThread& thread, const document::Table& table,
                  std::deque<SetParagraph>& into, Context context) const;
  void report(const std::string& name, FrameRef first, const document::Copyfit& fit,
              const std::string& words);

  const document::Document& document_;
  Matter& matter_;
  const Surroundings& frames_;
  Context context_;
  diag::Diagnostics ignored_{};
};

bool Copyfitter::has_boxes(const std::vector<FrameRef>& frames) const {
  return std::ranges::all_of(
      frames, [&](FrameRef ref) { return frames_.boxes[ref.side][ref.frame].has_value(); });
}

Flow Copyfitter::set(const Flow& flow, const std::vector<text::Paragraph>& text,
                     std::deque<SetParagraph>& into, Context context) const {
  Flow result;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    SetParagraph& again = into.emplace_back(text[i], flow[i]->structure(), context);
    for (std::size_t k = 0; k < text[i].notes.size(); ++k) {
      const SetNote& note = flow[i]->notes()[k];
      again.add_note(text[i].notes[k], note.structure,
                     set(note.flow, text[i].notes[k].paragraphs, into, context));
    }
    result.push_back(&again);
  }
  return result;
}

void Copyfitter::fit(Thread& thread) {
  MainStyle main;
  for (const text::Paragraph& each : *thread.text) main.add(each);
  if (main.style() == nullptr || !has_boxes(thread.frames)) return;
  const auto refitted = [&](const FitSetting& setting) {
    const Refit refit(*main.style(), setting, document_.smallest_type);
    std::vector<text::Paragraph> text;
    for (const text::Paragraph& each : *thread.text) text.push_back(refit.paragraph(each));
    return text;
  };
  const FitLevers levers(*thread.fit, *main.style());
  const FitResult found = find_fit(levers, [&](const FitSetting& setting) {
    SetAgain trial{refitted(setting), {}};
    const Flow flow = set(thread.flow, trial.text, trial.paragraphs, quiet());
    const Thread again{flow, thread.frames};
    return ThreadFiller(document_, again, frames_.around).fits_all(frames_.boxes);
  });
  if (found.fits) {
    report(thread.name.empty() ? "" : "story `" + thread.name + "`", thread.frames.front(),
           *thread.fit, levers.words(found.setting));
  }
  auto& text = matter_.fitted_text.emplace_back(refitted(found.setting));
  thread.flow = set(thread.flow, text, matter_.paragraphs, context_);
}

/// The cells of `rows` filled from the rows of `table`.
void set_cells(std::vector<SetRow>& rows, const document::Table& table,
               std::deque<SetParagraph>& into, Context context) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const document::Row& row = table.rows[i];
    rows[i].row = &row;
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      SetCell& cell = rows[i].cells[k];
      cell.cell = &row.cells[k];
      const auto* text = std::get_if<document::TextContent>(&row.cells[k].content);
      for (std::size_t p = 0; p < cell.text.size(); ++p) {
        into.emplace_back(text->paragraphs[p], cell.text[p]->structure(), context);
        cell.text[p] = &into.back();
      }
    }
  }
}

TableThread Copyfitter::set(const TableThread& thread, const document::Table& table,
                            std::deque<SetParagraph>& into, Context context) const {
  TableThread result = thread;
  result.table.table = &table;
  set_cells(result.table.rows, table, into, context);
  for (std::vector<SetRow>& header : result.headers) set_cells(header, table, into, context);
  return result;
}

void Copyfitter::fit(TableThread& thread) {
  const document::Table& table = *thread.table.table;
  MainStyle main;
  for (const document::Row& row : table.rows) {
    for (const document::Cell& cell : row.cells) {
      const auto* text = std::get_if<document::TextContent>(&cell.content);
      if (text == nullptr) continue;
      for (const text::Paragraph& each : text->paragraphs) main.add(each);
    }
  }
  if (main.style() == nullptr || !has_boxes(thread.frames)) return;
  const auto refitted = [&](const FitSetting& setting) {
    return Refit(*main.style(), setting, document_.smallest_type).table(table);
  };
  const FitLevers levers(*thread.fit, *main.style());
  const FitResult found = find_fit(levers, [&](const FitSetting& setting) {
    const document::Table trial = refitted(setting);
    std::deque<SetParagraph> paragraphs;
    const TableThread again = set(thread, trial, paragraphs, quiet());
    return TableFiller(document_, again).fits_all(frames_.boxes);
  });
  if (found.fits) {
    report(thread.name.empty() ? "" : "table `" + thread.name + "`", thread.frames.front(),
           *thread.fit, levers.words(found.setting));
  }
  const document::Table& final_table = matter_.fitted_tables.emplace_back(refitted(found.setting));
  thread = set(thread, final_table, matter_.paragraphs, context_);
}

void Copyfitter::report(const std::string& name, FrameRef first, const document::Copyfit& fit,
                        const std::string& words) {
  const document::Frame& frame = document_.sides[first.side].frames[first.frame];
  context_.diags.note(diag::DiagnosticId::Fitted, fit.span,
                      (name.empty() ? frame_words(frame) : name) + " is set at " + words);
}

}  // namespace

void copyfit(const document::Document& document, Matter& matter, const Surroundings& frames,
             Context context) {
  Copyfitter fitter(document, matter, frames, context);
  for (Thread& each : matter.threads) {
    if (each.fit != nullptr) fitter.fit(each);
  }
  for (TableThread& each : matter.tables) {
    if (each.fit != nullptr) fitter.fit(each);
  }
}

}  // namespace handbill::layout
