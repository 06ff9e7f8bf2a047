// SPDX-License-Identifier: MIT
#include "preflight/layers.h"

#include <algorithm>

namespace handbill::preflight {
namespace {

constexpr std::size_t kMost = 10'000;

std::set<std::uint64_t> identities(const Handle& array) {
  std::set<std::uint64_t> ids;
  for (std::size_t i = 0; i < std::min(count(array), kMost); ++i) {
    ids.insert(identity(element(array, i)));
  }
  return ids;
}

/// ISO 19593-1:2018, 5: the group's GTS_Metadata tell what the layer is for.
display::ProcessingStep step_of(const Handle& group) {
  using display::ProcessingStep;
  const Handle metadata = entry(group, "/GTS_Metadata");
  const std::string kind = name_of(entry(metadata, "/GTS_ProcStepsType"));
  if (kind == "Cutting") return ProcessingStep::Cutting;
  if (kind == "Folding") return ProcessingStep::Folding;
  if (kind == "Creasing") return ProcessingStep::Creasing;
  if (kind == "Perforating") return ProcessingStep::Perforating;
  // The other steps are no ink either; the nearest is a cut.
  return name_of(entry(metadata, "/GTS_ProcStepsGroup")).empty() ? ProcessingStep::None
                                                                 : ProcessingStep::Cutting;
}

}  // namespace

Layers::Layers(const Handle& catalog) : groups_(entry(entry(catalog, "/OCProperties"), "/OCGs")) {
  const Handle defaults = entry(entry(catalog, "/OCProperties"), "/D");
  base_on_ = name_of(entry(defaults, "/BaseState")) != "OFF";
  on_ = identities(entry(defaults, "/ON"));
  off_ = identities(entry(defaults, "/OFF"));
}

Layer Layers::of_group(const Handle& group) const {
  Layer layer;
  layer.name = text_of(entry(group, "/Name"));
  if (layer.name.empty()) layer.name = "layer";
  const std::uint64_t id = identity(group);
  layer.shown = base_on_ ? !off_.contains(id) : on_.contains(id);
  layer.step = step_of(group);
  return layer;
}

std::vector<std::string> Layers::hidden() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(count(groups_), kMost); ++i) {
    const Layer layer = of_group(element(groups_, i));
    if (!layer.shown && layer.step == display::ProcessingStep::None) names.push_back(layer.name);
  }
  return names;
}

Layer Layers::find(const Handle& group) const {
  const std::string type = name_of(entry(group, "/Type"));
  if (type == "OCG") return of_group(group);
  if (type != "OCMD") return {};
  const Handle groups = entry(group, "/OCGs");
  if (count(groups) == 0) return is_dictionary(groups) ? of_group(groups) : Layer{};
  Layer first = of_group(element(groups, 0));
  const std::string policy = name_of(entry(group, "/P"));
  std::size_t shown = 0;
  const std::size_t n = std::min(count(groups), kMost);
  for (std::size_t i = 0; i < n; ++i) shown += of_group(element(groups, i)).shown ? 1 : 0;
  first.shown = policy == "AllOn"    ? shown == n
                : policy == "AnyOff" ? shown < n
                : policy == "AllOff" ? shown == 0
                                     : shown > 0;
  return first;
}

}  // namespace handbill::preflight
