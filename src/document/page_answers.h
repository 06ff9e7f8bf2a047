// SPDX-License-Identifier: MIT
// What texts ask of the pages: `{page}`, `{pages}`, `{page.h1}`, `{page of NAME}`, and the rows of
// `document.headings`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/template.h"
#include "document/context.h"
#include "document/plan_pages.h"

namespace handbill::document {

class PageAnswers {
 public:
  /// Both must outlive this.
  PageAnswers(const std::vector<PlannedPage>& pages, const Context& context);

  /// Whether it is asked of the pages: the content and the row have nothing of that name.
  bool is_asked(std::string_view path, const content::FactRow* scope) const;
  /// What stands for it; Absent: there is no such page. Reports bad-interpolation.
  std::optional<content::Insert> insert(const content::TemplatePart::Fact& fact,
                                        diag::Span asked_at);

  /// The rows of `document.headings`, or of one level of them: of each heading of a story `title`,
  /// `level` and `page`. Nothing: `path` is another list.
  std::optional<std::vector<content::FactRow>> headings(std::string_view path);

  /// The place in the document that a fact tells of: the page of something, a row of
  /// `document.headings`. Nothing: it tells of none, or that is not known yet.
  std::optional<text::Part> place_of(std::string_view path, const content::FactRow* scope) const;

  /// Some of it can't be told before all is placed.
  bool asks_for_places() const { return asks_for_places_; }
  /// What `{page}` is printed in on that page; nothing: it is not.
  std::optional<display::Numerals> numerals_on(std::size_t page) const;
  /// Reports fact-missing for names that nothing has.
  void check_names(const Document& document) const;

  /// While it stands, texts are those of what is laid for an entry: it has stories and tables of
  /// its own, which are asked for by their plain names.
  class ForEntry {
   public:
    ForEntry(PageAnswers& answers, const Entry* entry)
        : answers_(answers), outside_(answers.entry_) {
      answers.entry_ = entry;
    }
    ~ForEntry() { answers_.entry_ = outside_; }
    ForEntry(const ForEntry&) = delete;
    ForEntry& operator=(const ForEntry&) = delete;

   private:
    PageAnswers& answers_;
    const Entry* outside_;
  };

  /// While it stands, texts are those of one page; or of none: they run over pages.
  class On {
   public:
    On(PageAnswers& answers, std::optional<std::size_t> page)
        : answers_(answers), outside_(answers.page_) {
      answers.page_ = page;
    }
    ~On() { answers_.page_ = outside_; }
    On(const On&) = delete;
    On& operator=(const On&) = delete;

   private:
    PageAnswers& answers_;
    std::optional<std::size_t> outside_;
  };

 private:
  struct Question;
  struct AskedName {
    std::string name;
    diag::Span asked_at;
    bool is_flow = false;  ///< stories and tables only
    bool is_in_entry = false;
  };
  struct PlacedHeading {
    const HeadingPlace* heading = nullptr;
    std::size_t page = 0;   ///< index of the page
    std::size_t index = 0;  ///< in PageFacts::headings
  };
  using Value = decltype(content::RowFact::value);

  std::optional<std::size_t> index_of(const PagePlace& place) const;
  Value answer(const Question& question) const;
  Value running_head(int level) const;
  /// What a page that something stands on is asked for by.
  std::optional<text::InnerPlace> place_named(std::string_view name) const;
  std::optional<std::size_t> next_page(std::string_view flow, bool is_forward) const;
  Value number_at(std::optional<std::size_t> page) const;
  std::optional<text::InnerPlace> place_of_row(std::string_view path) const;
  std::vector<std::size_t> listed(std::optional<int> level) const;
  std::string of_entry(const NamedPlaces& places, std::string_view name) const;
  std::optional<std::size_t> first_of(const NamedPlaces& places, std::string_view name) const;
  std::int64_t number_of(std::size_t page) const {
    if (is_reflowed()) return static_cast<std::int64_t>(page) + 1;
    return pages_[page].number;
  }
  /// What is told of places is told of the pages of an edition, which are not the layout's.
  bool is_reflowed() const { return context_.inputs.pages.reflowed.has_value(); }

  const std::vector<PlannedPage>& pages_;
  const Context& context_;
  std::map<PagePlace, std::size_t> indices_;
  std::map<std::size_t, display::Numerals> numerals_;  ///< by page
  std::vector<PlacedHeading> headings_;
  std::optional<std::size_t> page_{};
  const Entry* entry_ = nullptr;
  bool asks_for_places_ = false;
  std::vector<AskedName> names_;
};

}  // namespace handbill::document
