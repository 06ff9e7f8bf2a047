// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/explain_rules.h"
#include "cli/markdown.h"
#include "cli/print.h"
#include "content/absent.h"
#include "content/fact_table.h"
#include "diag/diagnostic_id.h"
#include "diag/lent_files.h"
#include "diag/render.h"
#include "spec/key_table.h"
#include "world/project.h"

namespace handbill::cli {
namespace {

/// Something that can be explained: "sheet.bleed", "hours.week", "| short", "overset".
struct Topic {
  std::vector<std::string> names;
  std::string text;
};

std::string key_line(const spec::KeyInfo& key) {
  return row(
      {code(key.name), std::string(key.type), code(key.default_value), std::string(key.doc)});
}

constexpr const char* kKeyHead =
    "| key | type | default | what it does |\n| --- | --- | --- | --- |\n";
constexpr const char* kFactHead = "| fact | type | what it is |\n| --- | --- | --- |\n";
constexpr const char* kFormatHead =
    "| format | takes | gives | note |\n| --- | --- | --- | --- |\n";
constexpr const char* kMessageHead = "| message | meaning |\n| --- | --- |\n";

std::string table_text(const spec::TableInfo& table) {
  std::string text =
      "### " + std::string(table.name) + "\n\n" + std::string(table.doc) + "\n\n" + kKeyHead;
  for (const spec::KeyInfo& key : table.keys) text += key_line(key);
  return text;
}

std::string fact_line(const content::FactInfo& fact) {
  const bool may_be_none =
      fact.kind == content::FactInfo::Kind::Written &&
      content::if_none(fact.name, content::FactTypes()) != content::IfNone::Refused;
  return row({code(fact.name), std::string(fact.type) + (may_be_none ? ", or \"none\"" : ""),
              std::string(fact.doc)});
}

std::string format_line(const content::FormatInfo& format) {
  return row({code(format.name), std::string(format.takes_text), code(format.example),
              std::string(format.doc)});
}

std::string message_line(const diag::DiagnosticInfo& info) {
  return row({code(info.name), std::string(info.explanation)});
}

std::vector<diag::DiagnosticInfo> messages() {
  std::vector<diag::DiagnosticInfo> all;
  for (int i = 0; i < static_cast<int>(diag::DiagnosticId::Count_); ++i) {
    all.push_back(diag::info(static_cast<diag::DiagnosticId>(i)));
  }
  return all;
}

std::vector<Topic> topics() {
  std::vector<Topic> all;
  for (const spec::TableInfo& table : spec::key_tables()) {
    all.push_back({{std::string(table.name)}, table_text(table)});
    for (const spec::KeyInfo& key : table.keys) {
      const std::string name = std::string(table.name) + "." + std::string(key.name);
      // "frame.box" for "side.frame.box", and "box" alone.
      const std::string_view last = table.name.substr(table.name.rfind('.') + 1);
      const std::string near = std::string(last) + "." + std::string(key.name);
      all.push_back(
          {{name, near, std::string(key.name)}, "### " + name + "\n\n" + kKeyHead + key_line(key)});
    }
  }
  for (const content::FactInfo& fact : content::known_facts()) {
    all.push_back({{std::string(fact.name)}, kFactHead + fact_line(fact)});
  }
  for (const content::FormatInfo& format : content::formats()) {
    all.push_back({{std::string(format.name)}, kFormatHead + format_line(format)});
  }
  for (const diag::DiagnosticInfo& info : messages()) {
    all.push_back({{std::string(info.name)}, kMessageHead + message_line(info)});
  }
  return all;
}

std::string lent_text() {
  std::string text =
      "\n## What the program lends\n\nA project that does not have one of these files takes the "
      "program's. Everything else it has itself, or it is an error.\n\n| path | what it is |\n"
      "| --- | --- |\n";
  for (const diag::LentFiles& each : diag::lent_files()) {
    text += row({code(std::string(each.path) + (each.path.ends_with('/') ? "*.toml" : "")),
                 std::string(each.what)});
  }
  return text;
}

std::string reference() {
  std::string text =
      "# Reference\n\nEvery key of a layout, every fact the program knows, every format, every "
      "message, and what the program lends to a project. Written by `handbill explain`.\n\n## "
      "Layout files\n\n";
  for (const spec::TableInfo& table : spec::key_tables()) text += table_text(table) + "\n";
  text += std::string("## Facts\n\n") + kFactHead;
  for (const content::FactInfo& fact : content::known_facts()) text += fact_line(fact);
  text +=
      std::string("\n## Formats\n\nWritten behind a bar: `{clinic.phone | international}`.\n\n") +
      kFormatHead;
  for (const content::FormatInfo& format : content::formats()) text += format_line(format);
  text += std::string("\n## Messages\n\n") + kMessageHead;
  for (const diag::DiagnosticInfo& info : messages()) text += message_line(info);
  return text + lent_text();
}

using MakeDocument = std::optional<std::string> (*)(const diag::FileReader&, diag::SourceMap&,
                                                    diag::Diagnostics&);

int print_document(MakeDocument make) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto text = make(world::files_here(), sources, diags);
  print_rendered(diag::render(diags, sources, diag::Paint::Plain));
  if (!text) return 1;
  print_text(*text);
  return 0;
}

}  // namespace

int run(const ExplainArgs& args) {
  if (args.rules) return print_document(rules_reference);
  if (args.word_rules) return print_document(word_rules_reference);
  if (args.shops) return print_document(print_shop_guide);
  if (args.word.empty()) {
    print_text(reference());
    return 0;
  }
  std::vector<std::string> known;
  std::string text;
  for (const Topic& topic : topics()) {
    known.insert(known.end(), topic.names.begin(), topic.names.end());
    if (std::ranges::find(topic.names, args.word) != topic.names.end()) text += topic.text + "\n";
  }
  diag::SourceMap sources;
  diag::Diagnostics unheard;
  // What a message tells of may be a rule.
  text += explain_rule(args.word, world::files_here(), sources, unheard);
  if (!text.empty()) {
    print_text(text);
    return 0;
  }
  complain("handbill: there is no key, fact, format, message or rule `" + args.word + "`");
  if (const auto near = nearest(args.word, known)) complain(" hint: did you mean `" + *near + "`?");
  return 2;
}

}  // namespace handbill::cli
