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
    std::to_array<std::string_view>({"text", "story", "picture", "art", "qr", "table"});
constexpr auto kAcross = std::to_array<std::string_view>({"left", "right", "width"});
constexpr auto kDown = std::to_array<std::string_view>({"top", "bottom", "height"});

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

}  // namespace

Value lay_over(Value base, Value over, diag::Diagnostics& diags) {
  Value frames;
  if (Entry* entry = find_entry(over, "frame")) {
    frames = std::move(entry->value);
    std::erase_if(std::get<Value::Table>(over.data),
                  [](const Entry& each) { return each.key == "frame"; });
  }
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
  return base;
}

}  // namespace handbill::spec
