// SPDX-License-Identifier: MIT
#include "pdf/write_pdf.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/content_hash.h"
#include "base/number.h"
#include "base/page_limits.h"
#include "pdf/content.h"
#include "pdf/document_information.h"
#include "pdf/haru_document.h"
#include "pdf/page_object.h"
#include "pdf/processing_step.h"
#include "pdf/resources.h"
#include "pdf/structure_tree.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// Acrobat opens none that is smaller (PDF 1.7, annex C: 3 units).
constexpr Length kSmallestPage = Length::pt(3);

class Writer {
 public:
  Writer(const display::PageList& pages, const font::FontBook& fonts, const PdfOptions& options,
         diag::Diagnostics& diags)
      : pages_(pages),
        options_(options),
        diags_(diags),
        book_(options.parts != nullptr ? *options.parts : own_book_),
        document_(options.compression,
                  options.standard.newest_pdf() < 6 ? PdfVersion::V1_4 : PdfVersion::V1_6, book_),
        resources_(pages, fonts, options.standard, document_) {
    // The sheets of a press are read by nobody. PDF/X-1a is PDF 1.4, for printing alone.
    const bool is_read = pages.forms.empty() && options.standard.newest_pdf() > 4;
    if (is_read && !pages.structure.empty())
      tree_.emplace(pages.structure, pages.metadata.language);
  }

  std::optional<std::string> write() {
    if (!meets_standard() || !write_fonts()) return std::nullopt;
    for (const display::Page& form : pages_.forms) {
      if (!write_form(form)) return std::nullopt;
    }
    for (const display::Page& page : pages_.pages) {
      if (!write_page(page)) return std::nullopt;
    }
    document_.set_catalog(catalog());
    document_.set_info(info_entries(pages_.metadata, options_.standard));
    auto bytes = document_.save();
    if (!bytes) fail({}, document_.error().value_or("libharu could not write the file"));
    return bytes;
  }

 private:
  void fail(diag::Span span, std::string message) {
    diags_.error(diag::DiagnosticId::WriteFailed, span, std::move(message));
  }

  bool meets_standard() {
    if (options_.standard.empty()) return true;
    auto problem = problem_with(options_.intent, options_.standard);
    if (!problem && pages_.metadata.title.empty()) {
      problem = std::string(pdfx_version(options_.standard)) + " asks for a title";
    }
    if (problem) fail({}, std::move(*problem));
    return !problem;
  }

  bool write_fonts() {
    const auto problem = resources_.write_fonts(book_);
    if (problem) fail(problem->span, problem->message);
    return !problem;
  }

  /// Reports what the thing at `span` met.
  bool is_well(ContentStream& content, diag::Span span) {
    const auto problem = content.problem();
    if (problem) fail(span, *problem);
    return !problem;
  }

  /// The operators of a page or form; nothing when something on it can't be written.
  std::optional<std::string> contents(const display::Page& page, PageUse& use) {
    ContentStream content(page, resources_, use, tree_ ? &*tree_ : nullptr);
    for (const display::PlacedPage& placed : page.placed) {
      HANDBILL_CHECK(placed.form < pages_.forms.size(), "a placed page is in the list");
      content.draw(placed, pages_.forms[placed.form]);
      if (!is_well(content, {})) return std::nullopt;
    }
    for (const display::Item& item : page.items) {
      content.draw(item);
      if (!is_well(content, item.span)) return std::nullopt;
    }
    std::string operators = content.finish();
    hashes_ += content_hash_hex(operators);
    return operators;
  }

  bool write_form(const display::Page& form) {
    HANDBILL_CHECK(form.placed.empty(), "forms have no pages placed on them");
    PageUse use;
    const auto operators = contents(form, use);
    if (!operators) return false;
    std::string text = "/Type/XObject/Subtype/Form/BBox";
    append_box(text, Flip(form).box(form.media));
    text += "/Resources" + resources_.dictionary(use);
    resources_.add_form(document_.add_stream(std::move(text), *operators), use.transparency);
    return true;
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
    const ObjectRef object = document_.reserve_page();
    PageUse use;
    const std::size_t key = tree_ ? tree_->start_page(object) : 0;
    const auto operators = contents(page, use);
    if (!operators) return false;
    const ObjectRef stream = document_.add_stream({}, *operators);
    document_.set_entries(object, page_entries(page, use, stream, key));
    if (const auto error = document_.error()) {
      fail({}, *error);
      return false;
    }
    return true;
  }

  std::string page_entries(const display::Page& page, const PageUse& use, ObjectRef contents,
                           std::size_t key) {
    std::string text = "/Contents ";
    append_reference(text, contents.number);
    text += box_entries(page, options_.standard);
    text += "/Resources" + resources_.dictionary(use) + '\n';
    if (tree_) text += "/StructParents " + std::to_string(key) + "/Tabs/S\n";
    if (use.transparency) text += "/Group<</S/Transparency/CS/DeviceCMYK>>\n";
    // PDF/X takes no annotations but a printer's marks inside the BleedBox.
    if (page.links.empty() || !options_.standard.empty()) return text;
    text += "/Annots[";
    for (const display::Link& link : page.links) {
      if (text.back() != '[') text += ' ';
      append_reference(text, write_link(link, page).number);
    }
    return text + "]\n";
  }

  ObjectRef write_link(const display::Link& link, const display::Page& page) {
    const ObjectRef object = document_.reserve_dictionary();
    std::string entries = link_entries(link, Flip(page));
    if (tree_ && link.structure) {
      const std::size_t key = tree_->add_annotation(*link.structure, object);
      entries += "/StructParent " + std::to_string(key);
    }
    document_.set_entries(object, std::move(entries));
    return object;
  }

  std::string catalog() {
    const display::Metadata& metadata = pages_.metadata;
    std::string text;
    if (!metadata.language.empty()) {
      text += "/Lang";
      append_text(text, metadata.language);
    }
    if (!metadata.title.empty()) text += "/ViewerPreferences<</DisplayDocTitle true>>";
    if (tree_ && tree_->has_content()) {
      text += "/MarkInfo<</Marked true>>/StructTreeRoot ";
      append_reference(text, tree_->write(document_).number);
    }
    if (!resources_.layers().empty()) text += layer_properties(resources_.layers());
    const bool conforms = !options_.standard.empty();
    if (conforms) {
      text += "/OutputIntents[";
      append_reference(
          text, write_output_intent(options_.intent, options_.standard, book_.profiles(), document_)
                    .number);
      text += ']';
    }
    if (conforms || !options_.inputs.empty() || access() == Access::PdfUa1) {
      text += "/Metadata ";
      append_reference(text, write_xmp().number);
    }
    return text;
  }

  /// What a machine can tell of PDF/UA-1 (ISO 14289-1); links have their words in the tree, figures
  /// their text, or they are artifacts.
  Access access() const {
    const display::Metadata& metadata = pages_.metadata;
    const bool is_named = !metadata.title.empty() && !metadata.language.empty();
    const bool is_whole = tree_ && tree_->has_content() && tree_->has_whole_headings();
    return is_named && is_whole && links_are_tagged() ? Access::PdfUa1 : Access::Unclaimed;
  }

  bool links_are_tagged() const {
    if (!options_.standard.empty()) return true;
    return std::ranges::all_of(pages_.pages, [](const display::Page& page) {
      return std::ranges::all_of(
          page.links, [](const display::Link& link) { return link.structure.has_value(); });
    });
  }

  /// Not deflated, so that programs find it without reading the rest (PDF/X-4 wants that).
  ObjectRef write_xmp() {
    const std::string hash =
        content_hash_hex(hashes_ + info_entries(pages_.metadata, options_.standard));
    return document_.add_packed_stream(
        "/Type/Metadata/Subtype/XML",
        xmp_packet(pages_.metadata, options_.standard, access(), options_.inputs, hash));
  }

  const display::PageList& pages_;
  const PdfOptions& options_;
  diag::Diagnostics& diags_;
  PartBook own_book_;  // before the document, which reads from it
  PartBook& book_;
  HaruDocument document_;
  Resources resources_;
  std::optional<StructureTree> tree_{};  ///< none: the file is not tagged
  std::string hashes_;                   ///< of all operators so far
};

}  // namespace

std::optional<std::string> write_pdf(const display::PageList& pages, const font::FontBook& fonts,
                                     const PdfOptions& options, diag::Diagnostics& diags) {
  return Writer(pages, fonts, options, diags).write();
}

}  // namespace handbill::pdf
