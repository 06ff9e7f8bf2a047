// SPDX-License-Identifier: MIT
#include "spec/lay_over.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "base/nearest.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using Keys = std::span<const std::string_view>;

constexpr auto kSizes = std::to_array<std::string_view>({"trim", "size"});
constexpr auto kContents =
    std::to_array<std::string_view>({"text", "story", "picture", "art", "qr", "table", "part"});
constexpr auto kAcross =
    std::to_array<std::string_view>({"left", "right", "width", "center", "columns"});
constexpr auto kDown = std::to_array<std::string_view>({"top", "bottom", "height", "middle"});

Entry* find_entry(Value& table, std::string_view key) {
  auto* entries = std::get_if<Value::Table>(&table.data);
  if (entries == nullptr) return nullptr;
  const auto found = std::ranges::find(*entries, key, &Entry::key);
  return found == entries->end() ? nullptr : &*found;
}

Value* find_value(Value& table, std::string_view key) {
  Entry* entry = find_entry(table, key);
  return entry != nullptr ? &entry->value : nullptr;
}

std::size_t count_of(const Value& table, Keys keys) {
  return static_cast<std::size_t>(std::ranges::count_if(
      keys, [&](std::string_view key) { return table.find(key) != nullptr; }));
}

/// Takes `keys` out of `base` that `over` does not have, when it has `most` of them or more.
void drop_rivals(Value& base, const Value& over, Keys keys, std::size_t most) {
  auto* entries = std::get_if<Value::Table>(&base.data);
  if (entries == nullptr || count_of(over, keys) < most) return;
  std::erase_if(*entries, [&](const Entry& entry) {
    return std::ranges::find(keys, entry.key) != keys.end() && over.find(entry.key) == nullptr;
  });
}

Value merge_frame(Value frame, const Value& over) {
  drop_rivals(frame, over, kContents, 1);
  Value* box = find_value(frame, "box");
  const Value* box_over = over.find("box");
  if (box != nullptr && box_over != nullptr) {
    drop_rivals(*box, *box_over, kAcross, 2);
    drop_rivals(*box, *box_over, kDown, 2);
  }
  return merge(std::move(frame), over);
}

/// Calls `use` with each frame of all sides and parents.
template <class Use>
void each_frame(Value& layout, Use use) {
  for (const char* list : {"parent", "side"}) {
    Value* sides = find_value(layout, list);
    auto* array = sides != nullptr ? std::get_if<Value::Array>(&sides->data) : nullptr;
    if (array == nullptr) continue;
    for (Value& side : *array) {
      Value* frames = find_value(side, "frame");
      auto* listed = frames != nullptr ? std::get_if<Value::Array>(&frames->data) : nullptr;
      if (listed == nullptr) continue;
      for (Value& frame : *listed) use(frame);
    }
  }
}

std::string name_of(const Value& frame) {
  const Value* name = frame.find("name");
  return name != nullptr && name->as_string() != nullptr ? *name->as_string() : std::string();
}

void report_unknown(const Entry& over, Value& layout, diag::Diagnostics& diags) {
  std::vector<std::string> names;
  each_frame(layout, [&](const Value& frame) {
    if (!name_of(frame).empty()) names.push_back(name_of(frame));
  });
  std::vector<std::string> hints;
  if (const auto near = nearest(over.key, names)) hints = {"did you mean `" + *near + "`?"};
  diags.error(diag::DiagnosticId::UnknownFrame, over.key_span,
              "no frame is called " + quoted(over.key), std::move(hints));
}

void change_frame(Value& layout, const Entry& over, diag::Diagnostics& diags) {
  if (over.value.is_lost()) return;
  if (over.value.as_table() == nullptr) {
    diags.error(diag::DiagnosticId::WrongType, over.value.span,
                "`frame." + over.key + "` takes keys of a frame");
    return;
  }
  bool is_known = false;
  each_frame(layout, [&](Value& frame) {
    if (name_of(frame) != over.key) return;
    is_known = true;
    frame = merge_frame(std::move(frame), over.value);
  });
  if (!is_known) report_unknown(over, layout, diags);
}

/// A side, parent or part by its name; null: there is none. Collects all names.
Value* find_side(Value& layout, std::string_view name, std::vector<std::string>& names) {
  Value* found = nullptr;
  for (const char* list : {"side", "parent"}) {
    Value* sides = find_value(layout, list);
    auto* array = sides != nullptr ? std::get_if<Value::Array>(&sides->data) : nullptr;
    if (array == nullptr) continue;
    for (Value& side : *array) {
      names.push_back(name_of(side));
      if (names.back() == name && found == nullptr) found = &side;
    }
  }
  Value* parts = find_value(layout, "part");
  auto* by_name = parts != nullptr ? std::get_if<Value::Table>(&parts->data) : nullptr;
  if (by_name == nullptr) return found;
  for (Entry& part : *by_name) {
    names.push_back(part.key);
    if (part.key == name && found == nullptr) found = &part.value;
  }
  return found;
}

std::vector<std::string> meant(std::string_view name, std::vector<std::string> names) {
  std::erase(names, "");
  const auto near = nearest(name, names);
  return near ? std::vector<std::string>{"did you mean `" + *near + "`?"}
              : std::vector<std::string>();
}

void set_key(Value& table, Entry over) {
  auto* entries = std::get_if<Value::Table>(&table.data);
  if (entries == nullptr) return;
  std::erase_if(*entries, [&](const Entry& each) { return each.key == over.key; });
  entries->push_back(std::move(over));
}

/// [[change.SIDE.frame]]: after those the side has.
void add_frames(Value& side, const Entry& over, diag::Diagnostics& diags) {
  const Value::Array* added = over.value.as_array();
  if (added == nullptr) {
    diags.error(diag::DiagnosticId::WrongType, over.value.span,
                "`frame` adds frames to a side: it takes a list of tables",
                {"put two brackets round the header: [[change.SIDE.frame]]"});
    return;
  }
  Value* frames = find_value(side, "frame");
  auto* listed = frames != nullptr ? std::get_if<Value::Array>(&frames->data) : nullptr;
  if (listed == nullptr) return set_key(side, over);
  listed->insert(listed->end(), added->begin(), added->end());
}

void change_frame_of(Value& side, std::string_view side_name, const Entry& over,
                     diag::Diagnostics& diags) {
  if (over.value.as_table() == nullptr) {
    diags.error(diag::DiagnosticId::WrongType, over.value.span,
                "`change." + std::string(side_name) + "." + over.key + "` takes keys of a frame",
                {"of the side itself it takes `hide`"});
    return;
  }
  Value* frames = find_value(side, "frame");
  auto* listed = frames != nullptr ? std::get_if<Value::Array>(&frames->data) : nullptr;
  std::vector<std::string> names;
  bool is_known = false;
  if (listed != nullptr) {
    for (Value& frame : *listed) {
      names.push_back(name_of(frame));
      if (names.back() != over.key) continue;
      is_known = true;
      frame = merge_frame(std::move(frame), over.value);
    }
  }
  if (is_known || !side.is_whole()) return;
  auto hints = meant(over.key, names);
  const Value* parent = side.find("parent");
  if (hints.empty() && parent != nullptr && parent->as_string() != nullptr) {
    hints = {"frames of its parent are changed there: `[change." + *parent->as_string() + "." +
             over.key + "]`"};
  }
  diags.error(diag::DiagnosticId::UnknownFrame, over.key_span,
              "no frame of `" + std::string(side_name) + "` is called " + quoted(over.key),
              std::move(hints));
}

/// [change.SIDE]
void change_side(Value& layout, const Entry& over, diag::Diagnostics& diags) {
  if (over.key.empty() || over.value.is_lost()) return;
  const Value::Table* changes = over.value.as_table();
  if (changes == nullptr) {
    diags.error(diag::DiagnosticId::WrongType, over.value.span,
                "`change." + over.key + "` takes frames of that side by name: `[change." +
                    over.key + ".title]`");
    return;
  }
  std::vector<std::string> names;
  Value* side = find_side(layout, over.key, names);
  if (side == nullptr) {
    diags.error(diag::DiagnosticId::BadValue, over.key_span,
                "no side, parent or part is called " + quoted(over.key), meant(over.key, names));
    return;
  }
  for (const Entry& each : *changes) {
    if (each.key.empty() || each.value.is_lost()) continue;
    if (each.key == "hide") {
      set_key(*side, each);
    } else if (each.key == "frame") {
      add_frames(*side, each, diags);
    } else {
      change_frame_of(*side, over.key, each, diags);
    }
  }
}

/// Takes a table of that name out of `over`; lost when there is none.
Value taken(Value& over, std::string_view name) {
  Value result;
  if (Entry* entry = find_entry(over, name)) {
    result = std::move(entry->value);
    std::erase_if(std::get<Value::Table>(over.data),
                  [&](const Entry& each) { return each.key == name; });
  }
  return result;
}

}  // namespace

Value lay_over(Value base, Value over, diag::Diagnostics& diags) {
  const Value frames = taken(over, "frame");
  const Value changes = taken(over, "change");
  Value* sheet = find_value(base, "sheet");
  const Value* sheet_over = over.find("sheet");
  if (sheet != nullptr && sheet_over != nullptr) drop_rivals(*sheet, *sheet_over, kSizes, 1);
  base = merge(std::move(base), std::move(over));
  // The frame may stand in a file that could not be read, which has been said.
  if (!base.is_whole()) return base;
  if (const auto* by_name = frames.as_table()) {
    for (const Entry& each : *by_name) change_frame(base, each, diags);
  } else if (!frames.is_lost()) {
    diags.error(diag::DiagnosticId::WrongType, frames.span,
                "`frame` takes tables by name: `[frame.title]`",
                {"frames of a side stand in `[[side.frame]]`"});
  }
  if (const auto* by_side = changes.as_table()) {
    for (const Entry& each : *by_side) change_side(base, each, diags);
  } else if (!changes.is_lost()) {
    diags.error(diag::DiagnosticId::WrongType, changes.span,
                "`change` takes tables by side and frame: `[change.front.title]`");
  }
  return base;
}

}  // namespace handbill::spec
