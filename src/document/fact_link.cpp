// SPDX-License-Identifier: MIT
#include "document/fact_link.h"

#include "document/edition.h"
#include "document/link_target.h"
#include "document/scopes.h"

namespace handbill::document {

std::string fact_link(const content::TemplatePart::Fact& fact, const content::FactRow* scope,
                      diag::Span asked_at, const Context& context) {
  if (edition_of(context.layout()) != Edition::Screen) return {};
  const content::Content& content = context.inputs.content;
  const ScopedFact found = in_scope(fact, scope, content);
  const std::string_view type =
      content.types().type(content.full_path(found.fact.path, found.scope));
  if (type != "phone" && type != "mail" && type != "web") return {};
  diag::Diagnostics said;  // of the fact itself, by whoever sets it
  const std::string_view format = type == "phone" ? "uri" : "";
  const auto insert = content.insert(found.fact.path, format, found.scope, asked_at, said);
  const auto* plain = insert ? std::get_if<content::Plain>(&*insert) : nullptr;
  if (plain == nullptr || plain->text.empty()) return {};
  if (type == "mail") return percent_encoded("mailto:" + plain->text);
  const bool is_whole = plain->text.find(':') != std::string::npos;
  return percent_encoded(is_whole ? plain->text : "https://" + plain->text);
}

}  // namespace handbill::document
