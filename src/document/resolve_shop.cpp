// SPDX-License-Identifier: MIT
#include "document/resolve_shop.h"

#include <optional>
#include <utility>

#include "base/nearest.h"
#include "diag/report_file.h"
#include "document/teller.h"
#include "spec/parse_shop.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

// What most shops ask for: formats-unlimited.com/offset-printing-guidlines.html, newprint.com.
constexpr Length kUsualBleed = Length::inch(0.125);
constexpr Length kUsualSafe = Length::inch(0.125);

std::string text_of(const std::optional<spec::Text>& text) { return text ? text->value : ""; }

template <class T>
void take(T& into, const std::optional<spec::Spanned<T>>& written) {
  if (written) into = written->value;
}

Marks marks_of(const spec::MarksSpec& spec) {
  Marks marks;
  take(marks.length, spec.length);
  take(marks.offset, spec.offset);
  take(marks.width, spec.width);
  if (!spec.draw) return marks;
  for (const spec::Text& word : *spec.draw) {
    if (word.value == "crop") marks.crop = true;
    if (word.value == "registration") marks.registration = true;
    if (word.value == "color-bar") marks.color_bar = true;
    if (word.value == "fold") marks.fold = true;
    if (word.value == "slug") marks.slug = true;
  }
  return marks;
}

/// The profiles in some folders, opened once. Those of a project may be others next time.
struct Profiles {
  const diag::FileReader& files;
  std::map<std::string, OpenProfile>& opened;
  enum class Of { Machine, Project } of = Of::Machine;

  /// Nothing: there is no such file. Without `icc`: it is no profile of a CMYK press.
  std::optional<OpenProfile> open(const std::string& path) {
    const auto known = opened.find(path);
    if (of == Of::Machine && known != opened.end()) {
      files.used_again(path);
      return known->second;
    }
    auto bytes = files.read(path).bytes;
    if (!bytes) return std::nullopt;
    if (known != opened.end() && *known->second.icc == *bytes) return known->second;
    auto press = color::Preview::from_profile(*bytes);
    if (!press) return OpenProfile{};
    OpenProfile made{std::make_shared<const std::string>(std::move(*bytes)), std::move(*press)};
    return opened.insert_or_assign(path, std::move(made)).first->second;
  }
};

/// One shop, looked up.
class ShopReader {
 public:
  ShopReader(const diag::FileReader& files, Profiles of_machine, Profiles of_project,
             diag::SourceMap& sources, diag::Diagnostics& diags)
      : files_(files),
        of_machine_(of_machine),
        of_project_(of_project),
        sources_(sources),
        diags_(diags) {}

  std::optional<PrintShop> read(std::string_view name, diag::Span asked_at) {
    const std::size_t errors = diags_.error_count();
    const auto spec = spec::parse_shop(files_, name, asked_at, sources_, diags_);
    if (!spec) return std::nullopt;
    PrintShop result;
    Shop shop = shop_of(*spec);
    shop.name = name;
    read_condition(*spec, shop, result.press);
    if (!spec->ink_limit) shop.ink_limit = shop.condition.ink_limit;
    if (diags_.error_count() > errors) return std::nullopt;
    result.shop = std::make_shared<const Shop>(std::move(shop));
    return result;
  }

 private:
  static Shop shop_of(const spec::ShopSpec& spec);
  static void take_color(const spec::ShopSpec& spec, Shop& shop);
  void read_condition(const spec::ShopSpec& spec, Shop& shop, color::Preview& press);
  std::optional<std::pair<std::string, spec::ConditionSpec>> find_condition(
      const spec::ConditionSpec& written);
  void read_profile(const spec::ConditionSpec& spec, Claims standard, PressCondition& condition,
                    color::Preview& press);

  void report_missing_profile(const spec::ConditionSpec& spec, Claims standard,
                              const PressCondition& condition);

  const diag::FileReader& files_;
  Profiles of_machine_, of_project_;
  diag::SourceMap& sources_;
  diag::Diagnostics& diags_;
};

Shop ShopReader::shop_of(const spec::ShopSpec& spec) {
  Shop shop;
  shop.title = text_of(spec.title);
  for (const spec::Text& word : spec.standard) {
    const auto claim = claim_named(word.value);
    if (!claim) continue;  // "none"
    shop.standard = shop.standard | *claim;
    shop.asked_at.emplace(*claim, word.span);
  }
  shop.bleed = spec.bleed ? spec.bleed->value : kUsualBleed;
  shop.safe = spec.safe ? spec.safe->value : kUsualSafe;
  shop.fold_safe = spec.fold_safe ? spec.fold_safe->value : kUsualSafe;
  if (spec.marks) shop.marks = marks_of(*spec.marks);
  take_color(spec, shop);
  shop.rules = text_of(spec.rules);
  shop.rules_class = text_of(spec.rules_class);
  shop.rule_changes = spec.rule_changes;
  for (const spec::Text& fix : spec.fixes) shop.fixes.push_back(fix.value);
  take(shop.processing_steps, spec.processing_steps);
  if (spec.fold_allowance) {
    take(shop.fold_allowance.least, spec.fold_allowance->least);
    if (spec.fold_allowance->calipers) {
      shop.fold_allowance.calipers = spec.fold_allowance->calipers->value;
    }
  }
  if (spec.score_from) shop.score_from_gsm = spec.score_from->value;
  shop.imposition = text_of(spec.imposition);
  if (spec.imposition) shop.imposition_span = spec.imposition->span;
  return shop;
}

void ShopReader::take_color(const spec::ShopSpec& spec, Shop& shop) {
  take(shop.ink_limit, spec.ink_limit);
  if (spec.spots) {
    shop.spots.emplace();
    for (const spec::Text& spot : *spec.spots) shop.spots->push_back(spot.value);
  }
  if (spec.rich_black.size() == 4) {
    const auto amount = [&](std::size_t i) { return spec.rich_black[i].value / 100; };
    shop.rich_black = color::Cmyk{amount(0), amount(1), amount(2), amount(3)};
  }
  take(shop.rich_black_from, spec.rich_black_from);
  if (text_of(spec.rgb_pictures) == "keep") shop.rgb_pictures = RgbPictures::Keep;
  if (spec.picture_ppi) shop.picture_ppi = spec.picture_ppi->value;
  if (spec.picture_distance) shop.picture_distance = spec.picture_distance->value;
  if (text_of(spec.intent) == "relative-colorimetric") shop.intent = Intent::RelativeColorimetric;
}

void ShopReader::read_condition(const spec::ShopSpec& spec, Shop& shop, color::Preview& press) {
  if (!spec.condition) {
    const auto pdfx = shop.standard.pdfx();
    if (!pdfx) return;
    diags_.error(MissingKey, shop.asked_at.at(*pdfx),
                 std::string(facts_of(*pdfx).name) +
                     " says for which press a file is made: the shop needs a "
                     "`condition`",
                 {"conditions stand in `layouts/shops/conditions.toml`"});
    return;
  }
  const auto found = find_condition(*spec.condition);
  if (!found) return;
  const spec::ConditionSpec& written = found->second;
  shop.condition.name = found->first;
  shop.condition.identifier = text_of(written.identifier);
  shop.condition.info = text_of(written.info);
  take(shop.condition.ink_limit, written.ink_limit);
  read_profile(written, shop.standard, shop.condition, press);
}

/// A table of a condition's keys in the shop's own file has no name but its identifier.
std::optional<std::pair<std::string, spec::ConditionSpec>> ShopReader::find_condition(
    const spec::ConditionSpec& written) {
  if (!written.use) return std::pair{std::string(), written};
  const auto file = spec::parse_conditions(files_, written.use->span, sources_, diags_);
  if (!file) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& each : file->conditions) {
    if (each.name == written.use->value) return std::pair{each.name, each.value};
    names.push_back(each.name);
  }
  std::vector<std::string> hints;
  if (const auto near = nearest(written.use->value, names)) {
    hints.push_back("did you mean " + quoted(*near) + "?");
  }
  diags_.error(BadValue, written.use->span,
               "there is no press condition " + quoted(written.use->value), std::move(hints));
  return std::nullopt;
}

void ShopReader::read_profile(const spec::ConditionSpec& spec, Claims standard,
                              PressCondition& condition, color::Preview& press) {
  const std::string built = spec.profile && !spec.icc ? spec.profile->value + ".icc" : "";
  std::optional<OpenProfile> profile;
  if (spec.icc) profile = of_project_.open(spec.icc->value);
  if (!built.empty()) profile = of_machine_.open(built);
  if (!profile) {
    if (standard.embeds_profile() || spec.icc) report_missing_profile(spec, standard, condition);
    return;
  }
  if (!profile->icc) {
    const spec::Text& asked = spec.icc ? *spec.icc : *spec.profile;
    diags_.error(ProfileBroken, asked.span,
                 quoted(asked.value) + " is not an ICC profile of a CMYK press");
    return;
  }
  press = profile->press;
  condition.icc = profile->icc;
  condition.profile = built;
}

void ShopReader::report_missing_profile(const spec::ConditionSpec& spec, Claims standard,
                                        const PressCondition& condition) {
  const std::string whose = "the press condition " +
                            quoted(condition.name.empty() ? condition.identifier : condition.name);
  const std::string own = "name a file of the project: `icc = \"profiles/shop.icc\"`";
  if (spec.icc) {
    const diag::FileAnswer answer = files_.read(spec.icc->value);
    if (answer.state != diag::FileState::Missing) {
      return diag::report_file(files_, spec.icc->value, answer, spec.icc->span, diags_);
    }
  }
  const std::optional<spec::Text>& asked = spec.icc ? spec.icc : spec.profile;
  if (!asked) {
    diags_.error(ProfileMissing, spec.span,
                 names_of(standard) + " has a profile in it, but none is named for " + whose,
                 {own});
    return;
  }
  diags_.error(ProfileMissing, asked->span,
               "there is no ICC profile " + quoted(asked->value) + " for " + whose,
               {spec.icc ? own : profile_hint()});
}

}  // namespace

std::optional<PrintShop> ShopBook::find(std::string_view name, diag::Span asked_at,
                                        const diag::FileReader& files, diag::SourceMap& sources,
                                        diag::Diagnostics& diags) {
  return ShopReader(files, {profiles_, of_machine_}, {files, of_project_, Profiles::Of::Project},
                    sources, diags)
      .read(name, asked_at);
}

std::string profile_hint() { return "`./dev build` makes the profiles that conditions name"; }

}  // namespace handbill::document
