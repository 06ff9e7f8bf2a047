// SPDX-License-Identifier: MIT
#include "build/compare_shops.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/number.h"
#include "base/words.h"
#include "build/run.h"
#include "diag/diagnostic_id.h"
#include "diag/json_text.h"
#include "document/shop_text.h"
#include "spec/parse_shop.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;

std::optional<document::PrintShop> find(const std::string& name, Run& run,
                                        diag::Diagnostics& diags) {
  return run.workspace.shops.find(name, {}, run.files, run.sources, diags);
}

std::vector<Change> changes_of(const std::vector<document::ShopFact>& first,
                               const std::vector<document::ShopFact>& second) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < first.size() && i < second.size(); ++i) {
    if (first[i] != second[i]) changes.push_back({first[i].key, first[i].value, second[i].value});
  }
  return changes;
}

std::string inches(Length width, Length height) {
  return format_number(width.inch(), 2) + " × " + format_number(height.inch(), 2) + " in";
}

/// What of a document follows from the shop.
std::vector<document::ShopFact> sheet_facts(const Compiled& compiled) {
  if (!compiled.document) return {};
  const document::Sheet& sheet = compiled.document->sheet;
  std::vector<document::ShopFact> facts = {
      {"bleed", document::both_units(sheet.bleed)},
      {"safe", document::both_units(sheet.safe)},
      {"fold_safe", document::both_units(sheet.fold_safe)},
      {"marks", document::marks_text(sheet.marks)},
  };
  if (compiled.pages && !compiled.pages->pages.empty()) {
    const Rect& media = compiled.pages->pages.front().media;
    facts.push_back({"page with bleed and marks", inches(media.width, media.height)});
  }
  return facts;
}

std::string_view name_of(diag::Severity severity) {
  return severity == diag::Severity::Error      ? "error"
         : severity == diag::Severity::Warning  ? "warning"
         : severity == diag::Severity::Consider ? "consider"
                                                : "note";
}

std::vector<std::string> messages_of(const diag::Diagnostics& diags, const Run& run) {
  std::vector<std::string> lines;
  for (const diag::Diagnostic& each : diags.list()) {
    const std::string place =
        each.span.known()
            ? run.sources.name(each.span.file) + ":" +
                  std::to_string(run.sources.position(each.span.file, each.span.begin).line) + ": "
            : "";
    const std::string id = each.rule ? each.rule->id : std::string(diag::info(each.id).name);
    lines.push_back(place + std::string(name_of(each.severity)) + ": " + each.message + " [" + id +
                    "]");
  }
  return lines;
}

std::vector<std::string> without(std::vector<std::string> lines,
                                 const std::vector<std::string>& others) {
  std::erase_if(lines, [&](const std::string& line) {
    return std::ranges::find(others, line) != others.end();
  });
  return lines;
}

DocumentChanges compare_document(Job job, const Comparison& shops, Run& run) {
  diag::Diagnostics first_diags, second_diags;
  const auto facts_for = [&](const std::string& shop, diag::Diagnostics& diags) {
    std::vector<document::ShopFact> facts;
    job.shop = shop;
    guarded(job, run, diags, [&] { facts = sheet_facts(*compile_job(job, run, diags)); });
    return facts;
  };
  const auto first = facts_for(shops.first, first_diags);
  const auto second = facts_for(shops.second, second_diags);
  const auto first_lines = messages_of(first_diags, run);
  const auto second_lines = messages_of(second_diags, run);
  return {stem(job.layout), changes_of(first, second), without(first_lines, second_lines),
          without(second_lines, first_lines)};
}

Json as_json(const std::vector<Change>& changes) {
  Json json = Json::array();
  for (const Change& each : changes) {
    json.push_back({{"what", each.what}, {"from", each.from}, {"to", each.to}});
  }
  return json;
}

Json as_json(const Comparison& comparison) {
  Json json{{"from", comparison.first},
            {"to", comparison.second},
            {"changes", as_json(comparison.changes)},
            {"documents", Json::array()}};
  for (const DocumentChanges& each : comparison.documents) {
    json["documents"].push_back({{"name", each.name},
                                 {"changes", as_json(each.changes)},
                                 {"no_more", each.only_first},
                                 {"new", each.only_second}});
  }
  return json;
}

/// A shop in one line below its name.
std::string line_about(const document::Shop& shop) {
  std::string text = names_of(shop.standard, "no standard");
  if (!shop.condition.identifier.empty()) text += ", " + shop.condition.identifier;
  text += shop.bleed == Length() ? ", no bleed" : ", bleed " + document::both_units(shop.bleed);
  return text + (shop.marks.any() ? ", marks: " + document::marks_text(shop.marks) : ", no marks");
}

Json as_json(const document::Shop& shop) {
  Json json{{"name", shop.name}, {"title", shop.title}, {"facts", Json::object()}};
  for (const document::ShopFact& each : document::shop_facts(shop)) {
    json["facts"][each.key] = each.value;
  }
  return json;
}

/// "  The clinic's own printer", of a shop that can't be used too.
std::string title_of(const std::string& name, const Run& run) {
  diag::SourceMap sources;
  diag::Diagnostics unheard;
  const auto spec = spec::parse_shop(run.files, name, {}, sources, unheard);
  return spec && spec->title ? "  " + spec->title->value : "";
}

struct ListedShop {
  std::string name, title;
  std::optional<document::PrintShop> shop;
  std::vector<std::string> faults;
};

/// A shop that can't be used is listed with what is wrong.
ListedShop look_up(const std::string& name, Run& run) {
  diag::Diagnostics found;
  auto shop = find(name, run, found);
  return {name, title_of(name, run), std::move(shop), messages_of(found, run)};
}

}  // namespace

std::optional<Comparison> compare(const std::vector<std::string>& names, Run& run) {
  const auto first = find(names[0], run, run.diags);
  const auto second = find(names[1], run, run.diags);
  if (!first || !second) return std::nullopt;
  Comparison result{
      names[0],
      names[1],
      changes_of(document::shop_facts(*first->shop), document::shop_facts(*second->shop)),
      {}};
  for (const Job& job : wanted_jobs(run)) {
    result.documents.push_back(compare_document(job, result, run));
  }
  return result;
}

std::vector<std::string> lines_of(const Comparison& comparison) {
  std::vector<std::string> lines;
  if (comparison.changes.empty()) {
    lines.push_back(comparison.first + " and " + comparison.second + " ask for the same");
  } else {
    lines.push_back("From " + comparison.first + " to " + comparison.second + ":");
  }
  for (const Change& each : comparison.changes) {
    lines.push_back("  " + padded(each.what, 17) + " " + each.from + " → " + each.to);
  }
  lines.push_back("For the documents of this project:");
  for (const DocumentChanges& each : comparison.documents) {
    const bool same = each.changes.empty() && each.only_first.empty() && each.only_second.empty();
    lines.push_back("  " + each.name + (same ? ": nothing changes" : ""));
    for (const Change& change : each.changes) {
      lines.push_back("    " + change.what + ": " + change.from + " → " + change.to);
    }
    for (const std::string& line : each.only_first) lines.push_back("    no more: " + line);
    for (const std::string& line : each.only_second) lines.push_back("    new: " + line);
  }
  return lines;
}

std::string json_of(const Comparison& comparison) { return diag::json_text(as_json(comparison)); }

std::vector<std::string> lines_of_shops(Run& run) {
  std::vector<std::string> lines;
  for (const std::string& name : spec::shop_names(run.files)) {
    const ListedShop listed = look_up(name, run);
    lines.push_back(name + listed.title);
    if (listed.shop) lines.push_back("  " + line_about(*listed.shop->shop));
    for (const std::string& fault : listed.faults) lines.push_back("  " + fault);
  }
  return lines;
}

std::string json_of_shops(Run& run) {
  Json json = Json::array();
  for (const std::string& name : spec::shop_names(run.files)) {
    const ListedShop listed = look_up(name, run);
    json.push_back(listed.shop ? as_json(*listed.shop->shop) : Json{{"name", name}});
    json.back()["faults"] = listed.faults;
  }
  return diag::json_text(json);
}

std::vector<std::string> lines_of(const document::Shop& shop, const Run& run) {
  std::vector<std::string> lines = {shop.name + title_of(shop.name, run)};
  for (const document::ShopFact& each : document::shop_facts(shop)) {
    lines.push_back("  " + padded(each.key, 17) + " " + each.value);
  }
  return lines;
}

std::string json_of(const document::Shop& shop) { return diag::json_text(as_json(shop)); }

}  // namespace handbill::build
