// SPDX-License-Identifier: MIT
#include "diag/source_map.h"

#include <algorithm>

#include "base/check.h"
#include "base/utf8.h"

namespace handbill::diag {
namespace {

constexpr std::size_t kStep = 512;

}  // namespace

FileId SourceMap::add(std::string name, std::string text, Extent extent) {
  File file{std::move(name), std::move(text), {0}, {0}, extent};
  for (std::size_t i = 0; i < file.text.size(); ++i) {
    if (file.text[i] == '\n') file.line_starts.push_back(i + 1);
  }
  for (std::size_t at = 0; at + kStep <= file.text.size(); at += kStep) {
    const std::size_t more = count_code_points(std::string_view(file.text).substr(at, kStep));
    file.code_points.push_back(file.code_points.back() + more);
  }
  return put(std::move(file));
}

FileId SourceMap::put(File file) {
  const auto free = std::ranges::find(files_, true, &File::is_free);
  if (free == files_.end()) {
    files_.push_back(std::move(file));
    return {static_cast<std::uint32_t>(files_.size() - 1)};
  }
  *free = std::move(file);
  return {static_cast<std::uint32_t>(free - files_.begin())};
}

void SourceMap::start_run() {
  for (File& each : files_) {
    if (!each.is_free && ++each.runs_ago > kMostRuns) {
      each = File{{}, {}, {0}, {0}, Extent::Whole};
      each.is_free = true;
    }
  }
}

FileId SourceMap::add_once(const std::string& name, std::string text, Extent extent) {
  const auto same = std::ranges::find_if(files_, [&](const File& each) {
    return !each.is_free && each.name == name && each.extent == extent && each.text == text;
  });
  if (same == files_.end()) return add(name, std::move(text), extent);
  same->runs_ago = 0;
  return {static_cast<std::uint32_t>(same - files_.begin())};
}

std::optional<FileId> SourceMap::find(std::string_view name) const {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const File& each = files_[i];
    if (!each.is_free && each.runs_ago == 0 && each.name == name) {
      return FileId{static_cast<std::uint32_t>(i)};
    }
  }
  return std::nullopt;
}

const SourceMap::File& SourceMap::file(FileId id) const {
  HANDBILL_CHECK(id.index() < files_.size(), "the file is in the source map");
  return files_[id.index()];
}

SourceMap::Extent SourceMap::extent(FileId id) const { return file(id).extent; }
const std::string& SourceMap::name(FileId id) const { return file(id).name; }
std::string_view SourceMap::text(FileId id) const { return file(id).text; }

std::string_view SourceMap::text(Span span) const {
  return text(span.file).substr(span.begin, span.end - span.begin);
}

LineColumn SourceMap::position(FileId id, std::size_t offset) const {
  const File& f = file(id);
  const auto after = std::upper_bound(f.line_starts.begin(), f.line_starts.end(), offset);
  const auto line = static_cast<std::size_t>(after - f.line_starts.begin());
  const std::size_t start = f.line_starts[line - 1];
  return {line, code_points_before(f, offset) - code_points_before(f, start) + 1};
}

std::size_t SourceMap::code_points_before(const File& file, std::size_t offset) {
  const std::size_t step = std::min(offset, file.text.size()) / kStep;
  const std::string_view rest = std::string_view(file.text).substr(step * kStep);
  return file.code_points[step] + count_code_points(rest.substr(0, offset - step * kStep));
}

std::size_t SourceMap::offset(FileId id, LineColumn position) const {
  const File& f = file(id);
  if (position.line == 0 || position.line > f.line_starts.size()) return f.text.size();
  const std::string_view text = line(id, position.line);
  const std::size_t column = position.column == 0 ? 0 : position.column - 1;
  return f.line_starts[position.line - 1] + offset_of_code_point(text, column);
}

std::string_view SourceMap::line(FileId id, std::size_t line) const {
  const File& f = file(id);
  HANDBILL_CHECK(line >= 1 && line <= f.line_starts.size(), "the line exists");
  const std::size_t start = f.line_starts[line - 1];
  const std::size_t end = line < f.line_starts.size() ? f.line_starts[line] - 1 : f.text.size();
  std::string_view text = std::string_view(f.text).substr(start, end - start);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::shared_ptr<const void> SourceMap::made_of(FileId id) const { return file(id).made; }

void SourceMap::keep_made(FileId id, std::shared_ptr<const void> made) const {
  file(id).made = std::move(made);
}

}  // namespace handbill::diag
