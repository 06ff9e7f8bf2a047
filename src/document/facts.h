// SPDX-License-Identifier: MIT
// Templates: texts with facts in braces, and what stands for them. Prose may ask for facts itself,
// so every way into it is watched for circles and for growth without bound.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/template.h"
#include "document/context.h"
#include "document/misspelt_facts.h"
#include "document/page_answers.h"
#include "document/scopes.h"
#include "spec/layout_spec.h"
#include "spec/markdown.h"
#include "text/origins.h"

namespace handbill::document {

/// A text and where its bytes stand.
struct PlacedText {
  std::string_view text;
  diag::Span span{};
  /// For each byte and one past the end its offset in the file; may be null or empty.
  const std::vector<std::uint32_t>* offsets = nullptr;

  explicit PlacedText(const spec::Text& text);
  explicit PlacedText(const spec::Value& text);
  /// The words of a Text, or the target of a Link.
  explicit PlacedText(const spec::MarkdownInline& text);

  /// The place of bytes [begin, end), or of the whole where single bytes are not known.
  diag::Span part(std::size_t begin, std::size_t end) const;
  /// What bytes [begin, end) were made from.
  text::Origins origins(std::size_t begin, std::size_t end, text::Stress stress = {}) const;
};

/// A fact the clinic does not have, where a text asks for it.
struct Missed {
  std::string path;
  diag::Span asked_at;
  diag::Span said_at;
};

/// How many facts were asked for; words of the content, which tell nothing by themselves, are none.
struct Told {
  int told = 0;    ///< blanks to write on included
  int absent = 0;  ///< those the clinic does not have

  Told operator-(const Told& before) const { return {told - before.told, absent - before.absent}; }
  /// It is about facts, and the clinic has none of them.
  bool nothing() const { return absent > 0 && told == 0; }
};

/// Text for where there is no type: titles, addresses, file names. A line whose facts are all
/// absent is left out.
struct PlainText {
  std::string text;
  text::Origins origins{};
  bool has_blank = false;  ///< a fact in it is still to be supplied
  int facts = 0;           ///< asked for
  int empty_facts = 0;     ///< of these, without a word
  Told told{};
  std::optional<Missed> missed{};  ///< one of those absent
};

/// Asks for the number of a row, `{n}`: that is no fact a row may be without.
bool is_row_number(const content::TemplatePart::Fact& fact, const content::FactRow* scope);

/// Unless the user has given the row a key of that name.
void add_row_number(content::FactRow& scope, std::size_t number);

/// Of a literal part of `text`; a doubled brace stands for one.
text::Origins origins_of(const content::TemplatePart::Literal& literal,
                         const content::TemplatePart& part, const PlacedText& text,
                         text::Stress stress = {});

/// How prose goes into plain text: as the words it says, or letter by letter.
enum class ProseAs { Words, Written };

class Facts {
 public:
  Facts(const Context& context, PageAnswers& pages) : context_(context), pages_(pages) {}

  /// What is asked of the pages and not of the content.
  PageAnswers& pages() { return pages_; }

  /// Reports bad-interpolation; then there are no parts.
  std::vector<content::TemplatePart> parts(const PlacedText& text) const;

  /// What stands for a fact; reports fact-missing, and a text of the content without a word.
  std::optional<content::Insert> insert(const content::TemplatePart::Fact& fact,
                                        const content::FactRow* scope, diag::Span asked_at);

  /// What a fact is told in: the second language, or the first where a text of the second is not
  /// translated. Empty: it is asked of the first.
  std::string language_of(const content::TemplatePart::Fact& fact,
                          const content::FactRow* scope) const;

  /// Of all texts so far.
  const Told& told() const { return told_; }
  const content::Printed& printed() const { return printed_; }
  /// Says so when the hours of the week are printed and those of a season are not.
  void check_seasons() const;
  std::vector<ToldFact> take_told_facts() { return std::move(told_facts_); }
  /// A line that tells of a fact the clinic does not have, and of others: nobody knows which of its
  /// words to leave out.
  void report_mixed(const Missed& missed) const;
  /// The fact that a text asks for, by its whole path.
  std::shared_ptr<const text::AskedFact> asked_fact(const content::TemplatePart::Fact& fact,
                                                    const content::FactRow* scope) const;
  /// The rows of a list; reports fact-missing.
  std::optional<std::vector<content::FactRow>> rows(const spec::Text& path,
                                                    const content::FactRow* scope = nullptr);
  /// Those of the list that an entry has under `key`; reports fact-missing.
  std::optional<std::vector<content::FactRow>> entries(const content::FactRow& entry,
                                                       const spec::Text& key);
  void sort(std::vector<content::FactRow>& rows, const std::vector<spec::Text>& keys);
  /// The same of a list that has been read, and is in its order: counts what that asks for.
  void count_rows(const spec::Text& list);
  void count_sorted(const content::FactRow& row, const std::vector<spec::Text>& keys);
  /// What is left out until the clinic supplies a fact counts as printing it: warns that it is
  /// blank.
  void wait_for(const std::vector<spec::WhenSpec>& conditions);
  /// The paths of all facts and lists that were asked for.
  const AskedFacts& asked() const { return asked_; }

  /// Empty when something in it is broken (reported).
  PlainText plain(const PlacedText& text, const content::FactRow* scope, ProseAs prose);
  PlainText plain(const std::optional<spec::Text>& text, const content::FactRow* scope,
                  ProseAs prose);
  /// A name of a style or colour, which tells no fact even if it has one in it.
  PlainText name(const PlacedText& text, const content::FactRow* scope);
  /// The same. Nothing: all its facts are without a word, or something in it is broken (reported).
  std::optional<std::string> name(const spec::Text& text, const content::FactRow* scope);
  /// The words of a part of a text.
  std::string words(const std::vector<spec::MarkdownInline>& inlines,
                    const content::FactRow* scope);

  /// Prose being read: true inside, unless it is open already or there is too much of it
  /// (reported).
  class Inside {
   public:
    Inside(Facts& facts, const spec::Value& prose, diag::Span asked_at);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    explicit operator bool() const { return entered_; }

   private:
    Facts& facts_;
    bool entered_;
  };

 private:
  std::optional<const content::FactRow*> second_scope(const std::string& path);
  std::optional<content::Insert> of_pages(const content::TemplatePart::Fact& fact,
                                          diag::Span asked_at);
  void report_wordless(const content::TemplatePart::Fact& fact, const content::FactRow* scope,
                       diag::Span written_at) const;
  bool may_lack(const ScopedFact& asked) const;
  void count_rows(const std::string& path, diag::Span asked_at);
  void note_hours(std::string_view path, diag::Span asked_at);
  std::nullopt_t report_not_set(const content::TemplatePart::Fact& fact,
                                const content::FactRow* scope, diag::Span asked_at) const;
  bool enter(const spec::Value& prose, diag::Span asked_at);
  void append_prose(PlainText& out, const content::Prose& prose, const content::FactRow* scope,
                    ProseAs as, diag::Span asked_at);
  void append_words(PlainText& out, const std::vector<spec::MarkdownBlock>& blocks,
                    const content::FactRow* scope);
  void append_words(PlainText& out, const std::vector<spec::MarkdownInline>& inlines,
                    const content::FactRow* scope);
  void append(PlainText& out, const PlacedText& text, const content::FactRow* scope, ProseAs as);
  void append_literal(PlainText& out, std::string_view text, const text::Origins& origins);
  enum class LineEnd { Kept, LeftOut };
  LineEnd end_line(PlainText& out);

  const Context& context_;
  PageAnswers& pages_;
  Told told_;
  content::Printed printed_;
  std::vector<ToldFact> told_facts_;
  /// The line of a plain text being made.
  struct Line {
    std::size_t begin = 0;  ///< bytes of the text
    Told told{};
    std::optional<Missed> missed{};
  } line_;
  std::vector<const spec::Value*> open_;
  std::size_t prose_bytes_ = 0;
  AskedFacts asked_{};
  /// Of texts of the second language, by the path of the entry they stand in.
  std::map<std::string, content::FactRow> second_scopes_{};
  struct ToldHours {
    std::optional<diag::Span> week_at{};  ///< where the hours of the week are printed first
    bool seasons = false;
  };
  std::map<std::string, ToldHours> told_hours_{};  ///< by their path
};

}  // namespace handbill::document
