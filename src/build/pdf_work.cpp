// SPDX-License-Identifier: MIT
#include "build/pdf_work.h"

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>

#include "color/packing.h"
#include "diag/packing.h"
#include "preflight/load_preflight.h"
#include "rules/checks.h"
#include "rules/judge.h"

namespace handbill::confined {

template <>
inline constexpr auto kLast<Claim> = kClaims.back().claim;
template <>
inline constexpr auto kLast<preflight::Pictures> = preflight::Pictures::Pixels;
template <>
inline constexpr auto kLast<preflight::Tags> = preflight::Tags::Demand;
template <>
struct Fields<Claims> {
  static void list(auto& pack, auto& claims) {
    constexpr bool kIsPacked = std::is_const_v<std::remove_reference_t<decltype(claims)>>;
    std::vector<Claim> listed;
    if (kIsPacked) listed = claims.list();
    pack(listed);
    if constexpr (!kIsPacked) {
      for (const Claim each : listed) claims = claims | each;
    }
  }
};
template <>
struct Fields<rules::Limits> {
  static void list(auto& pack, auto& l) {
    pack(l.size, l.width, l.square, l.distance, l.ink, l.black, l.tint, l.ppi, l.ppi_error,
         l.modules, l.grams);
  }
};
/// Its check by its name.
template <>
struct Fields<rules::Rule> {
  static void list(auto& pack, auto& rule) {
    constexpr bool kIsPacked = std::is_const_v<std::remove_reference_t<decltype(rule)>>;
    std::string check;
    if (kIsPacked && rule.check != nullptr) check = rule.check->name;
    pack(check, rule.id, rule.severity, rule.limits, rule.name, rule.source, rule.tells);
    if constexpr (!kIsPacked) rule.check = rules::find_check(check);
  }
};
template <>
struct Fields<rules::SheetFacts> {
  static void list(auto& pack, auto& s) {
    pack(s.grams, s.scored, s.bleed, s.safe, s.fold_safe, s.viewing_distance, s.ink_limit, s.spots,
         s.crop_marks, s.registration_marks, s.trim);
  }
};
template <>
struct Fields<rules::KnownRule> {
  static void list(auto& pack, auto& rule) { pack(rule.id, rule.check); }
};
template <>
struct Fields<rules::RuleSet> {
  static void list(auto& pack, auto& set) { pack(set.rules, set.sheet, set.known); }
};
template <>
struct Fields<build::PdfQuestion> {
  static void list(auto& pack, auto& q) {
    pack(q.standard, q.also_claimed, q.pictures, q.tags, q.rules);
  }
};
template <>
struct Fields<plates::Ink> {
  static void list(auto& pack, auto& ink) { pack(ink.name, ink.solid); }
};
template <>
struct Fields<plates::Page> {
  static void list(auto& pack, auto& p) {
    pack(p.name, p.trim, p.bleed, p.media, p.crop, p.has_trim, p.has_bleed, p.rotate, p.user_unit);
  }
};
template <>
struct Fields<plates::Print> {
  static void list(auto& pack, auto& print) { pack(print.inks, print.pages); }
};
template <>
struct Fields<preflight::Inspected> {
  static void list(auto& pack, auto& i) {
    pack(i.print, i.claims, i.pdfx, i.judged_by, i.tags_judged, i.condition, i.condition_info,
         i.intent_colors, i.blend_spaces, i.hidden_layers);
  }
};
template <>
struct Fields<build::PdfAnswer> {
  static void list(auto& pack, auto& answer) {
    pack(answer.inspected, answer.found, answer.by_rules);
  }
};

}  // namespace handbill::confined

namespace handbill::build {
namespace {

using confined::Reply;
using confined::Task;

const Module& module_of(const Task& task) { return *static_cast<const Module*>(task.opened); }

Reply judge_for_program(const Task& task) {
  PdfQuestion question;
  confined::Unpacker(task.words)(question);
  preflight::InspectOptions options{.standard = question.standard,
                                    .also_claimed = question.also_claimed,
                                    .pictures = question.pictures,
                                    .tags = question.tags,
                                    .descriptor = task.descriptor};
  // Without rules the pages' objects are of no use.
  std::optional<rules::PageJudge> judge;
  if (question.rules) judge.emplace(std::move(*question.rules));
  options.each_page = [&](const plates::Print& print) {
    if (judge) judge->add_page(print);
  };
  diag::Diagnostics found, by_rules;
  PdfAnswer answer;
  answer.inspected =
      preflight::inspect_by(module_of(task), {std::string(task.file), options, found});
  if (judge && answer.inspected) judge->tell(by_rules);
  answer.found = found.list();
  answer.by_rules = by_rules.list();
  return {confined::packed(answer)};
}

Reply annotate_for_program(const Task& task) {
  std::vector<diag::Diagnostic> wanted;
  confined::Unpacker(task.words)(wanted);
  diag::Diagnostics findings, found;
  for (diag::Diagnostic& each : wanted) findings.add(std::move(each));
  auto copy = preflight::annotate_by(module_of(task), {std::string(task.file), findings, found});
  return {confined::packed(found.list()), std::move(copy).value_or("")};
}

/// Of a file, with the rules.
constexpr int kMostSeconds = 120;
constexpr std::uint64_t kMostMemory = std::uint64_t{4} << 30U;

constexpr confined::Work kJudge{judge_for_program, open_preflight, kMostSeconds, kMostMemory};
constexpr confined::Work kAnnotate{annotate_for_program, open_preflight, kMostSeconds, kMostMemory};

/// It speaks of the file alone, which is no text of the program's.
bool is_of_file(const diag::Diagnostic& found) {
  return !found.span.known() && found.labels.empty();
}

bool are_of_file(const std::vector<diag::Diagnostic>& found) {
  return std::ranges::all_of(found, is_of_file);
}

bool is_possible(const PdfAnswer& answer) {
  if (!are_of_file(answer.found) || !are_of_file(answer.by_rules)) return false;
  const auto is_error = [](const diag::Diagnostic& each) {
    return each.severity == diag::Severity::Error;
  };
  if (!answer.inspected) return std::ranges::any_of(answer.found, is_error);
  const plates::Print& print = answer.inspected->print;
  return print.inks.size() >= plates::kProcessInks && !print.pages.empty();
}

}  // namespace

std::shared_ptr<const void> open_preflight() {
  return std::make_shared<const Module>(preflight::open_preflight_module());
}

PdfResult ask_about_pdf(confined::Reader& reader, const PdfSource& file,
                        const PdfQuestion& question) {
  confined::Outcome outcome =
      reader.ask(kJudge, {confined::packed(question), file.bytes, file.descriptor});
  if (!outcome.reply) return outcome;
  auto answer = confined::unpacked<PdfAnswer>(outcome.reply->words);
  if (!answer || !is_possible(*answer)) return reader.distrust();
  return std::move(*answer);
}

std::optional<std::string> ask_for_notes(confined::Reader& reader, std::string_view bytes,
                                         const diag::Diagnostics& findings,
                                         diag::Diagnostics& diags) {
  confined::Outcome outcome = reader.ask(kAnnotate, {confined::packed(findings.list()), bytes});
  if (!outcome.reply) {
    report_harm(outcome, diags);
    return std::nullopt;
  }
  auto found = confined::unpacked<std::vector<diag::Diagnostic>>(outcome.reply->words);
  const bool is_copy = outcome.reply->file.starts_with("%PDF-");
  if (!found || !are_of_file(*found) || is_copy != found->empty()) {
    report_harm(reader.distrust(), diags);
    return std::nullopt;
  }
  if (is_copy) return std::move(outcome.reply->file);
  for (diag::Diagnostic& each : *found) diags.add(std::move(each));
  return std::nullopt;
}

void report_harm(const confined::Outcome& outcome, diag::Diagnostics& diags) {
  diags.error(diag::DiagnosticId::PdfBroken, {}, "the file can't be read: " + outcome.words(),
              outcome.hints);
}

}  // namespace handbill::build
