// SPDX-License-Identifier: MIT
// Collects the inlines of a paragraph: spaces as in print, neighbours of one style joined; lines
// about facts the clinic does not have are left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/facts.h"
#include "text/style.h"

namespace handbill::document {

/// Words that are added, and where they are written.
struct Written {
  std::string_view text;
  diag::Span span{};
  text::Origins origins{};

  /// Words that are made from one place.
  static Written from(std::string_view text, text::Origin origin) {
    Written written{text, origin.span};
    if (!text.empty()) written.origins.add(std::move(origin));
    return written;
  }
};

class ParagraphBuilder {
 public:
  /// Runs of spaces become one, none at the start and end of a line; a line end in the words (an
  /// address, say) breaks the line.
  void add_text(const Written& words, const text::SharedStyle& style,
                std::optional<text::PartId> part);
  /// Where the source goes on in a new line, as `space`: none between ideographs (CSS Text 3,
  /// 4.1.3).
  void add_soft_break(const Written& space, const text::SharedStyle& style,
                      std::optional<text::PartId> part);
  bool is_in_link(std::optional<text::PartId> part) const {
    while (part && parts_.at(part->index()).kind != text::Part::Kind::Link) {
      part = parts_.at(part->index()).within;
    }
    return part.has_value();
  }
  /// Words that are added with what is returned belong to it.
  text::PartId add_part(text::Part part) {
    parts_.push_back(std::move(part));
    return {static_cast<std::uint32_t>(parts_.size() - 1)};
  }
  /// Where the text as typed ends a line. One that is about facts and holds nothing, because all
  /// of them are empty, is left out.
  void end_typed_line(const text::SharedStyle& style, diag::Span span);
  /// What is added from now on stands flush at the end of the last line. To be called once. It
  /// falls away when it is about facts and all of them are empty: "for {days}".
  void begin_flush_end(const text::SharedStyle& style, diag::Span span);
  bool has_flush_end() const { return flush_end_.has_value(); }
  void add_field(text::Field field) { add_object(std::move(field)); }
  void add_icon(text::Icon icon) { add_object(std::move(icon)); }

  /// What is added between the two calls stands for a fact.
  void begin_fact() { ink_before_fact_ = ink_; }
  void end_fact();

  /// A fact that tells something, or one the clinic does not have, stands in this line.
  void tell_fact() { ++line_.told.told; }
  void miss_fact(Missed missed);

  /// To be called when all is added, before the questions that follow.
  void finish();
  /// Lines that tell of facts the clinic has not, and of others.
  const std::vector<Missed>& mixed() const { return mixed_; }
  /// It was about facts the clinic does not have, and about no others.
  bool fell_away() const { return told_.nothing(); }
  /// Lines of it were.
  bool lost_lines() const { return lost_lines_; }
  /// False: nothing in it would leave ink on paper.
  bool is_visible() const { return ink_ > 0; }
  /// It is about facts, and all of them are empty: "– {morning_close}" of a closed day.
  bool has_only_empty_facts() const { return facts_ > 0 && filled_facts_ == 0; }
  /// How many inlines there are; the last is the one added last.
  std::size_t count() const { return inlines_.size(); }
  std::vector<text::Inline> take() { return std::move(inlines_); }
  std::vector<text::Part> take_parts() { return std::move(parts_); }
  /// Paragraph::flush_end of what was taken.
  std::optional<std::size_t> flush_end() const {
    return flush_end_ ? std::optional(flush_end_->inlines) : std::nullopt;
  }

 private:
  void add_object(text::Inline object);
  void append(text::Run run);
  bool joins_last(const text::Run& run) const;
  void cut_last_space();
  void cut_flush_end();
  void cut_last_break();
  void settle_soft_break(std::string_view next);
  void break_line(const text::SharedStyle& style, diag::Span span, text::Origins origins);
  void begin_line();
  enum class LineEnd { Kept, LeftOut };
  LineEnd end_line();
  bool line_has_only_empty_facts() const { return facts_ > line_.facts && ink_ == line_.ink; }

  std::vector<text::Inline> inlines_;
  std::vector<text::Part> parts_;
  /// The line as typed that is being collected.
  struct Line {
    std::size_t inlines = 0;  ///< how many there were when it began
    std::size_t bytes = 0;    ///< of the last of these
    std::size_t ink = 0;
    int facts = 0;
    Told told{};
    std::optional<Missed> missed{};
  } line_;
  Told told_;  ///< of the lines before
  std::vector<Missed> mixed_;
  bool lost_lines_ = false;

  struct FlushEnd {
    std::size_t inlines = 0;  ///< before it
    std::size_t ink = 0;
    int facts = 0;
    int filled_facts = 0;
  };
  std::optional<FlushEnd> flush_end_;
  bool after_wide_break_ = false;  ///< a soft break after an ideograph
  bool at_line_start_ = true;
  bool after_space_ = false;
  std::size_t ink_ = 0;  ///< visible characters and fields
  std::size_t ink_before_fact_ = 0;
  int facts_ = 0;
  int filled_facts_ = 0;
};

}  // namespace handbill::document
