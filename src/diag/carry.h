// SPDX-License-Identifier: MIT
// Diagnostics that are found with one source map and told with another.
#pragma once

#include <map>
#include <string>

#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::diag {

/// Spans of one source map as those of another, which is given the texts it lacks.
class SpanMover {
 public:
  SpanMover(const SourceMap& from, SourceMap& to) : from_(from), to_(to) {}
  Span operator()(Span span);
  Diagnostic operator()(Diagnostic diagnostic);

 private:
  const SourceMap& from_;
  SourceMap& to_;
  std::map<FileId, FileId> known_;
};

/// What was found, with all texts that were read by then, in their order, so that messages stand in
/// the order of files that one source map would have: may leave the thread whose source map it is
/// of.
class Carried {
 public:
  Carried() = default;
  Carried(const Diagnostics& found, const SourceMap& from);
  /// The same diagnostics, of another source map.
  Diagnostics unload(SourceMap& to) const;

 private:
  SourceMap sources_;
  Diagnostics diags_;
};

}  // namespace handbill::diag
