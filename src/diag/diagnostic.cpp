// SPDX-License-Identifier: MIT
#include "diag/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace handbill::diag {

namespace {

constexpr std::size_t kMostKept = 10'000;

}  // namespace

bool Diagnostics::is_closed(Span span) const {
  const auto next = closed_.upper_bound({span.file, span.begin});
  if (!span.known() || next == closed_.begin()) return false;
  const auto& [begin, end] = *std::prev(next);
  return begin.first == span.file && span.begin <= end;
}

void Diagnostics::close(Span span) {
  auto next = closed_.lower_bound({span.file, span.begin});
  if (next != closed_.begin()) {
    const auto before = std::prev(next);
    if (before->first.first == span.file && span.begin <= before->second) {
      span.begin = before->first.second;
      next = before;
    }
  }
  while (next != closed_.end() && next->first.first == span.file &&
         next->first.second <= span.end) {
    span.end = std::max(span.end, next->second);
    next = closed_.erase(next);
  }
  closed_.insert_or_assign({span.file, span.begin}, span.end);
}

std::size_t& Diagnostics::count_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return errors_;
    case Severity::Warning:
      return warnings_;
    case Severity::Consider:
      return considered_;
    case Severity::Note:
      break;
  }
  return notes_;
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (is_closed(diagnostic.span) || count_of(diagnostic.severity) >= kMostKept) return;
  // The same fact met twice (a content file read for two layouts, say) is told once.
  // What has no place in a file is told once a page.
  const std::size_t page = diagnostic.span.known() || !diagnostic.area ? 0 : diagnostic.area->page;
  const auto [told, is_new] =
      told_.try_emplace({diagnostic.id, diagnostic.span, page, diagnostic.message}, list_.size());
  if (!is_new) {
    for (const std::string& each : diagnostic.documents) {
      auto& known = list_[told->second].documents;
      if (std::ranges::find(known, each) == known.end()) known.push_back(each);
    }
    return;
  }
  if (diagnostic.frame.empty()) diagnostic.frame = frame_;
  ++count_of(diagnostic.severity);
  list_.push_back(std::move(diagnostic));
}

void Diagnostics::error(DiagnosticId id, Span span, std::string message,
                        std::vector<std::string> hints) {
  add({id, Severity::Error, std::move(message), span, {}, std::move(hints)});
}

void Diagnostics::warning(DiagnosticId id, Span span, std::string message,
                          std::vector<std::string> hints) {
  add({id, Severity::Warning, std::move(message), span, {}, std::move(hints)});
}

void Diagnostics::add_all(const Diagnostics& others) {
  for (const Diagnostic& each : others.list()) add(each);
}

void Diagnostics::note(DiagnosticId id, Span span, std::string message) {
  add({id, Severity::Note, std::move(message), span, {}, {}});
}

}  // namespace handbill::diag
