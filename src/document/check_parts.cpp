// SPDX-License-Identifier: MIT
// What is wrong with parts, wherever they are placed.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "content/template.h"
#include "document/place_parts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using PartRef = const spec::Named<spec::PartSpec>*;
using Names = std::set<std::string>;

/// Parts in parts in parts: nobody needs more, and each level costs stack.
constexpr std::size_t kDeepestPart = 16;

/// Collects the names in braces of all that a frame says.
class NameFinder {
 public:
  explicit NameFinder(const spec::LayoutSpec& layout) : layout_(layout) {}

  void add(const spec::FrameSpec& frame) {
    for (const auto* each :
         {&frame.text, &frame.picture, &frame.art, &frame.qr, &frame.alt, &frame.style}) {
      add(*each);
    }
    add(frame.styles);
    add_looks(frame);
    add(frame.color);
    for (const spec::SetSpec& each : frame.set) add(*each.text.as_string());
    for (const spec::WhenSpec& each : frame.when) names_.insert(each.name);
    if (frame.repeat) names_.insert(frame.repeat->value);
    add(frame.group);
    for (const spec::Text& each : frame.sort) names_.insert(each.value);
    if (frame.table) add(*frame.table);
    add_flow(frame);
  }

  void add_looks(const spec::FrameSpec& frame) {
    if (frame.fill) add(frame.fill->color);
    if (frame.fill) {
      for (const spec::StopSpec& stop : frame.fill->stops) add(stop.color);
    }
    if (frame.stroke) add(frame.stroke->color);
  }

  Names take() { return std::move(names_); }

 private:
  /// The story, or the table with a name, that it shows.
  void add_flow(const spec::FrameSpec& frame) {
    if (frame.story) {
      names_.insert(frame.story->value);
      if (const auto* story = find_named(layout_.stories, frame.story->value)) {
        add(story->value.text);
        add(story->value.style);
        add(story->value.styles);
      }
    }
    const auto* table = frame.table && frame.table->use
                            ? find_named(layout_.tables, frame.table->use->value)
                            : nullptr;
    if (table != nullptr) add(table->value);
  }

  void add(std::string_view text) {
    const auto parsed = content::parse_template(text);
    const auto* parts = std::get_if<std::vector<content::TemplatePart>>(&parsed);
    if (parts == nullptr) return;
    for (const content::TemplatePart& part : *parts) {
      const auto* fact = std::get_if<content::TemplatePart::Fact>(&part.part);
      if (fact != nullptr) names_.insert(fact->path);
    }
  }

  void add(const std::optional<spec::Text>& text) {
    if (text) add(text->value);
  }

  void add(const std::optional<spec::ColorSpec>& color) {
    if (color) add(color->swatch);
  }

  void add(const std::optional<spec::MarkdownSpec>& styles) {
    if (!styles) return;
    for (const auto* each :
         {&styles->h1, &styles->h2, &styles->h3, &styles->h4, &styles->p, &styles->after_heading,
          &styles->bullet, &styles->bullet2, &styles->number, &styles->number2, &styles->quote,
          &styles->footnote, &styles->strong, &styles->emphasis, &styles->link,
          &styles->reference}) {
      add(*each);
    }
  }

  void add(const spec::TableSpec& table) {
    add(table.style);
    add(table.header_style);
    add(table.stripe);
    add(table.group);
    add(table.row_fill);
    add(table.header_fill);
    for (const auto* each : {&table.rows, &table.entries}) {
      if (*each) names_.insert((*each)->value);
    }
    for (const spec::ColumnSpec& column : table.columns) {
      for (const spec::Text& each : column.text) add(each.value);
      for (const auto* each : {&column.art, &column.picture, &column.alt, &column.style,
                               &column.header, &column.fill}) {
        add(*each);
      }
      add(column.color);
      add(column.styles);
      if (column.stroke) add(column.stroke->color);
    }
    for (const auto* rows : {&table.headers, &table.literal}) {
      for (const spec::RowSpec& row : *rows) {
        add(row.fill);
        add(row.cells);
        for (const spec::WhenSpec& each : row.when) names_.insert(each.name);
      }
    }
    for (const auto* row : {&table.group_header, &table.group_footer, &table.footer}) {
      if (!*row) continue;
      for (const auto* each : {&(*row)->text, &(*row)->continued, &(*row)->style}) add(*each);
      add((*row)->fill);
      add((*row)->cells);
    }
  }

  void add(const std::vector<spec::CellSpec>& cells) {
    for (const spec::CellSpec& cell : cells) {
      for (const auto* each : {&cell.text, &cell.art, &cell.picture, &cell.alt, &cell.style}) {
        add(*each);
      }
      add(cell.fill);
      if (cell.stroke) add(cell.stroke->color);
    }
  }

  const spec::LayoutSpec& layout_;
  Names names_;
};

class PartChecker {
 public:
  explicit PartChecker(const Context& context) : context_(context) {}

  void check() {
    const spec::LayoutSpec& layout = context_.layout();
    for (const auto& part : layout.parts) find_circle(part, {}, 0);
    for (const auto* list : {&layout.parents, &layout.sides}) {
      for (const spec::SideSpec& side : *list) check(side.frames);
    }
    for (const auto& part : layout.parts) check(part.value.frames);
    for (const auto& part : layout.parts) {
      check_set(part.value.set, part, placed_[&part]);
      for (const spec::FrameSpec& frame : part.value.frames) {
        if (!frame.panel) continue;
        context_.error(BadValue, frame.panel->span,
                       "a frame of a part stands in the part, not on a panel",
                       {"say `panel` where the part is placed"});
      }
    }
  }

 private:
  PartRef part(const std::optional<spec::Text>& name) const {
    return name ? find_named(context_.layout().parts, name->value) : nullptr;
  }

  /// That the frame places, each with the name it is placed by.
  std::vector<std::pair<PartRef, diag::Span>> placed_by(const spec::FrameSpec& frame) const {
    std::vector<std::pair<PartRef, diag::Span>> parts;
    for (const auto* each : {&frame.part, &frame.group_header}) {
      if (const PartRef found = part(*each)) parts.emplace_back(found, (*each)->span);
    }
    return parts;
  }

  void check(const std::vector<spec::FrameSpec>& frames) {
    for (const spec::FrameSpec& frame : frames) {
      if (frame.group_header && part(frame.group_header) == nullptr)
        tell_unknown(*frame.group_header);
      if (!frame.part) continue;
      if (const PartRef found = part(frame.part)) {
        // Its own fill and stroke take them too.
        NameFinder finder(context_.layout());
        finder.add_looks(frame);
        const Names looks = finder.take();
        check_set(frame.set, *found, looks);
        placed_[found].insert(looks.begin(), looks.end());
        continue;
      }
      tell_unknown(*frame.part);
    }
  }

  void tell_unknown(const spec::Text& name) {
    auto hints = did_you_mean(name.value, names_of(context_.layout().parts));
    if (hints.empty()) hints = {"define `[part." + name.value + "]`"};
    context_.error(UnknownPart, name.span, "no part is called " + quoted(name.value),
                   std::move(hints));
  }

  /// `also`: what frames that place it use.
  void check_set(const std::vector<spec::SetSpec>& set, const spec::Named<spec::PartSpec>& part,
                 const Names& also) {
    if (set.empty()) return;
    Names used = used_by(part);
    used.insert(also.begin(), also.end());
    for (const spec::SetSpec& each : set) {
      if (used.contains(each.name)) continue;
      context_.error(BadValue, each.name_span,
                     "part " + quoted(part.name) + " does not use " + quoted(each.name),
                     did_you_mean(each.name, {used.begin(), used.end()}));
    }
  }

  /// With those of the parts in it, which see what stands round them.
  const Names& used_by(const spec::Named<spec::PartSpec>& part) {
    const auto [known, is_new] = used_.try_emplace(&part);
    if (!is_new) return known->second;
    NameFinder finder(context_.layout());
    Names names;
    for (const spec::FrameSpec& frame : part.value.frames) {
      finder.add(frame);
      for (const auto& [inner, placed_at] : placed_by(frame)) names.merge(Names(used_by(*inner)));
    }
    names.merge(finder.take());
    return used_[&part] = std::move(names);
  }

  /// A part that is placed in itself, or through others.
  void find_circle(const spec::Named<spec::PartSpec>& part, std::vector<PartRef> way,
                   std::size_t depth) {
    if (!circled_.empty()) return;
    way.push_back(&part);
    for (const spec::FrameSpec& frame : part.value.frames) {
      for (const auto& [inner, placed_at] : placed_by(frame)) {
        if (std::ranges::find(way, inner) != way.end()) {
          circled_.insert(inner);
          diag::Diagnostic circle{BadValue, diag::Severity::Error,
                                  "part " + quoted(inner->name) + " is placed in itself",
                                  placed_at};
          circle.labels.push_back({inner->name_span, "the part"});
          context_.diags.add(std::move(circle));
          return;
        }
        if (depth + 1 == kDeepestPart) {
          circled_.insert(inner);
          context_.error(TooLarge, placed_at, "parts are placed in each other over 16 deep");
          return;
        }
        if (walked_.insert({inner, depth + 1}).second) find_circle(*inner, way, depth + 1);
      }
    }
  }

  const Context& context_;
  std::map<PartRef, Names> used_;
  std::map<PartRef, Names> placed_;
  std::set<PartRef> circled_;  ///< told of
  std::set<std::pair<PartRef, std::size_t>> walked_;
};

}  // namespace

void check_parts(const Context& context) { PartChecker(context).check(); }

}  // namespace handbill::document
