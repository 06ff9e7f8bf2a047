// SPDX-License-Identifier: MIT
// The facts and prose of a document: checked, and ready to be put into text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/length.h"
#include "diag/diagnostic.h"
#include "spec/parse_layout.h"

namespace handbill::content {

/// A fact that is plain text: never read as Markdown.
struct Plain {
  std::string text;
};
/// Prose: a string to be read as Markdown. Points into the ContentSpec.
struct Prose {
  const spec::Value* value = nullptr;
};
/// A fact the clinic must still supply, or a line to write on by hand.
struct Blank {
  Length width;
};
using Insert = std::variant<Plain, Prose, Blank>;

/// One row of a list of facts; keys of the row come before those of the whole content.
struct Scope {
  const spec::Value* row = nullptr;  ///< a table written by the user
  std::vector<std::pair<std::string, std::string>>
      computed{};  ///< keys of a computed row (opening hours)
  diag::Span span{};
};

class Content {
 public:
  /// Checks the whole content (hours, ZIP, phone, addresses, dates, placeholder text, drafts,
  /// blanks) and reports every fault at its value. `spec` must outlive the result.
  static Content check(const spec::ContentSpec& spec, diag::Diagnostics& diags);

  /// What stands for `path`, formatted: "clinic.phone", "hours.today". Reports fact-missing with
  /// the nearest known path, or bad-interpolation for an unknown format. `scope` may be null.
  std::optional<Insert> insert(std::string_view path, std::string_view format, const Scope* scope,
                               diag::Span asked_at, diag::Diagnostics& diags) const;

  /// The rows of a list: an array of tables of the user's, or a computed list: "hours.week" (one
  /// row a day), "hours.grouped" (days with equal hours together), "hours.special".
  std::optional<std::vector<Scope>> rows(std::string_view path, diag::Span asked_at,
                                         diag::Diagnostics& diags) const;

  /// A string of the user's at that path, as Markdown prose; null: there is none.
  const spec::Value* prose(std::string_view path) const;

  bool draft() const;
  /// The latest [revision] date as "2026-11-01"; empty when there is none.
  std::string revision_date() const;
  const std::string& language() const;

  /// The text dump of the checked content: hours by day in 24-hour time, blanks, revision.
  std::string dump() const;

  ~Content();
  Content(Content&&) noexcept;

 private:
  struct Impl;
  explicit Content(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::content
