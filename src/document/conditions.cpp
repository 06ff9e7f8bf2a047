// SPDX-License-Identifier: MIT
#include "document/conditions.h"

#include <algorithm>
#include <utility>

#include "document/context.h"
#include "document/scopes.h"

namespace handbill::document {
namespace {

using WhenKind = spec::WhenSpec::Kind;

bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

bool compares(std::size_t rows, const spec::WhenSpec& when) {
  const auto count = static_cast<std::int64_t>(rows);
  switch (when.compare) {
    case spec::WhenSpec::Compare::More:
      return count > when.number;
    case spec::WhenSpec::Compare::AtLeast:
      return count >= when.number;
    case spec::WhenSpec::Compare::Exactly:
      return count == when.number;
    case spec::WhenSpec::Compare::AtMost:
      return count <= when.number;
    case spec::WhenSpec::Compare::Fewer:
      return count < when.number;
  }
  return false;
}

/// What the content has at a path.
struct Found {
  enum class State { Nothing, Filled, Blank } state = State::Nothing;
  std::optional<std::size_t> rows{};  ///< of a list
};

Found found_at(const spec::WhenSpec& when, const content::FactRow* scope,
               const content::Content& content, diag::Diagnostics& diags) {
  using enum Found::State;
  const ScopedFact asked = in_scope(when.name, scope, content);
  if (asked.given != nullptr)
    return {has_words(*asked.given->text->as_string()) ? Filled : Nothing};
  const bool is_own = when.name.find('.') == std::string::npos;
  if (is_own && !asked.is_found && asked.scope == nullptr && !part_of(scope).empty()) return {};
  const std::string name = content.full_path(asked.fact.path, asked.scope);
  const content::Notice* notice = content::notice_over(content.notices(), name);
  if (notice != nullptr && notice->path == name) {
    return {notice->state == content::Notice::State::DoesNot ? Nothing : Filled};
  }
  // A list says of a text that it is none, and a text of a list.
  diag::Diagnostics said;
  if (const auto rows = content.rows(name, when.span, said)) {
    return {rows->empty() ? Nothing : Filled, rows->size()};
  }
  // What can't be read is told where it stands.
  if (said.list().empty()) return {};
  diag::Diagnostics said_of_text;
  const bool is_of_entry = asked.scope != nullptr && !asked.is_found && is_own;
  const auto insert = content.insert(asked.fact.path, is_of_entry ? content::kOptional : "",
                                     asked.scope, when.span, said_of_text);
  if (!insert) {
    const bool may_lack = content.may_lack(name);
    for (const diag::Diagnostic& each : said_of_text.list()) {
      if (!may_lack || each.id != diag::DiagnosticId::FactMissing) diags.add(each);
    }
    return {};
  }
  if (std::holds_alternative<content::Blank>(*insert)) return {Blank};
  if (const auto* plain = std::get_if<content::Plain>(&*insert)) {
    return {has_words(plain->text) ? Filled : Nothing};
  }
  const auto* prose = std::get_if<content::Prose>(&*insert);
  return {prose != nullptr && has_words(*prose->value->as_string()) ? Filled : Nothing};
}

}  // namespace

bool Conditions::holds(const spec::WhenSpec& when, const content::FactRow* scope,
                       const PagePosition& page) const {
  if (when.kind == WhenKind::Overset) return true;
  if (when.kind == WhenKind::Recto) return !page.is_verso;
  if (when.kind == WhenKind::Verso) return page.is_verso;
  if (when.kind == WhenKind::FirstPage) return page.is_first;
  if (when.kind == WhenKind::LastPage) return page.is_last;
  if (when.kind == WhenKind::Variant) {
    return std::ranges::find(variants_, when.name) != variants_.end();
  }
  const Found found = found_at(when, scope, content_, diags_);
  if (when.kind == WhenKind::Fact) return found.state == Found::State::Filled;
  if (when.kind == WhenKind::Blank) return found.state == Found::State::Blank;
  if (found.rows) return compares(*found.rows, when);
  if (found.state == Found::State::Nothing) return compares(0, when);
  diags_.error(diag::DiagnosticId::FactMissing, when.span,
               quoted(when.name) + " is a text, and has no rows to count");
  return false;
}

bool Conditions::hold(const std::vector<spec::WhenSpec>& when, const content::FactRow* scope,
                      const PagePosition& page) const {
  bool all = true;
  for (const spec::WhenSpec& each : when) all = holds(each, scope, page) != each.is_negated && all;
  return all;
}

}  // namespace handbill::document
