// SPDX-License-Identifier: MIT
#include "spec/mend_toml.h"

#include <algorithm>

namespace handbill::spec {
namespace {

using Mending = TomlStatement::Mending;

class Mender {
 public:
  Mender(std::string_view text, diag::FileId file) : text_(text), file_(file) {}

  MendedToml run(const std::vector<TomlStatement>& statements) {
    for (const TomlStatement& each : statements) {
      if (each.mending == Mending::Whole) continue;
      copy(each.begin);
      mended_.text += in_place_of(each);
      const auto lines = std::ranges::count(text_.substr(each.begin, each.end - each.begin), '\n');
      mended_.text.append(static_cast<std::size_t>(lines), '\n');
      line_ += static_cast<std::size_t>(lines);
      at_ = each.end;
    }
    copy(text_.size());
    return std::move(mended_);
  }

 private:
  void copy(std::size_t end) {
    const std::string_view part = text_.substr(at_, end - at_);
    line_ += static_cast<std::size_t>(std::ranges::count(part, '\n'));
    mended_.text += part;
    at_ = end;
  }

  std::string in_place_of(const TomlStatement& statement) {
    if (statement.mending == Mending::Dropped) return "";
    const bool is_header = statement.kind == TomlStatement::Kind::Header;
    if (statement.mending == Mending::Lost) {
      const std::string key = "\"\\u007F" + std::to_string(line_) + "\"";
      return is_header ? "[" + key + "]" : key + " = 0";
    }
    const std::string key(statement.key);
    if (is_header) return statement.brackets == 2 ? "[[" + key + "]]" : "[" + key + "]";
    mended_.lost_values[line_] = {file_, static_cast<std::uint32_t>(statement.value),
                                  static_cast<std::uint32_t>(statement.end)};
    return key + " = 0";
  }

  std::string_view text_;
  diag::FileId file_;
  MendedToml mended_{};
  std::size_t at_ = 0;
  std::size_t line_ = 1;  ///< of `at_`
};

}  // namespace

MendedToml mend_toml(std::string_view text, diag::FileId file,
                     const std::vector<TomlStatement>& statements) {
  return Mender(text, file).run(statements);
}

}  // namespace handbill::spec
