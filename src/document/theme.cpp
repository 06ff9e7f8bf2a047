// SPDX-License-Identifier: MIT
#include "document/theme.h"

#include <utility>

#include "document/hyphens.h"
#include "document/resolve_fit.h"
#include "document/resolve_waivers.h"
#include "document/style_values.h"
#include "spec/parse_layout.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

/// Reports families that no list of fonts has. Families in fonts.toml are looked for first; only
/// then is fonts/scripts.toml read.
class Families {
 public:
  Families(Theme& theme, const diag::FileReader& files, const Teller& teller)
      : theme_(theme), files_(files), teller_(teller) {}

  void check(const spec::Text& family) {
    if (has(*theme_.inputs.catalog, family) || has(scripts(), family)) return;
    std::vector<std::string> known = theme_.inputs.catalog->families();
    for (std::string& each : scripts().families()) known.push_back(std::move(each));
    teller_.error(UnknownFont, family.span,
                  "fonts.toml lists no family called " + quoted(family.value),
                  did_you_mean(family.value, known));
  }

 private:
  static bool has(const font::Catalog& catalog, const spec::Text& family) {
    return catalog.find(family.value, 400, font::Slant::Upright) != nullptr;
  }
  const font::Catalog& scripts() {
    if (!theme_.scripts) {
      theme_.scripts = std::make_shared<const font::Catalog>(
          spec::parse_script_fonts(files_, teller_.sources, teller_.diags));
    }
    return *theme_.scripts;
  }

  Theme& theme_;
  const diag::FileReader& files_;
  const Teller& teller_;
};

/// Every fault of every style, whether a text uses it or not.
void check_styles(const Theme& theme, const Teller& teller) {
  const StyleValues values{*theme.inputs.layout, theme.swatches, theme.inputs.language, teller};
  const auto check_name = [&](const std::optional<spec::Text>& character) {
    if (character) theme.styles.character(*character, teller);
  };
  for (const auto& style : theme.inputs.layout->styles) {
    const spec::StyleSpec& spec = *theme.styles.paragraph(style.name);
    values.of(spec, style.name);
    check_name(spec.marker_style);
    if (spec.drop_cap) check_name(spec.drop_cap->style);
    if (spec.lead_in) check_name(spec.lead_in->style);
  }
  for (const auto& style : theme.inputs.layout->characters) {
    values.of(theme.styles.character({style.name, style.name_span}, teller));
  }
}

}  // namespace

Theme make_theme(ThemeInputs inputs, const diag::FileReader& files, diag::SourceMap& sources) {
  Theme theme{std::move(inputs)};
  const spec::LayoutSpec& layout = *theme.inputs.layout;
  const Teller teller{sources, theme.found};
  theme.swatches = Swatches(layout, theme.inputs.shop.get(), teller);
  Families families(theme, files, teller);
  for (const auto& font : layout.fonts) {
    if (font.value.family) families.check(*font.value.family);
    for (const spec::Text& each : font.value.fallback) families.check(each);
  }
  theme.hyphenation = hyphen_exceptions(layout, teller);
  theme.styles = MergedStyles(layout, teller);
  check_styles(theme, teller);
  theme.folded = resolve_sheet(layout, theme.inputs.shop.get(), teller);
  theme.style_fits = resolve_style_fits(layout, teller);
  theme.waivers = resolve_waivers(layout, theme.found);
  return theme;
}

const spec::Named<spec::FontSpec>* find_font(const spec::LayoutSpec& layout,
                                             const std::optional<spec::Text>& name,
                                             const Teller& teller) {
  const auto& fonts = layout.fonts;
  const auto* first = fonts.empty() ? nullptr : &fonts.front();
  if (!name) return first;
  if (const auto* found = find_named(fonts, name->value)) return found;
  teller.error(UnknownFont, name->span, "no `[font." + name->value + "]` is defined",
               did_you_mean(name->value, names_of(fonts)));
  return first;
}

}  // namespace handbill::document
