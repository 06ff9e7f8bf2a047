// SPDX-License-Identifier: MIT
// `handbill preflight` over PDFs of other programs and of our own.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "support/golden.h"
#include "support/paths.h"
#include "support/pdf_editor.h"
#include "support/run_program.h"
#include "system/project.h"

namespace handbill::test {
namespace {

using Json = nlohmann::json;

ProgramResult preflight(const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {test::program(), "preflight"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_program(command);
}

/// What is wrong with it; notes say nothing of that.
std::set<std::string> ids_in(const Json& file) {
  std::set<std::string> ids;
  for (const Json& finding : file.at("findings")) {
    if (finding.at("severity") != "note") ids.insert(finding.at("id").get<std::string>());
  }
  return ids;
}

/// What is said of one file.
Json judged(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = arguments;
  all.push_back("--json");
  const ProgramResult result = preflight(all);
  INFO(result.errors);
  REQUIRE(result.exit_code <= 1);
  const Json files = Json::parse(result.output);
  REQUIRE(files.size() == 1);
  CHECK((result.exit_code == 1) == !ids_in(files[0]).empty());
  return files[0];
}

constexpr const char* kAdvert = R"(%!
[ /Title (Advert) /Trapped /False /DOCINFO pdfmark
/Helvetica findfont 14 scalefont setfont 20 60 moveto (Sale today) show
0 0.9 0.8 0 setcmykcolor 10 10 40 40 rectfill
1 0 0 setrgbcolor 60 10 40 40 rectfill showpage
)";

constexpr const char* kDrawing =
    R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">
<rect x="10" y="10" width="50" height="50" fill="red" opacity="0.5"/>
<linearGradient id="g"><stop stop-color="blue"/><stop offset="1" stop-color="#ff0"/></linearGradient>
<circle cx="150" cy="70" r="20" fill="url(#g)" stroke="black" stroke-width="0.2"/></svg>)svg";

std::string of_ghostscript(const TempFolder& folder) {
  const auto source = folder.write("advert.ps", kAdvert), file = folder / "advert.pdf";
  const auto made = run_program({"gs", "-q", "-dBATCH", "-dNOPAUSE", "-dPDFX", "-sDEVICE=pdfwrite",
                                 "-sColorConversionStrategy=CMYK", "-dCompatibilityLevel=1.3",
                                 "-sOutputFile=" + file.string(), source.string()});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  return file.string();
}

std::string of_cairo(const TempFolder& folder) {
  const auto source = folder.write("drawing.svg", kDrawing), file = folder / "drawing.pdf";
  const auto made =
      run_program({"rsvg-convert", "-f", "pdf", "-o", file.string(), source.string()});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  return file.string();
}

}  // namespace

TEST_CASE("a PDF that is handed in has a gibibyte at most") {
  const TempFolder folder;
  folder.write("a.pdf", "");
  for (const auto& [more, said] : {std::pair(0, "this is no PDF [pdf-broken]"),
                                   std::pair(1, "is larger than 1 GiB [too-large]")}) {
    std::filesystem::resize_file(folder / "a.pdf", (std::uintmax_t{1} << 30U) + more);
    const ProgramResult result = preflight({(folder / "a.pdf").string()});
    INFO(result.output << result.errors);
    CHECK(result.exit_code == 1);
    CHECK((result.output + result.errors).find(said) != std::string::npos);
  }
}

TEST_CASE("a file of Ghostscript in CMYK lacks what makes it PDF/X, and nothing else") {
  const TempFolder folder;
  const Json file = judged({of_ghostscript(folder), "--standard", "x-1a"});
  CHECK(file.at("judged_by") == "PDF/X-1a:2003");
  CHECK(file.at("pages") == 1);
  CHECK(ids_in(file) == std::set<std::string>{"pdfx-claim", "pdfx-output-intent"});
}

TEST_CASE("a drawing of Cairo is found to be RGB and transparent") {
  const TempFolder folder;
  const std::string path = of_cairo(folder);
  const auto ids = ids_in(judged({path, "--standard", "x-1a"}));
  for (const char* id : {"pdfx-color", "pdfx-transparency", "pdfx-boxes", "pdfx-version"}) {
    INFO(id);
    CHECK(ids.contains(id));
  }
  CHECK(judged({path, "--standard", "none"}).at("findings").empty());
}

TEST_CASE("findings are written as SARIF and as a copy with notes") {
  const TempFolder folder;
  const std::string path = of_cairo(folder);
  const auto sarif = folder / "findings.sarif", copy = folder / "notes.pdf";
  const auto result = preflight({path, "--sarif", sarif.string(), "--annotated", copy.string()});
  CHECK(result.exit_code == 1);
  const Json log = Json::parse(read_file(sarif));
  CHECK(log.at("version") == "2.1.0");
  const Json& run = log.at("runs").at(0);
  const Json& rules = run.at("tool").at("driver").at("rules");
  bool has_place = false;
  for (const Json& each : run.at("results")) {
    CHECK(rules.at(each.at("ruleIndex").get<std::size_t>()).at("id") == each.at("ruleId"));
    CHECK(each.at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri") ==
          "file://" + path);
    has_place = has_place || each.contains("properties");
  }
  CHECK(has_place);
  CHECK(run_program({"qpdf", "--check", copy.string()}).exit_code == 0);
}

TEST_CASE("every PDF of the samples is read without damage") {
  for (const char* name : {"aftercare-sheet", "hours-placard", "treatment-brochure"}) {
    const std::string path = test::source_folder() + "/samples/" + name + ".pdf";
    const auto ids = ids_in(judged({path}));
    for (const char* id :
         {"pdfx-file", "pdfx-boxes", "pdfx-fonts", "pdfx-operators", "pdfx-complete"}) {
      INFO(name << ": " << id);
      CHECK_FALSE(ids.contains(id));
    }
  }
}

TEST_CASE("the tags of the documents that come break no rule, and people are told what to judge") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build", "--language", "all"}).exit_code == 0);
  std::size_t judged_files = 0;
  for (const std::string& name : project.files("out")) {
    INFO(name);
    const Json file = judged({(project / ("out/" + name)).string(), "--standard", "ua-1"});
    CHECK(file.at("tags_judged") == true);
    CHECK(ids_in(file) == std::set<std::string>());
    REQUIRE(file.at("findings").size() == 1);
    CHECK(file.at("findings")[0].at("id") == "tags-for-people");
    ++judged_files;
  }
  CHECK(judged_files == 12);
}

TEST_CASE("a locked file must let programs read aloud") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build", "hours-placard"}).exit_code == 0);
  using Lock = PdfEditor::Lock;
  for (const auto& [lock, expected] :
       {std::pair(Lock::Open, std::set<std::string>()),
        std::pair(Lock::Encrypted, std::set<std::string>()),
        std::pair(Lock::Deaf, std::set<std::string>{"matterhorn-26-002"})}) {
    PdfEditor editor(read_file(project / "out/hours-placard.pdf"));
    project.write("out/locked.pdf", editor.write(nullptr, lock));
    const std::string path = (project / "out/locked.pdf").string();
    CHECK(ids_in(judged({path, "--standard", "ua-1"})) == expected);
  }
}

TEST_CASE("a file without tags is told of when PDF/UA is asked for, and only then") {
  const TempFolder folder;
  const std::string path = of_ghostscript(folder);
  const auto ids = ids_in(judged({path, "--standard", "ua-1"}));
  CHECK(ids == std::set<std::string>{"pdfua-metadata", "tags-none"});
  CHECK_FALSE(ids_in(judged({path})).contains("tags-none"));
}

TEST_CASE("a file of another program is judged by a rule pack") {
  const TempFolder folder;
  const std::string path = of_cairo(folder);
  const auto ids = ids_in(
      judged({path, "--standard", "none", "--rules", "gwg-2022", "--class", "sheetfed-cmyk"}));
  // What the file says of itself, and RGB where all is to be CMYK.
  for (const char* id : {"R0001", "R0035", "R0027"}) {
    INFO(id);
    CHECK(ids.contains(id));
  }
  CHECK(preflight({path, "--rules", "gwg-2022", "--class", "nothing"}).exit_code == 1);
  CHECK(preflight({path, "--shop", "nobody"}).exit_code == 1);
}

/// Each page with content and a picture of its own.
std::string long_file(int pages) {
  PdfEditor editor(read_file(test::source_folder() + "/samples/aftercare-sheet.pdf"));
  const PdfEditor::Type type = editor.type();
  QPDFObjectHandle first = editor.page();
  for (int i = 1; i < pages; ++i) {
    QPDFObjectHandle page = first.shallowCopy();
    const std::string text = "BT " + type.font + " 20 Tf 90 90 Td " + type.glyph + " Tj ET ";
    page.replaceKey("/Contents",
                    editor.stream("", "0 0 0 1 k " + text + std::to_string(i) +
                                          " 300 20 20 re f 20 0 0 4 300 99 cm /XP Do"));
    QPDFObjectHandle resources = first.getKey("/Resources").shallowCopy();
    resources.replaceKey("/XObject", PdfEditor::object("<< >>"));
    resources.getKey("/XObject")
        .replaceKey("/XP",
                    editor.stream("/Subtype /Image /Width 90 /Height 18 /ColorSpace /DeviceCMYK "
                                  "/BitsPerComponent 8",
                                  std::string(90 * 18 * 4, static_cast<char>(i))));
    page.replaceKey("/Resources", resources);
    editor.file().addPage(editor.file().makeIndirectObject(page), false);
  }
  return editor.write();
}

namespace {

// Sanitizers reserve terabytes.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HANDBILL_UNLIMITED
#endif
#endif
#if defined(HANDBILL_UNLIMITED) || defined(__SANITIZE_ADDRESS__)
constexpr const char* kLimit = "unlimited";
#else
constexpr const char* kLimit = "65536";
#endif

}  // namespace

TEST_CASE("a file of a thousand pages is judged page by page, in 64 MiB") {
  const TempFolder folder;
  const auto file = folder.write("long.pdf", long_file(1000)).string();
  // RLIMIT_DATA: what it writes to, its stack and all it allocates.
  const auto result =
      run_program({"sh", "-c", std::string("ulimit -d ") + kLimit + "; exec \"$@\"", "sh",
                   program(), "preflight", file, "--standard", "none", "--rules", "handbill",
                   "--class", "sheetfed-cmyk", "--pages", "1000", "--json"});
  INFO(result.errors);
  REQUIRE(result.exit_code >= 0);
  REQUIRE(result.exit_code <= 1);
  CHECK(Json::parse(result.output).at(0).at("pages") == 1000);
}

TEST_CASE("preflight says what is wrong with its own use") {
  CHECK(preflight({}).exit_code == 2);
  CHECK(preflight({"a.pdf", "b.pdf", "--annotated", "c.pdf"}).exit_code == 2);
  CHECK(preflight({"a.pdf", "--standard", "x-9"}).exit_code == 2);
  CHECK(preflight({"a.pdf", "--rules", "gwg-2022"}).exit_code == 2);
}

namespace {

/// A font and an ink whose names are bytes of GBK.
std::string in_gbk(const TempFolder& folder) {
  return folder
      .write("gbk.pdf",
             "%PDF-1.4\n"
             "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
             "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
             "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
             "/Resources<</Font<</F 5 0 R>>/ColorSpace<</S 6 0 R>>>>>>endobj\n"
             "4 0 obj<</Length 74>>stream\n"
             "/S cs 1 scn 10 10 50 50 re f BT /F 12 Tf 0 g 20 100 Td (\xcb\xce\xcc\xe5) Tj ET    "
             "\nendstream endobj\n"
             "5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/#CB#CE#CC#E5/FirstChar 0/LastChar 0"
             "/Widths[500]>>endobj\n"
             "6 0 obj[/Separation/#D7#A8#C9#AB/DeviceCMYK<</FunctionType 2/Domain[0 1]"
             "/C0[0 0 0 0]/C1[1 0 0 0]/N 1>>]endobj\n"
             "trailer<</Root 1 0 R>>\n")
      .string();
}

/// The diagnostics that concern no file, then all files.
Json answer(const std::vector<std::string>& arguments, int exit_code) {
  std::vector<std::string> all = arguments;
  all.push_back("--json");
  const ProgramResult result = preflight(all);
  INFO(result.output << result.errors);
  CHECK(result.exit_code == exit_code);
  CHECK(result.errors.empty());
  return Json::parse(result.output);
}

}  // namespace

TEST_CASE("names in PDFs that are not UTF-8 are told in words, JSON and SARIF") {
  const TempFolder folder;
  const std::string path = in_gbk(folder), sarif = (folder / "a.sarif").string();
  const Json files = answer({path, "--standard", "x-4", "--sarif", sarif}, 1);
  REQUIRE(files.size() == 1);
  const std::string replaced = "\ufffd\ufffd\ufffd\ufffd";
  CHECK(files[0].dump().find(replaced) != std::string::npos);
  CHECK(ids_in(files[0]).contains("pdfx-fonts"));
  CHECK(Json::parse(read_file(sarif)).dump().find(replaced) != std::string::npos);
  const auto text = preflight({path, "--standard", "x-4"});
  CHECK(text.exit_code == 1);
  CHECK(text.errors.find("<CB><CE><CC><E5>") != std::string::npos);
  CHECK(preflight({path, "--annotated", (folder / "b.pdf").string()}).exit_code == 1);
}

TEST_CASE("preflight answers in JSON whatever becomes of it") {
  const TempFolder folder;
  const std::string path = of_cairo(folder), none = (folder / "none.pdf").string(),
                    text = folder.write("a.txt", "no PDF").string();
  struct Case {
    std::vector<std::string> arguments;
    int exit_code;
    std::vector<std::string> ids;  ///< of what concerns no file
    std::size_t files;
  };
  const Case cases[] = {
      {{path, "--standard", "none"}, 0, {}, 1},
      {{none, text, folder.path().string(), "/dev/zero"}, 1, {}, 4},
      {{path, path, "--annotated", "b.pdf"}, 2, {"wrong-use"}, 0},
      {{path, "--shop", "nobody"}, 1, {"unknown-shop"}, 0},
      {{path, "--rules", "nothing", "--class", "x"}, 1, {"unknown-rule"}, 0},
      {{path, "--rules", "gwg-2022", "--class", "nothing"}, 1, {"unknown-rule"}, 0},
      {{path, "--standard", "none", "--sarif", "/proc/none/a"}, 2, {"write-failed"}, 1},
      {{path, "--standard", "none", "--annotated", path}, 2, {"write-failed"}, 1},
      {{text, "--annotated", "/proc/none/a"}, 1, {}, 1},
  };
  for (const Case& each : cases) {
    const Json all = answer(each.arguments, each.exit_code);
    std::vector<std::string> ids;
    std::size_t files = 0;
    for (const Json& one : all) {
      files += one.contains("file");
      CHECK(one.at("findings").is_array());
      for (const Json& finding : one.at("findings")) {
        if (!one.contains("file")) ids.push_back(finding.at("id"));
      }
    }
    CAPTURE(each.arguments);
    CHECK(files == each.files);
    CHECK(ids == each.ids);
  }
}

}  // namespace handbill::test
