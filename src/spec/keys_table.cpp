// SPDX-License-Identifier: MIT
// Tables: their columns, rows and cells.
#include "spec/bind.h"
#include "spec/parse_layout.h"
#include "spec/parse_when.h"

namespace handbill::spec {
namespace {

/// A length written with values of the layout is kept in points.
bool read_column_width(const Value& value, const Request& request, ColumnSpec& column) {
  if (!read(value, request, column.width)) return false;
  const std::string& text = column.width->value;
  if (request.constants == nullptr || text == "auto" || parse_length(text)) return true;
  diag::Diagnostics unheard;
  const auto length = request.constants->length_of(value, unheard);
  if (length) column.width = Text{format_number(length->pt(), 6) + " pt", value.span, {}};
  return true;
}

constexpr auto kColumnKeys = std::to_array<Key<ColumnSpec>>({
    key<&ColumnSpec::text>("text", "",
                           "text of each cell, with facts of the row: \"{day}\"; of a list the "
                           "first that fits in all rows: [\"{day}\", \"{day_short}\"]"),
    key<&ColumnSpec::art>("art", "", "SVG file of each cell: \"art/{icon}.svg\""),
    key<&ColumnSpec::width>("width", "auto",
                            "a length, \"auto\" for the widest content, or \"1 share\" of what is "
                            "left")
        .by(read_column_width),
    key<&ColumnSpec::style>("style", "", "short for styles.p").takes("name of a style"),
    key<&ColumnSpec::styles>("styles", "those of [markdown]", "styles of the cells' Markdown"),
    key<&ColumnSpec::color>("color", "black", "colour of `currentColor` in art"),
    key<&ColumnSpec::align_on>("align_on", "",
                               "text that stands at one place in all cells: \":\", \".\"; figures "
                               "without a decimal point end where it would stand"),
    key<&ColumnSpec::vertical>("vertical", "top", "where content stands in its cell")
        .takes("one of top, middle, bottom"),
    key<&ColumnSpec::header>("header", "", "text above the column"),
    key<&ColumnSpec::row_header>("row_header", "false",
                                 "its cells name their rows, as `header` does the column: who has "
                                 "the page read aloud hears them with the other cells"),
    key<&ColumnSpec::gap>("gap", "the table's column_gap", "space after the column").least(0),
    key<&ColumnSpec::spill>("spill", "true",
                            "whether its texts run on over empty cells after them"),
    key<&ColumnSpec::link>("link", "none", "a line from each cell of the column to the next below")
        .takes("table link"),
    key<&ColumnSpec::picture>("picture", "",
                              "JPEG or PNG file of each cell: \"photos/{photo}.jpg\""),
    key<&ColumnSpec::alt>("alt", "", "says what art or pictures show, with facts of the row"),
    key<&ColumnSpec::height>("height", "by its width", "of art or pictures").between(0.1, 14400),
    key<&ColumnSpec::fit>("fit", "contain", "how they fill the width of the column and `height`")
        .takes("one of contain, cover, stretch"),
    key<&ColumnSpec::figure>("figure", "above",
                             "where art or pictures stand when the column has a text too")
        .takes("one of above, before"),
    key<&ColumnSpec::figure_gap>("figure_gap", "6 pt", "space between them and the text").least(0),
    key<&ColumnSpec::padding>("padding", "the table's", "of its cells").least(0),
    key<&ColumnSpec::fill>("fill", "none",
                           "ground of its cells below the headers: a swatch, or one the row names: "
                           "\"{tone}\"")
        .takes("swatch, with a tint if you like, or text over the row"),
    key<&ColumnSpec::stroke>("stroke", "none", "line round each of its cells below the headers")
        .takes("table stroke"),
    key<&ColumnSpec::radius>("radius", "0", "of rounded corners of these cells").least(0),
});

constexpr auto kLinkKeys = std::to_array<Key<LinkSpec>>({
    key<&LinkSpec::color>("color", "black", "colour of the line"),
    key<&LinkSpec::width>("width", "0.5 pt", "thickness of the line").between(0.1, 288),
    key<&LinkSpec::gap>("gap", "0", "how far it stops short of the cells").least(0),
});

/// Of a column or a cell: what is for pictures and art alone.
template <class Struct>
void check_figure(std::string_view what, const Value& value, const Request& request,
                  const Struct& shown) {
  const auto refuse = [&](std::string_view key, const std::string& message) {
    const Value* found = value.find(key);
    if (found != nullptr) {
      request.diags.error(diag::DiagnosticId::BadValue, found->span, message);
    }
  };
  const bool has_figure = shown.picture || shown.art;
  if (!has_figure || value.find("text") == nullptr) {
    for (const std::string_view key : {"figure", "figure_gap"}) {
      refuse(key, "`" + std::string(key) + "` is for a `text` with a `picture` or `art`");
    }
  }
  if (shown.picture) {
    if (shown.art) {
      refuse("picture", "a " + std::string(what) + " shows `art` or a `picture`, not both");
    }
    if (!shown.height && shown.fit && shown.fit->value != "contain") {
      refuse("fit", "`" + shown.fit->value + "` fills a `height`, and none is set");
    }
    return;
  }
  if (shown.art) return;
  for (const std::string_view key : {"alt", "height", "fit"}) {
    refuse(key, "`" + std::string(key) + "` is for a `picture` or `art`");
  }
}

void check_column(const Value& value, const Request& request, ColumnSpec& column) {
  const Value* text = value.find("text");
  if (text != nullptr && text->as_array() != nullptr && text->as_array()->empty()) {
    request.diags.error(diag::DiagnosticId::BadValue, text->span,
                        "`text` is an empty list; it takes a text, or several to choose from");
  }
  check_figure("column", value, request, column);
}

constexpr auto kCellKeys = std::to_array<Key<CellSpec>>({
    key<&CellSpec::text>("text", "", "its text, Markdown with {facts}"),
    key<&CellSpec::art>("art", "", "an SVG file, alone or with a text").takes("path of a file"),
    key<&CellSpec::style>("style", "that of the column", "short for styles.p")
        .takes("name of a style"),
    key<&CellSpec::span>("span", "1", "columns it takes").between(1, 100),
    key<&CellSpec::rows>("rows", "1", "rows it takes").between(1, 1000),
    key<&CellSpec::picture>("picture", "", "a JPEG or PNG file, alone or with a text")
        .takes("path of a file"),
    key<&CellSpec::alt>("alt", "", "says what art or a picture shows"),
    key<&CellSpec::height>("height", "by its width", "of art or a picture").between(0.1, 14400),
    key<&CellSpec::fit>("fit", "contain", "how it fills the width of the cell and `height`")
        .takes("one of contain, cover, stretch"),
    key<&CellSpec::figure>("figure", "above",
                           "where art or a picture stands when the cell has a text too")
        .takes("one of above, before"),
    key<&CellSpec::figure_gap>("figure_gap", "6 pt", "space between it and the text").least(0),
    key<&CellSpec::vertical>("vertical", "that of the column", "where content stands in the cell")
        .takes("one of top, middle, bottom"),
    key<&CellSpec::padding>("padding", "that of the column", "space round its content").least(0),
    key<&CellSpec::fill>("fill", "none", "its ground"),
    key<&CellSpec::stroke>("stroke", "none", "line round it").takes("table stroke"),
    key<&CellSpec::radius>("radius", "0", "of rounded corners").least(0),
});

void check_cell(const Value& value, const Request& request, CellSpec& cell) {
  check_figure("cell", value, request, cell);
}

constexpr auto kRowKeys = std::to_array<Key<RowSpec>>({
    key<&RowSpec::cells>("cells", "", "its cells: texts, or tables with text, span and rows")
        .takes("list of texts and tables")
        .required(),
    key<&RowSpec::header>("header", "false",
                          "names the columns; repeated where the table goes on in another frame"),
    key<&RowSpec::fill>("fill", "none", "its ground"),
    key<&RowSpec::when>("when", "always", "what must hold for the row to be there")
        .takes(kCondition),
    key<&RowSpec::keep_with_next>("keep_with_next", "false",
                                  "stays in one frame with the row below"),
    key<&RowSpec::rule_above>("rule_above", "the table's", "a rule above it")
        .takes("rule table, or none"),
    key<&RowSpec::rule_below>("rule_below", "the table's", "a rule below it")
        .takes("rule table, or none"),
});

constexpr auto kGroupRowKeys = std::to_array<Key<GroupRowSpec>>({
    key<&GroupRowSpec::text>(
        "text", "",
        "text over all columns, with facts of the group's first row, `{count}` "
        "of its rows and `{sum price}` of a key of theirs"),
    key<&GroupRowSpec::cells>("cells", "",
                              "or its cells: texts, or tables with text, span and so on")
        .takes("list of texts and tables"),
    key<&GroupRowSpec::continued>("continued", "the same once more",
                                  "of a heading: the text where its group goes on in another frame")
        .takes("text, \"\" for none"),
    key<&GroupRowSpec::style>("style", "the table's", "of cells that have none")
        .takes("name of a style"),
    key<&GroupRowSpec::fill>("fill", "none", "its ground"),
    key<&GroupRowSpec::padding>("padding", "the table's", "of its cells").least(0),
    key<&GroupRowSpec::rule_above>("rule_above", "the table's", "a rule above it")
        .takes("rule table, or none"),
    key<&GroupRowSpec::rule_below>("rule_below", "the table's", "a rule below it")
        .takes("rule table, or none"),
});

void check_group_row(const Value& value, const Request& request, GroupRowSpec& row) {
  if (row.text && !row.cells.empty()) {
    request.diags.add({diag::DiagnosticId::BadValue,
                       diag::Severity::Error,
                       "such a row has one `text` or its `cells`, not both",
                       value.find("cells")->span,
                       {{row.text->span, "the text is set here"}},
                       {}});
  } else if (!row.text && value.find("text") == nullptr && value.find("cells") == nullptr) {
    report_missing_key("text", "side.frame.table.group_header", value, request);
  }
}

/// What is for rows of a list, and what stands in place of something else.
void check_list_keys(const Value& value, const Request& request, const TableSpec& table) {
  const auto refuse = [&](std::string_view key, const std::string& message,
                          std::vector<std::string> hints = {}) {
    const Value* found = value.find(key);
    if (found == nullptr) return;
    request.diags.error(diag::DiagnosticId::BadValue, found->span, message, std::move(hints));
  };
  if (value.find("row") != nullptr) {
    for (const std::string_view key :
         {"entries", "sort", "row_fill", "group_header", "group_footer", "footer", "keep_rows"}) {
      refuse(key, "`" + std::string(key) + "` is for lists of facts, `rows`",
             {"rows written in the layout are told one by one"});
    }
  }
  const bool has_groups = table.group || table.entries;
  if (!has_groups && value.find("row") == nullptr) {
    const std::vector<std::string> hints = {"name one: `group = \"{category}\"`"};
    refuse("group_header", "the table has no `group` for this row to tell of", hints);
    refuse("group_footer", "the table has no `group` for this row to tell of", hints);
  }
  if (table.entries && table.group) {
    refuse("group", "with `entries` each entry of `rows` is a group of its own");
  }
  for (const auto* row : {&table.group_footer, &table.footer}) {
    if (!*row || !(*row)->continued) continue;
    request.diags.error(diag::DiagnosticId::BadValue, (*row)->continued->span,
                        "`continued` is for the `group_header`");
  }
  const auto has_header = [](const ColumnSpec& column) { return column.header.has_value(); };
  const auto column = std::ranges::find_if(table.columns, has_header);
  if (table.headers.empty() || column == table.columns.end()) return;
  request.diags.add({diag::DiagnosticId::BadValue,
                     diag::Severity::Error,
                     "columns are named by `header` or by rows of `[[header]]`, not both",
                     column->header->span,
                     {{table.headers.front().span, "the rows stand here"}},
                     {}});
}

void check_table(const Value& value, const Request& request, TableSpec& table) {
  check_list_keys(value, request, table);
  const Value* rows = value.find("rows");
  const Value* literal = value.find("row");
  if (rows != nullptr && literal != nullptr) {
    request.diags.add({diag::DiagnosticId::BadValue,
                       diag::Severity::Error,
                       "a table shows a list of facts, `rows`, or rows of its own, `[[row]]`",
                       literal->span,
                       {{rows->span, "the list is named here"}},
                       {}});
  } else if (literal != nullptr && table.group) {
    request.diags.error(diag::DiagnosticId::BadValue, table.group->span,
                        "`group` is for lists of facts, `rows`",
                        {"an empty row of its own parts rows written in the layout"});
  } else if (literal == nullptr) {
    if (rows == nullptr) report_missing_key("rows", "side.frame.table", value, request);
    const Value* columns = value.find("column");
    if (table.columns.empty() && (columns == nullptr || !columns->is_lost())) {
      report_missing_key("column", "side.frame.table", value, request);
    }
  }
}

constexpr auto kTableKeys = std::to_array<Key<TableSpec>>({
    key<&TableSpec::rows>("rows", "", "a list of facts: \"treatment.benefits\", \"hours.week\"")
        .takes("path of a list"),
    key<&TableSpec::literal>("row", "", "rows written here, instead of a list of facts"),
    key<&TableSpec::columns>("column", "", "the columns, in reading order"),
    key<&TableSpec::style>("style", "", "short for styles.p of columns that have none")
        .takes("name of a style"),
    key<&TableSpec::header_style>("header_style", "", "style of the headers")
        .takes("name of a style"),
    key<&TableSpec::column_gap>("column_gap", "0", "space between columns").least(0),
    key<&TableSpec::row_gap>("row_gap", "0",
                             "space between rows; with two, as much as the frame has room for: "
                             "[\"4 pt\", \"15 pt\"]")
        .least(0),
    key<&TableSpec::group>("group", "",
                           "text over the row, with its facts: rows for which it is the same, or "
                           "empty, belong to the row above"),
    key<&TableSpec::group_gap>("group_gap", "row_gap",
                               "space between such groups; two lengths as for `row_gap`")
        .least(0),
    key<&TableSpec::rule_group>("rule_group", "rule_between; none with group_header",
                                "a rule between such groups")
        .takes("rule table, or none"),
    key<&TableSpec::rule_top>("rule_top", "none", "a rule above the table")
        .takes("rule table, or none"),
    key<&TableSpec::rule_header>("rule_header", "none", "a rule below the headers")
        .takes("rule table, or none"),
    key<&TableSpec::rule_between>("rule_between", "none",
                                  "a rule between rows, but for headings of groups")
        .takes("rule table, or none"),
    key<&TableSpec::rule_bottom>("rule_bottom", "none", "a rule below the table")
        .takes("rule table, or none"),
    key<&TableSpec::stripe>("stripe", "none", "ground of every second row"),
    key<&TableSpec::entries>("entries", "",
                             "where each entry of `rows` is a group: its key that has the list of "
                             "rows"),
    key<&TableSpec::sort>("sort", "as the content has them",
                          "keys of the rows to sort by: \"price\", or several, the first first; "
                          "\"-price\" from the largest down. Rows without such a key come last")
        .takes("text, or list of texts"),
    key<&TableSpec::group_header>("group_header", "none", "a row above each group"),
    key<&TableSpec::group_footer>("group_footer", "none", "a row below each group"),
    key<&TableSpec::footer>("footer", "none", "a row below all others"),
    key<&TableSpec::headers>("header", "",
                             "rows that name the columns, instead of `header` of each; as `row`"),
    key<&TableSpec::header_fill>("header_fill", "none", "ground of the rows that name the columns"),
    key<&TableSpec::keep_rows>("keep_rows", "1",
                               "where a group goes on in another frame, so many of its rows at "
                               "least stand in each")
        .between(1, 1000),
    key<&TableSpec::padding>("padding", "0",
                             "space between the edges of cells and what they show: above the "
                             "capitals, below the last baseline")
        .least(0),
    key<&TableSpec::row_fill>("row_fill", "none",
                              "ground of each row that names one: \"{tone | optional}\"")
        .takes("swatch, with a tint if you like, or text over the row"),
    key<&TableSpec::rule_columns>("rule_columns", "none", "a rule between columns")
        .takes("rule table, or none"),
    key<&TableSpec::rule_sides>("rule_sides", "none", "a rule at the left and right edges")
        .takes("rule table, or none"),
});

}  // namespace

bool read(const Value& value, const Request& request, TableSpec& into) {
  if (value.as_string() == nullptr) return read_table(value, request, into);
  into.span = value.span;
  return read(value, request, into.use);
}

void dump(const TableSpec& value, std::string_view name, Lines& lines) {
  if (value.use) return dump(*value.use, name, lines);
  lines.line(name, "", value.span);
  dump_keys(value, lines);
}

bool read(const Value& value, const Request& request, std::vector<CellSpec>& into) {
  const Value::Array* array = value.as_array();
  if (array == nullptr) {
    request.wrong_type(value);
    return false;
  }
  bool ok = true;
  for (const Value& each : *array) {
    if (request.given_up()) return false;
    CellSpec& cell = into.emplace_back();
    cell.place = each.span;
    const bool good = each.as_string() != nullptr ? read(each, request, cell.text)
                                                  : read_table(each, request, cell);
    ok = good && ok;
  }
  return ok;
}

TableKeys<RowSpec> table_keys(const RowSpec*) {
  return {"side.frame.table.row", "A row of a table written in the layout.", kRowKeys};
}

TableKeys<CellSpec> table_keys(const CellSpec*) {
  return {"cell", "A cell of such a row.", kCellKeys, check_cell};
}

TableKeys<GroupRowSpec> table_keys(const GroupRowSpec*) {
  return {"side.frame.table.group_header",
          "A row that tells of a group of rows; group_footer and footer have the same keys.",
          kGroupRowKeys, check_group_row};
}

TableKeys<ColumnSpec> table_keys(const ColumnSpec*) {
  return {"side.frame.table.column", "A column of a table.", kColumnKeys, check_column};
}

TableKeys<LinkSpec> table_keys(const LinkSpec*) {
  return {"link", "A line down a column that joins its icons or numerals, for steps and days.",
          kLinkKeys};
}

TableKeys<TableSpec> table_keys(const TableSpec*) {
  return {"side.frame.table", "Rows in columns. [table.NAME] has the same keys.", kTableKeys,
          check_table};
}

}  // namespace handbill::spec
