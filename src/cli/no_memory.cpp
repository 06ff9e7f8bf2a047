// SPDX-License-Identifier: MIT
// What happens when there is no memory left. Libraries take a request that fails each in a way of
// their own: some end the program, some give a page without some of its letters, which nobody would
// be told of. So no request of ordinary size fails: the run ends with a message, and what it had
// not finished is swept or finished by the next (cli/output_set.h). Large ones fail as ever: they
// are too large for this machine, which is told of the document that asks.
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <string_view>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define HANDBILL_OTHER_MALLOC
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
#define HANDBILL_OTHER_MALLOC
#endif

#ifndef HANDBILL_OTHER_MALLOC

// The C library's own, under the names it keeps for those who put others in their place.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
}

namespace {

constexpr std::size_t kLarge = std::size_t{16} << 20U;

/// The memory, if there is some, or the request is one that may fail.
void* granted(void* memory, std::size_t size) {
  if (memory != nullptr || size == 0 || size >= kLarge) return memory;
  constexpr std::string_view kMessage =
      "handbill: there is no memory left; what was not finished is mended by the next run\n";
  constexpr int kCanNotWork = 2;
  if (::write(STDERR_FILENO, kMessage.data(), kMessage.size()) < 0) std::_Exit(kCanNotWork);
  std::_Exit(kCanNotWork);
}

}  // namespace

#define HANDBILL_EXPORTED __attribute__((visibility("default")))

extern "C" {

HANDBILL_EXPORTED void* malloc(std::size_t size) noexcept {
  return granted(__libc_malloc(size), size);
}

HANDBILL_EXPORTED void* calloc(std::size_t count, std::size_t size) noexcept {
  std::size_t all = 0;
  if (__builtin_mul_overflow(count, size, &all)) all = kLarge;
  return granted(__libc_calloc(count, size), all);
}

HANDBILL_EXPORTED void* realloc(void* memory, std::size_t size) noexcept {
  return granted(__libc_realloc(memory, size), size);
}

}  // extern "C"

#endif
