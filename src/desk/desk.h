// SPDX-License-Identifier: MIT
// What the page of a desk asks, and what it is answered.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "desk/project_folders.h"
#include "desk/session.h"
#include "http/server.h"

namespace handbill::desk {

/// From any thread: calls are answered one after the other.
class Desk {
 public:
  /// `tell` is called when something has changed, with the number of the state.
  Desk(world::Project project, build::Request request, std::function<void(std::uint64_t)> tell);
  /// Without a project until one is chosen or made; then `opened` is called with its folder.
  Desk(ProjectFolders places, build::Request request, std::function<void(std::uint64_t)> tell,
       std::function<void(const std::string&)> opened);

  /// As the *_calls.cpp say. Wrong calls are answered by 400, what there is not by 404, what can't
  /// be done by 409, each with `{"message": …}`. Changes come first: what is asked meanwhile is put
  /// off with 202, but for the pages that are looked at.
  http::Answer answer(const http::Call& call);

  /// To be called from time to time.
  void look_at_disk();

  /// How long no page has asked anything. None at all while there is something to save.
  std::chrono::steady_clock::duration idle();

 private:
  std::atomic<int> changes_waiting_ = 0;
  http::Answer start(const http::Call& call);

  std::mutex mutex_;
  ProjectFolders places_{};
  build::Request request_;
  std::shared_ptr<confined::Reader> reader_;
  std::optional<Session> session_;  ///< nothing: no project is chosen yet
  std::function<void(const std::string&)> opened_{};
  std::chrono::steady_clock::time_point asked_ = std::chrono::steady_clock::now();
  std::function<void(std::uint64_t)> tell_;
};

/// The files of the page.
std::vector<http::Asset> assets();

}  // namespace handbill::desk
