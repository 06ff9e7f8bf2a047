// SPDX-License-Identifier: MIT
// Roles, and the ledgers of a project.
#include "spec/bind.h"
#include "spec/read_record.h"
#include "spec/records_spec.h"

namespace handbill::spec {
namespace {

constexpr auto kRoleKeys = std::to_array<Key<RoleSpec>>({
    key<&RoleSpec::approves>("approves", "none",
                             "documents that are approved when every role with them here has "
                             "approved them; \"all\" is every one"),
    key<&RoleSpec::translates>("translates", "none",
                               "languages it translates into; \"all\" is every one"),
    key<&RoleSpec::reviews>("reviews", "none",
                            "languages whose translations it looks at; \"all\" is every one"),
});

constexpr auto kRolesKeys = std::to_array<Key<RolesSpec>>({
    key<&RolesSpec::roles>("role", "", "who may do what: a role, never a person's name"),
});

constexpr auto kApprovalKeys = std::to_array<Key<ApprovalSpec>>({
    key<&ApprovalSpec::document>("document", "", "the document: \"aftercare-sheet\"").required(),
    key<&ApprovalSpec::language>("language", "", "its language: \"en\"").required(),
    key<&ApprovalSpec::role>("role", "", "who has approved it").required(),
    key<&ApprovalSpec::date>("date", "", "when").required(),
    key<&ApprovalSpec::expires>("expires", "never", "the last day it holds"),
    key<&ApprovalSpec::version>("version", "", "which words of the document they are, counted up")
        .between(1, 1000000)
        .required(),
    key<&ApprovalSpec::hash>("hash", "", "SHA-256 of the words and facts").required(),
    key<&ApprovalSpec::words>("words", "", "what the document said, a paragraph each").required(),
    key<&ApprovalSpec::facts>("facts", "", "the facts it said, each with its path"),
    key<&ApprovalSpec::look>("look", "", "SHA-256 of its pages"),
    key<&ApprovalSpec::answers>("answers", "none",
                                "what was answered to questions of rule packs: \"pemat-04 = yes\""),
});

constexpr auto kRevocationKeys = std::to_array<Key<RevocationSpec>>({
    key<&RevocationSpec::document>("document", "", "the document").required(),
    key<&RevocationSpec::language>("language", "", "its language").required(),
    key<&RevocationSpec::role>("role", "", "who takes back what it has approved").required(),
    key<&RevocationSpec::date>("date", "", "when").required(),
    key<&RevocationSpec::reason>("reason", "", "why").required(),
});

constexpr auto kApprovedKeys = std::to_array<Key<ApprovedSpec>>({
    key<&ApprovedSpec::approvals>("approval", "", "what has been approved, in order"),
    key<&ApprovedSpec::revocations>("revocation", "", "what has been taken back"),
});

constexpr auto kTranslationKeys = std::to_array<Key<TranslationSpec>>({
    key<&TranslationSpec::language>("language", "", "the language: \"es\"").required(),
    key<&TranslationSpec::file>("file", "", "the content file: \"aftercare\"").required(),
    key<&TranslationSpec::path>("path", "", "the text: \"aftercare.do.0.text\"").required(),
    key<&TranslationSpec::source>("source", "", "the words it was translated from").required(),
    key<&TranslationSpec::source_hash>("source_hash", "", "SHA-256 of these words").required(),
    key<&TranslationSpec::translation_hash>("translation_hash", "", "that of the translation")
        .required(),
    key<&TranslationSpec::role>("role", "", "who has done it").required(),
    key<&TranslationSpec::work>("work", "", "what was done")
        .takes("one of translated, reviewed")
        .required(),
    key<&TranslationSpec::date>("date", "", "when").required(),
});

constexpr auto kTranslatedKeys = std::to_array<Key<TranslatedSpec>>({
    key<&TranslatedSpec::translations>("translation", "",
                                       "texts with the words they were translated from, in order"),
});

}  // namespace

TableKeys<RoleSpec> table_keys(const RoleSpec*) {
  return {"role.NAME", "Who may approve, translate or review.", kRoleKeys};
}

TableKeys<RolesSpec> table_keys(const RolesSpec*) {
  return {"content/roles.toml", "The roles of a project.", kRolesKeys};
}

TableKeys<ApprovalSpec> table_keys(const ApprovalSpec*) {
  return {"approval", "One role's approval of one document; `handbill approve` writes it.",
          kApprovalKeys};
}

TableKeys<RevocationSpec> table_keys(const RevocationSpec*) {
  return {"revocation", "An approval taken back; `handbill revoke` writes it.", kRevocationKeys};
}

TableKeys<ApprovedSpec> table_keys(const ApprovedSpec*) {
  return {"records/approved.toml",
          "The ledger of approvals: entries are added at its end, and none is changed.",
          kApprovedKeys};
}

TableKeys<TranslationSpec> table_keys(const TranslationSpec*) {
  return {"translation",
          "One text that was translated or reviewed; `handbill translated` writes it.",
          kTranslationKeys};
}

TableKeys<TranslatedSpec> table_keys(const TranslatedSpec*) {
  return {"records/translated.toml",
          "The ledger of translations: entries are added at its end, and none is changed.",
          kTranslatedKeys};
}

std::optional<RolesSpec> parse_roles(const diag::FileReader& files, diag::SourceMap& sources,
                                     diag::Diagnostics& diags) {
  return read_record<RolesSpec>(files, kRolesFile, sources, diags);
}

std::optional<ApprovedSpec> parse_approved(const diag::FileReader& files, diag::SourceMap& sources,
                                           diag::Diagnostics& diags) {
  return read_record<ApprovedSpec>(files, kApprovedFile, sources, diags);
}

std::optional<TranslatedSpec> parse_translated(const diag::FileReader& files,
                                               diag::SourceMap& sources, diag::Diagnostics& diags) {
  return read_record<TranslatedSpec>(files, kTranslatedFile, sources, diags);
}

}  // namespace handbill::spec
