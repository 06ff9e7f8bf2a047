// SPDX-License-Identifier: MIT
#include "preflight/pdf_object.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace handbill::preflight {
namespace {

constexpr const char* kTooLong = "its streams are too long";

/// Ends a decoder that goes on for ever.
class LimitedText final : public Pipeline {
 public:
  LimitedText(std::size_t most, std::string& text)
      : Pipeline("text", nullptr), most_(most), text_(text) {}
  void write(const unsigned char* data, std::size_t length) override {
    is_full_ = length > most_ - text_.size();
    if (is_full_) throw std::runtime_error("too long");
    text_.append(reinterpret_cast<const char*>(data), length);
  }
  void finish() override {}
  bool is_full() const { return is_full_; }

 private:
  bool is_full_ = false;
  std::size_t most_;
  std::string& text_;
};

}  // namespace

// Asking looks an object up, so qpdf's own questions are not const.
bool is_null(const Handle& object) { return Handle(object).isNull(); }
bool is_bool(const Handle& object) { return Handle(object).isBool(); }
bool is_name(const Handle& object) { return Handle(object).isName(); }
bool is_array(const Handle& object) { return Handle(object).isArray(); }
bool is_dictionary(const Handle& object) { return Handle(object).isDictionary(); }
bool is_stream(const Handle& object) { return Handle(object).isStream(); }

Handle entry(const Handle& object, const char* key) {
  Handle it = object;
  if (it.isStream()) it = it.getDict();
  return it.isDictionary() ? it.getKey(key) : Handle::newNull();
}

Handle element(const Handle& array, std::size_t index) {
  Handle it = array;
  return index < count(it) ? it.getArrayItem(static_cast<int>(index)) : Handle::newNull();
}

std::size_t count(const Handle& array) {
  Handle it = array;
  return it.isArray() ? static_cast<std::size_t>(std::max(0, it.getArrayNItems())) : 0;
}

std::optional<double> number(const Handle& object) {
  Handle it = object;
  if (!it.isNumber()) return std::nullopt;
  const double value = it.getNumericValue();
  // What no page needs is no number: products of such values stay finite.
  constexpr double kMost = 1e9;
  if (!std::isfinite(value)) return std::nullopt;
  return std::clamp(value, -kMost, kMost);
}

double number_or(const Handle& object, double otherwise) {
  return number(object).value_or(otherwise);
}

int integer_or(const Handle& object, int otherwise) {
  const auto value = number(object);
  return value ? static_cast<int>(*value) : otherwise;
}

bool is_true(const Handle& object) {
  Handle it = object;
  return it.isBool() && it.getBoolValue();
}

std::vector<double> numbers(const Handle& array, std::size_t most) {
  std::vector<double> values(std::min(count(array), most));
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = number_or(element(array, i), 0);
  return values;
}

std::string name_of(const Handle& object) {
  Handle it = object;
  return it.isName() ? it.getName().substr(1) : std::string();
}

std::string text_of(const Handle& object) {
  Handle it = object;
  return it.isString() ? it.getUTF8Value() : std::string();
}

std::string bytes_of(const Handle& object) {
  Handle it = object;
  return it.isString() ? it.getStringValue() : std::string();
}

std::vector<std::string> names_of(const Handle& object) {
  Handle it = object;
  if (it.isName()) return {name_of(it)};
  std::vector<std::string> names;
  constexpr std::size_t kMost = 64;
  for (std::size_t i = 0; i < std::min(count(it), kMost); ++i) {
    names.push_back(name_of(element(it, i)));
  }
  return names;
}

Matrix matrix_of(const Handle& array) {
  if (count(array) != 6) return {};
  const auto m = numbers(array, 6);
  return {m[0], m[1], m[2], m[3], m[4], m[5]};
}

bool UserRect::contains(const UserRect& inner, double tolerance) const {
  return inner.left >= left - tolerance && inner.bottom >= bottom - tolerance &&
         inner.right <= right + tolerance && inner.top <= top + tolerance;
}

std::optional<UserRect> rect_of(const Handle& array) {
  if (count(array) != 4) return std::nullopt;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!number(element(array, i))) return std::nullopt;
  }
  const auto r = numbers(array, 4);
  return UserRect{std::min(r[0], r[2]), std::min(r[1], r[3]), std::max(r[0], r[2]),
                  std::max(r[1], r[3])};
}

std::optional<std::string> decoded(const Handle& stream, Decode decode, Budget& budget) {
  Handle it = stream;
  if (!it.isStream()) return std::nullopt;
  const bool is_picture = decode == Decode::Pictures;
  std::string text;
  LimitedText pipe(std::min(Budget::kMostStream, is_picture ? budget.pixel_bytes : budget.bytes),
                   text);
  bool failed = false;
  try {
    const auto level = decode == Decode::Pictures ? qpdf_dl_all : qpdf_dl_specialized;
    bool filtered = false;
    const bool good = it.pipeStreamData(&pipe, &filtered, 0, level, true, true);
    failed = !good || !filtered;
  } catch (const std::exception&) {
    failed = true;
  }
  if (pipe.is_full()) {
    is_picture ? budget.skip_pixels() : budget.refuse_stream();
    return std::nullopt;
  }
  if (failed) return std::nullopt;
  is_picture ? budget.take_pixels(text.size())
             : budget.take(budget.bytes, text.size() + Budget::kStreamCost, kTooLong);
  return text;
}

std::uint64_t identity(const Handle& object) {
  Handle it = object;
  if (!it.isIndirect()) return 0;
  const QPDFObjGen id = it.getObjGen();
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(id.getObj())) << 32U) |
         static_cast<std::uint32_t>(id.getGen());
}

}  // namespace handbill::preflight
