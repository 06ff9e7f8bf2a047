// SPDX-License-Identifier: MIT
#include "document/page_answers.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/number.h"
#include "document/flow_names.h"
#include "document/headings.h"
#include "document/scopes.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

/// What follows `words` in `text`; nothing: it does not begin so.
std::optional<std::string_view> after(std::string_view text, std::string_view words) {
  return text.starts_with(words) ? std::optional(text.substr(words.size())) : std::nullopt;
}

/// Of headings, "1" to "4"; nothing: it is none.
std::optional<int> level_in(const std::optional<std::string_view>& text) {
  const bool is_level = text && text->size() == 1 && text->front() >= '1' && text->front() <= '4';
  return is_level ? std::optional(text->front() - '0') : std::nullopt;
}

display::Numerals numerals_of(std::string_view format) {
  if (format == "roman") return display::Numerals::SmallRoman;
  if (format == "roman-capitals") return display::Numerals::CapitalRoman;
  return display::Numerals::Arabic;
}

}  // namespace

struct PageAnswers::Question {
  enum class Kind { Page, Pages, RunningHead, PageOf, NextPage, PreviousPage } kind = Kind::Page;
  int level = 0;            ///< of the headings that run
  std::string_view name{};  ///< of what stands on the page

  /// It is about the page that the text stands on.
  bool is_of_one_page() const { return kind != Kind::Pages && kind != Kind::PageOf; }
  bool is_of_flow() const { return kind == Kind::NextPage || kind == Kind::PreviousPage; }

  /// Nothing: it is none.
  static std::optional<Question> from(std::string_view path) {
    if (path == "page") return Question{Kind::Page};
    if (path == "pages") return Question{Kind::Pages};
    if (const auto level = level_in(after(path, "page.h"))) {
      return Question{Kind::RunningHead, *level};
    }
    if (const auto name = after(path, "page of ")) return Question{Kind::PageOf, 0, *name};
    if (const auto name = after(path, "next page of ")) return Question{Kind::NextPage, 0, *name};
    if (const auto name = after(path, "previous page of ")) {
      return Question{Kind::PreviousPage, 0, *name};
    }
    return std::nullopt;
  }
};

PageAnswers::PageAnswers(const std::vector<PlannedPage>& pages, const Context& context)
    : pages_(pages), context_(context) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].place) indices_.emplace(*pages[i].place, i);
  }
  const auto& facts = context.inputs.pages.facts;
  if (!facts) return;
  for (std::size_t i = 0; i < facts->headings.size(); ++i) {
    const auto page = index_of(facts->headings[i].page);
    if (page) headings_.push_back({&facts->headings[i], *page, i});
  }
}

std::optional<std::size_t> PageAnswers::index_of(const PagePlace& place) const {
  if (is_reflowed()) return place.copy;
  const auto found = indices_.find(place);
  return found == indices_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<display::Numerals> PageAnswers::numerals_on(std::size_t page) const {
  const auto found = numerals_.find(page);
  return found == numerals_.end() ? std::nullopt : std::optional(found->second);
}

bool PageAnswers::is_asked(std::string_view path, const content::FactRow* scope) const {
  if (!Question::from(path) || context_.inputs.content.written(path) != nullptr) return false;
  if (scope == nullptr) return true;
  const bool is_of_row = scope->row != nullptr && scope->row->at_path(path) != nullptr;
  return !is_of_row &&
         std::ranges::find(scope->computed, path, &content::RowFact::key) == scope->computed.end();
}

std::optional<content::Insert> PageAnswers::insert(const content::TemplatePart::Fact& fact,
                                                   diag::Span asked_at) {
  const Question question = *Question::from(fact.path);
  if (question.is_of_one_page() && !page_) {
    context_.error(BadInterpolation, asked_at,
                   quoted("{" + fact.path + "}") +
                       " stands in a text that is not of one page: it may run over several",
                   {"write it in the `text` of a frame, or name what stands on the page: `{page "
                    "of NAME}`"});
    return std::nullopt;
  }
  const bool is_known =
      question.kind == Question::Kind::Page || question.kind == Question::Kind::Pages;
  if (!is_known) asks_for_places_ = true;
  if (!question.name.empty()) {
    names_.push_back(
        {std::string(question.name), asked_at, question.is_of_flow(), entry_ != nullptr});
  }
  if (question.kind == Question::Kind::Page) numerals_.emplace(*page_, numerals_of(fact.format));
  content::FactRow row;
  row.computed.push_back({fact.path, answer(question)});
  if (std::holds_alternative<std::monostate>(row.computed.front().value)) {
    return content::Absent{};
  }
  return context_.inputs.content.insert(fact.path, fact.format, &row, asked_at, context_.diags);
}

PageAnswers::Value PageAnswers::answer(const Question& question) const {
  using Kind = Question::Kind;
  const std::int64_t last = pages_.empty() ? 1 : pages_.back().number;
  const bool is_first_trial = !context_.inputs.pages.facts;
  switch (question.kind) {
    case Kind::Page:
      return number_of(*page_);
    case Kind::Pages:
      return static_cast<std::int64_t>(context_.inputs.pages.reflowed.value_or(pages_.size()));
    case Kind::RunningHead:
      return is_first_trial ? Value("—") : running_head(question.level);
    // Until it is known, a number as wide as any.
    case Kind::PageOf: {
      if (is_first_trial) return last;
      const auto place = place_named(question.name);
      return number_at(place ? std::optional(place->page) : std::nullopt);
    }
    case Kind::NextPage:
      return is_first_trial ? Value(last) : number_at(next_page(question.name, true));
    case Kind::PreviousPage:
      return is_first_trial ? Value(last) : number_at(next_page(question.name, false));
  }
  return {};
}

/// The first that begins on the page, else the last before it.
PageAnswers::Value PageAnswers::running_head(int level) const {
  const std::string* words = nullptr;
  for (const auto& [heading, page, index] : headings_) {
    if (heading->level != level || !heading->is_in_story || page > *page_) continue;
    if (page == *page_) return heading->words;
    words = &heading->words;
  }
  return words != nullptr ? Value(*words) : Value();
}

/// Of the entry that asks, or of one round it; the name itself, if neither has one.
std::string PageAnswers::of_entry(const NamedPlaces& places, std::string_view name) const {
  for (const Entry* entry = entry_; entry != nullptr; entry = entry->outer.get()) {
    std::string own = flow_name(std::string(name), entry);
    if (places.contains(own)) return own;
  }
  return std::string(name);
}

std::optional<std::size_t> PageAnswers::first_of(const NamedPlaces& places,
                                                 std::string_view name) const {
  const auto found = places.find(of_entry(places, name));
  if (found == places.end()) return std::nullopt;
  for (const PagePlace& each : found->second) {
    if (const auto page = index_of(each)) return page;
  }
  return std::nullopt;
}

std::optional<text::InnerPlace> PageAnswers::place_named(std::string_view name) const {
  const std::string as_heading = heading_name(name);
  for (const PlacedHeading& each : headings_) {
    if (heading_name(each.heading->words) == as_heading) return {{each.page, each.index}};
  }
  const PageFacts& facts = *context_.inputs.pages.facts;
  for (const auto* places : {&facts.flows, &facts.frames}) {
    if (const auto page = first_of(*places, name)) return {{*page, {}}};
  }
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const PlannedPage& each = pages_[i];
    const bool is_side = each.side != nullptr && each.side->name && each.side->name->value == name;
    if (is_side || each.name == name) return {{i, {}}};
  }
  return std::nullopt;
}

std::optional<std::size_t> PageAnswers::next_page(std::string_view flow, bool is_forward) const {
  const auto& flows = context_.inputs.pages.facts->flows;
  const auto found = flows.find(of_entry(flows, flow));
  if (found == flows.end()) return std::nullopt;
  std::optional<std::size_t> nearest;
  for (const PagePlace& each : found->second) {
    const auto page = index_of(each);
    if (!page) continue;
    if (is_forward && *page > *page_) return page;
    if (!is_forward && *page < *page_) nearest = page;
  }
  return nearest;
}

PageAnswers::Value PageAnswers::number_at(std::optional<std::size_t> page) const {
  return page ? Value(number_of(*page)) : Value();
}

/// Of the headings that a list of them has, their indices in headings_.
std::vector<std::size_t> PageAnswers::listed(std::optional<int> level) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    const HeadingPlace& each = *headings_[i].heading;
    if (each.is_in_story && (!level || *level == each.level)) found.push_back(i);
  }
  return found;
}

/// "document.headings.3", as headings() calls its rows.
std::optional<text::InnerPlace> PageAnswers::place_of_row(std::string_view path) const {
  const std::size_t dot = path.rfind('.');
  if (dot == path.npos) return std::nullopt;
  const std::string_view list = path.substr(0, dot);
  const auto level = level_in(after(list, "document.h"));
  if (!level && list != "document.headings") return std::nullopt;
  const auto row = parse_number(path.substr(dot + 1));
  const std::vector<std::size_t> rows = listed(level);
  if (!row || *row < 0 || *row >= static_cast<double>(rows.size())) return std::nullopt;
  const PlacedHeading& heading = headings_[rows[static_cast<std::size_t>(*row)]];
  return {{heading.page, heading.index}};
}

std::optional<text::Part> PageAnswers::place_of(std::string_view path,
                                                const content::FactRow* scope) const {
  if (!context_.inputs.pages.facts) return std::nullopt;
  const auto part_at = [&](const text::InnerPlace& place) {
    const std::string says = place.heading
                                 ? context_.inputs.pages.facts->headings[*place.heading].words
                                 : std::to_string(number_of(place.page));
    return text::Part{text::Part::Kind::Place, says, {}, {}, place};
  };
  if (is_asked(path, scope)) {
    const Question question = *Question::from(path);
    if (question.kind == Question::Kind::PageOf) {
      const auto place = place_named(question.name);
      return place ? std::optional(part_at(*place)) : std::nullopt;
    }
    if (!question.is_of_flow() || !page_) return std::nullopt;
    const auto page = next_page(question.name, question.kind == Question::Kind::NextPage);
    return page ? std::optional(part_at({*page, {}})) : std::nullopt;
  }
  const ScopedFact found = in_scope(path, scope);
  const bool is_of_row = found.scope != nullptr && found.given == nullptr &&
                         (found.fact.path == "title" || found.fact.path == "page");
  const auto place = is_of_row ? place_of_row(found.scope->path) : std::nullopt;
  return place ? std::optional(part_at(*place)) : std::nullopt;
}

std::optional<std::vector<content::FactRow>> PageAnswers::headings(std::string_view path) {
  const auto level = level_in(after(path, "document.h"));
  const bool is_list = level || path == "document.headings";
  if (!is_list || context_.inputs.content.written(path) != nullptr) return std::nullopt;
  asks_for_places_ = true;
  std::vector<content::FactRow> rows;
  for (const std::size_t i : listed(level)) {
    const auto& [heading, page, index] = headings_[i];
    content::FactRow row;
    row.computed = {{"title", heading->words},
                    {"level", std::int64_t{heading->level}},
                    {"page", number_of(page)}};
    row.path = std::string(path) + "." + std::to_string(rows.size());
    row.number = rows.size() + 1;
    rows.push_back(std::move(row));
  }
  return rows;
}

void PageAnswers::check_names(const Document& document) const {
  if (names_.empty()) return;
  const spec::LayoutSpec& layout = context_.layout();
  std::set<std::string> flows, others;
  for (const auto& each : layout.stories) flows.insert(each.name);
  for (const auto& each : layout.tables) flows.insert(each.name);
  std::set<std::string> shown;
  for (const Story& each : document.stories) shown.insert(each.name);
  for (const NamedTable& each : document.tables) shown.insert(each.name);
  flows.insert(shown.begin(), shown.end());
  for (const auto* list : {&layout.parents, &layout.sides}) {
    for (const spec::SideSpec& side : *list) {
      if (list == &layout.sides && side.name) others.insert(side.name->value);
      for (const spec::FrameSpec& frame : side.frames) {
        if (frame.name) others.insert(frame.name->value);
        if (frame.repeat && frame.flow) flows.insert(frame.repeat->value);
      }
    }
  }
  for (const PlannedPage& each : pages_) others.insert(each.name);
  for (const std::string& each : heading_words(document)) others.insert(heading_name(each));
  for (const AskedName& each : names_) {
    const auto own = shown.lower_bound(each.name + "[");
    const bool is_of_entries = own != shown.end() && own->starts_with(each.name + "[");
    if (is_of_entries && !shown.contains(each.name) && !each.is_in_entry) {
      context_.error(
          BadInterpolation, each.asked_at,
          "each entry has " + quoted(each.name) + " for itself; this does not say which entry",
          {"name one (`{page of " + *own + "}`), or ask in what is laid for the entry"});
      continue;
    }
    const bool is_known =
        flows.contains(each.name) ||
        (!each.is_flow && (others.contains(each.name) || others.contains(heading_name(each.name))));
    if (is_known) continue;
    std::vector<std::string> candidates(flows.begin(), flows.end());
    if (!each.is_flow) candidates.insert(candidates.end(), others.begin(), others.end());
    context_.error(FactMissing, each.asked_at,
                   each.is_flow
                       ? "no story, table or list that flows is called " + quoted(each.name)
                       : "no heading, story, table, frame or side is called " + quoted(each.name),
                   did_you_mean(each.name, candidates));
  }
}

}  // namespace handbill::document
