// SPDX-License-Identifier: MIT
#include "pdf/file_writer.h"

#include <algorithm>

#include "base/content_hash.h"

namespace handbill::pdf {
namespace {

/// So many that most files have one, so few that whoever wants one object unpacks little.
constexpr std::size_t kObjectsOfStream = 200;

/// Digits as the table has them, with zeros before.
std::string padded(std::uint64_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// How many bytes hold the number.
int bytes_for(std::uint64_t number) {
  int bytes = 1;
  while (number >>= 8) ++bytes;
  return bytes;
}

void append_big_endian(std::string& out, std::uint64_t number, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

}  // namespace

FileWriter::FileWriter(PdfVersion version, CrossReference form, std::uint32_t first_free,
                       Deflater& deflater)
    : form_(form), deflater_(deflater), next_free_(first_free), places_(first_free) {
  // Bytes above 127 tell programs that copy files that this one is no text.
  file_ = version == PdfVersion::V1_4   ? "%PDF-1.4\n"
          : version == PdfVersion::V1_6 ? "%PDF-1.6\n"
                                        : "%PDF-1.7\n";
  file_ += "%\xB7\xBE\xAD\xAA\n";
}

void FileWriter::place(std::uint32_t number, Place place) {
  if (places_.size() <= number) places_.resize(std::size_t{number} + 1);
  places_[number] = place;
}

void FileWriter::begin_object(std::uint32_t number) {
  place(number, {Place::Kind::InFile, file_.size(), 0});
  file_ += std::to_string(number) + " 0 obj\n";
}

void FileWriter::add_dictionary(std::uint32_t number, std::string_view dictionary) {
  if (form_ == CrossReference::Table) {
    begin_object(number);
    file_.append(dictionary).append("\nendobj\n");
    return;
  }
  offsets_ += std::to_string(number) + ' ' + std::to_string(objects_.size()) + ' ';
  objects_.append(dictionary) += '\n';
  gathered_.push_back(number);
  if (gathered_.size() == kObjectsOfStream) write_object_stream();
}

void FileWriter::add_stream(std::uint32_t number, std::string_view dictionary,
                            std::string_view bytes) {
  begin_object(number);
  // Acrobat 8 wants both CR and LF here.
  file_.append(dictionary).append("\nstream\r\n").append(bytes).append("\nendstream\nendobj\n");
}

/// `dictionary` without /Length, /Filter and its end.
void FileWriter::write_packed(std::uint32_t number, std::string dictionary,
                              std::string_view bytes) {
  const std::string packed = deflater_.deflate(bytes);
  dictionary += "/Filter/FlateDecode/Length " + std::to_string(packed.size()) + ">>";
  add_stream(number, dictionary, packed);
}

void FileWriter::write_object_stream() {
  if (gathered_.empty()) return;
  const std::uint32_t number = next_free_++;
  for (std::size_t i = 0; i < gathered_.size(); ++i) {
    place(gathered_[i], {Place::Kind::InStream, number, static_cast<unsigned char>(i)});
  }
  write_packed(number,
               "<</Type/ObjStm/N " + std::to_string(gathered_.size()) + "/First " +
                   std::to_string(offsets_.size()),
               offsets_ + objects_);
  gathered_.clear();
  offsets_.clear();
  objects_.clear();
}

std::string FileWriter::trailer(std::uint32_t catalog, std::uint32_t information) const {
  const std::string id = content_hash_hex(file_);
  return "/Size " + std::to_string(places_.size()) + "/Root " + std::to_string(catalog) +
         " 0 R/Info " + std::to_string(information) + " 0 R/ID[<" + id + "><" + id + ">]";
}

void FileWriter::write_table(const std::string& trailer) {
  file_ += "xref\n0 " + std::to_string(places_.size()) + '\n';
  for (const Place& place : places_) {
    const bool is_free = place.kind == Place::Kind::Free;
    file_ += padded(place.at, 10) + (is_free ? " 65535 f\r\n" : " 00000 n\r\n");
  }
  file_ += "trailer\n<<" + trailer + ">>\n";
}

/// A row an object: what `Place` says, in the fewest bytes that hold all of them.
void FileWriter::write_stream(const std::string& trailer) {
  std::uint64_t largest = 0;
  for (const Place& place : places_) largest = std::max(largest, place.at);
  const int width = bytes_for(largest);
  std::string rows;
  for (const Place& place : places_) {
    rows += static_cast<char>(place.kind);
    append_big_endian(rows, place.at, width);
    rows += static_cast<char>(place.index);
  }
  write_packed(static_cast<std::uint32_t>(places_.size() - 1),
               "<</Type/XRef/W[1 " + std::to_string(width) + " 1]" + trailer, rows);
}

std::string FileWriter::finish(std::uint32_t catalog, std::uint32_t information) {
  write_object_stream();
  const std::uint64_t start = file_.size();
  if (form_ == CrossReference::Table) {
    write_table(trailer(catalog, information));
  } else {
    place(next_free_, {Place::Kind::InFile, start, 0});
    write_stream(trailer(catalog, information));
  }
  file_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
  return std::move(file_);
}

}  // namespace handbill::pdf
