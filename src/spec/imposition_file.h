// SPDX-License-Identifier: MIT
#pragma once

#include "spec/bind.h"
#include "spec/imposition_spec.h"

namespace handbill::spec {

TableKeys<ImpositionSpec> table_keys(const ImpositionSpec*);

}  // namespace handbill::spec
