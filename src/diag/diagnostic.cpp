// SPDX-License-Identifier: MIT
#include "diag/diagnostic.h"

#include <algorithm>
#include <utility>

namespace handbill::diag {

void Diagnostics::add(Diagnostic diagnostic) {
  // The same fact met twice (a content file read for two layouts, say) is told once.
  const bool told = std::any_of(list_.begin(), list_.end(), [&](const Diagnostic& d) {
    return d.id == diagnostic.id && d.span == diagnostic.span && d.message == diagnostic.message;
  });
  if (told) return;
  errors_ += diagnostic.severity == Severity::Error;
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

}  // namespace handbill::diag
