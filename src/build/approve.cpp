// SPDX-License-Identifier: MIT
#include "build/approve.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "base/words.h"
#include "build/append_record.h"
#include "build/approvals.h"
#include "build/judge_words.h"
#include "build/today.h"
#include "content/date.h"
#include "diag/held_files.h"
#include "records/roles.h"
#include "spec/edit_toml.h"
#include "spec/words.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;

constexpr std::string_view kHead =
    "# Who has approved what. `handbill approve` and `handbill revoke` add entries at the end;\n"
    "# none is changed or taken out.\n";

/// What an approval is there to end, or what ends by it.
bool is_of_approval(DiagnosticId id) {
  using enum DiagnosticId;
  return id == DraftContent || id == NotApproved || id == ApprovalDate || id == LookChanged;
}

/// What `--final` would refuse.
diag::Diagnostics reasons_against(const diag::Diagnostics& found, const Request& request) {
  Request final_request = request;
  final_request.final = true;
  diag::Diagnostics errors;
  const diag::Diagnostics all = judged(found, final_request);
  for (const diag::Diagnostic& each : all.list()) {
    if (each.severity == diag::Severity::Error && !is_of_approval(each.id)) errors.add(each);
  }
  return errors;
}

/// "1 year", "6 months", "30 days" from that day on. Nothing: it says something else.
std::optional<spec::Date> day_after(const spec::Date& from, std::string_view lasts) {
  int count = 0;
  const auto [end, fault] = std::from_chars(lasts.data(), lasts.data() + lasts.size(), count);
  if (fault != std::errc() || count < 1 || count > 10000) return std::nullopt;
  std::string_view unit = lasts.substr(static_cast<std::size_t>(end - lasts.data()));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (unit == "day") return content::plus_days(from, count);
  if (unit == "week") return content::plus_days(from, 7 * count);
  if (unit != "month" && unit != "year") return std::nullopt;
  const int months = from.year * 12 + from.month - 1 + (unit == "year" ? 12 * count : count);
  spec::Date day{months / 12, months % 12 + 1, from.day};
  while (!spec::is_real_date(day)) --day.day;  // February has none of its 30th
  return day;
}

std::string listed_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& each : words) text += (text.empty() ? "`" : ", `") + each + "`";
  return text;
}

/// A document that may be approved.
struct Candidate {
  Job job;
  std::shared_ptr<const Compiled> compiled;
  std::int64_t version = 0;
  std::vector<diag::FileId> drafts{};

  const records::Standing& standing() const { return *compiled->approval; }
};

std::vector<diag::FileId> drafts_of(const Compiled& compiled) {
  diag::Diagnostics drafts;
  compiled.content->report_drafts(compiled.document->printed, drafts);
  std::vector<diag::FileId> files;
  for (const diag::Diagnostic& each : drafts.list()) {
    if (std::ranges::find(files, each.span.file) == files.end()) files.push_back(each.span.file);
  }
  return files;
}

class Approver {
 public:
  Approver(const ApproveRequest& asked, Run& run) : asked_(asked), run_(run), words_(run) {}

  Recorded approve() {
    if (!read_request()) return {};
    std::vector<Candidate> pieces;
    for (const Job& job : wanted_jobs(run_)) {
      if (auto piece = examine(job)) pieces.push_back(std::move(*piece));
    }
    passes(words_.close(), run_);
    if (run_.diags.has_errors() || pieces.empty()) return std::move(recorded_);
    edit_drafts(pieces);
    if (!run_.diags.has_errors()) record(pieces);
    return std::move(recorded_);
  }

 private:
  bool wrong_use(std::string message, std::vector<std::string> hints) {
    run_.diags.error(DiagnosticId::WrongUse, {}, std::move(message), std::move(hints));
    return false;
  }

  bool read_request() {
    const auto today = today_of(run_.request, run_.diags);
    if (!today) return false;
    today_ = *today;
    if (!asked_.expires.empty() && !asked_.lasts.empty()) {
      return wrong_use("`--expires` and `--for` both say how long it holds", {"give one of them"});
    }
    if (!asked_.expires.empty()) {
      expires_ = content::parse_date(asked_.expires);
      if (!expires_ || !content::is_real_date(*expires_)) {
        return wrong_use("`--expires " + asked_.expires + "` is no day of the calendar",
                         {"write it as 2027-11-30"});
      }
    } else if (!asked_.lasts.empty()) {
      expires_ = day_after(today_, asked_.lasts);
      if (!expires_) {
        return wrong_use("`--for " + asked_.lasts + "` is no time",
                         {"write it as \"1 year\", \"6 months\" or \"30 days\""});
      }
    }
    if (expires_ && *expires_ < today_) {
      return wrong_use("the approval would end on " + spec::iso_date(*expires_) +
                           ", before it begins, on " + spec::iso_date(today_),
                       {"give a later day"});
    }
    return true;
  }

  std::optional<Candidate> examine(const Job& job) {
    diag::Diagnostics found;
    std::optional<Candidate> piece;
    const bool is_done = guarded(job, run_, found, [&] {
      diag::Diagnostics diags;
      const auto compiled = compile_job(job, run_, diags);
      diags.add_all(words_.judge(job, compiled));
      const auto roles = spec::parse_roles(run_.files, run_.sources, diags);
      diag::Diagnostics errors = reasons_against(diags, run_.request);
      if (auto told =
              records::refusal(roles, asked_.role, records::Task::Approve, stem(job.layout))) {
        errors.add(std::move(*told));
      }
      found = told_of(errors, job, *compiled, run_);
      const auto answers = answers_for(job, found);
      if (found.has_errors() || !compiled->approval || !compiled->pages) return;
      const records::Standing& standing = *compiled->approval;
      piece = Candidate{
          job, compiled,
          records::version_of(*standing.of, standing.document, standing.language, standing.hash),
          drafts_of(*compiled)};
    });
    passes(found, run_);
    if (!is_done || !piece || is_approved_already(*piece)) return std::nullopt;
    return piece;
  }

  /// As the ledger writes them. Reports answers to what nobody asks.
  std::vector<std::string> answers_for(const Job& job, diag::Diagnostics& diags) {
    std::vector<std::string> written;
    std::vector<std::string> asked;
    for (const Question& each : words_.asked()) asked.push_back(each.item);
    for (const std::string& each : asked_.answers) {
      const std::size_t equals = each.find('=');
      const std::string item = each.substr(0, equals);
      const std::string answer = equals == each.npos ? "" : each.substr(equals + 1);
      const bool is_answer = answer == "yes" || answer == "no" || answer == "n/a";
      if (!is_answer) {
        diags.error(
            DiagnosticId::WrongUse, {}, "`--answer " + each + "` is no answer",
            {"write it as `" + (item.empty() ? "pemat-04" : item) + "=yes`, `=no` or `=n/a`"});
      } else if (std::ranges::find(asked, item) == asked.end()) {
        diags.error(DiagnosticId::WrongUse, {},
                    "nobody asks " + spec::quoted(item) + " of `" + stem(job.layout) + "`",
                    {asked.empty() ? "its rule packs ask people nothing"
                                   : "they ask " + listed_words(asked)});
      } else {
        written.push_back(item + " = " + answer);
      }
    }
    answers_ = written;
    return written;
  }

  /// The same words by the same role, for as long: there is nothing to add.
  bool is_approved_already(const Candidate& piece) {
    for (const records::RoleStanding& each : piece.standing().roles) {
      using State = records::RoleStanding::State;
      if (each.role != asked_.role || each.state != State::Approved) continue;
      const records::Approval& approval = piece.standing().approval(each);
      const bool holds =
          approval.date <= today_ && (!approval.expires || *approval.expires >= today_);
      const bool looks_same = approval.look.empty() || approval.look == piece.standing().look;
      const bool is_longer = expires_ && expires_ != approval.expires;
      const bool answers_more = !answers_.empty() && answers_ != approval.answers;
      if (!holds || !looks_same || is_longer || answers_more || !piece.drafts.empty()) return false;
      recorded_.told.push_back(name_of(piece) + " is approved already: version " +
                               std::to_string(approval.version) + ", by " + asked_.role + " on " +
                               spec::iso_date(approval.date) + "; nothing was changed");
      return true;
    }
    return false;
  }

  static std::string name_of(const Candidate& piece) {
    return piece.standing().document + " (" + piece.standing().language + ")";
  }

  /// Content files that are drafts say from now on who has approved them.
  void edit_drafts(const std::vector<Candidate>& pieces) {
    for (const Candidate& piece : pieces) {
      for (const diag::FileId file : piece.drafts) {
        const std::string& path = run_.sources.name(file);
        if (!edited_.contains(path)) edit(file, path);
      }
    }
  }

  void edit(diag::FileId file, const std::string& path) {
    const std::string_view text = run_.sources.text(file);
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    const std::string bytes = run_.files.read(path).bytes.value_or("");
    const bool has_mark = bytes.starts_with(kByteOrderMark);
    diag::Diagnostics unheard;
    const auto root = spec::read_toml(run_.sources, file, unheard);
    std::optional<std::string> changed;
    if (root && std::string_view(bytes).substr(has_mark ? kByteOrderMark.size() : 0) == text) {
      changed = with_revision({run_.sources, file, *root});
    }
    if (!changed) {
      run_.diags.error(DiagnosticId::DraftContent, {file, 0, 0},
                       "this file is a draft, and says so in a way that can't be changed safely",
                       {"write `status = \"approved\"`, `approved_by = \"" + asked_.role +
                        "\"` and `date = " + spec::iso_date(today_) +
                        "` under its `[revision]`, then approve again"});
      return;
    }
    edited_[path] = (has_mark ? std::string(kByteOrderMark) : "") + *changed;
  }

  std::optional<std::string> with_revision(const spec::TomlFile& toml) const {
    const spec::Value* date = toml.root.at_path("revision.date");
    const std::string day = spec::iso_date(today_);
    const bool is_text = date != nullptr && date->as_string() != nullptr;
    std::vector<diag::Fix> edits;
    for (auto edit : {is_text ? spec::set_text(toml, "revision.date", day)
                              : spec::set_value(toml, "revision.date", day),
                      spec::set_text(toml, "revision.status", "approved"),
                      spec::set_text(toml, "revision.approved_by", asked_.role)}) {
      if (!edit) return std::nullopt;
      edits.push_back(std::move(*edit));
    }
    return spec::edited(toml.sources.text(toml.file), std::move(edits));
  }

  records::Block entry(const Candidate& piece, const std::string& look) const {
    const records::Standing& standing = piece.standing();
    records::Block block("approval");
    block.text("document", standing.document).text("language", standing.language);
    block.text("role", asked_.role).date("date", today_);
    if (expires_) block.date("expires", *expires_);
    block.number("version", piece.version).text("hash", standing.hash);
    block.texts("words", standing.wording.words).texts("facts", standing.wording.facts);
    if (!look.empty()) block.text("look", look);
    if (!answers_.empty()) block.texts("answers", answers_);
    return block;
  }

  /// The files as they will be, to see that the words are the same then, and what pages look like.
  std::shared_ptr<const diag::FileReader> files_then(const std::vector<Candidate>& pieces) const {
    auto held = std::make_shared<diag::HeldFiles>(run_.workspace.files);
    for (const auto& [path, text] : edited_) held->hold(path, text);
    std::string ledger = run_.files.read(spec::kApprovedFile).bytes.value_or(std::string(kHead));
    if (!ledger.empty() && ledger.back() != '\n') ledger += '\n';
    for (const Candidate& piece : pieces) ledger += entry(piece, "").written();
    held->hold(spec::kApprovedFile, std::move(ledger));
    return held;
  }

  void record(const std::vector<Candidate>& pieces) {
    workspace::Workspace then(run_.workspace.project, files_then(pieces), run_.workspace.reader);
    Run trial(then, run_.request);
    std::vector<records::Block> entries;
    std::vector<OutputFile> pictures;
    for (const Candidate& piece : pieces) {
      diag::Diagnostics diags;
      const auto compiled = compile_job(piece.job, trial, diags);
      const bool is_same = compiled->approval && compiled->approval->hash == piece.standing().hash;
      if (!compiled->pages || !is_same) {
        report_trial(piece, diags, trial.sources);
        return;
      }
      entries.push_back(entry(piece, compiled->approval->look));
      for (auto& each : look_pictures(*compiled, piece.version, then, diags)) {
        pictures.push_back(std::move(each));
      }
    }
    publish(pieces, entries, pictures);
  }

  /// Its messages are about files as they are nowhere.
  void report_trial(const Candidate& piece, const diag::Diagnostics& found,
                    const diag::SourceMap& sources) {
    for (const diag::Diagnostic& each : found.list()) {
      if (each.severity != diag::Severity::Error) continue;
      const std::string place = each.span.known() ? sources.name(each.span.file) + ": " : "";
      run_.diags.error(each.id, {},
                       "once approved, `" + piece.standing().document +
                           "` would have a fault: " + place + each.message,
                       each.hints);
      return;
    }
    run_.diags.error(DiagnosticId::NotApproved, {},
                     "`" + piece.standing().document +
                         "` prints the state of its files among its words, so that they would not "
                         "be those that are approved",
                     {"take `revision.status` and `revision.approved_by` out of its texts"});
  }

  void publish(const std::vector<Candidate>& pieces, const std::vector<records::Block>& entries,
               const std::vector<OutputFile>& pictures) {
    recorded_.failure =
        append_with_content(run_.workspace.project, edited_, {spec::kApprovedFile, kHead}, entries,
                            pictures, run_.diags);
    if (recorded_.failure) {
      // Nobody has approved anything then.
      recorded_.told.clear();
      return;
    }
    for (const Candidate& piece : pieces) tell(piece);
    for (const auto& [path, text] : edited_) {
      recorded_.told.push_back(path + " was a draft, and says `approved` now");
    }
  }

  void tell(const Candidate& piece) {
    std::string line = name_of(piece) + ": version " + std::to_string(piece.version) +
                       " approved by " + asked_.role + " on " + spec::iso_date(today_);
    if (expires_) line += ", until " + spec::iso_date(*expires_);
    recorded_.told.push_back(std::move(line));
    std::string others;
    for (const records::RoleStanding& each : piece.standing().roles) {
      const bool waits =
          each.role != asked_.role && each.state != records::RoleStanding::State::Approved;
      if (waits) others += (others.empty() ? "" : ", ") + each.role;
    }
    if (!others.empty()) recorded_.told.push_back("  it still waits for: " + others);
  }

  const ApproveRequest& asked_;
  Run& run_;
  WordJudge words_;
  spec::Date today_{};
  std::optional<spec::Date> expires_{};
  std::vector<std::string> answers_{};
  std::map<std::string, std::string> edited_{};  ///< content files, by path
  Recorded recorded_{};
};

/// The folder of content that a document takes its texts from.
std::string language_of(const Job& job, Run& run) {
  if (!job.language.empty()) return job.language;
  diag::Diagnostics unheard;
  const auto layout = spec::parse_layout(run.files, job.layout, "", run.sources, unheard);
  return layout && layout->language ? layout->language->value : "en";
}

/// Something of the role's that stands: not taken back since.
bool has_approved(const records::Approvals& of, const std::string& document,
                  const std::string& language, const std::string& role) {
  auto shared = std::make_shared<const records::Approvals>(of);
  for (const records::RoleStanding& each :
       records::standing_of(shared, document, language, {}).roles) {
    using State = records::RoleStanding::State;
    if (each.role == role) return each.state == State::Approved || each.state == State::Changed;
  }
  return false;
}

}  // namespace

Recorded approve(const ApproveRequest& asked, Run& run) { return Approver(asked, run).approve(); }

Recorded revoke(const RevokeRequest& asked, Run& run) {
  Recorded recorded;
  const auto today = today_of(run.request, run.diags);
  if (asked.reason.find_first_not_of(' ') == asked.reason.npos) {
    run.diags.error(DiagnosticId::WrongUse, {}, "`--reason` is empty",
                    {"say what is wrong: --reason \"new guidance on sun\""});
  }
  const records::Approvals approvals = records::read_approvals(run.files, run.sources, run.diags);
  std::vector<records::Block> entries;
  for (const Job& job : wanted_jobs(run)) {
    if (!today || run.diags.has_errors()) return recorded;
    const std::string document = stem(job.layout), language = language_of(job, run);
    if (auto told =
            records::refusal(approvals.roles, asked.role, records::Task::Approve, document)) {
      run.diags.add(std::move(*told));
      continue;
    }
    if (!has_approved(approvals, document, language, asked.role)) {
      run.diags.error(DiagnosticId::WrongUse, {},
                      "`" + asked.role + "` has no approval of `" + document + "` (" + language +
                          ") to take back");
      continue;
    }
    records::Block block("revocation");
    block.text("document", document).text("language", language).text("role", asked.role);
    block.date("date", *today).text("reason", asked.reason);
    entries.push_back(std::move(block));
    recorded.told.push_back(document + " (" + language + "): " + asked.role +
                            " took the approval back on " + spec::iso_date(*today) +
                            "; it prints as a draft until it is approved again");
  }
  if (run.diags.has_errors() || entries.empty()) return {};
  recorded.failure =
      append_records(run.workspace.project, {spec::kApprovedFile, kHead}, entries, {}, run.diags);
  return recorded;
}

}  // namespace handbill::build
