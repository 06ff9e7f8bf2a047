// SPDX-License-Identifier: MIT
// Files as the system opens them, without a window in which a link could be put in the way.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace handbill::diag {

/// Open to be read, or not: then errno says why.
class OpenFile {
 public:
  /// Wherever it is, links followed. A pipe keeps nobody waiting.
  explicit OpenFile(const std::string& path);
  static OpenFile of_descriptor(int descriptor) { return OpenFile(descriptor); }
  OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  OpenFile& operator=(OpenFile&&) = delete;
  ~OpenFile();

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  /// Of a folder: what stands in it, sorted, without names that begin with a dot.
  std::vector<std::string> names() &&;

 private:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

/// `path` has no "..", and no part of it may be a link: links are followed before. Where the kernel
/// has no openat2, by open_step_by_step.
OpenFile open_below(const std::string& folder, const std::string& path);

/// The same, folder by folder.
OpenFile open_step_by_step(const std::string& folder, const std::string& path);

}  // namespace handbill::diag
