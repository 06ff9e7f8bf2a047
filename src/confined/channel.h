// SPDX-License-Identifier: MIT
// What the program and its reader say to each other, over a socket of theirs. Long messages lie in
// memory that is handed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace handbill::confined {

/// An open file; -1: none.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  int number() const { return number_; }

 private:
  int number_ = -1;
};

struct Message {
  std::uint64_t sign = 0;  ///< what it is: of a question the work, of an answer how it went
  std::string words{}, file{};
  Descriptor descriptor{};
};

/// More is neither sent nor taken.
inline constexpr std::uint64_t kLongestMessage = std::uint64_t{3} << 29U;

struct Sent {
  std::uint64_t sign = 0;
  std::string_view words{}, file{};
  int descriptor = -1;  ///< sent along when there is one
};

/// Empty: done; else why it could not be sent.
std::string send(int channel, const Sent& message);

/// What came: the other side may be gone, or say what is no message.
enum class Heard { Message, Nobody, Nonsense };

/// Waits for a message.
Heard receive(int channel, Message& message);

}  // namespace handbill::confined
