// SPDX-License-Identifier: MIT
#include "document/stories.h"

#include <algorithm>

#include "base/check.h"
#include "document/inherit.h"
#include "document/resolve_fit.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

/// A path of the content as a text that asks for it, each byte in the place it was written.
spec::Value as_template(const spec::Text& path) {
  spec::Text text = path;
  text.value = "{" + path.value + "}";
  if (!text.source_offsets.empty()) {
    text.source_offsets.insert(text.source_offsets.begin(), path.source_offsets.front());
    text.source_offsets.push_back(path.source_offsets.back());
  }
  return text.as_value();
}

}  // namespace

StoryId Stories::use(const spec::FrameSpec& frame, const FlowSetting& setting) {
  const spec::Text& name = *frame.story;
  const auto [index, is_new] = names_.find(name, setting.entry, tools_.context);
  const StoryId id{static_cast<std::uint32_t>(index)};
  if (is_new) {
    const auto* story = find_named(tools_.context.layout().stories, name.value);
    const auto& fit = story != nullptr && story->value.fit ? story->value.fit : frame.fit;
    const Told before = tools_.facts.told();
    stories_.push_back(Story{flow_name(name.value, setting.entry), set(frame, setting), name.span,
                             resolve_fit(fit, tools_.context.layout(), tools_.context)});
    first_frames_.push_back(name.span);
    const Told told = tools_.facts.told() - before;
    left_out_.push_back(told.absent > 0 && stories_.back().paragraphs.empty());
    return id;
  }
  const bool is_same_frame = first_frames_[index] == name.span;  // of a parent, on another side
  if (!is_same_frame && (frame.style || frame.styles)) {
    diag::Diagnostic late{
        BadValue, diag::Severity::Error,
        "story " + quoted(name.value) + " gets its styles from the first frame that shows it",
        frame.style ? frame.style->span : frame.styles->span};
    late.labels.push_back({first_frames_[index], "the first frame"});
    tools_.context.diags.add(std::move(late));
  }
  return id;
}

std::vector<text::Paragraph> Stories::set(const spec::FrameSpec& frame,
                                          const FlowSetting& flow) const {
  const spec::Text& name = *frame.story;
  const PageAnswers::On no_page(tools_.facts.pages(), std::nullopt);
  const spec::LayoutSpec& layout = tools_.context.layout();
  TextSetting setting;
  setting.scope = flow.scope;
  setting.asked_at = name.span;
  setting.list = flow.list;
  setting.in = TextSetting::In::Frame;
  if (layout.markdown) setting.styles = *layout.markdown;
  const auto* story = find_named(layout.stories, name.value);
  if (story != nullptr) lay_over(setting.styles, story->value.styles, story->value.style);
  lay_over(setting.styles, frame.styles, frame.style);
  if (story != nullptr) {
    HANDBILL_CHECK(story->value.text.has_value(), "parse takes no story without text");
    return set_text(story->value.text->as_value(), setting, tools_);
  }
  const auto meant = did_you_mean(name.value, names_of(layout.stories));
  const bool is_of_entry = flow.scope != nullptr && in_scope(name.value, flow.scope).is_found;
  const bool is_path = is_of_entry || name.value.find('.') != std::string::npos;
  const bool is_there = is_of_entry || tools_.context.inputs.content.prose(name.value) != nullptr;
  if (!is_path || (!is_there && !meant.empty())) {
    tools_.context.error(
        FactMissing, name.span, "no story is called " + quoted(name.value),
        !meant.empty() ? meant
                       : std::vector<std::string>{"define `[story." + name.value +
                                                  "]`, or name prose of the content by its path"});
    return {};
  }
  return set_text(as_template(name), setting, tools_);
}

void lay_over(spec::MarkdownSpec& base, const std::optional<spec::MarkdownSpec>& styles,
              const std::optional<spec::Text>& style) {
  if (style) base.p = style;
  if (styles) lay_over(base, *styles);
}

}  // namespace handbill::document
