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

/// A condition whose profile is not at hand says nothing of its inks to who opens the file.
bool tells_of_ink(const document::Shop& shop) {
  return !shop.condition.identifier.empty() && (shop.condition.icc || shop.standard.is_pdfx());
}

}  // namespace

pdf::PdfOptions pdf_options(const document::Document& document, pdf::PartBook& parts) {
  const document::Shop* shop = document.shop.get();
  pdf::PdfOptions options;
  options.parts = &parts;
  options.unasked = unasked_beside(shop != nullptr ? shop->standard : Claims());
  if (shop != nullptr) {
    options.standard = shop->standard;
    options.asked_at = shop->asked_at;
  }
  if (shop == nullptr || !tells_of_ink(*shop)) {
    options.intent = usual_intent();
    return options;
  }
  const document::PressCondition& condition = shop->condition;
  options.intent.identifier = condition.identifier;
  options.intent.info = condition.info;
  options.intent.icc = condition.icc;
  if (condition.name.empty()) options.intent.registry.clear();
  return options;
}

}  // namespace handbill::build
