// SPDX-License-Identifier: MIT
#include <cmath>
#include <nlohmann/json.hpp>

#include "build/diff.h"
#include "diag/json_text.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;
using compare::Change;
using compare::Piece;

Json version_json(const Version& version) {
  return {{"name", version.name},
          {"title", version.title},
          {"kind", version.kind == Version::Kind::Pdf ? "pdf" : "project"}};
}

Json optional_json(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json();
}

Json passage_json(const ToldDocument* document, const std::optional<std::size_t>& index) {
  if (document == nullptr || !index) return {};
  const compare::Passage& passage = document->passages[*index];
  return {{"text", passage.text}, {"place", passage.place}, {"heading", passage.heading}};
}

const char* name_of(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::Added:
      return "added";
    case Change::Kind::Removed:
      return "removed";
    case Change::Kind::Changed:
      return "changed";
    case Change::Kind::Moved:
      return "moved";
    case Change::Kind::MovedAndChanged:
      return "moved-and-changed";
  }
  return "";
}

const char* name_of(Piece::Kind kind) {
  return kind == Piece::Kind::Same ? "same" : kind == Piece::Kind::Added ? "added" : "removed";
}

const char* name_of(DocumentDiff::State state) {
  switch (state) {
    case DocumentDiff::State::Same:
      return "same";
    case DocumentDiff::State::Changed:
      return "changed";
    case DocumentDiff::State::Added:
      return "added";
    case DocumentDiff::State::Removed:
      return "removed";
  }
  return "";
}

Json words_json(const DocumentDiff& diff) {
  Json list = Json::array();
  for (const Change& change : diff.changes) {
    Json pieces = Json::array();
    for (const Piece& each : change.pieces) {
      pieces.push_back({{"is", name_of(each.kind)}, {"text", each.text}});
    }
    list.push_back({{"change", name_of(change.kind)},
                    {"before", passage_json(diff.before, change.before)},
                    {"after", passage_json(diff.after, change.after)},
                    {"pieces", std::move(pieces)}});
  }
  return list;
}

/// Left, top, width, height in points.
Json boxes_json(const std::vector<Rect>& boxes) {
  Json list = Json::array();
  for (const Rect& box : boxes) {
    list.push_back({diag::json_points(box.left), diag::json_points(box.top),
                    diag::json_points(box.width), diag::json_points(box.height)});
  }
  return list;
}

Json page_json(const PageChange& page) {
  const auto number = [](const std::optional<std::size_t>& index) {
    return index ? Json(*index + 1) : Json();
  };
  return {{"name", page.name},
          {"before", number(page.before)},
          {"after", number(page.after)},
          {"share", std::round(page.share * 1e6) / 1e6},
          {"areas", boxes_json(page.areas)},
          {"removed_words", boxes_json(page.removed)},
          {"added_words", boxes_json(page.added)}};
}

Json document_json(const DocumentDiff& diff) {
  Json pages = Json::array();
  for (const PageChange& each : diff.pages) pages.push_back(page_json(each));
  return {{"name", diff.name},         {"title", diff.title},
          {"language", diff.language}, {"state", name_of(diff.state)},
          {"words", words_json(diff)}, {"pages_compared", diff.are_pages_compared},
          {"pages", std::move(pages)}};
}

void add_faults(const char* version, const ToldVersion& told, Json& list) {
  for (const VersionFault& each : told.faults) {
    list.push_back({{"version", version},
                    {"document", each.document},
                    {"message", each.message},
                    {"loses", each.loses == VersionFault::Loses::Pages ? "pages" : "document"}});
  }
}

}  // namespace

std::string json_of(const Diff& diff) {
  Json facts = Json::array(), documents = Json::array(), faults = Json::array();
  for (const FactChange& each : diff.facts) {
    facts.push_back({{"path", each.path},
                     {"before", optional_json(each.before)},
                     {"after", optional_json(each.after)},
                     {"documents", each.documents}});
  }
  for (const DocumentDiff& each : diff.documents) documents.push_back(document_json(each));
  add_faults("before", diff.told_before, faults);
  add_faults("after", diff.told_after, faults);
  return diag::json_text({{"before", version_json(diff.before)},
                          {"after", version_json(diff.after)},
                          {"same", diff.is_same()},
                          {"facts", std::move(facts)},
                          {"documents", std::move(documents)},
                          {"faults", std::move(faults)}});
}

}  // namespace handbill::build
