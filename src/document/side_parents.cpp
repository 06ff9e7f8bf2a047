// SPDX-License-Identifier: MIT
#include "document/side_parents.h"

#include <algorithm>
#include <string>

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using spec::SideSpec;

/// Parents of parents of parents: each level costs stack.
constexpr std::size_t kDeepestParent = 16;

/// Reports unknown-parent.
const SideSpec* find_parent(const spec::Text& name, const Context& context) {
  std::vector<std::string> names;
  for (const SideSpec& parent : context.layout().parents) {
    if (!parent.name) continue;
    if (parent.name->value == name.value) return &parent;
    names.push_back(parent.name->value);
  }
  context.error(UnknownParent, name.span, "no `[[parent]]` is called " + quoted(name.value),
                did_you_mean(name.value, names));
  return nullptr;
}

class FrameCollector {
 public:
  FrameCollector(bool is_verso, const Context& context) : is_verso_(is_verso), context_(context) {}

  void add(const SideSpec& side) {
    add(side.parent);
    add(is_verso_ ? side.verso : side.recto);
    for (const spec::FrameSpec& frame : side.frames) frames_.push_back(&frame);
  }
  /// Once, however many ways lead to it.
  void add(const std::optional<spec::Text>& name) {
    const SideSpec* parent = name ? find_parent(*name, context_) : nullptr;
    if (parent == nullptr || std::ranges::find(seen_, parent) != seen_.end()) return;
    if (depth_ == kDeepestParent) return;  // reported
    seen_.push_back(parent);
    ++depth_;
    add(*parent);
    --depth_;
  }
  std::vector<const spec::FrameSpec*> take() { return std::move(frames_); }

 private:
  const bool is_verso_;
  const Context& context_;
  std::vector<const SideSpec*> seen_;
  std::vector<const spec::FrameSpec*> frames_;
  std::size_t depth_ = 0;
};

/// Walks from parent to parent.
class CycleFinder {
 public:
  explicit CycleFinder(const Context& context) : context_(context) {}

  void visit(const SideSpec& parent) {
    if (std::ranges::find(done_, &parent) != done_.end()) return;
    if (open_.size() == kDeepestParent) {
      return context_.error(TooLarge, parent.span, "parents have parents more than 16 deep");
    }
    open_.push_back(&parent);
    for (const auto* name : {&parent.parent, &parent.recto, &parent.verso}) {
      const SideSpec* next = *name ? find_parent(**name, context_) : nullptr;
      if (next == nullptr) continue;
      if (std::ranges::find(open_, next) == open_.end()) {
        visit(*next);
      } else {
        context_.error(
            ParentCycle, (*name)->span,
            "parent " + quoted(next->name->value) + " is a parent of itself" + by_way_of(*next));
      }
    }
    open_.pop_back();
    done_.push_back(&parent);
  }

 private:
  /// The others of the circle.
  std::string by_way_of(const SideSpec& first) const {
    std::string others;
    for (auto each = std::ranges::find(open_, &first) + 1; each != open_.end(); ++each) {
      others += (others.empty() ? ", by way of " : ", ") + quoted((*each)->name->value);
    }
    return others;
  }

  const Context& context_;
  std::vector<const SideSpec*> open_, done_;
};

void check_keys(const SideSpec& parent, const Context& context) {
  const auto refuse = [&](bool is_there, diag::Span span, const std::string& key) {
    if (!is_there) return;
    context.error(BadValue, span, "a parent lends its frames; `" + key + "` is for a `[[side]]`");
  };
  refuse(parent.pages.has_value(), parent.pages ? parent.pages->span : diag::Span{}, "pages");
  refuse(parent.start.has_value(), parent.start ? parent.start->span : diag::Span{}, "start");
  refuse(parent.last.has_value(), parent.last ? parent.last->span : diag::Span{}, "last");
  refuse(parent.read_as.has_value(), parent.read_as ? parent.read_as->span : diag::Span{},
         "read_as");
  refuse(parent.columns.has_value(), parent.columns ? parent.columns->span : diag::Span{},
         "columns");
}

}  // namespace

void check_parents(const Context& context) {
  CycleFinder cycles(context);
  for (const SideSpec& parent : context.layout().parents) {
    check_keys(parent, context);
    if (parent.name) {
      cycles.visit(parent);
    } else {
      context.error(MissingKey, parent.span, "a `[[parent]]` needs a name for sides to call it by");
    }
  }
  for (const SideSpec& side : context.layout().sides) {
    for (const auto* name : {&side.recto, &side.verso}) {
      if (*name) find_parent(**name, context);
    }
  }
  const auto& pages = context.layout().pages;
  if (pages && pages->blank) find_parent(*pages->blank, context);
}

std::vector<const spec::FrameSpec*> frames_of(const PlannedPage& page, const Context& context) {
  FrameCollector collector(page.position.is_verso, context);
  const auto& pages = context.layout().pages;
  if (page.side != nullptr) {
    collector.add(*page.side);
  } else if (pages) {
    collector.add(pages->blank);
  }
  return collector.take();
}

}  // namespace handbill::document
