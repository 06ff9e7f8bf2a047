// SPDX-License-Identifier: MIT
#include "diag/render_sarif.h"

#include <map>
#include <nlohmann/json.hpp>

#include "base/number.h"
#include "diag/hinted_fix.h"
#include "diag/json_text.h"
#include "diag/render.h"
#include "diag/told.h"

namespace handbill::diag {
namespace {

using Json = nlohmann::ordered_json;

std::string id_of(const Diagnostic& d) {
  return d.rule ? d.rule->id : std::string(info(d.id).name);
}

const char* level_of(Severity severity) {
  return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

/// What a rule says, wherever it was broken first.
Json rule_json(const Diagnostic& d) {
  Json rule = {{"id", id_of(d)}};
  const std::string text = d.rule ? d.rule->source : std::string(info(d.id).explanation);
  rule["shortDescription"] = {{"text", text}};
  std::string help = text;
  for (const std::string& hint : d.hints) help += "\n" + hint;
  rule["help"] = {{"text", help}};
  if (d.rule && !d.rule->link.empty()) rule["helpUri"] = d.rule->link;
  return rule;
}

/// A path as a relative or file URI: what RFC 3986 does not take is escaped.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain =
      "-._~/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (kPlain.find(c) != kPlain.npos) {
      uri += c;
    } else {
      uri += "%" + hex_digits(static_cast<unsigned char>(c), 2);
    }
  }
  return uri;
}

/// A place in a file of the project, seen from its folder.
Json physical_json(Span span, const SourceMap& sources) {
  const LineColumn begin = sources.position(span.file, span.begin);
  const LineColumn end = sources.position(span.file, span.end);
  return {
      {"artifactLocation", {{"uri", uri_of(sources.name(span.file))}, {"uriBaseId", "%SRCROOT%"}}},
      {"region",
       {{"startLine", begin.line},
        {"startColumn", begin.column},
        {"endLine", end.line},
        {"endColumn", end.column}}}};
}

/// Empty: it has no place, in no file and no document.
Json location_json(const Diagnostic& d, const std::string& file, const SourceMap& sources) {
  Json location = Json::object();
  if (d.span.known()) {
    location["physicalLocation"] = physical_json(d.span, sources);
  } else if (!file.empty()) {
    location["physicalLocation"] = {{"artifactLocation", {{"uri", uri_of(file)}}}};
  }
  for (const std::string& each : d.documents) {
    location["logicalLocations"].push_back({{"name", each}, {"kind", "document"}});
  }
  return location;
}

Json area_properties(const PageArea& area) {
  const Rect& box = area.box;
  return {{"page", area.page},
          {"rect",
           {json_points(box.left), json_points(box.top), json_points(box.width),
            json_points(box.height)}}};
}

Json properties_json(const Diagnostic& d) {
  Json properties = Json::object();
  if (!d.fact.empty()) properties["fact"] = d.fact;
  if (!d.frame.empty()) properties["frame"] = d.frame;
  if (!d.area) return properties;
  properties.update(area_properties(*d.area));
  for (const PageArea& area : d.also) properties["also"].push_back(area_properties(area));
  return properties;
}

Json region_json(Span span, const SourceMap& sources) {
  return physical_json(span, sources)["region"];
}

/// An edit, as SARIF 2.1.0 section 3.55 has it.
Json fix_json(const Fix& fix, const SourceMap& sources) {
  const Json replacement = {{"deletedRegion", region_json(fix.span, sources)},
                            {"insertedContent", {{"text", fix.replacement}}}};
  const Json change = {{"artifactLocation", physical_json(fix.span, sources)["artifactLocation"]},
                       {"replacements", Json::array({replacement})}};
  return {{"description", {{"text", "write `" + fix.replacement + "`"}}},
          {"artifactChanges", Json::array({change})}};
}

Json result_json(const Diagnostic& d, std::size_t rule, const std::string& file,
                 const SourceMap& sources) {
  Json result = {{"ruleId", id_of(d)},
                 {"ruleIndex", rule},
                 {"level", level_of(d.severity)},
                 {"message", {{"text", d.message}}}};
  Json location = location_json(d, file, sources);
  if (!location.empty()) result["locations"].push_back(std::move(location));
  for (const Label& label : d.labels) {
    result["relatedLocations"].push_back({{"physicalLocation", physical_json(label.span, sources)},
                                          {"message", {{"text", label.message}}}});
  }
  if (const auto fix = fix_of(d, sources)) result["fixes"].push_back(fix_json(*fix, sources));
  Json properties = properties_json(d);
  if (!properties.empty()) result["properties"] = std::move(properties);
  return result;
}

}  // namespace

std::string render_sarif(const std::vector<JudgedFile>& files, const SourceMap& sources,
                         std::string_view version) {
  Json rules = Json::array(), results = Json::array();
  std::map<std::string, std::size_t> rule_index;
  for (const JudgedFile& file : files) {
    Told told = told_of(file.findings, kMostInJson);
    if (told.rest) told.list.push_back(&*told.rest);
    for (const Diagnostic* each : told.list) {
      const auto [rule, is_new] = rule_index.try_emplace(id_of(*each), rules.size());
      if (is_new) rules.push_back(rule_json(*each));
      results.push_back(result_json(*each, rule->second, file.name, sources));
    }
  }
  const Json driver = {{"name", "Handbill"}, {"version", version}, {"rules", rules}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}};
  return json_text(log);
}

}  // namespace handbill::diag
