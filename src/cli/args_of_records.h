// SPDX-License-Identifier: MIT
// The commands over what a project keeps in records/: approvals, prints, translations.
#pragma once

#include "cli/args.h"

namespace CLI {
class App;
}

namespace handbill::cli {

/// Each adds its command, which reads into `args`.
CLI::App* add_review(CLI::App& app, ReviewArgs& args);
CLI::App* add_approve(CLI::App& app, ApproveArgs& args);
CLI::App* add_revoke(CLI::App& app, RevokeArgs& args);
CLI::App* add_printed(CLI::App& app, PrintedArgs& args);
CLI::App* add_discarded(CLI::App& app, DiscardedArgs& args);
CLI::App* add_corrected(CLI::App& app, CorrectedArgs& args);
CLI::App* add_prints(CLI::App& app, PrintsArgs& args);
CLI::App* add_translated(CLI::App& app, TranslatedArgs& args);
CLI::App* add_translations(CLI::App& app, TranslationsArgs& args);
CLI::App* add_new_language(CLI::App& app, NewLanguageArgs& args);

}  // namespace handbill::cli
