// SPDX-License-Identifier: MIT
#include "html/write_html.h"

#include <algorithm>
#include <utility>

#include "html/style_sheet.h"
#include "html/write_blocks.h"
#include "text/scripts.h"

namespace handbill::html {
namespace {

using words::Block;
using Kind = Block::Kind;
using Blocks = std::vector<const Block*>;

/// A comment of XML has no two hyphens beside each other.
std::string in_comment(std::string text) {
  for (std::size_t at = 0; (at = text.find("--", at)) != text.npos; at += 5) {
    text.replace(at, 1, "&#45;");
  }
  return text;
}

/// Header, main part and footer: first block of the main part, first of the footer.
struct Cut {
  std::size_t main = 0, footer = 0;
};

class PageWriter {
 public:
  PageWriter(const HtmlInputs& in, diag::Diagnostics& diags)
      : in_(in),
        diags_(diags),
        places_(places(in.document, in.words, in.pages, in.fonts, in.press)),
        blocks_(words::as_blocks(in.words)),
        fonts_(in.fonts),
        looks_(in.words, in.fonts, in.press),
        page_{in.words, page_words(in.words.language), looks_, fonts_, body_},
        writer_(in, places_, page_) {}

  std::string write() {
    number_notes();
    write_body();
    Markup head;
    write_head(head);
    std::string html = "<!DOCTYPE html>\n" + head.take() + body_.take() + "</html>\n";
    if (!in_.made_of.empty()) html += "<!--\n" + in_comment(in_.made_of) + "-->\n";
    return html;
  }

 private:
  /// Each reference is led to the note of its number.
  void number_notes() {
    for (std::size_t i = 0; i < blocks_.notes.size(); ++i) {
      const auto& label = blocks_.notes[i].label;
      if (label) page_.notes.emplace(label->text, Page::NoteLink{i + 1});
    }
  }

  std::string title() const {
    if (!in_.words.title.empty()) return in_.words.title;
    for (const words::Paragraph& each : in_.words.paragraphs) {
      if (each.kind == words::Kind::Heading) return each.text;
    }
    return "Handbill";
  }

  void write_head(Markup& head) {
    const bool rtl = in_.document.right_to_left || text::is_right_to_left(in_.words.language);
    head.open("html", {{"lang", in_.words.language}, {"dir", rtl ? "rtl" : "ltr"}});
    head.end_line();
    head.open("head");
    head.end_line();
    const auto meta = [&](std::string_view name, const std::string& content) {
      if (content.empty()) return;
      head.open("meta", {{"name", std::string(name)}, {"content", content}});
      head.end_line();
    };
    head.open("meta", {{"charset", "utf-8"}});
    head.end_line();
    head.open("title");
    head.text(title());
    head.close("title");
    head.end_line();
    meta("viewport", "width=device-width, initial-scale=1");
    meta("generator", in_.program);
    meta("description", in_.document.metadata.subject);
    meta("author", in_.document.metadata.author);
    meta("keywords", in_.document.metadata.keywords);
    meta("color-scheme", "light dark");
    if (!in_.address.empty()) {
      head.open("link", {{"rel", "canonical"}, {"href", in_.address}});
      head.end_line();
    }
    head.open("style");
    head.end_line();
    head.raw(fonts_.faces(diags_));
    head.raw(kStyleSheet);
    head.raw(looks_.style_sheet(fonts_));
    head.raw(writer_.icon_sheet());
    head.raw(kPrintSheet);
    head.close("style");
    head.end_line();
    head.close("head");
    head.end_line();
  }

  std::size_t part_of(std::size_t block) const {
    return in_.words.flows[blocks_.body[block].flow].part;
  }

  bool is_heading(std::size_t block) const { return blocks_.body[block].kind == Kind::Heading; }

  /// The header is the first panel if it has the title, else what stands above it, the title, and
  /// what follows in larger type. The footer is what comes last without heading, list or table.
  Cut cut() const {
    const auto& body = blocks_.body;
    Cut cut{0, body.size()};
    std::size_t title = 0;
    while (title < body.size() && !is_heading(title)) ++title;
    if (title == body.size()) return cut;
    if (in_.words.parts.size() > 1 && part_of(title) == 0) {
      while (cut.main < body.size() && part_of(cut.main) == 0) ++cut.main;
    } else if (part_of(title) == 0) {
      cut.main = title + 1;
      while (cut.main < body.size() && is_larger(body[cut.main])) ++cut.main;
    }
    const auto is_below_picture = [&](std::size_t i) {
      return i > 0 && (body[i - 1].kind == Kind::Figure || body[i - 1].kind == Kind::Code);
    };
    while (cut.footer > cut.main && is_imprint(body[cut.footer - 1].flow) &&
           !is_below_picture(cut.footer - 1)) {
      --cut.footer;
    }
    if (cut.footer == cut.main) cut.footer = body.size();
    return cut;
  }

  bool is_larger(const Block& block) const {
    if (block.kind != Kind::Paragraph) return false;
    const words::Paragraph& words = in_.words.paragraphs[block.paragraph];
    return !words.looks.empty() && looks_.relative_size(words.looks.front().style) > 1.2;
  }

  bool is_imprint(std::size_t flow) const {
    if (in_.words.flows[flow].kind != words::Flow::Kind::Text) return false;
    return std::ranges::all_of(blocks_.body, [&](const Block& each) {
      return each.flow != flow || each.kind == Kind::Paragraph;
    });
  }

  Blocks slice(std::size_t begin, std::size_t end) const {
    Blocks slice;
    for (std::size_t i = begin; i < end; ++i) slice.push_back(&blocks_.body[i]);
    return slice;
  }

  void write_body() {
    body_.open("body", {{"class", ground_of(svg::kPaper)}});
    body_.end_line();
    const PageWords& own = page_.own_words;
    body_.open("a", {{"class", "skip"}, {"href", "#main"}});
    body_.text(own.skip);
    body_.close("a");
    body_.end_line();
    const Cut cut = this->cut();
    if (cut.main > 0) write_header(slice(0, cut.main));
    body_.open("main", {{"id", "main"}});
    body_.end_line();
    if (blocks_.body.empty() || std::ranges::none_of(blocks_.body, is_title)) {
      body_.open("h1", {{"class", "hidden"}});
      body_.text(title());
      body_.close("h1");
    }
    write_rows(cut);
    body_.close("main");
    body_.end_line();
    if (cut.footer < blocks_.body.size()) {
      body_.open("footer");
      body_.end_line();
      write_bands(slice(cut.footer, blocks_.body.size()));
      body_.close("footer");
      body_.end_line();
    }
    body_.close("body");
    body_.end_line();
  }

  static bool is_title(const Block& block) {
    return block.kind == Kind::Heading && block.level == 1;
  }

  std::string ground_of(svg::ScreenColor color) { return looks_.ground(color); }

  svg::ScreenColor band_of(const Block& block) const { return places_.at(block.flow).band; }

  void write_header(const Blocks& blocks) {
    const auto title =
        std::ranges::find_if(blocks, [](const Block* each) { return is_title(*each); });
    const Block& first = title == blocks.end() ? *blocks.front() : **title;
    body_.open("header", {{"class", "band " + ground_of(band_of(first))}});
    last_band_ = band_of(first);
    body_.open("div", {{"class", "body"}});
    body_.end_line();
    // Runs of words are one column, pictures stand beside them.
    for (std::size_t i = 0; i < blocks.size();) {
      const bool is_picture = blocks[i]->kind == Kind::Figure;
      std::size_t end = i + 1;
      while (end < blocks.size() && (blocks[end]->kind == Kind::Figure) == is_picture) ++end;
      if (!is_picture) body_.open("div", {{"class", "text"}});
      writer_.write({blocks.begin() + static_cast<std::ptrdiff_t>(i),
                     blocks.begin() + static_cast<std::ptrdiff_t>(end)});
      if (!is_picture) body_.close("div");
      i = end;
    }
    body_.close("div");
    body_.close("header");
    body_.end_line();
  }

  std::vector<Blocks> bands_of(const Blocks& blocks) const {
    std::vector<Blocks> bands;
    for (const Block* each : blocks) {
      if (bands.empty() || band_of(*bands.back().back()) != band_of(*each)) bands.emplace_back();
      bands.back().push_back(each);
    }
    return bands;
  }

  /// Each from a heading to the next.
  static std::vector<Blocks> sections_of(const Blocks& blocks) {
    std::vector<Blocks> sections;
    for (const Block* each : blocks) {
      if (sections.empty() || each->kind == Kind::Heading) sections.emplace_back();
      sections.back().push_back(each);
    }
    return sections;
  }

  Rect area_of(const Blocks& blocks) const {
    Rect area = places_.at(blocks.front()->flow).area;
    for (const Block* each : blocks) area = area.united(places_.at(each->flow).area);
    return area;
  }

  /// In print they are columns: at the same height, and as good as equally tall.
  bool are_columns(const Blocks& one, const Blocks& other) const {
    if (one.front()->kind != Kind::Heading || other.front()->kind != Kind::Heading) return false;
    const Rect a = area_of(one), b = area_of(other);
    const bool is_apart = a.left >= b.right() || a.right() <= b.left;
    const Length shared = std::min(a.bottom(), b.bottom()) - std::max(a.top, b.top);
    return is_apart && shared > std::max(a.height, b.height) * 0.6;
  }

  std::optional<std::size_t> panel_of(const Block& block) const {
    const words::Flow& flow = in_.words.flows[block.flow];
    return in_.document.sides.at(flow.side).frames.at(flow.frame).panel;
  }

  /// Of a spread, in one band: what stands on a panel, then on the next. None: they do not follow
  /// each other so.
  std::vector<Blocks> panels_of(const Blocks& blocks) const {
    if (!in_.words.parts[in_.words.flows[blocks.front()->flow].part].is_spread) return {};
    std::vector<Blocks> panels;
    for (const Block* each : blocks) {
      const auto panel = panel_of(*each);
      if (!panel) return {};
      const auto is_on = [&](const Blocks& other) { return panel_of(*other.front()) == panel; };
      if (panels.empty() || !is_on(panels.back())) {
        if (std::ranges::any_of(panels, is_on)) return {};
        panels.emplace_back();
      }
      panels.back().push_back(each);
    }
    const bool are_columns = panels.size() == 2 || panels.size() == 3;
    return are_columns ? panels : std::vector<Blocks>();
  }

  static bool has_heading(const Blocks& blocks) {
    return std::ranges::find(blocks, Kind::Heading, &Block::kind) != blocks.end();
  }

  void write_columns(const std::vector<Blocks>& columns) {
    body_.open("div", {{"class", columns.size() == 3 ? "pair n3" : "pair"}});
    for (const Blocks& each : columns) {
      body_.open("div");
      body_.end_line();
      writer_.write(each);
      body_.close("div");
    }
    body_.close("div");
    body_.end_line();
  }

  /// A heading that all panels stand below comes first.
  void write_panels(std::vector<Blocks> panels) {
    Blocks& first = panels.front();
    const bool is_shared = first.size() > 1 && first.front()->kind == Kind::Heading &&
                           std::none_of(panels.begin() + 1, panels.end(), has_heading);
    if (is_shared) {
      writer_.write({first.front()});
      first.erase(first.begin());
    }
    write_columns(panels);
  }

  void write_sections(const Blocks& blocks) {
    if (auto panels = panels_of(blocks); !panels.empty()) return write_panels(std::move(panels));
    const auto sections = sections_of(blocks);
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const bool is_pair = i + 1 < sections.size() && are_columns(sections[i], sections[i + 1]);
      if (!is_pair) {
        writer_.write(sections[i]);
        continue;
      }
      write_columns({sections[i], sections[i + 1]});
      ++i;
    }
  }

  std::size_t write_bands(const Blocks& blocks, const std::vector<words::NoteBlocks>& notes = {}) {
    const auto bands = bands_of(blocks);
    for (const Blocks& band : bands) {
      const svg::ScreenColor ground = band_of(*band.front());
      const std::string joined = ground == last_band_ ? "joined " : "";
      body_.open("div", {{"class", "band " + joined + ground_of(ground)}});
      last_band_ = ground;
      body_.open("div", {{"class", "body"}});
      body_.end_line();
      write_sections(band);
      if (&band == &bands.back()) writer_.write_notes(notes);
      body_.close("div");
      body_.close("div");
      body_.end_line();
    }
    return bands.size();
  }

  /// Panels of one side stand side by side where there is room.
  void write_rows(const Cut& cut) {
    for (std::size_t i = cut.main; i < cut.footer;) {
      std::vector<Blocks> parts;
      const std::string& side = in_.words.parts[part_of(i)].side;
      while (i < cut.footer && in_.words.parts[part_of(i)].side == side && parts.size() < 3) {
        std::size_t end = i;
        while (end < cut.footer && part_of(end) == part_of(i)) ++end;
        parts.push_back(slice(i, end));
        i = end;
      }
      write_row(parts, i == cut.footer);
    }
  }

  void write_row(const std::vector<Blocks>& parts, bool is_last) {
    std::size_t bands = 1;
    for (const Blocks& each : parts) bands = std::max(bands, bands_of(each).size());
    body_.open("div", {{"class", "row n" + std::to_string(parts.size())},
                       {"style", "--bands:" + std::to_string(bands)}});
    body_.end_line();
    const auto before = last_band_;
    for (const Blocks& each : parts) {
      body_.open("div", {{"class", "part"}});
      last_band_ = before;
      const bool has_notes = is_last && &each == &parts.back();
      write_bands(each, has_notes ? blocks_.notes : std::vector<words::NoteBlocks>());
      body_.close("div");
      body_.end_line();
    }
    body_.close("div");
    body_.end_line();
  }

  const HtmlInputs& in_;
  diag::Diagnostics& diags_;
  std::vector<Place> places_;
  words::Blocks blocks_;
  WebFonts fonts_;
  Looks looks_;
  Markup body_;
  Page page_;
  BlockWriter writer_;
  std::optional<svg::ScreenColor> last_band_;  ///< what is written last stands on it
};

}  // namespace

std::string write_html(const HtmlInputs& in, diag::Diagnostics& diags) {
  return PageWriter(in, diags).write();
}

}  // namespace handbill::html
