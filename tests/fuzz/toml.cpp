// SPDX-License-Identifier: MIT
// Any bytes as a text file: as a layout, a content file and fonts.toml. A value or a diagnostic,
// never a crash.
#include <string>

#include "diag/decode_text.h"
#include "diag/render.h"
#include "fuzz/support/target.h"
#include "spec/parse_layout.h"

namespace {

using handbill::fuzz::require;
namespace diag = handbill::diag;
namespace spec = handbill::spec;

/// Every place lies in the file; a string has a place for each byte, in order.
void check_places(const spec::Value& value, std::size_t file_size) {
  require(value.span.begin <= value.span.end && value.span.end <= file_size);
  if (const auto* text = value.as_string()) {
    require(value.source_offsets.size() == text->size() + 1);
    for (std::size_t i = 1; i < value.source_offsets.size(); ++i) {
      require(value.source_offsets[i - 1] <= value.source_offsets[i]);
    }
    require(value.source_offsets.front() >= value.span.begin);
    require(value.source_offsets.back() <= value.span.end);
  }
  if (const auto* table = value.as_table()) {
    for (const spec::Entry& entry : *table) check_places(entry.value, file_size);
  }
  if (const auto* array = value.as_array()) {
    for (const spec::Value& each : *array) check_places(each, file_size);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  if (size > kMaxSize) return 0;
  const std::string text = diag::decode_text(handbill::fuzz::as_bytes(data, size)).text;
  require(!handbill::find_invalid_utf8(text));

  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto file = sources.add("any.toml", text);
  if (const auto root = spec::read_toml(sources, file, diags)) {
    check_places(*root, text.size());
    require(!spec::dump(*root, sources).empty() || root->as_table()->empty());
    require(spec::merge(*root, *root).as_table()->size() == root->as_table()->size());
  } else {
    require(diags.has_errors());
  }

  const diag::MemoryFiles files({{"layouts/any.toml", text},
                                 {"layouts/house.toml", "[style.body]\nsize = \"10 pt\"\n"},
                                 {"content/en/any.toml", text},
                                 {"fonts/fonts.toml", text}});
  diag::Diagnostics layout_diags;
  const auto layout = spec::parse_layout(files, "layouts/any.toml", "", sources, layout_diags);
  require(layout.has_value() || layout_diags.has_errors());
  if (layout) {
    require(!spec::dump(*layout, sources).empty());
    diag::Diagnostics content_diags;
    const auto content = spec::parse_content(files, *layout, {text}, sources, content_diags);
    require(content.extent == spec::ContentSpec::Extent::Whole || content_diags.has_errors());
  }
  diag::Diagnostics font_diags;
  const auto fonts = spec::parse_fonts(files, sources, font_diags);
  require(fonts.has_value() != font_diags.has_errors());
  require(diags.list().empty() == diag::render(diags, sources, diag::Paint::Plain).empty());
  diag::render(layout_diags, sources, diag::Paint::Plain);
  return 0;
}
