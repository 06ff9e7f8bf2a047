// SPDX-License-Identifier: MIT
// The examples of `handbill --help` and of each command's own help; a test runs all of them.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace handbill::cli {

struct HelpExample {
  std::string_view words;  ///< what is typed, from the command on
  std::string_view does;
  enum class In { AllHelp, CommandHelp } in = In::AllHelp;  ///< both, or that of its command alone

  std::string_view command() const { return words.substr(0, words.find(' ')); }
};

inline constexpr auto kHelpExamples = std::to_array<HelpExample>({
    {"build", "every layout of the project, into out/"},
    {"build hours-placard -o print", "one of them, into print/"},
    {"build --format png --guides", "pictures with trim, folds and frames drawn over them"},
    {"build --language es --language zh", "in other languages, from content/es and content/zh"},
    {"build hours-placard --trim a3", "the same layout on another sheet"},
    {"build --shop us-sheetfed-coated", "for a print shop, as it asks for it"},
    {"build --format dump --stage words", "what the documents say, as text",
     HelpExample::In::CommandHelp},
    {"build --set clinic.phone=\"301 555 0100\"", "a fact for this run only"},
    {"preview treatment-brochure", "pictures of it flat, folded and opening"},
    {"preview --format svg -o folds", "of all documents, into folds/",
     HelpExample::In::CommandHelp},
    {"check", "all faults, drafts and blanks; writes nothing"},
    {"check --final", "as before a print order: drafts and blanks are errors"},
    {"check hours-placard --json", "of one layout, for programs", HelpExample::In::CommandHelp},
    {"plates hours-placard", "what each plate prints, where there is how much ink"},
    {"plates --shop us-x1a --format text", "the numbers alone, as a print shop makes the plates",
     HelpExample::In::CommandHelp},
    {"shops us-sheetfed-coated us-x1a", "how two print shops differ"},
    {"shops", "all there are", HelpExample::In::CommandHelp},
    {"ticket --shop us-x1a --quantity 500", "what the shop needs to know about each job"},
    {"review aftercare-sheet", "the sheet to sign for an approval, into out/"},
    {"approve aftercare-sheet --role \"medical director\" --for \"1 year\"",
     "its words are approved as they are"},
    {"revoke aftercare-sheet --role \"medical director\" --reason \"new guidance\"",
     "the approval is taken back", HelpExample::In::CommandHelp},
    {"print aftercare-sheet --copies 20 --yes", "on the printer in the office"},
    {"printed hours-placard --quantity 500", "notes what was printed, and what it says"},
    {"printed hours-placard --quantity 20 --note \"front desk\"", "and where it lies",
     HelpExample::In::CommandHelp},
    {"notes", "what people at the desk ask of the designer"},
    {"prints", "the printed copies that are left, and which of them are wrong now"},
    {"prints hours-placard --json", "those of one document, for programs",
     HelpExample::In::CommandHelp},
    {"corrected aftercare-sheet --reason \"sticker\"", "copies that were put right by hand"},
    {"discarded hours-placard --reason \"old hours\"", "copies that are gone"},
    {"discarded hours-placard --before 2026-11-01 --reason \"old hours\"", "the old ones",
     HelpExample::In::CommandHelp},
    {"verify out/hours-placard.pdf", "whether what it shows is current"},
    {"diff v1", "what changed for a reader since a revision of git"},
    {"diff v1 -o changes.pdf", "the same as a sheet, old and new pages side by side",
     HelpExample::In::CommandHelp},
    {"diff out/hours-placard.pdf", "what it would say otherwise if it were made today",
     HelpExample::In::CommandHelp},
    {"affected clinic.phone", "which documents print a fact, and where they ask for it"},
    {"affected clinic hours --json", "all facts of two tables, for programs",
     HelpExample::In::CommandHelp},
    {"preflight ad.pdf --shop us-x1a", "whether a PDF, of any program, is fit for press"},
    {"preflight ad.pdf --annotated seen.pdf", "a copy with the findings drawn on it",
     HelpExample::In::CommandHelp},
    {"explain frame.box", "what a key, fact, format or message means"},
    {"explain overset", "what a message means", HelpExample::In::CommandHelp},
    {"fonts", "families, features, languages, licences"},
    {"fonts \"Noto Sans\"", "one of them", HelpExample::In::CommandHelp},
    {"init my-clinic", "a new project to start from"},
    {"desk", "the project in the browser, to change facts and words"},
    {"desk --choose", "the same, of a project that is chosen or made there",
     HelpExample::In::CommandHelp},
    {"desk --read-only --no-browser", "to look at alone; the address is printed",
     HelpExample::In::CommandHelp},
    {"new-language fr", "files to translate into French, and what it needs"},
    {"translated es --role translator", "notes what the Spanish texts were translated from"},
    {"translated es aftercare.do --role translator --today 2026-11-30", "some of them, on a day",
     HelpExample::In::CommandHelp},
    {"translations es --csv es.csv -o es.pdf", "the Spanish texts beside the English, to review"},
    {"translations es", "the texts, and how each stands", HelpExample::In::CommandHelp},
    {"translations es --from es.csv --role \"clinical reviewer\"", "what the reviewer changed",
     HelpExample::In::CommandHelp},
});

/// The list for all help, or, when a command is named, for its own.
inline std::string help_examples(std::string_view command = {}) {
  constexpr std::size_t kColumn = 52;  // where what it does stands
  std::string text = "\nExamples:\n";
  for (const HelpExample& each : kHelpExamples) {
    if (command.empty() ? each.in != HelpExample::In::AllHelp : each.command() != command) continue;
    std::string line = "  handbill " + std::string(each.words);
    line.append(line.size() + 2 < kColumn ? kColumn - line.size() : 2, ' ');
    text += line + std::string(each.does) + '\n';
  }
  return text;
}

}  // namespace handbill::cli
