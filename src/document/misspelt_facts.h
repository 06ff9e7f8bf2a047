// SPDX-License-Identifier: MIT
// Facts that are missing because the content tells them under a misspelt name.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "content/content.h"
#include "diag/diagnostic.h"

namespace handbill::document {

/// Paths that a layout asks for.
using AskedFacts = std::set<std::string, std::less<>>;

/// What is to be said in place of a fact-missing: that a name of the content is misspelt, which
/// nobody asks for and which is nearly the one that is missing. One message, however often the fact
/// is asked for. Nothing: there is no such name, or `missing` is about something else.
std::optional<diag::Diagnostic> misspelt_fact(const diag::Diagnostic& missing,
                                              const AskedFacts& asked,
                                              const content::Content& content);

/// The top-level table that nobody wrote, if `missing` is about what would stand in it.
std::optional<std::string> missing_table(const diag::Diagnostic& missing,
                                         const content::Content& content);
/// What is said, once, of all that would stand in it: at the file where it belongs, if that is
/// known.
diag::Diagnostic without_table(const diag::Diagnostic& missing, const std::string& table,
                               const content::Content& content);

/// What is said, once, of a key that its table in the content has not, and that is no slip of the
/// layout for one it has: at the heading of the table, for it is written there. Nothing: `missing`
/// is about something else.
std::optional<diag::Diagnostic> without_key(const diag::Diagnostic& missing,
                                            const content::Content& content);

/// Reports lists beside those that are asked for, under nearly the same name and with the same
/// keys: `[[aftercare.donts]]` beside `[[aftercare.dont]]`.
void check_misspelt_lists(const AskedFacts& asked, const content::Content& content,
                          diag::Diagnostics& diags);

}  // namespace handbill::document
