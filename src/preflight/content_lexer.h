// SPDX-License-Identifier: MIT
// The operators of a content stream with their operands (PDF 1.7, 7.8.2). qpdf can do this too, but
// makes an object with a reference count of every number, which takes longer than writing the file
// took.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::preflight {

struct Operand {
  enum class Kind { Null, Bool, Number, Name, String, Array, Dictionary };
  Kind kind = Kind::Null;
  double number = 0;   ///< of a Bool 0 or 1
  std::string text{};  ///< of a name (without the slash) or string
  /// Of an array; of a dictionary a name, its value, the next name…
  std::vector<Operand> items{};

  /// The value of a dictionary's key, or null.
  const Operand* find(std::string_view key) const;
};

class ContentLexer {
 public:
  explicit ContentLexer(std::string_view content) : content_(content) {}

  /// Reads up to the next operator; false at the end. After more than 2,000 operands the oldest
  /// are forgotten.
  bool next(std::vector<Operand>& operands, std::string& op);

  /// After `ID`: the bytes of the picture, `length` of them or, when that is not known, all up to
  /// an `EI` that stands alone; the `EI` is read too.
  std::string_view picture_data(std::size_t length);

  /// "a string does not end"; empty: nothing was wrong so far.
  const char* fault() const { return fault_; }

 private:
  enum class Token { End, Value, Keyword, CloseArray, CloseDictionary };
  Token read(Operand& value, std::string& keyword, int depth);
  Token read_keyword(Operand& value, std::string& keyword);
  void read_collection(Operand& value, Token close, int depth);
  void read_name(Operand& value);
  void read_string(Operand& value);
  void read_escape(std::string& text);
  void read_hex(Operand& value);
  bool read_number(Operand& value);
  void skip_white();
  bool at_end() const { return at_ >= content_.size(); }

  std::string_view content_;
  std::size_t at_ = 0;
  const char* fault_ = "";
};

}  // namespace handbill::preflight
