// SPDX-License-Identifier: MIT
#include "pdf/structure_tree.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/check.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

using display::Role;

/// Its place is among the words of its parent, if that has words of its own, not behind them.
bool stands_in_lines(Role role) {
  return role == Role::Link || role == Role::Label || role == Role::Reference ||
         role == Role::Figure;
}

bool is_in_table(Role role) {
  return role == Role::TableRow || role == Role::TableHeader || role == Role::TableCell;
}

}  // namespace

std::string_view structure_type(Role role) {
  switch (role) {
    case Role::Document:
      return "Document";
    case Role::Section:
      return "Sect";
    case Role::Paragraph:
      return "P";
    case Role::Heading1:
      return "H1";
    case Role::Heading2:
      return "H2";
    case Role::Heading3:
      return "H3";
    case Role::Heading4:
      return "H4";
    case Role::List:
      return "L";
    case Role::ListItem:
      return "LI";
    case Role::Quote:
      return "BlockQuote";
    case Role::Table:
      return "Table";
    case Role::TableRow:
      return "TR";
    case Role::TableHeader:
      return "TH";
    case Role::TableCell:
      return "TD";
    case Role::Figure:
      return "Figure";
    case Role::Link:
      return "Link";
    case Role::Label:
      return "Lbl";
    case Role::Reference:
      return "Reference";
    case Role::Note:
      return "Note";
    case Role::Artifact:
      return "Artifact";
  }
  HANDBILL_CHECK(false, "a role is one of those");
}

StructureTree::StructureTree(const std::vector<display::StructNode>& nodes, std::string language)
    : nodes_(nodes), language_(std::move(language)), elements_(nodes.size()) {}

std::size_t StructureTree::start_page(ObjectRef page) {
  pages_.push_back(page);
  marked_on_page_.push_back(0);
  keys_.push_back(next_key_++);
  return keys_.back();
}

std::size_t StructureTree::mark(display::StructId node) {
  const std::size_t number = marked_on_page_.back()++;
  elements_.at(node.index()).content.push_back(content_.size());
  content_.push_back({.page = pages_.size() - 1, .number = number});
  return number;
}

void StructureTree::cover(display::StructId node, const Rect& box) {
  std::optional<Rect>& all = elements_.at(node.index()).box;
  all = all ? Rect::from_edges(std::min(all->left, box.left), std::min(all->top, box.top),
                               std::max(all->right(), box.right()),
                               std::max(all->bottom(), box.bottom()))
            : box;
}

std::size_t StructureTree::add_annotation(display::StructId node, ObjectRef annotation) {
  elements_.at(node.index()).content.push_back(content_.size());
  content_.push_back({.page = pages_.size() - 1, .annotation = annotation, .key = next_key_++});
  return content_.back().key;
}

void StructureTree::find_children() {
  for (std::size_t node = 1; node < nodes_.size(); ++node) {
    elements_.at(nodes_[node].parent.index()).children.push_back(node);
  }
  // What is in a node comes behind it.
  for (std::size_t node = nodes_.size(); node-- > 0;) {
    Element& own = elements_[node];
    if (!own.content.empty()) {
      own.first = std::min(own.first.value_or(own.content.front()), own.content.front());
    }
    if (node == 0 || !own.first) continue;
    Element& parent = elements_.at(nodes_[node].parent.index());
    parent.first = std::min(parent.first.value_or(*own.first), *own.first);
  }
}

/// A table keeps its empty cells, or columns would move.
bool StructureTree::is_written(std::size_t node) const {
  while (is_in_table(nodes_[node].role)) node = nodes_[node].parent.index();
  return elements_[node].first.has_value();
}

void StructureTree::add_content(std::size_t index, ObjectRef owner, Entries& to) {
  Content& content = content_[index];
  content.owner = owner;
  if (!to.page) to.page = content.page;
  if (!to.kids.empty() && to.kids.back() != ']' && to.kids.back() != '>') to.kids += ' ';
  if (content.annotation) {
    to.kids += "<</Type/OBJR/Obj ";
    append_reference(to.kids, content.annotation->number);
    to.kids += "/Pg ";
    append_reference(to.kids, pages_[content.page].number);
    to.kids += ">>";
  } else if (content.page == *to.page) {
    to.kids += std::to_string(content.number);
  } else {
    to.kids += "<</Type/MCR/Pg ";
    append_reference(to.kids, pages_[content.page].number);
    to.kids += "/MCID " + std::to_string(content.number) + ">>";
  }
}

void StructureTree::add_child(std::size_t node, ObjectRef parent, Entries& to,
                              HaruDocument& document) {
  if (!is_written(node)) return;
  const ObjectRef child = write_element(node, parent, document);
  if (!to.kids.empty() && to.kids.back() != '>') to.kids += ' ';
  append_reference(to.kids, child.number);
}

/// Its words, with what stands in them where it stands, then its blocks.
StructureTree::Entries StructureTree::in_line(std::size_t node, ObjectRef object,
                                              HaruDocument& document) {
  const Element& element = elements_[node];
  const auto is_in_lines = [&](std::size_t child) {
    return !element.content.empty() && stands_in_lines(nodes_[child].role);
  };
  std::map<std::size_t, std::optional<std::size_t>> by_place;  // content of its own, or a child
  for (const std::size_t each : element.content) by_place.emplace(each, std::nullopt);
  for (const std::size_t each : element.children) {
    if (is_in_lines(each) && elements_[each].first) {
      by_place.emplace(*elements_[each].first, each);
    }
  }
  Entries entries;
  for (const auto& [content, child] : by_place) {
    if (child) {
      add_child(*child, object, entries, document);
    } else {
      add_content(content, object, entries);
    }
  }
  for (const std::size_t each : element.children) {
    if (!is_in_lines(each)) add_child(each, object, entries, document);
  }
  return entries;
}

/// Its label, and a body for all else.
StructureTree::Entries StructureTree::in_list_item(std::size_t node, ObjectRef object,
                                                   HaruDocument& document) {
  Element& element = elements_[node];
  Entries entries;
  std::erase_if(element.children, [&](std::size_t each) {
    if (nodes_[each].role != Role::Label) return false;
    add_child(each, object, entries, document);
    return true;
  });
  const ObjectRef body = document.reserve_dictionary();
  fill(body, "LBody", {}, object, in_line(node, body, document), document);
  if (!entries.kids.empty()) entries.kids += ' ';
  append_reference(entries.kids, body.number);
  return entries;
}

/// Rows of header cells alone that come first are its head.
StructureTree::Entries StructureTree::in_table(std::size_t node, ObjectRef object,
                                               HaruDocument& document) {
  const std::vector<std::size_t>& rows = elements_[node].children;
  const auto body = std::ranges::find_if_not(rows, [&](std::size_t row) {
    const auto& cells = elements_[row].children;
    return !cells.empty() && std::ranges::all_of(cells, [&](std::size_t cell) {
      return nodes_[cell].role == Role::TableHeader;
    });
  });
  Entries entries;
  const auto add_rows = [&](auto begin, auto end, std::string_view type) {
    if (begin == end) return;
    const ObjectRef group = document.reserve_dictionary();
    Entries in;
    for (auto row = begin; row != end; ++row) add_child(*row, group, in, document);
    fill(group, type, {}, object, in, document);
    if (!entries.kids.empty()) entries.kids += ' ';
    append_reference(entries.kids, group.number);
  };
  add_rows(rows.begin(), body, "THead");
  add_rows(body, rows.end(), "TBody");
  return entries;
}

std::string StructureTree::attributes(std::size_t node) const {
  const display::StructNode& own = nodes_[node];
  std::string text;
  if (!own.alt.empty()) {
    text += "/Alt";
    append_text(text, own.alt);
  }
  // Every note has a name (ISO 14289-1, 7.9).
  if (own.role == Role::Note) text += "/ID(n" + std::to_string(node) + ')';
  if (own.role == Role::Figure && elements_[node].box) {
    text += "/A<</O/Layout/Placement/Block/BBox";
    append_box(text, *elements_[node].box);
    text += ">>";
  }
  std::string of_cell;
  if (own.role == Role::TableHeader) of_cell += "/Scope/Column";
  if (own.columns > 1) of_cell += "/ColSpan " + std::to_string(own.columns);
  if (own.rows > 1) of_cell += "/RowSpan " + std::to_string(own.rows);
  if (!of_cell.empty()) text += "/A<</O/Table" + of_cell + ">>";
  return text;
}

void StructureTree::fill(ObjectRef object, std::string_view type, std::string entries,
                         ObjectRef parent, const Entries& in, HaruDocument& document) const {
  std::string text = "/S/" + std::string(type) + "/P ";
  append_reference(text, parent.number);
  text += entries;
  if (in.page) {
    text += "/Pg ";
    append_reference(text, pages_[*in.page].number);
  }
  if (!in.kids.empty()) text += "/K[" + in.kids + ']';
  document.set_entries(object, std::move(text));
}

ObjectRef StructureTree::write_element(std::size_t node, ObjectRef parent, HaruDocument& document) {
  const Role role = nodes_[node].role;
  const ObjectRef object = document.reserve_dictionary();
  const Entries in = role == Role::ListItem ? in_list_item(node, object, document)
                     : role == Role::Table  ? in_table(node, object, document)
                                            : in_line(node, object, document);
  fill(object, structure_type(role), attributes(node), parent, in, document);
  return object;
}

/// From content to the element it is in (PDF 1.7, 14.7.4.4).
std::string StructureTree::parent_tree() const {
  std::map<std::size_t, std::string> by_key;
  for (const std::size_t key : keys_) by_key[key] = "[";
  for (const Content& each : content_) {
    std::string& text = by_key[each.annotation ? each.key : keys_[each.page]];
    if (!text.empty() && text.back() != '[') text += ' ';
    append_reference(text, each.owner.number);
  }
  std::string all = "<</Nums[";
  for (auto& [key, text] : by_key) {
    if (text.starts_with('[')) text += ']';
    if (all.back() != '[') all += ' ';
    all += std::to_string(key) + ' ' + text;
  }
  return all + "]>>";
}

ObjectRef StructureTree::write(HaruDocument& document) {
  find_children();
  const ObjectRef root = document.reserve_dictionary();
  const ObjectRef top = write_element(0, root, document);
  std::string text = "/Type/StructTreeRoot/K ";
  append_reference(text, top.number);
  text += "/ParentTree" + parent_tree() + "/ParentTreeNextKey " + std::to_string(next_key_);
  document.set_entries(root, std::move(text));
  return root;
}

}  // namespace handbill::pdf
