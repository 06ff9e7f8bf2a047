// SPDX-License-Identifier: MIT
#include "build/preflight_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown.h"
#include "base/words.h"
#include "build/judge_pdf.h"
#include "build/largest_pdf.h"
#include "build/output_set.h"
#include "build/pdf_work.h"
#include "build/run.h"
#include "build/version.h"
#include "color/profile_folders.h"
#include "diag/guarded.h"
#include "diag/json_text.h"
#include "diag/render.h"
#include "diag/render_sarif.h"
#include "diag/report_file.h"
#include "document/resolve_shop.h"
#include "document/trim_name.h"
#include "manifest/recorded_files.h"
#include "rules/judge_document.h"
#include "spec/rules_spec.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;

std::optional<Claims> wanted(const JudgeBy& judge_by, const document::Shop* shop) {
  if (judge_by.standard || shop == nullptr) return judge_by.standard;
  return shop->standard;
}

/// Tags are looked at wherever there are some, and wanted by PDF/UA-1.
preflight::Tags wanted_tags(const JudgeBy& judge_by) {
  if (!judge_by.standard) return preflight::Tags::Judge;
  return judge_by.standard->has(Claim::Ua1) ? preflight::Tags::Demand : preflight::Tags::Leave;
}

/// What no program can tell, for whoever looks at a file with good tags.
void note_for_people(diag::Diagnostics& found) {
  diag::Diagnostic note{diag::DiagnosticId::PressRule, diag::Severity::Note,
                        "whether the tags are true, people must judge"};
  note.rule = {"tags-for-people", "Matterhorn Protocol 1.1: conditions that no machine can tell"};
  note.hints = {
      "is all read in its order (09-001), and is nothing decoration that tells something (01-001)?",
      "are headings, lists, tables and notes tagged as what they are (14-001, 15-001, 16-003, "
      "19-001)?",
      "do alternate texts say what pictures show (13-001)?",
      "is text in the language it is said to be in (11-007)?",
      "does nothing speak by colour, contrast or sound alone (04-001, 05-001, 05-002)?"};
  found.add(std::move(note));
}

/// A pack that is named wins over the shop's.
std::optional<rules::RuleSet> find_rules(const PreflightRequest& request,
                                         const document::Shop* shop, const diag::FileReader& files,
                                         diag::SourceMap& sources, diag::Diagnostics& diags) {
  if (request.rules.empty()) {
    if (shop == nullptr) return std::nullopt;
    document::Sheet sheet;
    sheet.viewing_distance = request.viewing_distance;
    const auto pack = rules::pack_of(*shop, files, sources, diags);
    return pack ? rules::rules_of(*shop, *pack, sheet, diags) : std::nullopt;
  }
  const auto pack = spec::parse_rules(files, request.rules, {}, sources, diags);
  if (!pack) return std::nullopt;
  rules::SheetFacts sheet;
  sheet.viewing_distance = request.viewing_distance;
  return rules::resolve(*pack, {request.rules_class}, {}, sheet, diags);
}

/// The ticket, and over it what the command line says; the condition of the shop goes for all.
Expected find_expected(const PreflightRequest& request, const document::Shop* shop,
                       diag::Diagnostics& diags) {
  Expected expected;
  if (!request.ticket.empty()) expected = read_ticket(request.ticket, diags).value_or(Expected{});
  if (!request.trim.empty()) {
    expected.trim = document::read_measures(request.trim);
    if (!expected.trim) {
      diags.error(diag::DiagnosticId::BadLength, {}, "`" + request.trim + "` is no size of a page",
                  {"write `--trim 8.5x11in` or `--trim 210x297mm`"});
    }
  }
  if (request.pages) expected.pages = request.pages;
  if (shop != nullptr && !shop->condition.identifier.empty()) {
    expected.condition = shop->condition.identifier;
  }
  return expected;
}

/// What the files are judged by, and what has been read on the way.
struct Session {
  const PreflightRequest& request;
  manifest::RecordedFiles files;
  Preflighted& result;
  confined::Reader& reader;
  Measure measure{};
  FileIdentities inputs{};
};

/// As the options have it.
diag::Diagnostics judged(const diag::Diagnostics& found, const PreflightRequest& request) {
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    const bool is_denied = request.deny_warnings && each.severity == diag::Severity::Warning;
    if (is_denied) each.severity = diag::Severity::Error;
    result.add(std::move(each));
  }
  return result;
}

void find_measure(Session& session) {
  const PreflightRequest& request = session.request;
  diag::Diagnostics found;
  diag::guarded(found, [&] {
    document::ShopBook shops(color::profile_folders());
    std::optional<document::PrintShop> print_shop;
    if (!request.shop.empty()) {
      print_shop = shops.find(request.shop, {}, session.files, session.result.sources, found);
    }
    const document::Shop* shop = print_shop ? print_shop->shop.get() : nullptr;
    session.measure.standard = wanted(request.judge_by, shop);
    session.measure.tags = wanted_tags(request.judge_by);
    session.measure.rules = find_rules(request, shop, session.files, session.result.sources, found);
    if (session.measure.rules && shop != nullptr) {
      session.measure.rules->sheet.crop_marks = shop->marks.crop;
      session.measure.rules->sheet.registration_marks = shop->marks.registration;
    }
    session.measure.expected = find_expected(request, shop, found);
  });
  session.result.faults = judged(found, request);
  session.inputs = session.files.identities();
  if (const auto ticket = diag::identity_of(request.ticket)) session.inputs.insert(*ticket);
}

JudgedPdf judge(const std::string& path, Session& session) {
  JudgedPdf file{.name = path, .bytes = {}, .inspected = {}, .findings = {}};
  const Measure& measure = session.measure;
  diag::Diagnostics found;
  const bool whole = !session.request.annotated.empty() || !session.request.ticket.empty();
  diag::FileAnswer answer =
      whole ? diag::read_named(path, kLargestPdf) : diag::find_named(path, kLargestPdf);
  if (answer.identity) session.inputs.insert(*answer.identity);
  if (answer.state != diag::FileState::File) {
    found.add(diag::trouble_of(path, answer, "1 GiB"));
  } else {
    PdfFile pdf{.path = path, .bytes = std::move(answer.bytes).value_or("")};
    diag::guarded(found, [&] { file.inspected = judge_file(pdf, measure, session.reader, found); });
    if (file.inspected && file.inspected->tags_judged) note_for_people(found);
    file.bytes = std::move(pdf.bytes);
  }
  file.findings = judged(found, session.request);
  return file;
}

/// "PDF/X-4 and tags"
std::string judged_by(const preflight::Inspected& file) {
  const std::string standard = names_of(file.judged_by);
  if (file.tags_judged) return standard.empty() ? "tags" : standard + " and tags";
  return standard.empty() ? "no standard" : standard;
}

Json as_json(const JudgedPdf& file, const diag::SourceMap& sources) {
  Json one = {{"file", file.name}};
  if (file.inspected) {
    one["claims"] = file.inspected->claims;
    one["judged_by"] = names_of(file.inspected->judged_by, "no standard");
    one["tags_judged"] = file.inspected->tags_judged;
    one["pages"] = file.inspected->print.pages.size();
    for (const plates::Ink& ink : file.inspected->print.inks) one["inks"].push_back(ink.name);
  }
  one["findings"] = Json::parse(diag::render_json(file.findings, sources));
  return one;
}

std::optional<std::string> write_copy(const JudgedPdf& file, Session& session) {
  const std::string& path = session.request.annotated;
  if (path.empty() || !file.inspected) return std::nullopt;
  std::optional<std::string> copy;
  diag::Diagnostics failed;
  diag::guarded(failed,
                [&] { copy = ask_for_notes(session.reader, file.bytes, file.findings, failed); });
  if (copy) return publish_file(path, std::move(*copy), session.inputs, session.result.faults);
  return "can't write " + path + ": " +
         (failed.list().empty() ? "no copy" : failed.list().front().message);
}

std::optional<std::string> write_sarif(Session& session) {
  if (session.request.sarif.empty()) return std::nullopt;
  std::vector<diag::JudgedFile> judged = {{"", session.result.faults}};
  for (const JudgedPdf& file : session.result.files) judged.push_back({file.name, file.findings});
  return publish_file(session.request.sarif,
                      diag::render_sarif(judged, session.result.sources, kVersion), session.inputs,
                      session.result.faults);
}

}  // namespace

std::optional<JudgeBy> JudgeBy::named(std::string_view words) {
  if (words == "claimed") return JudgeBy{};
  if (words == "none") return JudgeBy{Claims()};
  Claims claims;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(',', at), words.size());
    const auto claim = claim_named(words.substr(at, end - at));
    if (!claim) return std::nullopt;
    claims = claims | *claim;
    at = end + 1;
  }
  return JudgeBy{claims};
}

Preflighted preflight_files(const PreflightRequest& request, diag::DiskFiles files,
                            confined::Reader& reader) {
  Preflighted result;
  Session session{
      .request = request,
      .files = manifest::RecordedFiles(std::make_shared<diag::DiskFiles>(std::move(files))),
      .result = result,
      .reader = reader};
  find_measure(session);
  if (!result.faults.has_errors()) {
    for (const std::string& path : request.files) result.files.push_back(judge(path, session));
  }
  if (!result.files.empty()) result.failure = write_copy(result.files.front(), session);
  if (!result.failure) result.failure = write_sarif(session);
  return result;
}

std::string summary_of(const JudgedPdf& file) {
  std::string line = shown_name(file.name);
  if (file.inspected) {
    line += "  " + judged_by(*file.inspected);
    if (file.inspected->claims.empty() && !file.inspected->judged_by.empty()) {
      line += " (which it does not claim)";
    }
    line += ", " + counted(file.inspected->print.pages.size(), "page");
  }
  return line + ": " + counted(file.findings.error_count(), "error") + ", " +
         counted(file.findings.warning_count(), "warning");
}

std::string json_of(const Preflighted& result) {
  Json all = Json::array();
  if (!result.faults.list().empty()) {
    all.push_back({{"findings", Json::parse(diag::render_json(result.faults, result.sources))}});
  }
  for (const JudgedPdf& file : result.files) all.push_back(as_json(file, result.sources));
  return diag::json_text(all);
}

}  // namespace handbill::build
