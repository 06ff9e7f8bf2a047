// SPDX-License-Identifier: MIT
// Any text as a print shop, its press conditions, a rule pack and an imposition: a value that can
// be used, or an error.
#include "diag/render.h"
#include "document/resolve_imposition.h"
#include "document/resolve_shop.h"
#include "fuzz/support/project.h"
#include "fuzz/support/target.h"
#include "rules/judge_document.h"
#include "spec/parse_shop.h"

namespace {

using namespace handbill;
using fuzz::require;

void read_shop(const diag::FileReader& files) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  document::ShopBook shops({});
  const auto shop = shops.find("any", {}, files, sources, diags);
  require(shop.has_value() != diags.has_errors());
  if (!shop) return;
  const auto pack = rules::pack_of(*shop->shop, files, sources, diags);
  const auto rules = pack ? rules::rules_of(*shop->shop, *pack, {}, diags) : std::nullopt;
  require(rules.has_value() || diags.has_errors() || shop->shop->rules.empty());
  diag::render(diags, sources, diag::Paint::Plain);
}

void read_conditions(const diag::FileReader& files) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto conditions = spec::parse_conditions(files, {}, sources, diags);
  require(conditions.has_value() != diags.has_errors());
}

void read_pack(const diag::FileReader& files) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = spec::parse_rules(files, "any", {}, sources, diags);
  require(pack.has_value() != diags.has_errors());
  if (!pack) return;
  for (const char* rules_class : {"any", "sheetfed-cmyk"}) {
    diag::Diagnostics faults;
    const auto rules = rules::resolve(*pack, {rules_class}, {}, {}, faults);
    require(rules.has_value() != faults.has_errors());
  }
}

void read_imposition(const diag::FileReader& files) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto spec = spec::parse_imposition(files, "any", {}, sources, diags);
  require(spec.has_value() != diags.has_errors());
  if (!spec) return;
  const Size letter{Length::inch(8.5), Length::inch(11)};
  document::resolve_imposition(*spec, "any", {letter, Length::inch(0.125), {}, {}}, diags);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 14;
  const auto text = fuzz::as_text(data, size, kMaxSize);
  if (!text) return 0;
  fuzz::Files files = fuzz::shared_files();
  for (const char* folder : {"shops", "rules", "impositions"}) {
    files[std::string("layouts/") + folder + "/any.toml"] = *text;
  }
  read_shop(diag::MemoryFiles(files));
  read_pack(diag::MemoryFiles(files));
  read_imposition(diag::MemoryFiles(files));
  files["layouts/shops/conditions.toml"] = *text;
  read_conditions(diag::MemoryFiles(files));
  return 0;
}
