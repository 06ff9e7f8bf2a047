// SPDX-License-Identifier: MIT
#include "pdf/processing_step.h"

#include "base/check.h"
#include "pdf/syntax.h"

namespace handbill::pdf {

using display::ProcessingStep;

std::string_view name_of(ProcessingStep step) {
  switch (step) {
    case ProcessingStep::Cutting:
      return "Cutting";
    case ProcessingStep::Folding:
      return "Folding";
    case ProcessingStep::Creasing:
      return "Creasing";
    case ProcessingStep::Perforating:
      return "Perforating";
    case ProcessingStep::None:
      break;
  }
  HANDBILL_CHECK(false, "what is printed is on no layer");
  return {};
}

color::Color ink_of(ProcessingStep step) {
  // How a screen shows it; a line each, told apart by colour.
  const color::Cmyk shown = step == ProcessingStep::Cutting    ? color::Cmyk{0, 1, 0, 0}
                            : step == ProcessingStep::Folding  ? color::Cmyk{1, 0, 0, 0}
                            : step == ProcessingStep::Creasing ? color::Cmyk{1, 0, 1, 0}
                                                               : color::Cmyk{0, 0.5, 1, 0};
  return color::Color::spot_ink(std::string(name_of(step)), shown);
}

std::string layer_entries(ProcessingStep step) {
  const std::string name(name_of(step));
  return "/Type/OCG/Name(" + name +
         ")/GTS_Metadata<</GTS_ProcStepsGroup/Structural/GTS_ProcStepsType/" + name + ">>";
}

std::string layer_properties(const std::vector<ObjectRef>& layers) {
  std::string all = "[";
  for (const ObjectRef layer : layers) {
    if (all.size() > 1) all += ' ';
    append_reference(all, layer.number);
  }
  all += ']';
  return "/OCProperties<</OCGs" + all + "/D<</Name(Default)/OFF" + all + "/Order" + all + ">>>>";
}

}  // namespace handbill::pdf
