// SPDX-License-Identifier: MIT
#include "preflight/tag_tree.h"

#include <algorithm>
#include <array>

namespace handbill::preflight {
namespace {

constexpr int kDeepestTags = 200;
constexpr std::size_t kMostTags = 300'000;
constexpr std::size_t kMostKids = 200'000;
/// Longer chains lead nowhere.
constexpr int kLongestRoles = 50;

constexpr auto kStandardTypes = std::to_array<std::string_view>(
    {"Annot",    "Art",    "BibEntry", "BlockQuote", "Caption", "Code",      "Div",
     "Document", "Figure", "Form",     "Formula",    "H",       "H1",        "H2",
     "H3",       "H4",     "H5",       "H6",         "Index",   "L",         "LBody",
     "LI",       "Lbl",    "Link",     "NonStruct",  "Note",    "P",         "Part",
     "Private",  "Quote",  "RB",       "RP",         "RT",      "Reference", "Ruby",
     "Sect",     "Span",   "TBody",    "TD",         "TFoot",   "TH",        "THead",
     "TOC",      "TOCI",   "TR",       "Table",      "WP",      "WT",        "Warichu"});
static_assert(std::ranges::is_sorted(kStandardTypes));

}  // namespace

bool is_standard_type(const std::string& type) {
  return std::ranges::binary_search(kStandardTypes, std::string_view(type));
}

TagTree::TagTree(QPDF& pdf, const std::vector<FilePage>& pages, Budget& budget) : budget_(budget) {
  root_ = entry(pdf.getRoot(), "/StructTreeRoot");
  if (!is_there()) return;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    numbers_.try_emplace(identity(pages[i].object), i + 1);
  }
  const Handle kids = entry(root_, "/K");
  if (is_dictionary(kids)) read(kids, std::nullopt, Handle::newNull(), 0);
  for (std::size_t i = 0, end = counted_kids(kids); i < end; ++i) {
    read(element(kids, i), std::nullopt, Handle::newNull(), 0);
  }
}

/// None where there are more than any program writes, which is told.
std::size_t TagTree::counted_kids(const Handle& kids) const {
  const std::size_t all = count(kids);
  if (all <= kMostKids) return all;
  budget_.refuse("an element of its structure tree has more than 200,000 parts");
  return 0;
}

/// Follows the role map until it comes to a standard type.
std::string TagTree::standard_of(const std::string& type) const {
  const Handle roles = entry(root_, "/RoleMap");
  std::string at = type;
  for (int i = 0; i < kLongestRoles && !at.empty(); ++i) {
    if (is_standard_type(at)) return at;
    at = name_of(entry(roles, ("/" + at).c_str()));
  }
  return {};
}

void TagTree::read(const Handle& object, std::optional<std::size_t> parent, const Handle& page,
                   int depth) {
  if (!is_dictionary(object) || budget_.used_up() != nullptr) return;
  if (depth > kDeepestTags) return budget_.refuse("its structure tree nests more than 200 deep");
  if (tags_.size() >= kMostTags) {
    return budget_.refuse("its structure tree has more than 300,000 elements");
  }
  const std::uint64_t id = identity(object);
  if (id != 0 && !open_.insert(id).second) return;
  const std::size_t index = tags_.size();
  const std::string type = name_of(entry(object, "/S"));
  tags_.push_back(
      {.object = object, .type = type, .standard = standard_of(type), .parent = parent});
  if (parent) tags_[*parent].children.push_back(index);
  const Handle own = entry(object, "/Pg");
  read_kids(entry(object, "/K"), index, is_dictionary(own) ? own : page, depth);
}

void TagTree::read_kids(const Handle& kids, std::size_t tag, const Handle& page, int depth) {
  if (!is_array(kids)) return read_kid(kids, tag, page, depth);
  for (std::size_t i = 0, end = counted_kids(kids); i < end; ++i) {
    read_kid(element(kids, i), tag, page, depth);
  }
}

void TagTree::note_page(std::size_t tag, const Handle& page) {
  const auto found = numbers_.find(identity(page));
  if (tags_[tag].page == 0 && found != numbers_.end()) tags_[tag].page = found->second;
}

void TagTree::read_kid(const Handle& kid, std::size_t tag, const Handle& page, int depth) {
  if (const auto id = number(kid)) {
    note_page(tag, page);
    tags_[tag].content.push_back({identity(page), static_cast<int>(*id)});
    return;
  }
  const std::string type = name_of(entry(kid, "/Type"));
  const Handle own = entry(kid, "/Pg");
  const Handle& on = is_dictionary(own) ? own : page;
  if (type == "MCR") {
    note_page(tag, on);
    const Handle stream = entry(kid, "/Stm");
    tags_[tag].content.push_back(
        {identity(is_stream(stream) ? stream : on), integer_or(entry(kid, "/MCID"), -1)});
  } else if (type == "OBJR") {
    note_page(tag, on);
    tags_[tag].objects.push_back(identity(entry(kid, "/Obj")));
  } else {
    read(kid, tag, page, depth + 1);
  }
}

Handle TagTree::attribute(const Tag& tag, const char* owner, const char* key) const {
  const auto find_in = [&](const Handle& attributes) {
    if (name_of(entry(attributes, "/O")) == owner) return entry(attributes, key);
    for (std::size_t i = 0; i < std::min<std::size_t>(count(attributes), 100); ++i) {
      const Handle each = element(attributes, i);
      if (name_of(entry(each, "/O")) != owner) continue;
      if (Handle found = entry(each, key); !is_null(found)) return found;
    }
    return Handle::newNull();
  };
  if (Handle found = find_in(entry(tag.object, "/A")); !is_null(found)) return found;
  for (const std::string& each : names_of(entry(tag.object, "/C"))) {
    Handle found = find_in(entry(entry(root_, "/ClassMap"), ("/" + each).c_str()));
    if (!is_null(found)) return found;
  }
  return Handle::newNull();
}

std::string TagTree::language(const Tag& tag) const {
  for (const Tag* at = &tag;; at = &tags_[*at->parent]) {
    std::string own = text_of(entry(at->object, "/Lang"));
    if (!own.empty() || !at->parent) return own;
  }
}

std::string TagTree::name(const Tag& tag) {
  const std::uint64_t id = identity(tag.object);
  if (id == 0) return {};
  return std::to_string(id >> 32U) + " " + std::to_string(id & 0xFFFFFFFFU) + " R";
}

}  // namespace handbill::preflight
