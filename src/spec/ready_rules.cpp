// SPDX-License-Identifier: MIT
#include "spec/ready_rules.h"

#include <algorithm>

#include "base/check.h"
#include "base/installed.h"
#include "confined/packing.h"

namespace handbill::spec {
namespace {

/// Add one when what is packed below changes.
constexpr std::string_view kReadyMark = "handbill rules 1\n";
constexpr std::string_view kReadyEnding = ".rules";

/// A file that a pack is made of.
struct RuleSource {
  std::string path, bytes;
};

struct ReadyPack {
  std::vector<RuleSource> made_of;
  RulePackSpec pack;
};

}  // namespace
}  // namespace handbill::spec

namespace handbill::confined {

template <>
struct Fields<spec::Text> {
  static void list(auto& pack, auto& text) { pack(text.value); }
};
template <>
struct Fields<spec::Spanned<std::int64_t>> {
  static void list(auto& pack, auto& number) { pack(number.value); }
};
template <>
struct Fields<spec::SetSpec> {
  static void list(auto& pack, auto& set) {
    if constexpr (std::is_const_v<std::remove_reference_t<decltype(set)>>) {
      pack(set.name, std::get<std::string>(set.text.data));
    } else {
      pack(set.name, set.text.data.template emplace<std::string>());
    }
  }
};
template <>
struct Fields<spec::Named<spec::WordRuleSpec>> {
  static void list(auto& pack, auto& rule) {
    auto& keys = rule.value;
    pack(rule.name, keys.check, keys.level, keys.languages, keys.of, keys.words, keys.swap,
         keys.except, keys.beside, keys.begins, keys.within, keys.measure, keys.facts, keys.least,
         keys.most, keys.item, keys.part, keys.asks, keys.when, keys.message, keys.hint, keys.why,
         keys.source, keys.link);
  }
};
template <>
struct Fields<spec::RulePackSpec> {
  static void list(auto& pack, auto& rules) { pack(rules.title, rules.doc, rules.word_rules); }
};
template <>
struct Fields<spec::RuleSource> {
  static void list(auto& pack, auto& source) { pack(source.path, source.bytes); }
};
template <>
struct Fields<spec::ReadyPack> {
  static void list(auto& pack, auto& ready) { pack(ready.made_of, ready.pack); }
};

}  // namespace handbill::confined

namespace handbill::spec {

std::string ready_form(const RulePackSpec& pack, const diag::FileReader& files,
                       const std::vector<std::string>& made_of) {
  ReadyPack ready{{}, pack};
  for (const std::string& path : made_of) {
    auto bytes = files.read(path).bytes;
    HANDBILL_CHECK(bytes, "a pack is made of files that can be read");
    ready.made_of.push_back({path, std::move(*bytes)});
  }
  return std::string(kReadyMark) + confined::packed(ready);
}

std::optional<RulePackSpec> read_ready(std::string_view bytes, const diag::FileReader& files) {
  if (!bytes.starts_with(kReadyMark)) return std::nullopt;
  auto ready = confined::unpacked<ReadyPack>(bytes.substr(kReadyMark.size()));
  if (!ready) return std::nullopt;
  const bool holds = std::ranges::all_of(ready->made_of, [&](const RuleSource& each) {
    return files.read(each.path).bytes == each.bytes;
  });
  if (!holds) return std::nullopt;
  return std::move(ready->pack);
}

std::vector<std::string> ready_folders() { return made_folders("rules"); }

std::optional<RulePackSpec> find_ready(const std::vector<std::string>& folders,
                                       std::string_view name, const diag::FileReader& files) {
  const std::string file = std::string(name) + std::string(kReadyEnding);
  for (const std::string& folder : folders) {
    const auto bytes = diag::DiskFiles({folder}).read(file).bytes;
    if (bytes) return read_ready(*bytes, files);
  }
  return std::nullopt;
}

}  // namespace handbill::spec
