// SPDX-License-Identifier: MIT
#include "document/lead_in.h"

#include <algorithm>
#include <utility>

#include "base/spaces.h"
#include "base/utf8.h"
#include "document/inherit.h"
#include "document/typed_text.h"
#include "text/icon.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

class LeadIn {
 public:
  LeadIn(const spec::CharacterSpec& over, const std::vector<Look>& looks, Styles& styles)
      : over_(over), looks_(looks), styles_(styles) {}

  text::SharedStyle laid_over(const text::SharedStyle& style) const {
    const auto look = std::ranges::find(looks_, style, &Look::style);
    if (look == looks_.end()) return style;
    spec::CharacterSpec spec = look->spec;
    lay_over(spec, over_);
    return styles_.final_style(spec);
  }

 private:
  const spec::CharacterSpec& over_;
  const std::vector<Look>& looks_;
  Styles& styles_;
};

const text::SharedStyle& style_of(const text::Inline& piece) {
  return std::visit([](const auto& one) -> const text::SharedStyle& { return one.style; }, piece);
}

/// Counts words through the runs of a paragraph.
class WordCounter {
 public:
  explicit WordCounter(std::int64_t words) : left_(words) {}

  /// Where in `text` the last word ends; its size: there are more to come.
  std::size_t end_in(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      const bool is_white = is_space(c);
      if (is_in_word_ && (is_white || is_wide(c))) --left_;
      if (is_in_word_ && is_white) is_in_word_ = false;
      if (left_ == 0) return begin;
      if (!is_white) is_in_word_ = true;
    }
    return text.size();
  }
  bool is_done() const { return left_ == 0; }

 private:
  static bool is_wide(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF && !text::is_full_width_form(c)) ||
           (c >= 0x20000 && c <= 0x3FFFF);
  }

  std::int64_t left_;
  bool is_in_word_ = false;
};

void set_words(std::int64_t words, const LeadIn& lead_in, text::Paragraph& paragraph) {
  WordCounter counter(words);
  for (std::size_t i = 0; i < paragraph.inlines.size() && !counter.is_done(); ++i) {
    if (const auto* run = std::get_if<text::Run>(&paragraph.inlines[i])) {
      const std::size_t end = counter.end_in(run->text);
      if (counter.is_done() && end == 0) return;
      if (end < run->text.size()) part_run(paragraph, i, end);
    }
    text::Inline& piece = paragraph.inlines[i];
    text::set_style(piece, lead_in.laid_over(style_of(piece)));
  }
}

}  // namespace

void part_run(text::Paragraph& paragraph, std::size_t index, std::size_t offset) {
  auto& run = std::get<text::Run>(paragraph.inlines[index]);
  text::Run rest = run;
  rest.text.erase(0, offset);
  rest.origins = run.origins.slice(offset, run.text.size());
  run.text.resize(offset);
  run.origins.cut(offset);
  paragraph.inlines.insert(paragraph.inlines.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                           std::move(rest));
  if (paragraph.flush_end && *paragraph.flush_end > index) ++*paragraph.flush_end;
  for (text::Note& note : paragraph.notes) {
    if (note.reference > index) ++note.reference;
  }
}

void set_lead_in(const spec::LeadInSpec& lead_in, const std::vector<Look>& looks, Styles& styles,
                 text::Paragraph& paragraph) {
  if (!lead_in.style) return;  // reported
  const LeadIn setter(styles.character(*lead_in.style), looks, styles);
  if (lead_in.words) return set_words(lead_in.words->value, setter, paragraph);
  paragraph.first_line.clear();
  for (text::Inline& each : paragraph.inlines) {
    paragraph.first_line.push_back(setter.laid_over(style_of(each)));
  }
}

}  // namespace handbill::document
