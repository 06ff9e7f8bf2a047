// SPDX-License-Identifier: MIT
#include "desk/session.h"

#include <algorithm>
#include <filesystem>

#include "base/content_hash.h"
#include "build/judge_words.h"
#include "build/output_set.h"
#include "build/project_files.h"
#include "diag/guarded.h"
#include "display/dump.h"
#include "spec/edit_toml.h"
#include "spec/parse_layout.h"

namespace handbill::desk {
namespace fs = std::filesystem;
namespace {

/// Of steps back.
constexpr std::size_t kMostUndone = 500;

/// When each file of the folders was written, and how long it is.
std::string state_of(const world::Project& project) {
  std::string state;
  for (const char* folder : {"content", "layouts", "fonts", "records"}) {
    std::error_code error;
    fs::recursive_directory_iterator at(fs::path(project.root) / folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      std::error_code unread;
      if (!at->is_regular_file(unread)) continue;
      const auto written = at->last_write_time(unread).time_since_epoch().count();
      state += at->path().string() + " " + std::to_string(written) + " " +
               std::to_string(at->file_size(unread)) + "\n";
    }
  }
  return state;
}

std::string literal_of(const Change& change) {
  if (change.to == Change::To::None) return spec::as_literal("none");
  return "{ blank = " + spec::as_literal(change.text) + " }";
}

/// The file of the content that a path belongs to: where the value is written, else where its table
/// is.
std::optional<std::string> home_of(const std::vector<View>& views, const diag::SourceMap& sources,
                                   const std::string& language, std::string_view path) {
  for (const View& view : views) {
    if (!view.compiled || !view.compiled->content) continue;
    for (const auto& file : view.compiled->content->as_read().files) {
      const std::string_view table = path.substr(0, path.find('.'));
      if (file.root.find(table) == nullptr) continue;
      const spec::Value* at = file.root.at_path(path);
      for (std::string_view up = path; at == nullptr || !at->span.known();) {
        const std::size_t dot = up.rfind('.');
        if (dot == up.npos) break;
        up = up.substr(0, dot);
        at = file.root.at_path(up);
      }
      const std::string own = "content/" + language + "/" + file.subject + ".toml";
      if (at == nullptr || !at->span.known()) return own;
      return sources.name(at->span.file);
    }
  }
  return std::nullopt;
}

}  // namespace

Session::Session(world::Project project, build::Request request) : request_(std::move(request)) {
  auto reader = build::reader_for(request_.reading);
  files_ = std::make_shared<diag::HeldFiles>(std::make_shared<diag::DiskFiles>(project.files()));
  disk_state_ = state_of(project);
  workspace_ =
      std::make_unique<workspace::Workspace>(std::move(project), files_, std::move(reader));
  request_.audience = build::Audience::Programs;
}

std::vector<std::string> Session::languages() const {
  return build::project_languages(workspace_->project);
}

const std::vector<View>& Session::views(const std::string& language) {
  if (viewed_ == state_ && language == language_) return views_;
  views_.clear();
  if (language != language_) drawn_.clear();
  request_.languages = {language};
  run_ = std::make_unique<build::Run>(*workspace_, request_, workspace_->sources);
  build::WordJudge words(*run_);
  for (const build::Job& job : build::wanted_jobs(*run_)) {
    View& view = views_.emplace_back(View{job, build::stem(job.layout), nullptr, nullptr, {}, {}});
    diag::Diagnostics found;
    build::guarded(job, *run_, found, [&] {
      view.compiled = build::compile_job(job, *run_, found);
      found.add_all(words.judge(job, view.compiled));
      view.found = build::told_of(found, job, *view.compiled, *run_);
    });
    if (!view.compiled) view.found = found;
    auto& drawn = drawn_[view.name];
    if (view.compiled && view.compiled->pages) drawn = view.compiled;
    view.drawn = drawn;
    if (drawn) view.look = content_hash_hex(display::dump(*drawn->pages, workspace_->fonts));
  }
  words.close();
  language_ = language;
  viewed_ = state_;
  return views_;
}

const View* Session::view(const std::string& language, std::string_view name) {
  const std::vector<View>& all = views(language);
  const auto found = std::ranges::find(all, name, &View::name);
  return found == all.end() ? nullptr : &*found;
}

Session::Held& Session::held(const std::string& path, std::string bytes) {
  const auto found = std::ranges::find(held_, path, &Held::path);
  if (found != held_.end()) return *found;
  return held_.emplace_back(Held{path, bytes, bytes});
}

void Session::put(Held& file, std::string bytes) {
  file.bytes = std::move(bytes);
  files_->hold(file.path, file.bytes);
  changed();
}

void Session::changed() { ++state_; }

std::optional<Refusal> Session::change(const std::string& language, const Change& change) {
  // Each file has a [revision]; which is meant nobody could tell.
  const bool is_named = change.path != "revision" && !change.path.starts_with("revision.");
  const auto home =
      is_named ? home_of(views(language), sources(), language, change.path) : std::nullopt;
  if (!home) return Refusal{Refusal::Why::NoPlace, "there is no file for " + change.path};
  const diag::FileAnswer there = files_->read(*home);
  if (!there.bytes || there.origin != diag::Origin::Project) {
    return Refusal{Refusal::Why::NoPlace, *home + " is no file of the project"};
  }
  diag::SourceMap sources;
  diag::Diagnostics unread;
  const diag::FileId file = sources.add(*home, *there.bytes);
  const auto root = spec::read_toml(sources, file, unread);
  if (!root) return Refusal{Refusal::Why::NoPlace, *home + " can't be read"};
  const spec::TomlFile toml{sources, file, *root};
  const auto edit = change.to == Change::To::Text
                        ? spec::set_text(toml, change.path, change.text)
                        : spec::set_value(toml, change.path, literal_of(change));
  if (!edit) return Refusal{Refusal::Why::NoPlace, change.path + " can't be changed here"};
  std::string bytes = spec::edited(*there.bytes, {*edit});
  if (bytes == *there.bytes) return std::nullopt;
  undo_.push_back({*home, *there.bytes});
  if (undo_.size() > kMostUndone) undo_.erase(undo_.begin());
  put(held(*home, *there.bytes), std::move(bytes));
  return std::nullopt;
}

bool Session::undo() {
  if (undo_.empty()) return false;
  const Undo last = std::move(undo_.back());
  undo_.pop_back();
  const auto found = std::ranges::find(held_, last.path, &Held::path);
  if (found == held_.end()) return false;
  put(*found, last.bytes);
  return true;
}

std::vector<std::string> Session::unsaved() const {
  std::vector<std::string> paths;
  for (const Held& each : held_) {
    if (each.bytes != each.base) paths.push_back(each.path);
  }
  return paths;
}

std::optional<Refusal> Session::save() {
  const diag::DiskFiles disk({workspace_->project.root});
  for (const Held& each : held_) {
    if (disk.read(each.path).bytes != each.base) {
      return Refusal{Refusal::Why::Conflict, each.path};
    }
  }
  for (Held& each : held_) {
    if (each.bytes == each.base) continue;
    const fs::path path = fs::path(workspace_->project.root) / each.path;
    build::OutputSet set(path.parent_path().string(), build::Durability::OnDisk);
    auto failed = set.add({{path.filename().string(), each.bytes}});
    if (!failed) failed = set.publish({});
    if (failed) return Refusal{Refusal::Why::NotWritten, *failed};
    each.base = each.bytes;
  }
  discard();
  return std::nullopt;
}

void Session::discard() {
  for (const Held& each : held_) files_->let_go(each.path);
  held_.clear();
  undo_.clear();
  disk_state_ = state_of(workspace_->project);
  changed();
}

bool Session::look_at_disk() {
  std::string state = state_of(workspace_->project);
  if (state == disk_state_) return false;
  disk_state_ = std::move(state);
  changed();
  return true;
}

}  // namespace handbill::desk
