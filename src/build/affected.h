// SPDX-License-Identifier: MIT
// Which documents print a fact, a text or a picture, and where they ask for it: what is to be made
// anew when it changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/run.h"
#include "diag/diagnostic.h"

namespace handbill::build {

struct AffectedRequest {
  std::vector<std::string> asked;  ///< "clinic.phone", "hours", "aftercare.do", "pictures/map.png"
  std::vector<std::string> languages;  ///< folders of content/; empty: all there are
  std::vector<Edition> editions;       ///< empty: the layouts' own
  Reading reading = Reading::Apart;
};

/// Where the words of a document ask for it.
struct AskedPlace {
  std::string part;  ///< "outside, front cover"
  std::string file;
  std::size_t line = 0, column = 0;  ///< from 1; 0: nobody knows
  auto operator<=>(const AskedPlace&) const = default;
};

struct AffectedDocument {
  std::string layout;                ///< "hours-placard"
  std::string name;                  ///< of its file: "hours-placard-office.es"
  std::string language;              ///< BCP 47
  std::string edition;               ///< "standard"
  std::vector<std::string> paths{};  ///< of what was asked that it prints: "clinic.phone"
  std::vector<AskedPlace>
      places{};  ///< none: it stands in a title, a link, or what comes again on each page
};

struct Affected {
  std::string asked;
  enum class Kind { Content, File } kind = Kind::Content;
  std::string value{};  ///< of one fact, as it is told; else empty
  std::vector<AffectedDocument> documents{};
};

struct AffectedAnswer {
  std::vector<Affected> answers;
  diag::Diagnostics diags;  ///< what there is not, and what can't be made
  diag::SourceMap sources;
};

/// Reports fact-missing of a path that is none of the content and no file of the project.
AffectedAnswer find_affected(const AffectedRequest& request, const world::Project& project);
/// The same of a project that is open, for its own documents: no key of the run's request counts.
std::vector<Affected> find_affected(const AffectedRequest& asked, Run& run);

std::string text_of(const AffectedAnswer& answer);
std::string json_of(const AffectedAnswer& answer);

}  // namespace handbill::build
