// SPDX-License-Identifier: MIT
// Entries of the ledger of prints as they are written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/block.h"
#include "records/noted.h"
#include "records/stacks.h"

namespace handbill::records {

/// What stands at the head of the ledger.
inline constexpr std::string_view kPrintedHead =
    "# What has been printed, with what it says, and what has become of the copies. `handbill\n"
    "# printed`, `discarded` and `corrected` add entries at the end; `handbill prints` lists the\n"
    "# stacks, and `handbill check` says which of them are wrong.\n";

Block shown_entry(const NotedLines& lines);

/// Of a stack without an id, which is given here: none that `ids` has.
Block print_entry(Stack& stack, const std::vector<std::string>& ids);

/// `quantity`: nothing: all that are left.
Block discarded_entry(const Stack& stack, std::optional<std::int64_t> quantity,
                      const spec::Date& date, const std::string& reason);

/// `hash`: of what the copies show since.
Block corrected_entry(const Stack& stack, const std::string& hash, const spec::Date& date,
                      const std::string& reason);

}  // namespace handbill::records
