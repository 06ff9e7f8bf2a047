// SPDX-License-Identifier: MIT
#include "pdf/haru_document.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <vector>

#include "base/check.h"
#include "base/content_hash.h"
#include "pdf/deflate.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// libharu counts bytes in 32 bits, some of them signed.
constexpr std::size_t kLargestFile = INT32_MAX;

/// One stream's bytes, and how far libharu has read them.
struct StreamSource {
  std::string owned;
  std::string_view bytes;
  std::size_t position = 0;
};

std::uint32_t number_of(HPDF_Dict dictionary) { return dictionary->header.obj_id & 0x00FFFFFF; }

}  // namespace

/// libharu's callbacks find it through the `attr` of the stream they write to.
struct HaruDocument::Impl {
  Compression compression = Compression::Deflate;
  Deflater deflater;
  HPDF_STATUS first_error = HPDF_OK;
  bool too_large = false;
  HPDF_Doc doc = nullptr;
  std::string output;
  std::vector<std::string> entries;   // by object number
  std::vector<HPDF_Dict> dictionary;  // by object number; null where the object is not ours
  std::deque<StreamSource> streams;   // a deque: libharu keeps pointers to them

  Impl(Compression wanted, PdfVersion version) : compression(wanted) {
    doc = HPDF_NewEx(&record_error, nullptr, nullptr, 0, this);
    HANDBILL_CHECK(doc != nullptr, "there is memory for an empty document");
    doc->pdf_version = version == PdfVersion::V1_4 ? HPDF_VER_14 : HPDF_VER_16;
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

  static HPDF_STATUS append_output(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    try {
      auto& output = static_cast<Impl*>(stream->attr)->output;
      output.append(reinterpret_cast<const char*>(bytes), std::size_t{size});
    } catch (...) {  // nothing may fly through libharu
      return HPDF_FAILD_TO_ALLOC_MEM;
    }
    return HPDF_OK;
  }
  static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
    auto* self = static_cast<Impl*>(stream->attr);
    self->output_text(stream, self->entries[number_of(dictionary)]);
    return HPDF_OK;
  }
  static HPDF_STATUS write_trailer_id(HPDF_Dict /*trailer*/, HPDF_Stream stream) {
    auto* self = static_cast<Impl*>(stream->attr);
    const std::string id = content_hash_hex(self->output);
    self->output_text(stream, "/ID[<" + id + "><" + id + ">]\n");
    return HPDF_OK;
  }
  /// Goes through libharu, which counts the bytes for its cross-reference table.
  void output_text(HPDF_Stream stream, const std::string& text) {
    HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                      static_cast<HPDF_UINT>(text.size()));
  }

  static HPDF_STATUS read_source(HPDF_Stream stream, HPDF_BYTE* buffer, HPDF_UINT* size) {
    auto* source = static_cast<StreamSource*>(stream->attr);
    const std::size_t count = std::min<std::size_t>(*size, source->bytes.size() - source->position);
    std::memcpy(buffer, source->bytes.data() + source->position, count);
    source->position += count;
    *size = static_cast<HPDF_UINT>(count);
    return source->position == source->bytes.size() ? HPDF_STREAM_EOF : HPDF_OK;
  }
  static HPDF_STATUS seek_source(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode) {
    static_cast<StreamSource*>(stream->attr)->position = static_cast<std::size_t>(position);
    return HPDF_OK;
  }
  static HPDF_INT32 tell_source(HPDF_Stream stream) {
    return static_cast<HPDF_INT32>(static_cast<StreamSource*>(stream->attr)->position);
  }
  static HPDF_UINT32 size_of_source(HPDF_Stream stream) {
    return static_cast<HPDF_UINT32>(static_cast<StreamSource*>(stream->attr)->bytes.size());
  }

  ObjectRef own(HPDF_Dict made) {
    if (made == nullptr) return {};
    const std::uint32_t number = number_of(made);
    if (entries.size() <= number) {
      entries.resize(std::size_t{number} + 1);
      dictionary.resize(std::size_t{number} + 1);
    }
    dictionary[number] = made;
    made->write_fn = &write_entries;
    return {number};
  }
  HPDF_Dict find(ObjectRef object) const {
    return object.number < dictionary.size() ? dictionary[object.number] : nullptr;
  }
  /// Lets libharu read the bytes from where they are, instead of copying them into its own buffers.
  void set_bytes(HPDF_Dict dict, std::string owned, std::string_view bytes) {
    if (dict == nullptr) return;
    streams.push_back(StreamSource{std::move(owned), bytes, 0});
    StreamSource& source = streams.back();
    if (source.bytes.data() == nullptr) source.bytes = source.owned;
    HPDF_Stream reader = HPDF_CallbackReader_New(doc->mmgr, &read_source, &seek_source,
                                                 &tell_source, &size_of_source, &source);
    if (reader == nullptr) return;
    HPDF_Stream_Free(dict->stream);
    dict->stream = reader;
  }
  ObjectRef add_bytes(std::string text, std::string owned, std::string_view bytes) {
    HPDF_Dict dict = HPDF_DictStream_New(doc->mmgr, doc->xref);
    const ObjectRef object = own(dict);
    set_bytes(dict, std::move(owned), bytes);
    if (dict != nullptr) entries[object.number] = std::move(text);
    return object;
  }
};

HaruDocument::HaruDocument(Compression compression, PdfVersion version)
    : impl_(std::make_unique<Impl>(compression, version)) {}
HaruDocument::~HaruDocument() = default;

Compression HaruDocument::compression() const { return impl_->compression; }

std::string HaruDocument::deflate(std::string_view bytes) { return impl_->deflater.deflate(bytes); }

ObjectRef HaruDocument::reserve_dictionary() {
  HPDF_Dict dict = HPDF_Dict_New(impl_->doc->mmgr);
  // A dictionary that can't be added is freed by HPDF_Xref_Add.
  if (dict == nullptr || HPDF_Xref_Add(impl_->doc->xref, dict) != HPDF_OK) return {};
  return impl_->own(dict);
}

ObjectRef HaruDocument::add_dictionary(std::string entries) {
  const ObjectRef object = reserve_dictionary();
  set_entries(object, std::move(entries));
  return object;
}

void HaruDocument::set_entries(ObjectRef object, std::string entries) {
  if (impl_->find(object) != nullptr) impl_->entries[object.number] = std::move(entries);
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

PageRefs HaruDocument::add_page() {
  HPDF_Page page = HPDF_AddPage(impl_->doc);
  if (page == nullptr) return {};
  // Ours are written with four decimals, and with the resources the page really uses.
  HPDF_Dict_RemoveElement(page, "MediaBox");
  HPDF_Dict_RemoveElement(page, "Resources");
  auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
  return {impl_->own(page), impl_->own(attributes->contents)};
}

void HaruDocument::set_contents(const PageRefs& page, std::string_view operators) {
  HPDF_Dict owner = impl_->find(page.page);
  HPDF_Dict contents = impl_->find(page.contents);
  if (owner == nullptr || contents == nullptr) return;
  const bool deflated = impl_->compression == Compression::Deflate;
  if (deflated) set_entries(page.contents, "/Filter/FlateDecode");
  impl_->set_bytes(contents, deflated ? deflate(operators) : std::string(operators), {});
  static_cast<HPDF_PageAttr>(owner->attr)->stream = contents->stream;
}

void HaruDocument::set_catalog(std::string entries) {
  set_entries(impl_->own(impl_->doc->catalog), std::move(entries));
}

void HaruDocument::set_info(std::string entries) {
  HPDF_Dict_RemoveElement(impl_->doc->info, "Producer");  // libharu names itself
  set_entries(impl_->own(impl_->doc->info), std::move(entries));
}

std::optional<std::string> HaruDocument::error() const {
  if (impl_->too_large) return "the file would be larger than 2 GB";
  if (impl_->error() == HPDF_OK) return std::nullopt;
  std::string text = "libharu error ";
  append_hex16(text, static_cast<std::uint32_t>(impl_->error()));
  return text;
}

std::optional<std::string> HaruDocument::save() {
  if (error()) return std::nullopt;
  std::size_t total = std::size_t{1} << 16;
  for (const StreamSource& source : impl_->streams) total += source.bytes.size();
  for (const std::string& text : impl_->entries) total += text.size() + 96;
  if (total > kLargestFile) {
    impl_->too_large = true;
    return std::nullopt;
  }
  impl_->output.reserve(total);
  HPDF_Doc doc = impl_->doc;
  doc->trailer->write_fn = &Impl::write_trailer_id;
  // HPDF_SaveToStream takes the stream it finds here: our own, instead of a chain of small buffers.
  doc->stream = HPDF_CallbackWriter_New(doc->mmgr, &Impl::append_output, impl_.get());
  if (HPDF_SaveToStream(doc) != HPDF_OK || error()) return std::nullopt;
  return std::move(impl_->output);
}

}  // namespace handbill::pdf
