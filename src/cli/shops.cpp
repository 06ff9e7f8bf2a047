// SPDX-License-Identifier: MIT
// handbill shops: the print shops there are, and what it means to go from one to another.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/number.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/run.h"
#include "diag/diagnostic_id.h"
#include "diag/json_text.h"
#include "document/shop_text.h"
#include "spec/parse_shop.h"

namespace handbill::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Change {
  std::string what;
  std::string from, to;
};

/// One document of the project, made for two shops.
struct DocumentChanges {
  std::string name;
  std::vector<Change> changes;
  std::vector<std::string> only_first, only_second;  ///< messages
};

struct Comparison {
  std::string first, second;
  std::vector<Change> changes;
  std::vector<DocumentChanges> documents;
};

std::optional<document::PrintShop> find(const std::string& name, Run& run,
                                        diag::Diagnostics& diags) {
  return run.shops.find(name, {}, run.files, run.sources, diags);
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
  return severity == diag::Severity::Error     ? "error"
         : severity == diag::Severity::Warning ? "warning"
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
    guarded(job, run, diags, [&] { facts = sheet_facts(compile_job(job, run, diags)); });
    return facts;
  };
  const auto first = facts_for(shops.first, first_diags);
  const auto second = facts_for(shops.second, second_diags);
  const auto first_lines = messages_of(first_diags, run);
  const auto second_lines = messages_of(second_diags, run);
  return {stem(job.layout), changes_of(first, second), without(first_lines, second_lines),
          without(second_lines, first_lines)};
}

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

void print(const Comparison& comparison) {
  if (comparison.changes.empty()) {
    say(comparison.first + " and " + comparison.second + " ask for the same");
  } else {
    say("From " + comparison.first + " to " + comparison.second + ":");
  }
  for (const Change& each : comparison.changes) {
    say("  " + padded(each.what, 17) + " " + each.from + " → " + each.to);
  }
  say("For the documents of this project:");
  for (const DocumentChanges& each : comparison.documents) {
    const bool same = each.changes.empty() && each.only_first.empty() && each.only_second.empty();
    say("  " + each.name + (same ? ": nothing changes" : ""));
    for (const Change& change : each.changes) {
      say("    " + change.what + ": " + change.from + " → " + change.to);
    }
    for (const std::string& line : each.only_first) say("    no more: " + line);
    for (const std::string& line : each.only_second) say("    new: " + line);
  }
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
  std::string text(document::name_of(shop.standard));
  if (shop.standard == document::Standard::None) text = "no standard";
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

/// A shop that can't be used is listed with what is wrong.
int list_shops(Run& run) {
  Json json = Json::array();
  for (const std::string& name : spec::shop_names(run.files)) {
    diag::Diagnostics found;
    const auto shop = find(name, run, found);
    const auto faults = messages_of(found, run);
    if (run.args.messages == Messages::Json) {
      json.push_back(shop ? as_json(*shop->shop) : Json{{"name", name}});
      json.back()["faults"] = faults;
      continue;
    }
    say(name + title_of(name, run));
    if (shop) say("  " + line_about(*shop->shop));
    for (const std::string& fault : faults) say("  " + fault);
  }
  if (run.args.messages == Messages::Json) print_text(diag::json_text(json));
  return 0;
}

int tell_about(const std::string& name, Run& run) {
  const auto shop = find(name, run, run.diags);
  if (!shop) {
    print_messages(run, run.diags);
    return 1;
  }
  if (run.args.messages == Messages::Json) {
    print_text(diag::json_text(as_json(*shop->shop)));
    return 0;
  }
  say(name + title_of(name, run));
  for (const document::ShopFact& each : document::shop_facts(*shop->shop)) {
    say("  " + padded(each.key, 17) + " " + each.value);
  }
  return 0;
}

}  // namespace

int run(const ShopsArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  CheckArgs documents;
  documents.messages = args.messages;
  Run run = start(*project, documents);
  if (args.names.empty()) return list_shops(run);
  if (args.names.size() == 1) return tell_about(args.names.front(), run);
  const auto comparison = compare(args.names, run);
  if (!comparison) {
    print_messages(run, run.diags);
    return 1;
  }
  if (args.messages == Messages::Json) {
    print_text(diag::json_text(as_json(*comparison)));
  } else {
    print(*comparison);
  }
  return 0;
}

}  // namespace handbill::cli
