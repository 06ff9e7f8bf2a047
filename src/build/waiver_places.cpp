// SPDX-License-Identifier: MIT
#include "build/waiver_places.h"

#include <memory>

#include "spec/fact_path.h"

namespace handbill::build {

rules::WaiverPlaces waiver_places(const content::Content& content, const diag::SourceMap& sources) {
  auto paths = std::make_shared<std::unique_ptr<const spec::FactPaths>>();
  return {sources, [paths, &content](diag::Span span) {
            if (!*paths) *paths = std::make_unique<const spec::FactPaths>(content.as_read());
            return (*paths)->path_of(span);
          }};
}

}  // namespace handbill::build
