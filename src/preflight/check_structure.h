// SPDX-License-Identifier: MIT
// PDF/X-4 (ISO 15930-7:2010), PDF/X-1a:2003 (ISO 15930-4:2003), PDF/A-2 (ISO 19005-2:2011) and what
// PDF/UA-1 (ISO 14289-1:2014) says beside tags, without what is on the plates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "preflight/metadata.h"
#include "preflight/read_pages.h"
#include "preflight/structure_rules.h"

namespace handbill::preflight {

struct FileFacts {
  std::string_view end;  ///< of its bytes, the last KiB
  QPDF& pdf;
  const std::vector<FilePage>& pages;
  const Uses& uses;
  const Inks& inks;
  const Xmp& xmp;
  Budget& budget;
  bool tags_judged = false;  ///< by themselves, with all that PDF/UA asks of the file
};

/// What an output intent is for: the plates of its profile, 0 when there is none.
struct OutputIntent {
  std::size_t count = 0;  ///< of PDF/X; of PDF/A where the file is to be that alone
  int components = 0;
  std::string condition, info;  ///< its identifier, and what it says to people
};

void check_file(const FileFacts& file, Findings& findings);
void check_metadata(const FileFacts& file, Findings& findings);
/// PDF/A and PDF/UA, as the file says them, and what they want said with them.
void check_other_claims(const FileFacts& file, Findings& findings);
OutputIntent check_output_intents(const FileFacts& file, Findings& findings);
void check_boxes(const FileFacts& file, Findings& findings);
void check_annotations(const FileFacts& file, Findings& findings);
/// Every object of the file: filters, actions, external parts, graphics states.
void check_objects(const FileFacts& file, Findings& findings);
/// What the interpreter met on the pages.
void check_uses(const FileFacts& file, const OutputIntent& intent, Findings& findings);

/// All of them; the output intent is met on the way.
OutputIntent check_structure(const FileFacts& file, Findings& findings);

}  // namespace handbill::preflight
