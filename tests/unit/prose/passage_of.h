// SPDX-License-Identifier: MIT
// A text that is no document's, as rules look at it.
#pragma once

#include <string>
#include <utility>

#include "prose/passage.h"

namespace handbill::prose::test_leaflets {

class PassageOf {
 public:
  explicit PassageOf(std::string text, std::string language = "en") : read_(read_text(text)) {
    written_.text = std::move(text);
    written_.runs = {{0, std::move(language)}};
  }
  Passage passage() const { return {written_, read_}; }

 private:
  words::Paragraph written_;
  ReadParagraph read_;
};

}  // namespace handbill::prose::test_leaflets
