// SPDX-License-Identifier: MIT
#include "cli/args_of_records.h"

#include <CLI/CLI.hpp>

#include "cli/cache_folder.h"
#include "cli/options.h"

namespace handbill::cli {
namespace {

using build::Audience;

/// What commands over approvals share. Facts of one run can't be approved: files say them.
void add_approval_options(CLI::App& app, CheckArgs& check, const char* documents) {
  build::Request& args = check.request;
  args.cache_folder = cache_folder();
  args.jobs = 1;
  app.add_option("document", args.layouts, documents)->required();
  app.add_option("--language", args.languages,
                 "a folder of content/ to take the texts from, or all; may be given again")
      ->type_name("LANGUAGE")
      ->allow_extra_args(false);
  app.add_option("--today", args.today, "the day it is, as 2026-11-30; else that of the machine")
      ->type_name("DATE");
  add_message_options(app, args.audience, check.color);
  add_sarif_option(app, args.sarif);
  add_reading_option(app, args.reading);
}

/// What the commands share that add to the ledger of prints.
void add_ledger_options(CLI::App& app, build::Request& request, Painting& color) {
  request.cache_folder = cache_folder();
  add_language_option(app, request);
  app.add_option("--today", request.today,
                 "the day to note, as 2026-11-30; else that of the machine")
      ->type_name("DATE");
  add_message_options(app, request.audience, color);
  add_reading_option(app, request.reading);
}

const CLI::Range kCopies(std::int64_t{1}, spec::kMostCopies);

void add_printed_options(CLI::App& app, PrintedArgs& printed) {
  app.add_option("document", printed.request.layouts,
                 "documents by name or path; with --from that of the PDF");
  app.add_option("--quantity", printed.order.quantity, "how many copies of each")
      ->required()
      ->check(kCopies)
      ->type_name("N");
  app.add_option("--note", printed.order.note,
                 "where they lie, or who ordered them: \"front desk\"")
      ->type_name("TEXT");
  app.add_option("--from", printed.order.from,
                 "the PDF that was printed, for what it shows; else the document as it is now")
      ->type_name("FILE.pdf");
  add_edition_option(app, printed.request);
  add_setting_option(app, printed.request);
  app.add_option("--shop", printed.request.shops, "the print shop they were made for")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_ledger_options(app, printed.request, printed.color);
  app.callback([&printed] {
    if (printed.request.layouts.empty() && printed.order.from.empty()) {
      throw CLI::RequiredError("document");
    }
  });
}

void add_choice_options(CLI::App& app, build::Request& request, build::StackChoice& choice,
                        const char* reason) {
  app.add_option("document", request.layouts,
                 "documents whose copies they are; any when a print is named");
  app.add_option("--print", choice.prints,
                 "a print by its id, or how that begins; may be given again")
      ->type_name("ID")
      ->allow_extra_args(false);
  app.add_option("--before", choice.before, "those printed before that day, as 2026-11-30")
      ->type_name("DATE");
  app.add_option("--reason", choice.reason, reason)->required()->type_name("TEXT");
  app.callback([&request, &choice] {
    if (request.layouts.empty() && choice.prints.empty()) throw CLI::RequiredError("document");
  });
}

void add_today_option(CLI::App& app, build::Request& request) {
  app.add_option("--today", request.today,
                 "the day to write down, as 2026-11-30; else that of the machine")
      ->type_name("DATE");
}

void add_words_option(CLI::App& app, std::vector<std::string>& words) {
  app.add_option("text", words,
                 "texts, tables or files: aftercare.do.0.text, aftercare.do, aftercare; all when "
                 "none is given");
}

}  // namespace

CLI::App* add_review(CLI::App& app, ReviewArgs& review) {
  auto* command = app.add_subcommand(
      "review",
      "make the sheet to sign: what is asked to be approved, beside what was approved before");
  add_approval_options(*command, review.check, "layouts by name or path");
  command
      ->add_option("-o,--output", review.file,
                   "the PDF to write; else one for each document, into out/")
      ->check(a_place())
      ->type_name("FILE");
  return command;
}

CLI::App* add_approve(CLI::App& app, ApproveArgs& approve) {
  auto* command = app.add_subcommand(
      "approve", "record in records/approved.toml that a role has approved what documents say");
  add_approval_options(*command, approve.check, "layouts by name or path");
  command
      ->add_option("--role", approve.approval.role,
                   "who approves: a role of content/roles.toml, never a person's name")
      ->required()
      ->type_name("ROLE");
  command->add_option("--expires", approve.approval.expires, "the last day it holds, as 2027-11-30")
      ->type_name("DATE");
  command
      ->add_option("--for", approve.approval.lasts,
                   "how long it holds from today on: \"1 year\", \"6 months\"")
      ->type_name("TIME");
  command
      ->add_option("--answer", approve.approval.answers,
                   "to a question of a checklist, yes, no or n/a: pemat-04=yes; may be given again")
      ->type_name("ITEM=ANSWER")
      ->allow_extra_args(false);
  return command;
}

CLI::App* add_revoke(CLI::App& app, RevokeArgs& revoke) {
  auto* command =
      app.add_subcommand("revoke", "take a role's approval of documents back, and say why");
  add_approval_options(*command, revoke.check, "layouts by name or path");
  command->add_option("--role", revoke.revocation.role, "whose approval it is")
      ->required()
      ->type_name("ROLE");
  command->add_option("--reason", revoke.revocation.reason, "what is wrong with it")
      ->required()
      ->type_name("WORDS");
  return command;
}

CLI::App* add_printed(CLI::App& app, PrintedArgs& printed) {
  auto* command =
      app.add_subcommand("printed",
                         "note in records/printed.toml what was printed or ordered, and "
                         "what it shows");
  add_printed_options(*command, printed);
  return command;
}

CLI::App* add_discarded(CLI::App& app, DiscardedArgs& discarded) {
  auto* command =
      app.add_subcommand("discarded", "note that printed copies are gone: thrown away, given out");
  add_choice_options(*command, discarded.request, discarded.choice, "why: \"old phone number\"");
  command->add_option("--quantity", discarded.quantity, "how many; all that are left else")
      ->check(kCopies)
      ->type_name("N");
  add_ledger_options(*command, discarded.request, discarded.color);
  return command;
}

CLI::App* add_corrected(CLI::App& app, CorrectedArgs& corrected) {
  auto* command = app.add_subcommand(
      "corrected", "note that printed copies were put right by hand, and say what is so now");
  add_choice_options(*command, corrected.request, corrected.choice,
                     "how: \"sticker with the new number\"");
  add_ledger_options(*command, corrected.request, corrected.color);
  return command;
}

CLI::App* add_prints(CLI::App& app, PrintsArgs& prints) {
  auto* command = app.add_subcommand(
      "prints", "list the printed copies that are left, and which of them are wrong now");
  command->add_option("document", prints.request.layouts,
                      "documents by name; all when none is given");
  prints.request.cache_folder = cache_folder();
  add_language_option(*command, prints.request);
  command->add_flag_callback(
      "--json", [&prints] { prints.request.audience = Audience::Programs; },
      "print the list as JSON");
  add_reading_option(*command, prints.request.reading);
  return command;
}

CLI::App* add_translated(CLI::App& app, TranslatedArgs& args) {
  auto* command = app.add_subcommand(
      "translated",
      "note which words the texts of a language were translated from, by whom and when");
  command->add_option("language", args.language, "a folder of content/: es")->required();
  add_words_option(*command, args.words);
  command
      ->add_option("--role", args.role,
                   "who has translated or reviewed them, of content/roles.toml")
      ->type_name("ROLE")
      ->required();
  command->add_flag("--reviewed", args.is_reviewed, "they were looked at by another reader");
  add_today_option(*command, args.request);
  return command;
}

CLI::App* add_translations(CLI::App& app, TranslationsArgs& args) {
  auto* command = app.add_subcommand(
      "translations", "list texts beside their translations, or write them as a sheet to review");
  command->add_option("language", args.language, "a folder of content/: es")->required();
  add_words_option(*command, args.words);
  command->add_option("-o,--output", args.pdf, "write the sheet as a PDF")
      ->check(a_place())
      ->type_name("FILE.pdf");
  auto* csv = command->add_option("--csv", args.csv, "write it for a spreadsheet program")
                  ->check(a_place())
                  ->type_name("FILE.csv");
  auto* from = command
                   ->add_option("--from", args.from,
                                "put the translations of such a sheet into content/, and note them "
                                "as reviewed")
                   ->type_name("FILE.csv");
  auto* role =
      command->add_option("--role", args.role, "who has reviewed them, of content/roles.toml")
          ->type_name("ROLE");
  from->needs(role);
  role->needs(from);
  from->excludes(csv);
  add_today_option(*command, args.request);
  return command;
}

CLI::App* add_new_language(CLI::App& app, NewLanguageArgs& args) {
  auto* command = app.add_subcommand(
      "new-language", "make the files of a language to translate into, and tell what it needs");
  command->add_option("language", args.language, "its tag: fr, zh, pt-BR")->required();
  add_today_option(*command, args.request);
  return command;
}

}  // namespace handbill::cli
