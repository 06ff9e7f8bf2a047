// SPDX-License-Identifier: MIT
#include "color/usual_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "color/neugebauer.h"

namespace handbill::color {
namespace {

/// The white of the profile connection space.
constexpr std::array<double, 3> kD50 = {0.9642, 1, 0.8249};

void append(std::string& out, std::uint32_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

void append_fixed(std::string& out, double value) {
  append(out, static_cast<std::uint32_t>(std::lround(value * 65536)), 4);
}

/// 0 to 1 as 16 bits.
void append_share(std::string& out, double value) {
  append(out, static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 65535)), 2);
}

/// A table over 0 to 1.
template <class Curve>
void append_table(std::string& out, int entries, const Curve& curve) {
  for (int i = 0; i < entries; ++i)
    append_share(out, curve(static_cast<double>(i) / (entries - 1)));
}

struct LutSize {
  int inputs, outputs, grid, input_entries, output_entries;
};

/// Up to its tables (ICC.1:2001-04, 6.5.7). The matrix, row by row, is of XYZ alone.
std::string begin_lut(const LutSize& size, const std::array<double, 9>& matrix) {
  std::string lut = "mft2";
  append(lut, 0, 4);
  for (const int each : {size.inputs, size.outputs, size.grid, 0}) {
    append(lut, static_cast<std::uint32_t>(each), 1);
  }
  for (const double each : matrix) append_fixed(lut, each);
  append(lut, static_cast<std::uint32_t>(size.input_entries), 2);
  append(lut, static_cast<std::uint32_t>(size.output_entries), 2);
  return lut;
}

constexpr std::array<double, 9> kIdentity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
constexpr auto kAsItIs = [](double value) { return value; };

/// Of the overprints, by how much of the paper each covers (Demichel).
double mixed_root(const std::array<std::array<double, 3>, 16>& roots,
                  const std::array<double, 4>& inks, std::size_t channel) {
  double root = 0;
  for (std::size_t solids = 0; solids < 16; ++solids) {
    double covers = 1;
    for (std::size_t ink = 0; ink < 4; ++ink) {
      covers *= (solids >> ink & 1) != 0 ? inks[ink] : 1 - inks[ink];
    }
    root += covers * roots[solids][channel];
  }
  return root;
}

/// Dots grow, the roots of what they cover mix, and are squared: the model, step by step.
std::string ink_to_xyz() {
  constexpr LutSize kSize{4, 3, 3, 17, 33};
  const auto roots = overprint_roots();
  std::string lut = begin_lut(kSize, kIdentity);
  for (std::size_t ink = 0; ink < 4; ++ink) {
    append_table(lut, kSize.input_entries, [&](double amount) { return covered(amount, ink); });
  }
  // The first ink changes slowest. Readers mix neighbours in ways of their own, so halves are said.
  for (int i = 0; i < 81; ++i) {
    const std::array<int, 4> halves = {i / 27, i / 9 % 3, i / 3 % 3, i % 3};
    std::array<double, 4> inks{};
    std::ranges::transform(halves, inks.begin(), [](int each) { return each / 2.0; });
    for (std::size_t channel = 0; channel < 3; ++channel) {
      append_share(lut, mixed_root(roots, inks, channel));
    }
  }
  // 1 is 0x8000 in XYZ.
  for (const double white : kD50) {
    append_table(lut, kSize.output_entries,
                 [&](double root) { return root * root * white * 32768 / 65535; });
  }
  return lut;
}

/// To sRGB, and from that to ink.
std::string xyz_to_ink() {
  constexpr LutSize kSize{3, 4, 5, 129, 2};
  // To linear sRGB, of values that are 1 at 0x8000.
  std::array<double, 9> matrix = {3.1341359, -1.6173863, -0.4906622, -0.9787955, 1.9162544,
                                  0.0334427, 0.0719554,  -0.2289769, 1.4053862};
  for (double& each : matrix) each *= 65535.0 / 32768;
  std::string lut = begin_lut(kSize, matrix);
  for (int channel = 0; channel < 3; ++channel) {
    append_table(lut, kSize.input_entries, encoded_light);
  }
  std::string rgb;
  for (int i = 0; i < kSize.grid * kSize.grid * kSize.grid; ++i) {
    for (const int place : {kSize.grid * kSize.grid, kSize.grid, 1}) {
      const double value = static_cast<double>(i / place % kSize.grid) / (kSize.grid - 1);
      rgb += static_cast<char>(static_cast<std::uint8_t>(std::lround(value * 255)));
    }
  }
  for (const char amount : replace_grey_component(rgb)) {
    append(lut, static_cast<std::uint8_t>(amount) * 257U, 2);
  }
  for (int ink = 0; ink < 4; ++ink) append_table(lut, kSize.output_entries, kAsItIs);
  return lut;
}

/// All colours count as printable.
std::string gamut() {
  constexpr LutSize kSize{3, 1, 2, 2, 2};
  std::string lut = begin_lut(kSize, kIdentity);
  for (int channel = 0; channel < 3; ++channel) append_table(lut, kSize.input_entries, kAsItIs);
  append_table(lut, 8, [](double) { return 0.0; });
  append_table(lut, kSize.output_entries, kAsItIs);
  return lut;
}

std::string description(std::string_view words) {
  std::string tag = "desc";
  append(tag, 0, 4);
  append(tag, static_cast<std::uint32_t>(words.size() + 1), 4);
  tag += words;
  // Its end, and none in Unicode (8 bytes) or for the Macintosh (70).
  return tag + std::string(1 + 8 + 70, '\0');
}

std::string xyz(const std::array<double, 3>& value) {
  std::string tag = "XYZ ";
  append(tag, 0, 4);
  for (const double each : value) append_fixed(tag, each);
  return tag;
}

std::string header(std::size_t size) {
  std::string text;
  append(text, static_cast<std::uint32_t>(size), 4);
  append(text, 0, 4);
  append(text, 0x02100000, 4);
  text += "prtrCMYKXYZ ";
  // The day of the measurements, as no clock made it.
  for (const std::uint32_t each : {2007U, 1U, 1U, 0U, 0U, 0U}) append(text, each, 2);
  text += "acsp" + std::string(28, '\0');
  for (const double each : kD50) append_fixed(text, each);
  return text + std::string(128 - text.size(), '\0');
}

struct Tag {
  std::vector<std::string_view> names;  ///< that share it
  std::string data;
};

}  // namespace

std::string usual_profile() {
  static constexpr char kRights[] = "text\0\0\0\0No copyright, use freely";
  std::vector<Tag> tags = {
      {{"desc"}, description("Ink on coated paper, from the solids of CGATS TR 006")},
      {{"cprt"}, std::string(kRights, sizeof kRights)},
      {{"wtpt"}, xyz(paper_white())},
      {{"A2B0", "A2B1", "A2B2"}, ink_to_xyz()},
      {{"B2A0", "B2A1", "B2A2"}, xyz_to_ink()},
      {{"gamt"}, gamut()},
  };
  std::size_t count = 0;
  for (const Tag& each : tags) count += each.names.size();
  constexpr std::size_t kHeader = 128, kRow = 12;
  const std::size_t start = kHeader + 4 + kRow * count;
  std::string table, data;
  append(table, static_cast<std::uint32_t>(count), 4);
  for (const Tag& each : tags) {
    for (const std::string_view name : each.names) {
      table += name;
      append(table, static_cast<std::uint32_t>(start + data.size()), 4);
      append(table, static_cast<std::uint32_t>(each.data.size()), 4);
    }
    data += each.data;
    data.resize((data.size() + 3) / 4 * 4, '\0');
  }
  return header(start + data.size()) + table + data;
}

}  // namespace handbill::color
