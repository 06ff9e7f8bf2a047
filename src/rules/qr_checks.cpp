// SPDX-License-Identifier: MIT
// QR codes (ISO/IEC 18004).
#include <cmath>

#include "base/number.h"
#include "rules/check_functions.h"
#include "rules/content.h"
#include "rules/find_qr.h"

namespace handbill::rules {
namespace {

const plates::Object& object_of(const CheckInputs& scope, const QrCode& code) {
  return scope.print.pages[code.page].objects[code.object];
}

void add(const CheckInputs& scope, const QrCode& code, std::string message, std::string hint,
         Findings& findings) {
  findings.add(
      {code.page, code.box, object_of(scope, code).span, std::move(message), std::move(hint)});
}

std::string mm(Length length) { return format_number(length.mm(), 2) + " mm"; }

/// What is painted right below the code, all over it; null: paper.
const plates::Object* ground(const CheckInputs& scope, const QrCode& code) {
  const auto& objects = scope.print.pages[code.page].objects;
  for (std::size_t i = code.first; i-- > 0;) {
    if (covers(objects[i], code.box)) return &objects[i];
  }
  return nullptr;
}

}  // namespace

void qr_module(const CheckInputs& scope, Findings& findings) {
  for (const QrCode& code : find_qr_codes(scope.print)) {
    if (fits(scope.rule.limits.width, code.module)) continue;
    add(scope, code,
        "the modules of the QR code are " + mm(code.module) + " wide: they are " +
            mm(scope.rule.limits.width) + " or wider",
        "make the frame larger, or the address shorter", findings);
  }
}

void qr_width(const CheckInputs& scope, Findings& findings) {
  const Length wanted = scope.rule.limits.distance / 10;
  for (const QrCode& code : find_qr_codes(scope.print)) {
    if (fits(wanted, code.box.width)) continue;
    add(scope, code,
        "the QR code is " + mm(code.box.width) + " wide: read from " +
            mm(scope.rule.limits.distance) + ", it is a tenth of that, " + mm(wanted),
        "make the frame larger", findings);
  }
}

void qr_quiet_zone(const CheckInputs& scope, Findings& findings) {
  for (const QrCode& code : find_qr_codes(scope.print)) {
    const plates::Page& page = scope.print.pages[code.page];
    // Half a module of slack: what touches the zone does not disturb a reader.
    const Rect zone = code.box.outset(code.module * (scope.rule.limits.modules - 0.5));
    const std::string rule = ": " + std::to_string(std::lround(scope.rule.limits.modules)) +
                             " modules around it stay free";
    if (!page.trim.contains(zone)) {
      add(scope, code, "the trim cuts into the quiet zone of the QR code" + rule, "move it in",
          findings);
    }
    for (std::size_t i = 0; i < page.objects.size(); ++i) {
      const plates::Object& other = page.objects[i];
      if ((i >= code.first && i <= code.object) || other.step != display::ProcessingStep::None)
        continue;
      if (!paints_in(other, zone) || (i < code.first && covers(other, zone))) continue;
      if (i < code.first && is_white(other)) continue;
      const std::string what = other.type ? words(other) : "a shape or picture";
      const bool covers_code = i > code.object && paints_in(other, code.box);
      add(scope, code,
          what + (covers_code ? " lies over the QR code"
                              : " stands in the quiet zone of the QR code" + rule),
          covers_code ? "bring the code to the front, and move the other thing away"
                      : "keep other things farther away",
          findings);
      break;
    }
  }
}

void qr_contrast(const CheckInputs& scope, Findings& findings) {
  const Limits& limits = scope.rule.limits;
  for (const QrCode& code : find_qr_codes(scope.print)) {
    const plates::Paint& paint = object_of(scope, code).paint;
    const plates::Object* below = ground(scope, code);
    if (black_of(paint) < limits.black || paint.ink_count() > 1) {
      add(scope, code,
          "the QR code is printed in " + inks(paint.ink_count()) + " with " +
              percent(black_of(paint)) + " of black: it should be black ink alone",
          "print it in black ink alone (the color `black` of its frame)", findings);
    } else if (below != nullptr && (!has_paint(*below) || below->paint.sum() > limits.ink + 1e-6)) {
      add(scope, code,
          has_paint(*below)
              ? "the QR code stands on " + percent(below->paint.sum()) +
                    " of ink: what is below it should be no darker than " + percent(limits.ink)
              : "the QR code stands on a picture or a gradient: it should stand on paper "
                "or a light tint",
          "put it on paper", findings);
    }
  }
}

}  // namespace handbill::rules
