// SPDX-License-Identifier: MIT
#include "pdf/haru_document.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>

#include <cstdint>
#include <vector>

#include "base/check.h"
#include "pdf/deflate.h"
#include "pdf/part_book.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// libharu's numbers have 32 bits and a sign, and so have those of many programs that read PDFs.
constexpr std::size_t kLargestFile = INT32_MAX;

std::uint32_t number_of(HPDF_Dict dictionary) { return dictionary->header.obj_id & 0x00FFFFFF; }

/// What is ours of an object of libharu.
struct OwnObject {
  HPDF_Dict dictionary = nullptr;  ///< null where the object is not ours
  std::string entries{};
  bool is_stream = false;
  std::string owned{};           ///< the bytes of a stream, unless they are elsewhere
  std::string_view elsewhere{};  ///< from no address where they are owned
  std::string_view bytes() const { return elsewhere.data() != nullptr ? elsewhere : owned; }
};

/// More bytes than the object takes with its number and its place in the table.
std::size_t most_bytes(const OwnObject& object) {
  return object.entries.size() + object.bytes().size() + 128;
}

}  // namespace

/// libharu's callbacks find it through the `attr` of the stream they write to.
struct HaruDocument::Impl {
  Compression compression = Compression::Deflate;
  PdfVersion version = PdfVersion::V1_6;
  PartBook& book;
  Deflater deflater;
  HPDF_STATUS first_error = HPDF_OK;
  bool too_large = false;
  HPDF_Doc doc = nullptr;
  std::vector<OwnObject> objects;  // by number
  std::string written;             // of the dictionary that libharu writes

  Impl(Compression wanted, PdfVersion of, PartBook& parts)
      : compression(wanted), version(of), book(parts) {
    doc = HPDF_NewEx(&record_error, nullptr, nullptr, 0, this);
    HANDBILL_CHECK(doc != nullptr, "there is memory for an empty document");
    HPDF_Dict_RemoveElement(doc->info, "Producer");  // libharu names itself
    for (HPDF_Dict each : {doc->catalog, doc->root_pages, doc->info}) own(each);
  }
  ~Impl() { HPDF_Free(doc); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  static void record_error(HPDF_STATUS code, HPDF_STATUS /*detail*/, void* self) {
    auto& first = static_cast<Impl*>(self)->first_error;
    if (first == HPDF_OK) first = code;
  }
  /// libharu calls the handler only from its outer functions; the inner ones leave the code behind.
  HPDF_STATUS error() const { return first_error != HPDF_OK ? first_error : HPDF_GetError(doc); }

  static HPDF_STATUS append_written(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    try {
      auto& written = static_cast<Impl*>(stream->attr)->written;
      written.append(reinterpret_cast<const char*>(bytes), std::size_t{size});
    } catch (...) {  // nothing may fly through libharu
      return HPDF_FAILD_TO_ALLOC_MEM;
    }
    return HPDF_OK;
  }
  static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
    const std::string& text =
        static_cast<Impl*>(stream->attr)->objects[number_of(dictionary)].entries;
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                             static_cast<HPDF_UINT>(text.size()));
  }

  ObjectRef own(HPDF_Dict made) {
    if (made == nullptr) return {};
    const std::uint32_t number = number_of(made);
    if (objects.size() <= number) objects.resize(std::size_t{number} + 1);
    objects[number].dictionary = made;
    made->write_fn = &write_entries;
    return {number};
  }
  OwnObject* find(ObjectRef object) {
    const bool is_ours =
        object.number < objects.size() && objects[object.number].dictionary != nullptr;
    return is_ours ? &objects[object.number] : nullptr;
  }
  ObjectRef reserve() {
    HPDF_Dict dict = HPDF_Dict_New(doc->mmgr);
    // A dictionary that can't be added is freed by HPDF_Xref_Add.
    if (dict == nullptr || HPDF_Xref_Add(doc->xref, dict) != HPDF_OK) return {};
    return own(dict);
  }
  ObjectRef add_bytes(std::string entries, std::string owned, std::string_view elsewhere) {
    const ObjectRef reserved = reserve();
    OwnObject* object = find(reserved);
    if (object == nullptr) return {};
    object->entries = std::move(entries);
    object->is_stream = true;
    object->owned = std::move(owned);
    object->elsewhere = elsewhere;
    // The size is known before libharu writes it; where it is too large nothing is written.
    HPDF_Dict_AddNumber(object->dictionary, "Length",
                        static_cast<HPDF_INT32>(object->bytes().size()));
    return reserved;
  }

  bool fits() {
    std::size_t total = 0;
    for (const OwnObject& object : objects) total += most_bytes(object);
    too_large = total > kLargestFile;
    return !too_large;
  }
  /// Room for all of it, so that it is not moved while it grows.
  std::size_t streams_size() const {
    std::size_t total = std::size_t{1} << 16;
    for (const OwnObject& object : objects) total += object.is_stream ? most_bytes(object) : 0;
    return total;
  }
  bool write_objects(HPDF_Stream stream, FileWriter& file) {
    for (std::uint32_t number = 1; number < objects.size(); ++number) {
      const OwnObject& object = objects[number];
      written.clear();
      if (HPDF_Dict_Write(object.dictionary, stream, nullptr) != HPDF_OK) return false;
      if (object.is_stream) {
        file.add_stream(number, written, object.bytes());
      } else {
        file.add_dictionary(number, written);
      }
    }
    return true;
  }
};

HaruDocument::HaruDocument(Compression compression, PdfVersion version, PartBook& book)
    : impl_(std::make_unique<Impl>(compression, version, book)) {}
HaruDocument::~HaruDocument() = default;

Compression HaruDocument::compression() const { return impl_->compression; }

std::string HaruDocument::deflate(std::string_view bytes) {
  return impl_->book.deflated(bytes, impl_->deflater);
}

ObjectRef HaruDocument::reserve_dictionary() { return impl_->reserve(); }

ObjectRef HaruDocument::add_dictionary(std::string entries) {
  const ObjectRef object = reserve_dictionary();
  set_entries(object, std::move(entries));
  return object;
}

void HaruDocument::set_entries(ObjectRef object, std::string entries) {
  if (OwnObject* own = impl_->find(object)) own->entries = std::move(entries);
}

ObjectRef HaruDocument::add_stream(std::string entries, std::string_view bytes) {
  if (impl_->compression == Compression::None) {
    return add_packed_stream(std::move(entries), std::string(bytes));
  }
  return add_packed_stream(std::move(entries) + "/Filter/FlateDecode", deflate(bytes));
}

ObjectRef HaruDocument::add_packed_stream(std::string entries, std::string_view bytes) {
  HANDBILL_CHECK(bytes.data() != nullptr, "a stream has bytes");
  return impl_->add_bytes(std::move(entries), {}, bytes);
}

ObjectRef HaruDocument::add_packed_stream(std::string entries, std::string&& bytes) {
  return impl_->add_bytes(std::move(entries), std::move(bytes), {});
}

ObjectRef HaruDocument::reserve_page() {
  const ObjectRef object = reserve_dictionary();
  OwnObject* page = impl_->find(object);
  if (page == nullptr) return {};
  HPDF_Dict_AddName(page->dictionary, "Type", "Page");
  HPDF_Pages_AddKids(impl_->doc->root_pages, page->dictionary);
  // Only now: of a page the tree would want what libharu's own pages have. It counts by this.
  page->dictionary->header.obj_class |= HPDF_OSUBCLASS_PAGE;
  return object;
}

void HaruDocument::set_catalog(std::string entries) {
  set_entries({number_of(impl_->doc->catalog)}, std::move(entries));
}

void HaruDocument::set_info(std::string entries) {
  set_entries({number_of(impl_->doc->info)}, std::move(entries));
}

std::optional<std::string> HaruDocument::error() const {
  if (impl_->too_large) return "the file would be larger than 2 GB";
  if (impl_->error() == HPDF_OK) return std::nullopt;
  std::string text = "libharu error ";
  append_hex16(text, static_cast<std::uint32_t>(impl_->error()));
  return text;
}

std::optional<std::string> HaruDocument::save() {
  if (error() || !impl_->fits()) return std::nullopt;
  HPDF_Doc doc = impl_->doc;
  HPDF_Stream stream = HPDF_CallbackWriter_New(doc->mmgr, &Impl::append_written, impl_.get());
  if (stream == nullptr) return std::nullopt;
  const bool packs =
      impl_->version != PdfVersion::V1_4 && impl_->compression == Compression::Deflate;
  FileWriter file(impl_->version, packs ? CrossReference::Streams : CrossReference::Table,
                  static_cast<std::uint32_t>(impl_->objects.size()), impl_->deflater);
  file.reserve(impl_->streams_size());
  const bool is_written = impl_->write_objects(stream, file);
  HPDF_Stream_Free(stream);
  if (!is_written || error()) return std::nullopt;
  return file.finish(number_of(doc->catalog), number_of(doc->info));
}

}  // namespace handbill::pdf
