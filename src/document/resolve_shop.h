// SPDX-License-Identifier: MIT
// Print shops as documents see them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "document/shop.h"

namespace handbill::document {

struct PrintShop {
  std::shared_ptr<const Shop> shop;
  /// Through the profile of its condition, when there is one.
  color::Preview press = color::Preview::without_profile();
};

/// An ICC profile in use.
struct OpenProfile {
  std::shared_ptr<const std::string> icc;
  color::Preview press;
};

/// The shops of a run. Profiles are opened once.
class ShopBook {
 public:
  /// `profile_folders` hold the ICC profiles that conditions name.
  explicit ShopBook(std::vector<std::string> profile_folders)
      : profiles_(std::move(profile_folders)) {}

  /// layouts/shops/NAME.toml with its press condition. Nothing, and reported: it does not exist
  /// (unknown-shop), is faulty, its profile is none (profile-broken), or its standard embeds a
  /// profile that is not on this machine (profile-missing). PDF/X-4 embeds the profile of its
  /// output intent (ISO 15930-7); PDF/X-1a may name a condition of the registry alone (ISO
  /// 15930-4:2003). `asked_at` is the place that names the shop; `files` are the same each time.
  std::optional<PrintShop> find(std::string_view name, diag::Span asked_at,
                                const diag::FileReader& files, diag::SourceMap& sources,
                                diag::Diagnostics& diags);

 private:
  diag::DiskFiles profiles_;
  std::map<std::string, OpenProfile> of_machine_, of_project_;  ///< by file
};

/// What to do about a profile that is not there.
std::string profile_hint();

}  // namespace handbill::document
