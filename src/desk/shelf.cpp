// SPDX-License-Identifier: MIT
#include "desk/shelf.h"

#include <algorithm>
#include <filesystem>

#include "build/print_stacks.h"
#include "display/item_kinds.h"

namespace handbill::desk {
namespace {

/// The clear-print floor for signs at arm's length; brochures and sheets are set in 12 to 14 pt.
constexpr Length kReadFromAStepAway = Length::pt(17);

}  // namespace

Shelf shelf_of(const workspace::Compiled& drawn) {
  if (cover_of(drawn) || (drawn.imposition && drawn.pages->pages.size() > 2)) {
    return Shelf::Brochures;
  }
  std::size_t large = 0, all = 0;
  for (const display::Page& page : drawn.pages->pages) {
    for (const display::Item& item : page.items) {
      const display::GlyphRun* run = display::text_of(item);
      if (run == nullptr) continue;
      all += run->glyphs.size();
      if (run->size >= kReadFromAStepAway) large += run->glyphs.size();
    }
  }
  return all > 0 && large * 2 > all ? Shelf::Signs : Shelf::Sheets;
}

std::optional<Rect> cover_of(const workspace::Compiled& drawn) {
  if (!drawn.document || drawn.document->sides.empty()) return std::nullopt;
  const auto& panels = drawn.document->sides.front().panels;
  const std::size_t cover = drawn.document->sheet.cover;
  if (cover >= panels.size()) return std::nullopt;
  return panels[cover].box;
}

std::map<std::string, std::int64_t> old_copies(const std::vector<View>& views, build::Run& run) {
  build::PrintJudge judge(run);
  if (!judge.stacks()) return {};
  for (const View& view : views) {
    if (view.compiled) judge.see(view.job, view.compiled);
  }
  std::map<std::string, std::int64_t> copies;
  for (const build::JudgedStack& each : judge.judge()) {
    if (each.state == build::JudgedStack::State::Outdated) {
      copies[each.stack.document] += each.stack.left;
    }
  }
  return copies;
}

std::string title_of(const world::Project& project, const std::vector<View>& views) {
  for (const View& view : views) {
    if (!view.compiled || !view.compiled->content) continue;
    for (const auto& file : view.compiled->content->as_read().files) {
      const spec::Value* name = file.root.at_path("clinic.name");
      if (name != nullptr && name->as_string() != nullptr) return *name->as_string();
    }
  }
  std::error_code error;
  return std::filesystem::canonical(project.root, error).filename().string();
}

}  // namespace handbill::desk
