// SPDX-License-Identifier: MIT
// What ink looks like where no print shop is named, for files that must say so (PDF/A): the model
// of Preview::without_profile as an ICC profile. Three kilobytes, where one made of all
// measurements of a press has eighty.
#pragma once

#include <string>

namespace handbill::color {

/// A CMYK output profile of ICC version 2, the same bytes each time. To colours it is the model to
/// within a few levels, without black-point compensation, which is the reader's; from colours it
/// mixes ink as replace_grey_component does.
std::string usual_profile();

}  // namespace handbill::color
