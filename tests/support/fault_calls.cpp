// SPDX-License-Identifier: MIT
// Preloaded into the program: ends it at one of the calls that change the disk, or lets that call
// fail. HANDBILL_FAULT is "kill 7", at the seventh call; "fail rename 2", at the second rename;
// "fail rename 2 kill 3", which ends the program three calls after that. What only reads, or
// closes, is not among the calls that "kill" counts, but fails when it is asked for: "fail read 2",
// "fail close 1", "fail look 3", which is opening a file to read it. With "count close" none fails,
// and what HANDBILL_FAULT_COUNT names gets the number of all.
// With "harm", a library that is given a font, a picture or a drawing with the word "harmful" in it
// ends the process.
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
#include <pugixml.hpp>
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
  if (std::strcmp(text, "harm") == 0) return wish;
  if (std::sscanf(text, "kill %d", &wish.number) == 1) {
    wish.kill = true;
  } else if (std::sscanf(text, "count %15s", wish.call) == 1) {
    wish.number = -1;
  } else if (std::sscanf(text, "fail %15s %d kill %d", wish.call, &wish.number, &wish.then_kill) <
             2) {
    std::abort();
  }
  return wish;
}

int seen = 0;

/// True: the call is to fail.
bool is_faulty(const char* call) {
  static Wish wish = read_wish();
  if (wish.number == 0 || (!wish.kill && std::strcmp(call, wish.call) != 0)) return false;
  if (++seen != wish.number) return false;
  if (wish.kill) ::raise(SIGKILL);
  wish.kill = true;
  wish.number = wish.then_kill;
  seen = 0;
  const bool is_write = std::strcmp(call, "write") == 0;
  const bool is_of_disk = std::strcmp(call, "fsync") == 0 || std::strcmp(call, "close") == 0 ||
                          std::strcmp(call, "read") == 0;
  errno = is_write ? ENOSPC : is_of_disk ? EIO : EACCES;
  return true;
}

/// Of a call that counts only where HANDBILL_FAULT names it.
bool is_faulty_by_name(const char* call) {
  const char* const wish = std::getenv("HANDBILL_FAULT");
  const char* const name = wish == nullptr ? nullptr : std::strchr(wish, ' ');
  if (name == nullptr || std::strncmp(name + 1, call, std::strlen(call)) != 0) return false;
  return is_faulty(call);
}

__attribute__((destructor)) void tell_count() {
  const char* const path = std::getenv("HANDBILL_FAULT_COUNT");
  std::FILE* const file = path == nullptr ? nullptr : std::fopen(path, "w");
  if (file == nullptr) return;
  std::fprintf(file, "%d", seen);
  std::fclose(file);
}

void be_harmed_by(const void* bytes, std::size_t size) {
  const char* wish = std::getenv("HANDBILL_FAULT");
  if (wish == nullptr || std::strcmp(wish, "harm") != 0) return;
  if (::memmem(bytes, size, "harmful", 7) != nullptr) ::raise(SIGSEGV);
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

/// "fail markdown 2" breaks a promise of the program at the second text.
__attribute__((visibility("default"))) void* cmark_parse_document(const char* text, size_t size,
                                                                  int options) {
  static auto* const real = next<void*(const char*, size_t, int)>("cmark_parse_document");
  if (is_faulty_by_name("markdown")) throw std::logic_error("a promise is broken");
  return real(text, size, options);
}

__attribute__((visibility("default"))) int close(int file) {
  static auto* const real = next<int(int)>("close");
  const bool fails = is_faulty_by_name("close");
  const int error = errno;
  const int result = real(file);  // it is closed all the same
  if (!fails) return result;
  errno = error;
  return -1;
}

__attribute__((visibility("default"))) ssize_t read(int file, void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, void*, size_t)>("read");
  return is_faulty_by_name("read") ? -1 : real(file, bytes, size);
}

__attribute__((visibility("default"))) ssize_t pread(int file, void* bytes, size_t size,
                                                     off_t offset) {
  static auto* const real = next<ssize_t(int, void*, size_t, off_t)>("pread");
  return is_faulty_by_name("read") ? -1 : real(file, bytes, size, offset);
}

/// openat2, which the C library has no function for.
__attribute__((visibility("default"))) long syscall(long number, ...) noexcept {
  static auto* const real = next<long(long, ...)>("syscall");
  va_list arguments;
  va_start(arguments, number);
  long words[6];
  for (long& each : words) each = va_arg(arguments, long);
  va_end(arguments);
  if (is_faulty_by_name("look")) return -1;
  return real(number, words[0], words[1], words[2], words[3], words[4], words[5]);
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
  } else if (is_faulty_by_name("look")) {
    return -1;
  }
  return real(path, flags, mode);
}

__attribute__((visibility("default"))) int FT_New_Memory_Face(void* library,
                                                              const unsigned char* bytes, long size,
                                                              long index, void** face) {
  using Call = int(void*, const unsigned char*, long, long, void**);
  static auto* const real = next<Call>("FT_New_Memory_Face");
  be_harmed_by(bytes, static_cast<std::size_t>(size));
  return real(library, bytes, size, index, face);
}

__attribute__((visibility("default"))) int spng_set_png_buffer(void* context, const void* bytes,
                                                               std::size_t size) {
  static auto* const real = next<int(void*, const void*, std::size_t)>("spng_set_png_buffer");
  be_harmed_by(bytes, size);
  return real(context, bytes, size);
}

__attribute__((visibility("default"))) void jpeg_mem_src(void* decoder, const unsigned char* bytes,
                                                         unsigned long size) {
  static auto* const real = next<void(void*, const unsigned char*, unsigned long)>("jpeg_mem_src");
  be_harmed_by(bytes, size);
  real(decoder, bytes, size);
}

}  // extern "C"

__attribute__((visibility("default"))) pugi::xml_parse_result pugi::xml_document::load_buffer(
    const void* bytes, std::size_t size, unsigned options, xml_encoding encoding) {
  using Call = xml_parse_result(xml_document*, const void*, std::size_t, unsigned, xml_encoding);
  static auto* const real =
      next<Call>("_ZN4pugi12xml_document11load_bufferEPKvmjNS_12xml_encodingE");
  be_harmed_by(bytes, size);
  return real(this, bytes, size, options, encoding);
}
