// SPDX-License-Identifier: MIT
#include "words/shown.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "content/printed_values.h"
#include "spec/fact_path.h"

namespace handbill::words {
namespace {

using manifest::on_one_line;
using manifest::ShownFact;
using manifest::ShownText;
using text::Origin;

bool tells_of_version(std::string_view path) {
  return path.starts_with("revision.") || path.starts_with("approval.");
}

std::string name_of(const Part& part) {
  return part.panel.empty() ? part.side : part.side + ", " + part.panel;
}

void add_once(std::vector<std::string>& list, const std::string& entry) {
  if (entry.empty() || std::ranges::find(list, entry) != list.end()) return;
  list.push_back(entry);
}

/// The number of a page, or of an entry in its list.
bool is_counted(std::string_view path) {
  return path == "page" || path == "pages" || path.starts_with("page.") ||
         path.starts_with("page of ") || path.starts_with("document.") || path.ends_with(".n");
}

/// "{menu.price}" of "menu.2.price": which entry it is of follows from its list.
std::string in_braces(std::string_view path) {
  std::string text = "{";
  while (!path.empty()) {
    const std::string_view key = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(key.size() + 1, path.size()));
    const bool is_number = key.find_first_not_of("0123456789") == key.npos;
    if (!is_number) text += (text.size() > 1 ? "." : "") + std::string(key);
  }
  return text + "}";
}

/// Bytes of a paragraph's text that come from one place.
struct Piece {
  std::size_t paragraph = 0;  ///< index in Words::paragraphs
  std::size_t begin = 0, end = 0;
  diag::Span place{};
};

/// What is read of one text of the content, or of one frame of the layout. It may be told several
/// times, as in each row of a table.
class Home {
 public:
  enum class Of { Content, Layout };

  void add(const Piece& piece, const std::string& words, Of of) {
    const bool goes_back = piece.place.file != last_.place.file ||  //
                           piece.place.begin < last_.place.end;
    const bool is_next = lines_.empty() || piece.paragraph != last_.paragraph;
    // What a layout says of each row stands for itself.
    if (of == Of::Layout ? is_next : goes_back) close();
    if (lines_.empty() || piece.paragraph != last_.paragraph) {
      lines_.emplace_back();
    } else if (piece.begin != last_.end) {
      lines_.back() += ' ';
    }
    lines_.back() += words;
    last_ = piece;
  }

  /// The words are more than those of facts.
  void note_words() { has_words_ = true; }
  void add_telling(const std::string& words) { add_once(tellings_, on_one_line(words)); }

  std::string take_words() {
    close();
    std::string words;
    for (const std::string& telling : tellings_) words += (words.empty() ? "" : "\n") + telling;
    return words;
  }

  std::string language{};
  std::vector<std::string> places{};
  bool tells_fact = false;

 private:
  void close() {
    std::string telling;
    for (const std::string& line : lines_) {
      const std::string words = on_one_line(line);
      if (!words.empty()) telling += (telling.empty() ? "" : "\n") + words;
    }
    if (has_words_) add_once(tellings_, telling);
    lines_.clear();
    has_words_ = false;
  }

  std::vector<std::string> tellings_{};  ///< each once
  std::vector<std::string> lines_{};     ///< of the telling that is being read, by paragraph
  bool has_words_ = false;               ///< it
  Piece last_{};
};

class Reader {
 public:
  Reader(const Words& words, const content::Content& content, const diag::SourceMap& sources)
      : words_(words), content_(content), sources_(sources), paths_(content.as_read()) {}

  manifest::Shown read(const document::Document& document) {
    for (std::size_t i = 0; i < words_.paragraphs.size(); ++i) read(i);
    manifest::Shown shown;
    for (const content::PrintedValue& each : printed_values(content_, document.printed)) {
      add(each, shown);
    }
    std::ranges::sort(shown.facts, {}, &ShownFact::path);
    for (const std::string& key : order_) take(key, shown);
    return shown;
  }

 private:
  const Flow& flow_of(std::size_t paragraph) const {
    return words_.flows[words_.paragraphs[paragraph].flow];
  }

  void read(std::size_t index) {
    const Paragraph& paragraph = words_.paragraphs[index];
    const auto& origins = paragraph.origins.list();
    for (std::size_t i = 0; i < origins.size(); ++i) {
      const bool is_last = i + 1 == origins.size();
      read(origins[i], is_last ? paragraph.text.size() : origins[i + 1].begin, index);
    }
    if (!paragraph.says.empty()) {
      codes_.push_back(index);
      home(key_of_layout(paragraph.span, index) + " code", index).add_telling(paragraph.says);
    }
    read_abbreviations(index);
  }

  void read_abbreviations(std::size_t index) {
    const Paragraph& paragraph = words_.paragraphs[index];
    for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
      const Run& run = paragraph.runs[i];
      if (run.expansion.empty()) continue;
      const bool is_last = i + 1 == paragraph.runs.size();
      const std::size_t end = is_last ? paragraph.text.size() : paragraph.runs[i + 1].begin;
      const std::string word = paragraph.text.substr(run.begin, end - run.begin);
      home("abbreviations." + word, index).add_telling(run.expansion);
    }
  }

  void read(const Origin& origin, std::size_t end, std::size_t index) {
    if (origin.kind == Origin::Kind::Added || !origin.span.known()) return;
    const std::string path = paths_.path_of(origin.span);
    Home& into = home(path.empty() ? key_of_layout(origin.span, index) : path, index);
    const Home::Of of = path.empty() ? Home::Of::Layout : Home::Of::Content;
    const Piece piece{index, origin.begin, end, origin.span};
    const std::string words =
        words_.paragraphs[index].text.substr(origin.begin, end - origin.begin);
    if (origin.kind == Origin::Kind::Fact && origin.fact) {
      into.add(piece, in_braces(origin.fact->path), of);
      return tell(origin.fact->path, words, index);
    }
    into.add(piece, words == kBlankSign ? "____" : words + link_behind(piece), of);
    if (!on_one_line(words).empty()) into.note_words();
  }

  /// Where typed words lead, once they end: paper does not show it, and readers of the file follow.
  std::string link_behind(const Piece& piece) const {
    const std::vector<Run>& runs = words_.paragraphs[piece.paragraph].runs;
    const auto next =
        std::ranges::find_if(runs, [&](const Run& run) { return run.begin >= piece.end; });
    if (next == runs.begin()) return {};
    const std::string& link = (next - 1)->link;
    const bool goes_on = next != runs.end() && next->link == link;
    return link.empty() || goes_on ? std::string() : " <" + link + ">";
  }

  void tell(const std::string& path, const std::string& words, std::size_t index) {
    if (is_counted(path)) return;
    const content::FactTypes& types = content_.types();
    // Rows of opening hours tell of the week.
    const std::string key = types.is_hours(path) ? std::string(types.owner(path)) : path;
    Home& into = home(key, index);
    into.tells_fact = true;
    if (words != kBlankSign) into.add_telling(words);
  }

  /// Of what stands there: the file, and the frame, story or table.
  std::string key_of_layout(diag::Span span, std::size_t index) const {
    const Flow& flow = flow_of(index);
    const std::string file = span.known() ? sources_.name(span.file) : std::string();
    return file + "#" + (flow.name.empty() ? name_of(words_.parts[flow.part]) : flow.name);
  }

  Home& home(const std::string& key, std::size_t index) {
    const auto [found, is_new] = homes_.try_emplace(key);
    if (is_new) order_.push_back(key);
    Home& home = found->second;
    if (is_new) home.language = words_.paragraphs[index].runs.front().language;
    add_once(home.places, name_of(words_.parts[flow_of(index).part]));
    return home;
  }

  void take(const std::string& key, manifest::Shown& shown) {
    Home& home = homes_.at(key);
    std::string words = home.take_words();
    // In which of its forms a fact is told is a matter of the look.
    if (words.empty() || (home.tells_fact && facts_.contains(key))) return;
    if (tells_of_version(key)) {
      shown.version.push_back({key, std::move(words), home.places});
    } else {
      shown.texts.push_back({key, home.language, std::move(words), home.places});
    }
  }

  /// What is printed and stands in no words is a title, or the name of a style or picture.
  void add(const content::PrintedValue& value, manifest::Shown& shown) {
    if (value.kind != content::PrintedValue::Kind::Fact) return;
    auto places = places_of(value.path);
    const std::string words = on_one_line(value.value);
    if (places.empty() && !words.empty()) places = places_of_codes(words);
    if (places.empty()) return;
    shown.facts.push_back({value.path, words, std::move(places)});
    for (std::size_t end = value.path.find('.');; end = value.path.find('.', end + 1)) {
      facts_.insert(value.path.substr(0, end));
      if (end == value.path.npos) return;
    }
  }

  std::vector<std::string> places_of_codes(const std::string& words) const {
    std::vector<std::string> places;
    for (const std::size_t index : codes_) {
      const bool says_it = words_.paragraphs[index].says.find(words) != std::string::npos;
      if (says_it) add_once(places, name_of(words_.parts[flow_of(index).part]));
    }
    return places;
  }

  /// Of how it is told, or what it is a part of.
  std::vector<std::string> places_of(const std::string& path) const {
    std::vector<std::string> places;
    for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
      const auto home = homes_.find(path.substr(0, end));
      if (home != homes_.end()) {
        for (const std::string& place : home->second.places) add_once(places, place);
      }
      if (end == path.npos) return places;
    }
  }

  const Words& words_;
  const content::Content& content_;
  const diag::SourceMap& sources_;
  const spec::FactPaths paths_;
  std::map<std::string, Home> homes_{};
  std::vector<std::string> order_{};  ///< of their keys, as they are read first
  std::vector<std::size_t> codes_{};  ///< paragraphs that stand for them
  std::set<std::string> facts_{};     ///< the paths of those shown, and what they are part of
};

}  // namespace

manifest::Shown shown_by(const Words& words, const document::Document& document,
                         const content::Content& content, const diag::SourceMap& sources) {
  return Reader(words, content, sources).read(document);
}

}  // namespace handbill::words
