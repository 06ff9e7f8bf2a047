// SPDX-License-Identifier: MIT
// handbill verify: what a PDF was made of, and whether that is still so.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/version.h"
#include "pdf/document_information.h"

namespace handbill::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::streamoff kLargestFile = std::streamoff{1} << 30;

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

/// Any file of the machine: the user has named it.
std::optional<std::string> read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = in ? static_cast<std::streamoff>(in.tellg()) : -1;
  if (size < 0 || size > kLargestFile) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.seekg(0);
  in.read(bytes.data(), size);
  if (!in) return std::nullopt;
  return bytes;
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
  std::printf("%s was made by %s%s\n  with `handbill %s`\n", file.c_str(), made.program.c_str(),
              made.program == program ? "" : (", this is " + program).c_str(),
              made.command.c_str());
  for (const Checked& each : inputs) {
    std::printf("  %-8s %s  %s\n", std::string(name_of(each.state)).c_str(),
                std::string(origin_name(each.input)).c_str(),
                std::string(manifest::file_of(each.input)).c_str());
  }
  const auto differ = std::count_if(inputs.begin(), inputs.end(),
                                    [](const Checked& each) { return each.state != State::Same; });
  if (differ == 0) {
    std::printf("nothing it was made of has changed\n");
  } else {
    std::printf("%td of %zu inputs differ: build it again\n", differ, inputs.size());
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
  const auto bytes = read_whole(args.file);
  if (!bytes) {
    std::fprintf(stderr, "handbill: can't read %s\n", args.file.c_str());
    return 2;
  }
  const auto made = manifest::read_manifest(*bytes, pdf::kXmpNamespace);
  if (!made) {
    std::fprintf(
        stderr,
        "handbill: %s does not say what it was made of\n"
        " hint: documents that `handbill build` or `handbill ticket` wrote do, until another "
        "program saves them\n",
        args.file.c_str());
    return 1;
  }
  const auto project = project_or_message();
  if (!project) return 2;
  const CheckArgs options;
  Run run = start(*project, options);
  const std::vector<Checked> inputs = checked(*made, run);
  const std::string program = "Handbill " + std::string(kVersion);
  if (args.messages == Messages::Json) {
    std::printf("%s\n", as_json(args.file, *made, inputs, program).dump(2).c_str());
  } else {
    print(args.file, *made, inputs, program);
  }
  const bool same = std::all_of(inputs.begin(), inputs.end(),
                                [](const Checked& each) { return each.state == State::Same; });
  return same ? 0 : 1;
}

}  // namespace handbill::cli
