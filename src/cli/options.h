// SPDX-License-Identifier: MIT
// Options that several commands have.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/args.h"

namespace handbill::cli {

/// The name of a file or folder to write: the output is none, and nothing has no name.
CLI::Validator a_place();

/// How messages are told, of all commands that judge.
void add_message_options(CLI::App& app, build::Audience& audience, Painting& color);
void add_color_option(CLI::App& app, Painting& color);
void add_sarif_option(CLI::App& app, std::string& sarif);
void add_reading_option(CLI::App& app, build::Reading& reading);
void add_language_option(CLI::App& app, build::Request& request);
void add_edition_option(CLI::App& app, build::Request& request);
void add_setting_option(CLI::App& app, build::Request& request);
/// Which documents of a project a question is about.
void add_which_options(CLI::App& app, std::vector<std::string>& languages,
                       std::vector<Edition>& editions);

}  // namespace handbill::cli
