// SPDX-License-Identifier: MIT
#include "build/pdf_options.h"

namespace handbill::build {

pdf::PdfOptions pdf_options(const document::Document& document, pdf::PartBook& parts) {
  pdf::PdfOptions options;
  options.parts = &parts;
  if (!document.shop) return options;
  const document::PressCondition& condition = document.shop->condition;
  options.standard = document.shop->standard;
  options.intent.identifier = condition.identifier;
  options.intent.info = condition.info;
  options.intent.icc = condition.icc;
  if (condition.name.empty()) options.intent.registry.clear();
  return options;
}

}  // namespace handbill::build
