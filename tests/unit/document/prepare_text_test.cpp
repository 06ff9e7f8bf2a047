// SPDX-License-Identifier: MIT
#include "document/prepare_text.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"

namespace handbill::document {
namespace {

std::vector<text::Inline> inlines(const std::vector<std::string>& runs,
                                  const std::string& language = "en") {
  std::vector<text::Inline> result;
  for (const std::string& run : runs) {
    text::Run made{.text = run, .style = {}};
    made.style.edit().language = language;
    result.emplace_back(std::move(made));
  }
  return result;
}

std::string text_of(const std::vector<text::Inline>& inlines) {
  std::string result;
  for (const text::Inline& each : inlines) {
    const auto* run = std::get_if<text::Run>(&each);
    result += run == nullptr ? "_" : run->text;
  }
  return result;
}

/// With "~" for a space at which no line ends and "^" for a narrow one.
std::string prepared(std::vector<text::Inline> given) {
  TextPreparer().prepare(given);
  std::string result;
  for (const char32_t c : to_utf32(text_of(given))) {
    if (c == 0x2060 && result.ends_with(' ')) {
      result.back() = '~';
    } else if (c == 0x00A0) {
      result += '~';
    } else if (c == 0x202F) {
      result += '^';
    } else {
      append_utf8(result, c);
    }
  }
  return result;
}

std::string prepared(const std::string& text, const std::string& language = "en") {
  return prepared(inlines({text}, language));
}

void stays(const std::string& text, const std::string& language = "en") {
  CHECK(prepared(text, language) == text);
}

}  // namespace

TEST_CASE("Quotes are those of the language, inside quotes the inner ones") {
  const std::string typed = "\"He said 'no' twice.\"";
  CHECK(prepared(typed) == "\u201CHe said \u2018no\u2019 twice.\u201D");
  CHECK(prepared(typed, "de") == "\u201EHe said \u201Ano\u2018 twice.\u201C");
  CHECK(prepared(typed, "de-CH") == "\u00ABHe said \u2039no\u203A twice.\u00BB");
  CHECK(prepared(typed, "es") == "\u00ABHe said \u201Cno\u201D twice.\u00BB");
  CHECK(prepared(typed, "fr") == "\u00AB~He said \u201Cno\u201D twice.~\u00BB");
  CHECK(prepared(typed, "fr-CH") == "\u00AB^He said \u2039no\u203A twice.^\u00BB");
  CHECK(prepared(typed, "sv") == "\u201DHe said \u2019no\u2019 twice.\u201D");
  CHECK(prepared(typed, "zxx") == prepared(typed));
}

TEST_CASE("Quotes open before a word and close after it") {
  CHECK(prepared("(\"a\") \"b\", \"c\"; x\u2014\"d\"") ==
        "(\u201Ca\u201D) \u201Cb\u201D, \u201Cc\u201D; x\u2014\u201Cd\u201D");
  CHECK(prepared("\"She said \"yes\" to him\"") == "\u201CShe said \u2018yes\u2019 to him\u201D");
  CHECK(prepared("\"One") == "\u201COne");
  CHECK(prepared("one\"") == "one\u201D");
  stays("a \" b ' c");
}

TEST_CASE("Marks of quotes in quotes alternate and stand apart") {
  CHECK(prepared("\"'deep'\" x") == "\u201C^\u2018deep\u2019^\u201D x");
  CHECK(prepared("x '\"deep\"'") == "x \u2018^\u201Cdeep\u201D^\u2019");
  CHECK(prepared("\"so 'he \"said\"'\"") == "\u201Cso \u2018he \u201Csaid\u201D^\u2019^\u201D");
  CHECK(prepared("\"the patients'\"") == "\u201Cthe patients\u2019^\u201D");
  CHECK(prepared("\"'tief'\"", "de") == "\u201E^\u201Atief\u2018^\u201C");
  CHECK(prepared("'\"tief\"'", "de") == "\u201A^\u201Etief\u201C^\u2018");
  CHECK(prepared("\"'profond'\"", "fr") == "\u00AB~\u201Cprofond\u201D~\u00BB");
  CHECK(prepared("'\"profond\"'", "fr") == "\u201C^\u00AB~profond~\u00BB^\u201D");
  CHECK(prepared("'\"djup\"'", "sv") == "\u2019^\u201Ddjup\u201D^\u2019");
  CHECK(prepared("'\"m\u00E9ly\"'", "hu") == "\u00BB^\u201Em\u00E9ly\u201D^\u00AB");
  CHECK(prepared("''x'' z") == "\u2018\u2018x\u2019\u2019 z");
}

TEST_CASE("Apostrophes are no quotes") {
  CHECK(prepared("don't, patients' and Anna's") == "don\u2019t, patients\u2019 and Anna\u2019s");
  CHECK(prepared("the '90s and '24, 'tis 'em") == "the \u201990s and \u201924, \u2019tis \u2019em");
  CHECK(prepared("rock 'n' roll") == "rock \u2019n\u2019 roll");
  CHECK(prepared("'s avonds", "nl") == "\u2019s avonds");
  CHECK(prepared("l'eau d'Anna", "fr") == "l\u2019eau d\u2019Anna");
  CHECK(prepared("'So', she said, 'it's done'.") ==
        "\u2018So\u2019, she said, \u2018it\u2019s done\u2019.");
}

TEST_CASE("Feet and inches get primes, an age in quotes does not") {
  CHECK(prepared("5' 10\" tall") == "5\u2032~10\u2033 tall");
  CHECK(prepared("a 3/4\" card") == "a \u00BE\u2033 card");
  CHECK(prepared("\"aged 35\"") == "\u201Caged 35\u201D");
}

TEST_CASE("A quote may start in one run and end in another") {
  CHECK(prepared(inlines({"\"", "bold", "\" and \"", "more", "\""})) ==
        "\u201Cbold\u201D and \u201Cmore\u201D");
  auto mixed = inlines({"Say \"", "ja", "\""});
  std::get<text::Run>(mixed[1]).style.edit().language = "de";
  CHECK(prepared(std::move(mixed)) == "Say \u201Cja\u201D");
  auto with_field = inlines({"\"", "\" is blank"});
  with_field.insert(with_field.begin() + 1, text::Field{Length::pt(20), {}});
  CHECK(prepared(std::move(with_field)) == "\u201C_\u201D is blank");
}

TEST_CASE("Two and three hyphens are dashes, and a line never starts with one") {
  CHECK(prepared("one -- two") == "one~\u2013 two");
  CHECK(prepared("one---two") == "one\u2014two");
  CHECK(prepared("1904--1937") == "1904\u20131937");
  CHECK(prepared("one \u2013 two \u2014 three") == "one~\u2013 two~\u2014 three");
  stays("handbill build --set x");
  stays("-----");
  stays("well-known");
}

TEST_CASE("Straight means as typed") {
  auto straight = inlines({"'a' \"b\" -- 30 mg"});
  std::get<text::Run>(straight[0]).style.edit().quotes = text::Quotes::Straight;
  CHECK(prepared(std::move(straight)) == "'a' \"b\" -- 30~mg");
}

TEST_CASE("Numbers stay with their units, signs and titles with what follows") {
  CHECK(prepared("take 30 mg (2 ml), at 5:30 pm, 20 %") == "take 30~mg (2~ml), at 5:30~pm, 20~%");
  CHECK(prepared("call 301 555 0100 now") == "call 301~555~0100 now");
  CHECK(prepared("Dr. Anna and Mrs. B. C. Smith") == "Dr.~Anna and Mrs.~B.~C.~Smith");
  CHECK(prepared("see p. 12, No. 5, \u00A7 3, (Fig. 2)") == "see p.~12, No.~5, \u00A7~3, (Fig.~2)");
  CHECK(prepared("e. g. this", "en") == "e.~g. this");
  CHECK(prepared("z. B. das, d. h. dies, 9 Uhr", "de") == "z.^B. das, d.^h. dies, 9~Uhr");
  stays("It is 5 in the morning. Here we are.");
  stays("take 4 a day");
  stays("the end. Next");
}

TEST_CASE("Words stay beside the numbers and letters that belong to them") {
  CHECK(prepared("Then I think so, and I do.") == "Then I~think so, and I~do.");
  CHECK(prepared("Smith, M.D., and Lee, Ph.D.") == "Smith,~M.D., and Lee,~Ph.D.");
  CHECK(prepared("Call (301) 555-0100 or 911 now") == "Call (301)~555-0100 or 911 now");
  CHECK(prepared("on 5 de mayo de 2026", "es") == "on 5~de~mayo de~2026");
  CHECK(prepared("5454 Wisconsin Ave, Ste 1400, Chevy Chase, MD 20815") ==
        "5454~Wisconsin~Ave, Ste~1400, Chevy Chase, MD~20815");
  CHECK(prepared("301-555-0100 301-555-0101") == "301-555-0100 301-555-0101");
}

TEST_CASE("What only looks like a number stays as it is") {
  stays("the 3rd floor and B12 shots");
  stays("A day or two. A week.");
  stays("5 in 10 people");
  stays("Take 2 tablets, 3 times");
  stays("for 30 days, 5 people");
  stays("I, for one");
  stays("(see below) 5");
  stays("at 5 pmol");
  stays("you may 5 times");
  stays("one - two - 3");
  stays("https://example.org/2026-01-05/mg");
}

TEST_CASE("French marks stand off, in Switzerland and Canada by their own rules") {
  CHECK(prepared("Quoi ? Oui! Non; voici: \u00AB ceci \u00BB", "fr") ==
        "Quoi^? Oui^! Non^; voici~: \u00AB~ceci~\u00BB");
  CHECK(prepared("Quoi ?! Il est 10:30.", "fr") == "Quoi^?! Il est 10:30.");
  CHECK(prepared("Oui! Non: \u00AB x \u00BB", "fr-CA") == "Oui! Non~: \u00AB~x~\u00BB");
  CHECK(prepared("Non : x", "fr-CH") == "Non^: x");
  stays("What ? Yes!");
}

TEST_CASE("Addresses stay as they are") {
  stays("https://example.org/it's--x?a=\"b\"");
  stays("https://example.org/a!", "fr");
  stays("o'brien@example.org");
}

TEST_CASE("Languages are told apart by their first part") {
  CHECK(is_language("de-AT", "de"));
  CHECK(is_language("de", "de"));
  CHECK_FALSE(is_language("den", "de"));
}

TEST_CASE("Hundreds of thousands of quotes take no time") {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "'\" ";
  for (int i = 0; i < 20'000; ++i) text += "1-1 a";
  text += std::string(200'000, '\'') + std::string(200'000, '-') + std::string(200'000, '1');
  auto given = inlines({text});
  TextPreparer().prepare(given);
  CHECK(!text_of(given).empty());
}

TEST_CASE("The number of a house stays with its street, as long as one sees that it is one") {
  const auto keeps = [](const std::string& text) { return prepared(text).starts_with("12~"); };
  CHECK(keeps("12 Oak St"));
  CHECK(keeps("12 Martin Luther King Blvd"));
  CHECK_FALSE(keeps("12 Old Martin Luther King Blvd"));
  CHECK_FALSE(keeps("12 oak St"));
  CHECK_FALSE(keeps("12 Oak Trees"));
}

TEST_CASE("The number of an extension stays with its word") {
  CHECK(prepared("Call 555-0100 ext. 5 now") == "Call 555-0100 ext.~5 now");
  CHECK(prepared("Call 555-0100, ext. 12 now") == "Call 555-0100, ext.~12 now");
  CHECK(prepared("Call 555-0100 extra 5") == "Call 555-0100 extra 5");
}

/// What each letter, or row of letters, of a text was made from: "“ < ", typed from byte 0 on.
std::string origins(const std::string& typed, const std::string& language = "en") {
  auto given = inlines({typed}, language);
  auto& run = std::get<text::Run>(given.front());
  run.origins.add({0,
                   text::Origin::Kind::Typed,
                   {diag::FileId{0}, 0, static_cast<std::uint32_t>(typed.size())}});
  TextPreparer().prepare(given);
  std::string result;
  const auto& list = run.origins.list();
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::size_t end = i + 1 < list.size() ? list[i + 1].begin : run.text.size();
    const std::string set = run.text.substr(list[i].begin, end - list[i].begin);
    const std::string from =
        typed.substr(list[i].span.begin, list[i].span.end - list[i].span.begin);
    const bool is_typed = list[i].kind == text::Origin::Kind::Typed;
    if (is_typed) CHECK(set == from);
    result += (result.empty() ? "" : " | ") + set + (is_typed ? "" : "<" + from);
  }
  return result;
}

TEST_CASE("What is set in the place of letters stands for those that were typed") {
  CHECK(origins("it's so") == "it | \u2019<' | s so");
  CHECK(origins("a -- b") == "a  | \u2060< | \u2013<-- |  b");
  CHECK(origins("a---b...") == "a | \u2014<--- | b | \u2026<...");
  CHECK(origins("2 1/2 in") == "2 | \u00BD< 1/2 |  in");
  CHECK(origins("1/2-inch") == "\u00BD<1/2 | -inch");
  CHECK(origins("5-10 mg") == "5 | \u2013<- | 10  | \u2060< | mg");
  CHECK(origins("oui !", "fr") == "oui | \u202F<  | !");
  CHECK(origins("\"oui\"", "fr") == "\u00AB<\" | \u00A0< | oui | \u00A0< | \u00BB<\"");
  CHECK(origins("plain words") == "plain words");
}

TEST_CASE("A fact stays one, whatever is set in it") {
  auto given = inlines({"9:00 am -- 5:00 pm"});
  auto& run = std::get<text::Run>(given.front());
  const auto fact = std::make_shared<const text::AskedFact>();
  run.origins.add({0, text::Origin::Kind::Fact, {diag::FileId{0}, 4, 12}, fact});
  TextPreparer().prepare(given);
  CHECK(run.text.size() > 20);
  REQUIRE(run.origins.list().size() == 1);
  CHECK(run.origins.list().front().fact == fact);
}

TEST_CASE("Words of no known origin have none when they are set") {
  auto given = inlines({"it's -- so"});
  TextPreparer().prepare(given);
  CHECK(std::get<text::Run>(given.front()).origins.empty());
}

}  // namespace handbill::document
