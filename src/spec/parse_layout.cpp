// SPDX-License-Identifier: MIT
#include "spec/parse_layout.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "diag/read_text.h"
#include "spec/bind.h"
#include "spec/extends.h"
#include "spec/lay_over.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

/// "zh" goes for "zh-Hant-TW", but not for "zha".
bool is_range_of(std::string_view range, std::string_view tag) {
  const std::string wide = to_lower(range), narrow = to_lower(tag);
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
  if (locales.is_lost()) return root;
  if (by_tag == nullptr) {
    diags.error(DiagnosticId::WrongType, locales.span,
                "`locale` takes tables by language: `[locale.ar.style.text]`");
    return root;
  }
  std::erase_if(*by_tag, [&](const Entry& each) { return !is_range_of(each.key, wanted); });
  std::ranges::stable_sort(*by_tag, {}, [](const Entry& each) { return each.key.size(); });
  for (Entry& each : *by_tag) {
    if (each.value.is_lost()) continue;
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
    root = lay_over(std::move(root), std::move(each.value), diags);
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

bool is_base(const diag::FileReader& files, std::string_view path) {
  diag::SourceMap sources;
  diag::Diagnostics unheard;
  const auto file = diag::read_text(files, path, {}, sources, unheard);
  const auto root = file ? read_toml(sources, *file, unheard) : std::nullopt;
  const Value* said = root ? root->find("base") : nullptr;
  const bool* is = said != nullptr ? std::get_if<bool>(&said->data) : nullptr;
  return is != nullptr && *is;
}

void scale_lengths(LayoutSpec& layout, double factor) {
  Scale<LayoutSpec>::by(factor, layout);
  layout.scale *= factor;
}

std::optional<LayoutSpec> parse_layout(const diag::FileReader& files, std::string_view path,
                                       std::string_view language, diag::SourceMap& sources,
                                       diag::Diagnostics& diags) {
  auto root = read_with_extended(files, {"layouts", "base"}, std::string(path), {}, sources, diags);
  if (!root) return std::nullopt;
  LayoutSpec layout;
  const Value* own_language = root->find("language");
  if (own_language != nullptr && own_language->as_string() != nullptr) {
    layout.own_language = *own_language->as_string();
  }
  root = in_language(std::move(*root), language, diags);
  read_table(*root, root_request(diags), layout);
  check_names(layout, diags);
  return layout;
}

}  // namespace handbill::spec
