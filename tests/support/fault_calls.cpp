// SPDX-License-Identifier: MIT
// Preloaded into the program: ends it at one of the calls that change the disk, or lets that call
// fail. HANDBILL_FAULT is "kill 7", at the seventh call; "fail rename 2", at the second rename;
// "fail rename 2 kill 3", which ends the program three calls after that.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace {

struct Wish {
  bool kill = false;
  char call[16] = "";
  int number = 0;  ///< 0: no fault is wanted
  int then_kill = 0;
};

Wish read_wish() {
  Wish wish;
  const char* text = std::getenv("HANDBILL_FAULT");
  if (text == nullptr) return wish;
  if (std::sscanf(text, "kill %d", &wish.number) == 1) {
    wish.kill = true;
  } else if (std::sscanf(text, "fail %15s %d kill %d", wish.call, &wish.number, &wish.then_kill) <
             2) {
    std::abort();
  }
  return wish;
}

/// True: the call is to fail.
bool is_faulty(const char* call) {
  static Wish wish = read_wish();
  static int seen = 0;
  if (wish.number == 0 || (!wish.kill && std::strcmp(call, wish.call) != 0)) return false;
  if (++seen != wish.number) return false;
  if (wish.kill) ::raise(SIGKILL);
  wish.kill = true;
  wish.number = wish.then_kill;
  seen = 0;
  const bool is_write = std::strcmp(call, "write") == 0;
  errno = is_write ? ENOSPC : std::strcmp(call, "fsync") == 0 ? EIO : EACCES;
  return true;
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

// The header declares some of them to throw nothing.
extern "C" {

__attribute__((visibility("default"))) int rename(const char* from, const char* to) noexcept {
  static auto* const real = next<int(const char*, const char*)>("rename");
  return is_faulty("rename") ? -1 : real(from, to);
}

__attribute__((visibility("default"))) int link(const char* from, const char* to) noexcept {
  static auto* const real = next<int(const char*, const char*)>("link");
  return is_faulty("link") ? -1 : real(from, to);
}

__attribute__((visibility("default"))) int unlink(const char* path) noexcept {
  static auto* const real = next<int(const char*)>("unlink");
  return is_faulty("unlink") ? -1 : real(path);
}

__attribute__((visibility("default"))) int unlinkat(int folder, const char* path,
                                                    int flags) noexcept {
  static auto* const real = next<int(int, const char*, int)>("unlinkat");
  return is_faulty("unlinkat") ? -1 : real(folder, path, flags);
}

__attribute__((visibility("default"))) int rmdir(const char* path) noexcept {
  static auto* const real = next<int(const char*)>("rmdir");
  return is_faulty("rmdir") ? -1 : real(path);
}

__attribute__((visibility("default"))) int mkdir(const char* path, mode_t mode) noexcept {
  static auto* const real = next<int(const char*, mode_t)>("mkdir");
  return is_faulty("mkdir") ? -1 : real(path, mode);
}

__attribute__((visibility("default"))) char* mkdtemp(char* pattern) noexcept {
  static auto* const real = next<char*(char*)>("mkdtemp");
  return is_faulty("mkdtemp") ? nullptr : real(pattern);
}

__attribute__((visibility("default"))) int fsync(int file) {
  static auto* const real = next<int(int)>("fsync");
  return is_faulty("fsync") ? -1 : real(file);
}

__attribute__((visibility("default"))) ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
  return is_faulty("write") ? -1 : real(file, bytes, size);
}

/// Not counted among the calls that change the disk: "fail markdown 2" breaks a promise of the
/// program at the second text.
__attribute__((visibility("default"))) void* cmark_parse_document(const char* text, size_t size,
                                                                  int options) {
  static auto* const real = next<void*(const char*, size_t, int)>("cmark_parse_document");
  const char* wish = std::getenv("HANDBILL_FAULT");
  if (wish != nullptr && std::strncmp(wish, "fail markdown", 13) == 0 && is_faulty("markdown")) {
    throw std::logic_error("a promise is broken");
  }
  return real(text, size, options);
}

__attribute__((visibility("default"))) int open(const char* path, int flags, ...) {
  static auto* const real = next<int(const char*, int, ...)>("open");
  mode_t mode = 0;
  if ((flags & O_CREAT) != 0) {
    va_list arguments;
    va_start(arguments, flags);
    mode = va_arg(arguments, mode_t);
    va_end(arguments);
    if (is_faulty("open")) return -1;
  }
  return real(path, flags, mode);
}

}  // extern "C"
