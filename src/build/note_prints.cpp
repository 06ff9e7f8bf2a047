// SPDX-License-Identifier: MIT
#include "build/note_prints.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "build/append_record.h"
#include "build/today.h"
#include "build/verify_pdf.h"
#include "content/date.h"
#include "records/print_entry.h"

namespace handbill::build {
namespace {

using diag::DiagnosticId;
using records::Block;
using records::Stack;

constexpr Ledger kPrints{spec::kPrintedFile, records::kPrintedHead};

/// The ledger as it stands; nothing: it can't be read, which was reported.
struct PrintLedger {
  spec::PrintedSpec spec;
  std::vector<Stack> stacks;
};

std::optional<PrintLedger> read_print_ledger(Run& run) {
  PrintLedger ledger;
  diag::Diagnostics found, faults;
  if (auto spec = spec::parse_printed(*run.workspace.files, run.sources, found)) {
    ledger.spec = std::move(*spec);
  }
  run.diags.add_all(found);
  if (found.has_errors()) return std::nullopt;
  ledger.stacks = records::stacks_of(ledger.spec, faults);  // told by `check`
  return ledger;
}

std::vector<std::string> ids_of(const std::vector<Stack>& stacks) {
  std::vector<std::string> ids;
  for (const Stack& each : stacks) ids.push_back(each.id);
  return ids;
}

/// PrintEntries that are written together.
class PrintEntries {
 public:
  explicit PrintEntries(const spec::PrintedSpec& ledger) {
    for (const spec::ShownSpec& each : ledger.shown) {
      if (each.hash) hashes_.push_back(each.hash->value);
    }
  }

  void add(Block block) { blocks_.push_back(std::move(block)); }
  /// What a document shows, unless the ledger has it. Gives its hash.
  std::string add_shown(const records::NotedLines& lines) {
    std::string hash = records::hash_of(lines);
    if (std::ranges::find(hashes_, hash) != hashes_.end()) return hash;
    hashes_.push_back(hash);
    add(records::shown_entry(lines));
    return hash;
  }

  std::optional<std::string> write(Run& run) const {
    return append_records(run.workspace.project, kPrints, blocks_, {}, run.diags);
  }

 private:
  std::vector<std::string> hashes_{};
  std::vector<Block> blocks_{};
};

/// What is printed, and what it shows.
struct PrintNow {
  Stack stack;
  records::NotedLines lines;
};

std::optional<PrintNow> as_it_is(const Job& job, Run& run) {
  diag::Diagnostics found;
  std::optional<PrintNow> result;
  const bool is_done = guarded(job, run, found, [&] {
    diag::Diagnostics diags;
    const auto compiled = compile_job(job, run, diags);
    if (diags.has_errors()) found = told_of(diags, job, *compiled, run);
    if (diags.has_errors() || !compiled->document) return;
    const document::Document& document = *compiled->document;
    PrintNow now{{}, noted_now(*compiled, run)};
    now.stack.document = stem(job.layout);
    now.stack.language = compiled->content->asked_language();
    now.stack.edition = std::string(facts_of(document.edition).name);
    if (document.shop) now.stack.shop = document.shop->name;
    now.stack.settings = run.request.settings;
    result = std::move(now);
  });
  for (const diag::Diagnostic& each : found.list()) {
    if (!is_done || each.severity == diag::Severity::Error) run.diags.add(each);
  }
  return result;
}

/// `documents`: those that are asked for; none: any.
bool is_of(const std::string& file, const std::string& layout,
           const std::vector<std::string>& documents, diag::Diagnostics& diags) {
  const auto is_it = [&](const std::string& each) { return stem(each) == stem(layout); };
  if (documents.empty() || std::ranges::any_of(documents, is_it)) return true;
  diags.error(DiagnosticId::WrongUse, {},
              file + " is `" + stem(layout) + "`, not `" + stem(documents.front()) + "`");
  return false;
}

/// What the PDF itself says. Nothing, and reported: it does not say so.
std::optional<PrintNow> as_it_was_sent(const std::string& file, Run& run) {
  const auto made = read_made(file, run.diags);
  if (!made) return std::nullopt;
  if (!made->shown) {
    run.diags.error(
        DiagnosticId::WrongUse, {}, file + " does not say which facts and words it shows",
        {"build it again, or leave `--from` out, if the document has not changed since"});
    return std::nullopt;
  }
  PrintNow sent{{}, records::noted(made->shown->shown)};
  std::string layout;
  const auto& texts = made->shown->shown.texts;
  sent.stack.language = texts.empty() ? "en" : texts.front().language;
  sent.stack.edition = "standard";
  for (const auto& [what, value] : made->shown->asked) {
    if (what == "layout") layout = value;
    if (what == "language") sent.stack.language = value;
    if (what == "edition") sent.stack.edition = value;
    if (what == "shop" && value != "none") sent.stack.shop = value;
    if (what == "set") sent.stack.settings.push_back(value);
  }
  sent.stack.document = stem(layout);
  if (!is_of(file, layout, run.request.layouts, run.diags)) return std::nullopt;
  return sent;
}

std::string copies_of(std::int64_t count, const Stack& stack) {
  return records::counted_copies(count) + " of `" + stack.document + "` in `" + stack.language +
         "`";
}

bool begins_any(const std::string& id, const std::vector<std::string>& beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](const std::string& each) { return id.starts_with(each); });
}

/// False, and reported: an id that is asked for is that of no stack, or of several.
bool are_known_prints(const std::vector<std::string>& asked, const std::vector<Stack>& stacks,
                      diag::Diagnostics& diags) {
  for (const std::string& id : asked) {
    const auto count =
        std::ranges::count_if(stacks, [&](const Stack& each) { return each.id.starts_with(id); });
    if (count == 1) continue;
    std::vector<std::string> hints;
    const auto near = nearest(id, ids_of(stacks));
    if (count == 0 && near) hints.push_back("did you mean `" + *near + "`?");
    hints.emplace_back("`handbill prints` lists them");
    diags.error(DiagnosticId::WrongUse, {},
                count == 0 ? "there is no print `" + id + "`"
                           : "`" + id + "` may be any of " + std::to_string(count) + " prints",
                std::move(hints));
  }
  return !diags.has_errors();
}

/// Stacks of which copies are left. None: why has been reported.
std::vector<Stack> chosen_stacks(const StackChoice& choice, const std::vector<Stack>& stacks,
                                 Run& run) {
  std::vector<Stack> result;
  std::optional<spec::Date> before;
  if (!choice.before.empty()) {
    before = content::parse_date(choice.before);
    if (!before || !content::is_real_date(*before)) {
      run.diags.error(DiagnosticId::WrongUse, {},
                      "`--before " + choice.before + "` is no day of the calendar",
                      {"write it as 2026-11-30"});
      return result;
    }
  }
  if (!are_known_prints(choice.prints, stacks, run.diags)) return result;
  const Request& request = run.request;
  const auto is_named = [](const std::vector<std::string>& asked, const std::string& name) {
    const auto is_it = [&](const std::string& each) { return stem(each) == name; };
    return asked.empty() || std::ranges::any_of(asked, is_it);
  };
  for (const Stack& each : stacks) {
    if (each.left > 0 && is_named(request.layouts, each.document) &&
        (is_named(request.languages, "all") || is_named(request.languages, each.language)) &&
        (choice.prints.empty() || begins_any(each.id, choice.prints)) &&
        (!before || each.date < *before)) {
      result.push_back(each);
    }
  }
  if (result.empty()) {
    run.diags.error(DiagnosticId::WrongUse, {}, "the ledger has no such copies that are left",
                    {"`handbill prints` lists them"});
  }
  return result;
}

/// Nothing: it is not so many, which was reported.
bool fits_one_stack(std::optional<std::int64_t> quantity, const std::vector<Stack>& stacks,
                    diag::Diagnostics& diags) {
  if (!quantity) return true;
  if (stacks.size() > 1) {
    std::string all;
    for (const Stack& each : stacks) all += (all.empty() ? "`" : ", `") + each.id + "`";
    diags.error(DiagnosticId::WrongUse, {},
                "`--quantity` is of one print, and these are " + std::to_string(stacks.size()),
                {"name one with `--print`: " + all});
  } else if (*quantity > stacks.front().left) {
    diags.error(DiagnosticId::WrongUse, {},
                "of " + copies_of(stacks.front().printed, stacks.front()) + " " +
                    std::to_string(stacks.front().left) + " are left, fewer than " +
                    std::to_string(*quantity));
  }
  return !diags.has_errors();
}

std::vector<PrintNow> wanted_prints(const PrintOrdered& order, Run& run) {
  std::vector<PrintNow> prints;
  const auto add = [&](std::optional<PrintNow> print) {
    if (print) prints.push_back(std::move(*print));
  };
  if (!order.from.empty()) {
    add(as_it_was_sent(order.from, run));
    return prints;
  }
  for (const Job& job : wanted_jobs(run)) add(as_it_is(job, run));
  return prints;
}

}  // namespace

Noted note_printed(const PrintOrdered& order, Run& run) {
  Noted noted;
  const auto today = today_of(run.request, run.diags);
  const auto ledger = read_print_ledger(run);
  if (!today || !ledger) return noted;
  PrintEntries entries(ledger->spec);
  std::vector<std::string> ids = ids_of(ledger->stacks);
  for (auto& print : wanted_prints(order, run)) {
    Stack& stack = print.stack;
    stack.printed = order.quantity;
    stack.date = *today;
    stack.note = order.note;
    stack.shows = entries.add_shown(print.lines);
    entries.add(records::print_entry(stack, ids));
    ids.push_back(stack.id);
    noted.told.push_back("noted: " + copies_of(stack.printed, stack) + " of " +
                         spec::iso_date(*today) + ", print `" + stack.id + "`");
  }
  if (!run.diags.has_errors()) noted.failure = entries.write(run);
  return noted;
}

Noted note_discarded(const StackChoice& choice, std::optional<std::int64_t> quantity, Run& run) {
  Noted noted;
  const auto today = today_of(run.request, run.diags);
  const auto ledger = read_print_ledger(run);
  if (!today || !ledger) return noted;
  const std::vector<Stack> stacks = chosen_stacks(choice, ledger->stacks, run);
  if (stacks.empty() || !fits_one_stack(quantity, stacks, run.diags)) return noted;
  PrintEntries entries(ledger->spec);
  for (const Stack& each : stacks) {
    entries.add(records::discarded_entry(each, quantity, *today, choice.reason));
    const std::int64_t gone = quantity.value_or(each.left);
    noted.told.push_back("noted: " + copies_of(gone, each) + " of " + spec::iso_date(each.date) +
                         " are gone, " + std::to_string(each.left - gone) + " left of print `" +
                         each.id + "`");
  }
  noted.failure = entries.write(run);
  return noted;
}

Noted note_corrected(const StackChoice& choice, Run& run) {
  Noted noted;
  const auto today = today_of(run.request, run.diags);
  const auto ledger = read_print_ledger(run);
  if (!today || !ledger) return noted;
  const std::vector<Stack> stacks = chosen_stacks(choice, ledger->stacks, run);
  PrintJudge judge(run);
  PrintEntries entries(ledger->spec);
  for (const Stack& each : stacks) {
    std::string why;
    const auto lines = judge.shows_now(each, why);
    if (!lines) {
      run.diags.error(DiagnosticId::WrongUse, {},
                      "print `" + each.id + "` can't be put right, as " + why);
      continue;
    }
    const std::string hash = entries.add_shown(*lines);
    entries.add(records::corrected_entry(each, hash, *today, choice.reason));
    noted.told.push_back("noted: " + copies_of(each.left, each) + " of " +
                         spec::iso_date(each.date) + " say what the document says now, print `" +
                         each.id + "`");
  }
  if (!run.diags.has_errors()) noted.failure = entries.write(run);
  return noted;
}

}  // namespace handbill::build
