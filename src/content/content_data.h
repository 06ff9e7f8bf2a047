// SPDX-License-Identifier: MIT
// What Content keeps: the checked facts, between check() and the questions asked of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/clinic.h"
#include "content/content.h"
#include "content/locale_text.h"
#include "content/notices.h"
#include "content/opening_hours.h"

namespace handbill::content {

/// A file nobody has approved.
struct FileState {
  diag::Diagnostic warning;  ///< at its status, or at its beginning when it says nothing
};

struct Content::Impl {
  explicit Impl(spec::ContentSpec spec) : as_read(std::move(spec)), types(as_read.facts) {}

  const spec::ContentSpec as_read;  ///< what all pointers and views here lead into
  const FactTypes types;
  Tables tables;  ///< the top-level keys of all files but [revision]
  std::map<std::string_view, diag::Span> headings;  ///< of these
  std::map<std::string_view, FileHome> homes;       ///< by subject
  LocaleText own_locale{"en", "US"};
  std::optional<LocaleText> second_locale;  ///< nothing: there is no second language
  TypedFacts typed;
  /// By path: "hours", "bakery.open", "branch.0.open".
  std::map<std::string, OpeningHours, std::less<>> hours;
  std::vector<Notice> notices;
  std::vector<FileState> unfinished;
  bool has_revision = false;
  std::optional<spec::Date> revision_date;  ///< the latest
  std::vector<std::string> approved_by;     ///< each role once
  std::optional<ApprovalFacts> approval;    ///< nothing: the document is not approved

  /// True when a file has parts, or a whole file is, that can't be read.
  bool has_gaps = false;

  /// That of what stands at `path`.
  const LocaleText& locale_of(std::string_view path) const;
  const spec::Value* find(std::string_view path) const;
  /// Those that `path` is or is a part of; null: none.
  const OpeningHours* hours_of(std::string_view path) const;
  /// Where it is said that the notice which `path` is, or is a part of, does not apply; nothing:
  /// `path` is of none such.
  std::optional<diag::Span> left_out_at(std::string_view path) const;
  /// True for a path that may lead to something that can't be read, which has been reported.
  bool may_be_lost(std::string_view path) const;
};

/// `path` in the whole content, where the row of `scope`, or the one around it, has it.
std::string path_in(const Content::Impl& impl, std::string_view path, const FactRow* scope);

/// [revision] of one file.
void read_revision(const spec::Value& table, Content::Impl& impl, diag::Diagnostics& diags);

}  // namespace handbill::content
