// SPDX-License-Identifier: MIT
// Text and tables with their styles moved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "layout/fit_levers.h"

namespace handbill::layout {

/// What a style is set at, and by which factors that changes it.
class StyleMove {
 public:
  /// `style` must outlive this.
  StyleMove(const text::ParagraphStyle& style, const FitSetting& setting);

  const std::string& name() const { return style_->name; }
  /// Type that is `smallest` or more stays so.
  void apply(text::Paragraph& paragraph, Length smallest) const;
  void scale(Length& length) const { length = length * growth_; }

 private:
  void characters(text::CharacterStyle& style, Length smallest) const;
  void style(text::ParagraphStyle& style, Length smallest) const;

  const text::ParagraphStyle* style_;
  FitSetting setting_;
  double growth_;
  double leading_;
  double space_;
  double width_;
};

class Refit {
 public:
  /// `own`: styles that move by themselves. All others, and what belongs to no style, follow `main`
  /// in proportion, or stay without one.
  Refit(std::vector<StyleMove> own, std::optional<StyleMove> main, Length smallest)
      : own_(std::move(own)), main_(main), smallest_(smallest) {}

  std::vector<text::Paragraph> text(const std::vector<text::Paragraph>& paragraphs) const;
  document::Table table(document::Table table) const;

 private:
  text::Paragraph paragraph(text::Paragraph each) const;
  void rows(std::vector<document::Row>& rows) const;
  void cell(document::Cell& cell) const;
  const StyleMove* move_of(const std::string& style) const;

  std::vector<StyleMove> own_;
  std::optional<StyleMove> main_;
  Length smallest_;
};

}  // namespace handbill::layout
