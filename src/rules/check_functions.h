// SPDX-License-Identifier: MIT
// The checks by what they are about; checks.cpp names them. Private to this folder.
#pragma once

#include "rules/checks.h"

namespace handbill::rules {

// text_checks.cpp
void white_text_overprint(const Scope& scope, Findings& findings);
void black_text_overprint(const Scope& scope, Findings& findings);
void black_over_picture(const Scope& scope, Findings& findings);
void gray_text(const Scope& scope, Findings& findings);
void courier(const Scope& scope, Findings& findings);
void rich_black_text(const Scope& scope, Findings& findings);
void black_text_inks(const Scope& scope, Findings& findings);
void white_text(const Scope& scope, Findings& findings);
void multi_ink_text(const Scope& scope, Findings& findings);
void small_text(const Scope& scope, Findings& findings);

// line_checks.cpp
void white_path_overprint(const Scope& scope, Findings& findings);
void black_line_overprint(const Scope& scope, Findings& findings);
void gray_line(const Scope& scope, Findings& findings);
void hairline(const Scope& scope, Findings& findings);
void white_line(const Scope& scope, Findings& findings);
void multi_ink_line(const Scope& scope, Findings& findings);
void tint_line(const Scope& scope, Findings& findings);

// color_checks.cpp
void gray_overprint(const Scope& scope, Findings& findings);
void spot(const Scope& scope, Findings& findings);
void spot_mixed(const Scope& scope, Findings& findings);
void spot_suffix(const Scope& scope, Findings& findings);
void spot_case(const Scope& scope, Findings& findings);
void spot_look_alike(const Scope& scope, Findings& findings);
void registration(const Scope& scope, Findings& findings);
void device_independent(const Scope& scope, Findings& findings);
void rgb_outside_pictures(const Scope& scope, Findings& findings);
void untagged_rgb(const Scope& scope, Findings& findings);
void faint_tint(const Scope& scope, Findings& findings);

// ink_checks.cpp
void ink_limit(const Scope& scope, Findings& findings);

// picture_checks.cpp
void picture_resolution(const Scope& scope, Findings& findings);
void line_art_resolution(const Scope& scope, Findings& findings);

// page_checks.cpp
void user_unit(const Scope& scope, Findings& findings);
void crop_box(const Scope& scope, Findings& findings);
void same_trim(const Scope& scope, Findings& findings);
void empty_page(const Scope& scope, Findings& findings);
void layers(const Scope& scope, Findings& findings);
void bleed(const Scope& scope, Findings& findings);
void text_margin(const Scope& scope, Findings& findings);

// mark_checks.cpp
void crop_marks(const Scope& scope, Findings& findings);
void registration_marks(const Scope& scope, Findings& findings);
void mark_ink(const Scope& scope, Findings& findings);

// fold_checks.cpp
void text_fold(const Scope& scope, Findings& findings);
void solid_fold(const Scope& scope, Findings& findings);
void unscored_fold(const Scope& scope, Findings& findings);

// qr_checks.cpp
void qr_module(const Scope& scope, Findings& findings);
void qr_quiet_zone(const Scope& scope, Findings& findings);
void qr_contrast(const Scope& scope, Findings& findings);
void qr_width(const Scope& scope, Findings& findings);

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
