// SPDX-License-Identifier: MIT
#include "document/running_frames.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/overload.h"
#include "document/content_kinds.h"

namespace handbill::document {
namespace {

/// Where the layout writes a frame, and the frames that it is placed in.
using Home = std::pair<std::string, std::vector<diag::Span>>;

Home home_of(const Side& side, const Frame& frame) {
  Home home{frame.name, {frame.span}};
  for (auto outer = frame.inside; outer; outer = side.frames[*outer].inside) {
    home.second.push_back(side.frames[*outer].span);
  }
  return home;
}

/// All that a frame says, and whether it tells of its page.
struct Says {
  std::string words;
  bool asks_for_page = false;
};

/// `{page}`, `{page.h2}`
bool is_of_page(const text::Origin& origin) {
  if (origin.kind != text::Origin::Kind::Fact || !origin.fact) return false;
  return origin.fact->path == "page" || origin.fact->path.starts_with("page.h");
}

class Listener {
 public:
  Says take() { return std::move(says_); }

  void add(const std::vector<text::Paragraph>& paragraphs) {
    for (const text::Paragraph& each : paragraphs) {
      for (const text::Inline& piece : each.inlines) {
        std::visit(Overload{[&](const text::Run& run) { add(run); },
                            [&](const text::Field&) { says_.words += '_'; },
                            [&](const text::Icon& icon) { says_.words += icon.says.text; }},
                   piece);
      }
      says_.words += '\n';
    }
  }
  void add(const Table& table) {
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) {
        std::visit(Overload{[&](const TextContent& text) { add(text.paragraphs); },
                            [&](const OneOf<ArtContent, PictureContent> auto& figure) {
                              says_.words += figure.alt.text + '\n';
                            }},
                   cell.content);
      }
    }
  }
  void add_alt(const text::TracedText& alt) { says_.words += alt.text; }

 private:
  void add(const text::Run& run) {
    says_.words += run.text;
    const auto& origins = run.origins.list();
    says_.asks_for_page = says_.asks_for_page || std::ranges::any_of(origins, is_of_page);
  }

  Says says_;
};

/// Nothing: it does not say anything of its own.
std::optional<Says> said_in(const Frame& frame) {
  Listener listener;
  const bool speaks = std::visit(
      Overload{[&](const TextContent& text) {
                 listener.add(text.paragraphs);
                 return true;
               },
               [&](const Table& table) {
                 listener.add(table);
                 return true;
               },
               [&](const OneOf<ArtContent, PictureContent> auto& figure) {
                 listener.add_alt(figure.alt);
                 return !figure.alt.text.empty();
               },
               [](const OneOf<std::monostate, StoryContent, TableContent> auto&) { return false; }},
      frame.content);
  return speaks ? std::optional(listener.take()) : std::nullopt;
}

struct Occurrence {
  std::size_t side = 0;
  Frame* frame = nullptr;
  Says says;
};

bool are_on_several_sides(const std::vector<Occurrence>& places) {
  return places.front().side != places.back().side;
}

}  // namespace

void mark_running_frames(Document& document) {
  std::map<Home, std::vector<Occurrence>> homes;
  for (std::size_t side = 0; side < document.sides.size(); ++side) {
    for (Frame& frame : document.sides[side].frames) {
      if (frame.entry) continue;
      auto says = said_in(frame);
      if (!says) continue;
      homes[home_of(document.sides[side], frame)].push_back({side, &frame, std::move(*says)});
    }
  }
  for (auto& [home, places] : homes) {
    const bool comes_again = are_on_several_sides(places);
    std::map<std::string, std::size_t> said;  // and on which side first
    for (const Occurrence& each : places) {
      const bool is_of_many = comes_again || document.sides[each.side].repeats;
      if (each.says.asks_for_page) {
        each.frame->is_running = is_of_many;
        continue;
      }
      const auto [first, is_new] = said.emplace(each.says.words, each.side);
      each.frame->is_running = !is_new && first->second != each.side;
    }
  }
}

}  // namespace handbill::document
