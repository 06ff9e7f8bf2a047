// SPDX-License-Identifier: MIT
// Any text as braille: signs of an embosser in lines and pages of the size that was asked for, or a
// diagnostic. The first byte chooses the language, the second the size; each line is a paragraph.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "braille/translator.h"
#include "braille/write_brf.h"
#include "fuzz/support/target.h"

namespace {

using handbill::fuzz::require;
namespace braille = handbill::braille;
namespace words = handbill::words;

constexpr auto kLanguages =
    std::to_array<const char*>({"en", "es", "ar", "zh", "de", "ko", "hi", "fr"});

words::Paragraph paragraph_of(std::string text, const std::string& language) {
  words::Paragraph paragraph;
  paragraph.origins.add({});
  paragraph.text = std::move(text);
  paragraph.runs.push_back({0, language});
  return paragraph;
}

/// Headings, items and plain paragraphs by turns.
words::Words words_of(std::string_view text, const std::string& language) {
  words::Words all{"any", language, {}, {}, {}};
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) {
      words::Paragraph& added =
          all.paragraphs.emplace_back(paragraph_of(std::string(text.substr(0, end)), language));
      const std::size_t turn = all.paragraphs.size() % 3;
      if (turn == 1) {
        added.kind = words::Kind::Heading;
        added.level = 1 + static_cast<int>(all.paragraphs.size()) % 4;
      } else if (turn == 2) {
        added.kind = words::Kind::ListItem;
        added.level = 1;
        added.label = words::Label{words::Label::Sign::Number, "1."};
      }
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  words::Flow flow;
  flow.paragraphs = {0, all.paragraphs.size()};
  if (flow.paragraphs.end > 0) all.flows.push_back(flow);
  all.parts.push_back({"any", "", false, {0, all.flows.size()}});
  return all;
}

void check_pages(std::string_view brf, const braille::BrfOptions& options) {
  std::size_t lines = 0, cells = 0;
  for (const char c : brf) {
    if (c == '\n') {
      require(++lines <= options.lines);
      cells = 0;
    } else if (c == '\f') {
      lines = 0;
    } else if (c != '\r') {
      require(static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) < 0x80);
      require(++cells <= options.cells);
    }
  }
  require(brf.empty() || brf.ends_with("\r\n\f"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 12;
  if (size < 2) return 0;
  const auto text = handbill::fuzz::as_text(data + 2, size - 2, kMaxSize);
  // No text of a document has a zero: liblouis would end there.
  if (!text || text->find('\0') != text->npos) return 0;
  braille::BrfOptions options;
  options.contracted = (data[0] & 0x80) != 0;
  options.cells = 20 + data[1] % 32;
  options.lines = 4 + data[1] / 32;
  handbill::diag::Diagnostics diags;
  const auto brf = braille::write_brf_by({HANDBILL_BRAILLE_FOLDER}, braille::table_folders(),
                                         words_of(*text, kLanguages[data[0] % kLanguages.size()]),
                                         options, diags);
  require(brf.has_value() && !diags.has_errors());
  check_pages(*brf, options);
  return 0;
}
