// SPDX-License-Identifier: MIT
// Fonts of a tagged file, and forms of other files (Matterhorn 10, 30-001, 31), by what the pages
// make use of.
#include "preflight/check_tags.h"

namespace handbill::preflight {

void check_tag_fonts(const TagFacts& facts, TagFindings& findings) {
  for (const auto& [what, use] : facts.file.uses.all()) {
    const std::string& detail = what.second;
    switch (what.first) {
      case Used::MissingFont:
        findings.add("matterhorn-31-009",
                     "text is set in the font " + detail + ", which is not embedded", use);
        break;
      case Used::NoGlyph:
        findings.add("matterhorn-31-011",
                     "text needs a glyph that the font " + detail + " does not have", use);
        break;
      case Used::BadWidth:
        findings.add("matterhorn-31-016",
                     "glyphs of the font " + detail + " are not as wide as the file says", use);
        break;
      case Used::NoUnicodeMap:
        findings.add("matterhorn-31-027", "the font " + detail + " has no map to Unicode", use);
        break;
      case Used::NoUnicode:
        findings.add("matterhorn-10-001",
                     "a character of the font " + detail + " stands for nothing in Unicode", use);
        break;
      case Used::ZeroUnicode:
        findings.add("matterhorn-31-028",
                     "a character of the font " + detail + " stands for U+0000", use);
        break;
      case Used::MarkUnicode:
        findings.add("matterhorn-31-029",
                     "a character of the font " + detail + " stands for U+FEFF or U+FFFE", use);
        break;
      case Used::BadCidMap:
        findings.add("matterhorn-31-004",
                     "the font " + detail + " does not say which glyph a CID is (`CIDToGIDMap`)",
                     use);
        break;
      case Used::OtherFile:
        findings.add("matterhorn-30-001", "a form stands for a page of another file", use);
        break;
      default:
        break;  // what no reader is kept from
    }
  }
}

}  // namespace handbill::preflight
