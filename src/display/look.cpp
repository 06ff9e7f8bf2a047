// SPDX-License-Identifier: MIT
#include "display/look.h"

#include <algorithm>
#include <bit>
#include <map>

#include "base/content_hash.h"
#include "base/number.h"
#include "display/painted_box.h"

namespace handbill::display {
namespace {

/// Takes in all that is painted, and gives a number for it.
class Taker {
 public:
  explicit Taker(const PageList& pages) : pages_(pages) {}

  Look look_of(const Item& item) {
    bytes_.clear();
    add(item.step != ProcessingStep::None);
    std::visit([this](const auto& content) { add(content); }, item.content);
    add(item.clip.has_value());
    if (item.clip) add(*item.clip);
    return content_hash(bytes_);
  }

  Look sheet_of(const Page& page) {
    std::vector<Look> forms;
    for (const PlacedPage& each : page.placed) forms.push_back(form(each.form));
    bytes_.clear();
    for (const Length each : {page.trim.width, page.trim.height}) add(each);
    add(shown_area(page));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const PlacedPage& placed = page.placed[i];
      for (const double each :
           {placed.map.a, placed.map.b, placed.map.c, placed.map.d, placed.map.e, placed.map.f}) {
        add(each);
      }
      add(forms[i]);
      add(placed.clip.has_value());
      if (placed.clip) add(*placed.clip);
    }
    return content_hash(bytes_);
  }

 private:
  void add(std::uint64_t number) {
    for (unsigned i = 0; i < 8; ++i) bytes_ += static_cast<char>(number >> (8 * i) & 255U);
  }
  void add(bool yes) { add(std::uint64_t{yes}); }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(Length length) { add(length.pt()); }
  void add(Point point) {
    add(point.x);
    add(point.y);
  }
  void add(const Rect& box) {
    for (const Length each : {box.left, box.top, box.width, box.height}) add(each);
  }
  void add(const Look& look) {
    for (const std::uint64_t each : look) add(each);
  }
  void add(const std::string& text) {
    add(std::uint64_t{text.size()});
    bytes_ += text;
  }
  template <class Kind>
  requires std::is_enum_v<Kind>
  void add(Kind kind) { add(static_cast<std::uint64_t>(kind)); }

  void add(const color::Color& color) {
    add(color.kind);
    for (const double each : {color.cmyk.c, color.cmyk.m, color.cmyk.y, color.cmyk.k, color.tint}) {
      add(each);
    }
    add(color.spot);
  }

  void add(const Path& path) {
    add(std::uint64_t{path.steps().size()});
    for (const PathStep& step : path.steps()) {
      add(step.kind);
      if (step.kind == PathStep::Kind::Close) continue;
      if (step.kind == PathStep::Kind::Cubic) {
        add(step.control1);
        add(step.control2);
      }
      add(step.end);
    }
  }

  void add(const Stroke& stroke) {
    add(stroke.color);
    add(stroke.width);
    add(stroke.cap);
    add(stroke.join);
    add(stroke.miter_limit);
    add(std::uint64_t{stroke.dash.size()});
    for (const Length each : stroke.dash) add(each);
    add(stroke.dash_phase);
  }

  void add(const Gradient& gradient) {
    add(gradient.kind);
    add(gradient.from);
    add(gradient.to);
    add(gradient.from_radius);
    add(gradient.to_radius);
    for (const Gradient::Stop& stop : gradient.stops) {
      add(stop.offset);
      add(stop.color);
    }
  }

  void add(const GlyphRun& run) {
    add(std::uint64_t{run.font.index()});
    add(run.size);
    add(run.color);
    add(run.origin);
    add(run.glyph_width);
    for (const Glyph& glyph : run.glyphs) {
      add(std::uint64_t{glyph.id});
      add(glyph.x);
      add(glyph.y);
    }
  }

  void add(const Shape& shape) {
    add(shape.path);
    add(shape.fill.has_value());
    if (shape.fill) add(*shape.fill);
    add(shape.gradient != nullptr);
    if (shape.gradient) add(*shape.gradient);
    add(shape.fill_rule);
    add(shape.stroke.has_value());
    if (shape.stroke) add(*shape.stroke);
    add(shape.opacity);
  }

  void add(const PlacedPicture& placed) {
    add(placed.box);
    add(placed.clip);
    add(picture(placed.picture));
  }

  Look picture(PictureId id) {
    const auto [entry, fresh] = pictures_.try_emplace(id.index());
    if (fresh) {
      const Picture& from = *pages_.pictures.at(id.index());
      Taker taker(pages_);
      taker.add(from.encoding);
      taker.add(from.space);
      for (const int each : {from.width, from.height, from.bits}) {
        taker.add(static_cast<std::uint64_t>(each));
      }
      taker.add(from.inverted);
      for (const std::string* each : {&from.bytes, &from.icc, &from.alpha}) {
        taker.add(content_hash(*each));
      }
      entry->second = content_hash(taker.bytes_);
    }
    return entry->second;
  }

  /// Of all items of a page that stands on others.
  Look form(std::size_t index) {
    const auto known = forms_.find(index);
    if (known != forms_.end()) return known->second;
    std::vector<Look> items;
    for (const Item& item : pages_.forms.at(index).items) items.push_back(look_of(item));
    bytes_.clear();
    for (const Look& each : items) add(each);
    return forms_[index] = content_hash(bytes_);
  }

  const PageList& pages_;
  std::string bytes_;
  std::map<std::size_t, Look> pictures_, forms_;
};

/// Items of `before` and `after` that the other does not have in the same order. How far is looked
/// for an item's fellow: further away it counts as another, which makes what differs larger.
class Difference {
 public:
  static constexpr std::size_t kReach = 256;

  Difference(const std::vector<Look>& before, const std::vector<Look>& after) {
    std::size_t begin = 0, end_b = before.size(), end_a = after.size();
    while (begin < std::min(end_b, end_a) && before[begin] == after[begin]) ++begin;
    while (end_b > begin && end_a > begin && before[end_b - 1] == after[end_a - 1]) {
      --end_b;
      --end_a;
    }
    std::size_t at = begin;
    for (std::size_t i = begin; i < end_b; ++i) {
      const auto from = after.begin() + static_cast<std::ptrdiff_t>(at);
      const auto to = from + static_cast<std::ptrdiff_t>(std::min(kReach, end_a - at));
      const auto fellow = std::find(from, to, before[i]);
      if (fellow == to) {
        gone.push_back(i);
        continue;
      }
      for (; at < static_cast<std::size_t>(fellow - after.begin()); ++at) come.push_back(at);
      ++at;
    }
    for (; at < end_a; ++at) come.push_back(at);
  }

  std::vector<std::size_t> gone, come;
};

double area_of(const Rect& box) { return box.width.pt() * box.height.pt(); }

/// Boxes that are as well drawn as one are made one.
void add_box(const Rect& box, std::vector<Rect>& boxes) {
  constexpr std::size_t kMost = 4;
  Rect more = box;
  for (std::size_t i = 0; i < boxes.size();) {
    const Rect both = boxes[i].united(more);
    const bool is_near = area_of(both) <= 1.5 * (area_of(boxes[i]) + area_of(more));
    if (!is_near && !boxes[i].intersects(more) && boxes.size() < kMost) {
      ++i;
      continue;
    }
    more = both;
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;
  }
  boxes.push_back(more);
}

}  // namespace

std::vector<PageLook> looks_of(const PageList& pages) {
  Taker taker(pages);
  std::vector<PageLook> looks;
  for (const Page& page : pages.pages) {
    PageLook& look = looks.emplace_back(PageLook{taker.sheet_of(page), {}});
    look.items.reserve(page.items.size());
    for (const Item& item : page.items) look.items.push_back(taker.look_of(item));
  }
  return looks;
}

std::string name_of(const std::vector<PageLook>& looks) {
  std::string all;
  const auto add = [&](const Look& look) {
    all += hex_digits(look[0], 16) + hex_digits(look[1], 16);
  };
  for (const PageLook& page : looks) {
    add(page.sheet);
    for (const Look& each : page.items) add(each);
  }
  return content_hash_hex(all);
}

std::optional<std::vector<Rect>> changed_areas(const SeenPage& before, const SeenPage& after,
                                               const font::FontBook& fonts) {
  if (before.look.sheet != after.look.sheet) return std::nullopt;
  const Difference difference(before.look.items, after.look.items);
  std::vector<Rect> boxes;
  const auto add = [&](const Page& page, const std::vector<std::size_t>& items) {
    for (const std::size_t each : items) {
      if (const auto box = painted_box(page.items[each], fonts)) add_box(*box, boxes);
    }
  };
  add(before.page, difference.gone);
  add(after.page, difference.come);
  return boxes;
}

}  // namespace handbill::display
