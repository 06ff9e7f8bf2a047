// SPDX-License-Identifier: MIT
#include "manifest/manifest.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/big_endian.h"

namespace handbill::manifest {
namespace {

constexpr std::size_t kHashDigits = 64;
constexpr std::string_view kShown = "shown: ";

constexpr auto kEntities = std::to_array<std::pair<std::string_view, char>>({{"&amp;", '&'},
                                                                             {"&lt;", '<'},
                                                                             {"&gt;", '>'},
                                                                             {"&quot;", '"'},
                                                                             {"&apos;", '\''},
                                                                             {"&#13;", '\r'},
                                                                             {"&#45;", '-'}});

std::string from_xml(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto entity = std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& each) {
      return text.starts_with(each.first);
    });
    if (entity != kEntities.end()) {
      result += entity->second;
      text.remove_prefix(entity->first.size());
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

/// What stands between the first `open` and the next `close`; nothing: either is missing.
std::optional<std::string_view> between(std::string_view text, std::string_view open,
                                        std::string_view close) {
  const std::size_t begin = text.find(open);
  if (begin == text.npos) return std::nullopt;
  const std::size_t end = text.find(close, begin + open.size());
  if (end == text.npos) return std::nullopt;
  return text.substr(begin + open.size(), end - begin - open.size());
}

/// Of a file of others: nothing that a terminal would obey.
bool is_printable(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

diag::Origin origin_of(const Input& input) {
  if (input.path.starts_with(kProgram)) return diag::Origin::Program;
  for (const std::string_view kind : {kFontTables, kFont, kHyphens, kProfile}) {
    if (input.path.starts_with(kind)) return diag::Origin::Machine;
  }
  return diag::Origin::Project;
}

std::string_view file_of(const Input& input) {
  const std::string_view path = input.path;
  return path.starts_with(kProgram) ? path.substr(kProgram.size()) : path;
}

std::string_view name_of(diag::Origin origin) {
  switch (origin) {
    case diag::Origin::Project:
      return "project";
    case diag::Origin::Program:
      return "program";
    case diag::Origin::Machine:
      return "machine";
  }
  return "";
}

std::vector<std::string> lines_of(const std::string& command, const std::vector<Input>& inputs,
                                  const ShownAs& shown) {
  std::vector<std::string> lines = {command};
  for (const Input& input : inputs) lines.push_back(input.path + " " + input.sha256);
  lines.push_back(std::string(kShown) + packed(shown));
  return lines;
}

std::optional<Manifest> read_manifest(std::string_view pdf, std::string_view xmp_namespace) {
  constexpr std::string_view kPacket = "<?xpacket begin=";
  const std::size_t start = pdf.rfind(kPacket);
  if (start == pdf.npos) return std::nullopt;
  const std::string_view packet = pdf.substr(start, pdf.find("<?xpacket end=", start) - start);
  if (packet.find(xmp_namespace) == packet.npos) return std::nullopt;
  auto list = between(packet, "<handbill:inputs>", "</handbill:inputs>");
  if (!list) return std::nullopt;
  Manifest manifest;
  const auto tool = between(packet, "<xmp:CreatorTool>", "</xmp:CreatorTool>");
  if (tool && is_printable(*tool)) manifest.program = from_xml(*tool);
  constexpr std::string_view kOpen = "<rdf:li>", kClose = "</rdf:li>";
  while (const auto item = between(*list, kOpen, kClose)) {
    const std::string line = from_xml(*item);
    const std::size_t space = line.rfind(' ');
    if (!is_printable(line)) return std::nullopt;
    if (line.starts_with(kShown)) {
      manifest.shown = unpacked(std::string_view(line).substr(kShown.size()));
    } else if (space != line.npos && is_hash(std::string_view(line).substr(space + 1))) {
      manifest.inputs.push_back({line.substr(0, space), line.substr(space + 1)});
    } else if (manifest.command.empty()) {
      manifest.command = line;
    }
    list->remove_prefix(static_cast<std::size_t>(item->data() - list->data()) + item->size());
  }
  if (manifest.inputs.empty()) return std::nullopt;
  return manifest;
}

std::string_view table_directory(std::string_view font, int index) {
  // OpenType 1.9, "TTC Header" and "Table Directory".
  std::size_t at = 0;
  if (font.starts_with("ttcf")) {
    const std::size_t entry = 12 + 4 * static_cast<std::size_t>(std::max(index, 0));
    if (entry + 4 > font.size()) return {};
    at = big_endian_at(font, entry);
  }
  constexpr std::size_t kHead = 12, kRecord = 16;
  if (at > font.size() || font.size() - at < kHead) return {};
  const std::size_t length = kHead + kRecord * big_endian_at(font, at + 4, 2);
  return font.size() - at < length ? std::string_view() : font.substr(at, length);
}

}  // namespace handbill::manifest
