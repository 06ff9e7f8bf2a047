// SPDX-License-Identifier: MIT
// Any bytes as the roles of a project and as its ledgers of approvals and translations: each read
// or told of, and an entry that is put behind them is read as it was written. An input is the three
// files, one after the other.
#include <algorithm>
#include <memory>
#include <string>

#include "diag/decode_text.h"
#include "diag/render.h"
#include "fuzz/support/target.h"
#include "records/approvals.h"
#include "records/block.h"
#include "records/translated.h"

namespace {

using handbill::fuzz::require;
namespace diag = handbill::diag;
namespace records = handbill::records;
namespace spec = handbill::spec;

struct Project {
  std::string roles, approved, translated;
};

Project project_of(const std::string& text) {
  constexpr std::string_view kBetween = "\n=== ledger\n";
  const auto cut = [&](std::size_t from) {
    return std::min(text.find(kBetween, from), text.size());
  };
  const auto behind = [&](std::size_t at) { return std::min(at + kBetween.size(), text.size()); };
  const std::size_t first = cut(0), second = cut(behind(first));
  return {text.substr(0, first),
          text.substr(behind(first), second - std::min(behind(first), second)),
          text.substr(behind(second))};
}

struct Read {
  std::shared_ptr<const records::Approvals> approvals;
  std::size_t translations = 0;
  bool has_errors = false;
};

Read read(const Project& project) {
  const diag::MemoryFiles files({{std::string(spec::kRolesFile), project.roles},
                                 {std::string(spec::kApprovedFile), project.approved},
                                 {std::string(spec::kTranslatedFile), project.translated}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  Read read;
  read.approvals =
      std::make_shared<records::Approvals>(records::read_approvals(files, sources, diags));
  const auto ledger = spec::parse_translated(files, sources, diags);
  require(ledger.has_value());
  records::judge_entries(*ledger, read.approvals->roles, diags);
  read.translations = ledger->translations.size();
  for (const char* language : {"es", "any"}) {
    const records::TranslationLedger of(*ledger, language);
    for (const spec::TranslationSpec& each : ledger->translations) {
      if (!each.file || !each.path || !each.source) continue;
      const auto state =
          of.state_of({each.file->value, each.path->value, each.source->value, "any"});
      require((state.by == nullptr) == (state.kind == records::TextState::Kind::Unrecorded));
    }
    require(of.gone({}).size() <= read.translations);
  }
  read.has_errors = diags.has_errors();
  require(diags.list().empty() == diag::render(diags, sources, diag::Paint::Plain).empty());
  return read;
}

void judge(const Read& read) {
  for (const records::Approval& each : read.approvals->approvals) {
    const auto standing =
        records::standing_of(read.approvals, each.document, each.language, each.wording);
    require(standing.is_bound() && standing.hash == each.hash);
    records::version_of(*read.approvals, each.document, each.language, each.hash);
    for (const records::RoleStanding& role : standing.roles) {
      if (role.approval) require(standing.approval(role).role == role.role);
      if (role.revocation) require(standing.revocation(role).role == role.role);
    }
  }
}

/// Of a document that is not in the ledger, by a role that has to approve everything.
void approve_another(Project project, const Read& before) {
  if (project.approved.find("\"-\"") != std::string::npos) return;
  const records::Wording wording = {{"any words"}, {"any.fact = x"}};
  project.roles = "[role.any]\napproves = [\"all\"]\n";
  const Read known = read(project);
  records::Block block("approval");
  block.text("document", "-").text("language", "en").text("role", "any");
  block.date("date", {2026, 11, 30}).number("version", 1).text("hash", records::hash_of(wording));
  block.texts("words", wording.words).texts("facts", wording.facts);
  project.approved += "\n" + block.written();
  const Read after = read(project);
  require(after.approvals->approvals.size() <= known.approvals->approvals.size() + 1);
  if (before.has_errors) return;
  require(records::standing_of(after.approvals, "-", "en", wording).is_approved());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 14;
  if (size > kMaxSize) return 0;
  const Project project = project_of(diag::decode_text(handbill::fuzz::as_bytes(data, size)).text);
  const Read before = read(project);
  judge(before);
  approve_another(project, before);
  return 0;
}
