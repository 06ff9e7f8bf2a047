// SPDX-License-Identifier: MIT
// Binds the keys of a TOML table to the members of a struct. A table is one list:
//
//   key<&SheetSpec::bleed>("bleed", "0.125 in", "how far colour runs past the trim").least(0)
//
// The type is that of the member. Reading, "did you mean", messages on types and ranges, the dump
// and the reference all come from this list. Private to this folder.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/number.h"
#include "diag/diagnostic.h"
#include "spec/constants.h"
#include "spec/key_table.h"
#include "spec/layout_spec.h"
#include "spec/printed_spec.h"
#include "spec/records_spec.h"
#include "spec/rules_spec.h"
#include "spec/value.h"

namespace handbill::spec {

/// What a value is read for: the key it belongs to, and what that key takes.
struct Request {
  std::string_view key;
  std::string_view type;
  Range range;
  diag::Diagnostics& diags;
  std::string_view name;    ///< of a table that has one: "body" of [style.body]
  std::size_t most_errors;  ///< reading stops there, so that a hostile file ends in bounded time
  Constants* constants = nullptr;  ///< what lengths may be written with; null: nothing

  /// The same for one table of several; `element_name` may be empty.
  Request for_element(std::string_view element_name) const {
    return {element_name.empty() ? key : element_name,
            "table",
            range,
            diags,
            element_name,
            most_errors,
            constants};
  }
  bool given_up() const { return diags.error_count() >= most_errors; }
  void wrong_type(const Value& value) const;
  void bad_value(diag::Span span, std::string_view seen, std::vector<std::string> hints = {}) const;
  /// False, and reported: outside the range, which has a least at least. `shown` is the number as
  /// the user wrote it, `unit` that of the range.
  bool in_range(double number, diag::Span span, std::string_view shown,
                std::string_view unit) const;
};

/// Writes the dump.
struct Lines {
  const diag::SourceMap& sources;
  diag::FileId home;
  std::size_t depth = 0;
  std::string out{};

  /// `name` `text`, and the place of `span`, on a line of its own.
  void line(std::string_view name, std::string_view text, diag::Span span);
};

template <class Struct>
struct Key {
  KeyInfo info;
  bool is_required = false;
  bool (*read)(const Value&, const Request&, Struct&);
  void (*dump)(const Struct&, std::string_view, Lines&);
  /// Multiplies the lengths by a factor; null: they stay (see Scale).
  void (*scale)(Struct&, double) = nullptr;

  constexpr Key required() const {
    Key key = *this;
    key.is_required = true;
    return key;
  }
  constexpr Key least(double value) const {
    Key key = *this;
    key.info.range.least = value;
    return key;
  }
  constexpr Key between(double least, double most) const {
    Key key = *this;
    key.info.range = {least, most};
    return key;
  }
  /// Not a measure of the design: it stays when lengths follow the trim.
  constexpr Key unscaled() const {
    Key key = *this;
    key.scale = nullptr;
    return key;
  }
  /// What the reference and messages call the type. "one of a, b, c" is also checked.
  constexpr Key takes(std::string_view type) const {
    Key key = *this;
    key.info.type = type;
    return key;
  }
  /// Reads the value with a function of its own.
  constexpr Key by(bool (*function)(const Value&, const Request&, Struct&)) const {
    Key key = *this;
    key.read = function;
    return key;
  }
};

/// A table of the TOML file and the struct it becomes.
template <class Struct>
struct TableKeys {
  std::string_view name;  ///< as in the reference: "sheet", "style.NAME"
  std::string_view doc;
  std::span<const Key<Struct>> keys;
  /// Checked when all keys are read; may be null.
  void (*finish)(const Value&, const Request&, Struct&) = nullptr;
};

// The lists. Each pointer only chooses the overload.
TableKeys<LayoutSpec> table_keys(const LayoutSpec*);
TableKeys<SheetSpec> table_keys(const SheetSpec*);
TableKeys<FoldSpec> table_keys(const FoldSpec*);
TableKeys<BaselineSpec> table_keys(const BaselineSpec*);
TableKeys<SwatchSpec> table_keys(const SwatchSpec*);
TableKeys<FontSpec> table_keys(const FontSpec*);
TableKeys<StyleSpec> table_keys(const StyleSpec*);
TableKeys<CharacterSpec> table_keys(const CharacterSpec*);
TableKeys<MarkdownSpec> table_keys(const MarkdownSpec*);
TableKeys<RuleSpec> table_keys(const RuleSpec*);
TableKeys<HyphenMinSpec> table_keys(const HyphenMinSpec*);
TableKeys<HyphenationSpec> table_keys(const HyphenationSpec*);
TableKeys<DropCapSpec> table_keys(const DropCapSpec*);
TableKeys<LeadInSpec> table_keys(const LeadInSpec*);
TableKeys<SideRoomSpec> table_keys(const SideRoomSpec*);
TableKeys<LinkSpec> table_keys(const LinkSpec*);
TableKeys<StorySpec> table_keys(const StorySpec*);
TableKeys<SideSpec> table_keys(const SideSpec*);
TableKeys<FrameSpec> table_keys(const FrameSpec*);
TableKeys<PartSpec> table_keys(const PartSpec*);
TableKeys<SpaceSpec> table_keys(const SpaceSpec*);
TableKeys<GridSpec> table_keys(const GridSpec*);
TableKeys<BoxSpec> table_keys(const BoxSpec*);
TableKeys<FillSpec> table_keys(const FillSpec*);
TableKeys<StopSpec> table_keys(const StopSpec*);
TableKeys<StrokeSpec> table_keys(const StrokeSpec*);
TableKeys<InsetsSpec> table_keys(const InsetsSpec*);
TableKeys<MarginSpec> table_keys(const MarginSpec*);
TableKeys<PagesSpec> table_keys(const PagesSpec*);
TableKeys<EditionsSpec> table_keys(const EditionsSpec*);
TableKeys<ReflowSpec> table_keys(const ReflowSpec*);
TableKeys<OfficeSpec> table_keys(const OfficeSpec*);
TableKeys<ScreenSpec> table_keys(const ScreenSpec*);
TableKeys<HtmlSpec> table_keys(const HtmlSpec*);
TableKeys<PlainTextSpec> table_keys(const PlainTextSpec*);
TableKeys<BrailleSpec> table_keys(const BrailleSpec*);
TableKeys<TableSpec> table_keys(const TableSpec*);
TableKeys<ColumnSpec> table_keys(const ColumnSpec*);
TableKeys<RowSpec> table_keys(const RowSpec*);
TableKeys<CellSpec> table_keys(const CellSpec*);
TableKeys<GroupRowSpec> table_keys(const GroupRowSpec*);
TableKeys<FitSpec> table_keys(const FitSpec*);
TableKeys<WaiverSpec> table_keys(const WaiverSpec*);
TableKeys<VariantSpec> table_keys(const VariantSpec*);
TableKeys<RulePackSpec> table_keys(const RulePackSpec*);
TableKeys<RuleClassSpec> table_keys(const RuleClassSpec*);
TableKeys<PressRuleSpec> table_keys(const PressRuleSpec*);
TableKeys<WordRuleSpec> table_keys(const WordRuleSpec*);
TableKeys<RuleLimitsSpec> table_keys(const RuleLimitsSpec*);
TableKeys<RolesSpec> table_keys(const RolesSpec*);
TableKeys<RoleSpec> table_keys(const RoleSpec*);
TableKeys<ApprovedSpec> table_keys(const ApprovedSpec*);
TableKeys<ApprovalSpec> table_keys(const ApprovalSpec*);
TableKeys<RevocationSpec> table_keys(const RevocationSpec*);
TableKeys<PrintedSpec> table_keys(const PrintedSpec*);
TableKeys<ShownSpec> table_keys(const ShownSpec*);
TableKeys<PrintSpec> table_keys(const PrintSpec*);
TableKeys<DiscardedSpec> table_keys(const DiscardedSpec*);
TableKeys<CorrectedSpec> table_keys(const CorrectedSpec*);
TableKeys<TranslatedSpec> table_keys(const TranslatedSpec*);
TableKeys<TranslationSpec> table_keys(const TranslationSpec*);

template <class T>
concept HasKeys = requires(const T* t) {
  table_keys(t);
};

// Reading. Each returns false when it has reported something.
bool read(const Value& value, const Request& request, Text& into);
bool read(const Value& value, const Request& request, Spanned<Length>& into);
bool read(const Value& value, const Request& request, Spanned<bool>& into);
bool read(const Value& value, const Request& request, Spanned<std::int64_t>& into);
bool read(const Value& value, const Request& request, Spanned<Date>& into);
/// A percentage: 80 or "80%".
bool read(const Value& value, const Request& request, Spanned<double>& into);
bool read(const Value& value, const Request& request, EdgeSpec& into);
/// One length, or the least and the most.
bool read(const Value& value, const Request& request, GapSpec& into);
bool read(const Value& value, const Request& request, ColorSpec& into);
/// One length for all sides, or a table.
bool read(const Value& value, const Request& request, InsetsSpec& into);
bool read(const Value& value, const Request& request, MarginSpec& into);
bool read(const Value& value, const Request& request, std::array<Spanned<Length>, 2>& into);
bool read(const Value& value, const Request& request, std::vector<Text>& into);
bool read(const Value& value, const Request& request, std::vector<Spanned<Length>>& into);
bool read(const Value& value, const Request& request, std::vector<Spanned<std::int64_t>>& into);
bool read(const Value& value, const Request& request, std::vector<Spanned<double>>& into);
/// A word for pictures, a table for text.
bool read(const Value& value, const Request& request, FitSpec& into);
/// A word, or a table.
bool read(const Value& value, const Request& request, FoldSpec& into);
/// A word, or a table.
bool read(const Value& value, const Request& request, EditionsSpec& into);
/// A table, or the name of one.
bool read(const Value& value, const Request& request, TableSpec& into);
/// A swatch, or a table.
bool read(const Value& value, const Request& request, FillSpec& into);
/// "none", or a table.
bool read(const Value& value, const Request& request, RuleSpec& into);
/// Swatches and tables.
bool read(const Value& value, const Request& request, std::vector<StopSpec>& into);
/// Texts and tables.
bool read(const Value& value, const Request& request, std::vector<CellSpec>& into);
/// A condition, or several that must all hold.
bool read(const Value& value, const Request& request, std::vector<WhenSpec>& into);
/// { "-" = [0, 60] }
bool read(const Value& value, const Request& request, std::vector<ProtrusionSpec>& into);
/// parse_layout has read them before.
bool read(const Value& value, const Request& request, std::vector<ConstantSpec>& into);
/// { title = "{visit.title}", tone = "teal" }
bool read(const Value& value, const Request& request, std::vector<SetSpec>& into);
/// { clinic = "organisation", "bakery.open" = "hours" }
bool read(const Value& value, const Request& request, std::vector<FactSpec>& into);

void dump(const Text& value, std::string_view name, Lines& lines);
void dump(const Spanned<Length>& value, std::string_view name, Lines& lines);
void dump(const Spanned<bool>& value, std::string_view name, Lines& lines);
void dump(const Spanned<std::int64_t>& value, std::string_view name, Lines& lines);
void dump(const Spanned<Date>& value, std::string_view name, Lines& lines);
void dump(const Spanned<double>& value, std::string_view name, Lines& lines);
void dump(const EdgeSpec& value, std::string_view name, Lines& lines);
void dump(const GapSpec& value, std::string_view name, Lines& lines);
void dump(const ColorSpec& value, std::string_view name, Lines& lines);
void dump(const FitSpec& value, std::string_view name, Lines& lines);
void dump(const FoldSpec& value, std::string_view name, Lines& lines);
void dump(const EditionsSpec& value, std::string_view name, Lines& lines);
void dump(const TableSpec& value, std::string_view name, Lines& lines);
void dump(const FillSpec& value, std::string_view name, Lines& lines);
void dump(const RuleSpec& value, std::string_view name, Lines& lines);
void dump(const ProtrusionSpec& value, std::string_view name, Lines& lines);
void dump(const SetSpec& value, std::string_view name, Lines& lines);
void dump(const ConstantSpec& value, std::string_view name, Lines& lines);
void dump(const FactSpec& value, std::string_view name, Lines& lines);
void dump(const WhenSpec& value, std::string_view name, Lines& lines);

/// The request for the root of a file.
Request root_request(diag::Diagnostics& diags);

/// Reports a key that a table does not have.
void report_unknown_key(const Entry& entry, std::string_view table,
                        const std::vector<std::string>& names, const Request& request);
/// Of a table that seems to lack `key`; silent when the key may be in a part that can't be read.
void report_missing_key(std::string_view key, std::string_view table, const Value& value,
                        const Request& request);
/// Reports a table written where [[name]] stands for several.
void report_single_table(const Value& value, const Request& request);

// Tables that also take the keys of another (styles those of characters).
template <class Struct>
const Key<Struct>* find_key(std::string_view name, const Struct* of) {
  for (const Key<Struct>& key : table_keys(of).keys) {
    if (key.info.name == name) return &key;
  }
  return nullptr;
}

template <class Struct>
void append_key_names(std::vector<std::string>& names, const Struct* of) {
  for (const Key<Struct>& key : table_keys(of).keys) names.emplace_back(key.info.name);
}

template <class Struct>
bool read_entry(const Entry& entry, const Request& request, Struct& into) {
  const Key<Struct>* key = find_key(entry.key, &into);
  if (key == nullptr) return entry.key.empty();
  if (entry.value.is_lost()) return true;
  key->read(entry.value,
            {key->info.name, key->info.type, key->info.range, request.diags, "",
             request.most_errors, request.constants},
            into);
  return true;
}

template <class Struct>
void all_key_names(std::vector<std::string>& names, const Struct* of) {
  append_key_names(names, of);
}
inline void all_key_names(std::vector<std::string>& names, const StyleSpec* of) {
  append_key_names(names, static_cast<const CharacterSpec*>(nullptr));
  append_key_names(names, of);
}

template <class Struct>
bool read_any_entry(const Entry& entry, const Request& request, Struct& into) {
  return read_entry(entry, request, into);
}
inline bool read_any_entry(const Entry& entry, const Request& request, StyleSpec& into) {
  return read_entry(entry, request, into.text) || read_entry(entry, request, into);
}

inline diag::Span& span_of(StyleSpec& style) { return style.text.span; }
inline diag::Span& span_of(CellSpec& cell) { return cell.place; }
template <class Struct>
diag::Span& span_of(Struct& table) {
  return table.span;
}

template <HasKeys Struct>
bool read_table(const Value& value, const Request& request, Struct& into) {
  const Value::Table* table = value.as_table();
  if (table == nullptr) {
    request.wrong_type(value);
    return false;
  }
  const std::size_t errors = request.diags.error_count();
  const TableKeys<Struct> known = table_keys(&into);
  span_of(into) = value.span;
  for (const Entry& entry : *table) {
    if (request.given_up()) return false;
    if (read_any_entry(entry, request, into)) continue;
    std::vector<std::string> names;
    all_key_names(names, &into);
    report_unknown_key(entry, known.name, names, request);
  }
  for (const Key<Struct>& key : known.keys) {
    if (!key.is_required || value.find(key.info.name) != nullptr) continue;
    report_missing_key(key.info.name, known.name, value, request);
  }
  if (known.finish != nullptr) known.finish(value, request, into);
  return request.diags.error_count() == errors;
}

template <HasKeys Struct>
bool read(const Value& value, const Request& request, Struct& into) {
  return read_table(value, request, into);
}

template <HasKeys Struct>
bool read(const Value& value, const Request& request, std::vector<Struct>& into) {
  const Value::Array* array = value.as_array();
  if (array == nullptr) {
    if (value.as_table() != nullptr) {
      report_single_table(value, request);
    } else {
      request.wrong_type(value);
    }
    return false;
  }
  bool ok = true;
  for (const Value& each : *array) {
    if (request.given_up()) return false;
    ok = read_table(each, request.for_element(""), into.emplace_back()) && ok;
  }
  return ok;
}

template <HasKeys Struct>
bool read(const Value& value, const Request& request, std::vector<Named<Struct>>& into) {
  const Value::Table* table = value.as_table();
  if (table == nullptr) {
    request.wrong_type(value);
    return false;
  }
  bool ok = true;
  for (const Entry& entry : *table) {
    if (request.given_up()) return false;
    if (entry.key.empty()) continue;
    Named<Struct>& named = into.emplace_back();
    named.name = entry.key;
    named.name_span = entry.key_span;
    ok = read_table(entry.value, request.for_element(entry.key), named.value) && ok;
  }
  return ok;
}

template <class T>
bool read(const Value& value, const Request& request, std::optional<T>& into) {
  T result{};
  if (!read(value, request, result)) return false;
  into = std::move(result);
  return true;
}

// Dumping.
template <HasKeys Struct>
void dump_keys(const Struct& table, Lines& lines) {
  ++lines.depth;
  for (const Key<Struct>& key : table_keys(&table).keys) {
    if (key.dump != nullptr) key.dump(table, key.info.name, lines);
  }
  --lines.depth;
}

template <HasKeys Struct>
void dump(const Struct& value, std::string_view name, Lines& lines) {
  lines.line(name, "", value.span);
  dump_keys(value, lines);
}
inline void dump(const StyleSpec& value, std::string_view name, Lines& lines) {
  lines.line(name, "", value.text.span);
  dump_keys(value.text, lines);
  dump_keys(value, lines);
}

inline void dump(const CellSpec& value, std::string_view name, Lines& lines) {
  lines.line(name, "", value.place);
  dump_keys(value, lines);
}

template <class T>
void dump(const Named<T>& value, std::string_view name, Lines& lines) {
  dump(value.value, std::string(name) + " " + value.name, lines);
}

template <class T>
void dump(const std::vector<T>& values, std::string_view name, Lines& lines) {
  for (const T& value : values) dump(value, name, lines);
}

template <class T, std::size_t kSize>
void dump(const std::array<T, kSize>& values, std::string_view name, Lines& lines) {
  for (const T& value : values) dump(value, name, lines);
}

template <class T>
void dump(const std::optional<T>& value, std::string_view name, Lines& lines) {
  if (value) dump(*value, name, lines);
}

// Scaling.
template <class T>
struct Scale {
  static void by(double factor, T& value) {
    if constexpr (std::is_same_v<T, Spanned<Length>>) {
      value.value = value.value * factor;
    } else if constexpr (std::is_same_v<T, GapSpec>) {
      value.least.value = value.least.value * factor;
      value.most.value = value.most.value * factor;
    } else if constexpr (std::is_same_v<T, EdgeSpec>) {
      for (EdgeSpec::Term& term : value.terms) {
        term.length = term.length * factor;
        for (EdgeSpec& each : term.choices) by(factor, each);
      }
    } else if constexpr (HasKeys<T>) {
      for (const Key<T>& key : table_keys(&value).keys) {
        if (key.scale != nullptr) key.scale(value, factor);
      }
      if constexpr (std::is_same_v<T, StyleSpec>) Scale<CharacterSpec>::by(factor, value.text);
      if constexpr (std::is_same_v<T, FitSpec>) {
        for (FitSpec& each : value.otherwise) by(factor, each);
      }
    }
  }
};
template <class T>
struct Scale<std::optional<T>> {
  static void by(double factor, std::optional<T>& value) {
    if (value) Scale<T>::by(factor, *value);
  }
};
template <class T>
struct Scale<std::vector<T>> {
  static void by(double factor, std::vector<T>& values) {
    for (T& value : values) Scale<T>::by(factor, value);
  }
};
template <class T, std::size_t kSize>
struct Scale<std::array<T, kSize>> {
  static void by(double factor, std::array<T, kSize>& values) {
    for (T& value : values) Scale<T>::by(factor, value);
  }
};
template <class T>
struct Scale<Named<T>> {
  static void by(double factor, Named<T>& named) { Scale<T>::by(factor, named.value); }
};

// The types of the reference.
template <class T>
struct TypeName {
  static constexpr std::string_view text() {
    if constexpr (std::is_same_v<T, Text>) return "text";
    if constexpr (std::is_same_v<T, Spanned<Length>>) return "length";
    if constexpr (std::is_same_v<T, Spanned<bool>>) return "true or false";
    if constexpr (std::is_same_v<T, Spanned<std::int64_t>>) return "whole number";
    if constexpr (std::is_same_v<T, Spanned<double>>) return "percentage";
    if constexpr (std::is_same_v<T, Spanned<Date>>) return "date";
    if constexpr (std::is_same_v<T, EdgeSpec>) return "edge";
    if constexpr (std::is_same_v<T, GapSpec>) return "length, or list of two: least, most";
    if constexpr (std::is_same_v<T, ColorSpec>) return "swatch, with a tint if you like";
    if constexpr (std::is_same_v<T, InsetsSpec>) return "length, or a table of lengths by side";
    if constexpr (std::is_same_v<T, MarginSpec>) return "length, or a table of lengths by side";
    if constexpr (std::is_same_v<T, std::array<Spanned<Length>, 2>>) return "list of two lengths";
    if constexpr (std::is_same_v<T, std::vector<Text>>) return "text or list of texts";
    if constexpr (std::is_same_v<T, std::vector<Spanned<Length>>>) return "list of lengths";
    if constexpr (std::is_same_v<T, std::vector<Spanned<double>>>) return "list of percentages";
    return "table";
  }
};
template <class T>
struct TypeName<std::optional<T>> : TypeName<T> {};
template <class T>
struct TypeName<std::vector<Named<T>>> {
  static constexpr std::string_view text() { return "tables by name"; }
};
template <HasKeys T>
struct TypeName<std::vector<T>> {
  static constexpr std::string_view text() { return "list of tables"; }
};

template <class Pointer>
struct MemberOf;
template <class S, class T>
struct MemberOf<T S::*> {
  using Struct = S;
  using Type = T;
};

/// `default_value` is what the program does without the key, as one would write it.
template <auto kMember>
constexpr auto key(std::string_view name, std::string_view default_value, std::string_view doc) {
  using Struct = typename MemberOf<decltype(kMember)>::Struct;
  using Type = typename MemberOf<decltype(kMember)>::Type;
  return Key<Struct>{
      .info = {name, TypeName<Type>::text(), default_value, doc},
      .read = [](const Value& value, const Request& request,
                 Struct& into) { return read(value, request, into.*kMember); },
      .dump = [](const Struct& from, std::string_view label,
                 Lines& lines) { dump(from.*kMember, label, lines); },
      .scale = [](Struct& in, double factor) { Scale<Type>::by(factor, in.*kMember); },
  };
}

/// Another way to write keys that have members of their own; not dumped.
template <class Struct>
constexpr Key<Struct> sugar(std::string_view name, std::string_view type, std::string_view doc,
                            bool (*read)(const Value&, const Request&, Struct&)) {
  return {.info = {name, type, "", doc}, .read = read, .dump = nullptr};
}

}  // namespace handbill::spec
