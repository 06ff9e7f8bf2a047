// SPDX-License-Identifier: MIT
#include "document/typefaces.h"

#include <algorithm>

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

void add_once(std::vector<font::FontId>& list, std::optional<font::FontId> id) {
  if (id && std::find(list.begin(), list.end(), *id) == list.end()) list.push_back(*id);
}

}  // namespace

Typefaces::Typefaces(const Context& context) : context_(context) {
  for (const auto& font : context.inputs.layout.fonts) {
    if (font.value.family) check_family(*font.value.family);
    for (const spec::Text& family : font.value.fallback) check_family(family);
  }
}

void Typefaces::check_family(const spec::Text& family) const {
  const std::vector<std::string> known = context_.inputs.catalog.families();
  if (std::find(known.begin(), known.end(), family.value) != known.end()) return;
  context_.error(UnknownFont, family.span,
                 "fonts.toml lists no family called " + quoted(family.value),
                 did_you_mean(family.value, known));
}

const spec::Named<spec::FontSpec>* Typefaces::find(const std::optional<spec::Text>& name) const {
  const auto& fonts = context_.inputs.layout.fonts;
  const auto* first = fonts.empty() ? nullptr : &fonts.front();
  if (!name) return first;
  if (const auto* found = find_named(fonts, name->value)) return found;
  context_.error(UnknownFont, name->span, "no `[font." + name->value + "]` is defined",
                 did_you_mean(name->value, names_of(fonts)));
  return first;
}

const std::vector<font::FontId>& Typefaces::faces(const spec::Named<spec::FontSpec>& font,
                                                  int weight, font::Slant slant) {
  const auto key = std::tuple(font.name, weight, slant);
  if (const auto found = opened_.find(key); found != opened_.end()) return found->second;
  return opened_.emplace(key, open(font.value, weight, slant)).first->second;
}

std::vector<font::FontId> Typefaces::open(const spec::FontSpec& font, int weight,
                                          font::Slant slant) {
  std::vector<font::FontId> result;
  const font::Catalog& catalog = context_.inputs.catalog;
  const auto open_family = [&](const std::string& family, diag::Span asked_at,
                               diag::Diagnostics& diags) {
    // A family the catalogue lacks has been reported with the layout's fonts.
    const font::CatalogFace* face = catalog.find(family, weight, slant);
    if (face == nullptr) return;
    add_once(result, context_.fonts.open(*face, context_.inputs.files, asked_at, diags));
  };
  if (font.family) open_family(font.family->value, font.family->span, context_.diags);
  for (const spec::Text& family : font.fallback) {
    open_family(family.value, family.span, context_.diags);
  }
  // Nobody asked for these by name: one that is not installed matters only if a character then
  // has no glyph, and that is reported where the character stands.
  diag::Diagnostics unheard;
  for (const std::string& family : catalog.fallback_families) {
    open_family(family, font.span, unheard);
  }
  return result;
}

}  // namespace handbill::document
