// SPDX-License-Identifier: MIT
// A project as people at a desk work on it: its files as they stand, with what has been changed and
// not saved yet. For one thread.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/judge_words.h"
#include "build/run.h"
#include "desk/held_file.h"
#include "desk/homes.h"
#include "desk/versions.h"
#include "diag/held_files.h"
#include "display/look.h"
#include "workspace/workspace.h"

namespace handbill::desk {

/// Pages as they were drawn at some time.
struct Drawn {
  std::shared_ptr<const workspace::Compiled> compiled;  ///< has pages
  std::vector<display::PageLook> looks;
  std::string look;  ///< stays as long as its pages look the same
};

/// A document in one language, as it is now.
struct View {
  build::Job job;
  std::string name;  ///< "hours-placard"
  std::shared_ptr<const workspace::Compiled> compiled;
  /// The last that had pages: a fault keeps what is drawn as it was. Null: there was none.
  std::shared_ptr<const workspace::Compiled> drawn;
  std::string look;  ///< of `drawn`; empty: there are no pages
  diag::Diagnostics found;
  std::vector<build::Question> asked;  ///< of people, by its rule packs
};

/// A document as it would be.
struct Trial {
  bool is_placed = false;  ///< all of it has its place on pages
  diag::Diagnostics found;
};

/// Why nothing was changed, in words for the desk.
struct Refusal {
  enum class Why { NoPlace, Conflict, NotWritten } why = Why::NoPlace;
  std::string message;
};

class Session {
 public:
  /// Null: it forks a reader of its own, which is to be done before there are threads.
  Session(world::Project project, build::Request request,
          std::shared_ptr<confined::Reader> reader = nullptr);

  const world::Project& project() const { return workspace_->project; }
  /// Those of content/, the first of which is the one most of the facts stand in.
  std::vector<std::string> languages() const;

  /// All documents in a language, with all that is to be said of them. Made when something has
  /// changed since.
  const std::vector<View>& views(const std::string& language);
  /// Null: there is no such document.
  const View* view(const std::string& language, std::string_view name);
  /// The same, made before all others; what is to be said of it may not be there yet.
  const View* drawn_first(const std::string& language, std::string_view name);
  /// The pages of a document that had that look, of the last few that were made in the language.
  /// Null: nobody knows it any more.
  const Drawn* drawn_as(std::string_view name, std::string_view look) const;
  /// The documents that come with the program, as they are there.
  Session& templates();
  const diag::SourceMap& sources() const { return workspace_->sources; }
  const build::Run& run() const { return *run_; }
  build::Run& run() { return *run_; }
  /// Of the project, as they are now.
  const diag::FileReader& files() const { return *files_; }

  /// Called now and then while views are made; what it throws ends that, and they are made when
  /// they are asked for again.
  void pause_by(std::function<void()> pause) { pause_ = std::move(pause); }
  Versions& versions() { return versions_; }

  /// Counts the changes, of files on the disk too.
  std::uint64_t state() const { return state_; }

  /// Changes a value in memory, where it is written. A text of a translation that is not there yet
  /// is added to it, never to the original.
  std::optional<Refusal> change(const std::string& language, const Change& change);
  /// The file that a value of the content is written in, or belongs into.
  std::optional<std::string> file_of(const std::string& language, const std::string& path);
  /// Changes the file that the value at `path` is written in, in memory, in one step.
  std::optional<Refusal> edit(const std::string& language, const std::string& path, Edit edit);
  /// Changes a value of a file of the project ("layouts/house.toml"), in memory.
  std::optional<Refusal> change_file(const std::string& file, const Change& change);
  /// Joined: it is taken back with the change before it.
  enum class Undone { Alone, Joined };
  /// Changes a file of the project ("content/es/hours.toml"), in memory. One that is not there has
  /// no text, and is made.
  std::optional<Refusal> edit_file(const std::string& file, Edit edit,
                                   Undone undone = Undone::Alone);
  /// What is found of a document when a value of the content says something else; nothing of it
  /// stays.
  Trial with_text(const View& view, const std::string& path, const std::string& text);
  /// Takes back what was done to one value last; false: there is nothing to take back.
  bool undo();
  /// Files with changes that are not saved, by their paths.
  std::vector<std::string> unsaved() const;
  /// Writes all of them, or none. What others have written into them meanwhile is kept; where both
  /// have changed a value nothing is written before somebody has decided.
  std::optional<Refusal> save();
  /// What has to be decided before.
  std::vector<Conflict> conflicts();
  /// `path` empty: of a file that is gone or can't be read. False: nothing of that name waits.
  bool decide(const std::string& file, const std::string& path, Keep keep);
  /// Forgets what is not saved.
  void discard();

  /// Looks whether files have changed on the disk. True: they have.
  bool look_at_disk();

 private:
  struct Undo {
    std::string file;
    std::string value;        ///< by its path; empty: not of one value
    std::vector<Step> steps;  ///< before it
    bool is_joined = false;
  };
  /// How far a view is.
  struct Work {
    enum class Step { Waiting, Made, Judged } step = Step::Waiting;
    diag::Diagnostics found{};  ///< while it was made
  };

  void begin(const std::string& language);
  void make(std::size_t index);
  void judge(std::size_t index);
  void keep_drawn(View& view);
  std::optional<Refusal> take(const std::string& file, Step step, Undone undone);
  HeldFile* held(const std::string& path);
  void hold(const HeldFile& file);
  std::optional<std::string> on_disk(const std::string& path) const;
  std::optional<Refusal> write();
  void changed() { ++state_; }

  build::Request request_;
  Versions versions_;
  std::shared_ptr<confined::Reader> reader_;
  std::shared_ptr<diag::HeldFiles> files_;
  std::unique_ptr<workspace::Workspace> workspace_;
  std::unique_ptr<build::Run> run_;
  std::unique_ptr<build::WordJudge> words_;  ///< of the run
  std::deque<HeldFile> held_;
  std::vector<Undo> undo_;
  std::string language_;                                         ///< of the views
  std::map<std::string, std::deque<Drawn>, std::less<>> drawn_;  ///< in it, the last first
  std::vector<View> views_;
  std::vector<Work> work_;  ///< of each view
  Homes homes_;
  std::function<void()> pause_;
  std::uint64_t state_ = 1, viewed_ = 0;
  std::string disk_state_;
  std::unique_ptr<Session> templates_;
};

}  // namespace handbill::desk
