// SPDX-License-Identifier: MIT
// What the program has to say about the user's input: data, not exceptions.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "diag/diagnostic_id.h"
#include "diag/span.h"

namespace handbill::diag {

/// What is to be considered may be right as it is, and stops nothing. A note says what was done;
/// nothing is wrong.
enum class Severity { Error, Warning, Consider, Note };

/// Another place that explains the first.
struct Label {
  Span span;
  std::string message;
};

/// A place on a finished page.
struct PageArea {
  std::size_t page = 0;  ///< from 1
  Rect box{};            ///< in points, from the top left corner of the trimmed page, y down
  auto operator<=>(const PageArea&) const = default;
};

/// What a rule pack says about the rule that was broken.
struct RuleInfo {
  std::string id;      ///< "R0017"; printed in place of the diagnostic's own name
  std::string source;  ///< standard and section, or page
  std::string link{};  ///< where it can be read; empty: nowhere
  bool is_error_in_print =
      false;  ///< what is a warning of it becomes an error before a print order
};

/// An edit of the user's text that is surely what was meant.
struct Fix {
  Span span;
  std::string replacement;
};

/// Wording: lower case, no full stop, keys and values in backticks; first what was seen, then the
/// rule. Hints say what to do. Give the number seen and the limit in the user's unit.
struct Diagnostic {
  DiagnosticId id{};
  Severity severity = Severity::Error;
  std::string message;
  Span span{};  ///< the narrowest range that is wrong
  std::vector<Label> labels{};
  std::vector<std::string> hints{};
  std::optional<RuleInfo> rule{};
  std::optional<PageArea> area{};
  std::vector<PageArea> also{};  ///< further places of the same cause
  std::optional<Fix> fix{};
  std::vector<std::string> documents{};  ///< that have it: "hours-placard.es"
  std::string frame{};                   ///< the name of the layout's frame it is about
  std::string fact{};                    ///< the path of the content's value: "aftercare.do.2.text"
};

/// The list a run collects. Stages add; only the command line prints. Of each severity it holds
/// 10,000, more than are ever told.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void add_all(const Diagnostics& others);
  void error(DiagnosticId id, Span span, std::string message, std::vector<std::string> hints = {});
  void warning(DiagnosticId id, Span span, std::string message,
               std::vector<std::string> hints = {});
  void note(DiagnosticId id, Span span, std::string message);
  /// Nothing more is added about places in `span`: it can't be read, and why has been told.
  void close(Span span);

  /// While it stands, what is added without a frame is about the one of that name.
  class InFrame {
   public:
    InFrame(Diagnostics& diags, std::string_view name) : diags_(diags), outside_(diags.frame_) {
      diags.frame_ = name;
    }
    ~InFrame() { diags_.frame_ = outside_; }
    InFrame(const InFrame&) = delete;
    InFrame& operator=(const InFrame&) = delete;

   private:
    Diagnostics& diags_;
    std::string_view outside_;
  };

  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  std::size_t warning_count() const { return warnings_; }
  std::size_t considered_count() const { return considered_; }
  const std::vector<Diagnostic>& list() const { return list_; }

 private:
  bool is_closed(Span span) const;
  std::size_t& count_of(Severity severity);

  std::vector<Diagnostic> list_;
  /// Ends by beginning; none overlap.
  std::map<std::pair<FileId, std::uint32_t>, std::uint32_t> closed_;
  std::string_view frame_{};
  /// Where each that has been told stands in the list.
  std::map<std::tuple<DiagnosticId, Span, std::size_t, std::string>, std::size_t> told_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t considered_ = 0;
  std::size_t notes_ = 0;
};

}  // namespace handbill::diag
