// SPDX-License-Identifier: MIT
// The only door to the terminal: what goes through it can't steer it.
#pragma once

#include <string_view>

namespace handbill::cli {

/// One line on the output; line ends in it are shown.
void say(std::string_view line);

/// One line on the error stream.
void complain(std::string_view line);

/// A text of several lines that are the program's own, on the output.
void print_text(std::string_view text);

/// The same of one whose parts have been escaped, and which may be painted.
void print_painted(std::string_view text);

/// What has been escaped, and may be painted: what diag::render made, or a bar; on the error
/// stream.
void print_rendered(std::string_view messages);

/// False: something could not be written, and why has been told, if anybody could be. A reader that
/// left early (`| head`) is no failure.
bool finish_output();

/// Streams that were closed before the program began take nothing, and no file of ours gets their
/// places.
void hold_streams();

}  // namespace handbill::cli
