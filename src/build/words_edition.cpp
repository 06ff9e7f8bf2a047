// SPDX-License-Identifier: MIT
#include "build/words_edition.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/check.h"
#include "braille/write_brf.h"
#include "build/inputs.h"
#include "build/shown_now.h"
#include "build/version.h"
#include "content/web_address.h"
#include "html/write_html.h"
#include "manifest/sha256.h"
#include "pdf/document_information.h"
#include "plain/write_text.h"
#include "words/words.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;

const spec::EditionsSpec& editions_of(const Compiled& compiled) {
  static const spec::EditionsSpec kNone;
  return compiled.layout->editions ? *compiled.layout->editions : kNone;
}

spec::HtmlSpec html_of(const Compiled& compiled) {
  return editions_of(compiled).html.value_or(spec::HtmlSpec());
}

/// What may stand in an address as it is, and in a folder of any system.
bool is_plain_name(std::string_view name) {
  constexpr std::size_t kLongest = 100;
  const auto is_plain = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; };
  return !name.empty() && name.size() <= kLongest && std::ranges::all_of(name, is_plain);
}

/// A file of the folder where packages put tables, and no other.
void check_braille(const spec::BrailleSpec& braille, diag::Diagnostics& diags) {
  if (!braille.table || braille.table->value.find_first_of("/,") == std::string::npos) return;
  diags.error(DiagnosticId::BadValue, braille.table->span,
              "`table` is `" + braille.table->value + "`, not the name of one table",
              {"write it as liblouis calls it: \"en-ueb-g1.ctb\""});
}

void check_html(const spec::HtmlSpec& html, diag::Diagnostics& diags) {
  if (html.file && !is_plain_name(html.file->value)) {
    diags.error(DiagnosticId::BadValue, html.file->span,
                "`file` is `" + html.file->value +
                    "`, not a name of up to 100 letters, digits, hyphens and low lines",
                {"write it without its folder and without `.html`: \"aftercare\""});
  }
  if (!html.address) return;
  if (const auto fault = content::find_web_fault(html.address->value)) {
    diags.add({fault->id, fault->severity, fault->message, html.address->span, {}, fault->hints});
  }
}

/// Pages of the document's sides, whatever sheets they are printed on.
display::PageList sides_of(const display::PageList& pages) {
  display::PageList sides = pages;
  if (!sides.forms.empty()) sides.pages = std::exchange(sides.forms, {});
  return sides;
}

/// What it was made of, as PDFs say it.
std::string made_of(const Compiled& compiled, const Job& job, Run& run) {
  const auto inputs = manifest::lines_of(command_of(job, run.request),
                                         inputs_of(compiled, FontHash::TableDirectory, run),
                                         shown_as(compiled, job, run));
  std::string all;
  for (const std::string& each : inputs) all += each + "\n";
  return pdf::xmp_packet(compiled.document->metadata, {}, inputs,
                         manifest::sha256(all).substr(0, 32));
}

std::string html_file(const Compiled& compiled, const words::Words& words, const Job& job, Run& run,
                      diag::Diagnostics& diags) {
  const display::PageList sides = sides_of(*compiled.pages);
  const spec::HtmlSpec html = html_of(compiled);
  return html::write_html({.document = *compiled.document,
                           .words = words,
                           .pages = sides,
                           .fonts = run.workspace.fonts,
                           .press = compiled.press,
                           .address = html.address ? html.address->value : "",
                           .program = program_name(),
                           .made_of = made_of(compiled, job, run)},
                          diags);
}

std::string text_file(const Compiled& compiled, const words::Words& words) {
  const auto& text = editions_of(compiled).text;
  const bool has_measure = text && text->measure;
  return plain::write_text(
      words, has_measure ? static_cast<std::size_t>(text->measure->value) : plain::kUsualMeasure);
}

braille::BrfOptions braille_options(const Compiled& compiled) {
  braille::BrfOptions options;
  const auto& written = editions_of(compiled).braille;
  if (!written) return options;
  if (written->cells) options.cells = static_cast<std::size_t>(written->cells->value);
  if (written->lines) options.lines = static_cast<std::size_t>(written->lines->value);
  if (written->contracted) options.contracted = written->contracted->value;
  if (written->table) {
    options.table = written->table->value;
    options.table_span = written->table->span;
  }
  return options;
}

std::string name_of(const Compiled& compiled, const Job& job, const Run& run) {
  const EditionFacts& edition = facts_of(compiled.document->edition);
  const std::string ending(edition.ending);
  const spec::HtmlSpec html = html_of(compiled);
  if (edition.edition == Edition::Html && html.file) {
    return html.file->value + (job.language.empty() ? "" : "." + job.language) + ending;
  }
  Job named = job;
  named.edition = edition.edition;  // the layout's own, when none was asked for
  return named.name(run.request) + ending;
}

}  // namespace

bool is_edition_of_words(const Compiled& compiled) {
  return compiled.document && facts_of(compiled.document->edition).form == EditionForm::Words;
}

void check_words_edition(const Compiled& compiled, diag::Diagnostics& diags) {
  if (!compiled.document) return;
  const auto& braille = editions_of(compiled).braille;
  if (compiled.document->edition == Edition::Html) check_html(html_of(compiled), diags);
  if (compiled.document->edition == Edition::Braille && braille) check_braille(*braille, diags);
}

std::optional<OutputFile> write_words_edition(const Compiled& compiled, const Job& job, Run& run,
                                              diag::Diagnostics& diags) {
  const words::Words& words = *compiled.words;
  OutputFile file{name_of(compiled, job, run), {}};
  switch (compiled.document->edition) {
    case Edition::Html:
      file.bytes = html_file(compiled, words, job, run, diags);
      break;
    case Edition::Text:
      file.bytes = text_file(compiled, words);
      break;
    case Edition::Braille: {
      auto braille = braille::write_brf(words, braille_options(compiled), diags);
      if (!braille) return std::nullopt;
      file.bytes = std::move(*braille);
      break;
    }
    default:
      HANDBILL_CHECK(false, "no other edition is a file of words");
  }
  return file;
}

}  // namespace handbill::build
