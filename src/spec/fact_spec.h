// SPDX-License-Identifier: MIT
// What facts are, whatever they are called: `[facts]` of a layout names the type of what stands at
// a path of the content.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/span.h"

namespace handbill::spec {

/// `"bakery.open" = "hours"`.
struct FactSpec {
  std::string path;    ///< "bakery.open"; of each entry of a list "menu.breads.price"
  std::string type;    ///< a name of fact_types()
  std::string form{};  ///< "USD" of "money USD", "AA-99999" of "code AA-99999"
  diag::Span path_span{}, span{};
};

/// A type as [facts] names it.
struct FactTypeInfo {
  std::string_view name;  ///< "phone"
  std::string_view doc;
  /// An organisation has further facts below it, typed ones too.
  enum class Below { Nothing, FurtherFacts } below = Below::Nothing;
  /// What may stand behind the name: "money USD".
  enum class Form { None, Currency, Pattern } form = Form::None;
};
std::span<const FactTypeInfo> fact_types();

/// Those that need no declaration: [clinic] and [hours].
std::vector<FactSpec> built_in_facts();

/// The fact at `path` or the nearest above it; null: the path has no type.
const FactSpec* fact_over(std::span<const FactSpec> facts, std::string_view path);

/// Three capital letters of ISO 4217.
bool is_currency(std::string_view code);

/// "staff.phone" of "staff.0.phone": entries of a list have their types in common.
std::string without_numbers(std::string_view path);

}  // namespace handbill::spec
