// SPDX-License-Identifier: MIT
#include "plates/dump.h"

#include <string_view>

#include "base/number.h"

namespace handbill::plates {
namespace {

std::string number(double value) { return format_number(value, 2); }
std::string number(Length value) { return number(value.pt()); }
std::string box(const Rect& r) {
  return number(r.left) + " " + number(r.top) + " " + number(r.width) + " " + number(r.height);
}

/// In double quotes, one line whatever is in it.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + "\"";
}

std::string percent(double amount) { return format_number(amount * 100, 1); }

std::string_view name(ColorSpace space) {
  static constexpr std::string_view kNames[] = {
      "DeviceGray", "DeviceRGB", "DeviceCMYK", "Separation", "DeviceN",  "CalGray",
      "CalRGB",     "Lab",       "ICC grey",   "ICC RGB",    "ICC CMYK", "Pattern"};
  return kNames[static_cast<std::size_t>(space)];
}

std::string_view name(Kind kind) {
  static constexpr std::string_view kNames[] = {"text", "fill", "stroke", "picture", "shading"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(display::ProcessingStep step) {
  static constexpr std::string_view kNames[] = {"", "cutting", "folding", "creasing",
                                                "perforating"};
  return kNames[static_cast<std::size_t>(step)];
}

std::string type_words(const TypeFacts& type) {
  std::string words = " " + quoted(type.text) + " " + type.font + " " + number(type.size) + " pt";
  if (!type.embedded) words += " not embedded";
  if (type.invisible) words += " invisible";
  return words;
}

std::string picture_words(const PictureFacts& picture) {
  std::string words = " " + std::to_string(picture.width) + "x" + std::to_string(picture.height) +
                      " " + std::to_string(picture.bits) + " bit " +
                      format_number(picture.pixels_per_inch(), 0) + " ppi";
  if (picture.mask) words += " mask";
  if (!picture.raster) words += " not decoded";
  return words;
}

std::string shading_words(const Shading& shading, const std::vector<Ink>& inks) {
  std::string words = shading.kind == display::Gradient::Kind::Linear ? " linear" : " radial";
  for (const Shading::Stop& stop : shading.stops) {
    words += (&stop == &shading.stops.front() ? " " : ", ") + percent(stop.offset) + "% " +
             in_words(stop.paint, inks);
  }
  return words;
}

/// How it meets what lies below and what hides it.
std::string state_words(const Object& object) {
  std::string words;
  if (object.overprint) words += " overprint mode " + std::to_string(object.overprint_mode);
  if (object.opacity != 1) words += " opacity " + number(object.opacity);
  if (object.blend_mode != "Normal") words += " blend " + object.blend_mode;
  if (object.soft_mask) words += " soft mask";
  if (!object.clips.empty()) words += " clipped";
  if (!object.layer.empty()) words += " layer " + quoted(object.layer);
  if (object.step != display::ProcessingStep::None) {
    words += " step " + std::string(name(object.step));
  }
  return words;
}

std::string line(const Object& object, const std::vector<Ink>& inks) {
  std::string words(name(object.kind));
  if (object.type) words += type_words(*object.type);
  if (object.picture) words += picture_words(*object.picture);
  if (object.stroke) words += " " + number(object.stroke->width) + " pt";
  if (object.shading) {
    words += shading_words(*object.shading, inks);
  } else {
    words += " " + in_words(object.paint, inks);
  }
  if (object.paint.space != ColorSpace::DeviceCmyk &&
      object.paint.space != ColorSpace::Separation) {
    words += " in " + std::string(name(object.paint.space));
  }
  return words + state_words(object) + " at " + box(object.bounds);
}

}  // namespace

std::string in_words(const Paint& paint, const std::vector<Ink>& inks) {
  if (paint.all) {
    return "all plates " + percent(paint.amounts.empty() ? 1 : paint.amounts.front());
  }
  std::string words;
  for (std::size_t i = 0; i < paint.amounts.size() && i < inks.size(); ++i) {
    if (paint.amounts[i] <= 0) continue;
    if (!words.empty()) words += " + ";
    words += inks[i].name + " " + percent(paint.amounts[i]);
  }
  return words.empty() ? "paper" : words;
}

std::string dump(const Print& print) {
  std::string out = "inks";
  for (const Ink& ink : print.inks) out += " " + quoted(ink.name);
  out += "\n";
  for (const Page& page : print.pages) {
    out += "page " + quoted(page.name) + " trim " + box(page.trim) + " bleed " + box(page.bleed) +
           " media " + box(page.media);
    if (page.crop != page.media) out += " crop " + box(page.crop);
    if (!page.has_trim) out += " without a trim box";
    if (page.rotate != 0) out += " rotated " + std::to_string(page.rotate);
    if (page.user_unit != 1) out += " user unit " + number(page.user_unit);
    for (const Length fold : page.folds) out += " fold " + number(fold);
    out += "\n";
    for (const Object& object : page.objects) out += "  " + line(object, print.inks) + "\n";
  }
  return out;
}

}  // namespace handbill::plates
