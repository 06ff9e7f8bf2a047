// SPDX-License-Identifier: MIT
// What has been approved, as the ledger tells it, and how a document stands to that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/records_spec.h"

namespace handbill::records {

/// What a document says, to be approved: whatever it looks like.
struct Wording {
  std::vector<std::string> words;  ///< a paragraph each, as they are read
  std::vector<std::string> facts;  ///< "clinic.phone = (301) 555-0100"
  bool operator==(const Wording&) const = default;
};

/// SHA-256 of the words and facts, in their order.
std::string hash_of(const Wording& wording);

struct Approval {
  std::string document, language, role;
  spec::Date date{};
  std::optional<spec::Date> expires{};  ///< the last day; nothing: it does not
  std::int64_t version = 0;
  std::string hash{};
  Wording wording{};   ///< empty where the role has approved later words of the document
  std::string look{};  ///< hash of the pages; empty: nobody kept it
  std::vector<std::string> answers{};
  diag::Span span{};
  diag::Span date_span{}, expires_span{};
};

/// Takes back what the role has approved up to its day, and what stands before it.
struct Revocation {
  std::string document, language, role;
  spec::Date date{};
  std::string reason;
  diag::Span span{};
};

struct Approvals {
  std::optional<spec::RolesSpec> roles;  ///< nothing: the project lists none
  bool has_ledger = false;
  bool is_sound = true;  ///< nothing in them is at fault; else nobody can be judged by them
  std::vector<Approval> approvals;  ///< by date, those of a day as they stand; each once
  std::vector<Revocation> revocations;

  /// Else `status = "approved"` of the content is all there is.
  bool bind() const { return roles.has_value() || has_ledger; }
};

/// Reads the roles and the ledger. What does not hold together is reported (record-faulty,
/// unknown-role) and left out.
Approvals read_approvals(const diag::FileReader& files, diag::SourceMap& sources,
                         diag::Diagnostics& diags);

/// How a role that has to approve a document stands to its words as they are now.
struct RoleStanding {
  std::string role;
  enum class State { Approved, Never, Changed, Revoked } state = State::Never;
  std::optional<std::size_t> approval{};    ///< its last, of these words or of others; an index
  std::optional<std::size_t> revocation{};  ///< of Revoked; an index
};

/// How a document stands to the ledger.
struct Standing {
  std::shared_ptr<const Approvals> of;
  std::string document, language;
  Wording wording{};
  std::string hash{};
  std::vector<RoleStanding> roles{};  ///< that have to approve it; none: nobody has to
  std::string look{};                 ///< hash of the pages; empty: nobody asked

  /// Somebody has to approve it, or has done so before. Else its files alone say what it is.
  bool is_bound() const;
  /// By all that have to.
  bool is_approved() const;
  const Approval& approval(const RoleStanding& role) const {
    return of->approvals.at(*role.approval);
  }
  const Revocation& revocation(const RoleStanding& role) const {
    return of->revocations.at(*role.revocation);
  }
};

/// `document`: "aftercare-sheet"; `language`: "es".
Standing standing_of(std::shared_ptr<const Approvals> of, std::string document,
                     std::string language, Wording wording);

/// What these words are called when they are approved: as they were before, else one more than the
/// highest there was.
std::int64_t version_of(const Approvals& of, std::string_view document, std::string_view language,
                        std::string_view hash);

/// The last approval of the document by anybody; null: there is none.
const Approval* last_approval(const Approvals& of, std::string_view document,
                              std::string_view language);

/// The roles that have to approve the document.
std::vector<std::string> approvers(const Approvals& of, std::string_view document);

}  // namespace handbill::records
