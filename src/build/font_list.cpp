// SPDX-License-Identifier: MIT
#include "build/font_list.h"
#include "build/project_files.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/nearest.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "diag/json_text.h"
#include "diag/render.h"
#include "spec/parse_layout.h"
#include "text/coverage.h"
#include "world/project.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& words, const char* between = ", ") {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : between) + word;
  return list;
}

std::string_view name_of(font::Slant slant) {
  return slant == font::Slant::Italic ? "italic" : "upright";
}

std::string rights_text(const font::EmbeddingRights& rights) {
  using Level = font::EmbeddingRights::Level;
  std::string text = rights.level == Level::Installable       ? "installable"
                     : rights.level == Level::Editable        ? "editable"
                     : rights.level == Level::PreviewAndPrint ? "preview and print"
                                                              : "restricted";
  if (!rights.may_be_subset) text += ", no subsetting";
  if (rights.bitmaps_only) text += ", bitmaps only";
  return text;
}

/// Some fonts bring a licence of a page.
std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 80;
  if (count_code_points(text) <= kMost) return text;
  const std::string start = text.substr(0, offset_of_code_point(text, kMost));
  return start.substr(0, start.rfind(' ')) + " …";
}

std::string axis_text(const font::AxisRange& axis) {
  return axis.tag + " " + format_number(axis.least, 2) + "–" + format_number(axis.most, 2) +
         " (usually " + format_number(axis.usual, 2) + ")";
}

std::string axes_text(const Face& face) {
  std::vector<std::string> axes;
  for (const font::AxisRange& axis : face.report->axes) axes.push_back(axis_text(axis));
  return joined(axes);
}

/// "ó ú of es": letters of a language that the list of fonts says it has.
std::string lack(const Face& face, const std::string& language) {
  constexpr std::size_t kMost = 12;
  const std::u32string missing = text::missing_letters(face.report->characters, language);
  std::string text;
  for (const char32_t c : missing.substr(0, kMost)) {
    append_utf8(text, c);
    text += ' ';
  }
  if (missing.size() > kMost) text += "and " + std::to_string(missing.size() - kMost) + " more ";
  return text.empty() ? text : text + "of " + language;
}

/// What is said below the line of a face; not again when the face before says the same.
std::vector<std::string> details(const Face& face) {
  const font::FontReport& report = *face.report;
  std::vector<std::string> lines;
  const auto add = [&](const char* what, const std::string& text) {
    if (!text.empty()) lines.push_back(std::string(what) + text);
  };
  add("embedding  ", rights_text(report.rights));
  add("licence    ", shortened(report.licence));
  add("axes       ", axes_text(face));
  add("features   ", joined(report.features, " "));
  add("scripts    ", joined(face.scripts));
  add("languages  ", joined(face.languages, " "));
  for (const std::string& claim : face.named.languages) add("lacks      ", lack(face, claim));
  return lines;
}

/// Below the line of the family before, if any.
void append_lines(const Family& family, std::vector<std::string>& lines) {
  const font::CatalogFace& first = family.faces.front().named;
  lines.push_back(family.name + (first.licence.empty() ? "" : "  " + first.licence) +
                  (first.package.empty() ? "" : "  package " + first.package));
  for (const auto& [name, layouts] : family.uses)
    lines.push_back("  `" + name + "` in " + joined(layouts));
  std::vector<std::string> said;
  for (const Face& face : family.faces) {
    const std::string weight = std::to_string(face.named.weight);
    const std::string start = "  " + std::string(4 - std::min<std::size_t>(4, weight.size()), ' ') +
                              weight + " " + padded(name_of(face.named.slant), 8);
    if (!face.report) {
      lines.push_back(start + face.named.file + " is not installed");
      continue;
    }
    lines.push_back(start + face.report->path);
    if (!face.report->trouble.empty())
      lines.push_back("       can't be used: " + face.report->trouble);
    const std::vector<std::string> about = details(face);
    if (about == said) continue;
    for (const std::string& line : about) lines.push_back("       " + line);
    said = about;
  }
}

Json as_json(const Face& face) {
  Json json{{"weight", face.named.weight},
            {"slant", name_of(face.named.slant)},
            {"file", face.named.file},
            {"installed", face.report.has_value()}};
  if (!face.report) return json;
  const font::FontReport& report = *face.report;
  json["path"] = report.path;
  json["usable"] = report.trouble.empty();
  if (!report.trouble.empty()) json["trouble"] = report.trouble;
  json["postscript_name"] = report.postscript_name;
  json["version"] = report.version;
  json["licence"] = report.licence;
  json["licence_address"] = report.licence_address;
  json["embedding"] = rights_text(report.rights);
  json["axes"] = Json::array();
  for (const font::AxisRange& axis : report.axes) {
    json["axes"].push_back(
        {{"tag", axis.tag}, {"least", axis.least}, {"usual", axis.usual}, {"most", axis.most}});
  }
  json["features"] = report.features;
  json["characters"] = report.characters.size();
  json["scripts"] = face.scripts;
  json["languages"] = face.languages;
  json["lacks"] = Json::array();
  for (const std::string& claim : face.named.languages) {
    if (const std::string lacks = lack(face, claim); !lacks.empty()) json["lacks"].push_back(lacks);
  }
  return json;
}

Json as_json(const Family& family) {
  Json json{{"family", family.name},
            {"licence", family.faces.front().named.licence},
            {"package", family.faces.front().named.package},
            {"uses", Json::object()},
            {"faces", Json::array()}};
  for (const auto& [name, layouts] : family.uses) json["uses"][name] = layouts;
  for (const Face& face : family.faces) json["faces"].push_back(as_json(face));
  return json;
}

/// What the layouts of the project call each family; broken layouts are for `check`.
void add_uses(const world::Project& project, const diag::FileReader& files,
              std::vector<Family>& families) {
  for (const std::string& path : project_layouts(project)) {
    diag::SourceMap sources;
    diag::Diagnostics unheard;
    const auto layout = spec::parse_layout(files, path, "", sources, unheard);
    if (!layout) continue;
    for (const auto& font : layout->fonts) {
      if (!font.value.family) continue;
      const auto found = std::ranges::find(families, font.value.family->value, &Family::name);
      if (found != families.end()) found->uses[font.name].push_back(stem(path));
    }
  }
}

void look_at(Face& face, font::FontBook& fonts, const diag::FileReader& files) {
  face.report = fonts.report(face.named, files);
  if (!face.report) return;
  face.scripts = text::scripts_of(face.report->characters);
  face.languages = text::languages_of(face.report->characters);
}

std::vector<Family> families_of(const font::Catalog& catalog,
                                const std::vector<std::string>& wanted) {
  std::vector<Family> families;
  for (const font::CatalogFace& face : catalog.faces) {
    if (!wanted.empty() && std::ranges::find(wanted, face.family) == wanted.end()) continue;
    auto found = std::ranges::find(families, face.family, &Family::name);
    if (found == families.end()) found = families.insert(found, Family{face.family});
    found->faces.push_back({face, std::nullopt});
  }
  return families;
}

font::Catalog joined(const font::Catalog& first, const font::Catalog& further) {
  font::Catalog all = first;
  all.faces.insert(all.faces.end(), further.faces.begin(), further.faces.end());
  return all;
}

/// A family asked for that the catalogue does not list.
const std::string* find_unknown(const std::vector<std::string>& wanted,
                                const std::vector<std::string>& known) {
  const auto found = std::ranges::find_if(wanted, [&](const std::string& name) {
    return std::ranges::find(known, name) == known.end();
  });
  return found == wanted.end() ? nullptr : &*found;
}

}  // namespace

FontList list_fonts(const world::Project& project, const std::vector<std::string>& wanted,
                    std::shared_ptr<confined::Reader> reader, diag::SourceMap& sources,
                    diag::Diagnostics& diags) {
  FontList list;
  const diag::DiskFiles files = project.files();
  const auto catalog = spec::parse_fonts(files, sources, diags);
  if (!catalog) return list;
  const font::Catalog further = spec::parse_script_fonts(files, sources, diags);
  const font::Catalog all_fonts = joined(*catalog, further);
  if (const std::string* unknown = find_unknown(wanted, all_fonts.families())) {
    const auto near = nearest(*unknown, all_fonts.families());
    list.unknown = "fonts/fonts.toml lists no family `" + *unknown + "`" +
                   (near ? ", did you mean `" + *near + "`?" : "");
    return list;
  }
  // The further ones are many: those are shown that are asked for.
  list.families = families_of(wanted.empty() ? *catalog : all_fonts, wanted);
  if (wanted.empty()) list.further = further.families().size();
  add_uses(project, files, list.families);
  font::FontBook fonts(font::machine_font_folders(), std::move(reader));
  for (Family& family : list.families) {
    for (Face& face : family.faces) look_at(face, fonts, files);
  }
  return list;
}

std::vector<std::string> lines_of(const FontList& list) {
  std::vector<std::string> lines;
  for (const Family& family : list.families) {
    if (&family != &list.families.front()) lines.emplace_back();
    append_lines(family, lines);
  }
  if (list.further == 0) return lines;
  lines.emplace_back();
  lines.push_back(
      std::to_string(list.further) +
      " further families are for other scripts and signs: see fonts/scripts.toml, or name one");
  return lines;
}

std::string json_of(const FontList& list) {
  Json all = Json::array();
  for (const Family& family : list.families) all.push_back(as_json(family));
  return diag::json_text(all);
}

}  // namespace handbill::build
