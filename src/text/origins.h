// SPDX-License-Identifier: MIT
// What a text was made from: for each of its bytes the place in a file, and the fact that stands
// there.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "diag/span.h"

namespace handbill::text {

/// A fact of the content that a text asks for.
struct AskedFact {
  std::string path;   ///< in the whole content: "clinic.phone"
  diag::Span span{};  ///< of its value; not known: it is computed, or still to be supplied
  bool operator==(const AskedFact&) const = default;
};

/// How loud the words of a text are.
struct Stress {
  bool emphasis = false;
  bool strong = false;
  bool operator==(const Stress&) const = default;
};

/// Bytes of a text that come from one place.
struct Origin {
  enum class Kind {
    Typed,  ///< written there byte for byte
    Meant,  ///< all of them stand for all that is written there: an escape, a dash for two hyphens
    Fact,   ///< they stand for what is asked for there, in braces
    Added   ///< nobody wrote them; there stands what they were added to
  };
  std::size_t begin = 0;  ///< they reach to the next origin, or to the end of the text
  Kind kind = Kind::Added;
  diag::Span span{};
  std::shared_ptr<const AskedFact> fact{};
  Stress stress{};

  /// Where the bytes from `offset` of the text on are written, those of one that is not typed as a
  /// whole; they must be its own.
  diag::Span part(std::size_t offset, std::size_t size) const;
};

/// The origins of all bytes of a text, in their order.
class Origins {
 public:
  bool empty() const { return list_.empty(); }
  const std::vector<Origin>& list() const { return list_; }
  /// Of the byte at `offset` of a text that has origins.
  const Origin& at(std::size_t offset) const;

  /// It begins where the text ends so far. What is made from one place is one origin.
  void add(Origin origin);
  /// The bytes from `begin` on, to the end, stand for what is written at `also` too.
  void stretch(std::size_t begin, diag::Span also);
  /// Those of a text that follows the first `size` bytes of this one.
  void append(const Origins& other, std::size_t size) { append(other, 0, std::string::npos, size); }
  /// Of its bytes [begin, end) alone.
  void append(const Origins& other, std::size_t begin, std::size_t end, std::size_t size);
  /// Leaves those of the first `size` bytes.
  void cut(std::size_t size);
  /// Those of bytes [begin, end), as of a text of their own.
  Origins slice(std::size_t begin, std::size_t end) const;

 private:
  std::vector<Origin> list_;
};

/// Words, and what they were made from.
struct TracedText {
  std::string text;
  Origins origins{};
};

}  // namespace handbill::text
