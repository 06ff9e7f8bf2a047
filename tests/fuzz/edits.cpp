// SPDX-License-Identifier: MIT
// Any TOML with a text put into one of its places: it is TOML still, the text stands there, and
// nothing else has changed. An input is a file, a path and a text.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/support/target.h"
#include "spec/edit_toml.h"

namespace {

using handbill::fuzz::require;
namespace diag = handbill::diag;
namespace spec = handbill::spec;

struct Toml {
  diag::SourceMap sources;
  diag::FileId file{};
  spec::Value root;

  spec::TomlFile as_file() const { return {sources, file, root}; }
};

/// Nothing: it has faults.
std::optional<Toml> read(const std::string& text) {
  Toml toml;
  toml.file = toml.sources.add("any.toml", text);
  diag::Diagnostics diags;
  auto root = spec::read_toml(toml.sources, toml.file, diags);
  if (!root || diags.has_errors()) return std::nullopt;
  toml.root = std::move(*root);
  return toml;
}

/// All values that are no tables, with their paths, but for the one at `without`.
std::string values_of(const spec::Value& value, const std::string& path,
                      const std::string& without) {
  if (path == without) return "";
  std::string out;
  const std::string dot = path.empty() ? "" : path + ".";
  if (const auto* table = value.as_table()) {
    for (const spec::Entry& each : *table) out += values_of(each.value, dot + each.key, without);
  } else if (const auto* array = value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      out += values_of((*array)[i], dot + std::to_string(i), without);
    }
  } else {
    const std::string* text = value.as_string();
    out = path + "=" + (text != nullptr ? *text : std::string(value.type_name())) + "\n";
  }
  return out;
}

std::pair<std::string, std::string> parted(const std::string& text, std::string_view sign) {
  const std::size_t at = text.find(sign);
  if (at == text.npos) return {text, ""};
  return {text.substr(0, at), text.substr(at + sign.size())};
}

/// As it is read: in form C. Nothing: it has signs that no page shows.
std::optional<std::string> as_read(const std::string& text) {
  const auto toml = read("a = " + spec::as_literal(text) + "\n");
  return toml ? std::optional(*toml->root.find("a")->as_string()) : std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 13;
  const auto input = handbill::fuzz::as_text(data, size, kMaxSize);
  if (!input) return 0;
  const auto [file, rest] = parted(*input, "\n=== path\n");
  const auto [path, text] = parted(rest, "\n=== text\n");
  const auto before = read(file);
  const auto wanted = as_read(text);
  if (!before || !wanted || path.empty()) return 0;
  const auto edit = spec::set_text(before->as_file(), path, text);
  if (!edit) return 0;
  const auto after = read(spec::edited(file, {*edit}));
  require(after.has_value());
  const spec::Value* now = after->root.at_path(path);
  require(now != nullptr && now->as_string() != nullptr);
  require(*now->as_string() == *wanted || *now->as_string() == *wanted + "\n");
  require(values_of(after->root, "", path) == values_of(before->root, "", path));
  return 0;
}
