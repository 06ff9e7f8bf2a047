// SPDX-License-Identifier: MIT
// What handbill_spelling.so offers: plain functions, so that the program can load them by name.
#pragma once

extern "C" {

/// A dictionary of Hunspell by the whole paths of its files, which are there. Null: it can't be
/// read, or is not in UTF-8. It is kept until the program ends.
__attribute__((visibility("default"))) void* handbill_open_dictionary(const char* affixes,
                                                                      const char* words);
/// 1: it knows the word; 0: it does not. A dictionary may be asked by one thread at a time.
__attribute__((visibility("default"))) int handbill_knows_word(void* dictionary, const char* word);
/// Gives `take` the words that may be meant, the likeliest first.
__attribute__((visibility("default"))) void handbill_suggest_words(
    void* dictionary, const char* word, void* into, void (*take)(void* into, const char* word));
}
