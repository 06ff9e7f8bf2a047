// SPDX-License-Identifier: MIT
#include "desk/fields.h"

#include <algorithm>
#include <set>

#include "content/absent.h"
#include "content/blank.h"
#include "content/fact_table.h"

namespace handbill::desk {
namespace {

using content::FactInfo;
using spec::Value;

/// The content of all documents together: each of its files once.
struct Files {
  std::vector<const spec::ContentSpec::File*> all;
  const content::Content* content = nullptr;  ///< of the document that has most of them

  explicit Files(const std::vector<View>& views) {
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

  const Value* find(std::string_view path) const {
    for (const auto* file : all) {
      if (const Value* value = file->root.at_path(path)) return value;
    }
    return nullptr;
  }
};

class FieldReader {
 public:
  FieldReader(const std::vector<View>& views, const diag::SourceMap& sources,
              const std::string& language)
      : views_(views), sources_(sources), own_("content/" + language + "/"), files_(views) {}

  std::vector<Group> read() {
    if (files_.content == nullptr) return {};
    for (const spec::FactSpec& fact : files_.content->types().declared()) {
      if (fact.type == "organisation") add_organisation(fact.path);
      if (fact.type == "hours") add_hours(fact.path);
    }
    for (const auto* file : files_.all) {
      if (!file->root.span.known() && file->root.as_table() == nullptr) continue;
      for (const spec::Entry& entry : *file->root.as_table()) {
        if (!entry.key.empty() && entry.key != "revision") add_words(entry.value, entry.key);
      }
    }
    return std::move(groups_);
  }

 private:
  Field field(const std::string& path, const std::string& label, std::string_view type) const {
    Field field{path, label, std::string(type)};
    const Value* value = files_.find(path);
    if (value == nullptr) return field;
    const content::FactTypes& types = files_.content->types();
    field.may_be_none = content::if_none(path, types) != content::IfNone::Refused;
    field.is_borrowed = value->span.known() && !sources_.name(value->span.file).starts_with(own_);
    for (const View& view : views_) {
      if (view.compiled && view.compiled->document && view.compiled->document->printed.has(*value))
        field.documents.push_back(view.name);
    }
    if (content::is_blank(*value)) {
      field.state = Field::State::Blank;
      const Value* words = value->find("blank");
      if (words->as_string() != nullptr) field.text = *words->as_string();
    } else if (content::says_none(*value) && type != "words") {
      field.state = Field::State::None;
    } else if (const std::string* text = value->as_string()) {
      field.state = Field::State::Text;
      field.text = *text;
    } else {
      field.state = Field::State::Other;
      if (value->span.known()) field.text = sources_.text(value->span);
    }
    return field;
  }

  Group& group(Group::Kind kind, const std::string& name) {
    const auto found = std::ranges::find_if(
        groups_, [&](const Group& each) { return each.name == name && each.kind == kind; });
    if (found != groups_.end()) return *found;
    const Value* at = files_.find(name);
    const std::string file = at != nullptr && at->span.known() ? sources_.name(at->span.file) : "";
    return groups_.emplace_back(Group{kind, name, file, {}});
  }

  void add_organisation(const std::string& path) {
    if (files_.find(path) == nullptr) return;
    constexpr std::string_view kTable = "clinic.";
    for (const FactInfo& fact : content::fact_table()) {
      const bool is_own = fact.kind == FactInfo::Kind::Written && fact.name.starts_with(kTable);
      if (!is_own || fact.type == "table") continue;
      const std::string own = path + "." + std::string(fact.name.substr(kTable.size()));
      taken_.insert(own);
      group(Group::Kind::Facts, path)
          .fields.push_back(field(own, std::string(fact.doc), fact.type));
    }
  }

  void add_hours(const std::string& path) {
    const Value* hours = files_.find(path);
    if (hours == nullptr || hours->as_table() == nullptr) return;
    taken_.insert(path);
    for (const spec::Entry& entry : *hours->as_table()) {
      if (entry.key.empty() || entry.value.as_array() != nullptr) continue;
      group(Group::Kind::Hours, path)
          .fields.push_back(field(path + "." + entry.key, entry.key, "hours"));
    }
  }

  /// Texts below `path`, each in the group of its table.
  void add_words(const Value& value, const std::string& path) {
    if (taken_.contains(path)) return;
    if (value.as_string() != nullptr || content::is_blank(value)) {
      const std::size_t dot = path.rfind('.');
      const std::string table = dot == path.npos ? path : path.substr(0, dot);
      group(Group::Kind::Words, table)
          .fields.push_back(field(path, dot == path.npos ? path : path.substr(dot + 1), "words"));
    } else if (const Value::Table* table = value.as_table()) {
      for (const spec::Entry& entry : *table) {
        if (!entry.key.empty()) add_words(entry.value, path + "." + entry.key);
      }
    } else if (const Value::Array* array = value.as_array()) {
      for (std::size_t i = 0; i < array->size(); ++i) {
        add_words((*array)[i], path + "." + std::to_string(i));
      }
    }
  }

  const std::vector<View>& views_;
  const diag::SourceMap& sources_;
  const std::string own_;
  const Files files_;
  std::set<std::string> taken_;  ///< facts that stand in a group of their own
  std::vector<Group> groups_;
};

}  // namespace

std::vector<Group> groups_of(const std::vector<View>& views, const diag::SourceMap& sources,
                             const std::string& language) {
  return FieldReader(views, sources, language).read();
}

}  // namespace handbill::desk
