// SPDX-License-Identifier: MIT
// Every kind of diagnostic. A golden case shows each (tests/golden, checked by a test).
#pragma once

#include <optional>
#include <string_view>

namespace handbill::diag {

enum class DiagnosticId {
  // read
  FileMissing,
  FileUnreadable,
  FileMisnamed,
  NotUtf8,
  BadCharacter,
  OutsideProject,
  TooLarge,
  NoProject,
  // parse
  TomlSyntax,
  UnknownKey,
  WrongType,
  BadValue,
  MissingKey,
  Renamed,
  DuplicateName,
  ExtendsCycle,
  BadLength,
  BadInterpolation,
  MarkdownUnsupported,
  MarkdownUnclosed,
  // names
  UnknownStyle,
  UnknownSwatch,
  UnknownFont,
  UnknownPanel,
  UnknownFrame,
  UnknownParent,
  UnknownPart,
  ParentCycle,
  StyleCycle,
  FrameCycle,
  FactMissing,
  // content
  DayMissing,
  DayTwice,
  ClosesBeforeOpens,
  HoursOverlap,
  LunchOutsideHours,
  HoursUntold,
  BadTime,
  BadDate,
  BadZip,
  BadPhone,
  BadUrl,
  PlaceholderText,
  BlankFact,
  DraftContent,
  NotPrinted,
  NoticeUndecided,
  NoticeNotPrinted,
  TranslationDiffers,
  // fonts, pictures
  FontMissing,
  FontBroken,
  FontEmbedding,
  GlyphMissing,
  FontSubstituted,
  FaceLost,
  FeatureMissing,
  HyphensMissing,
  PictureBroken,
  PictureUnsupported,
  SvgSyntax,
  SvgUnsupported,
  SvgColor,
  QrTooLong,
  // layout
  BadFold,
  PanelMisnamed,
  BadBox,
  Overset,
  EmptyFrame,
  BlankPage,
  PagesUnsettled,
  OutsideSafeArea,
  TextOverlap,
  InkOverEdge,
  TextUnderPaint,
  LowContrast,
  GreysAlike,
  CoarsePicture,
  Hairline,
  LineTooWide,
  LineShort,
  ColumnShort,
  WordSplit,
  TypeTooSmall,
  AltMissing,
  AltSaysNothing,
  HeadingSkipped,
  LinkSaysNothing,
  TableWithoutHead,
  ColorAlone,
  LanguageUnmarked,
  EditionIncomplete,
  Fitted,
  InkMixed,
  // press
  UnknownShop,
  UnknownRule,
  RecordFaulty,
  UnknownRole,
  NotApproved,
  ApprovalDate,
  LookChanged,
  TranslationStale,
  Untranslated,
  PrintsOutdated,
  WaiverExpired,
  WaiverUnused,
  WordRule,
  RuleUntrue,
  SpellingMissing,
  ProfileMissing,
  ProfileBroken,
  BadImposition,
  SheetNotFull,
  Bound,
  HardToBind,
  TransparencyRefused,
  PressRule,
  Repaired,
  PdfBroken,
  BrailleMissing,
  ModuleMissing,
  // write
  WriteFailed,
  ClaimNotKept,
  UnfinishedOutput,
  StaleOutput,
  // messages
  MoreMessages,
  WrongUse,
  ProgramFault,
  Count_,
};

struct DiagnosticInfo {
  DiagnosticId id;
  std::string_view name;         ///< kebab case, as printed
  std::string_view explanation;  ///< one sentence for the reference
};

const DiagnosticInfo& info(DiagnosticId id);
std::optional<DiagnosticId> find_diagnostic(std::string_view name);

}  // namespace handbill::diag
