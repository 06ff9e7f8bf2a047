// SPDX-License-Identifier: MIT
#include "diag/guarded.h"

#include <exception>
#include <new>

namespace handbill::diag {

bool guarded(Diagnostics& diags, const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const std::bad_alloc&) {
    diags.error(DiagnosticId::TooLarge, {}, "this needs more memory than there is");
  } catch (const std::exception& fault) {
    diags.error(DiagnosticId::ProgramFault, {},
                std::string("a fault of the program: ") + fault.what(),
                {"please report this with the files that caused it"});
  }
  return false;
}

}  // namespace handbill::diag
