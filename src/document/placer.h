// SPDX-License-Identifier: MIT
// Places the frames of one side. Levels and parts are placed in place_parts.cpp, what repeats in
// lay_entries.cpp, its grid in entry_grid.cpp. Private to these.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/close_up.h"
#include "document/entry_list.h"
#include "document/frame_order.h"
#include "document/place_parts.h"

namespace handbill::document {

using PartRef = const spec::Named<spec::PartSpec>*;

/// Frames that stand in the same frame, or on the side.
struct Level {
  std::vector<const spec::FrameSpec*> specs;
  const content::FactRow* scope = nullptr;
  std::string list{};  ///< whose entry that is
  std::optional<FrameIndex> inside{};
  std::string prefix{};
  std::shared_ptr<const Entry> entry{};
  PartRef part = nullptr;  ///< whose frames they are; null: none's
  FrameIndex first = 0;    ///< of its frames
  FrameNames names{};      ///< counted from `first`
};

/// What stands for the names of a part.
std::vector<content::Given> given(const std::vector<spec::SetSpec>& set,
                                  const content::FactRow* scope);

/// As the part has them.
std::vector<const spec::FrameSpec*> frames_of(PartRef part);

class Placer {
 public:
  Placer(const SidePlan& plan, const FrameTools& tools, Stories& stories, std::size_t& made)
      : plan_(plan), tools_(tools), stories_(stories), context_(tools.text.context), made_(made) {}

  std::vector<Frame> make();

 private:
  /// One list, and what is laid for each of its entries.
  struct Repeat {
    const Level& level;
    const spec::FrameSpec& spec;
    PartRef part;  ///< null: the frame shows something itself
    FrameIndex container;
    spec::FrameSpec ground, content;
    int columns = 1;  ///< that entries flow through
  };
  /// The frame that was made for an entry, round all that is laid for it.
  struct LaidEntry {
    FrameIndex frame = 0;
    std::optional<FrameIndex> heading{};  ///< of the group that begins with it, above it
    std::size_t group = 0;
  };
  /// Entries in one column.
  struct Laid {
    int column = 0;
    std::vector<LaidEntry> entries{};
  };
  /// Frames that stand beside each other, equally tall.
  struct GridRow {
    std::vector<FrameIndex> frames;
    bool is_heading = false;
  };
  /// Which part is laid, for what.
  struct Laying {
    PartRef part = nullptr;  ///< null: the frame shows something itself
    const spec::FrameSpec& ground;
    std::string name;
    std::shared_ptr<const Entry> entry;
  };

  bool has_room(std::size_t frames, diag::Span asked_at);
  bool is_full() const;
  void make_level(Level level);
  void set_owners(const Level& level);
  Frame resolve(const Level& level, const spec::FrameSpec& spec, const std::string& name);
  void place(const Level& level, const spec::FrameSpec& spec, FrameIndex at);
  /// `level` has the scope of the part.
  void place_part(const Level& level, const spec::FrameSpec& spec, PartRef part, FrameIndex at);
  void repeat(const Level& level, const spec::FrameSpec& spec, PartRef part, FrameIndex at);
  void flow(Repeat& repeat);
  bool may_flow(const Repeat& repeat);
  std::vector<LaidEntry> lay_entries(const Repeat& repeat, EntryList& list, std::size_t first,
                                     std::size_t count, std::size_t& shown);
  std::optional<FrameIndex> lay_entry(const Repeat& repeat, content::FactRow& entry);
  std::optional<FrameIndex> lay_heading(const Repeat& repeat, const EntryGroup& group,
                                        std::size_t number);
  std::optional<FrameIndex> lay(const Repeat& repeat, const Laying& laying,
                                const content::FactRow* scope);
  void set_in_grid(const Repeat& repeat, const Laid& laid);
  static std::vector<GridRow> rows_of(const Laid& laid, std::size_t across);
  void set_row(const Repeat& repeat, int column, std::size_t across, const GridRow& row,
               const GridRow* above);
  void set_heights(const Repeat& repeat, const GridRow& row);
  PartRef heading_part(const Repeat& repeat) const;
  void report_no_height(const spec::FrameSpec& spec, PartRef part);
  bool falls_away(FrameIndex first) const;
  void drop_from(FrameIndex first);
  std::string name_of(const Level& level, const spec::FrameSpec& spec, std::size_t index) const;
  PartRef part_of(const spec::FrameSpec& spec) const;

  const SidePlan& plan_;
  const FrameTools& tools_;
  Stories& stories_;
  const Context& context_;
  std::size_t& made_;
  std::vector<Frame> frames_{};
  BelongsTo owners_{};
  FirstRead read_first_{};
  std::vector<PartRef> open_{};  ///< parts being placed, the innermost last
};

}  // namespace handbill::document
