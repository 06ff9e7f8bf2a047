// SPDX-License-Identifier: MIT
#include "pdf/write_pdf.h"

#include <algorithm>

#include "base/number.h"
#include "pdf/content.h"
#include "pdf/haru_document.h"
#include "pdf/resources.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

constexpr std::string_view kProgram = "Handbill " HANDBILL_VERSION;

/// Acrobat opens no larger page (PDF 1.7, annex C: 14,400 units).
constexpr Length kLargestPage = Length::pt(14400);
constexpr Length kSmallestPage = Length::pt(3);

class Writer {
 public:
  Writer(const display::PageList& pages, const font::FontBook& fonts, const PdfOptions& options,
         diag::Diagnostics& diags)
      : pages_(pages),
        diags_(diags),
        document_(options.compression),
        resources_(pages, fonts, document_) {}

  std::optional<std::string> write() {
    document_.set_catalog(catalog());
    document_.set_info(info());
    if (!write_fonts()) return std::nullopt;
    for (const display::Page& page : pages_.pages) {
      if (!write_page(page)) return std::nullopt;
    }
    auto bytes = document_.save();
    if (!bytes) fail({}, document_.error().value_or("libharu could not write the file"));
    return bytes;
  }

 private:
  void fail(diag::Span span, std::string message) {
    diags_.error(diag::DiagnosticId::WriteFailed, span, std::move(message));
  }

  bool write_fonts() {
    const auto problem = resources_.write_fonts();
    if (problem) fail(problem->span, problem->message);
    return !problem;
  }

  bool write_page(const display::Page& page) {
    const Size media = page.media.size();
    if (!(std::min(media.width, media.height) >= kSmallestPage) ||
        !(std::max(media.width, media.height) <= kLargestPage)) {
      fail({}, "page `" + page.name + "` is " + format_number(media.width.inch(), 2) + " x " +
                   format_number(media.height.inch(), 2) +
                   " in; a PDF page is at most 200 in a side");
      return false;
    }
    const PageRefs refs = document_.add_page();
    PageUse use;
    Content content(page, resources_, use);
    for (const display::Item& item : page.items) {
      content.draw(item);
      if (const auto problem = content.problem()) {
        fail(item.span, *problem);
        return false;
      }
    }
    document_.set_contents(refs, content.finish());
    document_.set_entries(refs.page, page_entries(page, use));
    if (const auto error = document_.error()) {
      fail({}, *error);
      return false;
    }
    return true;
  }

  std::string page_entries(const display::Page& page, const PageUse& use) {
    const Flip flip(page);
    const Rect trim{{}, {}, page.trim.width, page.trim.height};
    std::string text;
    const auto box = [&](std::string_view key, const Rect& rect) {
      text += key;
      append_box(text, flip.box(rect));
      text += '\n';
    };
    box("/MediaBox", page.media);
    box("/CropBox", page.media);
    box("/BleedBox", page.bleed);
    box("/TrimBox", trim);
    text += "/Resources" + resources_.dictionary(use) + '\n';
    if (use.transparency) text += "/Group<</S/Transparency/CS/DeviceCMYK>>\n";
    if (page.links.empty()) return text;
    text += "/Annots[";
    for (const display::Link& link : page.links) {
      if (text.back() != '[') text += ' ';
      append_reference(text, document_.add_dictionary(link_entries(link, flip)).number);
    }
    return text + "]\n";
  }

  std::string link_entries(const display::Link& link, const Flip& flip) const;
  std::string catalog() const;
  std::string info() const;

  const display::PageList& pages_;
  diag::Diagnostics& diags_;
  HaruDocument document_;
  Resources resources_;
};

/// A URI is ASCII (RFC 3986, 2.1): everything else by its UTF-8 bytes.
std::string percent_encoded(std::string_view target) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 127) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return uri;
}

std::string Writer::link_entries(const display::Link& link, const Flip& flip) const {
  const Rect box = flip.box(link.box);
  std::string text = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect";
  append_box(text, box);
  text += "/QuadPoints[";
  // Counterclockwise from the lower left corner (PDF 1.7, 12.5.6.5); `top` is the lower edge here.
  for (const Point corner : {Point{box.left, box.top}, Point{box.right(), box.top},
                             Point{box.right(), box.bottom()}, Point{box.left, box.bottom()}}) {
    if (text.back() != '[') text += ' ';
    append_number(text, corner.x.pt(), 4);
    text += ' ';
    append_number(text, corner.y.pt(), 4);
  }
  text += "]/Contents";
  append_text(text, link.target);
  text += "/A<</S/URI/URI";
  append_literal(text, percent_encoded(link.target));
  return text + ">>";
}

std::string Writer::catalog() const {
  std::string text;
  if (!pages_.metadata.language.empty()) {
    text += "/Lang";
    append_text(text, pages_.metadata.language);
  }
  if (!pages_.metadata.title.empty()) text += "/ViewerPreferences<</DisplayDocTitle true>>";
  return text;
}

/// "2026-11-22" as a PDF date; empty for anything else.
std::string pdf_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return {};
  std::string digits(date.substr(0, 4));
  digits += date.substr(5, 2);
  digits += date.substr(8, 2);
  const bool numeric =
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return numeric ? "(D:" + digits + "000000Z)" : std::string();
}

std::string Writer::info() const {
  const display::Metadata& metadata = pages_.metadata;
  std::string text;
  const auto entry = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    text += key;
    append_text(text, value);
    text += '\n';
  };
  entry("/Title", metadata.title);
  entry("/Subject", metadata.subject);
  entry("/Author", metadata.author);
  entry("/Keywords", metadata.keywords);
  entry("/Creator", kProgram);
  entry("/Producer", kProgram);
  const std::string date = pdf_date(metadata.date);
  if (!date.empty()) text += "/CreationDate" + date + "/ModDate" + date + '\n';
  return text;
}

}  // namespace

std::optional<std::string> write_pdf(const display::PageList& pages, const font::FontBook& fonts,
                                     const PdfOptions& options, diag::Diagnostics& diags) {
  return Writer(pages, fonts, options, diags).write();
}

}  // namespace handbill::pdf
