// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "diag/render.h"
#include "spec/key_table.h"
#include "spec/parse_layout.h"
#include "support/golden.h"
#include "support/paths.h"

namespace handbill::spec {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

struct ParsedLayout {
  diag::SourceMap sources{};
  diag::Diagnostics diags{};
  std::optional<LayoutSpec> layout{};

  explicit ParsedLayout(Files files, const std::string& path = "layouts/main.toml") {
    layout = parse_layout(diag::MemoryFiles(std::move(files)), path, "", sources, diags);
    CHECK((layout.has_value() || diags.has_errors()));
  }
};

ParsedLayout parsed(const std::string& text) { return ParsedLayout({{"layouts/main.toml", text}}); }

}  // namespace

TEST_CASE("The layouts that come with the program parse") {
  const diag::DiskFiles files({test::source_folder()});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  int count = 0;
  for (const std::string& name : files.list("layouts")) {
    if (!name.ends_with(".toml")) continue;
    ++count;
    INFO(name);
    CHECK(parse_layout(files, "layouts/" + name, "", sources, diags).has_value());
  }
  CHECK(count > 0);
  CHECK(parse_fonts(files, sources, diags).has_value());
  CHECK(diag::render(diags, sources, diag::Paint::Plain) == "");
}

TEST_CASE("Every key of the reference has a type and a doc line, and a case that uses it") {
  const std::string folder = test::source_folder() + "/tests/golden/";
  std::string used;
  for (const char* name : {"spec/every-key/layout.toml",
                           "spec/custom-sheet/layout.toml",
                           "spec/margin-inside/layout.toml",
                           "spec/extends-house/layout.toml",
                           "spec/edges/layout.toml",
                           "spec/editions/layout.toml",
                           "spec/fonts/fonts.toml",
                           "spec/rules/rules.toml",
                           "spec/imposition/imposition.toml",
                           "spec/imposition-bound/imposition.toml",
                           "spec/order/order.toml",
                           "spec/shop/shop.toml",
                           "spec/shop/shop-below.toml",
                           "spec/shop/conditions.toml",
                           "program/second-language/layouts/sign.toml",
                           "program/prints-faulty/records/printed.toml",
                           "program/translation-stale/content/roles.toml",
                           "program/translation-stale/records/translated.toml",
                           "program/approval-revoked/records/approved.toml",
                           "program/approval-revoked/content/roles.toml"}) {
    used += test::read_file(folder + name);
  }
  for (const TableInfo& table : key_tables()) {
    CAPTURE(std::string(table.name));
    CHECK_FALSE(table.doc.empty());
    CHECK_FALSE(table.keys.empty());
    for (const KeyInfo& key : table.keys) {
      const std::string name(key.name);
      CAPTURE(name);
      CHECK_FALSE(key.type.empty());
      CHECK_FALSE(key.doc.empty());
      CHECK(used.find(name) != std::string::npos);
    }
  }
}

TEST_CASE("A layout changes the size of its sheet, however it is given") {
  using Files = std::map<std::string, std::string, std::less<>>;
  struct Case {
    const char* base;
    const char* own;
    const char* trim;
  };
  for (const Case& each : {Case{"trim = 'a5'", "size = ['1 in', '2 in']", ""},
                           Case{"trim = 'a5'", "trim = ['1 in', '2 in']", ""},
                           Case{"size = ['1 in', '2 in']", "trim = 'a5'", "a5"},
                           Case{"trim = ['1 in', '2 in']", "trim = 'a5'", "a5"},
                           Case{"trim = 'a5'", "bleed = '3 mm'", "a5"}}) {
    CAPTURE(each.base, each.own);
    const diag::MemoryFiles files(
        Files{{"layouts/base.toml", "[sheet]\n" + std::string(each.base)},
              {"layouts/own.toml", "extends = 'base'\n[sheet]\n" + std::string(each.own)}});
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const auto layout = parse_layout(files, "layouts/own.toml", "", sources, diags);
    INFO(diag::render(diags, sources, diag::Paint::Plain));
    REQUIRE(layout);
    CHECK(layout->sheet->size.has_value() == std::string(each.trim).empty());
    CHECK((layout->sheet->trim ? layout->sheet->trim->value : "") == each.trim);
  }
}

TEST_CASE("A frame of a base that can't be read is not told to be missing too") {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const diag::MemoryFiles files(
      Files{{"layouts/own.toml", "extends = 'gone'\n[frame.band]\nopacity = 50\n"}});
  parse_layout(files, "layouts/own.toml", "", sources, diags);
  INFO(diag::render(diags, sources, diag::Paint::Plain));
  CHECK(diags.error_count() == 1);
}

TEST_CASE("Sugar reads as what it stands for") {
  struct Case {
    const char* sugar;
    const char* plain;
  };
  const auto [sugar, plain] = GENERATE(values<Case>({
      {"[style.a]\nweight = 'bold'", "[style.a]\nweight = 700"},
      {"[style.a]\nweight = 'thin'", "[style.a]\nweight = 100"},
      {"[style.a]\ntracking = '2%'", "[style.a]\ntracking = 2"},
      {"[style.a]\ntracking = '-2.50 %'", "[style.a]\ntracking = -2.5"},
      {"[style.a]\ncolor = ' teal  40% '", "[style.a]\ncolor = 'teal 40 %'"},
      {"[style.a]\ncolor = 'teal'", "[style.a]\ncolor = 'teal 100%'"},
      {"[style.a]\nfeatures = 'smcp'", "[style.a]\nfeatures = ['smcp']"},
      {"[sheet]\nmargin = '1 in'",
       "[sheet]\nmargin = { top = '72 pt', right = '1 in', bottom = '6p', left = '25.4 mm' }"},
      {"[sheet]\ntrim = ['1 in', '2 in']", "[sheet]\nsize = ['72 pt', '12p']"},
      {"[sheet]\nbaseline = { step = '14 pt', start = '1 in' }",
       "[sheet]\nbaseline.step = '14 pt'\nbaseline.start = '72 pt'"},
      {"[[side]]\n[[side.frame]]\nopacity = '80%'", "[[side]]\n[[side.frame]]\nopacity = 80"},
      {"content = 'clinic'", "content = ['clinic']"},
      {"extends = []\ntitle = 'x'", "title = 'x'"},
  }));
  const auto dump_without_places = [](const char* text) {
    auto run = parsed(text);
    INFO(diag::render(run.diags, run.sources, diag::Paint::Plain));
    REQUIRE(run.layout.has_value());
    std::string result;
    const std::string dumped = dump(*run.layout, run.sources);
    for (std::size_t at = 0; at < dumped.size(); at = dumped.find('\n', at) + 1) {
      const std::string line = dumped.substr(at, dumped.find('\n', at) - at);
      result += line.substr(0, line.rfind("  ")) + "\n";
    }
    return result;
  };
  CHECK(dump_without_places(sugar) == dump_without_places(plain));
}

TEST_CASE("The faults of a layout that two others extend are told once") {
  const ParsedLayout run({{"layouts/main.toml", "extends = ['a', 'b']\n"},
                          {"layouts/a.toml", "extends = 'house'\n"},
                          {"layouts/b.toml", "extends = 'house'\n"},
                          {"layouts/house.toml", "[sheet]\nbleeed = '3 mm'\n"}});
  CHECK(run.diags.error_count() == 1);
}

TEST_CASE("Layouts that extend each other many times over are read in good time") {
  Files files = {{"layouts/main.toml", "extends = ['l0', 'l0']\n"}};
  for (int i = 0; i < 25; ++i) {
    const std::string next = "'l" + std::to_string(i + 1) + "'";
    files["layouts/l" + std::to_string(i) + ".toml"] = "extends = [" + next + ", " + next + "]\n";
  }
  files["layouts/l25.toml"] = "title = 'x'\n";
  const ParsedLayout run(files);
  REQUIRE(run.layout.has_value());
  CHECK(run.layout->title->value == "x");
}

TEST_CASE("A chain of layouts ends somewhere") {
  Files files = {{"layouts/main.toml", "extends = 'l0'\n"}};
  for (int i = 0; i < 200; ++i) {
    files["layouts/l" + std::to_string(i) + ".toml"] =
        "extends = 'l" + std::to_string(i + 1) + "'\n";
  }
  const ParsedLayout run(files);
  REQUIRE(run.diags.list().size() == 1);
  CHECK(run.diags.list().front().id == diag::DiagnosticId::TooLarge);
}

TEST_CASE("A hostile layout ends with a bounded number of reports") {
  std::string text = "[sheet]\n";
  for (int i = 0; i < 100'000; ++i) text += "k" + std::to_string(i) + " = 1\n";
  const auto run = parsed(text);
  CHECK(run.diags.error_count() > 10);
  CHECK(run.diags.error_count() < 1000);
}

TEST_CASE("The parts of a text of a layout can be pointed at") {
  const auto run = parsed("[story.a]\ntext = \"\"\"\nHello\n  {clinic.name}\"\"\"\n");
  REQUIRE(run.layout.has_value());
  const Text& text = *run.layout->stories.front().value.text;
  const std::size_t begin = text.value.find("{clinic.name}");
  CHECK(run.sources.text(text.part(begin, begin + 13)) == "{clinic.name}");
  CHECK(run.sources.text(text.as_value().part(begin, begin + 13)) == "{clinic.name}");
}

TEST_CASE("A swatch name may have spaces, and its place is the name") {
  const auto run = parsed("[style.a]\ncolor = \"deep teal 40%\"\n");
  REQUIRE(run.layout.has_value());
  const ColorSpec& color = *run.layout->styles.front().value.text.color;
  CHECK(color.swatch == "deep teal");
  CHECK(color.tint == 40);
  CHECK(run.sources.text(color.span) == "deep teal");
}

TEST_CASE("A base is one for itself, not for what extends it") {
  const diag::MemoryFiles files(Files{{"layouts/house.toml", "base = true\n[[side]]\n"},
                                      {"layouts/sign.toml", "extends = 'house'\ntitle = 'Sign'\n"},
                                      {"layouts/no.toml", "base = false\n"},
                                      {"layouts/word.toml", "base = 'true'\n"},
                                      {"layouts/note.toml", "# base = true\ntitle = 'base = true'"},
                                      {"layouts/broken.toml", "base = true\ntitle = \n"}});
  CHECK(is_base(files, "layouts/house.toml"));
  for (const char* name : {"sign", "no", "word", "note", "broken", "absent"}) {
    CAPTURE(name);
    CHECK_FALSE(is_base(files, "layouts/" + std::string(name) + ".toml"));
  }
  // However it is written, and wherever.
  for (const char* text :
       {"  base = true", "title = 'A'\r\n\tbase=true\r\n", "\"base\" = true", "'base' = true",
        "\"b\\u0061se\" = true", "content = [\n[]\n]\nbase = true\n"}) {
    CAPTURE(text);
    CHECK(is_base(diag::MemoryFiles(Files{{"layouts/a.toml", text}}), "layouts/a.toml"));
  }
  for (const char* text : {"baseline = true", "[x]\nbase = true", "base.x = true",
                           "title = \"\"\"\nbase = true\"\"\"", "\"a\" = 'base = true'"}) {
    CAPTURE(text);
    CHECK_FALSE(is_base(diag::MemoryFiles(Files{{"layouts/a.toml", text}}), "layouts/a.toml"));
  }
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto house = parse_layout(files, "layouts/house.toml", "", sources, diags);
  REQUIRE(house.has_value());
  CHECK((house->base && house->base->value));
  const auto sign = parse_layout(files, "layouts/sign.toml", "", sources, diags);
  REQUIRE(sign.has_value());
  CHECK_FALSE(sign->base);
  CHECK(sign->sides.size() == 1);
}

TEST_CASE("What a locale says counts in its language, the narrower tag more") {
  const diag::MemoryFiles files(Files{{"layouts/main.toml",
                                       "[style.a]\nsize = '10 pt'\nleading = '12 pt'\n"
                                       "[locale.zh-TW.style.a]\nsize = '13 pt'\n"
                                       "[locale.zh.style.a]\nsize = '12 pt'\nleading = '18 pt'\n"
                                       "[locale.es.style.a]\nsize = '9 pt'\n"}});
  struct Case {
    const char* language;
    double size;
    double leading;
  };
  for (const Case& c : {Case{"", 10, 12},
                        {"es", 9, 12},
                        {"zh", 12, 18},
                        {"zh-CN", 12, 18},
                        {"ZH-tw", 13, 18},
                        {"zha", 10, 12}}) {
    INFO(c.language);
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const auto layout = parse_layout(files, "layouts/main.toml", c.language, sources, diags);
    REQUIRE(layout.has_value());
    CHECK(layout->styles.at(0).value.text.size->value.pt() == Approx(c.size));
    CHECK(layout->styles.at(0).value.leading->value.pt() == Approx(c.leading));
    CHECK(layout->own_language.empty());
    CHECK((layout->language ? layout->language->value : "") == c.language);
  }
  for (const char* wrong : {"locale = 'es'", "[locale]\nen = 5", "[locale.en]\nstile = 5"}) {
    INFO(wrong);
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const diag::MemoryFiles broken(Files{{"layouts/main.toml", wrong}});
    CHECK(parse_layout(broken, "layouts/main.toml", "", sources, diags).has_value());
    CHECK(diags.error_count() == 1);
  }
}

TEST_CASE("Content is read in the layout's language and order") {
  const diag::MemoryFiles files({
      {"layouts/main.toml", "language = 'es'\ncontent = ['b', 'a', 'b']\n"},
      {"content/es/a.toml", "[a]\nx = 1\n[revision]\nn = 1\n"},
      {"content/es/b.toml", "[b]\nx = 'old'\n[revision]\nn = 2\n"},
  });
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto layout = parse_layout(files, "layouts/main.toml", "", sources, diags);
  REQUIRE(layout.has_value());
  const auto content = parse_content(files, *layout, {"b.x=new = value", "c.d=e"}, sources, diags);
  CHECK(content.language == "es");
  REQUIRE(content.files.size() == 3);
  CHECK(content.files[0].subject == "b");
  CHECK(content.files[1].subject == "a");
  const Value* set = content.files[0].root.at_path("b.x");
  CHECK(*set->as_string() == "new = value");
  CHECK(sources.name(set->span.file) == "--set");
  CHECK(sources.text(set->part(0, 3)) == "new");
  CHECK(*content.files[2].root.at_path("c.d")->as_string() == "e");
}

TEST_CASE("A setting says that a notice applies as its file would, over a blank too") {
  const diag::MemoryFiles files({
      {"layouts/main.toml", "content = ['notices']\n"},
      {"content/en/notices.toml", "[notice.x]\napplies = { blank = 'whether' }\ntext = 'old'\n"},
  });
  const auto set = [&](const std::string& setting) {
    diag::SourceMap sources;
    diag::Diagnostics diags;
    const auto layout = parse_layout(files, "layouts/main.toml", "", sources, diags);
    REQUIRE(layout.has_value());
    const auto content = parse_content(files, *layout, {setting}, sources, diags);
    CHECK_FALSE(diags.has_errors());
    return content.files.front().root.at_path(setting.substr(0, setting.find('=')))->data;
  };
  CHECK(std::get<bool>(set("notice.x.applies=true")));
  CHECK_FALSE(std::get<bool>(set("notice.x.applies=false")));
  CHECK(std::get<bool>(set("notice.y.applies=true")));
  CHECK(std::get<std::string>(set("notice.x.applies=yes")) == "yes");
  CHECK(std::get<std::string>(set("notice.x.text=true")) == "true");
}

}  // namespace handbill::spec
