// SPDX-License-Identifier: MIT
// What is remembered for as long as it is asked for.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

namespace handbill {

/// Values by key, in two generations: when the young one is half of all that may be kept, what the
/// old one still holds is forgotten, and the young one is the old. For one thread.
template <class T>
class Recent {
 public:
  /// It holds about `most_bytes`.
  explicit Recent(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Null: it is not remembered.
  std::shared_ptr<const T> find(const std::string& key) {
    const auto young = young_.values.find(key);
    if (young != young_.values.end()) return young->second.value;
    auto old = old_.values.extract(key);
    if (old.empty()) return nullptr;
    old_.bytes -= old.mapped().bytes;
    auto found = old.mapped().value;
    add(std::move(old.key()), old.mapped());
    return found;
  }

  /// `bytes` that key and value take. What is more than half of all is not kept.
  void keep(std::string key, std::shared_ptr<const T> value, std::size_t bytes) {
    add(std::move(key), {std::move(value), bytes});
  }

  /// What it holds takes so much.
  std::size_t bytes() const { return young_.bytes + old_.bytes; }

 private:
  struct Kept {
    std::shared_ptr<const T> value;
    std::size_t bytes = 0;
  };
  struct Generation {
    std::unordered_map<std::string, Kept> values{};
    std::size_t bytes = 0;
  };

  void add(std::string key, Kept kept) {
    const std::size_t bytes = kept.bytes;
    if (bytes > most_bytes_ / 2) return;
    if (young_.bytes + bytes > most_bytes_ / 2) old_ = std::exchange(young_, {});
    if (young_.values.emplace(std::move(key), std::move(kept)).second) young_.bytes += bytes;
  }

  std::size_t most_bytes_;
  Generation young_{};
  Generation old_{};
};

}  // namespace handbill
