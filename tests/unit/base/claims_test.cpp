// SPDX-License-Identifier: MIT
#include "base/claims.h"

#include <catch2/catch.hpp>

using namespace handbill;

TEST_CASE("a claim is known by the name that files have for it, and by no other") {
  for (const ClaimFacts& each : kClaims) {
    CHECK(claim_named(each.name) == each.claim);
    CHECK(claim_named(each.word) == each.claim);
    CHECK(facts_of(each.claim).name == each.name);
  }
  CHECK_FALSE(claim_named("none"));
  CHECK_FALSE(claim_named("PDF/X-1a"));
  CHECK(names_of(Claims(), "none") == "none");
  CHECK(names_of(Claim::X4, "none") == "PDF/X-4");
}

TEST_CASE("a file that claims nothing may hold anything a PDF can") {
  const Claims none;
  CHECK(none.empty());
  CHECK(none.newest_pdf() == 7);
  CHECK(none.takes_transparency());
  CHECK(none.takes_layers());
  CHECK(none.takes_rgb());
  CHECK_FALSE(none.embeds_profile());
  CHECK(pdfx_version(none).empty());
}

TEST_CASE("each claim that is added takes away what it does not take, and asks for what it wants") {
  const Claims x4 = Claim::X4, both = x4 | Claim::X1a2003;
  CHECK(x4.newest_pdf() == 6);
  CHECK(x4.takes_transparency());
  CHECK(x4.embeds_profile());
  CHECK(both == Claims{Claim::X1a2003, Claim::X4});
  CHECK(both.list() == std::vector<Claim>{Claim::X1a2003, Claim::X4});
  CHECK(both.newest_pdf() == 4);
  CHECK_FALSE(both.takes_transparency());
  CHECK_FALSE(both.takes_layers());
  CHECK_FALSE(both.takes_rgb());
  CHECK(both.embeds_profile());
  CHECK(names_of(both) == "PDF/X-1a:2003, PDF/X-4");
}

TEST_CASE("of PDF/A the highest level counts, beside any PDF/X") {
  const Claims all = Claims{Claim::A2b, Claim::A2u, Claim::X4, Claim::Ua1};
  CHECK(all.pdfa() == Claim::A2u);
  CHECK(all.pdfx() == Claim::X4);
  CHECK(all.newest_pdf() == 6);
  CHECK(all.without(Claim::X4).newest_pdf() == 7);
  CHECK_FALSE(all.without(Claim::X4).is_pdfx());
  CHECK(all.asks_for_tags());
  CHECK_FALSE(all.without(Claim::Ua1).asks_for_tags());
  CHECK(names_of(all) == "PDF/X-4, PDF/A-2u, PDF/A-2b, PDF/UA-1");
}

TEST_CASE("what is said unasked stands beside PDF/X-4 and nothing, not beside what is named") {
  const Claims both{Claim::A2a, Claim::A2u, Claim::A2b, Claim::Ua1};
  CHECK(unasked_beside({}) == both);
  CHECK(unasked_beside(Claim::X4) == both);
  CHECK(unasked_beside(Claim::X1a2003).empty());
  CHECK(unasked_beside(Claim::Ua1).empty());
  CHECK(unasked_beside(Claims{Claim::X4, Claim::A2b}).empty());
}
