// SPDX-License-Identifier: MIT
#include "pdf/write_pdf.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/check.h"
#include "base/content_hash.h"
#include "base/number.h"
#include "base/page_limits.h"
#include "pdf/content.h"
#include "pdf/destinations.h"
#include "pdf/document_information.h"
#include "pdf/haru_document.h"
#include "pdf/kept_claims.h"
#include "pdf/outline.h"
#include "pdf/page_object.h"
#include "pdf/processing_step.h"
#include "pdf/resources.h"
#include "pdf/structure_tree.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// Acrobat opens none that is smaller (PDF 1.7, annex C: 3 units).
constexpr Length kSmallestPage = Length::pt(3);

PdfVersion version_of(Claims standard) {
  if (standard.newest_pdf() < 6) return PdfVersion::V1_4;
  return standard.newest_pdf() < 7 ? PdfVersion::V1_6 : PdfVersion::V1_7;
}

class Writer {
 public:
  Writer(const display::PageList& pages, const font::FontBook& fonts, const PdfOptions& options,
         diag::Diagnostics& diags)
      : pages_(pages),
        options_(options),
        diags_(diags),
        book_(options.parts != nullptr ? *options.parts : own_book_),
        document_(options.compression, version_of(options.standard), book_),
        resources_(pages, fonts, {options.standard, options.screen}, document_) {
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
    reserve_pages();
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
      if (!write_page(pages_.pages[i], page_objects_[i])) return std::nullopt;
    }
    claims_ = options_.standard | kept_of(options_.unasked, written());
    if (!keeps_what_is_asked()) return std::nullopt;
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
    if (!options_.standard.is_pdfx()) return true;
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
      const bool is_last = &item == &page.items.back();
      content.draw(item, is_last ? nullptr : &item + 1);
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

  /// Links lead to pages that come after them.
  void reserve_pages() {
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
      page_objects_.push_back(document_.reserve_page());
    }
    destinations_.emplace(pages_, page_objects_);
  }

  bool write_page(const display::Page& page, ObjectRef object) {
    const Size media = page.media.size();
    if (!(std::min(media.width, media.height) >= kSmallestPage) ||
        !(std::max(media.width, media.height) <= kLargestPage)) {
      fail({}, "page `" + page.name + "` is " + format_number(media.width.inch(), 2) + " x " +
                   format_number(media.height.inch(), 2) +
                   " in; a PDF page is at most 200 in a side");
      return false;
    }
    PageUse use;
    const std::size_t key = tree_ ? tree_->start_page(object) : 0;
    const auto operators = contents(page, use);
    if (!operators) return false;
    const ObjectRef stream = document_.add_stream({}, *operators);
    document_.set_entries(object, page_entries(page, use, stream, key, object));
    if (const auto error = document_.error()) {
      fail({}, *error);
      return false;
    }
    return true;
  }

  std::string page_entries(const display::Page& page, const PageUse& use, ObjectRef contents,
                           std::size_t key, ObjectRef object) {
    std::string text = "/Contents ";
    append_reference(text, contents.number);
    text += box_entries(page, options_.standard);
    text += "/Resources" + resources_.dictionary(use) + '\n';
    if (tree_) text += "/StructParents " + std::to_string(key) + "/Tabs/S\n";
    if (use.transparency) {
      text += options_.screen != nullptr ? "/Group<</S/Transparency/CS/DeviceRGB>>\n"
                                         : "/Group<</S/Transparency/CS/DeviceCMYK>>\n";
    }
    // PDF/X takes no annotations but a printer's marks inside the BleedBox.
    if (!has_links()) return text;
    std::vector<ObjectRef> annotations;
    for (const display::Link& link : page.links) {
      const std::string place = link.to ? destinations_->to(*link.to) : "";
      if (link.to && place.empty()) continue;  // it has no room on a page
      annotations.push_back(write_link(link, page, place));
    }
    const auto index = static_cast<std::size_t>(&page - pages_.pages.data());
    for (const FormField& field : options_.fields) {
      if (field.page == index) annotations.push_back(write_field(field, page, object));
    }
    if (annotations.empty()) return text;
    text += "/Annots[";
    for (const ObjectRef each : annotations) {
      if (text.back() != '[') text += ' ';
      append_reference(text, each.number);
    }
    return text + "]\n";
  }

  bool has_links() const { return !options_.standard.is_pdfx(); }

  ObjectRef write_field(const FormField& field, const display::Page& page, ObjectRef on) {
    const ObjectRef object = document_.reserve_dictionary();
    std::string entries = form_.widget_entries(field, Flip(page), on);
    if (tree_ && field.structure) {
      const std::size_t key = tree_->add_field(*field.structure, object);
      entries += "/StructParent " + std::to_string(key);
    }
    document_.set_entries(object, std::move(entries));
    form_.add(object);
    return object;
  }

  ObjectRef write_link(const display::Link& link, const display::Page& page,
                       const std::string& place) {
    const ObjectRef object = document_.reserve_dictionary();
    std::string entries = link_entries(link, Flip(page), place);
    if (tree_ && link.structure) {
      const std::size_t key = tree_->add_annotation(*link.structure, object);
      entries += "/StructParent " + std::to_string(key);
    }
    document_.set_entries(object, std::move(entries));
    return object;
  }

  WrittenFile written() const {
    return {pages_, tree_ ? &*tree_ : nullptr, resources_, options_.intent, has_links()};
  }

  /// Reports each claim that was asked for and is not kept.
  bool keeps_what_is_asked() {
    bool keeps_all = true;
    for (const Claim each : options_.standard.list()) {
      const auto fault = fault_of(each, written());
      if (!fault) continue;
      keeps_all = false;
      const auto at = options_.asked_at.find(each);
      diag::Diagnostic told{diag::DiagnosticId::ClaimNotKept, diag::Severity::Error,
                            "the PDF can't say that it is " + std::string(facts_of(each).name) +
                                ": " + fault->message,
                            at == options_.asked_at.end() ? diag::Span() : at->second};
      if (fault->span.known()) told.labels.push_back({fault->span, "this"});
      told.hints = {"mend that, or take " + std::string(facts_of(each).word) +
                    " out of the shop's `standard`"};
      diags_.add(std::move(told));
    }
    return keeps_all;
  }

  std::string catalog() {
    const display::Metadata& metadata = pages_.metadata;
    std::string text;
    if (!metadata.language.empty()) {
      text += "/Lang";
      append_text(text, metadata.language);
    }
    text += viewer_preferences(!metadata.title.empty() ? ShownTitle::Document : ShownTitle::File,
                               options_.printing);
    if (tree_ && tree_->has_content()) {
      text += "/MarkInfo<</Marked true>>/StructTreeRoot ";
      append_reference(text, tree_->write(document_).number);
    }
    if (tree_) text += ways();
    if (!form_.empty()) text += form_.catalog_entry();
    if (!resources_.layers().empty()) text += layer_properties(resources_.layers());
    if (claims_.is_pdfx() || claims_.pdfa()) text += intents();
    if (!claims_.empty() || !options_.inputs.empty()) {
      text += "/Metadata ";
      append_reference(text, write_xmp().number);
    }
    return text;
  }

  std::string intents() {
    const std::vector<ObjectRef> written =
        resources_.is_for_screen()
            ? std::vector{write_screen_intent(resources_.srgb(), document_)}
            : write_output_intents(options_.intent, claims_, book_.profiles(), document_);
    std::string text = "/OutputIntents[";
    for (const ObjectRef each : written) {
      if (text.back() != '[') text += ' ';
      append_reference(text, each.number);
    }
    return text + ']';
  }

  /// How a reader finds what the file holds.
  std::string ways() {
    std::string text;
    if (const auto outline = write_outline(pages_.headings, *destinations_, document_)) {
      text += "/Outlines ";
      append_reference(text, outline->number);
    }
    if (const std::string labels = page_labels(pages_.pages); !labels.empty()) {
      text += "/PageLabels" + labels;
    }
    return text;
  }

  /// Not deflated, so that programs find it without reading the rest (PDF/X-4 wants that).
  ObjectRef write_xmp() {
    const std::string hash =
        content_hash_hex(hashes_ + info_entries(pages_.metadata, options_.standard));
    return document_.add_packed_stream("/Type/Metadata/Subtype/XML",
                                       xmp_packet(pages_.metadata, claims_, options_.inputs, hash));
  }

  const display::PageList& pages_;
  const PdfOptions& options_;
  diag::Diagnostics& diags_;
  PartBook own_book_;  // before the document, which reads from it
  PartBook& book_;
  HaruDocument document_;
  Resources resources_;
  std::optional<StructureTree> tree_{};  ///< none: the file is not tagged
  Form form_{document_};
  Claims claims_{};  ///< what it says
  std::vector<ObjectRef> page_objects_;
  std::optional<Destinations> destinations_{};
  std::string hashes_;  ///< of all operators so far
};

}  // namespace

std::optional<std::string> write_pdf(const display::PageList& pages, const font::FontBook& fonts,
                                     const PdfOptions& options, diag::Diagnostics& diags) {
  return Writer(pages, fonts, options, diags).write();
}

}  // namespace handbill::pdf
