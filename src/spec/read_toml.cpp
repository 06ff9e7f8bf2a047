// SPDX-License-Identifier: MIT
// The only file that knows toml++.
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "base/utf8.h"
#include "spec/clean_text.h"
#include "spec/lost_header.h"
#include "spec/mend_toml.h"
#include "spec/toml_line.h"
#include "spec/toml_statement.h"
#include "spec/toml_text.h"
#include "spec/value.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

/// A file with more faults than anybody corrects in one go, and than are printed in one run, is
/// given up.
constexpr std::size_t kMostFaults = 40;
/// So often, and so many bytes in all, is a text read again that sets things twice.
constexpr std::size_t kMostReadings = 40;
constexpr std::size_t kMostBytesAgain = std::size_t{16} << 20;

/// Lines and columns of toml++ (code points) as byte offsets, each in constant or logarithmic time
/// however long a line is.
class Offsets {
 public:
  Offsets(std::string_view text, diag::FileId file) : file_(file) {
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
    const std::uint32_t end =
        position.line < line_starts_.size() ? line_starts_[position.line] : size_;
    const std::uint32_t column = position.column == 0 ? 0 : position.column - 1;
    if (code_points_.empty()) return std::min(line + column, end);
    const auto first = std::ranges::lower_bound(code_points_, line);
    const auto left = static_cast<std::size_t>(code_points_.end() - first);
    return std::min(column < left ? first[static_cast<std::ptrdiff_t>(column)] : size_, end);
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
  using LostValues = std::map<std::size_t, Span>;

  /// toml++ read a text whose statements stand where those of `text` do, but for `lost`.
  Converter(std::string_view text, diag::FileId file, const LostValues& lost,
            diag::Diagnostics& diags)
      : text_(text), offsets_(text, file), lost_(lost), diags_(diags) {}

  Value convert(const toml::node& node, std::size_t depth) {
    Value value;
    if (node.is_integer()) {
      const auto lost = lost_.find(node.source().begin.line);
      if (lost != lost_.end()) return Value{{}, lost->second};
    }
    value.span = offsets_(node.source());
    if (depth > kDeepestToml) {
      lose(DiagnosticId::TooLarge, value.span, "this nests deeper than 64");
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
        time_of_day(value.span);
    }
    return value;
  }

 private:
  std::string_view in_text(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  void time_of_day(Span span) {
    const std::string text = "\"" + std::string(in_text(span)) + "\"";
    diags_.add({.id = DiagnosticId::WrongType,
                .message = "`" + std::string(in_text(span)) + "` has no quotes round it",
                .span = span,
                .hints = {"write `" + text + "`"},
                .fix = diag::Fix{span, text}});
    diags_.close(span);
  }

  void lose(DiagnosticId id, Span span, std::string message, std::vector<std::string> hints = {}) {
    diags_.error(id, span, std::move(message), std::move(hints));
    diags_.close(span);
  }

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
      if (item.key->str().starts_with(kLostKey)) {
        entries.push_back({"", item.place, Value{{}, item.place}});
        continue;
      }
      entries.push_back(
          {in_form_c(std::string(item.key->str())), item.place, convert(*item.node, depth + 1)});
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
    auto decoded = decode_toml_string(in_text(value.span), value.span.begin);
    if (decoded && decoded->text == text) {
      value.source_offsets = std::move(decoded->offsets);
      value.data = std::move(decoded->text);
    } else {
      // toml++ drops Unicode spaces after a line-ending backslash; such a string is one place.
      value.source_offsets.assign(text.size() + 1, value.span.begin);
      value.data = text;
    }
    clean_text(value, diags_);
  }

  void number(double number, Value& value) {
    if (std::isfinite(number)) {
      value.data = number;
      return;
    }
    lose(DiagnosticId::BadValue, value.span,
         "`" + std::string(in_text(value.span)) + "` is not a number one can print");
  }

  std::string_view text_;
  Offsets offsets_;
  const LostValues& lost_;
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
  /// toml++ read `as_read`, the part of `text` from `start` on, or a text whose statements stand
  /// where those of `text` do.
  SyntaxReport(std::string_view text, std::string_view as_read, std::uint32_t start,
               diag::FileId file)
      : text_(text),
        as_read_(as_read),
        file_(file),
        start_(start),
        offsets_(start == 0 ? text : as_read, file) {}

  std::uint32_t place(const toml::parse_error& error) const {
    return start_ + offsets_(error.source().begin);
  }

  diag::Diagnostic operator()(const toml::parse_error& error) const {
    const std::uint32_t at = place(error);
    std::string_view description = error.description();
    constexpr std::string_view kLead = "Error while parsing ";
    if (description.starts_with(kLead)) description.remove_prefix(kLead.size());
    const std::size_t colon = description.find(": ");
    const std::string_view reason =
        colon == description.npos ? description : description.substr(colon + 2);
    if (reason.starts_with("cannot redefine existing")) return set_twice(at);
    diag::Diagnostic result{DiagnosticId::TomlSyntax, diag::Severity::Error, "", {file_, at, at}};
    std::string why(reason);
    // toml++ cuts long messages, perhaps inside a character.
    if (const auto bad = find_invalid_utf8(why)) why.resize(*bad);
    std::ranges::replace(why, '\'', '`');
    result.message = "this can't be read: " + why;
    return result;
  }

 private:
  /// `at` is the value of the second, or the header.
  diag::Diagnostic set_twice(std::uint32_t at) const {
    diag::Diagnostic result{DiagnosticId::TomlSyntax, diag::Severity::Error, {}, {file_, at, at}};
    const std::size_t line = line_start(text_, at);
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

  /// What toml++ read of the lines before the one that starts at `line` of the text.
  std::string_view read_before(std::size_t line) const {
    std::size_t end = 0;
    for (std::size_t at = 0; at < line; at = next_line(text_, at)) end = next_line(as_read_, end);
    return as_read_.substr(0, end);
  }

  /// Reads what stands before the line again to find where `key` was set first.
  void label_first(diag::Diagnostic& result, std::size_t line, std::string_view key,
                   Scope scope) const {
    try {
      // An unlikely key at the end shows which table the line belongs to.
      const std::string mark = "\x7F";
      const toml::table before = toml::parse(std::string(read_before(line)) + "\"\\u007F\" = 0\n");
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
  std::string_view as_read_;
  diag::FileId file_;
  std::uint32_t start_;
  Offsets offsets_;
};

bool is_well_formed(std::string_view statement) {
  try {
    (void)toml::parse(statement);
    return true;
  } catch (const toml::parse_error&) {
    return false;
  }
}

/// Reads what can be read of a text that toml++ refused, and reports all that can't.
class Recovery {
 public:
  Recovery(std::string_view text, diag::FileId file, const AskedKeys& asked,
           diag::Diagnostics& diags)
      : text_(text),
        file_(file),
        asked_(asked),
        diags_(diags),
        split_(split_toml(text, file, is_well_formed, kMostFaults)) {}

  std::optional<Value> run() {
    for (TomlStatement& each : statements_) report(each);
    if (split_.end < text_.size()) return give_up(split_.end);
    std::size_t bytes = 0, told = 0;
    for (std::size_t round = 0; round < kMostReadings && bytes < kMostBytesAgain; ++round) {
      const MendedToml mended = mend_toml(text_, file_, statements_);
      bytes += mended.text.size();
      try {
        const toml::table root = toml::parse(mended.text);
        for (const TomlStatement& each : statements_) close(each);
        return Converter(text_, file_, mended.lost_values, diags_).convert(root, 0);
      } catch (const toml::parse_error& error) {
        const SyntaxReport report(text_, mended.text, 0, file_);
        told = next_line(text_, report.place(error));
        if (find_header(report.place(error))) continue;
        if (find_single_brackets(report.place(error))) continue;
        diags_.add(report(error));
        if (!drop(report.place(error))) return std::nullopt;
      }
    }
    return told < text_.size() ? give_up(told) : std::nullopt;
  }

 private:
  /// From the line at `at` on.
  std::nullopt_t give_up(std::size_t at) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(line_end(text_, at));
    const auto more = std::count(text_.begin() + begin, text_.end() - 1, '\n');
    const std::string lines = more == 0   ? "this line is"
                              : more == 1 ? "this line and 1 more are"
                                          : "this line and " + std::to_string(more) + " more are";
    diags_.add({.id = DiagnosticId::TooLarge,
                .message = "there are too many faults above: " + lines + " not looked at",
                .span = {file_, begin, end},
                .hints = {"correct those above first; if the file is damaged, take a copy of it"}});
    return std::nullopt;
  }

  void report(TomlStatement& statement) {
    for (diag::Diagnostic& each : statement.faults) diags_.add(std::move(each));
    const bool is_explained =
        statement.mending == TomlStatement::Mending::Whole || !statement.faults.empty();
    if (is_explained) return;
    const std::string_view part = text_.substr(statement.begin, statement.end - statement.begin);
    try {
      (void)toml::parse(part);
    } catch (const toml::parse_error& error) {
      const auto start = static_cast<std::uint32_t>(statement.begin);
      diags_.add(SyntaxReport(text_, part, start, file_)(error));
    }
  }

  /// Nothing more is to be said of what can't be read.
  void close(const TomlStatement& statement) {
    using Mending = TomlStatement::Mending;
    if (statement.mending == Mending::Whole) return;
    const bool has_key = statement.mending == Mending::ValueLost;
    if (has_key && statement.kind == TomlStatement::Kind::Header) return;
    diags_.close({file_, static_cast<std::uint32_t>(has_key ? statement.value : statement.begin),
                  static_cast<std::uint32_t>(statement.end)});
  }

  /// The statement at `place`; null: there is none.
  TomlStatement* statement_at(std::size_t place) {
    auto found = std::ranges::upper_bound(statements_, place, {}, &TomlStatement::begin);
    if (found == statements_.begin()) return nullptr;
    --found;
    return place > found->end ? nullptr : &*found;
  }

  /// Puts back the header whose loss makes the statement at `place` set again what is set before;
  /// where nobody knows which, takes out what stood below it. False: that is not why.
  bool find_header(std::size_t place) {
    using Mending = TomlStatement::Mending;
    const TomlStatement* twice = statement_at(place);
    if (twice == nullptr || twice->mending != Mending::Whole) return false;
    const auto index = static_cast<std::size_t>(twice - statements_.data());
    const auto lost = find_lost_header(text_, statements_, index, asked_);
    if (!lost) return false;
    diags_.add(lost_header(*lost, text_, file_, statements_));
    if (lost->line && !lost->table.empty()) {
      TomlStatement header{.kind = TomlStatement::Kind::Header};
      header.begin = *lost->line;
      header.end = line_end(text_, header.begin);
      header.key = headers_.emplace_back(lost->table);
      header.brackets = lost->brackets;
      header.mending = Mending::ValueLost;
      statements_.insert(statements_.begin() + static_cast<std::ptrdiff_t>(lost->first),
                         std::move(header));
      return true;
    }
    for (std::size_t i = lost->first; i < lost->end; ++i) {
      statements_[i].mending = i == lost->first ? Mending::Lost : Mending::Dropped;
    }
    return true;
  }

  /// Reads a header in single brackets among those of the entries of a list as one of them. False:
  /// that is not why.
  bool find_single_brackets(std::size_t place) {
    const TomlStatement* twice = statement_at(place);
    if (twice == nullptr) return false;
    const auto brackets = spec::find_single_brackets(statements_, *twice);
    if (!brackets) return false;
    diags_.add(single_brackets(*brackets, file_, statements_));
    statements_[brackets->single].brackets = 2;
    statements_[brackets->single].mending = TomlStatement::Mending::ValueLost;
    return true;
  }

  /// Takes out the statement at `place`, which sets again what is set before. False: there is none.
  bool drop(std::size_t place) {
    using Mending = TomlStatement::Mending;
    TomlStatement* found = statement_at(place);
    if (found == nullptr) return false;
    const bool is_header = found->kind == TomlStatement::Kind::Header;
    const Mending mending = is_header ? Mending::Lost : Mending::Dropped;
    if (found->mending == mending) return false;
    found->mending = mending;
    return true;
  }

  std::string_view text_;
  diag::FileId file_;
  const AskedKeys& asked_;
  diag::Diagnostics& diags_;
  std::deque<std::string> headers_{};  ///< that were put back
  SplitToml split_;
  std::vector<TomlStatement>& statements_ = split_.statements;
};

}  // namespace

std::optional<Value> read_toml(const diag::SourceMap& sources, diag::FileId file,
                               diag::Diagnostics& diags) {
  return read_toml(sources, file, diags, AskedKeys());
}

std::optional<Value> read_toml(const diag::SourceMap& sources, diag::FileId file,
                               diag::Diagnostics& diags, const AskedKeys& asked) {
  if (const auto made = sources.made_of(file)) return *static_cast<const Value*>(made.get());
  const std::string_view text = sources.text(file);
  if (const auto excess = find_excess(text)) {
    const auto at = static_cast<std::uint32_t>(excess->offset);
    diags.error(DiagnosticId::TooLarge, {file, at, at + 1}, excess->message);
    return std::nullopt;
  }
  std::optional<Value> value;
  try {
    const toml::table root = toml::parse(text);
    diag::Diagnostics found;
    value = Converter(text, file, {}, found).convert(root, 0);
    value->span = {file, 0, static_cast<std::uint32_t>(text.size())};
    if (found.list().empty()) {
      sources.keep_made(file, std::make_shared<const Value>(*value));
      return value;
    }
    // Each who reads the file is told.
    value = Converter(text, file, {}, diags).convert(root, 0);
  } catch (const toml::parse_error&) {
    value = Recovery(text, file, asked, diags).run();
  }
  if (value) value->span = {file, 0, static_cast<std::uint32_t>(text.size())};
  return value;
}

}  // namespace handbill::spec
