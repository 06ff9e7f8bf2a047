// SPDX-License-Identifier: MIT
// Picture files and art, read and judged once, however often trials and documents ask for them.
// JPEG stays as small as its file; decoded pixels are large, so they stay only while a document has
// them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/recent.h"
#include "picture/art_work.h"
#include "picture/read_picture.h"

namespace handbill::picture {

/// Not for several threads at once.
class PictureBook {
 public:
  /// All pictures of a document together may take so much memory.
  static constexpr std::uint64_t kMostOfDocument = std::uint64_t{512} << 20U;

  /// Trusts the files.
  PictureBook() : PictureBook(confined::reader_here()) {}
  explicit PictureBook(std::shared_ptr<confined::Reader> reader,
                       std::uint64_t most_of_document = kMostOfDocument)
      : reader_(std::move(reader)), most_of_document_(most_of_document) {}
  std::uint64_t most_of_document() const { return most_of_document_; }

  /// As look_at_picture says; null: a fault was reported. The same bytes under the same name are
  /// not decoded again, unless they are of many pixels and no document has them any more.
  std::shared_ptr<const display::Picture> read(std::string_view bytes, const std::string& name,
                                               diag::Span asked_at, diag::Diagnostics& diags);

  /// The text of `file` as art, as read_svg says. Null: reported; what became of the reader at
  /// `asked_at`.
  std::shared_ptr<const display::Art> read_art(const diag::SourceMap& sources, diag::FileId file,
                                               const ScreenColors& colors, diag::Span asked_at,
                                               diag::Diagnostics& diags);

 private:
  struct Known {
    std::string hash;
    std::weak_ptr<const display::Picture> picture;
    std::shared_ptr<const display::Picture> kept;  ///< null: as long as others keep it
    std::optional<PictureFault> fault;
  };
  std::shared_ptr<confined::Reader> reader_;
  std::uint64_t most_of_document_;
  std::map<std::string, Known> by_name_;
  /// Art over which a reader ended, by the hash of its text.
  std::map<std::string, confined::Outcome> harmful_art_;
  static constexpr std::size_t kMostOfArt = std::size_t{32} << 20U;
  Recent<display::Art> art_{kMostOfArt};
};

}  // namespace handbill::picture
