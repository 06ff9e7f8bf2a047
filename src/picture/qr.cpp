// SPDX-License-Identifier: MIT
#include "picture/qr.h"

#include <zint.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"

namespace handbill::picture {
namespace {

constexpr int kQuietZone = 4;       // modules: ISO/IEC 18004, 9.1
constexpr int kEciUtf8 = 26;        // AIM ECI register
constexpr int kLongestText = 7089;  // digits in the largest symbol: ISO/IEC 18004, table 7

struct FreeSymbol {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

/// A square of modules; outside it everything is light.
class Modules {
 public:
  explicit Modules(const zint_symbol& symbol)
      : size_(symbol.width), dark_(static_cast<std::size_t>(size_ * size_)) {
    for (int y = 0; y < size_; ++y) {
      for (int x = 0; x < size_; ++x) {
        const unsigned bits = symbol.encoded_data[y][x / 8];
        dark_[index(x, y)] = (bits >> (x % 8)) & 1U;
      }
    }
  }
  int size() const { return size_; }
  bool dark(int x, int y) const {
    return x >= 0 && y >= 0 && x < size_ && y < size_ && dark_[index(x, y)] != 0;
  }

 private:
  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * size_ + x); }
  int size_;
  std::vector<unsigned char> dark_;
};

/// Draws the outline of all dark modules that touch as one closed line, dark on its right hand, so
/// that no renderer can show a seam between neighbours; holes run the other way round.
class Outline {
 public:
  /// `quiet_zone`: how many modules of white stand around.
  Outline(const Modules& modules, int quiet_zone)
      : modules_(modules),
        quiet_zone_(quiet_zone),
        side_(modules.size() + 1),
        visited_(static_cast<std::size_t>(side_ * side_)) {}

  Path trace() {
    Path path;
    // Every closed line has an edge to the right, so starting from those finds all of them.
    for (int y = 0; y < side_; ++y) {
      for (int x = 0; x < side_; ++x) {
        if (starts_right(x, y) && !visited_[index(x, y)]) trace_from(x, y, path);
      }
    }
    return path;
  }

 private:
  enum class Hand { Left, Right };
  // Counted clockwise from the right, y down.
  static constexpr int kDx[] = {1, 0, -1, 0};
  static constexpr int kDy[] = {0, 1, 0, -1};

  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * side_ + x); }

  /// True when an edge to the right leaves this corner: dark below it, light above.
  bool starts_right(int x, int y) const { return modules_.dark(x, y) && !modules_.dark(x, y - 1); }

  /// The module ahead of a corner, on the given hand of someone who faces `direction`.
  bool dark_ahead(int x, int y, int direction, Hand hand) const {
    // Module (x, y) lies right below corner (x, y).
    static constexpr int kRightX[] = {0, -1, -1, 0}, kRightY[] = {0, 0, -1, -1};
    // What lies on the left is on the right of someone turned left.
    const int facing = hand == Hand::Right ? direction : (direction + 3) % 4;
    return modules_.dark(x + kRightX[facing], y + kRightY[facing]);
  }

  int turn(int x, int y, int direction) const {
    if (!dark_ahead(x, y, direction, Hand::Right)) return (direction + 1) % 4;
    if (dark_ahead(x, y, direction, Hand::Left)) return (direction + 3) % 4;
    return direction;
  }

  void trace_from(int start_x, int start_y, Path& path) {
    int x = start_x, y = start_y, direction = 0;
    std::vector<Point> corners;
    do {
      if (direction == 0) visited_[index(x, y)] = 1;
      x += kDx[direction];
      y += kDy[direction];
      const int next = turn(x, y, direction);
      if (next != direction) corners.push_back(point(x, y));
      direction = next;
    } while (x != start_x || y != start_y || direction != 0);
    path.move(corners.back());
    std::for_each(corners.begin(), corners.end() - 1, [&](Point corner) { path.line(corner); });
    path.close();
  }

  Point point(int x, int y) const {
    return {Length::pt(x + quiet_zone_), Length::pt(y + quiet_zone_)};
  }

  const Modules& modules_;
  int quiet_zone_;
  int side_;
  std::vector<unsigned char> visited_;
};

int zint_level(QrLevel level) {
  switch (level) {
    case QrLevel::L:
      return 1;
    case QrLevel::M:
      return 2;
    case QrLevel::Q:
      return 3;
    case QrLevel::H:
      return 4;
  }
  return 2;
}

void report_failure(int error, std::string_view text, diag::Span asked_at,
                    diag::Diagnostics& diags) {
  if (error == ZINT_ERROR_TOO_LONG || text.size() > kLongestText) {
    diags.error(diag::DiagnosticId::QrTooLong, asked_at,
                "text of " + std::to_string(text.size()) + " bytes is too long for a QR code",
                {"a shorter web address makes a code that is easier to scan"});
    return;
  }
  diags.error(diag::DiagnosticId::BadValue, asked_at, "text can't be put into a QR code");
}

}  // namespace

std::shared_ptr<const display::Art> make_qr(std::string_view text, const QrLook& look,
                                            diag::Span asked_at, diag::Diagnostics& diags) {
  if (text.empty()) {
    diags.error(diag::DiagnosticId::BadValue, asked_at, "a QR code needs a text to hold");
    return nullptr;
  }
  const std::unique_ptr<zint_symbol, FreeSymbol> symbol(ZBarcode_Create());
  HANDBILL_CHECK(symbol, "there is memory for a symbol");
  symbol->symbology = BARCODE_QRCODE;
  symbol->option_1 = zint_level(look.level);
  symbol->input_mode = UNICODE_MODE;
  // Plain ASCII reads the same with and without a declared character set, and is shorter without.
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
  if (!ascii) symbol->eci = kEciUtf8;

  int error = ZINT_ERROR_TOO_LONG;
  if (text.size() <= kLongestText) {
    std::vector<unsigned char> source(text.begin(), text.end());
    error = ZBarcode_Encode(symbol.get(), source.data(), static_cast<int>(source.size()));
  }
  if (error >= ZINT_ERROR_TOO_LONG) {
    report_failure(error, text, asked_at, diags);
    return nullptr;
  }
  HANDBILL_CHECK(symbol->width == symbol->rows && symbol->width > 0, "a QR code is square");
  const Modules modules(*symbol);
  const int quiet_zone = look.quiet_zone == QuietZone::Inside ? kQuietZone : 0;
  const Length side = Length::pt(modules.size() + 2 * quiet_zone);
  auto art = std::make_shared<display::Art>();
  art->size = {side, side};
  display::Shape shape;
  shape.path = Outline(modules, quiet_zone).trace();
  shape.fill = look.ink;
  shape.overprint = color::Overprint::Auto;
  art->shapes.push_back(std::move(shape));
  return art;
}

}  // namespace handbill::picture
