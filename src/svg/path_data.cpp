// SPDX-License-Identifier: MIT
#include "svg/path_data.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/check.h"

namespace handbill::svg {
namespace {

struct Units {
  std::int64_t x = 0, y = 0;
  bool operator==(const Units&) const = default;
};

class Writer {
 public:
  explicit Writer(const PathPrecision& precision) : decimals_(precision.decimals) {
    for (int i = 0; i < decimals_; ++i) unit_ *= 10;
    factor_ = precision.scale * static_cast<double>(unit_);
  }

  void add(const PathStep& step) {
    switch (step.kind) {
      case PathStep::Kind::Move:
        start_ = rounded(step.end);
        moved_ = true;
        return;
      case PathStep::Kind::Line:
        return add_line(rounded(step.end));
      case PathStep::Kind::Cubic:
        return add_cubic(rounded(step.control1), rounded(step.control2), rounded(step.end));
      case PathStep::Kind::Close:
        return add_close();
    }
  }

  std::string take() { return std::move(out_); }

 private:
  Units rounded(Point point) const {
    const auto one = [&](Length length) {
      const double value = length.pt() * factor_;
      HANDBILL_CHECK(std::abs(value) < 1e15, "coordinates are finite and of a page's size");
      return static_cast<std::int64_t>(std::llround(value));
    };
    return {one(point.x), one(point.y)};
  }

  /// A move is written when something is drawn from it, so that stray moves cost nothing.
  void start_drawing() {
    if (!moved_) return;
    moved_ = false;
    const bool first = out_.empty();
    command(first ? 'M' : 'm');
    pair(first ? start_ : Units{start_.x - at_.x, start_.y - at_.y});
    at_ = start_;
  }

  void add_line(Units to) {
    start_drawing();
    if (to.y == at_.y) {
      command('h');
      number(to.x - at_.x);
    } else if (to.x == at_.x) {
      command('v');
      number(to.y - at_.y);
    } else {
      command('l');
      pair({to.x - at_.x, to.y - at_.y});
    }
    at_ = to;
  }

  void add_cubic(Units c1, Units c2, Units to) {
    start_drawing();
    command('c');
    for (const Units& each : {c1, c2, to}) pair({each.x - at_.x, each.y - at_.y});
    at_ = to;
  }

  void add_close() {
    start_drawing();
    command('z');
    at_ = start_;
  }

  void command(char letter) {
    if (letter == last_ && letter != 'm' && letter != 'z') return;
    out_ += letter;
    last_ = letter;
    needs_space_ = false;
  }

  void pair(Units units) {
    number(units.x);
    number(units.y);
  }

  void number(std::int64_t value) {
    if (value < 0) {
      out_ += '-';
      value = -value;
    } else if (needs_space_) {
      out_ += ' ';
    }
    needs_space_ = true;
    const std::int64_t whole = value / unit_;
    std::int64_t rest = value % unit_;
    if (whole != 0 || rest == 0) append(whole);
    if (rest == 0) return;
    out_ += '.';
    for (std::int64_t digit = unit_ / 10; rest != 0; digit /= 10) {
      out_ += static_cast<char>('0' + rest / digit);
      rest %= digit;
    }
  }

  void append(std::int64_t value) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out_.append(buffer.data(), end);
  }

  int decimals_;
  std::int64_t unit_ = 1;
  double factor_ = 1;
  std::string out_;
  Units at_, start_;
  bool moved_ = true;  // a path that begins without a move begins at the origin
  bool needs_space_ = false;
  char last_ = 0;
};

}  // namespace

std::string path_data(const Path& path, const PathPrecision& precision) {
  Writer writer(precision);
  for (const PathStep& step : path.steps()) writer.add(step);
  return writer.take();
}

}  // namespace handbill::svg
