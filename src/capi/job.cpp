// SPDX-License-Identifier: MIT
#include "capi/job.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/nearest.h"

namespace handbill::capi {
namespace {

using Json = nlohmann::json;

template <class T>
using Words = std::vector<std::pair<std::string, T>>;

const Words<build::Format> kFormats = {{"pdf", build::Format::Pdf},
                                       {"svg", build::Format::Svg},
                                       {"png", build::Format::Png},
                                       {"dump", build::Format::Dump}};
const Words<Edition> kEditionWords = [] {
  Words<Edition> words;
  for (const EditionFacts& each : kEditions) words.emplace_back(each.name, each.edition);
  return words;
}();
const Words<build::Stage> kStages = {
    {"spec", build::Stage::Spec},         {"content", build::Stage::Content},
    {"document", build::Stage::Document}, {"words", build::Stage::Words},
    {"heard", build::Stage::Heard},       {"fragments", build::Stage::Fragments},
    {"pages", build::Stage::Pages},       {"plates", build::Stage::Plates},
    {"parity", build::Stage::Parity}};
const Words<build::Outputs::View> kShown = {{"pages", build::Outputs::View::Pages},
                                            {"folds", build::Outputs::View::Folds}};
const Words<Job::Kind> kKinds = {
    {"build", Job::Kind::Build},         {"check", Job::Kind::Check},
    {"ticket", Job::Kind::Ticket},       {"plates", Job::Kind::Plates},
    {"preflight", Job::Kind::Preflight}, {"verify", Job::Kind::Verify},
    {"fonts", Job::Kind::Fonts},         {"affected", Job::Kind::Affected},
    {"prints", Job::Kind::Prints}};

/// One value of an object, with its key for messages.
class Field {
 public:
  Field(std::string key, const Json& value) : key_(std::move(key)), value_(value) {}

  void read(std::string& to) const {
    if (!value_.is_string()) fail("a text");
    to = value_.get<std::string>();
  }
  void read(bool& to) const {
    if (!value_.is_boolean()) fail("true or false");
    to = value_.get<bool>();
  }
  void read(std::vector<std::string>& to) const {
    if (!value_.is_array()) fail("a list of texts");
    to.clear();
    for (const Json& each : value_) Field(key_, each).read(to.emplace_back());
  }
  void read(double& to, double least, double most) const {
    const bool is_inside =
        value_.is_number() && value_.get<double>() >= least && value_.get<double>() <= most;
    if (!is_inside) fail("a number from " + Json(least).dump() + " to " + Json(most).dump());
    to = value_.get<double>();
  }
  void read(std::optional<std::int64_t>& to) const {
    constexpr std::int64_t kMost = 1'000'000'000;
    const bool is_inside = value_.is_number_integer() && value_.get<std::int64_t>() >= 1 &&
                           value_.get<std::int64_t>() <= kMost;
    if (!is_inside) fail("a whole number from 1 to 1000000000");
    to = value_.get<std::int64_t>();
  }
  void read(build::JudgeBy& to) const {
    const auto named = build::JudgeBy::named(value_.is_string() ? value_.get<std::string>() : "");
    if (!named) {
      fail(
          "`claimed`, `none`, or of `x-4`, `x-1a`, `a-2a`, `a-2u`, `a-2b`, `ua-1` one, or several "
          "with commas between");
    }
    to = *named;
  }
  template <class T>
  void read(T& to, const Words<T>& words) const {
    std::string word;
    if (value_.is_string()) word = value_.get<std::string>();
    const auto found = std::ranges::find(words, word, &std::pair<std::string, T>::first);
    if (found == words.end()) fail("one of " + list_of(words));
    to = found->second;
  }
  template <class T>
  void read(std::vector<T>& to, const Words<T>& words) const {
    if (!value_.is_array() || value_.empty()) fail("a list of " + list_of(words));
    to.clear();
    for (const Json& each : value_) {
      T one{};
      Field(key_, each).read(one, words);
      if (std::ranges::find(to, one) == to.end()) to.push_back(one);
    }
    std::ranges::sort(to);
  }

 private:
  template <class T>
  static std::string list_of(const Words<T>& words) {
    std::string text;
    for (const auto& [word, value] : words) text += (text.empty() ? "`" : ", `") + word + "`";
    return text;
  }
  [[noreturn]] void fail(const std::string& wanted) const {
    throw WrongUse{"`" + key_ + "` takes " + wanted + ", not " + seen()};
  }
  /// The value, where it is short.
  std::string seen() const {
    constexpr std::size_t kMostShown = 60;
    if (value_.is_array()) return "a list";
    if (value_.is_object()) return "an object";
    const std::string text = value_.dump(-1, ' ', false, Json::error_handler_t::replace);
    return text.size() > kMostShown ? "a longer text" : text;
  }

  std::string key_;
  const Json& value_;
};

/// What to do with the value of each key there is.
using Keys = std::vector<std::pair<std::string, std::function<void(const Field&)>>>;

void read_object(std::string_view text, const char* what, const Keys& keys) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) throw WrongUse{std::string(what) + " is no JSON object"};
  for (const auto& [name, value] : json.items()) {
    const auto found = std::ranges::find(keys, name, &Keys::value_type::first);
    if (found == keys.end()) {
      std::vector<std::string> known;
      for (const auto& [key, read] : keys) known.push_back(key);
      const auto near = nearest(name, known);
      throw WrongUse{"unknown key `" + name + "`" +
                     (near ? ", did you mean `" + *near + "`?" : "")};
    }
    found->second(Field(name, value));
  }
}

/// Verify looks at one file, preflight at one or more, for one shop at most.
void check_pdfs(const Job& job) {
  const bool is_preflight = job.kind == Job::Kind::Preflight;
  if (job.kind == Job::Kind::Verify && job.pdfs.size() != 1) {
    throw WrongUse{"`verify` takes one of `pdfs`"};
  }
  if (is_preflight && job.pdfs.empty()) throw WrongUse{"`preflight` takes a list of `pdfs`"};
  if (job.preflight.rules.empty() != job.preflight.rules_class.empty()) {
    throw WrongUse{"`rules` names a pack, and `class` the kind of press work in it"};
  }
  if (is_preflight && job.request.shops.size() > 1) {
    throw WrongUse{"`preflight` judges for one of `shops` at a time"};
  }
}

}  // namespace

Options read_options(std::string_view json) {
  Options options;
  read_object(json, "options",
              {{"project", [&](const Field& f) { f.read(options.project); }},
               {"data", [&](const Field& f) { f.read(options.data); }},
               {"trust_files", [&](const Field& f) {
                  bool is_trusted = false;
                  f.read(is_trusted);
                  if (is_trusted) options.reading = build::Reading::Here;
                }}});
  if (options.project.empty()) throw WrongUse{"`project` names the folder of the project"};
  return options;
}

Job read_job(std::string_view json) {
  Job job;
  build::Request& request = job.request;
  request.audience = build::Audience::Programs;
  build::Outputs& outputs = job.outputs;
  bool is_named = false;
  const auto kind = [&](const Field& f) {
    f.read(job.kind, kKinds);
    is_named = true;
  };
  read_object(json, "a job",
              {{"job", kind},
               {"layouts", [&](const Field& f) { f.read(request.layouts); }},
               {"settings", [&](const Field& f) { f.read(request.settings); }},
               {"languages", [&](const Field& f) { f.read(request.languages); }},
               {"shops", [&](const Field& f) { f.read(request.shops); }},
               {"editions", [&](const Field& f) { f.read(request.editions, kEditionWords); }},
               {"trim", [&](const Field& f) { f.read(request.trim); }},
               {"imposition", [&](const Field& f) { f.read(request.imposition); }},
               {"final", [&](const Field& f) { f.read(request.final); }},
               {"today", [&](const Field& f) { f.read(request.today); }},
               {"deny_warnings", [&](const Field& f) { f.read(request.deny_warnings); }},
               {"fix", [&](const Field& f) { f.read(request.fix); }},
               {"formats", [&](const Field& f) { f.read(outputs.formats, kFormats); }},
               {"stage", [&](const Field& f) { f.read(outputs.stage, kStages); }},
               {"guides", [&](const Field& f) { f.read(outputs.guides); }},
               {"ppi", [&](const Field& f) { f.read(outputs.pixels_per_inch, 10, 1200); }},
               {"shown", [&](const Field& f) { f.read(outputs.view, kShown); }},
               {"pdfs", [&](const Field& f) { f.read(job.pdfs); }},
               {"standard", [&](const Field& f) { f.read(job.preflight.judge_by); }},
               {"rules", [&](const Field& f) { f.read(job.preflight.rules); }},
               {"class", [&](const Field& f) { f.read(job.preflight.rules_class); }},
               {"families", [&](const Field& f) { f.read(job.families); }},
               {"asked", [&](const Field& f) { f.read(job.asked); }},
               {"quantity", [&](const Field& f) { f.read(job.quantity); }}});
  if (!is_named) throw WrongUse{"`job` says what to do: `build`, `check` or `ticket`, say"};
  check_pdfs(job);
  if (job.kind == Job::Kind::Affected && job.asked.empty()) {
    throw WrongUse{"`affected` takes a list of facts, texts or files, `asked`"};
  }
  return job;
}

}  // namespace handbill::capi
