// SPDX-License-Identifier: MIT
// Where the tests find the checkout and the program. Functions, so that one file alone knows of
// folders: what is compiled of all others is the same in every checkout.
#pragma once

#include <string>

namespace handbill::test {

std::string source_folder();        ///< the checkout
std::string build_folder();         ///< where CMake builds
std::string program();              ///< the command `handbill`
std::string fault_module();         ///< support/fault_calls.cpp, to be preloaded
std::string memory_fault_module();  ///< support/fault_memory.cpp, likewise

}  // namespace handbill::test
