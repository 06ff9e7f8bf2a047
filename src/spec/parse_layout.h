// SPDX-License-Identifier: MIT
// Stage 2, parse: TOML files to specs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "font/font_book.h"
#include "spec/asked_keys.h"
#include "spec/layout_spec.h"
#include "spec/value.h"

namespace handbill::spec {

class Constants;

/// The layout at `path` ("layouts/hours-placard.toml") with everything it `extends` merged below
/// it, and over that its `[locale.TAG]` of the document's language: `language` when it is not
/// empty, else what the layout says. Of a layout with two languages `language` is the second, whose
/// `[locale.TAG]` comes last. Reports unknown keys with the nearest known one, wrong types,
/// values out of range, extends-cycle; then the rest of the layout. Nothing: there is no rest.
std::optional<LayoutSpec> parse_layout(const diag::FileReader& files, std::string_view path,
                                       std::string_view language, diag::SourceMap& sources,
                                       diag::Diagnostics& diags);

/// The first language of a layout that sets a second beside it; nothing: it has one alone, or can't
/// be read.
std::optional<std::string> first_of_two(const diag::FileReader& files, std::string_view path);

/// Whether the layout says of itself that it is there for others to extend. One that can't be read
/// does not.
bool is_base(const diag::FileReader& files, std::string_view path);

/// The layout with some of its variants, by index, laid over it one after the other. Empty if and
/// only if it added an error.
std::optional<LayoutSpec> with_variants(const LayoutSpec& layout,
                                        const std::vector<std::size_t>& variants,
                                        diag::Diagnostics& diags);

/// `fonts/fonts.toml`.
std::optional<font::Catalog> parse_fonts(const diag::FileReader& files, diag::SourceMap& sources,
                                         diag::Diagnostics& diags);
/// `fonts/scripts.toml`: a long list, for documents that need more. Empty: there is none, or it has
/// faults, which are reported.
font::Catalog parse_script_fonts(const diag::FileReader& files, diag::SourceMap& sources,
                                 diag::Diagnostics& diags);

/// With every length of the design multiplied by `factor`: all but what the press and the fold ask
/// for (trim, bleed, safe areas, panel widths).
LayoutSpec scaled(LayoutSpec layout, double factor);

/// The content files of a layout, in order: content/<language>/<subject>.toml. A top-level table
/// may stand in one file only (duplicate-name), but for [revision]. In another language than the
/// layout's own each file is laid over that of the layout's own, so that facts stand once; what
/// this leaves untranslated or changes is reported (translation-differs).
/// A key of a setting that the content lacks; the first, where those below it are new as well.
struct NewKey {
  std::string path;                 ///< "aftercare.dnot", up to this key
  std::string name;                 ///< "dnot"
  std::vector<std::string> beside;  ///< the keys of the same table
  diag::Span at{}, value{};
};

struct ContentSpec {
  /// A translation, before it was laid over the original.
  struct Translation {
    Value original;
    Value own;
    std::string own_path;
    std::string language;  ///< of the original
    std::string into;      ///< that of the translation
  };
  struct File {
    std::string subject;
    Value root;
    std::optional<Translation> translation{};
  };
  std::vector<File> files;
  std::string language;
  /// Whose texts, and facts in its words, stand below `second`; empty: there is none.
  std::string second_language{};
  /// The one that `--language` asks for: of two the second.
  const std::string& asked_language() const {
    return second_language.empty() ? language : second_language;
  }
  /// Unread: a file could not be read at all, which has been reported.
  enum class Extent { Whole, FileUnread } extent = Extent::Whole;
  AskedKeys asked{};  ///< what the layouts ask for
  /// What stands where, those built in first.
  std::vector<FactSpec> facts = built_in_facts();
  /// Of settings; facts with a type tell unknown keys themselves.
  std::vector<NewKey> new_keys{};
};
/// Where the texts of the second language stand: "second.aftercare.title".
inline constexpr std::string_view kSecond = "second";
std::string below_second(std::string_view path);
/// "aftercare.title" of "second.aftercare.title"; nothing: it is none of them.
std::optional<std::string_view> path_in_second(std::string_view path);

/// `settings` are --set values, "clinic.phone=…", laid over the files. What is wrong in one file
/// hides nothing in another.
ContentSpec parse_content(const diag::FileReader& files, const LayoutSpec& layout,
                          const std::vector<std::string>& settings, diag::SourceMap& sources,
                          diag::Diagnostics& diags);

/// Tells where translations differ from their originals; once all keys stand where they belong.
void compare_translations(const ContentSpec& content, diag::Diagnostics& diags);

/// "12.7 mm", "0.5 in", "9.5 pt", "1p" (pica), "2 cm"; "0" needs no unit. Nothing: not a length.
std::optional<Length> parse_length(std::string_view text);

/// The same, and "10 ft" and "3 m".
std::optional<Length> parse_distance(std::string_view text);
/// From 1 ft to 100 m.
bool is_viewing_distance(Length distance);

/// "art.bottom - 12 pt" and the like; reports bad-length at the wrong part.
std::optional<EdgeSpec> parse_edge(const Value& value, diag::Diagnostics& diags,
                                   Constants* constants = nullptr);

/// "teal", "teal 40%"; reports bad-value.
std::optional<ColorSpec> parse_color(const Value& value, diag::Diagnostics& diags);

/// The text dump of this stage.
std::string dump(const LayoutSpec& layout, const diag::SourceMap& sources);

}  // namespace handbill::spec
