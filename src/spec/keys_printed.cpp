// SPDX-License-Identifier: MIT
// The ledger of prints.
#include "spec/bind.h"
#include "spec/printed_spec.h"
#include "spec/read_record.h"

namespace handbill::spec {
namespace {

constexpr auto kShownKeys = std::to_array<Key<ShownSpec>>({
    key<&ShownSpec::hash>("hash", "", "SHA-256 of the lines below, by which prints name it")
        .required(),
    key<&ShownSpec::facts>("facts", "", "each with its path: \"clinic.phone = (301) 555-0100\""),
    key<&ShownSpec::texts>("texts", "", "each with its key; a fact in it is its path in braces"),
});

constexpr auto kPrintKeys = std::to_array<Key<PrintSpec>>({
    key<&PrintSpec::id>("id", "", "what other entries call it").required(),
    key<&PrintSpec::document>("document", "", "the document: \"hours-placard\"").required(),
    key<&PrintSpec::language>("language", "", "its language: \"en\"").required(),
    key<&PrintSpec::edition>("edition", "\"standard\"", "its edition"),
    key<&PrintSpec::shop>("shop", "none", "the print shop it was made for"),
    key<&PrintSpec::settings>("settings", "none", "facts that were set for it, as by `--set`"),
    key<&PrintSpec::quantity>("quantity", "", "how many copies")
        .between(1, static_cast<double>(kMostCopies))
        .required(),
    key<&PrintSpec::date>("date", "", "when").required(),
    key<&PrintSpec::note>("note", "none", "where they lie, or who ordered them"),
    key<&PrintSpec::shows>("shows", "", "the `hash` of what they show").required(),
});

constexpr auto kDiscardedKeys = std::to_array<Key<DiscardedSpec>>({
    key<&DiscardedSpec::print>("print", "", "the `id` of the print").required(),
    key<&DiscardedSpec::quantity>("quantity", "all that are left", "how many copies are gone")
        .between(1, static_cast<double>(kMostCopies)),
    key<&DiscardedSpec::left>("left", "", "how many were left after it, as it was noted")
        .between(0, static_cast<double>(kMostCopies)),
    key<&DiscardedSpec::date>("date", "", "when").required(),
    key<&DiscardedSpec::reason>("reason", "", "why").required(),
});

constexpr auto kCorrectedKeys = std::to_array<Key<CorrectedSpec>>({
    key<&CorrectedSpec::print>("print", "", "the `id` of the print").required(),
    key<&CorrectedSpec::date>("date", "", "when").required(),
    key<&CorrectedSpec::reason>("reason", "", "how: \"sticker with the new number\"").required(),
    key<&CorrectedSpec::shows>("shows", "", "the `hash` of what the copies show since").required(),
});

constexpr auto kPrintedKeys = std::to_array<Key<PrintedSpec>>({
    key<&PrintedSpec::shown>("shown", "", "what documents showed when they were printed"),
    key<&PrintedSpec::prints>("print", "", "what has been ordered or printed"),
    key<&PrintedSpec::discarded>("discarded", "", "copies that are gone"),
    key<&PrintedSpec::corrected>("corrected", "", "copies that were put right by hand"),
});

}  // namespace

TableKeys<ShownSpec> table_keys(const ShownSpec*) {
  return {"shown", "What a document shows; `handbill printed` writes it.", kShownKeys};
}

TableKeys<PrintSpec> table_keys(const PrintSpec*) {
  return {"print", "Copies of one document; `handbill printed` writes it.", kPrintKeys};
}

TableKeys<DiscardedSpec> table_keys(const DiscardedSpec*) {
  return {"discarded", "Copies that are gone; `handbill discarded` writes it.", kDiscardedKeys};
}

TableKeys<CorrectedSpec> table_keys(const CorrectedSpec*) {
  return {"corrected", "Copies put right by hand; `handbill corrected` writes it.", kCorrectedKeys};
}

TableKeys<PrintedSpec> table_keys(const PrintedSpec*) {
  return {"records/printed.toml",
          "The ledger of prints: entries are added at its end, and none is changed.", kPrintedKeys};
}

std::optional<PrintedSpec> parse_printed(const diag::FileReader& files, diag::SourceMap& sources,
                                         diag::Diagnostics& diags) {
  return read_record<PrintedSpec>(files, kPrintedFile, sources, diags);
}

}  // namespace handbill::spec
