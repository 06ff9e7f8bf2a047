// SPDX-License-Identifier: MIT
#include "spec/edited_text.h"

namespace handbill::spec {

EditedText::EditedText(const Value& source) : value_(source), text_(*source.as_string()) {
  result_.reserve(text_.size());
  offsets_.reserve(text_.size() + 1);
}

std::uint32_t EditedText::place(std::size_t at) const { return value_.part(at, at).begin; }

void EditedText::keep_to(std::size_t end) {
  result_ += text_.substr(at_, end - at_);
  for (; at_ < end; ++at_) offsets_.push_back(place(at_));
}

void EditedText::put(std::string_view text) {
  result_ += text;
  offsets_.insert(offsets_.end(), text.size(), place(at_));
}

Value EditedText::take() {
  keep_to(text_.size());
  offsets_.push_back(place(text_.size()));
  return {std::move(result_), value_.span, std::move(offsets_)};
}

}  // namespace handbill::spec
