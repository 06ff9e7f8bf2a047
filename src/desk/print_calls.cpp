// SPDX-License-Identifier: MIT
// Printing in the office: printers, editions, a page to try a printer with.
#include <algorithm>
#include <array>

#include "build/make_printable.h"
#include "build/note_prints.h"
#include "build/test_page.h"
#include "desk/calls.h"
#include "desk/disk_run.h"
#include "spec/printed_spec.h"

namespace handbill::desk {
namespace {

constexpr int kMostPrinted = 999;

/// How people want it printed.
struct Wanted {
  Edition edition = Edition::Office;
  bool is_grey = false;
  std::optional<pdf::Printing::Sides> sides{};  ///< nothing: as the pages turn
};

std::optional<pdf::Printing::Sides> sides_named(const std::string& word) {
  using Sides = pdf::Printing::Sides;
  if (word == "one") return Sides::One;
  if (word == "long-edge") return Sides::LongEdge;
  if (word == "short-edge") return Sides::ShortEdge;
  return std::nullopt;
}

/// Nothing: a word is none that it may be.
std::optional<Wanted> wanted_of(const std::string& edition, const std::string& colors,
                                const std::string& sides) {
  Wanted wanted;
  if (!edition.empty()) {
    const auto named = build::editions_named({edition});
    if (named.size() != 1 || facts_of(named.front()).form == EditionForm::Words) {
      return std::nullopt;
    }
    wanted.edition = named.front();
  }
  if (!colors.empty() && colors != "color" && colors != "greys") return std::nullopt;
  wanted.is_grey = colors == "greys";
  wanted.sides = sides_named(sides);
  const bool is_known = sides.empty() || sides == "as-pages-turn" || wanted.sides;
  return is_known ? std::optional(wanted) : std::nullopt;
}

constexpr const char* kWantedHelp =
    "`edition` has pages, `colors` is color or greys, `sides` one, long-edge, short-edge or "
    "as-pages-turn";

/// Nothing: what is wrong stands in the run.
std::optional<build::Printable> printable(const Wanted& wanted, DiskRun& disk) {
  disk.request.editions = {wanted.edition};
  if (wanted.edition != Edition::Standard) disk.request.shops = {"none"};
  std::vector<build::Printable> made;
  const build::Maker maker{
      [&](const build::Job& job, build::Run& in) { return build::make_printable(job, in, made); }};
  build::make_documents(disk.run, build::Publish::Whole, maker,
                        [](build::Made&, build::Soundness) { return build::Next::GoOn; });
  if (disk.run.diags.has_errors() || made.size() != 1) return std::nullopt;
  if (wanted.sides) made.front().printing.sides = *wanted.sides;
  made.front().is_grey = wanted.is_grey;
  return std::move(made.front());
}

std::shared_ptr<const diag::FileReader> files_for(const Wanted& wanted, const Session& session,
                                                  const View& view) {
  const bool is_office = wanted.edition == Edition::Office;
  if (!is_office) return nullptr;
  return with_layout_values(session, view,
                            {{"edition.office.color", wanted.is_grey ? "greys" : "color"}});
}

const char* word_of(pdf::Printing::Sides sides) {
  using enum pdf::Printing::Sides;
  return sides == One ? "one" : sides == LongEdge ? "long-edge" : "short-edge";
}

Json json_of(const build::Printable& document) {
  return {{"name", document.name + ".pdf"},
          {"pages", document.pages},
          {"width", document.paper.width.inch()},
          {"height", document.paper.height.inch()},
          {"sides", word_of(document.printing.sides)}};
}

Answer printers(const Call&, Session&) {
  const build::Printers here = build::printers_here();
  return as_json({{"known", here.are_known}, {"names", here.names}, {"default", here.by_default}});
}

/// What would be printed, as PDF; with `ask=facts` what there is to know of it.
Answer pdf(const Call& call, Session& session) {
  const View* view = view_of(call, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  const auto wanted =
      wanted_of(call.parameter("edition"), call.parameter("colors"), call.parameter("sides"));
  if (!wanted) return refused(kWrong, kWantedHelp);
  if (auto unsaved = refused_unsaved(session)) return *unsaved;
  DiskRun disk(session, *view, files_for(*wanted, session, *view));
  auto document = printable(*wanted, disk);
  if (!document) return refused_for(disk.run.diags, "this can't be printed yet");
  if (call.parameter("ask") == "facts") return as_json(json_of(*document));
  return {200, "application/pdf", std::move(document->pdf), ""};
}

/// Nothing on success, else what to tell people.
std::optional<Answer> sent(const build::Printable& document, const build::PrintOrder& order) {
  const build::Answer answer = build::run_program({build::lp_words(document, order), document.pdf});
  if (answer.is_good) return std::nullopt;
  return refused(kConflict, answer.was_found ? "the printer did not take it: " + answer.said
                                             : "this computer has no program that prints (CUPS)");
}

/// Nothing: there is none of that name.
std::optional<std::string> printer_named(const Json& body) {
  const std::string name = text_at(body, "printer");
  const build::Printers here = build::printers_here();
  const bool is_there = name.empty() ? !here.by_default.empty()
                                     : std::ranges::find(here.names, name) != here.names.end();
  return is_there ? std::optional(name) : std::nullopt;
}

Answer print(const Call& call, Session& session) {
  const Json body = body_of(call);
  if (body.is_null()) return refused(kWrong, "the body is no JSON object");
  const auto wanted =
      wanted_of(text_at(body, "edition"), text_at(body, "colors"), text_at(body, "sides"));
  if (!wanted) return refused(kWrong, kWantedHelp);
  const auto copies = body.find("copies");
  const bool has_copies = copies != body.end() && copies->is_number_integer() && *copies >= 1 &&
                          *copies <= kMostPrinted;
  if (!has_copies) return refused(kWrong, "`copies` is a number from 1 to 999");
  const View* view = view_of(call, body, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  if (auto unsaved = refused_unsaved(session)) return *unsaved;
  const auto printer = printer_named(body);
  if (!printer) return refused(kConflict, "there is no such printer");
  DiskRun disk(session, *view, files_for(*wanted, session, *view));
  const auto document = printable(*wanted, disk);
  if (!document) return refused_for(disk.run.diags, "this can't be printed yet");
  const auto failed = sent(*document, {*printer, copies->get<int>()});
  return failed ? *failed : done(session);
}

std::optional<build::TestPaper> paper_named(const std::string& word) {
  if (word.empty() || word == "letter") return build::TestPaper::Letter;
  if (word == "a4") return build::TestPaper::A4;
  return std::nullopt;
}

/// A page with rulers; any document of the session serves to make it.
std::optional<build::Printable> made_test_page(build::TestPaper paper, const Call& call,
                                               Session& session) {
  const std::vector<View>& views = session.views(language_of(call, session));
  if (views.empty()) return std::nullopt;
  DiskRun disk(session, views.front());
  diag::Diagnostics diags;
  return build::test_page(paper, disk.run, diags);
}

Answer test_pdf(const Call& call, Session& session) {
  const auto paper = paper_named(call.parameter("paper"));
  if (!paper) return refused(kWrong, "`paper` is letter or a4");
  auto page = made_test_page(*paper, call, session);
  if (!page) return refused(kFault, "the test page could not be made");
  return {200, "application/pdf", std::move(page->pdf), ""};
}

Answer print_test(const Call& call, Session& session) {
  const Json body = body_of(call);
  const auto paper = paper_named(text_at(body, "paper"));
  const std::string sides = text_at(body, "sides");
  const auto turned = sides_named(sides);
  if (body.is_null() || !paper || (!sides.empty() && !turned)) {
    return refused(kWrong, "`paper` is letter or a4, `sides` one, long-edge or short-edge");
  }
  const auto printer = printer_named(body);
  if (!printer) return refused(kConflict, "there is no such printer");
  auto page = made_test_page(*paper, call, session);
  if (!page) return refused(kFault, "the test page could not be made");
  if (turned) page->printing.sides = *turned;
  const auto failed = sent(*page, {*printer, 1});
  return failed ? *failed : done(session);
}

/// Notes in the ledger what was printed or ordered.
Answer note_print(const Call& call, Session& session) {
  const Json body = body_of(call);
  const auto quantity = body.is_object() ? body.find("quantity") : body.end();
  const bool has_quantity = body.is_object() && quantity != body.end() &&
                            quantity->is_number_integer() && *quantity >= 1 &&
                            *quantity <= spec::kMostCopies;
  if (!has_quantity) return refused(kWrong, "`quantity` is a number of copies");
  const auto wanted = wanted_of(text_at(body, "edition"), "", "");
  if (!wanted) return refused(kWrong, kWantedHelp);
  const View* view = view_of(call, body, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  if (auto unsaved = refused_unsaved(session)) return *unsaved;
  DiskRun disk(session, *view);
  disk.request.editions = {wanted->edition};
  const std::string shop = text_at(body, "shop");
  disk.request.shops = {shop.empty() ? "none" : shop};
  build::Noted noted;
  const auto trouble = session.versions().keep_work("Note a print of " + view->name, [&] {
    noted =
        build::note_printed({quantity->get<std::int64_t>(), text_at(body, "note"), ""}, disk.run);
  });
  if (noted.failure) return refused(kConflict, *noted.failure);
  if (disk.run.diags.has_errors()) return refused_for(disk.run.diags, "nothing was noted");
  session.look_at_disk();
  return done(session, trouble.value_or(""));
}

}  // namespace

std::span<const Route> print_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/printers", printers},
      {"GET", "/api/print/pdf", pdf},
      {"GET", "/api/print/test", test_pdf},
      {"POST", "/api/print", print},
      {"POST", "/api/print/test", print_test},
      {"POST", "/api/printed", note_print},
  });
  return kRoutes;
}

}  // namespace handbill::desk
