// SPDX-License-Identifier: MIT
#include "diag/read_text.h"

#include <string>

#include "diag/decode_text.h"
#include "diag/near_file.h"
#include "diag/report_file.h"

namespace handbill::diag {
namespace {

/// The project has no such file, not even under a name that was meant to be this.
bool is_left_to_program(const FileReader& files, std::string_view path, Span asked_at,
                        Diagnostics& diags) {
  const auto own = misspelt_file(files, path);
  if (!own) return true;
  diags.error(DiagnosticId::FileMissing, asked_at,
              "the project has `" + *own + "`, but no `" + std::string(path) + "`",
              {"name it so; without it the program's own would be taken"});
  return false;
}

}  // namespace

std::optional<FileId> read_text(const FileReader& files, std::string_view path, Span asked_at,
                                SourceMap& sources, Diagnostics& diags) {
  return read_text(files, path, asked_at, sources, diags, kLargestText);
}

std::optional<FileId> read_text(const FileReader& files, std::string_view path, Span asked_at,
                                SourceMap& sources, Diagnostics& diags, std::size_t largest) {
  const auto known = sources.find(path);
  if (known && sources.extent(*known) == SourceMap::Extent::Whole) {
    files.used_again(path);
    return known;
  }
  const std::string quoted = "`" + std::string(path) + "`";
  if (!is_inside_project(path)) {
    diags.error(DiagnosticId::OutsideProject, asked_at,
                quoted + " leads outside the project folder",
                {"name a file below the project folder, with `/` between folders"});
    return std::nullopt;
  }
  const FileAnswer answer = files.read(path);
  if (answer.state != FileState::File) {
    report_file(files, path, answer, asked_at, diags);
    return std::nullopt;
  }
  if (answer.origin == Origin::Program && !is_left_to_program(files, path, asked_at, diags)) {
    return std::nullopt;
  }
  if (answer.bytes->size() > largest) {
    diags.error(DiagnosticId::TooLarge, asked_at,
                quoted + " is larger than " + std::to_string(largest >> 20U) + " MiB");
    return std::nullopt;
  }
  DecodedText decoded = decode_text(*answer.bytes);
  if (decoded.fault.empty()) return sources.add_once(std::string(path), std::move(decoded.text));
  const auto end = static_cast<std::uint32_t>(decoded.text.size());
  const FileId file = known ? *known
                            : sources.add_once(std::string(path), std::move(decoded.text),
                                               SourceMap::Extent::UpToError);
  diags.error(DiagnosticId::NotUtf8, {file, end, end}, decoded.fault, std::move(decoded.hints));
  return std::nullopt;
}

}  // namespace handbill::diag
