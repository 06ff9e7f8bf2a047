// SPDX-License-Identifier: MIT
// What the program can look for in words. A rule of a pack names a check and gives it its keys.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "content/date.h"
#include "prose/reading.h"
#include "prose/word_rules.h"

namespace handbill::spelling {
class Speller;
}

namespace handbill::prose {

/// What a check looks at: how things are written; whether they are true; what a document must have;
/// several documents; what voices need. Rules of print are about pages (rules::Check).
enum class Subject { Prose, Facts, Document, Project, Structure };

struct SubjectInfo {
  Subject subject{};
  std::string_view name;  ///< "prose"
  std::string_view doc;
};
std::span<const SubjectInfo> subjects();
std::string_view name_of(Subject subject);

/// What rules know beside the words.
struct Context {
  const content::Content* content = nullptr;   ///< the facts of the document; null: none are known
  std::optional<spec::Date> today{};           ///< nothing: what asks for it is not looked at
  const spelling::Speller* speller = nullptr;  ///< null: spelling is not looked at
  bool is_for_voices = false;  ///< the edition is to be read aloud, and its links to be followed
  /// Of people, to items of checklists that are asked of them: "pemat-04" is "yes", "no" or "n/a".
  std::map<std::string, std::string> answers{};
};

/// A document, and what is known of it.
struct Judged {
  const Reading& reading;
  const Context& context;
};

/// Something that a rule speaks of. Bytes [begin, end) of the paragraph's text; when they are none,
/// it is about the paragraph as a whole.
struct Finding {
  std::size_t paragraph = 0;
  std::size_t begin = 0, end = 0;
  std::string instead{};                      ///< {instead}: what should stand there
  std::optional<std::string> mended{};        ///< what is put in for these bytes, as the fix
  std::optional<diag::Fix> fix{};             ///< an edit elsewhere, instead of that
  std::string message{};                      ///< empty: the rule's own
  std::vector<std::string> hints{};           ///< before the rule's own
  std::string hint{};                         ///< empty: the rule's own
  std::vector<diag::Label> labels{};          ///< other places that explain it
  std::optional<Level> level{};               ///< nothing: the rule's own
  std::map<std::string, std::string> said{};  ///< further words of the message: {limit} …
  diag::Span span{};                          ///< known: it is told here instead of at those bytes
  std::size_t document = 0;                   ///< of those that are compared
};

using Findings = std::vector<Finding>;

struct WordCheck {
  std::string_view name;  ///< "existence"
  Subject subject{};
  std::string_view doc;        ///< what it looks for, in one line
  std::string_view message{};  ///< of rules that have none; empty: they must have one
  std::span<const std::string_view> needs{};     ///< keys of a rule that it must have
  std::span<const std::string_view> may_have{};  ///< and those it does without
  /// What findings are, for programs.
  diag::DiagnosticId id = diag::DiagnosticId::WordRule;
  /// What `measure` may be; null: it has none.
  std::span<const std::string_view> (*measures)() = nullptr;
  /// A value of `swap` can be read; null: any can.
  bool (*can_read)(const spec::WordRuleSpec& rule, std::string_view value) = nullptr;
  /// Of one document; null: it compares documents.
  void (*judge)(const WordRule& rule, const Judged& judged, Findings& found) = nullptr;
  /// Of all documents of a run in one language; null: it looks at each by itself.
  void (*compare)(const WordRule& rule, std::span<const Judged> judged, Findings& found) = nullptr;
};

/// All checks, in the order of the reference.
std::span<const WordCheck> word_checks();
/// Null: there is none of that name.
const WordCheck* find_word_check(std::string_view name);

}  // namespace handbill::prose
