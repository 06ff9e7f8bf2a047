// SPDX-License-Identifier: MIT
// What `verify` has found, for people and for programs.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown.h"
#include "base/words.h"
#include "build/verify_pdf.h"
#include "build/version.h"
#include "diag/json_text.h"
#include "manifest/changed_words.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;
using manifest::begin_of;
using manifest::ShownDifference;

std::string_view name_of(InputState state) {
  return state == InputState::Same ? "same" : state == InputState::Changed ? "changed" : "missing";
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Current:
      return "current";
    case Verdict::LookChanged:
      return "look-changed";
    case Verdict::Changed:
      return "changed";
    case Verdict::Untold:
      return "untold";
    case Verdict::FilesSame:
      return "files-same";
    case Verdict::FilesChanged:
      return "files-changed";
  }
  return "";
}

std::string_view origin_name(const manifest::Input& input) {
  return manifest::name_of(manifest::origin_of(input));
}

std::size_t count_changed(const Verified& verified) {
  return static_cast<std::size_t>(std::ranges::count_if(
      verified.inputs, [](const CheckedInput& each) { return each.state != InputState::Same; }));
}

std::size_t count_of(const Verified& verified, ShownDifference::Of of) {
  return static_cast<std::size_t>(
      std::ranges::count(verified.differences, of, &ShownDifference::of));
}

std::string in_ticks(const std::string& words) { return "`" + words + "`"; }

std::string said_of(const ShownDifference& each) {
  if (each.of == ShownDifference::Of::Order) {
    return "it is read before " + in_ticks(*each.is) + " now, and was behind it";
  }
  const bool is_fact = each.of == ShownDifference::Of::Fact;
  const std::string shows = is_fact ? "it shows " : "it says ";
  const auto value = [&](const std::string& words) {
    return is_fact && words.empty() ? "a line to write on" : in_ticks(words);
  };
  if (!each.is) return shows + value(begin_of(*each.was)) + ", the document does no more";
  if (!each.was) return "the document has " + value(begin_of(*each.is)) + ", this file does not";
  // Facts are short, and read as a whole.
  const auto [was, is] = is_fact ? std::pair(begin_of(*each.was), begin_of(*each.is))
                                 : manifest::changed_words(*each.was, *each.is);
  return shows + value(was) + ", now it is " + value(is);
}

std::string line_of(const ShownDifference& each) {
  std::string line = "  " + each.key;
  for (std::size_t i = 0; i < each.places.size(); ++i) {
    line += (i == 0 ? " (" : "; ") + each.places[i];
  }
  return line + (each.places.empty() ? ": " : "): ") + said_of(each);
}

/// The version is printed, and bears no fact.
std::string version_line(const Verified& verified) {
  if (!verified.made.shown) return {};
  const auto& then = verified.made.shown->shown.version;
  for (const manifest::ShownFact& now : verified.version) {
    const auto was = std::ranges::find(then, now.path, &manifest::ShownFact::path);
    if (was == then.end() || was->value == now.value) continue;
    return "  " + now.path + ": it bears " + in_ticks(was->value) + ", now it is " +
           in_ticks(now.value) + ", which is no fault";
  }
  return {};
}

std::string differences_counted(const Verified& verified) {
  const std::size_t facts = count_of(verified, ShownDifference::Of::Fact);
  const std::size_t texts = count_of(verified, ShownDifference::Of::Text);
  if (facts + texts == 0) return "its texts stand in another order now: build it again";
  std::string text = facts > 0 ? counted(facts, "fact") : "";
  if (texts > 0) text += (facts > 0 ? " and " : "") + counted(texts, "text");
  return text + (facts + texts == 1 ? " differs" : " differ") + ": build it again";
}

std::string verdict_line(const Verified& verified) {
  const std::size_t changed = count_changed(verified);
  switch (verified.verdict) {
    case Verdict::Current:
      return changed == 0 ? "nothing it was made of has changed"
                          : "all facts and words it shows are current: what has changed stands "
                            "elsewhere";
    case Verdict::LookChanged:
      return "all facts and words it shows are current: only its look has changed";
    case Verdict::Changed:
      return differences_counted(verified);
    case Verdict::Untold:
      return "whether its facts and words are current can't be told: " + verified.trouble;
    case Verdict::FilesSame:
      return "nothing it was made of has changed";
    case Verdict::FilesChanged:
      return std::to_string(changed) + " of " + std::to_string(verified.inputs.size()) +
             " inputs differ; which facts and words it shows it does not say, as " +
             verified.made.program + " made it: build it again";
  }
  return {};
}

Json json_of(const ShownDifference& each) {
  const bool is_fact = each.of == ShownDifference::Of::Fact;
  Json json{{"of", is_fact                                ? "fact"
                   : each.of == ShownDifference::Of::Text ? "text"
                                                          : "order"},
            {"path", each.key},
            {"places", each.places}};
  json["was"] = each.was ? Json(*each.was) : Json();
  json["is"] = each.is ? Json(*each.is) : Json();
  return json;
}

}  // namespace

std::vector<std::string> lines_of(const Verified& verified) {
  const std::string program = program_name();
  const manifest::Manifest& made = verified.made;
  std::vector<std::string> lines = {shown_name(verified.file) + " was made by " + made.program +
                                        (made.program == program ? "" : ", this is " + program),
                                    "  with `handbill " + made.command + "`"};
  for (const CheckedInput& each : verified.inputs) {
    lines.push_back("  " + padded(name_of(each.state), 8) + " " +
                    std::string(origin_name(each.input)) + "  " +
                    std::string(manifest::file_of(each.input)));
  }
  for (const ShownDifference& each : verified.differences) lines.push_back(line_of(each));
  if (std::string version = version_line(verified); !version.empty()) {
    lines.push_back(std::move(version));
  }
  lines.push_back(verdict_line(verified));
  return lines;
}

std::string json_of(const Verified& verified) {
  Json json{{"file", verified.file},
            {"made_by", verified.made.program},
            {"this_is", program_name()},
            {"command", verified.made.command},
            {"verdict", name_of(verified.verdict)},
            {"differences", Json::array()},
            {"inputs", Json::array()}};
  if (!verified.trouble.empty()) json["trouble"] = verified.trouble;
  for (const ShownDifference& each : verified.differences) {
    json["differences"].push_back(json_of(each));
  }
  for (const CheckedInput& each : verified.inputs) {
    json["inputs"].push_back({{"path", manifest::file_of(each.input)},
                              {"origin", origin_name(each.input)},
                              {"sha256", each.input.sha256},
                              {"state", name_of(each.state)}});
  }
  return diag::json_text(json);
}

}  // namespace handbill::build
