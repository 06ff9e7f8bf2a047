// SPDX-License-Identifier: MIT
// What two versions are compared: projects, revisions of one, PDFs; and what each has to tell.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "build/compile.h"
#include "build/request.h"
#include "compare/passages.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "manifest/shown.h"
#include "world/project.h"

namespace handbill::build {

/// What is asked of a comparison.
struct VersionsRequest {
  std::vector<std::string> layouts;    ///< by name; empty: all
  std::vector<std::string> languages;  ///< folders of content/; empty: all there are
  std::vector<Edition> editions;       ///< at most one; empty: the layout's own
  double pixels_per_inch = 110;        ///< at which pages are compared
  Reading reading = Reading::Apart;
};

/// What the user named.
struct Version {
  std::string name;   ///< as it was named: "v1", ".", "out/sign.pdf"
  std::string title;  ///< for people: "revision v1 (1a2b3c4)"
  enum class Kind { Project, Pdf } kind = Kind::Project;
  std::optional<world::Project> project{};
  std::shared_ptr<const diag::FileReader> files{};  ///< of the project
};

/// A file or folder of that name, else a revision of the git repository of the project here, or of
/// `other`. Reports wrong-use, file-missing, no-project.
std::optional<Version> open_version(const std::string& name, const std::string& other,
                                    diag::Diagnostics& diags);

/// A word that stands on a page.
struct PlacedWord {
  std::string text;
  Rect box{};  ///< in points, from the top left corner of the trimmed page
};

struct ToldPage {
  std::string name;  ///< of the side
  Size size{};
  std::vector<PlacedWord> words{};  ///< in the order they are painted
  std::string look;                 ///< two pages with the same look alike
};

/// A document as one version has it.
struct ToldDocument {
  std::string name;      ///< "hours-placard", "hours-placard.es"
  std::string title;     ///< for people
  std::string language;  ///< BCP 47; empty: nobody knows
  std::vector<compare::Passage> passages{};
  std::optional<manifest::Shown> shown{};  ///< nothing: the file does not say
  std::vector<ToldPage> pages{};
  bool has_pages = false;  ///< they could be made
  /// The page as PNG, 8-bit RGB; nothing: it can't be drawn.
  std::function<std::optional<std::string>(std::size_t page, double pixels_per_inch)> draw{};
};

/// What keeps a document from being read, in one line.
struct VersionFault {
  std::string document;  ///< empty: all
  std::string message;
  enum class Loses { Document, Pages } loses = Loses::Document;
};

struct ToldVersion {
  std::vector<ToldDocument> documents;
  std::vector<VersionFault> faults;
  std::string command{};                ///< that a PDF says it was made with: "build sign"
  std::set<diag::FileIdentity> read{};  ///< files that must not be written over
};

/// All documents of the version.
ToldVersion tell_version(const Version& version, const VersionsRequest& request);

/// The documents of a project by its own layouts, in all languages that it has texts in.
struct ProjectDocument {
  std::string layout;    ///< "layouts/sign.toml"
  std::string language;  ///< a folder of content/; empty: the layout's own
};
std::vector<ProjectDocument> documents_of(const diag::FileReader& files);

}  // namespace handbill::build
