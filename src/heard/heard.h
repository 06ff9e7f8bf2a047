// SPDX-License-Identifier: MIT
// What a screen reader says of a document, in the order it says it: what each thing is, then its
// words, each in its language. The tags of the PDF have it say the same.
#pragma once

#include <string>
#include <vector>

#include "words/words.h"

namespace handbill::heard {

/// Words of one language that are the same to a listener.
struct Phrase {
  enum class Kind {
    Words,
    Link,        ///< they lead to an address
    NoteNumber,  ///< they lead to a note
    Blank        ///< a place to write on: what belongs there
  } kind = Kind::Words;
  std::string text;
  std::string language;     ///< BCP 47
  std::string target{};     ///< of a link
  std::string expansion{};  ///< what an abbreviation stands for, which is said in its place
};

/// One thing that is said.
struct Said {
  int depth = 0;                     ///< how many things it stands in
  std::string what;                  ///< "heading level 1", "list with 3 items", "row 2 column 1"
  std::string label{};               ///< that is said with it: the number of an item or a note
  std::string code{};                ///< what a QR code tells those who scan it
  std::vector<std::string> heads{};  ///< of a cell: of its group, then of its column
  std::vector<Phrase> phrases{};
};

std::vector<Said> script(const words::Words& words);

/// The text dump: one thing a line. What is said by the reader itself stands bare, in English; the
/// document's words stand in quotes, behind their language where it changes.
std::string dump(const words::Words& words);

}  // namespace handbill::heard
