// SPDX-License-Identifier: MIT
#include "font/web_subset.h"

#include <hb-subset.h>

#include "base/big_endian.h"
#include "font/face_impl.h"
#include "font/subset_plan.h"

namespace handbill::font {

bool may_stand_in_web_pages(const Face& face) {
  constexpr std::size_t kFsType = 8;
  constexpr unsigned kUse = 0x000F, kNoSubsetting = 0x0100, kBitmapsOnly = 0x0200;
  const std::string_view table = face.table("OS/2");
  if (table.size() < kFsType + 2) return true;  // fonts without it say nothing against
  const auto rights = static_cast<unsigned>(big_endian_at(table, kFsType, 2));
  return (rights & (kUse | kNoSubsetting | kBitmapsOnly)) == 0;
}

std::optional<std::string> web_subset(const Face& face, const std::set<char32_t>& letters,
                                      const std::set<std::string>& features) {
  const InputPtr input(hb_subset_input_create_or_fail());
  if (!input || !pin_axes(face, face.hb_face(), input.get())) return std::nullopt;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t each : letters) hb_set_add(wanted, each);
  hb_set_t* tags = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  for (const std::string& each : features) {
    hb_set_add(tags, hb_tag_from_string(each.data(), static_cast<int>(each.size())));
  }
  const FacePtr small(hb_subset_or_fail(face.hb_face(), input.get()));
  if (!small) return std::nullopt;
  const BlobPtr blob(hb_face_reference_blob(small.get()));
  std::string bytes(blob_bytes(blob.get()));
  return bytes.empty() ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace handbill::font
