// SPDX-License-Identifier: MIT
#include "spelling/own_words.h"

#include <algorithm>

#include "base/words.h"
#include "diag/read_text.h"
#include "spelling/letters.h"

namespace handbill::spelling {
namespace {

using diag::DiagnosticId;

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == line.npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

class Reader {
 public:
  Reader(diag::FileId file, std::string language, diag::Diagnostics& diags)
      : file_(file), language_(std::move(language)), diags_(diags) {}

  /// A line from byte `at` of the file on. False: no more are read.
  bool take(std::string_view line, std::size_t at, OwnWords& own) {
    const std::string_view word = trimmed(line.substr(0, line.find('#')));
    if (word.empty()) return true;
    const auto begin = static_cast<std::uint32_t>(at);
    const diag::Span span{file_, begin, begin + static_cast<std::uint32_t>(line.size())};
    if (word.size() > kLongestOwnWord) {
      diags_.error(DiagnosticId::TooLarge, span,
                   "this line is over " + std::to_string(kLongestOwnWord) + " bytes long",
                   {"write one word, or the few words of a name, on each line"});
      return true;
    }
    if (own.words.size() == kMostOwnWords) {
      diags_.error(DiagnosticId::TooLarge, span, "there are more than 20,000 words of your own");
      return false;
    }
    own.words.push_back({in_form_c(with_plain_signs(word)), language_});
    return true;
  }

 private:
  diag::FileId file_;
  std::string language_;
  diag::Diagnostics& diags_;
};

std::optional<diag::FileId> read_file(const diag::FileReader& files, const std::string& path,
                                      const std::string& language, diag::SourceMap& sources,
                                      diag::Diagnostics& diags, OwnWords& own) {
  const diag::FileState state = files.read(path).state;
  if (state == diag::FileState::Missing || state == diag::FileState::NoFolder) return std::nullopt;
  const auto file = diag::read_text(files, path, {}, sources, diags);
  if (!file) return std::nullopt;
  const std::string_view text = sources.text(*file);
  Reader reader(*file, language, diags);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (!reader.take(text.substr(at, end - at), at, own)) break;
    at = end + 1;
  }
  return file;
}

bool is_language_of(std::string_view folder, std::string_view language) {
  return language.starts_with(folder) &&
         (language.size() == folder.size() || language[folder.size()] == '-');
}

}  // namespace

std::vector<std::string_view> OwnWords::of(std::string_view language) const {
  std::vector<std::string_view> found;
  for (const OwnWord& each : words) {
    if (is_language_of(each.language, language) || each.language.empty()) {
      found.emplace_back(each.text);
    }
  }
  return found;
}

OwnWords read_own_words(const diag::FileReader& files, diag::SourceMap& sources,
                        diag::Diagnostics& diags) {
  OwnWords own;
  if (const auto file = read_file(files, std::string(kOwnWordsFile), "", sources, diags, own)) {
    const std::string_view text = sources.text(*file);
    const auto end = static_cast<std::uint32_t>(text.size());
    const bool ends_line = text.empty() || text.ends_with('\n');
    own.more = diag::Fix{{*file, end, end}, ends_line ? "" : "\n"};
  }
  for (const std::string& folder : files.list("content")) {
    if (folder.find('.') != folder.npos) continue;
    read_file(files, "content/" + folder + "/words.txt", folder, sources, diags, own);
  }
  return own;
}

std::optional<diag::Fix> added(std::string_view word, const OwnWords& own) {
  std::optional<diag::Fix> fix = own.more;
  if (fix) fix->replacement += std::string(word) + "\n";
  return fix;
}

}  // namespace handbill::spelling
