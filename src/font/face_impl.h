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

/// What has been measured of a face; filled by whoever asks first.
struct WhiteTable {
  std::once_flag made;
  std::unique_ptr<std::atomic<std::uint64_t>[]> packed;  ///< by glyph; 0: not measured yet
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
  std::unique_ptr<WhiteTable> whites = std::make_unique<WhiteTable>();
};

std::string_view blob_bytes(hb_blob_t* blob);

/// Fills in what the HarfBuzz font knows: everything but names and licence.
Metrics measure(hb_font_t* font);

}  // namespace handbill::font
