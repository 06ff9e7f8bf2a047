// SPDX-License-Identifier: MIT
// The table [facts] of a layout.
#include <unicode/ucurr.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/nearest.h"
#include "spec/bind.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

constexpr auto kTypes = std::to_array<FactTypeInfo>({
    {"organisation", "all that [clinic] has, and facts of its own",
     FactTypeInfo::Below::FurtherFacts},
    {"hours", "all that [hours] has"},
    {"address", "street, suite, city, state, zip and country"},
    {"phone", "a phone number"},
    {"mail", "a mail address"},
    {"web", "a web address"},
    {"text", "words as they are written, never read as Markdown"},
    {"date", "a date, `2026-12-25`"},
    {"number", "a number, its digits grouped as the language does"},
    {"code", "kept on one line; `code AA-99999` says how it is written",
     FactTypeInfo::Below::Nothing, FactTypeInfo::Form::Pattern},
    {"money", "an amount of money, `money USD`", FactTypeInfo::Below::Nothing,
     FactTypeInfo::Form::Currency},
});

const FactTypeInfo* type_named(std::string_view name) {
  const auto found = std::ranges::find(kTypes, name, &FactTypeInfo::name);
  return found == kTypes.end() ? nullptr : &*found;
}

std::string types_listed() {
  std::string text;
  for (const FactTypeInfo& each : kTypes) {
    text += (text.empty() ? "`" : ", `") + std::string(each.name) + "`";
  }
  return text;
}

std::string told(const FactSpec& fact) {
  return fact.type + (fact.form.empty() ? "" : " " + fact.form);
}

bool is_below(std::string_view path, std::string_view above) {
  return path.size() > above.size() && path.starts_with(above) && path[above.size()] == '.';
}

/// Reads [facts], whose paths may be in quotes or in tables.
class FactReader {
 public:
  FactReader(const Request& request, std::vector<FactSpec>& into)
      : request_(request), facts_(into) {}

  void add(const Entry& entry, const std::string& above) {
    if (request_.given_up() || entry.key.empty() || entry.value.is_lost()) return;
    const std::string path = above.empty() ? entry.key : above + "." + entry.key;
    if (const Value::Table* table = entry.value.as_table()) {
      for (const Entry& each : *table) add(each, path);
      return;
    }
    FactSpec fact{.path = path, .type = {}, .path_span = entry.key_span, .span = entry.value.span};
    if (is_path(fact) && read_type(entry.value, fact) && is_first(fact)) {
      facts_.push_back(std::move(fact));
    }
  }

  /// Once all are there: what stands below one that has no further facts.
  void check_nesting() {
    std::vector<FactSpec> all = built_in_facts();
    all.insert(all.end(), facts_.begin(), facts_.end());
    for (const FactSpec& fact : facts_) {
      for (const FactSpec& above : all) {
        if (!is_below(fact.path, above.path)) continue;
        if (type_named(above.type)->below == FactTypeInfo::Below::FurtherFacts) continue;
        fail(DiagnosticId::BadValue, fact.path_span,
             quoted(fact.path) + " can't have a type: " + quoted(above.path) + " is of the type " +
                 quoted(above.type) + ", which has no further facts below it");
        break;
      }
    }
  }

 private:
  bool is_path(const FactSpec& fact) {
    const bool has_gap = fact.path.starts_with('.') || fact.path.ends_with('.') ||
                         fact.path.find("..") != fact.path.npos;
    if (has_gap) {
      fail(DiagnosticId::BadValue, fact.path_span, quoted(fact.path) + " is not a path of keys",
           {"write it like `\"bakery.open\"`"});
    } else if (without_numbers(fact.path) != fact.path) {
      fail(DiagnosticId::BadValue, fact.path_span,
           quoted(fact.path) + " has a number in it; what is said of a list is said of each entry",
           {"leave the number out: " + quoted(without_numbers(fact.path))});
    } else if (fact.path == "revision" || is_below(fact.path, "revision")) {
      fail(DiagnosticId::BadValue, fact.path_span,
           "`revision` has a type already: each file says by it who has approved it");
    } else {
      return true;
    }
    return false;
  }

  bool read_type(const Value& value, FactSpec& fact) {
    const std::string* text = value.as_string();
    if (text == nullptr) {
      fail(DiagnosticId::WrongType, value.span,
           "the type of " + quoted(fact.path) + " is a text, not " + a_type(value),
           {"the types are " + types_listed()});
      return false;
    }
    const std::size_t end = std::min(text->find(' '), text->size());
    fact.type = text->substr(0, end);
    fact.form = text->substr(std::min(text->size(), end + 1));
    if (const FactTypeInfo* type = type_named(fact.type)) return fits(fact, *type);
    std::vector<std::string> names;
    for (const FactTypeInfo& each : kTypes) names.emplace_back(each.name);
    const auto near = nearest(to_lower(*text), names);
    fail(DiagnosticId::BadValue, value.span, quoted(*text) + " is no type of a fact",
         {near ? "did you mean " + quoted(*near) + "?" : "the types are " + types_listed()});
    return false;
  }

  /// What stands behind the name of the type.
  bool fits(const FactSpec& fact, const FactTypeInfo& type) {
    using enum FactTypeInfo::Form;
    if (type.form == None && !fact.form.empty()) {
      fail(DiagnosticId::BadValue, fact.span,
           "nothing stands behind the type " + quoted(type.name) + ", as " + quoted(fact.form) +
               " does");
    } else if (type.form == Currency && !is_currency(fact.form)) {
      fail(DiagnosticId::BadValue, fact.span,
           (fact.form.empty() ? "`money` has no currency"
                              : quoted(fact.form) + " is not a currency"),
           {"write it with the three capital letters of the currency: `money USD`"});
    } else {
      return true;
    }
    return false;
  }

  bool is_first(const FactSpec& fact) {
    const auto first = std::ranges::find(facts_, fact.path, &FactSpec::path);
    if (first != facts_.end()) {
      if (first->type != fact.type || first->form != fact.form) {
        request_.diags.add({DiagnosticId::DuplicateName,
                            diag::Severity::Error,
                            quoted(fact.path) + " has two types: " + quoted(told(*first)) +
                                " and " + quoted(told(fact)),
                            fact.path_span,
                            {{first->path_span, "it stands here first"}},
                            {}});
      }
      return false;
    }
    const std::vector<FactSpec> built_in = built_in_facts();
    const auto known = std::ranges::find(built_in, fact.path, &FactSpec::path);
    if (known == built_in.end()) return true;
    if (known->type != fact.type) {
      fail(DiagnosticId::BadValue, fact.span,
           quoted(fact.path) + " is of the type " + quoted(known->type) + " in every project");
    }
    return false;
  }

  void fail(DiagnosticId id, Span at, std::string message, std::vector<std::string> hints = {}) {
    request_.diags.error(id, at, std::move(message), std::move(hints));
  }

  const Request& request_;
  std::vector<FactSpec>& facts_;
};

}  // namespace

std::span<const FactTypeInfo> fact_types() { return kTypes; }

bool is_currency(std::string_view code) {
  constexpr std::size_t kLetters = 3;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() != kLetters || !std::ranges::all_of(code, is_capital)) return false;
  std::array<UChar, kLetters + 1> letters{};
  std::ranges::copy(code, letters.begin());
  return ucurr_getNumericCode(letters.data()) != 0;
}

std::vector<FactSpec> built_in_facts() {
  return {{.path = "clinic", .type = "organisation"}, {.path = "hours", .type = "hours"}};
}

const FactSpec* fact_over(std::span<const FactSpec> facts, std::string_view path) {
  const FactSpec* nearest = nullptr;
  for (const FactSpec& each : facts) {
    if (path != each.path && !is_below(path, each.path)) continue;
    if (nearest == nullptr || each.path.size() > nearest->path.size()) nearest = &each;
  }
  return nearest;
}

std::string without_numbers(std::string_view path) {
  std::string result;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    if (step.empty() || !std::ranges::all_of(step, is_digit)) {
      if (!result.empty()) result += '.';
      result += step;
    }
    begin = end + 1;
  }
  return result;
}

bool read(const Value& value, const Request& request, std::vector<FactSpec>& into) {
  if (value.as_table() == nullptr) {
    request.wrong_type(value);
    return false;
  }
  const std::size_t errors = request.diags.error_count();
  FactReader reader(request, into);
  for (const Entry& entry : *value.as_table()) reader.add(entry, "");
  reader.check_nesting();
  return request.diags.error_count() == errors;
}

void dump(const FactSpec& value, std::string_view name, Lines& lines) {
  lines.line(std::string(name) + " " + value.path, "\"" + told(value) + "\"", value.span);
}

}  // namespace handbill::spec
