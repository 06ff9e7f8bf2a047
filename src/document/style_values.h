// SPDX-License-Identifier: MIT
// Merged styles become final values, but for their fonts.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "document/swatches.h"
#include "document/teller.h"
#include "spec/layout_spec.h"
#include "text/style.h"

namespace handbill::document {

struct StyleValues {
  const spec::LayoutSpec& layout;
  const Swatches& swatches;
  const std::string& language;  ///< BCP 47, of text that names none
  const Teller& teller;

  /// Without fonts. Reports bad-value, unknown-swatch, unknown-font.
  text::CharacterStyle of(const spec::CharacterSpec& spec) const;
  text::ParagraphStyle of(const spec::StyleSpec& spec, const std::string& name) const;
  std::optional<text::Rule> rule(const std::optional<spec::RuleSpec>& written) const;
  /// The baseline grid of the sheet.
  std::optional<BaselineGrid> grid() const;

 private:
  const std::string& meant_language(const spec::Text& written) const;
  void set_lines(const spec::StyleSpec& spec, text::ParagraphStyle& style) const;
};

}  // namespace handbill::document
