// SPDX-License-Identifier: MIT
#include "build/new_settings.h"

#include "base/nearest.h"

namespace handbill::build {

void NewSettings::add(const Compiled& compiled) {
  ++documents_;
  if (!compiled.content || !compiled.document) return;
  for (const spec::NewKey& each : compiled.content->as_read().new_keys) {
    if (compiled.document->printed.has_at(each.value)) continue;
    Unknown& unknown = unknown_.emplace(each.at.file, Unknown{each}).first->second;
    ++unknown.documents;
    // A document that takes the file of the table knows best which key is new.
    if (each.path.size() > unknown.key.path.size()) unknown.key = each;
  }
}

void NewSettings::join(const NewSettings& other, diag::SpanMover& move) {
  documents_ += other.documents_;
  for (const auto& [setting, each] : other.unknown_) {
    spec::NewKey key = each.key;
    key.at = move(key.at);
    key.value = move(key.value);
    Unknown& unknown = unknown_.emplace(key.at.file, Unknown{key}).first->second;
    unknown.documents += each.documents;
    if (key.path.size() > unknown.key.path.size()) unknown.key = key;
  }
}

void NewSettings::report(diag::Diagnostics& diags) const {
  for (const auto& [setting, each] : unknown_) {
    if (each.documents < documents_) continue;
    std::vector<std::string> hints;
    if (const auto near = nearest(each.key.name, each.key.beside)) {
      hints.push_back("did you mean `" + *near + "`?");
    } else {
      hints.push_back("a setting replaces a fact that the content has, or one that is printed");
    }
    diags.error(diag::DiagnosticId::UnknownKey, each.key.at,
                "the content has no `" + each.key.path + "`, and nothing prints it",
                std::move(hints));
  }
}

}  // namespace handbill::build
