// SPDX-License-Identifier: MIT
// What a document was made of, for the metadata of its PDF and for the shop's ticket.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/run.h"
#include "manifest/manifest.h"

namespace handbill::build {

/// Whole fonts take milliseconds to hash; their table directories none, and tell as much.
enum class FontHash { TableDirectory, WholeFile };

/// The files of the project and the program that the document was read from, and fonts,
/// dictionaries and the press profile of the machine; by path. `compiled` is what was compiled
/// since Run::files was told of a new document, with pages.
std::vector<manifest::Input> inputs_of(const Compiled& compiled, FontHash fonts, Run& run);

/// The files the document was read from, as far as that does not depend on what was built before:
/// fonts and dictionaries are opened once a run.
std::vector<manifest::Input> files_of_document(const Run& run);

/// "build hours-placard --language es": how to make it again.
std::string command_of(const Job& job, const Request& request);

/// The PDF for the document's shop, with what it was made of in its metadata. Nothing: an error was
/// added.
std::optional<std::string> write_job_pdf(const Compiled& compiled, const Job& job, Run& run,
                                         diag::Diagnostics& diags);

enum class InputState { Same, Changed, Missing };

/// What has become of an input since. What was lent and is the project's own now, has changed.
InputState state_now(const manifest::Input& input, Run& run);

/// Each with whose it is, a line each.
std::string dump_inputs(const std::vector<manifest::Input>& inputs);

}  // namespace handbill::build
