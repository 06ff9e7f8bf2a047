// SPDX-License-Identifier: MIT
#include "desk/content_files.h"

#include <set>

namespace handbill::desk {

ContentFiles::ContentFiles(const std::vector<View>& views) {
  std::set<std::string> subjects;
  for (const View& view : views) {
    if (!view.compiled || !view.compiled->content) continue;
    const content::Content& each = *view.compiled->content;
    if (content == nullptr || each.as_read().files.size() > content->as_read().files.size()) {
      content = &each;
    }
    for (const auto& file : each.as_read().files) {
      if (subjects.insert(file.subject).second) all.push_back(&file);
    }
  }
}

const spec::Value* ContentFiles::find(std::string_view path) const {
  for (const auto* file : all) {
    if (const spec::Value* value = file->root.at_path(path)) return value;
  }
  return nullptr;
}

std::vector<content::PlacedValue> ContentFiles::of_type(std::string_view type) const {
  std::vector<content::PlacedValue> values;
  if (content == nullptr) return values;
  content::Tables tables;
  for (const auto* file : all) {
    if (file->root.as_table() == nullptr) continue;
    for (const spec::Entry& entry : *file->root.as_table()) {
      if (!entry.key.empty() && entry.key != "revision") tables.emplace(entry.key, &entry.value);
    }
  }
  for (const spec::FactSpec& fact : content->types().declared()) {
    if (fact.type != type) continue;
    for (content::PlacedValue& each : content::values_of(fact, tables)) {
      values.push_back(std::move(each));
    }
  }
  return values;
}

}  // namespace handbill::desk
