// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "support/pdf_mutations.h"

namespace handbill::test {
namespace {

using Handle = QPDFObjectHandle;

/// Type of the page's first font, big enough in numbers to be seen.
std::string type(PdfEditor& p, const char* size, const char* color, const char* place = "90 90") {
  const auto type = p.type();
  return std::string(color) + " BT " + type.font + " " + size + " Tf " + place + " Td [" +
         type.glyph + "] TJ ET ";
}

constexpr const char* kGround = "0.5 0.2 0 0 k 60 60 200 90 re f ";

void paint_on_ground(PdfEditor& p, const std::string& content) { p.paint(kGround + content); }

/// Ink that stays where nothing is drawn over it.
PdfMutation painted(const char* name, std::set<std::string> tells, const char* content) {
  return edited(name, std::move(tells), [content](PdfEditor& p) { paint_on_ground(p, content); });
}

PdfMutation typed(const char* name, std::set<std::string> tells, const char* size,
                  const char* color) {
  return edited(name, std::move(tells),
                [=](PdfEditor& p) { paint_on_ground(p, type(p, size, color)); });
}

std::string picture_entries(int pixels, int bits) {
  const std::string side = std::to_string(pixels);
  return "/Type /XObject /Subtype /Image /Width " + side + " /Height " + side +
         " /ColorSpace /DeviceCMYK /BitsPerComponent " + std::to_string(bits);
}

Handle coarse_picture(PdfEditor& p) {
  return p.file().makeIndirectObject(p.stream(picture_entries(40, 8), std::string(6400, '\x40')));
}

void put_picture(PdfEditor& p, const Handle& picture) {
  p.set_resource("/XObject", "/XP", picture);
  p.paint("100 0 0 100 60 60 cm /XP Do");
}

/// A stream of content that shows a coarse picture, as large as the place it is given.
Handle coarse_content(PdfEditor& p, const std::string& entries, const std::string& place) {
  auto content = p.stream(entries + " /Resources << /XObject << >> >>", place + " cm /XP Do");
  content.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/XP", coarse_picture(p));
  return p.file().makeIndirectObject(content);
}

void put_tile(PdfEditor& p) {
  p.set_resource("/Pattern", "/XT",
                 coarse_content(p,
                                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 "
                                "/BBox [0 0 50 50] /XStep 50 /YStep 50",
                                "50 0 0 50 0 0"));
  p.paint("/Pattern cs /XT scn 60 60 100 100 re f");
}

void put_mask(PdfEditor& p) {
  const Handle group = coarse_content(p,
                                      "/Type /XObject /Subtype /Form /BBox [0 0 900 900] "
                                      "/Group << /S /Transparency /CS /DeviceGray >>",
                                      "100 0 0 100 60 60");
  auto state = PdfEditor::object("<< /Type /ExtGState /SMask << /S /Luminosity >> >>");
  state.getKey("/SMask").replaceKey("/G", group);
  p.set_resource("/ExtGState", "/XM", state);
  p.paint("/XM gs 0.5 0.2 0 0 k 60 60 100 100 re f");
}

void put_masked_picture(PdfEditor& p) {
  auto picture = p.stream(picture_entries(500, 8), std::string(1'000'000, '\x40'));
  picture.getDict().replaceKey("/SMask", p.file().makeIndirectObject(p.stream(
                                             "/Type /XObject /Subtype /Image /Width 40 /Height 40 "
                                             "/ColorSpace /DeviceGray /BitsPerComponent 8",
                                             std::string(1600, '\x80'))));
  put_picture(p, p.file().makeIndirectObject(picture));
}

/// A code of 21 modules of 3 points, its finders alone.
std::string code(const char* color) {
  std::string content = "0 0 0 0 k 60 60 100 100 re f " + std::string(color) + " ";
  for (const auto& [x, y] : {std::pair(0, 0), std::pair(0, 14), std::pair(14, 14)}) {
    for (int i = 0; i < 49; ++i) {
      if (std::min({i % 7, i / 7, 6 - i % 7, 6 - i / 7}) == 1) continue;
      content += std::to_string(78 + (x + i % 7) * 3) + " " + std::to_string(78 + (y + i / 7) * 3) +
                 " 3 3 re f ";
    }
  }
  return content;
}

/// Everything that stands outside the bleed goes.
void cut_marks(PdfEditor& p) {
  const auto bleed = p.box("/BleedBox");
  p.change_content([&](const std::string& content) {
    std::string clip;
    for (const double side : {bleed[0], bleed[1], bleed[2] - bleed[0], bleed[3] - bleed[1]}) {
      clip += std::to_string(side) + " ";
    }
    return "q " + clip + "re W n " + content + " Q";
  });
}

/// Crop marks of our own.
void set_marks(PdfEditor& p, double gap, const std::string& color) {
  cut_marks(p);
  const auto t = p.box("/TrimBox");
  const double width = t[2] - t[0], height = t[3] - t[1];
  std::string lines = color + " 0.25 w ";
  const auto line = [&](double x, double y, double to_x, double to_y) {
    lines += std::to_string(x) + " " + std::to_string(y) + " m " + std::to_string(to_x) + " " +
             std::to_string(to_y) + " l S ";
  };
  for (const double x : {0.0, width}) {
    line(x, -gap, x, -gap - 10);
    line(x, height + gap, x, height + gap + 10);
  }
  for (const double y : {0.0, height}) {
    line(-gap, y, -gap - 10, y);
    line(width + gap, y, width + gap + 10, y);
  }
  p.paint(lines);
}

/// The registration colour stands for other ink.
void set_registration(PdfEditor& p, const char* space) {
  auto spaces = p.resources().getKey("/ColorSpace");
  for (const auto& [name, value] : spaces.getDictAsMap()) {
    auto array = value;
    if (!array.isArray() || array.getArrayNItems() < 2) continue;
    auto ink = array.getArrayItem(1);
    if (ink.isName() && ink.getName() == "/All") spaces.replaceKey(name, PdfEditor::object(space));
  }
}

void move_trim(PdfEditor& p, double by) {
  auto trim = p.box("/TrimBox");
  trim[0] += by;
  trim[2] += by;
  p.set_box("/TrimBox", trim);
}

PdfMutations of_plates() {
  return {
      typed("small type", {"H014"}, "4", "0 0 0 1 k"),
      typed("small white type", {"R0016"}, "7", "0 0 0 0 k"),
      typed("small type in two inks", {"R0017"}, "7", "1 0.5 0 0 k"),
      typed("type of rich black", {"R0015", "H016"}, "60", "0.7 0.6 0.6 0.95 k"),
      typed("type of black with cyan", {"H016"}, "30", "0.4 0 0 1 k"),
      typed("type of composite black", {"H016"}, "30", "0.75 0.68 0.67 0.6 k"),
      typed("black type that knocks out", {"R0009"}, "11", "0 0 0 1 k"),
      typed("gray type on ink", {"R0011"}, "11", "0.2 g"),
      painted("a hairline", {"H001"}, "0 1 0 0 K 0.1 w 70 100 m 200 100 l S"),
      painted("a thin white line", {"R0018", "H003"}, "0 0 0 0 K 0.2 w 70 100 m 200 100 l S"),
      painted("a thin line of two inks", {"R0019"}, "1 0.5 0 0 K 0.2 w 70 100 m 200 100 l S"),
      painted("a thin line in a tint", {"H002"}, "0 0.4 0 0 K 0.2 w 70 100 m 200 100 l S"),
      painted("a black line that knocks out", {"R0010"}, "0 0 0 1 K 1.5 w 70 100 m 200 100 l S"),
      painted("too much ink", {"R0026"}, "1 1 1 1 k 70 70 90 70 re f"),
      painted("RGB", {"R0027"}, "1 0 0 rg 70 70 30 30 re f"),
      painted("colour that ends at the trim", {"H006"}, "0 1 0 0 k 0 100 60 60 re f"),
      painted("a thin box as a hairline", {"H001"}, "0 1 0 0 k 70 100 90 0.1 re f"),
      edited("type at the trim", {"H005"},
             [](PdfEditor& p) { p.paint(type(p, "12", "0 0 0 1 k", "1 90")); }),
      edited("white type that overprints", {"R0007"},
             [](PdfEditor& p) {
               p.set_resource("/ExtGState", "/XE",
                              PdfEditor::object("<< /Type /ExtGState /op true /OPM 1 >>"));
               p.paint(kGround + std::string("/XE gs ") + type(p, "30", "0 0 0 0 k"));
             }),
      edited("a white shape that overprints", {"R0008"},
             [](PdfEditor& p) {
               p.set_resource("/ExtGState", "/XE",
                              PdfEditor::object("<< /Type /ExtGState /op true /OPM 1 >>"));
               p.paint(kGround + std::string("/XE gs 0 0 0 0 k 70 70 30 30 re f"));
             }),
      edited("a spot ink", {"R0020"},
             [](PdfEditor& p) {
               p.set_resource(
                   "/ColorSpace", "/XS",
                   PdfEditor::object("[/Separation /Gold /DeviceCMYK << /FunctionType 2 "
                                     "/Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0 1 0] >>]"));
               p.paint("/XS cs 1 scn 60 60 30 30 re f");
             }),
      edited("an ink of several in NChannel", {"R0020"},
             [](PdfEditor& p) {
               p.set_resource(
                   "/ColorSpace", "/XN",
                   PdfEditor::object("[/DeviceN [/Black /Gold] /DeviceCMYK << /FunctionType 4 "
                                     "/Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] >> << /Subtype "
                                     "/NChannel >>]"));
               p.paint("/XN cs 0 1 scn 60 60 30 30 re f");
             }),
      edited("the registration colour as black", {"R0024"},
             [](PdfEditor& p) {
               p.set_resource(
                   "/ColorSpace", "/XA",
                   PdfEditor::object("[/Separation /All /DeviceCMYK << /FunctionType 2 "
                                     "/Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1] >>]"));
               p.paint("/XA cs 1 scn 60 60 30 30 re f");
             }),
  };
}

PdfMutations of_pictures_and_codes() {
  return {
      edited("a coarse picture", {"R0031"},
             [](PdfEditor& p) { put_picture(p, coarse_picture(p)); }),
      edited("coarse line art", {"R0032"},
             [](PdfEditor& p) {
               put_picture(p, p.file().makeIndirectObject(
                                  p.stream("/Type /XObject /Subtype /Image /Width 400 /Height 400 "
                                           "/ImageMask true /BitsPerComponent 1",
                                           std::string(20'000, '\x0f'))));
             }),
      edited("a coarse picture in a pattern", {"R0031"}, put_tile),
      edited("a coarse picture in a soft mask", {"R0031"}, put_mask),
      edited("a picture with a coarse soft mask", {"R0031"}, put_masked_picture),
      edited("a QR code that is painted over", {"H011"},
             [](PdfEditor& p) { p.paint(code("0 0 0 1 k") + "0 0 0 0 k 84 84 20 20 re f"); }),
      edited("a QR code in four inks", {"H012"},
             [](PdfEditor& p) { p.paint(code("0.7 0.6 0.6 1 k")); }),
  };
}

PdfMutations of_pages_and_marks() {
  return {
      edited("no bleed box", {"H006"}, [](PdfEditor& p) { p.page().removeKey("/BleedBox"); }),
      edited("no bleed", {"H006"},
             [](PdfEditor& p) { p.page().replaceKey("/BleedBox", p.page().getKey("/TrimBox")); }),
      edited("a crop box", {"R0003"},
             [](PdfEditor& p) { p.page().replaceKey("/CropBox", p.page().getKey("/BleedBox")); }),
      edited("a page that is turned", {"R0004"},
             [](PdfEditor& p) { p.page().replaceKey("/Rotate", Handle::newInteger(90)); }),
      edited("another unit", {"R0002"},
             [](PdfEditor& p) { p.page().replaceKey("/UserUnit", Handle::newInteger(2)); }),
      edited("an empty page", {"R0005"},
             [](PdfEditor& p) { p.change_content([](const std::string&) { return ""; }); }),
      edited("no marks", {"H019"}, cut_marks),
      edited("marks 0.2 mm off", {"H019"}, [](PdfEditor& p) { move_trim(p, 0.57); }),
      edited("marks in the bleed", {"H019"}, [](PdfEditor& p) { set_marks(p, 4, "1 1 1 1 K"); }),
      edited("marks in black", {"H020"},
             [](PdfEditor& p) {
               set_registration(p,
                                "[/Separation /Black /DeviceCMYK << "
                                "/FunctionType 2 /Domain [0 1] /N 1 /C0 "
                                "[0 0 0 0] /C1 [0 0 0 1] >>]");
             }),
      edited(
          "marks in CMYK", {"H020"},
          [](PdfEditor& p) { set_registration(p, "[/Indexed /DeviceCMYK 1 <00000000ffffffff>]"); }),
      edited("marks of one plate", {"H020"}, [](PdfEditor& p) { set_marks(p, 12, "0 0 0 1 K"); }),
      edited("no registration marks", {"H021"},
             [](PdfEditor& p) { set_marks(p, 12, "1 1 1 1 K"); }),
      edited("another printing condition", {"job-condition"},
             [](PdfEditor& p) {
               p.intent().replaceKey("/OutputConditionIdentifier", Handle::newString("FOGRA29"));
               p.intent().replaceKey("/Info", Handle::newString("uncoated"));
             }),
      edited("another size", {"job-trim"},
             [](PdfEditor& p) {
               auto trim = p.box("/TrimBox");
               trim[2] -= 1;
               p.set_box("/TrimBox", trim);
             }),
  };
}

}  // namespace

PdfMutations mutations_of_press() {
  PdfMutations all = of_plates();
  for (const PdfMutations& more : {of_pictures_and_codes(), of_pages_and_marks()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace handbill::test
