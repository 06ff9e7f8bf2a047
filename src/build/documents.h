// SPDX-License-Identifier: MIT
// What a build writes: documents as PDFs, pictures, drawings, or dumps of a stage.
#pragma once

#include <vector>

#include "build/publish.h"

namespace handbill::build {

enum class Format { Pdf, Svg, Png, Dump };
enum class Stage { Spec, Content, Document, Words, Heard, Fragments, Pages, Plates, Parity };

/// In which formats each document is written.
struct Outputs {
  /// Folds: how the piece looks flat, folded and opening.
  enum class View { Pages, Folds } view = View::Pages;
  std::vector<Format> formats = {Format::Pdf};
  Stage stage = Stage::Pages;
  bool guides = false;
  double pixels_per_inch = 150;

  /// And nothing else: they help most when something is wrong.
  bool are_dumps() const { return formats == std::vector{Format::Dump}; }
};

/// One document in all formats.
Made make_files(const Job& job, const Outputs& outputs, Run& run);

/// What the reader of the run opens at its start: PDFs for a shop are read back.
std::vector<confined::Opener> opened_for(const Request& request, const Outputs& outputs);

}  // namespace handbill::build
