// SPDX-License-Identifier: MIT
// Finds the end of a value however broken it is, and what is wrong on the way there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "spec/toml_faults.h"

namespace handbill::spec {

class TomlValueScanner {
 public:
  /// Tells whether a statement is well-formed TOML.
  using IsWellFormed = bool (*)(std::string_view statement);

  TomlValueScanner(std::string_view text, std::string_view key, IsWellFormed is_well_formed,
                   TomlFaults& faults)
      : text_(text), key_(key), is_well_formed_(is_well_formed), faults_(faults) {}

  /// The value begins at `at`; `equals` is the place of the `=` before it. Returns where it ends:
  /// at the end of a line, and at the latest before a line that begins another statement.
  std::size_t run(std::size_t equals, std::size_t at);

 private:
  /// Whether the statement may go on behind what was read.
  enum class Then { GoOn, Stop };

  struct Open {
    char bracket;
    std::size_t at;
  };

  Then piece();
  Then bracket();
  Then string();
  Then short_string();
  Then long_string();
  Then long_string_unclosed(std::size_t open);
  Then typographic_string();
  Then typographic_long_string();
  Then bare_words();
  Then behind_string(std::size_t open);
  Then behind_top_value();
  Then next_line_of_list();

  void quotes_again(std::size_t open, std::size_t close);
  void end_value();
  void begin_value();
  bool lacks_digits(std::size_t letter, std::size_t end) const;
  bool is_escape(std::size_t backslash, std::size_t end) const;
  std::string with_backslashes(std::size_t begin, std::size_t end) const;
  void check_escapes(std::size_t begin, std::size_t end);
  bool is_invisible(std::size_t& size) const;
  bool is_end_of_value(std::size_t at) const;
  bool starts_pair(std::size_t at) const;
  std::size_t short_string_end(std::size_t open) const;
  std::size_t long_string_end(std::size_t open) const;
  std::size_t where_next_begins(std::size_t from) const;
  std::size_t last_words_before(std::size_t begin, std::size_t end) const;
  bool in(char bracket) const { return !open_.empty() && open_.back().bracket == bracket; }

  std::string_view text_;
  std::string_view key_;
  IsWellFormed is_well_formed_;
  TomlFaults& faults_;
  std::size_t at_ = 0;
  std::size_t line_end_ = 0;
  std::vector<Open> open_{};
  bool expects_key_ = false;   ///< in braces, before the `=`
  std::size_t value_end_ = 0;  ///< of a value that no comma follows yet; 0: none
  std::size_t comma_ = 0;      ///< of a comma that no value follows yet; 0: none
};

}  // namespace handbill::spec
