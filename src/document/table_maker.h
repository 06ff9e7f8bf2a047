// SPDX-License-Identifier: MIT
// Makes one table. Its rows are made in resolve_table.cpp, those that tell of several in
// group_rows.cpp, cells in table_cells.cpp. Private to these.
#pragma once

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <set>
#include <string>
#include <vector>

#include "document/resolve_table.h"
#include "document/row_groups.h"

namespace handbill::document {

class TableMaker {
 public:
  TableMaker(const spec::TableSpec& table, const spec::MarkdownSpec& styles,
             const FrameTools& tools, const content::FactRow* around)
      : spec_(table),
        styles_(styles),
        tools_(tools),
        context_(tools.text.context),
        around_(around) {
    const auto& words = context_.inputs.words;
    if (const auto found = words.find(table.span); found != words.end()) chosen_ = found->second;
  }

  Table make();

 private:
  using Padding = std::optional<spec::InsetsSpec>;

  // Rows.
  Column make_column(const spec::ColumnSpec& column) const;
  Row make_header();
  void add_columns(Table& table);
  void add_headers(Table& table);
  Row make_row(const content::FactRow& scope);
  std::optional<Row> make_told_row(content::FactRow& scope, std::size_t number,
                                   const std::set<std::string>& shown);
  void add_fact_rows(Table& table);
  std::set<std::string> shown_facts() const;
  void check_hours(const content::FactRow& row, const std::set<std::string>& shown) const;
  void add_literal_rows(Table& table);
  Row make_row(const spec::RowSpec& row, std::vector<int>& reach);
  /// What the cells of a row are made with.
  struct RowMaking {
    const content::FactRow* scope = nullptr;
    const std::optional<spec::Text>* style = nullptr;  ///< of cells that name none; null: none
    const Padding* padding = nullptr;                  ///< instead of the table's; null: none
    enum class Columns { Heeded, Passed } columns = Columns::Heeded;  ///< their styles and looks
  };
  void add_cells(Row& row, const std::vector<spec::CellSpec>& cells, const RowMaking& making,
                 std::vector<int>& reach);
  void set_looks(Table& table) const;
  void stripe(Table& table) const;
  std::optional<TableRule> rule(const std::optional<spec::RuleSpec>& written) const;
  /// The same of a row, which may be without one that the table has.
  std::optional<TableRule> row_rule(const std::optional<spec::RuleSpec>& written) const;
  ColumnLink link(const spec::LinkSpec& written) const;

  // Rows that tell of several.
  void add_groups(Table& table, std::vector<content::FactRow> scopes,
                  const std::set<std::string>& shown);
  std::vector<RowGroup> groups_of_entries(const std::vector<content::FactRow>& scopes);
  Row make_group_row(const spec::GroupRowSpec& spec, const content::FactRow& scope, Row::Kind kind,
                     std::size_t columns);
  std::optional<Row> make_continued(const content::FactRow& scope, std::size_t columns);
  void add_footer(Table& table, const std::vector<content::FactRow>& rows);

  // Cells.
  std::vector<text::Paragraph> cell_text(const spec::Value& markdown, const TextSetting& setting);
  Cell make_cell(const spec::CellSpec& cell, const spec::ColumnSpec& column,
                 const RowMaking& making);
  Cell make_cell(const spec::ColumnSpec& column, const content::FactRow& scope);
  Cell show(const spec::ColumnSpec& column, const content::FactRow& scope);
  diag::Span named_at(const spec::Text& name, const content::FactRow* scope) const;
  Cell make_art(const spec::Text& art, const spec::ColumnSpec& column,
                const content::FactRow* scope);
  Cell make_picture(const spec::Text& picture, const content::FactRow* scope);
  template <class Shown>
  void set_figure(Cell& cell, const Shown& shown, const content::FactRow* scope);
  template <class Shown>
  void add_figure(Cell& cell, const Shown& shown, const spec::ColumnSpec& column,
                  const content::FactRow* scope);
  template <class Written>
  void set_box(Cell& cell, const Written& written) const;
  /// The nearest comes first; each side that one leaves open is of the next.
  static Insets padding(std::initializer_list<const Padding*> written);
  std::optional<color::Color> fill(const spec::Text& written, const content::FactRow* scope);
  /// A style that the row may name; nothing: it names none.
  std::optional<spec::Text> style_by(const std::optional<spec::Text>& written,
                                     const content::FactRow* scope);
  /// The text chosen of those a column offers.
  const spec::Text& words_of(const spec::ColumnSpec& column) const {
    return column.text[std::min(chosen_, column.text.size() - 1)];
  }
  spec::MarkdownSpec column_styles(const spec::ColumnSpec& column, const content::FactRow* scope);

  const spec::TableSpec& spec_;
  const spec::MarkdownSpec& styles_;
  const FrameTools& tools_;
  const Context& context_;
  const content::FactRow* around_;  ///< of the part the table stands in; null: none
  const spec::ColumnSpec plain_{};  ///< of columns a table does not describe
  std::size_t chosen_ = 0;          ///< of the texts that columns offer
};

}  // namespace handbill::document
