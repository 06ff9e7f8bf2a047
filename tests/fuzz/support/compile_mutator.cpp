// SPDX-License-Identifier: MIT
// How libFuzzer changes what the target `compile` is fed with.
#include <cstring>

#include "fuzz/support/mutate.h"
#include "fuzz/support/target.h"

namespace fuzz = handbill::fuzz;

namespace {

/// Gives the new size; what has no room is left as it was.
std::size_t put(const std::string& text, std::uint8_t* data, std::size_t size, std::size_t most) {
  if (text.empty() || text.size() > most) return size;
  std::memcpy(data, text.data(), text.size());
  return text.size();
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  fuzz::Random random(seed);
  const std::string before = fuzz::as_bytes(data, size);
  const std::string after = fuzz::mutate_documents(before, random);
  // Now and then any bytes: strings and grammar have edges that no tree shows.
  if (after == before || fuzz::pick(random, 12) == 0) return LLVMFuzzerMutate(data, size, most);
  return put(after, data, size, most);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t one_size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t most,
                                                 unsigned seed) {
  fuzz::Random random(seed);
  const std::string crossed = fuzz::cross_documents(fuzz::as_bytes(one, one_size),
                                                    fuzz::as_bytes(other, other_size), random);
  return put(crossed, out, 0, most);
}
