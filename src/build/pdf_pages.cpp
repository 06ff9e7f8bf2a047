// SPDX-License-Identifier: MIT
#include "build/pdf_pages.h"

#include <algorithm>
#include <utility>

#include "build/pdf_drawing.h"
#include "build/pdf_work.h"
#include "confined/packing.h"
#include "diag/packing.h"
#include "png/load_png.h"
#include "preflight/load_preflight.h"

namespace handbill::confined {

template <>
struct Fields<build::ShownWords> {
  static void list(auto& pack, auto& w) { pack(w.text, w.box, w.size); }
};
template <>
struct Fields<build::ReadPage> {
  static void list(auto& pack, auto& p) { pack(p.size, p.words); }
};
template <>
struct Fields<build::ReadPdf> {
  static void list(auto& pack, auto& r) { pack(r.pages, r.page_count, r.pictures); }
};

}  // namespace handbill::confined

namespace handbill::build {
namespace {

using confined::Reply;
using confined::Task;

constexpr int kMostReadSeconds = 120;
constexpr std::uint64_t kMostReadMemory = std::uint64_t{4} << 30U;
/// Of all pictures of a file.
constexpr std::size_t kMostPictureBytes = std::size_t{512} << 20U;

struct PdfTools {
  Module preflight = preflight::open_preflight_module();
  Module png = png::open_png_module();
};

struct PagesAnswer {
  std::optional<ReadPdf> read{};
  std::vector<diag::Diagnostic> found{};

  void list(auto& pack) { pack(read, found); }
};

/// Rests on the trimmed page.
bool is_on_page(const Rect& box, const plates::Page& page) {
  const Point middle = {box.left + box.width / 2, box.top + box.height / 2};
  return middle.x >= Length() && middle.y >= Length() && middle.x <= page.trim.width &&
         middle.y <= page.trim.height;
}

ReadPage read_page(const plates::Page& page) {
  ReadPage read{page.trim.size(), {}};
  for (const plates::Object& each : page.objects) {
    if (!each.type || each.type->invisible || each.type->text.empty()) continue;
    const auto box = each.path.bounds();
    if (box && is_on_page(*box, page))
      read.words.push_back({each.type->text, *box, each.type->size});
  }
  return read;
}

Reply read_pages_for_program(const Task& task) {
  std::optional<double> pixels_per_inch;
  confined::Unpacker(task.words)(pixels_per_inch);
  const auto& tools = *static_cast<const PdfTools*>(task.opened);
  PagesAnswer answer;
  diag::Diagnostics found;
  ReadPdf read;
  std::size_t bytes = 0;
  const font::FontBook no_fonts({});
  const color::Preview preview = color::Preview::without_profile();
  preflight::InspectOptions options{.standard = Claims{}, .glyphs = preflight::Glyphs::Outlines};
  options.each_page = [&](const plates::Print& print) {
    ++read.page_count;
    if (read.pages.size() == kMostReadPages) return;
    const plates::Page& page = print.pages.back();
    read.pages.push_back(read_page(page));
    if (!pixels_per_inch || bytes > kMostPictureBytes) return;
    const display::PageList drawing = drawing_of(page, print.inks);
    const png::PngOptions how{.pixels_per_inch = *pixels_per_inch};
    auto png = png::write_png_by(tools.png, {drawing, 0, no_fonts, preview, how, found});
    read.pictures.push_back(std::move(png).value_or(""));
    bytes += read.pictures.back().size();
  };
  if (preflight::inspect_by(tools.preflight, {std::string(task.file), options, found})) {
    answer.read = std::move(read);
  }
  answer.found = found.list();
  confined::Packer packer;
  answer.list(packer);
  return {std::move(packer).take()};
}

constexpr confined::Work kReadPages{read_pages_for_program, open_pdf_tools, kMostReadSeconds,
                                    kMostReadMemory};

bool is_near(Length a, Length b, double share) {
  return std::abs((a - b).pt()) <= share * std::max(a, b).pt();
}

/// A line of words as they stand.
struct ReadLine {
  std::string text;
  Rect box{};
  Length size{};
};

bool is_same_line(const ReadLine& line, const ShownWords& words) {
  const Length middle = words.box.top + words.box.height / 2;
  const Length slack = std::max(line.size, words.size) * 0.35;
  const bool is_level = middle > line.box.top - slack && middle < line.box.bottom() + slack;
  const bool is_close = words.box.left < line.box.right() + line.size * 2 &&
                        line.box.left < words.box.right() + line.size * 2;
  return is_level && is_close && is_near(line.box.bottom(), words.box.bottom(), 1) &&
         std::abs((line.box.bottom() - words.box.bottom()).pt()) < line.size.pt() * 0.5;
}

void join(ReadLine& line, const ShownWords& words) {
  const bool is_apart = words.box.left > line.box.right() + line.size * 0.12;
  const bool has_space = line.text.ends_with(' ') || words.text.starts_with(' ');
  if (is_apart && !has_space) line.text += ' ';
  line.text += words.text;
  line.box = line.box.united(words.box);
}

std::vector<ReadLine> lines_in(const std::vector<ShownWords>& words) {
  std::vector<ReadLine> lines;
  for (const ShownWords& each : words) {
    if (!lines.empty() && is_same_line(lines.back(), each)) {
      join(lines.back(), each);
    } else {
      lines.push_back({each.text, each.box, each.size});
    }
  }
  return lines;
}

}  // namespace

std::shared_ptr<const void> open_pdf_tools() { return std::make_shared<const PdfTools>(); }

std::vector<std::string> paragraphs_of(const std::vector<ShownWords>& words) {
  // Lines of one paragraph are hardly further apart than its type is high; paragraphs have more
  // between them.
  constexpr double kWidestLeading = 1.75, kGap = 1.2;
  std::vector<std::string> paragraphs;
  std::optional<ReadLine> last;
  std::optional<Length> step;
  for (const ReadLine& line : lines_in(words)) {
    const Length down = last ? line.box.bottom() - last->box.bottom() : Length();
    const bool goes_on = last && down > Length() && is_near(line.size, last->size, 0.06) &&
                         down < line.size * kWidestLeading && (!step || down < *step * kGap) &&
                         line.box.left < last->box.right() && last->box.left < line.box.right();
    if (goes_on) {
      const bool has_space = paragraphs.back().ends_with(' ') || line.text.starts_with(' ');
      paragraphs.back() += (has_space ? "" : " ") + line.text;
      if (!step) step = down;
    } else {
      paragraphs.push_back(line.text);
      step.reset();
    }
    last = line;
  }
  return paragraphs;
}

std::optional<ReadPdf> read_pdf_pages(confined::Reader& reader, std::string_view bytes,
                                      std::optional<double> pixels_per_inch,
                                      diag::Diagnostics& diags) {
  confined::Packer packer;
  packer(pixels_per_inch);
  confined::Outcome outcome = reader.ask(kReadPages, {std::move(packer).take(), bytes});
  if (!outcome.reply) {
    report_harm(outcome, diags);
    return std::nullopt;
  }
  PagesAnswer answer;
  confined::Unpacker unpacker(outcome.reply->words);
  answer.list(unpacker);
  const bool is_whole = unpacker.is_done() && (!answer.read || !answer.read->pages.empty());
  const bool is_of_file = std::ranges::all_of(answer.found, [](const diag::Diagnostic& each) {
    return !each.span.known() && each.labels.empty();
  });
  if (!is_whole || !is_of_file) {
    report_harm(reader.distrust(), diags);
    return std::nullopt;
  }
  for (diag::Diagnostic& each : answer.found) {
    if (!answer.read) diags.add(std::move(each));
  }
  return std::move(answer.read);
}

}  // namespace handbill::build
