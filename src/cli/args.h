// SPDX-License-Identifier: MIT
// The command line, read by CLI11.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "build/affected.h"
#include "build/approve.h"
#include "build/diff.h"
#include "build/documents.h"
#include "build/ink_files.h"
#include "build/note_prints.h"
#include "build/order.h"
#include "build/preflight_files.h"
#include "build/request.h"

namespace handbill::cli {

/// Auto: on a terminal, unless NO_COLOR is set.
enum class Painting { Auto, Always, Never };

/// What build, check, plates and ticket share.
struct CheckArgs {
  build::Request request;
  Painting color = Painting::Auto;
};

struct BuildArgs {
  CheckArgs check;
  build::Outputs outputs;
};

struct PlatesArgs {
  CheckArgs check;
  build::InkPictures pictures;
};

struct InitArgs {
  std::string folder;
};

struct ExplainArgs {
  std::string word;  ///< a key, table, fact, format or diagnostic; empty: everything, as Markdown
  /// Instead: docs/press-rules.md, docs/word-rules.md, docs/print-shop-guide.md.
  bool rules = false, word_rules = false, shops = false;
};

struct FontsArgs {
  std::vector<std::string> families;  ///< empty: all of fonts.toml
  build::Audience audience = build::Audience::People;
  build::Reading reading = build::Reading::Apart;
};

struct ShopsArgs {
  std::vector<std::string> names;  ///< none: list all; two: compare them
  build::Audience audience = build::Audience::People;
};

struct PreflightArgs {
  build::PreflightRequest request;
  build::Reading reading = build::Reading::Apart;
  Painting color = Painting::Auto;
};

struct TicketArgs {
  CheckArgs check;
  build::OrderOptions order;
  bool is_zipped = false;  ///< one file for the shop, with pictures of the pages
};

struct PrintArgs {
  CheckArgs check;
  std::string printer;  ///< empty: the default one
  int copies = 1;
  bool is_agreed = false;  ///< it is printed without asking
};

struct ApproveArgs {
  CheckArgs check;
  build::ApproveRequest approval;
};

struct RevokeArgs {
  CheckArgs check;
  build::RevokeRequest revocation;
};

struct ReviewArgs {
  CheckArgs check;
  std::string file;  ///< empty: one for each document, in out/
};

struct VerifyArgs {
  std::string file;  ///< a PDF
  build::Audience audience = build::Audience::People;
};

struct DeskArgs {
  build::Request request;
  int port = 0;  ///< 0: one that is free
  bool is_read_only = false, no_browser = false;
  bool chooses = false;  ///< the project in the browser; ends when its page is closed
};

struct DiffArgs {
  std::string before, after = ".";
  std::string output;  ///< a PDF, or a folder for pictures; empty: none
  bool wants_pictures = false;
  build::VersionsRequest request;
  build::Audience audience = build::Audience::People;
  Painting color = Painting::Auto;
};

struct AffectedArgs {
  build::AffectedRequest request;
  build::Audience audience = build::Audience::People;
  Painting color = Painting::Auto;
};

struct PrintedArgs {
  build::Request request;
  build::PrintOrdered order;
  Painting color = Painting::Auto;
};

struct DiscardedArgs {
  build::Request request;
  build::StackChoice choice;
  std::optional<std::int64_t> quantity;  ///< nothing: all that are left
  Painting color = Painting::Auto;
};

struct CorrectedArgs {
  build::Request request;
  build::StackChoice choice;
  Painting color = Painting::Auto;
};

struct PrintsArgs {
  build::Request request;
};

struct TranslatedArgs {
  std::string language;
  std::vector<std::string> words;  ///< texts, tables or files; empty: all
  std::string role;
  bool is_reviewed = false;
  build::Request request;  ///< for the day
};

struct TranslationsArgs {
  std::string language;
  std::vector<std::string> words;  ///< as above
  std::string pdf, csv;            ///< files to write; empty: none
  std::string from;                ///< a sheet to read back; empty: none
  std::string role;                ///< of whoever has looked at that
  build::Request request;
};

struct NotesArgs {
  build::Request request;
};

struct NewLanguageArgs {
  std::string language;
  build::Request request;
};

using Args = std::variant<CheckArgs, BuildArgs, PlatesArgs, InitArgs, ExplainArgs, FontsArgs,
                          ShopsArgs, PreflightArgs, TicketArgs, PrintArgs, ApproveArgs, RevokeArgs,
                          ReviewArgs, VerifyArgs, DeskArgs, DiffArgs, AffectedArgs, PrintedArgs,
                          DiscardedArgs, CorrectedArgs, PrintsArgs, TranslatedArgs,
                          TranslationsArgs, NewLanguageArgs, NotesArgs>;

/// Nothing: the program is done (help, version, wrong use) with `exit_code`; messages are printed.
std::optional<Args> parse_args(int argc, char** argv, int& exit_code);

}  // namespace handbill::cli
