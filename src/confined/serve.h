// SPDX-License-Identifier: MIT
// The life of a reader that is a process of its own.
#pragma once

#include <cstdint>
#include <vector>

#include "confined/reader.h"

namespace handbill::confined {

/// A file whose reading ended badly.
Outcome harmful(std::string trouble);
/// The answer makes no sense.
Outcome nonsense();

/// How a question was answered: the sign of the answer. Of all but Done the words say why.
enum class Answered : std::uint64_t { Done, OutOfMemory, Threw, NotHandedOver, NotConfined };

/// Does what it is asked by `channel` until that is closed; `parent` is the process that asks.
[[noreturn]] void serve(int channel, int parent, const std::vector<Opener>& to_open);

}  // namespace handbill::confined
