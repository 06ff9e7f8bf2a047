// SPDX-License-Identifier: MIT
#include "support/paths.h"

namespace handbill::test {

std::string source_folder() { return HANDBILL_SOURCE_DIR; }
std::string build_folder() { return HANDBILL_BINARY_DIR; }
std::string program() { return HANDBILL_PROGRAM; }
std::string fault_module() { return HANDBILL_FAULT_MODULE; }
std::string memory_fault_module() { return HANDBILL_MEMORY_FAULT_MODULE; }

}  // namespace handbill::test
