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

bool covers_ink(const OutputIntent& intent) {
  return intent.icc && is_output_profile(*intent.icc) && is_icc_profile(*intent.icc, "CMYK");
}

std::optional<std::string> problem_with(const OutputIntent& intent, Claims standard) {
  if (!standard.is_pdfx()) return std::nullopt;
  const std::string name(pdfx_version(standard));
  if (intent.identifier.empty()) return name + " asks for a printing condition";
  if (!embeds_profile(intent, standard)) return std::nullopt;
  if (!intent.icc) return name + " asks for the ICC profile of `" + intent.identifier + "`";
  if (!covers_ink(intent)) {
    return "the ICC profile of `" + intent.identifier + "` is not one for printing in CMYK";
  }
  return std::nullopt;
}

std::vector<ObjectRef> write_output_intents(const OutputIntent& intent, Claims claims,
                                            ProfileStreams& profiles, HaruDocument& document) {
  std::string text;
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
  if (embeds_profile(intent, claims)) {
    text += "/DestOutputProfile ";
    append_reference(text, write_profile(intent, profiles, document).number);
  }
  std::vector<ObjectRef> intents;
  const auto add = [&](const char* subtype) {
    intents.push_back(
        document.add_dictionary(std::string("/Type/OutputIntent/S/") + subtype + text));
  };
  if (claims.is_pdfx()) add("GTS_PDFX");
  if (claims.pdfa()) add("GTS_PDFA1");
  return intents;
}

ObjectRef write_screen_intent(ObjectRef srgb, HaruDocument& document) {
  std::string text = "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier";
  append_text(text, "sRGB IEC61966-2.1");
  text += "/Info";
  append_text(text, "sRGB IEC61966-2.1");
  text += "/DestOutputProfile ";
  append_reference(text, srgb.number);
  return document.add_dictionary(std::move(text));
}

}  // namespace handbill::pdf
