// SPDX-License-Identifier: MIT
#include "build/order.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "build/today.h"
#include "content/date.h"
#include "content/day_names.h"
#include "manifest/shown.h"
#include "spec/clean_text.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;

/// What has room in a row of the ticket, three lines of it.
constexpr std::size_t kMostOrderLetters = 200;
/// A delivery later than this is a slip of the pen.
constexpr int kMostDaysAhead = 730;
constexpr auto kProofs = std::to_array<std::string_view>({"none", "pdf", "print", "press-sheet"});

/// A text, and what it is called where it stands.
struct WrittenRow {
  std::string Order::*into;
  std::string text{};
  diag::Span span{};
  std::string name{};  ///< "`--client`", "`client`"
};

WrittenRow row_of(std::string Order::*into, const std::string& option, const char* option_name,
                  const std::optional<spec::Text>& key, const char* key_name) {
  if (!option.empty()) return {into, option, {}, "`" + std::string(option_name) + "`"};
  if (!key) return {into};
  return {into, key->value, key->span, "`" + std::string(key_name) + "`"};
}

std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) next_code_point(text, at);
  return letters;
}

void check_row(const WrittenRow& row, Diagnostics& diags) {
  const std::size_t letters = count_letters(row.text);
  if (letters > kMostOrderLetters) {
    diags.error(DiagnosticId::BadValue, row.span,
                row.name + " has " + std::to_string(letters) + " letters; a ticket has room for " +
                    std::to_string(kMostOrderLetters));
  }
  for (std::size_t at = 0; at < row.text.size();) {
    const char32_t c = next_code_point(row.text, at);
    if (spec::is_refused(c)) return spec::report_refused(c, row.span, diags);
  }
}

std::optional<spec::Date> date_of_option(const std::string& text, Diagnostics& diags) {
  const auto date = content::parse_date(text);
  if (date && content::is_real_date(*date)) return date;
  diags.error(DiagnosticId::WrongUse, {}, "`--deliver " + text + "` is no day of the calendar",
              {"write it as 2026-12-04"});
  return std::nullopt;
}

void check_day(const spec::Date& date, diag::Span span, const Run& run, Diagnostics& diags) {
  const auto today = today_of(run.request, diags);
  if (!today) return;
  const int days = content::days_between(*today, date);
  const std::string said =
      "delivery is asked for " + day_text(date) + ", and today is " + day_text(*today);
  if (days < 0) {
    diags.error(DiagnosticId::BadDate, span, said,
                {"name a day to come, or leave it out to agree it with the shop"});
  } else if (days > kMostDaysAhead) {
    diags.error(DiagnosticId::BadDate, span, said + ": that is more than two years off",
                {"look at the year"});
  }
}

void check_delivery(const ReadOrder& read, const Run& run, Diagnostics& diags) {
  if (!read.options.deliver.empty()) {
    const auto date = date_of_option(read.options.deliver, diags);
    if (date) check_day(*date, {}, run, diags);
  } else if (read.spec.delivery && read.spec.delivery->date) {
    check_day(read.spec.delivery->date->date, read.spec.delivery->date->span, run, diags);
  }
}

void check_proof(const std::string& proof, Diagnostics& diags) {
  if (proof.empty() || std::ranges::find(kProofs, proof) != kProofs.end()) return;
  diags.error(DiagnosticId::WrongUse, {}, "there is no proof `" + proof + "`",
              {"it is `none`, `pdf`, `print` or `press-sheet`"});
}

void check_email(const std::optional<spec::Text>& email, Diagnostics& diags) {
  if (!email) return;
  const std::size_t at = email->value.find('@');
  const bool is_address = at != email->value.npos && at > 0 && at + 1 < email->value.size() &&
                          email->value.find(' ') == email->value.npos;
  if (is_address) return;
  diags.error(DiagnosticId::BadValue, email->span,
              "`" + email->value + "` is no address to write to",
              {"it has a name, `@` and a domain"});
}

std::vector<WrittenRow> rows_of(const ReadOrder& read) {
  const OrderOptions& options = read.options;
  const spec::OrderSpec& spec = read.spec;
  const spec::DeliverySpec delivery = spec.delivery.value_or(spec::DeliverySpec());
  const spec::ProofSpec proof = spec.proof.value_or(spec::ProofSpec());
  const auto key = [](std::string Order::*into, const std::optional<spec::Text>& text,
                      const char* name) { return row_of(into, {}, "", text, name); };
  return {row_of(&Order::client, options.client, "--client", spec.client, "client"),
          row_of(&Order::contact, options.contact, "--contact", spec.contact, "contact"),
          key(&Order::phone, spec.phone, "phone"),
          key(&Order::email, spec.email, "email"),
          key(&Order::number, spec.number, "number"),
          row_of(&Order::deliver_to, options.deliver_to, "--deliver-to", delivery.to, "to"),
          key(&Order::address, delivery.address, "address"),
          key(&Order::answers, proof.answers, "answers")};
}

/// What the content says of its only clinic, shop or practice; empty: nothing, or a blank.
std::string fact_of_client(const content::Content& content, const char* key) {
  for (const spec::FactSpec& each : content.types().declared()) {
    if (content.types().in_table(each.path) != "clinic") continue;
    const std::string path = each.path + "." + key;
    if (content.written(path) == nullptr) continue;
    diag::Diagnostics unheard;
    const auto insert = content.insert(path, {}, nullptr, {}, unheard);
    if (!insert) continue;
    if (const auto* plain = std::get_if<content::Plain>(&*insert)) {
      return manifest::on_one_line(plain->text);
    }
    if (const auto* prose = std::get_if<content::Prose>(&*insert)) {
      return manifest::on_one_line(*prose->value->as_string());
    }
  }
  return {};
}

FlipEdge over_upright_axis(Size sheet) {
  return sheet.width > sheet.height ? FlipEdge::Short : FlipEdge::Long;
}

FlipEdge flip_of(const Compiled& compiled) {
  const document::Document& document = *compiled.document;
  const bool has_backs =
      document.sheet.printed == document::Printed::BothSides && document.sides.size() > 1;
  const auto& imposition = compiled.imposition;
  if (!has_backs || (imposition && imposition->scheme == document::Scheme::Tile)) {
    return FlipEdge::None;
  }
  // A leaf is turned over like that of a book.
  if (!imposition) return over_upright_axis(document.sheet.trim);
  const FlipEdge upright = over_upright_axis(imposition->sheet);
  if (document::turns_about_upright_axis(*imposition)) return upright;
  return upright == FlipEdge::Short ? FlipEdge::Long : FlipEdge::Short;
}

bool flips_as_ordered(const std::optional<spec::Text>& ordered, FlipEdge flip, Diagnostics& diags) {
  if (!ordered || ordered->value == name_of(flip)) return true;
  diags.error(DiagnosticId::BadValue, ordered->span,
              "`flip` is `" + ordered->value + "`, and " +
                  (flip == FlipEdge::None
                       ? "the document is printed on one side"
                       : "the sheets are turned over their " + std::string(name_of(flip))),
              {"leave it out: it follows from the layout and how its pages are imposed"});
  return false;
}

}  // namespace

std::string_view name_of(FlipEdge edge) {
  switch (edge) {
    case FlipEdge::None:
      return "";
    case FlipEdge::Long:
      return "long-edge";
    case FlipEdge::Short:
      return "short-edge";
  }
  return "";
}

std::string day_text(const spec::Date& date) {
  return content::day_name(content::weekday_of(date)) + ", " + spec::iso_date(date);
}

std::vector<std::string> open_points(const Order& order) {
  std::vector<std::string> open;
  const auto add = [&](bool is_open, const char* what) {
    if (is_open) open.emplace_back(what);
  };
  add(!order.quantity, "quantity");
  add(order.client.empty(), "client");
  add(order.contact.empty() && order.phone.empty() && order.email.empty(), "contact");
  add(!order.date, "date of delivery");
  add(order.address.empty(), "address");
  add(order.proof.empty(), "proof");
  return open;
}

std::optional<ReadOrder> read_order(const OrderOptions& options, const Run& run,
                                    diag::SourceMap& sources, Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  auto spec = spec::parse_order(*run.workspace.files, sources, diags);
  if (!spec) return std::nullopt;
  ReadOrder read{options, std::move(*spec)};
  for (const WrittenRow& each : rows_of(read)) check_row(each, diags);
  check_email(read.spec.email, diags);
  check_proof(options.proof, diags);
  check_delivery(read, run, diags);
  if (diags.error_count() > errors) return std::nullopt;
  return read;
}

std::optional<Order> order_of(const ReadOrder& read, const Compiled& compiled, Diagnostics& diags) {
  const spec::OrderSpec& spec = read.spec;
  Order order;
  for (const WrittenRow& each : rows_of(read)) {
    order.*each.into = manifest::on_one_line(each.text);
  }
  order.quantity = read.options.quantity;
  if (!order.quantity && spec.quantity) order.quantity = spec.quantity->value;
  const content::Content& content = *compiled.content;
  if (order.client.empty()) order.client = fact_of_client(content, "name");
  if (order.phone.empty()) order.phone = fact_of_client(content, "phone");
  if (order.address.empty()) order.address = fact_of_client(content, "address");
  if (!read.options.deliver.empty()) {
    order.date = content::parse_date(read.options.deliver);
  } else if (spec.delivery && spec.delivery->date) {
    order.date = spec.delivery->date->date;
  }
  order.proof = read.options.proof;
  if (order.proof.empty() && spec.proof && spec.proof->kind) order.proof = spec.proof->kind->value;
  order.flip = flip_of(compiled);
  if (!flips_as_ordered(spec.flip, order.flip, diags)) return std::nullopt;
  return order;
}

}  // namespace handbill::build
