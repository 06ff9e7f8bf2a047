// SPDX-License-Identifier: MIT
#include "content/phone.h"

#include <dlfcn.h>
#include <unistd.h>

#include <array>

#include "content/no_break.h"
#include "content/phone_module/phone_module.h"

namespace handbill::content {
namespace {

using ReadPhone = decltype(&handbill_read_phone);

/// The module is never unloaded: libphonenumber keeps threads' data that outlive a call.
ReadPhone load(const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    const std::string path = folder + "/handbill_phone.so";
    if (access(path.c_str(), R_OK) != 0) continue;
    void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) continue;
    if (void* symbol = dlsym(module, "handbill_read_phone")) {
      return reinterpret_cast<ReadPhone>(symbol);
    }
  }
  return nullptr;
}

PhoneFault fault_of(int result) {
  switch (result) {
    case HANDBILL_PHONE_TOO_SHORT:
      return PhoneFault::TooShort;
    case HANDBILL_PHONE_TOO_LONG:
      return PhoneFault::TooLong;
    case HANDBILL_PHONE_NOT_IN_USE:
      return PhoneFault::NotInUse;
    default:
      return PhoneFault::NotANumber;
  }
}

/// A line may end before the extension, nowhere else.
std::string in_one_piece(const std::string& number, const std::string& extension) {
  if (extension.empty() || !number.ends_with(extension) || extension.front() != ' ') {
    return no_break(number);
  }
  return no_break(number.substr(0, number.size() - extension.size())) + " " +
         no_break(extension.substr(1));
}

}  // namespace

std::vector<std::string> phone_module_folders() {
  std::array<char, 4096> path{};
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0 || static_cast<std::size_t>(size) == path.size()) return {};
  const std::string program(path.data(), static_cast<std::size_t>(size));
  const std::string folder = program.substr(0, program.rfind('/'));
  return {folder, folder + "/../lib/handbill", folder + "/../../lib/handbill"};
}

std::variant<Phone, PhoneFault> read_phone(std::string_view text, std::string_view region,
                                           const std::vector<std::string>& folders) {
  const ReadPhone read = load(folders);
  if (read == nullptr) return PhoneFault::NoModule;
  HandbillPhone phone{};
  const int result = read(text.data(), text.size(), std::string(region).c_str(), &phone);
  if (result != HANDBILL_PHONE_OK) return fault_of(result);
  return Phone{in_one_piece(phone.national, phone.extension),
               in_one_piece(phone.international, phone.extension), phone.uri};
}

}  // namespace handbill::content
