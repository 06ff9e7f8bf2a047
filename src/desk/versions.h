// SPDX-License-Identifier: MIT
// The versions of a project at a desk: each save is one, and each can be looked at and gone back
// to.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/diff.h"
#include "build/history.h"

namespace handbill::desk {

class Session;

class Versions {
 public:
  explicit Versions(world::Project project) : project_(std::move(project)) {}

  /// Whoever keeps them is asked once.
  build::History& history();

  /// A document as it was against how it is now. Null: there is no such version. It holds until
  /// the next call.
  const build::Diff* compared(const std::string& version, const std::string& document,
                              const Session& session);

  /// Does `work`, and keeps what it changed of the project's files. What was not kept is told.
  std::optional<std::string> keep_work(const std::string& title, const std::function<void()>& work);

 private:
  struct Compared {
    std::string version, document, language;
    std::uint64_t state = 0;
    build::Diff diff;
  };

  world::Project project_;
  std::unique_ptr<build::History> history_{};
  std::optional<Compared> compared_{};
};

}  // namespace handbill::desk
