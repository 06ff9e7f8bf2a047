// SPDX-License-Identifier: MIT
#include "manifest/compare_shown.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>

namespace handbill::manifest {
namespace {

bool is_number(std::string_view key) {
  return !key.empty() && key.find_first_not_of("0123456789") == key.npos;
}

/// Entries of a list by their number.
struct InOrder {
  bool operator()(const std::string& a, const std::string& b) const {
    const auto rank = [](const std::string& key) {
      return std::tuple(is_number(key), is_number(key) ? key.size() : 0, std::string_view(key));
    };
    return rank(a) < rank(b);
  }
};

/// What stands at a path, and below it.
struct Node {
  const ShownFact* fact = nullptr;
  const ShownText* text = nullptr;
  std::map<std::string, std::unique_ptr<Node>, InOrder> below{};

  Node& child(std::string_view key) {
    auto& node = below[std::string(key)];
    if (!node) node = std::make_unique<Node>();
    return *node;
  }
  Node& at(std::string_view path) {
    Node* node = this;
    for (std::size_t dot; (dot = path.find('.')) != path.npos; path.remove_prefix(dot + 1)) {
      node = &node->child(path.substr(0, dot));
    }
    return node->child(path);
  }
  bool is_list() const {
    return !below.empty() &&
           std::ranges::all_of(below, [](const auto& each) { return is_number(each.first); });
  }
  /// All that it says, with the keys of it.
  std::string says() const {
    std::string all;
    if (fact != nullptr) all += "=" + fact->value + "\r";
    if (text != nullptr) all += "\"" + text->words + "\r";
    for (const auto& [key, node] : below) all += key + "\t" + node->says() + "\r";
    return all;
  }
};

Node tree_of(const Shown& shown) {
  Node tree;
  for (const ShownFact& each : shown.facts) tree.at(each.path).fact = &each;
  for (const ShownText& each : shown.texts) {
    // What a layout says has a file for its key.
    const bool is_of_layout = each.key.find('#') != each.key.npos;
    (is_of_layout ? tree.child(each.key) : tree.at(each.key)).text = &each;
  }
  return tree;
}

/// An entry of each list; null: it has none such. `key` is that of the list now.
struct Pair {
  std::string key;
  const Node* then = nullptr;
  const Node* now = nullptr;
};

/// First what says the same, then what stands behind the same, then what is left.
class Alignment {
 public:
  Alignment(const Node& then, const Node& now) : then_(entries_of(then)), now_(entries_of(now)) {
    partner_.assign(then_.size(), kNone);
    is_taken_.assign(now_.size(), false);
    take_equal();
    take_neighbours();
  }

  std::vector<Pair> pairs() const {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < then_.size(); ++i) {
      const std::size_t other = partner_[i];
      if (other == kNone) {
        pairs.push_back({then_[i]->first, then_[i]->second.get(), nullptr});
      } else {
        pairs.push_back({now_[other]->first, then_[i]->second.get(), now_[other]->second.get()});
      }
    }
    for (std::size_t i = 0; i < now_.size(); ++i) {
      if (!is_taken_[i]) pairs.push_back({now_[i]->first, nullptr, now_[i]->second.get()});
    }
    return pairs;
  }

 private:
  using Entry = decltype(Node::below)::value_type;
  static constexpr std::size_t kNone = SIZE_MAX;

  static std::vector<const Entry*> entries_of(const Node& list) {
    std::vector<const Entry*> entries;
    for (const Entry& each : list.below) entries.push_back(&each);
    return entries;
  }

  void take(std::size_t then, std::size_t now) {
    partner_[then] = now;
    is_taken_[now] = true;
  }

  void take_equal() {
    std::multimap<std::string, std::size_t> by_words;
    for (std::size_t i = 0; i < now_.size(); ++i) by_words.emplace(now_[i]->second->says(), i);
    for (std::size_t i = 0; i < then_.size(); ++i) {
      const std::string says = then_[i]->second->says();
      const auto found = by_words.lower_bound(says);  // the first of several
      if (found == by_words.end() || found->first != says) continue;
      take(i, found->second);
      by_words.erase(found);
    }
  }

  void take_neighbours() {
    std::size_t next = 0, first_free = 0;
    for (std::size_t i = 0; i < then_.size(); ++i) {
      if (partner_[i] == kNone) {
        while (first_free < now_.size() && is_taken_[first_free]) ++first_free;
        const bool is_next_free = next < now_.size() && !is_taken_[next];
        const std::size_t free = is_next_free ? next : first_free;
        if (free < now_.size()) take(i, free);
      }
      if (partner_[i] != kNone) next = partner_[i] + 1;
    }
  }

  std::vector<const Entry*> then_, now_;
  std::vector<std::size_t> partner_{};  ///< of each of `then_`: index in `now_`
  std::vector<bool> is_taken_{};        ///< of each of `now_`
};

class Comparer {
 public:
  std::vector<ShownDifference> take() { return std::move(found_); }
  /// The texts that stand in both, by that of then.
  const std::map<const ShownText*, const ShownText*>& texts() const { return texts_; }

  void compare(const Node* then, const Node* now, const std::string& path) {
    compare_facts(then, now, path);
    compare_texts(then, now);
    for (const Pair& each : pairs_of(then, now)) {
      compare(each.then, each.now, path.empty() ? each.key : path + "." + each.key);
    }
  }

 private:
  static std::vector<Pair> pairs_of(const Node* then, const Node* now) {
    if (then != nullptr && now != nullptr && then->is_list() && now->is_list()) {
      return Alignment(*then, *now).pairs();
    }
    std::map<std::string, Pair, InOrder> pairs;
    const auto add = [&](const Node* node, const Node* Pair::*side) {
      if (node == nullptr) return;
      for (const auto& [key, below] : node->below) {
        Pair& pair = pairs[key];
        pair.key = key;
        pair.*side = below.get();
      }
    };
    add(then, &Pair::then);
    add(now, &Pair::now);
    std::vector<Pair> list;
    for (auto& [key, pair] : pairs) list.push_back(std::move(pair));
    return list;
  }

  void compare_facts(const Node* then, const Node* now, const std::string& path) {
    const ShownFact* was = then != nullptr ? then->fact : nullptr;
    const ShownFact* is = now != nullptr ? now->fact : nullptr;
    if (was == nullptr && is == nullptr) return;
    if (was != nullptr && is != nullptr && was->value == is->value) return;
    add(ShownDifference::Of::Fact, path, was != nullptr ? &was->value : nullptr,
        is != nullptr ? &is->value : nullptr, was != nullptr ? was->places : is->places);
  }

  void compare_texts(const Node* then, const Node* now) {
    const ShownText* was = then != nullptr ? then->text : nullptr;
    const ShownText* is = now != nullptr ? now->text : nullptr;
    if (was == nullptr && is == nullptr) return;
    if (was != nullptr && is != nullptr) texts_.emplace(was, is);
    if (was != nullptr && is != nullptr && was->words == is->words) return;
    add(ShownDifference::Of::Text, is != nullptr ? is->key : was->key,
        was != nullptr ? &was->words : nullptr, is != nullptr ? &is->words : nullptr,
        was != nullptr ? was->places : is->places);
  }

  void add(ShownDifference::Of of, const std::string& key, const std::string* was,
           const std::string* is, const std::vector<std::string>& places) {
    ShownDifference difference{of, key, {}, {}, places};
    if (was != nullptr) difference.was = *was;
    if (is != nullptr) difference.is = *is;
    found_.push_back(std::move(difference));
  }

  std::vector<ShownDifference> found_{};
  std::map<const ShownText*, const ShownText*> texts_{};
};

/// Of texts that all stand in both, in the order they are read now: one that is read before another
/// now, and was not.
std::optional<ShownDifference> moved(const Shown& then,
                                     const std::map<const ShownText*, const ShownText*>& texts) {
  const ShownText* last = nullptr;
  for (const ShownText& each : then.texts) {
    const auto found = texts.find(&each);
    if (found == texts.end()) continue;
    if (last != nullptr && found->second < last) {
      return ShownDifference{
          ShownDifference::Of::Order, found->second->key, {}, last->key, found->second->places};
    }
    last = found->second;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ShownDifference> compare(const Shown& then, const Shown& now) {
  const Node before = tree_of(then), after = tree_of(now);
  Comparer comparer;
  comparer.compare(&before, &after, {});
  std::vector<ShownDifference> found = comparer.take();
  if (!found.empty()) return found;
  if (auto order = moved(then, comparer.texts())) found.push_back(std::move(*order));
  return found;
}

}  // namespace handbill::manifest
