// SPDX-License-Identifier: MIT
// handbill_compile_rules PROJECT FOLDER NAME…: makes packs of rules over words ready to be read:
// FOLDER/NAME.rules of PROJECT/layouts/rules/NAME.toml and the packs it extends.
#include <span>

#include "base/made_file.h"
#include "diag/render.h"
#include "spec/ready_rules.h"

namespace handbill::spec {
namespace {

/// Remembers what is read.
class RememberedFiles final : public diag::FileReader {
 public:
  explicit RememberedFiles(const diag::FileReader& files) : files_(files) {}
  diag::FileAnswer read(std::string_view path) const override {
    paths_.emplace_back(path);
    return files_.read(path);
  }
  std::vector<std::string> list(std::string_view folder) const override {
    return files_.list(folder);
  }
  const std::vector<std::string>& paths() const { return paths_; }

 private:
  const diag::FileReader& files_;
  mutable std::vector<std::string> paths_;
};

bool make_ready(const diag::FileReader& files, const std::string& folder, const std::string& name) {
  const RememberedFiles remembered(files);
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = parse_rules(remembered, name, {}, sources, diags);
  write_all(STDERR_FILENO, diag::render(diags, sources, diag::Paint::Plain));
  return pack &&
         save_made(folder + "/" + name + ".rules", ready_form(*pack, files, remembered.paths()));
}

}  // namespace
}  // namespace handbill::spec

int main(int count, char** values) {
  const std::span<char*> arguments(values, static_cast<std::size_t>(count));
  if (arguments.size() < 4) return 2;
  const handbill::diag::DiskFiles files({arguments[1]});
  for (const char* name : arguments.subspan(3)) {
    if (!handbill::spec::make_ready(files, arguments[2], name)) return 1;
  }
  return 0;
}
