// SPDX-License-Identifier: MIT
// What builds and checks of a project share: one run, its documents' stages and its messages.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/compile.h"
#include "build/new_settings.h"
#include "build/output_set.h"
#include "build/request.h"
#include "diag/render.h"
#include "manifest/recorded_files.h"
#include "workspace/workspace.h"

namespace handbill::build {

struct ReadPack;

/// One run over the project of a workspace.
struct Run {
  Run(workspace::Workspace& in, const Request& asked) : workspace(in), request(asked) {}
  /// One that may have what earlier ones read, of texts that have not changed.
  Run(workspace::Workspace& in, const Request& asked, diag::SourceMap& kept)
      : workspace(in), request(asked), sources(kept) {
    sources.start_run();
  }

  workspace::Workspace& workspace;
  const Request& request;
  manifest::RecordedFiles files{workspace.files};
  diag::SourceMap own_sources{};
  diag::SourceMap& sources = own_sources;
  diag::Diagnostics diags{};
  NewSettings new_settings{};
  /// Of rules over words, by name: see find_pack(). Null: it can't be read.
  std::map<std::string, std::shared_ptr<ReadPack>, std::less<>> packs{};
  std::function<void()> between_stages{};  ///< as CompileInputs has it
  /// For documents that are made at the same time as others.
  std::vector<std::unique_ptr<workspace::Workspace>> beside{};

  void pause() const {
    if (between_stages) between_stages();
  }
};

/// With what it opens at its start.
std::shared_ptr<confined::Reader> reader_for(Reading reading,
                                             std::vector<confined::Opener> to_open = {});

/// Of a project on the disk. `to_open`: what its reader will need.
workspace::Workspace open_workspace(world::Project project, const Request& request,
                                    std::vector<confined::Opener> to_open = {});

/// Further ones of the same project, as many as the request has documents made beside the first.
/// Call it before there are threads.
std::vector<std::unique_ptr<workspace::Workspace>> open_beside(
    const world::Project& project, const Request& request,
    const std::vector<confined::Opener>& to_open = {});

/// "layouts/hours-placard.toml" -> "hours-placard".
std::string stem(const std::string& layout);

/// A layout in one of the languages and editions and for one of the shops asked for.
struct Job {
  std::string layout;
  std::string language;              ///< empty: the layout's own
  std::string shop{};                ///< empty: the layout's own
  std::optional<Edition> edition{};  ///< nothing: the layout's own
  bool one_of_shops = false;         ///< several are asked for
  /// Facts that are set for this document; those of the request speak last.
  std::vector<std::string> settings{};

  /// What its files are called: "hours-placard", "hours-placard.es", on another sheet
  /// "hours-placard-a3", for several shops "hours-placard-us-x1a", in another edition than the
  /// standard "hours-placard-large-print", imposed on demand "hours-placard-tiles-letter".
  std::string name(const Request& request) const;
};

/// In the order of kEditions, each once; "all" is every one. Other words are left out.
std::vector<Edition> editions_named(const std::vector<std::string>& words);

/// Every document asked for; what does not exist is added to the run's diagnostics.
std::vector<Job> wanted_jobs(Run& run);

/// False, and reported: two layouts of one name (in different folders) would overwrite each other.
bool names_differ(const std::vector<Job>& jobs, Run& run);

/// From here on Run::files remembers what this document is read from.
std::shared_ptr<const Compiled> compile_job(const Job& job, Run& run, diag::Diagnostics& diags);

/// Before a print order, what is only a warning while one works becomes an error.
diag::Diagnostics judged(const diag::Diagnostics& found, const Request& request);

/// What was found of one document, with its name and, for programs, the facts it is about.
diag::Diagnostics told_of(const diag::Diagnostics& found, const Job& job, const Compiled& compiled,
                          const Run& run);

/// Does what concerns one document. False: a fault of the program ended it, which is reported with
/// its name.
bool guarded(const Job& job, const Run& run, diag::Diagnostics& diags,
             const std::function<void()>& work);

/// Adds what there is to say; true when none of it is an error.
bool passes(const diag::Diagnostics& found, Run& run);

/// Notes about the text as a whole stand below the line about the document; those of repairs and
/// waivers tell of one place, and are printed with it.
bool is_summed_up(const diag::Diagnostic& diagnostic);

/// All messages of the run in the files that are asked for, if any; not over what was read, nor
/// over `written`. What failed, if anything.
std::optional<std::string> write_messages(Run& run, const FileIdentities& written);

/// That something could not be written is, for programs, one of the messages.
void add_failure(const std::string& what, Run& run);

}  // namespace handbill::build
