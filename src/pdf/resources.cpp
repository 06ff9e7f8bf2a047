// SPDX-License-Identifier: MIT
#include "pdf/resources.h"

#include <algorithm>

#include "base/check.h"
#include "base/number.h"
#include "pdf/picture_object.h"

namespace handbill::pdf {
namespace {

/// Longer names are beyond what every reader takes (PDF 1.7, annex C).
constexpr std::size_t kLongestName = 127;

/// "All" and "None" are no inks of their own (PDF 1.7, 8.6.6.4).
bool can_name_plate(const std::string& name) {
  return !name.empty() && name.size() <= kLongestName && name != "All" && name != "None";
}

void append_ink_space(std::string& out, const std::string& name, const color::Cmyk& solid) {
  out += "[/Separation";
  append_name(out, name);
  out += "/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[";
  for (const double amount : {solid.c, solid.m, solid.y, solid.k}) {
    if (out.back() != '[') out += ' ';
    append_number(out, amount, 4);
  }
  out += "]/N 1>>]";
}

void append_key(std::string& out, std::string_view prefix, std::size_t index) {
  out += prefix;
  out += std::to_string(index);
}

}  // namespace

Resources::Resources(const display::PageList& pages, const font::FontBook& fonts,
                     HaruDocument& document)
    : pages_(&pages), book_(&fonts), document_(&document) {
  for (const display::Page& page : pages.pages) {
    for (const display::Item& item : page.items) {
      const auto* run = std::get_if<display::GlyphRun>(&item.content);
      if (run == nullptr || run->glyphs.empty()) continue;
      const auto [found, added] = index_of_font_.try_emplace(run->font, fonts_.size());
      if (added) {
        fonts_.push_back(UsedFont(book_->face(run->font)));
        font_first_used_.push_back(&item);
      }
      fonts_[found->second].add(*run);
    }
  }
}

std::optional<Resources::FontProblem> Resources::write_fonts() {
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (const auto problem = fonts_[i].close()) {
      return FontProblem{font_first_used_[i]->span,
                         "font `" + fonts_[i].face().postscript_name() + "` " + *problem};
    }
    font_objects_.push_back(fonts_[i].write(*document_));
  }
  return std::nullopt;
}

std::optional<std::size_t> Resources::color_space(const color::Color& ink) {
  const bool registration = ink.kind == color::InkKind::Registration;
  if (!registration && !can_name_plate(ink.spot)) return std::nullopt;
  const Ink wanted{registration ? "All" : ink.spot,
                   registration ? color::Cmyk{1, 1, 1, 1} : ink.cmyk};
  const auto found = std::ranges::find_if(inks_, [&](const Ink& known) {
    return known.name == wanted.name && known.solid == wanted.solid;
  });
  if (found == inks_.end()) {
    inks_.push_back(wanted);
    return inks_.size() - 1;
  }
  return static_cast<std::size_t>(found - inks_.begin());
}

std::size_t Resources::opacity(Milli opacity) {
  const auto found = std::ranges::find(opacities_, opacity);
  if (found != opacities_.end()) return static_cast<std::size_t>(found - opacities_.begin());
  opacities_.push_back(opacity);
  return opacities_.size() - 1;
}

std::optional<std::uint32_t> Resources::picture(display::PictureId id) {
  HANDBILL_CHECK(id.index() < pages_->pictures.size() && pages_->pictures[id.index()],
                 "a placed picture is in the list");
  const auto known = pictures_.find(id);
  if (known != pictures_.end()) return known->second.number;
  const auto written = write_picture(*pages_->pictures[id.index()], *document_);
  if (!written) return std::nullopt;
  pictures_[id] = *written;
  return written->number;
}

std::string Resources::dictionary(const PageUse& use) const {
  std::string text = "<<";
  if (!use.fonts.empty()) {
    text += "/Font<<";
    for (const std::size_t index : use.fonts) {
      append_key(text, "/F", index);
      text += ' ';
      append_reference(text, font_objects_[index].number);
    }
    text += ">>";
  }
  if (!use.pictures.empty()) {
    text += "/XObject<<";
    for (const std::uint32_t number : use.pictures) {
      append_key(text, "/Im", number);
      text += ' ';
      append_reference(text, number);
    }
    text += ">>";
  }
  if (!use.color_spaces.empty()) {
    text += "/ColorSpace<<";
    for (const std::size_t index : use.color_spaces) {
      append_key(text, "/CS", index);
      append_ink_space(text, inks_[index].name, inks_[index].solid);
    }
    text += ">>";
  }
  if (!use.opacities.empty()) {
    text += "/ExtGState<<";
    for (const std::size_t index : use.opacities) {
      append_key(text, "/GS", index);
      text += "<</ca ";
      append_milli(text, opacities_[index]);
      text += "/CA ";
      append_milli(text, opacities_[index]);
      text += ">>";
    }
    text += ">>";
  }
  return text + ">>";
}

}  // namespace handbill::pdf
