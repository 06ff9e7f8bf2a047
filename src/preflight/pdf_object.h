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
#include "preflight/budget.h"
#include "preflight/qpdf.h"

namespace handbill::preflight {

using Handle = QPDFObjectHandle;

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
/// The decoded bytes; nothing when a filter is not known or the stream is damaged or, of pictures,
/// too long. Other streams that are too long use up the budget.
std::optional<std::string> decoded(const Handle& stream, Decode decode, Budget& budget);

/// What names an object in a set; 0 for direct ones.
std::uint64_t identity(const Handle& object);

}  // namespace handbill::preflight
