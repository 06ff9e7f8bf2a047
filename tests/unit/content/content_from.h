// SPDX-License-Identifier: MIT
// Content from TOML text, with all that must stay alive beside it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::content::test {

struct Checked {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  std::optional<Content> content;

  /// What a text with one fact shows: the plain text, "prose: …", "blank 36 pt", or the name and
  /// message of the diagnostic.
  std::string show(std::string_view path, std::string_view format = "",
                   const FactRow* scope = nullptr);
  /// One line a row: the values of the computed keys, parted by " | ".
  std::vector<std::string> rows(std::string_view path, const std::vector<std::string>& keys);
  /// "bad-zip `2081`: message", each diagnostic of check().
  std::vector<std::string> faults() const;
};

/// Texts that no project has.
inline const CheckOptions kNoRevisions = {.revisions = Revisions::NotAsked};

/// Checks files of TOML text, and says what is unfinished in them, as if all were printed; the
/// first is "content.toml", others "more.toml".
std::unique_ptr<Checked> content_from_files(
    const std::vector<std::string>& files, std::string language = "en",
    const CheckOptions& options = kNoRevisions,
    std::vector<spec::FactSpec> facts = spec::built_in_facts());
std::unique_ptr<Checked> content_from(const std::string& file, std::string language = "en",
                                      const CheckOptions& options = kNoRevisions);
/// With facts of these types.
std::unique_ptr<Checked> typed_content_from(const std::string& file,
                                            std::vector<spec::FactSpec> facts);

/// No-break spaces shown as "_", narrow ones as "~", line separators as "/", word joiners not at
/// all.
std::string plain(std::string text);
std::vector<std::string> plain(std::vector<std::string> lines);

/// A week of opening hours that is right, as TOML.
extern const std::string kWeek;

}  // namespace handbill::content::test
