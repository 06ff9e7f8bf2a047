// SPDX-License-Identifier: MIT
#include "diag/read_text.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

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
  const auto not_utf8 = [&](FileId file) {
    const auto end = static_cast<std::uint32_t>(sources.text(file).size());
    diags.error(DiagnosticId::NotUtf8, {file, end, end}, "the file is not UTF-8 from here on",
                {"save it as UTF-8 in your editor"});
    return std::nullopt;
  };
  if (const auto known = sources.find(path)) {
    files.used_again(path);
    if (sources.extent(*known) == SourceMap::Extent::Whole) return known;
    return not_utf8(*known);
  }
  const std::string quoted = "`" + std::string(path) + "`";
  if (!is_inside_project(path)) {
    diags.error(DiagnosticId::OutsideProject, asked_at,
                quoted + " leads outside the project folder",
                {"name a file below the project folder, with `/` between folders"});
    return std::nullopt;
  }
  auto text = files.read(path);
  if (!text && is_listed(files, path)) {
    diags.error(DiagnosticId::FileUnreadable, asked_at, quoted + " can't be read",
                {"it must be readable for you, at most 64 MiB, and no link out of the project"});
    return std::nullopt;
  }
  if (!text) {
    diags.error(DiagnosticId::FileMissing, asked_at, "there is no file " + quoted);
    return std::nullopt;
  }
  if (text->size() > kLargestText) {
    diags.error(DiagnosticId::TooLarge, asked_at, quoted + " is larger than 4 MiB");
    return std::nullopt;
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  if (const auto bad = find_invalid_utf8(*text)) {
    return not_utf8(
        sources.add(std::string(path), text->substr(0, *bad), SourceMap::Extent::UpToError));
  }
  return sources.add(std::string(path), std::move(*text));
}

}  // namespace handbill::diag
