// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include <map>

namespace handbill::cli {
namespace {

using build::Audience;
using build::Reading;

const std::map<std::string, Painting> kPaintings = {
    {"auto", Painting::Auto}, {"always", Painting::Always}, {"never", Painting::Never}};

std::vector<std::string> edition_words() {
  std::vector<std::string> words;
  for (const EditionFacts& each : kEditions) words.emplace_back(each.name);
  words.emplace_back("all");
  return words;
}

}  // namespace

CLI::Validator a_place() {
  return CLI::Validator(
      [](const std::string& name) -> std::string {
        if (name.empty()) return "a name is missing: the text is empty";
        return name == "-" ? "files are not written to the output: name a file or folder" : "";
      },
      "");
}

void add_message_options(CLI::App& app, Audience& audience, Painting& color) {
  app.add_flag_callback(
      "--json", [&audience] { audience = Audience::Programs; }, "print messages as JSON");
  app.add_option("--color", color, "paint messages: always, never, or auto, on a terminal")
      ->transform(CLI::CheckedTransformer(kPaintings))
      ->option_text("WHEN")
      ->default_str("auto");
}

void add_color_option(CLI::App& app, Painting& color) {
  app.add_option("--color", color, "paint what is told: always, never, or auto, on a terminal")
      ->transform(CLI::CheckedTransformer(kPaintings))
      ->option_text("WHEN")
      ->default_str("auto");
}

void add_sarif_option(CLI::App& app, std::string& sarif) {
  app.add_option("--sarif", sarif, "write the messages as SARIF 2.1.0")
      ->check(a_place())
      ->type_name("FILE");
}

void add_reading_option(CLI::App& app, Reading& reading) {
  app.add_flag_callback(
      "--trust-files", [&reading] { reading = Reading::Here; },
      "read fonts, pictures, drawings and PDFs without a confined process: for your own alone");
}

void add_language_option(CLI::App& app, build::Request& request) {
  app.add_option("--language", request.languages,
                 "a folder of content/ to take the texts from, or all; may be given again")
      ->type_name("LANGUAGE")
      ->allow_extra_args(false);
}

void add_edition_option(CLI::App& app, build::Request& request) {
  app.add_option_function<std::vector<std::string>>(
         "--edition",
         [&request](const std::vector<std::string>& words) {
           request.editions = build::editions_named(words);
         },
         "standard, clear-print, large-print, office, screen, html, text or braille; all is every "
         "one; may be given again")
      ->check(CLI::IsMember(edition_words()))
      ->option_text("EDITION")
      ->allow_extra_args(false);
}

void add_setting_option(CLI::App& app, build::Request& request) {
  app.add_option("--set", request.settings, "a fact for this run: clinic.phone=\"301 555 0100\"")
      ->type_name("FACT=VALUE")
      ->allow_extra_args(false);
}

void add_which_options(CLI::App& app, std::vector<std::string>& languages,
                       std::vector<Edition>& editions) {
  app.add_option("--language", languages,
                 "a folder of content/; all there are when none is given; may be given again")
      ->type_name("LANGUAGE")
      ->allow_extra_args(false);
  app.add_option_function<std::vector<std::string>>(
         "--edition",
         [&editions](const std::vector<std::string>& words) {
           editions = build::editions_named(words);
         },
         "standard, clear-print, large-print, office, screen, html, text or braille; the layouts' "
         "own when none is given")
      ->check(CLI::IsMember(edition_words()))
      ->option_text("EDITION")
      ->allow_extra_args(false);
}

}  // namespace handbill::cli
