// SPDX-License-Identifier: MIT
#include "document/resolve_table.h"

#include <algorithm>
#include <set>

#include "base/number.h"
#include "content/template.h"
#include "document/conditions.h"
#include "document/content_kinds.h"
#include "document/table_maker.h"
#include "spec/parse_layout.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

/// "2 shares", "1 share": the number; nothing: not a share.
std::optional<double> read_share(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view unit = text.substr(text.find_first_not_of(' ', space));
  if (unit != "share" && unit != "shares") return std::nullopt;
  const std::optional<double> weight = parse_number(text.substr(0, space));
  return weight && *weight > 0 && *weight <= 1000 ? weight : std::nullopt;
}

constexpr int kMostColumns = 100;

bool is_empty(const Cell& cell) {
  const TextContent* text = text_of(cell);
  return text != nullptr && text->paragraphs.empty() && !cell.figure;
}

/// Puts the cells of a row beside each other.
class RowFiller {
 public:
  explicit RowFiller(Row& row) : row_(row) {}

  /// A cell without a word lends its room to the text before it, if that spills. A column that is
  /// white by design (`text = ""`) does so only for text that already reaches over a neighbour.
  void add(Cell cell, const spec::ColumnSpec& column) {
    const bool is_white = column.text.size() == 1 && column.text.front().value.empty();
    const bool is_seen = column.fill || column.stroke;
    const bool joins =
        is_empty(cell) && spills_ && !is_seen && (!is_white || row_.cells.back().span > 1);
    if (joins) {
      ++row_.cells.back().span;
      return;
    }
    spills_ = !is_empty(cell) && text_of(cell) != nullptr && (!column.spill || column.spill->value);
    row_.cells.push_back(std::move(cell));
  }

 private:
  Row& row_;
  bool spills_ = false;  ///< the last cell does
};

int columns_of(const spec::CellSpec& cell) {
  return cell.span ? static_cast<int>(cell.span->value) : 1;
}

/// No cell of it reaches into rows below.
bool stands_alone(const Row& row) {
  return std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.rows == 1; });
}

/// Those that reach into the row that would have come next and is left out.
void shorten_cells(std::vector<Row>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto to_next = static_cast<int>(rows.size() - i);
    for (Cell& cell : rows[i].cells) {
      if (cell.rows > to_next) --cell.rows;
    }
  }
}

}  // namespace

Table TableMaker::make() {
  Table table;
  table.span = spec_.span;
  table.words.chosen = chosen_;
  set_looks(table);
  for (const spec::ColumnSpec& column : spec_.columns) {
    table.columns.push_back(make_column(column));
    if (spec_.rows) table.words.offered = std::max(table.words.offered, column.text.size());
  }
  if (spec_.columns.empty()) add_columns(table);
  add_headers(table);
  if (spec_.rows) {
    add_fact_rows(table);
  } else {
    add_literal_rows(table);
  }
  stripe(table);
  return table;
}

void TableMaker::add_headers(Table& table) {
  const auto has_header = [](const spec::ColumnSpec& column) { return column.header.has_value(); };
  if (std::ranges::any_of(spec_.columns, has_header)) table.rows.push_back(make_header());
  std::vector<int> reach(table.columns.size(), 0);
  for (const spec::RowSpec& each : spec_.headers) {
    if (!tools_.conditions.hold(each.when, around_)) {
      tools_.text.facts.wait_for(each.when);
      shorten_cells(table.rows);
      for (int& rows : reach) rows = std::max(rows - 1, 0);
      continue;
    }
    Row row;
    row.span = each.span;
    row.header = true;
    if (each.fill) row.fill = context_.color(*each.fill);
    row.rule_above = row_rule(each.rule_above);
    row.rule_below = row_rule(each.rule_below);
    add_cells(
        row, each.cells,
        {.scope = around_, .style = &spec_.header_style, .columns = RowMaking::Columns::Passed},
        reach);
    table.rows.push_back(std::move(row));
  }
  // No cell of theirs reaches further.
  for (Row& row : table.rows) {
    const auto below = static_cast<int>(&table.rows.back() - &row) + 1;
    for (Cell& cell : row.cells) cell.rows = std::min(cell.rows, below);
    if (spec_.header_fill && !row.fill) row.fill = context_.color(*spec_.header_fill);
  }
}

/// A group begins without a stripe.
void TableMaker::stripe(Table& table) const {
  if (!spec_.stripe) return;
  bool is_second = false;
  for (Row& row : table.rows) {
    if (row.header) continue;
    if (row.kind != Row::Kind::Entry) {
      is_second = false;
      continue;
    }
    if (is_second && !row.fill) row.fill = context_.color(*spec_.stripe);
    is_second = !is_second;
  }
}

/// Nothing: the row is about facts the clinic does not have.
std::optional<Row> TableMaker::make_told_row(content::FactRow& scope, std::size_t number,
                                             const std::set<std::string>& shown) {
  check_hours(scope, shown);
  add_row_number(scope, number);
  const Told before = tools_.text.facts.told();
  Row row = make_row(scope);
  if ((tools_.text.facts.told() - before).nothing()) return std::nullopt;
  return row;
}

void TableMaker::add_fact_rows(Table& table) {
  auto scopes = tools_.text.facts.rows(*spec_.rows, around_);
  if (!scopes) return;
  for (content::FactRow& scope : *scopes) scope.around = around_;
  table.list = spec_.rows->value;
  const std::set<std::string> shown = shown_facts();
  if (spec_.entries || spec_.group_header || spec_.group_footer) {
    return add_groups(table, std::move(*scopes), shown);
  }
  tools_.text.facts.sort(*scopes, spec_.sort);
  std::size_t number = 1, groups = 0;
  std::string group;
  std::vector<content::FactRow> whole;
  for (content::FactRow& scope : *scopes) {
    auto row = make_told_row(scope, number, shown);
    if (!row) continue;
    ++number;
    std::string own = tools_.text.facts.plain(spec_.group, &scope, ProseAs::Words).text;
    row->starts_group = !own.empty() && own != group && !group.empty();
    if (row->starts_group) ++groups;
    if (!own.empty()) group = std::move(own);
    row->group = groups;
    table.rows.push_back(std::move(*row));
    whole.push_back(std::move(scope));
  }
  add_footer(table, whole);
}

/// The facts that the columns name.
std::set<std::string> TableMaker::shown_facts() const {
  std::set<std::string> names;
  for (const spec::ColumnSpec& column : spec_.columns) {
    if (column.text.empty()) continue;
    const auto parsed = content::parse_template(words_of(column).value);
    const auto* parts = std::get_if<std::vector<content::TemplatePart>>(&parsed);
    if (parts == nullptr) continue;
    for (const content::TemplatePart& part : *parts) {
      const auto* fact = std::get_if<content::TemplatePart::Fact>(&part.part);
      if (fact != nullptr) names.insert(fact->path);
    }
  }
  return names;
}

namespace {

/// What tells a key that a table of hours leaves out.
std::string wanted_facts(std::string_view key) {
  if (key == "dates") return "`{dates}`, or `{from}` and `{to}`";
  if (key == "summary") return "`{summary}`, `{changes}` or `{entry}`";
  return "`{" + std::string(key) + "}`, or `{times}`, which tells everything";
}

}  // namespace

/// Hours without their weeks or their note, or no word at all, would mislead.
void TableMaker::check_hours(const content::FactRow& row,
                             const std::set<std::string>& shown) const {
  for (const std::string_view key : content::left_out(row.computed, shown)) {
    context_.diags.add({.id = HoursUntold,
                        .message = "the table leaves out the " + quoted(key) + " of these hours",
                        .span = row.span,
                        .labels = {{spec_.rows->span, "the table"}},
                        .hints = {"ask your designer to show " + wanted_facts(key)}});
  }
}

/// As many as the rows written in the layout have cells.
void TableMaker::add_columns(Table& table) {
  int most = 0;
  for (const auto* rows : {&spec_.headers, &spec_.literal}) {
    for (const spec::RowSpec& row : *rows) {
      int columns = 0;
      for (const spec::CellSpec& cell : row.cells) {
        columns = std::min(columns + columns_of(cell), kMostColumns + 1);
      }
      most = std::max(most, columns);
    }
  }
  if (most > kMostColumns) {
    context_.error(TooLarge, spec_.literal.empty() ? spec_.span : spec_.literal.front().span,
                   "a row has over 100 columns");
    most = 0;
  }
  table.columns.resize(static_cast<std::size_t>(most));
}

void TableMaker::add_literal_rows(Table& table) {
  if (table.columns.empty()) return;

  std::vector<int> reach(table.columns.size(), 0);
  for (const spec::RowSpec& row : spec_.literal) {
    const auto leave_out = [&] {
      shorten_cells(table.rows);
      for (int& rows : reach) rows = std::max(rows - 1, 0);
    };
    if (!tools_.conditions.hold(row.when, around_)) {
      tools_.text.facts.wait_for(row.when);
      leave_out();
      continue;
    }
    const Told before = tools_.text.facts.told();
    const std::vector<int> above = reach;
    Row made = make_row(row, reach);
    if ((tools_.text.facts.told() - before).nothing() && stands_alone(made)) {
      reach = above;
      leave_out();
      continue;
    }
    table.rows.push_back(std::move(made));
  }
  for (Row& row : table.rows) {
    const auto below = &table.rows.back() - &row + 1;
    for (Cell& cell : row.cells) cell.rows = std::min(cell.rows, static_cast<int>(below));
  }
}

Row TableMaker::make_row(const spec::RowSpec& spec, std::vector<int>& reach) {
  Row row;
  row.span = spec.span;
  row.header = spec.header && spec.header->value;
  row.keep_with_next = spec.keep_with_next && spec.keep_with_next->value;
  row.rule_above = row_rule(spec.rule_above);
  row.rule_below = row_rule(spec.rule_below);
  if (spec.fill) row.fill = context_.color(*spec.fill);
  if (row.header && spec_.header_fill && !row.fill) row.fill = context_.color(*spec_.header_fill);
  add_cells(row, spec.cells, {.scope = around_}, reach);
  return row;
}

/// `reach`: into how many rows from this one on a cell from above reaches, column by column.
void TableMaker::add_cells(Row& row, const std::vector<spec::CellSpec>& cells,
                           const RowMaking& making, std::vector<int>& reach) {
  std::size_t column = 0;
  for (const spec::CellSpec& each : cells) {
    while (column < reach.size() && reach[column] > 0) ++column;
    const auto span = static_cast<std::size_t>(columns_of(each));
    const auto is_free = [](int rows) { return rows <= 0; };
    if (column + span > reach.size() ||
        !std::all_of(reach.begin() + static_cast<std::ptrdiff_t>(column),
                     reach.begin() + static_cast<std::ptrdiff_t>(column + span), is_free)) {
      context_.error(BadValue, each.place,
                     "there is no room for this cell: the table has " +
                         std::to_string(reach.size()) + " columns");
      break;
    }
    Cell cell =
        make_cell(each, column < spec_.columns.size() ? spec_.columns[column] : plain_, making);
    cell.span = static_cast<int>(span);
    if (each.rows) cell.rows = static_cast<int>(each.rows->value);
    for (std::size_t end = column + span; column < end; ++column) reach[column] = cell.rows;
    row.cells.push_back(std::move(cell));
  }
  for (int& rows : reach) rows = std::max(rows - 1, 0);
}

void TableMaker::set_looks(Table& table) const {
  if (spec_.column_gap) table.column_gap = spec_.column_gap->value;
  const auto gap = [](const spec::GapSpec& written) {
    return LeastToMost<Length>{written.least.value, written.most.value};
  };
  if (spec_.row_gap) table.row_gap = gap(*spec_.row_gap);
  if (spec_.group_gap) table.group_gap = gap(*spec_.group_gap);
  table.rule_top = rule(spec_.rule_top);
  table.rule_header = rule(spec_.rule_header);
  table.rule_between = rule(spec_.rule_between);
  table.rule_group = rule(spec_.rule_group);
  if (!spec_.rule_group && !spec_.group_header) table.rule_group = table.rule_between;
  table.rule_bottom = rule(spec_.rule_bottom);
  table.rule_columns = rule(spec_.rule_columns);
  table.rule_sides = rule(spec_.rule_sides);
  if (spec_.keep_rows) table.keep_rows = static_cast<int>(spec_.keep_rows->value);
  if (spec_.stripe) context_.color(*spec_.stripe);
}

std::optional<TableRule> TableMaker::rule(const std::optional<spec::RuleSpec>& written) const {
  const std::optional<text::Rule> rule = tools_.text.styles.rule(written);
  if (!rule) return std::nullopt;
  return TableRule{rule->color, rule->width};
}

std::optional<TableRule> TableMaker::row_rule(const std::optional<spec::RuleSpec>& written) const {
  if (written && written->is_none) return TableRule{.is_none = true};
  return rule(written);
}

ColumnLink TableMaker::link(const spec::LinkSpec& written) const {
  ColumnLink link{color::Color::black()};
  if (written.color) link.color = context_.color(*written.color);
  if (written.width) link.width = written.width->value;
  if (written.gap) link.gap = written.gap->value;
  return link;
}

Column TableMaker::make_column(const spec::ColumnSpec& spec) const {
  Column column;
  if (spec.align_on) column.align_on = spec.align_on->value;
  if (spec.link) column.link = link(*spec.link);
  if (spec.gap) column.gap = spec.gap->value;
  column.names_rows = spec.row_header && spec.row_header->value;
  column.vertical_align = vertical_align_of(spec.vertical);
  if (spec.text.empty() && !spec.art && !spec.picture && spec_.literal.empty()) {
    context_.error(MissingKey, spec.span, "the column shows neither `text` nor `art`");
  }
  if (spec.picture && !spec.height && !spec.width) {
    context_.error(MissingKey, spec.picture->span,
                   "a column of pictures needs `width` or `height`");
  }
  if (!spec.width || spec.width->value == "auto") return column;
  if (const auto share = read_share(spec.width->value)) {
    column.width = Column::Share{*share};
    return column;
  }
  const std::optional<Length> length = spec::parse_length(spec.width->value);
  if (length && *length > Length{}) {
    column.width = *length * context_.layout().scale;
    return column;
  }
  context_.error(BadValue, spec.width->span, quoted(spec.width->value) + " is no width of a column",
                 {"write a length (`22 pt`), `auto`, or a share of what is left (`1 share`)"});
  return column;
}

Row TableMaker::make_header() {
  Row row;
  row.header = true;
  row.span = spec_.span;
  RowFiller filler(row);
  for (const spec::ColumnSpec& column : spec_.columns) {
    TextContent text;
    if (column.header) {
      TextSetting setting{column_styles(column, around_), around_, column.header->span};
      if (spec_.header_style) setting.styles.p = spec_.header_style;
      text.paragraphs = cell_text(column.header->as_value(), setting);
    }
    Cell cell{std::move(text)};
    cell.padding = padding({&column.padding, &spec_.padding});
    filler.add(std::move(cell), column);
  }
  return row;
}

Row TableMaker::make_row(const content::FactRow& scope) {
  Row row;
  row.span = scope.span;
  RowFiller filler(row);
  for (const spec::ColumnSpec& column : spec_.columns) {
    filler.add(make_cell(column, scope), column);
  }
  if (spec_.row_fill) row.fill = fill(*spec_.row_fill, &scope);
  return row;
}

bool has_no_rows(const Table& table) {
  return std::ranges::all_of(table.rows, [](const Row& row) { return row.header; });
}

Table resolve_table(const spec::TableSpec& table, const spec::MarkdownSpec& styles,
                    const FrameTools& tools, const content::FactRow* scope) {
  return TableMaker(table, styles, tools, scope).make();
}

VerticalAlign vertical_align_of(const std::optional<spec::Text>& written) {
  if (!written || written->value == "top") return VerticalAlign::Top;
  if (written->value == "justify") return VerticalAlign::Justify;
  return written->value == "middle" ? VerticalAlign::Middle : VerticalAlign::Bottom;
}

}  // namespace handbill::document
