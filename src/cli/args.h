// SPDX-License-Identifier: MIT
// The command line, read by CLI11.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"

namespace handbill::cli {

enum class Format { Pdf, Svg, Png, Dump };
enum class Stage { Spec, Content, Document, Fragments, Pages, Plates };
enum class Messages { Text, Json };
/// Auto: on a terminal, unless NO_COLOR is set.
enum class Painting { Auto, Always, Never };

/// Where files of strangers are read: in a confined process, or in the program.
enum class Reading { Apart, Here };

/// What build and check share.
struct CheckArgs {
  std::vector<std::string> layouts;   ///< names or paths; empty: all of the project
  std::vector<std::string> settings;  ///< --set clinic.phone=…
  /// --language es: folders of content/; "all" is every one. Empty: the layout's own.
  std::vector<std::string> languages;
  /// --shop us-x1a: print shops to make files for; "none" is none. Empty: the layout's own.
  std::vector<std::string> shops;
  std::string trim;        ///< another sheet than the layout's own; empty: that
  std::string imposition;  ///< --impose tiles-letter; "none" is none. Empty: the shop's own
  bool final = false;      ///< drafts and blanks are errors
  bool deny_warnings = false;
  bool fix = false;            ///< safe repairs are made
  bool keep_going = false;     ///< documents without errors are written beside those with
  std::string folder = "out";  ///< where files go, and those of earlier runs lie
  std::string sarif;           ///< a file for the messages; empty: none
  Messages messages = Messages::Text;
  Painting color = Painting::Auto;
  Reading reading = Reading::Apart;
};

struct BuildArgs {
  CheckArgs check;
  /// Folds: how the piece looks flat, folded and opening.
  enum class Shown { Pages, Folds } shown = Shown::Pages;
  std::vector<Format> formats = {Format::Pdf};
  Stage stage = Stage::Pages;
  bool guides = false;
  double pixels_per_inch = 150;
};

struct PlatesArgs {
  CheckArgs check;
  std::vector<Format> formats = {Format::Png};  ///< Png and Svg; empty: words alone
  double pixels_per_inch = 100;
};

struct InitArgs {
  std::string folder;
};

struct ExplainArgs {
  std::string word;  ///< a key, table, fact, format or diagnostic; empty: everything, as Markdown
  bool rules = false, shops = false;  ///< instead: docs/press-rules.md, docs/print-shop-guide.md
};

struct FontsArgs {
  std::vector<std::string> families;  ///< empty: all of fonts.toml
  Messages messages = Messages::Text;
  Reading reading = Reading::Apart;
};

struct ShopsArgs {
  std::vector<std::string> names;  ///< none: list all; two: compare them
  Messages messages = Messages::Text;
};

/// What `preflight` judges a file by. Claim: what it says it is.
enum class JudgeBy { Claim, None, X1a2003, X4 };

struct PreflightArgs {
  std::vector<std::string> files;
  JudgeBy judge_by = JudgeBy::Claim;
  std::string shop;                    ///< whose standard and rules; empty: none
  std::string rules;                   ///< a rule pack; empty: that of the shop
  std::string rules_class;             ///< of it
  Length viewing_distance{};           ///< 0: at hand
  std::string ticket;                  ///< what was ordered, a JSON file; empty: none
  std::string trim;                    ///< the size that was ordered: "8.5x11in"; empty: any
  std::optional<std::size_t> pages{};  ///< how many were
  std::string sarif;                   ///< a file to write; empty: none
  std::string annotated;               ///< the same
  bool deny_warnings = false;
  Messages messages = Messages::Text;
  Painting color = Painting::Auto;
  Reading reading = Reading::Apart;
};

struct TicketArgs {
  CheckArgs check;
  std::optional<std::int64_t> quantity;  ///< of copies; nothing: to be agreed
};

struct VerifyArgs {
  std::string file;  ///< a PDF
  Messages messages = Messages::Text;
};

using Args = std::variant<BuildArgs, CheckArgs, InitArgs, ExplainArgs, FontsArgs, ShopsArgs,
                          PreflightArgs, TicketArgs, VerifyArgs, PlatesArgs>;

/// Nothing: the program is done (help, version, wrong use) with `exit_code`; messages are printed.
std::optional<Args> parse_args(int argc, char** argv, int& exit_code);

}  // namespace handbill::cli
