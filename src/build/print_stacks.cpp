// SPDX-License-Identifier: MIT
#include "build/print_stacks.h"

#include <algorithm>
#include <utility>

#include "base/overload.h"
#include "build/project_files.h"
#include "build/shown_now.h"
#include "content/content.h"

namespace handbill::build {
namespace {

constexpr std::string_view kStandard = "standard";

PrintedAs printed_as(const records::Stack& stack) {
  return {stack.document, stack.language, stack.edition, stack.settings};
}

bool has_word(const std::vector<std::string>& list, const std::string& word) {
  return std::ranges::find(list, word) != list.end();
}

/// How a fact is told that the document may not show.
std::optional<std::string> fact_now(const content::Content& content, const std::string& path) {
  diag::Diagnostics unheard;
  const auto insert = content.insert(path, {}, nullptr, {}, unheard);
  if (!insert) return std::nullopt;
  using Told = std::optional<std::string>;
  return std::visit(
      Overload{
          [](const content::Plain& plain) -> Told { return manifest::on_one_line(plain.text); },
          [](const content::Blank&) -> Told { return std::string(); },
          [](const OneOf<content::Prose, content::Absent> auto&) -> Told { return std::nullopt; }},
      *insert);
}

/// As files are called: "hours-placard", in another language than its own "hours-placard.es".
std::string name_of_print(Job job, const Compiled& compiled, const Request& request) {
  const std::string& own = compiled.layout->own_language;
  if (job.language == (own.empty() ? "en" : own)) job.language.clear();
  return job.name(request);
}

diag::Span place_of(const records::Change& change, const content::Content& content) {
  return change.is ? content.written_at(change.key) : diag::Span{};
}

}  // namespace

records::NotedLines noted_now(const Compiled& compiled, const Run& run) {
  return records::noted(shown_of(compiled, run));
}

PrintJudge::PrintJudge(Run& run) : run_(run) {
  const auto ledger = spec::parse_printed(*run.workspace.files, run.sources, run.diags);
  if (!ledger) return;
  stacks_ = records::stacks_of(*ledger, run.diags);
  for (const records::Stack& each : *stacks_) {
    if (each.left > 0) wanted_.push_back(printed_as(each));
  }
  std::ranges::sort(wanted_);
  wanted_.erase(std::unique(wanted_.begin(), wanted_.end()), wanted_.end());
}

void PrintJudge::keep(const PrintedAs& made, const Job& job,
                      const std::shared_ptr<const Compiled>& compiled) {
  const records::NotedLines lines = noted_now(*compiled, run_);
  known_.try_emplace(made, Known{compiled, lines, records::shown_of(lines),
                                 name_of_print(job, *compiled, run_.request)});
}

void PrintJudge::see(const Job& job, const std::shared_ptr<const Compiled>& compiled) {
  if (wanted_.empty() || !compiled->document || !compiled->content) return;
  const PrintedAs made{stem(job.layout), compiled->content->language(),
                       std::string(facts_of(compiled->document->edition).name), job.settings};
  if (std::ranges::binary_search(wanted_, made)) keep(made, job, compiled);
}

bool PrintJudge::is_asked(const records::Stack& stack) const {
  const Request& request = run_.request;
  const auto is_named = [&](const std::string& layout) { return stem(layout) == stack.document; };
  const auto is_edition = [&](Edition each) { return facts_of(each).name == stack.edition; };
  return (request.layouts.empty() || std::ranges::any_of(request.layouts, is_named)) &&
         (request.languages.empty() || has_word(request.languages, "all") ||
          has_word(request.languages, stack.language)) &&
         (request.editions.empty() || std::ranges::any_of(request.editions, is_edition));
}

std::optional<Job> PrintJudge::job_of(const PrintedAs& made, std::string& why) const {
  const auto layouts = project_layouts(run_.workspace.project);
  const auto layout = std::ranges::find(layouts, made.document, stem);
  const auto edition = edition_named(made.edition);
  if (layout == layouts.end()) {
    why = "the project has no document `" + made.document + "` now";
  } else if (!has_word(project_languages(run_.workspace.project), made.language)) {
    why = "the project has no texts in `" + made.language + "` now";
  } else if (!edition) {
    why = "there is no edition `" + made.edition + "`";
  } else {
    // The PDF of a layout with two languages tells the first where none was asked for.
    const bool is_first = spec::first_of_two(run_.files, *layout) == made.language;
    Job job{*layout, is_first ? std::string() : made.language};
    if (made.edition != kStandard) job.edition = edition;
    job.settings = made.settings;
    return job;
  }
  return std::nullopt;
}

const PrintJudge::Known* PrintJudge::known_of(const PrintedAs& made, std::string& why) {
  if (const auto known = known_.find(made); known != known_.end()) return &known->second;
  if (const auto unknown = unknown_.find(made); unknown != unknown_.end()) {
    why = unknown->second;
    return nullptr;
  }
  if (const auto job = job_of(made, why)) {
    diag::Diagnostics told_elsewhere;
    guarded(*job, run_, told_elsewhere, [&] {
      const auto compiled = compile_job(*job, run_, told_elsewhere);
      if (compiled->document && compiled->content) keep(made, *job, compiled);
    });
    if (const auto known = known_.find(made); known != known_.end()) return &known->second;
    why = "`" + job->name(run_.request) + "` has errors now";
  }
  unknown_.emplace(made, why);
  return nullptr;
}

JudgedStack PrintJudge::judged(const records::Stack& stack) {
  JudgedStack result;
  result.stack = stack;
  result.name = stack.document + (stack.language == "en" ? "" : "." + stack.language);
  const PrintedAs made = printed_as(stack);
  if (!stack.shown) {
    result.why = "the ledger does not say what they show";
    return result;
  }
  const Known* known = known_of(made, result.why);
  if (known == nullptr) return result;
  result.name = known->name;
  const content::Content& content = *known->compiled->content;
  const auto [changes, is_new] = changes_.try_emplace({made, stack.shows});
  if (is_new) {
    changes->second = records::changes(*stack.shown, known->shown, [&](const std::string& path) {
      return fact_now(content, path);
    });
  }
  result.changes = changes->second;
  result.state =
      result.changes.empty() ? JudgedStack::State::Current : JudgedStack::State::Outdated;
  if (!result.changes.empty()) result.now = place_of(result.changes.front(), content);
  return result;
}

std::optional<records::NotedLines> PrintJudge::shows_now(const records::Stack& stack,
                                                         std::string& why) {
  const Known* known = known_of(printed_as(stack), why);
  return known == nullptr ? std::nullopt : std::optional(known->lines);
}

std::vector<JudgedStack> PrintJudge::judge() {
  std::vector<JudgedStack> result;
  if (!stacks_) return result;
  for (const records::Stack& each : *stacks_) {
    if (each.left > 0 && is_asked(each)) result.push_back(judged(each));
  }
  return result;
}

}  // namespace handbill::build
