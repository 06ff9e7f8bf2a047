// SPDX-License-Identifier: MIT
// [[side]], [[parent]] and the frames on them.
#include "spec/bind.h"
#include "spec/parse_layout.h"
#include "spec/parse_when.h"

namespace handbill::spec {
namespace {

constexpr auto kBoxKeys = std::to_array<Key<BoxSpec>>({
    key<&BoxSpec::left>("left", "margin, unless right and width are set",
                        "from the left of the panel or side"),
    key<&BoxSpec::top>("top", "", "from the top"),
    key<&BoxSpec::right>("right", "margin, unless left and width are set", "from the right"),
    key<&BoxSpec::bottom>("bottom", "", "from the bottom"),
    key<&BoxSpec::center>("center", "",
                          "where its middle stands across, instead of left and right: "
                          "\"art.center\", \"50%\""),
    key<&BoxSpec::middle>("middle", "",
                          "where its middle stands down, instead of top and bottom: "
                          "\"art.middle\""),
    key<&BoxSpec::columns>("columns", "",
                           "instead of left, right and width, the columns of the grid that it "
                           "takes: \"2-5\", \"1\""),
    key<&BoxSpec::width>("width", "", "width of the frame; words: of its longest line")
        .takes("length, percentage or words"),
    key<&BoxSpec::height>("height", "as tall as the content", "height of the frame")
        .takes("length or percentage"),
    key<&BoxSpec::limit>("limit", "",
                         "an edge that a frame as tall as its content does not grow past: of its "
                         "top when `bottom` is set, else of its bottom"),
});

bool is_words(const EdgeSpec& extent) {
  return extent.terms.size() == 1 && extent.terms.front().kind == EdgeSpec::Term::Kind::Words;
}

void check_extent(const std::optional<EdgeSpec>& extent, std::string_view name,
                  const Request& request) {
  if (!extent || (name == "width" && is_words(*extent))) return;
  for (const EdgeSpec::Term& term : extent->terms) {
    if (term.kind == EdgeSpec::Term::Kind::Length || term.kind == EdgeSpec::Term::Kind::Percent) {
      continue;
    }
    request.diags.error(diag::DiagnosticId::BadLength, term.span,
                        "`" + std::string(name) + "` takes lengths and percentages only",
                        {"set two opposite edges instead to reach from one place to another"});
    return;
  }
}

/// What is as wide as its words is no place.
void check_edge(const EdgeSpec& edge, const Request& request) {
  for (const EdgeSpec::Term& term : edge.terms) {
    for (const EdgeSpec& each : term.choices) check_edge(each, request);
    if (term.kind != EdgeSpec::Term::Kind::Words) continue;
    request.diags.error(diag::DiagnosticId::BadLength, term.span, "`words` is a width, not an edge",
                        {"write `width = \"words\"`"});
  }
}

void check_extents(const Value&, const Request& request, BoxSpec& box) {
  for (const auto* edge :
       {&box.left, &box.top, &box.right, &box.bottom, &box.center, &box.middle, &box.limit}) {
    if (*edge) check_edge(**edge, request);
  }
  check_extent(box.width, "width", request);
  check_extent(box.height, "height", request);
}

constexpr std::size_t kMostStops = 64;

constexpr auto kFillKeys = std::to_array<Key<FillSpec>>({
    key<&FillSpec::gradient>("gradient", "", "how its colours run into each other")
        .takes("one of linear, radial")
        .required(),
    key<&FillSpec::stops>("stops", "", "its colours: swatches, or tables with color and at")
        .takes("list of swatches and tables")
        .required(),
    key<&FillSpec::to>("to", "bottom", "the edge or corner that a linear gradient runs to")
        .takes("one of top, right, bottom, left, top left, top right, bottom left, bottom right"),
    key<&FillSpec::angle>("angle", "",
                          "instead of `to`, its direction in degrees: 0 is upwards, 90 to the "
                          "right")
        .between(-360, 360),
    key<&FillSpec::center>("center", "[50, 50]",
                           "middle of a radial gradient, in percent of the frame's width and "
                           "height")
        .takes("list of two percentages"),
    key<&FillSpec::radius>("radius", "100",
                           "where a radial gradient ends, in percent of the way to the farthest "
                           "corner")
        .between(1, 1000),
});

void check_fill(const Value& value, const Request& request, FillSpec& fill) {
  const bool is_linear = !fill.gradient || fill.gradient->value == "linear";
  const bool is_radial = !fill.gradient || fill.gradient->value == "radial";
  const auto refuse = [&](std::string_view key, std::string message) {
    if (const Value* found = value.find(key)) {
      request.diags.error(diag::DiagnosticId::BadValue, found->span, std::move(message));
    }
  };
  if (!is_linear) {
    refuse("to", "a radial gradient runs from its center outwards; `to` is for linear ones");
    refuse("angle", "a radial gradient has no `angle`");
  }
  if (!is_radial) {
    refuse("center", "a linear gradient has no `center`");
    refuse("radius", "a linear gradient has no `radius`");
  }
  if (fill.to && fill.angle) refuse("angle", "a gradient has an `angle` or runs `to` an edge");
  if (!fill.center.empty() && fill.center.size() != 2) {
    refuse("center", "`center` takes two percentages, of the width and of the height");
  }
  const Value* stops = value.find("stops");
  if (stops == nullptr || stops->as_array() == nullptr) return;
  if (stops->as_array()->size() < 2 || stops->as_array()->size() > kMostStops) {
    refuse("stops", "a gradient has from 2 to " + std::to_string(kMostStops) + " stops");
  }
}

constexpr auto kStopKeys = std::to_array<Key<StopSpec>>({
    key<&StopSpec::color>("color", "", "its colour").required(),
    key<&StopSpec::at>("at", "evenly between its neighbours", "how far along the gradient it is")
        .between(0, 100),
});

constexpr auto kStrokeKeys = std::to_array<Key<StrokeSpec>>({
    key<&StrokeSpec::color>("color", "black", "colour of the line"),
    key<&StrokeSpec::width>("width", "0.5 pt", "thickness of the line").between(0, 288),
    key<&StrokeSpec::dash>("dash", "a solid line", "lengths of dashes and gaps in turn").least(0),
    key<&StrokeSpec::cap>("cap", "butt", "how lines and dashes end")
        .takes("one of butt, round, square"),
});

/// A number, or "all", which is kept as 0.
bool read_across(const Value& value, const Request& request, FrameSpec& frame) {
  const std::string* word = value.as_string();
  if (word == nullptr) return read(value, request, frame.across);
  if (*word == "all") {
    frame.across = {0, value.span};
    return true;
  }
  request.bad_value(value.span, *word);
  return false;
}

constexpr auto kFrameKeys = std::to_array<Key<FrameSpec>>({
    key<&FrameSpec::name>("name", "", "what edges of other frames call it"),
    key<&FrameSpec::with>("with", "",
                          "the frame it belongs to, as a label does: it falls away when that one "
                          "does, because the clinic does not have the fact it tells")
        .takes("name of a frame"),
    key<&FrameSpec::when>("when", "always",
                          "what must hold for the frame to be there: \"hours.special\", \"no "
                          "clinic.booking\", \"hours.week > 4\", \"variant compact\", "
                          "\"recto\", \"no first page\"")
        .takes(kFrameCondition),
    key<&FrameSpec::hide>("hide", "false",
                          "true: it falls away, for layouts that extend others and for variants"),
    key<&FrameSpec::panel>("panel", "the whole side", "the panel it stands on")
        .takes("name of a panel"),
    key<&FrameSpec::box>("box", "from margin to margin", "where it stands").takes("table box"),
    key<&FrameSpec::inset>("inset", "0", "space between the frame's edge and its content").least(0),
    key<&FrameSpec::columns>("columns", "1", "columns of text, rows or entries that flow")
        .between(1, 12),
    key<&FrameSpec::gutter>("gutter", "12 pt", "space between columns").least(0),
    key<&FrameSpec::balance>("balance", "false",
                             "makes the columns in which a text ends equally high"),
    key<&FrameSpec::vertical>("vertical", "top", "where content stands in the frame")
        .takes("one of top, middle, bottom, justify"),
    key<&FrameSpec::foot>("foot", "descent",
                          "what of the last line stands on the lower edge of text and tables: its "
                          "baseline, or what hangs below it")
        .takes("one of descent, baseline"),
    key<&FrameSpec::fill>("fill", "none", "colour of the ground, or a gradient")
        .takes("swatch, with a tint if you like, or table fill"),
    key<&FrameSpec::stroke>("stroke", "none", "line round the frame").takes("table stroke"),
    key<&FrameSpec::opacity>("opacity", "100", "how much the frame hides of what is below it")
        .between(0, 100),
    key<&FrameSpec::overprint>("overprint", "auto",
                               "whether fill and stroke print over what is below them or knock it "
                               "out; auto: thin black lines do, for a shop")
        .takes("one of auto, on, off"),
    key<&FrameSpec::radius>("radius", "0", "of rounded corners").least(0),
    key<&FrameSpec::wrap>("wrap", "none",
                          "what text of other frames flows around, unless they are painted above "
                          "this one: its box, or the outline of its art")
        .takes("one of none, box, outline"),
    key<&FrameSpec::wrap_offset>("wrap_offset", "8 pt", "how far that text keeps from it")
        .between(0, 720),
    key<&FrameSpec::z>("z", "0", "frames with more are painted over frames with less")
        .between(-1000, 1000),
    key<&FrameSpec::over>("over", "",
                          "names of frames that it may lie over, or that may lie over it: without "
                          "this no text crosses an edge of what another frame paints"),
    key<&FrameSpec::text>("text", "", "shows Markdown with {facts}"),
    key<&FrameSpec::story>("story", "",
                           "shows a [story.NAME], or the prose at a path of the content; frames "
                           "with one story continue it"),
    key<&FrameSpec::picture>("picture", "", "shows a JPEG or PNG file").takes("path of a file"),
    key<&FrameSpec::art>("art", "", "shows an SVG file").takes("path of a file"),
    key<&FrameSpec::qr>("qr", "", "shows a QR code that says this, with {facts}"),
    key<&FrameSpec::table>("table", "",
                           "shows rows of facts, or a [table.NAME]; frames with one name continue "
                           "it")
        .takes("table, or name of one"),
    key<&FrameSpec::part>("part", "", "shows a [part.NAME]: frames placed as one")
        .takes("name of a part"),
    key<&FrameSpec::set>("set", "those of the part",
                         "what stands for {NAME} in that part: { title = \"{visit.title}\", tone = "
                         "\"teal\" }")
        .takes("table of texts by name"),
    key<&FrameSpec::repeat>("repeat", "",
                            "shows its part, text, art, picture or QR code once for each entry of "
                            "this list of the content: \"visit.steps\"; the fill, stroke and inset "
                            "are those of each")
        .takes("path of a list"),
    key<&FrameSpec::across>("across", "1",
                            "how many entries stand beside each other: a number, or \"all\"")
        .takes("whole number or all")
        .between(1, 100)
        .by(read_across),
    key<&FrameSpec::gap>("gap", "0", "space between entries").least(0),
    key<&FrameSpec::row_gap>("row_gap", "gap", "space between rows of entries").least(0),
    key<&FrameSpec::flow>(
        "flow", "false",
        "true: entries that have no room go on in the next of its `columns`, then "
        "in the next frame with this list and `flow`, page after page where the "
        "side has `pages = \"all\"`"),
    key<&FrameSpec::sort>("sort", "as the content has them",
                          "keys of the entries to sort by: \"price\", or several, the first first; "
                          "\"-price\" from the largest down. Entries without such a key come last")
        .takes("text, or list of texts"),
    key<&FrameSpec::group>("group", "",
                           "text over the entry, with its facts: entries for which it is the same "
                           "stand together, in rows of their own"),
    key<&FrameSpec::group_header>(
        "group_header", "",
        "shows this [part.NAME] above each group, with facts of its first "
        "entry, {count} and sums ({sum price})")
        .takes("name of a part"),
    key<&FrameSpec::style>("style", "", "short for styles.p").takes("name of a style"),
    key<&FrameSpec::styles>("styles", "those of [markdown]", "styles of the frame's Markdown")
        .takes("table as [markdown]"),
    key<&FrameSpec::mirror>("mirror", "place",
                            "what a right-to-left layout turns round: the frame's place, all (its "
                            "drawing too) or none")
        .takes("one of place, all, none"),
    key<&FrameSpec::fit>("fit", "contain",
                         "how a picture fills the frame; how far text and tables may give way, of "
                         "a list the first way that fits")
        .takes("one of contain, cover, stretch; or table fit, or list of them"),
    key<&FrameSpec::alt>(
        "alt", "",
        "says what a picture shows, for those who can't see it; \"\" where it only adorns"),
    key<&FrameSpec::color>("color", "black", "colour of QR codes, and of `currentColor` in art"),
    key<&FrameSpec::level>("level", "M", "how much damage a QR code survives: 7, 15, 25 or 30%")
        .takes("one of L, M, Q, H"),
    key<&FrameSpec::quiet_zone>("quiet_zone", "inside",
                                "whether the white that a QR code needs around it, four modules "
                                "wide, is part of its box; outside: the modules reach the edges "
                                "of the box, so that the code lines up with what is beside it")
        .takes("one of inside, outside"),
});

void check_table_fit(const Request& request, const FitSpec& fit) {
  if (fit.lines) {
    request.diags.error(diag::DiagnosticId::BadValue, fit.lines->span,
                        "`lines` is for texts and stories; a table has rows",
                        {"texts that are to stay on one line have a style with `one_line = true`"});
  }
  for (const FitSpec& each : fit.otherwise) check_table_fit(request, each);
}

/// Pictures fill a frame, text fits into it.
void check_fit(const Request& request, const FrameSpec& frame) {
  if (frame.fit && frame.table) check_table_fit(request, *frame.fit);
  if (!frame.fit || frame.fit->how || frame.text || frame.story || frame.table) return;
  request.diags.error(diag::DiagnosticId::BadValue, frame.fit->span,
                      "ranges of type in `fit` are for text, stories and tables",
                      {"of a picture it says `contain`, `cover` or `stretch`"});
}

/// Keys that go with others.
void check_placing(const Value& value, const Request& request, const FrameSpec& frame) {
  const auto refuse = [&](std::string_view key, std::string_view wanted) {
    const Value* found = value.find(key);
    if (found == nullptr || !value.is_whole()) return;
    request.diags.error(diag::DiagnosticId::BadValue, found->span,
                        "`" + std::string(key) + "` goes with `" + std::string(wanted) +
                            "`, which this frame does not have");
  };
  if (!frame.part) refuse("set", "part");
  if (!frame.group) refuse("group_header", "group");
  if (frame.repeat) {
    const bool flows = frame.flow && frame.flow->value;
    if (flows && frame.across && frame.across->value == 0) {
      request.diags.error(diag::DiagnosticId::BadValue, frame.across->span,
                          "entries that `flow` stand beside each other by number, not all in a row",
                          {"write how many, `across = 3`"});
    }
    return;
  }
  for (const std::string_view key : {"across", "gap", "row_gap", "flow", "sort", "group"}) {
    refuse(key, "repeat");
  }
}

/// A frame shows one thing.
void check_content(const Value& value, const Request& request, FrameSpec& frame) {
  check_fit(request, frame);
  check_placing(value, request, frame);
  const Value* first = nullptr;
  std::string_view first_key;
  for (const std::string_view each : {"text", "story", "picture", "art", "qr", "table", "part"}) {
    const Value* content = value.find(each);
    if (content == nullptr) continue;
    if (first != nullptr) {
      request.diags.add({diag::DiagnosticId::BadValue,
                         diag::Severity::Error,
                         "a frame shows one thing; this one has `" + std::string(first_key) +
                             "` and `" + std::string(each) + "`",
                         content->span,
                         {{first->span, "the other stands here"}},
                         {"put each into a frame of its own"}});
      return;
    }
    first = content;
    first_key = each;
  }
}

bool read_pages(const Value& value, const Request& request, SideSpec& side) {
  const std::string* text = value.as_string();
  if (text == nullptr) return read(value, request, side.pages);
  if (*text != "all") {
    request.bad_value(value.span, *text, {"write a number, or \"all\""});
    return false;
  }
  side.pages = Spanned<std::int64_t>{kUntilItEnds, value.span};
  return true;
}

void dump_pages(const SideSpec& side, std::string_view name, Lines& lines) {
  if (!side.pages) return;
  const bool is_all = side.pages->value == kUntilItEnds;
  lines.line(name, is_all ? "all" : std::to_string(side.pages->value), side.pages->span);
}

constexpr Key<SideSpec> pages_key() {
  Key<SideSpec> pages =
      key<&SideSpec::pages>("pages", "1",
                            "how many pages it makes, one after the other; \"all\": as many as "
                            "its stories, named tables and entries that flow fill")
          .takes("whole number, or \"all\"")
          .between(1, kMostPages)
          .by(read_pages);
  pages.dump = dump_pages;
  return pages;
}

constexpr auto kSideKeys = std::to_array<Key<SideSpec>>({
    key<&SideSpec::name>("name", "", "what messages call it: \"outside\""),
    key<&SideSpec::when>("when", "always", "what must hold for the side to be there")
        .takes(kSideCondition),
    key<&SideSpec::hide>("hide", "false",
                         "true: it falls away, for layouts that extend others and for variants"),
    key<&SideSpec::repeat>("repeat", "",
                           "one side for each entry of this list of the content; sides that follow "
                           "each other with the same list take turns, entry by entry: front, back, "
                           "front, back")
        .takes("path of a list"),
    key<&SideSpec::sort>("sort", "as the content has them",
                         "keys of those entries to sort them by, as of a frame: \"name\"")
        .takes("text, or list of texts"),
    key<&SideSpec::parent>("parent", "",
                           "the [[parent]] whose frames it shows too; a parent may have one")
        .takes("name of a parent"),
    key<&SideSpec::recto>("recto", "", "one more [[parent]], of its right-hand pages")
        .takes("name of a parent"),
    key<&SideSpec::verso>("verso", "", "one more [[parent]], of its left-hand pages")
        .takes("name of a parent"),
    pages_key(),
    key<&SideSpec::start>("start", "any",
                          "where its first page stands; a blank page comes before it if need be")
        .takes("one of any, recto, verso"),
    key<&SideSpec::last>("last", "false",
                         "it stays behind the blank pages at the end, as a back cover does"),
    key<&SideSpec::panels>("panels", "", "names of its panels, left to right as printed"),
    key<&SideSpec::read_as>("read_as", "panels",
                            "how its panels are read: one after the other; or as a spread, all "
                            "frames of the side in the order they are listed")
        .takes("one of panels, spread"),
    key<&SideSpec::columns>("columns", "those of the sheet",
                            "the column grid that boxes of this side stand on")
        .takes("table columns"),
    key<&SideSpec::frames>("frame", "", "its frames, in reading order"),
    key<&SideSpec::spaces>("space", "", "rows of frames with equal spaces between them"),
});

}  // namespace

TableKeys<BoxSpec> table_keys(const BoxSpec*) {
  return {"box",
          "Where a frame stands: two of left, right and width, two of top, bottom and height. An "
          "edge is a sum of lengths, percentages, `margin`, an edge of another frame (left, top, "
          "right, bottom, center, middle) or of a column of the grid (`column 2.left`), or the "
          "lowest (`max(a.bottom, b.bottom)`) or highest (`min`) of several.",
          kBoxKeys, check_extents};
}

TableKeys<StrokeSpec> table_keys(const StrokeSpec*) {
  return {"stroke", "The line round a frame.", kStrokeKeys};
}

bool read(const Value& value, const Request& request, FillSpec& into) {
  if (value.as_table() != nullptr) return read_table(value, request, into);
  into.span = value.span;
  return read(value, request, into.color);
}

void dump(const FillSpec& value, std::string_view name, Lines& lines) {
  if (value.color) return dump(*value.color, name, lines);
  lines.line(name, "", value.span);
  dump_keys(value, lines);
}

bool read(const Value& value, const Request& request, std::vector<StopSpec>& into) {
  const Value::Array* array = value.as_array();
  if (array == nullptr) {
    request.wrong_type(value);
    return false;
  }
  bool ok = true;
  for (const Value& each : *array) {
    if (request.given_up()) return false;
    StopSpec& stop = into.emplace_back();
    stop.span = each.span;
    const bool good = each.as_table() != nullptr ? read_table(each, request, stop)
                                                 : read(each, request, stop.color);
    ok = good && ok;
  }
  return ok;
}

TableKeys<FillSpec> table_keys(const FillSpec*) {
  return {"fill", "A gradient, where a frame's `fill` is no plain colour.", kFillKeys, check_fill};
}

TableKeys<StopSpec> table_keys(const StopSpec*) {
  return {"stop", "A colour of a gradient.", kStopKeys};
}

TableKeys<FrameSpec> table_keys(const FrameSpec*) {
  return {"side.frame",
          "A box that shows text, a story, a picture, art, a QR code or a table, or only a ground.",
          kFrameKeys, check_content};
}

TableKeys<SideSpec> table_keys(const SideSpec*) {
  return {"side",
          "One side of the sheet, or with `pages` a template of several. [[parent]] has the same "
          "keys, but for those of pages.",
          kSideKeys};
}

}  // namespace handbill::spec
