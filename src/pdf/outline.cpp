// SPDX-License-Identifier: MIT
#include "pdf/outline.h"

#include <algorithm>
#include <span>
#include <utility>

#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

struct Bookmark {
  ObjectRef object;
  int level = 0;
  std::string entries;
  std::size_t parent = 0;  ///< index of the one it stands below; the first is the root
  std::vector<std::size_t> children{};
  std::size_t inside = 0;  ///< how many stand below it, at any depth
};

void refer(std::string& text, std::string_view key, ObjectRef object) {
  text += key;
  text += ' ';
  append_reference(text, object.number);
}

std::vector<Bookmark> bookmarks_of(const std::vector<display::Heading>& headings,
                                   const Destinations& destinations, HaruDocument& document) {
  std::vector<Bookmark> all;
  for (const display::Heading& heading : headings) {
    const std::string place = destinations.to(heading.structure);
    if (place.empty() || heading.words.empty()) continue;
    if (all.empty()) all.push_back({document.reserve_dictionary(), 0, "/Type/Outlines"});
    std::size_t parent = all.size() - 1;
    while (all[parent].level >= heading.level) parent = all[parent].parent;
    std::string entries = "/Title";
    append_text(entries, heading.words);
    entries += "/Dest" + place;
    all[parent].children.push_back(all.size());
    all.push_back({document.reserve_dictionary(), heading.level, std::move(entries), parent});
  }
  for (std::size_t i = all.size(); i-- > 1;) all[all[i].parent].inside += all[i].inside + 1;
  return all;
}

/// The page bears the number after that of the one before; of pages without one that has none.
bool goes_on(const std::vector<display::Page>& pages, std::size_t page) {
  const auto &before = pages[page - 1].number, &own = pages[page].number;
  if (!before || !own) return before.has_value() == own.has_value();
  return *before > 0 && *own == *before + 1;
}

/// Of pages that follow each other those that print no number have what the one before prints its
/// number in, else the first that prints one.
std::vector<display::Numerals> numerals_of(const std::vector<display::Page>& pages) {
  std::vector<display::Numerals> all(pages.size(), display::Numerals::Arabic);
  for (std::size_t begin = 0; begin < pages.size();) {
    std::size_t end = begin + 1;
    while (end < pages.size() && goes_on(pages, end)) ++end;
    const auto run = std::span(pages).subspan(begin, end - begin);
    const auto first =
        std::ranges::find_if(run, [](const auto& each) { return each.numerals.has_value(); });
    display::Numerals current = first != run.end() ? *first->numerals : display::Numerals::Arabic;
    for (; begin < end; ++begin) {
      current = pages[begin].numerals.value_or(current);
      all[begin] = current;
    }
  }
  return all;
}

/// PDF 1.7, table 159. Numbers of labels begin at 1.
std::string label_of(const std::optional<std::int64_t>& number, display::Numerals numerals) {
  if (!number) return {};
  if (*number < 1) return "/P(" + std::to_string(*number) + ')';
  const std::string start = *number == 1 ? "" : "/St " + std::to_string(*number);
  switch (numerals) {
    case display::Numerals::SmallRoman:
      return "/S/r" + start;
    case display::Numerals::CapitalRoman:
      return "/S/R" + start;
    case display::Numerals::Arabic:
      break;
  }
  return "/S/D" + start;
}

}  // namespace

std::optional<ObjectRef> write_outline(const std::vector<display::Heading>& headings,
                                       const Destinations& destinations, HaruDocument& document) {
  std::vector<Bookmark> all = bookmarks_of(headings, destinations, document);
  if (all.empty()) return std::nullopt;
  for (Bookmark& each : all) {
    for (std::size_t i = 0; i < each.children.size(); ++i) {
      std::string& entries = all[each.children[i]].entries;
      refer(entries, "/Parent", each.object);
      if (i > 0) refer(entries, "/Prev", all[each.children[i - 1]].object);
      if (i + 1 < each.children.size()) refer(entries, "/Next", all[each.children[i + 1]].object);
    }
    if (each.children.empty()) continue;
    refer(each.entries, "/First", all[each.children.front()].object);
    refer(each.entries, "/Last", all[each.children.back()].object);
    // All are open.
    each.entries += "/Count " + std::to_string(each.inside);
  }
  for (Bookmark& each : all) document.set_entries(each.object, std::move(each.entries));
  return all.front().object;
}

std::string page_labels(const std::vector<display::Page>& pages) {
  const bool is_numbered =
      std::ranges::any_of(pages, [](const auto& page) { return page.number.has_value(); });
  if (!is_numbered) return {};
  const std::vector<display::Numerals> numerals = numerals_of(pages);
  std::string text = "<</Nums[";
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0 && goes_on(pages, i) && numerals[i] == numerals[i - 1]) continue;
    if (text.back() != '[') text += ' ';
    text += std::to_string(i) + "<<" + label_of(pages[i].number, numerals[i]) + ">>";
  }
  return text + "]>>";
}

}  // namespace handbill::pdf
