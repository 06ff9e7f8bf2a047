// SPDX-License-Identifier: MIT
#include "build/report_mended.h"

namespace handbill::build {

std::string listed(const std::vector<std::string>& names, const std::string& folder) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "`" : ", `") + path_in(folder, name) + "`";
  }
  return text;
}

void report_mended(const Mended& mended, const std::string& folder, diag::Diagnostics& diags) {
  using diag::DiagnosticId;
  const std::string cut = "an earlier run was cut short while it replaced files of `" + folder;
  if (!mended.published.empty()) {
    diags.warning(DiagnosticId::UnfinishedOutput, {},
                  cut + "`; its last files are now in place: " + listed(mended.published, folder));
  }
  if (!mended.undone.empty()) {
    diags.warning(DiagnosticId::UnfinishedOutput, {},
                  cut + "`, and can't be finished; the files before it are back: " +
                      listed(mended.undone, folder));
  }
  if (mended.is_unknown) {
    diags.warning(DiagnosticId::UnfinishedOutput, {},
                  cut + "`; which of them it had replaced is not known any more",
                  {"build all documents again"});
  }
}

}  // namespace handbill::build
