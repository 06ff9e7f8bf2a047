// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "base/number.h"
#include "base/words.h"
#include "build/make_printable.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {
namespace {

using build::Printable;
using build::Printers;
using build::PrintOrder;

std::string sides_of(const Printable& document) {
  switch (document.printing.sides) {
    case pdf::Printing::Sides::One:
      return "on one side";
    case pdf::Printing::Sides::LongEdge:
      return "on both sides, turned over the long edge";
    case pdf::Printing::Sides::ShortEdge:
      return "on both sides, turned over the short edge";
  }
  return "";
}

/// "aftercare-sheet-office: 1 page, 8.5 × 11 in, on one side, in colour"
std::string told(const Printable& document) {
  const auto inches = [](Length length) { return format_number(length.inch(), 2); };
  return document.name + ": " + counted(document.pages, "page") + ", " +
         inches(document.paper.width) + " \u00D7 " + inches(document.paper.height) + " in, " +
         sides_of(document) + ", " + (document.is_grey ? "in greys" : "in color");
}

void show(const std::vector<Printable>& documents, const PrintOrder& order,
          const Printers& printers) {
  for (const Printable& each : documents) say(told(each));
  const bool is_named = !order.printer.empty();
  const std::string printer = is_named ? order.printer
                              : printers.by_default.empty()
                                  ? "the default one"
                                  : printers.by_default + " (the default one)";
  say("printer: " + printer);
  say("copies: " + std::to_string(order.copies) + "; pages as large as they are");
}

/// Why nothing can be printed; empty: it may be tried.
std::string trouble_with(const PrintOrder& order, const Printers& printers) {
  if (!printers.are_known) return {};
  if (printers.names.empty()) return "this computer has no printer that CUPS knows";
  if (order.printer.empty()) {
    return printers.by_default.empty() ? "no printer is the default one: name one with `--printer`"
                                       : "";
  }
  if (std::ranges::find(printers.names, order.printer) != printers.names.end()) return {};
  return "there is no printer `" + order.printer + "`";
}

void complain_of(const std::string& trouble, const PrintOrder& order, const Printers& printers) {
  complain("handbill: " + trouble);
  if (printers.names.empty()) {
    complain(" hint: `handbill build --edition office` writes PDFs to print from elsewhere");
    return;
  }
  const auto near = order.printer.empty() ? std::nullopt : nearest(order.printer, printers.names);
  if (near) return complain(" hint: did you mean `" + *near + "`?");
  std::string all = " hint: there is";
  for (const std::string& each : printers.names) {
    all += (&each == &printers.names.front() ? " `" : ", `") + each + "`";
  }
  complain(all);
}

bool says_yes() {
  complain("print it? y or n");
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

int send(const std::vector<Printable>& documents, const PrintOrder& order) {
  for (const Printable& each : documents) {
    const build::Answer answer = build::run_program({build::lp_words(each, order), each.pdf});
    if (!answer.was_found) {
      complain("handbill: there is no `lp` here, the program of CUPS that prints");
      complain(" hint: `handbill build --edition office` writes PDFs to print from elsewhere");
      return 2;
    }
    if (!answer.is_good) {
      complain("handbill: `lp` did not take `" + each.name + "`: " + answer.said);
      return 2;
    }
    say(each.name + ": " + (answer.said.empty() ? "sent" : answer.said));
  }
  return 0;
}

}  // namespace

int run(const PrintArgs& args) {
  const auto& editions = args.check.request.editions;
  const auto words = std::ranges::find_if(
      editions, [](Edition each) { return facts_of(each).form == EditionForm::Words; });
  if (words != editions.end()) {
    complain("handbill: the " + std::string(facts_of(*words).name) +
             " edition has no pages to print");
    complain(" hint: `handbill build` writes it to a file");
    return 2;
  }
  const bool may_ask = ::isatty(STDIN_FILENO) == 1;
  if (!args.is_agreed && !may_ask) {
    complain("handbill: nobody is here to say yes");
    complain(" hint: `--yes` prints without asking");
    return 2;
  }
  const PrintOrder order{args.printer, args.copies};
  const Printers printers = build::printers_here();
  if (const std::string trouble = trouble_with(order, printers); !trouble.empty()) {
    complain_of(trouble, order, printers);
    return 2;
  }
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, args.check.request);
  build::Run run{workspace, args.check.request};
  std::vector<Printable> documents;
  const build::Maker maker{[&](const build::Job& job, build::Run& in) {
    return build::make_printable(job, in, documents);
  }};
  build::make_documents(run, build::Publish::Whole, maker,
                        [](build::Made&, build::Soundness) { return build::Next::GoOn; });
  print_messages_of_work(run, args.check.color);
  if (run.diags.has_errors()) {
    complain("nothing was printed");
    return 1;
  }
  show(documents, order, printers);
  if (!args.is_agreed && !says_yes()) {
    say("nothing was printed");
    return 0;
  }
  return send(documents, order);
}

}  // namespace handbill::cli
