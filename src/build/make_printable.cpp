// SPDX-License-Identifier: MIT
#include "build/make_printable.h"

#include <utility>

#include "build/inputs.h"
#include "build/printing.h"

namespace handbill::build {

Made make_printable(const Job& job, Run& run, std::vector<Printable>& into) {
  Made made;
  const auto compiled = compile_job(job, run, made.diags);
  if (compiled->pages && !judged(made.diags, run.request).has_errors()) {
    auto bytes = write_job_pdf(*compiled, job, run, made.diags);
    if (bytes) {
      const document::Document& document = *compiled->document;
      const auto& pages = compiled->pages->pages;
      into.push_back({.name = job.name(run.request),
                      .pdf = std::move(*bytes),
                      .pages = pages.size(),
                      .paper = pages.empty() ? Size() : pages.front().media.size(),
                      .printing = printing_of(document, *compiled->pages),
                      .is_grey = document.office &&
                                 document.office->colors == document::Office::Colors::Greys});
    }
  }
  made.diags = told_of(made.diags, job, *compiled, run);
  return made;
}

}  // namespace handbill::build
