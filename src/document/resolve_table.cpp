// SPDX-License-Identifier: MIT
#include "document/resolve_table.h"

#include <algorithm>
#include <set>

#include "base/number.h"
#include "content/template.h"
#include "document/conditions.h"
#include "document/content_kinds.h"
#include "document/inherit.h"
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

class TableMaker {
 public:
  TableMaker(const spec::TableSpec& table, const spec::MarkdownSpec& styles,
             const FrameTools& tools)
      : spec_(table), styles_(styles), tools_(tools), context_(tools.text.context) {
    const auto& words = context_.inputs.words;
    if (const auto found = words.find(table.span); found != words.end()) chosen_ = found->second;
  }

  Table make();

 private:
  Column make_column(const spec::ColumnSpec& column) const;
  std::vector<text::Paragraph> cell_text(const spec::Value& markdown, const TextSetting& setting);
  Row make_header();
  Row make_row(const content::FactRow& scope);
  void add_fact_rows(Table& table);
  std::set<std::string> shown_facts() const;
  void check_hours(const content::FactRow& row, const std::set<std::string>& shown) const;
  void add_literal_rows(Table& table);
  Row make_row(const spec::RowSpec& row, std::vector<int>& reach);
  Cell make_cell(const spec::CellSpec& cell, const spec::ColumnSpec& column);
  Cell make_cell(const spec::ColumnSpec& column, const content::FactRow& scope);
  diag::Span named_at(const spec::Text& art, const content::FactRow* scope) const;
  Cell make_art(const spec::Text& art, const spec::ColumnSpec& column,
                const content::FactRow* scope);
  /// The text chosen of those a column offers.
  const spec::Text& words_of(const spec::ColumnSpec& column) const {
    return column.text[std::min(chosen_, column.text.size() - 1)];
  }
  spec::MarkdownSpec column_styles(const spec::ColumnSpec& column) const;
  std::optional<TableRule> rule(const std::optional<spec::RuleSpec>& written) const;
  ColumnLink link(const spec::LinkSpec& written) const;
  void set_looks(Table& table) const;

  const spec::TableSpec& spec_;
  const spec::MarkdownSpec& styles_;
  const FrameTools& tools_;
  const Context& context_;
  const spec::ColumnSpec plain_{};  ///< of columns a table does not describe
  std::size_t chosen_ = 0;          ///< of the texts that columns offer
};

bool is_empty(const Cell& cell) {
  const TextContent* text = text_of(cell);
  return text != nullptr && text->paragraphs.empty();
}

/// Puts the cells of a row beside each other.
class RowFiller {
 public:
  explicit RowFiller(Row& row) : row_(row) {}

  /// A cell without a word lends its room to the text before it, if that spills. A column that is
  /// white by design (`text = ""`) does so only for text that already reaches over a neighbour.
  void add(Cell cell, const spec::ColumnSpec& column) {
    const bool is_white = column.text.size() == 1 && column.text.front().value.empty();
    const bool joins = is_empty(cell) && spills_ && (!is_white || row_.cells.back().span > 1);
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

Table TableMaker::make() {
  Table table;
  table.span = spec_.span;
  table.words.chosen = chosen_;
  set_looks(table);
  bool has_header = false;
  for (const spec::ColumnSpec& column : spec_.columns) {
    table.columns.push_back(make_column(column));
    if (spec_.rows) table.words.offered = std::max(table.words.offered, column.text.size());
    has_header = has_header || column.header.has_value();
  }
  if (has_header) table.rows.push_back(make_header());
  if (spec_.rows) {
    add_fact_rows(table);
  } else {
    add_literal_rows(table);
  }
  if (!spec_.stripe) return table;
  bool is_second = false;
  for (Row& row : table.rows) {
    if (row.header) continue;
    if (is_second && !row.fill) row.fill = context_.color(*spec_.stripe);
    is_second = !is_second;
  }
  return table;
}

/// Unless the user has given the row a key of that name. Rows that are left out take no number.
void add_row_number(content::FactRow& scope, std::size_t number) {
  if (scope.row != nullptr && scope.row->find(content::kRowNumber) != nullptr) return;
  scope.computed.push_back({content::kRowNumber, std::to_string(number)});
}

void TableMaker::add_fact_rows(Table& table) {
  auto scopes = tools_.text.facts.rows(*spec_.rows);
  if (!scopes) return;
  table.list = spec_.rows->value;
  const std::set<std::string> shown = shown_facts();
  std::size_t number = 1;
  std::string group;
  for (content::FactRow& scope : *scopes) {
    check_hours(scope, shown);
    add_row_number(scope, number);
    const Told before = tools_.text.facts.told();
    Row row = make_row(scope);
    if ((tools_.text.facts.told() - before).nothing()) continue;
    table.rows.push_back(std::move(row));
    ++number;
    std::string own = tools_.text.facts.plain(spec_.group, &scope, ProseAs::Words).text;
    if (own.empty() || own == group) continue;
    table.rows.back().starts_group = !group.empty();
    group = std::move(own);
  }
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

/// What tells a key that a table of hours leaves out.
std::string wanted_facts(std::string_view key) {
  if (key == "dates") return "`{dates}`, or `{from}` and `{to}`";
  if (key == "summary") return "`{summary}`, `{changes}` or `{entry}`";
  return "`{" + std::string(key) + "}`, or `{times}`, which tells everything";
}

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

void TableMaker::add_literal_rows(Table& table) {
  if (spec_.columns.empty()) {
    int most = 0;
    for (const spec::RowSpec& row : spec_.literal) {
      int columns = 0;
      for (const spec::CellSpec& cell : row.cells) {
        columns = std::min(columns + columns_of(cell), kMostColumns + 1);
      }
      most = std::max(most, columns);
    }
    if (most > kMostColumns) {
      context_.error(TooLarge, spec_.literal.front().span, "a row has over 100 columns");
      return;
    }
    table.columns.resize(static_cast<std::size_t>(most));
  }
  std::vector<int> reach(table.columns.size(), 0);
  for (const spec::RowSpec& row : spec_.literal) {
    const auto leave_out = [&] {
      shorten_cells(table.rows);
      for (int& rows : reach) rows = std::max(rows - 1, 0);
    };
    if (!tools_.conditions.hold(row.when)) {
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

/// `reach`: into how many rows from this one on a cell from above reaches, column by column.
Row TableMaker::make_row(const spec::RowSpec& spec, std::vector<int>& reach) {
  Row row;
  row.span = spec.span;
  row.header = spec.header && spec.header->value;
  if (spec.fill) row.fill = context_.color(*spec.fill);
  std::size_t column = 0;
  for (const spec::CellSpec& each : spec.cells) {
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
    Cell cell = make_cell(each, column < spec_.columns.size() ? spec_.columns[column] : plain_);
    cell.span = static_cast<int>(span);
    if (each.rows) cell.rows = static_cast<int>(each.rows->value);
    for (std::size_t end = column + span; column < end; ++column) reach[column] = cell.rows;
    row.cells.push_back(std::move(cell));
  }
  for (int& rows : reach) rows = std::max(rows - 1, 0);
  return row;
}

Cell TableMaker::make_cell(const spec::CellSpec& cell, const spec::ColumnSpec& column) {
  if (cell.art && !cell.text) return make_art(*cell.art, column, nullptr);
  TextContent text;
  if (cell.text) {
    TextSetting setting{column_styles(column), nullptr, cell.text->span};
    if (cell.style) setting.styles.p = cell.style;
    text.paragraphs = set_text(cell.text->as_value(), setting, tools_.text);
  }
  return Cell{std::move(text)};
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
  table.rule_group = spec_.rule_group ? rule(spec_.rule_group) : table.rule_between;
  table.rule_bottom = rule(spec_.rule_bottom);
  if (spec_.stripe) context_.color(*spec_.stripe);
}

std::optional<TableRule> TableMaker::rule(const std::optional<spec::RuleSpec>& written) const {
  const std::optional<text::Rule> rule = tools_.text.styles.rule(written);
  if (!rule) return std::nullopt;
  return TableRule{rule->color, rule->width};
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
  column.vertical_align = vertical_align_of(spec.vertical);
  if (spec.text.empty() && !spec.art && spec_.literal.empty()) {
    context_.error(MissingKey, spec.span, "the column shows neither `text` nor `art`");
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

spec::MarkdownSpec TableMaker::column_styles(const spec::ColumnSpec& column) const {
  spec::MarkdownSpec styles = styles_;
  if (spec_.style) styles.p = spec_.style;
  if (column.style) styles.p = column.style;
  if (column.styles) lay_over(styles, *column.styles);
  return styles;
}

/// What stands below each other in a table lines up by its advances: no letter stands out.
std::vector<text::Paragraph> TableMaker::cell_text(const spec::Value& markdown,
                                                   const TextSetting& setting) {
  auto paragraphs = set_text(markdown, setting, tools_.text);
  for (text::Paragraph& each : paragraphs) each.style.edit().optical_margins = 0;
  return paragraphs;
}

Row TableMaker::make_header() {
  Row row;
  row.header = true;
  row.span = spec_.span;
  RowFiller filler(row);
  for (const spec::ColumnSpec& column : spec_.columns) {
    TextContent text;
    if (column.header) {
      TextSetting setting{column_styles(column), nullptr, column.header->span};
      if (spec_.header_style) setting.styles.p = spec_.header_style;
      text.paragraphs = cell_text(column.header->as_value(), setting);
    }
    filler.add(Cell{std::move(text)}, column);
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
  return row;
}

Cell TableMaker::make_cell(const spec::ColumnSpec& column, const content::FactRow& scope) {
  if (column.art && column.text.empty()) return make_art(*column.art, column, &scope);
  TextContent text;
  if (column.text.empty()) return Cell{std::move(text)};
  const spec::Text& words = words_of(column);
  text.paragraphs = cell_text(words.as_value(), {column_styles(column), &scope, words.span,
                                                 spec_.rows ? spec_.rows->value : std::string()});
  // It is given up rather than broken.
  if (&words != &column.text.back()) {
    for (text::Paragraph& each : text.paragraphs) each.style.edit().one_line = true;
  }
  return Cell{std::move(text)};
}

/// Where a drawing is named: in the row, `icon = "pores"`, if that alone makes its name.
diag::Span TableMaker::named_at(const spec::Text& art, const content::FactRow* scope) const {
  if (scope == nullptr || scope->row == nullptr) return art.span;
  const spec::Value* named = nullptr;
  for (const content::TemplatePart& each : tools_.text.facts.parts(PlacedText(art))) {
    const auto* fact = std::get_if<content::TemplatePart::Fact>(&each.part);
    if (fact == nullptr) continue;
    if (named != nullptr) return art.span;
    named = scope->row->find(fact->path);
    if (named == nullptr) return art.span;
  }
  return named != nullptr && named->span.known() ? named->span : art.span;
}

Cell TableMaker::make_art(const spec::Text& art, const spec::ColumnSpec& column,
                          const content::FactRow* scope) {
  const std::size_t errors = context_.diags.error_count();
  const PlainText name = tools_.text.facts.plain(PlacedText(art), scope, ProseAs::Written);
  if (context_.diags.error_count() > errors) return {};
  const color::Color current = column.color ? context_.color(*column.color) : color::Color::black();
  // "art/{icon}.svg" in a row without an icon.
  const bool is_without = name.facts > 0 && name.facts == name.empty_facts;
  if (name.text.empty() || name.has_blank || is_without) return Cell{TextContent{}};
  return Cell{
      ArtContent{tools_.pictures.art(name.text, current, named_at(art, scope)), Fit::Contain, {}}};
}

}  // namespace

bool has_no_rows(const Table& table) {
  return std::ranges::all_of(table.rows, [](const Row& row) { return row.header; });
}

Table resolve_table(const spec::TableSpec& table, const spec::MarkdownSpec& styles,
                    const FrameTools& tools) {
  return TableMaker(table, styles, tools).make();
}

VerticalAlign vertical_align_of(const std::optional<spec::Text>& written) {
  if (!written || written->value == "top") return VerticalAlign::Top;
  if (written->value == "justify") return VerticalAlign::Justify;
  return written->value == "middle" ? VerticalAlign::Middle : VerticalAlign::Bottom;
}

}  // namespace handbill::document
