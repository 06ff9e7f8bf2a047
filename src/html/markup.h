// SPDX-License-Identifier: MIT
// Elements of HTML (WHATWG HTML, 13.1), the one place where text is escaped. Private to this
// folder.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbill::html {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

class Markup {
 public:
  /// Elements that are never closed (img, input) are opened alone.
  void open(std::string_view element, const Attributes& attributes = {});
  void close(std::string_view element);
  void text(std::string_view text);
  /// What is markup already.
  void raw(std::string_view markup) { out_ += markup; }
  void end_line() { out_ += '\n'; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace handbill::html
