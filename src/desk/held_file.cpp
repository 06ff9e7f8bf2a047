// SPDX-License-Identifier: MIT
#include "desk/held_file.h"

#include <algorithm>

#include "spec/edit_toml.h"

namespace handbill::desk {
namespace {

/// A TOML file for a moment.
class TomlText {
 public:
  explicit TomlText(const std::string& bytes)
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
  if (change.to == Change::To::Plain) return change.text;
  return "{ blank = " + spec::as_literal(change.text) + " }";
}

std::optional<std::string> with(const Change& change, const std::string& bytes) {
  const TomlText toml(bytes);
  if (!toml.is_read()) return std::nullopt;
  const auto edit = change.to == Change::To::Text
                        ? spec::set_text(toml.file(), change.path, change.text)
                        : spec::set_value(toml.file(), change.path, literal_of(change));
  if (!edit) return std::nullopt;
  return spec::edited(bytes, {*edit});
}

/// Nothing: one of them has no place.
std::optional<std::string> with_all(const std::vector<Step>& steps, std::string bytes) {
  for (const Step& each : steps) {
    auto next = each.edit(bytes);
    if (!next) return std::nullopt;
    bytes = std::move(*next);
  }
  return bytes;
}

}  // namespace

Step step_of(const Change& change) {
  return {change.path, [change](const std::string& text) { return with(change, text); }, true};
}

bool HeldFile::add(Step step) {
  auto next = step.edit(bytes_);
  if (!next) return false;
  if (*next == bytes_) return true;
  bytes_ = std::move(*next);
  // Values that are set whole can be set in any order; anything else may move their places.
  const auto movable = std::ranges::find_if(steps_.rbegin(), steps_.rend(), [](const Step& each) {
                         return !each.sets_all;
                       }).base();
  const auto known = step.sets_all
                         ? std::ranges::find(movable, steps_.end(), step.path, &Step::path)
                         : steps_.end();
  if (known == steps_.end()) {
    steps_.push_back(std::move(step));
  } else {
    *known = std::move(step);
  }
  return true;
}

void HeldFile::go_back(std::vector<Step> to) {
  auto bytes = with_all(to, base_.value_or(""));
  if (!bytes) return;
  bytes_ = std::move(*bytes);
  steps_ = std::move(to);
}

bool HeldFile::is_decided(const std::string& path, std::string_view theirs) const {
  return std::ranges::any_of(
      decided_, [&](const Decided& each) { return each.path == path && each.theirs == theirs; });
}

std::optional<Conflict> HeldFile::meet(const std::optional<std::string>& theirs) {
  if (theirs == base_) return std::nullopt;
  if (!theirs) return Conflict{path_, Conflict::Why::Gone};
  const TomlText before(base_.value_or("")), mine(bytes_), now(*theirs);
  const auto is_of_value = [](const Step& each) { return !each.path.empty(); };
  if (std::ranges::any_of(steps_, is_of_value) && (!now.is_sound() || !before.is_read())) {
    return Conflict{path_, Conflict::Why::Unreadable};
  }
  Conflict conflict{path_};
  for (const Step& each : steps_) {
    if (!is_of_value(each)) continue;
    const bool is_told =
        std::ranges::find(conflict.values, each.path, &Overlap::path) != conflict.values.end();
    const std::string_view written = now.written(each.path);
    if (written == before.written(each.path) || written == mine.written(each.path) || is_told ||
        is_decided(each.path, written)) {
      continue;
    }
    conflict.values.push_back(
        {each.path, before.shown(each.path), mine.shown(each.path), now.shown(each.path)});
  }
  if (!conflict.values.empty()) return conflict;
  auto both = with_all(steps_, *theirs);
  // They have taken away what a change of ours stands in.
  if (!both) return Conflict{path_, Conflict::Why::Unreadable};
  base_ = *theirs;
  bytes_ = std::move(*both);
  decided_.clear();
  return std::nullopt;
}

void HeldFile::decide(const std::string& path, Keep keep, const std::string& theirs) {
  if (keep == Keep::Theirs) {
    std::vector<Step> others = steps_;
    std::erase_if(others, [&](const Step& each) { return each.path == path; });
    return go_back(std::move(others));
  }
  const TomlText now(theirs);
  if (now.is_read()) decided_.push_back({path, std::string(now.written(path))});
}

}  // namespace handbill::desk
