// SPDX-License-Identifier: MIT
#include "records/written_approvals.h"

#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "manifest/sha256.h"
#include "records/block.h"
#include "spec/toml_text.h"
#include "spec/written_date.h"

namespace handbill::records {
namespace {

using spec::Text;

struct Line {
  std::string_view text;  ///< without the mark
  std::uint32_t at = 0;   ///< where it begins in the file
};

struct Entry {
  std::string_view table;  ///< "approval"
  std::string_view mark;
  std::uint32_t at = 0;
  std::vector<Line> lines{};
};

/// Cuts the file into its entries. False from read(): a line is none of an entry.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  bool read(std::vector<Entry>& entries) {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      if (!add({text_.substr(at, end - at), static_cast<std::uint32_t>(at)}, entries)) return false;
      at = end + 1;
    }
    return true;
  }

 private:
  bool add(Line line, std::vector<Entry>& entries) {
    if (line.text.empty()) {
      is_open_ = false;
      return true;
    }
    if (!is_open_ && line.text.starts_with('#')) return true;
    const auto mark = mark_of(line.text);
    if (!mark) return false;
    line.text.remove_suffix(kMarkBytes);
    if (line.text.starts_with("[[") && line.text.ends_with("]]")) {
      is_open_ = true;
      entries.push_back({line.text.substr(2, line.text.size() - 4), *mark, line.at});
      return true;
    }
    if (!is_open_ || entries.back().mark != *mark) return false;
    entries.back().lines.push_back(line);
    return true;
  }

  static std::optional<std::string_view> mark_of(std::string_view line) {
    if (line.size() <= kMarkBytes) return std::nullopt;
    const std::string_view mark = line.substr(line.size() - kMarkBytes);
    return mark.starts_with(kBeforeMark) ? std::optional(mark) : std::nullopt;
  }

  std::string_view text_;
  bool is_open_ = false;
};

bool mark_holds(const Entry& entry) {
  std::string all(entry.table);
  for (const Line& each : entry.lines) (all += '\n') += each.text;
  return entry.mark.substr(kBeforeMark.size()) == mark_of_words(all);
}

enum class Long { Read, LeftOut };

/// One entry. Each function gives false where something is written in another way.
class EntryReader {
 public:
  EntryReader(const Entry& entry, diag::FileId file) : entry_(entry), file_(file) {}

  bool read(spec::ApprovalSpec& into, Long lists) {
    into.span = heading();
    while (next()) {
      const bool is_read = key_ == "document"   ? text(into.document)
                           : key_ == "language" ? text(into.language)
                           : key_ == "role"     ? text(into.role)
                           : key_ == "date"     ? date(into.date)
                           : key_ == "expires"  ? date(into.expires)
                           : key_ == "version"  ? number(into.version)
                           : key_ == "hash"     ? text(into.hash)
                           : key_ == "look"     ? text(into.look)
                           : key_ == "words"    ? texts(into.words, lists)
                           : key_ == "facts"    ? texts(into.facts, lists)
                           : key_ == "answers"  ? texts(into.answers, lists)
                                                : false;
      if (!is_read) return false;
    }
    return is_at_end() && into.document && into.language && into.role && into.date &&
           into.version && into.hash;
  }

  bool read(spec::RevocationSpec& into) {
    into.span = heading();
    while (next()) {
      const bool is_read = key_ == "document"   ? text(into.document)
                           : key_ == "language" ? text(into.language)
                           : key_ == "role"     ? text(into.role)
                           : key_ == "date"     ? date(into.date)
                           : key_ == "reason"   ? text(into.reason)
                                                : false;
      if (!is_read) return false;
    }
    return is_at_end() && into.document && into.language && into.role && into.date && into.reason;
  }

 private:
  diag::Span heading() const {
    return {file_, entry_.at, entry_.at + static_cast<std::uint32_t>(entry_.table.size() + 4)};
  }
  bool is_at_end() const { return line_ == entry_.lines.size(); }

  /// False: there is none, or it is no key.
  bool next() {
    if (is_at_end()) return false;
    const Line& line = entry_.lines[line_];
    constexpr std::string_view kEquals = " = ";
    const std::size_t at = line.text.find(kEquals);
    if (at == line.text.npos) return false;
    key_ = line.text.substr(0, at);
    value_ = {line.text.substr(at + kEquals.size()),
              line.at + static_cast<std::uint32_t>(at + kEquals.size())};
    ++line_;
    return true;
  }

  diag::Span span_of(const Line& value) const {
    return {file_, value.at, value.at + static_cast<std::uint32_t>(value.text.size())};
  }

  bool text(const Line& literal, Text& into) const {
    const bool is_basic = literal.text.size() >= 2 && literal.text.starts_with('"') &&
                          literal.text.ends_with('"') && !literal.text.starts_with("\"\"\"");
    if (!is_basic) return false;
    const std::string_view inside = literal.text.substr(1, literal.text.size() - 2);
    if (inside.find_first_of("\\\"") == inside.npos) {
      into = {std::string(inside), span_of(literal)};
      return true;
    }
    auto decoded = spec::decode_toml_string(literal.text, literal.at);
    if (!decoded) return false;
    into = {std::move(decoded->text), span_of(literal), std::move(decoded->offsets)};
    return true;
  }

  bool text(std::optional<Text>& into) const { return !into && text(value_, into.emplace()); }

  /// "2026-11-30"; nothing else.
  bool date(std::optional<spec::Spanned<spec::Date>>& into) const {
    const std::string_view text = value_.text;
    const auto part = [&](std::size_t begin, std::size_t size) {
      int number = 0;
      std::from_chars(text.data() + begin, text.data() + begin + size, number);
      return number;
    };
    constexpr std::size_t kSize = 10;
    if (into || text.size() != kSize) return false;
    const spec::Date date{part(0, 4), part(5, 2), part(8, 2)};
    if (!spec::is_real_date(date) || spec::iso_date(date) != text) return false;
    into = {date, span_of(value_)};
    return true;
  }

  bool number(std::optional<spec::Spanned<std::int64_t>>& into) const {
    constexpr std::int64_t kMost = 1'000'000;
    std::int64_t number = 0;
    const char* end = value_.text.data() + value_.text.size();
    const auto read = std::from_chars(value_.text.data(), end, number);
    if (into || read.ec != std::errc() || read.ptr != end || number < 1 || number > kMost) {
      return false;
    }
    into = {number, span_of(value_)};
    return true;
  }

  bool texts(std::vector<Text>& into, Long lists) {
    if (value_.text == "[]") return true;
    if (value_.text != "[") return false;
    for (; !is_at_end(); ++line_) {
      Line line = entry_.lines[line_];
      if (line.text == "]") {
        ++line_;
        return true;
      }
      if (!line.text.starts_with("  \"") || !line.text.ends_with("\",")) return false;
      line = {line.text.substr(2, line.text.size() - 3), line.at + 2};
      if (lists == Long::Read && !text(line, into.emplace_back())) return false;
    }
    return false;
  }

  const Entry& entry_;
  diag::FileId file_;
  std::size_t line_ = 0;
  std::string_view key_{};
  Line value_{};
};

/// The last of each role, by its day; of a day the one that stands last.
std::vector<std::size_t> last_ones(const std::vector<spec::ApprovalSpec>& approvals) {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> last;
  for (std::size_t i = 0; i < approvals.size(); ++i) {
    const spec::ApprovalSpec& each = approvals[i];
    const auto [found, is_new] = last.emplace(
        std::tuple(std::string_view(each.document->value), std::string_view(each.language->value),
                   std::string_view(each.role->value)),
        i);
    if (!is_new && each.date->value >= approvals[found->second].date->value) found->second = i;
  }
  std::vector<std::size_t> indices;
  for (const auto& [of, index] : last) indices.push_back(index);
  return indices;
}

}  // namespace

std::optional<spec::ApprovedSpec> written_approvals(std::string_view text, diag::FileId file) {
  std::vector<Entry> entries;
  if (!Cutter(text).read(entries)) return std::nullopt;
  spec::ApprovedSpec ledger;
  std::vector<const Entry*> of_approvals;
  for (const Entry& each : entries) {
    if (!mark_holds(each)) return std::nullopt;
    EntryReader reader(each, file);
    if (each.table == "approval") {
      of_approvals.push_back(&each);
      if (!reader.read(ledger.approvals.emplace_back(), Long::LeftOut)) return std::nullopt;
    } else if (each.table != "revocation" || !reader.read(ledger.revocations.emplace_back())) {
      return std::nullopt;
    }
  }
  for (const std::size_t last : last_ones(ledger.approvals)) {
    spec::ApprovalSpec whole;
    if (!EntryReader(*of_approvals[last], file).read(whole, Long::Read)) return std::nullopt;
    ledger.approvals[last] = std::move(whole);
  }
  return ledger;
}

}  // namespace handbill::records
