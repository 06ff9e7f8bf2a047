// SPDX-License-Identifier: MIT
#include "pdf/structure_tree.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

using display::Role;

using display::StructNode;

/// Its place is among the words of its parent, if that has words of its own, not behind them.
bool has_place_in_words(Role role) { return stands_in_lines(role) || role == Role::Figure; }

bool is_in_table(Role role) {
  return role == Role::TableRow || role == Role::TableHeader || role == Role::TableCell;
}

/// Others can point at it (PDF 1.7, 14.7.2): notes, each of which has a name (ISO 14289-1, 7.9),
/// and cells that name others. Empty: nobody does.
std::string name_of(const StructNode& node, std::size_t index) {
  if (node.role == Role::Note) return "n" + std::to_string(index);
  if (node.role == Role::TableHeader) return "h" + std::to_string(index);
  return {};
}

/// PDF 1.7, table 347; empty: None, which a list has that says nothing.
std::string_view name_of(StructNode::Numbering numbering) {
  using enum StructNode::Numbering;
  switch (numbering) {
    case None:
      return "";
    case Disc:
      return "Disc";
    case Circle:
      return "Circle";
    case Square:
      return "Square";
    case Decimal:
      return "Decimal";
    case UpperRoman:
      return "UpperRoman";
    case LowerRoman:
      return "LowerRoman";
    case UpperAlpha:
      return "UpperAlpha";
    case LowerAlpha:
      return "LowerAlpha";
  }
  return "";
}

/// What on paper is a field to fill in (PDF 1.7, table 348); empty: it is none.
std::string field_attributes(const StructNode& node) {
  std::string text;
  switch (node.role) {
    case Role::Blank:
      text = "/Role/tv";
      break;
    case Role::Box:
      text = "/Role/cb/checked/off";
      break;
    case Role::TickedBox:
      text = "/Role/cb/checked/on";
      break;
    default:
      return text;
  }
  if (!node.words.empty()) {
    text += "/Desc";
    append_text(text, node.words);
  }
  return "<</O/PrintField" + text + ">>";
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
    case Role::Emphasis:
      return "Em";
    case Role::Strong:
      return "Strong";
    case Role::Abbreviation:
    case Role::Word:
      return "Span";
    case Role::Blank:
    case Role::Box:
    case Role::TickedBox:
      return "Form";
    case Role::Artifact:
      return "Artifact";
  }
  HANDBILL_CHECK(false, "a role is one of those");
}

StructureTree::StructureTree(std::vector<StructNode> nodes, std::string language)
    : nodes_(std::move(nodes)), language_(std::move(language)), elements_(nodes_.size()) {}

std::size_t StructureTree::start_page(ObjectRef page) {
  pages_.push_back(page);
  marked_on_page_.push_back(0);
  keys_.push_back(next_key_++);
  return keys_.back();
}

std::size_t StructureTree::mark(display::StructId node, display::FrameId frame) {
  const std::size_t number = marked_on_page_.back()++;
  elements_.at(node.index()).content.push_back(content_.size());
  content_.push_back({.page = pages_.size() - 1, .number = number, .frame = frame});
  return number;
}

display::StructId StructureTree::begin_word(display::StructId node, std::string word,
                                            std::string_view rest) {
  const auto last = elements_.at(node.index()).word;
  if (last && !elements_.at(last->index()).half.empty() &&
      rest.starts_with(elements_.at(last->index()).half)) {
    elements_.at(last->index()).half.clear();
    nodes_.at(last->index()).words = std::move(word);
    return *last;
  }
  const display::StructId made{static_cast<std::uint32_t>(nodes_.size())};
  nodes_.push_back({.role = Role::Word, .parent = node, .alt = {}, .words = std::move(word)});
  elements_.emplace_back();
  elements_.at(node.index()).word = made;
  return made;
}

display::StructId StructureTree::end_word(display::StructId node, std::string_view half) {
  const auto last = elements_.at(node.index()).word;
  if (last && nodes_.at(last->index()).words.find(half) != std::string::npos) return *last;
  const display::StructId made = begin_word(node, {}, {});
  elements_.at(made.index()).half = half;
  return made;
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

std::size_t StructureTree::add_field(display::StructId node, ObjectRef annotation) {
  const std::size_t key = add_annotation(node, annotation);
  content_.back().is_field = true;
  elements_.at(node.index()).has_field = structure_type(nodes_.at(node.index()).role) == "Form";
  return key;
}

/// An annotation comes behind all words of its page.
void StructureTree::rank_content() {
  std::vector<std::size_t> order(content_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const Content& each = content_[i];
    return std::tuple(each.page, each.annotation.has_value(), each.frame);
  });
  for (std::size_t i = 0; i < order.size(); ++i) content_[order[i]].rank = i;
  for (Element& each : elements_) {
    std::ranges::sort(each.content, {}, [&](std::size_t i) { return content_[i].rank; });
  }
}

void StructureTree::find_children() {
  for (std::size_t node = 1; node < nodes_.size(); ++node) {
    elements_.at(nodes_[node].parent.index()).children.push_back(node);
  }
  // What is in a node comes behind it.
  for (std::size_t node = nodes_.size(); node-- > 0;) {
    Element& own = elements_[node];
    if (!own.content.empty()) {
      const std::size_t first = content_[own.content.front()].rank;
      own.first = std::min(own.first.value_or(first), first);
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

void StructureTree::add_content(std::size_t index, ObjectRef owner, Entries& to,
                                HaruDocument& document) {
  Content& content = content_[index];
  if (std::exchange(content.is_field, false)) {
    const ObjectRef form = document.reserve_dictionary();
    Entries in;
    add_content(index, form, in, document);
    fill(form, "Form", {}, owner, in, document);
    if (!to.page) to.page = content.page;
    if (!to.kids.empty() && to.kids.back() != '>') to.kids += ' ';
    append_reference(to.kids, form.number);
    return;
  }
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
    return !element.content.empty() && has_place_in_words(nodes_[child].role);
  };
  std::map<std::size_t, std::pair<bool, std::size_t>> by_rank;  // whether it is a child, and which
  for (const std::size_t each : element.content) by_rank[content_[each].rank] = {false, each};
  for (const std::size_t each : element.children) {
    if (is_in_lines(each) && elements_[each].first) by_rank[*elements_[each].first] = {true, each};
  }
  Entries entries;
  for (const auto& [rank, each] : by_rank) {
    const auto& [is_child, index] = each;
    if (is_child) {
      add_child(index, object, entries, document);
    } else {
      add_content(index, object, entries, document);
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

/// Rows that name its columns and come first are its head.
StructureTree::Entries StructureTree::in_table(std::size_t node, ObjectRef object,
                                               HaruDocument& document) {
  const std::vector<std::size_t>& rows = elements_[node].children;
  const auto body = std::ranges::find_if_not(
      rows, [&](std::size_t row) { return nodes_[row].names == StructNode::Names::Columns; });
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

/// What is said of a cell besides its words: what it names, and what names it.
std::string StructureTree::table_attributes(std::size_t node) const {
  const StructNode& own = nodes_[node];
  std::string text;
  if (own.role == Role::TableHeader) {
    text += own.names == StructNode::Names::Row ? "/Scope/Row" : "/Scope/Column";
  }
  if (own.columns > 1) text += "/ColSpan " + std::to_string(own.columns);
  if (own.rows > 1) text += "/RowSpan " + std::to_string(own.rows);
  if (own.headers.empty()) return text;
  text += "/Headers[";
  for (const display::StructId each : own.headers) {
    text += '(' + name_of(nodes_.at(each.index()), each.index()) + ')';
  }
  return text + ']';
}

std::string StructureTree::attributes(std::size_t node) const {
  const StructNode& own = nodes_[node];
  std::string text;
  const auto entry = [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    text += key;
    append_text(text, value);
  };
  // A field speaks for itself; what is said of the line or box on paper would hide it.
  const bool has_field = elements_[node].has_field;
  if (!has_field) entry("/Alt", own.alt);
  entry("/Lang", own.language);
  if (own.role == Role::Abbreviation) entry("/E", own.words);
  if (own.role == Role::Word) entry("/ActualText", own.words);
  const std::string name = name_of(own, node);
  if (!name.empty()) text += "/ID(" + name + ')';
  if (own.role == Role::Figure && elements_[node].box) {
    text += "/A<</O/Layout/Placement/Block/BBox";
    append_box(text, *elements_[node].box);
    text += ">>";
  }
  const std::string field = has_field ? std::string() : field_attributes(own);
  if (!field.empty()) text += "/A" + field;
  const std::string_view numbering = name_of(own.numbering);
  if (!numbering.empty()) text += "/A<</O/List/ListNumbering/" + std::string(numbering) + ">>";
  const std::string of_cell = table_attributes(node);
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
  elements_[node].object = object;
  const Entries in = role == Role::ListItem ? in_list_item(node, object, document)
                     : role == Role::Table  ? in_table(node, object, document)
                                            : in_line(node, object, document);
  const std::string_view type = elements_[node].has_field ? "Span" : structure_type(role);
  fill(object, type, attributes(node), parent, in, document);
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

/// From names to the elements they are of, in the order of their bytes (PDF 1.7, 7.9.6); empty:
/// there are none.
std::string StructureTree::name_tree() const {
  std::map<std::string, ObjectRef> named;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    const std::string name = name_of(nodes_[node], node);
    if (!name.empty() && elements_[node].object.number != 0) {
      named.emplace(name, elements_[node].object);
    }
  }
  if (named.empty()) return {};
  std::string text = "/IDTree<</Names[";
  for (const auto& [name, object] : named) {
    text += '(' + name + ')';
    append_reference(text, object.number);
  }
  return text + "]>>";
}

ObjectRef StructureTree::write(HaruDocument& document) {
  rank_content();
  find_children();
  const ObjectRef root = document.reserve_dictionary();
  const ObjectRef top = write_element(0, root, document);
  std::string text = "/Type/StructTreeRoot/K ";
  append_reference(text, top.number);
  text += "/ParentTree" + parent_tree() + "/ParentTreeNextKey " + std::to_string(next_key_);
  text += name_tree();
  // PDF 1.7 has no types of its own for stress.
  const auto has_stress = [](const StructNode& node) {
    return node.role == Role::Emphasis || node.role == Role::Strong;
  };
  if (std::ranges::any_of(nodes_, has_stress)) text += "/RoleMap<</Em/Span/Strong/Span>>";
  document.set_entries(root, std::move(text));
  return root;
}

}  // namespace handbill::pdf
