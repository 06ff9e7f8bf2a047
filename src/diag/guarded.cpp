// SPDX-License-Identifier: MIT
#include "diag/guarded.h"

#include <exception>
#include <new>

namespace handbill::diag {

namespace {

constexpr const char* kReport = "please report this with the files that caused it";

}  // namespace

bool guarded(Diagnostics& diags, const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const Stopped&) {
    throw;
  } catch (const std::bad_alloc&) {
    diags.error(DiagnosticId::TooLarge, {}, "this needs more memory than there is");
  } catch (const std::exception& fault) {
    diags.error(DiagnosticId::ProgramFault, {},
                std::string("a fault of the program: ") + fault.what(), {kReport});
  } catch (...) {
    diags.error(DiagnosticId::ProgramFault, {}, "a fault of the program that does not say what",
                {kReport});
  }
  return false;
}

}  // namespace handbill::diag
