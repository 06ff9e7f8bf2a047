// SPDX-License-Identifier: MIT
// Any text as a content file: checked, then every fact and list asked for in every format. A
// missing answer is a diagnostic, never a crash.
#include <string>

#include "content/content.h"
#include "content/fact_table.h"
#include "diag/render.h"
#include "fuzz/support/target.h"

namespace {

using handbill::fuzz::require;
namespace content = handbill::content;
namespace diag = handbill::diag;
namespace spec = handbill::spec;

/// Whether the check of the content found errors.
enum class Before { Sound, Reported };

void ask(const content::Content& facts, std::string_view path, const content::FactRow* scope,
         Before before) {
  std::vector<std::string_view> formats = {""};
  for (const content::FormatInfo& format : content::formats()) formats.push_back(format.name);
  for (const std::string_view format : formats) {
    // A list of its own for each question: one list tells the same error once.
    diag::Diagnostics diags;
    const auto insert = facts.insert(path, format, scope, {}, diags);
    require(!insert.has_value() || !diags.has_errors());
    // What is lost or misspelt has been reported already.
    require(insert.has_value() || diags.has_errors() || before == Before::Reported);
  }
  content::Printed printed;
  diag::Diagnostics diags;
  facts.print(path, scope, printed, diags);
}

void ask_everything(const content::Content& facts, Before before) {
  for (const content::FactInfo& fact : content::known_facts())
    ask(facts, fact.name, nullptr, before);
  for (const char* list : {"hours.week", "hours.grouped", "hours.special", "any.list"}) {
    diag::Diagnostics diags;
    const auto rows = facts.rows(list, {}, diags);
    require(!rows.has_value() || !diags.has_errors());
    require(rows.has_value() || diags.has_errors() || before == Before::Reported);
    if (!rows) continue;
    for (const content::FactRow& row : *rows) {
      for (const char* key : {"day", "open", "morning_close", "times", "date", "text", "note"}) {
        ask(facts, key, &row, before);
      }
    }
  }
  facts.prose("any.text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 14;
  const auto input = handbill::fuzz::as_text(data, size, kMaxSize);
  if (!input) return 0;
  const std::string& text = *input;
  const diag::MemoryFiles files(
      {{"layouts/any.toml", "title = \"Any\"\ncontent = [\"any\"]\n[sheet]\ntrim = \"letter\"\n"},
       {"content/en/any.toml", text}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto layout = spec::parse_layout(files, "layouts/any.toml", "", sources, diags);
  require(layout.has_value());
  auto written = spec::parse_content(files, *layout, {}, sources, diags);
  // No module for phone numbers: it is a library of its own and slow under sanitizers.
  content::PhoneBook phones(std::vector<std::string>{});
  const auto facts = content::Content::check(std::move(written), diags, {.phones = &phones});
  ask_everything(facts, diags.has_errors() ? Before::Reported : Before::Sound);
  require(!facts.dump().empty());
  diag::render(diags, sources, diag::Paint::Plain);
  return 0;
}
