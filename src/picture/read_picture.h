// SPDX-License-Identifier: MIT
// Picture files: JPEG is kept as it is, PNG is decoded.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "confined/reader.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::picture {

/// Why a picture can't be used.
struct PictureFault {
  diag::DiagnosticId id{};
  std::string why;  ///< to stand after its name
  std::vector<std::string> hints{};
};

using PictureResult = std::variant<std::shared_ptr<const display::Picture>, PictureFault>;

/// `name` decides nothing: the kind is read from the bytes, by `reader`. A fault is picture-broken
/// or picture-unsupported (limits: 20,000 pixels a side, 100 megapixels, 256 MiB unpacked).
/// RGB stays RGB here, with the profile that the file carries in Picture::icc (CMYK has its own
/// there too); `to_press` turns it into ink. Gray of one bit stays one bit, its rows
/// padded to whole bytes, 1 is white; 16 bits become 8; an alpha that hides nothing is left out. A
/// JPEG that Exif wants turned is unsupported, as its bytes go to the press untouched.
PictureResult look_at_picture(confined::Reader& reader, std::string_view bytes, std::string name);

/// Reports a fault of the picture `name` at `asked_at`.
void tell(const PictureFault& fault, const std::string& name, diag::Span asked_at,
          diag::Diagnostics& diags);

/// The same with a reader in this program, for files that are trusted. Null: a fault was reported.
std::shared_ptr<const display::Picture> read_picture(std::string_view bytes, std::string name,
                                                     diag::Span asked_at, diag::Diagnostics& diags);

/// Of one picture: larger ones are not unpacked.
inline constexpr std::uint64_t kMostUnpacked = std::uint64_t{256} << 20U;

/// The memory it takes to read and keep the picture: of PNG that of its pixels, else the file's.
std::uint64_t unpacked_bytes(std::string_view bytes);

/// "1,100 MiB" of what exceeds a limit: rounded up.
std::string in_mebibytes(std::uint64_t bytes);
/// What makes such a picture smaller.
std::string smaller_picture_hint();

}  // namespace handbill::picture
