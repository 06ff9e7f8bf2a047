// SPDX-License-Identifier: MIT
#include "spec/known_names.h"

#include "base/nearest.h"

namespace handbill::spec {

std::vector<std::string> names_in(const diag::FileReader& files, std::string_view folder) {
  constexpr std::string_view kToml = ".toml";
  std::vector<std::string> names;
  for (const std::string& file : files.list(folder)) {
    if (file.ends_with(kToml)) names.push_back(file.substr(0, file.size() - kToml.size()));
  }
  return names;
}

std::vector<std::string> hints_for(std::string_view name, const std::vector<std::string>& known) {
  if (known.empty()) return {};
  if (const auto near = nearest(name, known)) return {"did you mean `" + *near + "`?"};
  std::string all = "there is";
  for (const std::string& each : known) {
    all += (&each == &known.front() ? " `" : ", `") + each + "`";
  }
  return {all};
}

}  // namespace handbill::spec
