// SPDX-License-Identifier: MIT
#include "desk/fields.h"

#include <algorithm>
#include <set>

#include "content/absent.h"
#include "content/blank.h"
#include "content/fact_table.h"
#include "desk/content_files.h"
#include "desk/printed_places.h"

namespace handbill::desk {
namespace {

using content::FactInfo;
using spec::Value;

class FieldReader {
 public:
  FieldReader(const std::vector<View>& views, const diag::SourceMap& sources,
              const std::string& language)
      : views_(views),
        sources_(sources),
        own_("content/" + language + "/"),
        files_(views),
        places_(views) {}

  std::vector<Group> read() {
    if (files_.content == nullptr) return {};
    for (const auto& each : files_.of_type("organisation")) add_organisation(each.path);
    for (const auto& each : files_.of_type("address")) add_address(each.path);
    for (const auto& each : files_.of_type("hours")) add_hours(each.path);
    for (const char* type : {"phone", "mail", "web", "text", "date", "number", "code", "money"}) {
      for (const auto& each : files_.of_type(type)) add_fact(each.path, type);
    }
    add_notices();
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
    const content::FactTypes& types = files_.content->types();
    field.known = types.in_table(path);
    field.form = types.form(path);
    const Value* value = files_.find(path);
    if (value == nullptr) return field;
    field.places = places_.of(path);
    field.is_text = value->as_string() != nullptr || value->as_table() != nullptr;
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
      const bool is_one = value->as_table() == nullptr && value->as_array() == nullptr;
      field.state = is_one && !value->is_lost() ? Field::State::Text : Field::State::Other;
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

  /// All that an organisation may say, and facts of its own.
  void add_organisation(const std::string& path) {
    if (files_.find(path) == nullptr) return;
    for (const FactInfo& fact : content::fact_table()) add_known(path, "clinic.", fact, path);
  }

  void add_address(const std::string& path) {
    const std::size_t dot = path.rfind('.');
    const std::string above = dot == path.npos ? path : path.substr(0, dot);
    for (const FactInfo& fact : content::fact_table()) {
      add_known(path, "clinic.address.", fact, above);
    }
  }

  /// `table`: what the fact table calls what stands at `path`.
  void add_known(const std::string& path, std::string_view table, const FactInfo& fact,
                 const std::string& in_group) {
    const bool is_own = fact.kind == FactInfo::Kind::Written && fact.name.starts_with(table);
    if (!is_own || fact.type == "table") return;
    const std::string own = path + "." + std::string(fact.name.substr(table.size()));
    add(own, std::string(fact.doc), fact.type, in_group);
  }

  /// A declared fact of another type, among those of its organisation or of its table.
  void add_fact(const std::string& path, std::string_view type) {
    const std::size_t dot = path.rfind('.');
    std::string in_group = dot == path.npos ? path : path.substr(0, dot);
    for (const auto& each : files_.of_type("organisation")) {
      if (path.starts_with(each.path + ".")) in_group = each.path;
    }
    add(path, path.substr(dot + 1), type, in_group);
  }

  /// Whether notices that the law may ask for apply; what they say are words.
  void add_notices() {
    const Value* notices = files_.find("notice");
    if (notices == nullptr || notices->as_table() == nullptr) return;
    for (const spec::Entry& notice : *notices->as_table()) {
      const std::string path = "notice." + notice.key;
      if (notice.value.find("applies") == nullptr) continue;
      add(path + ".applies", notice.key, "flag", "notice");
      for (const FactInfo& fact : content::fact_table()) {
        const std::string_view key = fact.name.substr(fact.name.rfind('.') + 1);
        const bool is_own = fact.name.starts_with("notice.NAME.") && key != "applies";
        const std::string own = path + "." + std::string(key);
        if (is_own && files_.find(own) != nullptr)
          add(own, std::string(fact.doc), fact.type, "notice");
      }
    }
  }

  void add(const std::string& path, const std::string& label, std::string_view type,
           const std::string& in_group) {
    if (!taken_.insert(path).second) return;
    group(Group::Kind::Facts, in_group).fields.push_back(field(path, label, type));
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
  const ContentFiles files_;
  const PrintedPlaces places_;
  std::set<std::string> taken_;  ///< facts that stand in a group of their own
  std::vector<Group> groups_;
};

}  // namespace

std::vector<Group> groups_of(const std::vector<View>& views, const diag::SourceMap& sources,
                             const std::string& language) {
  return FieldReader(views, sources, language).read();
}

}  // namespace handbill::desk
