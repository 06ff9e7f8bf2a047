// SPDX-License-Identifier: MIT
#include "build/affected.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/nearest.h"
#include "build/inputs.h"
#include "build/tell_project.h"
#include "diag/guarded.h"
#include "spec/fact_path.h"
#include "words/shown.h"

namespace handbill::build {
namespace {

/// `path` itself, or what it holds: "clinic.phone" of "clinic".
bool is_below(std::string_view path, std::string_view asked) {
  // Beside another language it is the same text.
  if (!spec::path_in_second(asked)) path = spec::path_in_second(path).value_or(path);
  return path.starts_with(asked) &&
         (path.size() == asked.size() || path[asked.size()] == '.' || path[asked.size()] == '#');
}

/// With all that it stands in.
void add_path(const std::string& path, std::set<std::string>& paths) {
  paths.insert(path);
  for (std::size_t dot = path.rfind('.'); dot != path.npos; dot = path.rfind('.', dot - 1)) {
    paths.insert(path.substr(0, dot));
    if (dot == 0) break;
  }
}

void add_values(const spec::Value& value, const std::string& path, std::set<std::string>& paths) {
  if (!path.empty()) paths.insert(path);
  const auto inner = [&](const std::string& key) { return path.empty() ? key : path + "." + key; };
  if (const auto* table = value.as_table()) {
    for (const spec::Entry& each : *table) {
      if (!each.key.empty()) add_values(each.value, inner(each.key), paths);
    }
  } else if (const auto* list = value.as_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      add_values((*list)[i], inner(std::to_string(i)), paths);
    }
  }
}

/// A document with all that it prints.
struct Printing {
  AffectedDocument document;
  std::shared_ptr<const Compiled> compiled;
  words::Words words;
  manifest::Shown shown;
  std::vector<std::string> files;  ///< that it was made from
};

class Search {
 public:
  Search(const AffectedRequest& asked, Run& run) : asked_(asked), run_(run) {}

  std::vector<Affected> run() {
    for (const ProjectDocument& each : documents_of(*run_.workspace.files)) {
      const bool is_wanted =
          asked_.languages.empty() || each.language.empty() ||
          std::ranges::find(asked_.languages, each.language) != asked_.languages.end();
      if (!is_wanted) continue;
      if (asked_.editions.empty()) print(each, std::nullopt);
      for (const Edition edition : asked_.editions) print(each, edition);
    }
    if (printings_.empty() && !run_.diags.has_errors()) {
      run_.diags.error(diag::DiagnosticId::FileMissing, {},
                       "the project has no document in the languages that are asked for");
      return {};
    }
    for (const std::string& each : asked_.asked) find(each);
    return std::move(answers_);
  }

 private:
  void print(const ProjectDocument& wanted, std::optional<Edition> edition) {
    const Job job{wanted.layout, wanted.language, {}, edition};
    const std::string name = job.name(run_.request);
    diag::Diagnostics diags;
    std::shared_ptr<const Compiled> compiled;
    diag::guarded(diags, [&] { compiled = compile_job(job, run_, diags); });
    if (!compiled || !compiled->document || !compiled->content) return tell_faults(name, diags);
    Printing printing;
    printing.document.layout = stem(wanted.layout);
    printing.document.name = name;
    printing.compiled = compiled;
    printing.words = words::from_document(*compiled->document);
    AffectedDocument& document = printing.document;
    document.language = compiled->content->asked_language();
    document.edition = facts_of(edition.value_or(compiled->document->edition)).name;
    const bool is_own = wanted.language.empty() && !asked_.languages.empty();
    if (is_own && std::ranges::find(asked_.languages, document.language) == asked_.languages.end())
      return;
    printing.shown =
        words::shown_by(printing.words, *compiled->document, *compiled->content, run_.sources);
    for (const manifest::Input& each : files_of_document(run_)) printing.files.push_back(each.path);
    add_known(*compiled->content);
    printings_.push_back(std::move(printing));
  }

  void tell_faults(const std::string& name, const diag::Diagnostics& diags) {
    for (diag::Diagnostic each : diags.list()) {
      if (each.severity != diag::Severity::Error) continue;
      each.documents = {name};
      run_.diags.add(std::move(each));
    }
  }

  void add_known(const content::Content& content) {
    for (const spec::ContentSpec::File& each : content.as_read().files) {
      add_values(each.root, {}, known_);
    }
  }

  void find(const std::string& asked) {
    Affected affected{asked};
    const std::string file = std::filesystem::path(asked).lexically_normal().string();
    const auto there = run_.workspace.files->read(file);
    const bool is_file = there.state == diag::FileState::File;
    if (is_file) affected.kind = Affected::Kind::File;
    bool is_known = is_file || known_.contains(asked);
    for (const Printing& each : printings_) {
      AffectedDocument document = each.document;
      if (is_file) {
        add_file(file, each, document);
      } else {
        is_known = add_content(asked, each, document) || is_known;
      }
      std::ranges::sort(document.places);
      document.places.erase(std::unique(document.places.begin(), document.places.end()),
                            document.places.end());
      if (!document.paths.empty()) affected.documents.push_back(std::move(document));
    }
    if (!is_known) return tell_unknown(asked);
    affected.value = value_of(asked);
    answers_.push_back(std::move(affected));
  }

  void tell_unknown(const std::string& asked) {
    std::set<std::string> all = known_;
    for (const Printing& each : printings_) {
      for (const manifest::ShownFact& fact : each.shown.facts) add_path(fact.path, all);
    }
    std::vector<std::string> known(all.begin(), all.end()), hints;
    if (const auto near = nearest(asked, known)) {
      hints.push_back("did you mean `" + *near + "`?");
    } else {
      hints.push_back(
          "facts and texts are asked for as layouts do: `clinic.phone`, `hours`, a "
          "file by its path in the project: `content/en/clinic.toml`");
    }
    run_.diags.error(diag::DiagnosticId::FactMissing, {},
                     "there is no fact, text or file `" + asked + "` in this project",
                     std::move(hints));
  }

  /// The same in all documents.
  std::string value_of(const std::string& asked) const {
    std::set<std::string> values;
    for (const Printing& each : printings_) {
      const auto fact = std::ranges::find(each.shown.facts, asked, &manifest::ShownFact::path);
      if (fact != each.shown.facts.end()) values.insert(fact->value);
    }
    return values.size() == 1 ? *values.begin() : "";
  }

  /// Whether anything is known by that path.
  bool add_content(const std::string& asked, const Printing& from,
                   AffectedDocument& document) const {
    for (const manifest::ShownFact& each : from.shown.facts) {
      if (is_below(each.path, asked)) document.paths.push_back(each.path);
    }
    for (const manifest::ShownText& each : from.shown.texts) {
      const bool is_new = std::ranges::find(document.paths, each.key) == document.paths.end();
      if (is_below(each.key, asked) && is_new) document.paths.push_back(each.key);
    }
    if (document.paths.empty()) return false;
    for (const words::Paragraph& each : from.words.paragraphs) {
      for (const diag::Span span : asked_in(each, asked, from.compiled->content->types())) {
        document.places.push_back(place_at(span, each, from.words));
      }
    }
    return true;
  }

  /// Where a paragraph asks for it: hours by any of their words, as each tells of the week.
  std::vector<diag::Span> asked_in(const words::Paragraph& paragraph, const std::string& asked,
                                   const content::FactTypes& types) const {
    const auto is_meant = [&](const std::string& path) {
      const bool are_hours = types.is_hours(path) && types.is_hours(asked);
      return is_below(path, asked) || (are_hours && types.owner(path) == types.owner(asked));
    };
    std::vector<diag::Span> places;
    for (const text::Origin& each : paragraph.origins.list()) {
      if (each.fact && is_meant(each.fact->path)) places.push_back(each.span);
    }
    for (const text::Source& each : paragraph.sources) {
      if (is_meant(each.path) || asks_of_rows(each, asked)) places.push_back(each.asked_at);
    }
    return places;
  }

  /// "{for}" of each row of a list asks for "aftercare.dont.1.for" too.
  bool asks_of_rows(const text::Source& source, std::string_view asked) const {
    if (!source.asked_at.known() || !asked.starts_with(source.path + ".")) return false;
    std::string_view key = asked.substr(source.path.size() + 1);
    key = key.substr(std::min(key.find('.'), key.size()));  // behind the number of the row
    std::string_view braces = run_.sources.text(source.asked_at);
    if (!braces.starts_with('{') || key.empty()) return false;
    braces = braces.substr(1, braces.find_first_of(" |}") - 1);
    return braces == key.substr(1);
  }

  AskedPlace place_at(diag::Span span, const words::Paragraph& paragraph,
                      const words::Words& words) const {
    const words::Part& part = words.parts[words.flows[paragraph.flow].part];
    AskedPlace place;
    place.part = part.panel.empty() ? part.side : part.side + ", " + part.panel;
    if (!span.known()) return place;
    const diag::LineColumn at = run_.sources.position(span.file, span.begin);
    place.file = run_.sources.name(span.file);
    place.line = at.line;
    place.column = at.column;
    return place;
  }

  void add_file(const std::string& file, const Printing& from, AffectedDocument& document) const {
    if (std::ranges::find(from.files, file) == from.files.end()) return;
    document.paths.push_back(file);
    if (!from.compiled->pages) return;
    for (const words::Paragraph& each : from.words.paragraphs) {
      const auto* picture = each.shown ? std::get_if<display::PictureId>(&*each.shown) : nullptr;
      if (picture == nullptr || from.compiled->pages->pictures[picture->index()]->name != file) {
        continue;
      }
      document.places.push_back(place_at(each.span, each, from.words));
    }
  }

  const AffectedRequest& asked_;
  Run& run_;
  std::vector<Affected> answers_;
  std::vector<Printing> printings_;
  std::set<std::string> known_;  ///< paths of all contents
};

}  // namespace

std::vector<Affected> find_affected(const AffectedRequest& asked, Run& run) {
  return Search(asked, run).run();
}

AffectedAnswer find_affected(const AffectedRequest& asked, const world::Project& project) {
  Request request;
  request.reading = asked.reading;
  AffectedAnswer answer;
  workspace::Workspace workspace = open_workspace(project, request);
  Run run(workspace, request, answer.sources);
  answer.answers = find_affected(asked, run);
  answer.diags = run.diags;
  return answer;
}

}  // namespace handbill::build
