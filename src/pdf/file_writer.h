// SPDX-License-Identifier: MIT
// The file round the objects: its header, where each object begins, and the list of that at its
// end. Either as every version of PDF has it, or with dictionaries packed many at a time into
// object streams and a cross-reference stream (PDF 1.5), which is about a tenth smaller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/deflate.h"

namespace handbill::pdf {

enum class PdfVersion { V1_4, V1_6, V1_7 };

/// Table: each object by itself, and a table in plain text.
enum class CrossReference { Table, Streams };

class FileWriter {
 public:
  /// Numbers from `first_free` on are for object streams. The deflater must live as long.
  FileWriter(PdfVersion version, CrossReference form, std::uint32_t first_free, Deflater& deflater);

  void reserve(std::size_t bytes) { file_.reserve(bytes); }
  /// Each number is added once. A dictionary has its angle brackets here; that of a stream has its
  /// /Length.
  void add_dictionary(std::uint32_t number, std::string_view dictionary);
  void add_stream(std::uint32_t number, std::string_view dictionary, std::string_view bytes);
  /// The whole file, with an /ID made from its own bytes. Once only.
  std::string finish(std::uint32_t catalog, std::uint32_t information);

 private:
  /// Where an object is: at a byte of the file, or as the `index`th of an object stream. A number
  /// that was never added is free.
  struct Place {
    enum class Kind : unsigned char { Free, InFile, InStream };  ///< 0, 1, 2 in the file too
    Kind kind = Kind::Free;
    std::uint64_t at = 0;  ///< a byte, or the number of an object stream
    unsigned char index = 0;
  };

  void begin_object(std::uint32_t number);
  void place(std::uint32_t number, Place place);
  void write_object_stream();
  void write_packed(std::uint32_t number, std::string dictionary, std::string_view bytes);
  std::string trailer(std::uint32_t catalog, std::uint32_t information) const;
  void write_table(const std::string& trailer);
  void write_stream(const std::string& trailer);

  CrossReference form_;
  Deflater& deflater_;
  std::uint32_t next_free_;
  std::string file_;
  std::vector<Place> places_;            ///< by object number
  std::vector<std::uint32_t> gathered_;  ///< the numbers of those in `objects_`
  std::string objects_, offsets_;        ///< of the object stream that is filled
};

}  // namespace handbill::pdf
