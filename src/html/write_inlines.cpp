// SPDX-License-Identifier: MIT
#include "html/write_inlines.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "text/scripts.h"

namespace handbill::html {
namespace {

/// A page must not carry scripts.
bool is_safe_target(std::string_view target) {
  constexpr std::array<std::string_view, 4> kSchemes = {"http://", "https://", "mailto:", "tel:"};
  return std::ranges::any_of(kSchemes, [&](std::string_view each) {
    return to_lower(target.substr(0, each.size())) == each;
  });
}

/// Words of one run and one look.
struct Segment {
  std::size_t begin = 0, end = 0;
  const words::Run* run = nullptr;
  const text::CharacterStyle* style = nullptr;
  bool is_fact = false;
};

bool is_fact(const words::Paragraph& paragraph, std::size_t offset) {
  return paragraph.origins.at(offset).kind == text::Origin::Kind::Fact;
}

/// Whether facts may run in another direction than the words around: an address in Latin letters
/// among Arabic words.
enum class Order { Plain, Mixed };

std::vector<Segment> segments_of(const words::Paragraph& paragraph, Order order) {
  const std::size_t size = paragraph.text.size();
  std::set<std::size_t> cuts = {size};
  for (const words::Run& each : paragraph.runs) cuts.insert(each.begin);
  for (const words::Look& each : paragraph.looks) cuts.insert(each.begin);
  if (paragraph.flush_end) cuts.insert(*paragraph.flush_end);
  if (order == Order::Mixed) {
    for (const text::Origin& each : paragraph.origins.list()) cuts.insert(each.begin);
  }
  std::vector<Segment> segments;
  for (auto cut = cuts.begin(); *cut < size; ++cut) {
    Segment segment{*cut, *std::next(cut)};
    for (const words::Run& each : paragraph.runs) {
      if (each.begin <= segment.begin) segment.run = &each;
    }
    for (const words::Look& each : paragraph.looks) {
      if (each.begin <= segment.begin) segment.style = &*each.style;
    }
    segment.is_fact = order == Order::Mixed && is_fact(paragraph, segment.begin);
    segments.push_back(segment);
  }
  return segments;
}

class InlineWriter {
 public:
  InlineWriter(std::size_t index, Around around, std::string own_class, Page& page)
      : paragraph_(page.words.paragraphs[index]),
        around_(std::move(around)),
        own_class_(std::move(own_class)),
        page_(page),
        out_(page.out) {}

  void write() {
    const Order order = text::is_right_to_left(page_.words.language) ? Order::Mixed : Order::Plain;
    for (const Segment& each : segments_of(paragraph_, order)) write(each);
    set_link({});
    if (is_flush_) out_.close("span");
  }

 private:
  void write(Segment segment) {
    if (paragraph_.flush_end == segment.begin) {
      set_link({});
      out_.text(segment.begin > 0 ? " " : "");
      out_.open("span", {{"class", "end"}});
      is_flush_ = true;
      if (paragraph_.text[segment.begin] == '\n') ++segment.begin;
    }
    const words::Run& run = *segment.run;
    const std::string target = is_safe_target(run.link) ? run.link : std::string();
    set_link(run.is_note_number ? std::string() : target);
    if (run.is_note_number) return write_reference(segment);
    write_styled(segment);
  }

  void set_link(const std::string& target) {
    if (target == link_) return;
    if (!link_.empty()) out_.close("a");
    if (!target.empty()) out_.open("a", {{"href", target}});
    link_ = target;
  }

  void write_reference(const Segment& segment) {
    const auto note = page_.notes.find(
        std::string_view(paragraph_.text).substr(segment.begin, segment.end - segment.begin));
    if (note == page_.notes.end()) return write_text(segment);
    const std::string place = std::to_string(note->second.place);
    Attributes attributes = {{"href", "#note-" + place}, {"role", "doc-noteref"}};
    const bool is_first = !std::exchange(note->second.is_led_back, true);
    if (is_first) attributes.emplace_back("id", "ref-" + place);
    out_.open("sup");
    out_.open("a", attributes);
    write_text(segment);
    out_.close("a");
    out_.close("sup");
  }

  void write_styled(const Segment& segment) {
    const words::Run& run = *segment.run;
    Attributes attributes;
    if (segment.style != nullptr) {
      std::string name = page_.looks.words_on(*segment.style, around_.ground);
      if (name != own_class_) attributes.emplace_back("class", std::move(name));
    }
    add_language(run.language, around_, attributes);
    std::vector<std::string_view> elements;
    if (run.stress.strong) elements.emplace_back("strong");
    if (run.stress.emphasis) elements.emplace_back("em");
    if (elements.empty() && !attributes.empty()) elements.emplace_back("span");
    for (std::size_t i = 0; i < elements.size(); ++i) {
      out_.open(elements[i], i == 0 ? attributes : Attributes());
    }
    if (segment.is_fact) out_.open("bdi");
    if (!run.expansion.empty()) out_.open("abbr", {{"title", run.expansion}});
    write_text(segment);
    if (!run.expansion.empty()) out_.close("abbr");
    if (segment.is_fact) out_.close("bdi");
    for (auto each = elements.rbegin(); each != elements.rend(); ++each) out_.close(*each);
  }

  void write_text(const Segment& segment) {
    const std::string_view text =
        std::string_view(paragraph_.text).substr(segment.begin, segment.end - segment.begin);
    if (segment.style != nullptr) page_.fonts.use(*segment.style, text);
    std::size_t begin = 0;
    const auto end_text = [&](std::size_t end) { out_.text(text.substr(begin, end - begin)); };
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '\n') {
        end_text(at);
        out_.open("br");
        begin = ++at;
      } else if (text.substr(at).starts_with(words::kBlankSign)) {
        end_text(at);
        write_blank();
        begin = at += words::kBlankSign.size();
      } else {
        ++at;
      }
    }
    end_text(text.size());
  }

  void write_blank() {
    const words::Blank& blank = paragraph_.blanks.at(blanks_++);
    const bool has_name = !blank.label.empty();
    Attributes attributes = {
        {"type", "text"},
        {"class", "blank"},
        {"aria-label", has_name ? blank.label : std::string(page_.own_words.blank)}};
    out_.open("input", attributes);
  }

  const words::Paragraph& paragraph_;
  Around around_;
  std::string own_class_;
  Page& page_;
  Markup& out_;
  std::string link_;
  std::size_t blanks_ = 0;
  bool is_flush_ = false;
};

}  // namespace

std::string one_language(const words::Paragraph& paragraph) {
  if (paragraph.runs.empty()) return {};
  const std::string& first = paragraph.runs.front().language;
  const bool is_one = std::ranges::all_of(
      paragraph.runs, [&](const words::Run& each) { return each.language == first; });
  return is_one ? first : std::string();
}

void add_language(const std::string& language, const Around& around, Attributes& attributes) {
  if (language.empty() || language == around.language) return;
  attributes.emplace_back("lang", language);
  const bool is_right_to_left = text::is_right_to_left(language);
  if (is_right_to_left == text::is_right_to_left(around.language)) return;
  attributes.emplace_back("dir", is_right_to_left ? "rtl" : "ltr");
}

std::string class_of(const words::Paragraph& paragraph, const Around& around, Page& page) {
  const text::CharacterStyle* most = &*paragraph.style->text;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < paragraph.looks.size(); ++i) {
    const bool is_last = i + 1 == paragraph.looks.size();
    const std::size_t end = is_last ? paragraph.text.size() : paragraph.looks[i + 1].begin;
    if (end - paragraph.looks[i].begin <= letters) continue;
    letters = end - paragraph.looks[i].begin;
    most = &*paragraph.looks[i].style;
  }
  return page.looks.words_on(*most, around.ground);
}

void write_inlines(std::size_t paragraph, const Around& around, const std::string& own_class,
                   Page& page) {
  InlineWriter(paragraph, around, own_class, page).write();
}

}  // namespace handbill::html
