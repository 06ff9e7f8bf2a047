// SPDX-License-Identifier: MIT
// libharu as object writer: it numbers the objects, keeps the page tree and writes dictionaries;
// the file round them is a FileWriter's. What stands inside a dictionary is text from here, because
// libharu cuts numbers to five digits, clamps them in silence and does not escape names; its
// dictionaries ask a callback for more entries just before their end, and that is where it goes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pdf/compression.h"
#include "pdf/file_writer.h"

namespace handbill::pdf {

/// The number of an indirect object; 0 means none.
class PartBook;

struct ObjectRef {
  std::uint32_t number = 0;
  bool operator==(const ObjectRef&) const = default;
};

/// Objects are written in the order in which they were added: in object streams, unless the version
/// has none or the file is to be readable. After an error everything goes on without effect, and
/// `save` gives nothing.
class HaruDocument {
 public:
  /// What `book` has deflated before is taken from there.
  HaruDocument(Compression compression, PdfVersion version, PartBook& book);
  ~HaruDocument();
  HaruDocument(const HaruDocument&) = delete;
  HaruDocument& operator=(const HaruDocument&) = delete;

  /// A dictionary; `entries` without the angle brackets, "/Type/Font/Subtype/Type0".
  ObjectRef add_dictionary(std::string entries);
  /// A dictionary whose entries come later, so that others can refer to it before.
  ObjectRef reserve_dictionary();
  void set_entries(ObjectRef object, std::string entries);

  /// A stream that is deflated here, unless compression is off. `entries` without /Length and
  /// /Filter.
  ObjectRef add_stream(std::string entries, std::string_view bytes);
  /// A stream whose bytes stay as they are; `entries` name their filter. The bytes must live until
  /// `save`.
  ObjectRef add_packed_stream(std::string entries, std::string_view bytes);
  /// The same, owned by the document.
  ObjectRef add_packed_stream(std::string entries, std::string&& bytes);
  std::string deflate(std::string_view bytes);
  Compression compression() const;

  /// The next page, whose entries come later; /Type and /Parent are there already.
  ObjectRef reserve_page();

  void set_catalog(std::string entries);
  void set_info(std::string entries);

  /// What libharu reported first; nothing while all is well.
  std::optional<std::string> error() const;
  /// The whole file, with an /ID made from its own bytes. Once only.
  std::optional<std::string> save();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::pdf
