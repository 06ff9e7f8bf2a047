// SPDX-License-Identifier: MIT
#include "base/content_hash.h"

#include "base/number.h"

namespace handbill {
namespace {

/// Spreads every bit over the word (multiply and shift, odd constants from the golden ratio and
/// the square root of two).
std::uint64_t mix(std::uint64_t word) {
  word ^= word >> 32;
  word *= 0x9E3779B97F4A7C15U;
  word ^= word >> 29;
  word *= 0x6A09E667F3BCC909U;
  word ^= word >> 32;
  return word;
}

/// Eight bytes, little endian on every machine; compilers make one load of it.
std::uint64_t load(const char* bytes) {
  std::uint64_t word = 0;
  for (unsigned i = 0; i < 8; ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return word;
}

}  // namespace

std::array<std::uint64_t, 2> content_hash(std::string_view bytes) {
  std::array<std::uint64_t, 2> state = {0x243F6A8885A308D3U, bytes.size()};
  const auto add = [&state](std::uint64_t word) {
    state[0] = (state[0] ^ word) * 0x9E3779B97F4A7C15U;
    state[0] ^= state[0] >> 31;
    state[1] = (state[1] + word) * 0xD1342543DE82EF95U;
    state[1] ^= state[1] >> 29;
  };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) add(load(bytes.data() + at));
  std::array<char, 8> rest{};
  bytes.substr(at).copy(rest.data(), rest.size());
  add(load(rest.data()));
  return {mix(state[0] + state[1]), mix(state[1] ^ (state[0] << 1))};
}

std::string content_hash_hex(std::string_view bytes) {
  const auto [first, second] = content_hash(bytes);
  return hex_digits(first, 16) + hex_digits(second, 16);
}

}  // namespace handbill
