// SPDX-License-Identifier: MIT
#include "build/shown_now.h"

#include "words/shown.h"

namespace handbill::build {
namespace {

using manifest::Asked;

constexpr const char* kAskedLayout = "layout";
constexpr const char* kAskedLanguage = "language";
constexpr const char* kAskedShop = "shop";
constexpr const char* kAskedEdition = "edition";
constexpr const char* kAskedTrim = "trim";
constexpr const char* kAskedImposition = "impose";
constexpr const char* kAskedSetting = "set";

std::vector<Asked> asked_of(const Job& job, const Request& request) {
  std::vector<Asked> asked = {{kAskedLayout, job.layout}};
  const auto add = [&](const char* what, const std::string& value) {
    if (!value.empty()) asked.push_back({what, value});
  };
  add(kAskedLanguage, job.language);
  add(kAskedShop, job.shop);
  if (job.edition) add(kAskedEdition, std::string(facts_of(*job.edition).name));
  add(kAskedTrim, request.trim);
  add(kAskedImposition, request.imposition);
  for (const std::string& setting : request.settings) add(kAskedSetting, setting);
  return asked;
}

}  // namespace

manifest::Shown shown_of(const Compiled& compiled, const Run& run) {
  return words::shown_by(words::from_document(*compiled.document), *compiled.document,
                         *compiled.content, run.sources);
}

manifest::ShownAs shown_as(const Compiled& compiled, const Job& job, const Run& run) {
  return {asked_of(job, run.request), shown_of(compiled, run)};
}

Request request_of(const std::vector<Asked>& asked, const Request& like) {
  Request request = like;
  for (const auto& [what, value] : asked) {
    if (what == kAskedLayout) request.layouts = {value};
    if (what == kAskedLanguage) request.languages = {value};
    if (what == kAskedShop) request.shops = {value};
    if (what == kAskedEdition) request.editions = editions_named({value});
    if (what == kAskedTrim) request.trim = value;
    if (what == kAskedImposition) request.imposition = value;
    if (what == kAskedSetting) request.settings.push_back(value);
  }
  return request;
}

}  // namespace handbill::build
