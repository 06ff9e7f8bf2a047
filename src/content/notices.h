// SPDX-License-Identifier: MIT
// Notices that the law may ask a clinic for: `[notice.NAME]` holds the words of one, and says
// whether it applies. That is for the clinic to decide; what does not apply is not printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/clinic.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

struct Notice {
  std::string path;  ///< "notice.language"
  const spec::Value* table = nullptr;
  enum class State {
    Applies,
    DoesNot,
    Undecided,  ///< `applies` is a blank
    Faulty      ///< reported
  } state = State::Faulty;
  diag::Span said_at{};  ///< what `applies` says; of a faulty one its heading
};

/// Every table below `[notice]`, in the order of the content. Reports what says neither that it
/// applies nor that it doesn't, one that does not apply without a `reason`, one that does without
/// the `source` of its words, and a web address there without the day on which it was `read`.
std::vector<Notice> read_notices(const Tables& tables, diag::Diagnostics& diags);

/// The notice at `path` or the one that the fact at `path` is part of; null: it is of none.
const Notice* notice_over(const std::vector<Notice>& notices, std::string_view path);

/// Warns that nobody has said whether it applies.
void report_undecided(const Notice& notice, diag::Diagnostics& diags);

}  // namespace handbill::content
