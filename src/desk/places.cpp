// SPDX-License-Identifier: MIT
#include "desk/places.h"

#include <algorithm>
#include <map>
#include <utility>

#include "display/item_kinds.h"

namespace handbill::desk {
namespace {

/// Of the height of its letters, above and below the baseline.
constexpr double kAbove = 0.95, kBelow = 0.3;
/// Lines that are farther apart, in heights of letters, stand in blocks of their own.
constexpr double kFarthest = 2;

/// The paths of values, by where they are written.
class Paths {
 public:
  explicit Paths(const workspace::Compiled& compiled) {
    if (compiled.content) {
      for (const auto& file : compiled.content->as_read().files) add(file.root, "");
    }
    if (!compiled.words) return;
    for (const words::Paragraph& paragraph : compiled.words->paragraphs) {
      for (const text::Source& each : paragraph.sources) add(each.asked_at, each.path);
    }
  }

  /// Of the value that words stand for which were written at `span`; empty: of none. Words of a row
  /// may have the span of the braces that ask for them: they are looked for in the list, from
  /// `last` on.
  std::string at(diag::Span span, std::string_view words, const std::string& last) const {
    const std::string path = at(span);
    const bool is_of_list = !path.empty() && !texts_.contains(path);
    if (!is_of_list) return path;
    const auto has = [&](const auto& text) {
      return text->first.starts_with(path + ".") && text->second.find(words) != text->second.npos;
    };
    const auto before = texts_.find(last);
    if (before != texts_.end() && has(before)) return last;
    for (auto text = texts_.lower_bound(path); text != texts_.end(); ++text) {
      if (has(text)) return text->first;
    }
    return "";
  }

 private:
  std::string at(diag::Span span) const {
    if (!span.known()) return "";
    const auto after = by_end_.upper_bound({span.file, span.begin});
    if (after == by_end_.end()) return "";
    const auto& [begin, path] = after->second;
    const bool is_there =
        after->first.first == span.file && begin <= std::max(span.begin, span.end);
    return is_there ? path : "";
  }

  void add(diag::Span span, const std::string& path) {
    if (span.known() && !path.empty()) by_end_.try_emplace({span.file, span.end}, span.begin, path);
  }
  void add(const spec::Value& value, const std::string& path) {
    const std::string before = path.empty() ? "" : path + ".";
    if (const auto* table = value.as_table()) {
      for (const spec::Entry& each : *table) add(each.value, before + each.key);
    } else if (const auto* array = value.as_array()) {
      for (std::size_t i = 0; i < array->size(); ++i) add((*array)[i], before + std::to_string(i));
    } else {
      add(value.span, path);
      if (const std::string* text = value.as_string()) texts_.emplace(path, *text);
    }
  }

  std::map<std::pair<diag::FileId, std::uint32_t>, std::pair<std::uint32_t, std::string>> by_end_;
  std::map<std::string, std::string> texts_;
};

Rect box_of(const display::GlyphRun& run) {
  Length left = run.origin.x, right = run.origin.x;
  for (const display::Glyph& each : run.glyphs) {
    left = std::min(left, run.origin.x + each.x);
    right = std::max(right, run.origin.x + each.x + each.advance);
  }
  const Length baseline = run.origin.y;
  return Rect::from_edges(left, baseline - run.size * kAbove, right, baseline + run.size * kBelow);
}

std::string_view without_spaces(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

Rect mapped(const Rect& box, const Matrix& map) {
  const Point one = map.apply(box.origin());
  const Point other = map.apply({box.right(), box.bottom()});
  return Rect::from_edges(std::min(one.x, other.x), std::min(one.y, other.y),
                          std::max(one.x, other.x), std::max(one.y, other.y));
}

class Finder {
 public:
  explicit Finder(const workspace::Compiled& drawn) : paths_(drawn), pages_(*drawn.pages) {}

  std::vector<Place> find() {
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
      add(pages_.pages[i], i, Matrix{});
      for (const display::PlacedPage& each : pages_.pages[i].placed) {
        add(pages_.forms.at(each.form), i, each.map);
      }
    }
    std::ranges::stable_sort(found_, {}, &Found::order);
    std::vector<Place> places;
    for (Found& each : found_) places.push_back(std::move(each.place));
    return places;
  }

 private:
  struct Found {
    Place place;
    std::uint32_t order = UINT32_MAX;  ///< in the structure
    Length size;                       ///< of the letters
  };

  void add(const display::Page& page, std::size_t index, const Matrix& map) {
    std::string last;
    for (const display::Item& item : page.items) {
      const display::GlyphRun* run = display::text_of(item);
      if (run == nullptr || run->glyphs.empty()) continue;
      const std::string path = paths_.at(item.span, without_spaces(run->text), last);
      if (path.empty()) continue;
      last = path;
      Found& found = place(path, index);
      if (item.structure) found.order = std::min(found.order, item.structure->value);
      found.size = run->size;
      join(found, mapped(box_of(*run), map));
    }
  }

  Found& place(const std::string& path, std::size_t page) {
    const auto [known, is_new] = index_.try_emplace({path, page}, found_.size());
    if (is_new) found_.push_back({{path, page, {}}, UINT32_MAX, {}});
    return found_[known->second];
  }

  static void join(Found& found, const Rect& box) {
    std::vector<Rect>& boxes = found.place.boxes;
    const Length near = found.size * (kFarthest - 1);
    const auto block = std::ranges::find_if(boxes, [&](const Rect& each) {
      const bool is_beside = each.left < box.right() + near && box.left < each.right() + near;
      return is_beside && box.top < each.bottom() + near && each.top < box.bottom() + near;
    });
    if (block == boxes.end()) {
      boxes.push_back(box);
    } else {
      *block = block->united(box);
    }
  }

  const Paths paths_;
  const display::PageList& pages_;
  std::map<std::pair<std::string, std::size_t>, std::size_t> index_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Place> places_of(const View& view) {
  if (!view.drawn || !view.drawn->pages) return {};
  return Finder(*view.drawn).find();
}

}  // namespace handbill::desk
