// SPDX-License-Identifier: MIT
#include "content/locale_text.h"

#include <unicode/dtfmtsym.h>
#include <unicode/dtitvfmt.h>
#include <unicode/dtitvinf.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/localebuilder.h>
#include <unicode/simpleformatter.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <optional>

#include "base/ascii.h"
#include "base/check.h"
#include "base/spaces.h"
#include "content/date.h"
#include "content/no_break.h"

namespace handbill::content {
namespace {

using spec::Date;

constexpr std::array<std::string_view, 7> kEnglishDays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

constexpr std::array<std::string_view, 12> kEnglishMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

void check_icu(UErrorCode status) {
  HANDBILL_CHECK(U_SUCCESS(status), "ICU has the data of the language or of its parent");
}

/// "es" of "es-US", in lower case; what is no language is taken for English.
std::string language_of(std::string_view tag) {
  const std::string language = to_lower(tag.substr(0, tag.find('-')));
  if (!std::ranges::all_of(language, is_letter)) return "en";
  return language.size() < 2 || language.size() > 3 ? "en" : language;
}

/// The two letters of a tag such as "es-US" or "zh-Hant-TW"; empty: it names no region.
std::string_view region_of(std::string_view tag) {
  for (std::size_t dash = tag.find('-'); dash != std::string_view::npos;) {
    const std::size_t end = tag.find('-', dash + 1);
    const std::string_view part = tag.substr(dash + 1, end - dash - 1);
    if (part.size() == 1) break;  // what follows are extensions
    if (part.size() == 2) return part;
    dash = end;
  }
  return {};
}

std::string likely_script(icu::Locale locale) {
  UErrorCode status = U_ZERO_ERROR;
  locale.addLikelySubtags(status);
  return U_SUCCESS(status) ? locale.getScript() : "";
}

/// Digits are European ones, unless the tag asks for others (`ar-u-nu-arab`): addresses and phone
/// numbers have them anyway, and one page should not mix two kinds.
icu::Locale locale_for(std::string_view language, std::string_view region) {
  const auto piece = [](std::string_view text) {
    return icu::StringPiece(text.data(), static_cast<int32_t>(text.size()));
  };
  UErrorCode status = U_ZERO_ERROR;
  icu::LocaleBuilder builder;
  icu::Locale locale = builder.setLanguageTag(piece(language)).build(status);
  if (U_FAILURE(status)) return icu::Locale::getUS();
  if (std::strlen(locale.getCountry()) == 0) {
    // The region says how times are told, not how the language is written: "zh" of the United
    // States stays in simplified characters.
    const std::string script = likely_script(locale);
    icu::Locale with_region = builder.setRegion(piece(region)).build(status);
    if (U_SUCCESS(status) && likely_script(with_region) != script) {
      with_region = builder.setScript(piece(script)).build(status);
    }
    if (U_SUCCESS(status)) locale = with_region;
  }
  if (language.find("-nu-") != std::string_view::npos) return locale;
  status = U_ZERO_ERROR;
  icu::Locale with_digits = locale;
  with_digits.setUnicodeKeywordValue("nu", "latn", status);
  return U_SUCCESS(status) ? with_digits : locale;
}

/// CLDR puts narrow and thin spaces into times and dates, which few fonts have.
std::string to_text(const icu::UnicodeString& text) {
  icu::UnicodeString plain = text;
  for (int32_t i = 0; i < plain.length(); ++i) {
    if (plain[i] == kNarrowNoBreakSpace || plain[i] == 0x2009) {
      plain.setCharAt(i, kNoBreakSpace);
    }
  }
  std::string utf8;
  plain.toUTF8String(utf8);
  return utf8;
}

/// Milliseconds since 1970 in UTC; the machine's own zone has no say.
UDate instant(const Date& date) {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), icu::Locale::getRoot(), status);
  check_icu(status);
  calendar.setGregorianChange(-8.64e15, status);
  calendar.clear();
  calendar.set(date.year, date.month - 1, date.day);
  const UDate at = calendar.getTime(status);
  check_icu(status);
  return at;
}

std::string format_at(const icu::DateFormat& format, UDate at) {
  icu::UnicodeString text;
  format.format(at, text);
  return to_text(text);
}

/// A pattern of a time less "a" or "B" at its end or start, and the spaces beside it.
icu::UnicodeString without_half(const icu::UnicodeString& pattern) {
  const auto is_half = [](char16_t c) { return c == u'a' || c == u'B'; };
  icu::UnicodeString rest = pattern;
  if (rest.length() > 0 && is_half(rest[rest.length() - 1])) rest.truncate(rest.length() - 1);
  if (rest.length() > 0 && is_half(rest[0])) rest.remove(0, 1);
  while (rest.length() > 0 && u_isUWhiteSpace(rest[rest.length() - 1])) {
    rest.truncate(rest.length() - 1);
  }
  while (rest.length() > 0 && u_isUWhiteSpace(rest[0])) rest.remove(0, 1);
  return rest;
}

/// A time in parts, so that a half of the day can be named once for two times. On the 24-hour clock
/// there is no half.
struct TimeParts {
  std::string digits{};
  std::string half{};        ///< after the digits: "\u00A0am" with the space before it
  std::string half_first{};  ///< or before them: "上午", with what keeps it on their line

  std::string whole() const { return half_first + digits + half; }
  bool is_same_half(const TimeParts& other) const {
    return half == other.half && half_first == other.half_first;
  }
};

TimeParts english_parts(int minutes, TimeForm form) {
  std::string text = time_on_12_hours(minutes);
  const std::size_t space = text.find(' ');
  TimeParts parts{text.substr(0, space), std::string(kNoBreakSpaceText) + text.substr(space + 1),
                  ""};
  if (form == TimeForm::HoursWhenFull && minutes % 60 == 0) {
    parts.digits.resize(parts.digits.find(':'));
  }
  return parts;
}

std::string american_date(const Date& date, DateForm form) {
  const std::string_view month = kEnglishMonths[static_cast<std::size_t>(date.month - 1)];
  const std::string day = std::to_string(date.day), year = std::to_string(date.year);
  const auto text = [](std::string_view words) { return std::string(words); };
  switch (form) {
    case DateForm::Long:
      return text(month) + " " + day + ", " + year;
    case DateForm::Short:
      return text(month.substr(0, 3)) + " " + day + ", " + year;
    case DateForm::Month:
      return text(month) + " " + year;
    case DateForm::Day:
      return text(month.substr(0, 3)) + " " + day;
    case DateForm::LongDay:
      return text(month) + " " + day;
    case DateForm::Weekday:
      break;
  }
  return text(kEnglishDays[static_cast<std::size_t>(weekday_of(date))]) + ", " + text(month) + " " +
         day;
}

/// What CLDR makes a pattern of.
const char16_t* skeleton_of(DateForm form) {
  switch (form) {
    case DateForm::Long:
      return u"yMMMMd";
    case DateForm::Short:
      return u"yMMMd";
    case DateForm::Month:
      return u"yMMMM";
    case DateForm::Weekday:
      return u"EEEEMMMMd";
    case DateForm::Day:
      return u"MMMd";
    case DateForm::LongDay:
      break;
  }
  return u"MMMMd";
}

/// Of such dates one is not told without the other.
bool are_in_one_month(const DateRange& dates) {
  return dates.from.year == dates.to.year && dates.from.month == dates.to.month &&
         dates.from < dates.to;
}

/// No date is parted; a line may end after what joins the two.
std::string join_dates(const std::string& from, std::string_view between, const std::string& to) {
  const auto is_blank_end = [&] {
    return between.ends_with(' ') || between.ends_with(kNoBreakSpaceText);
  };
  const bool has_space = is_blank_end();
  while (is_blank_end())
    between.remove_suffix(between.ends_with(' ') ? 1 : kNoBreakSpaceText.size());
  return unbroken(from + std::string(between)) + (has_space ? " " : "") + unbroken(to);
}

DateForm without_year(DateForm form) {
  return form == DateForm::Short || form == DateForm::Day ? DateForm::Day : DateForm::LongDay;
}

/// What both dates share is told once: "December 24–26, 2026".
std::string american_dates(const DateRange& dates, DateForm form) {
  const Date from = dates.from, to = dates.to;
  std::string first = american_date(from, form), last = american_date(to, form);
  if (first == last) return no_break(first);
  if (from.year != to.year || form == DateForm::Weekday) return join_dates(first, "–", last);
  if (const std::size_t comma = first.find(','); comma != first.npos) first.resize(comma);
  if (form == DateForm::Month) first.resize(first.find(' '));
  if (!are_in_one_month(dates)) return join_dates(first, "–", last);
  return unbroken(first + "–" + last.substr(last.find(' ') + 1));
}

std::string american_list(std::span<const std::string> items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    if (i > 0) text += items.size() == 2 ? " and " : last ? ", and " : ", ";
    text += items[i];
  }
  return text;
}

}  // namespace

struct LocaleText::Impl {
  std::string tag;
  std::string region;
  LanguageWords words;
  bool english = false;
  bool american = false;  ///< English of the United States: no need to ask ICU for anything

  struct Formats {
    std::array<std::string, 7> days, short_days;
    std::unique_ptr<icu::SimpleDateFormat> time;  ///< as CLDR has it
    /// The same without am or pm, when these come last or first.
    std::unique_ptr<icu::SimpleDateFormat> digits;
    bool twelve_hours = false;
  };
  // ICU takes milliseconds to start, so it is asked late, and in two steps: dates and lists need
  // the locale alone.
  mutable std::once_flag locale_once, formats_once;
  mutable std::optional<icu::Locale> kept_locale;
  mutable std::optional<Formats> kept_formats;

  const icu::Locale& locale() const {
    std::call_once(locale_once, [this] { kept_locale = locale_for(tag, region); });
    return *kept_locale;
  }
  Formats build() const;
  const Formats& formats() const {
    std::call_once(formats_once, [this] { kept_formats = build(); });
    return *kept_formats;
  }
  TimeParts parts(int minutes, TimeForm form) const;
  std::string by_pattern(const Date& date, const char16_t* skeleton) const;
  std::string range_by_pattern(const DateRange& dates, const char16_t* skeleton) const;
  /// "{0} – {1}", as the language has it.
  std::string in_fallback(const std::string& from, const std::string& to) const;
};

LocaleText::Impl::Formats LocaleText::Impl::build() const {
  UErrorCode status = U_ZERO_ERROR;
  Formats formats;
  const icu::DateFormatSymbols symbols(locale(), "gregorian", status);
  check_icu(status);
  const auto names = [&](icu::DateFormatSymbols::DtWidthType width) {
    int32_t count = 0;  // ICU counts Sunday as 1
    const icu::UnicodeString* list =
        symbols.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, width);
    std::array<std::string, 7> days;
    for (int day = 0; day < 7; ++day) {
      days[static_cast<std::size_t>(day)] = unbroken(to_text(list[(day + 1) % 7 + 1]));
    }
    return days;
  };
  formats.days = names(icu::DateFormatSymbols::WIDE);
  formats.short_days = names(icu::DateFormatSymbols::ABBREVIATED);
  // Arabic cuts no name, but has shorter ones: إثنين.
  if (formats.short_days == formats.days) {
    formats.short_days = names(icu::DateFormatSymbols::SHORT);
  }

  // On the clock the region has, by "j": 8:00 a. m. in Spanish of the United States. Chinese tells
  // the part of the day ("B": 中午12:00).
  const bool is_chinese = language_of(tag) == "zh";
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale(), status));
  check_icu(status);
  icu::UnicodeString pattern = generator->getBestPattern(u"jmm", status);
  if (is_chinese && pattern.indexOf(u'a') >= 0) {
    pattern = generator->getBestPattern(u"Bhmm", status);
  }
  formats.time = std::make_unique<icu::SimpleDateFormat>(pattern, locale(), status);
  check_icu(status);
  formats.time->setTimeZone(*icu::TimeZone::getGMT());
  formats.twelve_hours = pattern.indexOf(u'a') >= 0 || pattern.indexOf(u'B') >= 0;
  const icu::UnicodeString digits = without_half(pattern);
  if (formats.twelve_hours && digits != pattern) {
    formats.digits.reset(formats.time->clone());
    formats.digits->applyPattern(digits);
  }
  return formats;
}

TimeParts LocaleText::Impl::parts(int minutes, TimeForm form) const {
  if (american) return english_parts(minutes, form);
  const Formats& all = formats();
  if (english && all.twelve_hours) return english_parts(minutes, form);
  const UDate at = minutes * 60000.0;
  const std::string whole = unbroken(format_at(*all.time, at));
  if (!all.digits) return {.digits = whole};
  const std::string digits = unbroken(format_at(*all.digits, at));
  const std::size_t from = whole.find(digits);
  if (from == std::string::npos) return {.digits = whole};
  return {digits, whole.substr(from + digits.size()), whole.substr(0, from)};
}

std::string LocaleText::Impl::by_pattern(const Date& date, const char16_t* skeleton) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale(), status));
  check_icu(status);
  const icu::UnicodeString pattern = generator->getBestPattern(skeleton, status);
  icu::SimpleDateFormat format(pattern, locale(), status);
  check_icu(status);
  format.setTimeZone(*icu::TimeZone::getGMT());
  return unbroken(format_at(format, instant(date)));
}

std::string LocaleText::Impl::range_by_pattern(const DateRange& dates,
                                               const char16_t* skeleton) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateIntervalFormat> format(
      icu::DateIntervalFormat::createInstance(skeleton, locale(), status));
  check_icu(status);
  format->setTimeZone(*icu::TimeZone::getGMT());
  const icu::DateInterval interval(instant(dates.from), instant(dates.to));
  const icu::FormattedDateInterval told = format->formatToValue(interval, status);
  const icu::UnicodeString text = told.toString(status);
  check_icu(status);
  std::array<int32_t, 4> ends{};  // of both dates
  icu::ConstrainedFieldPosition part;
  part.constrainCategory(UFIELD_CATEGORY_DATE_INTERVAL_SPAN);
  while (told.nextPosition(part, status) != 0) {
    const auto first = static_cast<std::size_t>(2 * part.getField());
    ends.at(first) = part.getStart();
    ends.at(first + 1) = part.getLimit();
  }
  check_icu(status);
  const auto piece = [&](int32_t begin, int32_t end) {
    return to_text(text.tempSubStringBetween(begin, end));
  };
  const std::string between = piece(ends[1], ends[2]);
  // 12月24日至26日 are two dates, 24–26 December is none without the other; words round both stay
  // with them.
  if (are_in_one_month(dates) && !ends_wide(between)) return unbroken(to_text(text));
  return join_dates(piece(0, ends[1]), between, piece(ends[2], text.length()));
}

std::string LocaleText::Impl::in_fallback(const std::string& from, const std::string& to) const {
  // Some languages join two dates by a sign of their own: 至.
  if (!words.to.starts_with(' ') && words.to != "–") return join_dates(from, words.to, to);
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateIntervalInfo info(locale(), status);
  check_icu(status);
  icu::UnicodeString pattern;
  info.getFallbackIntervalPattern(pattern);
  const icu::SimpleFormatter format(pattern, 2, 2, status);
  icu::UnicodeString between;
  format.format({}, {}, between, status);
  check_icu(status);
  return join_dates(from, to_text(between), to);
}

LocaleText::LocaleText(std::string_view language, std::string_view region)
    : impl_(std::make_unique<Impl>()) {
  impl_->tag = language;
  impl_->region = region;
  const std::string_view in_tag = region_of(language);
  impl_->words = words_of_language(language_of(language));
  impl_->english = language_of(language) == "en";
  impl_->american = impl_->english && (in_tag.empty() ? region : in_tag) == "US";
}

LocaleText::~LocaleText() = default;
LocaleText::LocaleText(LocaleText&&) noexcept = default;
LocaleText& LocaleText::operator=(LocaleText&&) noexcept = default;

std::string LocaleText::day(int weekday, NameForm form) const {
  const auto index = static_cast<std::size_t>(weekday);
  if (impl_->american) {
    return std::string(kEnglishDays[index].substr(0, form == NameForm::Long ? 9 : 3));
  }
  const Impl::Formats& all = impl_->formats();
  return form == NameForm::Long ? all.days[index] : all.short_days[index];
}

std::string LocaleText::time(int minutes, TimeForm form) const {
  const TimeParts parts = impl_->parts(minutes, form);
  return form == TimeForm::Clock ? parts.digits : parts.whole();
}

std::string LocaleText::range(TimeSpan span) const {
  return range_in_words(span, "–", TimeForm::Minutes);
}

std::string LocaleText::range_in_words(TimeSpan span, std::string_view to, TimeForm form) const {
  TimeParts open = impl_->parts(span.open, form);
  TimeParts close = impl_->parts(span.close, form);
  if (open.is_same_half(close) && span.close - span.open < kMinutesOfDay / 2) {
    open.half.clear();
    close.half_first.clear();
  }
  return open.whole() + std::string(to) + close.whole();
}

std::string LocaleText::date(const Date& date, DateForm form) const {
  if (impl_->american) return no_break(american_date(date, form));
  if (form != DateForm::Long) return impl_->by_pattern(date, skeleton_of(form));
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, impl_->locale()));
  HANDBILL_CHECK(format != nullptr, "ICU has date formats");
  format->setTimeZone(*icu::TimeZone::getGMT());
  return unbroken(format_at(*format, instant(date)));
}

std::string LocaleText::dates(const DateRange& dates, DateForm form) const {
  if (dates.years == Years::Every) form = without_year(form);
  if (dates.from == dates.to) return date(dates.from, form);
  if (impl_->american) return american_dates(dates, form);
  // Where years are not told but differ, CLDR would tell them.
  const bool tells_year =
      form == DateForm::Long || form == DateForm::Short || form == DateForm::Month;
  const bool is_over_new_year = dates.from.year != dates.to.year || dates.to < dates.from;
  if (!tells_year && is_over_new_year) {
    return impl_->in_fallback(date(dates.from, form), date(dates.to, form));
  }
  return impl_->range_by_pattern(dates, skeleton_of(form));
}

std::string LocaleText::list(std::span<const std::string> items) const {
  if (impl_->american) return american_list(items);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> formatter(
      icu::ListFormatter::createInstance(impl_->locale(), status));
  check_icu(status);
  std::vector<icu::UnicodeString> texts;
  for (const std::string& item : items) texts.push_back(icu::UnicodeString::fromUTF8(item));
  icu::UnicodeString text;
  formatter->format(texts.data(), static_cast<int32_t>(texts.size()), text, status);
  check_icu(status);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

std::string LocaleText::icu_locale() const { return impl_->locale().getName(); }

const LanguageWords& LocaleText::words() const { return impl_->words; }

std::string LocaleText::at_start(std::string text) const {
  if (text.empty()) return text;
  if (impl_->american) {
    if (is_letter(text.front())) text.front() = static_cast<char>(text.front() & ~0x20);
    return text;
  }
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
  const int32_t first_end = whole.moveIndex32(0, 1);
  icu::UnicodeString first = whole.tempSubString(0, first_end);
  first.toUpper(impl_->locale());
  std::string result;
  (first + whole.tempSubString(first_end)).toUTF8String(result);
  return result;
}

std::string fold_case(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::ranges::all_of(text, is_ascii)) return to_lower(text);
  std::string folded;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .foldCase()
      .toUTF8String(folded);
  return folded;
}

bool is_region(std::string_view code) {
  if (code.size() != 2) return false;
  for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

}  // namespace handbill::content
