// SPDX-License-Identifier: MIT
// The only file that knows toml++.
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "spec/toml_text.h"
#include "spec/value.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

constexpr std::size_t kDeepest = 64;

/// Lines and columns of toml++ (code points) as byte offsets, each in constant or logarithmic time
/// however long a line is.
class Offsets {
 public:
  Offsets(const diag::SourceMap& sources, diag::FileId file) : file_(file) {
    const std::string_view text = sources.text(file);
    size_ = static_cast<std::uint32_t>(text.size());
    bool is_ascii = true;
    for (std::uint32_t at = 0; at < size_; ++at) {
      if (text[at] == '\n') line_starts_.push_back(at + 1);
      is_ascii = is_ascii && static_cast<unsigned char>(text[at]) < 0x80;
    }
    if (is_ascii) return;
    code_points_.reserve(text.size());
    for (std::uint32_t at = 0; at < size_; ++at) {
      const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
      if (!continues) code_points_.push_back(at);
    }
  }

  std::uint32_t operator()(const toml::source_position& position) const {
    if (position.line == 0 || position.line > line_starts_.size()) return size_;
    const std::uint32_t line = line_starts_[position.line - 1];
    const std::uint32_t column = position.column == 0 ? 0 : position.column - 1;
    if (code_points_.empty()) return std::min(line + column, size_);
    const auto first = std::ranges::lower_bound(code_points_, line);
    const auto left = static_cast<std::size_t>(code_points_.end() - first);
    return column < left ? first[static_cast<std::ptrdiff_t>(column)] : size_;
  }

  Span operator()(const toml::source_region& region) const {
    const std::uint32_t begin = (*this)(region.begin);
    return {file_, begin, std::max(begin, (*this)(region.end))};
  }

 private:
  diag::FileId file_;
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> line_starts_ = {0};
  std::vector<std::uint32_t> code_points_{};  ///< where each starts; empty: all ASCII
};

/// toml++'s tree as values.
class Converter {
 public:
  Converter(const diag::SourceMap& sources, diag::FileId file, diag::Diagnostics& diags)
      : text_(sources.text(file)), offsets_(sources, file), diags_(diags) {}

  Value convert(const toml::node& node, std::size_t depth) {
    Value value;
    value.span = offsets_(node.source());
    if (depth > kDeepest) {
      diags_.error(DiagnosticId::TooLarge, value.span, "this nests deeper than 64");
      return value;
    }
    switch (node.type()) {
      case toml::node_type::table:
        value.data = table(*node.as_table(), depth);
        break;
      case toml::node_type::array:
        array(*node.as_array(), depth, value);
        break;
      case toml::node_type::string:
        string(node.as_string()->get(), value);
        break;
      case toml::node_type::integer:
        value.data = node.as_integer()->get();
        break;
      case toml::node_type::boolean:
        value.data = node.as_boolean()->get();
        break;
      case toml::node_type::floating_point:
        number(node.as_floating_point()->get(), value);
        break;
      case toml::node_type::date: {
        const toml::date& date = node.as_date()->get();
        value.data = Date{date.year, date.month, date.day};
        break;
      }
      default:
        diags_.error(DiagnosticId::WrongType, value.span,
                     "a time of day is not a value Handbill reads",
                     {"write times as text: \"9:00 am\""});
    }
    return value;
  }

 private:
  Value::Table table(const toml::table& source, std::size_t depth) {
    // toml++ sorts by key; the user's order is that of the places.
    struct Item {
      Span place;
      const toml::key* key;
      const toml::node* node;
    };
    std::vector<Item> items;
    items.reserve(source.size());
    for (const auto& [key, node] : source) items.push_back({offsets_(key.source()), &key, &node});
    std::ranges::sort(items, {}, &Item::place);
    Value::Table entries;
    entries.reserve(items.size());
    for (const Item& item : items) {
      entries.push_back({std::string(item.key->str()), item.place, convert(*item.node, depth + 1)});
    }
    return entries;
  }

  void array(const toml::array& source, std::size_t depth, Value& value) {
    Value::Array elements;
    elements.reserve(source.size());
    for (const toml::node& each : source) elements.push_back(convert(each, depth + 1));
    // The place of an array of tables is its first header; toml++ lets it end at the last.
    if (source.is_array_of_tables() && text_.substr(value.span.begin).starts_with("[[")) {
      value.span = elements.front().span;
    }
    value.data = std::move(elements);
  }

  void string(const std::string& text, Value& value) {
    auto decoded = decode_toml_string(
        text_.substr(value.span.begin, value.span.end - value.span.begin), value.span.begin);
    if (decoded && decoded->text == text) {
      value.source_offsets = std::move(decoded->offsets);
      value.data = std::move(decoded->text);
      return;
    }
    // toml++ drops Unicode spaces after a line-ending backslash; such a string is one place.
    value.source_offsets.assign(text.size() + 1, value.span.begin);
    value.data = text;
  }

  void number(double number, Value& value) {
    if (std::isfinite(number)) {
      value.data = number;
      return;
    }
    diags_.error(
        DiagnosticId::BadValue, value.span,
        "`" + std::string(text_.substr(value.span.begin, value.span.end - value.span.begin)) +
            "` is not a number one can print");
    value.data = 0.0;
  }

  std::string_view text_;
  Offsets offsets_;
  diag::Diagnostics& diags_;
};

/// A key as it stands before `end` of `text`: bare or in quotes, without the parts before a dot.
std::string_view key_before(std::string_view text, std::size_t end) {
  const std::string_view before = text.substr(0, end);
  const std::size_t last = before.find_last_not_of(" \t=");
  if (last == before.npos) return {};
  if (before[last] == '"' || before[last] == '\'') {
    const std::size_t open = last == 0 ? before.npos : before.rfind(before[last], last - 1);
    return open == before.npos ? std::string_view() : before.substr(open, last + 1 - open);
  }
  const std::size_t stop = before.find_last_of(" \t\r\n,.{=", last);
  const std::size_t begin = stop == before.npos ? 0 : stop + 1;
  return before.substr(begin, last + 1 - begin);
}

/// What a parse error says, with the places it concerns.
class SyntaxReport {
 public:
  SyntaxReport(const diag::SourceMap& sources, diag::FileId file)
      : text_(sources.text(file)), file_(file), offsets_(sources, file) {}

  diag::Diagnostic operator()(const toml::parse_error& error) const {
    const std::uint32_t at = offsets_(error.source().begin);
    std::string_view description = error.description();
    constexpr std::string_view kLead = "Error while parsing ";
    if (description.starts_with(kLead)) description.remove_prefix(kLead.size());
    const std::size_t colon = description.find(": ");
    const std::string_view scope = colon == description.npos ? "" : description.substr(0, colon);
    const std::string_view reason =
        colon == description.npos ? description : description.substr(colon + 2);
    if (reason.starts_with("cannot redefine existing")) return set_twice(at);
    return syntax(at, scope, reason);
  }

 private:
  diag::Diagnostic syntax(std::uint32_t at, std::string_view scope, std::string_view reason) const {
    diag::Diagnostic result{DiagnosticId::TomlSyntax, diag::Severity::Error, {}, {file_, at, at}};
    std::string& message = result.message;
    message = reason;
    // toml++ cuts long messages, perhaps inside a character.
    if (const auto bad = find_invalid_utf8(message)) message.resize(*bad);
    std::ranges::replace(message, '\'', '`');
    if (reason.starts_with("could not determine value type")) {
      message = "this is not a value of TOML";
      result.hints.push_back("text stands in quotes: name = \"text\"");
    }
    if (reason.starts_with("encountered end-of-file")) message = "the file ends too early";
    if (reason.starts_with("unescaped control character")) {
      message = "the closing quote is missing on this line";
      result.hints.push_back("text over several lines stands between \"\"\" and \"\"\"");
    }
    if (!scope.empty() && scope != "value") {
      const bool vowel = scope.starts_with('a') || scope.starts_with('i');
      message += (vowel ? ", in an " : ", in a ") + std::string(scope);
    }
    return result;
  }

  /// `at` is the value of the second, or the header.
  diag::Diagnostic set_twice(std::uint32_t at) const {
    diag::Diagnostic result{DiagnosticId::TomlSyntax, diag::Severity::Error, {}, {file_, at, at}};
    const std::size_t line = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1;
    const std::size_t first = text_.find_first_not_of(" \t", line);
    if (first < text_.size() && text_[first] == '[') {
      const std::size_t end = std::min(text_.find_first_of("\r\n#", first), text_.size());
      const std::size_t close = text_.substr(0, end).rfind(']');
      if (close == text_.npos || close < first) return result;
      const std::string_view header = text_.substr(first, close + 1 - first);
      const std::size_t brackets = header.starts_with("[[") ? 2 : 1;
      result.span = span_of(header);
      result.message = "`" + std::string(header) + "` stands here a second time";
      if (header.size() > 2 * brackets) {
        label_first(result, line, header.substr(brackets, header.size() - 2 * brackets),
                    Scope::File);
      }
      return result;
    }
    const std::string_view key = key_before(text_, at);
    if (!key.empty()) result.span = span_of(key);
    result.message = "`" + std::string(key) + "` is set twice";
    if (!key.empty() && key.data() == text_.data() + first) {
      label_first(result, line, key, Scope::Table);
    }
    return result;
  }

  enum class Scope { File, Table };

  Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
    return {file_, begin, begin + static_cast<std::uint32_t>(part.size())};
  }

  /// Reads what stands before the line again to find where `key` was set first.
  void label_first(diag::Diagnostic& result, std::size_t line, std::string_view key,
                   Scope scope) const {
    try {
      // An unlikely key at the end shows which table the line belongs to.
      const std::string mark = "\x7F";
      const toml::table before =
          toml::parse(std::string(text_.substr(0, line)) + "\"\\u007F\" = 0\n");
      const toml::table path = toml::parse(std::string(key) + " = 0\n");
      const toml::table* table = scope == Scope::File ? &before : holder(before, mark);
      for (const toml::table* step = &path; table != nullptr && step != nullptr;) {
        const auto found = table->find(step->begin()->first.str());
        if (found == table->end()) return;
        const toml::table* next = step->begin()->second.as_table();
        if (next == nullptr) {
          result.labels.push_back({offsets_(found->first.source()), "it stands here first"});
          return;
        }
        table = last_table(found->second);
        step = next;
      }
    } catch (const toml::parse_error&) {
      // The line is part of something larger; the message stands without the label.
    }
  }

  static const toml::table* last_table(const toml::node& node) {
    if (const auto* array = node.as_array(); array != nullptr && !array->empty()) {
      return array->back().as_table();
    }
    return node.as_table();
  }

  static const toml::table* holder(const toml::table& table, const std::string& mark) {
    if (table.contains(mark)) return &table;
    for (const auto& [key, node] : table) {
      const toml::table* inner = last_table(node);
      if (inner == nullptr) continue;
      if (const toml::table* found = holder(*inner, mark)) return found;
    }
    return nullptr;
  }

  std::string_view text_;
  diag::FileId file_;
  Offsets offsets_;
};

}  // namespace

std::optional<Value> read_toml(const diag::SourceMap& sources, diag::FileId file,
                               diag::Diagnostics& diags) {
  const std::string_view text = sources.text(file);
  if (const auto excess = find_excess(text)) {
    const auto at = static_cast<std::uint32_t>(excess->offset);
    diags.error(DiagnosticId::TooLarge, {file, at, at + 1}, excess->message);
    return std::nullopt;
  }
  try {
    const toml::table root = toml::parse(text);
    const std::size_t errors = diags.error_count();
    Value value = Converter(sources, file, diags).convert(root, 0);
    value.span = {file, 0, static_cast<std::uint32_t>(text.size())};
    if (diags.error_count() > errors) return std::nullopt;
    return value;
  } catch (const toml::parse_error& error) {
    diags.add(SyntaxReport(sources, file)(error));
    return std::nullopt;
  }
}

}  // namespace handbill::spec
