// SPDX-License-Identifier: MIT
// fonts.toml as written.
#pragma once

#include "spec/bind.h"

namespace handbill::spec {

struct AxisSpec {
  std::string tag;
  double value = 0;
  diag::Span span{};
};

struct FaceSpec {
  std::optional<Spanned<std::int64_t>> weight;
  std::optional<Text> slant;
  std::optional<Text> file;
  std::optional<Spanned<std::int64_t>> index;
  std::optional<Spanned<Length>> size;  ///< of the type its shapes are drawn for
  std::vector<AxisSpec> axes;           ///< of a variable font
  diag::Span span{};
};

struct FamilySpec {
  std::optional<Text> package;
  std::optional<Text> licence;
  std::vector<Text> scripts;
  std::vector<Text> languages;
  std::optional<Spanned<double>> size_adjust;
  std::vector<FaceSpec> faces;
  diag::Span span{};
};

struct FontsFile {
  std::vector<Text> fallback;
  std::vector<Named<FamilySpec>> families;
  diag::Span span{};
};

/// { wght = 450, opsz = 12 }
bool read(const Value& value, const Request& request, std::vector<AxisSpec>& into);
void dump(const std::vector<AxisSpec>& axes, std::string_view name, Lines& lines);

TableKeys<FaceSpec> table_keys(const FaceSpec*);
TableKeys<FamilySpec> table_keys(const FamilySpec*);
TableKeys<FontsFile> table_keys(const FontsFile*);

}  // namespace handbill::spec
