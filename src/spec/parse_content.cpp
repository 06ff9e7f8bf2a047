// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <map>

#include "base/ascii.h"
#include "base/number.h"
#include "diag/near_file.h"
#include "diag/read_text.h"
#include "spec/clean_text.h"
#include "spec/parse_layout.h"
#include "spec/toml_text.h"
#include "spec/translated_hours.h"
#include "spec/translation.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

constexpr std::string_view kSettingName = "--set";

std::string language_of(const LayoutSpec& layout) {
  return layout.language ? layout.language->value : "en";
}

/// A top-level key stands in one file, so that a fact has one place. [revision] is about the file.
class TopLevel {
 public:
  explicit TopLevel(diag::Diagnostics& diags) : diags_(diags) {}

  void add(const Value& root) {
    for (const Entry& entry : *root.as_table()) {
      if (entry.key == "revision" || entry.key.empty()) continue;
      const auto [found, is_new] = places_.emplace(entry.key, entry.key_span);
      if (is_new) continue;
      diags_.add({DiagnosticId::DuplicateName,
                  diag::Severity::Error,
                  quoted(entry.key) + " stands in two files of the content",
                  entry.key_span,
                  {{found->second, "it stands here first"}},
                  {}});
      return;
    }
  }

 private:
  diag::Diagnostics& diags_;
  std::map<std::string, Span> places_{};
};

/// A number or truth value where the file has one; a string anywhere else.
void retype(Value& value, const Value& like) {
  const std::string* text = value.as_string();
  const auto whole_number = [&]() -> std::optional<std::int64_t> {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
    return number;
  };
  if (std::holds_alternative<bool>(like.data) && (*text == "true" || *text == "false")) {
    value.data = *text == "true";
  } else if (like.as_number()) {
    if (const auto whole = whole_number()) {
      value.data = *whole;
    } else if (const auto number = parse_number(*text)) {
      value.data = *number;
    }
  }
}

/// Whether a notice applies is true or false, where a blank waits for that too.
bool is_true_or_false(std::string_view path) {
  return path.starts_with("notice.") && path.ends_with(".applies") &&
         std::ranges::count(path, '.') == 2;
}

/// Whether something stands at a path, or in an entry of a list on the way.
bool has_value(const Value& value, std::string_view path) {
  if (path.empty()) return true;
  if (const Value::Array* list = value.as_array()) {
    return std::ranges::any_of(*list, [&](const Value& each) { return has_value(each, path); });
  }
  const std::string_view step = path.substr(0, path.find('.'));
  const Value* next = value.find(step);
  return next != nullptr && has_value(*next, path.substr(std::min(path.size(), step.size() + 1)));
}

/// One --set value: "clinic.phone=(555) 010-0199".
class Setting {
 public:
  Setting(const std::string& text, diag::SourceMap& sources, diag::Diagnostics& diags)
      : text_(in_form_c(text)), file_(source_of(text_, sources)), diags_(diags) {}

  void apply(ContentSpec& content) {
    const std::size_t equals = text_.find('=');
    if (equals == text_.npos) return fail(0, text_.size(), "a setting has no `=`");
    const std::string_view path = std::string_view(text_).substr(0, equals);
    const std::string_view top = path.substr(0, path.find('.'));
    if (names_revision(path)) return refuse_revision(path);
    Value* root = nullptr;
    for (ContentSpec::File& file : content.files) {
      if (file.root.find(top) != nullptr) root = &file.root;
    }
    const FactSpec* fact = fact_over(content.facts, without_numbers(path));
    const bool is_of_hours = fact != nullptr && fact->type == "hours";
    if (is_of_hours && !is_there(*fact, content)) return leave_out(path, top, content);
    if (root == nullptr) {
      content.files.push_back({std::string(kSettingName), Value{Value::Table()}});
      root = &content.files.back().root;
    }
    if (root->find(top) == nullptr) note_new(path, top, top_keys(content));
    set(*root, path, value_from(equals + 1));
    const bool is_judged_later = fact != nullptr;
    if (new_key_ && !is_judged_later) content.new_keys.push_back(std::move(*new_key_));
  }

 private:
  /// The same words set for several layouts of a run are one source, so that a fault in them is
  /// told once.
  static diag::FileId source_of(const std::string& text, diag::SourceMap& sources) {
    return sources.add_once(std::string(kSettingName), text);
  }

  static bool is_there(const FactSpec& fact, const ContentSpec& content) {
    return std::ranges::any_of(content.files, [&](const ContentSpec::File& file) {
      return has_value(file.root, fact.path);
    });
  }

  /// Hours hold for all days of a week, so that a single one of them says nothing where a document
  /// has none. A run none of whose documents has hours tells it.
  void leave_out(std::string_view path, std::string_view top, ContentSpec& content) {
    note_new(path, top, top_keys(content));
    content.new_keys.push_back(std::move(*new_key_));
  }

  /// In whatever spelling, and wherever it would stand.
  static bool names_revision(std::string_view path) {
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('.', begin), path.size());
      std::string key = to_lower(path.substr(begin, end - begin));
      std::erase_if(key, [](char c) { return c == ' ' || c == '"' || c == '\''; });
      if (key == "revision") return true;
      begin = end + 1;
    }
    return false;
  }

  static std::vector<std::string> top_keys(const ContentSpec& content) {
    std::vector<std::string> keys;
    for (const ContentSpec::File& file : content.files) {
      for (const Entry& entry : *file.root.as_table()) keys.push_back(entry.key);
    }
    std::erase(keys, "revision");
    return keys;
  }

  /// The first new key; `key` is a part of `path`.
  void note_new(std::string_view path, std::string_view key, std::vector<std::string> beside) {
    if (new_key_) return;
    const auto end = static_cast<std::size_t>(key.data() - path.data()) + key.size();
    new_key_ = NewKey{std::string(path.substr(0, end)), std::string(key), std::move(beside),
                      span(end - key.size(), end), span(path.size() + 1, text_.size())};
  }

  /// Whoever builds does not approve.
  void refuse_revision(std::string_view path) {
    diags_.error(DiagnosticId::BadValue, span(0, path.size()),
                 quoted(path) +
                     " can't be set for a run: `[revision]` is the word of whoever "
                     "has read a file",
                 {"change it in the content file it is about"});
  }

  void set(Value& root, std::string_view path, Value value) {
    Value* at = &root;
    std::size_t depth = 0;
    for (std::size_t begin = 0; begin <= path.size(); ++depth) {
      const std::size_t end = std::min(path.find('.', begin), path.size());
      const std::string_view key = path.substr(begin, end - begin);
      const bool has_blanks = key.starts_with(' ') || key.ends_with(' ');
      if (depth == kDeepestToml) {
        return fail(0, path.size(), quoted(path) + " has more than 64 keys");
      }
      if (key.empty() || has_blanks) {
        return fail(0, path.size(), "`" + std::string(path) + "` is not a path of keys");
      }
      const Value* parent = at;
      at = step(*at, key, span(begin, end));
      if (at == nullptr) return;
      if (is_new_) note_new(path, key, keys_beside(*parent, key));
      begin = end + 1;
    }
    // `{ blank = "…" }` is a single fact that waits for its value.
    const bool is_single = at->find("blank") != nullptr;
    if (!is_single && (at->as_table() != nullptr || at->as_array() != nullptr)) {
      if (!is_new_) {
        return fail(
            0, path.size(),
            "`" + std::string(path) + "` is " + a_type(*at) + "; a setting replaces a single fact");
      }
    }
    retype(value, is_true_or_false(path) ? Value{false} : *at);
    *at = std::move(value);
  }

  static std::vector<std::string> keys_beside(const Value& table, std::string_view key) {
    std::vector<std::string> keys;
    for (const Entry& entry : *table.as_table()) keys.push_back(entry.key);
    std::erase(keys, key);
    return keys;
  }

  /// The value of `key` in `parent`, made when it is not there; null: reported.
  Value* step(Value& parent, std::string_view key, Span at) {
    if (auto* array = std::get_if<Value::Array>(&parent.data)) {
      const Value* found = parent.at_path(key);
      if (found != nullptr) return &(*array)[static_cast<std::size_t>(found - array->data())];
      diags_.error(DiagnosticId::BadValue, at,
                   "`" + std::string(key) + "` is no element of this list of " +
                       std::to_string(array->size()) + "; the first is 0");
      return nullptr;
    }
    // A key made on the way is a table until something is put there.
    if (std::holds_alternative<std::monostate>(parent.data)) parent.data = Value::Table();
    auto* table = std::get_if<Value::Table>(&parent.data);
    if (table == nullptr) {
      diags_.error(DiagnosticId::WrongType, at,
                   "`" + std::string(key) + "` can't be set inside " + a_type(parent));
      return nullptr;
    }
    const auto found = std::ranges::find(*table, key, &Entry::key);
    is_new_ = found == table->end();
    if (!is_new_) return &found->value;
    table->push_back({std::string(key), at, Value{{}, at}});
    return &table->back().value;
  }

  Value value_from(std::size_t begin) const {
    Value value{text_.substr(begin), span(begin, text_.size())};
    for (std::size_t i = begin; i <= text_.size(); ++i) {
      value.source_offsets.push_back(static_cast<std::uint32_t>(i));
    }
    clean_text(value, diags_);
    return value;
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void fail(std::size_t begin, std::size_t end, std::string message) {
    diags_.error(DiagnosticId::BadValue, span(begin, end), std::move(message),
                 {"a setting is written like clinic.phone=\"(555) 010-0199\""});
  }

  std::string text_;
  diag::FileId file_;
  diag::Diagnostics& diags_;
  bool is_new_ = false;
  std::optional<NewKey> new_key_;
};

/// Reads the files of content/ in one language.
struct ContentFolder {
  const diag::FileReader& files;
  diag::SourceMap& sources;
  diag::Diagnostics& diags;
  std::string language;
  const AskedKeys& asked;

  std::string path_of(const Text& subject) const {
    return "content/" + language + "/" + subject.value + ".toml";
  }
  /// Whatever stands there, or would stand there by another name: reading it tells what is wrong.
  bool has(const Text& subject) const {
    const std::string path = path_of(subject);
    return files.read(path).state != diag::FileState::Missing ||
           diag::misspelt_file(files, path).has_value();
  }
  std::optional<Value> read(const Text& subject) const {
    const auto file = diag::read_text(files, path_of(subject), subject.span, sources, diags);
    if (!file) return std::nullopt;
    return read_toml(sources, *file, diags, asked);
  }
};

void add_read(const Text& subject, const ContentFolder& folder, ContentSpec& content) {
  if (auto root = folder.read(subject)) {
    content.files.push_back({subject.value, std::move(*root)});
  } else {
    content.extent = ContentSpec::Extent::FileUnread;
  }
}

/// Names and notes of the opening hours that would be printed in another language. British English
/// is none for American. Null: there is no translation.
void report_names(const Value& original, const Value* translation, const std::string& path,
                  std::string_view own, std::string_view wanted, std::span<const FactSpec> facts,
                  diag::Diagnostics& diags) {
  const auto primary = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  if (primary(own) == primary(wanted)) return;
  if (translation != nullptr && !translation->is_whole()) return;
  for (const FactSpec& fact : facts) {
    const Value* hours = fact.type == "hours" ? original.at_path(fact.path) : nullptr;
    if (hours == nullptr) continue;
    report_untranslated(*hours, translation != nullptr ? translation->at_path(fact.path) : nullptr,
                        path, diags);
  }
}

/// The file of a subject, laid over that of the layout's own language.
void add_translated(const Text& subject, const ContentFolder& own, const ContentFolder& wanted,
                    ContentSpec& content) {
  if (!own.has(subject)) return add_read(subject, wanted, content);
  auto original = own.read(subject);
  if (!original) {
    content.extent = ContentSpec::Extent::FileUnread;
    return add_read(subject, wanted, content);
  }
  const bool is_untranslated = is_facts_only(*original, content.facts) && !wanted.has(subject);
  auto translation = is_untranslated ? std::nullopt : wanted.read(subject);
  if (!translation) {
    report_names(*original, nullptr, wanted.path_of(subject), own.language, wanted.language,
                 content.facts, wanted.diags);
    if (!is_untranslated) content.extent = ContentSpec::Extent::FileUnread;
    content.files.push_back({subject.value, std::move(*original)});
    return;
  }
  ContentSpec::Translation compared{*original, *translation, wanted.path_of(subject), own.language,
                                    wanted.language};
  // What the original's reviewers have to say of the facts goes on to hold.
  auto& table = std::get<Value::Table>(original->data);
  const auto revision = std::ranges::find(table, "revision", &Entry::key);
  if (revision != table.end()) {
    Value kept{Value::Table(), original->span};
    std::get<Value::Table>(kept.data).push_back(std::move(*revision));
    table.erase(revision);
    content.files.push_back({subject.value + " (" + own.language + ")", std::move(kept)});
  }
  content.files.push_back(
      {subject.value,
       lay_translation_over(std::move(*original), std::move(*translation), content.facts),
       std::move(compared)});
}

const ContentSpec::File* file_of(const std::string& subject, const ContentSpec& content) {
  const auto found = std::ranges::find(content.files, subject, &ContentSpec::File::subject);
  return found == content.files.end() ? nullptr : &*found;
}

/// The texts of a second language, each file laid over the one it translates, below one key.
class SecondLanguage {
 public:
  SecondLanguage(const ContentFolder& folder, const ContentSpec& first)
      : folder_(folder), first_(first) {}

  /// `original`: as it is written, without settings. Null: its file could not be read.
  void add(const Text& subject, const Value* original, ContentSpec& into) {
    const ContentSpec::File* own = file_of(subject.value, first_);
    if (original == nullptr || own == nullptr) return;
    const bool is_untranslated = is_facts_only(*original, first_.facts) && !folder_.has(subject);
    auto translation = is_untranslated ? std::nullopt : folder_.read(subject);
    if (!translation) {
      report_names(*original, nullptr, folder_.path_of(subject), first_.language, folder_.language,
                   first_.facts, folder_.diags);
      if (!is_untranslated) into.extent = ContentSpec::Extent::FileUnread;
      return take(own->root);
    }
    // Under the name of its file, for the ledger of translations.
    ContentSpec::File kept{subject.value, revision_of(*translation)};
    kept.translation = {*original, *translation, folder_.path_of(subject), first_.language,
                        folder_.language};
    into.files.push_back(std::move(kept));
    take(lay_translation_over(own->root, std::move(*translation), first_.facts));
  }

  void close(ContentSpec& into) {
    Value root{Value::Table()};
    std::get<Value::Table>(root.data).push_back(
        {std::string(kSecond), {}, Value{std::move(tables_)}});
    into.files.push_back({std::string(kSecond), std::move(root)});
    const std::size_t declared = into.facts.size();
    for (std::size_t i = 0; i < declared; ++i) {
      FactSpec below = into.facts[i];
      below.path = below_second(below.path);
      into.facts.push_back(std::move(below));
    }
    into.second_language = folder_.language;
  }

 private:
  static Value revision_of(const Value& root) {
    Value kept{Value::Table(), root.span};
    if (const Value* revision = root.find("revision")) {
      std::get<Value::Table>(kept.data).push_back({"revision", revision->span, *revision});
    }
    return kept;
  }

  void take(Value root) {
    for (Entry& entry : std::get<Value::Table>(root.data)) {
      if (entry.key != "revision") tables_.push_back(std::move(entry));
    }
  }

  const ContentFolder& folder_;
  const ContentSpec& first_;
  Value::Table tables_{};
};

/// What stands below `second` in the files is the user's, where a layout has no second language.
bool is_of_second(const std::string& setting) { return setting.starts_with("second."); }

void add_second(const LayoutSpec& layout, const ContentFolder& folder,
                const std::vector<ContentSpec::File>& as_written, ContentSpec& content) {
  for (const ContentSpec::File& file : content.files) {
    for (const Entry& entry : *file.root.as_table()) {
      if (entry.key != kSecond) continue;
      folder.diags.error(DiagnosticId::DuplicateName, entry.key_span,
                         "`second` is where the texts of the second language stand",
                         {"give the heading another name"});
      return;
    }
  }
  if (folder.files.list("content/" + folder.language).empty()) {
    folder.diags.error(DiagnosticId::FileMissing, layout.second_language->span,
                       "there is no folder `content/" + folder.language +
                           "`, whose texts are to stand beside `" + content.language + "`",
                       {"`handbill new-language " + folder.language +
                        "` makes it; `--language` sets another language in its place"});
    content.extent = ContentSpec::Extent::FileUnread;
    return;
  }
  const ContentSpec first = content;
  SecondLanguage second(folder, first);
  std::vector<std::string> added;
  for (const Text& subject : layout.content) {
    if (std::ranges::find(added, subject.value) != added.end()) continue;
    added.push_back(subject.value);
    const auto own = std::ranges::find(as_written, subject.value, &ContentSpec::File::subject);
    second.add(subject, own == as_written.end() ? nullptr : &own->root, content);
  }
  second.close(content);
}

}  // namespace

std::string below_second(std::string_view path) {
  return std::string(kSecond) + "." + std::string(path);
}

std::optional<std::string_view> path_in_second(std::string_view path) {
  const bool is_below = path.starts_with(kSecond) && path.substr(kSecond.size()).starts_with('.');
  return is_below ? std::optional(path.substr(kSecond.size() + 1)) : std::nullopt;
}

ContentSpec parse_content(const diag::FileReader& files, const LayoutSpec& layout,
                          const std::vector<std::string>& settings, diag::SourceMap& sources,
                          diag::Diagnostics& diags) {
  ContentSpec content;
  content.language = language_of(layout);
  content.asked = asked_keys(sources);
  content.facts.insert(content.facts.end(), layout.facts.begin(), layout.facts.end());
  const ContentFolder wanted{files, sources, diags, content.language, content.asked};
  const ContentFolder own{files, sources, diags,
                          layout.own_language.empty() ? "en" : layout.own_language, content.asked};
  TopLevel top(diags);
  for (const Text& subject : layout.content) {
    const bool is_read = std::ranges::find(content.files, subject.value,
                                           &ContentSpec::File::subject) != content.files.end();
    if (is_read) continue;
    const std::size_t before = content.files.size();
    if (wanted.language == own.language) {
      add_read(subject, own, content);
    } else {
      add_translated(subject, own, wanted, content);
    }
    for (std::size_t i = before; i < content.files.size(); ++i) top.add(content.files[i].root);
  }
  const bool are_two = layout.second_language && layout.second_language->value != content.language;
  const std::vector<ContentSpec::File> as_written =
      are_two ? content.files : std::vector<ContentSpec::File>();
  for (const std::string& setting : settings) {
    if (!are_two || !is_of_second(setting)) Setting(setting, sources, diags).apply(content);
  }
  if (!are_two) return content;
  const ContentFolder second{files, sources, diags, layout.second_language->value, content.asked};
  add_second(layout, second, as_written, content);
  for (const std::string& setting : settings) {
    if (is_of_second(setting)) Setting(setting, sources, diags).apply(content);
  }
  return content;
}

void compare_translations(const ContentSpec& content, diag::Diagnostics& diags) {
  for (const ContentSpec::File& file : content.files) {
    if (!file.translation) continue;
    const auto& [original, own, path, language, into] = *file.translation;
    report_names(original, &own, path, language, into, content.facts, diags);
    compare_translation(original, own, {language, content.facts}, diags);
  }
}

}  // namespace handbill::spec
