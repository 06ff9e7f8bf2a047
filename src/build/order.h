// SPDX-License-Identifier: MIT
// What is ordered of a print shop beside the document itself: for whom, how many, until when, and
// what is to be seen before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "build/run.h"
#include "spec/order_spec.h"

namespace handbill::build {

/// What the command line says; it comes before order.toml.
struct OrderOptions {
  std::optional<std::int64_t> quantity{};  ///< of copies
  std::string client{}, contact{}, deliver{}, deliver_to{}, proof{};
};

/// Of the sheets that are printed: which edge they are turned over for their backs.
enum class FlipEdge { None, Long, Short };
/// "long-edge"; empty for None, where one side is printed.
std::string_view name_of(FlipEdge edge);

/// All texts are on one line; empty ones are still to be agreed.
struct Order {
  std::optional<std::int64_t> quantity{};
  std::string client{}, contact{}, phone{}, email{}, number{};
  std::optional<spec::Date> date{};  ///< of delivery, the last day
  std::string deliver_to{}, address{};
  std::string proof{};  ///< "none", "pdf", "print", "press-sheet"
  std::string answers{};
  FlipEdge flip{};
};

/// The names of the options and keys of what is still to be agreed.
std::vector<std::string> open_points(const Order& order);

/// "Friday, 2026-12-04"
std::string day_text(const spec::Date& date);

/// Of order.toml and the options. Nothing: an error was added, of a date that is past, say.
struct ReadOrder {
  OrderOptions options;
  spec::OrderSpec spec;
};
std::optional<ReadOrder> read_order(const OrderOptions& options, const Run& run,
                                    diag::SourceMap& sources, diag::Diagnostics& diags);

/// With what the content knows of the client. Nothing: an error was added; the sheets of the
/// document are turned over another edge than was ordered.
std::optional<Order> order_of(const ReadOrder& read, const Compiled& compiled,
                              diag::Diagnostics& diags);

}  // namespace handbill::build
