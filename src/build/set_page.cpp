// SPDX-License-Identifier: MIT
#include "build/set_page.h"

#include "pdf/write_pdf.h"
#include "spec/toml_text.h"

namespace handbill::build {
namespace {

void put_language(std::string& layout, const std::string& language) {
  constexpr std::string_view kUndetermined = "\"und\"";
  const std::size_t at = layout.find(kUndetermined);
  if (at == layout.npos || language.empty()) return;
  layout.replace(at, kUndetermined.size(), "\"" + language + "\"");
}

/// In words, as the page's files are not among those of the run.
std::string told_place(diag::Span span, const diag::SourceMap& sources) {
  if (!span.known()) return {};
  return sources.name(span.file) + ":" +
         std::to_string(sources.position(span.file, span.begin).line) + ": ";
}

}  // namespace

diag::HeldFiles program_files(const world::Project& project) {
  return diag::HeldFiles(std::make_shared<diag::DiskFiles>(std::vector{project.data}));
}

diag::HeldFiles files_of_layout(const world::Project& project, std::string_view layout) {
  const auto there = diag::DiskFiles({project.root}).read(layout).state;
  if (there == diag::FileState::Missing) return program_files(project);
  return diag::HeldFiles(std::make_shared<diag::DiskFiles>(project.files()));
}

std::optional<std::string> set_layout(const OwnLayout& own, Run& run, diag::Diagnostics& diags) {
  workspace::Products products;  // of files that exist nowhere else
  diag::SourceMap sources;
  diag::Diagnostics found;
  const Compiled compiled = compile({own.files,
                                     own.path,
                                     {},
                                     run.workspace.press,
                                     run.workspace.hyphens,
                                     run.workspace.shops,
                                     own.pictures,
                                     run.workspace.shapes,
                                     products},
                                    run.workspace.fonts, sources, found);
  if (compiled.pages) {
    auto bytes = pdf::write_pdf(*compiled.pages, run.workspace.fonts, {}, found);
    if (!found.has_errors()) return bytes;
  }
  report_own_layout(own.what, found, sources, diags);
  return std::nullopt;
}

void report_own_layout(const std::string& what, const diag::Diagnostics& found,
                       const diag::SourceMap& sources, diag::Diagnostics& diags) {
  for (const diag::Diagnostic& each : found.list()) {
    if (each.severity != diag::Severity::Error) continue;
    diags.error(each.id, {},
                what + " can't be set: " + told_place(each.span, sources) + each.message,
                each.hints);
  }
}

std::optional<std::string> set_page(const MadePage& page, Run& run, diag::Diagnostics& diags) {
  diag::HeldFiles files = program_files(run.workspace.project);
  files.hold("content/en/" + page.subject + ".toml", page.content);
  if (auto layout = files.read(page.layout).bytes) {
    put_language(*layout, page.language);
    files.hold(page.layout, std::move(layout));
  }
  return set_layout({files, page.layout, run.workspace.pictures, page.what}, run, diags);
}

std::string plain_prose(std::string_view text, PlainLines lines) {
  constexpr std::string_view kMarks = "\\`*_<>#+-.!|~()&^=:\"'";
  std::string prose;
  for (const char c : text) {
    if (c == '{' || c == '}') {
      prose += std::string(2, c);
    } else if (c == '[' || c == ']') {
      // Words between brackets would be taken for some that are still to be written.
      prose += c == '[' ? "&#91;" : "&#93;";
    } else if (c == '\n' && lines == PlainLines::Kept) {
      prose += "\\\n";
    } else if (static_cast<unsigned char>(c) < ' ') {
      prose += ' ';
    } else {
      if (kMarks.find(c) != kMarks.npos) prose += '\\';
      prose += c;
    }
  }
  return prose;
}

std::string plain_string(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return spec::toml_string(plain_prose(text, PlainLines::Kept));
}

}  // namespace handbill::build
