// SPDX-License-Identifier: MIT
#include "content/clock_form.h"

#include <catch2/catch.hpp>

#include "content_from.h"

using namespace handbill;
using namespace handbill::content;
using namespace handbill::content::test;

namespace {

bool reads(const std::string& spans) {
  DayHours day{.state = DayHours::State::Open};
  const auto written = parse_spans(spans);
  for (const WrittenSpan& each : std::get<std::vector<WrittenSpan>>(written)) {
    day.spans.push_back(each.span());
  }
  return reads_without_half(day);
}

}  // namespace

TEST_CASE("Times of an office day read without am and pm, others do not") {
  for (const char* spans :
       {"8 am – noon, 1 – 5 pm", "6 am – 6 pm", "10:00 am – 7:00 pm", "9 am – 1 pm", "noon – 5 pm",
        "8 am – noon, 4:59 – 7 pm", "11:59 am – 11:59 pm"}) {
    INFO(spans);
    CHECK(reads(spans));
  }
  for (const char* spans :
       {"5:59 am – 1 pm", "12:01 pm – 5 pm", "1 – 5 pm", "6 – 9 pm", "8 – 11:59 am",
        "8 am – noon, 5 – 7 pm", "6 am – 6:01 pm", "noon – midnight", "8 – 10 am, 11 am – 5 pm"}) {
    INFO(spans);
    CHECK_FALSE(reads(spans));
  }
}

TEST_CASE("One time that can be misread gives am and pm back to the whole table") {
  const auto clock = [](const std::string& week) {
    const auto content = content_from("[hours]\n" + week + "wed-sun = \"closed\"\n");
    diag::Diagnostics diags;
    std::vector<std::string> times;
    const auto rows = content->content->rows("hours.lines", {}, diags);
    for (const FactRow& row : *rows) {
      times.push_back(plain(content->show("open", "clock", &row)) + "-" +
                      plain(content->show("close", "clock", &row)));
    }
    return times;
  };
  using List = std::vector<std::string>;
  CHECK(clock("mon = \"8 am – 5 pm\"\ntue = \"9 am – 1 pm\"\nlunch = { mon = \"12–1 pm\" }\n") ==
        List{"8:00-12:00", "1:00-5:00", "9:00-1:00", "-"});
  CHECK(clock("mon = \"8 am – 5 pm\"\ntue = \"5 – 8 pm\"\n") ==
        List{"8:00_am-5:00_pm", "5:00_pm-8:00_pm", "-"});
  const auto content = content_from(
      "[hours]\nmon-sun = \"8 am – 5 pm\"\n[[hours.special]]\ndate = 2026-12-24\n"
      "hours = \"8 – 11 am\"\n");
  diag::Diagnostics diags;
  CHECK(plain(content->show("open", "clock",
                            &content->content->rows("hours.special", {}, diags)->front())) ==
        "8:00_am");
  CHECK(plain(content->show("open", "clock",
                            &content->content->rows("hours.week", {}, diags)->front())) == "8:00");
}
