// SPDX-License-Identifier: MIT
#include "document/read_phone.h"

#include "document/number_reader.h"

namespace handbill::document {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;  // ITU-T E.164, 6

class PhoneReader : public NumberReader {
 public:
  using NumberReader::NumberReader;

  PhoneShape read(std::size_t begin) const {
    const std::size_t end = number(begin);
    if (end == begin) return {begin};
    const std::size_t last = extension(end);
    const std::size_t space = end + (at(end) == ',' ? 1 : 0);
    if (last == end || !is_gap(at(space))) return {last};
    return {last, space};
  }

 private:
  /// Between two groups of a telephone number: a sign or a space; a dash with spaces round it.
  std::size_t past_separator(std::size_t index) const {
    const char32_t c = at(index);
    if (is_gap(c)) {
      const bool has_dash = is_dash(at(index + 1)) && is_gap(at(index + 2));
      return index + (has_dash ? 3 : 1);
    }
    return index + (c == '.' || c == '/' || (is_dash(c) && c != 0x2013) ? 1 : 0);
  }

  struct Group {
    std::size_t end = 0;
    std::size_t digits = 0;  ///< 0: it is none
    bool in_brackets = false;
  };

  Group group(std::size_t begin) const {
    const bool in_brackets = at(begin) == '(';
    std::size_t first = begin + (in_brackets ? 1 : 0);
    if (in_brackets && at(first) == '+') ++first;
    const std::size_t last = digits(first);
    if (last == first || (in_brackets && at(last) != ')')) return {};
    return {last + (in_brackets ? 1 : 0), last - first, in_brackets};
  }

  /// "(301) 555-0100", "+44 20 7946 0958", "1-800-FLOWERS": groups with one sign or space between.
  /// Spaces do not follow signs, so that two numbers side by side are two.
  std::size_t number(std::size_t begin) const {
    const bool is_international = at(begin) == '+' || rest(begin).starts_with(U"(+");
    std::size_t index = begin + (at(begin) == '+' ? 1 : 0);
    std::size_t end = begin, count = 0, groups = 0;
    bool has_signs = false;
    for (Group found = group(index); found.digits > 0; found = group(index)) {
      if (count + found.digits > kMostDigits) break;
      count += found.digits;
      ++groups;
      end = found.end;
      index = past_separator(end);
      if (index == end && !found.in_brackets && at(end) != '(') break;
      if (has_signs && index == end + 1 && is_gap(at(end)) && !is_international) break;
      has_signs = has_signs || (index > end && !is_gap(at(end)));
    }
    if (has_signs) {
      const std::size_t word = capitals(end);
      count += word - end;
      end = word;
    }
    return count >= kFewestDigits && (groups > 1 || is_international) ? end : begin;
  }

  /// "-FLOWERS"
  std::size_t capitals(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end - begin < 8 && at(end) >= 'A' && at(end) <= 'Z') ++end;
    return is_dash(at(begin)) && end - begin >= 4 ? end : begin;
  }

  /// " ext. 12" behind a telephone number.
  std::size_t extension(std::size_t end) const {
    std::size_t index = end + (at(end) == ',' ? 1 : 0);
    if (is_gap(at(index))) ++index;
    const std::size_t size = extension_size(rest(index));
    std::size_t first = index + size;
    if (size > 0 && is_gap(at(first))) ++first;
    const std::size_t last = digits(first);
    return size > 0 && last > first ? last : end;
  }
};

}  // namespace

PhoneShape read_phone(std::u32string_view text, std::size_t begin) {
  return PhoneReader(text).read(begin);
}

}  // namespace handbill::document
