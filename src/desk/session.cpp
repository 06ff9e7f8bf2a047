// SPDX-License-Identifier: MIT
#include "desk/session.h"

#include <algorithm>
#include <filesystem>

#include "build/output_set.h"
#include "build/project_files.h"
#include "diag/guarded.h"

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

}  // namespace

Session::Session(world::Project project, build::Request request,
                 std::shared_ptr<confined::Reader> reader)
    : request_(std::move(request)), versions_(project), reader_(std::move(reader)) {
  if (!reader_) reader_ = build::reader_for(request_.reading);
  files_ = std::make_shared<diag::HeldFiles>(std::make_shared<diag::DiskFiles>(project.files()));
  disk_state_ = state_of(project);
  workspace_ = std::make_unique<workspace::Workspace>(std::move(project), files_, reader_);
  request_.audience = build::Audience::Programs;
}

Session& Session::templates() {
  if (!templates_) {
    const std::string& data = workspace_->project.data;
    templates_ = std::make_unique<Session>(world::Project{data, data}, request_, reader_);
  }
  return *templates_;
}

std::vector<std::string> Session::languages() const {
  return build::project_languages(workspace_->project);
}

void Session::begin(const std::string& language) {
  if (viewed_ == state_ && language == language_) return;
  if (language != language_) drawn_.clear();
  language_ = language;
  viewed_ = 0;
  views_.clear();
  work_.clear();
  words_.reset();
  request_.languages = {language};
  run_ = std::make_unique<build::Run>(*workspace_, request_, workspace_->sources);
  run_->between_stages = [this] {
    if (pause_) pause_();
  };
  for (const build::Job& job : build::wanted_jobs(*run_)) {
    View& view =
        views_.emplace_back(View{job, build::stem(job.layout), nullptr, nullptr, {}, {}, {}});
    const auto drawn = drawn_.find(view.name);
    if (drawn == drawn_.end() || drawn->second.empty()) continue;
    view.drawn = drawn->second.front().compiled;
    view.look = drawn->second.front().look;
  }
  work_.resize(views_.size());
  viewed_ = state_;
}

void Session::make(std::size_t index) {
  Work& work = work_[index];
  if (work.step != Work::Step::Waiting) return;
  View& view = views_[index];
  diag::Diagnostics found;
  build::guarded(view.job, *run_, found,
                 [&] { view.compiled = build::compile_job(view.job, *run_, found); });
  work.found = std::move(found);
  if (view.compiled && view.compiled->pages) keep_drawn(view);
  work.step = Work::Step::Made;
}

void Session::keep_drawn(View& view) {
  constexpr std::size_t kMostKept = 8;
  std::deque<Drawn>& kept = drawn_[view.name];
  view.drawn = view.compiled;
  if (kept.empty() || kept.front().compiled != view.compiled) {
    std::vector<display::PageLook> looks = display::looks_of(*view.compiled->pages);
    std::string name = display::name_of(looks);
    // The younger in the place of one that looks the same: its places in texts hold.
    std::erase_if(kept, [&](const Drawn& each) { return each.look == name; });
    kept.push_front({view.compiled, std::move(looks), std::move(name)});
    if (kept.size() > kMostKept) kept.pop_back();
  }
  view.look = kept.front().look;
}

void Session::judge(std::size_t index) {
  make(index);
  Work& work = work_[index];
  if (work.step == Work::Step::Judged) return;
  if (pause_) pause_();
  View& view = views_[index];
  diag::Diagnostics found = work.found;
  if (view.compiled) {
    build::guarded(view.job, *run_, found, [&] {
      if (!words_) words_ = std::make_unique<build::WordJudge>(*run_);
      found.add_all(words_->judge(view.job, view.compiled));
      view.asked = words_->asked();
      found = build::told_of(found, view.job, *view.compiled, *run_);
    });
  }
  view.found = std::move(found);
  work.step = Work::Step::Judged;
}

const std::vector<View>& Session::views(const std::string& language) {
  begin(language);
  const bool is_done =
      std::ranges::all_of(work_, [](const Work& each) { return each.step == Work::Step::Judged; });
  if (is_done) return views_;
  for (std::size_t i = 0; i < views_.size(); ++i) judge(i);
  if (words_) words_->close();
  homes_ = Homes(language);
  for (const View& view : views_) {
    if (view.compiled && view.compiled->content) {
      homes_.add(view.compiled->content->as_read(), sources());
    }
  }
  return views_;
}

const View* Session::view(const std::string& language, std::string_view name) {
  const std::vector<View>& all = views(language);
  const auto found = std::ranges::find(all, name, &View::name);
  return found == all.end() ? nullptr : &*found;
}

const View* Session::drawn_first(const std::string& language, std::string_view name) {
  begin(language);
  const auto found = std::ranges::find(views_, name, &View::name);
  if (found == views_.end()) return nullptr;
  make(static_cast<std::size_t>(found - views_.begin()));
  return &*found;
}

const Drawn* Session::drawn_as(std::string_view name, std::string_view look) const {
  const auto kept = drawn_.find(name);
  if (kept == drawn_.end()) return nullptr;
  const auto found = std::ranges::find(kept->second, look, &Drawn::look);
  return found == kept->second.end() ? nullptr : &*found;
}

std::optional<std::string> Session::file_of(const std::string& language, const std::string& path) {
  // Each file has a [revision]; which is meant nobody could tell.
  if (path == "revision" || path.starts_with("revision.")) return std::nullopt;
  if (homes_.language() != language) views(language);
  return homes_.of(path);
}

HeldFile* Session::held(const std::string& path) {
  const auto found = std::ranges::find(held_, path, &HeldFile::path);
  if (found != held_.end()) return &*found;
  diag::FileAnswer there = files_->read(path);
  const bool is_missing = there.state == diag::FileState::Missing;
  if (!is_missing && (!there.bytes || there.origin != diag::Origin::Project)) return nullptr;
  return &held_.emplace_back(path, std::move(there.bytes));
}

void Session::hold(const HeldFile& file) {
  files_->hold(file.path(), file.bytes());
  changed();
}

std::optional<Refusal> Session::change(const std::string& language, const Change& change) {
  const auto home = file_of(language, change.path);
  if (!home) return Refusal{Refusal::Why::NoPlace, "there is no file for " + change.path};
  if (auto refused = take(*home, step_of(change), Undone::Alone)) return refused;
  homes_.add(change.path, *home);
  return std::nullopt;
}

std::optional<Refusal> Session::change_file(const std::string& file, const Change& change) {
  return take(file, step_of(change), Undone::Alone);
}

std::optional<Refusal> Session::edit(const std::string& language, const std::string& path,
                                     Edit edit) {
  const auto home = file_of(language, path);
  if (!home) return Refusal{Refusal::Why::NoPlace, "there is no file for " + path};
  return take(*home, {path, std::move(edit)}, Undone::Alone);
}

std::optional<Refusal> Session::edit_file(const std::string& file, Edit edit, Undone undone) {
  return take(file, {"", std::move(edit)}, undone);
}

std::optional<Refusal> Session::take(const std::string& file, Step step, Undone undone) {
  using enum Refusal::Why;
  HeldFile* const held_file = held(file);
  if (held_file == nullptr) return Refusal{NoPlace, file + " is no file of the project"};
  std::vector<Step> before = held_file->steps();
  const std::string bytes = held_file->bytes();
  const std::string value = step.sets_all ? step.path : "";
  if (!held_file->add(std::move(step))) return Refusal{NoPlace, "this can't be changed in " + file};
  if (held_file->bytes() == bytes) return std::nullopt;
  // What is typed into one field is one step.
  const bool goes_on =
      !value.empty() && !undo_.empty() && undo_.back().file == file && undo_.back().value == value;
  if (!goes_on) undo_.push_back({file, value, std::move(before), undone == Undone::Joined});
  if (undo_.size() > kMostUndone) undo_.erase(undo_.begin());
  hold(*held_file);
  return std::nullopt;
}

Trial Session::with_text(const View& view, const std::string& path, const std::string& text) {
  Trial trial;
  build::Job job = view.job;
  job.settings.push_back(path + "=" + text);
  build::guarded(job, *run_, trial.found,
                 [&] { trial.is_placed = build::compile_job(job, *run_, trial.found)->is_placed; });
  return trial;
}

bool Session::undo() {
  if (undo_.empty()) return false;
  for (bool is_joined = true; is_joined && !undo_.empty();) {
    Undo last = std::move(undo_.back());
    undo_.pop_back();
    is_joined = last.is_joined;
    const auto file = std::ranges::find(held_, last.file, &HeldFile::path);
    if (file == held_.end()) return false;
    file->go_back(std::move(last.steps));
    hold(*file);
  }
  return true;
}

std::vector<std::string> Session::unsaved() const {
  std::vector<std::string> paths;
  for (const HeldFile& each : held_) {
    if (each.is_changed()) paths.push_back(each.path());
  }
  return paths;
}

std::optional<std::string> Session::on_disk(const std::string& path) const {
  return diag::DiskFiles({workspace_->project.root}).read(path).bytes;
}

std::vector<Conflict> Session::conflicts() {
  std::vector<Conflict> all;
  for (HeldFile& each : held_) {
    const std::string before = each.bytes();
    if (auto conflict = each.meet(on_disk(each.path()))) all.push_back(std::move(*conflict));
    if (each.bytes() != before) hold(each);
  }
  return all;
}

bool Session::decide(const std::string& file, const std::string& path, Keep keep) {
  const auto held = std::ranges::find(held_, file, &HeldFile::path);
  if (held == held_.end()) return false;
  const auto theirs = on_disk(file);
  if (!path.empty()) {
    if (!theirs) return false;
    held->decide(path, keep, *theirs);
    held->meet(theirs);
    hold(*held);
  } else if (keep == Keep::Mine) {
    held->insist(theirs);
    hold(*held);
  } else {
    std::erase_if(undo_, [&](const Undo& each) { return each.file == file; });
    files_->let_go(file);
    held_.erase(held);
    changed();
  }
  return true;
}

std::optional<Refusal> Session::write() {
  const auto not_written = [](std::string why) {
    return Refusal{Refusal::Why::NotWritten, std::move(why)};
  };
  build::mend_output(project().root);
  build::OutputSet set(project().root, build::Durability::OnDisk);
  for (const HeldFile& each : held_) {
    if (!each.is_changed()) continue;
    if (auto failed = set.add({{each.path(), each.bytes()}})) return not_written(*failed);
  }
  // Once more: a file may have been written while ours were.
  for (const HeldFile& each : held_) {
    if (each.is_changed() && on_disk(each.path()) != each.base()) {
      return Refusal{Refusal::Why::Conflict, each.path()};
    }
  }
  if (auto failed = set.publish({})) return not_written(*failed);
  return std::nullopt;
}

std::optional<Refusal> Session::save() {
  const std::vector<Conflict> all = conflicts();
  if (!all.empty()) return Refusal{Refusal::Why::Conflict, all.front().file};
  if (auto refused = write()) return refused;
  discard();
  return std::nullopt;
}

void Session::discard() {
  for (const HeldFile& each : held_) files_->let_go(each.path());
  held_.clear();
  undo_.clear();
  disk_state_ = state_of(workspace_->project);
  changed();
}

bool Session::look_at_disk() {
  std::string state = state_of(workspace_->project);
  if (state == disk_state_) return false;
  disk_state_ = std::move(state);
  // What others have written is taken in where it can be.
  conflicts();
  homes_ = {};
  changed();
  return true;
}

}  // namespace handbill::desk
