// SPDX-License-Identifier: MIT
// Phone numbers that an earlier run has read.
#include "content/phone_book.h"

#include <catch2/catch.hpp>

#include "support/find_text.h"

namespace handbill::test {
namespace {

using content::Phone;
using content::PhoneAnswer;
using content::PhoneBook;
using content::PhoneFault;

/// What is printed of the number; or what is in the way.
std::string shown(const PhoneAnswer& answer) {
  if (std::holds_alternative<Module>(answer)) return "no module";
  if (std::holds_alternative<PhoneFault>(answer)) return "a fault";
  const Phone& phone = std::get<Phone>(answer);
  return phone.national + " | " + phone.international + " | " + phone.uri;
}

/// A run in which the module can't be found: what it knows it has recalled.
std::string recalled(const std::string& kept, std::string_view text, std::string_view region) {
  return shown(PhoneBook({"/nowhere"}, [&] { return kept; }).read(text, region));
}

std::string kept_of(const std::vector<std::string>& numbers) {
  PhoneBook book;
  for (const std::string& number : numbers) book.read(number, "US");
  return book.take_news().value();
}

}  // namespace

TEST_CASE("a number is read once, and shown the same in the next run") {
  PhoneBook first;
  const std::vector<std::string> numbers = {"301 654 2000", "301-654-2000 ext. 12",
                                            "+44 20 7946 0958"};
  std::vector<std::string> said;
  for (const std::string& number : numbers) said.push_back(shown(first.read(number, "US")));
  CHECK(contains(said[0], "654"));
  const auto kept = first.take_news();
  REQUIRE(kept);
  CHECK_FALSE(first.take_news());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    CHECK(recalled(*kept, numbers[i], "US") == said[i]);
    CHECK(shown(first.read(numbers[i], "US")) == said[i]);
    CHECK_FALSE(contains(*kept, numbers[i]));
  }
  CHECK_FALSE(first.take_news());
}

TEST_CASE("another text, another country and a fault are read anew") {
  const std::string kept = kept_of({"301 654 2000", "123"});
  CHECK(recalled(kept, "301 654 2001", "US") == "no module");
  CHECK(recalled(kept, "301 654 2000 ", "US") == "no module");
  CHECK(recalled(kept, "301 654 2000", "CA") == "no module");
  CHECK(recalled(kept, "301 654 2000", "") == "no module");
  CHECK(recalled(kept, "123", "US") == "no module");
  CHECK_FALSE(PhoneBook().take_news());
  PhoneBook faulty;
  CHECK(shown(faulty.read("123", "US")) == "a fault");
  CHECK_FALSE(faulty.take_news());
}

TEST_CASE("the numbers of earlier runs stay, the last two hundred") {
  const std::string before = kept_of({"301 654 2000", "301 654 2001"});
  PhoneBook book(module_folders(), [&] { return before; });
  for (std::size_t i = 0; i + 1 < PhoneBook::kMost; ++i) {
    CHECK(contains(shown(book.read("301 654 3" + std::to_string(100 + i), "US")), "654"));
  }
  const std::string kept = book.take_news().value();
  CHECK(count(kept, "\n") == 1 + PhoneBook::kMost);
  CHECK(recalled(kept, "301 654 2000", "US") == "no module");
  CHECK(contains(recalled(kept, "301 654 2001", "US"), "2001"));
  CHECK(contains(recalled(kept, "301 654 3298", "US"), "3298"));
}

TEST_CASE("what was damaged is not believed") {
  const std::string number = "301 654 2000", kept = kept_of({number});
  const std::string right = recalled(kept, number, "US");
  REQUIRE(contains(right, "654"));
  for (std::size_t at = 0; at < kept.size(); ++at) {
    for (const char flip : {1, 4, 32}) {
      std::string damaged = kept;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      CHECK(recalled(damaged, number, "US") == "no module");
    }
    CHECK(recalled(kept.substr(0, at), number, "US") == "no module");
  }
  for (const char* other : {"", "\n", "not ours", "Handbill 0.0.0 phone numbers\t/\t1 2 3 4\n"}) {
    CHECK(recalled(other, number, "US") == "no module");
  }
  CHECK(recalled(kept + "more\n\t\t\t\t\n", number, "US") == right);
}

}  // namespace handbill::test
