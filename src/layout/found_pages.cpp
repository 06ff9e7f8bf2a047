// SPDX-License-Identifier: MIT
#include "layout/found_pages.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "document/headings.h"
#include "layout/empty_frames.h"
#include "layout/found_entries.h"

namespace handbill::layout {
namespace {

using document::PagePlace;

class Finder {
 public:
  explicit Finder(const PlacedFlows& placed) : placed_(placed) {}

  document::FoundPages find() {
    find_filled();
    name_headings();
    for (std::size_t side = 0; side < placed_.sides.size(); ++side) {
      const auto& place = placed_.document.sides[side].place;
      if (!place) continue;
      for (const Fragment& each : placed_.sides[side].frames) find_headings(each, *place);
      for (const document::Frame& each : placed_.document.sides[side].frames) {
        if (!each.name.empty() && !each.fell_away) add(*place, found_.facts.frames[each.name]);
      }
    }
    const Gathered& gathered = placed_.gathered;
    for (std::size_t i = 0; i < gathered.threads.size(); ++i) {
      find_flow(gathered.threads[i].frames, gathered.threads[i].name, placed_.texts[i]);
    }
    for (std::size_t i = 0; i < gathered.tables.size(); ++i) {
      find_flow(gathered.tables[i].frames, gathered.tables[i].name, placed_.tables[i]);
    }
    find_entries(placed_.document, placed_.boxes, found_);
    return std::move(found_);
  }

 private:
  struct Heading {
    int level = 1;
    std::string words;
    bool is_in_story = false;
  };

  void find_filled();
  void name_headings();
  void find_headings(const Fragment& fragment, const PagePlace& page);
  template <class Filler>
  void find_flow(const std::vector<FrameRef>& frames, const std::string& name, Filler& filler);
  template <class Filler>
  void find_end(const std::vector<FrameRef>& frames, std::size_t begin, std::size_t end,
                Filler& filler);
  static void add(const PagePlace& page, std::vector<PagePlace>& pages) {
    if (pages.empty() || pages.back() != page) pages.push_back(page);
  }
  const document::Side& side(FrameRef ref) const { return placed_.document.sides[ref.side]; }
  bool is_filled(FrameRef ref) const { return filled_[ref.side][ref.frame]; }

  const PlacedFlows& placed_;
  document::FoundPages found_;
  std::vector<std::vector<bool>> filled_;      ///< by side and frame
  std::map<std::uint32_t, Heading> headings_;  ///< by their places in the reading order
};

void Finder::find_filled() {
  for (std::size_t side = 0; side < placed_.sides.size(); ++side) {
    const auto& frames = placed_.document.sides[side].frames;
    std::vector<bool>& filled = filled_.emplace_back(frames.size(), false);
    for (const Fragment& each : placed_.sides[side].frames) {
      filled[static_cast<std::size_t>(each.frame - frames.data())] = holds_something(each);
    }
  }
}

void Finder::name_headings() {
  for (const TextThread& thread : placed_.gathered.threads) {
    for (std::size_t i = 0; i < thread.flow.size(); ++i) {
      const text::Paragraph& paragraph = (*thread.text)[i];
      const auto level = display::heading_level(paragraph.role);
      const auto structure = thread.flow[i]->structure();
      if (!level || !structure) continue;
      headings_[structure->index()] =
          Heading{*level, document::plain_words(paragraph), !thread.name.empty()};
    }
  }
}

/// Each where its first line stands.
void Finder::find_headings(const Fragment& fragment, const PagePlace& page) {
  for (const LineFragment& line : fragment.lines) {
    if (!line.structure) continue;
    const auto found = headings_.find(line.structure->index());
    if (found == headings_.end()) continue;
    Heading& heading = found->second;
    found_.facts.headings.push_back(
        {heading.level, std::move(heading.words), heading.is_in_story, page});
    found_.headings.push_back(*line.structure);
    headings_.erase(found);
  }
  for (const Fragment& each : fragment.children) find_headings(each, page);
}

template <class Filler>
void Finder::find_flow(const std::vector<FrameRef>& frames, const std::string& name,
                       Filler& filler) {
  if (name.empty()) return;
  std::vector<PagePlace>& pages = found_.facts.flows[name];
  for (std::size_t begin = 0; begin < frames.size();) {
    const auto& place = side(frames[begin]).place;
    std::size_t end = begin;
    const auto is_same_side = [&](FrameRef ref) {
      const auto& other = side(ref).place;
      return place && other && place->side == other->side;
    };
    while (end < frames.size() && (end == begin || is_same_side(frames[end]))) {
      if (is_filled(frames[end]) && side(frames[end]).place) add(*side(frames[end]).place, pages);
      ++end;
    }
    if (place && side(frames[begin]).repeats) find_end(frames, begin, end, filler);
    begin = end;
  }
}

/// Frames [begin, end) are those on the pages of one side that repeats.
template <class Filler>
void Finder::find_end(const std::vector<FrameRef>& frames, std::size_t begin, std::size_t end,
                      Filler& filler) {
  document::FlowEnd& known = found_.ends[side(frames[begin]).place->side];
  for (std::size_t i = begin; i < end; ++i) {
    if (is_filled(frames[i])) known.shown = std::max(known.shown, side(frames[i]).place->copy + 1);
  }
  const double placed = filler.part_placed_at(end - 1, placed_.boxes);
  if (placed >= 1) return;
  known.has_more = true;
  const std::size_t copies = side(frames[end - 1]).place->copy + 1;
  std::size_t last = end - 1;
  while (last > begin && side(frames[last - 1]).place->copy + 1 == copies) --last;
  const double before = last > 0 ? filler.part_placed_at(last - 1, placed_.boxes) : 0;
  const double on_last = placed - before;
  if (on_last > 0) known.more_pages = std::max(known.more_pages, (1 - placed) / on_last);
}

}  // namespace

document::FoundPages find_pages(const PlacedFlows& placed) {
  const document::Document& document = placed.document;
  const bool is_asked = document.asks_for_pages || has_entry_flows(document) ||
                        std::ranges::any_of(document.sides, &document::Side::repeats);
  return is_asked ? Finder(placed).find() : document::FoundPages{};
}

}  // namespace handbill::layout
