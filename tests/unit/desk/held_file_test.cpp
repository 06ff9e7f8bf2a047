// SPDX-License-Identifier: MIT
#include "desk/held_file.h"

#include <catch2/catch.hpp>

namespace handbill::desk {
namespace {

const std::string kText =
    "# ours\n"
    "[clinic]\n"
    "name  = \"A Clinic\"   # as it is registered\n"
    "phone = { blank = \"the phone number\" }\n"
    "fax   = \"301-555-0100\"\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

HeldFile changed_phone(const std::string& to = "301-555-0142") {
  HeldFile file("content/en/clinic.toml", kText);
  CHECK(file.add(step_of({"clinic.phone", Change::To::Text, to})));
  return file;
}

}  // namespace

TEST_CASE("of a value the last change counts, and all else stays as it is") {
  HeldFile file = changed_phone("3");
  CHECK(file.add(step_of({"clinic.phone", Change::To::Text, "301-555-0142"})));
  CHECK(file.steps().size() == 1);
  CHECK(file.bytes() == replaced(kText, "{ blank = \"the phone number\" }", "\"301-555-0142\""));
  CHECK(file.is_changed());
  file.go_back({});
  CHECK_FALSE(file.is_changed());
  CHECK_FALSE(file.add(step_of({"clinic.name.more", Change::To::Text, "x"})));
}

TEST_CASE("a value that is set after places have moved is set where it is then") {
  HeldFile file("content/en/list.toml", "list = [\"one\", \"two\"]\n");
  const auto before_the_first = [](const std::string& text) -> std::optional<std::string> {
    const std::size_t at = text.find('[');
    if (at == text.npos) return std::nullopt;
    return std::string(text).insert(at + 1, "\"new\", ");
  };
  CHECK(file.add(step_of({"list.0", Change::To::Text, "1"})));
  CHECK(file.add({"list", before_the_first}));
  CHECK(file.add(step_of({"list.0", Change::To::Text, "0"})));
  CHECK(file.bytes() == "list = [\"0\", \"1\", \"two\"]\n");
  CHECK(file.steps().size() == 3);
  CHECK_FALSE(file.meet("list = [\"one\", \"two\"]\n# theirs\n"));
  CHECK(file.bytes() == "list = [\"0\", \"1\", \"two\"]\n# theirs\n");
  CHECK(file.meet("list = [\"three\"]\n"));
}

TEST_CASE("a file that is not there yet is made, and a change of no value needs no TOML") {
  HeldFile file("content/words.txt", std::nullopt);
  CHECK_FALSE(file.is_changed());
  const auto word = [](const std::string& text) { return std::optional(text + "microneedling\n"); };
  CHECK(file.add({"", word}));
  CHECK(file.is_changed());
  CHECK_FALSE(file.meet("[retinoid\n"));
  CHECK(file.bytes() == "[retinoid\nmicroneedling\n");
  file.go_back({});
  CHECK_FALSE(file.is_changed());
}

TEST_CASE("others' changes of other values are taken in") {
  HeldFile file = changed_phone();
  const std::string theirs = replaced(kText, "A Clinic", "Another") + "# theirs\n";
  CHECK_FALSE(file.meet(theirs));
  CHECK(file.base() == theirs);
  CHECK(file.bytes() == replaced(theirs, "{ blank = \"the phone number\" }", "\"301-555-0142\""));
  // Going back takes ours away and leaves theirs.
  file.go_back({});
  CHECK(file.bytes() == theirs);
}

TEST_CASE("the same change by both is none to decide on") {
  HeldFile file = changed_phone();
  CHECK_FALSE(file.meet(replaced(kText, "{ blank = \"the phone number\" }", "\"301-555-0142\"")));
  CHECK_FALSE(file.is_changed());
}

TEST_CASE("a value that both have changed is decided on") {
  const std::string theirs =
      replaced(replaced(kText, "{ blank = \"the phone number\" }", "\"301-555-0199\""),
               "301-555-0100", "301-555-0101");
  HeldFile file = changed_phone();
  CHECK(file.add(step_of({"clinic.name", Change::To::Text, "Our Clinic"})));
  const std::string before = file.bytes();
  const auto conflict = file.meet(theirs);
  REQUIRE(conflict);
  CHECK(conflict->why == Conflict::Why::Values);
  REQUIRE(conflict->values.size() == 1);
  CHECK(conflict->values[0].path == "clinic.phone");
  CHECK(conflict->values[0].before.empty());
  CHECK(conflict->values[0].mine == "301-555-0142");
  CHECK(conflict->values[0].theirs == "301-555-0199");
  CHECK(file.bytes() == before);

  SECTION("mine") {
    file.decide("clinic.phone", Keep::Mine, theirs);
    CHECK_FALSE(file.meet(theirs));
    CHECK(file.bytes() ==
          replaced(replaced(theirs, "301-555-0199", "301-555-0142"), "A Clinic", "Our Clinic"));
  }
  SECTION("theirs") {
    file.decide("clinic.phone", Keep::Theirs, theirs);
    CHECK_FALSE(file.meet(theirs));
    CHECK(file.bytes() == replaced(theirs, "A Clinic", "Our Clinic"));
  }
  SECTION("mine, but they have changed it once more") {
    file.decide("clinic.phone", Keep::Mine, theirs);
    CHECK(file.meet(replaced(theirs, "301-555-0199", "301-555-0198")));
  }
}

TEST_CASE("a file that is gone, or can't be read, is decided on as a whole") {
  HeldFile file = changed_phone();
  REQUIRE(file.meet(std::nullopt));
  CHECK(file.meet(std::nullopt)->why == Conflict::Why::Gone);
  CHECK(file.meet("[clinic")->why == Conflict::Why::Unreadable);
  // What ours stands in is no table any more.
  CHECK(file.meet("clinic = 7\n"));
  file.insist(std::nullopt);
  CHECK_FALSE(file.meet(std::nullopt));
  CHECK(file.is_changed());
}

}  // namespace handbill::desk
