// SPDX-License-Identifier: MIT
#include "diag/render_sarif.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "diag/json_text.h"

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
  return rule;
}

/// A path as a relative or file URI: what RFC 3986 does not take is escaped.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain =
      "-._~/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != kPlain.npos) {
      uri += c;
    } else {
      uri += {'%', kHex[byte / 16U], kHex[byte % 16U]};
    }
  }
  return uri;
}

Json location_json(const Diagnostic& d, const std::string& file, const SourceMap& sources) {
  Json physical;
  if (!d.span.known()) {
    physical["artifactLocation"] = {{"uri", uri_of(file)}};
    return {{"physicalLocation", physical}};
  }
  const LineColumn begin = sources.position(d.span.file, d.span.begin);
  const LineColumn end = sources.position(d.span.file, d.span.end);
  physical["artifactLocation"] = {{"uri", uri_of(sources.name(d.span.file))}};
  physical["region"] = {{"startLine", begin.line},
                        {"startColumn", begin.column},
                        {"endLine", end.line},
                        {"endColumn", end.column}};
  return {{"physicalLocation", physical}};
}

Json area_properties(const PageArea& area) {
  const auto number = [](Length length) { return std::round(length.pt() * 1000) / 1000; };
  const Rect& box = area.box;
  return {{"page", area.page},
          {"rect", {number(box.left), number(box.top), number(box.width), number(box.height)}}};
}

Json result_json(const Diagnostic& d, std::size_t rule, const std::string& file,
                 const SourceMap& sources) {
  Json result = {{"ruleId", id_of(d)},
                 {"ruleIndex", rule},
                 {"level", level_of(d.severity)},
                 {"message", {{"text", d.message}}}};
  result["locations"].push_back(location_json(d, file, sources));
  if (d.area) {
    result["properties"] = area_properties(*d.area);
    for (const PageArea& area : d.also)
      result["properties"]["also"].push_back(area_properties(area));
  }
  return result;
}

}  // namespace

std::string render_sarif(const std::vector<JudgedFile>& files, const SourceMap& sources,
                         std::string_view version) {
  Json rules = Json::array(), results = Json::array();
  std::map<std::string, std::size_t> rule_index;
  for (const JudgedFile& file : files) {
    for (const Diagnostic& d : file.findings.list()) {
      const auto [rule, is_new] = rule_index.try_emplace(id_of(d), rules.size());
      if (is_new) rules.push_back(rule_json(d));
      results.push_back(result_json(d, rule->second, file.name, sources));
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
