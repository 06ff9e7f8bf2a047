// SPDX-License-Identifier: MIT
// A content file turned into one to translate: comments, order and keys as in the original.
#include <algorithm>
#include <map>
#include <set>

#include "build/new_language.h"
#include "content/language_name.h"
#include "spec/edit_toml.h"
#include "spec/replaced_text.h"
#include "spec/toml_line.h"
#include "spec/written_date.h"

namespace handbill::build {
namespace {

using spec::Entry;
using spec::Value;

/// A key with its value, or the header of a table.
struct Statement {
  std::size_t begin = 0, end = 0;  ///< whole lines, without the end of the last
  bool is_header = false;
  std::string path, key;
  const Value* value = nullptr;  ///< of a key
  const Value* above = nullptr;  ///< the table it stands in
};

class FileToTranslate {
 public:
  FileToTranslate(const LanguageFile& file, std::string_view text, const LanguageTexts& texts)
      : text_(text), texts_(texts) {
    for (const LanguageText& each : texts.texts) {
      if (each.file == &file) to_translate_.insert(each.pair.source);
    }
    collect(file.original, "", &file.original);
    std::ranges::sort(statements_, {}, &Statement::begin);
  }

  std::string written() {
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      const Statement& each = statements_[i];
      // One line may hold several keys of a table.
      if (i > 0 && each.begin == statements_[i - 1].begin && !each.is_header) continue;
      if (each.path.starts_with("revision")) continue;
      if (each.is_header) {
        header_ = i;
      } else if (const std::string made = made_of(each); !made.empty()) {
        add_header();
        add_comments(i);
        out_ += made + "\n";
      }
    }
    return std::move(out_);
  }

 private:
  bool has_header(const Value& value) const {
    return value.span.known() && value.span.begin < text_.size() &&
           text_[value.span.begin] == '[' && value.as_array() == nullptr;
  }

  void add_statement(std::size_t begin, std::size_t end, bool is_header, std::string path,
                     const Entry* entry, const Value* above) {
    Statement made{spec::line_start(text_, begin),
                   spec::line_end(text_, end),
                   is_header,
                   std::move(path),
                   "",
                   nullptr,
                   above};
    if (entry != nullptr) {
      made.key = entry->key;
      made.value = &entry->value;
    }
    if (is_header && !headers_.insert(made.begin).second) return;
    statements_.push_back(std::move(made));
  }

  void collect_table(const Value& table, const std::string& path) {
    if (has_header(table)) {
      add_statement(table.span.begin, table.span.begin, true, path, nullptr, &table);
    }
    collect(table, path, &table);
  }

  void collect(const Value& table, const std::string& path, const Value* above) {
    for (const Entry& entry : *table.as_table()) {
      if (entry.key.empty()) continue;
      const std::string below = path.empty() ? entry.key : path + "." + entry.key;
      const Value::Array* list = entry.value.as_array();
      const bool is_list_of_headers = list != nullptr && !list->empty() &&
                                      list->front().as_table() != nullptr &&
                                      has_header(list->front());
      if (is_list_of_headers) {
        for (const Value& each : *list) collect_table(each, below);
      } else if (entry.value.as_table() != nullptr && text_[entry.value.span.begin] != '{') {
        collect_table(entry.value, below);
      } else {
        add_statement(entry.key_span.begin, entry.value.span.end, false, below, &entry, above);
      }
    }
  }

  bool holds_text(const Value& value) const {
    if (to_translate_.contains(&value)) return true;
    if (const Value::Array* list = value.as_array()) {
      return std::ranges::any_of(*list, [&](const Value& each) { return holds_text(each); });
    }
    const Value::Table* table = value.as_table();
    return table != nullptr &&
           std::ranges::any_of(*table, [&](const Entry& each) { return holds_text(each.value); });
  }

  const spec::FactSpec* fact_of(const Statement& statement) const {
    const auto* fact = spec::fact_over(texts_.facts, spec::without_numbers(statement.path));
    return fact != nullptr && fact->type != "text" ? fact : nullptr;
  }

  /// Empty: it is not there in a translation.
  std::string made_of(const Statement& statement) const {
    const std::string lines(text_.substr(statement.begin, statement.end - statement.begin));
    if (statement.path.starts_with("abbreviations.")) return "# " + lines;
    if (statement.path.starts_with("notice.")) return "";
    const bool has_text = holds_text(*statement.value);
    if (const spec::FactSpec* fact = fact_of(statement)) {
      if (has_text) return of_hours(statement);
      // What says which special date or season a name is of.
      const bool is_first_day = fact->type == "hours" &&
                                (statement.key == "date" || statement.key == "from") &&
                                holds_text(*statement.above);
      return is_first_day ? lines : "";
    }
    if (statement.value->find("blank") != nullptr) return "";
    return has_text ? with_originals(statement) : lines;
  }

  /// A name, or the note of a day: its hours are left out.
  std::string of_hours(const Statement& statement) const {
    if (statement.value->as_string() != nullptr) return with_originals(statement);
    const Value* note = statement.value->find("note");
    if (note == nullptr || note->as_string() == nullptr) return "";
    return comment_of(*note, "") + statement.key + " = { note = \"\" }";
  }

  std::string comment_of(const Value& value, std::string_view indent) const {
    std::string comment;
    std::string_view text = *value.as_string();
    while (text.ends_with('\n')) text.remove_suffix(1);
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      comment += std::string(indent) + "# " + texts_.source_language + ": " +
                 std::string(text.substr(at, end - at)) + "\n";
      at = end + 1;
    }
    return comment;
  }

  void collect_texts(const Value& value, std::vector<const Value*>& found) const {
    if (to_translate_.contains(&value)) found.push_back(&value);
    if (const Value::Array* list = value.as_array()) {
      for (const Value& each : *list) collect_texts(each, found);
    }
    if (const Value::Table* table = value.as_table()) {
      for (const Entry& each : *table) collect_texts(each.value, found);
    }
  }

  /// Each text is emptied, and stands as a comment above its line.
  std::string with_originals(const Statement& statement) const {
    std::vector<const Value*> found;
    collect_texts(*statement.value, found);
    const auto place = [&](std::size_t begin, std::size_t end) {
      return diag::Span{{},
                        static_cast<std::uint32_t>(begin - statement.begin),
                        static_cast<std::uint32_t>(end - statement.begin)};
    };
    std::map<std::size_t, std::string> comments;  // by the line they stand above
    std::vector<diag::Fix> edits;
    for (const Value* each : found) {
      const std::size_t line = spec::line_start(text_, each->span.begin);
      const std::size_t indent = spec::past_blanks(text_, line) - line;
      comments[line] += comment_of(*each, text_.substr(line, indent));
      edits.push_back({place(each->span.begin, each->span.end), "\"\""});
    }
    for (const auto& [line, comment] : comments) edits.push_back({place(line, line), comment});
    return spec::edited(text_.substr(statement.begin, statement.end - statement.begin), edits);
  }

  void add_header() {
    if (!header_) return;
    const Statement& header = statements_[*header_];
    out_ += "\n";
    add_comments(*header_);
    const bool is_comment = header.path == "abbreviations";
    if (is_comment) out_ += "# The abbreviations of this language stand here, if it has any:\n# ";
    out_ += text_.substr(header.begin, header.end - header.begin);
    out_ += "\n";
    header_.reset();
  }

  /// The comment lines that stand directly above, and the empty line above those.
  void add_comments(std::size_t index) {
    const std::size_t begin = statements_[index].begin;
    const std::size_t least = index > 0 ? statements_[index - 1].end : 0;
    std::size_t first = begin;
    while (first > 0 && first - 1 >= least) {
      const std::size_t line = spec::line_start(text_, first - 1);
      if (line < least || text_[spec::past_blanks(text_, line)] != '#') break;
      first = line;
    }
    if (index == 0 || first == 0) return;  // the head of the file is written anew
    const bool has_gap = first >= 2 && text_[first - 2] == '\n' && !statements_[index].is_header;
    if (has_gap && !out_.ends_with("\n\n") && !out_.empty()) out_ += "\n";
    out_ += text_.substr(first, begin - first);
  }

  std::string_view text_;
  const LanguageTexts& texts_;
  std::set<const Value*> to_translate_{};
  std::set<std::size_t> headers_{};
  std::vector<Statement> statements_{};
  std::optional<std::size_t> header_{};
  std::string out_{};
};

}  // namespace

std::string file_to_translate(const LanguageFile& file, std::string_view text,
                              const LanguageTexts& texts, const spec::Date& today) {
  const std::string name = content::language_name(texts.language);
  const std::string original = "content/" + texts.source_language + "/" + file.subject + ".toml";
  std::string made =
      "# " + name + ". Each text of " + original + " stands above its line as\n# `" +
      texts.source_language +
      ": …`, and its translation goes between the quotes. Facts stand there alone.\n";
  made += "\n[revision]\ndate   = " + spec::iso_date(today) + "\nstatus = \"draft\"\n";
  made += "note   = \"To be translated, then reviewed by a reader whose first language is " + name +
          ".\"\n";
  return made + FileToTranslate(file, text, texts).written();
}

}  // namespace handbill::build
