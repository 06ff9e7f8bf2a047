// SPDX-License-Identifier: MIT
// The first words of a paragraph, or its first line, in a style of their own.
#pragma once

#include <vector>

#include "document/styles.h"

namespace handbill::document {

/// What a final style was made of, so that another can be laid over it.
struct Look {
  text::SharedStyle style;
  spec::CharacterSpec spec;
};

/// `looks`: of the words of the paragraph; what has none of them (superior figures) stays.
void set_lead_in(const spec::LeadInSpec& lead_in, const std::vector<Look>& looks, Styles& styles,
                 text::Paragraph& paragraph);

/// Parts a run of the paragraph before byte `offset` of its text.
void part_run(text::Paragraph& paragraph, std::size_t index, std::size_t offset);

}  // namespace handbill::document
