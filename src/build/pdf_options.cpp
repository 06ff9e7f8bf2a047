// SPDX-License-Identifier: MIT
#include "build/pdf_options.h"

namespace handbill::build {

pdf::PdfOptions pdf_options(const document::Document& document, pdf::ProfileStreams& profiles) {
  pdf::PdfOptions options;
  options.profiles = &profiles;
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
