// SPDX-License-Identifier: MIT
#include <algorithm>

#include "spec/bind.h"
#include "spec/extends.h"
#include "spec/known_names.h"
#include "spec/rules_spec.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;

constexpr std::string_view kRulesFolder = "layouts/rules";
bool find_pack(const std::string& name, diag::Span asked_at, const diag::FileReader& files,
               diag::Diagnostics& diags) {
  const auto names = names_in(files, kRulesFolder);
  if (std::ranges::find(names, name) != names.end()) return true;
  diags.error(DiagnosticId::UnknownRule, asked_at,
              "there is no rule pack " + quoted(name) + " in `" + std::string(kRulesFolder) + "`",
              hints_for(name, names));
  return false;
}

}  // namespace

std::optional<RulePackSpec> parse_rules(const diag::FileReader& files, std::string_view name,
                                        diag::Span asked_at, diag::SourceMap& sources,
                                        diag::Diagnostics& diags) {
  const std::string path = std::string(kRulesFolder) + "/" + std::string(name) + ".toml";
  if (!find_pack(std::string(name), asked_at, files, diags)) return std::nullopt;
  const std::size_t errors = diags.error_count();
  const auto root = read_with_extended(files, {kRulesFolder}, path, asked_at, sources, diags);
  if (!root) return std::nullopt;
  RulePackSpec pack;
  read_table(*root, root_request(diags), pack);
  if (diags.error_count() > errors) return std::nullopt;
  return pack;
}

std::string dump(const RulePackSpec& pack, const diag::SourceMap& sources) {
  Lines lines{sources, pack.span.file};
  dump_keys(pack, lines);
  return lines.out;
}

}  // namespace handbill::spec
