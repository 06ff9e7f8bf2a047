// SPDX-License-Identifier: MIT
#include "records/approvals.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "diag/read_text.h"
#include "manifest/sha256.h"
#include "records/roles.h"
#include "records/written_approvals.h"
#include "spec/words.h"
#include "spec/written_date.h"

namespace handbill::records {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;

std::vector<std::string> values_of(const std::vector<spec::Text>& texts) {
  std::vector<std::string> values;
  for (const spec::Text& each : texts) values.push_back(each.value);
  return values;
}

/// What a key has that is missing, which has been reported.
bool is_complete(const spec::ApprovalSpec& entry) {
  return entry.document && entry.language && entry.role && entry.date && entry.version &&
         entry.hash;
}

bool is_complete(const spec::RevocationSpec& entry) {
  return entry.document && entry.language && entry.role && entry.date && entry.reason;
}

Approval approval_of(const spec::ApprovalSpec& entry) {
  Approval approval{entry.document->value, entry.language->value, entry.role->value};
  approval.date = entry.date->value;
  if (entry.expires) approval.expires = entry.expires->value;
  approval.version = entry.version->value;
  approval.hash = entry.hash->value;
  approval.wording = {values_of(entry.words), values_of(entry.facts)};
  if (entry.look) approval.look = entry.look->value;
  approval.answers = values_of(entry.answers);
  approval.span = entry.span;
  approval.date_span = entry.date->span;
  approval.expires_span = entry.expires ? entry.expires->span : diag::Span{};
  return approval;
}

/// It says what it said when it was made.
bool has_its_words(const Approval& approval, const spec::ApprovalSpec& entry, Diagnostics& diags) {
  if (hash_of(approval.wording) == approval.hash) return true;
  diags.error(DiagnosticId::RecordFaulty, entry.hash->span,
              "this entry has been changed by hand: its `hash` is not that of its words and facts",
              {"put it back as it was (git has it), or take it out and approve the document anew"});
  return false;
}

bool ends_after_its_day(const Approval& approval, Diagnostics& diags) {
  if (!approval.expires || *approval.expires >= approval.date) return true;
  diags.error(DiagnosticId::RecordFaulty, approval.expires_span,
              "this approval ends on " + spec::iso_date(*approval.expires) +
                  ", before its own day, " + spec::iso_date(approval.date),
              {"take the entry out, and approve the document anew"});
  return false;
}

bool is_known(const Approvals& of, const spec::Text& role, std::string_view document,
              Diagnostics& diags) {
  const bool is_listed = of.roles && std::ranges::any_of(of.roles->roles, [&](const auto& each) {
                           return each.name == role.value;
                         });
  if (is_listed) return true;
  auto told = refusal(of.roles, role.value, Task::Approve, document);
  if (!told) return true;
  told->span = role.span;
  if (of.roles) {
    told->hints.push_back("a role that there is no more keeps its line, with `approves = []`");
  }
  diags.add(std::move(*told));
  return false;
}

bool is_one_document(const Approval& each, std::string_view document, std::string_view language) {
  return each.document == document && each.language == language;
}

using ValuesOfEntry = std::tuple<spec::Date, std::string, std::string, std::string, std::int64_t,
                                 std::string, std::optional<spec::Date>>;

ValuesOfEntry values_of_entry(const Approval& each) {
  return {each.date,    each.document, each.language, each.role,
          each.version, each.hash,     each.expires};
}

struct Ledger {
  spec::ApprovedSpec spec;
  /// Each entry bears the mark of its words, so that nobody need hash these again.
  bool is_as_written = false;
};

/// Nothing, without a word: there is none.
std::optional<Ledger> read_ledger(const diag::FileReader& files, diag::SourceMap& sources,
                                  Diagnostics& diags) {
  if (files.read(spec::kApprovedFile).state == diag::FileState::File) {
    Diagnostics unheard;  // the reader of TOML tells it
    const auto file =
        diag::read_text(files, spec::kApprovedFile, {}, sources, unheard, diag::kLargestLedger);
    auto written = file ? written_approvals(sources.text(*file), *file) : std::nullopt;
    if (written) return Ledger{std::move(*written), true};
  }
  auto parsed = spec::parse_approved(files, sources, diags);
  if (!parsed) return std::nullopt;
  return Ledger{std::move(*parsed)};
}

void add_approvals(const Ledger& ledger, Approvals& into, Diagnostics& diags) {
  std::map<ValuesOfEntry, std::size_t> known;
  for (const spec::ApprovalSpec& entry : ledger.spec.approvals) {
    if (!is_complete(entry)) continue;
    Approval approval = approval_of(entry);
    const bool is_good = is_known(into, *entry.role, approval.document, diags);
    const bool is_vouched = ledger.is_as_written && approval.wording == Wording();
    const bool is_whole = is_vouched || has_its_words(approval, entry, diags);
    if (!is_whole || !ends_after_its_day(approval, diags) || !is_good) continue;
    const auto [found, is_new] = known.emplace(values_of_entry(approval), into.approvals.size());
    if (is_new) {
      into.approvals.push_back(std::move(approval));
    } else if (!is_vouched) {
      // Both sides of a merge may have it; the last of a role has the words.
      into.approvals[found->second].wording = std::move(approval.wording);
      into.approvals[found->second].answers = std::move(approval.answers);
    }
  }
  std::ranges::stable_sort(into.approvals, {}, &Approval::date);
}

void add_revocations(const spec::ApprovedSpec& ledger, Approvals& into, Diagnostics& diags) {
  for (const spec::RevocationSpec& entry : ledger.revocations) {
    if (!is_complete(entry)) continue;
    if (!is_known(into, *entry.role, entry.document->value, diags)) continue;
    into.revocations.push_back({entry.document->value, entry.language->value, entry.role->value,
                                entry.date->value, entry.reason->value, entry.span});
  }
}

/// The last that takes it back; nothing: it stands.
std::optional<std::size_t> revoked_by(const Approvals& of, const Approval& approval) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < of.revocations.size(); ++i) {
    const Revocation& each = of.revocations[i];
    const bool is_of_it =
        is_one_document(approval, each.document, each.language) && each.role == approval.role;
    const bool comes_after = each.span.begin > approval.span.begin || each.date > approval.date;
    if (is_of_it && comes_after) last = i;
  }
  return last;
}

RoleStanding role_standing(const Standing& of, std::string role) {
  RoleStanding standing{std::move(role)};
  for (std::size_t i = of.of->approvals.size(); i-- > 0;) {
    const Approval& each = of.of->approvals[i];
    if (!is_one_document(each, of.document, of.language) || each.role != standing.role) continue;
    using enum RoleStanding::State;
    standing.approval = i;
    standing.revocation = revoked_by(*of.of, each);
    standing.state = standing.revocation ? Revoked : each.hash == of.hash ? Approved : Changed;
    break;
  }
  return standing;
}

}  // namespace

std::string hash_of(const Wording& wording) {
  // No part has a control character, so that nothing runs into its neighbour.
  std::string all;
  for (const std::string& each : wording.words) all += each + '\n';
  all += '\r';
  for (const std::string& each : wording.facts) all += each + '\n';
  return manifest::sha256(all);
}

Approvals read_approvals(const diag::FileReader& files, diag::SourceMap& sources,
                         Diagnostics& diags) {
  Approvals read;
  read.roles = spec::parse_roles(files, sources, diags);
  const auto ledger = read_ledger(files, sources, diags);
  read.has_ledger = ledger.has_value();
  if (!ledger) return read;
  add_approvals(*ledger, read, diags);
  add_revocations(ledger->spec, read, diags);
  return read;
}

bool Standing::is_bound() const {
  return !roles.empty() || last_approval(*of, document, language) != nullptr;
}

bool Standing::is_approved() const {
  return !roles.empty() && std::ranges::all_of(roles, [](const RoleStanding& each) {
    return each.state == RoleStanding::State::Approved;
  });
}

Standing standing_of(std::shared_ptr<const Approvals> of, std::string document,
                     std::string language, Wording wording) {
  Standing standing{std::move(of), std::move(document), std::move(language), std::move(wording)};
  standing.hash = hash_of(standing.wording);
  for (std::string& role : approvers(*standing.of, standing.document)) {
    standing.roles.push_back(role_standing(standing, std::move(role)));
  }
  return standing;
}

std::int64_t version_of(const Approvals& of, std::string_view document, std::string_view language,
                        std::string_view hash) {
  std::int64_t highest = 0;
  for (const Approval& each : of.approvals) {
    if (!is_one_document(each, document, language)) continue;
    if (each.hash == hash) return each.version;
    highest = std::max(highest, each.version);
  }
  return highest + 1;
}

const Approval* last_approval(const Approvals& of, std::string_view document,
                              std::string_view language) {
  for (std::size_t i = of.approvals.size(); i-- > 0;) {
    if (is_one_document(of.approvals[i], document, language)) return &of.approvals[i];
  }
  return nullptr;
}

std::vector<std::string> approvers(const Approvals& of, std::string_view document) {
  std::vector<std::string> roles;
  if (!of.roles) return roles;
  for (const auto& role : of.roles->roles) {
    const bool approves = std::ranges::any_of(role.value.approves, [&](const spec::Text& each) {
      return each.value == document || each.value == spec::kAll;
    });
    if (approves) roles.push_back(role.name);
  }
  return roles;
}

}  // namespace handbill::records
