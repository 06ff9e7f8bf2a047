// SPDX-License-Identifier: MIT
#include "desk/documents.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/utf8.h"
#include "build/language_texts.h"
#include "build/output_set.h"
#include "build/project_files.h"
#include "build/run.h"
#include "content/blank.h"
#include "desk/file_name.h"
#include "spec/edit_toml.h"

namespace handbill::desk {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kAway = "layouts/put-away/";
/// So much of what stood in a template is told beside a field that is to be filled in.
constexpr std::size_t kLongestBlank = 90;

std::string layout_path(std::string_view name) { return "layouts/" + std::string(name) + ".toml"; }
std::string content_path(std::string_view language, std::string_view subject) {
  return "content/" + std::string(language) + "/" + std::string(subject) + ".toml";
}

/// A file of TOML that can be read.
struct Toml {
  diag::SourceMap sources;
  std::string text;
  diag::FileId file{};
  spec::Value root;
};

/// Nothing: there is none, or it can't be read.
std::optional<Toml> read_toml_file(const diag::FileReader& files, const std::string& path) {
  const diag::FileAnswer there = files.read(path);
  if (!there.bytes) return std::nullopt;
  Toml toml;
  toml.text = *there.bytes;
  toml.file = toml.sources.add(path, toml.text);
  diag::Diagnostics unread;
  auto root = spec::read_toml(toml.sources, toml.file, unread);
  if (!root || unread.has_errors()) return std::nullopt;
  toml.root = std::move(*root);
  return toml;
}

/// What the layout says its files of content are.
std::vector<std::string> subjects_of(const Toml& layout) {
  std::vector<std::string> subjects;
  const spec::Value* list = layout.root.find("content");
  if (list == nullptr || list->as_array() == nullptr) return subjects;
  for (const spec::Value& each : *list->as_array()) {
    if (each.as_string() != nullptr) subjects.push_back(*each.as_string());
  }
  return subjects;
}

bool is_name_part(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }

/// "treatment.title" is "chemical-peel.title", also in headers ("[treatment.alt]"), but not
/// "treatment.bottom", an edge of a frame.
std::string with_table_renamed(std::string_view text, std::string_view table,
                               std::string_view name) {
  constexpr auto kEdges = std::to_array<std::string_view>(
      {".left", ".right", ".top", ".bottom", ".width", ".height", ".center", ".middle"});
  std::string renamed;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find(table, at);
    if (found == text.npos) return renamed.append(text.substr(at));
    renamed.append(text.substr(at, found - at));
    at = found + table.size();
    const std::string_view after = text.substr(at);
    const char before = found == 0 ? '\n' : text[found - 1];
    const bool is_key = after.starts_with('.') && after.size() > 1 && is_name_part(after[1]) &&
                        std::ranges::none_of(kEdges, [&](std::string_view edge) {
                          return after.starts_with(edge) &&
                                 (after.size() == edge.size() || !is_name_part(after[edge.size()]));
                        });
    const bool is_header = before == '[' && after.starts_with(']');
    const bool is_whole = !is_name_part(before) && before != '.' && (is_key || is_header);
    renamed.append(is_whole ? name : table);
  }
  return renamed;
}

/// Keys of the content that name files: "icon", where a layout says "art/heal-{icon}.svg".
std::set<std::string, std::less<>> file_keys_of(std::string_view layout) {
  std::set<std::string, std::less<>> keys;
  for (const std::string_view ending : {"}.svg", "}.jpg", "}.jpeg", "}.png"}) {
    for (std::size_t at = layout.find(ending); at != layout.npos;
         at = layout.find(ending, at + 1)) {
      const std::size_t begin = layout.rfind('{', at);
      if (begin != layout.npos) keys.emplace(layout.substr(begin + 1, at - begin - 1));
    }
  }
  return keys;
}

/// What stands in a template, as a blank tells what to fill in: on one line, without its marks.
std::string as_blank(std::string_view text) {
  std::string told;
  for (const char c : text) {
    if (c == '*') continue;
    const bool is_space = c == '\n' || c == ' ';
    if (!is_space || (!told.empty() && !told.ends_with(' '))) told += is_space ? ' ' : c;
  }
  while (told.ends_with(' ')) told.pop_back();
  if (count_code_points(told) > kLongestBlank) {
    told.resize(offset_of_code_point(told, kLongestBlank));
    told += "…";
  }
  return "{ blank = " + spec::as_literal(told) + " }";
}

/// The texts below a table that somebody has to write. Headings, and what pictures show to those
/// who listen, hold for every document of a template.
void gather_texts(const spec::Value& value, const std::string& path,
                  const std::set<std::string, std::less<>>& file_keys,
                  std::vector<std::pair<std::string, std::string>>& texts) {
  if (const std::string* text = value.as_string()) {
    texts.emplace_back(path, *text);
  } else if (const auto* list = value.as_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      gather_texts((*list)[i], path + "." + std::to_string(i), file_keys, texts);
    }
  } else if (const auto* table = value.as_table(); table != nullptr && !content::is_blank(value)) {
    for (const spec::Entry& each : *table) {
      const bool stays = each.key.empty() || each.key == "headings" || each.key == "alt";
      if (stays || file_keys.contains(each.key)) continue;
      gather_texts(each.value, path + "." + each.key, file_keys, texts);
    }
  }
}

class Maker {
 public:
  Maker(const NewDocument& wanted, const world::Project& project, const diag::FileReader& files)
      : wanted_(wanted),
        project_(project),
        files_(files),
        program_({project.data}),
        from_(wanted.of == NewDocument::Of::Template
                  ? static_cast<const diag::FileReader&>(program_)
                  : files) {}

  std::variant<std::string, Refusal> make() {
    name_ = file_name_of(wanted_.title);
    if (name_.empty()) name_ = free_name("document");
    for (const std::string& path : {layout_path(name_), std::string(kAway) + name_ + ".toml"}) {
      if (is_there(path)) return refusal("there is already a document of this name", {});
    }
    const auto layout = read_toml_file(from_, layout_path(wanted_.from));
    if (!layout) return refusal("the document to begin with can't be read", {});
    diag::SourceMap unused;
    language_ = build::source_language_of(project_, unused);
    shared_ = subjects_of_others();
    layout_ = layout->text;
    title_ = title_path(*layout);
    for (const std::string& subject : subjects_of(*layout)) take_subject(subject);
    name_content(*layout);
    take_art();
    if (auto failed = write()) return refusal("it could not be written", *failed);
    return name_;
  }

 private:
  static Refusal refusal(std::string message, const std::string& detail) {
    if (!detail.empty()) message += ": " + detail;
    return {detail.empty() ? Refusal::Why::NoPlace : Refusal::Why::NotWritten, std::move(message)};
  }
  bool is_there(const std::string& path) const {
    return diag::DiskFiles({project_.root}).read(path).state != diag::FileState::Missing;
  }

  std::string free_name(const std::string& stem) const {
    for (std::size_t n = 2;; ++n) {
      std::string name = stem + "-" + std::to_string(n);
      if (!is_there(layout_path(name)) && !is_there(std::string(kAway) + name + ".toml")) {
        return name;
      }
    }
  }

  /// What other layouts beside the one that is taken have, each in the same place.
  std::set<std::string> subjects_of_others() const {
    std::set<std::string> subjects;
    const world::Project of = wanted_.of == NewDocument::Of::Template
                                  ? world::Project{project_.data, project_.data}
                                  : project_;
    for (const std::string& path : build::project_layouts(of)) {
      if (build::stem(path) == wanted_.from) continue;
      const auto other = read_toml_file(from_, path);
      if (!other) continue;
      for (const std::string& each : subjects_of(*other)) subjects.insert(each);
    }
    // Facts that the program knows belong to the whole house.
    subjects.insert({"clinic", "hours"});
    return subjects;
  }

  /// "{treatment.title}" is "treatment.title"; empty: it is put together otherwise.
  static std::string title_path(const Toml& layout) {
    const spec::Value* title = layout.root.find("title");
    if (title == nullptr || title->as_string() == nullptr) return "";
    const std::string_view text = *title->as_string();
    if (!text.starts_with('{') || text.find('}') != text.size() - 1) return "";
    return std::string(text.substr(1, text.size() - 2));
  }

  void take_subject(const std::string& subject) {
    if (shared_.contains(subject)) {
      const std::string path = content_path(language_, subject);
      const diag::FileAnswer there = program_.read(path);
      if (wanted_.of == NewDocument::Of::Template && !is_there(path) && there.bytes) {
        content_[language_].push_back({subject + ".toml", *there.bytes});
      }
      return;
    }
    const std::string own =
        renamed_.empty() ? name_ : name_ + "-" + std::to_string(renamed_.size() + 1);
    renamed_.emplace(subject, own);
    for (const std::string& language : build::project_languages(project_)) {
      const bool is_own = language == language_;
      // What a template says in other languages is not what this document will say.
      if (!is_own && wanted_.of == NewDocument::Of::Template) continue;
      if (auto toml = read_toml_file(from_, content_path(language, subject))) {
        content_[language].push_back({own + ".toml", as_own(*toml, is_own)});
      }
    }
  }

  /// The file with texts of its own, in tables of its own.
  std::string as_own(const Toml& toml, bool is_source) {
    std::vector<diag::Fix> edits;
    const spec::TomlFile file{toml.sources, toml.file, toml.root};
    const auto set = [&](const std::string& path, const std::string& literal) {
      if (auto edit = spec::set_value(file, path, literal)) edits.push_back(std::move(*edit));
    };
    std::vector<std::pair<std::string, std::string>> texts;
    for (const spec::Entry& each : *toml.root.as_table()) {
      if (!is_asked_for(each.key)) continue;
      if (is_source) tables_.insert(each.key);
      gather_texts(each.value, each.key, file_keys_of(layout_), texts);
    }
    for (const auto& [path, text] : texts) {
      if (is_source && path == title_)
        set(path, spec::as_literal(wanted_.title));
      else if (wanted_.of == NewDocument::Of::Template)
        set(path, as_blank(text));
    }
    if (toml.root.at_path("revision.status") != nullptr) set("revision.status", "\"draft\"");
    std::string text = spec::edited(toml.text, std::move(edits));
    for (const std::string& table : tables_)
      text = with_table_renamed(text, table, own_table(table));
    return text;
  }

  /// Whether the layout says anything of a table by its name.
  bool is_asked_for(const std::string& table) const {
    return !table.empty() && table != "revision" &&
           with_table_renamed(layout_, table, table + "-") != layout_;
  }
  std::string own_table(const std::string& table) const {
    return tables_.size() == 1 ? name_ : name_ + "-" + table;
  }

  /// The layout asks its own content.
  void name_content(const Toml& layout) {
    std::vector<diag::Fix> edits;
    const spec::TomlFile file{layout.sources, layout.file, layout.root};
    std::string list;
    for (const std::string& subject : subjects_of(layout)) {
      const auto own = renamed_.find(subject);
      list += (list.empty() ? "" : ", ") +
              spec::as_literal(own == renamed_.end() ? subject : own->second);
    }
    if (auto edit = spec::set_value(file, "content", "[" + list + "]")) edits.push_back(*edit);
    const bool has_title = std::ranges::any_of(
        tables_, [&](const std::string& table) { return title_.starts_with(table + "."); });
    if (!has_title) {
      if (auto edit = spec::set_text(file, "title", wanted_.title)) edits.push_back(*edit);
    }
    layout_ = spec::edited(layout_, std::move(edits));
    for (const std::string& table : tables_) {
      layout_ = with_table_renamed(layout_, table, own_table(table));
    }
  }

  /// The drawings of a template that the project does not have.
  void take_art() {
    if (wanted_.of != NewDocument::Of::Template) return;
    for (const std::string& name : program_.list("layouts/art")) {
      const std::string path = "layouts/art/" + name;
      const diag::FileAnswer there = program_.read(path);
      if (!is_there(path) && there.bytes) art_.push_back({name, *there.bytes});
    }
  }

  /// What failed. The layout comes last: with it the document is there.
  std::optional<std::string> write() const {
    for (const auto& [language, files] : content_) {
      if (auto failed = write_into("content/" + language, files)) return failed;
    }
    if (auto failed = write_into("layouts/art", art_)) return failed;
    return write_into("layouts", {{name_ + ".toml", layout_}});
  }
  std::optional<std::string> write_into(const std::string& folder,
                                        const std::vector<build::OutputFile>& files) const {
    if (files.empty()) return std::nullopt;
    build::OutputSet set((fs::path(project_.root) / folder).string(), build::Durability::OnDisk);
    if (auto failed = set.add(files)) return failed;
    return set.publish({});
  }

  const NewDocument& wanted_;
  const world::Project& project_;
  const diag::FileReader& files_;
  const diag::DiskFiles program_;
  const diag::FileReader& from_;
  std::string name_, language_, layout_, title_;
  std::set<std::string> shared_;
  std::map<std::string, std::string> renamed_;                     ///< files of content: from, to
  std::set<std::string> tables_;                                   ///< of these
  std::map<std::string, std::vector<build::OutputFile>> content_;  ///< by language
  std::vector<build::OutputFile> art_;
};

/// A name, not a path.
bool is_file_name(const std::string& name) {
  return !name.empty() && !name.starts_with('.') && name.find('/') == name.npos;
}

std::optional<Refusal> move_layout(const world::Project& project, const std::string& from,
                                   const std::string& to) {
  const diag::DiskFiles disk({project.root});
  if (disk.read(from).state != diag::FileState::File) {
    return Refusal{Refusal::Why::NoPlace, "there is no such document"};
  }
  if (disk.read(to).state != diag::FileState::Missing) {
    return Refusal{Refusal::Why::NoPlace, "there is already a document of this name"};
  }
  std::error_code error;
  const fs::path root = project.root;
  fs::create_directories((root / to).parent_path(), error);
  if (!error) fs::rename(root / from, root / to, error);
  if (error) return Refusal{Refusal::Why::NotWritten, error.message()};
  return std::nullopt;
}

/// Another layout that is laid over this one.
bool is_needed(const world::Project& project, const std::string& name) {
  const diag::DiskFiles disk({project.root});
  return std::ranges::any_of(build::project_layouts(project), [&](const std::string& path) {
    const auto layout = read_toml_file(disk, path);
    const spec::Value* extends = layout ? layout->root.find("extends") : nullptr;
    return extends != nullptr && extends->as_string() != nullptr && *extends->as_string() == name;
  });
}

}  // namespace

std::variant<std::string, Refusal> make_document(const NewDocument& wanted,
                                                 const world::Project& project,
                                                 const diag::FileReader& files) {
  return Maker(wanted, project, files).make();
}

std::optional<Refusal> put_away(const world::Project& project, const std::string& name) {
  if (!is_file_name(name)) return Refusal{Refusal::Why::NoPlace, "there is no such document"};
  if (is_needed(project, name)) {
    return Refusal{Refusal::Why::NoPlace, "another document is made from this one"};
  }
  return move_layout(project, layout_path(name), std::string(kAway) + name + ".toml");
}

std::optional<Refusal> bring_back(const world::Project& project, const std::string& name) {
  if (!is_file_name(name)) return Refusal{Refusal::Why::NoPlace, "there is no such document"};
  return move_layout(project, std::string(kAway) + name + ".toml", layout_path(name));
}

std::vector<std::string> documents_put_away(const world::Project& project) {
  std::vector<std::string> names;
  for (const std::string& name : diag::DiskFiles({project.root}).list("layouts/put-away")) {
    if (name.ends_with(".toml")) names.push_back(build::stem(name));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace handbill::desk
