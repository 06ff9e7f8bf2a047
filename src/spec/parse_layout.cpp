// SPDX-License-Identifier: MIT
#include "spec/parse_layout.h"

#include <algorithm>
#include <map>
#include <set>

#include "diag/read_text.h"
#include "spec/bind.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

constexpr std::size_t kLongestChain = 32;

/// Reads a layout and lays it over those it extends.
class LayoutReader {
 public:
  LayoutReader(const diag::FileReader& files, diag::SourceMap& sources, diag::Diagnostics& diags)
      : files_(files), sources_(sources), diags_(diags) {}

  /// `asked_at` is the place that names the layout. However many layouts extend a file, it is read
  /// at most twice.
  std::optional<Value> read(const std::string& path, Span asked_at) {
    if (is_cycle(path, asked_at)) return std::nullopt;
    if (const auto known = done_.find(path); known != done_.end()) return known->second;
    if (chain_.size() == kLongestChain) {
      diags_.error(DiagnosticId::TooLarge, asked_at,
                   "layouts extend each other more than 32 deep here");
      return std::nullopt;
    }
    chain_.push_back({path, asked_at});
    auto result = read_new(path, asked_at);
    chain_.pop_back();
    // Most layouts are asked for once; only one that is asked for again is worth a copy.
    if (!seen_.insert(path).second) done_.emplace(path, result);
    return result;
  }

 private:
  struct Link {
    std::string path;
    Span asked_at;
  };

  std::optional<Value> read_new(const std::string& path, Span asked_at) {
    const auto file = diag::read_text(files_, path, asked_at, sources_, diags_);
    if (!file) return std::nullopt;
    auto own = read_toml(sources_, *file, diags_);
    if (!own) return std::nullopt;
    std::optional<Value> below;
    const std::size_t errors = diags_.error_count();
    for (const Text& name : extended(*own)) {
      auto base = read("layouts/" + name.value + ".toml", name.span);
      if (!base) continue;
      below = below ? merge(std::move(*below), std::move(*base)) : std::move(*base);
    }
    if (diags_.error_count() > errors) return std::nullopt;
    if (!below) return own;
    return merge(std::move(*below), std::move(*own));
  }

  /// The names of `extends`, which is taken out: it concerns this file alone.
  std::vector<Text> extended(Value& root) {
    auto& table = std::get<Value::Table>(root.data);
    const auto entry = std::ranges::find(table, "extends", &Entry::key);
    std::vector<Text> names;
    if (entry == table.end()) return names;
    Request request = root_request(diags_);
    request.key = "extends";
    request.type = "name or list of names";
    spec::read(entry->value, request, names);
    std::erase_if(names, [&](const Text& name) { return !is_name(name); });
    table.erase(entry);
    return names;
  }

  bool is_name(const Text& name) {
    if (!name.value.empty() && !name.value.ends_with(".toml")) return true;
    std::vector<std::string> hints;
    if (name.value.ends_with(".toml")) {
      hints.push_back("leave out the folder and `.toml`: \"house\"");
    }
    diags_.error(DiagnosticId::BadValue, name.span,
                 "`extends` names a layout of the folder `layouts`, without `.toml`",
                 std::move(hints));
    return false;
  }

  bool is_cycle(const std::string& path, Span asked_at) {
    const auto first = std::ranges::find(chain_, path, &Link::path);
    if (first == chain_.end()) return false;
    diag::Diagnostic report{DiagnosticId::ExtendsCycle, diag::Severity::Error,
                            "`" + path + "` extends itself", asked_at};
    for (auto link = first + 1; link != chain_.end(); ++link) {
      report.labels.push_back({link->asked_at, "through `" + link->path + "`, extended here"});
    }
    diags_.add(std::move(report));
    return true;
  }

  const diag::FileReader& files_;
  diag::SourceMap& sources_;
  diag::Diagnostics& diags_;
  std::vector<Link> chain_{};
  std::set<std::string, std::less<>> seen_{};
  std::map<std::string, std::optional<Value>, std::less<>> done_{};
};

std::string lower(std::string_view tag) {
  std::string result(tag);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return result;
}

/// "zh" goes for "zh-Hant-TW", but not for "zha".
bool is_range_of(std::string_view range, std::string_view tag) {
  const std::string wide = lower(range), narrow = lower(tag);
  return narrow.starts_with(wide) && (narrow.size() == wide.size() || narrow[wide.size()] == '-');
}

/// Sets `language` in the root and lays the `[locale.TAG]`s that go for it over the rest, the
/// narrowest last.
Value in_language(Value root, std::string_view language, diag::Diagnostics& diags) {
  auto& table = std::get<Value::Table>(root.data);
  if (!language.empty()) {
    std::erase_if(table, [](const Entry& entry) { return entry.key == "language"; });
    table.push_back({"language", root.span, Value{std::string(language), root.span}});
  }
  const Value* said = root.find("language");
  const std::string wanted =
      said != nullptr && said->as_string() != nullptr ? *said->as_string() : "en";
  const auto entry = std::ranges::find(table, "locale", &Entry::key);
  if (entry == table.end()) return root;
  Value locales = std::move(entry->value);
  table.erase(entry);
  auto* by_tag = std::get_if<Value::Table>(&locales.data);
  if (by_tag == nullptr) {
    diags.error(DiagnosticId::WrongType, locales.span,
                "`locale` takes tables by language: `[locale.ar.style.text]`");
    return root;
  }
  std::erase_if(*by_tag, [&](const Entry& each) { return !is_range_of(each.key, wanted); });
  std::ranges::stable_sort(*by_tag, {}, [](const Entry& each) { return each.key.size(); });
  for (Entry& each : *by_tag) {
    if (each.value.as_table() == nullptr) {
      diags.error(DiagnosticId::WrongType, each.value.span,
                  "`locale." + each.key + "` takes keys of a layout");
      continue;
    }
    // What it says of the language itself has been asked already.
    auto& keys = std::get<Value::Table>(each.value.data);
    std::erase_if(keys, [](const Entry& key) {
      return key.key == "language" || key.key == "locale" || key.key == "extends";
    });
    root = merge(std::move(root), std::move(each.value));
  }
  return root;
}

/// Labels the first of two equal names; `kind` is "frame" or "parent".
struct NameList {
  std::string_view kind;
  diag::Diagnostics& diags;
  std::map<std::string_view, Span> places{};

  void add(const std::optional<Text>& name) {
    if (name) add(*name);
  }

  void add(const Text& name) {
    const auto [found, is_new] = places.emplace(name.value, name.span);
    if (is_new) return;
    diags.add({DiagnosticId::DuplicateName,
               diag::Severity::Error,
               "two of the " + std::string(kind) + " are named `" + name.value + "`",
               name.span,
               {{found->second, "the first stands here"}},
               {}});
  }
};

/// Edges, `parent` and `panel` find things by name, so a name may stand once.
void check_names(const LayoutSpec& layout, diag::Diagnostics& diags) {
  NameList parents{"parents", diags};
  for (const SideSpec& parent : layout.parents) parents.add(parent.name);
  NameList sides{"sides", diags};
  for (const SideSpec& side : layout.sides) sides.add(side.name);
  for (const auto* list : {&layout.parents, &layout.sides}) {
    for (const SideSpec& side : *list) {
      NameList frames{"frames on this side", diags};
      for (const FrameSpec& frame : side.frames) frames.add(frame.name);
      NameList panels{"panels of this side", diags};
      for (const Text& panel : side.panels) panels.add(panel);
    }
  }
}

}  // namespace

void scale_lengths(LayoutSpec& layout, double factor) {
  Scale<LayoutSpec>::by(factor, layout);
  layout.scale *= factor;
}

std::optional<LayoutSpec> parse_layout(const diag::FileReader& files, std::string_view path,
                                       std::string_view language, diag::SourceMap& sources,
                                       diag::Diagnostics& diags) {
  auto root = LayoutReader(files, sources, diags).read(std::string(path), {});
  if (!root) return std::nullopt;
  const std::size_t errors = diags.error_count();
  LayoutSpec layout;
  const Value* own_language = root->find("language");
  if (own_language != nullptr && own_language->as_string() != nullptr) {
    layout.own_language = *own_language->as_string();
  }
  root = in_language(std::move(*root), language, diags);
  read_table(*root, root_request(diags), layout);
  check_names(layout, diags);
  if (diags.error_count() > errors) return std::nullopt;
  return layout;
}

}  // namespace handbill::spec
