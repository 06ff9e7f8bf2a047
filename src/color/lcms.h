// SPDX-License-Identifier: MIT
// Little CMS's objects, owned, and how its profiles are opened. Private to this folder.
#pragma once

#include <lcms2.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/big_endian.h"
#include "base/check.h"

namespace handbill::color {

template <auto function>
struct Closer {
  template <class T>
  void operator()(T* thing) const {
    function(thing);
  }
};
using Context = std::unique_ptr<std::remove_pointer_t<cmsContext>, Closer<cmsDeleteContext>>;
using Profile = std::unique_ptr<void, Closer<cmsCloseProfile>>;
using Transform = std::unique_ptr<void, Closer<cmsDeleteTransform>>;

/// One that never prints. Null: no memory.
inline Context make_context() {
  Context context(cmsCreateContext(nullptr, nullptr));
  if (context) {
    cmsSetLogErrorHandlerTHR(context.get(), [](cmsContext, cmsUInt32Number, const char*) {});
  }
  return context;
}

/// Null: not a whole profile. The size it states in its first four bytes (ICC.1, 7.2.2) is one that
/// Little CMS does not hold against the bytes there are.
inline Profile open_profile(cmsContext context, std::string_view icc_bytes) {
  if (icc_bytes.size() < 128 || icc_bytes.size() > UINT32_MAX) return nullptr;
  if (big_endian_at(icc_bytes, 0) > icc_bytes.size()) return nullptr;
  return Profile(cmsOpenProfileFromMemTHR(context, icc_bytes.data(),
                                          static_cast<cmsUInt32Number>(icc_bytes.size())));
}

/// The class and the colour space of a whole profile (ICC.1, 7.2.5, 7.2.6), as cmsSig… constants
/// have them. Little CMS gives them as enumerations, and any four bytes need not be a value of
/// those.
inline cmsUInt32Number class_of(std::string_view icc) { return big_endian_at(icc, 12); }
inline cmsUInt32Number color_space_of(std::string_view icc) { return big_endian_at(icc, 16); }

inline std::string transformed(const Transform& transform, std::string_view in, std::size_t in_size,
                               std::size_t out_size) {
  // Pixels go to Little CMS in pieces: it counts them in 32 bits.
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  HANDBILL_CHECK(in.size() % in_size == 0, "whole pixels");
  const std::size_t pixels = in.size() / in_size;
  std::string out(pixels * out_size, '\0');
  for (std::size_t done = 0; done < pixels; done += kPiece) {
    cmsDoTransform(transform.get(), in.data() + done * in_size, out.data() + done * out_size,
                   static_cast<cmsUInt32Number>(std::min(kPiece, pixels - done)));
  }
  return out;
}

}  // namespace handbill::color
