// SPDX-License-Identifier: MIT
#include "diag/lent_files.h"

#include <algorithm>
#include <array>

namespace handbill::diag {
namespace {

constexpr auto kLent = std::to_array<LentFiles>({
    {"fonts/fonts.toml", "the font families that layouts may name"},
    {"fonts/scripts.toml", "the font families for further scripts and signs"},
    {"layouts/house.toml", "the house: swatches, fonts and styles to extend"},
    {"layouts/impositions/", "how pages stand on the sheets of a press"},
    {"layouts/rules/", "the press rules that shops choose from"},
    {"layouts/shops/", "print shops, and the conditions of their presses"},
    {"layouts/tickets/", "the pages of job tickets and of approvals"},
});

}  // namespace

std::span<const LentFiles> lent_files() { return kLent; }

bool is_lent(std::string_view path) {
  return std::ranges::any_of(kLent, [&](const LentFiles& each) {
    if (!each.path.ends_with('/')) return path == each.path;
    return path.starts_with(each.path) && path.find('/', each.path.size()) == path.npos;
  });
}

}  // namespace handbill::diag
