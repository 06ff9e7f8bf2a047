// SPDX-License-Identifier: MIT
#include "preflight/stream_damage.h"

#include <algorithm>
#include <array>
#include <exception>
#include <span>
#include <string_view>

#include "display/zlib_check.h"

namespace handbill::preflight {
namespace {

/// PDF 1.7, Table 6; the short names are for inline pictures alone.
constexpr std::array<std::string_view, 6> kData = {"ASCIIHexDecode", "ASCII85Decode",   "LZWDecode",
                                                   "FlateDecode",    "RunLengthDecode", "Crypt"};
constexpr std::array<std::string_view, 4> kPictures = {"CCITTFaxDecode", "JBIG2Decode", "DCTDecode",
                                                       "JPXDecode"};

bool is_in(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

std::string flate_damage(Handle stream, Budget& budget) {
  const auto packed = stream.getRawStreamData();
  const std::string_view bytes(reinterpret_cast<const char*>(packed->getBuffer()),
                               packed->getSize());
  display::ZlibCheck check(std::min(Budget::kMostStream, budget.bytes));
  const bool is_sound = check.take(bytes);
  if (check.unpacked() > Budget::kMostStream) return "unpacks to more than 256 MiB";
  if (!budget.take(budget.bytes, check.unpacked(), "its streams are too long")) return {};
  if (!is_sound) return "is damaged: it can't be unpacked, or fails its checksum";
  return check.has_ended() ? "" : "is cut off";
}

}  // namespace

std::string stream_damage(const Handle& stream, Budget& budget) {
  const std::vector<std::string> filters = names_of(entry(stream, "/Filter"));
  for (const std::string& filter : filters) {
    if (is_in(filter, kPictures)) return {};
    if (!is_in(filter, kData)) return "is encoded by `" + filter + "`, which PDF does not define";
  }
  if (filters.empty()) return {};
  const bool is_flate = filters.front() == "FlateDecode";
  try {
    const std::string fault = is_flate ? flate_damage(stream, budget) : "";
    if (!fault.empty()) return fault;
  } catch (const std::exception&) {
    return "can't be read";
  }
  // What checksums vouch for needs no second look, unless there is more to undo.
  if (is_flate && filters.size() == 1 && is_null(entry(stream, "/DecodeParms"))) return {};
  return decoded(stream, Decode::Data, budget) ? "" : "can't be unpacked";
}

}  // namespace handbill::preflight
