// SPDX-License-Identifier: MIT
#include "build/review.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "build/approvals.h"
#include "build/judge_words.h"
#include "build/report_mended.h"
#include "build/review_sheet.h"
#include "build/set_page.h"
#include "build/version.h"
#include "png/load_png.h"

namespace handbill::build {
namespace {

constexpr std::string_view kReviewContent = "content/en/review.toml";
constexpr const char* kReviewLayout = "layouts/tickets/approval-sheet.toml";
/// Of pages that are read on paper, at the size of the sheet.
constexpr double kPageResolution = 130;
constexpr std::size_t kMostReviewPages = 24;
constexpr std::size_t kMostReviewFindings = 60;

/// "Spanish (es)" of those that the program's own documents speak, else "es".
std::string language_name(const std::string& tag) {
  const std::map<std::string, std::string> names = {
      {"en", "English"},    {"es", "Spanish"}, {"zh", "Chinese"},    {"ar", "Arabic"},
      {"fr", "French"},     {"de", "German"},  {"vi", "Vietnamese"}, {"ko", "Korean"},
      {"pt", "Portuguese"}, {"ru", "Russian"}, {"it", "Italian"},    {"ja", "Japanese"}};
  const auto known = names.find(tag);
  return known == names.end() ? tag : known->second + " (" + tag + ")";
}

std::string date_of(const Compiled& compiled) {
  const std::string date = compiled.content->revision_date();
  return date.empty() ? "2000-01-01" : date;  // as PDFs are dated whose content is not
}

/// What a reader of the sheet has to weigh: no blanks and drafts, which others are told of.
bool is_for_reviewer(const diag::Diagnostic& found) {
  using enum diag::DiagnosticId;
  const bool is_of_state = found.id == DraftContent || found.id == NotApproved ||
                           found.id == ApprovalDate || found.id == LookChanged;
  return found.severity != diag::Severity::Note && !is_of_state;
}

std::string line_of(const diag::Diagnostic& found, const diag::SourceMap& sources) {
  if (!found.span.known()) return {};
  return sources.name(found.span.file) + ":" +
         std::to_string(sources.position(found.span.file, found.span.begin).line);
}

/// Backquotes mark words in messages; on paper they are only in the way.
std::string without_marks(std::string text) {
  std::erase(text, '`');
  return text;
}

std::vector<ReviewItem> items_of(const diag::Diagnostics& found,
                                 const std::vector<Question>& questions,
                                 const diag::SourceMap& sources) {
  std::vector<ReviewItem> items;
  for (const Question& each : questions) {
    items.push_back({"Questions for you", each.item, each.words, ReviewItem::Answer::Boxes});
  }
  for (const diag::Diagnostic& each : found.list()) {
    if (!is_for_reviewer(each) || items.size() >= kMostReviewFindings + questions.size()) continue;
    const std::string rule = each.rule ? each.rule->id : std::string(diag::info(each.id).name);
    items.push_back({"What the program has found", rule,
                     without_marks(each.message) + "  (" + line_of(each, sources) + ")"});
  }
  if (items.empty()) {
    items.push_back({"What the program has found", "–", "Nothing to consider."});
  }
  return items;
}

class Reviewer {
 public:
  explicit Reviewer(Run& run) : run_(run), words_(run) {}

  Recorded review(const std::string& file) {
    const std::vector<Job> jobs = wanted_jobs(run_);
    if (!file.empty() && jobs.size() > 1) {
      run_.diags.error(diag::DiagnosticId::WrongUse, {},
                       "`-o` names one file, and there is a sheet for each of " +
                           std::to_string(jobs.size()) + " documents",
                       {"leave it out: they go into `out`"});
      return {};
    }
    const std::filesystem::path where = file;
    const std::string folder = file.empty() ? "out" : where.parent_path().string();
    std::vector<OutputFile> sheets;
    for (const Job& job : jobs) {
      if (auto sheet = sheet_of(job)) {
        sheets.push_back(
            {file.empty() ? job.name(run_.request) + "-review.pdf" : where.filename().string(),
             std::move(*sheet)});
      }
    }
    passes(words_.close(), run_);
    if (run_.diags.has_errors() || sheets.empty()) return {};
    return publish(folder, sheets);
  }

 private:
  Recorded publish(const std::string& folder, const std::vector<OutputFile>& sheets) {
    Recorded recorded;
    OutputSet set(folder, Durability::Cached);
    const Mended mended = mend_output(set.folder());
    report_mended(mended, set.folder(), run_.diags);
    recorded.failure = mended.failure;
    if (!recorded.failure) recorded.failure = set.add(sheets);
    if (!recorded.failure) recorded.failure = set.publish(run_.files.identities());
    if (recorded.failure) return recorded;
    for (const OutputFile& each : sheets) recorded.told.push_back(path_in(folder, each.name));
    return recorded;
  }

  /// Nothing: an error was added to the run.
  std::optional<std::string> sheet_of(const Job& job) {
    diag::Diagnostics told;
    std::optional<std::string> sheet;
    guarded(job, run_, told, [&] {
      diag::Diagnostics found;
      const auto compiled = compile_job(job, run_, found);
      found.add_all(words_.judge(job, compiled));
      diag::Diagnostics errors;
      for (const diag::Diagnostic& each : found.list()) {
        if (each.severity == diag::Severity::Error) errors.add(each);
      }
      if (compiled->pages && !errors.has_errors()) {
        sheet = set_sheet(job, *compiled, found, errors);
      }
      told = told_of(errors, job, *compiled, run_);
    });
    passes(told, run_);
    return sheet;
  }

  /// One that no ledger knows has a sheet too.
  records::Standing standing_for(const Job& job, const Compiled& compiled) const {
    if (compiled.approval) return *compiled.approval;
    const document::Document& own = compiled.source ? *compiled.source : *compiled.document;
    return records::standing_of(std::make_shared<const records::Approvals>(), stem(job.layout),
                                compiled.content->language(),
                                wording_of(own, *compiled.content, run_.sources));
  }

  std::optional<std::string> set_sheet(const Job& job, const Compiled& compiled,
                                       const diag::Diagnostics& found, diag::Diagnostics& diags) {
    const records::Standing standing = standing_for(job, compiled);
    diag::HeldFiles files = files_of_layout(run_.workspace.project, kReviewLayout);
    Review review{compiled.document->metadata.title,
                  language_name(standing.language),
                  "Handbill " + std::string(kVersion),
                  date_of(compiled),
                  standing,
                  records::last_approval(*standing.of, standing.document, standing.language)};
    review.items = items_of(found, words_.asked(), run_.sources);
    add_pages(compiled, files, review, diags);
    files.hold(kReviewContent, review_content(review));
    if (auto layout = files.read(kReviewLayout).bytes) {
      files.hold(kReviewLayout, review_layout(review, std::move(*layout)));
    }
    return pdf_of(files, diags);
  }

  void add_pages(const Compiled& compiled, diag::HeldFiles& files, Review& review,
                 diag::Diagnostics& diags) {
    display::PageList pages = *compiled.pages;
    if (compiled.imposition) pages.pages = std::exchange(pages.forms, {});
    for (std::size_t i = 0; i < std::min(pages.pages.size(), kMostReviewPages); ++i) {
      auto bytes = png::write_png(pages, i, run_.workspace.fonts, compiled.press,
                                  {.pixels_per_inch = kPageResolution}, diags);
      if (!bytes) return;
      const std::string name = "page-" + std::to_string(i + 1) + ".png";
      files.hold("layouts/" + name, std::move(*bytes));
      const std::string& side = pages.pages[i].name;
      review.pages.push_back(
          {"Page " + std::to_string(i + 1) + (side.empty() ? "" : ": " + side), name});
    }
  }

  std::optional<std::string> pdf_of(const diag::HeldFiles& files, diag::Diagnostics& diags) {
    picture::PictureBook pictures(run_.workspace.reader);
    return set_layout({files, kReviewLayout, pictures, "the approval sheet"}, run_, diags);
  }

  Run& run_;
  WordJudge words_;
};

}  // namespace

Recorded review(const std::string& file, Run& run) { return Reviewer(run).review(file); }

}  // namespace handbill::build
