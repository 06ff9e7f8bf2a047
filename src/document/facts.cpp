// SPDX-License-Identifier: MIT
#include "document/facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

/// Prose in prose in prose: nobody's handout needs more, and each level costs stack.
constexpr std::size_t kDeepestFact = 16;
/// A handout has some thousands of words; this is a hundred times more.
constexpr std::size_t kMostProse = std::size_t{4} << 20;
/// What one insertion costs apart from its words, so that many small ones are bounded too.
constexpr std::size_t kInsertionCost = 64;
/// What stands for a blank where no line can be drawn.
constexpr std::string_view kBlankText = "____";

bool has_braces(std::string_view text) {
  return text.find_first_of("{}") != std::string_view::npos;
}

/// The lines of an address, say, where there is one line only.
std::string on_one_line(std::string text) {
  constexpr std::string_view kLineSeparator = "\u2028";
  for (std::size_t at = 0; (at = text.find(kLineSeparator, at)) != std::string::npos;) {
    text.replace(at, kLineSeparator.size(), ", ");
  }
  return text;
}

const std::string& string_of(const spec::Value& value) {
  const std::string* text = value.as_string();
  HANDBILL_CHECK(text != nullptr, "prose is a string");
  return *text;
}

/// White of every kind, which leaves nothing on paper.
bool is_wordless(std::string_view text) {
  constexpr char32_t kSoftHyphen = 0x00AD, kByteOrderMark = 0xFEFF;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c) && c != kSoftHyphen && c != kByteOrderMark) return false;
  }
  return true;
}

bool is_wordless(const content::Insert& insert) {
  if (const auto* plain = std::get_if<content::Plain>(&insert)) return is_wordless(plain->text);
  const auto* prose = std::get_if<content::Prose>(&insert);
  return prose != nullptr && is_wordless(string_of(*prose->value));
}

/// Between blocks, and where a line ends.
void add_space(PlainText& out, diag::Span written_at) {
  using Kind = text::Origin::Kind;
  out.origins.add({out.text.size(), written_at.known() ? Kind::Meant : Kind::Added, written_at});
  out.text += ' ';
}

}  // namespace

bool is_row_number(const content::TemplatePart::Fact& asked, const content::FactRow* where) {
  const auto [fact, scope, given, is_found] = in_scope(asked, where);
  if (fact.path != content::kRowNumber || scope == nullptr || given != nullptr) return false;
  return std::ranges::any_of(scope->computed,
                             [](const auto& each) { return each.key == content::kRowNumber; });
}

void add_row_number(content::FactRow& scope, std::size_t number) {
  if (scope.row != nullptr && scope.row->find(content::kRowNumber) != nullptr) return;
  scope.computed.push_back({std::string(content::kRowNumber), std::to_string(number)});
}

PlacedText::PlacedText(const spec::Text& placed)
    : text(placed.value), span(placed.span), offsets(&placed.source_offsets) {}

PlacedText::PlacedText(const spec::Value& placed)
    : text(string_of(placed)), span(placed.span), offsets(&placed.source_offsets) {}

PlacedText::PlacedText(const spec::MarkdownInline& placed)
    : text(placed.text), span(placed.span), offsets(&placed.source_offsets) {}

diag::Span PlacedText::part(std::size_t begin, std::size_t end) const {
  if (offsets == nullptr || offsets->size() != text.size() + 1) return span;
  return {span.file, (*offsets)[begin], (*offsets)[end]};
}

text::Origins PlacedText::origins(std::size_t begin, std::size_t end, text::Stress stress) const {
  using Kind = text::Origin::Kind;
  text::Origins result;
  if (offsets == nullptr || offsets->size() != text.size() + 1) {
    if (begin < end) result.add({0, Kind::Meant, span, nullptr, stress});
    return result;
  }
  const auto& places = *offsets;
  for (std::size_t at = begin; at < end;) {
    // Bytes that are written one by one, or those that stand for more, or less, than themselves.
    std::size_t next = at;
    while (next < end && places[next + 1] == places[next] + 1) ++next;
    const bool is_typed = next > at;
    if (!is_typed) {
      ++next;
      while (next < end && places[next] == places[at]) ++next;
    }
    const diag::Span where{span.file, places[at], std::max(places[at], places[next])};
    result.add({at - begin, is_typed ? Kind::Typed : Kind::Meant, where, nullptr, stress});
    at = next;
  }
  return result;
}

text::Origins origins_of(const content::TemplatePart::Literal& literal,
                         const content::TemplatePart& part, const PlacedText& text,
                         text::Stress stress) {
  const bool is_as_typed = literal.text.size() == part.end - part.begin;
  if (is_as_typed) return text.origins(part.begin, part.end, stress);
  text::Origins origins;
  origins.add({0, text::Origin::Kind::Meant, text.part(part.begin, part.end), nullptr, stress});
  return origins;
}

std::vector<content::TemplatePart> Facts::parts(const PlacedText& text) const {
  if (!has_braces(text.text)) {
    using Literal = content::TemplatePart::Literal;
    return {content::TemplatePart{Literal{std::string(text.text)}, 0, text.text.size()}};
  }
  auto parsed = content::parse_template(text.text);
  if (auto* error = std::get_if<content::TemplateError>(&parsed)) {
    context_.error(BadInterpolation, text.part(error->begin, error->end), error->message);
    return {};
  }
  return std::get<std::vector<content::TemplatePart>>(std::move(parsed));
}

namespace {

/// Some entry of the list that `scope` is one of has it, or may have it under a misspelt name.
bool is_of_list(const content::TemplatePart::Fact& fact, const content::FactRow* scope) {
  if (scope == nullptr) return false;
  if (scope->list == nullptr) return true;
  return std::ranges::any_of(*scope->list->as_array(), [&](const spec::Value& row) {
    return row.as_table() != nullptr && row.at_path(fact.path) != nullptr;
  });
}

}  // namespace

std::optional<content::Insert> Facts::insert(const content::TemplatePart::Fact& asked,
                                             const content::FactRow* where, diag::Span asked_at) {
  const auto [fact, scope, given, is_found] = in_scope(asked, where, context_.inputs.content);
  if (given != nullptr) return content::Prose{given->text, given->scope};
  if (!is_found && pages_.is_asked(fact.path, scope)) return of_pages(fact, asked_at);
  const bool is_of_part = !part_of(where).empty() && fact.path.find('.') == std::string::npos;
  if (is_of_part && !is_found && fact.format != content::kOptional && !is_of_list(fact, scope)) {
    return report_not_set(fact, where, asked_at);
  }
  asked_.insert(std::string(content::summed_key(fact.path).value_or(fact.path)));
  auto found =
      context_.inputs.content.insert(fact.path, fact.format, scope, asked_at, context_.diags);
  if (!found || is_row_number(fact, scope)) return found;
  const diag::Span said_at =
      context_.inputs.content.print(fact.path, scope, printed_, context_.diags);
  if (said_at.known() && fact.format != content::kOptional && is_wordless(*found)) {
    const content::Content& content = context_.inputs.content;
    // Of a fact with a type it has been said.
    const bool is_said = content.types().is_plain(content.full_path(fact.path, scope));
    if (!is_said) report_wordless(fact, scope, said_at);
    return std::nullopt;
  }
  const auto* plain = std::get_if<content::Plain>(&*found);
  if (plain != nullptr && said_at.known()) {
    told_facts_.push_back({fact.path, plain->text, asked_at, said_at});
  }
  if (!std::holds_alternative<content::Absent>(*found))
    note_hours(context_.inputs.content.full_path(fact.path, scope), asked_at);
  if (std::holds_alternative<content::Absent>(*found)) {
    ++told_.absent;
  } else if (plain ? !plain->text.empty() : std::holds_alternative<content::Blank>(*found)) {
    ++told_.told;
  }
  if (auto* prose = std::get_if<content::Prose>(&*found); prose && !prose->scope) {
    prose->scope = second_scope(fact.path);
  }
  return found;
}

/// What a text of the second language asks for is told in it, be it of the entry that it stands in.
std::optional<const content::FactRow*> Facts::second_scope(const std::string& path) {
  const content::Content& content = context_.inputs.content;
  if (content.second_language().empty() || !spec::path_in_second(path)) return std::nullopt;
  const std::string entry = path.substr(0, path.rfind('.'));
  const auto [found, is_new] = second_scopes_.try_emplace(entry);
  content::FactRow& scope = found->second;
  if (!is_new) return &scope;
  scope.second_of = &content;
  const std::string_view number = std::string_view(entry).substr(entry.rfind('.') + 1);
  const spec::Value* row = content.written(entry);
  if (row == nullptr || number.find_first_not_of("0123456789") != number.npos) return &scope;
  scope.row = row;
  scope.span = row->span;
  scope.path = entry;
  return &scope;
}

std::string Facts::language_of(const content::TemplatePart::Fact& asked,
                               const content::FactRow* where) const {
  const content::Content& content = context_.inputs.content;
  if (content.second_language().empty()) return {};
  const ScopedFact found = in_scope(asked, where, content);
  const auto path = spec::path_in_second(found.fact.path);
  if (!path) return {};
  // What nobody has translated yet is printed in the first language.
  const spec::Value *own = content.written(*path), *second = content.written(found.fact.path);
  const bool is_text = own != nullptr && second != nullptr && !content.types().is_plain(*path);
  return is_text && own->span == second->span ? content.language() : content.second_language();
}

std::optional<content::Insert> Facts::of_pages(const content::TemplatePart::Fact& fact,
                                               diag::Span asked_at) {
  auto found = pages_.insert(fact, asked_at);
  if (found) ++(std::holds_alternative<content::Absent>(*found) ? told_.absent : told_.told);
  return found;
}

void Facts::report_wordless(const content::TemplatePart::Fact& fact, const content::FactRow* scope,
                            diag::Span written_at) const {
  const bool is_of_row =
      scope != nullptr && scope->row != nullptr && fact.path.find('.') == std::string::npos;
  const bool is_row = is_of_row && scope->row->span == written_at;
  context_.error(BadValue, written_at,
                 is_row      ? "this entry is empty"
                 : is_of_row ? quoted(fact.path) + " of this entry is empty"
                             : quoted(fact.path) + " is empty",
                 {is_of_row ? "write its words, or take the whole entry out" : "write its words"});
}

std::nullopt_t Facts::report_not_set(const content::TemplatePart::Fact& fact,
                                     const content::FactRow* scope, diag::Span asked_at) const {
  std::vector<std::string> names;
  const content::FactRow* part = scope;
  while (part->part.empty()) part = part->around;
  for (const auto* list : {&part->given, &part->defaults}) {
    for (const content::Given& each : *list) names.emplace_back(each.name);
  }
  std::vector<std::string> hints = did_you_mean(fact.path, names);
  if (hints.empty()) {
    hints = {"set it where the part is placed, `set = { " + fact.path +
             " = \"…\" }`, or for all "
             "places in `[part." +
             std::string(part->part) + ".set]`"};
  }
  context_.diags.add(
      {.id = FactMissing,
       .message = "nothing is set for " + quoted(fact.path) + " of part " + quoted(part->part),
       .span = asked_at,
       .labels = {{part->span, "the part is placed here"}},
       .hints = std::move(hints)});
  return std::nullopt;
}

void Facts::report_mixed(const Missed& missed) const {
  const std::string organisation = context_.inputs.content.types().organisation(missed.path);
  diag::Diagnostic mixed{
      .id = FactMissing,
      .message = (organisation.empty() ? "there is no " : organisation + " has no ") +
                 quoted(missed.path) + ", and this line tells other facts too",
      .span = missed.asked_at};
  if (missed.said_at.known()) mixed.labels.push_back({missed.said_at, "it says so here"});
  mixed.hints.push_back(
      "give it a line of its own (a `\\` ends the line before it), which then is "
      "left out");
  context_.diags.add(std::move(mixed));
}

std::shared_ptr<const text::AskedFact> Facts::asked_fact(const content::TemplatePart::Fact& asked,
                                                         const content::FactRow* where) const {
  const ScopedFact found = in_scope(asked, where, context_.inputs.content);
  const content::TemplatePart::Fact& fact = found.fact;
  const content::FactRow* scope = found.scope;
  const content::Content& content = context_.inputs.content;
  const auto is_computed = [&] {
    return std::ranges::find(scope->computed, fact.path, &content::RowFact::key) !=
           scope->computed.end();
  };
  const bool is_of_group =
      scope != nullptr && scope->group != nullptr &&
      (fact.path == content::kRowCount || content::summed_key(fact.path).has_value());
  if (scope != nullptr && (is_of_group || is_computed())) {
    return std::make_shared<const text::AskedFact>(
        text::AskedFact{scope->path + "." + fact.path, scope->span});
  }
  std::string path = content.shared_path(content.full_path(fact.path, scope));
  const spec::Value* of_row = content::value_in(scope, fact.path);
  const diag::Span span = of_row != nullptr ? of_row->span : content.written_at(path);
  return std::make_shared<const text::AskedFact>(text::AskedFact{std::move(path), span});
}

std::optional<std::vector<content::FactRow>> Facts::rows(const spec::Text& written,
                                                         const content::FactRow* where) {
  const content::Content& content = context_.inputs.content;
  const ScopedFact asked = in_scope(written.value, where, content);
  if (auto headings = pages_.headings(asked.fact.path)) return headings;
  // Not of every entry, if it has none: then there is nothing to lay.
  if (asked.scope != nullptr && !asked.is_found && may_lack(asked))
    return std::vector<content::FactRow>();
  const std::string path = content.full_path(asked.fact.path, asked.scope);
  asked_.insert(path);
  auto rows = content.rows(path, written.span, context_.diags);
  if (rows) count_rows(path, written.span);
  return rows;
}

void Facts::count_rows(const spec::Text& list) { count_rows(list.value, list.span); }

/// Rows of the user's are printed key by key, as cells ask for them.
void Facts::count_rows(const std::string& path, diag::Span asked_at) {
  const content::Content& content = context_.inputs.content;
  asked_.insert(path);
  if (!content.types().is_hours(path)) return;
  content.print(path, nullptr, printed_, context_.diags);
  note_hours(path, asked_at);
}

std::optional<std::vector<content::FactRow>> Facts::entries(const content::FactRow& entry,
                                                            const spec::Text& key) {
  asked_.insert(key.value);
  return context_.inputs.content.entries(entry, key.value, key.span, context_.diags);
}

void Facts::sort(std::vector<content::FactRow>& rows, const std::vector<spec::Text>& keys) {
  for (const content::FactRow& row : rows) count_sorted(row, keys);
  context_.inputs.content.sort(rows, keys, context_.diags);
}

void Facts::count_sorted(const content::FactRow& row, const std::vector<spec::Text>& keys) {
  for (const spec::Text& key : keys) {
    const std::string name = key.value.substr(key.value.starts_with('-') ? 1 : 0);
    asked_.insert(name);
    if (const spec::Value* value = content::value_in(&row, name)) printed_.add(*value);
  }
}

/// Other entries of the list have it.
bool Facts::may_lack(const ScopedFact& asked) const {
  diag::Diagnostics unheard;
  const auto found =
      context_.inputs.content.insert(asked.fact.path, content::kOptional, asked.scope, {}, unheard);
  return found.has_value() && asked.fact.path.find('.') == std::string::npos;
}

void Facts::note_hours(std::string_view path, diag::Span asked_at) {
  const content::FactTypes& types = context_.inputs.content.types();
  const std::string known = types.in_table(path);
  if (!known.starts_with("hours.") || known == "hours.special") return;
  ToldHours& told = told_hours_[std::string(types.owner(path))];
  if (known.starts_with("hours.season")) {
    told.seasons = true;
  } else if (!told.week_at) {
    told.week_at = asked_at;
  }
}

void Facts::check_seasons() const {
  for (const auto& [hours, told] : told_hours_) {
    const auto season = context_.inputs.content.season(hours);
    if (!season || !told.week_at || told.seasons) continue;
    context_.diags.add(
        {.id = HoursUntold,
         .message = "the hours of the week would be printed as if they held all year, "
                    "without this season",
         .span = *season,
         .labels = {{*told.week_at, "the week"}},
         .hints = {"ask your designer to show rows of `" + hours + ".seasons` beside it"}});
  }
}

void Facts::wait_for(const std::vector<spec::WhenSpec>& conditions) {
  const content::Content& content = context_.inputs.content;
  for (const spec::WhenSpec& when : conditions) {
    if (when.kind != spec::WhenSpec::Kind::Fact || when.is_negated) continue;
    diag::Diagnostics told_of_the_condition;
    const auto found = content.insert(when.name, "", nullptr, when.span, told_of_the_condition);
    if (found && std::holds_alternative<content::Blank>(*found)) {
      content.print(when.name, nullptr, printed_, context_.diags);
    }
  }
}

bool Facts::enter(const spec::Value& prose, diag::Span asked_at) {
  if (std::find(open_.begin(), open_.end(), &prose) != open_.end()) {
    diag::Diagnostic circle{BadInterpolation, diag::Severity::Error, "this text is put into itself",
                            asked_at};
    circle.labels.push_back({prose.span, "the text"});
    context_.diags.add(std::move(circle));
    return false;
  }
  const bool was_too_much = prose_bytes_ > kMostProse;
  prose_bytes_ += string_of(prose).size() + kInsertionCost;
  if (was_too_much) return false;
  if (open_.size() >= kDeepestFact) {
    context_.error(TooLarge, asked_at, "texts are put into one another more than 16 deep");
    return false;
  }
  if (prose_bytes_ > kMostProse) {
    context_.error(TooLarge, asked_at, "the texts put into one another come to more than 4 MiB");
    return false;
  }
  open_.push_back(&prose);
  return true;
}

Facts::Inside::Inside(Facts& facts, const spec::Value& prose, diag::Span asked_at)
    : facts_(facts), entered_(facts.enter(prose, asked_at)) {}

Facts::Inside::~Inside() {
  if (entered_) facts_.open_.pop_back();
}

PlainText Facts::plain(const PlacedText& text, const content::FactRow* scope, ProseAs prose) {
  PlainText result;
  const Told before = told_;
  const Line outside = std::exchange(line_, {});
  append(result, text, scope, prose);
  if (end_line(result) == LineEnd::LeftOut && result.text.ends_with('\n')) {
    result.text.pop_back();
    result.origins.cut(result.text.size());
  }
  line_ = outside;
  result.told = told_ - before;
  return result;
}

PlainText Facts::plain(const std::optional<spec::Text>& text, const content::FactRow* scope,
                       ProseAs prose) {
  return text ? plain(PlacedText(*text), scope, prose) : PlainText{};
}

PlainText Facts::name(const PlacedText& text, const content::FactRow* scope) {
  const Told told = told_;
  PlainText name = plain(text, scope, ProseAs::Written);
  told_ = told;
  return name;
}

std::optional<std::string> Facts::name(const spec::Text& text, const content::FactRow* scope) {
  const std::size_t errors = context_.diags.error_count();
  PlainText found = name(PlacedText(text), scope);
  const bool is_without = found.facts > 0 && found.facts == found.empty_facts;
  if (context_.diags.error_count() > errors || is_without || found.has_blank) return std::nullopt;
  return std::move(found.text);
}

std::string Facts::words(const std::vector<spec::MarkdownInline>& inlines,
                         const content::FactRow* scope) {
  PlainText result;
  // The words stand in a text already, which counts their facts.
  const Told told = told_;
  const Line outside = std::exchange(line_, {});
  append_words(result, inlines, scope);
  line_ = outside;
  told_ = told;
  return std::move(result.text);
}

void Facts::append(PlainText& out, const PlacedText& text, const content::FactRow* scope,
                   ProseAs as) {
  for (const content::TemplatePart& part : parts(text)) {
    const auto* fact = std::get_if<content::TemplatePart::Fact>(&part.part);
    if (const auto* literal = std::get_if<content::TemplatePart::Literal>(&part.part)) {
      append_literal(out, literal->text, origins_of(*literal, part, text));
      continue;
    }
    if (std::holds_alternative<content::TemplatePart::Break>(part.part)) continue;
    if (std::holds_alternative<content::TemplatePart::FlushEnd>(part.part)) continue;
    const diag::Span asked_at = text.part(part.begin, part.end);
    const Told told = told_;
    const std::optional<content::Insert> found =
        fact != nullptr ? insert(*fact, scope, asked_at) : content::Insert{content::Blank{}};
    if (!found) continue;
    if (fact == nullptr) ++told_.told;
    line_.told.told += told_.told - told.told;
    const std::size_t before = out.text.size();
    if (const auto* absent = std::get_if<content::Absent>(&*found)) {
      ++line_.told.absent;
      line_.missed = out.missed = Missed{fact->path, asked_at, absent->said_at};
      continue;
    }
    if (const auto* plain = std::get_if<content::Plain>(&*found)) {
      out.text += on_one_line(plain->text);
      if (out.text.size() > before) {
        out.origins.add({before, text::Origin::Kind::Fact, asked_at, asked_fact(*fact, scope)});
      }
    } else if (const auto* prose = std::get_if<content::Prose>(&*found)) {
      append_prose(out, *prose, scope, as, asked_at);
    } else {
      out.text += kBlankText;
      using Kind = text::Origin::Kind;
      out.origins.add(fact != nullptr
                          ? text::Origin{before, Kind::Fact, asked_at, asked_fact(*fact, scope)}
                          : text::Origin{before, Kind::Meant, asked_at});
      out.has_blank = true;
    }
    if (fact != nullptr && is_row_number(*fact, scope)) continue;
    ++out.facts;
    if (out.text.size() == before) ++out.empty_facts;
  }
}

void Facts::append_literal(PlainText& out, std::string_view text, const text::Origins& origins) {
  std::size_t begin = 0;
  const auto append = [&](std::size_t end) {
    out.origins.append(origins, begin, end, out.text.size());
    out.text += text.substr(begin, end - begin);
    begin = end;
  };
  for (std::size_t end = 0; (end = text.find('\n', begin)) != text.npos;) {
    append(end);
    if (end_line(out) == LineEnd::Kept) append(end + 1);
    begin = end + 1;
    line_.begin = out.text.size();
  }
  append(text.size());
}

Facts::LineEnd Facts::end_line(PlainText& out) {
  const Line line = std::exchange(line_, {});
  if (line.told.nothing()) {
    out.text.resize(line.begin);
    out.origins.cut(line.begin);
    return LineEnd::LeftOut;
  }
  if (line.told.absent > 0) report_mixed(*line.missed);
  return LineEnd::Kept;
}

void Facts::append_prose(PlainText& out, const content::Prose& inserted,
                         const content::FactRow* outside, ProseAs as, diag::Span asked_at) {
  const spec::Value& prose = *inserted.value;
  const content::FactRow* scope = inserted.scope.value_or(outside);
  const Inside inside(*this, prose, asked_at);
  if (!inside) return;
  if (as == ProseAs::Written) return append(out, PlacedText(prose), scope, as);
  append_words(out, spec::parse_markdown(prose, context_.diags), scope);
}

void Facts::append_words(PlainText& out, const std::vector<spec::MarkdownBlock>& blocks,
                         const content::FactRow* scope) {
  for (const spec::MarkdownBlock& block : blocks) {
    if (&block != &blocks.front()) add_space(out, {});
    append_words(out, block.inlines, scope);
    append_words(out, block.children, scope);
  }
}

void Facts::append_words(PlainText& out, const std::vector<spec::MarkdownInline>& inlines,
                         const content::FactRow* scope) {
  using Kind = spec::MarkdownInline::Kind;
  for (const spec::MarkdownInline& piece : inlines) {
    if (piece.kind == Kind::Text) append(out, PlacedText(piece), scope, ProseAs::Words);
    if (piece.kind == Kind::SoftBreak || piece.kind == Kind::LineBreak) add_space(out, piece.span);
    append_words(out, piece.children, scope);
  }
}

}  // namespace handbill::document
