// SPDX-License-Identifier: MIT
// What abbreviations of the content stand for: its table [abbreviations].
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/printed.h"
#include "document/context.h"
#include "text/style.h"

namespace handbill::document {

/// The table, and a key of it in bytes.
inline constexpr std::string_view kAbbreviations = "abbreviations";
inline constexpr std::size_t kLongestAbbreviation = 100;

class Abbreviations {
 public:
  /// Reports what the table has and is no abbreviation. `context` must outlive this.
  explicit Abbreviations(const Context& context);

  /// Makes each abbreviation of a finished paragraph a part of it. They are whole words, as they
  /// are written, in a language of the document; of several that begin at one place, the longest.
  void mark(text::Paragraph& paragraph);

  /// Those that some paragraph has.
  void add_used(content::Printed& printed) const;

 private:
  struct Known {
    const spec::Value* value = nullptr;
    std::string words{};
    bool is_used = false;
  };
  struct Found {
    std::size_t begin = 0, end = 0;  ///< bytes of the run
    Known* known = nullptr;
  };
  struct OfLanguage {
    std::string language;
    std::map<std::string, Known, std::less<>> known{};
    std::set<std::size_t, std::greater<>> sizes{};  ///< of their keys
  };
  void read(const std::string& path, const std::string& language, const Context& context);
  static void add(const spec::Entry& entry, OfLanguage& to, const Context& context);
  std::vector<Found> find(const text::Paragraph& paragraph, std::size_t index);
  static std::optional<std::pair<std::size_t, Known*>> longest_at(OfLanguage& of,
                                                                  std::string_view text,
                                                                  std::size_t at,
                                                                  std::optional<char32_t> behind);
  static void part(const text::Run& run, const std::vector<Found>& found,
                   text::Paragraph& paragraph, std::vector<text::Inline>& into);

  std::vector<OfLanguage> languages_{};
};

}  // namespace handbill::document
