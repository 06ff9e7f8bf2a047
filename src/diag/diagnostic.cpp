// SPDX-License-Identifier: MIT
#include "diag/diagnostic.h"

#include <algorithm>
#include <utility>

namespace handbill::diag {

bool Diagnostics::is_closed(Span span) const {
  const auto holds = [&](const Span& closed) {
    return closed.file == span.file && closed.begin <= span.begin && span.begin <= closed.end;
  };
  return span.known() && std::ranges::any_of(closed_, holds);
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (is_closed(diagnostic.span)) return;
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
  errors_ += diagnostic.severity == Severity::Error;
  warnings_ += diagnostic.severity == Severity::Warning;
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

void Diagnostics::note(DiagnosticId id, Span span, std::string message) {
  add({id, Severity::Note, std::move(message), span, {}, {}});
}

}  // namespace handbill::diag
