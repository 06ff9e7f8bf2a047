// SPDX-License-Identifier: MIT
#include "rules/waivers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/nearest.h"

namespace handbill::rules {

using enum diag::DiagnosticId;
using document::Waiver;

namespace {

/// A check of every layout, and those of rules that look for the same.
struct LayoutCheck {
  diag::DiagnosticId id;
  std::array<std::string_view, 2> like{};
  bool is_of_readers = false;  ///< a rule of their pack looks for it, by its name
};

constexpr auto kLayoutChecks = std::to_array<LayoutCheck>({
    {OutsideSafeArea, {"text-margin", "text-fold"}},
    {TextOverlap},
    {InkOverEdge},
    {TextUnderPaint},
    {LowContrast},
    {EmptyFrame},
    {CoarsePicture, {"picture-ppi", "line-art-ppi"}},
    {Hairline, {"hairline"}},
    {FontSubstituted},
    {FaceLost},
    {LineShort},
    {ColumnShort},
    {AltMissing, {}, true},
    {AltSaysNothing, {}, true},
    {HeadingSkipped, {}, true},
    {LinkSaysNothing, {}, true},
    {TableWithoutHead, {}, true},
    {ColorAlone},
    {LanguageUnmarked, {}, true},
});

std::string_view layout_name(const LayoutCheck& check) { return diag::info(check.id).name; }

/// The check of layouts that looks for the same as a check of rules; empty: there is none.
std::string_view layout_check_like(std::string_view check) {
  for (const LayoutCheck& each : kLayoutChecks) {
    if (!check.empty() && std::ranges::find(each.like, check) != each.like.end()) {
      return layout_name(each);
    }
  }
  return {};
}

bool is_layout_check(std::string_view name) {
  return std::ranges::find(kLayoutChecks, name, layout_name) != kLayoutChecks.end();
}

bool is_of_readers(std::string_view name) {
  return std::ranges::any_of(kLayoutChecks, [&](const LayoutCheck& each) {
    return each.is_of_readers && layout_name(each) == name;
  });
}

bool is_unwaivable(std::string_view name) {
  return diag::find_diagnostic(name) && !is_layout_check(name);
}

bool has_reason(const Waiver& waiver) {
  return waiver.reason.find_first_not_of(" \t\r\n") != waiver.reason.npos;
}

bool is_past(const Waiver& waiver, const std::string& date) {
  // Both are written year first, so they compare as texts.
  return !date.empty() && waiver.until < date;
}

class WaiverDesk {
 public:
  WaiverDesk(const WaivableRules& rules, const WaiverPlaces& places)
      : rules_(rules), places_(places) {}

  bool speaks_of(const Waiver& waiver, const diag::Diagnostic& found) const {
    return names_rule(waiver, found) && names_words(waiver, found) && names_place(waiver, found);
  }

  bool is_judged(const Waiver& waiver) const {
    const bool is_of_layouts = is_layout_check(waiver.rule) && !is_of_readers(waiver.rule);
    return is_of_layouts || find(rules_.judged, waiver.rule) != nullptr;
  }
  bool is_known(const Waiver& waiver) const {
    return is_judged(waiver) || is_of_readers(waiver.rule) || is_unwaivable(waiver.rule) ||
           find(rules_.others, waiver.rule) != nullptr;
  }

  void tell_unknown(const Waiver& waiver, diag::Diagnostics& diags) const {
    std::vector<std::string> known = layout_checks();
    for (const auto* rules : {&rules_.judged, &rules_.others}) {
      for (std::string& each : ids_of(*rules)) known.push_back(std::move(each));
    }
    std::vector<std::string> hints;
    if (const auto near = nearest(waiver.rule, known)) {
      hints.push_back("did you mean `" + *near + "`?");
    }
    diags.error(UnknownRule, waiver.span,
                "there is no rule `" + waiver.rule + "`, nor is it a check of layouts",
                std::move(hints));
  }

 private:
  bool names_rule(const Waiver& waiver, const diag::Diagnostic& found) const {
    if (found.rule) {
      return found.rule->id == waiver.rule ||
             layout_check_like(check_of(found.rule->id)) == waiver.rule;
    }
    const std::string_view name = diag::info(found.id).name;
    return is_layout_check(name) &&
           (name == waiver.rule || layout_check_like(check_of(waiver.rule)) == name);
  }

  bool names_words(const Waiver& waiver, const diag::Diagnostic& found) const {
    if (waiver.words.empty()) return true;
    if (!found.span.known()) return false;
    const std::string_view at = places_.sources.text(found.span);
    return std::ranges::any_of(waiver.words, [&](const std::string& each) {
      return at.find(each) != at.npos || found.message.find("`" + each + "`") != std::string::npos;
    });
  }

  bool names_place(const Waiver& waiver, const diag::Diagnostic& found) const {
    if (waiver.content.empty()) return true;
    const std::string fact = found.span.known() ? places_.fact_at(found.span) : std::string();
    return std::ranges::any_of(waiver.content, [&](const std::string& each) {
      return fact == each || fact.starts_with(each + ".");
    });
  }

  static const KnownRule* find(const std::vector<KnownRule>& rules, std::string_view id) {
    const auto found = std::ranges::find(rules, id, &KnownRule::id);
    return found == rules.end() ? nullptr : &*found;
  }

  std::string_view check_of(std::string_view id) const {
    const KnownRule* rule = find(rules_.judged, id);
    if (rule == nullptr) rule = find(rules_.others, id);
    return rule == nullptr ? std::string_view() : rule->check;
  }

  const WaivableRules& rules_;
  const WaiverPlaces& places_;
};

void tell_use(const Waiver& waiver, const WaiverDay& day, std::size_t used,
              diag::Diagnostics& diags) {
  if (used == 0) {
    // One without a reason is an error already.
    if (!has_reason(waiver)) return;
    diags.note(WaiverUnused, waiver.span,
               "nothing here breaks `" + waiver.rule + "`: the waiver can be taken out");
  } else if (is_past(waiver, day.date)) {
    diags.warning(WaiverExpired, waiver.span,
                  "the waiver of `" + waiver.rule + "` ended on " + waiver.until + ", before " +
                      day.what + ", " + day.date,
                  {"mend what it waives, or ask again and write the new date"});
  }
}

}  // namespace

std::vector<std::string> layout_checks() {
  std::vector<std::string> names;
  for (const LayoutCheck& each : kLayoutChecks) names.emplace_back(layout_name(each));
  return names;
}

void check_waivers(const std::vector<Waiver>& waivers, diag::Diagnostics& diags) {
  for (const Waiver& each : waivers) {
    if (!has_reason(each)) {
      diags.error(BadValue, each.span, "the waiver of `" + each.rule + "` has no reason",
                  {"say why the rule may be broken here, for whoever reads the note"});
    }
    if (!is_unwaivable(each.rule)) continue;
    std::string checks;
    for (const std::string& name : layout_checks()) {
      checks += (checks.empty() ? "`" : ", `") + name + "`";
    }
    diags.error(UnknownRule, each.span, "`" + each.rule + "` can't be waived",
                {"mend what it tells of; rules of the press can be waived, and " + checks});
  }
}

diag::Diagnostics waive(const std::vector<Waiver>& waivers, const WaiverDay& day,
                        const WaivableRules& rules, const WaiverPlaces& places,
                        const diag::Diagnostics& found) {
  const WaiverDesk desk(rules, places);
  std::vector<std::size_t> used(waivers.size());
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    for (std::size_t i = 0; i < waivers.size(); ++i) {
      if (!desk.speaks_of(waivers[i], each)) continue;
      ++used[i];
      if (is_past(waivers[i], day.date) || each.severity == diag::Severity::Note) continue;
      each.severity = diag::Severity::Note;
      each.message += "; waived until " + waivers[i].until + ": " + waivers[i].reason;
    }
    result.add(std::move(each));
  }
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    if (!desk.is_known(waivers[i])) {
      desk.tell_unknown(waivers[i], result);
    } else if (desk.is_judged(waivers[i]) || used[i] > 0) {
      tell_use(waivers[i], day, used[i], result);
    }
  }
  return result;
}

}  // namespace handbill::rules
