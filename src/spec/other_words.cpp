// SPDX-License-Identifier: MIT
#include "spec/other_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace handbill::spec {
namespace {

// Rows of a table are looked through from top to bottom.
constexpr auto kKeys = std::to_array<OtherKey>({
    {"side.frame", "x left margin-left", "box.left",
     "where a frame stands is told by its box: `box.left`"},
    {"side.frame", "y top margin-top", "box.top",
     "where a frame stands is told by its box: `box.top`"},
    {"side.frame", "right margin-right", "box.right",
     "where a frame stands is told by its box: `box.right`"},
    {"side.frame", "bottom margin-bottom", "box.bottom",
     "where a frame stands is told by its box: `box.bottom`"},
    {"side.frame", "width w max-width min-width", "box.width",
     "how large a frame is, its box tells: `box.width`"},
    {"side.frame", "height h max-height min-height", "box.height",
     "how large a frame is, its box tells: `box.height`"},
    {"side.frame", "size dimensions", "box.width",
     "how large a frame is, its box tells: `box.width` and `box.height`; the size of type is a key "
     "of its style"},
    {"side.frame", "position pos at place rect area", "side.frame.box",
     "where a frame stands is told by `box = { left, top, right, bottom, width, height }`"},
    {"side.frame", "margin margins", "side.frame.box",
     "how far a frame keeps off, the edges of its `box` tell: `box.left = \"margin + 6 pt\"`"},
    {"side.frame", "padding padding-left padding-right padding-top padding-bottom insets",
     "side.frame.inset", "space inside a frame is its `inset`"},
    {"side.frame", "border border-width border-color border-colour outline line rule",
     "side.frame.stroke", "the line round a frame is its `stroke`"},
    {"side.frame", "border-radius corner-radius corners rounded round", "side.frame.radius",
     "round corners are its `radius`"},
    {"side.frame", "background background-color background-colour bg fill-color fill-colour",
     "side.frame.fill", "what is painted behind a frame's content is its `fill`"},
    {"side.frame",
     "text-color text-colour font font-family font-size font-weight bold italic weight leading "
     "line-height text-align align alignment justify",
     "side.frame.style",
     "type is set by a style, which the frame names: `style = \"body\"` for [style.body]"},
    {"side.frame", "class type", "side.frame.style",
     "what a frame looks like, its own keys tell; its type has a `style`"},
    {"side.frame", "image img photo src file url", "side.frame.picture",
     "a JPEG or PNG file is its `picture`, an SVG file its `art`"},
    {"side.frame", "svg icon logo drawing vector", "side.frame.art",
     "an SVG file is its `art`, a JPEG or PNG file its `picture`"},
    {"side.frame", "shape", "side.frame.fill",
     "a frame is a shape when it has a `fill`, a `stroke` or a `radius`; others are drawn as "
     "`art`"},
    {"side.frame", "qrcode qr-code barcode code", "side.frame.qr",
     "a QR code is written `qr = \"https://…\"`"},
    {"side.frame", "content markdown words body paragraph html", "side.frame.text",
     "what a frame says is its `text`, or a `story` that flows through several"},
    {"side.frame", "caption description title", "side.frame.alt",
     "what a picture shows, `alt` tells those who can't see it; a caption is a frame of its own"},
    {"side.frame", "valign vertical-align align-items", "side.frame.vertical",
     "where its content stands between top and bottom, `vertical` tells"},
    {"side.frame", "column-gap columns-gap", "side.frame.gutter",
     "the space between its columns is the `gutter`"},
    {"side.frame", "cols column column-count", "side.frame.columns",
     "how many columns it has, `columns` tells"},
    {"side.frame", "z-index zindex layer order depth", "side.frame.z",
     "what is painted over what, `z` tells"},
    {"side.frame", "alpha transparency", "side.frame.opacity",
     "how much shows through, `opacity` tells"},
    {"side.frame", "shadow box-shadow drop-shadow text-shadow", "side.frame.opacity",
     "there are no shadows, which presses print as a grey haze; a second frame behind it can have "
     "a `fill` and an `opacity`"},
    {"side.frame", "rotate rotation angle transform skew", "side.frame.art",
     "frames stand upright; what is to stand at an angle is turned in its drawing and shown as "
     "`art`"},
    {"side.frame", "scale zoom crop object-fit", "side.frame.fit",
     "how a picture fills its frame, `fit` tells: contain, cover or stretch"},
    {"side.frame", "if unless condition visible hidden show display only-if", "side.frame.when",
     "whether a frame is there, `when` tells: `when = \"hours.special\"`"},
    {"side.frame", "for for-each foreach each loop rows list data", "side.frame.repeat",
     "what is there once for each entry of a list has `repeat = \"treatment.benefits\"`, or is a "
     "`table`"},
    {"side.frame", "page", "side.frame.panel",
     "a frame stands on the [[side]] it is written under, there on a `panel`"},
    {"side.frame", "id label", "side.frame.name", "a frame is called by its `name`"},
    {"side.frame", "page-break break column-break break-before", "style.NAME.break_before",
     "a new column or frame begins at a paragraph whose style has `break_before`, or at `{column "
     "break}` in the text"},
    {"side.frame", "float text-wrap shape-outside", "side.frame.wrap",
     "whether text runs round it, `wrap` tells"},

    {"style", "font-size fontsize text-size point-size", "character.NAME.size",
     "the size of type is `size`"},
    {"style", "bold font-weight thickness", "character.NAME.weight",
     "how bold type is, `weight` tells: `weight = \"bold\"`"},
    {"style", "font-style oblique slant", "character.NAME.italic",
     "italic type is `italic = true`"},
    {"style", "font-family family typeface", "character.NAME.font",
     "a style names its `font`, a [font.NAME] with a family"},
    {"style", "line-height lineheight line-spacing linespacing interline", "style.NAME.leading",
     "the distance of baselines is the `leading`"},
    {"style", "text-align alignment justify justification halign", "style.NAME.align",
     "how lines fill their measure, `align` tells"},
    {"style", "margin-top space-before space-above spacing-before padding-top", "style.NAME.before",
     "space above a paragraph is `before`"},
    {"style",
     "margin-bottom space-after space-below spacing-after padding-bottom spacing paragraph-spacing",
     "style.NAME.after", "space below a paragraph is `after`"},
    {"style", "margin-left padding-left indent left-indent", "style.NAME.indent_start",
     "space at the start of each line is `indent_start`, of the first alone `indent_first`"},
    {"style", "margin-right padding-right right-indent", "style.NAME.indent_end",
     "space at the end of each line is `indent_end`"},
    {"style", "text-indent first-line-indent first-line", "style.NAME.indent_first",
     "space at the start of the first line is `indent_first`"},
    {"style", "margin padding", "style.NAME.before",
     "space above a paragraph is `before`, below it `after`, beside it `indent_start` and "
     "`indent_end`"},
    {"style", "letter-spacing kerning letterspacing", "character.NAME.tracking",
     "space between letters is the `tracking`"},
    {"style", "word-spacing", "style.NAME.word_space",
     "word spaces of justified text are the `word_space`"},
    {"style", "text-transform uppercase small-caps smallcaps capitals font-variant",
     "character.NAME.caps", "small capitals are `caps = \"small\"`; capitals are typed"},
    {"style", "text-decoration underlined", "character.NAME.underline",
     "a line below the type is `underline = true`"},
    {"style", "page-break page-break-before column-break break", "style.NAME.break_before",
     "a new column or frame begins with `break_before`"},
    {"style", "page-break-inside break-inside keep-lines nobreak", "style.NAME.keep_together",
     "a paragraph that is not parted has `keep_together = true`"},
    {"style", "keep-next page-break-after break-after", "style.NAME.keep_with_next",
     "what stays with the next paragraph has `keep_with_next = true`"},
    {"style", "bullet bullets list-style list-style-type numbering", "style.NAME.marker",
     "what stands before items of a list is the `marker`"},
    {"style", "hyphens hyphenation", "character.NAME.hyphenate",
     "whether words are parted, `hyphenate` tells"},
    {"style", "border-bottom border", "style.NAME.rule_below",
     "a line below a paragraph is its `rule_below`"},
    {"style", "border-top", "style.NAME.rule_above",
     "a line above a paragraph is its `rule_above`"},
    {"style", "extends inherits inherit based-on base basedon like from", "character.NAME.parent",
     "the style it takes its other keys from is its `parent`"},
    {"style", "numerals digits numbers font-variant-numeric", "character.NAME.figures",
     "kinds of figures are `figures = \"old-style\"`, `\"tabular\"` and so on"},
    {"style", "superscript subscript vertical-align", "character.NAME.position",
     "letters above or below the line are `position = \"super\"` or `\"sub\"`"},
    {"style", "shadow text-shadow drop-shadow opacity alpha transparency", "character.NAME.color",
     "type has one ink or mix and no shadow; a tint makes its `color` lighter: \"teal 40%\""},
    {"style", "background background-color fill highlight", "side.frame.fill",
     "what is painted behind text is the `fill` of its frame"},
    {"style", "rotate rotation transform", "side.frame.art",
     "type stands upright; what is to stand at an angle is turned in a drawing and shown as `art`"},
    {"style", "columns", "side.frame.columns",
     "how many columns text has, its frame tells: `columns`"},
    {"style", "dropcap initial", "style.NAME.drop_cap", "a large initial is a `drop_cap`"},
    {"style", "lang", "character.NAME.language", "the `language` of the words"},

    {"sheet", "width height", "sheet.size",
     "a sheet of its own is `size = [\"100 mm\", \"210 mm\"]`, width and height"},
    {"sheet", "page-size pagesize paper paper-size format orientation landscape portrait",
     "sheet.trim", "the finished sheet is its `trim`: \"a5\", \"letter landscape\""},
    {"sheet", "folds folding", "sheet.fold", "how it is folded, `fold` tells"},
    {"sheet", "margins padding inset", "sheet.margin", "space inside its edges is the `margin`"},
    {"sheet", "gsm weight paper-weight gram", "sheet.grams", "what its paper weighs is `grams`"},
    {"sheet", "thickness", "sheet.caliper", "how thick its paper is, `caliper` tells"},
    {"sheet", "grid", "sheet.baseline", "the lines that text stands on are the `baseline` grid"},
    {"sheet", "pages duplex", "sheet.sides",
     "how many sides of the paper are printed, `sides` tells"},

    {"swatch", "color colour value css web", "swatch.NAME.hex",
     "a colour is its inks, `cmyk = [92, 40, 45, 30]`, or what a screen shows: `hex = "
     "\"#0b4f5c\"`"},
    {"swatch", "pantone pms ink", "swatch.NAME.spot",
     "an ink of its own is a `spot`: `spot = \"PANTONE 3272 C\"`"},
    {"swatch", "opacity alpha shade", "swatch.NAME.tint", "how strong it is printed, `tint` tells"},

    {"font", "name font font-family typeface", "font.NAME.family",
     "the `family` is one of fonts.toml"},
    {"font", "file path src url", "font.NAME.family",
     "files are listed in fonts.toml; a layout names their `family`"},

    {"side.frame.table.column", "title heading head label", "side.frame.table.column.header",
     "what stands above a column is its `header`"},
    {"side.frame.table.column", "content value field key", "side.frame.table.column.text",
     "what a column shows of each row is its `text`: \"**{title}**\""},
    {"side.frame.table.column", "image img icon svg", "side.frame.table.column.art",
     "an SVG file is its `art`: \"art/{icon}.svg\""},
    {"side.frame.table.column", "align text-align font size bold weight",
     "side.frame.table.column.style", "type is set by a `style`, which the column names"},
    {"side.frame.table", "for each loop data source from items list", "side.frame.table.rows",
     "the list that the rows are taken from is `rows`"},
    {"side.frame.table", "columns cols", "side.frame.table.column",
     "columns are written one by one: [[side.frame.table.column]]"},
    {"side.frame.table", "border borders line rule", "side.frame.table.rule_between",
     "lines between rows are `rule_between`; there are `rule_top`, `rule_header` and `rule_bottom` "
     "too"},
    {"side.frame.table", "gap spacing cell-padding", "side.frame.table.row_gap",
     "space between rows is `row_gap`, between columns `column_gap`"},
    {"side.frame.table", "zebra striped stripes", "side.frame.table.stripe",
     "every second row is filled by `stripe`"},
    {"side.frame.table", "head heading thead", "side.frame.table.header_style",
     "the first row names the columns when they have a `header`; its style is `header_style`"},

    {"stroke", "thickness size weight", "stroke.width", "how thick it is, `width` tells"},
    {"stroke", "style dashed dashes dotted", "stroke.dash",
     "a dashed line has a `dash`: [\"3 pt\", \"2 pt\"]"},

    {"box", "x", "box.left", "the left edge is `left`"},
    {"box", "y", "box.top", "the upper edge is `top`"},
    {"box", "w", "box.width", "how wide it is, `width` tells"},
    {"box", "h", "box.height", "how tall it is, `height` tells"},

    {"side", "frames box text element", "side.frame",
     "what stands on a side are its frames: [[side.frame]]"},
    {"side", "if condition visible hidden only-if", "side.when",
     "whether a side is there, `when` tells"},
    {"side", "extends inherits template master base", "side.parent",
     "frames that sides share stand in a [[parent]], which the side names: `parent`"},
    {"side", "background fill color", "side.frame.fill",
     "a ground is the first frame of the side, with a `fill` and a box as large as the bleed"},
    {"side", "panel", "side.panels", "the names of its panels are `panels`"},
    {"side", "margin margins padding", "sheet.margin",
     "space inside the edges is the `margin` of the [sheet]"},
    {"side", "size width height trim", "sheet.trim", "how large it is, the [sheet] tells: `trim`"},

    {"layout", "page", "layout.side", "what is printed stands on sides: [[side]]"},
    {"layout", "color colors colour colours palette swatches", "layout.swatch",
     "a colour is a [swatch.NAME]"},
    {"layout", "fonts", "layout.font", "a font is a [font.NAME]"},
    {"layout", "styles", "layout.style", "a style is a [style.NAME]"},
    {"layout", "frames", "layout.side", "frames stand on sides: [[side.frame]]"},
    {"layout", "size trim paper margin bleed fold", "layout.sheet",
     "the paper is described in [sheet]"},
    {"layout", "name", "layout.title", "what a document is called is its `title`"},
    {"layout", "lang locale-name", "layout.language", "the `language` of the document"},
    {"layout", "printer press", "layout.shop", "who prints it is the `shop`"},
});

constexpr auto kValues = std::to_array<OtherValue>({
    {"align", "middle centred centered", "center"},
    {"align", "justified full block both", "justify"},
    {"align", "flush-left flushleft ragged-right", "left"},
    {"align", "flush-right flushright ragged-left", "right"},
    {"vertical", "center centre centred centered", "middle"},
    {"vertical", "justified stretch fill", "justify"},
    {"vertical", "start", "top"},
    {"vertical", "end", "bottom"},
    {"fold kind", "tri-fold trifold letter-fold leaflet three-fold", "c-fold"},
    {"fold kind", "bi-fold bifold single-fold book-fold v-fold", "half-fold"},
    {"fold kind", "concertina concertina-fold zigzag zig-zag leporello", "accordion-fold"},
    {"fold kind", "zfold", "z-fold"},
    {"fold kind", "flat unfolded no", "none"},
    {"fit", "crop fill-frame", "cover"},
    {"fit", "fill distort", "stretch"},
    {"fit", "scale-down fit shrink", "contain"},
    {"wrap", "around square rectangle on", "box"},
    {"wrap", "contour shape tight", "outline"},
    {"wrap", "off no", "none"},
    {"position", "superscript sup superior", "super"},
    {"position", "subscript inferior", "sub"},
    {"caps", "small-caps smallcaps", "small"},
    {"caps", "all-small-caps", "all-small"},
    {"cap", "flat", "butt"},
    {"break_before", "page new-page", "frame"},
});

/// "fontSize", "font_size" and "Font-Size" as "font-size".
std::string with_hyphens(std::string_view word) {
  std::string result;
  bool after_small = false;
  for (const char c : word) {
    const bool is_capital = c != to_lower(c);
    if (is_capital && after_small) result += '-';
    result += c == '_' || c == ' ' ? '-' : to_lower(c);
    after_small = is_letter(c) && !is_capital;
  }
  return result;
}

bool has_word(std::string_view words, std::string_view wanted) {
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == wanted) return true;
    at = end + 1;
  }
  return false;
}

/// "style.NAME" as "style". Character styles have keys of paragraph styles, or none; people look
/// for both.
std::string_view plain_table(std::string_view table) {
  constexpr std::string_view kName = ".NAME";
  if (table.ends_with(kName)) table.remove_suffix(kName.size());
  return table == "character" ? "style" : table;
}

}  // namespace

std::span<const OtherKey> other_keys() { return kKeys; }
std::span<const OtherValue> other_values() { return kValues; }

const OtherKey* find_other_key(std::string_view table, std::string_view word) {
  const std::string wanted = with_hyphens(word);
  const std::string_view plain = plain_table(table);
  const auto* found = std::ranges::find_if(kKeys, [&](const OtherKey& each) {
    return each.table == plain && has_word(each.words, wanted);
  });
  return found == kKeys.end() ? nullptr : found;
}

const OtherValue* find_other_value(std::string_view key, std::string_view word) {
  const std::string wanted = with_hyphens(word);
  const auto* found = std::ranges::find_if(kValues, [&](const OtherValue& each) {
    return has_word(each.key, key) && has_word(each.words, wanted);
  });
  return found == kValues.end() ? nullptr : found;
}

}  // namespace handbill::spec
