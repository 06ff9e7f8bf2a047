// SPDX-License-Identifier: MIT
// Path data (SVG 1.1, 8.3). SVG would draw a broken path up to the error; here it is refused.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "picture/read_svg.h"
#include "picture/svg_scan.h"

namespace handbill::picture {
namespace {

struct Vec {
  double x = 0;
  double y = 0;
  friend Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
  friend Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
  friend Vec operator*(Vec a, double k) { return {a.x * k, a.y * k}; }
};

Point point(Vec v) { return {Length::pt(v.x), Length::pt(v.y)}; }

struct Arc {
  Vec radius;
  double rotation = 0;  // degrees
  bool large = false;
  bool sweep = false;
};

/// An arc as part of an ellipse around `center` (SVG 1.1, F.6.5); angles in radians.
struct CenterArc {
  Vec center;
  Vec radius;
  double cos_rotation = 1;
  double sin_rotation = 0;
  double start = 0;
  double sweep = 0;

  Vec at(Vec unit) const {
    const Vec scaled{unit.x * radius.x, unit.y * radius.y};
    return center + Vec{cos_rotation * scaled.x - sin_rotation * scaled.y,
                        sin_rotation * scaled.x + cos_rotation * scaled.y};
  }
};

CenterArc to_center(Vec from, Vec to, const Arc& arc) {
  CenterArc result;
  const double rotation = arc.rotation * std::numbers::pi / 180;
  result.cos_rotation = std::cos(rotation);
  result.sin_rotation = std::sin(rotation);
  const Vec half = (from - to) * 0.5;
  const Vec p{result.cos_rotation * half.x + result.sin_rotation * half.y,
              -result.sin_rotation * half.x + result.cos_rotation * half.y};
  Vec r{std::abs(arc.radius.x), std::abs(arc.radius.y)};
  // Radii too small to reach are scaled up until they do (F.6.6).
  const double reach = (p.x / r.x) * (p.x / r.x) + (p.y / r.y) * (p.y / r.y);
  if (reach > 1) r = r * std::sqrt(reach);
  const double ratio = reach > 0 ? std::max(0.0, 1 / reach - 1) : 0;
  const double k = (arc.large == arc.sweep ? -1 : 1) * std::sqrt(ratio);
  const Vec c{k * r.x * p.y / r.y, -k * r.y * p.x / r.x};
  result.radius = r;
  result.center = (from + to) * 0.5 + Vec{result.cos_rotation * c.x - result.sin_rotation * c.y,
                                          result.sin_rotation * c.x + result.cos_rotation * c.y};
  result.start = std::atan2((p.y - c.y) / r.y, (p.x - c.x) / r.x);
  const double end = std::atan2((-p.y - c.y) / r.y, (-p.x - c.x) / r.x);
  result.sweep = end - result.start;
  if (arc.sweep && result.sweep < 0) result.sweep += 2 * std::numbers::pi;
  if (!arc.sweep && result.sweep > 0) result.sweep -= 2 * std::numbers::pi;
  return result;
}

class PathReader {
 public:
  explicit PathReader(std::string_view data) : scan_(data) {}

  /// False: not readable; `at()` is where.
  bool read() {
    scan_.skip_space();
    while (!scan_.done()) {
      const char command = scan_.peek();
      if (path_.empty() && command != 'M' && command != 'm') return false;
      if (!is_command(command)) return false;
      scan_.take(command);
      if (!read_command(command)) return false;
      scan_.skip_space();
    }
    return true;
  }

  std::size_t at() const { return scan_.at(); }
  Path take() { return std::move(path_); }

 private:
  enum class Curve { None, Cubic, Quadratic };

  bool read_command(char command) {
    relative_ = command >= 'a';
    switch (relative_ ? static_cast<char>(command - 'a' + 'A') : command) {
      case 'M':
        return read_moves();
      case 'L':
        return repeat(&PathReader::line);
      case 'H':
        return repeat(&PathReader::horizontal);
      case 'V':
        return repeat(&PathReader::vertical);
      case 'C':
        return repeat(&PathReader::cubic);
      case 'S':
        return repeat(&PathReader::smooth_cubic);
      case 'Q':
        return repeat(&PathReader::quadratic);
      case 'T':
        return repeat(&PathReader::smooth_quadratic);
      case 'A':
        return repeat(&PathReader::arc);
      case 'Z':
        path_.close();
        current_ = start_;
        closed_ = true;
        last_curve_ = Curve::None;
        return true;
      default:
        return false;
    }
  }

  static bool is_command(char c) {
    return c != '\0' && std::string_view("MmZzLlHhVvCcSsQqTtAa").find(c) != std::string_view::npos;
  }

  /// One or more argument groups after a command letter.
  bool repeat(bool (PathReader::*step)()) {
    scan_.skip_space();
    do {
      if (!(this->*step)()) return false;
    } while (more_numbers());
    return true;
  }

  /// Moves on to the next argument group if there is one. A comma promises one.
  bool more_numbers() {
    const bool comma = scan_.skip_separator();
    const char c = scan_.peek();
    const bool number = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
    return comma || number;
  }

  bool read_moves() {
    scan_.skip_space();
    const auto to = position();
    if (!to) return false;
    path_.move(point(*to));
    current_ = start_ = *to;
    closed_ = false;
    last_curve_ = Curve::None;
    return !more_numbers() || repeat(&PathReader::line);
  }

  bool number(double& out) {
    const auto value = scan_.number();
    if (value) out = *value;
    return value.has_value();
  }

  /// A pair of numbers as it stands, without relative positions.
  std::optional<Vec> pair() {
    Vec v;
    if (!number(v.x)) return std::nullopt;
    scan_.skip_separator();
    if (!number(v.y)) return std::nullopt;
    return v;
  }

  std::optional<Vec> position() {
    auto v = pair();
    if (v && relative_) *v = *v + current_;
    return v;
  }

  /// After a close, drawing goes on from where the subpath began.
  void begin_segment() {
    if (closed_) path_.move(point(start_));
    closed_ = false;
  }

  bool line_to(Vec to) {
    begin_segment();
    path_.line(point(to));
    current_ = to;
    last_curve_ = Curve::None;
    return true;
  }

  bool cubic_to(Vec c1, Vec c2, Vec to) {
    begin_segment();
    path_.cubic(point(c1), point(c2), point(to));
    current_ = to;
    control_ = c2;
    last_curve_ = Curve::Cubic;
    return true;
  }

  bool quadratic_to(Vec control, Vec to) {
    cubic_to(current_ + (control - current_) * (2.0 / 3), to + (control - to) * (2.0 / 3), to);
    control_ = control;
    last_curve_ = Curve::Quadratic;
    return true;
  }

  /// The last control point mirrored, for the smooth commands.
  Vec reflected(Curve after) const {
    return last_curve_ == after ? current_ * 2 - control_ : current_;
  }

  bool line() {
    const auto to = position();
    return to && line_to(*to);
  }

  bool horizontal() {
    double x = 0;
    return number(x) && line_to({relative_ ? current_.x + x : x, current_.y});
  }

  bool vertical() {
    double y = 0;
    return number(y) && line_to({current_.x, relative_ ? current_.y + y : y});
  }

  std::optional<Vec> next_position() {
    scan_.skip_separator();
    return position();
  }

  bool cubic() {
    const auto c1 = position();
    const auto c2 = c1 ? next_position() : std::nullopt;
    const auto to = c2 ? next_position() : std::nullopt;
    return to && cubic_to(*c1, *c2, *to);
  }

  bool smooth_cubic() {
    const auto c2 = position();
    const auto to = c2 ? next_position() : std::nullopt;
    return to && cubic_to(reflected(Curve::Cubic), *c2, *to);
  }

  bool quadratic() {
    const auto control = position();
    const auto to = control ? next_position() : std::nullopt;
    return to && quadratic_to(*control, *to);
  }

  bool smooth_quadratic() {
    const auto to = position();
    return to && quadratic_to(reflected(Curve::Quadratic), *to);
  }

  bool arc() {
    Arc arc;
    const auto radius = pair();
    if (!radius) return false;
    arc.radius = *radius;
    scan_.skip_separator();
    if (!number(arc.rotation)) return false;
    scan_.skip_separator();
    const auto large = scan_.flag();
    if (!large) return false;
    scan_.skip_separator();
    const auto sweep = scan_.flag();
    if (!sweep) return false;
    arc.large = *large;
    arc.sweep = *sweep;
    const auto to = next_position();
    return to && arc_to(arc, *to);
  }

  bool arc_to(const Arc& arc, Vec to) {
    if (to.x == current_.x && to.y == current_.y) return true;  // F.6.2: left out
    if (arc.radius.x == 0 || arc.radius.y == 0) return line_to(to);
    const CenterArc ellipse = to_center(current_, to, arc);
    const double all =
        ellipse.sweep + ellipse.center.x + ellipse.center.y + ellipse.radius.x + ellipse.radius.y;
    if (!std::isfinite(all)) return false;
    // One cubic for each quarter at most keeps the error below 0.03 % of the radius.
    const int parts = std::clamp(
        static_cast<int>(std::ceil(std::abs(ellipse.sweep) / (std::numbers::pi / 2) - 1e-9)), 1, 4);
    const double step = ellipse.sweep / parts;
    const double reach = 4.0 / 3 * std::tan(step / 4);
    for (int i = 0; i < parts; ++i) {
      const double a = ellipse.start + i * step;
      const double b = a + step;
      const Vec begin{std::cos(a), std::sin(a)};
      const Vec end{std::cos(b), std::sin(b)};
      const Vec c1 = begin + Vec{-begin.y, begin.x} * reach;
      const Vec c2 = end - Vec{-end.y, end.x} * reach;
      // The last part ends on the point as written, free of rounding.
      cubic_to(ellipse.at(c1), ellipse.at(c2), i + 1 == parts ? to : ellipse.at(end));
    }
    last_curve_ = Curve::None;
    return true;
  }

  SvgScan scan_;
  Path path_;
  Vec current_;
  Vec start_;
  Vec control_;
  Curve last_curve_ = Curve::None;
  bool relative_ = false;
  bool closed_ = false;
};

}  // namespace

std::optional<Path> parse_path_data(std::string_view data, std::size_t& error_at) {
  PathReader reader(data);
  if (reader.read()) return reader.take();
  error_at = reader.at();
  return std::nullopt;
}

}  // namespace handbill::picture
