// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "unit/desk/at_desk.h"

namespace handbill::desk {
namespace {

using test_desk::CopiedDesk;
using FactJson = nlohmann::json;

/// Null: there is no such field.
FactJson fact_at(CopiedDesk& at, const std::string& path) {
  const FactJson told = at.get("/api/fields");
  for (const FactJson& group : told["groups"]) {
    for (const FactJson& each : group["fields"]) {
      if (each["path"] == path) return each;
    }
  }
  return nullptr;
}

/// The shipped project; one of its documents has the notices too.
class NoticeDesk : public CopiedDesk {
 public:
  NoticeDesk() {
    std::ifstream in(folder / "layouts/aftercare-sheet.toml");
    std::string sheet{std::istreambuf_iterator<char>(in), {}};
    sheet.insert(sheet.find("content = [") + 11, "\"notices\", ");
    folder.write("layouts/aftercare-sheet.toml", sheet);
  }
};

/// The shipped project with a bakery whose facts have types of their own.
class BakeryDesk : public CopiedDesk {
 public:
  BakeryDesk() {
    folder.write(
        "content/en/bakery.toml",
        "[revision]\ndate = 2026-11-22\nstatus = \"draft\"\n\n[bakery]\nname = \"Bread\"\n"
        "since = 1998-05-01\nloaf = 6.5\nseats = \"12\"\n\n[[menu]]\nname = \"Roll\"\nprice "
        "= 1.25\n");
    std::ifstream in(folder / "layouts/aftercare-sheet.toml");
    std::string sheet{std::istreambuf_iterator<char>(in), {}};
    const std::size_t list = sheet.find("content = [") + 11;
    sheet.insert(list, "\"bakery\", ");
    folder.write("layouts/aftercare-sheet.toml",
                 sheet +
                     "\n[facts]\nbakery = \"organisation\"\n\"bakery.since\" = \"date\"\n"
                     "\"bakery.loaf\" = \"money USD\"\n\"bakery.seats\" = \"number\"\n"
                     "\"menu.price\" = \"money USD\"\n");
  }
};

}  // namespace

TEST_CASE("a fact tells what it is and where it is printed") {
  CopiedDesk at;
  const FactJson phone = fact_at(at, "clinic.phone");
  CHECK(phone["known"] == "clinic.phone");
  CHECK(phone["type"] == "phone");
  bool is_on_back = false;
  for (const FactJson& place : phone["places"]) {
    is_on_back =
        is_on_back || (place["document"] == "treatment-brochure" && place["panel"] == "back");
  }
  CHECK(is_on_back);
  // An address is printed as a whole.
  CHECK(fact_at(at, "clinic.address.street")["places"].size() >= 3);
  CHECK(fact_at(at, "clinic.fax")["places"].empty());
  CHECK(at.get("/api/fields")["usStates"].size() >= 50);
}

TEST_CASE("notices may apply or not, and their words are no facts") {
  NoticeDesk at;
  CHECK(fact_at(at, "notice.language.applies")["type"] == "flag");
  CHECK(fact_at(at, "notice.language.text")["type"] == "words");
  CHECK(at.post("/api/change",
                R"({"path": "notice.language.applies", "to": "plain", "text": "false"})") == 200);
  CHECK(fact_at(at, "notice.language.applies")["text"] == "false");
  CHECK(at.saved("content/en/notices.toml").find("\napplies = false\n") != std::string::npos);
}

TEST_CASE("facts of an organisation of any name have their types, in lists too") {
  BakeryDesk at;
  CHECK(fact_at(at, "bakery.phone")["known"] == "clinic.phone");
  CHECK(fact_at(at, "bakery.since")["type"] == "date");
  CHECK(fact_at(at, "bakery.since")["text"] == "1998-05-01");
  CHECK(fact_at(at, "bakery.since")["isText"] == false);
  CHECK(fact_at(at, "bakery.loaf")["form"] == "USD");
  CHECK(fact_at(at, "bakery.seats")["isText"] == true);
  CHECK(fact_at(at, "menu.0.price")["type"] == "money");
}

TEST_CASE("dates and numbers are written without quotes") {
  BakeryDesk at;
  at.open();
  CHECK(at.post("/api/change",
                R"({"path": "bakery.since", "to": "plain", "text": "1999-06-01"})") == 200);
  CHECK(at.post("/api/change", R"({"path": "bakery.loaf", "to": "plain", "text": "7.25"})") == 200);
  const std::string text = at.saved("content/en/bakery.toml");
  CHECK(text.find("since = 1999-06-01\nloaf = 7.25\n") != text.npos);
}

TEST_CASE("what is no date and no number is not written without quotes") {
  CopiedDesk at;
  for (const char* text : {"", "x", "1 ]", "2026-02-30", "01", "1.", "-", "1.2.3", "1e5", "inf",
                           "\\\"x\\\"", "1\\n[a]", "1234567890123456"}) {
    INFO(text);
    CHECK(at.post("/api/change", "{\"path\": \"clinic.fax\", \"to\": \"plain\", \"text\": \"" +
                                     std::string(text) + "\"}") == 400);
  }
}

}  // namespace handbill::desk
