// SPDX-License-Identifier: MIT
#include "build/inputs.h"

#include <algorithm>
#include <set>

#include "base/number.h"
#include "build/form_fields.h"
#include "build/pdf_options.h"
#include "build/printing.h"
#include "build/shown_now.h"
#include "color/profile_folders.h"
#include "display/item_kinds.h"
#include "manifest/sha256.h"

namespace handbill::build {
namespace {

using manifest::Input;
using manifest::kFont;
using manifest::kFontTables;
using manifest::kHyphens;
using manifest::kProfile;
using manifest::sha256;

/// Fonts and dictionaries are opened once a run; whether a document uses them is asked of it.
bool is_shared(const Input& input) {
  return (input.path.starts_with("fonts/") && input.path != "fonts/fonts.toml") ||
         input.path.starts_with("hyphenation/");
}

void collect_fonts(const std::vector<display::Page>& pages, std::set<std::uint32_t>& fonts) {
  for (const display::Page& page : pages) {
    for (const display::Item& item : page.items) {
      const auto* run = display::text_of(item);
      if (run != nullptr) fonts.insert(run->font.index());
    }
  }
}

/// "Collection.ttc#2" of the third face of a collection.
std::string face_name(const std::string& file, int index) {
  return index == 0 ? file : file + "#" + std::to_string(index);
}

std::string hash_of(const font::Face& face, FontHash how) {
  return sha256(how == FontHash::WholeFile ? face.bytes()
                                           : manifest::table_directory(face.bytes(), face.index()));
}

Input font_input(const font::Face& face, FontHash how, const Run& run) {
  const std::string inside = "fonts/" + face.file();
  if (const auto hash = run.files.hash(inside)) return {inside, *hash};
  const std::string_view kind = how == FontHash::WholeFile ? kFont : kFontTables;
  return {std::string(kind) + face_name(face.file(), face.index()), hash_of(face, how)};
}

/// As text::HyphenBook finds it.
std::optional<Input> dictionary_input(const std::string& language, const Run& run) {
  const std::vector<std::string> names = text::dictionary_names(language);
  for (const std::string& name : names) {
    if (const auto hash = run.files.hash("hyphenation/" + name)) {
      return Input{"hyphenation/" + name, *hash};
    }
  }
  for (const std::string& folder : text::machine_hyphen_folders()) {
    const diag::DiskFiles files({folder});
    for (const std::string& name : names) {
      if (const auto bytes = files.read(name).bytes) {
        return Input{std::string(kHyphens) + name, sha256(*bytes)};
      }
    }
  }
  return std::nullopt;
}

const Input* dictionary(const std::string& language, Run& run) {
  const auto known = run.workspace.dictionaries.find(language);
  if (known != run.workspace.dictionaries.end()) return &known->second;
  const auto found = dictionary_input(language, run);
  return found ? &run.workspace.dictionaries.emplace(language, *found).first->second : nullptr;
}

std::optional<std::string> font_now(std::string_view named, Run& run) {
  const std::size_t mark = named.rfind('#');
  const std::string file(named.substr(0, mark));
  const auto index = mark == named.npos ? 0 : parse_number(named.substr(mark + 1)).value_or(-1);
  diag::Diagnostics unheard;
  const auto catalog = spec::parse_fonts(run.files, run.sources, unheard);
  if (!catalog) return std::nullopt;
  for (const font::CatalogFace& face : catalog->faces) {
    if (face.file != file || face.index != index) continue;
    const auto id = run.workspace.fonts.open(face, run.files, {}, unheard);
    if (id) return hash_of(run.workspace.fonts.face(*id), FontHash::TableDirectory);
  }
  return std::nullopt;
}

std::optional<std::string> hash_in(const diag::FileReader& files, std::string_view path) {
  const auto bytes = files.read(path).bytes;
  return bytes ? std::optional(sha256(*bytes)) : std::nullopt;
}

std::optional<std::string> machine_hash(std::string_view path, Run& run) {
  const auto rest = [&](std::string_view kind) { return path.substr(kind.size()); };
  if (path.starts_with(kFontTables)) return font_now(rest(kFontTables), run);
  if (path.starts_with(kHyphens)) {
    return hash_in(diag::DiskFiles(text::machine_hyphen_folders()), rest(kHyphens));
  }
  if (!path.starts_with(kProfile)) return std::nullopt;
  return hash_in(diag::DiskFiles(color::profile_folders()), rest(kProfile));
}

}  // namespace

std::vector<Input> files_of_document(const Run& run) {
  std::vector<Input> inputs = run.files.used();
  std::erase_if(inputs, is_shared);
  return inputs;
}

std::vector<Input> inputs_of(const Compiled& compiled, FontHash fonts, Run& run) {
  std::vector<Input> inputs = files_of_document(run);
  std::set<std::uint32_t> used;
  collect_fonts(compiled.pages->pages, used);
  collect_fonts(compiled.pages->forms, used);
  for (const std::uint32_t font : used) {
    inputs.push_back(font_input(run.workspace.fonts.face(font::FontId{font}), fonts, run));
  }
  if (compiled.document->hyphenation) {
    for (const auto& [language, opened] : compiled.document->hyphenation->dictionaries) {
      const Input* found = opened ? dictionary(language, run) : nullptr;
      if (found != nullptr) inputs.push_back(*found);
    }
  }
  if (const auto& shop = compiled.document->shop; shop && !shop->condition.profile.empty()) {
    inputs.push_back(
        {std::string(kProfile) + shop->condition.profile, sha256(*shop->condition.icc)});
  }
  std::ranges::sort(inputs);
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  return inputs;
}

std::string command_of(const Job& job, const Request& request) {
  // In a folder of layouts/ too: "examples/aftercare-two-languages".
  constexpr std::string_view kFolder = "layouts/", kEnding = ".toml";
  const bool is_usual = job.layout.starts_with(kFolder) && job.layout.ends_with(kEnding);
  std::string command =
      "build " + (is_usual ? job.layout.substr(kFolder.size(),
                                               job.layout.size() - kFolder.size() - kEnding.size())
                           : stem(job.layout));
  const auto add = [&](const char* option, const std::string& value) {
    if (value.empty()) return;
    const bool needs_quotes = value.find(' ') != value.npos;
    command += std::string(" ") + option + " " + (needs_quotes ? "\"" + value + "\"" : value);
  };
  add("--language", job.language);
  add("--shop", job.shop);
  if (job.edition) add("--edition", std::string(facts_of(*job.edition).name));
  add("--trim", request.trim);
  add("--impose", request.imposition);
  for (const std::string& setting : request.settings) add("--set", setting);
  if (request.final) command += " --final";
  if (request.fix) command += " --fix";
  return command;
}

std::optional<std::string> write_job_pdf(const Compiled& compiled, const Job& job, Run& run,
                                         diag::Diagnostics& diags) {
  pdf::PdfOptions options = pdf_options(*compiled.document, run.workspace.pdf_parts);
  options.inputs = manifest::lines_of(command_of(job, run.request),
                                      inputs_of(compiled, FontHash::TableDirectory, run),
                                      shown_as(compiled, job, run));
  if (compiled.document->office)
    options.printing = printing_of(*compiled.document, *compiled.pages);
  if (compiled.document->screen) {
    options.screen = &compiled.press;
    if (compiled.document->screen->forms) {
      options.fields = form_fields(*compiled.words, *compiled.pages);
    }
  }
  return pdf::write_pdf(*compiled.pages, run.workspace.fonts, options, diags);
}

InputState state_now(const Input& input, Run& run) {
  const diag::Origin origin = manifest::origin_of(input);
  if (origin == diag::Origin::Machine) {
    const auto hash = machine_hash(input.path, run);
    if (!hash) return InputState::Missing;
    return *hash == input.sha256 ? InputState::Same : InputState::Changed;
  }
  const diag::FileAnswer file = run.files.read(manifest::file_of(input));
  // What the program would lend is not the project's file.
  const bool is_lent_now = file.origin == diag::Origin::Program;
  const bool was_lent = origin == diag::Origin::Program;
  if (!file.bytes || (is_lent_now && !was_lent)) return InputState::Missing;
  const bool is_same = is_lent_now == was_lent && sha256(*file.bytes) == input.sha256;
  return is_same ? InputState::Same : InputState::Changed;
}

std::string dump_inputs(const std::vector<Input>& inputs) {
  std::string text = "read from\n";
  for (const Input& each : inputs) {
    text += "  " + std::string(manifest::name_of(manifest::origin_of(each))) + "  " +
            std::string(manifest::file_of(each)) + "\n";
  }
  return text;
}

}  // namespace handbill::build
