// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/ascii.h"
#include "diag/read_text.h"
#include "spec/imposition_file.h"
#include "spec/known_names.h"

namespace handbill::spec {

bool read(const Value& value, const Request& request, CreepSpec& into) {
  const std::string* text = value.as_string();
  // What does not begin like a word is a length.
  if (text == nullptr || text->empty() || !is_letter(text->front())) {
    return read(value, request, into.length);
  }
  if (*text != "auto" && *text != "none") {
    request.bad_value(value.span, *text, hints_for(*text, {"auto", "none"}));
    return false;
  }
  into.word = Text{*text, value.span, value.source_offsets};
  return true;
}

void dump(const CreepSpec& value, std::string_view name, Lines& lines) {
  if (value.word) return dump(*value.word, name, lines);
  dump(value.length, name, lines);
}

namespace {

bool read_sheet(const Value& value, const Request& request, ImpositionSpec& into) {
  if (value.as_array() == nullptr) return read(value, request, into.sheet);
  return read(value, request, into.sheet_size);
}

bool read_gutter(const Value& value, const Request& request, ImpositionSpec& into) {
  if (value.as_array() != nullptr) return read(value, request, into.gutter);
  Spanned<Length> both_ways;
  if (!read(value, request, both_ways)) return false;
  into.gutter = {both_ways, both_ways};
  return true;
}

constexpr auto kImpositionKeys = std::to_array<Key<ImpositionSpec>>({
    key<&ImpositionSpec::title>("title", "", "what people call it"),
    key<&ImpositionSpec::scheme>("scheme", "", "how pages follow each other on the sheets")
        .takes("one of n-up, step-and-repeat, cut-and-stack, work-and-turn, work-and-tumble, tile, "
               "saddle-stitch, perfect-binding")
        .required(),
    key<&ImpositionSpec::sheet>("sheet", "",
                                "the sheet that is printed: \"tabloid landscape\", or width and "
                                "height")
        .takes("name of a paper size, or list of two lengths")
        .by(read_sheet)
        .required(),
    key<&ImpositionSpec::margin>("margin", "0.25 in", "edges of the sheet where nothing is printed")
        .least(0),
    key<&ImpositionSpec::columns>("columns", "as many as fit", "pages side by side")
        .between(1, 100),
    key<&ImpositionSpec::rows>("rows", "as many as fit", "pages below each other").between(1, 100),
    key<&ImpositionSpec::gutter>("gutter", "twice the bleed",
                                 "between the trims of two pages; a list is across, then down")
        .takes("length, or list of two lengths")
        .by(read_gutter)
        .least(0),
    key<&ImpositionSpec::flip>("flip", "long-edge",
                               "the edge about which the sheet is turned for its back")
        .takes("one of long-edge, short-edge"),
    key<&ImpositionSpec::turn>("turn", "auto",
                               "whether pages stand on their side; auto: when more fit so")
        .takes("one of auto, none, quarter"),
    key<&ImpositionSpec::overlap>("overlap", "0.5 in", "how far the tiles of a sign overlap")
        .between(0, 144),
    key<&ImpositionSpec::signature>(
        "signature", "all pages; 16 for perfect-binding",
        "of bound pages, how many make a section at most: a multiple of 4")
        .between(4, 128),
    key<&ImpositionSpec::creep>(
        "creep", "auto",
        "how far the innermost sheet of a section is pushed out, by which its pages move to the "
        "spine; auto: a thickness of the paper for each sheet round it")
        .takes("length, or one of auto, none")
        .between(0, 72),
    key<&ImpositionSpec::cover>("cover", "self",
                                "self: all pages are bound alike; apart: the first two and the "
                                "last two are a sheet of their own")
        .takes("one of self, apart"),
    key<&ImpositionSpec::cover_stock>("cover_stock", "that of the sheet",
                                      "the paper of a cover apart: \"silk cover, 250 gsm\""),
    key<&ImpositionSpec::cover_caliper>("cover_caliper", "estimated from cover_stock",
                                        "thickness of it")
        .between(0, 14),
    key<&ImpositionSpec::mill>("mill", "0.125 in",
                               "of perfect-binding, what is milled off the back of each section")
        .between(0, 18),
    key<&ImpositionSpec::spine>(
        "spine", "a thickness of the paper for each leaf",
        "of a cover round several sections or round perfect-binding: how wide it is between its "
        "pages")
        .between(0, 288),
});

}  // namespace

TableKeys<ImpositionSpec> table_keys(const ImpositionSpec*) {
  return {"layouts/impositions/NAME.toml",
          "How pages stand on larger sheets, or a sign on smaller ones.", kImpositionKeys};
}

std::optional<ImpositionSpec> parse_imposition(const diag::FileReader& files, std::string_view name,
                                               diag::Span at, diag::SourceMap& sources,
                                               diag::Diagnostics& diags) {
  constexpr std::string_view kFolder = "layouts/impositions";
  const auto known = names_in(files, kFolder);
  if (std::ranges::find(known, name) == known.end()) {
    diags.error(diag::DiagnosticId::BadImposition, at,
                "there is no imposition `" + std::string(name) + "`", hints_for(name, known));
    return std::nullopt;
  }
  const std::string path = std::string(kFolder) + "/" + std::string(name) + ".toml";
  const std::size_t errors = diags.error_count();
  const auto file = diag::read_text(files, path, at, sources, diags);
  if (!file) return std::nullopt;
  const auto root = read_toml(sources, *file, diags);
  if (!root) return std::nullopt;
  ImpositionSpec spec;
  read_table(*root, root_request(diags), spec);
  spec.span = root->span;
  if (diags.error_count() > errors) return std::nullopt;
  return spec;
}

std::string dump(const ImpositionSpec& imposition, const diag::SourceMap& sources) {
  Lines lines{sources, imposition.span.file};
  dump_keys(imposition, lines);
  return std::move(lines.out);
}

}  // namespace handbill::spec
