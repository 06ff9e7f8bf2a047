// SPDX-License-Identifier: MIT
// External objects and inline pictures (PDF 1.7, 8.8 to 8.10).
#include <algorithm>
#include <cmath>

#include "preflight/interpreter.h"
#include "preflight/picture_damage.h"

namespace handbill::preflight {
namespace {

/// What an inline picture says, in words that resources have (PDF 1.7, Tables 93 and 94).
Handle to_handle(const Operand& operand) {
  switch (operand.kind) {
    case Operand::Kind::Null:
    case Operand::Kind::Dictionary:
      return Handle::newNull();
    case Operand::Kind::Bool:
      return Handle::newBool(operand.number != 0);
    case Operand::Kind::Number:
      return Handle::newReal(operand.number);
    case Operand::Kind::Name:
      return Handle::newName("/" + operand.text);
    case Operand::Kind::String:
      return Handle::newString(operand.text);
    case Operand::Kind::Array: {
      Handle array = Handle::newArray();
      for (const Operand& item : operand.items) array.appendItem(to_handle(item));
      return array;
    }
  }
  return Handle::newNull();
}

/// Such pictures may bring their own colour space (PDF 1.7, 7.4.9).
bool is_jpeg_2000(const Handle& picture) {
  const auto filters = names_of(entry(picture, "/Filter"));
  return !filters.empty() && filters.back() == "JPXDecode";
}

struct InlineFacts {
  const std::vector<Operand>& pairs;
  const Operand* find(std::string_view brief, std::string_view full) const {
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
      if (pairs[i].text == brief || pairs[i].text == full) return &pairs[i + 1];
    }
    return nullptr;
  }
  int integer(std::string_view brief, std::string_view full, int otherwise) const {
    const Operand* value = find(brief, full);
    return value == nullptr ? otherwise : static_cast<int>(std::clamp(value->number, 0.0, 1e6));
  }
};

}  // namespace

void Interpreter::draw(const Args& args) {
  Handle object = entry(entry(resources_, "/XObject"), ("/" + args.text(0)).c_str());
  if (!is_stream(object)) {
    reading_.uses.note(Used::BadResource, "/XObject /" + args.text(0), number_, page_.trim);
    return;
  }
  const std::string subtype = name_of(entry(object, "/Subtype"));
  if (subtype == "Form") run_form(object);
  if (subtype == "Image") draw_picture(object);
  if (subtype != "Form" && subtype != "Image" && subtype != "PS") {
    note_content("`Do` of what is neither a form nor a picture");
  }
}

void Interpreter::draw_picture(const Handle& picture) {
  const PictureSource source = read_picture(picture, resources_, reading_.spaces);
  if (source.width == 0 || source.height == 0) note_content("a picture without a size");
  const bool needs_space = !source.mask && !is_jpeg_2000(picture);
  if (needs_space && !source.space)
    note_content("a picture without a colour space that can be read");
  marked_.push_back({reading_.layers.find(entry(picture, "/OC")), mark_of(picture)});
  emit_picture(source);
  marked_.pop_back();
}

void Interpreter::emit_picture(const PictureSource& source) {
  plates::Object object;
  object.kind = plates::Kind::Picture;
  const Matrix map = Matrix{1, 0, 0, -1, 0, 1}.then(state_.map);
  object.path = Path::rect(Rect::from_edges({}, {}, Length::pt(1), Length::pt(1))).transformed(map);
  const Rect box = object.path.bounds().value_or(Rect{});
  object.picture = plates::PictureFacts{.width = source.width,
                                        .height = source.height,
                                        .bits = source.bits,
                                        .mask = source.mask,
                                        .map = map,
                                        .raster = {}};
  object.overprint = state_.overprint_fill;
  if (reading_.pictures == Pictures::Pixels) note_damage(source, box);
  if (!is_null(source.soft_mask)) {
    object.soft_mask = true;
    const int width = integer_or(entry(source.soft_mask, "/Width"), 0);
    const int height = integer_or(entry(source.soft_mask, "/Height"), 0);
    // One that is as fine as its picture is told of with it.
    if (width > 0 && height > 0 && (width != source.width || height != source.height)) {
      object.inside.push_back({.width = width, .height = height, .map = map, .raster = {}});
    }
    reading_.uses.note(Used::Transparency, "a picture with a soft mask", number_, box);
  }
  if (source.mask) {
    fill_area(std::move(object), state_.fill);
    return;
  }
  if (source.space) {
    object.paint = reading_.spaces.paint(source.space->colors(), {});
    // How much of each is in the pixels.
    std::ranges::fill(object.paint.amounts, 0.0);
    note_space(*source.space, box);
  }
  if (reading_.pictures == Pictures::Pixels && source.space) {
    const std::uint64_t id = identity(source.stream);
    const auto known = reading_.rasters.find(id);
    if (id != 0 && known != reading_.rasters.end()) {
      object.picture->raster = known->second;
    } else {
      object.picture->raster = decode_picture(source, reading_.spaces, reading_.budget);
      if (id != 0) reading_.rasters.emplace(id, object.picture->raster);
    }
  }
  emit(std::move(object), state_.fill_alpha);
}

/// A picture that is placed often is decoded for this once.
void Interpreter::note_damage(const PictureSource& source, const Rect& box) {
  const std::uint64_t id = identity(source.stream);
  const auto known = reading_.picture_faults.find(id);
  const bool is_known = id != 0 && known != reading_.picture_faults.end();
  const std::string fault = is_known ? known->second : picture_damage(source, reading_.budget);
  if (!is_known && id != 0) reading_.picture_faults.emplace(id, fault);
  if (!fault.empty()) reading_.uses.note(Used::BadPicture, fault, number_, box);
}

void Interpreter::draw_inline(ContentLexer& lexer) {
  std::vector<Operand> pairs;
  std::string op;
  if (!lexer.next(pairs, op) || op != "ID") return;
  const InlineFacts facts{pairs};
  PictureSource source;
  source.width = facts.integer("W", "Width", 0);
  source.height = facts.integer("H", "Height", 0);
  source.bits = facts.integer("BPC", "BitsPerComponent", 1);
  const Operand* mask = facts.find("IM", "ImageMask");
  source.mask = mask != nullptr && mask->number != 0;
  if (const Operand* space = facts.find("CS", "ColorSpace")) {
    source.space = reading_.spaces.read(to_handle(*space), resources_);
  }
  if (const Operand* decode = facts.find("D", "Decode")) {
    for (const Operand& item : decode->items) source.decode.push_back(item.number);
  }
  std::size_t length = 0;
  const Operand* filter = facts.find("F", "Filter");
  if (filter == nullptr) {
    const std::size_t components = source.mask || !source.space ? 1 : source.space->components;
    const auto bits =
        static_cast<std::size_t>(source.width * std::min(source.bits, 32)) * components;
    length = (bits + 7) / 8 * static_cast<std::size_t>(source.height);
  } else {
    reading_.uses.note(Used::Filter, filter->items.empty() ? filter->text : filter->items[0].text,
                       number_, page_.trim);
  }
  const std::string_view data = lexer.picture_data(length);
  // Without a stream of their own, filtered ones stay as they are.
  if (filter == nullptr) {
    source.bytes = std::string(data);
  } else if (filter->items.empty() || filter->items.size() == 1) {
    source.inline_filter = filter->items.empty() ? filter->text : filter->items[0].text;
    source.packed = std::string(data);
  }
  emit_picture(source);
}

}  // namespace handbill::preflight
