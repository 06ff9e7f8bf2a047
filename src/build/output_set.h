// SPDX-License-Identifier: MIT
// The files of one run, published as one set: all are written beside, then all are put in place, so
// that the output folder never holds files of two runs without anybody being told.
//
// A set stands in a folder `.handbill-XXXXXX` of the output folder, in `new/`, with the files it
// replaces in `old/`. From the moment its list `set` is there it is whole, and its files are
// renamed one by one; a run cut short after that is finished by the next (mend_output). Without a
// list nothing has been replaced, and the folder is thrown away. When a file can't be replaced the
// list is renamed to `undo`, and the old files come back.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"

namespace handbill::build {

struct OutputFile {
  std::string name;  ///< in the output folder, or in a folder of it that is there: "en/a.toml"
  std::string bytes;
};

/// The files that were read, under whatever names.
using FileIdentities = std::set<diag::FileIdentity>;

/// OnDisk: what is published survives a power cut.
enum class Durability { Cached, OnDisk };

class OutputSet {
 public:
  OutputSet(std::string folder, Durability durability);
  OutputSet(const OutputSet&) = delete;
  OutputSet& operator=(const OutputSet&) = delete;
  /// Leaves no trace of what was not published.
  ~OutputSet();

  /// Writes more files of the set beside their places. Nothing on success, else what failed.
  std::optional<std::string> add(const std::vector<OutputFile>& files);
  /// Puts all files in place, or none; none in the place of a file that was read. Nothing on
  /// success, else what failed.
  std::optional<std::string> publish(const FileIdentities& inputs);

  const std::string& folder() const { return folder_; }
  const std::vector<std::string>& names() const { return names_; }

 private:
  struct Staging;
  std::optional<std::string> begin();
  std::optional<std::string> make_folder();

  std::string folder_;
  Durability durability_;
  std::unique_ptr<Staging> staging_;  ///< null: there is no file yet, or all are published
  std::vector<std::string> names_;
  bool made_folder_ = false;
};

/// "out/a.pdf", as messages and the system name a file of the folder.
std::string path_in(const std::string& folder, const std::string& name);

/// A set of one report, which is an input of what follows; it takes the place of nothing but an
/// earlier one. What is mended in its folder before is told in `diags`. Nothing on success, else
/// what failed.
std::optional<std::string> publish_file(const std::string& path, std::string bytes,
                                        FileIdentities& inputs, diag::Diagnostics& diags);

/// Files of a folder of the project that people write, all or none, on the disk. What a run that
/// was cut short left there is thrown away: it may be older than what has been written since.
/// Nothing on success, else what failed.
std::optional<std::string> publish_content(const std::string& folder,
                                           const std::vector<OutputFile>& files);

/// What an earlier run left between the files of its set.
struct Mended {
  std::vector<std::string> published;  ///< files of it that are now in their places
  std::vector<std::string> undone;     ///< could not be finished: the older files are back
  bool is_unknown = false;             ///< which files belong together can't be told any more
  std::optional<std::string> failure;
};

/// Finishes or undoes the sets of runs that were cut short.
Mended mend_output(const std::string& folder);

/// The files that wait for that, for a command that writes nothing.
std::vector<std::string> unfinished_output(const std::string& folder);

}  // namespace handbill::build
