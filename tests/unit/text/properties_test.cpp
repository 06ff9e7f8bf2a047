// SPDX-License-Identifier: MIT
// What holds for any text and measure, tried on many of both.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "text/characters.h"
#include "text/line_pieces.h"
#include "text/optimum.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// Numbers that are the same with every standard library.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }

 private:
  std::mt19937 engine_;
};

std::string random_text(Dice& dice, unsigned words) {
  static constexpr auto kParts =
      std::to_array<const char*>({"a", "b", "fi", "AV", "VA", "e\u0301", "x\u00ad", "A\u00adV",
                                  "f\u00adi", "-", "\u05d0\u05d1", ",", "\u00a0", "\u200b", "1"});
  std::string text;
  for (unsigned word = 0; word < words; ++word) {
    if (word > 0) text += dice.below(20) == 0 ? "\u2028" : dice.below(10) == 0 ? "  " : " ";
    for (unsigned i = 1 + dice.below(7); i > 0; --i) text += kParts[dice.below(kParts.size())];
  }
  return text;
}

Paragraph random_paragraph(Dice& dice, const Squares& squares, unsigned words) {
  Paragraph paragraph = squares.paragraph("");
  paragraph.inlines.clear();
  paragraph.style.edit().align = static_cast<Align>(dice.below(4));
  if (dice.below(2) == 0) paragraph.style.edit().letter_space = {-0.02, 0.01, 0.03};
  if (dice.below(2) == 0) paragraph.style.edit().glyph_width = {0.9, 0.98, 1.05};
  paragraph.style.edit().indent_first = Length::pt(dice.below(20));
  paragraph.style.edit().indent_start = Length::pt(dice.below(10));
  if (dice.below(4) == 0) paragraph.role = display::Role::Heading2;
  for (unsigned i = 1 + dice.below(3); i > 0; --i) {
    CharacterStyle style = squares.style(Length::pt(3 + dice.below(4)));
    if (dice.below(3) == 0) style.tracking = 0.05;
    paragraph.inlines.push_back(
        Run{.text = random_text(dice, 1 + dice.below(words)), .style = style});
    if (dice.below(5) == 0) paragraph.inlines.push_back(Field{.width = 11_pt, .style = style});
  }
  return paragraph;
}

/// All visible characters of set lines, spaces left out.
std::string inked(const std::vector<Line>& lines) {
  std::string result;
  for (const Line& line : lines) {
    for (const display::GlyphRun& run : glyph_runs(line)) {
      for (const char c : run.text) {
        if (c != ' ') result += c;
      }
    }
  }
  return result;
}

std::string inked(const Paragraph& paragraph) {
  std::string visible;
  for (const Inline& each : paragraph.inlines) {
    if (const Run* run = std::get_if<Run>(&each)) append_visible_text(visible, run->text);
  }
  std::erase(visible, ' ');
  return visible;
}

constexpr int kTries = 300;

}  // namespace

TEST_CASE("Breaking and setting lose no text and double none") {
  for (int seed = 0; seed < kTries; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    Squares squares;
    const Paragraph paragraph = random_paragraph(dice, squares, 12);
    const Measure measure{Length::pt(20 + dice.below(120))};
    const auto shaped = shape(paragraph, squares.fonts, squares.diags);
    const auto breaks = break_lines(shaped, paragraph, measure, squares.fonts);
    std::uint32_t at = 0;
    for (const LineBreak& line : breaks) {
      CHECK(line.begin == at);
      CHECK(line.end >= line.begin);
      at = line.end;
    }
    CHECK(at == shaped.text.size());
    const auto lines = set_lines(shaped, paragraph, breaks, measure, squares.fonts);
    CHECK(lines.size() == breaks.size());
    CHECK(inked(lines) == inked(paragraph));
    CHECK(squares.diags.list().empty());
  }
}

TEST_CASE("No line is wider than its measure unless it says so and could not be shorter") {
  for (int seed = 0; seed < kTries; ++seed) {
    INFO("seed " << seed);
    Dice dice(1000 + seed);
    Squares squares;
    const Paragraph paragraph = random_paragraph(dice, squares, 12);
    const Measure measure{Length::pt(25 + dice.below(120))};
    const auto shaped = shape(paragraph, squares.fonts, squares.diags);
    const auto breaks = break_lines(shaped, paragraph, measure, squares.fonts);
    const auto lines = set_lines(shaped, paragraph, breaks, measure, squares.fonts);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Length indents =
          paragraph.style->indent_start + (i == 0 ? paragraph.style->indent_first : Length{});
      const Length room = measure.width - indents;
      CHECK(fits(lines[i].width, room + lines[i].overrun));
      if (lines[i].overrun == Length{}) continue;
      const auto is_inside = [&](const BreakPoint& each) {
        return each.offset > breaks[i].begin && each.offset < breaks[i].end;
      };
      INFO("line " << i << " " << lines[i].text << " overrun " << lines[i].overrun.pt());
      CHECK(std::ranges::none_of(shaped.breaks, is_inside));
    }
  }
}

TEST_CASE("A paragraph scaled by k has the same lines, scaled by k") {
  for (int seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    Dice dice(2000 + seed);
    Squares squares;
    Paragraph paragraph = random_paragraph(dice, squares, 12);
    paragraph.style.edit().optical_margins = 0;  // larger type stands nearer the edge
    const Length measure = Length::pt(25 + dice.below(120) + 0.37);
    const auto lines = squares.lines(paragraph, measure);
    constexpr double kScale = 4;
    paragraph.style.edit().text.edit().size = paragraph.style->text->size * kScale;
    paragraph.style.edit().rag_zone = paragraph.style->rag_zone * kScale;
    paragraph.style.edit().hyphen_zone = paragraph.style->hyphen_zone * kScale;
    for (Inline& each : paragraph.inlines) {
      if (Run* run = std::get_if<Run>(&each)) run->style.edit().size = run->style->size * kScale;
      if (Field* field = std::get_if<Field>(&each)) {
        field->style.edit().size = field->style->size * kScale;
        field->width = field->width * kScale;
      }
    }
    paragraph.style.edit().indent_first = paragraph.style->indent_first * kScale;
    paragraph.style.edit().indent_start = paragraph.style->indent_start * kScale;
    const auto large = squares.lines(paragraph, measure * kScale);
    REQUIRE(texts(large) == texts(lines));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CHECK(large[i].width.pt() == Approx(lines[i].width.pt() * kScale));
      CHECK(large[i].left.pt() == Approx(lines[i].left.pt() * kScale));
      CHECK(large[i].ascent.pt() == Approx(lines[i].ascent.pt() * kScale));
    }
  }
}

namespace {

struct Total {
  double cost = 0;
  double worst = 0;  ///< badness
  bool has_soft_hyphen = false;
};

/// Of lines that end at the given breaks (the last is the end); nothing when one can't be.
std::optional<Total> total_of(const std::vector<std::size_t>& ends, const LineTable& table,
                              const LineJudge& judge) {
  Total total;
  std::size_t from = 0;
  Ending before;
  const Segment segment{0, ends.back()};
  std::size_t count = 0;
  for (const std::size_t to : ends) {
    if (table.is_impossible(from, to, count)) return std::nullopt;
    const LineWidth width = table.width(from, to);
    const double room = table.measure(from, to, count++);
    const LineContext where = table.context(segment, from, to, room);
    LineJudgement judged = judge.judge_width(width, room, where.is_last);
    judge.judge_edges(width, where, judged);
    const LineJudge::Step step = judge.follow(before, judged, where);
    total.cost += judged.cost + step.cost;
    total.worst = std::max(total.worst, judged.badness);
    total.has_soft_hyphen = total.has_soft_hyphen || table.is_soft(to);
    before = step.ending;
    from = to;
  }
  return total;
}

std::vector<std::size_t> ends_of(const std::vector<LineBreak>& lines,
                                 const ShapedParagraph& shaped) {
  std::vector<std::size_t> ends;
  for (const LineBreak& line : lines) {
    const auto at = std::ranges::find(shaped.breaks, line.end, &BreakPoint::offset);
    ends.push_back(static_cast<std::size_t>(at - shaped.breaks.begin()) + 1);
  }
  return ends;
}

}  // namespace

TEST_CASE("The chosen lines are the best of all there are") {
  for (int seed = 0; seed < kTries; ++seed) {
    INFO("seed " << seed);
    Dice dice(3000 + seed);
    Squares squares;
    std::string text;
    for (int word = 0; word < 9; ++word) {
      if (word > 0) text += dice.below(4) == 0 ? "\u00ad" : " ";
      text += std::string(1 + dice.below(8), 'a');
    }
    Paragraph paragraph = squares.paragraph(text);
    paragraph.style.edit().align = dice.below(2) == 0 ? Align::Justify : Align::Start;
    paragraph.style.edit().hyphens_in_a_row = 1 + static_cast<int>(dice.below(3));
    paragraph.style.edit().rag_zone = Length::pt(dice.below(30));
    paragraph.style.edit().tolerance = 50 + static_cast<double>(dice.below(300));
    paragraph.style.edit().emergency_stretch = Length::pt(dice.below(2) * 10);
    std::vector<LineInset> insets(dice.below(3), LineInset{10_pt, Length::pt(dice.below(10))});
    const Measure measure{Length::pt(50 + dice.below(60)), insets};

    const auto shaped = shape(paragraph, squares.fonts, squares.diags);
    const LineWidths widths(shaped, paragraph, nullptr);
    const LineTable table(shaped, paragraph, measure, widths);
    LineJudge judge = LineJudge::of(paragraph.style);
    judge.rag = Rag::of(paragraph.style, table.mean_piece());
    LineJudge in_need = judge;
    in_need.extra_stretch = paragraph.style->emergency_stretch.pt();
    const std::size_t count = shaped.breaks.size();
    Total none;
    none.cost = none.worst = std::numeric_limits<double>::infinity();
    Total best = none;
    Total best_whole = none;    // with all words whole
    Total best_in_need = none;  // with stretch that is only thought of
    for (unsigned mask = 0; mask < 1U << (count - 1); ++mask) {
      std::vector<std::size_t> ends;
      for (std::size_t i = 1; i < count; ++i) {
        if ((mask >> (i - 1) & 1U) != 0) ends.push_back(i);
      }
      ends.push_back(count);
      const auto total = total_of(ends, table, judge);
      if (!total) continue;
      const auto cheaper = [](const Total& a, const Total& b) { return a.cost < b.cost ? a : b; };
      best = cheaper(best, *total);
      best_in_need = cheaper(best_in_need, *total_of(ends, table, in_need));
      if (!total->has_soft_hyphen) best_whole = cheaper(best_whole, *total);
    }
    const auto chosen = break_lines(shaped, paragraph, measure, squares.fonts);
    const auto total = total_of(ends_of(chosen, shaped), table, judge);
    REQUIRE(total);
    const bool is_justified = judge.shape == Shape::Justified;
    const bool has_emergency = paragraph.style->emergency_stretch > Length{};
    if (is_justified && best_whole.worst <= std::min(100.0, judge.tolerance)) {
      CHECK(total->cost == Approx(best_whole.cost));
    } else if (is_justified && has_emergency && best.worst > judge.tolerance) {
      CHECK(total_of(ends_of(chosen, shaped), table, in_need)->cost == Approx(best_in_need.cost));
    } else {
      CHECK(total->cost == Approx(best.cost));
    }
  }
}

}  // namespace handbill::text
