// SPDX-License-Identifier: MIT
// Lines of fields that stand apart by tabs. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::manifest {

/// With its end. Line ends and tabs in fields are written "\\n" and "\\t", "\\" twice.
inline std::string line_of(const std::vector<std::string_view>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += '\t';
    for (const char c : fields[i]) {
      if (c == '\n' || c == '\t' || c == '\\') line += '\\';
      line += c == '\n' ? 'n' : c == '\t' ? 't' : c;
    }
  }
  return line + '\n';
}

/// Of a line without its end; there is always one.
inline std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t') {
      fields.emplace_back();
    } else if (line[i] == '\\' && i + 1 < line.size()) {
      const char c = line[++i];
      fields.back() += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    } else {
      fields.back() += line[i];
    }
  }
  return fields;
}

}  // namespace handbill::manifest
