// SPDX-License-Identifier: MIT
#include "build/zip_files.h"

#include <minizip/zip.h>

#include <algorithm>
#include <limits>

namespace handbill::build {
namespace {

/// A file that minizip writes to, in memory.
struct ZipBytes {
  std::string bytes;
  std::size_t at = 0;
};

ZipBytes& of(void* stream) { return *static_cast<ZipBytes*>(stream); }

void* open_bytes(void* opaque, const void*, int) { return opaque; }
uLong read_bytes(void*, void* stream, void* into, uLong size) {
  ZipBytes& file = of(stream);
  const std::size_t got = std::min<std::size_t>(size, file.bytes.size() - file.at);
  std::copy_n(file.bytes.data() + file.at, got, static_cast<char*>(into));
  file.at += got;
  return got;
}
uLong write_bytes(void*, void* stream, const void* from, uLong size) {
  ZipBytes& file = of(stream);
  file.bytes.resize(std::max<std::size_t>(file.bytes.size(), file.at + size));
  std::copy_n(static_cast<const char*>(from), size, file.bytes.data() + file.at);
  file.at += size;
  return size;
}
ZPOS64_T tell_bytes(void*, void* stream) { return of(stream).at; }
long seek_bytes(void*, void* stream, ZPOS64_T offset, int origin) {
  ZipBytes& file = of(stream);
  const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file.at
                           : origin == ZLIB_FILEFUNC_SEEK_END ? file.bytes.size()
                                                              : 0;
  file.at = from + static_cast<std::size_t>(offset);
  return file.at <= file.bytes.size() ? 0 : -1;
}
int close_bytes(void*, void*) { return 0; }
int fault_of_bytes(void*, void*) { return 0; }

/// 1 January 1980, the first day of the format: whoever unpacks it dates the files.
zip_fileinfo undated() {
  zip_fileinfo info{};
  info.dosDate = (1U << 21U) | (1U << 16U);
  return info;
}

bool add_to_zip(zipFile zip, const OutputFile& file) {
  constexpr uLong kUtf8Names = 1U << 11U, kMadeByVersion20 = 20;
  const zip_fileinfo info = undated();
  const bool is_too_large = file.bytes.size() > std::numeric_limits<unsigned>::max();
  if (is_too_large || file.name.empty()) return false;
  const int opened =
      zipOpenNewFileInZip4_64(zip, file.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                              Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                              Z_DEFAULT_STRATEGY, nullptr, 0, kMadeByVersion20, kUtf8Names, 0);
  if (opened != ZIP_OK) return false;
  const auto size = static_cast<unsigned>(file.bytes.size());
  return zipWriteInFileInZip(zip, file.bytes.data(), size) == ZIP_OK &&
         zipCloseFileInZip(zip) == ZIP_OK;
}

}  // namespace

std::optional<std::string> zip_of(const std::vector<OutputFile>& files) {
  ZipBytes made;
  zlib_filefunc64_def in_memory{open_bytes, read_bytes,  write_bytes,    tell_bytes,
                                seek_bytes, close_bytes, fault_of_bytes, &made};
  const zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &in_memory);
  if (zip == nullptr) return std::nullopt;
  const bool is_good =
      std::ranges::all_of(files, [&](const OutputFile& each) { return add_to_zip(zip, each); });
  if (zipClose(zip, nullptr) != ZIP_OK || !is_good) return std::nullopt;
  return std::move(made.bytes);
}

}  // namespace handbill::build
