// SPDX-License-Identifier: MIT
#include <algorithm>

#include "diag/read_text.h"
#include "spec/bind.h"
#include "spec/known_names.h"
#include "spec/rules_spec.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;

constexpr std::string_view kRulesFolder = "layouts/rules";
constexpr std::size_t kMostPacks = 8;

class PackReader {
 public:
  PackReader(const diag::FileReader& files, diag::SourceMap& sources, diag::Diagnostics& diags)
      : files_(files), sources_(sources), diags_(diags) {}

  std::optional<Value> read(const std::string& name, diag::Span asked_at) {
    if (!exists(name, asked_at)) return std::nullopt;
    if (std::ranges::find(chain_, name) != chain_.end()) {
      diags_.error(DiagnosticId::ExtendsCycle, asked_at,
                   "rule packs extend each other in a circle");
      return std::nullopt;
    }
    if (chain_.size() == kMostPacks) {
      diags_.error(DiagnosticId::TooLarge, asked_at,
                   "rule packs extend each other more than 8 deep here");
      return std::nullopt;
    }
    chain_.push_back(name);
    const std::string path = std::string(kRulesFolder) + "/" + name + ".toml";
    const auto file = diag::read_text(files_, path, asked_at, sources_, diags_);
    if (!file) return std::nullopt;
    auto own = read_toml(sources_, *file, diags_);
    if (!own) return std::nullopt;
    const Value* extends = own->find("extends");
    if (extends == nullptr) return own;
    Text base;
    Request request = root_request(diags_);
    request.key = "extends";
    request.type = "name";
    if (!spec::read(*extends, request, base)) return std::nullopt;
    auto below = read(base.value, base.span);
    if (!below) return std::nullopt;
    return merge(std::move(*below), std::move(*own));
  }

 private:
  bool exists(const std::string& name, diag::Span asked_at) {
    const auto names = names_in(files_, kRulesFolder);
    if (std::ranges::find(names, name) != names.end()) return true;
    diags_.error(
        DiagnosticId::UnknownRule, asked_at,
        "there is no rule pack " + quoted(name) + " in `" + std::string(kRulesFolder) + "`",
        hints_for(name, names));
    return false;
  }

  const diag::FileReader& files_;
  diag::SourceMap& sources_;
  diag::Diagnostics& diags_;
  std::vector<std::string> chain_{};
};

}  // namespace

std::optional<RulePackSpec> parse_rules(const diag::FileReader& files, std::string_view name,
                                        diag::Span asked_at, diag::SourceMap& sources,
                                        diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  const auto root = PackReader(files, sources, diags).read(std::string(name), asked_at);
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
