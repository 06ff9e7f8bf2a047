// SPDX-License-Identifier: MIT
#include "plain/say.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace handbill::plain {
namespace {

std::string letters_and_digits(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) result += c;
  }
  return to_lower(result);
}

/// "https://handbill.example/" is said by "handbill.example", "tel:+13015550142" by
/// "(301) 555-0142".
bool says_address(std::string_view words, std::string_view address) {
  const std::string said = letters_and_digits(words);
  return !said.empty() && letters_and_digits(address).ends_with(said);
}

class Sayer {
 public:
  Sayer(const words::Paragraph& paragraph, const Manner& manner)
      : paragraph_(paragraph), manner_(manner) {}

  std::vector<Piece> say() {
    const auto& runs = paragraph_.runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const bool is_last = i + 1 == runs.size();
      const std::size_t end = is_last ? paragraph_.text.size() : runs[i + 1].begin;
      say(runs[i], end);
      if (is_last || runs[i + 1].link != runs[i].link) end_link(runs[i], end);
    }
    return std::move(pieces_);
  }

 private:
  void say(const words::Run& run, std::size_t end) {
    if (run.link != link_) {
      link_ = run.link;
      link_begin_ = run.begin;
    }
    if (run.is_note_number) add("[", run.language);
    for (std::size_t at = run.begin; at < end;) {
      const std::string_view rest = std::string_view(paragraph_.text).substr(at, end - at);
      if (rest.starts_with(words::kBlankSign)) {
        add(manner_.blank, run.language);
        at += words::kBlankSign.size();
      } else {
        const bool is_flush = paragraph_.flush_end == at && manner_.flush_end == FlushEnd::Behind;
        add(is_flush ? " " : rest.substr(0, 1), run.language);
        ++at;
      }
    }
    if (run.is_note_number) add("]", run.language);
  }

  void end_link(const words::Run& run, std::size_t end) {
    if (run.link.empty()) return;
    const std::string_view words =
        std::string_view(paragraph_.text).substr(link_begin_, end - link_begin_);
    if (says_address(words, run.link) || is_said_elsewhere(run.link)) return;
    add(" (" + run.link + ")", run.language);
  }

  /// Paper shows the address behind the words that lead there.
  bool is_said_elsewhere(const std::string& address) const {
    const auto& runs = paragraph_.runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const bool is_last = i + 1 == runs.size();
      const std::size_t end = is_last ? paragraph_.text.size() : runs[i + 1].begin;
      const std::string_view words =
          std::string_view(paragraph_.text).substr(runs[i].begin, end - runs[i].begin);
      if (runs[i].link == address && says_address(words, address)) return true;
    }
    return false;
  }

  void add(std::string_view text, const std::string& language) {
    if (pieces_.empty() || pieces_.back().language != language) pieces_.push_back({"", language});
    pieces_.back().text += text;
  }

  const words::Paragraph& paragraph_;
  const Manner& manner_;
  std::string link_;
  std::size_t link_begin_ = 0;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> said(const words::Paragraph& paragraph, const Manner& manner) {
  return Sayer(paragraph, manner).say();
}

std::vector<Piece> said_of_figure(const words::Paragraph& paragraph) {
  std::vector<Piece> pieces = said(paragraph);
  if (pieces.empty()) return pieces;
  pieces.front().text.insert(0, "[");
  if (!paragraph.says.empty()) pieces.back().text += ": " + paragraph.says;
  pieces.back().text += "]";
  return pieces;
}

}  // namespace handbill::plain
