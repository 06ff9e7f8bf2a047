// SPDX-License-Identifier: MIT
// The bare floor of what any program must do for a set of documents: map the fonts, shape the
// words, break them greedily, subset, deflate, write. No TOML, no Unicode rules, no checks, no
// valid PDF: only the work that can't be left out. `bench/run` measures the program against it.
//
// floor OUT_FOLDER JOB…; a job has lines "F path of a font", "P size words of a paragraph in it",
// "D drawing operators".
#include <hb-ot.h>
#include <hb-subset.h>
#include <libdeflate.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr double kMeasure = 200;  // points: about that of a brochure's panel
constexpr int kLevel = 6;

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Buffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using Compressor = std::unique_ptr<libdeflate_compressor, Destroy<libdeflate_free_compressor>>;

[[noreturn]] void give_up(const std::string& what) {
  std::fprintf(stderr, "floor: %s\n", what.c_str());
  std::exit(1);
}

struct Font {
  hb_face_t* face = nullptr;
  hb_font_t* font = nullptr;
};

/// A font is mapped once for all jobs.
Font& open_font(std::map<std::string, Font>& fonts, const std::string& path) {
  Font& font = fonts[path];
  if (font.face != nullptr) return font;
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (blob == nullptr) give_up("no font " + path);
  font.face = hb_face_create(blob, 0);
  font.font = hb_font_create(font.face);
  return font;
}

class Job {
 public:
  explicit Job(std::map<std::string, Font>& fonts) : fonts_(fonts), buffer_(hb_buffer_create()) {}

  void line(std::string_view line) {
    if (line.size() < 2) return;
    const std::string rest(line.substr(2));
    if (line[0] == 'F') use(rest);
    if (line[0] == 'P') paragraph(rest);
    if (line[0] == 'D') content_ += rest + "\n";
  }

  std::string file() {
    std::string out = deflate(content_);
    for (const auto& [path, glyphs] : used_) {
      out += deflate(subset(fonts_.at(path).face, glyphs.get()));
    }
    return out;
  }

 private:
  using Set = std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>>;

  void use(const std::string& path) {
    font_ = &open_font(fonts_, path);
    Set& glyphs = used_[path];
    if (!glyphs) glyphs.reset(hb_set_create());
    glyphs_ = glyphs.get();
  }

  void paragraph(const std::string& rest) {
    char* end = nullptr;
    const double size = std::strtod(rest.c_str(), &end);
    const std::string_view words(end);
    hb_buffer_reset(buffer_.get());
    hb_buffer_add_utf8(buffer_.get(), words.data(), static_cast<int>(words.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer_.get());
    hb_shape(font_->font, buffer_.get(), nullptr, 0);
    set(words, size / hb_face_get_upem(font_->face));
  }

  /// Greedy lines: a line ends at the last space that is not beyond the measure.
  void set(std::string_view words, double scale) {
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
    const hb_glyph_position_t* at = hb_buffer_get_glyph_positions(buffer_.get(), &count);
    unsigned begin = 0, space = 0;
    double width = 0;
    for (unsigned i = 0; i < count; ++i) {
      hb_set_add(glyphs_, infos[i].codepoint);
      width += at[i].x_advance * scale;
      if (words[infos[i].cluster] == ' ') space = i;
      if (width <= kMeasure || space <= begin) continue;
      show(infos, begin, space);
      begin = i = space + 1;
      width = 0;
    }
    show(infos, begin, count);
  }

  void show(const hb_glyph_info_t* infos, unsigned begin, unsigned end) {
    content_ += "1 0 0 1 36 36 Tm (";
    for (unsigned i = begin; i < end; ++i) {
      content_ += static_cast<char>(infos[i].codepoint >> 8U);
      content_ += static_cast<char>(infos[i].codepoint);
    }
    content_ += ") Tj\n";
  }

  static std::string subset(hb_face_t* face, const hb_set_t* glyphs) {
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    hb_set_union(hb_subset_input_glyph_set(input), glyphs);
    hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "kern", "name", "OS/2", "post", "cmap"}) {
      hb_set_add(dropped, HB_TAG(tag[0], tag[1], tag[2], tag[3]));
    }
    hb_face_t* small = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    if (small == nullptr) give_up("a font can't be subset");
    hb_blob_t* blob = hb_face_reference_blob(small);
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob, &length);
    std::string result(bytes, length);
    hb_blob_destroy(blob);
    hb_face_destroy(small);
    return result;
  }

  std::string deflate(const std::string& bytes) {
    std::string out(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), out.data(),
                                        out.size()));
    return out;
  }

  std::map<std::string, Font>& fonts_;
  Buffer buffer_;
  Compressor compressor_{libdeflate_alloc_compressor(kLevel)};
  std::map<std::string, Set> used_;
  Font* font_ = nullptr;
  hb_set_t* glyphs_ = nullptr;
  std::string content_;
};

std::string read(const char* path) {
  std::FILE* in = std::fopen(path, "rb");
  if (in == nullptr) give_up(std::string("can't read ") + path);
  std::string text;
  char part[1 << 16];
  while (const std::size_t count = std::fread(part, 1, sizeof part, in)) text.append(part, count);
  std::fclose(in);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) give_up("usage: floor OUT_FOLDER JOB…");
  std::map<std::string, Font> fonts;
  for (int i = 2; i < argc; ++i) {
    Job job(fonts);
    const std::string text = read(argv[i]);
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      job.line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const std::string bytes = job.file();
    const std::string path = std::string(argv[1]) + "/" + std::to_string(i - 1) + ".floor";
    std::FILE* out = std::fopen(path.c_str(), "wb");
    if (out == nullptr) give_up("can't write " + path);
    std::fwrite(bytes.data(), 1, bytes.size(), out);
    std::fclose(out);
  }
  return 0;
}
