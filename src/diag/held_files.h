// SPDX-License-Identifier: MIT
// Files of which somebody holds another text than the disk: an editor, before it is saved.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "diag/file_reader.h"

namespace handbill::diag {

class HeldFiles final : public FileReader {
 public:
  explicit HeldFiles(std::shared_ptr<const FileReader> below) : below_(std::move(below)) {}

  /// From now on `path` has these bytes; nothing: it is not there. False: a path that leads out of
  /// the project, or is not written as files are asked for ("./x", "a//x").
  bool hold(std::string_view path, std::optional<std::string> bytes);
  /// It is again what it is below.
  void let_go(std::string_view path);

  FileAnswer read(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::shared_ptr<const FileReader> below_;
  std::map<std::string, std::optional<std::string>, std::less<>> held_;
};

}  // namespace handbill::diag
