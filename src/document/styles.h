// SPDX-License-Identifier: MIT
// Styles of the theme as texts use them: with their fonts, which are opened for those that are
// used.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/context.h"
#include "document/hyphens.h"
#include "document/style_values.h"
#include "document/typefaces.h"
#include "text/style.h"

namespace handbill::document {

/// A paragraph style with its parents merged in.
struct MergedStyle {
  std::string name;
  spec::StyleSpec spec;
  SharedValue<text::ParagraphStyle> final_style;
};

class Styles {
 public:
  Styles(const Context& context, Typefaces& typefaces, Hyphens& hyphens);

  /// Reports unknown-style with the nearest name.
  const MergedStyle& paragraph(const spec::Text& name);
  /// The same style for words of a language; empty: as it is.
  const MergedStyle& paragraph(const spec::Text& name, const std::string& language);
  /// Stands in where a style is missing.
  const MergedStyle& plain();
  /// A [character.NAME] with its parents merged in; empty when there is none (reported).
  const spec::CharacterSpec& character(const spec::Text& name) const;

  text::CharacterStyle final_style(const spec::CharacterSpec& spec);
  /// `style`, final for `spec`, with `words` raised or lowered as its `position` has it: by the
  /// font's own superiors or inferiors, or by smaller, bolder letters where it lacks one of them
  /// (reported: feature-missing).
  text::SharedStyle positioned(const spec::CharacterSpec& spec, const text::SharedStyle& style,
                               std::string_view words);
  /// The first font in `size` and `color`.
  text::CharacterStyle label_style(Length size, const color::Color& color);
  std::optional<text::Rule> rule(const std::optional<spec::RuleSpec>& rule) const {
    return values_.rule(rule);
  }

 private:
  /// Reports type below what the edition allows.
  void check_size(const spec::CharacterSpec& spec, Length size) const;
  std::optional<text::DropCap> drop_cap(const spec::StyleSpec& spec,
                                        const text::ParagraphStyle& style);
  void check_leader(const spec::Text& leader, const text::CharacterStyle& style) const;
  const MergedStyle& finish(const spec::StyleSpec& spec, const std::string& name,
                            const std::string& language = {});
  void set_faces(text::CharacterStyle& style, const spec::CharacterSpec& spec);
  void check_face(const spec::Named<spec::FontSpec>& font, const spec::CharacterSpec& spec);
  void check_features(const spec::CharacterSpec& spec, const font::Face& face) const;

  const Context& context_;
  StyleValues values_;
  Typefaces& typefaces_;
  Hyphens& hyphens_;
  std::map<std::string, MergedStyle, std::less<>> finished_;
};

}  // namespace handbill::document
