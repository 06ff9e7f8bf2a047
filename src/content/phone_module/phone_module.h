// SPDX-License-Identifier: MIT
// What handbill_phone.so offers: plain functions, so that the program can load them by name.
#pragma once

#include <cstddef>

extern "C" {

struct HandbillPhone {
  char national[64];  ///< as dialled in `region`; a number of another country: as international
  char international[64];
  char extension[64];  ///< what both end in: " ext. 12"; empty: nothing
  char uri[64];
};

enum HandbillPhoneResult {
  HANDBILL_PHONE_OK,
  HANDBILL_PHONE_NOT_A_NUMBER,
  HANDBILL_PHONE_TOO_SHORT,
  HANDBILL_PHONE_TOO_LONG,
  HANDBILL_PHONE_NOT_IN_USE
};

/// `region` ends in a zero byte. Fills `phone` when it returns HANDBILL_PHONE_OK.
__attribute__((visibility("default"))) int handbill_read_phone(const char* text, std::size_t size,
                                                               const char* region,
                                                               struct HandbillPhone* phone);

/// The file that libphonenumber was loaded from; "": nobody knows.
__attribute__((visibility("default"))) const char* handbill_phone_library();
}
