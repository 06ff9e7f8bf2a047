// SPDX-License-Identifier: MIT
// The products of a stage, remembered by what was asked for.
#pragma once

#include <algorithm>
#include <cstddef>
#include <list>
#include <memory>
#include <optional>
#include <utility>

#include "diag/diagnostic.h"
#include "workspace/dependencies.h"

namespace handbill::workspace {

/// What has not been asked for lately is forgotten. For one thread.
template <class Key, class T>
class Memo {
 public:
  /// `most`: the sum of the weights that are kept.
  explicit Memo(std::size_t most) : most_(most) {}

  /// The value made for `key` before, when the same would be made again; else what
  /// `make(files, diags)` makes, an optional<T>. What was told then is told in any case. Values
  /// with errors are not remembered. Null: nothing was made.
  template <class Make>
  std::shared_ptr<const T> get(
      const Key& key, const diag::FileReader& files, diag::SourceMap& sources,
      diag::Diagnostics& diags, Make make,
      std::size_t (*weight)(const T&) = [](const T&) { return std::size_t{1}; }) {
    const auto known = std::ranges::find(kept_, key, &Kept::key);
    if (known != kept_.end()) {
      if (known->asked.hold(files, sources)) {
        kept_.splice(kept_.begin(), kept_, known);
        diags.add_all(kept_.front().told);
        return kept_.front().value;
      }
      forget(known);
    }
    WatchedFiles watched(files);
    diag::Diagnostics told;
    std::optional<T> made = make(watched, told);
    diags.add_all(told);
    if (!made) return nullptr;
    auto value = std::make_shared<const T>(std::move(*made));
    if (told.has_errors()) return value;
    kept_.push_front({key, value, std::move(told), watched.take(sources), weight(*value)});
    weight_ += kept_.front().weight;
    while (weight_ > most_ && kept_.size() > 1) forget(std::prev(kept_.end()));
    return value;
  }

  std::size_t size() const { return kept_.size(); }

 private:
  struct Kept {
    Key key;
    std::shared_ptr<const T> value;
    diag::Diagnostics told;
    Dependencies asked;
    std::size_t weight = 0;
  };

  void forget(typename std::list<Kept>::iterator each) {
    weight_ -= each->weight;
    kept_.erase(each);
  }

  std::size_t most_;
  std::size_t weight_ = 0;
  std::list<Kept> kept_;  ///< what was asked for last comes first
};

}  // namespace handbill::workspace
