// SPDX-License-Identifier: MIT
#include "diag/render.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/number.h"
#include "base/utf8.h"
#include "diag/by_cause.h"
#include "diag/hinted_fix.h"

namespace handbill::diag {
namespace {

constexpr std::size_t kMostShown = 50;

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "";
}

const char* color_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "1;31";
    case Severity::Warning:
      return "1;33";
    case Severity::Note:
      return "1;32";
  }
  return "0";
}

std::vector<const Diagnostic*> sorted(const Diagnostics& diags) {
  std::vector<const Diagnostic*> list;
  for (const Diagnostic& each : diags.list()) list.push_back(&each);
  std::ranges::stable_sort(list, {}, [](const Diagnostic* d) { return d->span; });
  return list;
}

struct Painter {
  Paint paint;
  std::string operator()(const char* code, std::string_view text) const {
    if (paint == Paint::Plain) return std::string(text);
    return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
  }
};

/// Control characters as their pictures, ␀ for a NUL: each keeps its column and reaches no
/// terminal.
std::string visible(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ' && byte != 0x7F) {
      result += c;
    } else if (c == '\t' || c == '\n') {
      result += ' ';
    } else {
      append_utf8(result, byte == 0x7F ? 0x2421U : 0x2400U + byte);
    }
  }
  return result;
}

/// The source line with carets under the span; a span over several lines is marked to the end of
/// its first. Tabs are printed as one space, so that carets stand where they should.
std::string excerpt(const SourceMap& sources, Span span, std::string_view mark) {
  const LineColumn at = sources.position(span.file, span.begin);
  const std::string line = visible(sources.line(span.file, at.line));
  const std::size_t columns = count_code_points(line);
  const std::string number = std::to_string(at.line);
  const std::string_view marked = sources.text(span);
  const std::size_t wanted = count_code_points(marked.substr(0, marked.find('\n')));
  const std::size_t room = columns >= at.column ? columns - at.column + 1 : 1;
  const std::size_t carets = std::clamp<std::size_t>(wanted, 1, room);
  const std::string margin(number.size(), ' ');
  // Long lines are cut around the place, so that a paragraph on one line stays readable.
  constexpr std::size_t kWidth = 96;
  std::size_t first = 0;
  if (columns > kWidth && at.column > kWidth / 2) first = at.column - kWidth / 2;
  const std::size_t from = offset_of_code_point(line, first);
  const std::size_t to = offset_of_code_point(line, first + kWidth);
  std::string shown = line.substr(from, to - from);
  const std::string lead = first > 0 ? "…" : "";
  if (to < line.size()) shown += "…";
  const std::size_t shift = at.column - 1 - first + (first > 0 ? 1 : 0);
  std::string result = " " + number + " | " + lead + shown + "\n";
  result += " " + margin + " | " + std::string(shift, ' ') +
            std::string(std::min(carets, kWidth - std::min(kWidth - 1, shift)), '^');
  if (!mark.empty()) result += " " + std::string(mark);
  return result + "\n";
}

std::string place(const SourceMap& sources, Span span) {
  const LineColumn at = sources.position(span.file, span.begin);
  return sources.name(span.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string_view printed_id(const Diagnostic& d) { return d.rule ? d.rule->id : info(d.id).name; }

std::string area_text(const PageArea& area) {
  const auto number = [](Length length) { return format_number(length.pt(), 1); };
  return "page " + std::to_string(area.page) + ", " + number(area.box.width) + " × " +
         number(area.box.height) + " pt at " + number(area.box.left) + ", " + number(area.box.top);
}

/// "page 1, 9 × 9 pt at 0, 0; 3 more on pages 2 to 4".
std::string areas_text(const Diagnostic& d) {
  std::string text = area_text(*d.area);
  if (d.also.empty()) return text;
  std::vector<std::size_t> pages;
  for (const PageArea& area : d.also) pages.push_back(area.page);
  return text + "; " + std::to_string(d.also.size()) + " more on " + pages_text(std::move(pages));
}

std::string render_one(const Diagnostic& d, const SourceMap& sources, const Painter& paint) {
  std::string result;
  if (d.span.known()) result += paint("1", place(sources, d.span)) + ": ";
  result += paint(color_of(d.severity), word(d.severity)) + ": " + visible(d.message);
  result += " [" + std::string(printed_id(d)) + "]\n";
  if (d.span.known()) result += excerpt(sources, d.span, "");
  for (const Label& label : d.labels) {
    result +=
        " " + place(sources, label.span) + ":\n" + excerpt(sources, label.span, label.message);
  }
  if (d.area) result += " " + paint("1;36", "where") + ": " + areas_text(d) + "\n";
  if (d.rule) result += " " + paint("1;36", "rule") + ": " + d.rule->source + "\n";
  for (const std::string& hint : d.hints)
    result += " " + paint("1;36", "hint") + ": " + visible(hint) + "\n";
  return result;
}

nlohmann::ordered_json place_json(const SourceMap& sources, Span span) {
  const LineColumn begin = sources.position(span.file, span.begin);
  const LineColumn end = sources.position(span.file, span.end);
  return {{"file", sources.name(span.file)},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

/// In points, from the top left corner of the trimmed page.
nlohmann::ordered_json area_json(const PageArea& area) {
  const auto number = [](Length length) { return std::round(length.pt() * 1000) / 1000; };
  return {{"page", area.page},
          {"left", number(area.box.left)},
          {"top", number(area.box.top)},
          {"width", number(area.box.width)},
          {"height", number(area.box.height)}};
}

}  // namespace

std::string render(const Diagnostics& diags, const SourceMap& sources, Paint paint) {
  const auto list = sorted(diags);
  std::string result;
  for (std::size_t i = 0; i < std::min(list.size(), kMostShown); ++i) {
    result += render_one(*list[i], sources, Painter{paint});
  }
  if (list.size() > kMostShown) {
    result += "… and " + std::to_string(list.size() - kMostShown) + " more\n";
  }
  return result;
}

std::string render_json(const Diagnostics& diags, const SourceMap& sources) {
  auto result = nlohmann::ordered_json::array();
  for (const Diagnostic* d : sorted(diags)) {
    nlohmann::ordered_json one = {
        {"id", printed_id(*d)}, {"severity", word(d->severity)}, {"message", d->message}};
    if (!d->documents.empty()) one["documents"] = d->documents;
    if (d->span.known()) one["at"] = place_json(sources, d->span);
    if (!d->fact.empty()) one["fact"] = d->fact;
    if (!d->frame.empty()) one["frame"] = d->frame;
    for (const Label& label : d->labels) {
      auto at = place_json(sources, label.span);
      at["message"] = label.message;
      one["labels"].push_back(std::move(at));
    }
    if (d->area) one["area"] = area_json(*d->area);
    for (const PageArea& area : d->also) one["also"].push_back(area_json(area));
    if (d->rule) one["rule"] = {{"id", d->rule->id}, {"source", d->rule->source}};
    if (!d->hints.empty()) one["hints"] = d->hints;
    if (const auto fix = fix_of(*d, sources)) {
      one["fix"] = place_json(sources, fix->span);
      one["fix"]["replacement"] = fix->replacement;
    }
    result.push_back(std::move(one));
  }
  return result.dump(2) + "\n";
}

}  // namespace handbill::diag
