// SPDX-License-Identifier: MIT
// Keys of --set that no content has, over all documents of a run.
#pragma once

#include <map>

#include "build/compile.h"
#include "diag/carry.h"

namespace handbill::build {

class NewSettings {
 public:
  /// Of a document: what it could not be read to the end of counts as known.
  void add(const Compiled& compiled);

  /// What a run beside this one has come upon.
  void join(const NewSettings& other, diag::SpanMover& move);

  /// unknown-key for each key that no file of any document has, and no document prints.
  void report(diag::Diagnostics& diags) const;

 private:
  struct Unknown {
    spec::NewKey key;
    std::size_t documents = 0;  ///< that neither have nor print it
  };
  std::map<diag::FileId, Unknown> unknown_;  ///< by setting
  std::size_t documents_ = 0;
};

}  // namespace handbill::build
