// SPDX-License-Identifier: MIT
#include "layout/wide_lines.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/spaces.h"
#include "base/user_unit.h"
#include "layout/solve_boxes.h"
#include "layout/tell_overset.h"

namespace handbill::layout {
namespace {

enum class Fault { TooWide, Split };

struct WideLine {
  const LineFragment& line;
  Fault fault = Fault::TooWide;
  std::string word;  ///< all the line holds, or the whole of one that is parted
  diag::Span span;   ///< of its first part
  Length column;
  Rect box;  ///< on the side
};

class Report {
 public:
  Report(const document::Document& document, const document::Frame& frame, std::size_t side,
         diag::Diagnostics& diags)
      : document_(document),
        frame_(frame),
        side_(side),
        unit_(user_unit(document.sheet.trim)),
        diags_(diags) {}

  void look(const Fragment& fragment, Point origin) {
    const Point corner = origin + fragment.box.origin();
    const LineFragment* before = nullptr;
    for (const LineFragment& each : fragment.lines) {
      const bool goes_on = before != nullptr && before->paragraph == each.paragraph &&
                           before->line->split_word == each.line->split_word;
      before = &each;
      const Fault fault = fits(each.line->overrun, Length()) ? Fault::Split : Fault::TooWide;
      std::string word = fault == Fault::Split ? each.line->split_word : each.line->text;
      if (fault == Fault::Split && (word.empty() || goes_on)) continue;
      word.erase(word.find_last_not_of(' ') + 1);
      tell({each, fault, std::move(word), span_of(*each.line).value_or(frame_.span),
            fragment.box.width, box_of(each, corner)});
    }
    for (const Fragment& child : fragment.children) look(child, corner);
  }

 private:
  /// The fact that a word is part of.
  const document::ToldFact* fact_at(const WideLine& wide) const {
    for (const document::ToldFact& fact : document_.told_facts) {
      const bool is_there = fact.asked_at.file == wide.span.file &&
                            fact.asked_at.begin >= wide.span.begin &&
                            fact.asked_at.end <= wide.span.end;
      if (is_there && fact.text.find(wide.word) != std::string::npos) return &fact;
    }
    return nullptr;
  }

  void tell(const WideLine& wide) {
    const document::ToldFact* fact = fact_at(wide);
    diag::Diagnostic problem = fact != nullptr ? of_fact(*fact, wide) : of_text(wide);
    if (wide.fault == Fault::Split) {
      problem.id = diag::DiagnosticId::WordSplit;
      problem.severity = diag::Severity::Warning;
    }
    problem.frame = frame_.name;
    problem.area = diag::PageArea{side_ + 1, wide.box};
    diags_.add(std::move(problem));
  }

  std::string too_long(const WideLine& wide) const {
    if (wide.fault == Fault::Split) return "too long for one line, so it is parted";
    return in_words(wide.line.line->overrun, unit_) + " too long for its line";
  }
  std::string wider(const WideLine& wide) const {
    if (wide.fault == Fault::Split) return "wider than its column, so it is parted by force";
    return in_words(wide.line.line->overrun, unit_) + " wider than its column";
  }

  diag::Diagnostic of_fact(const document::ToldFact& fact, const WideLine& wide) const {
    diag::Diagnostic problem{
        .id = diag::DiagnosticId::LineTooWide,
        .message = "`" + fact.path + "` is " + too_long(wide) + ": `" + wide.word + "`",
        .span = fact.said_at};
    problem.labels.push_back({fact.asked_at, "it is printed here"});
    problem.hints = {
        "write it shorter (most web sites can make a short address that leads on), or ask "
        "your designer for a wider line"};
    return problem;
  }

  diag::Diagnostic of_text(const WideLine& wide) const {
    const SetParagraph* paragraph = wide.line.paragraph;
    const text::Source* source =
        paragraph != nullptr ? source_at(paragraph->paragraph(), wide.span) : nullptr;
    diag::Diagnostic problem{.id = diag::DiagnosticId::LineTooWide,
                             .message = "`" + wide.word + "`" +
                                        (source != nullptr ? " of `" + source->path + "`" : "") +
                                        " is " + wider(wide),
                             .span = wide.span};
    const bool is_asked_for = source != nullptr && wide.span == source->asked_at;
    if (is_asked_for && source->span.known()) problem.span = source->span;
    problem.labels.push_back({frame_.span, "the column of " + frame_words(frame_) + " is " +
                                               in_words(wide.column, unit_) + " wide"});
    const bool has_words = std::ranges::any_of(wide.word, [](char c) { return is_space(c); });
    problem.hints.push_back(
        std::string(has_words ? "say it in fewer words"
                              : "use a shorter word, or show where it may be divided") +
        "; in the layout, make the column wider or the style smaller");
    return problem;
  }

  const document::Document& document_;
  const document::Frame& frame_;
  std::size_t side_;
  UserUnit unit_;
  diag::Diagnostics& diags_;
};

}  // namespace

void report_wide_lines(const document::Document& document, const Fragment& frame, std::size_t side,
                       diag::Diagnostics& diags) {
  Report(document, *frame.frame, side, diags).look(frame, {});
}

}  // namespace handbill::layout
