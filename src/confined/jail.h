// SPDX-License-Identifier: MIT
// Gives up what a process could do. By seccomp (Linux), without privileges.
#pragma once

#include <string>

namespace handbill::confined {

/// Of a process that was just forked: it ends with `parent`, keeps no file but `kept`, which gets
/// the number kKept, and nothing that is done about signals.
inline constexpr int kKept = 3;
void leave_behind(int kept, int parent);

/// For ever: no opening of files, no network, no processes, no code that was not there before. To
/// open or look for a file is refused; any other call ends the process by SIGSYS. What is left is
/// to compute, to use memory, and to talk by what is open. Empty: done; else what the system
/// refused. Under sanitizers, which need more, nothing is given up.
std::string shut_in();

}  // namespace handbill::confined
