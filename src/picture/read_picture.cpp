// SPDX-License-Identifier: MIT
#include "picture/read_picture.h"

#include <array>
#include <utility>

#include "base/number.h"
#include "display/jpeg_reader.h"
#include "picture/raster.h"
#include "picture/raster_work.h"

namespace handbill::picture {
namespace {

using diag::DiagnosticId;
using display::Picture;

struct Magic {
  std::string_view kind;
  std::string_view start;
  std::size_t offset = 0;
};

constexpr auto kOtherKinds = std::to_array<Magic>({
    {"GIF", "GIF8"},
    {"TIFF", {"II*\0", 4}},
    {"TIFF", {"MM\0*", 4}},
    {"WebP", "WEBP", 8},
    {"BMP", "BM"},
    {"PDF", "%PDF"},
    {"PostScript", "%!PS"},
    {"Photoshop", "8BPS"},
    {"HEIF or AVIF", "ftyp", 4},
    {"JPEG 2000", "jP  ", 4},
    {"SVG", "<svg"},
    {"SVG", "<?xml"},
});

std::string_view kind_of(std::string_view bytes) {
  for (const Magic& magic : kOtherKinds) {
    if (bytes.substr(std::min(magic.offset, bytes.size())).starts_with(magic.start)) {
      return magic.kind;
    }
  }
  return {};
}

PictureFault fault_of(const RasterResult& result) {
  if (const auto* broken = std::get_if<Broken>(&result)) {
    return {DiagnosticId::PictureBroken, broken->why};
  }
  const auto& unsupported = std::get<Unsupported>(result);
  return {DiagnosticId::PictureUnsupported, unsupported.why, {unsupported.hint}};
}

}  // namespace

RasterResult read_raster(std::string_view bytes) {
  if (is_jpeg(bytes)) return read_jpeg(bytes);
  if (is_png(bytes)) return read_png(bytes);
  if (bytes.empty()) return Broken{"is empty"};
  const std::string_view kind = kind_of(bytes);
  if (kind == "SVG") {
    return Unsupported{"is SVG, which is art, not a picture", "use `art` in place of `picture`"};
  }
  const std::string seen = kind.empty() ? "neither JPEG nor PNG" : std::string(kind);
  return Unsupported{"is " + seen, "save it as JPEG (photographs) or PNG"};
}

std::optional<Unsupported> check_size(double width, double height) {
  const std::string seen =
      "has " + format_number(width, 0) + " by " + format_number(height, 0) + " pixels";
  if (width > kMaxSide || height > kMaxSide) {
    return Unsupported{seen + " (at most " + std::to_string(kMaxSide) + " a side)",
                       "scale it down to 300 pixels an inch at the size it is printed"};
  }
  if (width * height > static_cast<double>(display::kMostPicturePixels)) {
    return Unsupported{seen + " (at most 100 million)",
                       "scale it down to 300 pixels an inch at the size it is printed"};
  }
  return std::nullopt;
}

std::uint64_t unpacked_bytes(std::string_view bytes) {
  return is_png(bytes) ? png_unpacked_bytes(bytes) : bytes.size();
}

std::string in_mebibytes(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;
  return std::to_string((bytes + kMebibyte - 1) / kMebibyte) + " MiB";
}

std::string smaller_picture_hint() {
  return "save photographs as JPEG, and scale all else down to 300 pixels an inch at the size it "
         "is "
         "printed";
}

PictureResult look_at_picture(confined::Reader& reader, std::string_view bytes, std::string name) {
  auto answer = ask_for_raster(reader, bytes);
  if (auto* outcome = std::get_if<confined::Outcome>(&answer)) {
    return PictureFault{DiagnosticId::PictureBroken, "can't be read: " + outcome->words(),
                        std::move(outcome->hints)};
  }
  auto& result = std::get<RasterResult>(answer);
  if (!std::holds_alternative<Picture>(result)) return fault_of(result);
  auto picture = std::make_shared<Picture>(std::get<Picture>(std::move(result)));
  picture->name = std::move(name);
  return picture;
}

void tell(const PictureFault& fault, const std::string& name, diag::Span asked_at,
          diag::Diagnostics& diags) {
  diags.error(fault.id, asked_at, "picture `" + name + "` " + fault.why, fault.hints);
}

std::shared_ptr<const Picture> read_picture(std::string_view bytes, std::string name,
                                            diag::Span asked_at, diag::Diagnostics& diags) {
  const PictureResult result = look_at_picture(*confined::reader_here(), bytes, name);
  if (const auto* fault = std::get_if<PictureFault>(&result)) {
    tell(*fault, name, asked_at, diags);
    return nullptr;
  }
  return std::get<std::shared_ptr<const Picture>>(result);
}

}  // namespace handbill::picture
