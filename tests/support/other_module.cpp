// SPDX-License-Identifier: MIT
// A module of another version of the program.
#include "base/module.h"

extern "C" {
__attribute__((visibility("default"))) extern const char handbill_module_version[];
const char handbill_module_version[] = "0.0.1";
}
