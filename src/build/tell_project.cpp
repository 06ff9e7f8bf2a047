// SPDX-License-Identifier: MIT
#include "build/tell_project.h"

#include <algorithm>
#include <utility>

#include "base/content_hash.h"
#include "base/overload.h"
#include "build/project_files.h"
#include "build/run.h"
#include "compare/tokens.h"
#include "diag/guarded.h"
#include "display/dump.h"
#include "display/item_kinds.h"
#include "png/load_png.h"
#include "words/shown.h"

namespace handbill::build {
namespace {

/// What a comparison of one version keeps, as long as its pages may be drawn.
struct Work {
  Work(const Version& version, const VersionsRequest& asked)
      : workspace(*version.project, version.files, reader_for(asked.reading)),
        run(workspace, request) {
    // Pages as they are read: without marks, and not on sheets of a press.
    request.shops = {"none"};
    request.imposition = "none";
  }

  Request request{};
  workspace::Workspace workspace;
  Run run;
};

std::string with_blanks_drawn(std::string text) {
  for (std::size_t at = text.find(words::kBlankSign); at != text.npos;
       at = text.find(words::kBlankSign, at)) {
    text.replace(at, words::kBlankSign.size(), "____");
  }
  return text;
}

std::string text_of(const words::Paragraph& paragraph) {
  switch (paragraph.kind) {
    case words::Kind::Figure:
      return "picture: " + paragraph.text;
    case words::Kind::Code:
      return "code to scan: " + paragraph.says;
    case words::Kind::Paragraph:
    case words::Kind::Heading:
    case words::Kind::ListItem:
    case words::Kind::Quote:
    case words::Kind::Note:
      return with_blanks_drawn(paragraph.text);
  }
  return {};
}

/// Words by where they stand, token by token. A word that is parted stands in two boxes.
void add_words(const display::GlyphRun& run, const font::FontBook& fonts,
               compare::Vocabulary& vocabulary, std::vector<PlacedWord>& words) {
  const font::Metrics& metrics = fonts.face(run.font).metrics();
  const Length top = run.origin.y - run.size * metrics.ascender;
  const Length bottom = run.origin.y - run.size * metrics.descender;
  for (const compare::Token& token : vocabulary.tokens(run.text)) {
    std::optional<Rect> box;
    for (const display::Glyph& glyph : run.glyphs) {
      if (glyph.text_begin < token.begin || glyph.text_end > token.end) continue;
      const Length left = run.origin.x + glyph.x;
      const Rect its = Rect::from_edges(left, top, left + glyph.advance, bottom);
      box = box ? box->united(its) : its;
    }
    if (!box) continue;
    const bool is_rest = token.end <= run.parted_off && !words.empty();
    std::string text = run.text.substr(token.begin, token.end - token.begin);
    if (!run.rest.empty() && token.end == run.text.size()) text += run.rest;
    words.push_back({is_rest ? words.back().text : std::move(text), *box});
  }
}

std::string look_of(const display::PageList& pages, std::size_t page, const font::FontBook& fonts) {
  display::PageList alone;
  alone.pages = {pages.pages[page]};
  alone.forms = pages.forms;
  alone.structure = pages.structure;
  alone.pictures = pages.pictures;
  std::string look = display::dump(alone, fonts);
  for (const display::Item& item : alone.pages.front().items) {
    const auto* placed = display::picture_of(item);
    if (placed == nullptr) continue;
    const display::Picture& picture = *pages.pictures.at(placed->picture.index());
    look += content_hash_hex(picture.bytes) + content_hash_hex(picture.alpha);
  }
  return content_hash_hex(look);
}

std::vector<ToldPage> pages_of(const display::PageList& pages, const font::FontBook& fonts) {
  std::vector<ToldPage> told;
  compare::Vocabulary vocabulary;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const display::Page& page = pages.pages[i];
    ToldPage& each = told.emplace_back();
    each.name = page.name;
    each.size = page.trim;
    each.look = look_of(pages, i, fonts);
    for (const display::Item& item : page.items) {
      const auto* run = display::text_of(item);
      if (run != nullptr) add_words(*run, fonts, vocabulary, each.words);
    }
  }
  return told;
}

/// One project, document by document.
class ProjectTeller {
 public:
  ProjectTeller(const Version& version, const VersionsRequest& request)
      : version_(version), request_(request), work_(std::make_shared<Work>(version, request)) {}

  ToldVersion tell() {
    for (const ProjectDocument& each : documents_of(*version_.files)) {
      if (is_wanted(each)) add(each);
    }
    told_.read = work_->run.files.identities();
    return std::move(told_);
  }

 private:
  static bool is_among(const std::string& word, const std::vector<std::string>& list) {
    return list.empty() || std::ranges::find(list, word) != list.end();
  }

  bool is_wanted(const ProjectDocument& document) const {
    return is_among(stem(document.layout), request_.layouts) &&
           (document.language.empty() || is_among(document.language, request_.languages));
  }

  void add(const ProjectDocument& wanted) {
    Job job{wanted.layout, wanted.language, "none"};
    if (!request_.editions.empty()) job.edition = request_.editions.front();
    const std::string name = job.name(work_->request);
    diag::Diagnostics diags;
    std::shared_ptr<const Compiled> compiled;
    diag::guarded(diags, [&] { compiled = compile_job(job, work_->run, diags); });
    if (!compiled || !compiled->document || !compiled->content) {
      told_.faults.push_back({name, first_error(diags, work_->run.sources)});
      return;
    }
    const words::Words words = words::from_document(*compiled->document);
    const std::string& language = compiled->content->asked_language();
    if (wanted.language.empty() && !is_among(language, request_.languages)) return;
    ToldDocument& document = told_.documents.emplace_back();
    document.name = name;
    document.title = words.title;
    document.language = language;
    document.passages = passages_of(words);
    document.shown =
        words::shown_by(words, *compiled->document, *compiled->content, work_->run.sources);
    if (compiled->pages) {
      add_pages(compiled, document);
    } else if (diags.has_errors()) {
      told_.faults.push_back(
          {name, first_error(diags, work_->run.sources), VersionFault::Loses::Pages});
    }
  }

  void add_pages(const std::shared_ptr<const Compiled>& compiled, ToldDocument& document) {
    document.has_pages = true;
    document.pages = pages_of(*compiled->pages, work_->workspace.fonts);
    document.draw = [work = work_, compiled](std::size_t page, double pixels_per_inch) {
      diag::Diagnostics unheard;
      return png::write_png(*compiled->pages, page, work->workspace.fonts, compiled->press,
                            {.pixels_per_inch = pixels_per_inch}, unheard);
    };
  }

  const Version& version_;
  const VersionsRequest& request_;
  std::shared_ptr<Work> work_;
  ToldVersion told_{};
};

/// It has texts of the layout's own to lay over those of another language.
bool has_texts(const diag::FileReader& files, const spec::LayoutSpec& layout,
               const std::string& language) {
  return std::ranges::any_of(layout.content, [&](const spec::Text& subject) {
    const std::string path = "content/" + language + "/" + subject.value + ".toml";
    return files.read(path).state == diag::FileState::File;
  });
}

}  // namespace

ToldVersion tell_project(const Version& version, const VersionsRequest& request) {
  return ProjectTeller(version, request).tell();
}

std::string first_error(const diag::Diagnostics& diags, const diag::SourceMap& sources) {
  for (const diag::Diagnostic& each : diags.list()) {
    if (each.severity != diag::Severity::Error) continue;
    if (!each.span.known()) return each.message;
    const diag::LineColumn at = sources.position(each.span.file, each.span.begin);
    return sources.name(each.span.file) + ":" + std::to_string(at.line) + ": " + each.message;
  }
  return "it can't be made";
}

std::vector<compare::Passage> passages_of(const words::Words& words) {
  std::vector<compare::Passage> passages;
  for (const words::Paragraph& each : words.paragraphs) {
    const words::Part& part = words.parts[words.flows[each.flow].part];
    compare::Passage passage{text_of(each)};
    passage.place = part.panel.empty() ? part.side : part.side + ", " + part.panel;
    if (each.heading) passage.heading = words.paragraphs[*each.heading].text;
    passages.push_back(std::move(passage));
  }
  return passages;
}

std::vector<ProjectDocument> documents_of(const diag::FileReader& files) {
  std::vector<std::string> languages;
  for (const std::string& name : files.list("content")) {
    if (files.read("content/" + name).state == diag::FileState::Folder) languages.push_back(name);
  }
  std::vector<ProjectDocument> documents;
  for (const std::string& name : files.list("layouts")) {
    const std::string path = "layouts/" + name;
    if (!name.ends_with(".toml") || files.read(path).origin != diag::Origin::Project ||
        spec::is_base(files, path)) {
      continue;
    }
    documents.push_back({path, {}});
    diag::SourceMap sources;
    diag::Diagnostics unheard;
    const auto layout = spec::parse_layout(files, path, {}, sources, unheard);
    if (!layout) continue;
    const std::string own = layout->language ? layout->language->value : "en";
    for (const std::string& language : languages) {
      const auto& second = layout->second_language;
      const bool is_own = language == own || (second && second->value == language);
      const bool is_other = !is_own && has_texts(files, *layout, language);
      if (is_other) documents.push_back({path, language});
    }
  }
  return documents;
}

}  // namespace handbill::build
