// SPDX-License-Identifier: MIT
// Diagnostics as a reader sends them: of a file alone, so without the document, frame, fact and
// edit that only the program knows.
#pragma once

#include "confined/packing.h"
#include "diag/diagnostic.h"

namespace handbill::confined {

template <>
inline constexpr auto kLast<diag::DiagnosticId> =
    static_cast<diag::DiagnosticId>(static_cast<int>(diag::DiagnosticId::Count_) - 1);
template <>
inline constexpr auto kLast<diag::Severity> = diag::Severity::Note;
template <>
struct Fields<diag::Span> {
  static void list(auto& pack, auto& span) { pack(span.file, span.begin, span.end); }
};
template <>
struct Fields<diag::Label> {
  static void list(auto& pack, auto& label) { pack(label.span, label.message); }
};
template <>
struct Fields<diag::PageArea> {
  static void list(auto& pack, auto& area) { pack(area.page, area.box); }
};
template <>
struct Fields<diag::RuleInfo> {
  static void list(auto& pack, auto& rule) {
    pack(rule.id, rule.source, rule.link, rule.is_error_in_print);
  }
};
template <>
struct Fields<diag::Diagnostic> {
  static void list(auto& pack, auto& d) {
    pack(d.id, d.severity, d.message, d.span, d.labels, d.hints, d.rule, d.area, d.also);
  }
};

}  // namespace handbill::confined
