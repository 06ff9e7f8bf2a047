// SPDX-License-Identifier: MIT
#include "desk/held_file.h"

#include <algorithm>

#include "spec/edit_toml.h"

namespace handbill::desk {
namespace {

/// A TOML file for a moment.
class Toml {
 public:
  explicit Toml(const std::string& bytes)
      : file_(sources_.add("", bytes)), root_(spec::read_toml(sources_, file_, unread_)) {}

  bool is_read() const { return root_.has_value(); }
  /// All of it: what stands behind an error may be missing.
  bool is_sound() const { return is_read() && !unread_.has_errors(); }
  spec::TomlFile file() const { return {sources_, file_, *root_}; }
  /// As it is written; empty: it is not there.
  std::string_view written(std::string_view path) const {
    const spec::Value* value = root_->at_path(path);
    return value != nullptr && value->span.known() ? sources_.text(value->span)
                                                   : std::string_view();
  }
  /// As people read it.
  std::string shown(std::string_view path) const {
    const spec::Value* value = root_->at_path(path);
    if (value == nullptr) return "";
    if (const std::string* text = value->as_string()) return *text;
    const spec::Value* blank = value->find("blank");
    if (blank != nullptr && blank->as_string() != nullptr) return "";
    return std::string(written(path));
  }

 private:
  diag::SourceMap sources_;
  diag::Diagnostics unread_;
  diag::FileId file_;
  std::optional<spec::Value> root_;
};

std::string literal_of(const Change& change) {
  if (change.to == Change::To::None) return spec::as_literal("none");
  return "{ blank = " + spec::as_literal(change.text) + " }";
}

/// Nothing: one of them has no place.
std::optional<std::string> with_all(const std::vector<Change>& changes, std::string bytes) {
  for (const Change& each : changes) {
    auto next = with(each, bytes);
    if (!next) return std::nullopt;
    bytes = std::move(*next);
  }
  return bytes;
}

}  // namespace

std::optional<std::string> with(const Change& change, const std::string& bytes) {
  const Toml toml(bytes);
  if (!toml.is_read()) return std::nullopt;
  const auto edit = change.to == Change::To::Text
                        ? spec::set_text(toml.file(), change.path, change.text)
                        : spec::set_value(toml.file(), change.path, literal_of(change));
  if (!edit) return std::nullopt;
  return spec::edited(bytes, {*edit});
}

bool HeldFile::change(const Change& change) {
  auto next = with(change, bytes_);
  if (!next) return false;
  if (*next == bytes_) return true;
  bytes_ = std::move(*next);
  const auto known = std::ranges::find(changes_, change.path, &Change::path);
  if (known == changes_.end()) {
    changes_.push_back(change);
  } else {
    *known = change;
  }
  return true;
}

void HeldFile::change_back(std::vector<Change> to) {
  auto bytes = with_all(to, base_.value_or(""));
  if (!bytes) return;
  bytes_ = std::move(*bytes);
  changes_ = std::move(to);
}

bool HeldFile::is_decided(const std::string& path, std::string_view theirs) const {
  return std::ranges::any_of(
      decided_, [&](const Decided& each) { return each.path == path && each.theirs == theirs; });
}

std::optional<Conflict> HeldFile::meet(const std::optional<std::string>& theirs) {
  if (theirs == base_) return std::nullopt;
  if (!theirs) return Conflict{path_, Conflict::Why::Gone};
  const Toml before(base_.value_or("")), mine(bytes_), now(*theirs);
  if (!now.is_sound() || !before.is_read()) return Conflict{path_, Conflict::Why::Unreadable};
  Conflict conflict{path_};
  for (const Change& each : changes_) {
    const std::string_view written = now.written(each.path);
    if (written == before.written(each.path) || written == mine.written(each.path) ||
        is_decided(each.path, written)) {
      continue;
    }
    conflict.values.push_back(
        {each.path, before.shown(each.path), mine.shown(each.path), now.shown(each.path)});
  }
  if (!conflict.values.empty()) return conflict;
  auto both = with_all(changes_, *theirs);
  // They have taken away what a change of ours stands in.
  if (!both) return Conflict{path_, Conflict::Why::Unreadable};
  base_ = *theirs;
  bytes_ = std::move(*both);
  decided_.clear();
  return std::nullopt;
}

void HeldFile::decide(const std::string& path, Keep keep, const std::string& theirs) {
  if (keep == Keep::Theirs) {
    std::vector<Change> others = changes_;
    std::erase_if(others, [&](const Change& each) { return each.path == path; });
    return change_back(std::move(others));
  }
  const Toml now(theirs);
  if (now.is_read()) decided_.push_back({path, std::string(now.written(path))});
}

}  // namespace handbill::desk
