// SPDX-License-Identifier: MIT
#include "spec/read_record.h"

namespace handbill::spec {

bool report_unjoined(const diag::SourceMap& sources, diag::FileId file, diag::Diagnostics& diags) {
  constexpr std::string_view kMark = "<<<<<<< ";
  const std::string_view text = sources.text(file);
  std::size_t at = text.starts_with(kMark) ? 0 : text.find("\n" + std::string(kMark));
  if (at == text.npos) return false;
  if (text[at] == '\n') ++at;
  const diag::Span place{file, static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(at + kMark.size() - 1)};
  diags.error(diag::DiagnosticId::RecordFaulty, place,
              "two states of this file were merged by git, and not yet joined",
              {"keep the entries of both sides, one after the other, and take out the lines that "
               "begin with `<<<<<<<`, `=======` and `>>>>>>>`"});
  return true;
}

}  // namespace handbill::spec
