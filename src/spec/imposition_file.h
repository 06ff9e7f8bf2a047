// SPDX-License-Identifier: MIT
#pragma once

#include "spec/bind.h"
#include "spec/imposition_spec.h"

namespace handbill::spec {

bool read(const Value& value, const Request& request, CreepSpec& into);
void dump(const CreepSpec& value, std::string_view name, Lines& lines);

TableKeys<ImpositionSpec> table_keys(const ImpositionSpec*);

}  // namespace handbill::spec
