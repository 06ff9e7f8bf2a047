// SPDX-License-Identifier: MIT
#include "build/pdf_options.h"

namespace handbill::build {
namespace {

pdf::Standard standard_of(document::Standard standard) {
  switch (standard) {
    case document::Standard::X1a2003:
      return pdf::Standard::X1a2003;
    case document::Standard::X4:
      return pdf::Standard::X4;
    case document::Standard::None:
      break;
  }
  return pdf::Standard::None;
}

}  // namespace

pdf::PdfOptions pdf_options(const document::Document& document, pdf::ProfileStreams& profiles) {
  pdf::PdfOptions options;
  options.profiles = &profiles;
  if (!document.shop) return options;
  const document::PressCondition& condition = document.shop->condition;
  options.standard = standard_of(document.shop->standard);
  options.intent.identifier = condition.identifier;
  options.intent.info = condition.info;
  options.intent.icc = condition.icc;
  if (condition.name.empty()) options.intent.registry.clear();
  return options;
}

}  // namespace handbill::build
