// SPDX-License-Identifier: MIT
#include "desk/homes.h"

namespace handbill::desk {
namespace {

std::string_view table_of(std::string_view path) { return path.substr(0, path.find('.')); }

/// All that is written below `path`, and itself.
class Walk {
 public:
  Walk(const diag::SourceMap& sources, std::map<std::string, std::string, std::less<>>& files)
      : sources_(sources), files_(files) {}

  void add(const std::string& path, const spec::Value& value) {
    if (value.span.known()) files_.emplace(path, sources_.name(value.span.file));
    if (const auto* table = value.as_table()) {
      for (const spec::Entry& each : *table) add(path + "." + each.key, each.value);
    } else if (const auto* array = value.as_array()) {
      for (std::size_t i = 0; i < array->size(); ++i) {
        add(path + "." + std::to_string(i), (*array)[i]);
      }
    }
  }

 private:
  const diag::SourceMap& sources_;
  std::map<std::string, std::string, std::less<>>& files_;
};

}  // namespace

void Homes::add(const spec::ContentSpec& content, const diag::SourceMap& sources) {
  for (const auto& file : content.files) {
    if (file.root.as_table() == nullptr) continue;
    for (const spec::Entry& each : *file.root.as_table()) {
      const auto [entry, fresh] = tables_.try_emplace(
          each.key, Table{"content/" + language_ + "/" + file.subject + ".toml"});
      if (fresh) Walk(sources, entry->second.files).add(each.key, each.value);
    }
  }
}

void Homes::add(std::string_view path, const std::string& file) {
  const auto table = tables_.find(table_of(path));
  if (table != tables_.end()) table->second.files.insert_or_assign(std::string(path), file);
}

std::optional<std::string> Homes::of(std::string_view path) const {
  const auto table = tables_.find(table_of(path));
  if (table == tables_.end()) return std::nullopt;
  for (std::string_view up = path;;) {
    const auto known = table->second.files.find(up);
    if (known != table->second.files.end()) return known->second;
    const std::size_t dot = up.rfind('.');
    if (dot == up.npos) return table->second.own;
    up = up.substr(0, dot);
  }
}

}  // namespace handbill::desk
