// SPDX-License-Identifier: MIT
#include "document/set_on_trim.h"

#include <algorithm>
#include <utility>

#include "document/context.h"
#include "document/trim_name.h"
#include "spec/parse_layout.h"

namespace handbill::document {
namespace {

/// Nothing: resolve will report what is wrong with it.
std::optional<Size> trim_of(const spec::SheetSpec& sheet) {
  if (sheet.trim) return find_trim(sheet.trim->value);
  if (!sheet.size) return std::nullopt;
  return Size{(*sheet.size)[0].value, (*sheet.size)[1].value};
}

bool says_how_it_lies(const std::string& trim) {
  return find_trim(trim + " landscape") == std::nullopt;
}

void report(const std::string& trim, diag::Span span, diag::Diagnostics& diags) {
  auto hints = did_you_mean(trim, trim_names());
  if (hints.empty()) hints.emplace_back(kTrimByMeasures);
  diags.error(diag::DiagnosticId::BadValue, span,
              quoted(trim) + " is no sheet size that has a name", std::move(hints));
}

void change_trim(spec::LayoutSpec& layout, const std::string& trim, diag::Diagnostics& diags) {
  std::optional<Size> size = find_trim(trim);
  if (!size) return report(trim, {}, diags);
  if (!layout.sheet) layout.sheet.emplace().span = layout.span;
  spec::SheetSpec& sheet = *layout.sheet;
  const std::optional<Size> own = trim_of(sheet);
  if (own && !says_how_it_lies(trim) &&
      (own->width > own->height) != (size->width > size->height)) {
    std::swap(size->width, size->height);
  }
  const diag::Span span = sheet.trim ? sheet.trim->span : sheet.span;
  sheet.size = {{{size->width, span}, {size->height, span}}};
  sheet.trim.reset();
}

/// What lengths are multiplied by.
double scale_of(const spec::SheetSpec& sheet, diag::Diagnostics& diags) {
  if (!sheet.design) return 1;
  const std::optional<Size> design = find_trim(sheet.design->value);
  const std::optional<Size> trim = trim_of(sheet);
  if (!design) report(sheet.design->value, sheet.design->span, diags);
  if (!design || !trim) return 1;
  return std::min(trim->width / design->width, trim->height / design->height);
}

}  // namespace

spec::LayoutSpec set_on_trim(spec::LayoutSpec layout, const std::string& trim,
                             diag::Diagnostics& diags) {
  if (!trim.empty()) change_trim(layout, trim, diags);
  const double factor = layout.sheet ? scale_of(*layout.sheet, diags) : 1;
  return factor == 1 ? layout : spec::scaled(std::move(layout), factor);
}

}  // namespace handbill::document
