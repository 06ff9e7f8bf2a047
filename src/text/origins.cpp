// SPDX-License-Identifier: MIT
#include "text/origins.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace handbill::text {
namespace {

bool goes_on(const Origin& last, const Origin& next) {
  if (last.kind != next.kind || last.stress != next.stress || last.fact != next.fact) return false;
  if (last.kind != Origin::Kind::Typed) return last.span == next.span;
  const bool is_in_step = last.span.end - last.span.begin == next.begin - last.begin;
  return is_in_step && last.span.file == next.span.file && last.span.end == next.span.begin;
}

}  // namespace

diag::Span Origin::part(std::size_t offset, std::size_t size) const {
  if (kind != Kind::Typed) return span;
  return span.part(static_cast<std::uint32_t>(offset - begin), static_cast<std::uint32_t>(size));
}

const Origin& Origins::at(std::size_t offset) const {
  const auto next = std::ranges::upper_bound(list_, offset, {}, &Origin::begin);
  HANDBILL_CHECK(next != list_.begin(), "a text with origins has one for each byte");
  return *(next - 1);
}

void Origins::add(Origin origin) {
  if (list_.empty() || !goes_on(list_.back(), origin)) {
    list_.push_back(std::move(origin));
    return;
  }
  list_.back().span.end = origin.span.end;
}

void Origins::stretch(std::size_t begin, diag::Span also) {
  if (list_.empty()) return;
  Origin last = list_.back();
  const bool is_written = last.kind == Origin::Kind::Typed || last.kind == Origin::Kind::Meant;
  if (!is_written || last.span.file != also.file) return;
  if (last.kind == Origin::Kind::Typed) {
    last.span.begin += static_cast<std::uint32_t>(begin - last.begin);
    cut(begin);
    last.begin = begin;
    last.kind = Origin::Kind::Meant;
    list_.push_back(std::move(last));
  }
  diag::Span& span = list_.back().span;
  span.begin = std::min(span.begin, also.begin);
  span.end = std::max(span.end, also.end);
}

void Origins::append(const Origins& other, std::size_t begin, std::size_t end, std::size_t size) {
  if (begin >= end) return;
  auto each = std::ranges::upper_bound(other.list_, begin, {}, &Origin::begin);
  if (each != other.list_.begin()) --each;
  for (; each != other.list_.end() && each->begin < end; ++each) {
    Origin moved = *each;
    const std::size_t from = std::max(begin, each->begin);
    if (moved.kind == Origin::Kind::Typed) {
      moved.span.begin += static_cast<std::uint32_t>(from - each->begin);
      const std::size_t typed = moved.span.end - moved.span.begin;
      moved.span.end = moved.span.begin + static_cast<std::uint32_t>(std::min(typed, end - from));
    }
    moved.begin = size + (from - begin);
    add(std::move(moved));
  }
}

void Origins::cut(std::size_t size) {
  while (!list_.empty() && list_.back().begin >= size) list_.pop_back();
  if (list_.empty() || list_.back().kind != Origin::Kind::Typed) return;
  Origin& last = list_.back();
  const auto end = last.span.begin + static_cast<std::uint32_t>(size - last.begin);
  last.span.end = std::min(last.span.end, end);
}

Origins Origins::slice(std::size_t begin, std::size_t end) const {
  Origins result;
  result.append(*this, begin, end, 0);
  return result;
}

}  // namespace handbill::text
