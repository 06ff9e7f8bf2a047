// SPDX-License-Identifier: MIT
#include "base/number.h"
#include "base/utf8.h"
#include "text/shape.h"

namespace handbill::text {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c < 0x20 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E)) {
      result += "\\u" + hex_digits(c, 4);
    } else {
      result += text.substr(begin, at - begin);
    }
  }
  return result;
}

std::string script_name(std::uint32_t tag) {
  std::string name;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) name += static_cast<char>((tag >> shift) & 0xFFU);
  return name;
}

void append_glyph(std::string& out, const ShapedGlyph& glyph) {
  out += "    " + std::to_string(glyph.cluster) + " glyph " + std::to_string(glyph.id) +
         " advance " + format_number(glyph.advance.pt(), 3);
  if (glyph.x_offset != Length{} || glyph.y_offset != Length{}) {
    out += " offset " + format_number(glyph.x_offset.pt(), 3) + " " +
           format_number(glyph.y_offset.pt(), 3);
  }
  if (glyph.unsafe_to_break) out += " unsafe";
  out += '\n';
}

void append_run(std::string& out, const ShapedParagraph& shaped, const ShapedRun& run,
                const font::FontBook& fonts) {
  if (run.is_field) {
    out += "  field " + std::to_string(run.begin) + " width " +
           format_number(run.field_width.pt(), 3) + "\n";
    return;
  }
  out += "  run " + std::to_string(run.begin) + ".." + std::to_string(run.end) + " \"" +
         escaped(std::string_view(shaped.text).substr(run.begin, run.end - run.begin)) + "\" " +
         fonts.face(run.font).postscript_name() + " " + script_name(run.script) + " level " +
         std::to_string(run.bidi_level) + "\n";
  for (const ShapedGlyph& glyph : run.glyphs) append_glyph(out, glyph);
}

}  // namespace

std::string dump(const ShapedParagraph& shaped, const font::FontBook& fonts) {
  std::string out = shaped.right_to_left ? "paragraph right to left\n" : "paragraph\n";
  for (const ShapedRun& run : shaped.runs) append_run(out, shaped, run, fonts);
  out += "  breaks";
  for (const BreakPoint& each : shaped.breaks) {
    out += " " + std::to_string(each.offset);
    if (each.kind == BreakPoint::Kind::Forced) out += "!";
    if (each.kind == BreakPoint::Kind::SoftHyphen) out += "-";
  }
  out += '\n';
  for (const ShapedParagraph& marker : shaped.marker) out += "marker " + dump(marker, fonts);
  return out;
}

}  // namespace handbill::text
