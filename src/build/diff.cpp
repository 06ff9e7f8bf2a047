// SPDX-License-Identifier: MIT
#include "build/diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "build/run.h"
#include "build/tell_pdf.h"
#include "compare/pictures.h"
#include "compare/sequence.h"
#include "compare/tokens.h"
#include "picture/read_picture.h"

namespace handbill::build {
namespace {

/// Words and lines nearer than this are one area.
constexpr Length kGap = Length::pt(9);

const ToldDocument* find(const ToldVersion& told, const std::string& name) {
  const auto found = std::ranges::find(told.documents, name, &ToldDocument::name);
  return found == told.documents.end() ? nullptr : &*found;
}

/// Of two PDFs, or a PDF and a project, whatever they are called.
bool are_one_pair(const ToldVersion& before, const ToldVersion& after) {
  return before.documents.size() == 1 && after.documents.size() == 1;
}

/// The same change in several documents is one.
void add_fact(FactChange change, const std::string& document, std::vector<FactChange>& changes) {
  const auto same = std::ranges::find_if(changes, [&](const FactChange& each) {
    return each.path == change.path && each.before == change.before && each.after == change.after;
  });
  if (same != changes.end()) {
    same->documents.push_back(document);
    return;
  }
  change.documents = {document};
  changes.push_back(std::move(change));
}

std::vector<FactChange> changed_facts(const std::vector<DocumentDiff>& documents) {
  std::vector<FactChange> changes;
  for (const DocumentDiff& each : documents) {
    const bool can_tell =
        each.before != nullptr && each.after != nullptr && each.before->shown && each.after->shown;
    if (!can_tell) continue;
    std::map<std::string, FactChange> values;
    for (const manifest::ShownFact& fact : each.before->shown->facts) {
      values[fact.path].before = fact.value;
    }
    for (const manifest::ShownFact& fact : each.after->shown->facts) {
      values[fact.path].after = fact.value;
    }
    for (auto& [path, value] : values) {
      value.path = path;
      if (value.before != value.after) add_fact(std::move(value), each.name, changes);
    }
  }
  std::ranges::stable_sort(changes, {}, &FactChange::path);
  return changes;
}

/// Pages that are the same side, by their names where those tell them apart, else by their order.
std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> paired_pages(
    const std::vector<ToldPage>& before, const std::vector<ToldPage>& after) {
  const auto are_distinct = [](const std::vector<ToldPage>& pages) {
    std::set<std::string> names;
    for (const ToldPage& each : pages) names.insert(each.name);
    return names.size() == pages.size();
  };
  std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> pairs;
  const bool by_name = are_distinct(before) && are_distinct(after) &&
                       std::ranges::any_of(before, [&](const ToldPage& each) {
                         return std::ranges::find(after, each.name, &ToldPage::name) != after.end();
                       });
  if (!by_name) {
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
      pairs.emplace_back(i < before.size() ? std::optional(i) : std::nullopt,
                         i < after.size() ? std::optional(i) : std::nullopt);
    }
    return pairs;
  }
  const auto index_in = [](const std::vector<ToldPage>& pages, const std::string& name) {
    const auto found = std::ranges::find(pages, name, &ToldPage::name);
    return found == pages.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - pages.begin()));
  };
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!index_in(after, before[i].name)) pairs.emplace_back(i, std::nullopt);
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    pairs.emplace_back(index_in(before, after[i].name), i);
  }
  return pairs;
}

PageChange page_change(const DocumentDiff& of, std::optional<std::size_t> before,
                       std::optional<std::size_t> after) {
  PageChange change;
  change.before = before;
  change.after = after;
  change.name = after ? of.after->pages[*after].name : of.before->pages[*before].name;
  change.share = before && after ? 0 : 1;
  return change;
}

/// How pages are compared.
struct PageComparison {
  double pixels_per_inch = 0;
  confined::Reader& reader;  ///< of their pictures, which of PDFs come from a reader too
};

/// Its pixels; null: it can't be drawn.
std::shared_ptr<const display::Picture> drawn(const ToldDocument& document, std::size_t page,
                                              const PageComparison& how) {
  const auto png = document.draw(page, how.pixels_per_inch);
  if (!png) return nullptr;
  const auto result = picture::look_at_picture(how.reader, *png, document.name);
  const auto* found = std::get_if<std::shared_ptr<const display::Picture>>(&result);
  const auto picture = found == nullptr ? nullptr : *found;
  const bool is_rgb =
      picture && picture->space == display::Picture::Space::Rgb && picture->bits == 8;
  return is_rgb ? picture : nullptr;
}

/// Where the pictures of both differ. False: nowhere.
bool find_areas(const DocumentDiff& of, const PageComparison& how, PageChange& change) {
  const auto before = drawn(*of.before, *change.before, how);
  const auto after = drawn(*of.after, *change.after, how);
  if (!before || !after) return false;
  const auto gap = static_cast<int>(kGap.inch() * how.pixels_per_inch);
  const auto found = compare::compare_pictures({before->width, before->height, before->bytes},
                                               {after->width, after->height, after->bytes}, gap);
  change.share = found.share;
  const auto length = [&](int pixels) { return Length::inch(pixels / how.pixels_per_inch); };
  for (const compare::Area& area : found.areas) {
    change.areas.push_back(Rect::from_edges(length(area.left), length(area.top), length(area.right),
                                            length(area.bottom)));
  }
  return !found.areas.empty();
}

/// All words of a document's pages as numbers, with the page and the box of each.
struct PageWords {
  std::vector<std::uint32_t> numbers;
  std::vector<std::pair<std::size_t, Rect>> places;
};

PageWords words_on(const std::vector<ToldPage>& pages, compare::Vocabulary& vocabulary) {
  PageWords words;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const PlacedWord& each : pages[i].words) {
      words.numbers.push_back(vocabulary.number(each.text));
      words.places.emplace_back(i, each.box);
    }
  }
  return words;
}

/// Words of a line that touch, or nearly, are one box.
void add_box(const Rect& box, std::vector<Rect>& boxes) {
  if (!boxes.empty()) {
    const Rect& last = boxes.back();
    const bool is_same_line =
        box.top < last.bottom() - last.height / 2 && last.top < box.bottom() - box.height / 2;
    const bool is_near =
        box.left < last.right() + last.height / 2 && last.left < box.right() + last.height / 2;
    if (is_same_line && is_near) {
      boxes.back() = last.united(box);
      return;
    }
  }
  boxes.push_back(box);
}

using BoxesByPage = std::map<std::size_t, std::vector<Rect>>;

void mark_words(const DocumentDiff& of, BoxesByPage& removed, BoxesByPage& added) {
  compare::Vocabulary vocabulary;
  const PageWords before = words_on(of.before->pages, vocabulary);
  const PageWords after = words_on(of.after->pages, vocabulary);
  for (const compare::Hunk& hunk : compare::differences(before.numbers, after.numbers)) {
    for (std::size_t i = hunk.old_begin; i < hunk.old_end; ++i) {
      add_box(before.places[i].second, removed[before.places[i].first]);
    }
    for (std::size_t i = hunk.new_begin; i < hunk.new_end; ++i) {
      add_box(after.places[i].second, added[after.places[i].first]);
    }
  }
}

void compare_pages(const PageComparison& how, DocumentDiff& diff) {
  diff.are_pages_compared = diff.before->has_pages && diff.after->has_pages;
  if (!diff.are_pages_compared) return;
  BoxesByPage removed, added;
  mark_words(diff, removed, added);
  for (const auto& [before, after] : paired_pages(diff.before->pages, diff.after->pages)) {
    PageChange change = page_change(diff, before, after);
    if (before && after) {
      const std::string& look = diff.before->pages[*before].look;
      const bool is_same = !look.empty() && look == diff.after->pages[*after].look;
      if (is_same || !find_areas(diff, how, change)) continue;
    }
    if (before) change.removed = removed[*before];
    if (after) change.added = added[*after];
    diff.pages.push_back(std::move(change));
  }
}

DocumentDiff compared(const ToldDocument* before, const ToldDocument* after,
                      const PageComparison& how) {
  using State = DocumentDiff::State;
  const ToldDocument& known = after != nullptr ? *after : *before;
  DocumentDiff diff{.name = known.name, .title = known.title, .language = known.language};
  diff.before = before;
  diff.after = after;
  if (before == nullptr || after == nullptr) {
    diff.state = after == nullptr ? State::Removed : State::Added;
    return diff;
  }
  diff.changes = compare::compare_passages(before->passages, after->passages);
  compare_pages(how, diff);
  const bool has_same_facts =
      !before->shown || !after->shown || before->shown->facts == after->shown->facts;
  const bool is_same = diff.changes.empty() && diff.pages.empty() && has_same_facts;
  diff.state = is_same ? State::Same : State::Changed;
  return diff;
}

/// A document that could not be read is none that came or went.
bool has_fault(const ToldVersion& told, const std::string& name) {
  return std::ranges::any_of(told.faults, [&](const VersionFault& each) {
    return each.loses == VersionFault::Loses::Document &&
           (each.document.empty() || each.document == name);
  });
}

}  // namespace

bool Diff::is_same() const {
  return facts.empty() && std::ranges::all_of(documents, [](const DocumentDiff& each) {
           return each.state == DocumentDiff::State::Same;
         });
}

namespace {

/// What a PDF was made with; of one that does not say the document that is asked for.
std::string command_for(const ToldVersion& pdf, const VersionsRequest& request) {
  if (!pdf.command.empty()) return pdf.command;
  return request.layouts.size() == 1 ? "build " + request.layouts.front() : "";
}

/// A project beside a PDF is told by the one document that the PDF is of, made in the same way.
void tell_both(Diff& diff, const VersionsRequest& request) {
  using Kind = Version::Kind;
  const bool is_old_pdf = diff.before.kind == Kind::Pdf, is_new_pdf = diff.after.kind == Kind::Pdf;
  if (is_old_pdf == is_new_pdf) {
    diff.told_before = tell_version(diff.before, request);
    diff.told_after = tell_version(diff.after, request);
    return;
  }
  const Version& project = is_old_pdf ? diff.after : diff.before;
  ToldVersion& of_pdf = is_old_pdf ? diff.told_before : diff.told_after;
  ToldVersion& of_project = is_old_pdf ? diff.told_after : diff.told_before;
  of_pdf = tell_version(is_old_pdf ? diff.before : diff.after, request);
  if (!of_pdf.documents.empty()) {
    of_project = tell_as_pdf(project, command_for(of_pdf, request), request);
  }
}

}  // namespace

std::set<diag::FileIdentity> Diff::inputs() const {
  std::set<diag::FileIdentity> all = told_before.read;
  all.insert(told_after.read.begin(), told_after.read.end());
  return all;
}

Diff compare_versions(Version before, Version after, const VersionsRequest& request) {
  Diff diff{std::move(before), std::move(after), {}, {}, {}, {}};
  tell_both(diff, request);
  const auto reader = reader_for(request.reading);
  const PageComparison how{request.pixels_per_inch, *reader};
  if (are_one_pair(diff.told_before, diff.told_after)) {
    diff.documents.push_back(
        compared(&diff.told_before.documents.front(), &diff.told_after.documents.front(), how));
  } else {
    for (const ToldDocument& each : diff.told_before.documents) {
      const bool is_gone = find(diff.told_after, each.name) == nullptr;
      if (is_gone && !has_fault(diff.told_after, each.name)) {
        diff.documents.push_back(compared(&each, nullptr, how));
      }
    }
    for (const ToldDocument& each : diff.told_after.documents) {
      const ToldDocument* old = find(diff.told_before, each.name);
      if (old == nullptr && has_fault(diff.told_before, each.name)) continue;
      diff.documents.push_back(compared(old, &each, how));
    }
  }
  if (diff.documents.empty() && !diff.has_faults()) {
    const bool is_asked = !request.layouts.empty() || !request.languages.empty();
    diff.told_after.faults.push_back(
        {{},
         is_asked ? "there is no document of that name and language in either"
                  : "there is no document in either"});
  }
  diff.facts = changed_facts(diff.documents);
  return diff;
}

}  // namespace handbill::build
