// SPDX-License-Identifier: MIT
// Strangers' files (fonts, pictures, drawings, PDFs) are read by libraries that a file made to do
// harm may bring down or take over. A reader does such work: bytes in, bytes out. Mostly it is a
// process of its own which can do nothing else, and whose answers are not believed until they have
// been looked at.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::confined {

/// What is to be read.
struct Task {
  std::string_view words{};  ///< what the work must know besides
  std::string_view file{};
  int descriptor = -1;           ///< an open file in place of `file`; read it from its start
  const void* opened = nullptr;  ///< what Work::open gave
};

struct Reply {
  std::string words;
  std::string file{};  ///< what is large: pixels, a copy
};

/// Opens something; it stays open as long as the result lives.
using Opener = std::shared_ptr<const void> (*)();

/// What a work may take, unless it says otherwise: seconds of the processor, and bytes it may map.
inline constexpr int kMostSeconds = 20;
inline constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 30U;

/// What a reader is asked to do. Such a value lives as long as the program: a reader knows it by
/// its place.
struct Work {
  Reply (*run)(const Task& task);
  /// Opens, once for all works that name it, what later can't be opened any more, a module; it
  /// stays open. Null: nothing.
  Opener open = nullptr;
  int most_seconds = kMostSeconds;
  std::uint64_t most_memory = kMostMemory;
};

struct Outcome {
  std::optional<Reply> reply{};
  std::string trouble{};  ///< why there is none: "ended with a memory fault"
  std::vector<std::string> hints{};

  /// The trouble, to stand after what can't be read.
  std::string words() const { return "the process that reads it " + trouble; }
};

/// Not for several threads at once.
class Reader {
 public:
  virtual ~Reader() = default;
  /// What befalls the reader leaves the program unharmed: trying a file is worth while.
  virtual bool is_apart() const = 0;
  /// What the work throws is thrown here.
  virtual Outcome ask(const Work& work, const Task& task) = 0;
  /// Its last answer is not what the work gives: nothing more is asked of that process.
  virtual Outcome distrust() = 0;
};

/// Does the work itself: for files that are trusted, and for a host that wants no processes.
std::shared_ptr<Reader> reader_here();

/// One process for all that is asked, forked at once, while the program is small: without rights,
/// files, network, new processes, and with bounded memory and time. What is to be opened before it
/// gives all that up is named in `to_open`; for works that need more it is replaced. Where one ends
/// over a file, the next file gets a new one. The program must have no other threads then. A
/// process that can't be confined reads nothing.
std::shared_ptr<Reader> reader_apart(std::vector<Opener> to_open = {});

}  // namespace handbill::confined
