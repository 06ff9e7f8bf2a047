// SPDX-License-Identifier: MIT
#include "content/phone_book.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/content_hash.h"

namespace handbill::content {
namespace {

/// How what is kept begins; after it come the library and its state.
constexpr std::string_view kFormat = "Handbill " HANDBILL_VERSION " phone numbers\t";

std::string key_of(std::string_view text, std::string_view region) {
  return content_hash_hex(std::string(region) + '\n' + std::string(text));
}

/// Another file, or the same changed, has another state. Empty: there is none.
std::string with_state(const std::string& path) {
  struct stat info {};
  if (path.empty() || ::stat(path.c_str(), &info) != 0) return {};
  return path + '\t' + std::to_string(info.st_ino) + ' ' + std::to_string(info.st_size) + ' ' +
         std::to_string(info.st_mtim.tv_sec) + ' ' + std::to_string(info.st_mtim.tv_nsec);
}

/// The next part, without what ends it; nothing when nothing ends it.
std::optional<std::string_view> take_until(char end, std::string_view& text) {
  const std::size_t at = text.find(end);
  if (at == text.npos) return std::nullopt;
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at + 1);
  return part;
}

bool is_field(const std::string& text) { return text.find_first_of("\t\n") == text.npos; }

/// A line is not believed unless it is whole: its last field is the hash of the others and of what
/// they hold for.
std::string line_of(const std::string& library, const std::string& key, const Phone& phone) {
  const std::string fields =
      key + '\t' + phone.national + '\t' + phone.international + '\t' + phone.uri + '\t';
  return fields + content_hash_hex(library + '\n' + fields);
}

}  // namespace

PhoneBook::PhoneBook(std::vector<std::string> module_folders, std::function<std::string()> recall)
    : module_folders_(std::move(module_folders)), recall_(std::move(recall)) {}

void PhoneBook::recall_once() {
  if (!recall_) return;
  take(std::exchange(recall_, nullptr)());
}

void PhoneBook::take(std::string_view kept) {
  if (!kept.starts_with(kFormat)) return;
  kept.remove_prefix(kFormat.size());
  const auto library = take_until('\n', kept);
  if (!library) return;
  library_ = with_state(std::string(library->substr(0, library->find('\t'))));
  if (library_ != *library) return;
  while (const auto line = take_until('\n', kept)) {
    std::string_view rest = *line;
    const auto key = take_until('\t', rest), national = take_until('\t', rest),
               international = take_until('\t', rest), uri = take_until('\t', rest);
    if (!uri) continue;
    Known known{std::string(*key),
                {std::string(*national), std::string(*international), std::string(*uri)}};
    if (line_of(library_, known.key, known.phone) == *line) known_.push_back(std::move(known));
  }
}

PhoneAnswer PhoneBook::read(std::string_view text, std::string_view region) {
  recall_once();
  std::string key = key_of(text, region);
  const auto found = std::ranges::find(known_, key, &Known::key);
  if (found != known_.end()) return found->phone;
  if (!module_.is_open()) module_ = open_phone_module(module_folders_);
  PhoneAnswer answer = read_phone(text, region, module_);
  if (const auto* phone = std::get_if<Phone>(&answer)) {
    const std::string library = with_state(phone_library(module_));
    // What another library said is forgotten.
    if (library != library_) known_.clear();
    library_ = library;
    known_.push_back({std::move(key), *phone});
    has_news_ = true;
  }
  return answer;
}

std::optional<std::string> PhoneBook::take_news() {
  if (!std::exchange(has_news_, false) || library_.empty() || !is_field(phone_library(module_))) {
    return std::nullopt;
  }
  std::string kept = std::string(kFormat) + library_ + '\n';
  const std::size_t first = known_.size() - std::min(known_.size(), kMost);
  for (std::size_t i = first; i < known_.size(); ++i) {
    const Phone& phone = known_[i].phone;
    if (!is_field(phone.national + phone.international + phone.uri)) continue;
    kept += line_of(library_, known_[i].key, phone) + '\n';
  }
  return kept;
}

}  // namespace handbill::content
