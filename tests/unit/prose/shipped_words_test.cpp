// SPDX-License-Identifier: MIT
// What comes with the program passes the packs it is made for, in all languages.
#include <algorithm>
#include <catch2/catch.hpp>

#include "diag/render.h"
#include "prose/score.h"
#include "support/resolved_case.h"
#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

struct Shipped {
  const char* layout;
  std::vector<const char*> packs;
};

const Shipped kShipped[] = {
    {"aftercare-sheet",
     {"aftercare", "claims", "plain-language", "shell", "clear-communication-index", "pemat-p"}},
    {"treatment-brochure",
     {"treatment", "claims", "plain-language", "shell", "clear-communication-index", "pemat-p"}},
    {"hours-placard", {"claims", "plain-language"}},
};

}  // namespace

TEST_CASE("the documents that come pass their packs, and what people must answer stays open") {
  const diag::DiskFiles files{{test::source_folder()}};
  for (const Shipped& each : kShipped) {
    for (const char* language : {"ar", "en", "es", "zh"}) {
      const test::Resolved made(files, std::string("layouts/") + each.layout + ".toml", language);
      REQUIRE(made.document);
      const Reading reading =
          read(std::string(each.layout) + "." + language, words::from_document(*made.document));
      const Context nothing;
      for (const char* pack : each.packs) {
        const auto rules = rules_of_pack(pack);
        const auto found = judge_words(rules, {reading, nothing});
        INFO(each.layout << "." << language << " " << pack << "\n"
                         << diag::render(found, made.sources, diag::Paint::Plain));
        CHECK(found.list().empty());
        for (const Score& score : scores_of(listed(rules), {reading, nothing})) {
          CHECK(score.missed == 0);
          CHECK(score.items() > 0);
        }
      }
    }
  }
}

}  // namespace handbill::prose
