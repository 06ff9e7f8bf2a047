// SPDX-License-Identifier: MIT
#include "build/judge_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include "build/judge_for_readers.h"
#include "build/kept_file.h"
#include "build/today.h"
#include "document/edition.h"
#include "prose/score.h"
#include "words/words.h"

namespace handbill::build {
namespace {

/// What a layout is judged by that names none.
constexpr const char* kOwnPack = "words";

struct PackName {
  std::string name;
  diag::Span asked_at{};
};

/// Those of the layout, then that of its print shop.
std::vector<PackName> packs_of(const Compiled& compiled) {
  std::vector<PackName> packs;
  for (const spec::Text& each : compiled.layout->rules) packs.push_back({each.value, each.span});
  if (packs.empty()) packs.push_back({kOwnPack});
  const auto& shop = compiled.document->shop;
  if (shop && !shop->rules.empty()) packs.push_back({shop->rules});
  return packs;
}

/// It is the project's, and not as the program has it: its examples are tried.
bool is_own(const std::string& pack, const world::Project& project) {
  if (project.root == project.data) return false;
  const std::string path = "layouts/rules/" + pack + ".toml";
  const diag::FileAnswer own = diag::DiskFiles({project.root}).read(path);
  return own.bytes && own.bytes != diag::DiskFiles({project.data}).read(path).bytes;
}

diag::Diagnostics of_document(const diag::Diagnostics& found, const std::string& name) {
  diag::Diagnostics own;
  for (const diag::Diagnostic& each : found.list()) {
    if (std::ranges::find(each.documents, name) != each.documents.end()) own.add(each);
  }
  return own;
}

/// Of people who have approved it as it is now: "pemat-04" is "yes".
std::map<std::string, std::string> answers_of(const Compiled& compiled) {
  std::map<std::string, std::string> answers;
  if (!compiled.approval) return answers;
  for (const records::RoleStanding& each : compiled.approval->roles) {
    if (each.state != records::RoleStanding::State::Approved) continue;
    for (const std::string& line : compiled.approval->approval(each).answers) {
      const std::size_t equals = line.find(" = ");
      if (equals != line.npos) answers[line.substr(0, equals)] = line.substr(equals + 3);
    }
  }
  return answers;
}

}  // namespace

WordJudge::WordJudge(Run& run)
    : run_(run),
      today_(today_of(run.request, run.diags)),
      speller_(spelling::read_own_words(*run.workspace.files, run.sources, run.diags),
               spelling::usual_places(),
               [folder = run.request.cache_folder] { return recall(folder, kKeptSpellings); }) {}

ReadPack* WordJudge::pack_of(const std::string& name, diag::Span asked_at,
                             diag::Diagnostics& diags) {
  ReadPack* const pack = find_pack(name, asked_at, run_, diags);
  const bool is_tried = !tried_.insert(name).second;
  if (is_tried || pack == nullptr || !pack->written) return pack;
  if (is_own(name, run_.workspace.project)) {
    diag::Diagnostics told;  // when it was read
    prose::try_examples(prose::word_rules(*pack->written, name, told), diags);
  }
  return pack;
}

WordJudge::Rules WordJudge::rules_of(const Compiled& compiled, diag::Diagnostics& diags) {
  const std::set<std::string> languages = prose::languages_of(*compiled.words);
  Rules rules;
  std::set<std::string, std::less<>> ids;
  for (const PackName& name : packs_of(compiled)) {
    ReadPack* const read = pack_of(name.name, name.asked_at, diags);
    if (read == nullptr) continue;
    prose::RulePack& pack = read->rules;
    for (std::size_t i = 0; i < pack.size(); ++i) {
      // The one that is named first holds.
      const prose::WordCheck* const check = pack.check(i);
      if (check == nullptr || !ids.insert(pack.id(i)).second) continue;
      if (check->judge != nullptr) rules.known.push_back({pack.id(i), std::string(check->name)});
      if (const auto* rule = pack.find(i, languages, diags)) rules.list.push_back(rule);
    }
  }
  return rules;
}

diag::Diagnostics WordJudge::waived_in(const Said& said, const diag::Diagnostics& found,
                                       const std::vector<rules::KnownRule>& judged) const {
  const rules::WaiverDay day = today_ ? rules::WaiverDay{spec::iso_date(*today_), "today"}
                                      : rules::WaiverDay{said.compiled->document->metadata.date};
  return waived(*said.compiled, day, judged, run_.sources, found);
}

diag::Diagnostics WordJudge::judge(const Job& job, std::shared_ptr<const Compiled> compiled) {
  diag::Diagnostics diags;
  if (!compiled->words || !compiled->content) return diags;
  Rules rules = rules_of(*compiled, diags);
  const spec::Text readers = readers_pack(*compiled->layout);
  pack_of(readers.value, readers.span, diags);
  prose::Context context;
  context.content = &*compiled->content;
  context.today = today_;
  context.speller = &speller_;
  context.answers = answers_of(*compiled);
  context.is_for_voices = document::is_for_voices(compiled->document->edition);
  const Said& said =
      said_.emplace_back(Said{job, compiled, prose::read(job.name(run_.request), *compiled->words),
                              context, std::move(rules)});
  const prose::Judged judged{said.reading, said.context};
  diag::Diagnostics found;
  for (const auto* rule : said.rules.list) found.add_all(prose::judge_words(*rule, judged));
  diags.add_all(waived_in(said, found, said.rules.known));
  prose::tell_scores(said.rules.list, judged, diags);
  return diags;
}

std::vector<Question> WordJudge::asked() const {
  std::vector<Question> items;
  if (said_.empty()) return items;
  const Said& said = said_.back();
  prose::Context unanswered = said.context;
  unanswered.answers.clear();
  for (const auto* rule : said.rules.list) {
    if (!rule->written.item) continue;
    const auto answer = prose::answer_of(*rule, {said.reading, unanswered});
    if (answer != prose::Answer::Asked) continue;
    items.push_back({rule->id, rule->written.asks ? rule->written.asks->value : rule->id});
  }
  return items;
}

diag::Diagnostics WordJudge::compare() const {
  diag::Diagnostics diags;
  // A rule compares the documents of one language that have it.
  using Group = std::pair<const prose::WordRule*, std::vector<const Said*>>;
  std::map<std::pair<std::string, std::string>, Group> groups;
  for (const Said& said : said_) {
    for (const auto* rule : said.rules.list) {
      if (rule->check->compare == nullptr) continue;
      auto& group = groups[{said.reading.words.language, rule->id}];
      if (group.second.empty()) group.first = rule;
      group.second.push_back(&said);
    }
  }
  for (const auto& [key, group] : groups) {
    const auto& [rule, all] = group;
    std::vector<prose::Judged> judged;
    for (const Said* each : all) judged.push_back({each->reading, each->context});
    const diag::Diagnostics found = prose::compare_words(*rule, judged);
    for (const Said* each : all) {
      const diag::Diagnostics own = waived_in(*each, of_document(found, each->reading.document),
                                              {{rule->id, std::string(rule->check->name)}});
      diags.add_all(told_of(own, each->job, *each->compiled, run_));
    }
  }
  return diags;
}

diag::Diagnostics WordJudge::close() const {
  diag::Diagnostics diags;
  spelling::report_missing_languages(speller_, diags);
  if (const auto news = speller_.take_news()) {
    keep(run_.request.cache_folder, kKeptSpellings, *news);
  }
  return diags;
}

void judge_words(Run& run) {
  WordJudge judge(run);
  for (const Job& job : wanted_jobs(run)) {
    diag::Diagnostics found;
    guarded(job, run, found, [&] {
      diag::Diagnostics told;  // when the document is made
      const auto compiled = compile_job(job, run, told);
      found = told_of(judge.judge(job, compiled), job, *compiled, run);
    });
    passes(found, run);
  }
  passes(judge.compare(), run);
  passes(judge.close(), run);
}

}  // namespace handbill::build
