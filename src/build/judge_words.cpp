// SPDX-License-Identifier: MIT
#include "build/judge_words.h"

#include <algorithm>
#include <utility>

#include "build/kept_file.h"
#include "build/today.h"
#include "build/waiver_places.h"
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

/// Those that look at one document.
std::vector<rules::KnownRule> known_rules(const std::vector<prose::WordRule>& all) {
  std::vector<rules::KnownRule> known;
  for (const prose::WordRule& each : all) {
    if (each.check->judge != nullptr) known.push_back({each.id, std::string(each.check->name)});
  }
  return known;
}

diag::Diagnostics of_document(const diag::Diagnostics& found, const std::string& name) {
  diag::Diagnostics own;
  for (const diag::Diagnostic& each : found.list()) {
    if (std::ranges::find(each.documents, name) != each.documents.end()) own.add(each);
  }
  return own;
}

}  // namespace

WordJudge::WordJudge(Run& run)
    : run_(run),
      today_(today_of(run.request, run.diags)),
      speller_(spelling::read_own_words(*run.workspace.files, run.sources, run.diags),
               spelling::usual_places(),
               [folder = run.request.cache_folder] { return recall(folder, kKeptSpellings); }) {}

const WordJudge::Rules& WordJudge::read_pack(const std::string& name, diag::Span asked_at,
                                             diag::Diagnostics& diags) {
  const auto known = packs_.find(name);
  if (known != packs_.end()) return known->second;
  static const Rules kNone;
  const auto pack = spec::parse_rules(run_.files, name, asked_at, run_.sources, diags);
  if (!pack) return kNone;
  const Rules& rules = packs_.emplace(name, prose::word_rules(*pack, name, diags)).first->second;
  if (is_own(name, run_.workspace.project)) prose::try_examples(rules, diags);
  return rules;
}

const WordJudge::Rules& WordJudge::rules_of(const Compiled& compiled, diag::Diagnostics& diags) {
  const std::vector<PackName> packs = packs_of(compiled);
  std::vector<std::string> names;
  for (const PackName& each : packs) names.push_back(each.name);
  const auto [known, is_new] = rules_.try_emplace(std::move(names));
  Rules& rules = known->second;
  if (!is_new) return rules;
  for (const PackName& pack : packs) {
    for (const prose::WordRule& each : read_pack(pack.name, pack.asked_at, diags)) {
      // The one that is named first holds.
      const bool has = std::ranges::find(rules, each.id, &prose::WordRule::id) != rules.end();
      if (!has) rules.push_back(each);
    }
  }
  return rules;
}

diag::Diagnostics WordJudge::waived(const Said& said, const diag::Diagnostics& found,
                                    const std::vector<rules::KnownRule>& judged) const {
  const document::Document& document = *said.compiled->document;
  std::vector<document::Waiver> waivers;
  for (const document::Waiver& each : document.waivers) {
    const auto known = std::ranges::find(judged, each.rule, &rules::KnownRule::id);
    if (known != judged.end()) waivers.push_back(each);
  }
  if (waivers.empty()) return found;
  const rules::WaiverDay day = today_ ? rules::WaiverDay{spec::iso_date(*today_), "today"}
                                      : rules::WaiverDay{document.metadata.date};
  return rules::waive(waivers, day, {judged, {}},
                      waiver_places(*said.compiled->content, run_.sources), found);
}

diag::Diagnostics WordJudge::judge(const Job& job, std::shared_ptr<const Compiled> compiled) {
  diag::Diagnostics diags;
  if (!compiled->document || !compiled->content) return diags;
  const Rules& rules = rules_of(*compiled, diags);
  prose::Context context;
  context.content = &*compiled->content;
  context.today = today_;
  context.speller = &speller_;
  const Said& said = said_.emplace_back(Said{
      job, compiled, prose::read(job.name(run_.request), words::from_document(*compiled->document)),
      context, &rules});
  const auto found = prose::judge_words(rules, {said.reading, said.context});
  diags.add_all(waived(said, found, known_rules(rules)));
  prose::tell_scores(rules, {said.reading, said.context}, diags);
  return diags;
}

diag::Diagnostics WordJudge::compare() const {
  diag::Diagnostics diags;
  // A rule compares the documents of one language that have it.
  std::map<std::pair<std::string, std::string>, std::vector<const Said*>> groups;
  for (const Said& said : said_) {
    for (const prose::WordRule& rule : *said.rules) {
      if (rule.check->compare != nullptr) {
        groups[{said.reading.words.language, rule.id}].push_back(&said);
      }
    }
  }
  for (const auto& [key, all] : groups) {
    const auto rule = std::ranges::find(*all.front()->rules, key.second, &prose::WordRule::id);
    std::vector<prose::Judged> judged;
    for (const Said* each : all) judged.push_back({each->reading, each->context});
    const diag::Diagnostics found = prose::compare_words({*rule}, judged);
    for (const Said* each : all) {
      const diag::Diagnostics own = waived(*each, of_document(found, each->reading.document),
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
