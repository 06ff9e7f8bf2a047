// SPDX-License-Identifier: MIT
// What handbill_braille.so offers: plain functions, so that the program can load them by name.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

enum HandbillBrailleResult {
  HANDBILL_BRAILLE_OK,
  HANDBILL_BRAILLE_NO_TABLE,  ///< it can't be read, or is broken
  HANDBILL_BRAILLE_FAILED
};

/// What a table has no braille for: written by its number, or left out.
enum HandbillBrailleUnknown { HANDBILL_BRAILLE_NUMBERED, HANDBILL_BRAILLE_LEFT_OUT };

/// `tables`: files by their whole paths, with commas between. Gives the braille to `take`, once.
/// May be called by several threads.
__attribute__((visibility("default"))) int handbill_to_braille(
    const char* tables, const std::uint32_t* text, std::size_t size, int unknown, void* into,
    void (*take)(void* into, const std::uint32_t* braille, std::size_t size));
}
