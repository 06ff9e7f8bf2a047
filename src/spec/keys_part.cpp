// SPDX-License-Identifier: MIT
// [part.NAME], what it is given, and what frames stand on: the column grid, equal spaces.
#include "spec/bind.h"
#include "spec/place.h"

namespace handbill::spec {
namespace {

constexpr auto kPartKeys = std::to_array<Key<PartSpec>>({
    key<&PartSpec::width>("width", "that of the frame that places it", "width of the part")
        .least(0.1),
    key<&PartSpec::height>("height", "as tall as its frames", "height of the part").least(0.1),
    key<&PartSpec::set>("set", "",
                        "what stands for {NAME} where neither the frame that places it nor the "
                        "entry it is laid for says anything")
        .takes("table of texts by name"),
    key<&PartSpec::frames>("frame", "",
                           "its frames, in reading order: lengths and percentages count from the "
                           "part, `margin` is 0")
        .required(),
});

constexpr auto kSpaceKeys = std::to_array<Key<SpaceSpec>>({
    key<&SpaceSpec::frames>("frames", "", "names of frames, in their order").required(),
    key<&SpaceSpec::along>("along", "across", "which way they follow each other")
        .takes("one of across, down"),
    key<&SpaceSpec::from>("from", "margin", "where the first begins"),
    key<&SpaceSpec::to>("to", "margin", "where the last ends, from the far edge of the side"),
});

constexpr auto kGridKeys = std::to_array<Key<GridSpec>>({
    key<&GridSpec::count>("count", "", "how many").between(1, 100).required(),
    key<&GridSpec::gutter>("gutter", "12 pt", "space between them").least(0),
});

}  // namespace

bool read(const Value&, const Request&, std::vector<ConstantSpec>&) { return true; }

bool read(const Value& value, const Request& request, std::vector<SetSpec>& into) {
  const Value::Table* table = value.as_table();
  if (table == nullptr) {
    request.wrong_type(value);
    return false;
  }
  bool ok = true;
  for (const Entry& entry : *table) {
    if (entry.key.empty() || entry.value.is_lost()) continue;
    if (entry.value.as_string() == nullptr) {
      const Request of_text{.key = entry.key,
                            .type = "text",
                            .range = {},
                            .diags = request.diags,
                            .name = "",
                            .most_errors = request.most_errors};
      of_text.wrong_type(entry.value);
      ok = false;
      continue;
    }
    into.push_back({entry.key, entry.key_span, entry.value});
  }
  return ok;
}

void dump(const SetSpec& value, std::string_view name, Lines& lines) {
  lines.line(std::string(name) + " " + value.name, in_quotes(*value.text.as_string()),
             value.text.span);
}

TableKeys<PartSpec> table_keys(const PartSpec*) {
  return {"part.NAME",
          "Frames placed as one. In their texts, colours and styles {NAME} is what the frame that "
          "places the part sets, or a key of the entry it is laid for.",
          kPartKeys};
}

TableKeys<SpaceSpec> table_keys(const SpaceSpec*) {
  return {"side.space", "Frames of a side with equal spaces between them.", kSpaceKeys};
}

TableKeys<GridSpec> table_keys(const GridSpec*) {
  return {"sheet.columns",
          "The column grid: equal columns from margin to margin of a panel or side, for "
          "`columns` of a box.",
          kGridKeys};
}

}  // namespace handbill::spec
