// SPDX-License-Identifier: MIT
#include "rules/find_qr.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace handbill::rules {
namespace {

/// More than the rings of the largest code could ever be: hostile paths end here.
constexpr std::size_t kMostSquares = 4096;

bool near(Length a, Length b, Length slack) { return std::abs((a - b).pt()) <= slack.pt(); }

/// The closed line from `begin` to `end` as a square whose sides run along the axes.
std::optional<Rect> as_square(const std::vector<Point>& corners) {
  if (corners.size() != 4) return std::nullopt;
  Rect box{corners[0].x, corners[0].y, {}, {}};
  for (const Point corner : corners) box = box.united({corner.x, corner.y, {}, {}});
  const Length slack = box.width * 0.01;
  if (box.width <= Length() || !near(box.width, box.height, slack)) return std::nullopt;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point a = corners[i], b = corners[(i + 1) % 4];
    const bool upright = near(a.x, b.x, slack), level = near(a.y, b.y, slack);
    if (upright == level) return std::nullopt;
  }
  return box;
}

std::vector<Rect> squares_of(const Path& path) {
  std::vector<Rect> squares;
  std::vector<Point> corners;
  bool straight = true;
  const auto finish = [&] {
    if (corners.size() == 5 && corners.front() == corners.back()) corners.pop_back();
    const auto square = straight ? as_square(corners) : std::nullopt;
    if (square && squares.size() < kMostSquares) squares.push_back(*square);
    corners.clear();
    straight = true;
  };
  for (const PathStep& step : path.steps()) {
    if (step.kind == PathStep::Kind::Move) finish();
    if (step.kind == PathStep::Kind::Cubic) straight = false;
    if (step.kind != PathStep::Kind::Close && corners.size() < 6) corners.push_back(step.end);
  }
  finish();
  return squares;
}

/// Whether `inner` has the same middle as `outer` and `part` of its side.
bool is_nested(const Rect& outer, const Rect& inner, double part) {
  const Length slack = outer.width * 0.03;
  return near(inner.width, outer.width * part, slack) &&
         near(inner.left + inner.width / 2, outer.left + outer.width / 2, slack) &&
         near(inner.top + inner.height / 2, outer.top + outer.height / 2, slack);
}

std::vector<Rect> finders_of(const Path& path) {
  const std::vector<Rect> squares = squares_of(path);
  const auto holds = [&](const Rect& outer, double part) {
    return std::ranges::any_of(squares,
                               [&](const Rect& inner) { return is_nested(outer, inner, part); });
  };
  std::vector<Rect> finders;
  for (const Rect& each : squares) {
    if (holds(each, 5.0 / 7) && holds(each, 3.0 / 7)) finders.push_back(each);
  }
  return finders;
}

/// Boxes of one ink that are painted one after the other.
struct Boxes {
  std::size_t first = 0, last = 0;  ///< objects
  std::vector<Rect> cells{};
};

/// The upright boxes of a path, when it has nothing else.
std::vector<Rect> boxes_of(const plates::Object& object) {
  std::vector<Rect> boxes;
  std::vector<Point> corners;
  bool good = object.kind == plates::Kind::Fill;
  const auto finish = [&] {
    if (corners.size() == 5 && corners.front() == corners.back()) corners.pop_back();
    if (corners.empty()) return;
    Rect box{corners[0].x, corners[0].y, {}, {}};
    for (const Point corner : corners) box = box.united({corner.x, corner.y, {}, {}});
    const bool is_box =
        corners.size() == 4 && std::ranges::all_of(corners, [&](Point each) {
          const Length slack = kTolerance;
          return (near(each.x, box.left, slack) || near(each.x, box.right(), slack)) &&
                 (near(each.y, box.top, slack) || near(each.y, box.bottom(), slack));
        });
    good = good && is_box;
    boxes.push_back(box);
    corners.clear();
  };
  for (const PathStep& step : object.path.steps()) {
    if (step.kind == PathStep::Kind::Move) finish();
    if (step.kind == PathStep::Kind::Cubic) good = false;
    if (!good) return {};
    if (step.kind != PathStep::Kind::Close && corners.size() < 6) corners.push_back(step.end);
  }
  finish();
  return good ? boxes : std::vector<Rect>{};
}

std::vector<Boxes> runs_of_boxes(const plates::Page& page) {
  constexpr Length kLargest = Length::mm(60);
  std::vector<Boxes> runs;
  const plates::Object* last = nullptr;
  for (std::size_t i = 0; i < page.objects.size(); ++i) {
    const plates::Object& each = page.objects[i];
    std::vector<Rect> boxes = boxes_of(each);
    const bool is_large =
        std::ranges::any_of(boxes, [&](const Rect& box) { return box.height > kLargest; });
    if (boxes.empty() || is_large || each.paint.is_paper()) {
      last = nullptr;
      continue;
    }
    if (last == nullptr || last->paint.amounts != each.paint.amounts) runs.push_back({i, i, {}});
    runs.back().last = i;
    runs.back().cells.insert(runs.back().cells.end(), boxes.begin(), boxes.end());
    last = &each;
  }
  return runs;
}

/// Whether modules are dark, row by row.
class Grid {
 public:
  Grid(const Rect& box, std::size_t side) : box_(box), side_(side), dark_(side * side, false) {}

  void fill(const Rect& cell) {
    const Length module = box_.width / static_cast<double>(side_);
    const auto at = [&](Length from) {
      return static_cast<std::size_t>(
          std::clamp(std::lround(from / module), 0L, static_cast<long>(side_)));
    };
    for (std::size_t y = at(cell.top - box_.top); y < at(cell.bottom() - box_.top); ++y) {
      for (std::size_t x = at(cell.left - box_.left); x < at(cell.right() - box_.left); ++x) {
        dark_[y * side_ + x] = true;
      }
    }
  }

  /// A ring of 7 modules, one of paper, and a square of 3.
  bool has_finder(std::size_t left, std::size_t top) const {
    for (std::size_t y = 0; y < 7; ++y) {
      for (std::size_t x = 0; x < 7; ++x) {
        const std::size_t in = std::min({x, y, 6 - x, 6 - y});
        if (dark_[(top + y) * side_ + left + x] != (in != 1)) return false;
      }
    }
    return true;
  }
  /// The page may be turned: any three corners.
  bool is_code() const {
    const std::size_t far = side_ - 7;
    return has_finder(0, 0) + has_finder(far, 0) + has_finder(0, far) + has_finder(far, far) == 3;
  }

 private:
  Rect box_;
  std::size_t side_;
  std::vector<bool> dark_;
};

/// Codes have 21 to 177 modules a side, four more from version to version.
std::optional<QrCode> code_of(const Boxes& run, std::size_t page) {
  constexpr std::size_t kFewest = 40, kMost = 40'000;
  if (run.cells.size() < kFewest || run.cells.size() > kMost) return std::nullopt;
  Rect box = run.cells.front();
  Length module = box.height;
  for (const Rect& cell : run.cells) {
    box = box.united(cell);
    module = std::min(module, cell.height);
  }
  if (module <= Length() || !near(box.width, box.height, module / 2)) return std::nullopt;
  const long side = std::lround(box.width / module);
  if (side < 21 || side > 177 || (side - 17) % 4 != 0) return std::nullopt;
  Grid grid(box, static_cast<std::size_t>(side));
  for (const Rect& cell : run.cells) grid.fill(cell);
  if (!grid.is_code()) return std::nullopt;
  return QrCode{page, run.first, run.last, box, box.width / static_cast<double>(side)};
}

/// Where less than half of a code is left of it, as at the edge of a tile whose neighbour shows it
/// whole, nobody tries to read it.
bool is_scrap(const plates::Object& object, const Rect& code) {
  const double seen = object.bounds.width.pt() * object.bounds.height.pt();
  return seen < code.width.pt() * code.height.pt() / 2;
}

}  // namespace

std::vector<QrCode> find_qr_codes(const plates::Print& print) {
  // Three finders have 12 corners and three rings each: no shorter path is a code.
  constexpr std::size_t kFewestSteps = 36;
  std::vector<QrCode> codes;
  for (std::size_t page = 0; page < print.pages.size(); ++page) {
    const auto& objects = print.pages[page].objects;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const plates::Object& each = objects[i];
      if (each.kind != plates::Kind::Fill || each.path.steps().size() < kFewestSteps) continue;
      const std::vector<Rect> finders = finders_of(each.path);
      if (finders.size() != 3) continue;
      Rect box = finders[0];
      for (const Rect& finder : finders) box = box.united(finder);
      const Length module = finders[0].width / 7;
      if (!near(box.width, box.height, module / 2) || is_scrap(each, box)) continue;
      codes.push_back({page, i, i, box, module});
    }
    for (const Boxes& run : runs_of_boxes(print.pages[page])) {
      const auto code = code_of(run, page);
      if (code && std::ranges::find(codes, code->object, &QrCode::object) == codes.end()) {
        codes.push_back(*code);
      }
    }
  }
  return codes;
}

}  // namespace handbill::rules
