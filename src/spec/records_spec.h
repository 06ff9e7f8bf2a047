// SPDX-License-Identifier: MIT
// What a project keeps of who did what, as written: content/roles.toml, and the ledgers in
// records/, whose entries are added and never changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/layout_spec.h"
#include "spec/value.h"

namespace handbill::spec {

inline constexpr std::string_view kRolesFile = "content/roles.toml";
inline constexpr std::string_view kApprovedFile = "records/approved.toml";
inline constexpr std::string_view kTranslatedFile = "records/translated.toml";

/// What stands for every document or language.
inline constexpr std::string_view kAll = "all";

/// Of people, none of whom is named.
struct RoleSpec {
  std::vector<Text> approves;    ///< documents: "aftercare-sheet"; "all"
  std::vector<Text> translates;  ///< into languages: "es"; "all"
  std::vector<Text> reviews;     ///< translations into them; "all"
  diag::Span span{};
};

struct RolesSpec {
  std::vector<Named<RoleSpec>> roles;
  diag::Span span{};
};

struct ApprovalSpec {
  std::optional<Text> document, language, role;
  std::optional<Spanned<Date>> date;
  std::optional<Spanned<Date>> expires;          ///< the last day; nothing: it does not
  std::optional<Spanned<std::int64_t>> version;  ///< of the document in its language, from 1
  std::optional<Text> hash;                      ///< of the words and facts
  std::vector<Text> words;                       ///< a paragraph each, as they are read
  std::vector<Text> facts;                       ///< "clinic.phone = 301-555-0100"
  std::optional<Text> look;                      ///< hash of the pages
  std::vector<Text> answers;  ///< of people to questions of packs: "pemat-04 = yes"
  diag::Span span{};
};

struct RevocationSpec {
  std::optional<Text> document, language, role;
  std::optional<Spanned<Date>> date;
  std::optional<Text> reason;
  diag::Span span{};
};

struct ApprovedSpec {
  std::vector<ApprovalSpec> approvals;      ///< as they stand in the file
  std::vector<RevocationSpec> revocations;  ///< likewise
  diag::Span span{};
};

/// Of one text, what its translation was made from, or held against.
struct TranslationSpec {
  std::optional<Text> language, file, path;  ///< "es", "aftercare", "aftercare.do.0.text"
  std::optional<Text> source;                ///< its words
  std::optional<Text> source_hash, translation_hash;
  std::optional<Text> role;
  std::optional<Text> work;  ///< "translated" or "reviewed"
  std::optional<Spanned<Date>> date;
  diag::Span span{};
};

struct TranslatedSpec {
  std::vector<TranslationSpec> translations;  ///< as they stand in the file
  diag::Span span{};
};

/// Nothing, without a word: there is no such file. What is wrong in it is reported, and the rest is
/// given.
std::optional<RolesSpec> parse_roles(const diag::FileReader& files, diag::SourceMap& sources,
                                     diag::Diagnostics& diags);
/// The same; git's marks of two states that nobody has joined are told as what they are.
std::optional<ApprovedSpec> parse_approved(const diag::FileReader& files, diag::SourceMap& sources,
                                           diag::Diagnostics& diags);
std::optional<TranslatedSpec> parse_translated(const diag::FileReader& files,
                                               diag::SourceMap& sources, diag::Diagnostics& diags);

}  // namespace handbill::spec
