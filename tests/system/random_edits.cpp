// SPDX-License-Identifier: MIT
#include "system/random_edits.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "base/utf8.h"

namespace handbill::test {
namespace {

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool latin = c >= 0xC0 && c <= 0x24F, arabic = c >= 0x621 && c <= 0x64A;
  const bool ideograph = c >= 0x4E00 && c <= 0x9FFF;
  return latin || arabic || ideograph;
}

bool is_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// Words of letters alone, and what stands between them.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    // Three ideographs are about a word.
    const bool full = is_ideograph(c) && !parts.empty() && parts.back().size() >= 9;
    if (parts.empty() || in_word != is_letter(c) || full) parts.emplace_back();
    in_word = is_letter(c);
    parts.back().append(text, begin, at - begin);
  }
  return parts;
}

bool is_word(const std::string& part) {
  std::size_t at = 0;
  return !part.empty() && is_letter(next_code_point(part, at));
}

class Editor {
 public:
  Editor(double growth, std::mt19937& random) : growth_(growth), random_(random) {}

  /// Facts in braces, escapes and marks of Markdown stand between words and stay.
  std::string text(const std::string& written) {
    if (written.find('{') != std::string::npos) return written;
    std::vector<std::string> parts = parts_of(written), words;
    std::ranges::copy_if(parts, std::back_inserter(words), is_word);
    if (words.empty()) return written;
    const double change = std::uniform_real_distribution<double>(-growth_, growth_)(random_);
    std::string result;
    for (const std::string& part : parts) {
      if (is_word(part) && change < 0 && chance(-change) && words.size() > 1) {
        // A word less, and the space before it.
        if (result.ends_with(' ')) result.pop_back();
        continue;
      }
      result += part;
      if (!is_word(part) || !chance(change)) continue;
      const std::string& more = words[pick(words.size())];
      std::size_t at = 0;
      result += (is_ideograph(next_code_point(more, at)) ? "" : " ") + more;
    }
    return result;
  }

  bool chance(double part) { return std::uniform_real_distribution<double>(0, 1)(random_) < part; }
  std::size_t pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }
  double growth() const { return growth_; }

 private:
  double growth_;
  std::mt19937& random_;
};

using Lines = std::vector<std::string>;

std::string table_of(const std::string& line) {
  const std::size_t begin = line.find_first_not_of('[');
  return line.starts_with("[") ? line.substr(begin, line.find_first_of(".]") - begin) : "";
}

/// Headers of tables begin a block; what stands before the first is one as well.
std::vector<Lines> blocks_of(const std::string& toml) {
  std::vector<Lines> blocks(1);
  std::istringstream in(toml);
  bool in_text = false;
  for (std::string line; std::getline(in, line);) {
    if (!in_text && line.starts_with("[")) blocks.emplace_back();
    if (line.find("\"\"\"") != std::string::npos) in_text = !in_text;
    blocks.back().push_back(line);
  }
  return blocks;
}

bool is_fact(const std::string& line) {
  for (const char* key : {"icon", "date", "status", "note", "file"}) {
    if (line.starts_with(key)) return true;
  }
  return false;
}

void edit_line(std::string& line, bool in_text, Editor& edit) {
  if (in_text) {
    const bool goes_on = line.ends_with("\\");
    line = edit.text(line.substr(0, line.size() - (goes_on ? 1 : 0))) + (goes_on ? "\\" : "");
    return;
  }
  const std::size_t begin = line.find('"'), end = line.rfind('"');
  if (is_fact(line) || begin == std::string::npos || begin == end) return;
  if (line.find('"', begin + 1) != end) return;
  line = line.substr(0, begin + 1) + edit.text(line.substr(begin + 1, end - begin - 1)) +
         line.substr(end);
}

void edit_block(Lines& block, Editor& edit) {
  bool in_text = false;
  for (std::string& line : block) {
    const bool opens = line.find("\"\"\"") != std::string::npos;
    if (opens) {
      in_text = !in_text;
    } else if (!line.starts_with("#") && !line.starts_with("[")) {
      edit_line(line, in_text, edit);
    }
  }
}

/// Entries of a list come twice, or not at all; one of each list stays.
std::vector<Lines> edit_lists(const std::vector<Lines>& blocks, Editor& edit) {
  std::vector<Lines> result;
  for (const Lines& block : blocks) {
    const bool entry = !block.empty() && block.front().starts_with("[[");
    const bool same = entry && !result.empty() && !result.back().empty() &&
                      result.back().front() == block.front();
    if (same && edit.chance(edit.growth() / 3)) continue;
    result.push_back(block);
    if (entry && edit.chance(edit.growth() / 3)) result.push_back(block);
  }
  return result;
}

}  // namespace

std::string with_random_edits(const std::string& toml, double growth, std::mt19937& random) {
  Editor edit(growth, random);
  std::vector<Lines> blocks = edit_lists(blocks_of(toml), edit);
  std::string result;
  for (Lines& block : blocks) {
    const std::string table = block.empty() ? "" : table_of(block.front());
    const bool is_prose =
        !table.empty() && table != "revision" && table != "clinic" && table != "hours";
    if (is_prose) edit_block(block, edit);
    for (const std::string& line : block) result += line + "\n";
  }
  return result;
}

}  // namespace handbill::test
