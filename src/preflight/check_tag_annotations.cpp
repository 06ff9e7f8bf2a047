// SPDX-License-Identifier: MIT
// Links, form fields and other annotations of a tagged file (Matterhorn 11-004, 11-005, 28).
#include <algorithm>
#include <array>
#include <map>

#include "preflight/check_tags.h"

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostLooked = 5000;
constexpr int kHiddenNote = 2;

constexpr auto kNoteKinds = std::to_array<std::string_view>(
    {"3D",        "Caret",     "Circle",  "FileAttachment", "FreeText",  "Highlight", "Ink",
     "Line",      "Link",      "Movie",   "PolyLine",       "Polygon",   "Popup",     "PrinterMark",
     "Redact",    "RichMedia", "Screen",  "Sound",          "Square",    "Squiggly",  "Stamp",
     "StrikeOut", "Text",      "TrapNet", "Underline",      "Watermark", "Widget"});
static_assert(std::ranges::is_sorted(kNoteKinds));

/// A field's own, or that of the field it is part of.
Handle inherited(const Handle& field, const char* key) {
  Handle at = field;
  constexpr int kDeepest = 50;
  for (int i = 0; i < kDeepest && is_dictionary(at); ++i) {
    if (Handle found = entry(at, key); !is_null(found)) return found;
    at = entry(at, "/Parent");
  }
  return Handle::newNull();
}

class AnnotationCheck {
 public:
  AnnotationCheck(const TagFacts& facts, TagFindings& findings)
      : facts_(facts), findings_(findings) {
    for (const Tag& tag : facts.tree.tags()) {
      for (const std::uint64_t object : tag.objects) owners_.try_emplace(object, &tag);
    }
  }

  void run() {
    for (std::size_t i = 0; i < facts_.file.pages.size(); ++i) check_page(i + 1);
  }

 private:
  void check_page(std::size_t page) {
    const FilePage& on = facts_.file.pages[page - 1];
    const Handle all = entry(on.object, "/Annots");
    bool has_any = false;
    for (std::size_t i = 0; i < std::min(count(all), kMostLooked); ++i) {
      const Handle annotation = element(all, i);
      if (!is_dictionary(annotation)) continue;
      has_any = true;
      const auto place = rect_of(entry(annotation, "/Rect"));
      area_ = place ? std::optional(diag::PageArea{page, to_page(on.boxes, *place)})
                    : page_area(facts_, page);
      check(annotation, on.boxes, place);
    }
    if (!has_any) return;
    area_ = page_area(facts_, page);
    const std::string order = name_of(entry(on.object, "/Tabs"));
    if (order.empty()) add("matterhorn-28-008", "the page does not say how to tab through it");
    if (!order.empty() && order != "S") {
      add("matterhorn-28-009", "one tabs through the page by `" + order + "`, not by `S`");
    }
  }

  void add(std::string_view rule, const std::string& message) {
    findings_.add(rule, message, area_);
  }

  void check(const Handle& annotation, const PageBoxes& boxes,
             const std::optional<UserRect>& place) {
    const std::string kind = name_of(entry(annotation, "/Subtype"));
    if (kind == "TrapNet") return add("matterhorn-28-007", "there is a trap network");
    if (kind == "Popup" || (integer_or(entry(annotation, "/F"), 0) & kHiddenNote) != 0) return;
    const auto found = owners_.find(identity(annotation));
    const Tag* owner = found == owners_.end() ? nullptr : found->second;
    if (kind == "PrinterMark") {
      if (owner != nullptr) add("matterhorn-28-017", "a printer's mark is in the structure");
      return;
    }
    // What lies off the page is not there for a reader (ISO 14289-1, 7.18.1).
    if (place && !lies_on(*place, boxes.shown())) return;
    if (!std::ranges::binary_search(kNoteKinds, std::string_view(kind))) {
      add("matterhorn-28-006", "there is an annotation of the unknown kind `" + kind + "`");
    }
    check_owner(kind, owner);
    check_words(annotation, kind, owner);
  }

  static bool lies_on(const UserRect& place, const UserRect& page) {
    return place.left < page.right && place.right > page.left && place.bottom < page.top &&
           place.top > page.bottom;
  }

  void check_owner(const std::string& kind, const Tag* owner) {
    const std::string in = owner == nullptr ? "" : owner->standard;
    if (kind == "Link" && in != "Link") {
      add("matterhorn-28-011", "a link stands in no element `Link`");
    } else if (kind == "Widget" && in != "Form") {
      add("matterhorn-28-010", "a form field stands in no element `Form`");
    } else if (kind != "Link" && kind != "Widget" && in != "Annot") {
      add("matterhorn-28-002", "an annotation (" + kind + ") stands in no element `Annot`");
    }
  }

  void check_words(const Handle& annotation, const std::string& kind, const Tag* owner) {
    const bool is_field = kind == "Widget";
    const bool is_link = kind == "Link";
    const std::string own =
        text_of(is_field ? inherited(annotation, "/TU") : entry(annotation, "/Contents"));
    const bool has_alt = owner != nullptr && !text_of(entry(owner->object, "/Alt")).empty();
    if (own.empty() && is_link) {
      add("matterhorn-28-012", "a link does not say where it leads (`Contents`)");
    } else if (own.empty() && !has_alt) {
      add(is_field ? "matterhorn-28-005" : "matterhorn-28-004",
          is_field ? "a form field has no words for itself (`TU`)"
                   : "an annotation (" + kind + ") has no words for itself (`Contents`)");
    }
    const bool knows_language = !document_language(facts_).empty() ||
                                !text_of(entry(annotation, "/Lang")).empty() ||
                                (owner != nullptr && !facts_.tree.language(*owner).empty());
    if (own.empty() || knows_language) return;
    add(is_field ? "matterhorn-11-005" : "matterhorn-11-004",
        is_field ? "nothing says which language the name of a form field is in"
                 : "nothing says which language an annotation is in");
  }

  const TagFacts& facts_;
  TagFindings& findings_;
  std::map<std::uint64_t, const Tag*> owners_;  ///< elements, by the annotations they have
  std::optional<diag::PageArea> area_{};        ///< of what is looked at
};

}  // namespace

void check_tag_annotations(const TagFacts& facts, TagFindings& findings) {
  AnnotationCheck(facts, findings).run();
}

}  // namespace handbill::preflight
