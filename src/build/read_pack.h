// SPDX-License-Identifier: MIT
// Packs of rules over words as a run reads them, and waivers of their rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/run.h"
#include "prose/rule_pack.h"
#include "rules/waivers.h"

namespace handbill::build {

struct ReadPack {
  prose::RulePack rules;
  std::optional<spec::RulePackSpec> written{};  ///< as its TOML has it; nothing: it was ready
};

/// Read once a run; it leaves no trace in what is made. Of a pack that is not ready all that is
/// wrong is reported then. Null: it can't be read.
ReadPack* find_pack(const std::string& name, diag::Span asked_at, Run& run,
                    diag::Diagnostics& diags);

/// What is waived turned into notes. `judged`: the rules that were looked at, so that a waiver of
/// one may be told to be unused.
diag::Diagnostics waived(const Compiled& compiled, const rules::WaiverDay& day,
                         const std::vector<rules::KnownRule>& judged,
                         const diag::SourceMap& sources, const diag::Diagnostics& found);

}  // namespace handbill::build
