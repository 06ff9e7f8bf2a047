// SPDX-License-Identifier: MIT
// The text dump of what is heard: two-space indent, one thing a line.
#include "heard/heard.h"
#include "words/dump_text.h"

namespace handbill::heard {
namespace {

using words::quoted;

/// What is said in place of an abbreviation.
std::string stands_for(const Phrase& phrase) {
  return phrase.expansion.empty() ? "" : " for " + quoted(phrase.expansion);
}

std::string line_of(const Phrase& phrase) {
  switch (phrase.kind) {
    case Phrase::Kind::Words:
      return quoted(phrase.text) + stands_for(phrase);
    case Phrase::Kind::Link:
      return "link " + quoted(phrase.text) + stands_for(phrase) + " to " + phrase.target;
    case Phrase::Kind::NoteNumber:
      return "note number " + quoted(phrase.text);
    case Phrase::Kind::Blank:
      return phrase.text.empty() ? "blank" : "blank for " + quoted(phrase.text);
  }
  return "";
}

}  // namespace

std::string dump(const words::Words& words) {
  std::string out = "heard of " + quoted(words.title) + " in " + words.language + "\n";
  std::string language = words.language;
  for (const Said& said : script(words)) {
    out.append(static_cast<std::size_t>(said.depth) * 2, ' ');
    out += said.what;
    if (!said.label.empty()) out += ' ' + quoted(said.label);
    if (!said.code.empty()) out += " to " + quoted(said.code);
    for (std::size_t i = 0; i < said.heads.size(); ++i) {
      out += (i == 0 ? " under " : ", ") + quoted(said.heads[i]);
    }
    for (std::size_t i = 0; i < said.phrases.size(); ++i) {
      const Phrase& phrase = said.phrases[i];
      if (i == 0) out += ':';
      if (phrase.language != language) out += " in " + phrase.language;
      language = phrase.language;
      out += ' ' + line_of(phrase);
    }
    out += '\n';
  }
  return out;
}

}  // namespace handbill::heard
