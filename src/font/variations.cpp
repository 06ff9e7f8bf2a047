// SPDX-License-Identifier: MIT
#include "font/variations.h"

#include <hb-ot.h>

#include <algorithm>
#include <array>

#include "base/number.h"

namespace handbill::font {
namespace {

std::string list_of(const std::vector<AxisRange>& axes) {
  std::string list;
  for (const AxisRange& axis : axes) {
    list += (list.empty() ? "`" : ", `") + axis.tag + "` from " + format_number(axis.least, 2) +
            " to " + format_number(axis.most, 2);
  }
  return list;
}

const AxisValue* find(const std::vector<AxisValue>& values, std::string_view tag) {
  const auto found = std::ranges::find(values, tag, &AxisValue::tag);
  return found == values.end() ? nullptr : &*found;
}

double wanted_value(const AxisRange& axis, const CatalogFace& wanted) {
  if (const AxisValue* written = find(wanted.axes, axis.tag)) return written->value;
  if (axis.tag == "wght") return wanted.weight;
  if (axis.tag == "opsz" && wanted.set_at > Length()) {
    // Smaller and larger type has the shapes of the last size the font was drawn for.
    return std::clamp(wanted.set_at.pt(), axis.least, axis.most);
  }
  if (axis.tag == "ital") return wanted.slant == Slant::Italic ? 1 : 0;
  return axis.usual;
}

}  // namespace

std::vector<AxisRange> axes_of(hb_face_t* face) {
  std::vector<AxisRange> axes;
  std::array<hb_ot_var_axis_info_t, 16> infos{};
  for (unsigned start = 0, total = 1; start < total; start += infos.size()) {
    auto count = static_cast<unsigned>(infos.size());
    total = hb_ot_var_get_axis_infos(face, start, &count, infos.data());
    for (unsigned i = 0; i < count; ++i) {
      std::array<char, 4> tag{};
      hb_tag_to_string(infos[i].tag, tag.data());
      axes.push_back({std::string(tag.data(), tag.size()), infos[i].min_value,
                      infos[i].default_value, infos[i].max_value});
    }
  }
  return axes;
}

std::variant<std::vector<AxisValue>, std::string> place_on_axes(const std::vector<AxisRange>& axes,
                                                                const CatalogFace& wanted) {
  for (const AxisValue& written : wanted.axes) {
    if (std::ranges::find(axes, written.tag, &AxisRange::tag) != axes.end()) continue;
    if (axes.empty()) return "it is not a variable font, so it has no axis `" + written.tag + "`";
    return "it has no axis `" + written.tag + "`; it has " + list_of(axes);
  }
  std::vector<AxisValue> values;
  for (const AxisRange& axis : axes) {
    const double value = wanted_value(axis, wanted);
    if (value < axis.least || value > axis.most) {
      return "its axis `" + axis.tag + "` goes from " + format_number(axis.least, 2) + " to " +
             format_number(axis.most, 2) + ", not to " + format_number(value, 2);
    }
    values.push_back({axis.tag, value});
  }
  return values;
}

std::string instance_suffix(const std::vector<AxisRange>& axes,
                            const std::vector<AxisValue>& values) {
  std::string suffix;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    if (values[i].value == axes[i].usual) continue;
    suffix += "_" + format_number(values[i].value, 2) + axes[i].tag;
  }
  return suffix;
}

}  // namespace handbill::font
