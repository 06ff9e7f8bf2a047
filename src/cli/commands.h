// SPDX-License-Identifier: MIT
// What each command does. All return the exit code.
#pragma once

#include "cli/args.h"

namespace handbill::cli {

int run(const BuildArgs& args);
int run(const CheckArgs& args);
int run(const PlatesArgs& args);
int run(const PrintArgs& args);
int run(const ApproveArgs& args);
int run(const RevokeArgs& args);
int run(const ReviewArgs& args);
int run(const InitArgs& args);
int run(const ExplainArgs& args);
int run(const FontsArgs& args);
int run(const ShopsArgs& args);
int run(const PreflightArgs& args);
int run(const TicketArgs& args);
int run(const VerifyArgs& args);
int run(const DeskArgs& args);
int run(const DiffArgs& args);
int run(const AffectedArgs& args);
int run(const PrintedArgs& args);
int run(const DiscardedArgs& args);
int run(const CorrectedArgs& args);
int run(const PrintsArgs& args);
int run(const TranslatedArgs& args);
int run(const TranslationsArgs& args);
int run(const NewLanguageArgs& args);
int run(const NotesArgs& args);

}  // namespace handbill::cli
