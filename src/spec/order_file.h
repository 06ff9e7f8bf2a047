// SPDX-License-Identifier: MIT
#pragma once

#include "spec/bind.h"
#include "spec/order_spec.h"

namespace handbill::spec {

bool read(const Value& value, const Request& request, OrderDate& into);
void dump(const OrderDate& value, std::string_view name, Lines& lines);

TableKeys<OrderSpec> table_keys(const OrderSpec*);
TableKeys<DeliverySpec> table_keys(const DeliverySpec*);
TableKeys<ProofSpec> table_keys(const ProofSpec*);

}  // namespace handbill::spec
