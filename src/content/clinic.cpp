// SPDX-License-Identifier: MIT
#include "content/clinic.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/spaces.h"
#include "content/absent.h"
#include "content/amount.h"
#include "content/blank.h"
#include "content/check_address.h"
#include "content/date.h"
#include "content/letters_in_numbers.h"
#include "content/no_break.h"
#include "content/placeholder.h"
#include "content/web_address.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using spec::Entry;
using spec::Value;

/// Empty also when the address has no such part: `suite = "none"`.
std::string text_at(const Value& table, std::string_view key) {
  const Value* value = table.find(key);
  const std::string* text = value ? value->as_string() : nullptr;
  return text && !says_none(*value) ? one_line(*text) : std::string();
}

void check_web(const Value& value, Diagnostics& diags) {
  const auto fault = find_web_fault(*value.as_string());
  if (!fault) return;
  diags.add({.id = fault->id,
             .severity = fault->severity,
             .message = fault->message,
             .span = value.part(fault->begin, fault->end),
             .hints = fault->hints});
}

void check_mail(const Value& value, Diagnostics& diags) {
  const std::string& text = *value.as_string();
  const std::size_t at = text.find('@');
  const bool one = at != std::string::npos && at > 0 && text.find('@', at + 1) == std::string::npos;
  std::vector<std::string> hints;
  if (one && text.find_first_of(" \t\n<>\"") == std::string::npos) {
    // The part after the @ is the name of a site.
    const auto fault = find_web_fault("https://" + text.substr(at + 1));
    if (!fault || fault->severity == diag::Severity::Warning) return;
    hints = fault->hints;
  }
  diags.error(DiagnosticId::BadValue, value.span, quoted(text) + " is not a mail address", hints);
}

std::string message_of(PhoneFault fault, const std::string& number, const std::string& region) {
  const std::string text = quoted(number);
  switch (fault) {
    case PhoneFault::TooShort:
      return text + " has too few digits for a phone number (" + region + ")";
    case PhoneFault::TooLong:
      return text + " has too many digits for a phone number (" + region + ")";
    case PhoneFault::NotInUse:
      return text + " has the length of a phone number, but no such numbers are given out (" +
             region + ")";
    case PhoneFault::NotANumber:
      break;
  }
  return text + " is not a phone number";
}

/// What people write for "none".
bool means_none(std::string_view text) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"-", "--", "n.a.", "n/a", "na", "nil", "no", "not available", "null", "–", "—"});
  return std::ranges::find(kWords, to_lower(text)) != kWords.end();
}

void add_values(const Value& value, const std::string& path, std::string_view rest, bool has_parts,
                std::vector<PlacedValue>& values) {
  const Value::Array* list = value.as_array();
  if (list != nullptr && !(rest.empty() && has_parts)) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      add_values((*list)[i], path + "." + std::to_string(i), rest, has_parts, values);
    }
  } else if (rest.empty()) {
    values.push_back({path, &value});
  } else {
    const std::string_view step = rest.substr(0, rest.find('.'));
    const Value* next = value.find(step);
    if (next == nullptr) return;
    add_values(*next, path + "." + std::string(step),
               rest.substr(std::min(rest.size(), step.size() + 1)), has_parts, values);
  }
}

/// Country by country, before anything is read by them.
class RegionReader {
 public:
  RegionReader(const Tables& tables, const FactTypes& types, Diagnostics& diags)
      : tables_(tables), types_(types), diags_(diags) {}

  Regions read() {
    std::set<std::string> of_organisations, of_addresses;
    for (const spec::FactSpec& fact : types_.declared()) {
      if (fact.type == "organisation") read(fact, "address.country", of_organisations);
      if (fact.type == "address") read(fact, "country", of_addresses);
    }
    const auto& all = of_organisations.empty() ? of_addresses : of_organisations;
    if (all.size() == 1) regions_.shared = *all.begin();
    return std::move(regions_);
  }

 private:
  void read(const spec::FactSpec& fact, std::string_view key, std::set<std::string>& all) {
    for (const PlacedValue& each : values_of(fact, tables_)) {
      const Value* country = each.value->at_path(key);
      const bool is_written = country != nullptr && country->as_string() != nullptr;
      const std::string_view region = is_written ? read_region(*country, diags_) : "";
      // An address without a country is in that of its organisation.
      if (region.empty() && fact.type == "address") continue;
      const std::string known(region.empty() ? "US" : region);
      all.insert(known);
      regions_.by_path.emplace(each.path, known);
    }
  }

  const Tables& tables_;
  const FactTypes& types_;
  Diagnostics& diags_;
  Regions regions_{};
};

class Reader {
 public:
  Reader(const FactTypes& types, PhoneBook& phones, Diagnostics& diags)
      : types_(types), phones_(phones), diags_(diags) {}

  TypedFacts read(const Tables& tables) {
    read_.regions = RegionReader(tables, types_, diags_).read();
    for (const spec::FactSpec& fact : types_.declared()) {
      if (fact.type == "hours") continue;
      const bool is_table = fact.type == "organisation" || fact.type == "address";
      for (const PlacedValue& each : values_of(fact, tables)) {
        if (each.value->is_lost()) continue;
        if (is_table) {
          read_table(*each.value, each.path);
        } else {
          read_fact(*each.value, each.path, each.path.substr(each.path.rfind('.') + 1));
        }
      }
    }
    return std::move(read_);
  }

 private:
  void read_table(const Value& table, const std::string& path) {
    if (table.as_table() == nullptr || is_blank(table)) {
      diags_.error(
          DiagnosticId::WrongType, table.span,
          quoted(path) + " is a heading with lines below it, not " +
              (is_blank(table) ? std::string("a blank; make its parts blank") : a_type(table)),
          {"write `[" + path + "]` in a line of its own, and below it such as `" +
           types_.keys(path).front() + " = \"…\"`"});
      return;
    }
    const std::vector<std::string> keys = types_.keys(path);
    for (const Entry& entry : *table.as_table()) {
      const std::string inner = path + "." + entry.key;
      if (std::ranges::find(keys, entry.key) == keys.end()) {
        diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                     "unknown key " + quoted(entry.key) + " in " + quoted(path),
                     hints_for(entry.key, keys, path));
        continue;
      }
      // Facts declared below it are read by themselves.
      if (types_.owner(inner) == types_.owner(path)) read_fact(entry.value, inner, entry.key);
    }
    if (types_.in_table(path) != "clinic.address") return;
    require(table, {"street", "city"});
    const Value* code = table.find("zip");
    if (code != nullptr && code->as_string() != nullptr && is_unfinished(*code)) return;
    check_parts(table, diags_);
    check_postal_code(table, read_.regions.at(path), diags_);
  }

  static std::vector<std::string> hints_for(const std::string& key,
                                            const std::vector<std::string>& keys,
                                            const std::string& path) {
    auto hints = did_you_mean(key, keys);
    if (hints.empty()) {
      hints = {"the keys of " + quoted(path) + " are " + joined(keys) +
               "; facts of your own go below a heading of their own"};
    }
    return hints;
  }

  void require(const Value& table, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
      if (table.find(key) != nullptr || !table.is_whole()) continue;
      diags_.error(DiagnosticId::MissingKey, table.span, "the address has no " + quoted(key),
                   {"a fact that is not known yet is `" + std::string(key) +
                    " = { blank = \"what to fill in\" }`"});
    }
  }

  void read_fact(const Value& value, const std::string& path, const std::string& key) {
    const std::string_view type = types_.type(path);
    if (type.empty()) return;
    if (type == "table") return read_table(value, path);
    if (is_blank(value)) return;
    if (const Entry* misspelt = misspelt_blank(value)) {
      return report_misspelt_blank(*misspelt, path, diags_);
    }
    const bool is_text = value.as_string() != nullptr;
    const bool is_counted = type == "money" || type == "number" || type == "date";
    if (is_counted && (!is_text || has_words(value, path, key))) {
      return read_counted(value, path, type);
    }
    if (is_counted) return;
    if (!is_text) {
      const auto* number = std::get_if<std::int64_t>(&value.data);
      diag::Diagnostic wrong{.id = DiagnosticId::WrongType,
                             .message = quoted(path) + " is a text, not " + a_type(value),
                             .span = value.span,
                             .hints = {"write a text, or `{ blank = \"what to fill in\" }`"}};
      if (value.as_table() != nullptr) {
        wrong.message = quoted(path) + " is neither a text nor a blank";
        wrong.hints = {"a blank says what to fill in: `{ blank = \"what to fill in\" }`"};
      }
      if (number != nullptr) {
        const std::string text = "\"" + std::to_string(*number) + "\"";
        wrong.hints = {"put it in quotes: `" + key + " = " + text + "`"};
        wrong.fix = diag::Fix{value.span, text};
      }
      diags_.add(std::move(wrong));
      return;
    }
    if (!has_words(value, path, key) || is_unfinished(value)) return;
    if (type == "web") check_web(value, diags_);
    if (type == "mail") check_mail(value, diags_);
    if (type == "code") check_code(value, types_.form(path), diags_);
    if (type == "phone") read_number(value, path);
  }

  void read_counted(const Value& value, const std::string& path, std::string_view type) {
    if (value.as_string() != nullptr && is_unfinished(value)) return;
    if (type == "money") read_money(value, types_.form(path), diags_);
    if (type == "number") read_decimal(value, diags_);
    if (type == "date") read_date(value, diags_);
  }

  /// False: there is no such fact, or what is written is none (reported).
  bool has_words(const Value& value, const std::string& path, const std::string& key) {
    const std::string& text = *value.as_string();
    const IfNone none = if_none(path, types_);
    const bool is_empty = text.find_first_not_of(" \t\n") == std::string::npos;
    if (none == IfNone::Empty && is_empty) return false;
    if (none != IfNone::Refused && says_none(value)) return false;
    const bool is_refused = none == IfNone::Refused ? says_none(value) : means_none(text);
    if (!is_empty && !is_refused) return true;
    const std::string blank = "`" + key + " = { blank = \"what to fill in\" }`";
    diags_.error(DiagnosticId::BadValue, value.span,
                 quoted(path) + (is_empty ? " is empty" : " can't be " + quoted(text)),
                 {none == IfNone::Refused ? "write it, or " + blank
                                          : "if " + has_none(path) + ", write `" + key +
                                                " = \"none\"`; if it is not known yet, " + blank});
    return false;
  }

  std::string has_none(const std::string& path) const {
    const std::string organisation = types_.organisation(path);
    return organisation.empty() ? "there is none" : organisation + " has none";
  }

  /// It holds words to be replaced, which is told of them.
  static bool is_unfinished(const Value& value) {
    return std::ranges::any_of(
        find_placeholders(*value.as_string(), TextIs::ClinicFact),
        [](const Placeholder& found) { return found.kind != Placeholder::Kind::Example; });
  }

  void read_number(const Value& value, const std::string& path) {
    const std::string region(read_.regions.at(path)), known = types_.in_table(path);
    const std::string& text = *value.as_string();
    if (report_letters(value, DiagnosticId::BadPhone, diags_)) return;
    auto phone = phones_.read(text, region);
    if (auto* read = std::get_if<Phone>(&phone)) {
      if (known == "clinic.text") read->uri.replace(0, read->uri.find(':'), "sms");
      read_.phones.push_back({path, std::move(*read)});
      return;
    }
    const diag::Span span = value.part(0, text.size());
    if (const auto* module = std::get_if<Module>(&phone)) {
      if (std::exchange(told_of_module_, true)) return;
      diags_.error(DiagnosticId::ModuleMissing, span,
                   quoted(text) + " could not be checked: " + module->trouble, {module->hint});
      return;
    }
    const PhoneFault fault = std::get<PhoneFault>(phone);
    std::vector<std::string> hints;
    if (fault == PhoneFault::TooLong) {
      hints = {known.empty() ? "write one number"
                             : "write one number; a second one goes below it as `phone2`"};
    }
    if (fault == PhoneFault::TooShort) hints = {"write the number with its area code"};
    diags_.error(DiagnosticId::BadPhone, span, message_of(fault, text, region), hints);
  }

  const FactTypes& types_;
  PhoneBook& phones_;
  Diagnostics& diags_;
  TypedFacts read_;
  bool told_of_module_ = false;
};

/// Where the code stands before the city, without a comma: "10115 Berlin".
constexpr auto kCodeFirst =
    std::to_array<std::string_view>({"AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GR",
                                     "IT", "LU", "NL", "NO", "PL", "PT", "SE", "SK"});

void append_part(std::string& line, std::string_view separator, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += separator;
  line += part;
}

bool any_blank(const Value& table) {
  return std::ranges::any_of(*table.as_table(),
                             [](const Entry& entry) { return is_blank(entry.value); });
}

}  // namespace

std::string_view Regions::at(std::string_view path) const {
  while (true) {
    const auto found = by_path.find(path);
    if (found != by_path.end()) return found->second;
    const std::size_t dot = path.rfind('.');
    if (dot == path.npos) return shared;
    path = path.substr(0, dot);
  }
}

std::vector<PlacedValue> values_of(const spec::FactSpec& fact, const Tables& tables) {
  const std::string_view path = fact.path;
  const std::string_view first = path.substr(0, path.find('.'));
  const auto table = tables.find(first);
  std::vector<PlacedValue> values;
  if (table == tables.end()) return values;
  const bool has_parts =
      fact.type == "organisation" || fact.type == "address" || fact.type == "hours";
  add_values(*table->second, std::string(first),
             path.substr(std::min(path.size(), first.size() + 1)), has_parts, values);
  return values;
}

TypedFacts read_typed_facts(const Tables& tables, const FactTypes& types, PhoneBook& phones,
                            Diagnostics& diags) {
  return Reader(types, phones, diags).read(tables);
}

std::optional<Address> read_address(const Value& table, std::string_view region) {
  if (table.as_table() == nullptr || any_blank(table)) return std::nullopt;
  const std::string street = text_at(table, "street"), city = text_at(table, "city"),
                    state = text_at(table, "state"), zip = text_at(table, "zip");
  Address address{.street = street};
  append_part(address.street, ", ", no_break(text_at(table, "suite")));
  if (std::ranges::find(kCodeFirst, region) != kCodeFirst.end()) {
    address.city = zip;
    append_part(address.city, kNoBreakSpaceText, city);
    append_part(address.city, ", ", state);
  } else {
    std::string code = state;
    append_part(code, kNoBreakSpaceText, zip);
    address.city = city;
    append_part(address.city, state.empty() ? " " : ", ", code);
  }
  if (address.street.empty() && address.city.empty()) return std::nullopt;
  // The suite leads a search for a street astray.
  address.map_query = street;
  append_part(address.map_query, ", ", city);
  append_part(address.map_query, ", ", state);
  append_part(address.map_query, " ", zip);
  return address;
}

std::string map_url(const Address& address) {
  return "https://www.openstreetmap.org/search?query=" + query_text(address.map_query);
}

}  // namespace handbill::content
