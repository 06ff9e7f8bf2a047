// SPDX-License-Identifier: MIT
#include "preflight/tag_rules.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace handbill::preflight {
namespace {

constexpr const char* kTagAgain =
    "export the file again as tagged PDF, from the program it was made in";
constexpr const char* kLanguage = "state the language of the document when exporting";
constexpr const char* kNesting = "mend the tags in an editor for them, or export the file again";
constexpr const char* kFont = "embed the font with its map to Unicode when exporting";

constexpr std::array kTagRules = {
    TagRule{"tags-none", "7.1", "the file has a structure tree", kTagAgain},
    TagRule{"tags-marked", "7.1", "the file says that it is tagged (`MarkInfo`, `Marked`)",
            kTagAgain},
    TagRule{"tags-parent-tree", "ISO 32000-1, 14.7.4.4",
            "the parent tree leads from content to the element that has it", kTagAgain},
    TagRule{"tags-content", "ISO 32000-1, 14.7.4",
            "elements have content that is there, each piece in one", kTagAgain},
    TagRule{"matterhorn-01-003", "7.1", "no artifact within tagged content", kNesting},
    TagRule{"matterhorn-01-004", "7.1", "no tagged content within an artifact", kNesting},
    TagRule{"matterhorn-01-005", "7.1", "all that is painted is tagged or an artifact",
            "tag what is to be read, and mark the rest as artifact"},
    TagRule{"matterhorn-01-007", "7.1", "no tags are suspects",
            "look through the tags, then clear it"},
    TagRule{"matterhorn-02-001", "7.1", "types of elements are standard, or mapped to such",
            "map the type to a standard one in the role map"},
    TagRule{"matterhorn-02-003", "7.1", "no circle in the role map", kNesting},
    TagRule{"matterhorn-02-004", "7.1", "standard types are not mapped to others",
            "take the type out of the role map"},
    TagRule{"matterhorn-06-001", "7.1", "there are XMP metadata", kTagAgain},
    TagRule{"matterhorn-06-002", "5", "the metadata say that the file is PDF/UA-1", kTagAgain},
    TagRule{"matterhorn-06-003", "7.1", "the metadata name a title (`dc:title`)",
            "give the document a title"},
    TagRule{"matterhorn-07-001", "7.1", "the file says that its title is shown",
            "set `DisplayDocTitle` in the viewer preferences"},
    TagRule{"matterhorn-07-002", "7.1", "the title is shown, not the name of the file",
            "set `DisplayDocTitle` in the viewer preferences"},
    TagRule{"matterhorn-09-004", "7.2", "tables are made of rows of cells, all equally long",
            kNesting},
    TagRule{"matterhorn-09-005", "7.2", "lists are made of items with labels and bodies", kNesting},
    TagRule{"matterhorn-09-006", "7.2", "tables of contents are made of their items", kNesting},
    TagRule{"matterhorn-09-007", "7.2", "ruby is made of its base and its gloss", kNesting},
    TagRule{"matterhorn-09-008", "7.2", "warichu is made of its text and its brackets", kNesting},
    TagRule{"matterhorn-10-001", "7.2", "each character that is shown stands for Unicode", kFont},
    TagRule{"matterhorn-11-001", "7.2", "the language of all text is known", kLanguage},
    TagRule{"matterhorn-11-002", "7.2",
            "the language of texts that stand for others (`Alt`, `ActualText`, `E`) is known",
            kLanguage},
    TagRule{"matterhorn-11-003", "7.2", "the language of bookmarks is known", kLanguage},
    TagRule{"matterhorn-11-004", "7.2", "the language of what annotations say is known", kLanguage},
    TagRule{"matterhorn-11-005", "7.2", "the language of the names of form fields is known",
            kLanguage},
    TagRule{"matterhorn-11-006", "7.2", "the language of the metadata is known", kLanguage},
    TagRule{"matterhorn-13-004", "7.3", "a figure has a text that stands for it",
            "give the figure an alternate text, or make it an artifact"},
    TagRule{"matterhorn-14-002", "7.4.2", "the first heading is an H1",
            "mend the level of headings"},
    TagRule{"matterhorn-14-003", "7.4.2", "no level of heading is left out on the way down",
            "mend the level of headings"},
    TagRule{"matterhorn-14-006", "7.4.4", "an element has one H at most", kNesting},
    TagRule{"matterhorn-14-007", "7.4.4", "headings are all H, or all H1 to H6",
            "use one kind of headings"},
    TagRule{"matterhorn-15-003", "7.5", "a head of a table says what it heads",
            "give the cell a `Scope`, or cells the `Headers` they have"},
    TagRule{"matterhorn-16-002", "7.6", "the numbering of a list is one of those there are",
            "use `Decimal`, `UpperRoman`, `Disc` or another of ISO 32000-1, Table 347"},
    TagRule{"matterhorn-17-002", "7.7", "a formula has a text that stands for it",
            "give the formula an alternate text"},
    TagRule{"matterhorn-19-003", "7.9", "a note has an ID", kNesting},
    TagRule{"matterhorn-19-004", "7.9", "no two notes have the same ID", kNesting},
    TagRule{"matterhorn-20-001", "7.10", "each set of layers has a name", "name it"},
    TagRule{"matterhorn-20-002", "7.10", "the usual set of layers has a name", "name it"},
    TagRule{"matterhorn-20-003", "7.10", "no layers switch by themselves (`AS`)",
            "take `AS` out of the settings of layers"},
    TagRule{"matterhorn-21-001", "7.11", "an embedded file has its name (`F` and `UF`)", kTagAgain},
    TagRule{"matterhorn-25-001", "7.15", "no form is made while it is shown (XFA)",
            "save the form as a static one"},
    TagRule{"matterhorn-26-002", "7.16", "programs that read aloud may have the text",
            "allow that in the security settings"},
    TagRule{"matterhorn-28-002", "7.18.1", "an annotation stands in an element Annot", kNesting},
    TagRule{"matterhorn-28-004", "7.18.1", "an annotation has words for itself",
            "give it `Contents`, or its element an alternate text"},
    TagRule{"matterhorn-28-005", "7.18.1", "a form field has words for itself",
            "give it a tooltip (`TU`)"},
    TagRule{"matterhorn-28-006", "7.18.2", "annotations are of a kind that PDF knows",
            "take the annotation out"},
    TagRule{"matterhorn-28-007", "7.18.2", "there is no trap network", "take it out"},
    TagRule{"matterhorn-28-008", "7.18.3", "a page with annotations says how to tab through them",
            "set the tab order of the page to that of the structure"},
    TagRule{"matterhorn-28-009", "7.18.3", "the way to tab is that of the structure (`S`)",
            "set the tab order of the page to that of the structure"},
    TagRule{"matterhorn-28-010", "7.18.4", "a form field stands in an element Form", kNesting},
    TagRule{"matterhorn-28-011", "7.18.5", "a link stands in an element Link", kNesting},
    TagRule{"matterhorn-28-012", "7.18.5", "a link has words for itself",
            "give the link `Contents` that say where it leads"},
    TagRule{"matterhorn-28-017", "7.18.8", "a printer's mark is not in the structure", kNesting},
    TagRule{"matterhorn-30-001", "7.20", "no form stands for a page of another file",
            "place the page itself"},
    TagRule{"matterhorn-30-002", "7.20", "a form with marks of its own is painted once", kTagAgain},
    TagRule{"matterhorn-31-004", "7.21.3.2", "a CID font says which glyph a CID is", kFont},
    TagRule{"matterhorn-31-009", "7.21.4.1", "every font that paints is embedded", kFont},
    TagRule{"matterhorn-31-011", "7.21.4.1", "fonts have every glyph that is shown", kFont},
    TagRule{"matterhorn-31-016", "7.21.5", "glyphs are as wide in the font as the file says",
            kFont},
    TagRule{"matterhorn-31-027", "7.21.7", "a font has a map to Unicode", kFont},
    TagRule{"matterhorn-31-028", "7.21.7", "no character stands for U+0000", kFont},
    TagRule{"matterhorn-31-029", "7.21.7", "no character stands for U+FEFF or U+FFFE", kFont},
};

/// "PDF/UA-1, ISO 14289-1:2014, 7.3, Matterhorn 13-004".
std::string source_of(const TagRule& rule) {
  const bool is_other = rule.clause.starts_with("ISO ");
  std::string source = is_other ? std::string(rule.clause)
                                : "PDF/UA-1, ISO 14289-1:2014, " + std::string(rule.clause);
  constexpr std::string_view kList = "matterhorn-";
  if (rule.id.starts_with(kList)) {
    source += ", Matterhorn " + std::string(rule.id.substr(kList.size()));
  }
  return source;
}

}  // namespace

std::span<const TagRule> tag_rules() { return kTagRules; }

diag::Diagnostic TagFindings::make(std::string_view rule, std::string message) const {
  const auto* found = std::ranges::find(kTagRules, rule, &TagRule::id);
  HANDBILL_CHECK(found != kTagRules.end(), "an unknown rule of tags");
  diag::Diagnostic finding{diag::DiagnosticId::PressRule, severity_, std::move(message)};
  finding.hints = {std::string(found->hint)};
  finding.rule = {std::string(found->id), source_of(*found) + ": " + std::string(found->text)};
  return finding;
}

void TagFindings::add(std::string_view rule, const std::string& message,
                      std::optional<diag::PageArea> area, const std::string& object) {
  diag::Diagnostic finding =
      make(rule, object.empty() ? message : message + " (object " + object + ")");
  finding.area = area;
  causes_.add(std::move(finding), message);
}

void TagFindings::add(std::string_view rule, const std::string& message, const Use& use) {
  std::size_t left = use.times;
  for (const diag::PageArea& place : use.places) {
    diag::Diagnostic finding = make(rule, message);
    finding.area = place;
    const bool is_last = &place == &use.places.back();
    causes_.add(std::move(finding), message, is_last ? left : 1);
    --left;
  }
}

}  // namespace handbill::preflight
