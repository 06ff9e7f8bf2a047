// SPDX-License-Identifier: MIT
#include <charconv>

#include "diag/read_text.h"
#include "spec/order_file.h"
#include "spec/written_date.h"

namespace handbill::spec {
namespace {

/// "2026-12-04" and nothing else.
std::optional<Date> date_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t size, int& into) {
    const char* const end = text.data() + begin + size;
    return std::from_chars(text.data() + begin, end, into).ptr == end;
  };
  Date date;
  if (!number(0, 4, date.year) || !number(5, 2, date.month) || !number(8, 2, date.day)) {
    return std::nullopt;
  }
  return date;
}

constexpr auto kDeliveryKeys = std::to_array<Key<DeliverySpec>>({
    key<&DeliverySpec::date>("date", "agreed with the shop", "the last day: 2026-12-04")
        .takes("date"),
    key<&DeliverySpec::to>("to", "", "who takes it: a desk, a department"),
    key<&DeliverySpec::address>("address", "that of the content", "where to, on one line"),
});

constexpr auto kProofKeys = std::to_array<Key<ProofSpec>>({
    key<&ProofSpec::kind>("kind", "agreed with the shop",
                          "what is to be seen before all is printed: a PDF of what the press gets, "
                          "a print in its colours, a sheet of the press")
        .takes("one of none, pdf, print, press-sheet"),
    key<&ProofSpec::answers>("answers", "", "who says yes or no to it: a role"),
});

constexpr auto kOrderKeys = std::to_array<Key<OrderSpec>>({
    key<&OrderSpec::client>("client", "the name in the content", "who orders"),
    key<&OrderSpec::contact>("contact", "", "who answers questions: a role"),
    key<&OrderSpec::phone>("phone", "that of the content", "to ask at"),
    key<&OrderSpec::email>("email", "", "to write to"),
    key<&OrderSpec::number>("number", "", "the client's own number of the order"),
    key<&OrderSpec::quantity>("quantity", "agreed with the shop", "copies of each document")
        .between(1, 1e9),
    key<&OrderSpec::flip>("flip", "as the pages turn",
                          "the edge that sheets are turned over for their backs; told here, it is "
                          "held against what the layout and its imposition make of it")
        .takes("one of long-edge, short-edge"),
    key<&OrderSpec::delivery>("delivery", "", "where to, and until when"),
    key<&OrderSpec::proof>("proof", "", "what is to be seen before"),
});

}  // namespace

bool read(const Value& value, const Request& request, OrderDate& into) {
  const std::string* text = value.as_string();
  std::optional<Date> date;
  if (const auto* written = std::get_if<Date>(&value.data)) date = *written;
  if (text != nullptr) date = date_of(*text);
  if (!date || !is_real_date(*date)) {
    if (text == nullptr && !date) {
      request.wrong_type(value);
    } else {
      request.diags.error(
          diag::DiagnosticId::BadDate, value.span,
          "`" + (text != nullptr ? *text : iso_date(*date)) + "` is no day of the calendar",
          {"write it as 2026-12-04"});
    }
    return false;
  }
  into = {*date, value.span};
  return true;
}

void dump(const OrderDate& value, std::string_view name, Lines& lines) {
  lines.line(name, iso_date(value.date), value.span);
}

TableKeys<OrderSpec> table_keys(const OrderSpec*) {
  return {kOrderFile, "What print shops are told with every ticket.", kOrderKeys};
}
TableKeys<DeliverySpec> table_keys(const DeliverySpec*) {
  return {"delivery", "Of order.toml: where the prints go.", kDeliveryKeys};
}
TableKeys<ProofSpec> table_keys(const ProofSpec*) {
  return {"proof", "Of order.toml: what is to be seen before all is printed.", kProofKeys};
}

std::optional<OrderSpec> parse_order(const diag::FileReader& files, diag::SourceMap& sources,
                                     diag::Diagnostics& diags) {
  if (files.read(kOrderFile).state == diag::FileState::Missing) return OrderSpec();
  const std::size_t errors = diags.error_count();
  const auto file = diag::read_text(files, std::string(kOrderFile), {}, sources, diags);
  const auto root = file ? read_toml(sources, *file, diags) : std::nullopt;
  if (!root) return std::nullopt;
  OrderSpec order;
  read_table(*root, root_request(diags), order);
  order.span = root->span;
  if (diags.error_count() > errors) return std::nullopt;
  return order;
}

std::string dump(const OrderSpec& order, const diag::SourceMap& sources) {
  Lines lines{sources, order.span.file};
  dump_keys(order, lines);
  return std::move(lines.out);
}

}  // namespace handbill::spec
