// SPDX-License-Identifier: MIT
// Facts the clinic must still supply: `phone = { blank = "the phone number", width = "2 in" }`.
#pragma once

#include "base/length.h"
#include "content/fact_types.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

/// A table with the key `blank`.
bool is_blank(const spec::Value& value);

/// A table that seems to be meant as a blank: `{ blnk = "the phone number" }`. Where it should say
/// `blank`; null: it is something else. To be asked of what is printed as a text.
const spec::Entry* misspelt_blank(const spec::Value& value);
/// Says so of the fact at `path`.
void report_misspelt_blank(const spec::Entry& misspelt, const std::string& path,
                           diag::Diagnostics& diags);

/// How long the line to write on is: `width`, or 2 in when it is not written or can't be read.
Length blank_width(const spec::Value& blank);

/// Reports what is wrong with the table, and a fact that was written in place of the words about
/// it: `phone = { blank = "301 654 2000" }` prints a line to write on.
void check_blank(const spec::Value& blank, const std::string& path, const FactTypes& types,
                 diag::Diagnostics& diags);

/// Warns that the fact at `path` is blank, unless check_blank had something to say of its words.
void report_blank(const spec::Value& blank, const std::string& path, const FactTypes& types,
                  diag::Diagnostics& diags);

}  // namespace handbill::content
