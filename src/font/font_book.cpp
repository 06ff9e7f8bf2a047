// SPDX-License-Identifier: MIT
#include "font/font_book.h"

#include <hb-ot.h>
// FreeType
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "base/content_hash.h"
#include "base/installed.h"
#include "diag/report_file.h"
#include "font/face_impl.h"
#include "font/find_file.h"
#include "font/try_font.h"
#include "font/variations.h"

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
void report_once(diag::Diagnostics& diags, DiagnosticId id, diag::Span span, std::string message,
                 std::vector<std::string> hints = {}) {
  const auto same = [&](const diag::Diagnostic& d) { return d.id == id && d.message == message; };
  if (std::ranges::any_of(diags.list(), same)) return;
  diags.error(id, span, std::move(message), std::move(hints));
}

/// Why HarfBuzz or a PDF can't take the font; nothing when it is fine.
std::optional<std::string> trouble(hb_face_t* face) {
  if (has_table(face, HB_TAG('C', 'F', 'F', '2'))) {
    return "it is a variable font with CFF2 outlines, which can't be embedded; use its TrueType "
           "form or its static faces";
  }
  if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) &&
      !has_table(face, HB_TAG('C', 'F', 'F', ' '))) {
    return "it has no outlines";
  }
  if (hb_face_get_glyph_count(face) == 0) return "it has no glyphs";
  return std::nullopt;
}

/// The signs of a colour font are pictures, or layers that its outlines leave empty (OpenType 1.9:
/// CBDT, sbix, COLR version 1).
bool has_pictures(hb_face_t* face) {
  const BlobPtr layers(hb_face_reference_table(face, HB_TAG('C', 'O', 'L', 'R')));
  const std::string_view bytes = blob_bytes(layers.get());
  const bool has_later_layers = bytes.size() >= 2 && (bytes[0] != 0 || bytes[1] != 0);
  return has_later_layers || has_table(face, HB_TAG('C', 'B', 'D', 'T')) ||
         has_table(face, HB_TAG('s', 'b', 'i', 'x'));
}

BlobPtr blob_of(std::string bytes) {
  auto* kept = new std::string(std::move(bytes));
  return BlobPtr(hb_blob_create(kept->data(), static_cast<unsigned>(kept->size()),
                                HB_MEMORY_MODE_READONLY, kept,
                                [](void* data) { delete static_cast<std::string*>(data); }));
}

std::string path_in_project(const CatalogFace& face) { return "fonts/" + face.file; }

struct FoundFile {
  BlobPtr blob;
  std::string path;
  bool is_projects = false;
  diag::FileAnswer own{};  ///< what the project has of it
  bool is_faulty() const {
    return own.state != diag::FileState::File && own.state != diag::FileState::Missing;
  }
};

/// A file that has been looked at.
struct Checked {
  FacePtr face;  ///< null: it is no font at all
  std::string postscript_name;
  EmbeddingRights rights;
  std::vector<AxisRange> ranges;
  std::vector<AxisValue> axes;
  std::optional<std::string> trouble;  ///< why it can't be used, whatever the rights
};

void set_axes(hb_font_t* font, const std::vector<AxisValue>& axes) {
  std::vector<hb_variation_t> variations;
  for (const AxisValue& axis : axes) {
    variations.push_back({hb_tag_from_string(axis.tag.data(), static_cast<int>(axis.tag.size())),
                          static_cast<float>(axis.value)});
  }
  hb_font_set_variations(font, variations.data(), static_cast<unsigned>(variations.size()));
}

}  // namespace

struct FontBook::Impl {
  using Key = std::tuple<std::string, int, std::string, int, Slant, Length>;

  FileFinder finder;
  std::shared_ptr<confined::Reader> reader;
  /// By hash and face of a file; nothing: it came to no harm.
  std::map<std::pair<std::string, int>, std::optional<confined::Outcome>> tried;
  LibraryPtr freetype;
  std::vector<std::unique_ptr<Face>> faces;
  struct Opened {
    FontId id;
    bool is_projects = false;
  };
  std::map<Key, Opened> opened;
  /// Of faces that have other shapes at other sizes; by their key at size 0.
  std::map<Key, AxisRange> optical_axes;

  Impl(std::vector<std::string> folders, std::shared_ptr<confined::Reader> by)
      : finder(std::move(folders)), reader(std::move(by)) {}

  static Key key(const CatalogFace& face, Length size = {}) {
    return {face.file, face.index, face.family, face.weight, face.slant, size};
  }
  /// A face at the sizes its axis tells apart.
  Key sized_key(const CatalogFace& face) const;
  FtFacePtr open_with_freetype(std::string_view bytes, int index);
  FoundFile find(const CatalogFace& wanted, const diag::FileReader& project);
  /// Null: it may be opened; else what became of the reader that tried to.
  const confined::Outcome* harm_of(const FoundFile& file, const CatalogFace& wanted);
  Checked check(hb_blob_t* blob, const CatalogFace& wanted);
  std::optional<FontId> add(BlobPtr blob, bool is_projects, const CatalogFace& wanted,
                            diag::Span asked_at, diag::Diagnostics& diags);
};

FontBook::Impl::Key FontBook::Impl::sized_key(const CatalogFace& face) const {
  const auto axis = optical_axes.find(key(face));
  if (axis == optical_axes.end() || face.set_at <= Length()) return key(face);
  const double size = std::clamp(face.set_at.pt(), axis->second.least, axis->second.most);
  return key(face, Length::pt(size));
}

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

/// Mapped, not read, from the machine: a run touches a fraction of a font's bytes.
FoundFile FontBook::Impl::find(const CatalogFace& wanted, const diag::FileReader& project) {
  std::string inside = path_in_project(wanted);
  diag::FileAnswer own = project.read(inside);
  if (own.bytes) return {blob_of(std::move(*own.bytes)), std::move(inside), true};
  if (own.state != diag::FileState::Missing)
    return {nullptr, std::move(inside), true, std::move(own)};
  auto path = finder.find(wanted.file, wanted.family, wanted.package);
  if (!path) return {};
  return {BlobPtr(hb_blob_create_from_file_or_fail(path->c_str())), std::move(*path)};
}

const confined::Outcome* FontBook::Impl::harm_of(const FoundFile& file, const CatalogFace& wanted) {
  if (!file.is_projects || !reader->is_apart()) return nullptr;
  const std::string_view bytes = blob_bytes(file.blob.get());
  std::pair font(content_hash_hex(bytes), wanted.index);
  auto known = tried.find(font);
  // Known once it has been tried to the end: what throws has not shown that it is harmless.
  if (known == tried.end()) {
    auto harm = try_font(*reader, bytes, wanted);
    known = tried.emplace(std::move(font), std::move(harm)).first;
  }
  return known->second ? &*known->second : nullptr;
}

Checked FontBook::Impl::check(hb_blob_t* blob, const CatalogFace& wanted) {
  Checked result;
  // FreeType refuses some of these as it does what is no font at all.
  const FacePtr looked_at(hb_face_create(blob, static_cast<unsigned>(wanted.index)));
  if (has_pictures(looked_at.get())) {
    result.trouble =
        "it is a colour font, whose signs are pictures; choose a family that has them in one "
        "colour, such as `Noto Sans Symbols2`";
    return result;
  }
  const FtFacePtr checked = open_with_freetype(blob_bytes(blob), wanted.index);
  if (!checked || !FT_IS_SCALABLE(checked.get())) {
    result.trouble = "it is not a font";
    return result;
  }
  result.face.reset(hb_face_create(blob, static_cast<unsigned>(wanted.index)));
  hb_face_make_immutable(result.face.get());
  result.rights = embedding_rights(FT_Get_FSType_Flags(checked.get()));
  result.trouble = trouble(result.face.get());
  if (result.trouble) return result;
  result.ranges = axes_of(result.face.get());
  auto placed = place_on_axes(result.ranges, wanted);
  if (auto* why = std::get_if<std::string>(&placed)) {
    result.trouble = std::move(*why);
    return result;
  }
  result.axes = std::move(std::get<std::vector<AxisValue>>(placed));
  const char* name = FT_Get_Postscript_Name(checked.get());
  result.postscript_name =
      (name != nullptr ? name : "") + instance_suffix(result.ranges, result.axes);
  return result;
}

std::optional<FontId> FontBook::Impl::add(BlobPtr blob, bool is_projects, const CatalogFace& wanted,
                                          diag::Span asked_at, diag::Diagnostics& diags) {
  // Where the catalogue names the file, one can name another.
  const diag::Span at = wanted.span.known() ? wanted.span : asked_at;
  Checked checked = check(blob.get(), wanted);
  if (checked.trouble) {
    report_once(diags, DiagnosticId::FontBroken, at,
                "font file `" + wanted.file + "` can't be used: " + *checked.trouble);
    return std::nullopt;
  }
  if (const auto why = embedding_trouble(checked.rights)) {
    report_once(diags, DiagnosticId::FontEmbedding, at,
                "font file `" + wanted.file + "` forbids embedding in a PDF: " + *why,
                {"choose a font whose licence allows embedding"});
    return std::nullopt;
  }
  FontPtr font(hb_font_create(checked.face.get()));
  set_axes(font.get(), checked.axes);
  hb_font_make_immutable(font.get());
  auto impl = std::make_unique<Face::Impl>(Face::Impl{
      .described = wanted,
      .postscript_name = std::move(checked.postscript_name),
      .axes = std::move(checked.axes),
      .outlines = has_table(checked.face.get(), HB_TAG('g', 'l', 'y', 'f')) ? Outlines::TrueType
                                                                            : Outlines::Cff,
      .metrics = measure(font.get()),
      .blob = std::move(blob),
      .face = std::move(checked.face),
      .font = std::move(font),
  });
  const FontId id{static_cast<std::uint32_t>(faces.size())};
  faces.push_back(std::unique_ptr<Face>(new Face(std::move(impl))));
  const bool is_named =
      std::ranges::find(wanted.axes, "opsz", &AxisValue::tag) != wanted.axes.end();
  const auto axis = std::ranges::find(checked.ranges, "opsz", &AxisRange::tag);
  if (axis != checked.ranges.end() && !is_named) optical_axes.emplace(key(wanted), *axis);
  opened.emplace(sized_key(wanted), Opened{id, is_projects});
  return id;
}

FontBook::FontBook(std::vector<std::string> machine_folders,
                   std::shared_ptr<confined::Reader> reader)
    : impl_(std::make_unique<Impl>(std::move(machine_folders), std::move(reader))) {}
FontBook::~FontBook() = default;

std::optional<FontId> FontBook::open(const CatalogFace& wanted, const diag::FileReader& project,
                                     diag::Span asked_at, diag::Diagnostics& diags) {
  const auto known = impl_->opened.find(impl_->sized_key(wanted));
  if (known != impl_->opened.end()) {
    if (known->second.is_projects) project.used_again(path_in_project(wanted));
    return known->second.id;
  }
  FoundFile file = impl_->find(wanted, project);
  const diag::Span at = wanted.span.known() ? wanted.span : asked_at;
  if (file.is_faulty()) {
    diag::report_file(project, file.path, file.own, at, diags);
    return std::nullopt;
  }
  if (file.blob) {
    const confined::Outcome* harm = impl_->harm_of(file, wanted);
    if (harm == nullptr) {
      return impl_->add(std::move(file.blob), file.is_projects, wanted, asked_at, diags);
    }
    report_once(diags, DiagnosticId::FontBroken, at,
                "font file `" + wanted.file + "` can't be used: " + harm->words(), harm->hints);
    return std::nullopt;
  }
  std::vector<std::string> hints;
  if (!wanted.package.empty()) hints.push_back("`apt install " + wanted.package + "`");
  hints.push_back(std::string(hints.empty() ? "" : "or ") + "put the file into `fonts/`");
  report_once(diags, DiagnosticId::FontMissing, asked_at,
              "font file `" + wanted.file + "` of `" + wanted.family +
                  "` is neither in `fonts/` nor installed on this machine",
              std::move(hints));
  return std::nullopt;
}

std::optional<FontId> FontBook::open_bytes(std::string bytes, const CatalogFace& described_as,
                                           diag::Diagnostics& diags) {
  return impl_->add(blob_of(std::move(bytes)), false, described_as, described_as.span, diags);
}

std::optional<FontReport> FontBook::report(const CatalogFace& wanted,
                                           const diag::FileReader& project) {
  const FoundFile file = impl_->find(wanted, project);
  FontReport report;
  if (file.is_faulty()) {
    report.path = file.path;
    report.trouble = "it can't be read";
    return report;
  }
  if (!file.blob) return std::nullopt;
  if (const confined::Outcome* harm = impl_->harm_of(file, wanted)) {
    report.path = file.path;
    report.trouble = harm->words();
    return report;
  }
  const Checked checked = impl_->check(file.blob.get(), wanted);
  if (checked.face) report = describe(checked.face.get());
  report.path = file.path;
  report.rights = checked.rights;
  report.trouble =
      checked.trouble.value_or(embedding_trouble(checked.rights).value_or(std::string()));
  return report;
}

const Face& FontBook::face(FontId id) const {
  HANDBILL_CHECK(id.index() < impl_->faces.size(), "a font id comes from this book");
  return *impl_->faces[id.index()];
}

std::size_t FontBook::size() const { return impl_->faces.size(); }

std::vector<std::string> machine_font_folders() { return package_folders("fonts"); }

}  // namespace handbill::font
