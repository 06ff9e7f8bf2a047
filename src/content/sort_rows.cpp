// SPDX-License-Identifier: MIT
// Rows in the order of their values.
#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "base/number.h"
#include "content/absent.h"
#include "content/amount.h"
#include "content/blank.h"
#include "content/content_data.h"
#include "content/date.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using spec::Value;

/// A value as it is compared: numbers come before dates, and these before texts.
struct SortKey {
  enum class Kind { Number, Date, Text, None } kind = Kind::None;
  double number = 0;
  spec::Date date{};
  std::string text{};  ///< bytes that are in the order of the language
};

class KeyReader {
 public:
  KeyReader(const Content::Impl& impl, const std::string& locale) : impl_(impl) {
    UErrorCode status = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(icu::Locale(locale.c_str()), status));
    HANDBILL_CHECK(U_SUCCESS(status), "ICU sorts every language");
    // "2 visits" before "10 visits".
    collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  }

  /// Of a row that the program has made, such as a heading of the document.
  SortKey read(const RowFact& fact) const {
    using Kind = SortKey::Kind;
    if (const auto* number = std::get_if<std::int64_t>(&fact.value)) {
      return SortKey{Kind::Number, static_cast<double>(*number)};
    }
    const auto* text = std::get_if<std::string>(&fact.value);
    return text != nullptr ? SortKey{Kind::Text, 0, {}, in_order(*text)} : SortKey{};
  }

  SortKey read(const Value* value, const std::string& path) const {
    using Kind = SortKey::Kind;
    if (value == nullptr || is_blank(*value) || is_absent(path, *value, impl_.types)) return {};
    if (const auto number = value->as_number()) {
      return *number == *number ? SortKey{Kind::Number, *number} : SortKey{};
    }
    Diagnostics unheard;  // what is wrong with a typed value has been reported
    const std::string_view type = impl_.types.type(path);
    if (type == "date" || std::holds_alternative<spec::Date>(value->data)) {
      const auto date = read_date(*value, unheard);
      return date ? SortKey{Kind::Date, 0, *date} : SortKey{};
    }
    const std::string* text = value->as_string();
    if (text == nullptr) return {};
    const auto amount = read_money(*value, "USD", unheard);
    if (type != "text" && type != "code" && amount) {
      return SortKey{Kind::Number, parse_number(amount->amount).value_or(0)};
    }
    return SortKey{Kind::Text, 0, {}, in_order(*text)};
  }

 private:
  std::string in_order(const std::string& text) const {
    const icu::UnicodeString words = icu::UnicodeString::fromUTF8(text);
    std::string bytes(static_cast<std::size_t>(collator_->getSortKey(words, nullptr, 0)), '\0');
    collator_->getSortKey(words, reinterpret_cast<std::uint8_t*>(bytes.data()),
                          static_cast<std::int32_t>(bytes.size()));
    return bytes;
  }

  const Content::Impl& impl_;
  std::unique_ptr<icu::Collator> collator_;
};

enum class Order { Up, Down };

bool comes_before(const SortKey& a, const SortKey& b, Order order) {
  using enum SortKey::Kind;
  if (a.kind == None || b.kind == None) return a.kind != None && b.kind == None;
  const auto values = [](const SortKey& key) {
    return std::tie(key.kind, key.number, key.date, key.text);
  };
  return order == Order::Up ? values(a) < values(b) : values(b) < values(a);
}

std::vector<std::string> keys_of(const std::vector<FactRow>& rows) {
  std::vector<std::string> keys;
  const auto add = [&](std::string_view key) {
    if (std::ranges::find(keys, key) == keys.end()) keys.emplace_back(key);
  };
  for (const FactRow& row : rows) {
    for (const RowFact& fact : row.computed) add(fact.key);
    if (row.row == nullptr || row.row->as_table() == nullptr) continue;
    for (const spec::Entry& entry : *row.row->as_table()) add(entry.key);
    constexpr std::size_t kEnough = 100;
    if (keys.size() >= kEnough) break;
  }
  return keys;
}

}  // namespace

void Content::sort(std::vector<FactRow>& rows, const std::vector<spec::Text>& keys,
                   Diagnostics& diags) const {
  if (rows.empty() || keys.empty()) return;
  const bool is_of_hours = rows.front().row == nullptr && impl_->hours_of(rows.front().path);
  if (is_of_hours) {
    diags.error(DiagnosticId::BadValue, keys.front().span,
                "opening hours have an order of their own");
    return;
  }
  const KeyReader reader(*impl_, impl_->own_locale.icu_locale());
  // By the last key first: what is alike under a key stays in the order of the keys behind it.
  for (std::size_t i = keys.size(); i-- > 0;) {
    const Order order = keys[i].value.starts_with('-') ? Order::Down : Order::Up;
    const std::string_view key =
        std::string_view(keys[i].value).substr(order == Order::Down ? 1 : 0);
    struct Keyed {
      SortKey key;
      FactRow row;
    };
    std::vector<Keyed> keyed;
    bool is_known = false;
    for (FactRow& row : rows) {
      const auto computed = std::ranges::find(row.computed, key, &RowFact::key);
      const bool is_computed = computed != row.computed.end();
      const Value* value = is_computed ? nullptr : value_in(&row, key);
      const bool may_have_lost_it = row.row != nullptr && !row.row->is_whole();
      is_known = is_known || is_computed || value != nullptr || may_have_lost_it;
      SortKey read =
          is_computed ? reader.read(*computed) : reader.read(value, full_path(key, &row));
      keyed.push_back({std::move(read), std::move(row)});
    }
    std::ranges::stable_sort(
        keyed, [&](const Keyed& a, const Keyed& b) { return comes_before(a.key, b.key, order); });
    for (std::size_t k = 0; k < rows.size(); ++k) rows[k] = std::move(keyed[k].row);
    if (is_known) continue;
    diags.error(DiagnosticId::FactMissing, keys[i].span, "no entry has " + quoted(key),
                did_you_mean(key, keys_of(rows)));
  }
}

}  // namespace handbill::content
