// SPDX-License-Identifier: MIT
#include "diag/carry.h"

#include <utility>

namespace handbill::diag {
namespace {

Diagnostics moved(const Diagnostics& found, const SourceMap& from, SourceMap& to) {
  Diagnostics result;
  SpanMover move(from, to);
  for (std::uint32_t i = 0; i < from.size(); ++i) move(Span{FileId{i}, 0, 0});
  for (const Diagnostic& each : found.list()) result.add(move(each));
  return result;
}

}  // namespace

Span SpanMover::operator()(Span span) {
  if (!span.known()) return span;
  auto known = known_.find(span.file);
  if (known == known_.end()) {
    const FileId there = to_.add_once(from_.name(span.file), std::string(from_.text(span.file)),
                                      from_.extent(span.file));
    known = known_.emplace(span.file, there).first;
  }
  return {known->second, span.begin, span.end};
}

Diagnostic SpanMover::operator()(Diagnostic diagnostic) {
  diagnostic.span = (*this)(diagnostic.span);
  for (Label& label : diagnostic.labels) label.span = (*this)(label.span);
  if (diagnostic.fix) diagnostic.fix->span = (*this)(diagnostic.fix->span);
  return diagnostic;
}

Carried::Carried(const Diagnostics& found, const SourceMap& from)
    : diags_(moved(found, from, sources_)) {}

Diagnostics Carried::unload(SourceMap& to) const { return moved(diags_, sources_, to); }

}  // namespace handbill::diag
