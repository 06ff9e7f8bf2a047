// SPDX-License-Identifier: MIT
// Collects what a document's words are parted with.
#pragma once

#include <memory>
#include <string>

#include "document/context.h"
#include "text/hyphenate.h"

namespace handbill::document {

class Hyphens {
 public:
  explicit Hyphens(const Context& context)
      : context_(context), hyphenation_(context.theme.hyphenation) {}

  /// A style in use lets words of `language` be parted. Reports hyphens-missing once a language.
  void use(const std::string& language, diag::Span asked_at);

  /// Null: nothing is parted.
  std::shared_ptr<const text::Hyphenation> take() const;

 private:
  bool has_faulty_dictionary(const std::string& language, diag::Span asked_at) const;

  const Context& context_;
  text::Hyphenation hyphenation_;
  bool is_used_ = false;
};

/// [hyphenation] of a layout: words that are parted as it says. Reports bad-value.
text::Hyphenation hyphen_exceptions(const spec::LayoutSpec& layout, const Teller& teller);

/// True for languages that start every noun with a capital.
bool has_large_nouns(std::string_view language);

}  // namespace handbill::document
