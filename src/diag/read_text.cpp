// SPDX-License-Identifier: MIT
#include "diag/read_text.h"

#include <algorithm>
#include <string>

#include "diag/decode_text.h"

namespace handbill::diag {
namespace {

// A layout or content file is a few kilobytes; 4 MiB bounds the time any later stage can take.
constexpr std::size_t kLargestText = 4U << 20U;

/// A file that is there but can't be read: no permission, far too large, or a link that leads out.
bool is_listed(const FileReader& files, std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return false;
  const auto names = files.list(path.substr(0, slash));
  return std::ranges::binary_search(names, path.substr(slash + 1));
}

}  // namespace

std::optional<FileId> read_text(const FileReader& files, std::string_view path, Span asked_at,
                                SourceMap& sources, Diagnostics& diags) {
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
  const auto bytes = files.read(path);
  if (!bytes && is_listed(files, path)) {
    diags.error(DiagnosticId::FileUnreadable, asked_at, quoted + " can't be read",
                {"it must be readable for you, at most 64 MiB, and no link out of the project"});
    return std::nullopt;
  }
  if (!bytes) {
    diags.error(DiagnosticId::FileMissing, asked_at, "there is no file " + quoted);
    return std::nullopt;
  }
  if (bytes->size() > kLargestText) {
    diags.error(DiagnosticId::TooLarge, asked_at, quoted + " is larger than 4 MiB");
    return std::nullopt;
  }
  DecodedText decoded = decode_text(*bytes);
  if (decoded.fault.empty()) return sources.add(std::string(path), std::move(decoded.text));
  const auto end = static_cast<std::uint32_t>(decoded.text.size());
  const FileId file =
      known ? *known
            : sources.add(std::string(path), std::move(decoded.text), SourceMap::Extent::UpToError);
  diags.error(DiagnosticId::NotUtf8, {file, end, end}, decoded.fault, std::move(decoded.hints));
  return std::nullopt;
}

}  // namespace handbill::diag
