// SPDX-License-Identifier: MIT
#include "font/font_book.h"

#include <hb-ot.h>
// FreeType
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "font/face_impl.h"
#include "font/find_file.h"

namespace handbill::font {
namespace {

using diag::DiagnosticId;

struct LibraryDelete {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
using LibraryPtr = std::unique_ptr<FT_LibraryRec_, LibraryDelete>;

struct FtFaceDelete {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FtFacePtr = std::unique_ptr<FT_FaceRec_, FtFaceDelete>;

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const BlobPtr table(hb_face_reference_table(face, tag));
  return hb_blob_get_length(table.get()) > 0;
}

/// One mistake, one message, however many styles name the font.
void report(diag::Diagnostics& diags, DiagnosticId id, diag::Span span, std::string message,
            std::vector<std::string> hints = {}) {
  const auto same = [&](const diag::Diagnostic& d) { return d.id == id && d.message == message; };
  if (std::ranges::any_of(diags.list(), same)) return;
  diags.error(id, span, std::move(message), std::move(hints));
}

/// Why HarfBuzz or a PDF can't take the font; nothing when it is fine.
std::optional<std::string> trouble(hb_face_t* face) {
  if (has_table(face, HB_TAG('C', 'F', 'F', '2')) || hb_ot_var_has_data(face)) {
    return "it is a variable font; install its static faces";
  }
  if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) &&
      !has_table(face, HB_TAG('C', 'F', 'F', ' '))) {
    return "it has no outlines";
  }
  if (hb_face_get_glyph_count(face) == 0) return "it has no glyphs";
  return std::nullopt;
}

/// Why the licence bits forbid what we do; nothing when they allow it.
std::optional<std::string> licence_trouble(FT_UShort fs_type) {
  // OpenType 1.9, OS/2, fsType: when several of bits 1 to 3 are set, the least restrictive holds.
  if ((fs_type & 0x000EU) == 0x0002U) return "its licence is restricted";
  if ((fs_type & 0x0200U) != 0) return "it allows embedding of bitmaps only";
  if ((fs_type & 0x0100U) != 0) return "it may not be subset";
  return std::nullopt;
}

}  // namespace

struct FontBook::Impl {
  using Key = std::tuple<std::string, int, std::string, int, Slant>;

  FileFinder finder;
  LibraryPtr freetype;
  std::vector<std::unique_ptr<Face>> faces;
  std::map<Key, FontId> opened;

  explicit Impl(std::vector<std::string> folders) : finder(std::move(folders)) {}

  static Key key(const CatalogFace& face) {
    return {face.file, face.index, face.family, face.weight, face.slant};
  }
  FtFacePtr open_with_freetype(std::string_view bytes, int index);
  std::optional<FontId> add(BlobPtr blob, const CatalogFace& wanted, diag::Span asked_at,
                            diag::Diagnostics& diags);
};

FtFacePtr FontBook::Impl::open_with_freetype(std::string_view bytes, int index) {
  if (!freetype) {
    FT_Library library = nullptr;
    HANDBILL_CHECK(FT_Init_FreeType(&library) == 0, "FreeType starts");
    freetype.reset(library);
  }
  FT_Face face = nullptr;
  const FT_Error error =
      FT_New_Memory_Face(freetype.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), index, &face);
  return FtFacePtr(error == 0 ? face : nullptr);
}

std::optional<FontId> FontBook::Impl::add(BlobPtr blob, const CatalogFace& wanted,
                                          diag::Span asked_at, diag::Diagnostics& diags) {
  const auto broken = [&](const std::string& why) {
    report(diags, DiagnosticId::FontBroken, asked_at,
           "font file `" + wanted.file + "` can't be used: " + why);
    return std::nullopt;
  };
  const FtFacePtr checked = open_with_freetype(blob_bytes(blob.get()), wanted.index);
  if (!checked || !FT_IS_SCALABLE(checked.get())) return broken("it is not a font");
  FacePtr face(hb_face_create(blob.get(), static_cast<unsigned>(wanted.index)));
  hb_face_make_immutable(face.get());
  if (const auto why = trouble(face.get())) return broken(*why);
  if (const auto why = licence_trouble(FT_Get_FSType_Flags(checked.get()))) {
    report(diags, DiagnosticId::FontEmbedding, asked_at,
           "font file `" + wanted.file + "` forbids embedding in a PDF: " + *why,
           {"choose a font whose licence allows embedding"});
    return std::nullopt;
  }
  FontPtr font(hb_font_create(face.get()));
  hb_font_make_immutable(font.get());
  const char* name = FT_Get_Postscript_Name(checked.get());
  auto impl = std::make_unique<Face::Impl>(Face::Impl{
      .described = wanted,
      .postscript_name = name != nullptr ? name : "",
      .outlines =
          has_table(face.get(), HB_TAG('g', 'l', 'y', 'f')) ? Outlines::TrueType : Outlines::Cff,
      .metrics = measure(font.get()),
      .blob = std::move(blob),
      .face = std::move(face),
      .font = std::move(font),
  });
  const FontId id{static_cast<std::uint32_t>(faces.size())};
  faces.push_back(std::unique_ptr<Face>(new Face(std::move(impl))));
  opened.emplace(key(wanted), id);
  return id;
}

FontBook::FontBook(std::vector<std::string> machine_folders)
    : impl_(std::make_unique<Impl>(std::move(machine_folders))) {}
FontBook::~FontBook() = default;

std::optional<FontId> FontBook::open(const CatalogFace& wanted, const diag::FileReader& project,
                                     diag::Span asked_at, diag::Diagnostics& diags) {
  const auto known = impl_->opened.find(Impl::key(wanted));
  if (known != impl_->opened.end()) return known->second;
  if (auto bytes = project.read("fonts/" + wanted.file)) {
    CatalogFace described = wanted;
    described.span = asked_at;
    return open_bytes(std::move(*bytes), described, diags);
  }
  const auto path = impl_->finder.find(wanted.file, wanted.family, wanted.package);
  // Mapped, not read: a run touches a fraction of a font's bytes.
  BlobPtr blob(path ? hb_blob_create_from_file_or_fail(path->c_str()) : nullptr);
  if (blob) return impl_->add(std::move(blob), wanted, asked_at, diags);
  std::vector<std::string> hints;
  if (!wanted.package.empty()) hints.push_back("`apt install " + wanted.package + "`");
  hints.push_back(std::string(hints.empty() ? "" : "or ") + "put the file into `fonts/`");
  report(diags, DiagnosticId::FontMissing, asked_at,
         "font file `" + wanted.file + "` of `" + wanted.family +
             "` is neither in `fonts/` nor installed on this machine",
         std::move(hints));
  return std::nullopt;
}

std::optional<FontId> FontBook::open_bytes(std::string bytes, const CatalogFace& described_as,
                                           diag::Diagnostics& diags) {
  auto* kept = new std::string(std::move(bytes));
  BlobPtr blob(hb_blob_create(kept->data(), static_cast<unsigned>(kept->size()),
                              HB_MEMORY_MODE_READONLY, kept,
                              [](void* data) { delete static_cast<std::string*>(data); }));
  return impl_->add(std::move(blob), described_as, described_as.span, diags);
}

const Face& FontBook::face(FontId id) const {
  HANDBILL_CHECK(id.index() < impl_->faces.size(), "a font id comes from this book");
  return *impl_->faces[id.index()];
}

std::size_t FontBook::size() const { return impl_->faces.size(); }

std::vector<std::string> machine_font_folders() {
  return {"/usr/local/share/fonts", "/usr/share/fonts"};
}

}  // namespace handbill::font
