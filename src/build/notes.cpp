// SPDX-License-Identifier: MIT
#include "build/notes.h"

#include <array>
#include <utility>

#include "build/append_record.h"
#include "diag/read_text.h"
#include "spec/written_date.h"

namespace handbill::build {
namespace {

constexpr Ledger kNotes = {
    kNotesFile,
    "# What people at the desk ask of the designer: `handbill notes` lists it. Take an entry out\n"
    "# when it is done. The mark behind each line keeps entries whole when git joins two "
    "branches.\n"};

std::string text_of(const spec::Value& entry, std::string_view key) {
  const spec::Value* value = entry.find(key);
  const std::string* text = value == nullptr ? nullptr : value->as_string();
  return text == nullptr ? "" : *text;
}

std::optional<Note> note_of(const spec::Value& entry) {
  const spec::Value* date = entry.find("date");
  const auto* day = date == nullptr ? nullptr : std::get_if<spec::Date>(&date->data);
  Note note{{},
            text_of(entry, "document"),
            text_of(entry, "language"),
            text_of(entry, "about"),
            text_of(entry, "problem"),
            text_of(entry, "words")};
  if (day == nullptr || (note.problem.empty() && note.words.empty())) return std::nullopt;
  note.date = *day;
  return note;
}

}  // namespace

std::vector<Note> read_notes(const diag::FileReader& files, diag::SourceMap& sources,
                             diag::Diagnostics& diags) {
  if (files.read(kNotesFile).state == diag::FileState::Missing) return {};
  const auto file = diag::read_text(files, kNotesFile, {}, sources, diags);
  const auto root = file ? spec::read_toml(sources, *file, diags) : std::nullopt;
  const spec::Value* list = root ? root->find("note") : nullptr;
  const spec::Value::Array* entries = list == nullptr ? nullptr : list->as_array();
  std::vector<Note> notes;
  if (entries == nullptr) return notes;
  for (const spec::Value& each : *entries) {
    if (auto note = note_of(each)) {
      notes.push_back(std::move(*note));
    } else {
      diags.warning(diag::DiagnosticId::RecordFaulty, each.span,
                    "a note has no `date`, or neither `problem` nor `words`",
                    {"the desk writes notes; take this one out if it says nothing"});
    }
  }
  return notes;
}

std::optional<std::string> append_note(const world::Project& project, const Note& note,
                                       diag::Diagnostics& diags) {
  records::Block block("note");
  block.date("date", note.date);
  const auto parts = std::to_array<std::pair<std::string_view, const std::string*>>({
      {"document", &note.document},
      {"language", &note.language},
      {"about", &note.about},
      {"problem", &note.problem},
      {"words", &note.words},
  });
  for (const auto& [key, text] : parts) {
    if (!text->empty()) block.text(key, *text);
  }
  return append_record(project, kNotes, block, {}, diags);
}

std::vector<std::string> lines_of(const std::vector<Note>& notes) {
  if (notes.empty()) return {"nobody has asked anything"};
  std::vector<std::string> lines;
  for (const Note& note : notes) {
    std::string line = spec::iso_date(note.date);
    if (!note.document.empty()) line += "  " + note.document;
    if (!note.language.empty()) line += " (" + note.language + ")";
    if (!note.about.empty()) line += "  " + note.about;
    lines.push_back(std::move(line));
    if (!note.problem.empty()) lines.push_back("  " + note.problem);
    if (!note.words.empty()) lines.push_back("  “" + note.words + "”");
  }
  return lines;
}

}  // namespace handbill::build
