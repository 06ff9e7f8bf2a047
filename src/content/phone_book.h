// SPDX-License-Identifier: MIT
// Phone numbers as they are printed, kept from document to document and from run to run: to load
// libphonenumber costs more than most documents. What is kept knows no text that was asked, only
// its hash, and holds for one version of the program and of that library.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/phone.h"

namespace handbill::content {

class PhoneBook {
 public:
  /// `recall` gives what an earlier run kept, whatever became of it since; it is asked when the
  /// first number is read. Without it nothing is recalled.
  explicit PhoneBook(std::vector<std::string> module_folders = handbill::module_folders(),
                     std::function<std::string()> recall = {});

  /// As read_phone does. Not to be asked from several threads.
  PhoneAnswer read(std::string_view text, std::string_view region);

  /// What the next run may recall: numbers, no faults. Nothing: no number came in since the last
  /// time this was asked.
  std::optional<std::string> take_news();

  /// So many numbers are kept, those that came last.
  static constexpr std::size_t kMost = 200;

 private:
  struct Known {
    std::string key;
    Phone phone;
  };

  void recall_once();
  void take(std::string_view kept);

  std::vector<std::string> module_folders_;
  std::function<std::string()> recall_;
  Module module_{};
  std::vector<Known> known_;
  std::string library_{};  ///< the file that gave the answers, and its state
  bool has_news_ = false;
};

}  // namespace handbill::content
