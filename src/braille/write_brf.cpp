// SPDX-License-Identifier: MIT
#include "braille/write_brf.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "braille/pages.h"
#include "braille/tables.h"
#include "braille/translator.h"
#include "plain/say.h"
#include "words/blocks.h"

namespace handbill::braille {
namespace {

using diag::DiagnosticId;
using words::Block;
using Kind = Block::Kind;
using Sign = words::Label::Sign;

/// For a blank of any length: in UEB one low line, elsewhere three hyphens.
std::string_view blank_of(std::string_view language) {
  return language == "en" || language.starts_with("en-") ? "_" : "---";
}

/// Spaces of print are one space.
std::string with_plain_spaces(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_space = c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
    append_utf8(result, is_space ? U' ' : c);
  }
  return result;
}

class BrfWriter {
 public:
  BrfWriter(const Translator& translator, const words::Words& words, const BrfOptions& options,
            diag::Diagnostics& diags)
      : translator_(translator),
        words_(words),
        options_(options),
        diags_(diags),
        pages_(options.cells, options.lines, [this](std::size_t number) {
          return braille(std::to_string(number), words_.language, nullptr);
        }) {}

  std::optional<std::string> write() {
    own_table_ = table_for(words_.language, diag::Severity::Error);
    if (!own_table_) return std::nullopt;
    const words::Blocks blocks = words::as_blocks(words_);
    for (const Block& each : blocks.body) write(each, 0);
    for (const words::NoteBlocks& note : blocks.notes) {
      pages_.part();
      write_item(note.label ? "[" + note.label->text + "] " : "", note.blocks, 0);
    }
    if (is_broken_) return std::nullopt;
    return pages_.finish();
  }

 private:
  /// The table's whole path; nothing: there is none, and that was told.
  std::optional<std::string> table_for(const std::string& language, diag::Severity severity) {
    const bool is_own = language == words_.language;
    const std::string name = name_of_table(language);
    if (name.empty()) {
      tell_language(language, severity,
                    "no table is known that writes `" + language + "` in braille",
                    is_own ? "name one of liblouis: `[edition.braille]` `table`" : "");
      return std::nullopt;
    }
    if (auto path = translator_.find(name)) return path;
    std::vector<std::string> hints;
    if (const auto near = nearest(name, translator_.names())) {
      hints.push_back("did you mean `" + *near + "`?");
    } else {
      hints.emplace_back("install the package `liblouis-data`");
    }
    const bool is_named = is_own && !options_.table.empty();
    diags_.add({DiagnosticId::BrailleMissing,
                severity,
                "the braille table `" + name + "` for `" + language + "` is not on this machine",
                is_named ? options_.table_span : diag::Span{},
                {},
                std::move(hints)});
    return std::nullopt;
  }

  void tell_language(const std::string& language, diag::Severity severity, std::string message,
                     const std::string& hint) {
    diag::Diagnostic told{DiagnosticId::BrailleMissing, severity, std::move(message)};
    if (!hint.empty()) told.hints.push_back(hint);
    if (language != words_.language) {
      told.hints.emplace_back("those words are written by the table of the document");
    }
    diags_.add(std::move(told));
  }

  std::string name_of_table(const std::string& language) const {
    if (language == words_.language && !options_.table.empty()) return options_.table;
    const LanguageTables* tables = tables_of(language);
    if (tables == nullptr) return {};
    const bool is_contracted = options_.contracted.value_or(tables->is_mostly_contracted);
    return std::string(is_contracted && !tables->contracted.empty() ? tables->contracted
                                                                    : tables->uncontracted);
  }

  const std::string& table_of(const std::string& language) {
    const auto [entry, is_new] = tables_.try_emplace(language);
    if (is_new) {
      entry->second = language == words_.language
                          ? *own_table_
                          : table_for(language, diag::Severity::Warning).value_or(*own_table_);
    }
    return entry->second;
  }

  /// `at`: the paragraph that says it.
  std::string braille(const std::vector<plain::Piece>& pieces, const words::Paragraph* at) {
    std::string cells;
    for (const plain::Piece& piece : pieces) {
      std::string_view rest = piece.text;
      for (;;) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        cells += braille(with_plain_spaces(rest.substr(0, end)), piece.language, at);
        if (end == rest.size()) break;
        cells += '\n';
        rest.remove_prefix(end + 1);
      }
    }
    return cells;
  }

  std::string braille(const std::string& text, const std::string& language,
                      const words::Paragraph* at) {
    if (text.empty()) return {};
    const std::string& table = table_of(language);
    const auto made = translator_.translate(table, text);
    if (!made) {
      if (!std::exchange(is_broken_, true)) {
        diags_.error(DiagnosticId::BrailleMissing, {},
                     "liblouis can't use the braille table `" + table + "`",
                     {"install the packages of liblouis again"});
      }
      return {};
    }
    for (const char32_t sign : made->unknown) tell_sign(sign, table, at);
    return made->cells;
  }

  void tell_sign(char32_t sign, const std::string& table, const words::Paragraph* at) {
    if (!told_.insert({sign, table}).second) return;
    std::string text;
    append_utf8(text, sign);
    const std::size_t place = at != nullptr ? at->text.find(text) : std::string::npos;
    diags_.warning(DiagnosticId::BrailleMissing,
                   place == std::string::npos ? diag::Span{}
                                              : words::written_at(*at, place, place + text.size()),
                   "`" + text + "` has no braille in `" + table.substr(table.rfind('/') + 1) +
                       "`: it is left out",
                   {"write what it stands for as words"});
  }

  std::string text_of(const Block& leaf, plain::FlushEnd flush_end = plain::FlushEnd::OwnLine) {
    const words::Paragraph& words = words_.paragraphs[leaf.paragraph];
    const plain::Manner manner{blank_of(words_.language), flush_end};
    const bool is_figure = leaf.kind == Kind::Figure || leaf.kind == Kind::Code;
    return braille(is_figure ? plain::said_of_figure(words) : plain::said(words, manner), &words);
  }

  void add(const std::string& cells, Indent indent) {
    pages_.add(filled(cells, pages_.cells(), indent));
  }

  void write(const Block& block, std::size_t depth) {
    switch (block.kind) {
      case Kind::Heading:
        return write_heading(block);
      case Kind::Paragraph:
      case Kind::Figure:
      case Kind::Code:
        return add(text_of(block), {depth + 2, depth});
      case Kind::List:
        return write_list(block, depth);
      case Kind::Quote:
        pages_.part();
        for (const Block& each : block.blocks) write(each, depth + 2);
        return pages_.part();
      case Kind::Table:
        return write_table(block);
      case Kind::Line:
        return add(flat(block), {depth + 2, depth});
      case Kind::Item:
      case Kind::Row:
      case Kind::Cell:
        return;  // written by what they stand in
    }
  }

  void write_heading(const Block& block) {
    constexpr std::size_t kMargin = 6;  // of a centred heading, both sides together
    const std::string cells = text_of(block);
    pages_.part();
    if (block.level > 1) {
      const std::size_t begin = block.level == 2 ? 4 : 6;
      const auto lines = filled(cells, pages_.cells(), {begin, begin});
      pages_.keep(lines.size() + 1);
      return pages_.add(lines);
    }
    const std::size_t width =
        pages_.cells() > 2 * kMargin ? pages_.cells() - kMargin : pages_.cells();
    auto lines = filled(cells, width, {});
    for (std::string& each : lines) each.insert(0, (pages_.cells() - each.size()) / 2, ' ');
    pages_.keep(lines.size() + 2);
    pages_.add(lines);
    pages_.part();
  }

  void write_list(const Block& list, std::size_t depth) {
    if (depth == 0) pages_.part();
    for (const Block& item : list.blocks) write_item(label_of(item), item.blocks, depth);
    if (depth == 0) pages_.part();
  }

  /// Where items begin says what they are: a bullet is not written, a box is.
  std::string label_of(const Block& item) const {
    if (!item.label) return {};
    switch (item.label->sign) {
      case Sign::Bullet:
        return {};
      case Sign::Number:
        return item.label->text + " ";
      case Sign::Box:
        return std::string(blank_of(words_.language)) + " ";
      case Sign::TickedBox:
        return "x ";
    }
    return {};
  }

  void write_item(const std::string& label, const std::vector<Block>& blocks, std::size_t depth) {
    for (const Block& each : blocks) {
      const bool is_first = &each == &blocks.front();
      if (is_first && each.blocks.empty()) {
        add(braille(label, words_.language, nullptr) + text_of(each), {depth, depth + 2});
      } else {
        write(each, depth + 2);
      }
    }
  }

  /// All in a row, two spaces between.
  std::string flat(const Block& block) {
    if (block.blocks.empty()) {
      return block.kind == Kind::Cell ? "" : text_of(block, plain::FlushEnd::Behind);
    }
    std::string cells;
    for (const Block& each : block.blocks) {
      const std::string more = flat(each);
      if (more.empty()) continue;
      cells += (cells.empty() ? "" : "  ") +
               (each.kind == Kind::Item ? braille(label_of(each), words_.language, nullptr) : "") +
               more;
    }
    return cells;
  }

  /// Row by row; under column heads a line for each cell, which repeats the head of its column.
  void write_table(const Block& table) {
    pages_.part();
    std::vector<std::string> heads(table.columns);
    const std::string colon = braille(":", words_.language, nullptr);
    const bool has_heads =
        !table.blocks.empty() && table.blocks.front().head == Block::Head::Column;
    for (const Block& row : table.blocks) {
      if (!has_heads) {
        add(flat(row), {0, 4});
        continue;
      }
      const bool is_head = row.head == Block::Head::Column;
      std::size_t column = 0;
      bool is_first = true;
      for (const Block& cell : row.blocks) {
        const std::string cells = flat(cell);
        const std::size_t own = column;
        column += cell.columns;
        if (is_head) {
          for (std::size_t i = own; i < std::min(column, heads.size()); ++i) heads[i] = cells;
        } else if (!cells.empty()) {
          const std::string& head = own < heads.size() ? heads[own] : cells;
          const bool repeats = !is_first && own < heads.size() && !head.empty();
          add(repeats ? head + colon + " " + cells : cells, is_first ? Indent{0, 4} : Indent{2, 4});
          is_first = false;
        }
      }
    }
    pages_.part();
  }

  const Translator& translator_;
  const words::Words& words_;
  const BrfOptions& options_;
  diag::Diagnostics& diags_;
  Pages pages_;
  std::optional<std::string> own_table_;
  std::map<std::string, std::string> tables_;  ///< by language
  std::set<std::pair<char32_t, std::string>> told_;
  bool is_broken_ = false;
};

}  // namespace

std::optional<std::string> write_brf_by(const std::vector<std::string>& modules,
                                        const std::vector<std::string>& tables,
                                        const words::Words& words, const BrfOptions& options,
                                        diag::Diagnostics& diags) {
  const Translator translator(modules, tables);
  if (!translator.module().is_open()) {
    diags.error(DiagnosticId::ModuleMissing, {}, translator.module().trouble,
                {translator.module().hint});
    return std::nullopt;
  }
  return BrfWriter(translator, words, options, diags).write();
}

std::optional<std::string> write_brf(const words::Words& words, const BrfOptions& options,
                                     diag::Diagnostics& diags) {
  return write_brf_by(module_folders(), table_folders(), words, options, diags);
}

}  // namespace handbill::braille
