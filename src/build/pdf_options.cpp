// SPDX-License-Identifier: MIT
#include "build/pdf_options.h"

#include <memory>

#include "color/usual_profile.h"

namespace handbill::build {
namespace {

/// What ink means where no press is named: the colours that pictures of the pages have too.
pdf::OutputIntent usual_intent() {
  return {.identifier = "Custom",
          .info = "Ink on coated paper, from the solids of CGATS TR 006",
          .registry = {},
          .icc = std::make_shared<const std::string>(color::usual_profile())};
}

}  // namespace

pdf::PdfOptions pdf_options(const document::Document& document, pdf::PartBook& parts) {
  pdf::PdfOptions options;
  options.parts = &parts;
  options.unasked = unasked_beside(document.shop ? document.shop->standard : Claims());
  if (!document.shop || document.shop->condition.identifier.empty()) {
    options.intent = usual_intent();
    if (!document.shop) return options;
  }
  options.standard = document.shop->standard;
  options.asked_at = document.shop->asked_at;
  const document::PressCondition& condition = document.shop->condition;
  if (condition.identifier.empty()) return options;
  options.intent.identifier = condition.identifier;
  options.intent.info = condition.info;
  options.intent.icc = condition.icc;
  if (condition.name.empty()) options.intent.registry.clear();
  return options;
}

}  // namespace handbill::build
