// SPDX-License-Identifier: MIT
#include "content/known_keys.h"

#include <algorithm>

#include "base/nearest.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

bool is_known(const std::string& key, std::span<const std::string> keys) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

void check_known_keys(const spec::Value& table, std::span<const std::string> keys,
                      std::string_view where, diag::Diagnostics& diags) {
  for (const spec::Entry& entry : *table.as_table()) {
    if (entry.key.empty() || is_known(entry.key, keys)) continue;
    std::vector<std::string> hints = did_you_mean(entry.key, keys);
    if (hints.empty()) {
      std::vector<std::string> known;
      for (const std::string& key : keys) known.push_back("`" + key + "`");
      hints = {"the keys are " + joined(known)};
    }
    diags.error(diag::DiagnosticId::UnknownKey, entry.key_span,
                "unknown key " + quoted(entry.key) + " in " + std::string(where), std::move(hints));
  }
}

bool may_be_meant(const spec::Value& table, std::span<const std::string> keys,
                  std::string_view key) {
  if (!table.is_whole()) return true;
  return std::ranges::any_of(*table.as_table(), [&](const spec::Entry& entry) {
    return !is_known(entry.key, keys) && nearest(entry.key, keys) == key;
  });
}

}  // namespace handbill::content
