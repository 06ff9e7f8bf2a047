// SPDX-License-Identifier: MIT
// Jobs in JSON, as handbill.h has them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/documents.h"
#include "build/preflight_files.h"

namespace handbill::capi {

struct Options {
  std::string project;
  std::string data;  ///< empty: of the installation
  build::Reading reading = build::Reading::Apart;
};

struct Job {
  enum class Kind {
    Build,
    Check,
    Ticket,
    Plates,
    Preflight,
    Verify,
    Fonts,
    Affected,
    Prints
  } kind = Kind::Build;
  build::Request request{};
  build::Outputs outputs{};
  std::optional<std::int64_t> quantity{};
  build::PreflightRequest preflight{};
  std::vector<std::string> pdfs{};      ///< of preflight and verify
  std::vector<std::string> families{};  ///< of fonts; empty: all of fonts.toml
  std::vector<std::string> asked{};     ///< of affected: facts, texts, files
};

/// Throw WrongUse, which says what can't be read, in words for whoever wrote the program.
struct WrongUse {
  std::string message;
};
Options read_options(std::string_view json);
Job read_job(std::string_view json);

}  // namespace handbill::capi
