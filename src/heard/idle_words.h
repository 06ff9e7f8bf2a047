// SPDX-License-Identifier: MIT
// Words that tell nothing, by language.
#pragma once

#include <string_view>

namespace handbill::heard {

/// An address that people do not say as they read it: with its "https://", or with what stands
/// behind a "?". "clinic.org/after" is a name of the place.
bool is_bare_address(std::string_view text);

/// The words of a link say that it is one, not where it leads: "click here", "more".
bool is_idle_link(std::string_view text, std::string_view language);

/// What stands for a picture says that it is one, and no more: "image".
bool is_idle_alt(std::string_view text, std::string_view language);

/// It begins so, which a voice has said already: "picture of". Empty: it does not.
std::string_view idle_beginning(std::string_view text, std::string_view language);

/// The name of a file, or what a camera calls its pictures: "leaf.jpg", "IMG_1234".
bool is_file_name(std::string_view text);

}  // namespace handbill::heard
