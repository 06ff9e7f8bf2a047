// SPDX-License-Identifier: MIT
#include "pdf/resources.h"

#include <algorithm>

#include "base/check.h"
#include "color/pixel_transform.h"
#include "display/item_kinds.h"
#include "pdf/picture_object.h"
#include "pdf/processing_step.h"

namespace handbill::pdf {
namespace {

std::string reference(ObjectRef object) {
  std::string text = " ";
  append_reference(text, object.number);
  return text;
}

/// "/F0 5 0 R/F1 7 0 R".
template <typename Keys, typename Value>
std::string entries(std::string_view prefix, const Keys& keys, const Value& value) {
  std::string text;
  for (const auto key : keys) {
    text += prefix;
    text += std::to_string(key);
    text += value(key);
  }
  return text;
}

/// A category without entries is left out.
std::string category(std::string_view name, const std::string& entries) {
  return entries.empty() ? std::string() : std::string(name) + "<<" + entries + ">>";
}

}  // namespace

Resources::Resources(const display::PageList& pages, const font::FontBook& fonts, const Inks& inks,
                     HaruDocument& document)
    : pages_(&pages), book_(&fonts), inks_(inks), document_(&document) {
  if (is_for_screen()) {
    srgb_profile_ = color::srgb_profile();
    srgb_ = profile(srgb_profile_);
  }
  for (const display::Page& form : pages.forms) add_fonts(form);
  for (const display::Page& page : pages.pages) add_fonts(page);
}

void Resources::add_fonts(const display::Page& page) {
  for (const display::Item& item : page.items) {
    const auto* run = display::text_of(item);
    if (run == nullptr || run->glyphs.empty()) continue;
    const auto [found, added] = index_of_font_.try_emplace(run->font, fonts_.size());
    if (added) {
      fonts_.push_back(UsedFont(book_->face(run->font)));
      font_first_used_.push_back(&item);
    }
    fonts_[found->second].add(*run);
  }
}

std::optional<Resources::FontProblem> Resources::write_fonts(PartBook& book) {
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (const auto problem = fonts_[i].close(book)) {
      return FontProblem{font_first_used_[i]->span,
                         "font `" + fonts_[i].face().postscript_name() + "` " + *problem};
    }
    font_objects_.push_back(fonts_[i].write(*document_));
  }
  return std::nullopt;
}

Resources::ColorSpace Resources::color_space(const color::Color& ink) {
  auto plate = plate_of(ink);
  if (!plate) return {0, "`" + ink.spot + "` can't be the name of an ink"};
  const auto found = std::ranges::find(plates_, *plate);
  if (found != plates_.end()) return {static_cast<std::size_t>(found - plates_.begin())};
  std::string problem = problem_with(*plate);
  if (!problem.empty()) return {0, std::move(problem)};
  plates_.push_back(std::move(*plate));
  return {plates_.size() - 1};
}

std::string Resources::problem_with(const Plate& plate) {
  const auto [stand_in, added] = stand_ins_.try_emplace(plate.name, plate.solid);
  if (added || stand_in->second == plate.solid) return {};
  std::string fault = "two different colours stand in for the ink `" + plate.name + "`";
  if (standard().is_pdfx()) return fault + "; PDF/X takes one";
  archive_fault_ = std::move(fault);
  return {};
}

std::string Resources::mixed_color_space(const Colorants& colorants) {
  if (colorants.plates.empty()) return "/DeviceCMYK";
  if (colorants.count() == 1) return separation_space(colorants.plates.front());
  // ISO 19005-2, 6.1.13.
  constexpr std::size_t kMostColorants = 32;
  if (colorants.count() > kMostColorants) archive_fault_ = "more than 32 inks run into each other";
  std::string program = tint_transform_program(colorants);
  auto found = tint_transforms_.find(program);
  if (found == tint_transforms_.end()) {
    const ObjectRef function = document_->add_stream(tint_transform_entries(colorants), program);
    found = tint_transforms_.emplace(std::move(program), function).first;
  }
  return device_n_space(colorants, found->second.number);
}

std::size_t Resources::graphics_state(std::string entries) {
  const auto found = std::ranges::find(graphics_states_, entries);
  if (found != graphics_states_.end()) {
    return static_cast<std::size_t>(found - graphics_states_.begin());
  }
  graphics_states_.push_back(std::move(entries));
  return graphics_states_.size() - 1;
}

std::size_t Resources::shading(const std::string& entries) {
  const auto [found, added] = index_of_shading_.try_emplace(entries, shading_objects_.size());
  if (added) shading_objects_.push_back(document_->add_dictionary(entries));
  return found->second;
}

ObjectRef Resources::profile(std::string_view icc) {
  const auto known = profiles_.find(icc);
  if (known != profiles_.end()) return known->second;
  return profiles_.emplace(icc, document_->add_stream("/N 3/Alternate/DeviceRGB", icc))
      .first->second;
}

Resources::PictureObject Resources::picture(display::PictureId id) {
  HANDBILL_CHECK(id.index() < pages_->pictures.size() && pages_->pictures[id.index()],
                 "a placed picture is in the list");
  const auto known = pictures_.find(id);
  if (known != pictures_.end()) return {known->second.number};
  const display::Picture& picture = *pages_->pictures[id.index()];
  if (auto problem = pdf::problem_with(picture, standard())) return {0, std::move(*problem)};
  std::optional<ObjectRef> icc;
  if (picture.space == display::Picture::Space::Rgb) {
    if (picture.icc.empty()) {
      archive_fault_ = "picture `" + picture.name + "` is RGB without an ICC profile";
    } else {
      icc = profile(picture.icc);
    }
  }
  const ObjectRef written = write_picture(picture, icc, *document_);
  pictures_[id] = written;
  return {written.number};
}

color::Rgb Resources::on_screen(const color::Color& ink) {
  const auto [entry, fresh] = on_screen_.try_emplace(ink.as_cmyk());
  if (fresh) entry->second = inks_.screen->to_rgb(ink);
  return entry->second;
}

void Resources::add_layer(display::ProcessingStep step) {
  const auto [layer, added] = layers_.try_emplace(step);
  if (!added) return;
  layer->second = document_->add_dictionary(layer_entries(step));
  layer_objects_.push_back(layer->second);
}

std::string Resources::dictionary(const PageUse& use) const {
  std::string text = "<<";
  text += category("/Font", entries("/F", use.fonts, [this](std::size_t index) {
                     return reference(font_objects_[index]);
                   }));
  text += category(
      "/XObject",
      entries("/Fm", use.forms, [this](std::size_t i) { return reference(forms_[i].object); }) +
          entries("/Im", use.pictures, [](std::uint32_t number) { return reference({number}); }));
  std::string spaces = entries("/CS", use.color_spaces, [this](std::size_t index) {
    return separation_space(plates_[index]);
  });
  if (srgb_) spaces += "/DefaultRGB[/ICCBased" + reference(*srgb_) + ']';
  text += category("/ColorSpace", spaces);
  text += category("/ExtGState", entries("/GS", use.graphics_states, [this](std::size_t index) {
                     return "<<" + graphics_states_[index] + ">>";
                   }));
  text += category("/Shading", entries("/Sh", use.shadings, [this](std::size_t index) {
                     return reference(shading_objects_[index]);
                   }));
  std::string layers;
  for (const display::ProcessingStep step : use.layers) {
    append_name(layers, name_of(step));
    layers += reference(layers_.at(step));
  }
  text += category("/Properties", layers);
  return text + ">>";
}

}  // namespace handbill::pdf
