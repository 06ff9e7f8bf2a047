// SPDX-License-Identifier: MIT
#include "document/resolve_binding.h"

#include <string>
#include <string_view>
#include <vector>

#include "document/stock.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

/// Binderies grind off 1/8 to 3/16 in (Bindagraphics, BindTech, Puget Bindery: requirements for
/// perfect binding).
constexpr Length kUsualMill = Length::inch(0.125);
constexpr std::size_t kUsualSignature = 16;
constexpr std::size_t kPagesASheet = 4;

/// A key that is set, and where.
struct SetKey {
  std::string_view name;
  diag::Span at;
};

std::vector<SetKey> keys_of_cells(const spec::ImpositionSpec& spec) {
  std::vector<SetKey> keys;
  if (spec.columns) keys.push_back({"columns", spec.columns->span});
  if (spec.rows) keys.push_back({"rows", spec.rows->span});
  if (spec.gutter) keys.push_back({"gutter", (*spec.gutter)[0].span});
  if (spec.turn) keys.push_back({"turn", spec.turn->span});
  return keys;
}

std::vector<SetKey> keys_of_binding(const spec::ImpositionSpec& spec) {
  std::vector<SetKey> keys;
  if (spec.signature) keys.push_back({"signature", spec.signature->span});
  if (spec.creep) {
    keys.push_back({"creep", spec.creep->word ? spec.creep->word->span : spec.creep->length.span});
  }
  if (spec.cover) keys.push_back({"cover", spec.cover->span});
  if (spec.cover_stock) keys.push_back({"cover_stock", spec.cover_stock->span});
  if (spec.cover_caliper) keys.push_back({"cover_caliper", spec.cover_caliper->span});
  if (spec.spine) keys.push_back({"spine", spec.spine->span});
  return keys;
}

void tell_useless(const std::vector<SetKey>& keys, std::string_view scheme, std::string_view use,
                  diag::Diagnostics& diags) {
  for (const SetKey& key : keys) {
    diags.error(BadImposition, key.at,
                "`" + std::string(scheme) + "` has no use for `" + std::string(key.name) + "`, " +
                    std::string(use));
  }
}

void tell_of_no_cover(const std::vector<SetKey>& keys, diag::Diagnostics& diags) {
  for (const SetKey& key : keys) {
    diags.error(BadImposition, key.at,
                "`" + std::string(key.name) + "` is of a cover that is a sheet of its own",
                {"add `cover = \"apart\"`"});
  }
}

std::vector<SetKey> keys_of_cover(const spec::ImpositionSpec& spec) {
  std::vector<SetKey> keys;
  if (spec.cover_stock) keys.push_back({"cover_stock", spec.cover_stock->span});
  if (spec.cover_caliper) keys.push_back({"cover_caliper", spec.cover_caliper->span});
  if (spec.spine) keys.push_back({"spine", spec.spine->span});
  return keys;
}

std::size_t signature_of(const spec::ImpositionSpec& spec, Scheme scheme,
                         diag::Diagnostics& diags) {
  if (!spec.signature) return scheme == Scheme::PerfectBinding ? kUsualSignature : 0;
  const auto pages = static_cast<std::size_t>(spec.signature->value);
  const std::size_t over = pages % kPagesASheet;
  if (over == 0) return pages;
  diags.error(BadValue, spec.signature->span,
              "`signature` is " + std::to_string(pages) +
                  "; a section has a multiple of 4 pages, because a folded sheet has 4",
              {"`signature = " + std::to_string(pages - over + kPagesASheet) + "` is next"});
  return pages;
}

Length cover_caliper(const spec::ImpositionSpec& spec, diag::Diagnostics& diags) {
  if (spec.cover_caliper) return spec.cover_caliper->value;
  if (!spec.cover_stock) return {};
  const std::string& stock = spec.cover_stock->value;
  const Length caliper = estimated_caliper(stock, grams_of(stock));
  if (caliper == Length()) {
    diags.error(BadValue, spec.cover_stock->span,
                "`cover_stock` is `" + stock + "`, which does not say what it weighs",
                {"give its weight, `250 gsm`, or its thickness: `cover_caliper = \"0.3 mm\"`"});
  }
  return caliper;
}

}  // namespace

bool binds(Scheme scheme) {
  return scheme == Scheme::SaddleStitch || scheme == Scheme::PerfectBinding;
}

std::optional<Binding> resolve_binding(const spec::ImpositionSpec& spec, Scheme scheme,
                                       diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  const std::string_view name = name_of(scheme);
  Binding binding;
  if (!binds(scheme)) {
    tell_useless(keys_of_binding(spec), name, "a key of saddle-stitch and perfect-binding", diags);
  } else {
    tell_useless(keys_of_cells(spec), name, "which stands two pages side by side", diags);
  }
  if (spec.mill && scheme != Scheme::PerfectBinding) {
    tell_useless({{"mill", spec.mill->span}}, name, "a key of perfect-binding", diags);
  }
  if (spec.spine && scheme == Scheme::SaddleStitch && !spec.signature) {
    tell_useless({{"spine", spec.spine->span}}, name,
                 "because what is stitched through one fold has none; `signature` makes sections",
                 diags);
  }
  if (diags.error_count() > errors) return std::nullopt;
  if (!binds(scheme)) return binding;
  binding.has_cover = spec.cover && spec.cover->value == "apart";
  if (!binding.has_cover) tell_of_no_cover(keys_of_cover(spec), diags);
  binding.signature = signature_of(spec, scheme, diags);
  if (spec.creep && !spec.creep->word) binding.creep = spec.creep->length.value;
  if (spec.creep && spec.creep->word && spec.creep->word->value == "none") binding.creep = Length();
  if (spec.cover_stock) binding.cover_stock = spec.cover_stock->value;
  binding.cover_caliper = cover_caliper(spec, diags);
  if (scheme == Scheme::PerfectBinding) {
    binding.mill = spec.mill ? spec.mill->value : kUsualMill;
  }
  if (spec.spine) binding.spine = spec.spine->value;
  if (diags.error_count() > errors) return std::nullopt;
  return binding;
}

}  // namespace handbill::document
