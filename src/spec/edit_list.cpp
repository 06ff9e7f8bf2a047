// SPDX-License-Identifier: MIT
#include "spec/edit_list.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/number.h"
#include "spec/toml_line.h"

namespace handbill::spec {
namespace {

/// Bytes [begin, end) of the file.
struct Bytes {
  std::size_t begin = 0, end = 0;
};

bool is_comment(std::string_view text, std::size_t line) {
  const std::size_t at = past_blanks(text, line);
  return at < text.size() && text[at] == '#';
}

bool is_empty_line(std::string_view text, std::size_t line) {
  return past_blanks(text, line) == line_end(text, line);
}

std::size_t line_before(std::string_view text, std::size_t line) {
  return line == 0 ? 0 : line_start(text, line - 1);
}

/// Where the comments begin that stand right above a line.
std::size_t with_comments(std::string_view text, std::size_t line) {
  while (line > 0 && is_comment(text, line_before(text, line))) line = line_before(text, line);
  return line;
}

/// Before the empty lines that end at `end`.
std::size_t without_empty_lines(std::string_view text, std::size_t end) {
  while (end > 0 && line_before(text, end) < end && is_empty_line(text, line_before(text, end))) {
    end = line_before(text, end);
  }
  return end;
}

class ListEditor {
 public:
  /// Of an entry; when there is none of that path, nothing can be done.
  ListEditor(const TomlFile& toml, std::string_view path)
      : toml_(toml), text_(toml.sources.text(toml.file)) {
    const std::size_t dot = path.rfind('.');
    if (dot == path.npos) return;
    const auto number = parse_number(path.substr(dot + 1));
    const Value* list = toml.root.at_path(path.substr(0, dot));
    if (!number || list == nullptr || list->as_array() == nullptr) return;
    if (toml.root.at_path(path) == nullptr) return;
    const auto index = static_cast<std::size_t>(*number);
    for (const Value& each : *list->as_array()) {
      if (each.is_lost() || !each.span.known() || each.span.file != toml.file) return;
    }
    list_ = list->as_array();
    at_ = index;
    of_tables_ = has_header(list_->front());
    if (of_tables_) find_blocks();
  }

  Edits copy() const {
    if (list_ == nullptr) return {};
    if (of_tables_) {
      const Bytes& block = blocks_[at_];
      std::string copy = line_break() + std::string(part(block));
      if (!copy.ends_with('\n')) copy = line_break() + copy;
      return {put_in(block.end, copy)};
    }
    const Bytes value = bytes(at_);
    const std::string own(part(value));
    if (!stands_alone(at_)) return {put_in(value.end, ", " + own)};
    const std::size_t comma = comma_behind(value.end);
    const std::string indent(
        text_.substr(line_start(text_, value.begin), value.begin - line_start(text_, value.begin)));
    const std::string line = line_break() + indent + own + (comma > 0 ? "," : "");
    const std::size_t end = line_end(text_, std::max(value.end, comma));
    Edits edits = {put_in(end, line)};
    if (comma == 0) edits.insert(edits.begin(), put_in(value.end, ","));
    return edits;
  }

  Edits remove() const {
    if (list_ == nullptr || list_->size() < 2) return {};
    const bool is_last = at_ + 1 == list_->size();
    if (of_tables_) {
      const Bytes& block = blocks_[at_];
      const std::size_t begin = is_last && nexts_[at_] == text_.size()
                                    ? without_empty_lines(text_, block.begin)
                                    : block.begin;
      return {replaced({begin, nexts_[at_]}, "")};
    }
    const Bytes value = bytes(at_);
    if (stands_alone(at_)) {
      return {replaced({line_start(text_, value.begin), next_line(text_, value.end)}, "")};
    }
    return {is_last ? replaced({bytes(at_ - 1).end, value.end}, "")
                    : replaced({value.begin, bytes(at_ + 1).begin}, "")};
  }

  Edits swap() const {
    if (list_ == nullptr || at_ + 1 >= list_->size()) return {};
    if (of_tables_) return swapped_tables(blocks_[at_], blocks_[at_ + 1]);
    Edits edits = swapped(bytes(at_), bytes(at_ + 1));
    if (stands_alone(at_) && stands_alone(at_ + 1)) {
      const Edits tails = swapped(tail(at_), tail(at_ + 1));
      edits.insert(edits.end(), tails.begin(), tails.end());
    }
    return edits;
  }

 private:
  bool has_header(const Value& value) const {
    return value.as_table() != nullptr && value.span.known() &&
           toml_.sources.text(value.span).starts_with('[');
  }

  void add_headers(const Value& value, std::vector<std::size_t>& headers) const {
    if (has_header(value)) headers.push_back(value.span.begin);
    if (const Value::Table* table = value.as_table()) {
      for (const Entry& each : *table) add_headers(each.value, headers);
    } else if (const Value::Array* array = value.as_array()) {
      for (const Value& each : *array) add_headers(each, headers);
    }
  }

  void find_blocks() {
    std::vector<std::size_t> all;
    add_headers(toml_.root, all);
    std::ranges::sort(all);
    for (const Value& each : *list_) {
      std::vector<std::size_t> own;
      add_headers(each, own);
      const auto next = std::ranges::upper_bound(all, std::ranges::max(own));
      std::size_t begin = line_start(text_, each.span.begin);
      if (&each != &list_->front()) begin = with_comments(text_, begin);
      const std::size_t end =
          next == all.end() ? text_.size() : with_comments(text_, line_start(text_, *next));
      blocks_.push_back({begin, without_empty_lines(text_, end)});
      nexts_.push_back(end);
    }
  }

  Bytes bytes(std::size_t index) const {
    const diag::Span& span = (*list_)[index].span;
    return {span.begin, span.end};
  }
  std::string_view part(const Bytes& bytes) const {
    return text_.substr(bytes.begin, bytes.end - bytes.begin);
  }
  std::string line_break() const { return text_.find("\r\n") == text_.npos ? "\n" : "\r\n"; }

  /// Past the comma on the line that a value ends in; 0: none is there.
  std::size_t comma_behind(std::size_t end) const {
    const std::size_t at = past_blanks(text_, end);
    return at < text_.size() && text_[at] == ',' ? at + 1 : 0;
  }

  /// No other value or bracket stands on its lines.
  bool stands_alone(std::size_t index) const {
    const Bytes value = bytes(index);
    if (past_blanks(text_, line_start(text_, value.begin)) != value.begin) return false;
    const std::size_t behind = past_blanks(text_, std::max(value.end, comma_behind(value.end)));
    return behind == line_end(text_, behind) || text_[behind] == '#';
  }

  /// What stands behind it and its comma: a comment.
  Bytes tail(std::size_t index) const {
    const std::size_t end = bytes(index).end;
    const std::size_t begin = std::max(end, comma_behind(end));
    return {begin, line_end(text_, begin)};
  }

  diag::Fix replaced(const Bytes& bytes, std::string with) const {
    return {{toml_.file, static_cast<std::uint32_t>(bytes.begin),
             static_cast<std::uint32_t>(bytes.end)},
            std::move(with)};
  }
  diag::Fix put_in(std::size_t at, std::string text) const {
    return replaced({at, at}, std::move(text));
  }
  Edits swapped(const Bytes& one, const Bytes& other) const {
    return {replaced(one, std::string(part(other))), replaced(other, std::string(part(one)))};
  }

  /// The last line of a file may have no end.
  Edits swapped_tables(const Bytes& one, const Bytes& other) const {
    if (part(other).ends_with('\n')) return swapped(one, other);
    const std::string first(part(one));
    return {replaced(one, std::string(part(other)) + line_break()),
            replaced(other, first.substr(0, first.size() - line_break().size()))};
  }

  const TomlFile& toml_;
  std::string_view text_;
  const Value::Array* list_ = nullptr;
  std::size_t at_ = 0;
  bool of_tables_ = false;
  std::vector<Bytes> blocks_;       ///< of tables, each without the empty lines behind it
  std::vector<std::size_t> nexts_;  ///< where what follows each begins
};

}  // namespace

Edits copy_entry(const TomlFile& toml, std::string_view path) {
  return ListEditor(toml, path).copy();
}

Edits remove_entry(const TomlFile& toml, std::string_view path) {
  return ListEditor(toml, path).remove();
}

Edits swap_entries(const TomlFile& toml, std::string_view path) {
  return ListEditor(toml, path).swap();
}

}  // namespace handbill::spec
