// SPDX-License-Identifier: MIT
// An open file as qpdf reads it: by pread alone, which a confined process may do; stdio asks for
// more.
#pragma once

#include <qpdf/InputSource.hh>
#include <string>
#include <string_view>

namespace handbill::preflight {

class DescriptorSource final : public InputSource {
 public:
  /// The descriptor stays the caller's, who keeps it open.
  explicit DescriptorSource(int descriptor);

  qpdf_offset_t findAndSkipNextEOL() override;
  const std::string& getName() const override { return name_; }
  qpdf_offset_t tell() override { return at_; }
  void seek(qpdf_offset_t offset, int whence) override;
  void rewind() override { at_ = 0; }
  std::size_t read(char* buffer, std::size_t length) override;
  void unreadCh(char) override { --at_; }

 private:
  /// What of the file lies in memory from `at_` on; empty: it has ended.
  std::string_view window();

  const std::string name_ = "the file";
  int descriptor_;
  qpdf_offset_t size_;
  qpdf_offset_t at_ = 0;
  qpdf_offset_t window_at_ = 0;
  std::string window_{};
};

}  // namespace handbill::preflight
