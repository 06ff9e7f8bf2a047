// SPDX-License-Identifier: MIT
// What the page of a desk asks, and what it is answered.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>

#include "desk/session.h"
#include "http/server.h"

namespace handbill::desk {

/// From any thread: calls are answered one after the other.
class Desk {
 public:
  /// `tell` is called when something has changed, with the number of the state.
  Desk(world::Project project, build::Request request, std::function<void(std::uint64_t)> tell);

  /// As the *_calls.cpp say. Wrong calls are answered by 400, what there is not by 404, what can't
  /// be done by 409, each with `{"message": …}`. Changes come first: what is asked meanwhile is put
  /// off with 202, but for the pages that are looked at.
  http::Answer answer(const http::Call& call);

  /// To be called from time to time.
  void look_at_disk();

 private:
  std::atomic<int> changes_waiting_ = 0;
  std::mutex mutex_;
  Session session_;
  std::function<void(std::uint64_t)> tell_;
};

/// The files of the page.
std::vector<http::Asset> assets();

}  // namespace handbill::desk
