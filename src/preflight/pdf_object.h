// SPDX-License-Identifier: MIT
// PDF objects of a file nobody vouches for. Every reader here takes any object and gives a default
// when it is of another type, so that qpdf never has to complain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "preflight/qpdf.h"

namespace handbill::preflight {

using Handle = QPDFObjectHandle;

/// What reading may cost.
struct Allowance {
  std::size_t operators = 0;
  std::size_t objects = 0;     ///< painted things
  std::size_t path_steps = 0;  ///< of them and their clips, copies counted
  std::size_t bytes = 0;       ///< of all streams, decoded
  std::size_t forms = 0;       ///< times a form, pattern or glyph is run
};

/// What may still be spent on a page. Each part of the reader asks before it goes on; once
/// something is used up, everything stops and the file is refused. A file may have many pages, but
/// not many of the longest.
class Budget : public Allowance {
 public:
  static constexpr Allowance kPage = {20'000'000, 400'000, 4'000'000, 1U << 30U, 20'000};
  /// What a page of a long file may cost in the mean.
  static constexpr Allowance kShare = {400'000, 20'000, 100'000, 1U << 22U, 1000};
  static constexpr std::size_t kPageRasters = 1U << 28U;
  static constexpr std::size_t kMostStream = 1U << 28U;

  explicit Budget(std::size_t pages = 1);
  /// True, and taken, as long as there is enough; else `what` is why the file is refused.
  bool take(std::size_t& left, std::size_t amount, const char* what);
  /// Nothing while all is well.
  const char* used_up() const { return used_up_; }
  void start_page();

  std::size_t raster_bytes = kPageRasters;

 private:
  Allowance pool_;  ///< of the file, without what the page has in hand
  const char* used_up_ = nullptr;
};

bool is_null(const Handle& object);
bool is_bool(const Handle& object);
bool is_name(const Handle& object);
bool is_array(const Handle& object);
bool is_dictionary(const Handle& object);
bool is_stream(const Handle& object);

/// An entry of a dictionary or of a stream's dictionary; null when there is none.
Handle entry(const Handle& object, const char* key);
/// An element of an array; null when there is none.
Handle element(const Handle& array, std::size_t index);
/// 0 when it is not an array.
std::size_t count(const Handle& array);

std::optional<double> number(const Handle& object);
double number_or(const Handle& object, double otherwise);
int integer_or(const Handle& object, int otherwise);
bool is_true(const Handle& object);
/// The numbers of an array, at most `most`; others count as 0.
std::vector<double> numbers(const Handle& array, std::size_t most);
/// Without the slash; "" when it is not a name.
std::string name_of(const Handle& object);
/// A text string as UTF-8, a byte string as it is; "" when it is no string.
std::string text_of(const Handle& object);
std::string bytes_of(const Handle& object);
/// A name or the only or any name of an array: filters, encodings.
std::vector<std::string> names_of(const Handle& object);

/// Six numbers, all finite; else the identity.
Matrix matrix_of(const Handle& array);

/// A rectangle in default user space, y up, sides sorted.
struct UserRect {
  double left = 0, bottom = 0, right = 0, top = 0;
  double width() const { return right - left; }
  double height() const { return top - bottom; }
  bool contains(const UserRect& inner, double tolerance) const;
};
std::optional<UserRect> rect_of(const Handle& array);

enum class Decode {
  Data,     ///< Flate, LZW, run length, ASCII
  Pictures  ///< JPEG too
};
/// The decoded bytes; nothing when a filter is not known or the stream is damaged or too long.
std::optional<std::string> decoded(const Handle& stream, Decode decode, Budget& budget);

/// What names an object in a set; 0 for direct ones.
std::uint64_t identity(const Handle& object);

}  // namespace handbill::preflight
