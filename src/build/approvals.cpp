// SPDX-License-Identifier: MIT
#include "build/approvals.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "display/dump.h"
#include "manifest/sha256.h"
#include "spec/known_names.h"
#include "words/as_read.h"
#include "words/shown.h"

namespace handbill::build {
namespace {

/// The words as the layout's own pages have them: editions say the same.
const document::Document& own_of(const Settled& settled) {
  return settled.source ? *settled.source : *settled.document;
}

/// On their own sheet, as the layout has them; else they look different whatever anybody did.
bool are_own_pages(const CompileInputs& in, const Settled& settled) {
  const bool is_standard = !in.edition || *in.edition == Edition::Standard;
  return settled.pages && !settled.source && is_standard && in.trim.empty() && in.shop.empty();
}

/// A document that a role approves has a layout.
void check_documents(const records::Approvals& approvals, const diag::FileReader& files,
                     diag::Diagnostics& diags) {
  if (!approvals.roles) return;
  const std::vector<std::string> known = spec::names_in(files, "layouts");
  for (const auto& role : approvals.roles->roles) {
    for (const spec::Text& each : role.value.approves) {
      const bool is_known =
          each.value == spec::kAll || std::ranges::find(known, each.value) != known.end();
      if (is_known || known.empty()) continue;
      diags.error(diag::DiagnosticId::FileMissing, each.span,
                  "there is no layout `" + each.value + "` for `" + role.name + "` to approve",
                  spec::hints_for(each.value, known));
    }
  }
}

}  // namespace

std::shared_ptr<const records::Approvals> approvals_of(const CompileInputs& in,
                                                       diag::SourceMap& sources,
                                                       diag::Diagnostics& diags) {
  // Papers about documents are none themselves.
  for (const char* papers : {"layouts/tickets/", "layouts/sheets/"}) {
    if (in.layout.starts_with(papers)) return nullptr;
  }
  auto read = in.products.approvals.get(
      {}, in.files, sources, diags, [&](const diag::FileReader& files, diag::Diagnostics& told) {
        auto approvals = records::read_approvals(files, sources, told);
        check_documents(approvals, files, told);
        approvals.is_sound = !told.has_errors();
        return std::optional(std::move(approvals));
      });
  return read->bind() ? read : nullptr;
}

records::Wording wording_of(const document::Document& document, const content::Content& content,
                            const diag::SourceMap& sources) {
  const words::Words words = words::from_document(document);
  records::Wording wording;
  for (words::ReadText& each : words::as_read(words)) wording.words.push_back(std::move(each.text));
  const manifest::Shown shown = words::shown_by(words, document, content, sources);
  for (const manifest::ShownFact& each : shown.facts) {
    wording.facts.push_back(each.path + " = " + each.value);
  }
  for (const manifest::ShownText& each : shown.texts) {
    // What is read nowhere: a title, what an abbreviation stands for.
    if (each.places.empty()) {
      wording.facts.push_back(each.key + " = " + manifest::on_one_line(each.words));
    }
  }
  return wording;
}

records::Standing standing_of(std::shared_ptr<const records::Approvals> of, const CompileInputs& in,
                              const Settled& settled, const content::Content& content,
                              const font::FontBook& fonts, const diag::SourceMap& sources) {
  records::Standing standing =
      records::standing_of(std::move(of), std::filesystem::path(in.layout).stem().string(),
                           content.asked_language(), wording_of(own_of(settled), content, sources));
  const bool was_approved = std::ranges::any_of(
      standing.of->approvals, [&](const auto& each) { return each.hash == standing.hash; });
  if (was_approved && are_own_pages(in, settled)) {
    standing.look = manifest::sha256(display::dump(*settled.pages, fonts));
  }
  return standing;
}

content::ApprovalFacts facts_of(const records::Standing& standing) {
  content::ApprovalFacts facts;
  for (const records::RoleStanding& each : standing.roles) {
    const records::Approval& approval = standing.approval(each);
    facts.roles.push_back(each.role);
    facts.version = std::max(facts.version, approval.version);
    facts.date = std::max(facts.date, approval.date);
    if (!approval.expires) continue;
    facts.expires = facts.expires ? std::min(*facts.expires, *approval.expires) : *approval.expires;
  }
  return facts;
}

bool asks_for_approval(const diag::SourceMap& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const diag::FileId file{static_cast<std::uint32_t>(i)};
    const bool may_ask = !sources.name(file).starts_with("records/");
    if (may_ask && sources.text(file).find("approval.") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace handbill::build
