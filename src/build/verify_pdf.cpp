// SPDX-License-Identifier: MIT
#include "build/verify_pdf.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown.h"
#include "base/words.h"
#include "build/largest_pdf.h"
#include "build/version.h"
#include "diag/json_text.h"
#include "diag/report_file.h"
#include "pdf/document_information.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;
using State = InputState;

std::string_view name_of(State state) {
  return state == State::Same ? "same" : state == State::Changed ? "changed" : "missing";
}

std::string_view origin_name(const manifest::Input& input) {
  return manifest::name_of(manifest::origin_of(input));
}

std::vector<CheckedInput> checked(const manifest::Manifest& made, Run& run) {
  std::vector<CheckedInput> result;
  for (const manifest::Input& input : made.inputs) {
    result.push_back({input, state_now(input, run)});
  }
  return result;
}

std::size_t count_changed(const Verified& verified) {
  return static_cast<std::size_t>(std::ranges::count_if(
      verified.inputs, [](const CheckedInput& each) { return each.state != State::Same; }));
}

}  // namespace

std::optional<manifest::Manifest> read_made(const std::string& path, diag::Diagnostics& diags) {
  const diag::FileAnswer file = diag::read_named(path, kLargestPdf);
  if (!file.bytes) {
    diags.add(diag::trouble_of(path, file, "1 GiB"));
    return std::nullopt;
  }
  auto made = manifest::read_manifest(*file.bytes, pdf::kXmpNamespace);
  if (!made) {
    diags.error(diag::DiagnosticId::WrongUse, {}, path + " does not say what it was made of",
                {"documents that `handbill build` or `handbill ticket` wrote do, until another "
                 "program saves them"});
  }
  return made;
}

Verified verify_pdf(std::string file, manifest::Manifest made, Run& run) {
  std::vector<CheckedInput> inputs = checked(made, run);
  return {std::move(file), std::move(made), std::move(inputs)};
}

bool is_unchanged(const Verified& verified) { return count_changed(verified) == 0; }

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
  const std::size_t changed = count_changed(verified);
  lines.push_back(changed == 0
                      ? "nothing it was made of has changed"
                      : std::to_string(changed) + " of " + std::to_string(verified.inputs.size()) +
                            " inputs differ: build it again");
  return lines;
}

std::string json_of(const Verified& verified) {
  Json json{{"file", verified.file},
            {"made_by", verified.made.program},
            {"this_is", program_name()},
            {"command", verified.made.command},
            {"inputs", Json::array()}};
  for (const CheckedInput& each : verified.inputs) {
    json["inputs"].push_back({{"path", manifest::file_of(each.input)},
                              {"origin", origin_name(each.input)},
                              {"sha256", each.input.sha256},
                              {"state", name_of(each.state)}});
  }
  return diag::json_text(json);
}

}  // namespace handbill::build
