// SPDX-License-Identifier: MIT
// A file with changes that are not saved, and how they go together with what others have written
// into it meanwhile: value by value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::desk {

/// What is to stand for a value.
struct Change {
  std::string path;  ///< "clinic.phone"
  enum class To { Text, Blank, None } to = To::Text;
  std::string text{};  ///< of Text; of Blank: what to fill in
  bool operator==(const Change&) const = default;
};

/// The text of a TOML file with the change. Nothing: it can't be read, or has no place for it.
std::optional<std::string> with(const Change& change, const std::string& bytes);

/// A value that both have changed.
struct Overlap {
  std::string path;
  std::string before, mine, theirs;  ///< texts as they are; other values as TOML; empty: none
};

/// Why a file can't be written.
struct Conflict {
  std::string file;
  enum class Why { Values, Gone, Unreadable } why = Why::Values;
  std::vector<Overlap> values{};  ///< of Values
};

enum class Keep { Mine, Theirs };

class HeldFile {
 public:
  HeldFile(std::string path, std::string bytes)
      : path_(std::move(path)), base_(bytes), bytes_(std::move(bytes)) {}

  const std::string& path() const { return path_; }
  /// What is on the disk as far as is known: others' changes have been taken in.
  const std::optional<std::string>& base() const { return base_; }
  const std::string& bytes() const { return bytes_; }
  /// In the order they were made first, each value once.
  const std::vector<Change>& changes() const { return changes_; }
  bool is_changed() const { return bytes_ != base_; }

  /// False: there is no place for it.
  bool change(const Change& change);
  /// Those of an earlier time and no others.
  void change_back(std::vector<Change> to);

  /// Takes in what stands on the disk now, nothing: the file is gone. Where both have changed a
  /// value nothing is taken in, and told.
  std::optional<Conflict> meet(const std::optional<std::string>& theirs);
  /// Says whose value stands; meet() is then to be asked again.
  void decide(const std::string& path, Keep keep, const std::string& theirs);
  /// Ours takes the place of whatever is there, also of nothing.
  void insist(const std::optional<std::string>& theirs) { base_ = theirs; }

 private:
  struct Decided {
    std::string path;
    std::string theirs;  ///< as it was written when mine was kept
  };
  bool is_decided(const std::string& path, std::string_view theirs) const;

  std::string path_;
  std::optional<std::string> base_;
  std::string bytes_;
  std::vector<Change> changes_;
  std::vector<Decided> decided_;
};

}  // namespace handbill::desk
