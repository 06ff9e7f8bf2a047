// SPDX-License-Identifier: MIT
#include "document/resolve_reflow.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "base/number.h"
#include "base/user_unit.h"
#include "document/theme.h"
#include "document/trim_name.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

// ACB: American Council of the Blind, Large Print Guidelines, May 2025: 18 pt for every word, first
// headings of 22 pt, others of 20 pt, all flush left, no italics, emphasis underlined, margins of
// 1 in, lines 1.15 apart: of what word processors call single, 1.15 of the size of Arial.
// UKAAF: UK Association for Accessible Formats, G003 Creating clear print and large print
// documents: no italics, no underlines, single spacing, headings that stand out by size and weight.
// A margin of half an inch is what most printers can print, and what a hand can hold.
constexpr std::array kGuidelines = {
    Guideline{"acb",
              Guideline::Emphasis::Underline,
              1.32,
              1.25,
              Length::inch(1),
              {22.0 / 18, 20.0 / 18, 20.0 / 18, 20.0 / 18}},
    Guideline{
        "ukaaf", Guideline::Emphasis::Bold, 1.3, 1.15, Length::inch(0.5), {1.5, 1.25, 1.1, 1.1}},
};

constexpr Length kClearPrint = Length::pt(14), kLargePrint = Length::pt(18);
constexpr Length kLargest = Length::pt(48);
constexpr Length kMargin = Length::inch(1);
/// A column, in sizes of its type: fewer hold no words.
constexpr double kNarrowest = 12;
/// Letters that hang deep or stand high, and ideographs, which fill their squares.
constexpr double kTallScripts = 1.15;

bool is_iso(Size trim) {
  if (trim.width <= Length() || trim.height <= Length()) return false;
  const double ratio = std::max(trim.width, trim.height) / std::min(trim.width, trim.height);
  return std::abs(ratio - std::sqrt(2.0)) < 0.01;
}

bool is_tall(const std::string& language) {
  const std::string script = text::script_of_language(language);
  constexpr std::array kTall = {"Arab", "Hans", "Hant", "Jpan", "Kore", "Deva", "Thai"};
  return std::ranges::find(kTall, script) != kTall.end();
}

class Resolver {
 public:
  Resolver(Edition edition, const Context& context)
      : edition_(facts_of(edition)), context_(context), written_(written(edition, context)) {}

  Reflow resolve(const Sheet& own) {
    Reflow reflow;
    reflow.guideline = &guideline();
    reflow.font = find_font(context_.layout(), written_.font, context_);
    reflow.size = size();
    reflow.trim = trim(own);
    reflow.margin = margin(reflow);
    reflow.leading = leading(*reflow.guideline);
    if (written_.pictures && written_.pictures->value == "told") {
      reflow.pictures = Reflow::Pictures::Told;
    }
    return reflow;
  }

 private:
  static spec::ReflowSpec written(Edition edition, const Context& context) {
    const auto& editions = context.layout().editions;
    if (!editions) return {};
    const auto& own =
        edition == Edition::ClearPrint ? editions->clear_print : editions->large_print;
    return own.value_or(spec::ReflowSpec());
  }

  const Guideline& guideline() const {
    const std::string_view usual = edition_.edition == Edition::ClearPrint ? "ukaaf" : "acb";
    const std::string_view name = written_.guideline ? written_.guideline->value : usual;
    const auto* found = std::ranges::find(kGuidelines, name, &Guideline::name);
    HANDBILL_CHECK(found != kGuidelines.end(), "parse takes no other guidelines");
    return *found;
  }

  Size trim(const Sheet& own) const {
    const Size usual = *find_trim(is_iso(own.trim) ? "a4" : "letter");
    if (!written_.trim) return usual;
    if (const auto found = find_trim(written_.trim->value)) return *found;
    auto hints = did_you_mean(written_.trim->value, trim_names());
    if (hints.empty()) hints.emplace_back(kTrimByMeasures);
    context_.error(BadValue, written_.trim->span,
                   quoted(written_.trim->value) + " is no sheet size that has a name",
                   std::move(hints));
    return usual;
  }

  Length margin(const Reflow& reflow) const {
    const Length least = reflow.guideline->least_margin;
    const Length narrow = std::min(reflow.trim.width, reflow.trim.height);
    const Length most = (narrow - reflow.size * kNarrowest) / 2;
    if (!written_.margin) {
      if (kMargin > most + kTolerance) tell_small(reflow);
      return kMargin;
    }
    const Length margin = written_.margin->value;
    if (margin >= least && margin <= most + kTolerance) return margin;
    const auto shown = [&](Length length) {
      return in_unit_of(length, written_.margin->span, context_.sources);
    };
    const std::string rule = margin < least
                                 ? "the " + std::string(reflow.guideline->name) +
                                       " guideline keeps it at " + shown(least) + " or more"
                                 : "pages of this size hold words with no more than " + shown(most);
    context_.error(BadValue, written_.margin->span, "a margin of " + shown(margin) + "; " + rule);
    return kMargin;
  }

  /// One of both is written: type of the usual size has room on the usual pages.
  void tell_small(const Reflow& reflow) const {
    const diag::Span at = written_.trim ? written_.trim->span : written_.size->span;
    const auto shown = [&](Length length) { return in_words(length, user_unit(reflow.trim)); };
    context_.error(BadValue, at,
                   "pages of " + shown(reflow.trim.width) + " by " + shown(reflow.trim.height) +
                       " have no room for type of " +
                       in_unit_of(reflow.size, {}, context_.sources) + " within margins of " +
                       shown(kMargin),
                   {"take a larger `trim`, or a smaller `margin`"});
  }

  Length size() const {
    const Length usual = edition_.edition == Edition::ClearPrint ? kClearPrint : kLargePrint;
    if (!written_.size) return usual;
    const diag::Span at = written_.size->span;
    const Length size = written_.size->value;
    if (size >= edition_.smallest && size <= kLargest) return size;
    const bool is_small = size < edition_.smallest;
    context_.error(is_small ? TypeTooSmall : BadValue, at,
                   "type of " + in_unit_of(size, at, context_.sources) + "; the " +
                       std::string(edition_.name) + " edition keeps it at " +
                       in_unit_of(is_small ? edition_.smallest : kLargest, at, context_.sources) +
                       (is_small ? " or more" : " or less"));
    return usual;
  }

  double leading(const Guideline& guideline) const {
    const bool is_tall = document::is_tall(context_.theme.inputs.language);
    if (!written_.leading) return guideline.leading * (is_tall ? kTallScripts : 1);
    const double leading = written_.leading->value / 100;
    if (leading >= guideline.least_leading) return leading;
    context_.error(BadValue, written_.leading->span,
                   "lines " + format_number(written_.leading->value, 1) + " % apart; the " +
                       std::string(guideline.name) + " guideline keeps them at " +
                       format_number(guideline.least_leading * 100, 1) + " % of the size or more");
    return guideline.leading;
  }

  const EditionFacts& edition_;
  const Context& context_;
  const spec::ReflowSpec written_;
};

}  // namespace

Reflow resolve_reflow(Edition edition, const Sheet& own, const Context& context) {
  return Resolver(edition, context).resolve(own);
}

}  // namespace handbill::document
