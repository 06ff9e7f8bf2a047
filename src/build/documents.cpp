// SPDX-License-Identifier: MIT
#include "build/documents.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/number.h"
#include "build/inputs.h"
#include "build/judge_pdf.h"
#include "build/parity.h"
#include "build/pdf_options.h"
#include "build/pdf_work.h"
#include "build/words_edition.h"
#include "display/dump.h"
#include "document/bind.h"
#include "heard/heard.h"
#include "layout/place.h"
#include "plates/dump.h"
#include "plates/from_pages.h"
#include "png/load_png.h"
#include "preview/booklet_pictures.h"
#include "preview/fold_pictures.h"
#include "svg/write_svg.h"
#include "words/words.h"

namespace handbill::build {
namespace {

using Clock = std::chrono::steady_clock;

std::string text_of_stage(const Compiled& compiled, Stage stage, Run& run,
                          diag::Diagnostics& diags) {
  switch (stage) {
    case Stage::Spec:
      return compiled.layout ? spec::dump(*compiled.layout, run.sources) : "";
    case Stage::Content:
      return compiled.content ? compiled.content->dump() : "";
    case Stage::Document:
      return compiled.document ? document::dump(*compiled.document, run.workspace.fonts) : "";
    case Stage::Words:
      return compiled.words ? words::dump(*compiled.words, run.sources) : "";
    case Stage::Heard:
      return compiled.words ? heard::dump(*compiled.words) : "";
    case Stage::Fragments:
      return compiled.document
                 ? layout::dump_fragments(*compiled.document, run.workspace.fonts, diags)
                 : "";
    case Stage::Pages:
      return compiled.pages ? display::dump(*compiled.pages, run.workspace.fonts) : "";
    case Stage::Parity:
      if (!compiled.pages) return "";
      if (!compiled.source) return "the pages are the layout's own\n";
      return parity_report(
          {*compiled.source, *compiled.document, *compiled.words, *compiled.pages});
    case Stage::Plates:
      return compiled.pages ? plates::dump(plates::from_pages(*compiled.pages, run.workspace.fonts))
                            : "";
  }
  return "";
}

/// With what the document was read from; empty: the stage was not reached.
std::string dump_stage(const Compiled& compiled, Stage stage, Run& run, diag::Diagnostics& diags) {
  const std::string text = text_of_stage(compiled, stage, run, diags);
  return text.empty() ? text : dump_inputs(files_of_document(run)) + text;
}

/// Leaves that are bound, two of which open before a reader.
bool has_facing_pages(const document::Document& document) {
  constexpr std::size_t kPagesASheet = 4;
  const document::Sheet& sheet = document.sheet;
  return sheet.has_spine && sheet.printed == document::Printed::BothSides &&
         document.sides.size() % kPagesASheet == 0;
}

/// The finished piece, whatever sheets its pages are printed on.
display::PageList piece_pictures(const Compiled& compiled, const font::FontBook& fonts) {
  display::PageList pages = *compiled.pages;
  const auto& screen = compiled.document->screen;
  if (screen && screen->pages == document::Screen::Pages::Panels) {
    // Nothing of it is folded.
    for (std::size_t i = 0; i < pages.pages.size(); ++i)
      pages.pages[i].name = std::to_string(i + 1);
    return pages;
  }
  if (compiled.imposition) pages.pages = std::exchange(pages.forms, {});
  const bool is_bound = compiled.imposition && document::binds(compiled.imposition->scheme);
  if (is_bound || has_facing_pages(*compiled.document)) {
    return preview::booklet_pictures(*compiled.document, std::move(pages), fonts);
  }
  return preview::fold_pictures(*compiled.document, std::move(pages), fonts);
}

/// The files of one document in one format; empty when writing reported an error.
std::vector<OutputFile> render(const Compiled& compiled, const Job& job, Format format,
                               const Outputs& outputs, const std::string& base, Run& run,
                               diag::Diagnostics& diags) {
  const display::PageList& pages = *compiled.pages;
  if (format == Format::Pdf) {
    auto bytes = write_job_pdf(compiled, job, run, diags);
    if (!bytes) return {};
    const auto& shop = compiled.document->shop;
    if (shop)
      judge_written(path_in(run.request.folder, base + ".pdf"), *bytes, *shop,
                    *run.workspace.reader, diags);
    return {{base + ".pdf", std::move(*bytes)}};
  }
  if (format == Format::Dump) {
    return {{base + ".txt", dump_stage(compiled, outputs.stage, run, diags)}};
  }
  const bool numbered = outputs.view == Outputs::View::Pages;
  const std::optional<display::PageList> folds =
      numbered ? std::nullopt : std::optional(piece_pictures(compiled, run.workspace.fonts));
  const display::PageList& shown = folds ? *folds : pages;
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < shown.pages.size(); ++i) {
    const std::string page = base + "-" + (numbered ? std::to_string(i + 1) : shown.pages[i].name);
    if (format == Format::Svg) {
      files.push_back({page + ".svg", svg::write_svg(shown, i, run.workspace.fonts, compiled.press,
                                                     {.guides = outputs.guides})});
      continue;
    }
    auto bytes = png::write_png(
        shown, i, run.workspace.fonts, compiled.press,
        {.pixels_per_inch = outputs.pixels_per_inch, .guides = outputs.guides}, diags);
    if (!bytes) return {};
    files.push_back({page + ".png", std::move(*bytes)});
  }
  return files;
}

/// Of an edition of words, which is one file whatever it is asked for as, and has no pictures.
std::vector<OutputFile> render_words(const Compiled& compiled, const Job& job, Format format,
                                     const Outputs& outputs, const std::string& base, Run& run,
                                     diag::Diagnostics& diags) {
  if (format == Format::Dump) return render(compiled, job, format, outputs, base, run, diags);
  if (format != Format::Pdf) {
    const std::string name(facts_of(compiled.document->edition).name);
    diags.error(diag::DiagnosticId::WrongUse, {},
                "the " + name + " edition of `" + base + "` has no pages to draw pictures of",
                {"leave `--format` out, or draw the standard edition: `--edition standard`"});
    return {};
  }
  auto file = write_words_edition(compiled, job, run, diags);
  if (!file) return {};
  return {std::move(*file)};
}

std::string size_text(Size size) {
  const auto inches = [](Length length) { return format_number(length.inch(), 2); };
  return inches(size.width) + " × " + inches(size.height) + " in";
}

/// What was made of the text, below the line about the document.
void add_notes(const diag::Diagnostics& diags, std::vector<std::string>& lines) {
  for (const diag::Diagnostic& each : diags.list()) {
    if (is_summed_up(each)) lines.push_back("  " + each.message);
  }
}

std::string summary(const std::string& name, const Compiled& compiled, Clock::duration took) {
  const auto& pages = compiled.pages->pages;
  const double ms = std::chrono::duration<double, std::milli>(took).count();
  if (is_edition_of_words(compiled)) {
    return name + "  " + std::string(facts_of(compiled.document->edition).name) + "  " +
           format_number(ms, 0) + " ms";
  }
  return name + "  " + std::to_string(pages.size()) + (pages.size() == 1 ? " page  " : " pages  ") +
         size_text(pages.empty() ? Size{} : pages.front().trim) + "  " +
         (compiled.document->shop ? "for " + compiled.document->shop->name + "  " : "") +
         format_number(ms, 0) + " ms";
}

}  // namespace

Made make_files(const Job& job, const Outputs& outputs, Run& run) {
  const std::string name = job.name(run.request);
  const auto begin = Clock::now();
  Made made;
  const auto product = compile_job(job, run, made.diags);
  const Compiled& compiled = *product;
  check_words_edition(compiled, made.diags);
  if (compiled.pages && !judged(made.diags, run.request).has_errors()) {
    for (const Format format : outputs.formats) {
      auto files = is_edition_of_words(compiled)
                       ? render_words(compiled, job, format, outputs, name, run, made.diags)
                       : render(compiled, job, format, outputs, name, run, made.diags);
      for (OutputFile& file : files) made.files.push_back(std::move(file));
    }
    made.told = {summary(name, compiled, Clock::now() - begin)};
    add_notes(made.diags, made.told);
  } else if (outputs.are_dumps() && outputs.stage < Stage::Pages) {
    // A dump of an early stage helps most when a later one fails.
    std::string text = dump_stage(compiled, outputs.stage, run, made.diags);
    if (!text.empty()) made.files.push_back({name + ".txt", std::move(text)});
  }
  made.diags = told_of(made.diags, job, compiled, run);
  return made;
}

std::vector<confined::Opener> opened_for(const Request& request, const Outputs& outputs) {
  const bool has_pdf = std::ranges::find(outputs.formats, Format::Pdf) != outputs.formats.end();
  const bool has_shop =
      std::ranges::any_of(request.shops, [](const std::string& shop) { return shop != "none"; });
  if (has_pdf && has_shop) return {open_preflight};
  return {};
}

}  // namespace handbill::build
