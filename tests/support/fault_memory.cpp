// SPDX-License-Identifier: MIT
// Preloaded into the program: lets a request for memory fail. HANDBILL_FAULT is "fail malloc 7",
// the seventh since main began; with "count malloc" none fails, and what HANDBILL_FAULT_COUNT names
// gets the number of all.
#include <dlfcn.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

namespace {

using Main = int (*)(int, char**, char**);

std::atomic<long> seen = 0;
long wanted = 0;  ///< 0: none
bool is_running = false;
Main real_main = nullptr;

bool is_faulty() {
  if (!is_running || ++seen != wanted) return false;
  errno = ENOMEM;
  return true;
}

int counted_main(int argc, char** argv, char** environment) {
  const char* const wish = std::getenv("HANDBILL_FAULT");
  if (wish != nullptr) std::sscanf(wish, "fail malloc %ld", &wanted);
  is_running = true;
  const int exit_code = real_main(argc, argv, environment);
  is_running = false;
  if (const char* const path = std::getenv("HANDBILL_FAULT_COUNT")) {
    if (std::FILE* const file = std::fopen(path, "w")) {
      std::fprintf(file, "%ld", seen.load());
      std::fclose(file);
    }
  }
  return exit_code;
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

// The program asks the C library under these names (cli/no_memory.cpp).

__attribute__((visibility("default"))) void* __libc_malloc(std::size_t size) {
  static auto* const real = next<void*(std::size_t)>("__libc_malloc");
  return is_faulty() ? nullptr : real(size);
}

__attribute__((visibility("default"))) void* __libc_calloc(std::size_t count, std::size_t size) {
  static auto* const real = next<void*(std::size_t, std::size_t)>("__libc_calloc");
  return is_faulty() ? nullptr : real(count, size);
}

__attribute__((visibility("default"))) void* __libc_realloc(void* memory, std::size_t size) {
  static auto* const real = next<void*(void*, std::size_t)>("__libc_realloc");
  return is_faulty() ? nullptr : real(memory, size);
}

__attribute__((visibility("default"))) int __libc_start_main(Main main, int argc, char** argv,
                                                             void (*begin)(), void (*end)(),
                                                             void (*loader_end)(), void* stack) {
  static auto* const real =
      next<int(Main, int, char**, void (*)(), void (*)(), void (*)(), void*)>("__libc_start_main");
  real_main = main;
  return real(counted_main, argc, argv, begin, end, loader_end, stack);
}

}  // extern "C"
