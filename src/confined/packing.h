// SPDX-License-Identifier: MIT
// Values as bytes, for one program on one machine: between the program and its reader. What comes
// from the reader is believed in nothing: whatever the bytes are, unpacking them ends, takes memory
// in proportion to them, and gives numbers that are finite and enumerators that exist.
#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "base/id.h"
#include "base/path.h"

namespace handbill::confined {

/// How a struct is packed: specialise it with `static void list(auto& pack, auto& value)`, which
/// calls `pack` with the members; they are const when they are packed.
template <class T>
struct Fields;

/// The last enumerator; those from 0 to it exist.
template <class Enum>
inline constexpr Enum kLast = [] {
  static_assert(!sizeof(Enum), "say which enumerator is the last");
  return Enum{};
}();

class Packer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (pack(values), ...);
  }
  std::string take() && { return std::move(bytes_); }

 private:
  template <class T>
  requires std::is_arithmetic_v<T>
  void pack(T value) {
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    bytes_.append(raw, sizeof(T));
  }
  template <class T>
  requires std::is_enum_v<T>
  void pack(T value) { pack(static_cast<std::uint32_t>(value)); }
  template <class Tag>
  void pack(Id<Tag> id) {
    pack(id.value);
  }
  void pack(Length length) { pack(length.pt()); }
  void pack(const std::string& text) {
    pack(std::uint64_t{text.size()});
    bytes_ += text;
  }
  void pack(const Path& path) { pack(path.steps()); }
  template <class T>
  void pack(const std::vector<T>& list) {
    pack(std::uint64_t{list.size()});
    for (const T& each : list) pack(each);
  }
  template <class Key, class Value, class Order>
  void pack(const std::map<Key, Value, Order>& map) {
    pack(std::uint64_t{map.size()});
    for (const auto& [key, value] : map) (*this)(key, value);
  }
  template <class T>
  void pack(const std::optional<T>& value) {
    pack(value.has_value());
    if (value) pack(*value);
  }
  template <class T>
  void pack(const std::shared_ptr<const T>& value) {
    pack(value != nullptr);
    if (value) pack(*value);
  }
  template <class T>
  requires requires { &Fields<T>::template list<Packer, const T>; }
  void pack(const T& value) { Fields<T>::list(*this, value); }

  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (unpack(values), ...);
  }
  /// The bytes were what was asked for, and nothing is left.
  bool is_done() const { return is_sound_ && rest_.empty(); }

 private:
  template <class T>
  requires std::is_arithmetic_v<T>
  void unpack(T& value) {
    if (rest_.size() < sizeof(T)) return fail();
    if constexpr (std::same_as<T, bool>) {
      value = rest_[0] != 0;
    } else {
      std::memcpy(&value, rest_.data(), sizeof(T));
    }
    rest_.remove_prefix(sizeof(T));
    if constexpr (std::floating_point<T>) {
      if (!std::isfinite(value)) fail();
    }
  }
  template <class T>
  requires std::is_enum_v<T>
  void unpack(T& value) {
    std::uint32_t number = 0;
    unpack(number);
    if (number > static_cast<std::uint32_t>(kLast<T>)) return fail();
    value = static_cast<T>(number);
  }
  template <class Tag>
  void unpack(Id<Tag>& id) {
    unpack(id.value);
  }
  void unpack(Length& length) {
    double points = 0;
    unpack(points);
    length = Length::pt(points);
  }
  void unpack(std::string& text) {
    const std::size_t size = count();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void unpack(Path& path);
  template <class T>
  void unpack(std::vector<T>& list) {
    list.clear();
    for (std::size_t left = count(); left > 0 && is_sound_; --left) unpack(list.emplace_back());
  }
  template <class Key, class Value, class Order>
  void unpack(std::map<Key, Value, Order>& map) {
    map.clear();
    for (std::size_t left = count(); left > 0 && is_sound_; --left) {
      Key key{};
      unpack(key);
      unpack(map[std::move(key)]);
    }
  }
  template <class T>
  void unpack(std::optional<T>& value) {
    bool is_there = false;
    unpack(is_there);
    value.reset();
    if (is_there) unpack(value.emplace());
  }
  template <class T>
  void unpack(std::shared_ptr<const T>& value) {
    bool is_there = false;
    unpack(is_there);
    value.reset();
    if (!is_there) return;
    auto made = std::make_shared<T>();
    unpack(*made);
    value = std::move(made);
  }
  template <class T>
  requires requires { &Fields<T>::template list<Unpacker, T>; }
  void unpack(T& value) { Fields<T>::list(*this, value); }

  /// How many parts follow, each of a byte at least.
  std::size_t count() {
    std::uint64_t number = 0;
    unpack(number);
    if (number > rest_.size()) fail();
    return is_sound_ ? static_cast<std::size_t>(number) : 0;
  }
  void fail() {
    is_sound_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool is_sound_ = true;
};

template <class... T>
std::string packed(const T&... values) {
  Packer pack;
  pack(values...);
  return std::move(pack).take();
}

/// Nothing: the bytes are no such value.
template <class T>
std::optional<T> unpacked(std::string_view bytes) {
  T value{};
  Unpacker unpack(bytes);
  unpack(value);
  if (!unpack.is_done()) return std::nullopt;
  return value;
}

template <>
inline constexpr PathStep::Kind kLast<PathStep::Kind> = PathStep::Kind::Close;

template <>
struct Fields<Point> {
  static void list(auto& pack, auto& point) { pack(point.x, point.y); }
};
template <>
struct Fields<Size> {
  static void list(auto& pack, auto& size) { pack(size.width, size.height); }
};
template <>
struct Fields<Rect> {
  static void list(auto& pack, auto& box) { pack(box.left, box.top, box.width, box.height); }
};
template <>
struct Fields<PathStep> {
  static void list(auto& pack, auto& step) {
    pack(step.kind, step.control1, step.control2, step.end);
  }
};

inline void Unpacker::unpack(Path& path) {
  path = {};
  for (std::size_t left = count(); left > 0 && is_sound_; --left) {
    PathStep step;
    unpack(step);
    switch (step.kind) {
      case PathStep::Kind::Move:
        path.move(step.end);
        break;
      case PathStep::Kind::Line:
        path.line(step.end);
        break;
      case PathStep::Kind::Cubic:
        path.cubic(step.control1, step.control2, step.end);
        break;
      case PathStep::Kind::Close:
        path.close();
        break;
    }
  }
}

}  // namespace handbill::confined
