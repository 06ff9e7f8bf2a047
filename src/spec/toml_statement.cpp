// SPDX-License-Identifier: MIT
#include "spec/toml_statement.h"

#include <algorithm>
#include <string>

#include "spec/toml_line.h"

namespace handbill::spec {
namespace {

using Kind = TomlStatement::Kind;
using Mending = TomlStatement::Mending;

/// True when the rest of `line` from `at` on looks like a value: what begins with a quote ends with
/// one.
bool holds_value(std::string_view line, std::size_t at) {
  at = past_blanks(line, at);
  if (!starts_value(line, at)) return false;
  if (quote_mark_size(line, at) == 0) return true;
  const std::size_t last = last_sign(line.substr(0, without_blanks(line)));
  return last > at && quote_mark_size(line, last) > 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, diag::FileId file, TomlValueScanner::IsWellFormed is_well_formed)
      : text_(text), file_(file), is_well_formed_(is_well_formed) {}

  SplitToml run(std::size_t most_faults) {
    std::size_t faults = 0;
    std::size_t line = 0;
    while (line < text_.size()) {
      const std::size_t begin = past_blanks(text_, line);
      const std::size_t end = line_end(text_, line);
      if (begin >= end || text_[begin] == '#') {
        line = next_line(text_, line);
        continue;
      }
      const std::size_t before = statements_.size();
      add(statement(begin, end));
      const TomlStatement& last = statements_.back();
      if (statements_.size() > before && is_broken_) {
        if (faults >= most_faults) {
          statements_.pop_back();
          break;
        }
        // Why one can't be read may not be known before toml++ is asked.
        faults += std::max<std::size_t>(1, last.faults.size());
      }
      line = next_line(text_, last.end);
    }
    return {std::move(statements_), line};
  }

 private:
  void add(TomlStatement next) {
    const bool is_part = next.kind == Kind::Loose && !statements_.empty() && is_broken_;
    if (is_part) {
      statements_.back().end = next.end;
      return;
    }
    is_broken_ = !is_well_formed_(text_.substr(next.begin, next.end - next.begin));
    if (!is_broken_) next.faults.clear();
    if (is_broken_) next.mending = next.key.empty() ? Mending::Lost : Mending::ValueLost;
    statements_.push_back(std::move(next));
  }

  TomlStatement statement(std::size_t begin, std::size_t end) const {
    if (text_[begin] == '[') {
      if (auto found = header(begin, end)) return *std::move(found);
    }
    if (auto found = entry(begin, end)) return *std::move(found);
    return loose(begin, end);
  }

  std::optional<TomlStatement> header(std::size_t begin, std::size_t end) const {
    TomlStatement result{.kind = Kind::Header, .begin = begin, .end = end};
    const std::size_t note = find_before(text_, "#", begin, end);
    const std::size_t stop = begin + without_blanks(text_.substr(begin, note - begin));
    const std::size_t first = std::min(text_.find_first_not_of("[ \t", begin), stop);
    const std::size_t last = text_.substr(0, stop).find_last_not_of("] \t") + 1;
    if (last <= first) {
      return with_header_fault(std::move(result), stop, "", "");
    }
    const std::string_view inner = text_.substr(first, last - first);
    // Words that only begin with a bracket are no header.
    if (inner.find_first_of("[]\"=") != inner.npos && key_size(inner) != inner.size()) return {};
    const bool is_closed = text_[stop - 1] == ']';
    if (!is_closed && inner.find(' ') != inner.npos) return {};
    const auto count = [](std::string_view part, char bracket) {
      return static_cast<int>(std::ranges::count(part, bracket));
    };
    const int before = count(text_.substr(begin, first - begin), '[');
    const int behind = count(text_.substr(last, stop - last), ']');
    const bool has_key = key_size(inner) == inner.size();
    if (has_key) result.key = inner;
    result.brackets = std::clamp(std::max(before, behind), 1, 2);
    const bool is_certain = has_key && behind == 0 && before <= 2;
    return with_header_fault(std::move(result), stop, has_key ? inner : "",
                             is_certain ? std::string(static_cast<std::size_t>(before), '[') +
                                              std::string(inner) +
                                              std::string(static_cast<std::size_t>(before), ']')
                                        : "");
  }

  TomlStatement with_header_fault(TomlStatement header, std::size_t end, std::string_view key,
                                  std::string meant) const {
    TomlFaults faults(text_, file_);
    faults.bad_header(header.begin, end, key, std::move(meant));
    header.faults = faults.take();
    return header;
  }

  std::optional<TomlStatement> entry(std::size_t begin, std::size_t end) const {
    TomlStatement result{.kind = Kind::Entry, .begin = begin, .end = end};
    TomlFaults faults(text_, file_);
    const std::string_view line = text_.substr(0, end);
    const std::size_t size = key_size(line.substr(begin));
    const std::size_t sign = past_blanks(line, begin + size);
    std::size_t equals = sign;
    if (size > 0) result.key = text_.substr(begin, size);
    if (size > 0 && sign < end && text_[sign] == '=') {
      result.value = sign + 1;
    } else if (size > 0 && sign < end && text_[sign] == ':' && holds_value(line, sign + 1)) {
      faults.no_equals(result.key, sign, sign + 1);
      result.value = sign + 1;
    } else if (size > 0 && sign < end && quote_mark_size(line, sign) > 0 &&
               holds_value(line, sign)) {
      faults.no_equals(result.key, sign, sign);
      result.value = sign;
    } else {
      // A name with spaces or letters that names don't have.
      equals = line.find('=', begin);
      if (equals == line.npos || !starts_value(line, past_blanks(line, equals + 1))) return {};
      faults.bad_key(begin, begin + without_blanks(line.substr(begin, equals - begin)));
      result.key = {};
      result.value = equals + 1;
    }
    result.value = past_blanks(line, result.value);
    TomlValueScanner scanner(text_, result.key, is_well_formed_, faults);
    result.end = scanner.run(equals, result.value);
    result.faults = faults.take();
    return result;
  }

  TomlStatement loose(std::size_t begin, std::size_t end) const {
    TomlStatement result{.kind = Kind::Loose, .begin = begin, .end = end};
    TomlFaults faults(text_, file_);
    faults.loose_words(begin, begin + without_blanks(text_.substr(begin, end - begin)));
    result.faults = faults.take();
    return result;
  }

  std::string_view text_;
  diag::FileId file_;
  TomlValueScanner::IsWellFormed is_well_formed_;
  std::vector<TomlStatement> statements_{};
  bool is_broken_ = false;  ///< the last of them
};

}  // namespace

SplitToml split_toml(std::string_view text, diag::FileId file,
                     TomlValueScanner::IsWellFormed is_well_formed, std::size_t most_faults) {
  return Splitter(text, file, is_well_formed).run(most_faults);
}

}  // namespace handbill::spec
