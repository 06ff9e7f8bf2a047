// SPDX-License-Identifier: MIT
#include "cli/args.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "build/version.h"
#include "cli/args_of_records.h"
#include "cli/cache_folder.h"
#include "cli/help_examples.h"
#include "cli/options.h"
#include "cli/print.h"
#include "spec/parse_layout.h"

namespace handbill::cli {
namespace {

using build::Audience;
using build::Format;
using build::JudgeBy;
using build::Outputs;
using build::Reading;
using build::Stage;

constexpr std::string_view kExitCodes = R"(
Exit codes: 0 done, 1 the input has errors, 2 wrong use or a file that can't be written,
3 a fault of the program.
)";

void add_check_options(CLI::App& app, CheckArgs& check) {
  build::Request& args = check.request;
  args.cache_folder = cache_folder();
  app.add_option("layout", args.layouts,
                 "layouts by name or path; all of the project when none is given");
  add_setting_option(app, args);
  add_language_option(app, args);
  app.add_option("--shop", args.shops,
                 "print shop to make the files for, or none; may be given again")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_edition_option(app, args);
  app.add_option("--trim", args.trim,
                 "another sheet than the layout's own: a4, \"a3 portrait\", \"24 x 36 in\"")
      ->type_name("SIZE");
  app.add_flag("--final", args.final, "as before a print order: drafts and blanks are errors");
  app.add_option("--today", args.today,
                 "the day that what is said is judged on, as 2026-11-30; else that of the machine")
      ->type_name("DATE");
  app.add_flag("--deny-warnings", args.deny_warnings, "treat warnings as errors");
  add_message_options(app, args.audience, check.color);
  add_sarif_option(app, args.sarif);
  app.add_flag_callback(
      "--github", [&args] { args.audience = Audience::Workflow; },
      "print messages as annotations of a GitHub workflow");
  app.add_option("--page", args.page, "write the messages as a page for people")
      ->check(a_place())
      ->type_name("FILE");
  add_reading_option(app, args.reading);
}

void add_impose_option(CLI::App& app, build::Request& request) {
  app.add_option("--impose", request.imposition,
                 "how pages stand on larger sheets, or a sign on smaller ones: a file of "
                 "layouts/impositions, or none")
      ->type_name("NAME");
}

void add_output_options(CLI::App& app, build::Request& request, const char* folder) {
  app.add_option("-o,--output", request.folder, folder)->check(a_place())->capture_default_str();
  app.add_flag("--keep-going", request.keep_going,
               "write the documents without errors, though others have some");
  app.add_option("-j,--jobs", request.jobs,
                 "documents that are made at the same time; one for each core when it is not given")
      ->check(CLI::Range(std::size_t{1}, build::kMostAtOnce))
      ->type_name("N");
}

const std::map<std::string, Format> kFormats = {
    {"pdf", Format::Pdf}, {"svg", Format::Svg}, {"png", Format::Png}, {"dump", Format::Dump}};
const std::map<std::string, Stage> kStages = {
    {"spec", Stage::Spec},   {"content", Stage::Content}, {"document", Stage::Document},
    {"words", Stage::Words}, {"heard", Stage::Heard},     {"fragments", Stage::Fragments},
    {"pages", Stage::Pages}, {"plates", Stage::Plates},   {"parity", Stage::Parity}};

void add_order_options(CLI::App& app, build::OrderOptions& order) {
  app.add_option("--quantity", order.quantity, "how many copies to print")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000000000}));
  app.add_option("--client", order.client, "who orders; the clinic's name when it is not given")
      ->type_name("NAME");
  app.add_option("--contact", order.contact, "who answers questions: a role")->type_name("ROLE");
  app.add_option("--deliver", order.deliver, "the last day of delivery, as 2026-12-04")
      ->type_name("DATE");
  app.add_option("--deliver-to", order.deliver_to, "who takes the delivery")->type_name("ROLE");
  app.add_option("--proof", order.proof,
                 "what is to be seen before: none, pdf, print or press-sheet")
      ->type_name("KIND");
}

void add_preflight_options(CLI::App& app, PreflightArgs& preflight) {
  build::PreflightRequest& args = preflight.request;
  app.add_option("file", args.files, "PDF files, of any program")->required();
  app.add_option_function<std::string>(
         "--standard",
         [&args](const std::string& words) {
           const auto named = build::JudgeBy::named(words);
           if (!named) {
             throw CLI::ValidationError("--standard", "`" + words +
                                                          "` is none of claimed, none, x-4, x-1a, "
                                                          "a-2a, a-2u, a-2b, ua-1");
           }
           args.judge_by = *named;
         },
         "x-4, x-1a, a-2a, a-2u, a-2b, ua-1, several with commas between; none, or claimed: what "
         "the file says it is")
      ->option_text("STANDARD")
      ->default_str("claimed");
  app.add_option("--shop", args.shop, "judge by the standard and rules of a print shop: us-x1a")
      ->type_name("SHOP");
  auto* pack =
      app.add_option("--rules", args.rules, "judge by a rule pack: gwg-2022")->type_name("PACK");
  auto* rules_class =
      app.add_option("--class", args.rules_class, "the kind of press work in it: sheetfed-cmyk")
          ->type_name("CLASS");
  pack->needs(rules_class);
  rules_class->needs(pack);
  app.add_option("--ticket", args.ticket,
                 "the job ticket it was ordered by: size, pages, printing condition")
      ->type_name("FILE.json");
  app.add_option("--trim", args.trim, "the size of its pages: 8.5x11in")->type_name("WxH");
  app.add_option("--pages", args.pages, "how many pages it has")->type_name("N");
  app.add_option_function<std::string>(
         "--distance",
         [&args](const std::string& words) {
           const auto distance = spec::parse_distance(words);
           if (!distance || !spec::is_viewing_distance(*distance)) {
             throw CLI::ValidationError(
                 "--distance", "`" + words + "` is no distance from 1 ft to 100 m, such as 3 m");
           }
           args.viewing_distance = *distance;
         },
         "how far off the sign is seen, for rules that count it: 10 ft, 3 m")
      ->type_name("DISTANCE");
  app.add_option("--annotated", args.annotated,
                 "write a copy of the PDF with the findings drawn on it, to look at")
      ->check(a_place())
      ->type_name("FILE");
  app.add_flag("--deny-warnings", args.deny_warnings, "treat warnings as errors");
  add_message_options(app, args.audience, preflight.color);
  add_sarif_option(app, args.sarif);
  add_reading_option(app, preflight.reading);
}

/// Words are printed in any case; `text` says that no picture is wanted.
void add_plates_options(CLI::App& app, PlatesArgs& plates) {
  build::InkPictures& args = plates.pictures;
  add_check_options(app, plates.check);
  add_output_options(app, plates.check.request, "folder for the files");
  app.add_option_function<std::vector<std::string>>(
         "--format",
         [&args](const std::vector<std::string>& words) {
           args.formats.clear();
           for (const std::string& word : words) {
             if (word != "text") args.formats.push_back(kFormats.at(word));
           }
           std::ranges::sort(args.formats);
           args.formats.erase(std::unique(args.formats.begin(), args.formats.end()),
                              args.formats.end());
         },
         "png, svg or text (the numbers alone); may be given again")
      ->check(CLI::IsMember({"png", "svg", "text"}))
      ->option_text("FORMAT")
      ->default_str("png")
      ->allow_extra_args(false);
  app.add_option("--ppi", args.pixels_per_inch, "pixels per inch")
      ->check(CLI::Range(10.0, 600.0))
      ->capture_default_str();
}

void add_diff_options(CLI::App& app, DiffArgs& args) {
  app.add_option("old", args.before,
                 "a project's folder, a PDF, or a revision of the project's git repository")
      ->required();
  app.add_option("new", args.after, "the same; the project here when it is not given");
  app.add_option("--document", args.request.layouts,
                 "a layout by name; all when none is given; may be given again")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_which_options(app, args.request.languages, args.request.editions);
  auto* output = app.add_option("-o,--output", args.output,
                                "write a sheet to look at: a PDF, or with --format png a folder of "
                                "pictures")
                     ->check(a_place())
                     ->type_name("FILE.pdf");
  app.add_option_function<std::string>(
         "--format", [&args](const std::string& word) { args.wants_pictures = word == "png"; },
         "pdf, or png: of each page that looks different the old, the new and the marked one")
      ->check(CLI::IsMember({"pdf", "png"}))
      ->option_text("FORMAT")
      ->default_str("pdf")
      ->needs(output);
  app.add_flag_callback(
      "--json", [&args] { args.audience = Audience::Programs; }, "print what changed as JSON");
  add_color_option(app, args.color);
  add_reading_option(app, args.request.reading);
}

void add_affected_options(CLI::App& app, AffectedArgs& args) {
  app.add_option("path", args.request.asked,
                 "a fact or text of the content (clinic.phone, hours, aftercare.do), or a file of "
                 "the project")
      ->required();
  add_which_options(app, args.request.languages, args.request.editions);
  app.add_flag_callback(
      "--json", [&args] { args.audience = Audience::Programs; }, "print the list as JSON");
  add_color_option(app, args.color);
  add_reading_option(app, args.request.reading);
}

/// Help and version on the output; wrong use, which may quote any word of the command, in one line
/// on the error stream. Gives the exit code.
int tell(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() != 0) {
    complain("handbill: " + std::string(error.what()));
    complain(" hint: `handbill --help` tells what there is");
    return 2;
  }
  std::ostringstream out, unused;
  app.exit(error, out, unused);
  print_text(out.str());
  return 0;
}

}  // namespace

std::optional<Args> parse_args(int argc, char** argv, int& exit_code) {
  for (int i = 1; i < argc; ++i) {
    if (!find_invalid_utf8(argv[i])) continue;
    complain("handbill: word " + std::to_string(i) + " of the command is not UTF-8");
    exit_code = 2;
    return std::nullopt;
  }
  CLI::App app{"Handbill makes print-ready brochures, handouts and signs from TOML.", "handbill"};
  app.footer(help_examples() + std::string(kExitCodes));
  app.set_version_flag("--version", "handbill " + std::string(build::kVersion));
  app.require_subcommand(1);

  BuildArgs build;
  auto* build_command = app.add_subcommand("build", "write the documents");
  add_check_options(*build_command, build.check);
  add_impose_option(*build_command, build.check.request);
  add_output_options(*build_command, build.check.request, "folder for the files");
  build_command
      ->add_option("--format", build.outputs.formats,
                   "pdf, svg, png or dump (text); may be given again")
      ->transform(CLI::CheckedTransformer(kFormats))
      ->option_text("FORMAT")
      ->default_str("pdf")
      ->allow_extra_args(false);
  build_command
      ->add_option("--stage", build.outputs.stage,
                   "of a dump: spec, content, document, words, heard, fragments, pages, plates "
                   "or parity")
      ->transform(CLI::CheckedTransformer(kStages))
      ->option_text("STAGE")
      ->default_str("pages");
  build_command->add_flag(
      "--guides", build.outputs.guides,
      "draw trim, bleed, safe area, margins, panels, folds, frames and columns over png and svg");
  build_command->add_option("--ppi", build.outputs.pixels_per_inch, "pixels per inch of png")
      ->check(CLI::Range(10.0, 1200.0))
      ->capture_default_str();

  build_command->add_flag("--fix", build.check.request.fix,
                          "make the safe repairs of press rules, and tell of each");

  BuildArgs preview;
  preview.outputs.view = Outputs::View::Folds;
  preview.outputs.formats = {Format::Png};
  preview.check.request.imposition = "none";  // pieces are looked at, not sheets
  auto* preview_command =
      app.add_subcommand("preview",
                         "draw the finished pieces: flat, in reading order, folded, and opening "
                         "for the first time; of a "
                         "booklet (`--impose saddle-stitch-a3`) its cover and spreads");
  add_check_options(*preview_command, preview.check);
  add_impose_option(*preview_command, preview.check.request);
  add_output_options(*preview_command, preview.check.request, "folder for the pictures");
  preview_command->add_option("--format", preview.outputs.formats, "png or svg; may be given again")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, Format>{{"png", Format::Png}, {"svg", Format::Svg}}))
      ->option_text("FORMAT")
      ->default_str("png")
      ->allow_extra_args(false);
  preview_command->add_option("--ppi", preview.outputs.pixels_per_inch, "pixels per inch of png")
      ->check(CLI::Range(10.0, 1200.0))
      ->capture_default_str();

  CheckArgs check;
  auto* check_command = app.add_subcommand("check", "run all stages but the writing, and report");
  add_check_options(*check_command, check);
  add_impose_option(*check_command, check.request);
  check_command
      ->add_option("-o,--output", check.request.folder,
                   "folder whose PDFs are compared with what the files tell now")
      ->check(a_place())
      ->capture_default_str();

  PlatesArgs plates;
  auto* plates_command =
      app.add_subcommand("plates", "show each plate and how much ink lies where");
  add_plates_options(*plates_command, plates);

  InitArgs init;
  auto* init_command =
      app.add_subcommand("init", "make a new project from the sample content and layouts");
  init_command->add_option("folder", init.folder, "a new or empty folder")
      ->required()
      ->check(a_place());

  ExplainArgs explain;
  auto* explain_command = app.add_subcommand(
      "explain", "tell about a key, fact, format or message; all, as Markdown, when none is named");
  explain_command->add_option("word", explain.word, "\"frame.box\", \"hours.week\", \"overset\"");

  explain_command->add_flag("--rules", explain.rules, "all press rules, as Markdown");
  explain_command->add_flag("--word-rules", explain.word_rules,
                            "all rules over words, as Markdown");
  explain_command->add_flag("--shops", explain.shops,
                            "a page for print shops about what they get, as Markdown");

  FontsArgs fonts;
  auto* fonts_command = app.add_subcommand(
      "fonts", "list the fonts a layout may name: faces, features, languages, licences");
  fonts_command->add_option("family", fonts.families, "families by name; all when none is given");
  add_reading_option(*fonts_command, fonts.reading);
  fonts_command->add_flag_callback(
      "--json", [&fonts] { fonts.audience = Audience::Programs; }, "print the list as JSON");

  ShopsArgs shops;
  auto* shops_command = app.add_subcommand(
      "shops",
      "list the print shops; of one that is named, tell all it asks for, of two how they differ");
  shops_command->add_option("shop", shops.names, "one shop to tell about, or two to compare")
      ->expected(1, 2);
  shops_command->add_flag_callback(
      "--json", [&shops] { shops.audience = Audience::Programs; }, "print the list as JSON");

  PreflightArgs preflight;
  auto* preflight_command = app.add_subcommand(
      "preflight", "read finished PDFs back and judge them: PDF/X, rules of print shops");
  add_preflight_options(*preflight_command, preflight);

  TicketArgs ticket;
  auto* ticket_command = app.add_subcommand(
      "ticket",
      "write documents with what a shop needs to quote and run them, as a page, JSON and XJDF");
  add_check_options(*ticket_command, ticket.check);
  add_impose_option(*ticket_command, ticket.check.request);
  add_output_options(*ticket_command, ticket.check.request, "folder for the files");
  add_order_options(*ticket_command, ticket.order);
  ticket_command->add_flag("--zip", ticket.is_zipped,
                           "one ZIP file of all, with a picture of each page as a proof");

  PrintArgs print;
  print.check.request.jobs = 1;  // they come out in their order
  auto* print_command = app.add_subcommand(
      "print",
      "print documents on the printer in the office, in the office edition unless "
      "another is named");
  add_check_options(*print_command, print.check);
  print_command->add_option("--copies", print.copies, "of each document")
      ->check(CLI::Range(1, 999))
      ->capture_default_str();
  print_command->add_option("--printer", print.printer, "as CUPS calls it; the default one else")
      ->type_name("NAME");
  print_command->add_flag("--yes", print.is_agreed, "print without asking");

  DeskArgs desk;
  desk.request.cache_folder = cache_folder();
  auto* desk_command =
      app.add_subcommand("desk", "open the project in the browser: facts, hours, words, problems");
  desk_command->add_flag("--no-browser", desk.no_browser, "print the address and open nothing");
  desk_command->add_flag("--choose", desk.chooses,
                         "choose the project there, or make one; ends when its page is closed");
  desk_command->add_flag("--read-only", desk.is_read_only, "for looking alone");
  desk_command
      ->add_option("--port", desk.port, "a port of its own; one that is free when not given")
      ->check(CLI::Range(1024, 65535));
  add_reading_option(*desk_command, desk.request.reading);

  ReviewArgs review;
  const auto* review_command = add_review(app, review);
  ApproveArgs approve;
  const auto* approve_command = add_approve(app, approve);
  RevokeArgs revoke;
  const auto* revoke_command = add_revoke(app, revoke);

  VerifyArgs verify;
  auto* verify_command = app.add_subcommand(
      "verify",
      "tell whether the facts and words a PDF shows are current, and what it was made of");
  verify_command->add_option("file", verify.file, "a PDF that Handbill wrote")->required();
  verify_command->add_flag_callback(
      "--json", [&verify] { verify.audience = Audience::Programs; }, "print the list as JSON");

  DiffArgs diff;
  auto* diff_command = app.add_subcommand(
      "diff", "tell what changed for a reader: facts, words, pages; 0 nothing, 1 something");
  add_diff_options(*diff_command, diff);

  AffectedArgs affected;
  auto* affected_command = app.add_subcommand(
      "affected", "tell which documents print a fact, a text or a picture, and where");
  add_affected_options(*affected_command, affected);

  PrintedArgs printed;
  const auto* printed_command = add_printed(app, printed);
  DiscardedArgs discarded;
  const auto* discarded_command = add_discarded(app, discarded);
  CorrectedArgs corrected;
  const auto* corrected_command = add_corrected(app, corrected);
  PrintsArgs prints;
  const auto* prints_command = add_prints(app, prints);
  TranslatedArgs translated;
  const auto* translated_command = add_translated(app, translated);
  TranslationsArgs translations;
  const auto* translations_command = add_translations(app, translations);
  NewLanguageArgs new_language;
  const auto* new_language_command = add_new_language(app, new_language);
  NotesArgs notes;
  const auto* notes_command =
      app.add_subcommand("notes", "list what people at the desk ask of the designer");

  for (CLI::App* command : app.get_subcommands({})) {
    command->footer(help_examples(command->get_name()));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = tell(app, error);
    return std::nullopt;
  }
  for (const auto& [command, chosen] :
       {std::pair{build_command, &build}, std::pair{preview_command, &preview}}) {
    if (!*command) continue;
    std::ranges::sort(chosen->outputs.formats);
    chosen->outputs.formats.erase(
        std::unique(chosen->outputs.formats.begin(), chosen->outputs.formats.end()),
        chosen->outputs.formats.end());
    return *chosen;
  }
  if (*check_command) return check;
  if (*plates_command) return plates;
  if (*init_command) return init;
  if (*fonts_command) return fonts;
  if (*shops_command) return shops;
  if (*preflight_command) return preflight;
  if (*ticket_command) return ticket;
  if (*verify_command) return verify;
  if (*desk_command) return desk;
  if (*diff_command) return diff;
  if (*affected_command) return affected;
  if (*printed_command) return printed;
  if (*discarded_command) return discarded;
  if (*corrected_command) return corrected;
  if (*prints_command) return prints;
  if (*review_command) return review;
  if (*approve_command) return approve;
  if (*revoke_command) return revoke;
  if (*translated_command) return translated;
  if (*translations_command) return translations;
  if (*new_language_command) return new_language;
  if (*notes_command) return notes;
  if (*print_command) {
    if (print.check.request.editions.empty()) print.check.request.editions = {Edition::Office};
    return print;
  }
  return explain;
}

}  // namespace handbill::cli
