// SPDX-License-Identifier: MIT
#include "build/translation_csv.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/csv.h"
#include "base/words.h"
#include "diag/decode_text.h"
#include "prose/translated_text.h"
#include "records/roles.h"
#include "spec/edit_toml.h"
#include "spec/replaced_text.h"
#include "spec/words.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;

enum class SheetColumn { File, Path, State, Source, Translation, Remarks };
constexpr std::array<std::string_view, 6> kSheetColumns = {"file",   "path",        "state",
                                                           "source", "translation", "remarks"};

/// Without the end of its last line, which no cell shows.
std::string_view without_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return last == text.npos ? std::string_view() : text.substr(0, last + 1);
}

std::string_view own_text(const LanguageText& text) {
  return text.is_translated() ? std::string_view(*text.pair.translation->as_string())
                              : std::string_view();
}

class SheetReader {
 public:
  SheetReader(const LanguageTexts& texts, diag::SourceMap& sources, diag::Diagnostics& diags)
      : texts_(texts), sources_(sources), diags_(diags) {}

  /// False: an error was added.
  bool read(const std::string& name, std::string_view bytes) {
    diag::DecodedText decoded = diag::decode_text(bytes);
    if (!decoded.fault.empty()) {
      decoded.hints.emplace_back("save it as `CSV UTF-8`");
      diags_.error(DiagnosticId::WrongUse, {}, spec::quoted(name) + ": " + decoded.fault,
                   decoded.hints);
      return false;
    }
    csv_ = read_csv(decoded.text);
    file_ = sources_.add(name, std::move(decoded.text));
    const std::size_t errors = diags_.error_count();
    if (csv_.open_line > 0) {
      fail(csv_.open_line, "the quotation marks of a cell that begins here do not pair",
           "two of them in a row stand for one in a cell");
      return false;
    }
    if (!read_head()) return false;
    for (std::size_t i = 1; i < csv_.rows.size(); ++i) read_row(csv_.rows[i]);
    return diags_.error_count() == errors;
  }

  const std::map<const LanguageText*, std::string>& changes() const { return changes_; }
  const std::vector<const LanguageText*>& agreed() const { return agreed_; }
  const std::vector<Remark>& remarks() const { return remarks_; }
  char separator() const { return csv_.separator; }
  diag::Span place(const LanguageText* text) const { return place_of(lines_.at(text)); }

 private:
  diag::Span place_of(std::size_t line) const {
    const std::size_t begin = sources_.offset(file_, {line, 1});
    return {file_, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(begin + sources_.line(file_, line).size())};
  }

  void fail(std::size_t line, std::string message, std::string hint) {
    diags_.error(DiagnosticId::BadValue, place_of(line), std::move(message), {std::move(hint)});
  }

  bool read_head() {
    if (csv_.rows.empty()) {
      diags_.error(DiagnosticId::WrongUse, {file_, 0, 0}, "the sheet is empty",
                   {"`handbill translations " + texts_.language + " --csv FILE` writes one"});
      return false;
    }
    const CsvRow& head = csv_.rows.front();
    for (std::size_t i = 0; i < kSheetColumns.size(); ++i) {
      const auto found = std::ranges::find(head.cells, kSheetColumns[i]);
      columns_[i] = static_cast<std::size_t>(found - head.cells.begin());
      const auto column = static_cast<SheetColumn>(i);
      const bool is_optional = column == SheetColumn::State || column == SheetColumn::Remarks;
      if (found != head.cells.end() || is_optional) continue;
      fail(head.line, "the sheet has no column " + spec::quoted(kSheetColumns[i]),
           "its first line says `file,path,state,source,translation,remarks`");
      return false;
    }
    return true;
  }

  std::string cell(const CsvRow& row, SheetColumn column) const {
    const std::size_t at = columns_[static_cast<std::size_t>(column)];
    return at < row.cells.size() ? row.cells[at] : "";
  }

  const LanguageText* text_of(const CsvRow& row) const {
    const std::string file = cell(row, SheetColumn::File), path = cell(row, SheetColumn::Path);
    const auto found = std::ranges::find_if(texts_.texts, [&](const LanguageText& each) {
      return each.file->subject == file && each.pair.path == path;
    });
    return found == texts_.texts.end() ? nullptr : &*found;
  }

  void read_row(const CsvRow& row) {
    const LanguageText* text = text_of(row);
    if (text == nullptr) {
      return fail(row.line,
                  "there is no text " + spec::quoted(cell(row, SheetColumn::Path)) +
                      " in `content/" + texts_.source_language + "/" +
                      cell(row, SheetColumn::File) + ".toml`",
                  "write the sheet anew, and put the changes into it");
    }
    if (!lines_.emplace(text, row.line).second) {
      return fail(row.line, spec::quoted(text->pair.path) + " stands in the sheet twice",
                  "keep the row that is right");
    }
    const std::string& source = *text->pair.source->as_string();
    if (without_end(cell(row, SheetColumn::Source)) != without_end(source)) {
      return fail(row.line,
                  "the original of " + spec::quoted(text->pair.path) + " is not as in the sheet: " +
                      records::what_changed(cell(row, SheetColumn::Source), source),
                  "write the sheet anew, and look at this text again");
    }
    read_translation(row, *text);
  }

  void read_translation(const CsvRow& row, const LanguageText& text) {
    const std::string written = cell(row, SheetColumn::Translation);
    const std::string now(without_end(written));
    const std::string remark = cell(row, SheetColumn::Remarks);
    if (!without_end(remark).empty())
      remarks_.push_back({text.pair.path, std::string(without_end(remark))});
    if (now.empty()) return;
    if (!text.is_translated()) {
      return fail(row.line,
                  spec::quoted(text.pair.path) + " has no place in " +
                      spec::quoted(text.file->path) + " yet",
                  "write its key there first, with the text");
    }
    for (const std::string& each : prose::lost_facts(
             {*text.pair.source->as_string(), now, texts_.source_language, texts_.language})) {
      fail(row.line,
           "the translation of " + spec::quoted(text.pair.path) + " has lost `{" + each + "}`",
           "what stands in braces is a fact: copy it as it is");
    }
    const std::string_view before = own_text(text);
    if (without_end(before) != now) {
      // The end of its last line is as it was.
      changes_.emplace(&text, now + std::string(before.substr(without_end(before).size())));
    }
    if (without_end(remark).empty()) agreed_.push_back(&text);
  }

  const LanguageTexts& texts_;
  diag::SourceMap& sources_;
  diag::Diagnostics& diags_;
  diag::FileId file_{};
  Csv csv_{};
  std::array<std::size_t, kSheetColumns.size()> columns_{};
  std::map<const LanguageText*, std::size_t> lines_{};
  std::map<const LanguageText*, std::string> changes_{};
  std::vector<const LanguageText*> agreed_{};
  std::vector<Remark> remarks_{};
};

/// The files of the language with their changes; each says what it is to say, which is looked at.
ChangedContent changed_files(const LanguageTexts& texts, const SheetReader& sheet,
                             diag::SourceMap& sources, diag::Diagnostics& diags) {
  ChangedContent files;
  for (const LanguageFile& file : texts.files) {
    std::vector<diag::Fix> edits;
    std::vector<const LanguageText*> of_file;
    const auto id = sources.find(file.path);
    for (const auto& [text, now] : sheet.changes()) {
      if (text->file != &file || !id) continue;
      edits.push_back(spec::replaced_text(sources.text(*id), *text->pair.translation, now));
      of_file.push_back(text);
    }
    if (edits.empty()) continue;
    std::string edited = spec::edited(sources.text(*id), std::move(edits));
    diag::Diagnostics faults;
    diag::SourceMap scratch;
    const auto root = spec::read_toml(scratch, scratch.add(file.path, edited), faults);
    if (!root || faults.has_errors()) {
      for (const LanguageText* each : of_file) {
        diags.error(DiagnosticId::BadValue, sheet.place(each),
                    "with this text " + spec::quoted(file.path) + " could not be read" +
                        (faults.list().empty() ? "" : ": " + faults.list().front().message));
      }
      continue;
    }
    files[file.path] = std::move(edited);
  }
  return files;
}

std::vector<records::TranslationRecord> records_of(const LanguageTexts& texts,
                                                   const SheetReader& sheet,
                                                   const Recording& recording) {
  std::vector<records::TranslationRecord> made;
  for (const LanguageText* each : sheet.agreed()) {
    const auto changed = sheet.changes().find(each);
    const bool is_changed = changed != sheet.changes().end();
    if (!is_changed && each->state.is_reviewed) continue;
    made.push_back({texts.language, each->file->subject, each->pair.path,
                    *each->pair.source->as_string(),
                    is_changed ? changed->second : std::string(own_text(*each)), recording.role,
                    recording.work, recording.date});
  }
  return made;
}

void tell_sheet(const SheetReader& sheet, std::size_t recorded, const Recording& recording,
                AppliedSheet& result) {
  if (sheet.separator() == ';') {
    result.told.emplace_back("the cells of the sheet are parted by semicolons; that is well");
  }
  for (const auto& [text, now] : sheet.changes()) {
    result.told.push_back(text->file->path + ": " + text->pair.path + ": " +
                          records::what_changed(own_text(*text), now));
  }
  for (const Remark& each : sheet.remarks()) {
    result.told.push_back("remark on " + each.path + ", not recorded: " + each.words);
  }
  result.told.push_back(counted(sheet.changes().size(), "text") + " changed, " +
                        std::to_string(recorded) + " recorded as reviewed by `" + recording.role +
                        "`");
}

}  // namespace

std::string state_word(const LanguageText& text) {
  if (own_text(text).empty()) return "not translated";
  using enum records::TextState::Kind;
  switch (text.state.kind) {
    case Current:
      return text.state.is_reviewed ? "reviewed" : "translated";
    case SourceChanged:
      return "stale";
    case TranslationChanged:
      return "changed";
    case Unrecorded:
      return "not recorded";
  }
  return "";
}

std::string translations_csv(const std::vector<const LanguageText*>& chosen) {
  std::string csv(kByteOrderMark);
  csv += csv_row({kSheetColumns.begin(), kSheetColumns.end()});
  for (const LanguageText* each : chosen) {
    csv += csv_row({each->file->subject, each->pair.path, state_word(*each),
                    std::string(without_end(*each->pair.source->as_string())),
                    std::string(without_end(own_text(*each))), ""});
  }
  return csv;
}

AppliedSheet apply_sheet(const world::Project& project, const LanguageTexts& texts,
                         const std::string& name, std::string text, const Recording& recording,
                         diag::SourceMap& sources, diag::Diagnostics& diags) {
  AppliedSheet result;
  if (auto problem =
          records::refusal(texts.roles, recording.role, records::Task::Review, texts.language)) {
    diags.add(std::move(*problem));
  }
  SheetReader sheet(texts, sources, diags);
  if (!sheet.read(name, text) || diags.has_errors()) return result;
  const auto files = changed_files(texts, sheet, sources, diags);
  if (diags.has_errors()) return result;
  const auto made = records_of(texts, sheet, recording);
  result.failure = append_translations(project, files, entries_of(made), diags);
  if (!result.failure) tell_sheet(sheet, made.size(), recording, result);
  return result;
}

}  // namespace handbill::build
