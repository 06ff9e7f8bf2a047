// SPDX-License-Identifier: MIT
// Stage 1, read: a project file into the source map.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"

namespace handbill::diag {

/// Bytes of a file of text. A layout or content file is a few kilobytes; this bounds the time any
/// later stage can take.
inline constexpr std::size_t kLargestText = std::size_t{4} << 20U;
/// Of a ledger, which grows for years: thousands of approvals with all their words.
inline constexpr std::size_t kLargestLedger = std::size_t{32} << 20U;

/// The file as valid UTF-8 text, as decode_text has it; read once, however often asked for.
/// On failure reports file-missing, file-unreadable, outside-project, too-large or not-utf8;
/// `asked_at` is the place that names the file.
std::optional<FileId> read_text(const FileReader& files, std::string_view path, Span asked_at,
                                SourceMap& sources, Diagnostics& diags);
/// The same of at most so many bytes.
std::optional<FileId> read_text(const FileReader& files, std::string_view path, Span asked_at,
                                SourceMap& sources, Diagnostics& diags, std::size_t largest);

}  // namespace handbill::diag
