// SPDX-License-Identifier: MIT
#include "diag/render.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/number.h"
#include "base/shown.h"
#include "base/utf8.h"
#include "diag/by_cause.h"
#include "diag/hinted_fix.h"
#include "diag/json_text.h"
#include "diag/told.h"

namespace handbill::diag {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Consider:
      return "consider";
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
    case Severity::Consider:
      return "1;34";
    case Severity::Note:
      return "1;32";
  }
  return "0";
}

struct Painter {
  Paint paint;
  std::string operator()(const char* code, std::string_view text) const {
    if (paint == Paint::Plain) return std::string(text);
    return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
  }
};

/// The part of a long line around a place, so that a paragraph on one line stays readable.
struct Window {
  std::string_view before, marked, behind;
  bool is_cut_before, is_cut_behind;
};

Window window(std::string_view line, std::size_t begin, std::size_t end) {
  constexpr std::size_t kBefore = 47, kWidth = 96;
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  std::size_t from = count_code_points(line) <= kWidth ? 0 : begin;
  for (std::size_t count = 0; from > 0 && count < kBefore; ++count) {
    for (--from; from > 0 && is_continuation(line[from]);) --from;
  }
  const std::string_view rest = line.substr(from);
  const std::size_t to = from + offset_of_code_point(rest, kWidth);
  const std::size_t stop = std::min(end, to);
  return {line.substr(from, begin - from), line.substr(begin, stop - begin),
          line.substr(stop, to - stop), from > 0, to < line.size()};
}

/// Tabs are printed as one space, so that carets stand where they should.
std::string excerpt_text(std::string_view part) {
  std::string text(part);
  std::ranges::replace(text, '\t', ' ');
  return shown(text);
}

/// The source line with carets under the span; a span over several lines is marked to the end of
/// its first.
std::string excerpt(const SourceMap& sources, Span span, std::string_view mark) {
  const LineColumn at = sources.position(span.file, span.begin);
  const std::string_view line = sources.line(span.file, at.line);
  const auto begin = static_cast<std::size_t>(sources.text(span).data() - line.data());
  const Window part = window(line, begin, begin + (span.end - span.begin));
  const std::string number = std::to_string(at.line);
  const std::string before = (part.is_cut_before ? "…" : "") + excerpt_text(part.before);
  const std::string marked = excerpt_text(part.marked);
  const std::string behind = excerpt_text(part.behind) + (part.is_cut_behind ? "…" : "");
  std::string result = " " + number + " | " + before + marked + behind + "\n";
  result += " " + std::string(number.size(), ' ') + " | " +
            std::string(count_code_points(before), ' ') +
            std::string(std::max<std::size_t>(1, count_code_points(marked)), '^');
  if (!mark.empty()) result += " " + shown(mark);
  return result + "\n";
}

std::string place(const SourceMap& sources, Span span) {
  const LineColumn at = sources.position(span.file, span.begin);
  return shown_name(sources.name(span.file)) + ":" + std::to_string(at.line) + ":" +
         std::to_string(at.column);
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
  result += paint(color_of(d.severity), word(d.severity)) + ": " + shown(d.message);
  result += " [" + shown(printed_id(d)) + "]\n";
  if (d.span.known()) result += excerpt(sources, d.span, "");
  for (const Label& label : d.labels) {
    result +=
        " " + place(sources, label.span) + ":\n" + excerpt(sources, label.span, label.message);
  }
  if (d.area) result += " " + paint("1;36", "where") + ": " + areas_text(d) + "\n";
  if (d.rule && !d.rule->source.empty()) {
    result += " " + paint("1;36", "rule") + ": " + shown(d.rule->source) + "\n";
  }
  for (const std::string& hint : d.hints)
    result += " " + paint("1;36", "hint") + ": " + shown(hint) + "\n";
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
  return {{"page", area.page},
          {"left", json_points(area.box.left)},
          {"top", json_points(area.box.top)},
          {"width", json_points(area.box.width)},
          {"height", json_points(area.box.height)}};
}

nlohmann::ordered_json as_json(const Diagnostic& d, const SourceMap& sources) {
  nlohmann::ordered_json one = {
      {"id", printed_id(d)}, {"severity", word(d.severity)}, {"message", d.message}};
  if (!d.documents.empty()) one["documents"] = d.documents;
  if (d.span.known()) one["at"] = place_json(sources, d.span);
  if (!d.fact.empty()) one["fact"] = d.fact;
  if (!d.frame.empty()) one["frame"] = d.frame;
  for (const Label& label : d.labels) {
    auto at = place_json(sources, label.span);
    at["message"] = label.message;
    one["labels"].push_back(std::move(at));
  }
  if (d.area) one["area"] = area_json(*d.area);
  for (const PageArea& area : d.also) one["also"].push_back(area_json(area));
  if (d.rule) one["rule"] = {{"id", d.rule->id}, {"source", d.rule->source}};
  if (d.rule && !d.rule->link.empty()) one["rule"]["link"] = d.rule->link;
  if (!d.hints.empty()) one["hints"] = d.hints;
  if (const auto fix = fix_of(d, sources)) {
    one["fix"] = place_json(sources, fix->span);
    one["fix"]["replacement"] = fix->replacement;
  }
  return one;
}

}  // namespace

std::string render(const Diagnostics& diags, const SourceMap& sources, Paint paint) {
  const Told told = told_of(diags, kMostRendered);
  std::string result;
  for (const Diagnostic* each : told.list) result += render_one(*each, sources, Painter{paint});
  if (told.rest) result += render_one(*told.rest, sources, Painter{paint});
  return result;
}

std::string render_json(const Diagnostics& diags, const SourceMap& sources) {
  const Told told = told_of(diags, kMostInJson);
  auto result = nlohmann::ordered_json::array();
  for (const Diagnostic* each : told.list) result.push_back(as_json(*each, sources));
  if (told.rest) result.push_back(as_json(*told.rest, sources));
  return json_text(result);
}

}  // namespace handbill::diag
