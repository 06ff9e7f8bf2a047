// SPDX-License-Identifier: MIT
#include "spec/asked_keys.h"

#include <algorithm>

#include "base/ascii.h"
#include "spec/words.h"

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

namespace {

std::string_view subject_of(std::string_view path) { return path.substr(0, path.find('.')); }

/// How many of `keys` have to be asked of the table.
std::size_t least_asked(std::string_view table, std::size_t keys, const HeadingsThere& there) {
  const bool is_related = std::ranges::any_of(there.headings, [&](const std::string& each) {
    return subject_of(each) == subject_of(table);
  });
  if (is_related || there.headings.size() <= 1) return 1;
  return std::max<std::size_t>(2, keys / 2 + 1);
}

}  // namespace

std::string missing_table_of(const AskedKeys& asked, std::span<const std::string> keys,
                             const HeadingsThere& there) {
  std::string best;
  std::size_t most = 0;
  for (const auto& [table, of_table] : asked) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(
        keys, [&of = of_table](const std::string& key) { return of.contains(key); }));
    if (count <= most || count < least_asked(table, keys.size(), there)) continue;
    if (there.is_there(table)) continue;
    most = count;
    best = table;
  }
  return best;
}

diag::Diagnostic tell_stray(const StrayKeys& stray, diag::DiagnosticId id, diag::Span at,
                            diag::Span above) {
  const bool is_one = stray.count == 1;
  const std::string them = is_one ? "it" : "them";
  const std::string heading = stray.missing.empty() ? "their heading" : quoted(stray.missing);
  std::string message = quoted(stray.first);
  if (!is_one) {
    message +=
        " and " + std::to_string(stray.count - 1) + (stray.count == 2 ? " more key" : " more keys");
  }
  message += is_one ? " stands under " : " stand under ";
  message += stray.above.empty() ? "no heading" : quoted(stray.above);
  const std::string repeated = ", which has such keys above " + them;
  diag::Diagnostic told{.id = id, .message = {}, .span = at};
  if (stray.repeat == StrayKeys::Repeat::OfKeys) {
    told.message = message + repeated;
    told.hints = {"if a heading is missing above " + them + ", write it in a line of its own",
                  "if they are written twice, take one of the two out"};
  } else {
    const std::string why = stray.repeat == StrayKeys::Repeat::OfEntry ? repeated + ": another "
                            : stray.above.empty()                      ? ": "
                            : is_one ? ", where it does not belong: "
                                     : ", where they do not belong: ";
    told.message = message + why + heading + " is missing above " + them;
    told.hints = {"write " + heading + " in a line of its own above " + them};
  }
  if (above.known()) {
    told.labels = {
        {above, is_one ? "the heading it stands under" : "the heading they stand under"}};
  }
  return told;
}

}  // namespace handbill::spec
