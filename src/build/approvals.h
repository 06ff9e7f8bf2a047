// SPDX-License-Identifier: MIT
// A document and its approvals: what it says, whether that has been approved as it is now, and
// what is to be said if it has not.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "build/compile.h"
#include "build/settle.h"
#include "records/approvals.h"

namespace handbill::build {

/// Of the project, read once; what is wrong with them is told. Null: there are none.
std::shared_ptr<const records::Approvals> approvals_of(const CompileInputs& in,
                                                       diag::SourceMap& sources,
                                                       diag::Diagnostics& diags);

/// What the document says to those who approve it.
records::Wording wording_of(const document::Document& document, const content::Content& content,
                            const diag::SourceMap& sources);

/// How a settled document stands to the approvals. `document` is its name: "aftercare-sheet".
records::Standing standing_of(std::shared_ptr<const records::Approvals> of, const CompileInputs& in,
                              const Settled& settled, const content::Content& content,
                              const font::FontBook& fonts, const diag::SourceMap& sources);

/// What `{approval.…}` tells of an approved document.
content::ApprovalFacts facts_of(const records::Standing& standing);

/// Something that was read asks for `{approval.…}`, or may: a second look at it costs less than to
/// lay it out once more.
bool asks_for_approval(const diag::SourceMap& sources);

/// Words that are not those that were approved.
struct WordChange {
  enum class Kind { Changed, Added, Removed, Moved } kind = Kind::Changed;
  std::string was{}, is{};  ///< a few words
  diag::Span at{};          ///< of the new ones; not known: there are none
};
/// In the order they are read; of facts only when no word changed.
std::vector<WordChange> changes_since(const records::Wording& approved,
                                      const document::Document& document,
                                      const content::Content& content,
                                      const diag::SourceMap& sources);

/// Warns of what is not approved, at the words that are others. Of a draft nothing: it says so
/// itself.
void tell_not_approved(const records::Standing& standing, const document::Document& document,
                       const content::Content& content, const diag::SourceMap& sources,
                       diag::Diagnostics& diags);

/// Roles of [revision] that the project does not list.
void check_revision_roles(const records::Approvals& approvals, const content::Content& content,
                          diag::Diagnostics& diags);

/// Before print, in a project that keeps no approvals: `status = "approved"` is all there is.
void tell_unrecorded(const std::string& name, const Compiled& compiled, diag::Diagnostics& diags);

/// Approvals that have ended, or are of a day to come.
void tell_approval_dates(const records::Standing& standing, const spec::Date& today,
                         diag::Diagnostics& diags);

}  // namespace handbill::build
