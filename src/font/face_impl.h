// SPDX-License-Identifier: MIT
// What is inside a Face; for the files of this folder only.
#pragma once

#include <hb.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "font/font_book.h"

namespace handbill::font {

struct HarfBuzzDelete {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
using BlobPtr = std::unique_ptr<hb_blob_t, HarfBuzzDelete>;
using FacePtr = std::unique_ptr<hb_face_t, HarfBuzzDelete>;
using FontPtr = std::unique_ptr<hb_font_t, HarfBuzzDelete>;
using SetPtr = std::unique_ptr<hb_set_t, HarfBuzzDelete>;

/// What has been measured of each glyph of a face, in 64 bits; filled by whoever asks first.
class GlyphTable {
 public:
  /// `measured` gives what to keep of a glyph below `count`; 0 is not kept.
  template <class Measured>
  std::uint64_t get(GlyphId glyph, std::uint32_t count, const Measured& measured) {
    std::call_once(made_, [&] { bits_ = std::make_unique<std::atomic<std::uint64_t>[]>(count); });
    // Who measures at the same time measures the same.
    std::atomic<std::uint64_t>& kept = bits_[glyph];
    std::uint64_t bits = kept.load(std::memory_order_relaxed);
    if (bits == 0) {
      bits = measured();
      kept.store(bits, std::memory_order_relaxed);
    }
    return bits;
  }

 private:
  std::once_flag made_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> bits_;  // by glyph; 0: not measured yet
};

struct Face::Impl {
  CatalogFace described;
  std::string postscript_name;
  std::vector<AxisValue> axes;
  Outlines outlines = Outlines::TrueType;
  Metrics metrics;
  BlobPtr blob;
  FacePtr face;
  FontPtr font;
  std::unique_ptr<GlyphTable> whites = std::make_unique<GlyphTable>();
  std::unique_ptr<GlyphTable> extents = std::make_unique<GlyphTable>();
};

std::string_view blob_bytes(hb_blob_t* blob);

/// Fills in what the HarfBuzz font knows: everything but names and licence.
Metrics measure(hb_font_t* font);

}  // namespace handbill::font
