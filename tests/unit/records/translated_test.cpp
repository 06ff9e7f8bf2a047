// SPDX-License-Identifier: MIT
#include "records/translated.h"

#include <catch2/catch.hpp>

namespace handbill::records {
namespace {

struct Book {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  spec::TranslatedSpec spec;
};

TranslationRecord made(const std::string& path, const std::string& source,
                       const std::string& translation, Work work = Work::Translated) {
  return {"es", "care", path, source, translation, "translator", work, {2026, 11, 30}};
}

Book book_of(const std::string& text) {
  Book book;
  const std::map<std::string, std::string, std::less<>> files = {
      {std::string(spec::kTranslatedFile), text}};
  book.spec = spec::parse_translated(diag::MemoryFiles(files), book.sources, book.diags).value();
  return book;
}

Book book_of(const std::vector<TranslationRecord>& records) {
  std::string text = "# What translations were made from.\n";
  for (const TranslationRecord& each : records) text += block_of(each).written();
  Book book = book_of(text);
  CHECK(book.diags.list().empty());
  return book;
}

TextState::Kind state(const Book& book, std::string_view path, std::string_view source,
                      std::string_view translation) {
  const TranslationLedger ledger(book.spec, "es");
  return ledger.state_of({"care", path, source, translation}).kind;
}

}  // namespace

TEST_CASE("a changed source makes its translation stale") {
  const Book book = book_of({made("a.do.0.for", "for 24 hours", "durante 24 horas")});
  using enum TextState::Kind;
  CHECK(state(book, "a.do.0.for", "for 24 hours", "durante 24 horas") == Current);
  CHECK(state(book, "a.do.0.for", "for 48 hours", "durante 24 horas") == SourceChanged);
  CHECK(state(book, "a.do.0.for", "for 48 hours", "durante 48 horas") == SourceChanged);
  CHECK(state(book, "a.do.0.for", "for 24 hours", "durante 24 minutos") == TranslationChanged);
  CHECK(state(book, "a.do.1.text", "Rest.", "Descanse.") == Unrecorded);
  CHECK(TranslationLedger(book.spec, "zh").empty());
}

TEST_CASE("lines that are broken elsewhere are the same words") {
  const Book book = book_of({made("a.what", "One\ntwo.\n", "Uno dos.")});
  CHECK(state(book, "a.what", "One two.", "Uno\n dos.\n") == TextState::Kind::Current);
  CHECK(hash_of_words("One two.") != hash_of_words("One, two."));
}

TEST_CASE("an entry of a list is known wherever it moves") {
  const Book book =
      book_of({made("a.do.0.text", "Rest.", "Descanse."), made("a.do.1.text", "Eat.", "Coma.")});
  using enum TextState::Kind;
  CHECK(state(book, "a.do.2.text", "Rest.", "Descanse.") == Current);
  CHECK(state(book, "a.do.0.text", "Rest.", "Coma.") == SourceChanged);
  CHECK(state(book, "a.dont.0.text", "Rest.", "Descanse.") == Unrecorded);
}

TEST_CASE("the newest entry of that very path is named") {
  const Book book = book_of({made("a.do.0.for", "for 3 days", "3 días"),
                             made("a.do.0.for", "for 5 days", "3 días"),
                             made("a.do.1.for", "for 7 days", "3 días")});
  const TranslationLedger ledger(book.spec, "es");
  const auto found = ledger.state_of({"care", "a.do.0.for", "for 9 days", "3 días"});
  REQUIRE(found.by != nullptr);
  CHECK(found.by->source->value == "for 5 days");
}

TEST_CASE("a review holds for the words that were looked at") {
  const Book book = book_of({made("a.b", "Yes", "Sí", Work::Reviewed), made("a.b", "Yes", "Sí")});
  const TranslationLedger ledger(book.spec, "es");
  CHECK(ledger.state_of({"care", "a.b", "Yes", "Sí"}).is_reviewed);
  CHECK_FALSE(ledger.state_of({"care", "a.b", "Yes", "Claro"}).is_reviewed);
}

TEST_CASE("entries of texts that are gone are found, and those that moved are not") {
  const Book book = book_of({made("a.do.0.text", "Rest.", "Descanse."), made("a.b", "Yes", "Sí"),
                             made("a.do.1.text", "Eat.", "Coma.")});
  const TranslationLedger ledger(book.spec, "es");
  const auto gone = ledger.gone({{"care", "a.do.0.text", "Eat.", "Coma."}});
  REQUIRE(gone.size() == 1);
  CHECK(gone.front()->path->value == "a.b");
}

TEST_CASE("what has changed is told in few words") {
  CHECK(what_changed("for 24 hours", "for 48 hours") == "`for 24 hours` is now `for 48 hours`");
  CHECK(
      what_changed("Rest at home for 24 hours after it.", "Rest at home for 48 hours after it.") ==
      "`for 24 hours` is now `for 48 hours`");
  CHECK(what_changed("Rest.", "Rest well.") == "`Rest.` is now `Rest well.`");
  CHECK(what_changed("a b", "a b b") == "`b` is now `b b`");
}

TEST_CASE("an entry that was changed by hand is told of") {
  std::string text = block_of(made("a.b", "Yes", "Sí")).written();
  const auto at = text.find("\"Yes\"");
  text.replace(at, 5, "\"No\"");
  Book book = book_of(text);
  spec::RolesSpec roles;
  roles.roles.push_back({"translator", {}, {{}, {spec::Text{"es"}}, {}}});
  judge_entries(book.spec, roles, book.diags);
  REQUIRE(book.diags.list().size() == 1);
  CHECK(book.diags.list().front().id == diag::DiagnosticId::RecordFaulty);
  CHECK(state(book, "a.b", "No", "Sí") == TextState::Kind::Unrecorded);
}

TEST_CASE("roles of entries are those of the project, each told once") {
  Book book = book_of(
      {made("a.b", "Yes", "Sí"), made("a.c", "No", "No"), made("a.c", "No", "No", Work::Reviewed)});
  spec::RolesSpec roles;
  roles.roles.push_back({"translator", {}, {{}, {spec::Text{"all"}}, {}}});
  judge_entries(book.spec, roles, book.diags);
  REQUIRE(book.diags.list().size() == 1);
  CHECK(book.diags.list().front().message == "`translator` may not review translations into `es`");
  diag::Diagnostics unlisted;
  judge_entries(book.spec, std::nullopt, unlisted);
  REQUIRE(unlisted.list().size() == 1);
  CHECK(unlisted.list().front().message == "this project lists no roles");
}

TEST_CASE("an entry without a key, of another work or merged is told, and the rest is read") {
  const std::string whole = block_of(made("a.b", "Yes", "Sí")).written();
  const std::string other = block_of(made("a.c", "No", "No")).written();
  std::string wrong = other;
  wrong.replace(wrong.find("\"translated\""), 12, "\"looked at\"");
  const Book book = book_of(whole + wrong);
  CHECK(book.diags.error_count() == 1);
  CHECK(state(book, "a.b", "Yes", "Sí") == TextState::Kind::Current);
  const Book merged = book_of("<<<<<<< one\n" + whole + "=======\n" + other + ">>>>>>> two\n");
  REQUIRE(merged.diags.list().size() == 1);
  CHECK(merged.diags.list().front().id == diag::DiagnosticId::RecordFaulty);
  const Book both = book_of(whole + whole + other);
  CHECK(both.diags.list().empty());
  CHECK(both.spec.translations.size() == 3);
}

}  // namespace handbill::records
