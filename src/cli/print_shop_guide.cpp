// SPDX-License-Identifier: MIT
#include <cmath>

#include "base/claims.h"
#include "base/number.h"
#include "cli/explain_rules.h"
#include "spec/parse_shop.h"

namespace handbill::cli {
namespace {

constexpr const char* kGuide = R"(# For print shops

Handbill writes PDFs for the press from text files. This page says what you get. Written by
`handbill explain --shops` from the profiles in `layouts/shops`.

## What the files are

- One PDF a document, one page a side of the sheet, in its flat size: panels of a folded sheet stand
  side by side. The second page is the back, turned about the short edge as the reader opens it.
- **Boxes.** TrimBox is the finished sheet, BleedBox the trim and its bleed, MediaBox all that and
  the marks. There is no CropBox, no /Rotate and no UserUnit.
- **Standard.** PDF/X-4 or PDF/X-1a:2003, as your profile asks, with the output intent of your press
  condition. X-1a has no transparency and no RGB, and no tags.
- **Beside PDF/X-4** the same file says PDF/UA-1 (tags for screen readers) and PDF/A-2a (for archives),
  or A-2u or A-2b where that is all it keeps, each only if it is so. That is XMP, an output intent
  `GTS_PDFA1` with the same profile as that of PDF/X, and tags, bookmarks and page labels; nothing of it
  paints: plates are the same with it and without. There are no links: a press file has none on its
  page. The header says PDF 1.6. PDF/UA-2 is not claimed. A profile that names PDF/A or PDF/UA itself,
  `standard = ["x-4", "a-2b"]`, gets what it names and no more; what can't be kept is an error.
- **Ink.** Cyan, magenta, yellow, black and the spot inks you mix; nothing in DeviceGray. Black type
  is 0 0 0 100 and overprints at any size, in overprint mode 1, unless its style knocks out. The
  registration colour is in marks alone. Spot inks you list are agreed; others are an error.
- **Fonts** are embedded, in subsets. Type stays type.
- **Pictures** are decoded whole before they are placed: a damaged file is refused. They are in ink, by
  the ICC profile of your condition, unless you ask for RGB; gray ones in Separation Black. Those of
  more than one and a half times your `picture_ppi` (300) are resampled to it. JPEG stays JPEG
  (baseline, quality 90, CMYK as YCCK with Adobe's marker, no /Decode); what needs no change is not
  encoded again.
- **Signs** say from how far they are seen. Where your rules count it (GWG 2022, R0037), limits of
  resolution are divided by the metres, from one on; with `picture_distance` so is `picture_ppi`.
- **Marks** stand 1 mm and more outside the bleed; fold marks are dashed. Folds stand on an
  ISO 19593-1 layer as well, if you finish by one (`processing_steps`): its ink is a plate more
  wherever plates are counted.
- **Booklets** come as sheets of two pages a side, folded between them: fold marks at the spine, crop
  marks at the trim of both pages together, creep by the thickness of the paper, black bars on the
  backs of sections, a cover of other stock as the first sheet. What bleeds at the spine ends at the
  fold, or in what you mill off.

## The ticket

`handbill ticket` writes three files beside the PDF: a page to print, the same as JSON, and as XJDF 2.1
(CIP4). They name the PDF by its SHA-256.

- **Of the job:** quantity, trim, bleed, flat and folded size, the widths of panels, stock and whether
  it is scored, the inks of each side, imposition, binding, marks, standard and press condition.
- **Flip edge:** which edge of the sheet is turned over for the back; it follows from the layout and the
  imposition, and an order that asks for the other one is refused.
- **Folds** have their number of CIP4's catalogue where it is known: half-fold F4-1, z-fold F6-1,
  c-fold F6-4, double-parallel-fold F8-2. The others are told by name, with the widths of their panels.
- **Of the order:** client, contact, the client's number, the last day of delivery with its weekday,
  address, who takes it, which proof is wanted and who answers it. What nobody has said is
  "to be agreed" on the page, `null` in JSON and left out of XJDF.
- **XJDF:** one `Product` with `LayoutIntent`, `MediaIntent`, `ColorIntent`, `FoldingIntent` and
  `BindingIntent`; resources `RunList`, `Media`, `ColorantControl`, `Color`, `CustomerInfo`, `Contact`
  (Customer, Delivery, Approver), `DeliveryParams`, `ApprovalParams`. Lengths are points. `Required` is the end of the day of
  delivery, without a time zone. What XJDF has no word for stands in comments. Each ticket that tests
  write is held against the schema of CIP4's own library.

## What is checked before you see a file

Every page is judged by a [rule pack](press-rules.md): the Ghent Workgroup's of 2022 for your class
of press, and ours. Text is measured by the outlines of its letters, lines under an uneven scale where
they are thinnest, black type over 36 pt on pictures is told of. A file with an error is not written.
What a customer may break is waived by name, with a reason and a last day, and told as a note.

The file is then read back by other code than wrote it. `handbill preflight FILE --shop NAME` judges it
again, as it does files of other programs; it finds nothing that the build did not tell. That is tested
for every document, language, profile and imposition that comes with us.

The same holds files of others, from any program, against your profile:

```sh
handbill preflight advert.pdf --shop us-sheetfed-coated
handbill preflight brochure.pdf --shop us-x1a --trim 11x8.5in --pages 2
handbill preflight brochure.pdf --shop us-x1a --ticket brochure-ticket.json
```

It finds fonts, streams and ICC profiles that are damaged, glyphs that are missing, faults of PDF/X,
an output intent other than your condition, and what your rules say of ink, type, lines, pictures,
boxes and marks. `--annotated notes.pdf` draws the findings on a copy for your customer; `--json` and
`--sarif` are for your workflow.

)";

constexpr const char* kAsk = R"(
## If you want it otherwise

A profile is a text file of some twenty lines. Copy the one above that comes nearest, change what
differs, and send it to your customer, who puts it into `layouts/shops` and builds with
`--shop NAME`:

```toml
extends   = "us-sheetfed-coated"
title     = "Our press"
condition = { identifier = "FOGRA51", icc = "profiles/our-press.icc" }
bleed     = "5 mm"
spots     = ["PANTONE 7541 C"]

[rule.R0031]
ppi = 299
```

`condition` is how your press prints: the name of its characterization data in the ICC's registry
(color.org/chardata), and your ICC profile, which goes with the file. Take this way for GRACoL 2013
(CRPC6, CRPC3), FOGRA51 and FOGRA52 too: the profiles that come with us are of older data, as those
of the newer may not be made or passed on freely.

Every key is in the [reference](reference.md), every rule in [press rules](press-rules.md).
)";

template <class T>
std::string text_of(const std::optional<T>& written, const diag::SourceMap& sources,
                    const char* otherwise) {
  if (!written) return otherwise;
  std::string text(sources.text(written->span));
  if (text.size() > 1 && text.front() == '"') text = text.substr(1, text.size() - 2);
  return text;
}

/// With what is said unasked.
std::string standard_of(const spec::ShopSpec& shop) {
  Claims asked;
  for (const spec::Text& word : shop.standard) {
    if (const auto claim = claim_named(word.value)) asked = asked | *claim;
  }
  std::string text = names_of(asked, "none");
  if (!unasked_beside(asked).empty()) text += "; PDF/UA-1 and PDF/A-2a where the file keeps them";
  return text;
}

std::string condition_of(const spec::ShopSpec& shop) {
  if (!shop.condition) return "none";
  const auto& condition = *shop.condition;
  if (condition.use) return condition.use->value;
  return condition.identifier ? condition.identifier->value : "its own";
}

std::string marks_of(const spec::ShopSpec& shop) {
  std::string all;
  if (shop.marks && shop.marks->draw) {
    for (const spec::Text& each : *shop.marks->draw) all += (all.empty() ? "" : ", ") + each.value;
  }
  return all.empty() ? "none" : all;
}

std::string rules_of(const spec::ShopSpec& shop) {
  if (!shop.rules) return "none";
  return shop.rules->value + (shop.rules_class ? ", " + shop.rules_class->value : "");
}

std::string pixels_of(const spec::ShopSpec& shop, const diag::SourceMap& sources) {
  const std::string ppi = shop.picture_ppi ? format_number(shop.picture_ppi->value, 0) : "300";
  if (!shop.picture_distance) return ppi;
  return ppi + ", fewer where it is seen from beyond " +
         text_of(shop.picture_distance, sources, "");
}

std::string shop_text(const std::string& name, const spec::ShopSpec& shop,
                      const diag::SourceMap& sources) {
  const auto line = [](const char* what, const std::string& value) {
    return "| " + std::string(what) + " | " + value + " |\n";
  };
  std::string text = "### " + (shop.title ? shop.title->value : name) + " (`" + name + "`)\n\n";
  text += "| what | value |\n| --- | --- |\n";
  text += line("standard", standard_of(shop));
  text += line("press condition", condition_of(shop));
  text += line("bleed", text_of(shop.bleed, sources, "0.125 in"));
  text += line("text keeps from the trim", text_of(shop.safe, sources, "0.125 in"));
  text += line("text keeps from folds", text_of(shop.fold_safe, sources, "0.125 in"));
  if (shop.ink_limit) text += line("ink limit", format_number(shop.ink_limit->value, 0) + " %");
  text += line("pixels an inch", pixels_of(shop, sources));
  text += line("marks", marks_of(shop));
  return text + line("rules", rules_of(shop)) + "\n";
}

}  // namespace

std::optional<std::string> print_shop_guide(const diag::FileReader& files, diag::SourceMap& sources,
                                            diag::Diagnostics& diags) {
  std::string text = std::string(kGuide) + "## The profiles\n\n";
  for (const std::string& name : spec::shop_names(files)) {
    const auto shop = spec::parse_shop(files, name, {}, sources, diags);
    if (!shop) return std::nullopt;
    text += shop_text(name, *shop, sources);
  }
  text.pop_back();
  return text + kAsk;
}

}  // namespace handbill::cli
