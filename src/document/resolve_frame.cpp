// SPDX-License-Identifier: MIT
#include "document/resolve_frame.h"

#include "base/overload.h"
#include "document/resolve_fill.h"
#include "document/resolve_fit.h"
#include "document/resolve_sheet.h"
#include "document/resolve_stroke.h"
#include "document/set_names.h"
#include "document/spoken.h"
#include "document/tables.h"
#include "document/unsaid.h"
#include "picture/qr.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

constexpr Length kDefaultGutter = Length::pt(12);
constexpr Length kDefaultWrapOffset = Length::pt(8);

// What a key takes, parse has checked: one of these words.
Wrap wrap_of(std::string_view word) {
  if (word == "box") return Wrap::Box;
  return word == "outline" ? Wrap::Outline : Wrap::None;
}

Fit fit_of(const std::optional<spec::FitSpec>& written) {
  if (!written || !written->how || written->how->value == "contain") return Fit::Contain;
  return written->how->value == "cover" ? Fit::Cover : Fit::Stretch;
}

Mirror mirror_of(const std::optional<spec::Text>& written) {
  if (!written || written->value == "place") return Mirror::Place;
  return written->value == "all" ? Mirror::All : Mirror::None;
}

picture::QrLevel qr_level_of(const std::optional<spec::Text>& written) {
  using enum picture::QrLevel;
  if (!written || written->value == "M") return M;
  if (written->value == "L") return L;
  return written->value == "Q" ? Q : H;
}

class FrameMaker {
 public:
  FrameMaker(const spec::FrameSpec& spec, const FrameSurroundings& around, const FrameTools& tools,
             Stories& stories)
      : spec_(spec),
        around_(around),
        tools_(tools),
        stories_(stories),
        context_(tools.text.context) {}

  Frame make();

 private:
  std::optional<std::size_t> panel() const;
  void set_looks(Frame& frame) const;
  std::vector<FrameIndex> over() const;
  void show_content(Frame& frame);
  bool is_left_out(const FrameContent& content, const Told& told) const;
  FlowSetting flow() const {
    return {around_.entry ? around_.scope : nullptr, around_.list, around_.entry};
  }
  FrameContent text() const;
  FrameContent table() const;
  FrameContent picture() const;
  FrameContent art() const;
  void show_qr(Frame& frame) const;
  text::TracedText alt() const;
  spec::MarkdownSpec styles() const;
  color::Color ink() const {
    return spec_.color ? context_.color(*spec_.color) : color::Color::black();
  }
  /// A file name with its facts put in; empty when something is wrong with it (reported).
  std::string file_name(const spec::Text& written) const;

  const spec::FrameSpec& spec_;
  const FrameSurroundings& around_;
  const FrameTools& tools_;
  Stories& stories_;
  const Context& context_;
};

Frame FrameMaker::make() {
  Frame frame;
  frame.span = spec_.span;
  if (spec_.name) frame.name = spec_.name->value;
  if (!around_.name.empty()) frame.name = around_.name;
  frame.panel = panel();
  frame.box =
      resolve_box(spec_.box, spec_.span, {around_.margin, around_.grid, around_.frames}, context_);
  frame.inset = read_insets(spec_.inset, Insets{});
  set_looks(frame);
  const bool is_hidden = spec_.hide && spec_.hide->value;
  frame.fell_away = is_hidden || !tools_.conditions.hold(spec_.when, around_.scope, around_.page);
  if (frame.fell_away) {
    if (!is_hidden) tools_.text.facts.wait_for(spec_.when);
    return frame;
  }
  const Told before = tools_.text.facts.told();
  frame.over = over();
  show_content(frame);
  frame.fell_away = is_left_out(frame.content, tools_.text.facts.told() - before);
  return frame;
}

/// What it would show are facts the clinic does not have.
bool FrameMaker::is_left_out(const FrameContent& content, const Told& told) const {
  const bool misses_facts = told.absent > 0;
  return std::visit(
      Overload{
          [&](const StoryContent& story) { return stories_.is_left_out(story.story); },
          [&](const TableContent& table) { return tools_.tables.is_left_out(table.table); },
          [&](const TextContent& text) { return misses_facts && text.paragraphs.empty(); },
          [&](const Table& table) { return misses_facts && has_no_rows(table); },
          [&](std::monostate) { return misses_facts; },
          [](const OneOf<PictureContent, ArtContent> auto&) { return false; },
      },
      content);
}

std::optional<std::size_t> FrameMaker::panel() const {
  if (!spec_.panel) return std::nullopt;
  std::vector<std::string> names;
  for (const Panel& panel : around_.panels) {
    if (panel.name == spec_.panel->value) return names.size();
    names.push_back(panel.name);
  }
  std::vector<std::string> hints = did_you_mean(spec_.panel->value, names);
  if (names.empty()) hints = {"the side has no panels; give the sheet a `fold`"};
  context_.error(UnknownPanel, spec_.panel->span,
                 "no panel of this side is called " + quoted(spec_.panel->value), hints);
  return std::nullopt;
}

void FrameMaker::set_looks(Frame& frame) const {
  if (spec_.columns) frame.columns = static_cast<int>(spec_.columns->value);
  frame.gutter = spec_.gutter ? spec_.gutter->value : kDefaultGutter;
  frame.balance = spec_.balance && spec_.balance->value;
  frame.vertical_align = vertical_align_of(spec_.vertical);
  if (spec_.foot && spec_.foot->value == "baseline") frame.foot = Foot::Baseline;
  frame.mirror = mirror_of(spec_.mirror);
  if (spec_.fill) resolve_fill(*spec_.fill, context_, frame);
  frame.overprint = overprint_of(spec_.overprint);
  if (spec_.stroke) frame.stroke = resolve_stroke(*spec_.stroke, context_);
  if (spec_.wrap) frame.wrap = wrap_of(spec_.wrap->value);
  if (frame.wrap != Wrap::None) {
    frame.wrap_offset = spec_.wrap_offset ? spec_.wrap_offset->value : kDefaultWrapOffset;
  }
  if (spec_.z) frame.z = static_cast<int>(spec_.z->value);
  if (spec_.opacity) frame.opacity = spec_.opacity->value / 100;
  if (spec_.radius) frame.radius = spec_.radius->value;
}

std::vector<FrameIndex> FrameMaker::over() const {
  std::vector<FrameIndex> frames;
  for (const spec::Text& name : spec_.over) {
    const auto found = find_frame(name.value, name.span, around_.frames, context_);
    if (found) frames.push_back(*found);
  }
  return frames;
}

void FrameMaker::show_content(Frame& frame) {
  if (spec_.text) frame.content = text();
  if (spec_.story) frame.content = StoryContent{stories_.use(spec_, flow())};
  if (spec_.picture) frame.content = picture();
  if (spec_.art) frame.content = art();
  if (spec_.qr) show_qr(frame);
  if (spec_.table) frame.content = table();
  if (spec_.text || (spec_.table && !spec_.table->use)) {
    frame.fit = resolve_fit(spec_.fit, context_.layout(), context_);
  }
}

FrameContent FrameMaker::table() const {
  if (!spec_.table->use) return resolve_table(*spec_.table, styles(), tools_, around_.scope);
  const auto id = tools_.tables.use(spec_, styles(), tools_, flow());
  if (!id) return std::monostate{};
  return TableContent{*id};
}

spec::MarkdownSpec FrameMaker::styles() const {
  spec::MarkdownSpec styles;
  if (const auto& markdown = context_.layout().markdown) styles = *markdown;
  lay_over(styles, spec_.styles, spec_.style);
  return styles;
}

FrameContent FrameMaker::text() const {
  const TextSetting setting{styles(), around_.scope, spec_.text->span, around_.list,
                            TextSetting::In::Frame};
  return TextContent{set_text(spec_.text->as_value(), setting, tools_.text)};
}

FrameContent FrameMaker::picture() const {
  const std::string name = file_name(*spec_.picture);
  if (name.empty()) return std::monostate{};
  const auto id = tools_.pictures.picture(name, spec_.picture->span);
  if (!id) return std::monostate{};
  text::TracedText says = alt();
  auto unsaid = unsaid_by(spec_.alt, says.text, spec_.picture->span);
  return PictureContent{*id, fit_of(spec_.fit), std::move(says), unsaid};
}

FrameContent FrameMaker::art() const {
  const std::string name = file_name(*spec_.art);
  if (name.empty()) return std::monostate{};
  auto art = tools_.pictures.art(name, ink(), spec_.art->span);
  if (!art) return std::monostate{};
  text::TracedText says = alt();
  ArtContent content{std::move(art), fit_of(spec_.fit), std::move(says)};
  if (spec_.alt) content.unsaid = unsaid_by(spec_.alt, content.alt.text, spec_.art->span);
  return content;
}

std::string FrameMaker::file_name(const spec::Text& written) const {
  const std::size_t errors = context_.diags.error_count();
  const PlainText name =
      tools_.text.facts.plain(PlacedText(written), around_.scope, ProseAs::Written);
  if (context_.diags.error_count() > errors || name.told.nothing()) return {};
  if (name.has_blank || name.text.empty()) {
    context_.error(BadValue, written.span,
                   name.has_blank ? "a file can't be named by a fact that is still blank"
                                  : "the name of a file is empty");
    return {};
  }
  return name.text;
}

/// Of a code that the layout does not describe.
text::TracedText described(const PlainText& says, diag::Span span, std::string_view language) {
  text::TracedText alt{spoken_code({}, says.text, language).words};
  alt.text.resize(alt.text.size() - says.text.size());
  alt.origins.add({0, text::Origin::Kind::Added, span});
  alt.origins.append(says.origins, alt.text.size());
  alt.text += says.text;
  return alt;
}

/// While the address is still blank the frame shows the place of the code, so that a proof looks
/// as the finished piece will; the blank itself is reported with the content.
void FrameMaker::show_qr(Frame& frame) const {
  const std::size_t errors = context_.diags.error_count();
  const PlainText says = tools_.text.facts.plain(spec_.qr, around_.scope, ProseAs::Written);
  const bool is_outside = spec_.quiet_zone && spec_.quiet_zone->value == "outside";
  const picture::QrLook look{qr_level_of(spec_.level), ink(),
                             is_outside ? picture::QuietZone::Outside : picture::QuietZone::Inside};
  if (says.has_blank) {
    if (!frame.stroke) frame.stroke = display::Stroke{ink(), kHairline};
    return;
  }
  if (context_.diags.error_count() > errors || says.told.nothing()) return;
  if (says.text.empty()) {
    // What it says may stand in a file that could not be read, which is reported.
    if (context_.inputs.content.is_whole()) {
      context_.error(BadValue, spec_.qr->span, "the QR code says nothing");
    }
    return;
  }
  auto code = picture::make_qr(says.text, look, spec_.qr->span, context_.diags);
  if (!code) return;
  frame.content = ArtContent{
      std::move(code), fit_of(spec_.fit),
      spec_.alt ? alt() : described(says, spec_.qr->span, context_.theme.inputs.language),
      ArtContent::Use::Code, says.text};
}

text::TracedText FrameMaker::alt() const {
  PlainText alt = tools_.text.facts.plain(spec_.alt, around_.scope, ProseAs::Words);
  return {std::move(alt.text), std::move(alt.origins)};
}

}  // namespace

Frame resolve_frame(const spec::FrameSpec& frame, const FrameSurroundings& around,
                    const FrameTools& tools, Stories& stories) {
  const std::string_view name = !around.name.empty() ? std::string_view(around.name)
                                : frame.name         ? std::string_view(frame.name->value)
                                                     : "";
  const diag::Diagnostics::InFrame in_frame(tools.text.context.diags, name);
  const PageAnswers::ForEntry for_entry(tools.text.facts.pages(), around.entry);
  if (around.scope == nullptr) return FrameMaker(frame, around, tools, stories).make();
  return FrameMaker(with_names_set(frame, around.scope, tools.text), around, tools, stories).make();
}

}  // namespace handbill::document
