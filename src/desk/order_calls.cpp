// SPDX-License-Identifier: MIT
// Ordering from a print shop: which there are, what the order says, and one file to send.
#include <algorithm>
#include <array>
#include <charconv>

#include "build/judge_words.h"
#include "build/order_file.h"
#include "desk/calls.h"
#include "desk/disk_run.h"
#include "spec/parse_shop.h"
#include "spec/printed_spec.h"

namespace handbill::desk {
namespace {

constexpr std::size_t kMostPaperLetters = 80;

Json shops_json(const Session& session) {
  Json shops = Json::array();
  const diag::FileReader& files = *session.run().workspace.files;
  for (const std::string& name : spec::shop_names(files)) {
    diag::SourceMap sources;
    diag::Diagnostics unheard;
    const auto shop = spec::parse_shop(files, name, {}, sources, unheard);
    const bool has_title = shop && shop->title;
    shops.push_back({{"name", name}, {"title", has_title ? shop->title->value : name}});
  }
  return shops;
}

/// What an order of the document says unless people say otherwise.
Json usual_json(const View& view, const DiskRun& disk) {
  Json usual = {{"shop", ""}, {"paper", ""}};
  if (view.compiled && view.compiled->document) {
    const document::Document& document = *view.compiled->document;
    if (document.shop) usual["shop"] = document.shop->name;
    usual["paper"] = document.sheet.stock;
  }
  diag::SourceMap sources;
  diag::Diagnostics unheard;
  const auto read = build::read_order({}, disk.run, sources, unheard);
  const auto order = read && view.compiled && view.compiled->pages
                         ? build::order_of(*read, *view.compiled, unheard)
                         : std::nullopt;
  if (!order) return usual;
  usual["quantity"] = order->quantity ? Json(*order->quantity) : Json();
  usual["client"] = order->client;
  usual["contact"] = order->contact;
  usual["deliverTo"] = order->deliver_to;
  usual["deliver"] = order->date ? spec::iso_date(*order->date) : "";
  usual["proof"] = order->proof;
  return usual;
}

/// The shops by their names, and what would be ordered.
Answer order(const Call& call, Session& session) {
  const View* view = view_of(call, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  const DiskRun disk(session, *view);
  return as_json({{"state", session.state()},
                  {"shops", shops_json(session)},
                  {"usual", usual_json(*view, disk)}});
}

/// Nothing: it is no number of copies.
std::optional<std::int64_t> quantity_of(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole && number >= 1 && number <= spec::kMostCopies ? std::optional(number)
                                                                : std::nullopt;
}

/// The ZIP; with `ask=problems` only what stops it, and what is still to be agreed.
Answer order_file(const Call& call, Session& session) {
  const View* view = view_of(call, session);
  if (view == nullptr) return refused(kMissing, "there is no such document");
  const auto quantity = quantity_of(call.parameter("quantity"));
  if (!quantity) return refused(kWrong, "`quantity` is a number of copies");
  const std::string shop = call.parameter("shop"), paper = call.parameter("paper");
  if (paper.size() > kMostPaperLetters) return refused(kWrong, "`paper` is too long");
  const auto names = spec::shop_names(*session.run().workspace.files);
  if (std::ranges::find(names, shop) == names.end()) {
    return refused(kMissing, "there is no print shop of that name");
  }
  if (auto unsaved = refused_unsaved(session)) return *unsaved;
  DiskRun disk(
      session, *view,
      paper.empty() ? nullptr : with_layout_values(session, *view, {{"sheet.stock", paper}}));
  disk.request.shops = {shop};
  disk.request.editions = {Edition::Standard};
  // What is asked for a price alone may be a draft.
  disk.request.final = call.parameter("for") != "price";
  const build::OrderOptions options{quantity,
                                    call.parameter("client"),
                                    call.parameter("contact"),
                                    call.parameter("deliver"),
                                    call.parameter("deliverTo"),
                                    call.parameter("proof")};
  if (disk.request.final) build::judge_words(disk.run);
  std::optional<build::OutputFile> file;
  const build::Maker maker{[&](const build::Job& job, build::Run& in) {
    return build::make_order_file(job, options, in);
  }};
  build::make_documents(disk.run, build::Publish::Whole, maker,
                        [&](build::Made& made, build::Soundness) {
                          if (!made.files.empty()) file = std::move(made.files.front());
                          return build::Next::GoOn;
                        });
  if (disk.run.diags.has_errors() || !file) {
    return refused_for(disk.run.diags, "this can't be ordered yet");
  }
  if (call.parameter("ask") == "problems") return as_json({{"file", file->name}});
  return {200, "application/zip", std::move(file->bytes), ""};
}

}  // namespace

std::span<const Route> order_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/order", order},
      {"GET", "/api/order/file", order_file},
  });
  return kRoutes;
}

}  // namespace handbill::desk
