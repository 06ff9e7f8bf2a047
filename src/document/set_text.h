// SPDX-License-Identifier: MIT
// Markdown with facts in it becomes styled paragraphs.
#pragma once

#include <vector>

#include "document/abbreviations.h"
#include "document/facts.h"
#include "document/pictures.h"
#include "document/styles.h"

namespace handbill::document {

/// What texts are set with.
struct TextTools {
  const Context& context;
  Facts& facts;
  Styles& styles;
  int& notes;  ///< how many the document has so far
  Pictures& pictures;
  Abbreviations& abbreviations;
};

struct TextSetting {
  spec::MarkdownSpec styles;                ///< the style of each Markdown element, layers merged
  const content::FactRow* scope = nullptr;  ///< a row of facts
  diag::Span asked_at{};                    ///< the frame or story that shows the text
  std::string list{};                       ///< the list that `scope` is a row of
  enum class In { Cell, Frame } in = In::Cell;  ///< of those with a scope: what the text is in
};

/// The paragraphs of a Markdown text. Facts are put in after the Markdown is read, so that what a
/// clinic writes as a fact is never taken for markup. Prose of one paragraph becomes part of the
/// sentence; longer prose must stand alone. Paragraphs without a visible character are left out.
///
/// What the layout leaves open: `strong` is weight 700, `emphasis` turns italic on (off in italic
/// text), `link` looks like the text around it; lists and quotes are set as `p`, `bullet2` and
/// `number2` as `bullet` and `number`; list markers are "•" and "{n}.", in an indent of
/// 1.5 em a level unless the style has one, bullets at its start, numbers 0.4 em before the text.
/// Notes are set as `p`, references to them in superior figures; the document counts them.
std::vector<text::Paragraph> set_text(const spec::Value& markdown, const TextSetting& setting,
                                      const TextTools& tools);

}  // namespace handbill::document
