// SPDX-License-Identifier: MIT
#include "diag/diagnostic_id.h"

#include <array>

#include "base/check.h"

namespace handbill::diag {
namespace {

using enum DiagnosticId;

constexpr auto kInfos = std::to_array<DiagnosticInfo>({
    {FileMissing, "file-missing", "A file that is named does not exist."},
    {FileUnreadable, "file-unreadable", "A file exists but can't be read."},
    {FileMisnamed, "file-misnamed",
     "A file of `layouts/` is no document, because its name ends wrongly."},
    {NotUtf8, "not-utf8", "A text file holds bytes that are not UTF-8."},
    {BadCharacter, "bad-character",
     "A text holds a character that can't be printed, or a mark that turns letters round."},
    {OutsideProject, "outside-project", "A path leads out of the project folder."},
    {TooLarge, "too-large", "Input is larger or nested deeper than the program takes."},
    {NoProject, "no-project",
     "The project has no layout to build: `layouts/` holds none but bases for others."},
    {TomlSyntax, "toml-syntax", "A file is not well-formed TOML."},
    {UnknownKey, "unknown-key", "A key is not one this table has."},
    {WrongType, "wrong-type", "A value is of another type than its key takes."},
    {BadValue, "bad-value", "A value is outside what its key takes."},
    {MissingKey, "missing-key", "A table lacks a key it must have."},
    {Renamed, "renamed", "A word that has another name now; it still does what it did."},
    {DuplicateName, "duplicate-name", "Two things of one kind have the same name."},
    {ExtendsCycle, "extends-cycle", "Layouts extend each other in a circle."},
    {BadLength, "bad-length", "A length or edge can't be read."},
    {BadInterpolation, "bad-interpolation", "Braces in a text can't be read."},
    {MarkdownUnsupported, "markdown-unsupported",
     "Markdown that Handbill does not set, such as HTML or code."},
    {MarkdownUnclosed, "markdown-unclosed",
     "Marks for strong words, a link or a quote open or close nothing; they would be printed."},
    {UnknownStyle, "unknown-style", "A style is named that no layout defines."},
    {UnknownSwatch, "unknown-swatch", "A swatch is named that no layout defines."},
    {UnknownFont, "unknown-font", "A font family is named that fonts.toml does not list."},
    {UnknownPanel, "unknown-panel", "A frame names a panel its side does not have."},
    {UnknownFrame, "unknown-frame", "An edge names a frame that does not exist."},
    {UnknownParent, "unknown-parent", "A side names a parent that does not exist."},
    {UnknownPart, "unknown-part", "A frame places a part that does not exist."},
    {ParentCycle, "parent-cycle", "Parents of sides have each other as parents in a circle."},
    {StyleCycle, "style-cycle", "Styles inherit from each other in a circle."},
    {FrameCycle, "frame-cycle", "Frame edges depend on each other in a circle."},
    {FactMissing, "fact-missing", "A layout asks for a fact the content does not have."},
    {DayMissing, "day-missing", "The opening hours leave out a day of the week."},
    {DayTwice, "day-twice", "The opening hours name a day of the week twice."},
    {ClosesBeforeOpens, "closes-before-opens", "A closing time is not after its opening time."},
    {HoursOverlap, "hours-overlap", "Two spans of hours, or two seasons, overlap."},
    {LunchOutsideHours, "lunch-outside-hours", "The lunch break is not inside the opening hours."},
    {HoursUntold, "hours-untold",
     "A layout can't tell the hours of a day or a season, or leaves some out."},
    {BadTime, "bad-time", "A time or a span of hours can't be read."},
    {BadDate, "bad-date", "A date can't be read or does not exist."},
    {BadZip, "bad-zip", "A ZIP code does not have five digits (or ZIP+4)."},
    {BadPhone, "bad-phone", "A phone number is not one that can be dialled."},
    {BadUrl, "bad-url", "A web address is not a complete http or https address."},
    {PlaceholderText, "placeholder-text", "Text that was meant to be replaced is still there."},
    {BlankFact, "blank-fact", "A fact is marked as one the clinic must still supply."},
    {DraftContent, "draft-content", "Content is marked draft: nobody has approved it yet."},
    {NotPrinted, "not-printed", "A text or fact of the content stands in no document."},
    {NoticeUndecided, "notice-undecided",
     "Nobody has said whether a notice applies to the clinic."},
    {NoticeNotPrinted, "notice-not-printed", "A notice applies, and no document prints it."},
    {TranslationDiffers, "translation-differs",
     "A language lacks a fact of another, or tells it with other numbers."},
    {FontMissing, "font-missing", "A font file is not on this machine."},
    {FontBroken, "font-broken", "A font file can't be used."},
    {FontEmbedding, "font-embedding", "A font forbids embedding in a PDF."},
    {GlyphMissing, "glyph-missing", "No font of a style has a glyph for a character."},
    {FontSubstituted, "font-substituted",
     "Letters that a style's own font should have are set from another; an error with --final."},
    {FaceLost, "face-lost",
     "A family has no such weight, bold or italic as a style asks for; an error with --final."},
    {FeatureMissing, "feature-missing", "A font lacks an OpenType feature that a style asks for."},
    {HyphensMissing, "hyphens-missing",
     "No hyphenation dictionary for a language is on this machine."},
    {PictureBroken, "picture-broken", "A picture file can't be read."},
    {PictureUnsupported, "picture-unsupported", "A picture is of a kind Handbill does not take."},
    {SvgSyntax, "svg-syntax", "An SVG file is not well formed."},
    {SvgUnsupported, "svg-unsupported", "SVG art uses something outside the stated subset."},
    {SvgColor, "svg-color", "A colour in SVG art belongs to no swatch."},
    {QrTooLong, "qr-too-long", "A QR code can't hold its content."},
    {BadFold, "bad-fold", "A fold and the panels of a side do not agree."},
    {PanelMisnamed, "panel-misnamed",
     "A panel is called the back or the cover, and another lies there when the piece is closed."},
    {BadBox, "bad-box", "The edges of a frame do not make a box."},
    {Overset, "overset", "Text does not fit its frames."},
    {EmptyFrame, "empty-frame",
     "A frame, a column or a page stays empty, because its text ends before it."},
    {BlankPage, "blank-page", "Says which pages are left blank, and why; nothing is wrong."},
    {PagesUnsettled, "pages-unsettled",
     "What is told of pages moves text to other pages, so that it is never true; an error with "
     "--final."},
    {OutsideSafeArea, "outside-safe-area", "Text reaches outside the safe area."},
    {TextOverlap, "text-overlap", "Text is printed over other text."},
    {InkOverEdge, "ink-over-edge",
     "Text runs over an edge: of a ground, a line, a drawing or a picture."},
    {TextUnderPaint, "text-under-paint", "Text lies under what is painted later."},
    {LowContrast, "low-contrast",
     "Type is too faint on what it stands on (WCAG 2.2, 1.4.3); an error with --final."},
    {GreysAlike, "greys-alike",
     "Two colours that lie on or beside each other come out as nearly the same grey."},
    {CoarsePicture, "coarse-picture",
     "A picture has few pixels for its size, and no shop is named whose rules say how many it "
     "needs; an error with --final."},
    {Hairline, "hairline",
     "A line is very thin, and no shop is named whose rules say how thin lines may be; an error "
     "with --final."},
    {LineTooWide, "line-too-wide", "A word is wider than its column."},
    {LineShort, "line-short",
     "A justified line does not reach the edge of its column; an error with --final."},
    {ColumnShort, "column-short",
     "A column justified vertically does not reach its foot; an error with --final."},
    {WordSplit, "word-split",
     "A word is wider than its column, so it goes on in the next line where no rule parts it; an "
     "error with --final."},
    {TypeTooSmall, "type-too-small", "Type is smaller than the edition of the document keeps it."},
    {AltMissing, "alt-missing",
     "Nothing is said of a picture to those who can't see it: it has no `alt`, or an empty one."},
    {AltSaysNothing, "alt-says-nothing",
     "What stands for a picture tells nothing of it: a file name, or that it is a picture."},
    {HeadingSkipped, "heading-skipped",
     "A level of heading is left out on the way down, as headings are read."},
    {LinkSaysNothing, "link-says-nothing",
     "The words of a link don't tell where it leads: \"click here\"."},
    {TableWithoutHead, "table-without-head",
     "A table of three or more columns of words has no row that names them."},
    {ColorAlone, "color-alone",
     "Only its colour tells words from those around them, or one cell from others (WCAG 2.2, "
     "1.4.1)."},
    {LanguageUnmarked, "language-unmarked",
     "Words are in a script that their language is not written in, so a voice can't read them."},
    {EditionIncomplete, "edition-incomplete",
     "An edition for clear or large print lacks words of the layout's pages."},
    {Fitted, "fitted", "Says what text was set at to fit its frames; nothing is wrong."},
    {InkMixed, "ink-mixed",
     "Says what inks a swatch with a screen colour is mixed of; nothing is wrong."},
    {UnknownShop, "unknown-shop", "A shop profile is named that the project does not have."},
    {UnknownRule, "unknown-rule",
     "A rule, rule pack or class of a pack is named that does not exist."},
    {WaiverExpired, "waiver-expired", "A waiver's last day is past, so its rule is judged again."},
    {WaiverUnused, "waiver-unused", "A waiver waives nothing that is found."},
    {WordRule, "word-rule",
     "What a document says breaks a rule of its packs; the rule's own id is printed instead."},
    {RuleUntrue, "rule-untrue",
     "A rule over words does not find what its own example says, or finds something in one that is "
     "sound."},
    {SpellingMissing, "spelling-missing",
     "No word list of the language is on this machine, so spelling was not looked at."},
    {ProfileMissing, "profile-missing",
     "The ICC profile of a press condition is not on this machine."},
    {ProfileBroken, "profile-broken", "An ICC profile can't be read, or is not of a CMYK press."},
    {BadImposition, "bad-imposition", "Pages do not fit the sheet they are to be placed on."},
    {SheetNotFull, "sheet-not-full",
     "The piles of a job that is cut and stacked leave places of its last sheets empty."},
    {Bound, "bound",
     "Says what the paper's thickness does to a booklet: creep, width of the spine; nothing is "
     "wrong."},
    {HardToBind, "hard-to-bind",
     "A booklet is too thick or too thin for the way it is bound, or how thick its paper is is not "
     "known."},
    {TransparencyRefused, "transparency-refused",
     "Transparency that the standard of the shop forbids and that can't be resolved."},
    {PressRule, "press-rule",
     "A rule of the shop's pack is broken; the rule's own id is printed instead."},
    {Repaired, "repaired", "Says what `--fix` or the shop's profile repaired; nothing is wrong."},
    {PdfBroken, "pdf-broken", "A PDF file can't be read."},
    {BrailleMissing, "braille-missing",
     "A language or a sign has no braille in the tables that are installed."},
    {ModuleMissing, "module-missing",
     "A part of the program that is opened when it is needed is not there, or of another version."},
    {WriteFailed, "write-failed", "An output file could not be written."},
    {ClaimNotKept, "claim-not-kept",
     "A shop asks for a PDF/A or PDF/UA that the PDF of this document does not keep."},
    {UnfinishedOutput, "unfinished-output",
     "An earlier run was cut short while it replaced the files of its set."},
    {StaleOutput, "stale-output", "A PDF of an earlier run does not tell what the files tell now."},
    {MoreMessages, "more-messages",
     "Counts the messages that are not told, because there are too many."},
    {WrongUse, "wrong-use", "The words of the command don't go together."},
    {ProgramFault, "program-fault",
     "A fault of the program, met on the way: the document is not made, others are."},
});

static_assert(kInfos.size() == static_cast<std::size_t>(Count_));

}  // namespace

const DiagnosticInfo& info(DiagnosticId id) {
  const auto& found = kInfos.at(static_cast<std::size_t>(id));
  HANDBILL_CHECK(found.id == id, "the table has the order of the enum");
  return found;
}

std::optional<DiagnosticId> find_diagnostic(std::string_view name) {
  for (const DiagnosticInfo& each : kInfos) {
    if (each.name == name) return each.id;
  }
  return std::nullopt;
}

}  // namespace handbill::diag
