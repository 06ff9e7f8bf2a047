// SPDX-License-Identifier: MIT
#include <map>
#include <tuple>

#include "diag/read_text.h"
#include "spec/fonts_file.h"
#include "spec/parse_layout.h"

namespace handbill::spec {
namespace {

constexpr std::string_view kPath = "fonts/fonts.toml";
constexpr std::string_view kScriptsPath = "fonts/scripts.toml";

constexpr auto kFaceKeys = std::to_array<Key<FaceSpec>>({
    key<&FaceSpec::weight>("weight", "400", "how bold the face is").between(1, 1000),
    key<&FaceSpec::slant>("slant", "upright", "whether the face is an italic")
        .takes("one of upright, italic"),
    key<&FaceSpec::size>("size", "any",
                         "the size of type the shapes are drawn for, where a family has files for "
                         "several; the nearest is taken")
        .between(1, 2000),
    key<&FaceSpec::axes>("axes", "the weight, slant and size of the type; else the font's own",
                         "where on the axes of a variable font the face lies: "
                         "{ wght = 450, opsz = 12 }")
        .takes("table of numbers"),
    key<&FaceSpec::file>("file", "", "name of the font file").required(),
    key<&FaceSpec::index>("index", "0", "which face of a collection (.ttc) it is").between(0, 255),
});

constexpr auto kFamilyKeys = std::to_array<Key<FamilySpec>>({
    key<&FamilySpec::package>("package", "", "the Debian package that brings the files"),
    key<&FamilySpec::licence>("licence", "", "SPDX name of the licence"),
    key<&FamilySpec::scripts>("scripts", "any",
                              "as a fallback, set these scripts alone: \"Arab\", \"Hans\", "
                              "\"Zsym\" for signs; the files are opened only for texts that have "
                              "them"),
    key<&FamilySpec::languages>("languages", "none",
                                "languages whose every letter all its faces have; `handbill fonts` "
                                "tells those that a face lacks"),
    key<&FamilySpec::size_adjust>("size_adjust", "100",
                                  "size as a fallback, in percent of the style's own font")
        .between(50, 200),
    key<&FamilySpec::faces>("faces", "", "the files of the family").required(),
});

constexpr auto kFontsKeys = std::to_array<Key<FontsFile>>({
    key<&FontsFile::fallback>("fallback", "",
                              "families asked when a style's own fonts lack a character"),
    key<&FontsFile::families>("family", "", "the families"),
});

/// One face is found by family, weight, slant and size, so each may stand once.
void check_doubles(const font::Catalog& catalog, diag::Diagnostics& diags) {
  std::map<std::tuple<std::string_view, int, font::Slant, Length>, diag::Span> places;
  for (const font::CatalogFace& face : catalog.faces) {
    const auto [found, is_new] =
        places.emplace(std::tuple<std::string_view, int, font::Slant, Length>(
                           face.family, face.weight, face.slant, face.drawn_for),
                       face.span);
    if (is_new) continue;
    diags.add({diag::DiagnosticId::DuplicateName,
               diag::Severity::Error,
               "`" + face.family + "` has two faces of weight " + std::to_string(face.weight) +
                   (face.slant == font::Slant::Italic ? " italic" : "") +
                   (face.drawn_for > Length() ? " for the same size" : ""),
               face.span,
               {{found->second, "the other stands here"}},
               {}});
    return;
  }
}

font::Catalog catalog_of(const FontsFile& file) {
  font::Catalog catalog;
  for (const Text& family : file.fallback) catalog.fallback_families.push_back(family.value);
  for (const Named<FamilySpec>& family : file.families) {
    for (const FaceSpec& face : family.value.faces) {
      font::CatalogFace& each = catalog.faces.emplace_back();
      each.family = family.name;
      if (face.weight) each.weight = static_cast<int>(face.weight->value);
      if (face.slant && face.slant->value == "italic") each.slant = font::Slant::Italic;
      if (face.file) each.file = face.file->value;
      if (face.size) each.drawn_for = face.size->value;
      if (face.index) each.index = static_cast<int>(face.index->value);
      for (const Text& script : family.value.scripts) each.scripts.push_back(script.value);
      for (const Text& language : family.value.languages) each.languages.push_back(language.value);
      if (family.value.size_adjust) each.size_adjust = family.value.size_adjust->value / 100;
      for (const AxisSpec& axis : face.axes) each.axes.push_back({axis.tag, axis.value});
      if (family.value.licence) each.licence = family.value.licence->value;
      if (family.value.package) each.package = family.value.package->value;
      each.span = face.span;
    }
  }
  return catalog;
}

std::optional<font::Catalog> parse_catalog(const diag::FileReader& files, std::string_view path,
                                           diag::SourceMap& sources, diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  const auto file = diag::read_text(files, path, {}, sources, diags);
  if (!file) return std::nullopt;
  const auto root = read_toml(sources, *file, diags);
  if (!root) return std::nullopt;
  FontsFile fonts;
  read_table(*root, root_request(diags), fonts);
  font::Catalog catalog = catalog_of(fonts);
  if (diags.error_count() > errors) return std::nullopt;
  check_doubles(catalog, diags);
  if (diags.error_count() > errors) return std::nullopt;
  return catalog;
}

}  // namespace

bool read(const Value& value, const Request& request, std::vector<AxisSpec>& into) {
  const Value::Table* table = value.as_table();
  if (table == nullptr) {
    request.wrong_type(value);
    return false;
  }
  for (const Entry& axis : *table) {
    if (request.given_up()) return false;
    const auto number = axis.value.as_number();
    if (axis.key.size() != 4 || !number) {
      request.diags.error(diag::DiagnosticId::BadValue, axis.key_span,
                          "`" + axis.key + "` is not an axis with a number",
                          {"axes have names of four letters: `wght = 450`"});
      return false;
    }
    into.push_back({axis.key, *number, axis.value.span});
  }
  return true;
}

void dump(const std::vector<AxisSpec>& axes, std::string_view, Lines& lines) {
  for (const AxisSpec& axis : axes) {
    lines.line("axis " + axis.tag, format_number(axis.value, 3), axis.span);
  }
}

TableKeys<FaceSpec> table_keys(const FaceSpec*) {
  return {"family.NAME.faces", "One font file of a family.", kFaceKeys};
}

TableKeys<FamilySpec> table_keys(const FamilySpec*) {
  return {"family.NAME", "A font family, in fonts/fonts.toml.", kFamilyKeys};
}

TableKeys<FontsFile> table_keys(const FontsFile*) {
  return {"fonts/fonts.toml",
          "The fonts a layout may name; fonts/scripts.toml goes on with those for further scripts.",
          kFontsKeys};
}

std::optional<font::Catalog> parse_fonts(const diag::FileReader& files, diag::SourceMap& sources,
                                         diag::Diagnostics& diags) {
  return parse_catalog(files, kPath, sources, diags);
}

font::Catalog parse_script_fonts(const diag::FileReader& files, diag::SourceMap& sources,
                                 diag::Diagnostics& diags) {
  const diag::FileAnswer answer = files.read(kScriptsPath);
  if (answer.state == diag::FileState::Missing) return {};
  return parse_catalog(files, kScriptsPath, sources, diags).value_or(font::Catalog());
}

}  // namespace handbill::spec
