// SPDX-License-Identifier: MIT
#include "rules/checks.h"

#include <algorithm>
#include <array>

#include "rules/check_functions.h"

namespace handbill::rules {
namespace {

constexpr std::string_view kSize[] = {"size"};
constexpr std::string_view kWidth[] = {"width"};
constexpr std::string_view kInkAndBlack[] = {"ink", "black"};
constexpr std::string_view kSizeAndBlack[] = {"size", "black"};
constexpr std::string_view kWidthAndTint[] = {"width", "tint"};
constexpr std::string_view kInkAndTint[] = {"ink", "tint"};
constexpr std::string_view kInkAndSquare[] = {"ink", "square"};
constexpr std::string_view kPpi[] = {"ppi", "ppi_error"};
constexpr std::string_view kSolid[] = {"ink", "size", "grams"};
constexpr std::string_view kGrams[] = {"grams"};
constexpr std::string_view kModules[] = {"modules"};
constexpr std::string_view kDistance[] = {"distance"};

constexpr auto kChecks = std::to_array<Check>({
    // The file and its pages.
    {"standard", "the standard the file says it keeps", {}, nullptr},
    {"output-intent", "the printing condition the file is made for", {}, nullptr},
    {"blend-space", "the colour space that transparency is mixed in", {}, nullptr},
    {"hidden-layers", "optional content that is hidden", {}, nullptr},
    {"user-unit", "pages measured in other units than points", {}, user_unit},
    {"crop-box", "pages whose CropBox is not the MediaBox", {}, crop_box},
    {"same-trim", "pages of another size than the first, or turned", {}, same_trim},
    {"empty-page", "pages with nothing on them", {}, empty_page},
    {"layers", "optional content", {}, layers},
    {"bleed",
     "art that touches the trim and does not run past it by `width`, or by what the shop "
     "asks for",
     kWidth, bleed},
    {"text-margin", "text nearer to the trim than the safe margin of the sheet", {}, text_margin},
    // Marks of files.
    {"crop-marks",
     "crop marks that are missing, 0.1 mm off the trim, or nearer to it than the bleed; those that "
     "are missing where the shop asks for marks or some are there",
     {},
     crop_marks},
    {"registration-marks",
     "pages without a registration mark, where the shop asks for them",
     {},
     registration_marks},
    {"mark-ink",
     "crop and registration marks in other ink than the registration colour",
     {},
     mark_ink},
    // Type.
    {"small-text", "type smaller than `size`", kSize, small_text},
    {"white-text", "type smaller than `size` that is left out of the ink it stands on", kSize,
     white_text},
    {"multi-ink-text", "type smaller than `size` in more than one ink", kSize, multi_ink_text},
    {"rich-black-text", "type of `black` and more whose process inks sum to over `ink`",
     kInkAndBlack, rich_black_text, set_in_black_alone},
    {"black-text-inks", "type smaller than `size` of `black` and more with other inks in it",
     kSizeAndBlack, black_text_inks, set_small_in_black_alone},
    {"black-text-overprint", "black type smaller than `size` that knocks out of ink below it",
     kSize, black_text_overprint, overprint_black_text},
    {"white-text-overprint",
     "white type that overprints",
     {},
     white_text_overprint,
     knock_out_white_text},
    {"black-over-picture", "black type larger than `size` that overprints a picture", kSize,
     black_over_picture},
    {"gray-text", "type smaller than `size` in DeviceGray on other ink", kSize, gray_text},
    {"courier", "type set in Courier", {}, courier},
    // Lines.
    {"hairline", "lines thinner than `width`", kWidth, hairline, widen_line},
    {"white-line", "lines thinner than `width` that are left out of the ink they stand on", kWidth,
     white_line, widen_white_line},
    {"multi-ink-line", "lines thinner than `width` in more than one ink", kWidth, multi_ink_line,
     widen_multi_ink_line},
    {"tint-line", "lines thinner than `width` whose strongest ink is under `tint`", kWidthAndTint,
     tint_line, widen_tint_line},
    {"black-line-overprint", "black lines thinner than `width` that knock out of ink below them",
     kWidth, black_line_overprint, overprint_black_line},
    {"white-path-overprint",
     "white areas and lines that overprint",
     {},
     white_path_overprint,
     knock_out_white_path},
    {"gray-line", "lines thinner than `width` in DeviceGray on other ink", kWidth, gray_line},
    // Colour and ink.
    {"spot", "spot inks that the shop does not list", {}, spot},
    {"spot-mixed", "spot inks that the shop does not have", {}, spot_mixed},
    {"spot-suffix",
     "spot inks whose names differ only in a suffix such as C or CVC",
     {},
     spot_suffix},
    {"spot-case", "spot inks whose names differ only in capitals", {}, spot_case},
    {"spot-look-alike",
     "spot inks whose names differ only in spaces and hyphens",
     {},
     spot_look_alike},
    {"registration", "the registration colour inside the trim", {}, registration},
    {"ink-limit", "squares of `square` a side whose mean is more than `ink`", kInkAndSquare,
     ink_limit},
    {"device-independent", "colour that is not gray, CMYK or spot ink", {}, device_independent},
    {"rgb-outside-pictures",
     "such colour anywhere but in pictures of an RGB profile",
     {},
     rgb_outside_pictures},
    {"untagged-rgb", "RGB without a profile", {}, untagged_rgb},
    {"gray-overprint", "DeviceGray that overprints other ink", {}, gray_overprint},
    {"faint-tint", "plain colours with less than `tint` of an ink or less than `ink` in all",
     kInkAndTint, faint_tint},
    // Pictures.
    {"picture-ppi",
     "pictures of `ppi` pixels per inch or fewer, the smaller of across and down, and in "
     "proportion "
     "fewer on sheets that are seen from farther away than `distance`; those of 16 pixels or fewer "
     "both ways are left alone",
     kPpi, picture_resolution, nullptr, kDistance},
    {"line-art-ppi", "the same for pictures of one bit", kPpi, line_art_resolution, nullptr,
     kDistance},
    // Folds.
    {"text-fold", "text across a fold, or nearer to it than the sheet has it", {}, text_fold},
    {"solid-fold",
     "areas of `ink` and more, `size` and more high, across the unscored fold of stock above "
     "`grams`",
     kSolid, solid_fold},
    {"unscored-fold", "folds without a score in stock above `grams`", kGrams, unscored_fold},
    // QR codes.
    {"qr-module", "QR codes whose modules are narrower than `width`", kWidth, qr_module},
    {"qr-width", "QR codes narrower than a tenth of the `distance` they are read from", kDistance,
     qr_width},
    {"qr-quiet-zone", "things nearer to a QR code than `modules` of its modules", kModules,
     qr_quiet_zone},
    {"qr-contrast", "QR codes that are not black ink alone, of `black` or more, on `ink` or less",
     kInkAndBlack, qr_contrast},
});

}  // namespace

std::span<const Check> checks() { return kChecks; }

const Check* find_check(std::string_view name) {
  const auto found = std::ranges::find(kChecks, name, &Check::name);
  return found == kChecks.end() ? nullptr : &*found;
}

}  // namespace handbill::rules
