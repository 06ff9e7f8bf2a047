// SPDX-License-Identifier: MIT
// The top of a layout, and the reference.
#include "spec/bind.h"
#include "spec/fonts_file.h"
#include "spec/imposition_file.h"
#include "spec/order_file.h"
#include "spec/parse_when.h"
#include "spec/rules_spec.h"
#include "spec/shop_keys.h"

namespace handbill::spec {
namespace {

constexpr auto kLayoutKeys = std::to_array<Key<LayoutSpec>>({
    // parse_layout has followed it when the keys are read.
    sugar<LayoutSpec>("extends", "name or list of names",
                      "layouts this one is laid over: \"house\" is layouts/house.toml",
                      [](const Value&, const Request&, LayoutSpec&) { return true; }),
    key<&LayoutSpec::base>("base", "false",
                           "true: there for others to extend, built only when it is named; holds "
                           "for this file alone"),
    key<&LayoutSpec::title>("title", "", "title of the document, with {facts}"),
    key<&LayoutSpec::subject>("subject", "", "what it is about, for the properties of the PDF"),
    key<&LayoutSpec::author>("author", "", "who made it, for the properties of the PDF"),
    key<&LayoutSpec::keywords>("keywords", "", "words to find it by"),
    key<&LayoutSpec::language>("language", "en",
                               "language of the document and folder of its content"),
    key<&LayoutSpec::second_language>(
        "second_language", "none",
        "a language that stands beside it: its texts and facts are {second.aftercare.title}; "
        "`--language` chooses another second"),
    key<&LayoutSpec::direction>("direction", "auto",
                                "where lines begin and pages open; auto: as the language is "
                                "written. rtl mirrors panels, frames and tables")
        .takes("one of auto, ltr, rtl"),
    // parse_layout has laid the one of the language over the rest when the keys are read.
    sugar<LayoutSpec>("locale", "tables by language",
                      "keys of a layout that hold in one language only: "
                      "[locale.ar.style.text]",
                      [](const Value&, const Request&, LayoutSpec&) { return true; }),
    key<&LayoutSpec::editions>("edition", "standard",
                               "the edition that is made when `--edition` asks for none, or a "
                               "table of what editions are like")
        .takes("one of standard, clear-print, large-print, office, screen, html, text, braille; or "
               "table"),
    key<&LayoutSpec::shop>("shop", "none",
                           "print shop the document is for: \"us-sheetfed-coated\" is "
                           "layouts/shops/us-sheetfed-coated.toml; `--shop` wins"),
    key<&LayoutSpec::content>("content", "",
                              "subjects: \"clinic\" is content/<language>/clinic.toml"),
    key<&LayoutSpec::facts>("facts", "",
                            "what facts are, under any name: \"bakery\" = \"organisation\", "
                            "\"bakery.open\" = \"hours\", \"vet.emergency\" = \"phone\"")
        .takes("table of types by path"),
    // parse_layout has read them when the keys are read.
    key<&LayoutSpec::constants>("value", "",
                                "lengths and numbers by name, for every length of the layout: "
                                "card = \"3.5 in\", half = \"card / 2 - 6 pt\"")
        .takes("table of lengths and numbers by name")
        .unscaled(),
    key<&LayoutSpec::sheet>("sheet", "", "the sheet of paper"),
    key<&LayoutSpec::swatches>("swatch", "", "colours"),
    key<&LayoutSpec::fonts>("font", "", "fonts"),
    key<&LayoutSpec::styles>("style", "", "paragraph styles"),
    key<&LayoutSpec::characters>("character", "", "character styles"),
    key<&LayoutSpec::markdown>("markdown", "", "styles of Markdown"),
    key<&LayoutSpec::hyphenation>("hyphenation", "", "how single words are parted"),
    key<&LayoutSpec::stories>("story", "", "texts that flow through frames"),
    key<&LayoutSpec::tables>("table", "", "tables that run over several frames"),
    key<&LayoutSpec::parts>("part", "", "frames placed as one, wherever a frame has `part`"),
    key<&LayoutSpec::parents>("parent", "", "frames that sides share"),
    key<&LayoutSpec::sides>("side", "", "the sides of the sheet"),
    key<&LayoutSpec::pages>("pages", "", "how pages are counted, and which stay blank"),
    key<&LayoutSpec::rules>("rules", "[\"words\"]",
                            "packs of rules that what is said is judged by: \"claims\" is "
                            "layouts/rules/claims.toml"),
    key<&LayoutSpec::readers>("readers", "readers",
                              "the pack of rules on what those need who listen; pages are judged "
                              "by it whenever they are made"),
    key<&LayoutSpec::waivers>("waiver", "", "rules that may be broken"),
    // Both are laid over the rest when the keys are read.
    sugar<LayoutSpec>("frame", "tables by name",
                      "keys laid over the frames of that name, for layouts that extend others, "
                      "locales and variants: [frame.title]",
                      [](const Value&, const Request&, LayoutSpec&) { return true; }),
    sugar<LayoutSpec>("change", "tables by side and frame",
                      "keys laid over one frame of one side, parent or part: "
                      "[change.front.title]; [[change.front.frame]] adds a frame, `hide = true` in "
                      "[change.front] takes the side away",
                      [](const Value&, const Request&, LayoutSpec&) { return true; }),
    key<&LayoutSpec::variants>("variant", "", "keys of a layout that hold under conditions only"),
});

constexpr auto kVariantKeys = std::to_array<Key<VariantSpec>>({
    key<&VariantSpec::name>("name", "", "what `when` of frames, sides and rows calls it")
        .required(),
    key<&VariantSpec::when>("when", "",
                            "what must hold for it to be in use; \"overset\", or \"overset "
                            "FRAME\": text or a table does not fit without it")
        .takes(kVariantCondition)
        .required(),
});

constexpr auto kPagesKeys = std::to_array<Key<PagesSpec>>({
    key<&PagesSpec::first>("first", "1", "number of the first page, which is a recto all the same")
        .between(-99, 9999),
    key<&PagesSpec::multiple>("multiple", "1",
                              "blank pages at the end make the number of pages a multiple of it: 4 "
                              "for a booklet that is stapled")
        .between(1, 64),
    key<&PagesSpec::blank>("blank", "", "the [[parent]] whose frames blank pages show")
        .takes("name of a parent"),
});

template <class Struct>
TableInfo table_info(const Struct* of) {
  const TableKeys<Struct> table = table_keys(of);
  TableInfo info{table.name, table.doc, {}};
  for (const Key<Struct>& key : table.keys) info.keys.push_back(key.info);
  return info;
}

template <class... Structs>
std::vector<TableInfo> table_infos() {
  return {table_info(static_cast<const Structs*>(nullptr))...};
}

}  // namespace

TableKeys<VariantSpec> table_keys(const VariantSpec*) {
  return {"variant",
          "Another state of the layout. It takes keys of a layout too, but for content, facts, "
          "language, sides and parents, and lays them over the rest.",
          kVariantKeys};
}

TableKeys<PagesSpec> table_keys(const PagesSpec*) {
  return {"pages", "The pages of the document as a whole.", kPagesKeys};
}

TableKeys<LayoutSpec> table_keys(const LayoutSpec*) {
  return {"layout", "The top of a layout file.", kLayoutKeys};
}

std::vector<TableInfo> key_tables() {
  auto tables = table_infos<
      LayoutSpec, SheetSpec, FoldSpec, BaselineSpec, SwatchSpec, FontSpec, CharacterSpec, StyleSpec,
      RuleSpec, DropCapSpec, LeadInSpec, SideRoomSpec, HyphenMinSpec, HyphenationSpec, MarkdownSpec,
      StorySpec, SideSpec, PagesSpec, EditionsSpec, ReflowSpec, OfficeSpec, ScreenSpec, HtmlSpec,
      PlainTextSpec, BrailleSpec, FrameSpec, PartSpec, SpaceSpec, GridSpec, BoxSpec, MarginSpec,
      InsetsSpec, FillSpec, StopSpec, StrokeSpec, FitSpec, TableSpec, ColumnSpec, LinkSpec, RowSpec,
      GroupRowSpec, CellSpec, VariantSpec, WaiverSpec, FontsFile, FamilySpec, FaceSpec, ShopSpec,
      MarksSpec, FoldAllowanceSpec, ConditionSpec, ImpositionSpec, RulePackSpec, RuleClassSpec,
      PressRuleSpec, RuleLimitsSpec, WordRuleSpec, RolesSpec, RoleSpec, ApprovedSpec, ApprovalSpec,
      RevocationSpec, OrderSpec, DeliverySpec, ProofSpec, PrintedSpec, ShownSpec, PrintSpec,
      DiscardedSpec, CorrectedSpec, TranslatedSpec, TranslationSpec>();
  return tables;
}

}  // namespace handbill::spec
