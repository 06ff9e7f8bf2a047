// SPDX-License-Identifier: MIT
#include "support/separations.h"

#include <cstdint>

#include "support/golden.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

/// Little endian, as the "II" at a TIFF's start says (TIFF 6.0, section 2).
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) {
    value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return value;
}

/// The values of one field of the first directory.
std::vector<std::uint32_t> field(std::string_view tiff, std::uint32_t tag) {
  const std::size_t directory = number_at(tiff, 4, 4);
  const std::size_t count = number_at(tiff, directory, 2);
  std::vector<std::uint32_t> values;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (number_at(tiff, entry, 2) != tag) continue;
    const std::size_t size = number_at(tiff, entry + 2, 2) == 3 ? 2 : 4;  // short or long
    const std::size_t length = number_at(tiff, entry + 4, 4);
    const std::size_t start =
        length * size <= 4 ? entry + 8 : std::size_t{number_at(tiff, entry + 8, 4)};
    for (std::size_t j = 0; j < length && j < tiff.size(); ++j) {
      values.push_back(number_at(tiff, start + j * size, size));
    }
  }
  return values;
}

}  // namespace

int PlatePixels::at(int x, int y) const {
  if (x < 0 || y < 0 || x >= width || y >= height) return -1;
  return ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
             static_cast<std::size_t>(x)];
}

std::optional<PlatePixels> read_plate(std::string_view tiff) {
  constexpr std::uint32_t kWidth = 256, kHeight = 257, kPhotometric = 262, kOffsets = 273,
                          kByteCounts = 279;
  const auto width = field(tiff, kWidth), height = field(tiff, kHeight),
             photometric = field(tiff, kPhotometric), offsets = field(tiff, kOffsets),
             counts = field(tiff, kByteCounts);
  if (!tiff.starts_with("II") || width.empty() || height.empty() || photometric.empty() ||
      offsets.size() != counts.size()) {
    return std::nullopt;
  }
  PlatePixels plate{static_cast<int>(width[0]), static_cast<int>(height[0]), {}};
  const bool black_is_zero = photometric[0] == 1;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    if (offsets[i] > tiff.size()) return std::nullopt;
    for (const char c : tiff.substr(offsets[i], counts[i])) {
      const auto byte = static_cast<unsigned char>(c);
      plate.ink.push_back(black_is_zero ? static_cast<unsigned char>(255 - byte) : byte);
    }
  }
  if (plate.ink.size() != std::size_t{width[0]} * height[0]) return std::nullopt;
  return plate;
}

std::optional<std::map<std::string, PlatePixels>> separations(const std::string& pdf,
                                                              int pixels_per_inch) {
  const TempFolder folder;
  const auto file = folder.write("page.pdf", pdf);
  const ProgramResult result =
      run_program({"gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep",
                   "-sCompression=none", "-dOverprint=/enable", "-dFirstPage=1", "-dLastPage=1",
                   "-r" + std::to_string(pixels_per_inch),
                   "-sOutputFile=" + (folder / "plate.tif").string(), file.string()});
  if (result.exit_code != 0 || !result.errors.empty()) return std::nullopt;
  std::map<std::string, PlatePixels> plates;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("plate(") || !name.ends_with(").tif")) continue;
    auto plate = read_plate(read_file(entry.path()));
    if (!plate) return std::nullopt;
    plates.emplace(name.substr(6, name.size() - 11), std::move(*plate));
  }
  return plates;
}

}  // namespace handbill::test
