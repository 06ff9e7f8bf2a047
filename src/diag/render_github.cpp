// SPDX-License-Identifier: MIT
#include "diag/render_github.h"

#include <vector>

#include "base/shown.h"
#include "diag/render.h"
#include "diag/told.h"

namespace handbill::diag {
namespace {

/// `signs` and line ends as "%" and two digits.
std::string escaped(std::string_view text, std::string_view signs) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (signs.find(c) == signs.npos) {
      result += c;
      continue;
    }
    const auto code = static_cast<unsigned char>(c);
    result += {'%', kDigits[code >> 4U], kDigits[code & 0xFU]};
  }
  return result;
}

std::string message(const Diagnostic& d) {
  std::string text = shown(d.message);
  for (const std::string& hint : d.hints) text += "\nhint: " + shown(hint);
  return escaped(text, "%\r\n");
}

std::string property(std::string_view value) { return escaped(shown(value), "%\r\n:,"); }

std::string_view command(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Consider:
    case Severity::Note:
      break;
  }
  return "notice";
}

std::string line_of(const Diagnostic& d, const SourceMap& sources) {
  std::string line = "::" + std::string(command(d.severity)) + " ";
  if (d.span.known()) {
    const LineColumn begin = sources.position(d.span.file, d.span.begin);
    const LineColumn end = sources.position(d.span.file, d.span.end);
    line += "file=" + property(sources.name(d.span.file)) + ",line=" + std::to_string(begin.line) +
            ",endLine=" + std::to_string(end.line);
    // Columns are shown on one line alone.
    if (begin.line == end.line) {
      line += ",col=" + std::to_string(begin.column) + ",endColumn=" + std::to_string(end.column);
    }
    line += ",";
  }
  return line + "title=" + property(d.rule ? d.rule->id : info(d.id).name) + "::" + message(d) +
         "\n";
}

}  // namespace

std::string render_github(const Diagnostics& diags, const SourceMap& sources) {
  const Told told = told_of(diags, kMostInJson);
  std::string result;
  for (const Diagnostic* each : told.list) result += line_of(*each, sources);
  if (told.rest) result += line_of(*told.rest, sources);
  return result;
}

}  // namespace handbill::diag
