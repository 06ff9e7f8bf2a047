// SPDX-License-Identifier: MIT
#include "build/settle.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/overload.h"
#include "build/paginate.h"
#include "build/reflow.h"
#include "document/bind.h"
#include "document/conditions.h"
#include "document/edition.h"
#include "document/misspelt_facts.h"
#include "document/set_on_trim.h"
#include "layout/place.h"

namespace handbill::build {
namespace {

using Kind = spec::WhenSpec::Kind;

/// More choices than anybody offers.
constexpr int kMostTrials = 64;

bool waits_for_trial(const spec::VariantSpec& variant) {
  return std::ranges::any_of(variant.when,
                             [](const spec::WhenSpec& each) { return each.kind == Kind::Overset; });
}

/// Calls `use` with each table that stands in a frame of the document, and its frame.
template <class Use>
void each_table(const document::Document& document, Use use) {
  for (const document::Side& side : document.sides) {
    for (const document::Frame& frame : side.frames) {
      std::visit(
          Overload{[&](const document::Table& own) { use(own, frame); },
                   [&](const document::TableContent& named) {
                     use(document.tables.at(named.table.index()).table, frame);
                   },
                   [](const OneOf<std::monostate, document::StoryContent, document::TextContent,
                                  document::PictureContent, document::ArtContent> auto&) {}},
          frame.content);
    }
  }
}

class Settler {
 public:
  Settler(const SettleInputs& with, diag::Diagnostics& diags) : with_(with), base_(*with.layout) {
    diag::Diagnostics found;
    const document::Conditions conditions(with.content, found);
    for (std::size_t i = 0; i < base_.variants.size(); ++i) {
      if (!conditions.hold(base_.variants[i].when)) continue;
      auto& list = waits_for_trial(base_.variants[i]) ? waiting_ : used_;
      list.push_back(i);
    }
    for (const diag::Diagnostic& each : found.list()) {
      (document::missing_table(each, with.content) ? unmet_ : diags).add(each);
    }
  }

  void try_it(layout::Misfits& misfits, font::FontBook& fonts, diag::SourceMap& sources,
              diag::Diagnostics& diags);
  /// Makes the next choice for what does not fit. False: there is none.
  bool advance(const layout::Misfits& misfits) {
    return ++trials_ < kMostTrials && (shorten_words(misfits) || use_variant(misfits));
  }
  void note_choices(diag::Diagnostics& diags) const;
  bool is_reflowed() const { return trial_.document && trial_.document->galley != nullptr; }
  void reflow(font::FontBook& fonts, diag::SourceMap& sources, diag::Diagnostics& said);
  /// What conditions of variants ask of tables that are missing: for when the document itself asks
  /// for nothing of them.
  const diag::Diagnostics& unmet() const { return unmet_; }
  Settled take() { return std::move(trial_); }

 private:
  std::shared_ptr<const document::Theme> theme(diag::SourceMap& sources, diag::Diagnostics& diags);
  std::shared_ptr<const spec::LayoutSpec> layout(diag::Diagnostics& diags) const;
  bool shorten_words(const layout::Misfits& misfits);
  bool use_variant(const layout::Misfits& misfits);
  bool is_overset(const std::string& frame, const layout::Misfits& misfits) const;
  std::vector<std::string> names_in_use() const;

  const SettleInputs& with_;
  const spec::LayoutSpec& base_;
  Settled trial_;                     ///< the last
  std::vector<std::size_t> used_;     ///< variants, in the order they are laid over the base
  std::vector<std::size_t> waiting_;  ///< variants for what does not fit
  std::map<diag::Span, std::size_t> words_;
  std::map<std::size_t, std::string> reasons_;  ///< of used variants: the frame
  diag::Diagnostics unmet_;
  document::Pagination pagination_;
  int trials_ = 0;
};

/// With the variants in use. What is wrong with its trim has been said.
std::shared_ptr<const spec::LayoutSpec> Settler::layout(diag::Diagnostics& diags) const {
  if (used_.empty()) return with_.layout;
  auto layout = spec::with_variants(base_, used_, diags);
  if (!layout) return nullptr;
  diag::Diagnostics said;
  layout = document::in_edition(std::move(*layout), with_.in.edition);
  return std::make_shared<const spec::LayoutSpec>(
      document::set_on_trim(std::move(*layout), with_.in.trim, said));
}

std::shared_ptr<const document::Theme> Settler::theme(diag::SourceMap& sources,
                                                      diag::Diagnostics& diags) {
  const std::string& language = with_.content.language();
  return with_.in.products.themes.get(
      {with_.layout, with_.catalog, with_.shop, language, used_}, with_.in.files, sources, diags,
      [&](const diag::FileReader& files,
          diag::Diagnostics& told) -> std::optional<document::Theme> {
        auto of = layout(told);
        if (!of) return std::nullopt;
        return document::make_theme(
            {std::move(of), names_in_use(), with_.catalog, with_.shop, language}, files, sources);
      });
}

std::vector<std::string> Settler::names_in_use() const {
  std::vector<std::string> names;
  for (const std::size_t each : used_) {
    if (base_.variants[each].name) names.push_back(base_.variants[each].name->value);
  }
  return names;
}

void Settler::try_it(layout::Misfits& misfits, font::FontBook& fonts, diag::SourceMap& sources,
                     diag::Diagnostics& diags) {
  trial_ = {};
  const auto theme = this->theme(sources, diags);
  if (!theme) return;
  trial_.layout = theme->inputs.layout;
  Paginator pages;
  layout::Findings found;
  diag::Diagnostics said;
  do {
    with_.in.pause();
    said = {};
    found = {};
    trial_.pages.reset();
    trial_.document = document::bind(
        *theme,
        {with_.content, with_.in.files, with_.in.pictures, with_.in.hyphens, words_, pages.pages()},
        fonts, sources, said);
    if (!trial_.document || with_.purpose == Settle::DocumentAlone) break;
    with_.in.pause();
    diag::Diagnostics placing;
    trial_.pages = layout::place(*trial_.document, {fonts, with_.in.shapes}, placing, found);
    if (!trial_.document->galley) said.add_all(placing);
  } while (pages.advance(*trial_.document, found.pages));
  misfits = std::move(found.misfits);
  if (trial_.document) misfits.merge(pages.overfull_frames());
  pagination_ = pages.pages();
  if (trial_.document && !is_reflowed()) pages.tell(*trial_.layout, said);
  diags.add_all(said);
}

/// The pages of the edition instead of the layout's. `said`: of the last trial.
void Settler::reflow(font::FontBook& fonts, diag::SourceMap& sources, diag::Diagnostics& said) {
  const layout::Type type{fonts, with_.in.shapes};
  diag::Diagnostics unheard;  // the last trial has told it
  const auto theme = this->theme(sources, unheard);
  const auto bind = [&](const document::Pagination& told, diag::Diagnostics& diags) {
    with_.in.pause();
    return document::bind(
        *theme, {with_.content, with_.in.files, with_.in.pictures, with_.in.hyphens, words_, told},
        fonts, sources, diags);
  };
  // Which of the layout's pages are left blank is no matter here.
  const diag::Diagnostics told = std::exchange(said, {});
  for (const diag::Diagnostic& each : told.list()) {
    if (each.id != diag::DiagnosticId::BlankPage) said.add(each);
  }
  auto reflowed = build::reflow(std::move(*trial_.document), pagination_, bind, type, said);
  trial_.document.reset();
  trial_.pages.reset();
  if (!reflowed) return;
  trial_.source = std::move(reflowed->source);
  trial_.document = std::move(reflowed->document);
  if (with_.purpose == Settle::DocumentAlone) return;
  with_.in.pause();
  layout::Findings found;
  trial_.pages = layout::place(*trial_.document, type, said, found);
}

bool Settler::shorten_words(const layout::Misfits& misfits) {
  bool is_shorter = false;
  each_table(*trial_.document, [&](const document::Table& table, const document::Frame&) {
    if (table.words.are_last() || !misfits.contains(table.span)) return;
    words_[table.span] = table.words.chosen + 1;
    is_shorter = true;
  });
  return is_shorter;
}

/// Of any frame when none is named.
bool Settler::is_overset(const std::string& frame, const layout::Misfits& misfits) const {
  if (frame.empty()) return true;
  const auto is_it = [&](const spec::FrameSpec& each) {
    return each.name && each.name->value == frame && misfits.contains(each.span);
  };
  for (const auto* list : {&trial_.layout->parents, &trial_.layout->sides}) {
    for (const spec::SideSpec& side : *list) {
      if (std::ranges::any_of(side.frames, is_it)) return true;
    }
  }
  return std::ranges::any_of(trial_.layout->parts, [&](const auto& part) {
    return std::ranges::any_of(part.value.frames, is_it);
  });
}

/// The words begin anew: a variant may make room for the first.
bool Settler::use_variant(const layout::Misfits& misfits) {
  const auto is_for_it = [&](std::size_t variant) {
    return std::ranges::any_of(base_.variants[variant].when, [&](const spec::WhenSpec& each) {
      return each.kind == Kind::Overset && is_overset(each.name, misfits);
    });
  };
  const auto next = std::ranges::find_if(waiting_, is_for_it);
  if (next == waiting_.end()) return false;
  for (const spec::WhenSpec& each : base_.variants[*next].when) {
    if (each.kind == Kind::Overset && is_overset(each.name, misfits)) reasons_[*next] = each.name;
  }
  used_.push_back(*next);
  waiting_.erase(next);
  words_.clear();
  return true;
}

void Settler::note_choices(diag::Diagnostics& diags) const {
  for (const auto& [variant, frame] : reasons_) {
    const spec::VariantSpec& used = base_.variants[variant];
    const std::string what = frame.empty() ? "something" : "frame `" + frame + "`";
    const diag::Diagnostics::InFrame in_frame(diags, frame);
    diags.note(
        diag::DiagnosticId::Fitted, used.span,
        "variant `" + used.name->value + "` is in use: " + what + " does not fit without it");
  }
  if (!trial_.document) return;
  each_table(*trial_.document, [&](const document::Table& table, const document::Frame& frame) {
    if (table.words.chosen == 0) return;
    const diag::Diagnostics::InFrame in_frame(diags, frame.name);
    diags.note(diag::DiagnosticId::Fitted, table.span,
               (frame.name.empty() ? "a table" : "frame `" + frame.name + "`") +
                   " shows texts of choice " + std::to_string(table.words.chosen + 1) + " of " +
                   std::to_string(table.words.offered));
  });
}

}  // namespace

Settled settle(const SettleInputs& with, font::FontBook& fonts, diag::SourceMap& sources,
               diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  Settler settler(with, diags);
  if (diags.error_count() > errors) return {};
  for (;;) {
    diag::Diagnostics said;
    layout::Misfits misfits;
    settler.try_it(misfits, fonts, sources, said);
    if (!misfits.empty() && settler.advance(misfits)) continue;
    if (settler.is_reflowed()) {
      settler.reflow(fonts, sources, said);
    } else {
      settler.note_choices(diags);
    }
    const bool has_told = said.has_errors();
    diags.add_all(said);
    for (const diag::Diagnostic& each : settler.unmet().list()) {
      if (!has_told) diags.add(each);
    }
    return settler.take();
  }
}

}  // namespace handbill::build
