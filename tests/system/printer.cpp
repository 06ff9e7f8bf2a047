// SPDX-License-Identifier: MIT
#include "system/printer.h"

#include <cstdlib>
#include <filesystem>

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

void write_program(const ProjectCopy& project, const std::string& name, const std::string& lines) {
  project.write("bin/" + name, "#!/bin/sh\n" + lines);
  fs::permissions(project / ("bin/" + name), fs::perms::owner_all);
}

}  // namespace

std::string with_printer(const ProjectCopy& project, const std::string& printers) {
  const std::string folder = (project / "bin").string();
  fs::create_directories(folder);
  project.write("bin/printers", printers);
  write_program(project, "lp",
                "printf '%s\\n' \"$@\" > '" + folder + "/lp-words'\ncat > '" + folder +
                    "/lp-input'\necho \"request id is front-desk-7 (0 file(s))\"\n");
  const std::string first = printers.substr(0, printers.find('\n'));
  write_program(project, "lpstat",
                "[ \"$1\" = -e ] && exec cat '" + folder + "/printers'\n" +
                    (first.empty() ? "echo 'no system default destination'\n"
                                   : "echo 'system default destination: " + first + "'\n"));
  const char* path = std::getenv("PATH");
  return "PATH=" + folder + ":" + (path != nullptr ? path : "/usr/bin:/bin");
}

}  // namespace handbill::test
