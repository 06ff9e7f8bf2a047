// SPDX-License-Identifier: MIT
#include "build/form_fields.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/spaces.h"
#include "display/block_of.h"
#include "display/item_kinds.h"
#include "words/words.h"

namespace handbill::build {
namespace {

using pdf::FormField;

constexpr std::size_t kLongestName = 60;
/// Type in a field, where no word of its line says how large that is.
constexpr Length kUsualSize = Length::pt(10);
/// Room above the line that is written on, in sizes of the type.
constexpr double kRoom = 1.25;

/// What is to be written on each blank, in the order they are read, by where they are written.
std::map<diag::Span, std::deque<std::string>> blank_labels(const words::Words& words) {
  std::map<diag::Span, std::deque<std::string>> labels;
  for (const words::Paragraph& paragraph : words.paragraphs) {
    for (const words::Blank& blank : paragraph.blanks) {
      // A line beside an icon has no words; of "clinic.phone" it is the phone.
      const std::string fact = blank.fact.substr(blank.fact.rfind('.') + 1);
      labels[paragraph.origins.at(blank.offset).span].push_back(blank.label.empty() ? fact
                                                                                    : blank.label);
    }
  }
  return labels;
}

/// The words of each block, as they are painted.
std::map<display::StructId, std::string> words_of_blocks(const display::PageList& pages) {
  std::map<display::StructId, std::string> words;
  for (const display::Page& page : pages.pages) {
    for (const display::Item& item : page.items) {
      const auto* run = display::text_of(item);
      const auto block = display::block_of(pages, item);
      if (run != nullptr && block) words[*block] += run->text;
    }
  }
  return words;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

class Finder {
 public:
  Finder(const words::Words& words, const display::PageList& pages)
      : pages_(pages), labels_(blank_labels(words)), words_(words_of_blocks(pages)) {}

  std::vector<FormField> find() {
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
      last_size_ = kUsualSize;
      for (const display::Item& item : pages_.pages[i].items) look(item, i);
    }
    return std::move(fields_);
  }

 private:
  void look(const display::Item& item, std::size_t page) {
    if (const auto* run = display::text_of(item)) last_size_ = run->size;
    const auto* shape = display::shape_of(item);
    const auto box = shape != nullptr ? shape->path.bounds() : std::nullopt;
    if (!box || !item.structure || !shape->stroke || shape->fill) return;
    const display::Role role = role_of(item);
    const auto block = display::block_of(pages_, item);
    if (role == display::Role::Box) {
      const auto words = block ? words_.find(*block) : words_.end();
      const std::string label = words == words_.end() ? "" : trimmed(words->second);
      return add(FormField::Kind::Tick, page, *box, box->height, label, item);
    }
    const auto known = labels_.find(item.span);
    const bool is_line = role == display::Role::Blank && box->width > Length();
    if (!is_line || known == labels_.end() || known->second.empty()) return;
    const std::string label = known->second.front();
    if (known->second.size() > 1) known->second.pop_front();
    const Length height = last_size_ * kRoom;
    add(FormField::Kind::Text, page, {box->left, box->top - height, box->width, height}, last_size_,
        label, item);
  }

  void add(FormField::Kind kind, std::size_t page, const Rect& box, Length size,
           const std::string& label, const display::Item& item) {
    const std::string says = label.empty() ? "blank" : label;
    fields_.push_back({.kind = kind,
                       .page = page,
                       .box = box,
                       .name = name_for(says),
                       .tooltip = says,
                       .size = size,
                       .structure = item.structure});
  }

  display::Role role_of(const display::Item& item) const {
    return pages_.structure.at(item.structure->index()).role;
  }

  /// A full stop would part a name (PDF 1.7, 12.7.3.2).
  std::string name_for(std::string_view label) {
    std::string name;
    for (const char c : label) name += c == '.' ? ' ' : c;
    std::size_t end = std::min(name.size(), kLongestName);
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
    name = trimmed(std::string_view(name).substr(0, end));
    std::string unique = name;
    for (int count = 2; !names_.insert(unique).second; ++count) {
      unique = name + " " + std::to_string(count);
    }
    return unique;
  }

  const display::PageList& pages_;
  std::map<diag::Span, std::deque<std::string>> labels_;
  std::map<display::StructId, std::string> words_;
  Length last_size_ = kUsualSize;
  std::set<std::string> names_;
  std::vector<FormField> fields_;
};

}  // namespace

std::vector<pdf::FormField> form_fields(const words::Words& words, const display::PageList& pages) {
  return Finder(words, pages).find();
}

}  // namespace handbill::build
