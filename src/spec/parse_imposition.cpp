// SPDX-License-Identifier: MIT
#include <algorithm>

#include "diag/read_text.h"
#include "spec/imposition_file.h"
#include "spec/known_names.h"

namespace handbill::spec {
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
        .takes("one of n-up, step-and-repeat, cut-and-stack, work-and-turn, work-and-tumble, tile")
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
