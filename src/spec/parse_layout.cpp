// SPDX-License-Identifier: MIT
#include "spec/parse_layout.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "base/ascii.h"
#include "base/nearest.h"
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

/// What the root says under `key`; empty: nothing.
std::string text_at(const Value& root, std::string_view key) {
  const Value* said = root.find(key);
  const std::string* text = said != nullptr ? said->as_string() : nullptr;
  return text != nullptr ? *text : std::string();
}

std::string first_language(const Value& root) {
  const std::string said = text_at(root, "language");
  return said.empty() ? "en" : said;
}

/// The language that was asked for, as the root has it from now on: of two the second.
Value with_language(Value root, std::string_view asked, diag::Diagnostics& diags) {
  auto& table = std::get<Value::Table>(root.data);
  const Value* second = root.find("second_language");
  const bool are_two = second != nullptr && second->as_string() != nullptr;
  const std::string_view key = are_two ? "second_language" : "language";
  const Span at = are_two ? second->span : root.span;
  if (!asked.empty()) {
    std::erase_if(table, [&](const Entry& entry) { return entry.key == key; });
    table.push_back({std::string(key), at, Value{std::string(asked), at}});
  }
  if (are_two && text_at(root, key) == first_language(root)) {
    diags.error(DiagnosticId::BadValue, at,
                "`" + first_language(root) +
                    "` is the first language of this layout, and can't be its second too",
                {"ask for another one: `--language es`"});
  }
  return root;
}

/// Takes `[locale]` out of the root, and lays what goes for `wanted` over the rest, the narrowest
/// last.
Value with_locale(Value root, const std::vector<std::string>& wanted, diag::Diagnostics& diags) {
  auto& table = std::get<Value::Table>(root.data);
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
  std::ranges::stable_sort(*by_tag, {}, [](const Entry& each) { return each.key.size(); });
  for (const std::string& language : wanted) {
    for (const Entry& each : *by_tag) {
      if (each.value.is_lost() || !is_range_of(each.key, language)) continue;
      if (each.value.as_table() == nullptr) {
        diags.error(DiagnosticId::WrongType, each.value.span,
                    "`locale." + each.key + "` takes keys of a layout");
        continue;
      }
      // What it says of the language itself has been asked already.
      Value laid = each.value;
      std::erase_if(std::get<Value::Table>(laid.data), [](const Entry& key) {
        return key.key == "language" || key.key == "second_language" || key.key == "locale" ||
               key.key == "extends";
      });
      root = lay_over(std::move(root), std::move(laid), diags);
    }
  }
  return root;
}

/// The root in the languages of the document, the first and the second.
Value in_language(Value root, std::string_view asked, diag::Diagnostics& diags) {
  root = with_language(std::move(root), asked, diags);
  std::vector<std::string> wanted{first_language(root)};
  const std::string second = text_at(root, "second_language");
  if (!second.empty() && second != wanted.front()) wanted.push_back(second);
  return with_locale(std::move(root), wanted, diags);
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

/// Takes the keys of a variant itself out of its table; what is left is laid over the layout.
void read_variant(Value& table, LayoutSpec& layout, diag::Diagnostics& diags) {
  constexpr auto kOwn = std::to_array<std::string_view>({"name", "when"});
  constexpr auto kNever =
      std::to_array<std::string_view>({"content", "facts", "language", "second_language", "extends",
                                       "locale", "variant", "shop", "side", "parent"});
  auto& keys = std::get<Value::Table>(table.data);
  Value own{.data = Value::Table{}, .span = table.span};
  for (Entry& entry : keys) {
    if (std::ranges::find(kOwn, entry.key) != kOwn.end()) {
      std::get<Value::Table>(own.data).push_back(entry);
    }
    if (std::ranges::find(kNever, entry.key) == kNever.end()) continue;
    diags.error(DiagnosticId::UnknownKey, entry.key_span,
                "a variant can't change `" + entry.key + "`",
                {"frames are changed by name, `[variant.frame.NAME]`; a side or a frame has a "
                 "`when` of its own"});
  }
  std::erase_if(keys, [&](const Entry& entry) {
    return std::ranges::find(kOwn, entry.key) != kOwn.end() ||
           std::ranges::find(kNever, entry.key) != kNever.end();
  });
  read_table(own, root_request(diags), layout.variants.emplace_back());
}

/// The [[variant]]s, taken out of the root.
std::vector<Value> take_variants(Value& root, LayoutSpec& layout, diag::Diagnostics& diags) {
  auto& table = std::get<Value::Table>(root.data);
  const auto entry = std::ranges::find(table, "variant", &Entry::key);
  if (entry == table.end()) return {};
  Value listed = std::move(entry->value);
  table.erase(entry);
  std::vector<Value> variants;
  if (listed.is_lost()) return {};
  auto* array = std::get_if<Value::Array>(&listed.data);
  if (array == nullptr) {
    Request request = root_request(diags);
    request.key = "variant";
    report_single_table(listed, request);
    return {};
  }
  layout.variants.reserve(array->size());
  NameList names{"variants", diags};
  for (Value& each : *array) {
    if (each.is_lost()) continue;
    if (each.as_table() == nullptr) {
      diags.error(DiagnosticId::WrongType, each.span, "`variant` takes tables: `[[variant]]`");
      continue;
    }
    read_variant(each, layout, diags);
    names.add(layout.variants.back().name);
    variants.push_back(std::move(each));
  }
  return variants;
}

/// Each by itself, though it may not be in use today: what is wrong with it is said now.
void check_variants(const LayoutSpec& layout, diag::Diagnostics& diags) {
  for (std::size_t i = 0; i < layout.variants.size(); ++i) {
    diag::Diagnostics found;
    with_variants(layout, {i}, found);
    for (const diag::Diagnostic& each : found.list()) {
      if (each.severity == diag::Severity::Error) diags.add(each);
    }
  }
}

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
  for (const auto& part : layout.parts) {
    NameList frames{"frames of this part", diags};
    for (const FrameSpec& frame : part.value.frames) frames.add(frame.name);
  }
}

/// Calls `use` with each condition of sides, frames and rows.
template <class Use>
void each_condition(const LayoutSpec& layout, Use use) {
  const auto all = [&](const std::vector<WhenSpec>& when) {
    for (const WhenSpec& each : when) use(each);
  };
  const auto of_table = [&](const TableSpec& table) {
    for (const RowSpec& row : table.literal) all(row.when);
  };
  const auto of_frames = [&](const std::vector<FrameSpec>& frames) {
    for (const FrameSpec& frame : frames) {
      all(frame.when);
      if (frame.table) of_table(*frame.table);
    }
  };
  for (const auto* list : {&layout.parents, &layout.sides}) {
    for (const SideSpec& side : *list) {
      all(side.when);
      of_frames(side.frames);
    }
  }
  for (const auto& part : layout.parts) of_frames(part.value.frames);
  for (const auto& table : layout.tables) of_table(table.value);
}

std::vector<std::string> frame_names(const LayoutSpec& layout) {
  std::vector<std::string> names;
  for (const auto* list : {&layout.parents, &layout.sides}) {
    for (const SideSpec& side : *list) {
      for (const FrameSpec& frame : side.frames) {
        if (frame.name) names.push_back(frame.name->value);
      }
    }
  }
  for (const auto& part : layout.parts) {
    for (const FrameSpec& frame : part.value.frames) {
      if (frame.name) names.push_back(frame.name->value);
    }
  }
  return names;
}

void check_known(const WhenSpec& when, const std::vector<std::string>& names, std::string_view kind,
                 DiagnosticId id, diag::Diagnostics& diags) {
  if (std::ranges::find(names, when.name) != names.end()) return;
  std::vector<std::string> hints;
  if (const auto near = nearest(when.name, names)) hints = {"did you mean `" + *near + "`?"};
  diags.error(id, when.span, "no " + std::string(kind) + " is called `" + when.name + "`",
              std::move(hints));
}

/// Conditions name variants and frames.
void check_conditions(const LayoutSpec& layout, diag::Diagnostics& diags) {
  std::vector<std::string> variants;
  for (const VariantSpec& each : layout.variants) {
    if (each.name) variants.push_back(each.name->value);
  }
  each_condition(layout, [&](const WhenSpec& when) {
    if (when.kind != WhenSpec::Kind::Variant) return;
    check_known(when, variants, "variant", DiagnosticId::BadValue, diags);
  });
  for (const VariantSpec& variant : layout.variants) {
    for (const WhenSpec& when : variant.when) {
      if (when.kind != WhenSpec::Kind::Overset || when.name.empty()) continue;
      check_known(when, frame_names(layout), "frame", DiagnosticId::UnknownFrame, diags);
    }
  }
}

void read_keys(const Value& root, LayoutSpec& layout, diag::Diagnostics& diags) {
  Constants constants(root.find("value"), diags);
  Request request = root_request(diags);
  request.constants = &constants;
  layout.constants = constants.all();
  read_table(root, request, layout);
}

/// Whether a line of it begins as one that sets `base` does. Hardly a layout has such a line that
/// is none.
bool may_say_base(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    // A quoted key may have escapes in it.
    const bool is_quoted = line.starts_with('"') || line.starts_with('\'');
    const bool is_long_text = line.starts_with("\"\"\"") || line.starts_with("'''");
    if (line.starts_with("base") || (is_quoted && !is_long_text)) return true;
  }
  return false;
}

}  // namespace

bool is_base(const diag::FileReader& files, std::string_view path) {
  diag::SourceMap sources;
  diag::Diagnostics unheard;
  const auto file = diag::read_text(files, path, {}, sources, unheard);
  if (!file || !may_say_base(sources.text(*file))) return false;
  const auto root = read_toml(sources, *file, unheard);
  const bool is_read = root && !unheard.has_errors();
  const Value* said = is_read ? root->find("base") : nullptr;
  const bool* is = said != nullptr ? std::get_if<bool>(&said->data) : nullptr;
  return is != nullptr && *is;
}

std::optional<std::string> first_of_two(const diag::FileReader& files, std::string_view path) {
  diag::SourceMap sources;
  diag::Diagnostics unheard;
  const auto root =
      read_with_extended(files, {"layouts", "base"}, std::string(path), {}, sources, unheard);
  if (!root || text_at(*root, "second_language").empty()) return std::nullopt;
  return first_language(*root);
}

LayoutSpec scaled(LayoutSpec layout, double factor) {
  Scale<LayoutSpec>::by(factor, layout);
  layout.scale *= factor;
  return layout;
}

std::optional<LayoutSpec> parse_layout(const diag::FileReader& files, std::string_view path,
                                       std::string_view language, diag::SourceMap& sources,
                                       diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  auto root = read_with_extended(files, {"layouts", "base"}, std::string(path), {}, sources, diags);
  if (!root) return std::nullopt;
  LayoutSpec layout;
  const Value* own_language = root->find("language");
  if (own_language != nullptr && own_language->as_string() != nullptr) {
    layout.own_language = *own_language->as_string();
  }
  root = in_language(std::move(*root), language, diags);
  auto variants = take_variants(*root, layout, diags);
  read_keys(*root, layout, diags);
  check_names(layout, diags);
  check_conditions(layout, diags);
  if (!variants.empty()) {
    layout.tree =
        std::make_shared<const LayoutTree>(LayoutTree{std::move(*root), std::move(variants)});
    if (diags.error_count() == errors) check_variants(layout, diags);
  }
  return layout;
}

std::optional<LayoutSpec> with_variants(const LayoutSpec& layout,
                                        const std::vector<std::size_t>& variants,
                                        diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  Value root = layout.tree->root;
  for (const std::size_t each : variants) {
    root = lay_over(std::move(root), layout.tree->variants.at(each), diags);
  }
  LayoutSpec result;
  result.own_language = layout.own_language;
  result.variants = layout.variants;
  result.tree = layout.tree;
  read_keys(root, result, diags);
  check_names(result, diags);
  if (diags.error_count() > errors) return std::nullopt;
  return result;
}

}  // namespace handbill::spec
