// SPDX-License-Identifier: MIT
#include "document/resolve_sheet.h"

#include <algorithm>

#include "base/check.h"
#include "document/stock.h"
#include "document/trim_name.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

constexpr Length kDefaultBleed = Length::inch(0.125);
constexpr Length kDefaultSafe = Length::inch(0.1875);
constexpr Length kDefaultFoldSafe = Length::inch(0.125);
constexpr Length kDefaultMargin = Length::inch(0.375);
constexpr Length kLargestBleed = Length::inch(2);
constexpr Length kSmallestTrim = Length::inch(0.5);
/// A narrower panel is a slip of the pen.
constexpr Length kNarrowestPanel = Length::inch(0.75);
/// What a PDF page may measure (PDF 1.7, Annex C.2), less room for the largest bleed and marks.
constexpr Length kLargestTrim = Length::inch(190);
constexpr Size kLetter = {Length::inch(8.5), Length::inch(11)};

class SheetReader {
 public:
  SheetReader(const spec::SheetSpec& spec, const Shop* shop, const Teller& teller)
      : spec_(spec), shop_(shop), teller_(teller) {}

  FoldedSheet read() const {
    FoldedSheet result;
    Sheet& sheet = result.sheet;
    sheet.trim = trim();
    read_stock(sheet);
    if (spec_.viewing_distance) sheet.viewing_distance = spec_.viewing_distance->value;
    const Folding folding = fold();
    result.fold = folding.kind;
    result.widths = widths(folding, sheet);
    // A fold that leaves no panels has been reported.
    if (result.widths.empty()) result.fold = FoldKind::None;
    sheet.cover = result.widths.empty() ? 0 : cover_panel(folding);
    sheet.bleed = bleed();
    const Length narrowest = narrowest_box(result);
    sheet.safe =
        length(spec_.safe, shop_ != nullptr ? shop_->safe : kDefaultSafe, narrowest / 2, "safe");
    sheet.fold_safe =
        length(spec_.fold_safe, shop_ != nullptr ? shop_->fold_safe : kDefaultFoldSafe,
               narrowest / 2, "fold_safe");
    if (shop_ != nullptr) {
      sheet.safe = std::max(sheet.safe, shop_->safe);
      sheet.fold_safe = std::max(sheet.fold_safe, shop_->fold_safe);
    }
    sheet.margin = margin(result);
    sheet.has_spine = spec_.margin && spec_.margin->inside && result.widths.empty();
    sheet.baseline = baseline_grid(spec_);
    sheet.marks = marks();
    return result;
  }

 private:
  Size trim() const;
  Size custom_size() const;
  void read_stock(Sheet& sheet) const;
  Folding fold() const;
  void check_fold_keys(const FoldName& fold) const;
  std::vector<Length> widths(const Folding& folding, const Sheet& sheet) const;
  std::vector<Length> computed_widths(const Folding& folding, const Sheet& sheet) const;
  bool are_widths_usable(const std::vector<Length>& computed, Length trim_width) const;
  Insets margin(const FoldedSheet& sheet) const;
  void check_spine(const FoldedSheet& sheet) const;
  Length bleed() const;
  Marks marks() const;
  Length length(const std::optional<spec::Spanned<Length>>& written, Length by_default,
                Length largest, std::string_view key) const;
  std::string show(Length length, diag::Span like) const {
    return in_unit_of(length, like, teller_.sources);
  }
  static Length narrowest_width(const FoldedSheet& sheet) {
    return sheet.widths.empty() ? sheet.sheet.trim.width
                                : *std::min_element(sheet.widths.begin(), sheet.widths.end());
  }
  static Length narrowest_box(const FoldedSheet& sheet) {
    return std::min(narrowest_width(sheet), sheet.sheet.trim.height);
  }

  const spec::SheetSpec& spec_;
  const Shop* shop_;
  const Teller& teller_;
};

Size SheetReader::trim() const {
  if (spec_.size && !spec_.trim) return custom_size();
  if (!spec_.trim) {
    teller_.error(MissingKey, spec_.span, "the sheet has no size",
                  {"name one, `trim = \"letter landscape\"`, or give width and height, `size = "
                   "[\"8 in\", \"10 in\"]`"});
    return kLetter;
  }
  if (const std::optional<Size> size = find_trim(spec_.trim->value)) return *size;
  std::vector<std::string> names;
  for (const std::string& name : trim_names()) {
    for (const char* orientation : {"", " portrait", " landscape"}) {
      names.push_back(name + orientation);
    }
  }
  auto hints = did_you_mean(spec_.trim->value, names);
  if (hints.empty()) hints.emplace_back(kTrimByMeasures);
  teller_.error(BadValue, spec_.trim->span,
                quoted(spec_.trim->value) + " is no sheet size that has a name", std::move(hints));
  return kLetter;
}

Size SheetReader::custom_size() const {
  for (const spec::Spanned<Length>& side : *spec_.size) {
    if (side.value >= kSmallestTrim && side.value <= kLargestTrim) continue;
    teller_.error(BadValue, side.span,
                  "a sheet of " + show(side.value, side.span) + "; sheets measure from " +
                      show(kSmallestTrim, side.span) + " to " + show(kLargestTrim, side.span));
    return kLetter;
  }
  return {(*spec_.size)[0].value, (*spec_.size)[1].value};
}

void SheetReader::read_stock(Sheet& sheet) const {
  if (spec_.stock) sheet.stock = spec_.stock->value;
  sheet.grams = spec_.grams ? static_cast<double>(spec_.grams->value) : grams_of(sheet.stock);
  sheet.caliper =
      spec_.caliper ? spec_.caliper->value : estimated_caliper(sheet.stock, sheet.grams);
  sheet.scored = spec_.scored && spec_.scored->value;
  if (spec_.sides && spec_.sides->value == 1) sheet.printed = Printed::OneSide;
}

Folding SheetReader::fold() const {
  if (!spec_.fold || !spec_.fold->kind) return {};
  const FoldName* fold = find_fold(spec_.fold->kind->value);
  HANDBILL_CHECK(fold != nullptr, "parse takes no other folds");
  check_fold_keys(*fold);
  const auto& panels = spec_.fold->panels;
  const int asked = panels ? static_cast<int>(panels->value) : fold->usual;
  return {fold->kind, std::clamp(asked, fold->fewest, fold->most)};
}

void SheetReader::check_fold_keys(const FoldName& fold) const {
  const auto& [kind, panels, gap, span] = *spec_.fold;
  const std::string name = "`" + std::string(fold.name) + "`";
  if (panels && (panels->value < fold.fewest || panels->value > fold.most)) {
    const std::string range =
        fold.fewest == fold.most ? std::to_string(fold.fewest)
                                 : std::to_string(fold.fewest) + " to " + std::to_string(fold.most);
    std::vector<std::string> hints;
    if (fold.fewest == fold.most) {
      hints = {"`roll-fold` and `accordion-fold` take a number of panels"};
    }
    teller_.error(BadFold, panels->span,
                  std::to_string(panels->value) + " panels; a " + name + " has " + range,
                  std::move(hints));
  }
  if (gap && fold.kind != FoldKind::Gate) {
    teller_.error(BadFold, gap->span, "a `gap` is left by a `gate-fold` only, not by a " + name);
  }
}

std::vector<Length> SheetReader::widths(const Folding& folding, const Sheet& sheet) const {
  std::vector<Length> computed = computed_widths(folding, sheet);
  if (spec_.panel_widths.empty() || !are_widths_usable(computed, sheet.trim.width)) return computed;
  std::vector<Length> widths;
  for (const auto& width : spec_.panel_widths) widths.push_back(width.value);
  return widths;
}

std::vector<Length> SheetReader::computed_widths(const Folding& folding, const Sheet& sheet) const {
  const FoldAllowance allowance = shop_ != nullptr ? shop_->fold_allowance : FoldAllowance{};
  FoldRoom room{shortfall(allowance, sheet.caliper)};
  if (spec_.fold && spec_.fold->gap) room.gap = spec_.fold->gap->value;
  std::vector<Length> widths = panel_widths(folding, sheet.trim.width, room);
  if (widths.empty()) return widths;
  const Length narrowest = *std::ranges::min_element(widths);
  if (narrowest >= kNarrowestPanel) return widths;
  const diag::Span at = spec_.fold->span;
  const Length left = std::max(narrowest, Length());
  teller_.error(BadFold, at,
                "the fold leaves a panel of " + show(left, at) + " on a sheet " +
                    show(sheet.trim.width, at) + " wide");
  return {};
}

bool SheetReader::are_widths_usable(const std::vector<Length>& computed, Length trim_width) const {
  const auto& written = spec_.panel_widths;
  const diag::Span at = written.front().span;
  if (written.size() != computed.size()) {
    teller_.error(BadFold, at,
                  computed.empty()
                      ? "`panel_widths` without a fold: the sheet has no panels"
                      : std::to_string(written.size()) + " panel widths, but the fold makes " +
                            std::to_string(computed.size()) + " panels");
    return false;
  }
  Length sum{};
  for (const auto& width : written) {
    if (!(width.value > Length{})) {
      teller_.error(BadFold, width.span, "a panel must be wider than 0");
      return false;
    }
    sum += width.value;
  }
  const Length difference = sum - trim_width;
  if (fits(difference, Length{}) && fits(-difference, Length{})) return true;
  const bool is_more = difference > Length{};
  teller_.error(BadFold, {at.file, at.begin, written.back().span.end},
                "the panels add up to " + show(sum, at) + ", " +
                    show(is_more ? difference : -difference, at) + (is_more ? " more" : " less") +
                    " than the sheet's width of " + show(trim_width, at));
  return false;
}

Length SheetReader::length(const std::optional<spec::Spanned<Length>>& written, Length by_default,
                           Length largest, std::string_view key) const {
  if (!written) return by_default;
  if (written->value >= Length{} && written->value < largest) return written->value;
  teller_.error(BadValue, written->span,
                quoted(key) + " is " + show(written->value, written->span) +
                    "; on this sheet it is from 0 to less than " + show(largest, written->span));
  return by_default;
}

/// Drawings must run as far as the shop cuts amiss, so less than it asks for is a mistake of the
/// layout; a shop that prints no bleed gets none.
Length SheetReader::bleed() const {
  if (shop_ == nullptr) return length(spec_.bleed, kDefaultBleed, kLargestBleed, "bleed");
  const Length bleed = length(spec_.bleed, shop_->bleed, kLargestBleed, "bleed");
  if (shop_->bleed == Length()) return {};
  if (fits(shop_->bleed, bleed)) return bleed;
  teller_.error(BadValue, spec_.bleed->span,
                "`bleed` is " + show(bleed, spec_.bleed->span) + "; the shop " +
                    quoted(shop_->name) + " asks for at least " +
                    show(shop_->bleed, spec_.bleed->span),
                {"leave the key out, and each shop gets what it asks for"});
  return shop_->bleed;
}

Marks SheetReader::marks() const {
  if (shop_ != nullptr) return shop_->marks;
  const bool wanted = spec_.marks && spec_.marks->value;
  return {.crop = wanted, .fold = wanted, .slug = wanted};
}

void SheetReader::check_spine(const FoldedSheet& sheet) const {
  const auto& [top, right, bottom, left, inside, outside, span] = *spec_.margin;
  const auto& one = inside ? inside : outside;
  if (!one) return;
  const std::string name = inside ? "`inside`" : "`outside`";
  if (!sheet.widths.empty()) {
    teller_.error(BadValue, one->span, "a folded sheet has no spine",
                  {"write `left` and `right`: each panel has these margins"});
  } else if (left || right) {
    teller_.error(BadValue, left ? left->span : right->span,
                  std::string(left ? "`left`" : "`right`") + " stands beside " + name,
                  {"write `inside` and `outside`, or `left` and `right`"});
  } else if (!inside || !outside) {
    teller_.error(
        MissingKey, one->span,
        name + " has no " + (inside ? "`outside`" : "`inside`") + " beside it",
        {"a page with a spine has both: `{ inside = \"0.75 in\", outside = \"0.5 in\" }`"});
  }
}

Insets SheetReader::margin(const FoldedSheet& sheet) const {
  const Insets by_default = Insets::all(kDefaultMargin);
  if (!spec_.margin) return by_default;
  const auto& [top, right, bottom, left, inside, outside, span] = *spec_.margin;
  const Insets margin = read_insets(
      spec::InsetsSpec{top, inside ? outside : right, bottom, inside ? inside : left, span},
      by_default);
  check_spine(sheet);
  const Length width = narrowest_width(sheet);
  const Length height = sheet.sheet.trim.height;
  if (margin.left + margin.right < width && margin.top + margin.bottom < height) return margin;
  teller_.error(BadValue, spec_.margin->span,
                "the margins leave nothing of " +
                    std::string(sheet.widths.empty() ? "the sheet" : "the narrowest panel") +
                    ", which measures " + show(width, spec_.margin->span) + " by " +
                    show(height, spec_.margin->span));
  return by_default;
}

}  // namespace

FoldedSheet resolve_sheet(const spec::LayoutSpec& layout, const Shop* shop, const Teller& teller) {
  if (layout.sheet) return SheetReader(*layout.sheet, shop, teller).read();
  spec::SheetSpec missing;
  missing.span = layout.span;
  return SheetReader(missing, shop, teller).read();
}

std::optional<BaselineGrid> baseline_grid(const spec::SheetSpec& sheet) {
  if (!sheet.baseline || !sheet.baseline->step) return std::nullopt;
  const spec::BaselineSpec& written = *sheet.baseline;
  return BaselineGrid{written.step->value, written.start ? written.start->value : Length()};
}

Insets read_insets(const std::optional<spec::InsetsSpec>& written, const Insets& by_default) {
  Insets insets = by_default;
  if (!written) return insets;
  if (written->top) insets.top = written->top->value;
  if (written->right) insets.right = written->right->value;
  if (written->bottom) insets.bottom = written->bottom->value;
  if (written->left) insets.left = written->left->value;
  return insets;
}

}  // namespace handbill::document
