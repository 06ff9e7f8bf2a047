// SPDX-License-Identifier: MIT
#include "document/typefaces.h"

#include <algorithm>

#include "spec/parse_layout.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

void add_once(std::vector<font::FontId>& list, std::optional<font::FontId> id) {
  if (id && std::find(list.begin(), list.end(), *id) == list.end()) list.push_back(*id);
}

}  // namespace

const font::Catalog& Typefaces::further() {
  if (!scripts_) {
    scripts_ = std::make_shared<const font::Catalog>(
        spec::parse_script_fonts(context_.inputs.files, context_.sources, context_.diags));
  }
  return *scripts_;
}

const font::CatalogFace* Typefaces::find_face(std::string_view family, const Asked& asked) {
  const auto find_in = [&](const font::Catalog& catalog) {
    return catalog.find(family, asked.weight, asked.slant, asked.size);
  };
  const font::CatalogFace* face = find_in(*context_.theme.inputs.catalog);
  return face != nullptr ? face : find_in(further());
}

const Typefaces::Faces& Typefaces::faces(const spec::Named<spec::FontSpec>& font, int weight,
                                         font::Slant slant, Length size) {
  const auto key = std::tuple(font.name, weight, slant, size);
  if (const auto found = opened_.find(key); found != opened_.end()) return found->second;
  const text::TypefaceId id{static_cast<std::uint32_t>(asked_.size())};
  asked_.push_back({&font.value, weight, slant, size});
  return opened_.emplace(key, Faces{id, open(asked_.back())}).first->second;
}

std::optional<font::FontId> Typefaces::open_at(const font::CatalogFace& face, Length size,
                                               diag::Span at, diag::Diagnostics& diags) const {
  font::CatalogFace sized = face;
  sized.set_at = size;
  return context_.fonts.open(sized, context_.inputs.files, at, diags);
}

std::vector<font::FontId> Typefaces::open(const Asked& asked) {
  std::vector<font::FontId> result;
  const font::Catalog& catalog = *context_.theme.inputs.catalog;
  const auto open_family = [&](const std::string& family, diag::Span asked_at,
                               diag::Diagnostics& diags) {
    // A family the catalogue lacks has been reported with the layout's fonts.
    const font::CatalogFace* face = find_face(family, asked);
    const bool is_later = face != nullptr && !result.empty() && !face->scripts.empty();
    if (face == nullptr || is_later) return;
    add_once(result, open_at(*face, asked.size, asked_at, diags));
  };
  const spec::FontSpec& font = *asked.font;
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

void Typefaces::check_face(const spec::Named<spec::FontSpec>& font, int weight, font::Slant slant,
                           diag::Span asked_at) {
  if (!font.value.family) return;
  const Asked asked{&font.value, weight, slant};
  const font::CatalogFace* found = find_face(font.value.family->value, asked);
  if (found == nullptr) return;  // reported
  const auto loss = face_loss(weight, slant, *found, Hold::Exact);
  if (loss) tell_loss(*found, asked, *loss, "", asked_at);
}

/// `for_what`: "" or " for Arabic words".
void Typefaces::tell_loss(const font::CatalogFace& found, const Asked& asked, const FaceLoss& loss,
                          std::string for_what, diag::Span asked_at) {
  if (!told_losses_.emplace(found.family, asked.weight, asked.slant).second) return;
  const spec::FontSpec& font = *asked.font;
  diag::Diagnostic problem{FaceLost, diag::Severity::Warning,
                           quoted(found.family) + " has no " + loss.wanted + ", so its " +
                               loss.stand_in + " stands in" + for_what,
                           font.family ? font.family->span : font.span};
  if (asked_at.known()) problem.labels.push_back({asked_at, "asked for here"});
  problem.hints.push_back(for_what.empty()
                              ? "choose a family that has it (see `handbill fonts`), or give the "
                                "style a weight and slant that this one has"
                              : "give the style another look in this language, under `[locale]`");
  context_.diags.add(std::move(problem));
}

std::vector<const font::CatalogFace*> Typefaces::fallbacks_for(const Asked& asked,
                                                               std::uint32_t script,
                                                               const std::string& language) {
  std::vector<const font::CatalogFace*> own_writing, others;
  const std::string code = text::script_of_language(language);
  const auto add = [&](const font::CatalogFace* face) {
    if (face == nullptr) return;
    const auto covers = [&](const std::string& each) { return text::covers_script(each, script); };
    if (std::ranges::none_of(face->scripts, covers)) return;
    const bool is_own = std::ranges::find(face->scripts, code) != face->scripts.end();
    (is_own ? own_writing : others).push_back(face);
  };
  const font::Catalog& first = *context_.theme.inputs.catalog;
  for (const spec::Text& family : asked.font->fallback) {
    add(find_face(family.value, asked));
  }
  for (const std::string& family : first.fallback_families) {
    add(first.find(family, asked.weight, asked.slant, asked.size));
  }
  if (own_writing.empty() && others.empty()) {
    for (const std::string& family : further().fallback_families) {
      add(further().find(family, asked.weight, asked.slant, asked.size));
    }
  }
  own_writing.insert(own_writing.end(), others.begin(), others.end());
  return own_writing;
}

std::vector<text::ScriptFont> Typefaces::script_fonts(text::TypefaceId typeface,
                                                      const std::vector<std::uint32_t>& scripts,
                                                      const std::string& language,
                                                      diag::Span asked_at) {
  std::vector<text::ScriptFont> result;
  const Asked& asked = asked_.at(typeface.index());
  if (asked.font == nullptr) return result;
  for (const std::uint32_t script : scripts) {
    diag::Diagnostics trouble;
    std::optional<font::FontId> font;
    for (const font::CatalogFace* face : fallbacks_for(asked, script, language)) {
      font = open_at(*face, asked.size, asked_at, trouble);
      if (!font) continue;
      const auto loss = face_loss(asked.weight, asked.slant, *face, Hold::BoldAndItalic);
      const std::string words = " for " + text::full_name_of_script(script) + " words";
      if (loss) tell_loss(*face, asked, *loss, words, asked_at);
      break;
    }
    if (font) {
      result.push_back({script, *font});
    } else if (!trouble.list().empty()) {
      context_.diags.add(trouble.list().front());
    }
  }
  return result;
}

void Typefaces::add_sign_fonts(std::u32string_view signs, text::SharedStyle& style) {
  const Asked& asked = asked_.at(style->typeface.index());
  if (asked.font == nullptr) return;
  const auto has = [&](font::FontId font, char32_t sign) {
    return context_.fonts.face(font).glyph_for(sign) != 0;
  };
  const auto is_set = [&](char32_t sign) {
    return std::ranges::any_of(style->fonts, [&](font::FontId each) { return has(each, sign); }) ||
           std::ranges::any_of(style->script_fonts,
                               [&](const text::ScriptFont& each) { return has(each.font, sign); });
  };
  for (const char32_t sign : signs) {
    if (is_set(sign)) continue;
    diag::Diagnostics unheard;  // the sign is reported where it stands
    for (const font::CatalogFace* face : fallbacks_for(asked, text::kSigns, style->language)) {
      const auto font = context_.fonts.open(*face, context_.inputs.files, {}, unheard);
      if (!font || !has(*font, sign)) continue;
      style.edit().script_fonts.push_back({text::kSigns, *font});
      break;
    }
  }
}

}  // namespace handbill::document
