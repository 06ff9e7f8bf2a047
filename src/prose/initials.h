// SPDX-License-Identifier: MIT
// Initials that stand for words: "SPF".
#pragma once

#include "prose/reading.h"

namespace handbill::prose {

/// Two to five capitals, a small s behind them left aside, and no Roman number.
bool is_initials(const words::Paragraph& paragraph, const Token& token);

/// The content explains them: [abbreviations].
bool is_expanded(const words::Paragraph& paragraph, const Token& token);

}  // namespace handbill::prose
