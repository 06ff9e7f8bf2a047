// SPDX-License-Identifier: MIT
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown.h"
#include "base/words.h"
#include "build/affected.h"
#include "diag/json_text.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;

/// Documents of one layout that ask for it at the same places.
struct Group {
  const AffectedDocument* first = nullptr;
  std::vector<std::string> kinds;  ///< "es", "es, large-print"
};

std::string kind_of(const AffectedDocument& document) {
  return document.edition == "standard" ? document.language
                                        : document.language + " " + document.edition;
}

std::vector<Group> groups_of(const std::vector<AffectedDocument>& documents) {
  std::vector<Group> groups;
  for (const AffectedDocument& each : documents) {
    const auto same = std::ranges::find_if(groups, [&](const Group& group) {
      return group.first->layout == each.layout && group.first->places == each.places;
    });
    if (same != groups.end()) {
      same->kinds.push_back(kind_of(each));
    } else {
      groups.push_back({&each, {kind_of(each)}});
    }
  }
  return groups;
}

std::string all_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& each : words) text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::string told(const AskedPlace& place) {
  std::string text = "    " + (place.part.empty() ? std::string() : place.part + ": ");
  if (place.file.empty()) return text + "from the layout";
  return text + place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

void tell(const Affected& affected, std::string& text) {
  const auto line = [&](const std::string& words) { text += shown(words) + "\n"; };
  const bool is_file = affected.kind == Affected::Kind::File;
  const std::string value = affected.value.empty() ? "" : " “" + affected.value + "”";
  if (affected.documents.empty()) {
    return line(affected.asked + value +
                (is_file ? ": no document is made from it" : ": no document prints it"));
  }
  line(affected.asked + value + (is_file ? ": read for " : ": printed by ") +
       counted(affected.documents.size(), "document"));
  for (const Group& group : groups_of(affected.documents)) {
    line("  " + group.first->layout + " (" + all_of(group.kinds) + ")");
    for (const AskedPlace& place : group.first->places) line(told(place));
    if (group.first->places.empty() && !is_file) {
      line("    in a title, a link, a head or a foot");
    }
  }
}

Json document_json(const AffectedDocument& document) {
  Json places = Json::array();
  for (const AskedPlace& each : document.places) {
    places.push_back(
        {{"part", each.part}, {"file", each.file}, {"line", each.line}, {"column", each.column}});
  }
  return {{"name", document.name},         {"layout", document.layout},
          {"language", document.language}, {"edition", document.edition},
          {"prints", document.paths},      {"places", std::move(places)}};
}

}  // namespace

std::string text_of(const AffectedAnswer& answer) {
  std::string text;
  for (const Affected& each : answer.answers) {
    if (!text.empty()) text += "\n";
    tell(each, text);
  }
  return text;
}

std::string json_of(const AffectedAnswer& answer) {
  Json list = Json::array(), faults = Json::array();
  for (const Affected& each : answer.answers) {
    Json documents = Json::array();
    for (const AffectedDocument& document : each.documents) {
      documents.push_back(document_json(document));
    }
    list.push_back({{"asked", each.asked},
                    {"kind", each.kind == Affected::Kind::File ? "file" : "content"},
                    {"value", each.value},
                    {"documents", std::move(documents)}});
  }
  for (const diag::Diagnostic& each : answer.diags.list()) {
    faults.push_back(
        {{"message", each.message}, {"documents", each.documents}, {"hints", each.hints}});
  }
  return diag::json_text({{"affected", std::move(list)}, {"faults", std::move(faults)}});
}

}  // namespace handbill::build
