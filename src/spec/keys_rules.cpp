// SPDX-License-Identifier: MIT
// Packs of rules, and waivers of single rules.
#include "spec/bind.h"
#include "spec/rules_spec.h"

namespace handbill::spec {
namespace {

constexpr auto kLimitKeys = std::to_array<Key<RuleLimitsSpec>>({
    key<&RuleLimitsSpec::severity>("severity", "off", "what a fault is called")
        .takes("one of error, warning, off"),
    key<&RuleLimitsSpec::size>("size", "",
                               "type, or what else the check measures, is judged below it")
        .least(0),
    key<&RuleLimitsSpec::width>("width", "", "lines, modules or bleed are no narrower").least(0),
    key<&RuleLimitsSpec::square>("square", "", "side of the square that ink is averaged over")
        .between(1, 1000),
    key<&RuleLimitsSpec::distance>("distance", "", "from which it is read or seen").least(0),
    key<&RuleLimitsSpec::ink>("ink", "", "sum of the inks, at most or from which on")
        .between(0, 3200),
    key<&RuleLimitsSpec::black>("black", "", "black from which on a colour counts as black")
        .between(0, 100),
    key<&RuleLimitsSpec::tint>("tint", "", "amount of one ink").between(0, 100),
    key<&RuleLimitsSpec::ppi>("ppi", "", "pixels per inch that are too few, or fewer")
        .between(0, 10000),
    key<&RuleLimitsSpec::ppi_error>("ppi_error", "",
                                    "pixels per inch that are an error, whatever the severity")
        .between(0, 10000),
    key<&RuleLimitsSpec::modules>("modules", "", "modules of a QR code").between(0, 100),
    key<&RuleLimitsSpec::grams>("grams", "", "grams per square metre of stock").between(0, 2000),
});

constexpr auto kPressRuleKeys = std::to_array<Key<PressRuleSpec>>({
    key<&PressRuleSpec::check>("check", "", "what the program looks for").required(),
    key<&PressRuleSpec::name>("name", "", "the rule in a few words").required(),
    key<&PressRuleSpec::wants>("wants", "", "what is wanted").required(),
    key<&PressRuleSpec::why>("why", "", "why it matters").required(),
    key<&PressRuleSpec::source>("source", "", "where the rule comes from").required(),
    key<&PressRuleSpec::classes>("class", "",
                                 "severity and limits by class; `any` is all that are not named"),
});

constexpr auto kWordRuleKeys = std::to_array<Key<WordRuleSpec>>({
    key<&WordRuleSpec::check>("check", "", "what the program looks for").required(),
    key<&WordRuleSpec::level>(
        "level", "warning",
        "what a finding is: `final` is a warning, and an error before a print "
        "order; `voices` is one, and an error before an edition is published that is to be read "
        "aloud; what is to `consider` stops nothing")
        .takes("one of error, final, voices, warning, consider, off"),
    key<&WordRuleSpec::languages>("languages", "", "in which it holds; all, unless they are named"),
    key<&WordRuleSpec::of>("of", "",
                           "what it looks at: headings, paragraphs, items, quotes, notes, cells, "
                           "pictures; all, unless they are named"),
    key<&WordRuleSpec::words>(
        "words", "",
        "phrases: \"heal*\" begins so, \"cure|heal\" is either, \"very?\" may "
        "be left out, \"#\" is a number, \"..\" up to four words"),
    key<&WordRuleSpec::swap>("swap", "", "what stands for a phrase: { \"utilize\" = \"use\" }")
        .takes("table of texts by phrase"),
    key<&WordRuleSpec::except>("except", "", "phrases in which nothing is found"),
    key<&WordRuleSpec::beside>("beside", "", "phrases of which one must stand near"),
    key<&WordRuleSpec::begins>("begins", "", "phrases that it must not begin with"),
    key<&WordRuleSpec::within>("within", "", "how near, or where it is counted")
        .takes("one of sentence, paragraph, section, document, project"),
    key<&WordRuleSpec::measure>("measure", "", "what is measured"),
    key<&WordRuleSpec::facts>("facts", "", "types of facts, or paths of some"),
    key<&WordRuleSpec::least>("least", "", "fewer are too few").between(0, 1000000),
    key<&WordRuleSpec::most>("most", "", "more are too many").between(0, 1000000),
    key<&WordRuleSpec::item>("item", "", "its number in a checklist, which is told as a score"),
    key<&WordRuleSpec::part>("part", "", "the part of the checklist that has a score of its own"),
    key<&WordRuleSpec::asks>("asks", "", "what people must answer where the program can't"),
    key<&WordRuleSpec::when>(
        "when", "", "what a document must have for the item to apply; said: one of its words")
        .takes("one of headings, numbers, percentages, pictures, said, tables"),
    key<&WordRuleSpec::message>("message", "",
                                "what is said of it; {found} is what was found, {instead} what "
                                "should stand there"),
    key<&WordRuleSpec::hint>("hint", "", "what is to be done"),
    key<&WordRuleSpec::why>("why", "", "why it matters"),
    key<&WordRuleSpec::source>("source", "", "where the rule comes from"),
    key<&WordRuleSpec::link>("link", "", "where that can be read"),
    key<&WordRuleSpec::found>("found", "", "texts in which it finds something"),
    key<&WordRuleSpec::sound>("sound", "", "texts in which it finds nothing"),
});

constexpr auto kClassKeys = std::to_array<Key<RuleClassSpec>>({
    key<&RuleClassSpec::title>("title", "", "what is printed in this way").required(),
});

constexpr auto kPackKeys = std::to_array<Key<RulePackSpec>>({
    // parse_rules has followed it when the keys are read.
    sugar<RulePackSpec>("extends", "name or list of names",
                        "packs this one is laid over: rules of the same id key by key",
                        [](const Value&, const Request&, RulePackSpec&) { return true; }),
    key<&RulePackSpec::title>("title", "", "the pack for people").required(),
    key<&RulePackSpec::doc>("doc", "", "where it comes from and whom it is for"),
    key<&RulePackSpec::classes>("class", "", "the classes of print work it knows"),
    key<&RulePackSpec::rules>("rule", "", "rules of print by their ids"),
    key<&RulePackSpec::word_rules>("word_rule", "", "rules over what is said, by their ids"),
});

/// A date of TOML, or one in quotes; whether it is in the calendar is asked later.
bool read_until(const Value& value, const Request& request, WaiverSpec& waiver) {
  const auto* date = std::get_if<Date>(&value.data);
  if (date == nullptr) return read(value, request, waiver.until);
  const auto padded = [](int number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
  };
  waiver.until =
      Text{padded(date->year, 4) + "-" + padded(date->month, 2) + "-" + padded(date->day, 2),
           value.span};
  return true;
}

constexpr auto kWaiverKeys = std::to_array<Key<WaiverSpec>>({
    key<&WaiverSpec::rule>("rule", "", "id of the rule: \"R0017\"").required(),
    key<&WaiverSpec::reason>("reason", "", "why it may be broken here").required(),
    key<&WaiverSpec::until>("until", "", "the last day it may be: \"2027-06-30\"")
        .takes("date")
        .by(read_until)
        .required(),
    key<&WaiverSpec::words>("words", "",
                            "it holds for what is found at one of these words alone: "
                            "[\"guaranteed\"]"),
    key<&WaiverSpec::content>("content", "",
                              "it holds for what is found there alone, and below it: "
                              "[\"aftercare.do\"]"),
});

}  // namespace

TableKeys<RuleLimitsSpec> table_keys(const RuleLimitsSpec*) {
  return {"rule.NAME.class",
          "How hard a rule is for a class, and its limits, each on a line of its own: "
          "`web = { severity = \"warning\", size = \"9 pt\" }`. A shop lays its own over them: "
          "`[rule.R0017]`.",
          kLimitKeys};
}

TableKeys<PressRuleSpec> table_keys(const PressRuleSpec*) {
  return {"rule.NAME", "A rule of a pack.", kPressRuleKeys};
}

TableKeys<WordRuleSpec> table_keys(const WordRuleSpec*) {
  return {"word_rule.NAME", "A rule of a pack over what documents say.", kWordRuleKeys};
}

TableKeys<RuleClassSpec> table_keys(const RuleClassSpec*) {
  return {"class.NAME", "A class of print work.", kClassKeys};
}

TableKeys<RulePackSpec> table_keys(const RulePackSpec*) {
  return {"layouts/rules/NAME.toml", "A pack of rules.", kPackKeys};
}

TableKeys<WaiverSpec> table_keys(const WaiverSpec*) {
  return {"waiver",
          "A rule that may be broken in this document. What it waives is told as a note, with "
          "the reason.",
          kWaiverKeys};
}

}  // namespace handbill::spec
