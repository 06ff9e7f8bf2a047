// SPDX-License-Identifier: MIT
// Each key of type, frames and tables changes what some golden case shows: each is taken out of the
// cases that set it, and what they show is compared.
#include <catch2/catch.hpp>
#include <set>

#include "spec/key_table.h"
#include "unit/layout/golden_project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using spec::KeyInfo;
using spec::TableInfo;

/// A key of a layout, and what goes when it is taken out.
struct SetKey {
  std::string table, key;
  std::size_t begin = 0, end = 0;
};

const std::string kGroupRow = "side.frame.table.group_header";

/// The table of the reference that a key's value is.
std::string table_of(const std::string& key) {
  static const std::map<std::string, std::string> kTables = {{"side", "side_room"},
                                                             {"stops", "stop"},
                                                             {"margin", "inset"},
                                                             {"cells", "cell"},
                                                             {"column", "side.frame.table.column"},
                                                             {"row", "side.frame.table.row"},
                                                             {"padding", "inset"},
                                                             {"group_header", kGroupRow},
                                                             {"group_footer", kGroupRow},
                                                             {"footer", kGroupRow},
                                                             {"styles", "markdown"},
                                                             {"table", "side.frame.table"}};
  if (key.starts_with("rule_")) return "rule";
  const auto found = kTables.find(key);
  return found == kTables.end() ? key : found->second;
}

std::string table_of_header(std::string header) {
  std::erase_if(header, [](char c) { return c == '[' || c == ']'; });
  if (header.starts_with("part.") && header.ends_with(".frame")) return "side.frame";
  if (header.starts_with("part.")) return "part.NAME";
  for (const char* named : {"style", "character", "font", "swatch", "story"}) {
    if (header.starts_with(std::string(named) + ".")) return std::string(named) + ".NAME";
  }
  for (const char* row : {".group_header", ".group_footer", ".footer"}) {
    if (header.ends_with(row)) return kGroupRow;
  }
  if (header.ends_with(".header") || header.ends_with(".row")) return "side.frame.table.row";
  if (header.starts_with("table.")) return "side.frame.table";
  if (header == "parent.frame") return "side.frame";
  return header == "parent" ? "side" : header;
}

/// Reads the TOML of the cases, which is plain: no dots in keys, no dates.
class KeyScanner {
 public:
  explicit KeyScanner(const std::string& text) : text_(text) {}

  std::vector<SetKey> scan() {
    std::string table = "layout";
    while (skip_white(" \n")) {
      const std::size_t line_end = text_.find('\n', at_);
      if (text_[at_] == '#' || text_[at_] == '[') {
        if (text_[at_] == '[') table = table_of_header(text_.substr(at_, line_end - at_));
        at_ = line_end;
        continue;
      }
      const std::size_t index = pair(table);
      keys_[index].end = at_;
    }
    return std::move(keys_);
  }

 private:
  bool skip_white(const char* white) {
    at_ = std::min(text_.find_first_not_of(white, at_), text_.size());
    return at_ < text_.size();
  }

  /// `key = value`; the index of its key.
  std::size_t pair(const std::string& table) {
    const std::size_t equals = text_.find('=', at_);
    std::string key = text_.substr(at_, equals - at_);
    key.erase(key.find_last_not_of(' ') + 1);
    const std::size_t index = keys_.size();
    keys_.push_back({table, key, at_, at_});
    at_ = equals + 1;
    value(key);
    return index;
  }

  void value(const std::string& key) {
    skip_white(" \n");
    if (text_.compare(at_, 3, "\"\"\"") == 0) {
      at_ = text_.find("\"\"\"", at_ + 3) + 3;
    } else if (text_[at_] == '"') {
      do at_ = text_.find('"', at_ + 1);
      while (text_[at_ - 1] == '\\');
      ++at_;
    } else if (text_[at_] == '[') {
      list(key);
    } else if (text_[at_] == '{') {
      table(table_of(key));
    } else {
      at_ = text_.find_first_of(",]} \n", at_);
    }
  }

  void list(const std::string& key) {
    ++at_;
    while (skip_white(" ,\n") && text_[at_] != ']') value(key);
    ++at_;
  }

  void table(const std::string& name) {
    const std::size_t open = at_++;
    std::size_t last_end = open + 1;
    while (skip_white(" ,\n") && text_[at_] != '}') {
      const std::size_t index = pair(name);
      // With the comma after it, or the one before the last.
      const std::size_t comma = text_.find_first_not_of(" \n", at_);
      keys_[index].end = text_[comma] == ',' ? comma + 1 : at_;
      if (text_[comma] != ',') keys_[index].begin = last_end;
      last_end = at_;
    }
    ++at_;
  }

  const std::string& text_;
  std::size_t at_ = 0;
  std::vector<SetKey> keys_;
};

using Names = std::set<std::pair<std::string, std::string>>;

/// Adds the keys without which a case of the stage shows something else.
void add_effects(const std::string& stage, Dump dump, Names& effects) {
  for (const fs::path& folder : golden_cases(stage)) {
    const ProjectFiles files = golden_project(folder);
    const std::string expected = golden_dump(files, dump);
    const std::string text = files.at("layouts/layout.toml");
    for (const SetKey& each : KeyScanner(text).scan()) {
      if (effects.contains({each.table, each.key})) continue;
      ProjectFiles without = files;
      without["layouts/layout.toml"] = text.substr(0, each.begin) + text.substr(each.end);
      if (golden_dump(without, dump) != expected) effects.emplace(each.table, each.key);
    }
  }
}

/// What one font of one weight can't show, and what stands in headers.
const Names kElsewhere = {{"font.NAME", "fallback"},
                          {"character.NAME", "weight"},
                          {"character.NAME", "italic"},
                          {"character.NAME", "figures"},
                          {"side", "frame"},
                          {"side.frame.table", "header"},
                          {"side", "read_as"},                        // it is heard
                          {"side.frame.table.column", "row_header"},  // it is heard
                          {"side.frame.table", "group_header"},
                          {"side.frame.table", "group_footer"},
                          {"side.frame.table", "footer"},
                          {"side", "space"},
                          {"part.NAME", "frame"}};

}  // namespace

TEST_CASE("each key of type, frames and tables changes what a golden case shows") {
  Names effects;
  add_effects("lines", dump_lines, effects);
  add_effects("layout", layout::dump_fragments, effects);
  add_effects("pages", dump_pages, effects);
  const std::set<std::string_view> tables = {"baseline",
                                             "fold",
                                             "swatch.NAME",
                                             "font.NAME",
                                             "character.NAME",
                                             "style.NAME",
                                             "rule",
                                             "drop_cap",
                                             "lead_in",
                                             "side_room",
                                             "hyphen_min",
                                             "hyphenation",
                                             "markdown",
                                             "story.NAME",
                                             "part.NAME",
                                             "side.space",
                                             "side",
                                             "side.frame",
                                             "box",
                                             "inset",
                                             "fill",
                                             "stop",
                                             "stroke",
                                             "fit",
                                             "side.frame.table",
                                             "side.frame.table.row",
                                             "side.frame.table.column",
                                             "side.frame.table.group_header",
                                             "cell",
                                             "link"};
  for (const TableInfo& table : spec::key_tables()) {
    if (!tables.contains(table.name)) continue;
    for (const KeyInfo& key : table.keys) {
      if (kElsewhere.contains({std::string(table.name), std::string(key.name)})) continue;
      // A paragraph style takes the keys of characters.
      const bool is_shown = effects.contains({std::string(table.name), std::string(key.name)}) ||
                            (table.name == "character.NAME" &&
                             effects.contains({"style.NAME", std::string(key.name)}));
      INFO("no golden case of lines, layout or pages shows what `" << key.name << "` of "
                                                                   << table.name << " does");
      CHECK(is_shown);
    }
  }
}

}  // namespace handbill::test
