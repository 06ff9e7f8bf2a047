// SPDX-License-Identifier: MIT
#include "records/block.h"

#include "manifest/sha256.h"
#include "spec/toml_text.h"
#include "spec/written_date.h"

namespace handbill::records {

Block& Block::text(std::string_view key, std::string_view value) {
  lines_.push_back(std::string(key) + " = " + spec::toml_string(value));
  return *this;
}

Block& Block::date(std::string_view key, const spec::Date& value) {
  lines_.push_back(std::string(key) + " = " + spec::iso_date(value));
  return *this;
}

Block& Block::number(std::string_view key, std::int64_t value) {
  lines_.push_back(std::string(key) + " = " + std::to_string(value));
  return *this;
}

Block& Block::texts(std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) {
    lines_.push_back(std::string(key) + " = []");
    return *this;
  }
  lines_.push_back(std::string(key) + " = [");
  for (const std::string& each : values) lines_.push_back("  " + spec::toml_string(each) + ",");
  lines_.emplace_back("]");
  return *this;
}

std::string mark_of_words(std::string_view entry) {
  // Lines of the same words are told apart by as many digits.
  return manifest::sha256(entry).substr(0, kMarkBytes - kBeforeMark.size());
}

std::string Block::written() const {
  std::string all = table_;
  for (const std::string& line : lines_) all += "\n" + line;
  const std::string mark = std::string(kBeforeMark) + mark_of_words(all) + "\n";
  std::string out = "\n[[" + table_ + "]]" + mark;
  for (const std::string& line : lines_) out += line + mark;
  return out;
}

}  // namespace handbill::records
