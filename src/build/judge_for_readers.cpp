// SPDX-License-Identifier: MIT
#include "build/judge_for_readers.h"

#include <algorithm>

#include "build/read_pack.h"
#include "document/edition.h"
#include "prose/judge_words.h"
#include "spec/known_names.h"

namespace handbill::build {

namespace {

bool has_pack(const std::string& name, const Run& run) {
  const auto names = spec::names_in(run.files, "layouts/rules");
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

spec::Text readers_pack(const spec::LayoutSpec& layout) {
  return layout.readers.value_or(spec::Text{"readers"});
}

diag::Diagnostics judge_for_readers(const Compiled& compiled, Run& run) {
  diag::Diagnostics diags;
  if (!compiled.words || !compiled.is_placed) return diags;
  const spec::Text name = readers_pack(*compiled.layout);
  // A program without its data lends none.
  if (!compiled.layout->readers && !has_pack(name.value, run)) return diags;
  ReadPack* const pack = find_pack(name.value, name.span, run, diags);
  if (pack == nullptr) return diags;
  const prose::Reading reading = prose::read("", *compiled.words);
  prose::Context context;
  context.content = &*compiled.content;
  context.is_for_voices = document::is_for_voices(compiled.document->edition);
  const auto languages = prose::languages_of(*compiled.words);
  diag::Diagnostics found;
  std::vector<rules::KnownRule> judged;
  for (std::size_t i = 0; i < pack->rules.size(); ++i) {
    const prose::WordRule* const rule = pack->rules.find(i, languages, diags);
    if (rule == nullptr) continue;
    judged.push_back({rule->id, std::string(rule->check->name)});
    found.add_all(prose::judge_words(*rule, {reading, context}));
  }
  diags.add_all(waived(compiled, {compiled.document->metadata.date}, judged, run.sources, found));
  return diags;
}

}  // namespace handbill::build
