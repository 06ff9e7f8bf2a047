// SPDX-License-Identifier: MIT
// A file with changes that are not saved, and how they go together with what others have written
// into it meanwhile: value by value.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::desk {

/// What is to stand for a value.
struct Change {
  std::string path;  ///< "clinic.phone"
  enum class To { Text, Blank, None, Plain } to = To::Text;
  /// Of Text; of Blank: what to fill in; of Plain: a date, number, list …, as TOML has it.
  std::string text{};
};

/// The text of a file after a change; nothing: it can't be made there.
using Edit = std::function<std::optional<std::string>(const std::string& text)>;

/// One change of a file, which can be made again on a text that others have changed.
struct Step {
  std::string path;  ///< of the value it is about; empty: it is about no one value
  Edit edit;
  bool sets_all = false;  ///< of the value: what was done to it before does not matter
};

/// Nothing is made of a text that can't be read, or has no place for the value.
Step step_of(const Change& change);

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
  /// Without `base` it is not there yet.
  HeldFile(std::string path, std::optional<std::string> base)
      : path_(std::move(path)), base_(std::move(base)), bytes_(base_.value_or("")) {}

  const std::string& path() const { return path_; }
  /// What is on the disk as far as is known: others' changes have been taken in.
  const std::optional<std::string>& base() const { return base_; }
  const std::string& bytes() const { return bytes_; }
  /// In the order they were made.
  const std::vector<Step>& steps() const { return steps_; }
  bool is_changed() const { return bytes_ != base_.value_or(""); }

  /// False: there is no place for it.
  bool add(Step step);
  /// Those of an earlier time and no others.
  void go_back(std::vector<Step> to);

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
  std::vector<Step> steps_;
  std::vector<Decided> decided_;
};

}  // namespace handbill::desk
