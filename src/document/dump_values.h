// SPDX-License-Identifier: MIT
// Values as the text dump of a document writes them: lengths in points, three decimals.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"

namespace handbill::document {

std::string number(double value);
std::string show(Length length);
/// "4", "4 to 15".
std::string show(const LeastToMost<Length>& gap);
/// In quotes; a line separator, which a terminal does not show, as "\n".
std::string show(const std::string& text);
std::string show(const color::Color& color);
std::string show(const Insets& insets);
std::string show(const display::Stroke& stroke);
/// " overprint", " knock-out", or nothing where it is left to the press.
std::string show(color::Overprint overprint);
/// `angle` instead of its points, when there is one.
std::string show(const display::Gradient& gradient, const std::optional<double>& angle);

/// What has been written so far.
class DumpLines {
 public:
  /// Two spaces of indent a level.
  void line(int depth, const std::string& text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace handbill::document
