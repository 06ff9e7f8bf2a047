// SPDX-License-Identifier: MIT
// Readers that end over every file, or say what they please.
#pragma once

#include <functional>
#include <utility>

#include "confined/reader.h"

namespace handbill::test {

/// Ends over every file.
class DyingReader final : public confined::Reader {
 public:
  confined::Outcome ask(const confined::Work&, const confined::Task&) override {
    ++asked;
    return {std::nullopt, "ended with a memory fault", {"get the file anew"}};
  }
  bool is_apart() const override { return true; }
  confined::Outcome distrust() override { return {std::nullopt, "lied", {}}; }

  int asked = 0;
};

/// Does the work, and lets `change` have its way with the answer.
class LyingReader final : public confined::Reader {
 public:
  explicit LyingReader(std::function<void(confined::Reply&)> change) : change_(std::move(change)) {}
  confined::Outcome ask(const confined::Work& work, const confined::Task& task) override {
    confined::Outcome outcome = honest_->ask(work, task);
    change_(*outcome.reply);
    return outcome;
  }
  bool is_apart() const override { return true; }
  confined::Outcome distrust() override {
    ++distrusted;
    return {std::nullopt, "lied", {"get the file anew"}};
  }

  int distrusted = 0;

 private:
  std::shared_ptr<confined::Reader> honest_ = confined::reader_here();
  std::function<void(confined::Reply&)> change_;
};

}  // namespace handbill::test
