// SPDX-License-Identifier: MIT
#include "build/tell_pdf.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/shown.h"
#include "base/utf8.h"
#include "base/words.h"
#include "build/inputs.h"
#include "build/largest_pdf.h"
#include "build/pdf_pages.h"
#include "build/tell_project.h"
#include "compare/tokens.h"
#include "diag/guarded.h"
#include "diag/report_file.h"
#include "pdf/document_information.h"

namespace handbill::build {
namespace {

namespace fs = std::filesystem;

/// A PDF in memory, and who reads it.
struct OpenPdf {
  std::string bytes;
  std::shared_ptr<confined::Reader> reader;
  double drawn_at = 0;                  ///< pixels per inch
  std::vector<std::string> pictures{};  ///< of all pages
};

std::string first_message(const diag::Diagnostics& diags) {
  return diags.list().empty() ? "it can't be read" : diags.list().front().message;
}

/// Its words, each in its share of the box that all have: how wide letters are, files need not say.
void add_words_of(const ShownWords& shown, compare::Vocabulary& vocabulary,
                  std::vector<PlacedWord>& words) {
  const double all = static_cast<double>(std::max<std::size_t>(count_code_points(shown.text), 1));
  const auto share = [&](std::size_t end) {
    return static_cast<double>(count_code_points(shown.text.substr(0, end))) / all;
  };
  for (const compare::Token& token : vocabulary.tokens(shown.text)) {
    const Length left = shown.box.left + shown.box.width * share(token.begin);
    const Length right = shown.box.left + shown.box.width * share(token.end);
    words.push_back({shown.text.substr(token.begin, token.end - token.begin),
                     Rect::from_edges(left, shown.box.top, right, shown.box.bottom())});
  }
}

void add_pages(const ReadPdf& read, ToldDocument& document) {
  document.has_pages = true;
  compare::Vocabulary vocabulary;
  for (std::size_t i = 0; i < read.pages.size(); ++i) {
    const std::string name = std::to_string(i + 1);
    ToldPage& page = document.pages.emplace_back();
    page.name = name;
    page.size = read.pages[i].size;
    for (const ShownWords& each : read.pages[i].words) {
      if (!find_invalid_utf8(each.text)) add_words_of(each, vocabulary, page.words);
    }
    for (const std::string& each : paragraphs_of(read.pages[i].words)) {
      if (find_invalid_utf8(each) || compare::with_plain_spaces(each).empty()) continue;
      document.passages.push_back({compare::with_plain_spaces(each), "page " + name});
    }
  }
}

std::optional<std::string> draw(OpenPdf& pdf, std::size_t page, double pixels_per_inch) {
  if (pdf.drawn_at != pixels_per_inch) {
    diag::Diagnostics unheard;
    auto read = read_pdf_pages(*pdf.reader, pdf.bytes, pixels_per_inch, unheard);
    pdf.pictures = read ? std::move(read->pictures) : std::vector<std::string>();
    pdf.drawn_at = pixels_per_inch;
  }
  const bool is_drawn = page < pdf.pictures.size() && !pdf.pictures[page].empty();
  return is_drawn ? std::optional(pdf.pictures[page]) : std::nullopt;
}

ToldVersion told_of_bytes(std::string bytes, std::string name, const VersionsRequest& request) {
  auto open = std::make_shared<OpenPdf>();
  open->bytes = std::move(bytes);
  open->reader = reader_for(request.reading, {open_pdf_tools});
  ToldVersion told;
  const auto made = manifest::read_manifest(open->bytes, pdf::kXmpNamespace);
  if (made) told.command = made->command;
  diag::Diagnostics diags;
  const auto read = read_pdf_pages(*open->reader, open->bytes, std::nullopt, diags);
  if (!read) {
    told.faults.push_back({std::move(name), first_message(diags)});
    return told;
  }
  ToldDocument& document = told.documents.emplace_back();
  document.name = std::move(name);
  if (made && made->shown) document.shown = made->shown->shown;
  add_pages(*read, document);
  if (read->page_count > read->pages.size()) {
    told.faults.push_back({document.name,
                           "it has " + counted(read->page_count, "page") + ", of which the first " +
                               std::to_string(read->pages.size()) + " are compared",
                           VersionFault::Loses::Pages});
  }
  document.draw = [open](std::size_t page, double pixels_per_inch) {
    return draw(*open, page, pixels_per_inch);
  };
  return told;
}

/// Words of a command, which may stand between quotation marks.
std::vector<std::string> words_of_command(const std::string& command) {
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (const char c : command) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ' ' && !is_quoted) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  std::erase(words, "");
  return words;
}

/// As build::command_of writes it.
struct Command {
  Job job{};
  Request request{};
};

std::optional<Command> read_command(const std::string& text) {
  const std::vector<std::string> words = words_of_command(text);
  if (words.size() < 2 || words[0] != "build") return std::nullopt;
  Command command;
  command.job.layout = "layouts/" + words[1] + ".toml";
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] == "--fix") command.request.fix = true;
    if (i + 1 == words.size() || words[i] == "--fix" || words[i] == "--final") continue;
    const std::string& value = words[i + 1];
    if (words[i] == "--language") command.job.language = value;
    if (words[i] == "--shop") command.job.shop = value;
    if (words[i] == "--trim") command.request.trim = value;
    if (words[i] == "--impose") command.request.imposition = value;
    if (words[i] == "--set") command.request.settings.push_back(value);
    if (words[i] == "--edition") {
      const auto named = editions_named({value});
      if (!named.empty()) command.job.edition = named.front();
    }
    ++i;
  }
  return command;
}

/// "sign" of "out/sign.pdf".
std::string name_of_file(const std::string& path) { return fs::path(path).stem().string(); }

}  // namespace

ToldVersion tell_pdf(const Version& version, const VersionsRequest& request) {
  diag::FileAnswer file = diag::read_named(version.name, kLargestPdf);
  if (!file.bytes) {
    const auto trouble = diag::trouble_of(version.name, file, "1 GiB");
    return {{}, {{version.name, trouble.message}}};
  }
  ToldVersion told = told_of_bytes(std::move(*file.bytes), name_of_file(version.name), request);
  if (file.identity) told.read.insert(*file.identity);
  return told;
}

ToldVersion tell_as_pdf(const Version& version, const std::string& text,
                        const VersionsRequest& request) {
  auto command = read_command(text);
  if (!command) {
    return {{},
            {{version.name,
              "the PDF does not say which document of the project it is: name it with "
              "`--document`"}}};
  }
  command->request.reading = request.reading;
  workspace::Workspace workspace(*version.project, version.files, reader_for(request.reading));
  Run run(workspace, command->request);
  const std::string name = command->job.name(command->request);
  diag::Diagnostics diags;
  std::optional<std::string> bytes;
  diag::guarded(diags, [&] {
    const auto compiled = compile_job(command->job, run, diags);
    if (compiled->pages) bytes = write_job_pdf(*compiled, command->job, run, diags);
  });
  if (!bytes) return {{}, {{name, first_error(diags, run.sources)}}};
  ToldVersion told = told_of_bytes(std::move(*bytes), name, request);
  told.read = run.files.identities();
  return told;
}

}  // namespace handbill::build
