// SPDX-License-Identifier: MIT
// What is said of a document that is not approved as it is now.
#include <algorithm>
#include <map>
#include <utility>

#include "build/approvals.h"
#include "compare/passages.h"
#include "spec/known_names.h"
#include "spec/words.h"
#include "spec/written_date.h"
#include "words/as_read.h"

namespace handbill::build {
namespace {

using compare::Change;
using compare::Piece;
using diag::DiagnosticId;
using records::RoleStanding;

/// What commands about the document say behind its name.
std::string language_option(const records::Standing& standing) {
  return standing.language == "en" ? "" : " --language " + standing.language;
}

/// Changes that are shown in one message; how many more there are is told.
constexpr std::size_t kMostShown = 4;

std::vector<compare::Passage> passages(const std::vector<std::string>& texts) {
  std::vector<compare::Passage> all;
  for (const std::string& each : texts) all.push_back({each});
  return all;
}

std::string without_end_space(std::string text) {
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

/// The word that leads to what follows, with the space behind it; empty: a sentence ended there, or
/// it is no word alone, as in scripts without spaces.
std::string last_word(const std::string& text) {
  constexpr std::size_t kLongest = 20;
  const std::string words = without_end_space(text);
  const std::size_t space = words.rfind(' ');
  const std::string word = words.substr(space == words.npos ? 0 : space + 1);
  const bool ends_sentence =
      word.empty() || std::string_view(".!?:;").find(word.back()) != std::string_view::npos;
  return ends_sentence || word.size() > kLongest ? std::string() : word + " ";
}

/// The words that changed in one paragraph, each with the word before it.
class Pieces {
 public:
  Pieces(const words::Words& words, const words::ReadText& text) : words_(words), text_(text) {}

  std::vector<WordChange> read(const std::vector<Piece>& pieces) {
    for (const Piece& each : pieces) {
      if (each.kind == Piece::Kind::Same) {
        close();
        before_ = last_word(each.text);
        at_ += each.text.size();
      } else if (each.kind == Piece::Kind::Removed) {
        was_ += each.text;
      } else {
        is_ += each.text;
        at_ += each.text.size();
      }
    }
    close();
    return std::move(changes_);
  }

 private:
  void close() {
    if (was_.empty() && is_.empty()) return;
    const std::size_t begin = at_ - is_.size();
    const std::size_t end = begin + without_end_space(is_).size();
    changes_.push_back({WordChange::Kind::Changed, without_end_space(before_ + was_),
                        without_end_space(before_ + is_),
                        words::written_at(words_, text_, begin, end)});
    was_.clear();
    is_.clear();
  }

  const words::Words& words_;
  const words::ReadText& text_;
  std::size_t at_ = 0;  ///< in the new text
  std::string before_{}, was_{}, is_{};
  std::vector<WordChange> changes_{};
};

std::vector<WordChange> word_changes(const records::Wording& approved, const words::Words& words,
                                     const std::vector<words::ReadText>& texts) {
  std::vector<std::string> now;
  for (const words::ReadText& each : texts) now.push_back(each.text);
  std::vector<WordChange> changes;
  for (const Change& each : compare::compare_passages(passages(approved.words), passages(now))) {
    if (each.kind == Change::Kind::Removed) {
      changes.push_back({WordChange::Kind::Removed, approved.words[*each.before]});
      continue;
    }
    const words::ReadText& text = texts[*each.after];
    if (!each.pieces.empty()) {
      for (WordChange& change : Pieces(words, text).read(each.pieces)) {
        changes.push_back(std::move(change));
      }
      continue;
    }
    const bool is_new = each.kind == Change::Kind::Added;
    changes.push_back({is_new ? WordChange::Kind::Added : WordChange::Kind::Moved,
                       is_new ? std::string() : text.text, text.text,
                       words::written_at(words, text, 0, text.text.size())});
  }
  return changes;
}

std::map<std::string, std::string> by_path(const std::vector<std::string>& facts) {
  constexpr std::string_view kIs = " = ";
  std::map<std::string, std::string> values;
  for (const std::string& each : facts) {
    const std::size_t at = each.find(kIs);
    if (at != each.npos) values[each.substr(0, at)] = each.substr(at + kIs.size());
  }
  return values;
}

std::vector<WordChange> fact_changes(const records::Wording& approved, const records::Wording& now,
                                     const content::Content& content) {
  const auto before = by_path(approved.facts), after = by_path(now.facts);
  std::vector<WordChange> changes;
  for (const auto& [path, value] : after) {
    const auto known = before.find(path);
    if (known != before.end() && known->second == value) continue;
    const bool is_new = known == before.end();
    changes.push_back({is_new ? WordChange::Kind::Added : WordChange::Kind::Changed,
                       is_new ? "" : path + " = " + known->second, path + " = " + value,
                       content.written_at(path)});
  }
  for (const auto& [path, value] : before) {
    if (!after.contains(path)) {
      changes.push_back({WordChange::Kind::Removed, path + " = " + value});
    }
  }
  return changes;
}

/// "`24 hours` was approved, and `24 minutes` stands here now".
std::string words_of(const WordChange& change) {
  switch (change.kind) {
    case WordChange::Kind::Changed:
      if (change.was.empty()) return spec::quoted(change.is) + " was added";
      if (change.is.empty()) return spec::quoted(change.was) + " was approved, and is gone";
      return spec::quoted(change.was) + " was approved, and " + spec::quoted(change.is) +
             " is here now";
    case WordChange::Kind::Added:
      return spec::quoted(change.is) + " is new";
    case WordChange::Kind::Removed:
      return spec::quoted(change.was) + " was approved, and is gone";
    case WordChange::Kind::Moved:
      return spec::quoted(change.is) + " stood elsewhere";
  }
  return {};
}

std::string roles_in_a_row(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += "`" + words[i] + "`";
  }
  return text;
}

class Teller {
 public:
  Teller(const records::Standing& standing, const document::Document& document,
         const content::Content& content, const diag::SourceMap& sources, diag::Diagnostics& diags)
      : standing_(standing),
        document_(document),
        content_(content),
        sources_(sources),
        diags_(diags) {}

  void tell() {
    if (standing_.roles.empty()) return tell_nobody();
    std::vector<std::string> never;
    std::map<std::size_t, std::vector<std::string>> changed;  // by the approval
    for (const RoleStanding& each : standing_.roles) {
      using enum RoleStanding::State;
      if (each.state == Never) never.push_back(each.role);
      if (each.state == Changed) changed[first_alike(each)].push_back(each.role);
      if (each.state == Revoked) tell_revoked(each);
    }
    if (!never.empty()) tell_never(never);
    for (const auto& [approval, roles] : changed) {
      tell_changed(standing_.of->approvals[approval], roles);
    }
  }

 private:
  std::string command(const std::string& role) const {
    return "`handbill approve " + standing_.document + " --role \"" + role + "\"" +
           language_option(standing_) + "`";
  }

  /// The first role's approval of the same words stands for all.
  std::size_t first_alike(const RoleStanding& role) const {
    const std::string& hash = standing_.approval(role).hash;
    for (const RoleStanding& each : standing_.roles) {
      if (each.state == RoleStanding::State::Changed && standing_.approval(each).hash == hash) {
        return *each.approval;
      }
    }
    return *role.approval;
  }

  void add(std::string message, diag::Span at, std::vector<std::string> hints,
           std::vector<diag::Label> labels = {}) {
    diags_.add({.id = DiagnosticId::NotApproved,
                .severity = diag::Severity::Warning,
                .message = std::move(message),
                .span = at,
                .labels = std::move(labels),
                .hints = std::move(hints)});
  }

  void tell_nobody() {
    const bool has_roles = standing_.of->roles.has_value();
    add(spec::quoted(standing_.document) + " is approved by nobody: no role " +
            (has_roles ? "of `content/roles.toml` " : "") + "approves it",
        {},
        {"name it in the `approves` of the role that answers for what it says, in "
         "`content/roles.toml`"});
  }

  void tell_never(const std::vector<std::string>& roles) {
    add(spec::quoted(standing_.document) + " waits for the approval of " + roles_in_a_row(roles),
        {},
        {"once it is reviewed (`handbill review " + standing_.document +
         language_option(standing_) + "` makes the sheet): " + command(roles.front())});
  }

  void tell_revoked(const RoleStanding& role) {
    const records::Revocation& revoked = standing_.revocation(role);
    add("`" + role.role + "` took the approval of " + spec::quoted(standing_.document) +
            " back on " + spec::iso_date(revoked.date) + ": " + revoked.reason,
        revoked.span, {"once what was wrong is mended: " + command(role.role)});
  }

  void tell_changed(const records::Approval& approval, const std::vector<std::string>& roles) {
    const auto changes = changes_since(approval.wording, document_, content_, sources_);
    if (changes.empty()) return;
    // What stands somewhere is told there.
    const auto first =
        std::ranges::find_if(changes, [](const WordChange& each) { return each.at.known(); });
    const WordChange& main = first == changes.end() ? changes.front() : *first;
    std::vector<diag::Label> labels;
    std::vector<std::string> hints;
    std::size_t told = 1;
    for (const WordChange& each : changes) {
      if (&each == &main || told == kMostShown) continue;
      ++told;
      if (each.at.known()) {
        labels.push_back({each.at, words_of(each)});
      } else {
        hints.push_back(words_of(each));
      }
    }
    if (changes.size() > told) {
      hints.push_back("and " + std::to_string(changes.size() - told) + " more");
    }
    hints.push_back("put the words back, or have them approved: `handbill review " +
                    standing_.document + language_option(standing_) +
                    "` sets old and new side by side, and " + command(roles.front()) +
                    " records it");
    add(spec::quoted(standing_.document) + " is not what " + roles_in_a_row(roles) +
            " approved on " + spec::iso_date(approval.date) + ": " + words_of(main),
        main.at, std::move(hints), std::move(labels));
  }

  const records::Standing& standing_;
  const document::Document& document_;
  const content::Content& content_;
  const diag::SourceMap& sources_;
  diag::Diagnostics& diags_;
};

}  // namespace

std::vector<WordChange> changes_since(const records::Wording& approved,
                                      const document::Document& document,
                                      const content::Content& content,
                                      const diag::SourceMap& sources) {
  const words::Words words = words::from_document(document);
  auto changes = word_changes(approved, words, words::as_read(words));
  if (!changes.empty()) return changes;
  return fact_changes(approved, wording_of(document, content, sources), content);
}

void tell_not_approved(const records::Standing& standing, const document::Document& document,
                       const content::Content& content, const diag::SourceMap& sources,
                       diag::Diagnostics& diags) {
  if (content.is_draft(document.printed)) return;
  Teller(standing, document, content, sources, diags).tell();
}

void check_revision_roles(const records::Approvals& approvals, const content::Content& content,
                          diag::Diagnostics& diags) {
  if (!approvals.roles) return;
  std::vector<std::string> names;
  for (const auto& each : approvals.roles->roles) names.push_back(each.name);
  for (const spec::ContentSpec::File& file : content.as_read().files) {
    const spec::Value* role = file.root.at_path("revision.approved_by");
    const std::string* name = role != nullptr ? role->as_string() : nullptr;
    if (name == nullptr || name->find_first_not_of(' ') == name->npos) continue;
    if (std::ranges::find(names, *name) != names.end()) continue;
    diags.error(DiagnosticId::UnknownRole, role->span,
                spec::quoted(*name) + " is no role of `content/roles.toml`",
                spec::hints_for(*name, names));
  }
}

void tell_unrecorded(const std::string& name, const Compiled& compiled, diag::Diagnostics& diags) {
  std::string role;
  for (const spec::ContentSpec::File& file : compiled.content->as_read().files) {
    const spec::Value* by = file.root.at_path("revision.approved_by");
    if (role.empty() && by != nullptr && by->as_string() != nullptr) role = *by->as_string();
  }
  if (role.empty() || compiled.document->draft) return;
  diags.add({.id = DiagnosticId::NotApproved,
             .severity = diag::Severity::Consider,
             .message = spec::quoted(name) +
                        " says that it is approved, and nobody has kept what was: any words may "
                        "have changed since",
             .hints = {"list who approves it in `content/roles.toml`: `[role.\"" + role +
                           "\"]` with `approves = [\"" + name + "\"]`",
                       "then `handbill approve " + name + " --role \"" + role +
                           "\"` keeps the words, and a change is told"}});
}

void tell_approval_dates(const records::Standing& standing, const spec::Date& today,
                         diag::Diagnostics& diags) {
  for (const RoleStanding& each : standing.roles) {
    if (each.state != RoleStanding::State::Approved) continue;
    const records::Approval& approval = standing.approval(each);
    const std::string whose =
        "the approval of " + spec::quoted(standing.document) + " by `" + each.role + "`";
    if (approval.date > today) {
      diags.warning(
          DiagnosticId::ApprovalDate, approval.date_span,
          whose + " is of " + spec::iso_date(approval.date) + ", which is still to come: it is " +
              spec::iso_date(today),
          {"take it back (`handbill revoke " + standing.document + language_option(standing) +
           " --role \"" + each.role + "\" --reason \"wrong date\"`), and approve it anew"});
    }
    if (approval.expires && *approval.expires < today) {
      diags.warning(
          DiagnosticId::ApprovalDate, approval.expires_span,
          whose + " ended on " + spec::iso_date(*approval.expires) + ": it is " +
              spec::iso_date(today),
          {"have it looked at again: `handbill review " + standing.document +
           language_option(standing) + "`, then `handbill approve " + standing.document +
           language_option(standing) + " --role \"" + each.role + "\" --for \"1 year\"`"});
    }
  }
}

}  // namespace handbill::build
