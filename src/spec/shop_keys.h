// SPDX-License-Identifier: MIT
// The key tables of shops and conditions. Private to this folder.
#pragma once

#include "spec/bind.h"
#include "spec/shop_spec.h"

namespace handbill::spec {

TableKeys<ShopSpec> table_keys(const ShopSpec*);
TableKeys<MarksSpec> table_keys(const MarksSpec*);
TableKeys<FoldAllowanceSpec> table_keys(const FoldAllowanceSpec*);
TableKeys<ConditionSpec> table_keys(const ConditionSpec*);
TableKeys<ConditionsFile> table_keys(const ConditionsFile*);

bool read(const Value& value, const Request& request, Number& into);
void dump(const Number& value, std::string_view name, Lines& lines);

/// A table, or the name of one.
bool read(const Value& value, const Request& request, ConditionSpec& into);
void dump(const ConditionSpec& value, std::string_view name, Lines& lines);

}  // namespace handbill::spec
