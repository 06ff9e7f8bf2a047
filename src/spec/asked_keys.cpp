// SPDX-License-Identifier: MIT
#include "spec/asked_keys.h"

#include <algorithm>

#include "base/ascii.h"

namespace handbill::spec {
namespace {

bool is_of_path(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.'; }

/// The path at the start of `text`: "treatment.headings.how".
std::string_view path_at(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_of_path);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// Each step of a path is asked of those before it; entries of lists by number are not.
void add_path(std::string_view path, AskedKeys& asked) {
  for (std::size_t dot = path.find('.'); dot != path.npos; dot = path.find('.', dot + 1)) {
    const std::string_view step = path.substr(dot + 1, path.find('.', dot + 1) - dot - 1);
    if (step.empty() || is_digit(step.front())) return;
    asked[std::string(path.substr(0, dot))].insert(std::string(step));
  }
}

/// `{treatment.headings.how}` and `rows = "treatment.benefits"`.
void add_paths(std::string_view text, AskedKeys& asked) {
  constexpr std::string_view kRows = "rows";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{') {
      add_path(path_at(text.substr(at + 1)), asked);
    } else if (text.substr(at).starts_with(kRows)) {
      const std::size_t quote = text.find_first_not_of(" =", at + kRows.size());
      if (quote == text.npos || text[quote] != '"') continue;
      add_path(path_at(text.substr(quote + 1)), asked);
    }
  }
}

}  // namespace

AskedKeys asked_keys(const diag::SourceMap& sources) {
  AskedKeys asked;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const diag::FileId file{i};
    if (sources.name(file).starts_with("layouts/")) add_paths(sources.text(file), asked);
  }
  return asked;
}

std::string table_asked_for(const AskedKeys& asked, std::span<const std::string> keys,
                            const std::function<std::size_t(std::string_view)>& least) {
  std::string best;
  std::size_t most = 0;
  for (const auto& [table, of_table] : asked) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(
        keys, [&of = of_table](const std::string& key) { return of.contains(key); }));
    if (count <= most) continue;
    const std::size_t wanted = least(table);
    if (wanted == 0 || count < wanted) continue;
    most = count;
    best = table;
  }
  return best;
}

}  // namespace handbill::spec
