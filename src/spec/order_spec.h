// SPDX-License-Identifier: MIT
// order.toml as written: what print shops are told with every ticket.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/layout_spec.h"

namespace handbill::spec {

inline constexpr std::string_view kOrderFile = "order.toml";

/// A date of TOML, or "2026-12-04".
struct OrderDate {
  Date date{};
  diag::Span span{};
};

struct DeliverySpec {
  std::optional<OrderDate> date;
  std::optional<Text> to, address;
  diag::Span span{};
};

struct ProofSpec {
  std::optional<Text> kind, answers;
  diag::Span span{};
};

struct OrderSpec {
  std::optional<Text> client, contact, phone, email, number, flip;
  std::optional<Spanned<std::int64_t>> quantity;
  std::optional<DeliverySpec> delivery;
  std::optional<ProofSpec> proof;
  diag::Span span{};
};

/// One without a key when the project has no such file. Nothing: an error was added.
std::optional<OrderSpec> parse_order(const diag::FileReader& files, diag::SourceMap& sources,
                                     diag::Diagnostics& diags);

/// The text dump of it.
std::string dump(const OrderSpec& order, const diag::SourceMap& sources);

}  // namespace handbill::spec
