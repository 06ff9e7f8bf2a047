// SPDX-License-Identifier: MIT
#include "records/block.h"

#include "base/number.h"
#include "manifest/sha256.h"
#include "spec/written_date.h"

namespace handbill::records {

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < ' ' || byte == 0x7F) {
      out += "\\u" + hex_digits(byte, 4);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

Block& Block::text(std::string_view key, std::string_view value) {
  lines_.push_back(std::string(key) + " = " + toml_text(value));
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
  for (const std::string& each : values) lines_.push_back("  " + toml_text(each) + ",");
  lines_.emplace_back("]");
  return *this;
}

std::string Block::written() const {
  std::string all = table_;
  for (const std::string& line : lines_) all += "\n" + line;
  constexpr std::size_t kDigits = 8;  // lines of the same words are told apart by them
  const std::string mark = "  # " + manifest::sha256(all).substr(0, kDigits) + "\n";
  std::string out = "\n[[" + table_ + "]]" + mark;
  for (const std::string& line : lines_) out += line + mark;
  return out;
}

}  // namespace handbill::records
