// SPDX-License-Identifier: MIT
#include "desk/desk.h"

#include <algorithm>
#include <array>
#include <utility>

#include "build/run.h"
#include "desk/calls.h"
#include "desk/start.h"
#include "diag/guarded.h"

namespace handbill::desk {
namespace {

constexpr auto kCalls = std::to_array<std::span<const Route> (*)()>({
    home_calls,
    look_calls,
    document_calls,
    page_calls,
    field_calls,
    hours_calls,
    problem_calls,
    text_calls,
    list_calls,
    translation_calls,
    note_calls,
    change_calls,
    conflict_calls,
    review_calls,
    history_calls,
    print_calls,
    order_calls,
});

/// Null: nothing is called that way.
const Route* route_of(const Call& call) {
  for (const auto& calls : kCalls) {
    for (const Route& each : calls()) {
      if (each.path == call.path && each.method == call.method) return &each;
    }
  }
  return nullptr;
}

}  // namespace

Desk::Desk(world::Project project, build::Request request, std::function<void(std::uint64_t)> tell)
    : request_(std::move(request)), tell_(std::move(tell)) {
  session_.emplace(std::move(project), request_);
}

Desk::Desk(ProjectFolders places, build::Request request, std::function<void(std::uint64_t)> tell,
           std::function<void(const std::string&)> opened)
    : places_(std::move(places)),
      request_(std::move(request)),
      reader_(build::reader_for(request_.reading)),
      opened_(std::move(opened)),
      tell_(std::move(tell)) {}

http::Answer Desk::start(const http::Call& call) {
  if (call.method == "GET" && call.path == "/api/home") return start_page(places_);
  if (call.path == "/api/here") return as_json(Json::object());
  if (call.method != "POST" || call.path != "/api/start") {
    return refused(kConflict, "no project is open");
  }
  const auto chosen = started(call, places_);
  if (const auto* why = std::get_if<Answer>(&chosen)) return *why;
  const auto& folder = std::get<std::string>(chosen);
  session_.emplace(world::Project{folder, world::data_folder().value_or(folder)}, request_,
                   reader_);
  opened_(folder);
  return done(*session_);
}

http::Answer Desk::answer(const http::Call& call) {
  const Route* route = route_of(call);
  std::uint64_t before = 0, after = 0;
  Answer answer = refused(kFault, "a fault of the program");
  const bool is_change = call.method != "GET";
  if (is_change) ++changes_waiting_;
  {
    const std::lock_guard lock(mutex_);
    if (is_change) --changes_waiting_;
    asked_ = std::chrono::steady_clock::now();
    diag::Diagnostics faults;
    if (!session_) {
      diag::guarded(faults, [&] { answer = start(call); });
      return answer;
    }
    if (route == nullptr) return refused(kMissing, "there is nothing of that name");
    before = session_->state();
    session_->pause_by([&] {
      if (!is_change && !route->goes_on && changes_waiting_ > 0) throw diag::Stopped();
    });
    try {
      diag::guarded(faults, [&] { answer = route->answer(call, *session_); });
    } catch (const diag::Stopped&) {
      answer = refused(kPutOff, "something is changed first: ask again");
    }
    session_->pause_by({});
    after = session_->state();
  }
  if (after != before) tell_(after);
  return answer;
}

std::chrono::steady_clock::duration Desk::idle() {
  const std::lock_guard lock(mutex_);
  if (session_ && !session_->unsaved().empty()) return {};
  return std::chrono::steady_clock::now() - asked_;
}

void Desk::look_at_disk() {
  std::uint64_t state = 0;
  {
    const std::lock_guard lock(mutex_);
    if (!session_ || !session_->look_at_disk()) return;
    state = session_->state();
  }
  tell_(state);
}

}  // namespace handbill::desk
