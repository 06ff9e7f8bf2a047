// SPDX-License-Identifier: MIT
// The checks by what they are about; checks.cpp names them. Private to this folder.
#pragma once

#include "rules/checks.h"

namespace handbill::rules {

// text_checks.cpp
void white_text_overprint(const CheckInputs& scope, Findings& findings);
void black_text_overprint(const CheckInputs& scope, Findings& findings);
void black_over_picture(const CheckInputs& scope, Findings& findings);
void gray_text(const CheckInputs& scope, Findings& findings);
void courier(const CheckInputs& scope, Findings& findings);
void rich_black_text(const CheckInputs& scope, Findings& findings);
void black_text_inks(const CheckInputs& scope, Findings& findings);
void white_text(const CheckInputs& scope, Findings& findings);
void multi_ink_text(const CheckInputs& scope, Findings& findings);
void small_text(const CheckInputs& scope, Findings& findings);

// line_checks.cpp
void white_path_overprint(const CheckInputs& scope, Findings& findings);
void black_line_overprint(const CheckInputs& scope, Findings& findings);
void gray_line(const CheckInputs& scope, Findings& findings);
void hairline(const CheckInputs& scope, Findings& findings);
void white_line(const CheckInputs& scope, Findings& findings);
void multi_ink_line(const CheckInputs& scope, Findings& findings);
void tint_line(const CheckInputs& scope, Findings& findings);

// color_checks.cpp
void gray_overprint(const CheckInputs& scope, Findings& findings);
void spot(const CheckInputs& scope, Findings& findings);
void spot_mixed(const CheckInputs& scope, Findings& findings);
void spot_suffix(const CheckInputs& scope, Findings& findings);
void spot_case(const CheckInputs& scope, Findings& findings);
void spot_look_alike(const CheckInputs& scope, Findings& findings);
void registration(const CheckInputs& scope, Findings& findings);
void device_independent(const CheckInputs& scope, Findings& findings);
void rgb_outside_pictures(const CheckInputs& scope, Findings& findings);
void untagged_rgb(const CheckInputs& scope, Findings& findings);
void faint_tint(const CheckInputs& scope, Findings& findings);

// ink_checks.cpp
void ink_limit(const CheckInputs& scope, Findings& findings);

// picture_checks.cpp
void picture_resolution(const CheckInputs& scope, Findings& findings);
void line_art_resolution(const CheckInputs& scope, Findings& findings);

// page_checks.cpp
void user_unit(const CheckInputs& scope, Findings& findings);
void crop_box(const CheckInputs& scope, Findings& findings);
void same_trim(const CheckInputs& scope, Findings& findings);
void empty_page(const CheckInputs& scope, Findings& findings);
void layers(const CheckInputs& scope, Findings& findings);
void bleed(const CheckInputs& scope, Findings& findings);
void text_margin(const CheckInputs& scope, Findings& findings);

// mark_checks.cpp
void crop_marks(const CheckInputs& scope, Findings& findings);
void registration_marks(const CheckInputs& scope, Findings& findings);
void mark_ink(const CheckInputs& scope, Findings& findings);

// fold_checks.cpp
void text_fold(const CheckInputs& scope, Findings& findings);
void solid_fold(const CheckInputs& scope, Findings& findings);
void unscored_fold(const CheckInputs& scope, Findings& findings);

// qr_checks.cpp
void qr_module(const CheckInputs& scope, Findings& findings);
void qr_quiet_zone(const CheckInputs& scope, Findings& findings);
void qr_contrast(const CheckInputs& scope, Findings& findings);
void qr_width(const CheckInputs& scope, Findings& findings);

// repair.cpp
std::string widen_line(display::Item& item, const Limits& limits);
std::string widen_white_line(display::Item& item, const Limits& limits);
std::string widen_multi_ink_line(display::Item& item, const Limits& limits);
std::string widen_tint_line(display::Item& item, const Limits& limits);
std::string overprint_black_text(display::Item& item, const Limits& limits);
std::string overprint_black_line(display::Item& item, const Limits& limits);
std::string knock_out_white_text(display::Item& item, const Limits& limits);
std::string knock_out_white_path(display::Item& item, const Limits& limits);
std::string set_in_black_alone(display::Item& item, const Limits& limits);
std::string set_small_in_black_alone(display::Item& item, const Limits& limits);

}  // namespace handbill::rules
