// SPDX-License-Identifier: MIT
// How what a run has found and done is told, and with which exit code it ends.
#pragma once

#include <optional>
#include <string>

#include "build/publish.h"
#include "cli/args.h"

namespace handbill::cli {

/// The project of the current folder; nothing, and said on the error stream: there is none.
std::optional<world::Project> project_or_message();

/// JSON to the output, or text to the error stream.
void print_messages(const build::Run& run, const diag::Diagnostics& diags, Painting color);

/// To people while they work: blanks and drafts are counted, and not told one by one.
void print_messages_of_work(const build::Run& run, Painting color);

diag::Paint paint_of(Painting color);

/// That something could not be written, to people; programs read it among the messages.
void tell_failure(const std::string& what, const build::Run& run);

/// Makes and publishes documents, and tells of them. Gives the exit code.
int publish_and_tell(build::Run& run, build::Publish publish, build::Durability durability,
                     std::function<build::Made(const build::Job&, build::Run&)> make,
                     Painting color);

}  // namespace handbill::cli
