// SPDX-License-Identifier: MIT
#include "prose/statements.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "prose/key_words.h"
#include "prose/stated_quantities.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

/// Stems of headings that tell of no subject.
constexpr auto kEmptyHeadings = std::to_array<std::string_view>(
    {"advic",       "after",   "aftercar", "befor",       "brochur",   "call",        "car",
     "casa",        "consejo", "contact",  "cuidado",     "day",       "direction",   "don't",
     "dont",        "dos",     "esperar",  "everyth",     "expect",    "expectation", "faq",
     "fast",        "first",   "folleto",  "guid",        "hacer",     "handout",     "heal",
     "hoja",        "hom",     "hour",     "important",   "info",      "information", "instruccion",
     "instruction", "know",    "leaflet",  "llam",        "llámeno",   "next",        "normal",
     "not",         "pacient", "patient",  "pregunta",    "problem",   "próxima",     "próximo",
     "question",    "qué",     "recovery", "recuperació", "remember",  "result",      "resultado",
     "riesgo",      "risk",    "saber",    "safety",      "seguridad", "sheet",       "should",
     "sign",        "step",    "summary",  "tener",       "thing",     "timelin",     "tip",
     "until",       "warn",    "welcom",   "what",        "why",       "work",        "you"});

bool is_before_word(std::string_view plain) {
  return plain == "before" || plain == "prior" || plain == "antes" || plain == "ahead" ||
         plain == "pre-treatment";
}
bool is_after_word(std::string_view plain) {
  return plain == "after" || plain == "aftercare" || plain == "afterwards" ||
         plain == "following" || plain == "después" || plain == "tras" || plain == "post-treatment";
}

/// Words that stand between the parts of a list.
bool parts_list(const Passage& passage, std::size_t at) {
  return passage.is_any(at, {",", ";", "and", "or", "nor", "y", "o", "ni", "e", "u"});
}

class StatementReader {
 public:
  StatementReader(const WordRule& rule, const Judged& judged)
      : rule_(rule), reading_(judged.reading), when_of_title_(when_of_title()) {}

  std::vector<Statement> read() {
    for (std::size_t i = 0; i < reading_.paragraphs.size(); ++i) read_paragraph(i);
    return std::move(all_);
  }

  /// Stems of all words that say something.
  std::set<std::string> stems(const Passage& passage, const ReadParagraph& read) const {
    std::set<std::string> stems;
    const auto names = names_in(read);
    for (std::size_t at = 0; at < passage.size(); ++at) add_stem(passage, at, names, stems);
    return stems;
  }

 private:
  struct Name {
    std::string subject;
    std::size_t last = 0;
  };
  /// By first token.
  using Names = std::map<std::size_t, Name>;

  bool is_of_swap(const Match& match) const { return match.phrase < rule_.written.swap.size(); }

  Names names_in(const ReadParagraph& read) const {
    Names names;
    for (const Match& each : rule_.words.find(read)) {
      if (!is_of_swap(each)) continue;
      Name& name = names[each.first];
      if (each.last < name.last) continue;
      name = {*rule_.written.swap[each.phrase].text.as_string(), each.last};
    }
    return names;
  }

  void add_stem(const Passage& passage, std::size_t& at, const Names& names,
                std::set<std::string>& stems) const {
    if (const auto name = names.find(at); name != names.end()) {
      stems.insert(name->second.subject);
      at = name->second.last;
      return;
    }
    const std::string_view plain = passage.plain(at);
    if (!passage.is_word(at) || plain.size() < 3 || says_nothing(plain) || negates(plain)) return;
    stems.insert(stem_of(plain, passage.language(at)));
  }

  static Statement::When when_in(const Passage& passage) {
    bool is_before = false, is_after = false;
    for (std::size_t at = 0; at < passage.size(); ++at) {
      is_before = is_before || is_before_word(passage.plain(at));
      is_after = is_after || is_after_word(passage.plain(at));
    }
    if (is_before == is_after) return Statement::When::Unknown;
    return is_before ? Statement::When::Before : Statement::When::After;
  }

  /// As the title of the document has it.
  Statement::When when_of_title() const {
    words::Paragraph title;
    title.text = reading_.words.title;
    title.runs = {{0, reading_.words.language}};
    return when_in(Passage(title, read_text(title.text)));
  }

  /// Do, do not, and before or after what.
  void take_heading(std::size_t paragraph, Statement& statement) const {
    const auto& heading = reading_.written(paragraph).heading;
    if (!heading) return;
    const Passage passage(reading_, *heading);
    // The title is that of all, and tells of no part.
    const bool is_title = passage.written().text == reading_.words.title;
    if (!is_title) statement.of = subject_of_heading(*heading);
    const Statement::When when = when_in(passage);
    if (when != Statement::When::Unknown) statement.when = when;
    statement.polarity = polarity_of_heading(passage);
  }

  static Polarity polarity_of_heading(const Passage& passage) {
    bool is_do = false;
    for (std::size_t at = 0; at < passage.size(); ++at) {
      if (negates(passage.plain(at))) return Polarity::DoNot;
      is_do = is_do || passage.is_any(at, {"do", "haga", "hacer", "dos", "sí"});
    }
    constexpr std::size_t kMostWords = 4;
    return is_do && passage.size() <= kMostWords ? Polarity::Do : Polarity::Unknown;
  }

  std::set<std::string> subject_of_heading(std::size_t paragraph) const {
    const Passage passage(reading_, paragraph);
    std::set<std::string> subject = stems(passage, reading_.paragraphs[paragraph]);
    std::erase_if(subject, [](const std::string& each) { return is_in(kEmptyHeadings, each); });
    return subject;
  }

  void read_paragraph(std::size_t index) {
    const words::Paragraph& written = reading_.written(index);
    if (written.kind == words::Kind::Heading || written.kind == words::Kind::Figure ||
        written.kind == words::Kind::Code) {
      return;
    }
    const Passage passage(reading_, index);
    look_for_ends(index);
    Statement base;
    base.paragraph = index;
    base.when = when_of_title_;
    take_heading(index, base);
    take_row(index, base);
    const std::size_t before = all_.size();
    const auto& sentences = reading_.paragraphs[index].sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      base.sentence = i;
      read_sentence(passage, sentences[i], base, before);
    }
  }

  /// What the first cell of its row is about.
  void take_row(std::size_t index, Statement& statement) const {
    const words::Paragraph& own = reading_.written(index);
    if (!own.cell) return;
    std::size_t first = index;
    while (first > 0 && is_in_row(first - 1, own)) --first;
    if (first == index) return;
    statement.of.merge(subject_of_heading(first));
  }

  bool is_in_row(std::size_t index, const words::Paragraph& own) const {
    const words::Paragraph& other = reading_.written(index);
    return other.cell && other.flow == own.flow && other.cell->row == own.cell->row;
  }

  void read_sentence(const Passage& passage, const Sentence& sentence, const Statement& base,
                     std::size_t first_of_paragraph) {
    if (sentence.tokens.end == sentence.tokens.begin) return;
    const std::size_t last = sentence.tokens.end - 1;
    if (passage.plain(last) == "?") return;
    Statement statement = base;
    if (!take_tone(passage, sentence, statement)) return;
    const bool is_over = tells_end(sentence);
    const auto quantities = quantities_in(passage, sentence, is_over ? Tells::End : Tells::Span);
    // It tells neither how much nor what to do, and no further line does so.
    constexpr std::size_t kMostOfItem = 4;
    const std::size_t count = reading_.paragraphs[base.paragraph].sentences.size();
    const bool may_follow = count <= kMostOfItem && base.sentence + 1 < count;
    const bool says_little = quantities.empty() && statement.polarity == Polarity::Unknown;
    if (says_little && !may_follow) return;
    const bool refers_back = begins_with_pronoun(passage, sentence.tokens.begin);
    // What a pronoun is told of without an end to it stays open.
    if (refers_back && !is_over) return;
    const auto subjects = subjects_in(passage, sentence, quantities, statement);
    statement.begin = passage.begin(sentence.tokens.begin);
    statement.end = passage.end(last);
    if (is_over && (refers_back || subjects.empty())) {
      for (const FoundQuantity& each : quantities) refer_back(passage, each, first_of_paragraph);
      return;
    }
    if (subjects.empty()) {
      for (const FoundQuantity& each : quantities)
        give_to_former(passage, each, first_of_paragraph);
      return;
    }
    if (tells_several(quantities)) return add_parts(passage, sentence, quantities, statement);
    for (const auto& subject : subjects) {
      statement.subject = subject;
      add(passage, statement, quantities);
    }
  }

  /// "No touching for 6 hours, no makeup for 24 hours".
  static bool tells_several(const std::vector<FoundQuantity>& quantities) {
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (quantities[i].quantity.kind == quantities[j].quantity.kind) return true;
      }
    }
    return false;
  }

  /// Each quantity is of what stands between it and the one before it.
  void add_parts(const Passage& passage, const Sentence& sentence,
                 const std::vector<FoundQuantity>& quantities, Statement statement) {
    std::vector<std::set<std::string>> subjects;
    std::size_t begin = sentence.tokens.begin;
    for (const FoundQuantity& each : quantities) {
      const Sentence part{{begin, each.last + 1}};
      auto own = subjects_in(passage, part, quantities, statement);
      if (!own.empty()) subjects = std::move(own);
      for (const auto& subject : subjects) {
        statement.subject = subject;
        add(passage, statement, {each});
      }
      begin = each.last + 1;
    }
  }

  void add(const Passage& passage, Statement statement,
           const std::vector<FoundQuantity>& quantities) {
    if (quantities.empty()) {
      all_.push_back(std::move(statement));
      return;
    }
    for (const FoundQuantity& each : quantities) {
      Statement with = statement;
      set_quantity(passage, each, with);
      all_.push_back(std::move(with));
    }
  }

  static void set_quantity(const Passage& passage, const FoundQuantity& found,
                           Statement& statement) {
    statement.quantity = found.quantity;
    statement.begin = passage.begin(found.first);
    statement.end = passage.end(found.last);
    if (found.is_ban) statement.polarity = Polarity::DoNot;
    for (std::size_t at = found.last + 1; at <= found.last + 2; ++at) {
      if (found.is_ban) break;
      if (is_before_word(passage.plain(at))) statement.when = Statement::When::Before;
      if (is_after_word(passage.plain(at))) statement.when = Statement::When::After;
    }
  }

  /// "Your skin may be red and tender. It fades within 3 days."
  void refer_back(const Passage& passage, const FoundQuantity& found, std::size_t first) {
    if (found.quantity.kind != Quantity::Kind::Over || first == all_.size()) return;
    Statement statement = all_[first];
    for (std::size_t i = first; i < all_.size(); ++i) {
      statement.subject.insert(all_[i].subject.begin(), all_[i].subject.end());
    }
    statement.refers_back = true;
    set_quantity(passage, found, statement);
    all_.push_back(std::move(statement));
  }

  /// "Wear makeup.\nfor 24 hours": of the sentences of the paragraph that have none.
  void give_to_former(const Passage& passage, const FoundQuantity& found, std::size_t first) {
    const std::size_t count = all_.size();
    for (std::size_t i = first; i < count; ++i) {
      if (!all_[i].quantity) {
        set_quantity(passage, found, all_[i]);
      } else if (all_[i].quantity->kind != found.quantity.kind) {
        Statement more = all_[i];
        set_quantity(passage, found, more);
        all_.push_back(std::move(more));
      }
    }
  }

  /// "It", "All of this", "todo esto".
  static bool begins_with_pronoun(const Passage& passage, std::size_t begin) {
    if (passage.is_any(begin, {"all", "todo", "most"})) ++begin;
    if (passage.is_any(begin, {"of"})) ++begin;
    return passage.is_any(begin, {"it", "they", "this", "these", "that", "those", "esto", "eso"});
  }

  /// Polarity and hedges. False: it holds in a case alone.
  static bool take_tone(const Passage& passage, const Sentence& sentence, Statement& statement) {
    constexpr std::size_t kOpening = 4;
    const std::size_t begin = sentence.tokens.begin;
    for (std::size_t at = begin; at < sentence.tokens.end; ++at) {
      const std::string_view plain = passage.plain(at);
      if (limits_case(plain)) return false;
      // "You may wear makeup" leaves no doubt.
      const bool is_leave = at == begin || passage.is_any(at - 1, {"you", "usted", "ya"});
      const bool is_hedge = passage.is_any(at, {"may", "can", "might", "puede", "pueden"});
      statement.is_hedged = statement.is_hedged || (is_hedge && !is_leave);
      if (at < begin + kOpening && negates(plain)) statement.polarity = Polarity::DoNot;
    }
    if (statement.polarity == Polarity::Unknown && begins_order(passage, begin))
      statement.polarity = Polarity::Do;
    return true;
  }

  static bool begins_order(const Passage& passage, std::size_t begin) {
    if (passage.is_any(begin, {"you", "usted", "puede"})) return true;
    return passage.is_any(begin, {"use",    "wear", "apply",   "take", "keep", "put",   "start",
                                  "resume", "wash", "drink",   "eat",  "do",   "brush", "rinse",
                                  "sleep",  "tome", "aplique", "lave", "beba", "coma",  "lleve"});
  }

  bool tells_end(const Sentence& sentence) const {
    return std::ranges::any_of(over_, [&](const Match& each) {
      return each.first >= sentence.tokens.begin && each.last < sentence.tokens.end;
    });
  }

  /// One, or each part of a list of single words.
  std::vector<std::set<std::string>> subjects_in(const Passage& passage, const Sentence& sentence,
                                                 const std::vector<FoundQuantity>& quantities,
                                                 Statement& statement) const {
    const Names names = names_in(reading_.paragraphs[statement.paragraph]);
    std::vector<std::set<std::string>> parts(1);
    std::set<std::string> whole;
    for (std::size_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      if (const std::size_t behind = behind_taken(at, quantities); behind > at) {
        at = behind - 1;
        continue;
      }
      if (passage.plain(at) == ":") {
        // "Botox: no exercise for 24 hours"
        for (auto& part : parts) statement.of.merge(part);
        parts.assign(1, {});
        whole.clear();
      } else if (parts_list(passage, at)) {
        if (!parts.back().empty()) parts.emplace_back();
      } else {
        add_stem(passage, at, names, parts.back());
      }
    }
    std::erase_if(parts, [](const auto& each) { return each.empty(); });
    for (const auto& part : parts) whole.insert(part.begin(), part.end());
    const bool is_list =
        std::ranges::all_of(parts, [](const auto& each) { return each.size() == 1; });
    if (whole.empty() || is_list) return parts;
    return {whole};
  }

  /// Behind a quantity or a word that tells an end; `at` itself: neither begins there.
  std::size_t behind_taken(std::size_t at, const std::vector<FoundQuantity>& quantities) const {
    for (const FoundQuantity& each : quantities) {
      if (at >= each.first && at <= each.last) return each.last + 1;
    }
    for (const Match& each : over_) {
      if (at >= each.first && at <= each.last) return each.last + 1;
    }
    return at;
  }

  /// Words of the rule that say that something is over, of the paragraph that is read.
  void look_for_ends(std::size_t index) {
    over_.clear();
    for (const Match& each : rule_.words.find(reading_.paragraphs[index])) {
      if (!is_of_swap(each)) over_.push_back(each);
    }
  }

  const WordRule& rule_;
  const Reading& reading_;
  const Statement::When when_of_title_;
  std::vector<Match> over_;
  std::vector<Statement> all_;
};

}  // namespace

std::vector<Statement> statements_of(const WordRule& rule, const Judged& judged) {
  return StatementReader(rule, judged).read();
}

std::set<std::string> subject_of_title(std::string_view title, const std::string& language) {
  std::set<std::string> subject;
  for (const Token& each : read_text(title).tokens) {
    if (each.kind != Token::Kind::Word || each.plain.size() < 3 || says_nothing(each.plain))
      continue;
    const std::string stem = stem_of(each.plain, language);
    if (std::ranges::find(kEmptyHeadings, stem) == kEmptyHeadings.end()) subject.insert(stem);
  }
  return subject;
}

}  // namespace handbill::prose
