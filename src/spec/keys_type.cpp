// SPDX-License-Identifier: MIT
// Type: [style.NAME], [character.NAME], [markdown], [story.NAME] and rules.
#include <algorithm>

#include "base/nearest.h"
#include "spec/bind.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

// OpenType 1.9, OS/2, usWeightClass.
constexpr auto kWeights = std::to_array<std::pair<std::string_view, std::int64_t>>({
    {"thin", 100},
    {"extra-light", 200},
    {"light", 300},
    {"regular", 400},
    {"medium", 500},
    {"semibold", 600},
    {"bold", 700},
    {"extra-bold", 800},
    {"black", 900},
});

bool read_weight(const Value& value, const Request& request, CharacterSpec& style) {
  const std::string* name = value.as_string();
  if (name == nullptr) return read(value, request, style.weight);
  std::vector<std::string> names;
  for (const auto& [known, weight] : kWeights) {
    if (known == *name) {
      style.weight = {weight, value.span};
      return true;
    }
    names.emplace_back(known);
  }
  std::vector<std::string> hints;
  if (const auto near = nearest(*name, names)) hints = {"did you mean `" + *near + "`?"};
  request.bad_value(value.part(0, name->size()), *name, std::move(hints));
  return false;
}

/// `true` is 100%, `false` 0%.
bool read_optical_margins(const Value& value, const Request& request, StyleSpec& style) {
  if (const bool* flag = std::get_if<bool>(&value.data)) {
    style.optical_margins = {*flag ? 100.0 : 0.0, value.span};
    return true;
  }
  return read(value, request, style.optical_margins);
}

constexpr std::string_view kFitTable = "table fit";
constexpr std::string_view kFitTables = "table fit, or list of them";
constexpr std::string_view kInherited = "from the parent";

constexpr auto kCharacterKeys = std::to_array<Key<CharacterSpec>>({
    key<&CharacterSpec::parent>("parent", "",
                                "style of the same kind whose keys count when they "
                                "are not set here")
        .takes("name of a style"),
    key<&CharacterSpec::font>("font", kInherited, "a [font.NAME]").takes("name of a font"),
    key<&CharacterSpec::weight>("weight", "from the parent, else 400",
                                "how bold: 400 is regular, 700 bold")
        .takes("whole number from 1 to 1000, or thin, extra-light, light, regular, medium, "
               "semibold, bold, extra-bold or black")
        .between(1, 1000)
        .by(read_weight),
    key<&CharacterSpec::italic>("italic", kInherited, "the italic of the family"),
    key<&CharacterSpec::size>("size", "from the parent, else 10 pt", "size of the type")
        .between(1, 2000),
    key<&CharacterSpec::color>("color", kInherited, "colour of the type"),
    key<&CharacterSpec::tracking>("tracking", kInherited,
                                  "space added between letters, in percent of the size")
        .between(-50, 200),
    key<&CharacterSpec::ligatures_up_to>("ligatures_up_to", "from the parent, else 48 pt",
                                         "largest size at which letters are joined in ligatures "
                                         "(fi); larger ones are signs, read letter by letter")
        .least(0),
    key<&CharacterSpec::features>("features", kInherited,
                                  "OpenType features: \"smcp\", \"ss01=2\", \"-liga\""),
    key<&CharacterSpec::figures>("figures", kInherited,
                                 "kind of figures: \"lining\" or \"old-style\", \"tabular\" or "
                                 "\"proportional\", or one of each"),
    key<&CharacterSpec::caps>("caps", kInherited,
                              "capitals: small letters or all letters as small capitals")
        .takes("one of normal, small, all-small"),
    key<&CharacterSpec::baseline_shift>("baseline_shift", kInherited,
                                        "how far the type stands above its line"),
    key<&CharacterSpec::underline>("underline", kInherited, "a line below the type"),
    key<&CharacterSpec::overprint>("overprint", "from the parent, else auto",
                                   "whether the type prints over what is below it or knocks it "
                                   "out; auto: black does, for a shop")
        .takes("one of auto, on, off"),
    key<&CharacterSpec::language>("language", kInherited,
                                  "language of the words, for hyphens and shapes: \"en-US\"; "
                                  "\"second\": the layout's `second_language`"),
    key<&CharacterSpec::hyphenate>("hyphenate", "from the parent, else true in justified text only",
                                   "whether words are parted at line ends by the rules of their "
                                   "language"),
    key<&CharacterSpec::quotes>("quotes", "smart",
                                "whether straight quotes and double hyphens become quotation "
                                "marks, apostrophes and dashes of the language")
        .takes("one of smart, straight"),
    key<&CharacterSpec::signs>("signs", "smart; as-typed where quotes are straight",
                               "whether ranges, minus and times signs, dots and fractions become "
                               "those of the language")
        .takes("one of smart, as-typed"),
    key<&CharacterSpec::position>("position", "normal",
                                  "superiors and inferiors of the font; where it has none, "
                                  "smaller letters raised or lowered")
        .takes("one of normal, super, sub"),
});

constexpr auto kStyleKeys = std::to_array<Key<StyleSpec>>({
    key<&StyleSpec::leading>("leading", "from the parent, else 1.25 of the size",
                             "distance of baselines")
        .between(1, 4000),
    key<&StyleSpec::align>("align", "start",
                           "how lines fill their measure; start and end follow the direction of "
                           "the text, left and right stay")
        .takes("one of start, end, center, justify, left, right"),
    key<&StyleSpec::before>("before", "0", "space above the paragraph").least(0),
    key<&StyleSpec::after>("after", "0", "space below the paragraph").least(0),
    key<&StyleSpec::indent_start>("indent_start", "0; in lists 1.5 of the size a level",
                                  "space at the start of each line")
        .least(0),
    key<&StyleSpec::indent_end>("indent_end", "0", "space at the end of each line").least(0),
    key<&StyleSpec::indent_first>("indent_first", "0",
                                  "further space at the start of the first line; less than 0 "
                                  "hangs it out"),
    key<&StyleSpec::flush_gap>("flush_gap", "the size",
                               "least space before what `{flush end}` sets at the end of the last "
                               "line; where there is less, it takes a line of its own")
        .least(0),
    key<&StyleSpec::leader>("leader", "none; where dots are typed, \". \"",
                            "what is repeated between the words of the last line and what stands "
                            "flush at its end"),
    key<&StyleSpec::one_line>("one_line", "false",
                              "no line is broken but where the text says so; what is too long is "
                              "an error"),
    key<&StyleSpec::fill_blanks>("fill_blanks", "false",
                                 "in a paragraph of one line, blanks to write on share what its "
                                 "words leave, instead of the width each asks for"),
    key<&StyleSpec::keep_with_next>("keep_with_next", "false",
                                    "stays in one column with the start of the next paragraph"),
    key<&StyleSpec::keep_together>("keep_together", "false", "is never parted over two columns"),
    key<&StyleSpec::orphans>("orphans", "2", "fewest lines left at the foot of a column")
        .between(1, 20),
    key<&StyleSpec::widows>("widows", "2", "fewest lines carried to the head of a column")
        .between(1, 20),
    key<&StyleSpec::grid>("grid",
                          "all when the leading is the step of the sheet's baseline grid or a "
                          "multiple, else none",
                          "which lines move down to the baseline grid")
        .takes("one of none, first, all"),
    key<&StyleSpec::break_before>("break_before", "none",
                                  "the paragraph starts a new column or frame")
        .takes("one of none, column, frame"),
    key<&StyleSpec::stretch_before>("stretch_before", "1 for headings, else 0",
                                    "share of the space above the paragraph in what a frame with "
                                    "`vertical = \"justify\"` spreads; in a column where no space "
                                    "has one, all whose styles do not say 0 have the same")
        .between(0, 100),
    key<&StyleSpec::stretch_after>("stretch_after", "0",
                                   "the same for the space below the paragraph")
        .between(0, 100),
    key<&StyleSpec::drop_cap>("drop_cap", "none", "a large initial beside the first lines")
        .takes("table drop_cap"),
    key<&StyleSpec::lead_in>("lead_in", "none",
                             "the first words, or the first line, in a style of their own")
        .takes("table lead_in"),
    key<&StyleSpec::side>("side", "none",
                          "sets the paragraph beside the start of the next, in its indent or in "
                          "the margin")
        .takes("table side_room"),
    key<&StyleSpec::word_space>("word_space", "[80, 100, 133]",
                                "word spaces of justified text, least, best and most, in percent "
                                "of the font's own")
        .takes("list of three percentages")
        .between(0, 1000),
    key<&StyleSpec::hyphen_min>("hyphen_min", "{ word = 5, before = 2, after = 3 }",
                                "fewest letters of a parted word and of its halves"),
    key<&StyleSpec::hyphenate_capitals>("hyphenate_capitals", "true in German, else false",
                                        "whether words that start with a capital in the middle of "
                                        "a sentence (names) are parted too"),
    key<&StyleSpec::keep_words>("keep_words", "false",
                                "whether lines of Korean end between words only, not between the "
                                "syllables of one"),
    key<&StyleSpec::letter_space>(
        "letter_space",
        "[-0.5, 0, 1]; between ideographs [0, 0, 25], in Thai, Lao, Khmer "
        "and Burmese [0, 0, 10]",
        "space between letters of justified text, least, best and most, "
        "in percent of the size")
        .takes("list of three percentages")
        .between(-50, 200),
    key<&StyleSpec::glyph_width>(
        "glyph_width", "[98, 100, 102]",
        "width of the letters, least, best and most, in percent of the "
        "font's own; ragged text strays from the best by `rag_give` of that")
        .takes("list of three percentages")
        .between(50, 200),
    key<&StyleSpec::tolerance>("tolerance", "200",
                               "how bad a line of justified text may be before all else is tried, "
                               "as in TeX: 100 is stretched to the most, 800 twice as far")
        .between(1, 10000),
    key<&StyleSpec::emergency_stretch>(
        "emergency_stretch", "0.4 of the size",
        "stretch that each line of a justified paragraph is thought "
        "to have more when no setting is within `tolerance`: spreads "
        "what is too loose evenly")
        .least(0),
    key<&StyleSpec::looseness>("looseness", "0",
                               "lines the paragraph takes more, or less than 0, fewer, than it "
                               "would, as far as `tolerance` lets it")
        .between(-10, 10),
    key<&StyleSpec::hyphens_in_a_row>("hyphens_in_a_row", "3",
                                      "most lines that end in a hyphen one below the other")
        .between(1, 10),
    key<&StyleSpec::last_line>("last_line", "15%",
                               "shortest last line of a paragraph of several lines that is not "
                               "shunned, in percent of the measure")
        .between(0, 100),
    key<&StyleSpec::rag_zone>("rag_zone", "2 of the size",
                              "how far the ends of ragged lines may lie apart; they end at best "
                              "in the middle of it, at most at the edge of the column")
        .least(0),
    key<&StyleSpec::rag_give>(
        "rag_give", "80%",
        "how much of what `glyph_width` lets letters of justified lines give "
        "those of ragged ones may take to come half way to the middle of "
        "`rag_zone`; half as much of `word_space`; 0 leaves all as the font has it")
        .between(0, 100),
    key<&StyleSpec::hyphen_zone>("hyphen_zone", "1.5 of the size",
                                 "how much nearer to the middle of `rag_zone` a hyphen must bring "
                                 "a ragged line to be worth it; where `hyphenate` is true")
        .least(0),
    key<&StyleSpec::balance>("balance", "true for headings and centred text of up to four lines",
                             "makes the lines of up to eight come out alike; of justified text "
                             "the last is as full as the others bear"),
    key<&StyleSpec::optical_margins>("optical_margins", "true",
                                     "lets hyphens, points, quotes and round or slanted letters "
                                     "stand out over the edge that lines share, so that it looks "
                                     "straight; a percentage for less or more")
        .takes("percentage, or true or false")
        .between(0, 200)
        .by(read_optical_margins),
    key<&StyleSpec::rule_above>("rule_above", "none", "a rule above the paragraph")
        .takes("rule table, or none"),
    key<&StyleSpec::rule_below>("rule_below", "none", "a rule below the paragraph")
        .takes("rule table, or none"),
    key<&StyleSpec::marker>("marker", "\"•\" for bullets, \"{n}.\" for numbers",
                            "what stands before each item of a list; {n} is its number"),
    key<&StyleSpec::marker_style>("marker_style", "that of the item", "a [character.NAME]")
        .takes("name of a character style"),
    key<&StyleSpec::marker_gap>("marker_gap", "0.4 of the size",
                                "least space between marker and text")
        .least(0),
    key<&StyleSpec::marker_hang>("marker_hang", "start",
                                 "whether markers line up where they start or where they end")
        .takes("one of start, end"),
    key<&StyleSpec::fit>("fit", "none; not inherited",
                         "how far text of this style may give way, in ranges of its own, so that "
                         "it fits its frames")
        .takes(kFitTable),
});

void check_triple(const Value& value, const Request& request, const std::string& name,
                  const std::vector<Spanned<double>>& triple) {
  const Value* list = value.find(name);
  const Value::Array* array = list == nullptr ? nullptr : list->as_array();
  if (array == nullptr) return;
  if (array->size() != 3) {
    request.diags.error(diag::DiagnosticId::BadValue, list->span,
                        "`" + name + "` has " + std::to_string(array->size()) +
                            " numbers; it takes three: least, best, most");
    return;
  }
  if (triple.size() == 3 &&
      (triple[0].value > triple[1].value || triple[1].value > triple[2].value)) {
    request.diags.error(diag::DiagnosticId::BadValue, list->span,
                        "`" + name + "` is not in order; it takes least, best, most");
  }
}

void check_triples(const Value& value, const Request& request, StyleSpec& style) {
  if (style.fit && style.fit->lines) {
    request.diags.error(diag::DiagnosticId::BadValue, style.fit->lines->span,
                        "a style has no `lines` to count; a frame or a story has");
  }
  check_triple(value, request, "word_space", style.word_space);
  check_triple(value, request, "letter_space", style.letter_space);
  check_triple(value, request, "glyph_width", style.glyph_width);
}

constexpr auto kRuleKeys = std::to_array<Key<RuleSpec>>({
    key<&RuleSpec::color>("color", "black", "colour of the rule"),
    key<&RuleSpec::width>("width", "0.5 pt", "thickness of the rule").between(0, 288),
    key<&RuleSpec::offset>("offset", "0", "distance from the text"),
});

constexpr auto kHyphenMinKeys = std::to_array<Key<HyphenMinSpec>>({
    key<&HyphenMinSpec::word>("word", "5", "letters of the word").between(2, 60),
    key<&HyphenMinSpec::before>("before", "2", "letters before the hyphen").between(1, 60),
    key<&HyphenMinSpec::after>("after", "3", "letters after it").between(1, 60),
});

constexpr auto kHyphenationKeys = std::to_array<Key<HyphenationSpec>>({
    key<&HyphenationSpec::exceptions>("exceptions", "none",
                                      "words with hyphens where they may be parted: "
                                      "\"micro-nee-dling\""),
    key<&HyphenationSpec::keep>("keep", "none", "words that stay whole"),
});

constexpr auto kDropCapKeys = std::to_array<Key<DropCapSpec>>({
    key<&DropCapSpec::lines>("lines", "3", "how many lines the initial is tall").between(2, 12),
    key<&DropCapSpec::letters>("letters", "1", "how many letters are set so").between(1, 12),
    key<&DropCapSpec::style>("style", "that of the paragraph",
                             "a [character.NAME]; its size follows from the lines")
        .takes("name of a character style"),
    key<&DropCapSpec::gap>("gap", "0.2 of the text size", "space between the initial and the text")
        .least(0),
});

constexpr auto kLeadInKeys = std::to_array<Key<LeadInSpec>>({
    key<&LeadInSpec::style>("style", "", "a [character.NAME]")
        .takes("name of a character style")
        .required(),
    key<&LeadInSpec::words>("words", "all of the first line",
                            "how many words are set so; an ideograph counts as a word")
        .between(1, 100),
});

constexpr auto kSideRoomKeys = std::to_array<Key<SideRoomSpec>>({
    key<&SideRoomSpec::width>("width", "", "width of its lines").least(1).required(),
    key<&SideRoomSpec::gap>("gap", "the size", "space between it and the text beside it").least(0),
});

constexpr std::string_view kStyleName = "name of a style";
constexpr std::string_view kCharacterName = "name of a character style";

constexpr auto kMarkdownKeys = std::to_array<Key<MarkdownSpec>>({
    key<&MarkdownSpec::h1>("h1", "", "# headings").takes(kStyleName),
    key<&MarkdownSpec::h2>("h2", "", "## headings").takes(kStyleName),
    key<&MarkdownSpec::h3>("h3", "", "### headings").takes(kStyleName),
    key<&MarkdownSpec::h4>("h4", "", "#### headings").takes(kStyleName),
    key<&MarkdownSpec::p>("p", "", "paragraphs").takes(kStyleName),
    key<&MarkdownSpec::after_heading>("after_heading", "that of p",
                                      "paragraphs right below a heading")
        .takes(kStyleName),
    key<&MarkdownSpec::bullet>("bullet", "that of p", "items of - lists").takes(kStyleName),
    key<&MarkdownSpec::bullet2>("bullet2", "that of bullet", "items of - lists inside lists")
        .takes(kStyleName),
    key<&MarkdownSpec::number>("number", "that of p", "items of 1. lists").takes(kStyleName),
    key<&MarkdownSpec::number2>("number2", "that of number", "items of 1. lists inside lists")
        .takes(kStyleName),
    key<&MarkdownSpec::quote>("quote", "that of p", "> quotes").takes(kStyleName),
    key<&MarkdownSpec::footnote>("footnote", "that of p", "[^1]: notes at the foot of a column")
        .takes(kStyleName),
    key<&MarkdownSpec::strong>("strong", "", "**strong** words").takes(kCharacterName),
    key<&MarkdownSpec::emphasis>("emphasis", "", "*stressed* words").takes(kCharacterName),
    key<&MarkdownSpec::link>("link", "", "[linked](https://…) words").takes(kCharacterName),
    key<&MarkdownSpec::link_address>("link_address", "after",
                                     "where the address of a link is printed whose words do not "
                                     "tell it: after them in parentheses, or nowhere")
        .takes("one of after, hidden"),
    key<&MarkdownSpec::reference>("reference", "superior figures",
                                  "the numbers in the text that lead to notes")
        .takes(kCharacterName),
});

constexpr auto kStoryKeys = std::to_array<Key<StorySpec>>({
    key<&StorySpec::text>("text", "", "Markdown with {facts}").required(),
    key<&StorySpec::style>("style", "", "short for styles.p").takes(kStyleName),
    key<&StorySpec::styles>("styles", "those of [markdown]", "styles of this story's Markdown"),
    key<&StorySpec::fit>("fit", "",
                         "how far the text may give way to fit its frames; of a list the first "
                         "with which it does")
        .takes(kFitTables),
});

constexpr auto kFitKeys = std::to_array<Key<FitSpec>>({
    key<&FitSpec::size>("size", "that of the style",
                        "the largest size that fits is taken, of a range, [\"9.5 pt\", \"11 "
                        "pt\"], or of a list, [\"64 pt\", \"60 pt\", \"52 pt\"]")
        .takes("list of two lengths: least, most; or of sizes from the largest down")
        .between(1, 2000),
    key<&FitSpec::leading>("leading", "in proportion to the size",
                           "comes before size: distance of baselines")
        .takes("list of two lengths: least, most")
        .between(1, 4000),
    key<&FitSpec::tracking>("tracking", "that of the style",
                            "comes before glyph width: [\"-1%\", \"0%\"]")
        .takes("list of two percentages: least, most")
        .between(-10, 50),
    key<&FitSpec::glyph_width>("glyph_width", "that of the style",
                               "comes before leading: width of the letters, [\"98%\", \"100%\"]")
        .takes("list of two percentages: least, most")
        .between(80, 125),
    key<&FitSpec::after>("after", "in proportion to the size",
                         "what gives way first: space below paragraphs")
        .takes("list of two lengths: least, most")
        .least(0),
    key<&FitSpec::lines>("lines", "any",
                         "most lines the text may have; then its frame needs no height")
        .between(1, 100),
});

template <class T>
void check_range(const Value& value, const Request& request, std::string_view name,
                 const std::vector<Spanned<T>>& range) {
  const Value* list = value.find(name);
  const Value::Array* array = list == nullptr ? nullptr : list->as_array();
  if (array == nullptr) return;
  const std::string key = "`" + std::string(name) + "`";
  if (array->size() != 2) {
    request.diags.error(
        diag::DiagnosticId::BadValue, list->span,
        key + " has " + std::to_string(array->size()) + " values; it takes two: least, most");
  } else if (range.size() == 2 && range[0].value > range[1].value) {
    request.diags.error(diag::DiagnosticId::BadValue, list->span,
                        key + " is not in order; it takes least, most");
  }
}

/// Sizes from the largest down, or a range.
void check_sizes(const Value& value, const Request& request, const FitSpec& fit) {
  const Value* list = value.find("size");
  if (list == nullptr || list->as_array() == nullptr || fit.size.size() < 2) {
    return check_range(value, request, "size", fit.size);
  }
  if (fit.size.size() != list->as_array()->size()) return;  // reported
  const bool is_range = fit.size.size() == 2 && fit.size[0].value <= fit.size[1].value;
  const auto is_smaller = [](const Spanned<Length>& one, const Spanned<Length>& next) {
    return next.value >= one.value;
  };
  const bool goes_down = std::ranges::adjacent_find(fit.size, is_smaller) == fit.size.end();
  if (is_range || goes_down) return;
  request.diags.error(diag::DiagnosticId::BadValue, list->span,
                      "`size` is not in order; it takes least and most, or sizes from the largest "
                      "down");
}

void check_fit(const Value& value, const Request& request, FitSpec& fit) {
  check_sizes(value, request, fit);
  check_range(value, request, "leading", fit.leading);
  check_range(value, request, "tracking", fit.tracking);
  check_range(value, request, "glyph_width", fit.glyph_width);
  check_range(value, request, "after", fit.after);
}

/// A list: the first counts, the others are tried after it.
bool read_fits(const Value& value, const Request& request, FitSpec& into) {
  const Value::Array& fits = *value.as_array();
  if (fits.empty()) {
    request.bad_value(value.span, "");
    return false;
  }
  bool ok = true;
  for (const Value& each : fits) {
    if (request.given_up()) return false;
    FitSpec& fit = &each == &fits.front() ? into : into.otherwise.emplace_back();
    ok = read_table(each, request, fit) && ok;
  }
  return ok;
}

}  // namespace

bool read(const Value& value, const Request& request, FitSpec& into) {
  if (value.as_array() != nullptr && request.type != kFitTable) {
    return read_fits(value, request, into);
  }
  if (value.as_string() == nullptr) return read_table(value, request, into);
  if (!request.type.starts_with("one of")) {
    request.wrong_type(value);
    return false;
  }
  Request word = request;
  word.type = "one of contain, cover, stretch";
  into.span = value.span;
  return read(value, word, into.how);
}

void dump(const FitSpec& value, std::string_view name, Lines& lines) {
  if (value.how) return dump(*value.how, name, lines);
  lines.line(name, "", value.span);
  dump_keys(value, lines);
  for (const FitSpec& each : value.otherwise) dump(each, name, lines);
}

TableKeys<FitSpec> table_keys(const FitSpec*) {
  return {"fit",
          "How far text may give way so that it fits its frames, and how large it may get. What "
          "gives way is the text's main style; other styles follow in proportion, but for those "
          "with a `fit` of their own.",
          kFitKeys, check_fit};
}

TableKeys<CharacterSpec> table_keys(const CharacterSpec*) {
  return {"character.NAME", "A character style: how some words look inside a paragraph.",
          kCharacterKeys};
}

TableKeys<StyleSpec> table_keys(const StyleSpec*) {
  return {"style.NAME", "A paragraph style. It takes the keys of [character.NAME] too.", kStyleKeys,
          check_triples};
}

bool read(const Value& value, const Request& request, RuleSpec& into) {
  const std::string* word = value.as_string();
  if (word == nullptr) return read_table(value, request, into);
  into.span = value.span;
  into.is_none = *word == "none";
  if (into.is_none) return true;
  request.bad_value(value.span, *word, {"write `none`, or a table: { color = \"ink\" }"});
  return false;
}

void dump(const RuleSpec& value, std::string_view name, Lines& lines) {
  lines.line(name, value.is_none ? "none" : "", value.span);
  dump_keys(value, lines);
}

TableKeys<RuleSpec> table_keys(const RuleSpec*) {
  return {"rule", "A line, for `rule_above`, `rule_between` and the like; or \"none\".", kRuleKeys};
}

TableKeys<HyphenMinSpec> table_keys(const HyphenMinSpec*) {
  return {"hyphen_min", "How short the halves of a parted word may be.", kHyphenMinKeys};
}

TableKeys<HyphenationSpec> table_keys(const HyphenationSpec*) {
  return {"hyphenation", "Words that the rules of a language do not know.", kHyphenationKeys};
}

TableKeys<DropCapSpec> table_keys(const DropCapSpec*) {
  return {"drop_cap",
          "A large initial: from the capitals of the first line down to the baseline of the last "
          "one beside it.",
          kDropCapKeys};
}

TableKeys<LeadInSpec> table_keys(const LeadInSpec*) {
  return {"lead_in",
          "The start of a paragraph in a style of its own, laid over those its words have.",
          kLeadInKeys};
}

TableKeys<SideRoomSpec> table_keys(const SideRoomSpec*) {
  return {"side_room", "The place of a side heading, before the text it heads.", kSideRoomKeys};
}

TableKeys<MarkdownSpec> table_keys(const MarkdownSpec*) {
  return {"markdown", "Which style each part of a Markdown text gets.", kMarkdownKeys};
}

TableKeys<StorySpec> table_keys(const StorySpec*) {
  return {"story.NAME", "A run of text that flows through all frames that name it.", kStoryKeys};
}

}  // namespace handbill::spec
