// SPDX-License-Identifier: MIT
#include "preflight/picture_damage.h"

#include <algorithm>
#include <exception>

#include "display/jpeg_reader.h"
#include "display/zlib_check.h"

namespace handbill::preflight {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 32;
constexpr std::size_t kPiece = std::size_t{1} << 20;

std::string by(std::uint64_t width, std::uint64_t height) {
  return std::to_string(width) + " by " + std::to_string(height) + " pixels";
}

/// What is to come out of the filters.
struct Shape {
  int width = 0, height = 0;
  std::uint64_t components = 0;  ///< 0: not known
  std::uint64_t bits = 8;
  bool differences = false;  ///< rows as in PNG, with a byte before each

  std::uint64_t bytes() const {
    const std::uint64_t row = (static_cast<std::uint64_t>(width) * components * bits + 7) / 8;
    return (row + (differences ? 1 : 0)) * static_cast<std::uint64_t>(height);
  }
};

Shape shape_of(const PictureSource& source) {
  Shape shape{source.width, source.height, 0, static_cast<std::uint64_t>(std::max(1, source.bits))};
  if (source.mask) shape.components = 1;
  if (source.space) shape.components = source.space->components;
  return shape;
}

std::string jpeg_fault(std::string_view jpeg, const Shape& shape, Budget& budget) {
  display::JpegReader reader(jpeg);
  if (!reader.read_header()) return reader.damage();
  const std::uint64_t width = reader.full_width(), height = reader.full_height();
  if (width != static_cast<std::uint64_t>(shape.width) ||
      height != static_cast<std::uint64_t>(shape.height)) {
    return "is a JPEG of " + by(width, height);
  }
  const int channels = reader.channels();
  if (shape.components != 0 && static_cast<std::uint64_t>(channels) != shape.components) {
    return "is a JPEG of " + std::to_string(channels) + " components in a colour space of " +
           std::to_string(shape.components);
  }
  // Of other numbers none is known to be wrong.
  if (channels != 1 && channels != 3 && channels != 4) return {};
  const bool is_affordable = budget.take_pixels(width * height * static_cast<unsigned>(channels));
  return is_affordable ? display::jpeg_damage(jpeg) : "";
}

std::string flate_fault(std::string_view packed, const Shape& shape, Budget& budget) {
  const std::uint64_t most = std::min<std::uint64_t>(kMostBytes, budget.pixel_bytes);
  display::ZlibCheck check(most);
  bool sound = true;
  for (std::size_t at = 0; sound && at < packed.size(); at += kPiece) {
    sound = check.take(packed.substr(at, kPiece));
  }
  if (check.unpacked() > most && most < kMostBytes) {
    budget.skip_pixels();
    return {};
  }
  budget.take_pixels(std::min(check.unpacked(), most));
  if (!sound) return "has damaged data (they can't be unpacked, or do not match their checksum)";
  // A checksum that is missing altogether costs no pixel.
  return check.unpacked() < shape.bytes() ? "ends too early" : "";
}

std::string fault_by(const std::string& filter, std::string_view packed, const Shape& shape,
                     Budget& budget) {
  if (filter == "DCTDecode" || filter == "DCT") return jpeg_fault(packed, shape, budget);
  if (filter == "FlateDecode" || filter == "Fl") return flate_fault(packed, shape, budget);
  return {};
}

/// The data as they go into the last filter; those before it only make bytes of other bytes.
std::string before_last_filter(Handle stream, std::vector<std::string> filters, Budget& budget) {
  if (filters.size() == 1) {
    const auto raw = stream.getRawStreamData();
    return {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()};
  }
  Handle copy = Handle::newStream(stream.getOwningQPDF());
  filters.pop_back();
  Handle names = Handle::newArray(), parms = Handle::newArray();
  for (std::size_t i = 0; i < filters.size(); ++i) {
    names.appendItem(Handle::newName("/" + filters[i]));
    parms.appendItem(element(entry(stream, "/DecodeParms"), i));
  }
  copy.replaceStreamData(stream.getRawStreamData(), names, parms);
  return decoded(copy, Decode::Data, budget).value_or("");
}

/// The last filter that makes the pixels, and what is wrong with its data.
std::string stream_fault(const Handle& stream, Shape shape, Budget& budget) {
  const std::vector<std::string> filters = names_of(entry(stream, "/Filter"));
  if (filters.empty()) return {};
  const Handle parms = entry(stream, "/DecodeParms");
  const Handle last = count(parms) > 0 ? element(parms, filters.size() - 1) : parms;
  shape.differences = integer_or(entry(last, "/Predictor"), 1) >= 10;
  const bool looked_into = filters.back() == "DCTDecode" || filters.back() == "FlateDecode";
  if (!looked_into) return {};
  try {
    return fault_by(filters.back(), before_last_filter(stream, filters, budget), shape, budget);
  } catch (const std::exception&) {
    return "has data that can't be read";
  }
}

std::string mask_fault(const Handle& mask, Budget& budget) {
  if (!is_stream(mask)) return {};
  const Shape shape{integer_or(entry(mask, "/Width"), 0), integer_or(entry(mask, "/Height"), 0), 1,
                    static_cast<std::uint64_t>(
                        std::clamp(integer_or(entry(mask, "/BitsPerComponent"), 1), 1, 16))};
  const std::string fault = stream_fault(mask, shape, budget);
  return fault.empty() ? "" : "has a mask that " + fault;
}

}  // namespace

std::string picture_damage(const PictureSource& source, Budget& budget) {
  const Shape shape = shape_of(source);
  std::string fault = source.inline_filter.empty()
                          ? stream_fault(source.stream, shape, budget)
                          : fault_by(source.inline_filter, source.packed, shape, budget);
  if (fault.empty()) fault = mask_fault(source.soft_mask, budget);
  if (fault.empty()) fault = mask_fault(entry(source.stream, "/Mask"), budget);
  if (fault.empty()) return {};
  return "of " +
         by(static_cast<std::uint64_t>(source.width), static_cast<std::uint64_t>(source.height)) +
         " " + fault;
}

}  // namespace handbill::preflight
