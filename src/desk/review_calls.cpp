// SPDX-License-Identifier: MIT
// What is to be reviewed of a document, and its approvals.
#include <algorithm>
#include <array>

#include "base/content_hash.h"
#include "base/number.h"
#include "build/approve.h"
#include "build/review.h"
#include "build/today.h"
#include "desk/calls.h"
#include "desk/compared_text.h"
#include "desk/disk_run.h"

namespace handbill::desk {
namespace {

using records::RoleStanding;

std::vector<compare::Passage> passages_of(const std::vector<std::string>& texts) {
  std::vector<compare::Passage> all;
  for (const std::string& each : texts) all.push_back({each});
  return all;
}

Json changes_between(const std::vector<std::string>& before,
                     const std::vector<std::string>& after) {
  const auto was = passages_of(before), is = passages_of(after);
  return changes_json(compare::compare_passages(was, is), was, is);
}

/// Of the words; where those are the same, of the facts.
Json changes_since(const records::Approval& last, const records::Wording& now) {
  Json words = changes_between(last.wording.words, now.words);
  return words.empty() ? changes_between(last.wording.facts, now.facts) : words;
}

/// "approved", "ended", "never", "changed", "revoked".
std::string state_of(const records::Standing& standing, const RoleStanding& role,
                     const std::optional<spec::Date>& today) {
  using enum RoleStanding::State;
  switch (role.state) {
    case Never:
      return "never";
    case Changed:
      return "changed";
    case Revoked:
      return "revoked";
    case Approved:
      break;
  }
  const auto& expires = standing.approval(role).expires;
  return today && expires && *expires < *today ? "ended" : "approved";
}

Json role_json(const records::Standing& standing, const RoleStanding& role,
               const std::optional<spec::Date>& today) {
  Json told = {{"role", role.role}, {"state", state_of(standing, role, today)}};
  if (role.approval) {
    const records::Approval& approval = standing.approval(role);
    told["date"] = spec::iso_date(approval.date);
    told["version"] = approval.version;
    if (approval.expires) told["expires"] = spec::iso_date(*approval.expires);
  }
  if (role.revocation) {
    told["revoked"] = spec::iso_date(standing.revocation(role).date);
    told["reason"] = standing.revocation(role).reason;
  }
  return told;
}

/// What keeps the document from being approved, as approve() judges it.
diag::Diagnostics against(const View& view, const Session& session) {
  using enum diag::DiagnosticId;
  build::Request final_request = session.run().request;
  final_request.final = true;
  diag::Diagnostics errors;
  const diag::Diagnostics all = build::judged(view.found, final_request);
  for (const diag::Diagnostic& each : all.list()) {
    const bool is_of_approval = each.id == DraftContent || each.id == NotApproved ||
                                each.id == ApprovalDate || each.id == LookChanged;
    if (each.severity == diag::Severity::Error && !is_of_approval) errors.add(each);
  }
  return errors;
}

/// How many pages of the last approval are kept as pictures.
std::size_t kept_pages(const records::Standing& standing, const records::Approval& last,
                       const Session& session) {
  std::size_t pages = 0;
  const auto is_kept = [&] {
    const auto name = build::look_picture_name(standing, last.version, pages);
    return session.run().workspace.files->read("records/" + name).bytes.has_value();
  };
  while (is_kept()) ++pages;
  return pages;
}

Answer review(const Call& call, Session& session) {
  const View* view = view_of(call, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  Json questions = Json::array();
  for (const build::Question& each : view->asked) {
    questions.push_back({{"item", each.item}, {"words", each.words}});
  }
  Json answer = {{"state", session.state()},
                 {"unsaved", !session.unsaved().empty()},
                 {"keeps", false},
                 {"questions", std::move(questions)},
                 {"against", errors_of(against(*view, session))},
                 {"roles", Json::array()}};
  if (!view->compiled || !view->compiled->approval) return as_json(answer);
  const records::Standing& standing = *view->compiled->approval;
  diag::Diagnostics unheard;
  const auto today = build::today_of(session.run().request, unheard);
  answer["keeps"] = standing.of->roles.has_value();
  for (const RoleStanding& each : standing.roles) {
    answer["roles"].push_back(role_json(standing, each, today));
  }
  const auto* last = records::last_approval(*standing.of, standing.document, standing.language);
  if (last != nullptr) {
    answer["last"] = {{"role", last->role},
                      {"date", spec::iso_date(last->date)},
                      {"answers", last->answers},
                      {"pages", kept_pages(standing, *last, session)},
                      {"changes", changes_since(*last, standing.wording)}};
  }
  return as_json(answer);
}

/// A page as it looked when it was approved last.
Answer approved_page(const Call& call, Session& session) {
  const View* view = view_of(call, session);
  if (view == nullptr || !view->compiled || !view->compiled->approval) {
    return refused(kMissing, "there is no such document");
  }
  const records::Standing& standing = *view->compiled->approval;
  const auto* last = records::last_approval(*standing.of, standing.document, standing.language);
  const double wanted = parse_number(call.parameter("page")).value_or(1);
  if (last == nullptr || wanted < 1 || wanted > 1000) {
    return refused(kMissing, "there is no such page");
  }
  const auto name =
      build::look_picture_name(standing, last->version, static_cast<std::size_t>(wanted) - 1);
  auto picture = session.run().workspace.files->read("records/" + name).bytes;
  constexpr std::string_view kPngHead = "\x89PNG\r\n";
  if (!picture || !picture->starts_with(kPngHead)) {
    return refused(kMissing, "there is no such page");
  }
  std::string tag = content_hash_hex(*picture);
  return {200, "image/png", std::move(*picture), std::move(tag)};
}

/// Does the work as a version, and tells what has come of it.
Answer recorded(const build::Recorded& recorded, const DiskRun& disk, const std::string& trouble,
                Session& session) {
  if (recorded.failure) return refused(kConflict, *recorded.failure);
  if (disk.run.diags.has_errors()) {
    return refused_for(disk.run.diags, "nothing was changed");
  }
  session.look_at_disk();
  return done(session, trouble);
}

/// Nothing: an answer is no word.
std::optional<std::vector<std::string>> answers_in(const Json& body) {
  std::vector<std::string> answers;
  const auto found = body.find("answers");
  if (found == body.end()) return answers;
  if (!found->is_object()) return std::nullopt;
  for (const auto& [item, word] : found->items()) {
    if (!word.is_string()) return std::nullopt;
    answers.push_back(item + "=" + word.get<std::string>());
  }
  return answers;
}

Answer approve(const Call& call, Session& session) {
  const Json body = body_of(call);
  const std::string role = text_at(body, "role");
  if (body.is_null() || role.empty()) return refused(kWrong, "an approval has a `role`");
  const auto answers = answers_in(body);
  if (!answers) return refused(kWrong, "`answers` are words by the names of questions");
  const View* view = view_of(call, body, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  if (auto unsaved = refused_unsaved(session)) return *unsaved;
  DiskRun disk(session, *view);
  const build::ApproveRequest asked{role, text_at(body, "expires"), text_at(body, "lasts"),
                                    *answers};
  build::Recorded result;
  const auto trouble = session.versions().keep_work(
      "Approve " + view->name + " as " + role, [&] { result = build::approve(asked, disk.run); });
  return recorded(result, disk, trouble.value_or(""), session);
}

Answer revoke(const Call& call, Session& session) {
  const Json body = body_of(call);
  const build::RevokeRequest asked{text_at(body, "role"), text_at(body, "reason")};
  if (asked.role.empty()) return refused(kWrong, "it is the approval of a `role` that is revoked");
  const View* view = view_of(call, body, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  if (auto unsaved = refused_unsaved(session)) return *unsaved;
  DiskRun disk(session, *view);
  build::Recorded result;
  const auto trouble = session.versions().keep_work(
      "Take the approval of " + view->name + " by " + asked.role + " back",
      [&] { result = build::revoke(asked, disk.run); });
  return recorded(result, disk, trouble.value_or(""), session);
}

}  // namespace

std::span<const Route> review_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/review", review},
      {"GET", "/api/review/page", approved_page},
      {"POST", "/api/approve", approve},
      {"POST", "/api/revoke", revoke},
  });
  return kRoutes;
}

}  // namespace handbill::desk
