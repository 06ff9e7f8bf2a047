// SPDX-License-Identifier: MIT
// What it costs to look for what lies below what, and to sum up inks: a clean file of a thousand
// pages takes a small part of it.
#pragma once

#include <cstdint>

namespace handbill::rules {

/// Of all pages that are judged together; some ten seconds.
inline constexpr std::uint64_t kMostWork = 10'000'000'000;

class Work {
 public:
  explicit Work(std::uint64_t most) : left_(most) {}
  void spend(std::uint64_t amount) { left_ -= amount < left_ ? amount : left_; }
  bool is_used_up() const { return left_ == 0; }
  /// A check has given up on a page that alone has too much.
  void cut_page() { is_page_cut_ = true; }
  bool is_page_cut() const { return is_page_cut_; }
  void start_page() { is_page_cut_ = false; }

 private:
  std::uint64_t left_;
  bool is_page_cut_ = false;
};

}  // namespace handbill::rules
