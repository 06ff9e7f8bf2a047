// SPDX-License-Identifier: MIT
#include "prose/own_facts.h"

#include <algorithm>

#include "base/spaces.h"
#include "content/absent.h"
#include "content/blank.h"
#include "content/check_address.h"
#include "content/clinic.h"

namespace handbill::prose {
namespace {

using content::Content;
using spec::Value;

class FactCollector {
 public:
  FactCollector(const Content& content, std::string_view type) : content_(content), type_(type) {
    for (const auto& [table, span] : content.headings()) {
      if (const Value* value = content.written(table)) tables_.emplace(table, value);
    }
  }

  std::vector<OwnFact> collect() {
    for (const spec::FactSpec& fact : content_.types().declared()) {
      for (const content::PlacedValue& each : content::values_of(fact, tables_)) {
        if (is_searched(fact.type)) add_below(*each.value, each.path);
        if (fact.type == type_) add(*each.value, each.path);
      }
    }
    return std::move(facts_);
  }

 private:
  /// Tables whose keys have types.
  static bool is_searched(std::string_view type) {
    return type == "organisation" || type == "address";
  }

  void add_below(const Value& table, const std::string& path) {
    if (table.as_table() == nullptr || content::is_blank(table)) return;
    const content::FactTypes& types = content_.types();
    for (const spec::Entry& entry : *table.as_table()) {
      const std::string inner = path + "." + entry.key;
      if (entry.key.empty() || types.owner(inner) != types.owner(path)) continue;
      if (is_wanted(inner)) {
        add(entry.value, inner);
      } else if (types.type(inner) == "table") {
        add_below(entry.value, inner);
      }
    }
  }

  bool is_wanted(const std::string& path) const {
    const content::FactTypes& types = content_.types();
    if (type_ == "name") return types.in_table(path) == "clinic.name";
    if (type_ == "address") return types.in_table(path) == "clinic.address";
    return types.type(path) == type_;
  }

  void add(const Value& value, const std::string& path) {
    if (value.is_lost() || content::is_absent(path, value, content_.types())) return;
    facts_.push_back({path, &value, content::is_blank(value), content_.types().organisation(path)});
  }

  const Content& content_;
  std::string_view type_;
  content::Tables tables_;
  std::vector<OwnFact> facts_;
};

/// Some text in `value` has all its words at `place`.
bool has_text_at(const Value& value, const diag::Span& place) {
  if (const std::string* text = value.as_string()) {
    if (value.span.file != place.file || value.span.begin > place.begin ||
        value.span.end < place.end) {
      return false;
    }
    std::size_t begin = 0, end = text->size();
    while (begin < end && is_space((*text)[begin])) ++begin;
    while (end > begin && is_space((*text)[end - 1])) --end;
    return value.part(begin, end) == place;
  }
  if (const Value::Table* table = value.as_table()) {
    return std::ranges::any_of(
        *table, [&](const spec::Entry& entry) { return has_text_at(entry.value, place); });
  }
  const Value::Array* list = value.as_array();
  return list != nullptr &&
         std::ranges::any_of(*list, [&](const Value& each) { return has_text_at(each, place); });
}

}  // namespace

std::string_view OwnFact::text() const {
  const std::string* text = is_blank ? nullptr : value->as_string();
  return text != nullptr ? std::string_view(*text) : std::string_view();
}

std::vector<OwnFact> own_facts(const Content& content, std::string_view type) {
  return FactCollector(content, type).collect();
}

std::string printed_fact(const Content& content, std::string_view path, std::string_view format) {
  diag::Diagnostics said;
  const auto insert = content.insert(path, format, nullptr, {}, said);
  const auto* plain = insert ? std::get_if<content::Plain>(&*insert) : nullptr;
  return plain != nullptr ? plain->text : std::string();
}

std::string own_country(const Content& content) {
  diag::Diagnostics said;
  for (const OwnFact& each : own_facts(content, "address")) {
    const Value* country = each.is_blank ? nullptr : each.value->find("country");
    if (country == nullptr || country->as_string() == nullptr) continue;
    const std::string_view region = content::read_region(*country, said);
    if (!region.empty()) return std::string(region);
  }
  return "US";
}

std::vector<OwnHours> own_hours(const Content& content) {
  diag::Diagnostics said;
  std::vector<OwnHours> all;
  const content::LocaleText locale(content.language(), own_country(content));
  for (const OwnFact& each : own_facts(content, "hours")) {
    if (each.value->as_table() == nullptr) continue;
    all.push_back({each.path, content::read_hours(*each.value, each.path, locale, said)});
  }
  return all;
}

bool is_text_of_its_own(const Content& content, const words::Paragraph& paragraph,
                        std::size_t begin, std::size_t end) {
  const diag::Span place = words::written_at(paragraph, begin, end);
  return std::ranges::any_of(content.as_read().files, [&](const spec::ContentSpec::File& file) {
    return has_text_at(file.root, place);
  });
}

}  // namespace handbill::prose
