// SPDX-License-Identifier: MIT
#include "spec/extends.h"

#include <algorithm>
#include <map>
#include <set>

#include "diag/read_text.h"
#include "spec/bind.h"
#include "spec/lay_over.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;
using diag::Span;

constexpr std::size_t kLongestChain = 32;

/// Reads a file and lays it over those it extends.
class ExtendingReader {
 public:
  ExtendingReader(const diag::FileReader& files, const ExtendingFolder& folder,
                  diag::SourceMap& sources, diag::Diagnostics& diags)
      : files_(files),
        folder_(folder.path),
        own_key_(folder.own_key),
        sources_(sources),
        diags_(diags) {}

  /// `asked_at` is the place that names the file. However many layouts extend a file, it is read
  /// at most twice.
  std::optional<Value> read(const std::string& path, Span asked_at) {
    if (is_cycle(path, asked_at)) return std::nullopt;
    if (const auto known = done_.find(path); known != done_.end()) return known->second;
    if (chain_.size() == kLongestChain) {
      diags_.error(DiagnosticId::TooLarge, asked_at,
                   "files extend each other more than 32 deep here");
      return std::nullopt;
    }
    chain_.push_back({path, asked_at});
    auto result = read_new(path, asked_at);
    chain_.pop_back();
    // Most files are asked for once; only one that is asked for again is worth a copy.
    if (!seen_.insert(path).second) done_.emplace(path, result);
    return result;
  }

 private:
  struct Link {
    std::string path;
    Span asked_at;
  };

  std::optional<Value> read_new(const std::string& path, Span asked_at) {
    const auto file = diag::read_text(files_, path, asked_at, sources_, diags_);
    if (!file) return std::nullopt;
    auto own = read_toml(sources_, *file, diags_);
    if (!own) return std::nullopt;
    std::optional<Value> below;
    for (const Text& name : extended(*own)) {
      auto base = read(folder_ + "/" + name.value + ".toml", name.span);
      if (!base) base = lost(name.span);
      std::erase_if(std::get<Value::Table>(base->data),
                    [&](const Entry& entry) { return entry.key == own_key_; });
      below = below ? laid_over(std::move(*below), std::move(*base)) : std::move(*base);
    }
    if (!below) below = Value{.data = Value::Table{}, .span = own->span};
    return laid_over(std::move(*below), std::move(*own));
  }

  Value laid_over(Value base, Value over) {
    if (folder_ != "layouts") return merge(std::move(base), std::move(over));
    return lay_over(std::move(base), std::move(over), diags_);
  }

  /// In place of a file that can't be read.
  static Value lost(Span asked_at) {
    return {Value::Table{Entry{"", asked_at, Value{{}, asked_at}}}, asked_at};
  }

  /// The names of `extends`, which is taken out: it concerns this file alone.
  std::vector<Text> extended(Value& root) {
    auto& table = std::get<Value::Table>(root.data);
    const auto entry = std::ranges::find(table, "extends", &Entry::key);
    std::vector<Text> names;
    if (entry == table.end()) return names;
    if (entry->value.is_lost()) {
      *entry = {"", entry->key_span, std::move(entry->value)};
      return names;
    }
    Request request = root_request(diags_);
    request.key = "extends";
    request.type = "name or list of names";
    spec::read(entry->value, request, names);
    std::erase_if(names, [&](const Text& name) { return !is_name(name); });
    table.erase(entry);
    return names;
  }

  bool is_name(const Text& name) {
    if (!name.value.empty() && !name.value.ends_with(".toml")) return true;
    std::vector<std::string> hints;
    if (name.value.ends_with(".toml")) {
      hints.push_back("leave out the folder and `.toml`: \"house\"");
    }
    diags_.error(DiagnosticId::BadValue, name.span,
                 "`extends` names a file of the folder `" + folder_ + "`, without `.toml`",
                 std::move(hints));
    return false;
  }

  bool is_cycle(const std::string& path, Span asked_at) {
    const auto first = std::ranges::find(chain_, path, &Link::path);
    if (first == chain_.end()) return false;
    diag::Diagnostic report{DiagnosticId::ExtendsCycle, diag::Severity::Error,
                            "`" + path + "` extends itself", asked_at};
    for (auto link = first + 1; link != chain_.end(); ++link) {
      report.labels.push_back({link->asked_at, "through `" + link->path + "`, extended here"});
    }
    diags_.add(std::move(report));
    return true;
  }

  const diag::FileReader& files_;
  std::string folder_, own_key_;
  diag::SourceMap& sources_;
  diag::Diagnostics& diags_;
  std::vector<Link> chain_{};
  std::set<std::string, std::less<>> seen_{};
  std::map<std::string, std::optional<Value>, std::less<>> done_{};
};

}  // namespace

std::optional<Value> read_with_extended(const diag::FileReader& files,
                                        const ExtendingFolder& folder, const std::string& path,
                                        diag::Span asked_at, diag::SourceMap& sources,
                                        diag::Diagnostics& diags) {
  return ExtendingReader(files, folder, sources, diags).read(path, asked_at);
}

}  // namespace handbill::spec
