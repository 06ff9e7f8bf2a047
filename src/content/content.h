// SPDX-License-Identifier: MIT
// The facts and prose of a document: checked, and ready to be put into text.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/length.h"
#include "content/fact_types.h"
#include "content/notices.h"
#include "content/phone_book.h"
#include "content/printed.h"
#include "content/row_fact.h"
#include "diag/diagnostic.h"
#include "spec/parse_layout.h"

namespace handbill::content {

/// A fact that is plain text: never read as Markdown.
struct Plain {
  std::string text;
};
struct FactRow;
class Content;
/// Prose: a string to be read as Markdown. The Content it was asked of owns it, or the layout.
struct Prose {
  const spec::Value* value = nullptr;
  /// The row that its own facts are of; nothing: that of the text it is put into.
  std::optional<const FactRow*> scope{};
};
/// A fact the clinic must still supply, or a line to write on by hand.
struct Blank {
  Length width;
};
/// A fact the clinic does not have: what would tell it is not printed.
struct Absent {
  diag::Span said_at;  ///< where the content says "none"
};
using Insert = std::variant<Plain, Prose, Blank, Absent>;

/// What a part of a layout is given under a name: a text, with facts of where the part is placed.
struct Given {
  std::string_view name;
  const spec::Value* text = nullptr;
  const FactRow* scope = nullptr;
};

/// One row of a list of facts; keys of the row come before those of the whole content. Also of a
/// part of a layout, with or without a row.
struct FactRow {
  /// A table written by the user, a list, whose keys are "1", "2"…, or a plain string, whose only
  /// key is "text".
  const spec::Value* row = nullptr;
  std::vector<RowFact> computed{};  ///< of a computed row (opening hours)
  diag::Span span{};
  const spec::Value* list = nullptr;  ///< of the user's that the row is one of
  std::size_t number = 0;             ///< in its list, from 1, however it is sorted
  /// "menu.breads.0"; of a computed row its opening hours: "bakery.open".
  std::string path{};
  const FactRow* parent = nullptr;  ///< the entry whose list has it: its keys come next
  /// Of what tells of several rows, these: what `{count}` and `{sum price}` speak of.
  const std::vector<FactRow>* group = nullptr;
  std::vector<Given> given{};       ///< comes before the keys of the row
  std::vector<Given> defaults{};    ///< comes after them
  const FactRow* around = nullptr;  ///< comes last; null: the whole content does
  /// Of texts of the second language: what that has in this content comes before what the first
  /// has.
  const Content* second_of = nullptr;
  std::string_view part{};  ///< of the layout
};

/// What the user wrote in the row, or in that around it; null: nothing.
const spec::Value* value_in(const FactRow* row, std::string_view path);

/// "price" of "sum price", which asks what the rows of a group come to; nothing: it is no sum.
std::optional<std::string_view> summed_key(std::string_view path);
/// The key that counts the rows of a group.
inline constexpr std::string_view kRowCount = "count";

/// The key of a row that counts it, from 1 on.
inline constexpr std::string_view kRowNumber = "n";

/// The format of a fact that an entry of a list may lack, or have empty.
inline constexpr std::string_view kOptional = "optional";

/// Whether each file must say who has approved it, as those of a project do.
enum class Revisions { Asked, NotAsked };

/// What `{approval.…}` tells of a document that is approved.
struct ApprovalFacts {
  std::int64_t version = 0;
  spec::Date date{};
  std::optional<spec::Date> expires{};  ///< the last day; nothing: it does not
  std::vector<std::string> roles{};     ///< each once
};

struct CheckOptions {
  Revisions revisions = Revisions::Asked;
  PhoneBook* phones = nullptr;  ///< kept from document to document; null: none is
};

/// A file of the content, for what is missing in it.
struct FileHome {
  diag::Span at;  ///< its beginning
  enum class State { SaysSomething, SaysNothing } state = State::SaysSomething;
};

class Content {
 public:
  /// Checks the whole content (hours, ZIP, phone, addresses, dates, placeholder text) and reports
  /// every fault at its value. What it hands out by pointer lives as long as it does.
  static Content check(spec::ContentSpec spec, diag::Diagnostics& diags,
                       const CheckOptions& options = {});

  /// The same content, in a document that is approved.
  static Content approved(Content content, ApprovalFacts approval);

  /// All that was checked, as it was read.
  const spec::ContentSpec& as_read() const;

  /// What stands for `path`, formatted: "clinic.phone", "hours.summary". The formats stand in
  /// fact_table.h. Reports fact-missing with the nearest known path, or bad-interpolation for an
  /// unknown format, a format that does not suit the fact, or a table or list where text is wanted.
  /// `scope` may be null. Strings of a type, computed facts and dates are Plain, other strings
  /// are Prose.
  std::optional<Insert> insert(std::string_view path, std::string_view format, const FactRow* scope,
                               diag::Span asked_at, diag::Diagnostics& diags) const;

  /// The rows of a list: an array of tables or strings of the user's, or a computed list:
  /// "hours.week" (one row a day), "hours.grouped" (days with equal hours together), …: those of
  /// hours_rows.h. Reports fact-missing.
  std::optional<std::vector<FactRow>> rows(std::string_view path, diag::Span asked_at,
                                           diag::Diagnostics& diags) const;

  /// The rows of the list that an entry has under `key`. Reports fact-missing.
  std::optional<std::vector<FactRow>> entries(const FactRow& entry, std::string_view key,
                                              diag::Span asked_at, diag::Diagnostics& diags) const;

  /// Puts rows in the order of their values under the keys, the first first: numbers and dates by
  /// what they are, texts as the language sorts them, "-price" from the largest down; rows without
  /// a value come last. Rows that are alike stay as they are. Reports a key that no row has, and
  /// opening hours, which keep their order.
  void sort(std::vector<FactRow>& rows, const std::vector<spec::Text>& keys,
            diag::Diagnostics& diags) const;

  /// What the user wrote at that path, [revision] excepted; null: nothing.
  const spec::Value* written(std::string_view path) const;

  /// The top-level tables and lists, [revision] excepted, and where their names
  /// are written first.
  const std::map<std::string_view, diag::Span>& headings() const;
  /// The file in which a table that is missing would stand: one of that
  /// subject, or one that says nothing. Nothing: nobody knows.
  std::optional<FileHome> home_of(std::string_view table) const;

  /// A string of the user's at that path, as Markdown prose; null: there is none.
  const spec::Value* prose(std::string_view path) const;

  /// The fact at `path`, or the list, is printed: remembers the values it comes from, and warns of
  /// those that are blank. Where it is written; nowhere: it is computed.
  diag::Span print(std::string_view path, const FactRow* scope, Printed& printed,
                   diag::Diagnostics& diags) const;
  /// A file that is printed from, if only a word, is not approved yet.
  bool is_draft(const Printed& printed) const;
  /// Warns of each such file.
  void report_drafts(const Printed& printed, diag::Diagnostics& diags) const;

  /// Those that the law may ask for, and whether they apply. What one of them has that does not is
  /// Absent, and its lists have no rows.
  const std::vector<Notice>& notices() const;

  /// Nothing at that path is no mistake: its table is there, and the program knows no such key.
  bool may_lack(std::string_view path) const;
  /// Where the first season of these opening hours is written that has other hours than their week;
  /// nothing: there is none.
  std::optional<diag::Span> season(std::string_view hours) const;
  /// Every file of the content could be read, and all that stands in them; no heading is missing.
  bool is_whole() const;

  /// Where a fact of the user's is written; of a computed one the table it comes from. Not known:
  /// there is no such fact.
  diag::Span written_at(std::string_view path) const;

  /// What is what, under any name.
  const FactTypes& types() const;
  /// `path` in the whole content, where the row of `scope` has it.
  std::string full_path(std::string_view path, const FactRow* scope) const;

  /// The latest [revision] date as "2026-11-01"; empty when there is none.
  std::string revision_date() const;
  const std::string& language() const;
  /// The second language, whose texts and facts stand below `second`; empty: there is none.
  const std::string& second_language() const;
  /// The language that `--language` asks for: of two the second.
  const std::string& asked_language() const;
  /// The fact at `path`, or the table it would stand in, is one of the second language too.
  bool has_second(std::string_view path) const;
  /// The path of the first language for a fact that is written once for both, and for opening
  /// hours: "clinic.phone" of "second.clinic.phone". Any other path as it is.
  std::string shared_path(std::string path) const;

  /// The text dump of the checked content: hours by day in 24-hour time, blanks, revision.
  std::string dump() const;

  ~Content();
  Content(Content&&) noexcept;

  struct Impl;

 private:
  explicit Content(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::content
