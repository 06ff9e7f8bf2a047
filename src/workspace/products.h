// SPDX-License-Identifier: MIT
// What the stages made in earlier jobs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/edition.h"
#include "color/preview.h"
#include "content/content.h"
#include "display/page_list.h"
#include "document/document.h"
#include "document/imposition.h"
#include "document/resolve_shop.h"
#include "document/theme.h"
#include "records/approvals.h"
#include "words/words.h"
#include "workspace/memo.h"

namespace handbill::workspace {

/// Every stage's product, for dumps; a later one is empty when an earlier one failed.
struct Compiled {
  std::shared_ptr<const spec::LayoutSpec> layout;
  std::optional<content::Content> content;
  std::optional<document::Document> document;
  std::shared_ptr<const words::Words> words{};  ///< what the document says; null without one
  bool is_placed = false;                       ///< all of that has its place on pages
  /// Of an edition on pages of its own: what the layout's pages say; else nothing.
  std::optional<document::Document> source{};
  std::optional<document::Imposition> imposition;  ///< nothing: pages are printed one by one
  std::optional<display::PageList> pages;
  /// How it stands to the project's approvals; nothing: the project keeps none, or it has faults.
  std::optional<records::Standing> approval{};
  /// How the pages look on a screen: through the profile of the shop's press when there is one.
  color::Preview press;
};

/// A layout as it is read: on which sheet, in which language and edition.
struct LayoutKey {
  std::string path, language, trim;
  std::optional<Edition> edition;
  bool operator==(const LayoutKey&) const = default;
};

/// Products of stages that are values know each other by place: a key keeps them.
struct ThemeKey {
  std::shared_ptr<const spec::LayoutSpec> layout;
  std::shared_ptr<const font::Catalog> catalog;
  std::shared_ptr<const document::Shop> shop;
  std::string language;
  std::vector<std::size_t> variants;
  bool operator==(const ThemeKey&) const = default;
};

/// All that is asked for of one document.
struct CompiledKey {
  LayoutKey layout;
  std::vector<std::string> settings;
  std::string shop, imposition;
  bool repairs_all = false;
  bool operator==(const CompiledKey&) const = default;
};

/// A print shop, as it is named where.
struct ShopKey {
  std::string name;
  diag::Span asked_at;
  bool operator==(const ShopKey&) const = default;
};

struct Products {
  Memo<LayoutKey, spec::LayoutSpec> layouts{64};
  Memo<std::monostate, font::Catalog> catalogs{1};
  Memo<ShopKey, document::PrintShop> shops{16};
  Memo<ThemeKey, document::Theme> themes{64};
  Memo<std::monostate, records::Approvals> approvals{1};
  Memo<CompiledKey, Compiled> compiled{std::size_t{16} << 20U};  ///< bytes, about
};

}  // namespace handbill::workspace
