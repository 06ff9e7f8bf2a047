// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/check.h"
#include "words/words.h"

namespace handbill::words {
namespace {

using text::Origin;

/// Of bytes [begin, end) of the text, origin by origin, until `use` says that it is enough.
template <class Use>
void each_origin(const Paragraph& paragraph, std::size_t begin, std::size_t end, Use use) {
  const auto& origins = paragraph.origins.list();
  for (std::size_t i = 0; i < origins.size() && origins[i].begin < end; ++i) {
    const std::size_t behind =
        i + 1 < origins.size() ? origins[i + 1].begin : paragraph.text.size();
    if (behind <= begin) continue;
    if (!use(origins[i], std::max(begin, origins[i].begin), std::min(end, behind), behind)) return;
  }
}

}  // namespace

diag::Span written_at(const Paragraph& paragraph, std::size_t begin, std::size_t end) {
  HANDBILL_CHECK(begin < end && end <= paragraph.text.size(), "words stand in their paragraph");
  diag::Span span;
  each_origin(paragraph, begin, end,
              [&](const Origin& origin, std::size_t from, std::size_t to, std::size_t) {
                const diag::Span place = origin.part(from, to - from);
                if (!span.known()) span = place;
                if (place.file != span.file) return true;
                span.begin = std::min(span.begin, place.begin);
                span.end = std::max(span.end, place.end);
                return true;
              });
  return span;
}

std::optional<diag::Span> editable_at(const Paragraph& paragraph, std::size_t begin,
                                      std::size_t end) {
  HANDBILL_CHECK(begin < end && end <= paragraph.text.size(), "words stand in their paragraph");
  std::optional<diag::Span> span;
  bool is_editable = true;
  each_origin(
      paragraph, begin, end,
      [&](const Origin& origin, std::size_t from, std::size_t to, std::size_t behind) {
        const bool is_typed = origin.kind == Origin::Kind::Typed;
        const bool is_whole = from == origin.begin && to == behind;
        const bool is_written = is_typed || (origin.kind == Origin::Kind::Meant && is_whole);
        const diag::Span place = origin.part(from, to - from);
        const bool follows = !span || (place.file == span->file && place.begin == span->end);
        is_editable = is_written && follows && place.known();
        if (!span) span = place;
        span->end = place.end;
        return is_editable;
      });
  return is_editable ? span : std::nullopt;
}

}  // namespace handbill::words
