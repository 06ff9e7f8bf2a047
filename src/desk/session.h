// SPDX-License-Identifier: MIT
// A project as people at a desk work on it: its files as they stand, with what has been changed and
// not saved yet. For one thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/run.h"
#include "diag/held_files.h"
#include "workspace/workspace.h"

namespace handbill::desk {

/// A document in one language, as it is now.
struct View {
  build::Job job;
  std::string name;  ///< "hours-placard"
  std::shared_ptr<const workspace::Compiled> compiled;
  /// The last that had pages: a fault keeps what is drawn as it was. Null: there was none.
  std::shared_ptr<const workspace::Compiled> drawn;
  std::string look;  ///< stays as long as its pages look the same; empty: there are none
  diag::Diagnostics found;
};

/// What is to stand for a value.
struct Change {
  std::string path;  ///< "clinic.phone"
  enum class To { Text, Blank, None } to = To::Text;
  std::string text{};  ///< of Text; of Blank: what to fill in
};

/// Why nothing was changed, in words for the desk.
struct Refusal {
  enum class Why { NoPlace, Conflict, NotWritten } why = Why::NoPlace;
  std::string message;
};

class Session {
 public:
  Session(world::Project project, build::Request request);

  const world::Project& project() const { return workspace_->project; }
  /// Those of content/, the first of which is the one most of the facts stand in.
  std::vector<std::string> languages() const;

  /// All documents in a language, with all that is to be said of them. Made when something has
  /// changed since.
  const std::vector<View>& views(const std::string& language);
  /// Null: there is no such document.
  const View* view(const std::string& language, std::string_view name);
  const diag::SourceMap& sources() const { return workspace_->sources; }
  const build::Run& run() const { return *run_; }

  /// Counts the changes, of files on the disk too.
  std::uint64_t state() const { return state_; }

  /// Changes a value in memory, where it is written. A text of a translation that is not there yet
  /// is added to it, never to the original.
  std::optional<Refusal> change(const std::string& language, const Change& change);
  /// Takes the last change back; false: there is none.
  bool undo();
  /// Files with changes that are not saved, by their paths.
  std::vector<std::string> unsaved() const;
  /// Writes all of them, or none: where one has been changed on the disk meanwhile nothing is.
  std::optional<Refusal> save();
  /// Forgets what is not saved.
  void discard();

  /// Looks whether files have changed on the disk. True: they have.
  bool look_at_disk();

 private:
  struct Held {
    std::string path;
    std::string base;  ///< the bytes on the disk when it was first changed
    std::string bytes;
  };
  struct Undo {
    std::string path;
    std::string bytes;  ///< before the change
  };

  Held& held(const std::string& path, std::string bytes);
  void put(Held& file, std::string bytes);
  void changed();

  build::Request request_;
  std::shared_ptr<diag::HeldFiles> files_;
  std::unique_ptr<workspace::Workspace> workspace_;
  std::unique_ptr<build::Run> run_;
  std::vector<Held> held_;
  std::vector<Undo> undo_;
  std::string language_;  ///< of the views
  /// By name, of that language.
  std::map<std::string, std::shared_ptr<const workspace::Compiled>> drawn_;
  std::vector<View> views_;
  std::uint64_t state_ = 1, viewed_ = 0;
  std::string disk_state_;
};

}  // namespace handbill::desk
