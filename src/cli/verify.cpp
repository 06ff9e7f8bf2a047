// SPDX-License-Identifier: MIT
// handbill verify: what a PDF was made of, and whether that is still so.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/largest_pdf.h"
#include "cli/print.h"
#include "cli/version.h"
#include "diag/json_text.h"
#include "diag/report_file.h"
#include "pdf/document_information.h"

namespace handbill::cli {
namespace {

using Json = nlohmann::ordered_json;

using State = InputState;

struct Checked {
  manifest::Input input;
  State state{};
};

std::string_view name_of(State state) {
  return state == State::Same ? "same" : state == State::Changed ? "changed" : "missing";
}

std::string_view origin_name(const manifest::Input& input) {
  return manifest::name_of(manifest::origin_of(input));
}

std::vector<Checked> checked(const manifest::Manifest& made, Run& run) {
  std::vector<Checked> result;
  for (const manifest::Input& input : made.inputs) {
    result.push_back({input, state_now(input, run)});
  }
  return result;
}

void print(const std::string& file, const manifest::Manifest& made,
           const std::vector<Checked>& inputs, const std::string& program) {
  say(shown_name(file) + " was made by " + made.program +
      (made.program == program ? "" : ", this is " + program));
  say("  with `handbill " + made.command + "`");
  for (const Checked& each : inputs) {
    say("  " + padded(name_of(each.state), 8) + " " + std::string(origin_name(each.input)) + "  " +
        std::string(manifest::file_of(each.input)));
  }
  const auto differ = std::count_if(inputs.begin(), inputs.end(),
                                    [](const Checked& each) { return each.state != State::Same; });
  if (differ == 0) {
    say("nothing it was made of has changed");
  } else {
    say(std::to_string(differ) + " of " + std::to_string(inputs.size()) +
        " inputs differ: build it again");
  }
}

Json as_json(const std::string& file, const manifest::Manifest& made,
             const std::vector<Checked>& inputs, const std::string& program) {
  Json json{{"file", file},
            {"made_by", made.program},
            {"this_is", program},
            {"command", made.command},
            {"inputs", Json::array()}};
  for (const Checked& each : inputs) {
    json["inputs"].push_back({{"path", manifest::file_of(each.input)},
                              {"origin", origin_name(each.input)},
                              {"sha256", each.input.sha256},
                              {"state", name_of(each.state)}});
  }
  return json;
}

}  // namespace

int run(const VerifyArgs& args) {
  const diag::FileAnswer file = diag::read_named(args.file, kLargestPdf);
  if (!file.bytes) {
    const diag::Diagnostic trouble = diag::trouble_of(args.file, file, "1 GiB");
    complain("handbill: " + trouble.message);
    for (const std::string& hint : trouble.hints) complain(" hint: " + hint);
    return 2;
  }
  const auto made = manifest::read_manifest(*file.bytes, pdf::kXmpNamespace);
  if (!made) {
    complain("handbill: " + args.file + " does not say what it was made of");
    complain(
        " hint: documents that `handbill build` or `handbill ticket` wrote do, until another "
        "program saves them");
    return 1;
  }
  const auto project = project_or_message();
  if (!project) return 2;
  const CheckArgs options;
  Run run = start(*project, options);
  const std::vector<Checked> inputs = checked(*made, run);
  const std::string program = "Handbill " + std::string(kVersion);
  if (args.messages == Messages::Json) {
    print_text(diag::json_text(as_json(args.file, *made, inputs, program)));
  } else {
    print(args.file, *made, inputs, program);
  }
  const bool same = std::all_of(inputs.begin(), inputs.end(),
                                [](const Checked& each) { return each.state == State::Same; });
  return same ? 0 : 1;
}

}  // namespace handbill::cli
