// SPDX-License-Identifier: MIT
#include "records/stacks.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/nearest.h"
#include "base/words.h"
#include "records/noted.h"
#include "spec/written_date.h"

namespace handbill::records {
namespace {

using diag::DiagnosticId;

std::string noted_value(const std::optional<spec::Text>& text) {
  return text ? text->value : std::string();
}

std::vector<std::string> noted_values(const std::vector<spec::Text>& texts) {
  std::vector<std::string> values;
  for (const spec::Text& each : texts) values.push_back(each.value);
  return values;
}

std::int64_t noted_number(const std::optional<spec::Spanned<std::int64_t>>& number) {
  return number ? number->value : -1;
}

class StackReader {
 public:
  StackReader(const spec::PrintedSpec& ledger, diag::Diagnostics& diags)
      : ledger_(ledger), diags_(diags) {
    for (const spec::ShownSpec& each : ledger.shown) {
      if (each.hash) shown_.try_emplace(each.hash->value, &each);
    }
  }

  std::vector<Stack> read() {
    for (const spec::PrintSpec& each : ledger_.prints) add(each);
    for (const spec::CorrectedSpec& each : ledger_.corrected) correct(each);
    for (const spec::DiscardedSpec& each : ledger_.discarded) take(each);
    for (Stack& stack : stacks_) {
      if (stack.left > 0) stack.shown = shown_as(stack.shows, stack.at);
    }
    return std::move(stacks_);
  }

 private:
  /// An entry without what it needs has been told of.
  void add(const spec::PrintSpec& print) {
    if (!print.id || !print.document || !print.language || !print.quantity || !print.date ||
        !print.shows) {
      return;
    }
    Stack stack{print.id->value,
                print.document->value,
                print.language->value,
                print.edition ? print.edition->value : "standard",
                noted_value(print.shop),
                noted_value(print.note),
                noted_values(print.settings),
                print.quantity->value,
                print.quantity->value,
                print.date->value,
                {},
                print.shows->value,
                nullptr,
                print.document->span};
    const auto [known, is_new] = by_id_.emplace(stack.id, stacks_.size());
    if (is_new) {
      stacks_.push_back(std::move(stack));
    } else {
      tell_twice(print, stack, stacks_[known->second]);
    }
  }

  static auto all_of(const Stack& stack) {
    return std::tie(stack.document, stack.language, stack.edition, stack.shop, stack.note,
                    stack.settings, stack.printed, stack.date, stack.shows);
  }

  void tell_twice(const spec::PrintSpec& print, const Stack& again, const Stack& first) {
    if (all_of(again) == all_of(first)) {
      diags_.warning(DiagnosticId::RecordFaulty, print.id->span,
                     "the print `" + first.id + "` stands twice, and is counted once",
                     {"take one of the two entries out"});
      return;
    }
    diag::Diagnostic fault{
        DiagnosticId::RecordFaulty, diag::Severity::Error,
        "two prints that differ have the id `" + first.id + "`; only the first is counted",
        print.id->span};
    fault.labels = {{first.at, "the first"}};
    fault.hints = {"give one of them another id, in what was discarded of it too"};
    diags_.add(std::move(fault));
  }

  /// Null, and reported: there is none of that id.
  Stack* find(const spec::Text& id) {
    const auto known = by_id_.find(id.value);
    if (known != by_id_.end()) return &stacks_[known->second];
    std::vector<std::string> ids, hints;
    for (const auto& [each, index] : by_id_) ids.push_back(each);
    if (const auto near = nearest(id.value, ids)) hints = {"did you mean `" + *near + "`?"};
    diags_.error(DiagnosticId::RecordFaulty, id.span, "there is no print `" + id.value + "`",
                 std::move(hints));
    return nullptr;
  }

  void correct(const spec::CorrectedSpec& entry) {
    if (!entry.print || !entry.date || !entry.shows) return;
    Stack* stack = find(*entry.print);
    if (stack == nullptr) return;
    stack->shows = entry.shows->value;
    stack->corrected = entry.date->value;
  }

  void take(const spec::DiscardedSpec& entry) {
    if (!entry.print || !entry.date) return;
    // Two branches may have both noted the same.
    const auto whole =
        std::tuple(entry.print->value, noted_number(entry.quantity), noted_number(entry.left),
                   entry.date->value, noted_value(entry.reason));
    if (!taken_.insert(whole).second) {
      diags_.warning(DiagnosticId::RecordFaulty, entry.print->span,
                     "the same copies of `" + entry.print->value +
                         "` are discarded twice, and are counted once",
                     {"take one of the two entries out, or its `left`, if other copies are meant"});
      return;
    }
    Stack* stack = find(*entry.print);
    if (stack == nullptr) return;
    if (!entry.quantity) {
      stack->left = 0;
    } else if (entry.quantity->value <= stack->left) {
      stack->left -= entry.quantity->value;
    } else {
      tell_too_many(entry, *stack);
      stack->left = 0;
    }
  }

  void tell_too_many(const spec::DiscardedSpec& entry, const Stack& stack) {
    diag::Diagnostic fault{DiagnosticId::RecordFaulty, diag::Severity::Error,
                           "more copies of `" + stack.id + "` are discarded than were there: " +
                               std::to_string(entry.quantity->value) + " of " +
                               std::to_string(stack.left),
                           entry.quantity->span};
    fault.labels = {{stack.at, std::to_string(stack.printed) + " were printed"}};
    fault.hints = {"put right the number that is wrong"};
    diags_.add(std::move(fault));
  }

  std::shared_ptr<const manifest::Shown> shown_as(const std::string& hash, diag::Span asked_at) {
    const auto [known, is_new] = read_.try_emplace(hash);
    if (!is_new) return known->second;
    const auto entry = shown_.find(hash);
    if (entry == shown_.end()) {
      diags_.error(DiagnosticId::RecordFaulty, asked_at,
                   "what these copies show is not in the ledger: there is no `[[shown]]` with the "
                   "hash `" +
                       hash + "`",
                   {"take it from an earlier state of the file, or note the print again"});
      return nullptr;
    }
    const NotedLines lines{noted_values(entry->second->facts), noted_values(entry->second->texts)};
    if (hash_of(lines) != hash) {
      diags_.error(DiagnosticId::RecordFaulty, entry->second->hash->span,
                   "what these copies show has been changed by hand: its lines have the hash `" +
                       hash_of(lines) + "`",
                   {"take it from an earlier state of the file: copies that are printed do not "
                    "change"});
      return nullptr;
    }
    known->second = std::make_shared<const manifest::Shown>(shown_of(lines));
    return known->second;
  }

  const spec::PrintedSpec& ledger_;
  diag::Diagnostics& diags_;
  std::map<std::string, const spec::ShownSpec*> shown_{};
  std::map<std::string, std::shared_ptr<const manifest::Shown>> read_{};
  std::vector<Stack> stacks_{};
  std::map<std::string, std::size_t> by_id_{};
  std::set<std::tuple<std::string, std::int64_t, std::int64_t, spec::Date, std::string>> taken_{};
};

}  // namespace

std::vector<Stack> stacks_of(const spec::PrintedSpec& ledger, diag::Diagnostics& diags) {
  return StackReader(ledger, diags).read();
}

}  // namespace handbill::records
