// SPDX-License-Identifier: MIT
// Elements of the structure tree (Matterhorn 02, 09, 11, 13, 14, 16, 17, 19).
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "preflight/check_tags.h"
#include "preflight/language_tag.h"

namespace handbill::preflight {
namespace {

using Types = std::string_view;  ///< with a space before and after each: " TR THead "

/// What an element may have in it, and what it may stand in; empty: anything (PDF 1.7, Tables 333,
/// 336, 337 and 338).
struct TagNesting {
  std::string_view rule, type;
  Types children, parents;
};

constexpr std::array kNestings = {
    TagNesting{"matterhorn-09-004", "Table", " TR THead TBody TFoot Caption ", ""},
    TagNesting{"matterhorn-09-004", "THead", " TR ", " Table "},
    TagNesting{"matterhorn-09-004", "TBody", " TR ", " Table "},
    TagNesting{"matterhorn-09-004", "TFoot", " TR ", " Table "},
    TagNesting{"matterhorn-09-004", "TR", " TH TD ", " Table THead TBody TFoot "},
    TagNesting{"matterhorn-09-004", "TH", "", " TR "},
    TagNesting{"matterhorn-09-004", "TD", "", " TR "},
    TagNesting{"matterhorn-09-005", "L", " LI L Caption ", ""},
    TagNesting{"matterhorn-09-005", "LI", " Lbl LBody ", " L "},
    TagNesting{"matterhorn-09-005", "LBody", "", " LI "},
    TagNesting{"matterhorn-09-006", "TOC", " TOC TOCI Caption ", ""},
    TagNesting{"matterhorn-09-006", "TOCI", " Lbl Reference NonStruct P TOC ", " TOC "},
    TagNesting{"matterhorn-09-007", "Ruby", " RB RT RP ", ""},
    TagNesting{"matterhorn-09-007", "RB", "", " Ruby "},
    TagNesting{"matterhorn-09-007", "RT", "", " Ruby "},
    TagNesting{"matterhorn-09-007", "RP", "", " Ruby "},
    TagNesting{"matterhorn-09-008", "Warichu", " WT WP ", ""},
    TagNesting{"matterhorn-09-008", "WT", "", " Warichu "},
    TagNesting{"matterhorn-09-008", "WP", "", " Warichu "},
};

bool lists(Types types, const std::string& type) {
  return types.find(" " + type + " ") != types.npos;
}

/// Of a numbered heading, from 1; 0: it is none.
int level_of(const std::string& type) {
  const bool is_numbered = type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6';
  return is_numbered ? type[1] - '0' : 0;
}

class TreeCheck {
 public:
  TreeCheck(const TagFacts& facts, TagFindings& findings) : facts_(facts), findings_(findings) {}

  void run() {
    check_roles();
    for (const Tag& tag : tags()) {
      if (tag.standard.empty()) continue;
      check_nesting(tag);
      check_heading(tag);
      check_words(tag);
      check_language(tag);
      if (tag.standard == "L") check_numbering(tag);
      if (tag.standard == "Note") check_note(tag);
    }
    if (has_plain_ && last_level_ > 0) {
      findings_.add("matterhorn-14-007", "headings are both `H` and `H1` to `H6`");
    }
  }

 private:
  const std::vector<Tag>& tags() const { return facts_.tree.tags(); }

  void add(std::string_view rule, const std::string& message, const Tag& tag) {
    findings_.add(rule, message, page_area(facts_, tag.page), TagTree::name(tag));
  }

  void check_roles() {
    const Handle roles = entry(facts_.tree.root(), "/RoleMap");
    std::set<std::string> told;
    for (const Tag& tag : tags()) {
      if (!tag.standard.empty() || !told.insert(tag.type).second) continue;
      std::set<std::string> met;
      std::string at = tag.type;
      while (!at.empty() && met.insert(at).second) at = name_of(entry(roles, ("/" + at).c_str()));
      if (at.empty()) {
        add("matterhorn-02-001",
            "the type `" + tag.type + "` of an element is not standard, nor mapped to such a type",
            tag);
      } else {
        add("matterhorn-02-003", "the type `" + tag.type + "` is mapped in a circle", tag);
      }
    }
    Handle map = roles;
    if (!map.isDictionary()) return;
    for (const std::string& key : map.getKeys()) {
      const std::string type = key.substr(1), to = name_of(map.getKey(key));
      if (is_standard_type(type) && to != type) {
        findings_.add("matterhorn-02-004",
                      "the standard type `" + type + "` is mapped to `" + to + "`");
      }
    }
  }

  void check_nesting(const Tag& tag) {
    const auto* rule = std::ranges::find(kNestings, tag.standard, &TagNesting::type);
    if (rule == kNestings.end()) return;
    const std::string parent = tag.parent ? tags()[*tag.parent].standard : "StructTreeRoot";
    if (!rule->parents.empty() && !parent.empty() && !lists(rule->parents, parent)) {
      add(rule->rule, "an element `" + tag.standard + "` stands in `" + parent + "`", tag);
    }
    for (const std::size_t child : tag.children) {
      const std::string& type = tags()[child].standard;
      if (rule->children.empty() || type.empty() || lists(rule->children, type)) continue;
      add(rule->rule, "an element `" + type + "` stands in `" + tag.standard + "`", tags()[child]);
    }
  }

  void check_heading(const Tag& tag) {
    if (tag.standard == "H") {
      has_plain_ = true;
      if (!headed_.insert(tag.parent.value_or(tags().size())).second) {
        add("matterhorn-14-006", "an element has more than one `H`", tag);
      }
      return;
    }
    const int level = level_of(tag.standard);
    if (level == 0) return;
    if (last_level_ == 0 && level > 1) {
      add("matterhorn-14-002", "the first heading is an `" + tag.standard + "`", tag);
    } else if (level > last_level_ + 1) {
      add("matterhorn-14-003",
          "an `" + tag.standard + "` follows an `H" + std::to_string(last_level_) + "`", tag);
    }
    last_level_ = level;
  }

  void check_words(const Tag& tag) {
    const bool is_formula = tag.standard == "Formula";
    if (tag.standard != "Figure" && !is_formula) return;
    const bool has_alt = !text_of(entry(tag.object, "/Alt")).empty();
    const bool is_replaced = !text_of(entry(tag.object, "/ActualText")).empty();
    if (has_alt || (is_replaced && !is_formula)) return;
    add(is_formula ? "matterhorn-17-002" : "matterhorn-13-004",
        is_formula ? "a formula has no alternate text" : "a figure has no alternate text", tag);
  }

  void check_language(const Tag& tag) {
    const std::string own = text_of(entry(tag.object, "/Lang"));
    if (!own.empty() && !is_language_tag(own)) {
      add("matterhorn-11-001", "the language of an element is `" + own + "`, which is none", tag);
    }
    if (!document_language(facts_).empty() || !facts_.tree.language(tag).empty()) return;
    if (!tag.content.empty()) {
      add("matterhorn-11-001", "nothing says which language the text of an element is in", tag);
    }
    for (const char* key : {"/Alt", "/ActualText", "/E"}) {
      if (text_of(entry(tag.object, key)).empty()) continue;
      add("matterhorn-11-002",
          "nothing says which language the `" + std::string(key + 1) + "` of an element is in",
          tag);
    }
  }

  void check_numbering(const Tag& list) {
    constexpr Types kNumberings =
        " None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha ";
    const std::string numbering = name_of(facts_.tree.attribute(list, "List", "/ListNumbering"));
    if (!numbering.empty() && !lists(kNumberings, numbering)) {
      add("matterhorn-16-002", "the numbering of a list is `" + numbering + "`", list);
    }
  }

  void check_note(const Tag& note) {
    const std::string id = bytes_of(entry(note.object, "/ID"));
    if (id.empty()) {
      add("matterhorn-19-003", "a note has no ID", note);
    } else if (!notes_.insert(id).second) {
      add("matterhorn-19-004", "two notes have the same ID", note);
    }
  }

  const TagFacts& facts_;
  TagFindings& findings_;
  int last_level_ = 0;  ///< of numbered headings; 0: there was none
  bool has_plain_ = false;
  std::set<std::size_t> headed_;  ///< elements that have an H
  std::set<std::string> notes_;
};

}  // namespace

void check_tag_tree(const TagFacts& facts, TagFindings& findings) {
  TreeCheck(facts, findings).run();
}

}  // namespace handbill::preflight
