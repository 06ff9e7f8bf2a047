// SPDX-License-Identifier: MIT
#include "pdf/output_intent.h"

#include <string_view>

#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

bool embeds_profile(const OutputIntent& intent, Claims standard) {
  return standard.embeds_profile() || intent.registry.empty();
}

ObjectRef write_profile(const OutputIntent& intent, ProfileStreams& profiles,
                        HaruDocument& document) {
  if (document.compression() == Compression::None) {
    return document.add_packed_stream("/N 4", std::string_view(*intent.icc));
  }
  return document.add_packed_stream("/N 4/Filter/FlateDecode",
                                    std::string_view(profiles.deflated(intent.icc)));
}

}  // namespace

std::optional<std::string> problem_with(const OutputIntent& intent, Claims standard) {
  const std::string name(pdfx_version(standard));
  if (intent.identifier.empty()) return name + " asks for a printing condition";
  if (!embeds_profile(intent, standard)) return std::nullopt;
  if (!intent.icc) return name + " asks for the ICC profile of `" + intent.identifier + "`";
  if (!is_output_profile(*intent.icc) || !is_icc_profile(*intent.icc, "CMYK")) {
    return "the ICC profile of `" + intent.identifier + "` is not one for printing in CMYK";
  }
  return std::nullopt;
}

ObjectRef write_output_intent(const OutputIntent& intent, Claims standard, ProfileStreams& profiles,
                              HaruDocument& document) {
  std::string text = "/Type/OutputIntent/S/GTS_PDFX";
  const auto entry = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    text += key;
    append_text(text, value);
  };
  entry("/OutputConditionIdentifier", intent.identifier);
  entry("/RegistryName", intent.registry);
  const std::string& info = intent.info.empty() ? intent.identifier : intent.info;
  entry("/OutputCondition", info);
  entry("/Info", info);
  if (embeds_profile(intent, standard)) {
    text += "/DestOutputProfile ";
    append_reference(text, write_profile(intent, profiles, document).number);
  }
  return document.add_dictionary(std::move(text));
}

}  // namespace handbill::pdf
