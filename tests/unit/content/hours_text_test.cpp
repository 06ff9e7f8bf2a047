// SPDX-License-Identifier: MIT
// Opening hours on their way to paper: single facts and rows of tables.
#include "content/hours_text.h"

#include <catch2/catch.hpp>

#include "content_from.h"

using namespace handbill;
using namespace handbill::content;
using namespace handbill::content::test;

namespace {

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("The hours of one day are told in every language") {
  struct Case {
    const char* language;
    const char* monday;
    const char* sunday;
  };
  const std::vector<Case> cases = {
      {"en", "8:00_am–12:00_pm, 1:00–5:00_pm", "Closed"},
      {"es", "8:00_a._m.–12:00_p._m., 1:00–5:00_p._m.", "Cerrado"},
      {"zh", "上午8:00–中午12:00，下午1:00–5:00", "休息"},
      {"ar", "8:00_ص–12:00_م، 1:00–5:00_م", "مغلق"},
      {"de", "8:00_AM–12:00_PM, 1:00–5:00_PM", "Geschlossen"},
  };
  for (const Case& c : cases) {
    INFO(c.language);
    const auto content = content_from(kWeek, c.language);
    CHECK(plain(content->show("hours.monday")) == c.monday);
    CHECK(content->show("hours.sunday") == c.sunday);
  }
}
