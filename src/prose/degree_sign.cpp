// SPDX-License-Identifier: MIT
// Temperatures that lack the sign of the degree: "100.4 F".
#include <algorithm>
#include <string>

#include "prose/check_functions.h"
#include "prose/written_amounts.h"

namespace handbill::prose {

void judge_degree_signs(const WordRule& rule, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Passage passage(judged.reading, i);
    if (!passage.may_have_numbers()) continue;
    const auto near = rule.beside.find(judged.reading.paragraphs[i]);
    if (near.empty()) continue;
    for (std::size_t at = 0; at < passage.size(); ++at) {
      const auto amount = amount_at(passage, at);
      if (!amount) continue;
      at = amount->last;
      if (amount->unit.has_degree_sign) continue;
      const std::size_t number = passage.end(amount->high.last);
      Finding finding;
      finding.paragraph = i;
      finding.begin = passage.begin(amount->first);
      finding.end = passage.end(amount->last);
      finding.instead =
          std::string(passage.written().text.substr(finding.begin, number - finding.begin)) + " °" +
          std::string(passage.text(amount->unit.last));
      finding.mended = finding.instead;
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace handbill::prose
