// SPDX-License-Identifier: MIT
// tests/golden/spec/<case>: the files of a small project, and the dump or the diagnostics they
// give. `layout.toml` is parsed as a layout, `input.toml` as plain TOML, `fonts.toml` as the
// fonts, `rules.toml` as a rule pack beside `rules-NAME.toml`, each string of `markdown.toml` as
// Markdown. With a layout, `content-NAME.toml` is content/en/NAME.toml, each line of `settings.txt`
// a --set value, and any other file a layout. `shop.toml` is a print shop; beside it stand
// `shop-NAME.toml` and `conditions.toml`. `imposition.toml` is a file of layouts/impositions,
// `order.toml` the order.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "base/number.h"
#include "diag/render.h"
#include "spec/imposition_spec.h"
#include "spec/markdown.h"
#include "spec/order_spec.h"
#include "spec/parse_layout.h"
#include "spec/parse_shop.h"
#include "spec/rules_spec.h"
#include "support/golden.h"

namespace handbill::spec {
namespace {

namespace fs = std::filesystem;

std::string project_path(const std::string& name) {
  if (name == kOrderFile) return name;
  if (name == "fonts.toml") return "fonts/fonts.toml";
  if (name.starts_with("imposition")) return "layouts/impositions/" + name;
  if (name == "rules.toml" || name.starts_with("rules-")) return "layouts/rules/" + name;
  if (name.starts_with("content-")) return "content/en/" + name.substr(8);
  if (name == "conditions.toml" || name.starts_with("shop")) return "layouts/shops/" + name;
  return "layouts/" + name;
}

struct Run {
  diag::MemoryFiles files;
  std::vector<std::string> settings;
  diag::SourceMap sources{};
  diag::Diagnostics diags{};

  std::string layout() {
    const auto parsed = parse_layout(files, "layouts/layout.toml", "", sources, diags);
    CHECK((parsed.has_value() || diags.has_errors()));
    if (diags.has_errors()) return "";
    if (files.list("content/en").empty() && settings.empty()) return dump(*parsed, sources);
    const auto content = parse_content(files, *parsed, settings, sources, diags);
    std::string result;
    if (diags.has_errors()) return result;
    for (const ContentSpec::File& file : content.files) {
      result += "# " + file.subject + "\n" + dump(file.root, sources);
    }
    return result;
  }

  std::string rules() {
    const auto pack = parse_rules(files, "rules", {}, sources, diags);
    CHECK(pack.has_value() != diags.has_errors());
    return pack ? dump(*pack, sources) : "";
  }

  std::string imposition() {
    const auto spec = parse_imposition(files, "imposition", {}, sources, diags);
    CHECK(spec.has_value() != diags.has_errors());
    return spec ? dump(*spec, sources) : "";
  }

  std::string order() {
    const auto spec = parse_order(files, sources, diags);
    CHECK(spec.has_value() != diags.has_errors());
    return spec ? dump(*spec, sources) : "";
  }

  std::string plain(bool as_markdown) {
    const std::string name = as_markdown ? "markdown.toml" : "input.toml";
    const auto file = sources.add(name, *files.read(project_path(name)).bytes);
    const auto root = read_toml(sources, file, diags);
    CHECK((root.has_value() || diags.has_errors()));
    if (!root) return "";
    if (!as_markdown) return dump(*root, sources);
    std::string result;
    for (const Entry& entry : *root->as_table()) {
      result += entry.key + "\n" + dump(parse_markdown(entry.value, diags));
    }
    return result;
  }

  std::string shop() {
    const auto shop = parse_shop(files, "shop", {}, sources, diags);
    const auto conditions = parse_conditions(files, {}, sources, diags);
    CHECK((shop && conditions) != diags.has_errors());
    if (!shop || !conditions) return "";
    return dump(*shop, sources) + dump(*conditions, sources);
  }

  std::string fonts() {
    const auto catalog = parse_fonts(files, sources, diags);
    CHECK(catalog.has_value() != diags.has_errors());
    std::string result;
    if (!catalog) return result;
    for (const auto& face : catalog->faces) {
      result += face.family + " " + std::to_string(face.weight) +
                (face.slant == font::Slant::Italic ? " italic " : " upright ") + face.file + " " +
                face.package;
      for (const auto& axis : face.axes) {
        result += " " + axis.tag + "=" + format_number(axis.value, 2);
      }
      result += "\n";
    }
    for (const auto& family : catalog->fallback_families) result += "fallback " + family + "\n";
    return result;
  }
};

std::string run_case(const fs::path& folder) {
  std::map<std::string, std::string, std::less<>> files;
  std::vector<std::string> settings;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const std::string text = test::read_file(entry.path());
    if (entry.path().extension() == ".toml") files.emplace(project_path(name), text);
    if (name != "settings.txt") continue;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      settings.push_back(text.substr(at, text.find('\n', at) - at));
    }
  }
  const auto has = [&](const char* name) { return files.contains(project_path(name)); };
  Run run{diag::MemoryFiles(files), settings};
  std::string result;
  if (has("layout.toml")) {
    result = run.layout();
  } else if (has("shop.toml")) {
    result = run.shop();
  } else if (has("imposition.toml")) {
    result = run.imposition();
  } else if (has("order.toml")) {
    result = run.order();
  } else if (has("fonts.toml")) {
    result = run.fonts();
  } else if (has("rules.toml")) {
    result = run.rules();
  } else {
    result = run.plain(has("markdown.toml"));
  }
  if (!run.diags.list().empty()) result = diag::render(run.diags, run.sources, diag::Paint::Plain);
  return result;
}

}  // namespace

TEST_CASE("Layouts, content and fonts parse as recorded") {
  const auto cases = test::golden_cases("spec");
  REQUIRE_FALSE(cases.empty());
  for (const fs::path& folder : cases) {
    const auto difference = test::golden_difference(folder / "expected.txt", run_case(folder));
    if (difference) FAIL_CHECK(*difference);
  }
}

}  // namespace handbill::spec
