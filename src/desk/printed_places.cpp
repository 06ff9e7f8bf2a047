// SPDX-License-Identifier: MIT
#include "desk/printed_places.h"

#include <algorithm>

namespace handbill::desk {
namespace {

/// All facts that the words of a paragraph come from, and that it waits for.
std::set<std::string> facts_in(const words::Paragraph& paragraph) {
  std::set<std::string> paths;
  for (const text::Source& each : paragraph.sources) paths.insert(each.path);
  for (const text::Origin& each : paragraph.origins.list()) {
    if (each.fact != nullptr) paths.insert(each.fact->path);
  }
  for (const words::Blank& each : paragraph.blanks) paths.insert(each.fact);
  paths.erase("");
  return paths;
}

}  // namespace

PrintedPlaces::PrintedPlaces(const std::vector<View>& views) {
  for (const View& view : views) {
    if (!view.compiled || !view.compiled->words) continue;
    const words::Words& words = *view.compiled->words;
    for (const words::Flow& flow : words.flows) {
      const words::Part& part = words.parts[flow.part];
      const PrintedPlace place{view.name, part.side, part.panel};
      for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end; ++i) {
        for (const std::string& path : facts_in(words.paragraphs[i])) {
          std::vector<PrintedPlace>& known = by_path_[path];
          if (std::ranges::find(known, place) == known.end()) known.push_back(place);
        }
      }
    }
  }
}

std::vector<PrintedPlace> PrintedPlaces::of(std::string_view path) const {
  std::vector<PrintedPlace> places;
  for (std::string_view at = path;;) {
    const auto found = by_path_.find(at);
    if (found != by_path_.end()) {
      places.insert(places.end(), found->second.begin(), found->second.end());
    }
    const std::size_t dot = at.rfind('.');
    if (dot == at.npos) return places;
    at = at.substr(0, dot);
  }
}

}  // namespace handbill::desk
