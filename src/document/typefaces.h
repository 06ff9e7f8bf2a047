// SPDX-License-Identifier: MIT
// Fonts by the names a layout gives them, at a weight and slant.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "document/context.h"
#include "document/face_loss.h"
#include "text/style.h"

namespace handbill::document {

class Typefaces {
 public:
  explicit Typefaces(const Context& context) : context_(context), scripts_(context.theme.scripts) {}

  struct Faces {
    text::TypefaceId id{};
    std::vector<font::FontId> fonts;
  };
  /// The font's own face, the faces of its `fallback` families, and those of the catalogue's, but
  /// for families that set certain scripts. Opened on first use, because a layout's house brings
  /// more styles than a document sets.
  /// A family drawn for several sizes is opened for `size`.
  const Faces& faces(const spec::Named<spec::FontSpec>& font, int weight, font::Slant slant,
                     Length size);

  struct Cut {
    int weight = 400;
    font::Slant slant = font::Slant::Upright;
  };
  /// What was asked for.
  Cut cut(text::TypefaceId id) const {
    return {asked_.at(id.index()).weight, asked_.at(id.index()).slant};
  }

  /// Reports face-lost, once for each that the font's family does not have: a weight, an italic.
  void check_face(const spec::Named<spec::FontSpec>& font, int weight, font::Slant slant,
                  diag::Span asked_at);

  /// A font for each of these scripts, where the fallbacks of the typeface name one; a family for
  /// the language's own writing comes first. Opened for the text at `asked_at`; reports
  /// font-missing there, and face-lost where a font has no bold or italic for it.
  std::vector<text::ScriptFont> script_fonts(text::TypefaceId typeface,
                                             const std::vector<std::uint32_t>& scripts,
                                             const std::string& language, diag::Span asked_at);

  /// Fonts for those of the signs that none of the style's fonts has, where a family for signs has
  /// them.
  void add_sign_fonts(std::u32string_view signs, text::SharedStyle& style);

 private:
  struct Asked {
    const spec::FontSpec* font = nullptr;
    int weight = 400;
    font::Slant slant = font::Slant::Upright;
    Length size{};
  };

  const font::CatalogFace* find_face(std::string_view family, const Asked& asked);
  const font::Catalog& further();
  std::optional<font::FontId> open_at(const font::CatalogFace& face, Length size, diag::Span at,
                                      diag::Diagnostics& diags) const;
  void tell_loss(const font::CatalogFace& found, const Asked& asked, const FaceLoss& loss,
                 std::string for_what, diag::Span asked_at);
  std::vector<font::FontId> open(const Asked& asked);
  std::vector<const font::CatalogFace*> fallbacks_for(const Asked& asked, std::uint32_t script,
                                                      const std::string& language);

  const Context& context_;
  std::shared_ptr<const font::Catalog> scripts_;  ///< of fonts/scripts.toml, once it was needed
  std::map<std::tuple<std::string, int, font::Slant, Length>, Faces> opened_;
  std::set<std::tuple<std::string, int, font::Slant>> told_losses_;
  std::vector<Asked> asked_ = {{}};  // by TypefaceId; the first is none
};

}  // namespace handbill::document
