// SPDX-License-Identifier: MIT
// Setting 100,000 words, from words to lines with every glyph in its place, against shaping them
// with HarfBuzz and doing nothing else. `paragraphs FONT TEXT`: a font file, and a file of
// paragraphs, one a line, that is read again from its start, with its words turned, until there are
// words enough.
#include <hb.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "diag/file_reader.h"
#include "text/break_lines.h"
#include "text/hyphen_book.h"
#include "text/hyphenate.h"
#include "text/shape.h"

namespace {

using namespace handbill;

constexpr std::size_t kWords = 100'000;
constexpr Length kMeasure = Length::pt(240);
constexpr int kRuns = 15;
constexpr const char* kLanguage = "en-US";

[[noreturn]] void give_up(const std::string& what) {
  std::fprintf(stderr, "paragraphs: %s\n", what.c_str());
  std::exit(1);
}

/// The last words of a paragraph first, as many as asked: none comes twice, or it would be
/// remembered.
std::string turned(const std::string& text, std::size_t words) {
  std::size_t at = text.size();
  for (; words > 0; --words) {
    const std::size_t space = at == 0 ? text.npos : text.rfind(' ', at - 1);
    if (space == text.npos) return text;
    at = space;
  }
  return at == text.size() ? text : text.substr(at + 1) + " " + text.substr(0, at);
}

std::vector<std::string> read_paragraphs(const char* path) {
  std::ifstream in(path);
  std::vector<std::string> source;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) source.push_back(line);
  }
  if (source.empty()) give_up(std::string("no text in ") + path);
  std::vector<std::string> result;
  for (std::size_t words = 0, i = 0; words < kWords; ++i) {
    result.push_back(turned(source[i % source.size()], i / source.size()));
    for (const char c : result.back()) words += c == ' ';
    ++words;
  }
  return result;
}

/// Of the processor, in milliseconds.
template <class Work>
double time_of(const Work& work) {
  const std::clock_t start = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void shape_only(const std::vector<std::string>& texts, hb_font_t* font) {
  hb_buffer_t* buffer = hb_buffer_create();
  for (const std::string& text : texts) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string("en", -1));
    hb_shape(font, buffer, nullptr, 0);
  }
  hb_buffer_destroy(buffer);
}

std::size_t set_all(const std::vector<text::Paragraph>& paragraphs, const font::FontBook& fonts,
                    const text::Hyphenation& hyphenation) {
  diag::Diagnostics diags;
  text::Shaper shaper(fonts, &hyphenation);
  std::size_t lines = 0;
  for (const text::Paragraph& paragraph : paragraphs) {
    text::ShapedParagraph shaped = shaper.shape(paragraph, diags);
    shaper.hyphenate(paragraph, shaped);
    const text::Measure measure{kMeasure};
    const auto breaks = text::break_lines(shaped, paragraph, measure, fonts);
    lines += text::set_lines(shaped, paragraph, breaks, measure, fonts).size();
  }
  return lines;
}

std::vector<text::Paragraph> paragraphs_of(const std::vector<std::string>& texts, font::FontId font,
                                           text::Align align) {
  std::vector<text::Paragraph> result;
  for (const std::string& each : texts) {
    text::Paragraph& paragraph = result.emplace_back();
    paragraph.style.edit().text.edit().fonts = {font};
    paragraph.style.edit().align = align;
    paragraph.style.edit().text.edit().language = kLanguage;
    paragraph.style.edit().text.edit().hyphenate = true;
    paragraph.inlines.push_back(text::Run{.text = each, .style = paragraph.style->text});
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) give_up("usage: paragraphs FONT TEXT");
  std::ifstream in(argv[1], std::ios::binary);
  font::FontBook fonts({});
  diag::Diagnostics diags;
  const auto font = fonts.open_bytes(std::string(std::istreambuf_iterator<char>(in), {}),
                                     {.family = "Bench", .file = "bench", .package = {}}, diags);
  if (!font) give_up(std::string("no font ") + argv[1]);

  const auto texts = read_paragraphs(argv[2]);
  const auto justified = paragraphs_of(texts, *font, text::Align::Justify);
  const auto ragged = paragraphs_of(texts, *font, text::Align::Start);
  const diag::MemoryFiles no_project({});
  text::HyphenBook book(text::machine_hyphen_folders());
  text::Hyphenation hyphenation;
  hyphenation.dictionaries[kLanguage] = book.open(kLanguage, no_project);
  if (!hyphenation.dictionaries[kLanguage]) give_up("no hyphenation dictionary");
  // The best of several runs; by turns, so that a busy minute of the machine falls on both.
  double shaping = 1e9, setting = 1e9, rag = 1e9;
  std::size_t lines = 0, ragged_lines = 0;
  for (int i = 0; i < kRuns; ++i) {
    shaping = std::min(shaping, time_of([&] { shape_only(texts, fonts.face(*font).hb_font()); }));
    setting = std::min(setting, time_of([&] { lines = set_all(justified, fonts, hyphenation); }));
    rag = std::min(rag, time_of([&] { ragged_lines = set_all(ragged, fonts, hyphenation); }));
  }
  std::printf("%zu words: HarfBuzz alone %.1f ms\n", kWords, shaping);
  std::printf("justified in %zu lines: %.1f ms, %.2f times\n", lines, setting, setting / shaping);
  std::printf("ragged in %zu lines: %.1f ms, %.2f times\n", ragged_lines, rag, rag / shaping);
  return 0;
}
