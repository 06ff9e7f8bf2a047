// SPDX-License-Identifier: MIT
// Values that many places have, kept once.
#pragma once

#include <concepts>
#include <memory>
#include <utility>

namespace handbill {

/// A value that its copies share until one of them is edited. Reads as the value itself. Values may
/// be shared by threads; a SharedValue may be edited by one at a time.
template <class T>
class SharedValue {
 public:
  SharedValue() : value_(standard()) {}
  SharedValue(T value) : value_(std::make_shared<T>(std::move(value))) {}

  operator const T&() const { return *value_; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

  /// To change it here and nowhere else.
  T& edit() {
    if (value_.use_count() != 1) value_ = std::make_shared<T>(*value_);
    return *value_;
  }

  /// Equal values may be kept twice: what was made twice.
  friend bool operator==(const SharedValue& a, const SharedValue& b) {
    return a.value_ == b.value_ || *a.value_ == *b.value_;
  }

 private:
  static const std::shared_ptr<T>& standard() {
    static const auto value = std::make_shared<T>();
    return value;
  }

  std::shared_ptr<T> value_;
};

}  // namespace handbill
