// SPDX-License-Identifier: MIT
// Web and mail addresses against those of the facts, and whose site an address is on.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "prose/check_functions.h"
#include "prose/compare_facts.h"
#include "prose/own_facts.h"
#include "prose/typed_sites.h"

namespace handbill::prose {
namespace {

constexpr std::size_t kMostAddressSlips = 2;
/// Short names are a slip away from too many others.
constexpr std::size_t kShortestSlipped = 6;

using AddressKind = TypedAddress::Kind;

struct OwnAddress {
  const OwnFact* fact = nullptr;
  TypedAddress read;
};

std::vector<OwnAddress> read_facts(const std::vector<OwnFact>& facts) {
  std::vector<OwnAddress> own;
  for (const OwnFact& each : facts) {
    if (!each.text().empty()) own.push_back({&each, read_typed_address(each.text())});
  }
  return own;
}

std::string_view name_of(std::string_view site) { return site.substr(0, site.find('.')); }

std::string without_hyphens(std::string_view name) {
  std::string plain(name);
  std::erase(plain, '-');
  return plain;
}

/// "clinic.com" for "clinic.org", "clnic.org", "my-clinic.org" for "myclinic.org".
bool is_slip_of(std::string_view site, std::string_view own) {
  if (site == own || name_of(own).size() < 4) return false;
  if (without_hyphens(name_of(site)) == without_hyphens(name_of(own))) return true;
  return name_of(own).size() >= kShortestSlipped &&
         slips_between(site, own, kMostAddressSlips) <= kMostAddressSlips;
}

bool is_same_page(const TypedAddress& typed, const TypedAddress& own) {
  return typed.host == own.host && typed.rest == own.rest;
}

/// Calls `use(paragraph, address)` for all that are typed.
template <class Use>
void each_typed(const Judged& judged, AddressKind kind, Use use) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const words::Paragraph& written = judged.reading.written(i);
    for (const TypedAddress& typed :
         find_typed_addresses(judged.reading.paragraphs[i], written.text)) {
      if (typed.kind == kind && !is_fact(written, typed.begin, typed.end)) use(i, typed);
    }
  }
}

Compared compared_with(const OwnFact& fact, std::size_t paragraph, const TypedAddress& typed,
                       Agreement agreement) {
  const bool is_short = typed.kind == AddressKind::Web && !typed.has_scheme;
  return {.agreement = agreement,
          .paragraph = paragraph,
          .begin = typed.begin,
          .end = typed.end,
          .fact = fact.path,
          .refer = "{" + fact.path + (is_short ? " | short}" : "}"),
          .is = std::string(fact.text()),
          .organisation = fact.organisation};
}

/// Null: all are supplied.
const OwnFact* blank_of(const std::vector<OwnFact>& facts) {
  const auto blank = std::ranges::find_if(facts, &OwnFact::is_blank);
  return blank == facts.end() ? nullptr : &*blank;
}

}  // namespace

namespace {

/// "nurse@clinic.org" of a clinic at clinic.com that tells no mail address: what stands behind the
/// @ is its site, misspelt.
void compare_sites_of_mail(const Judged& judged, const std::vector<OwnAddress>& own,
                           Comparison& compared) {
  if (!own_facts(*judged.context.content, "mail").empty()) return;
  each_typed(judged, AddressKind::Mail, [&](std::size_t paragraph, const TypedAddress& typed) {
    const std::string_view site = site_of(typed.host);
    const auto is_on_site = [&](const OwnAddress& each) { return site_of(each.read.host) == site; };
    if (std::ranges::any_of(own, is_on_site) || is_public_body(typed.host)) return;
    for (const OwnAddress& each : own) {
      if (!each.read.rest.empty() || !is_slip_of(site, site_of(each.read.host))) continue;
      Compared slip = compared_with(*each.fact, paragraph, typed, Agreement::Slip);
      slip.begin = typed.end - typed.host.size();
      slip.refer = "{" + each.fact->path + " | short}";
      compared.push_back(std::move(slip));
      return;
    }
  });
}

}  // namespace

void compare_sites(const WordRule&, const Judged& judged, Comparison& compared) {
  const std::vector<OwnFact> facts = own_facts(*judged.context.content, "web");
  if (facts.empty()) return;
  const std::vector<OwnAddress> own = read_facts(facts);
  compare_sites_of_mail(judged, own, compared);
  const OwnFact* blank = blank_of(facts);
  each_typed(judged, AddressKind::Web, [&](std::size_t paragraph, const TypedAddress& typed) {
    const auto add = [&](const OwnFact& fact, Agreement agreement) {
      compared.push_back(compared_with(fact, paragraph, typed, agreement));
    };
    for (const OwnAddress& each : own) {
      if (is_same_page(typed, each.read)) return add(*each.fact, Agreement::Same);
    }
    const auto is_own_site = [&](const OwnAddress& each) {
      return site_of(each.read.host) == site_of(typed.host);
    };
    if (std::ranges::any_of(own, is_own_site) || is_public_body(typed.host)) return;
    for (const OwnAddress& each : own) {
      if (is_slip_of(site_of(typed.host), site_of(each.read.host))) {
        return add(*each.fact, Agreement::Slip);
      }
    }
    if (blank != nullptr && own.empty()) add(*blank, Agreement::Blank);
  });
}

void compare_mail(const WordRule&, const Judged& judged, Comparison& compared) {
  const std::vector<OwnFact> facts = own_facts(*judged.context.content, "mail");
  if (facts.empty()) return;
  const std::vector<OwnAddress> own = read_facts(facts);
  const OwnFact* blank = blank_of(facts);
  each_typed(judged, AddressKind::Mail, [&](std::size_t paragraph, const TypedAddress& typed) {
    const auto add = [&](const OwnFact& fact, Agreement agreement) {
      compared.push_back(compared_with(fact, paragraph, typed, agreement));
    };
    for (const OwnAddress& each : own) {
      if (is_same_page(typed, each.read)) return add(*each.fact, Agreement::Same);
    }
    if (is_public_body(typed.host)) return;
    const auto whole = [](const TypedAddress& address) {
      return address.rest + "@" + address.host;
    };
    for (const OwnAddress& each : own) {
      const bool is_near =
          slips_between(whole(typed), whole(each.read), kMostAddressSlips) <= kMostAddressSlips;
      const bool is_same_name =
          typed.rest == each.read.rest && is_slip_of(site_of(typed.host), site_of(each.read.host));
      if (is_near || is_same_name) return add(*each.fact, Agreement::Slip);
    }
    if (blank != nullptr) return add(*blank, Agreement::Blank);
    if (!own.empty()) add(*own.front().fact, Agreement::Other);
  });
}

namespace {

/// The sites that the clinic calls its own: of its web facts and of its mail.
std::vector<std::string> sites_of_facts(const content::Content& content) {
  std::vector<std::string> sites;
  for (const std::string_view type : {"web", "mail"}) {
    for (const OwnFact& each : own_facts(content, type)) {
      if (each.text().empty()) continue;
      sites.emplace_back(site_of(read_typed_address(each.text()).host));
    }
  }
  return sites;
}

bool is_listed(const std::vector<spec::Text>& sites, std::string_view host) {
  return std::ranges::any_of(sites, [&](const spec::Text& each) {
    const std::string_view site = each.value;
    return host == site || (host.ends_with(site) && host.size() > site.size() &&
                            host[host.size() - site.size() - 1] == '.');
  });
}

}  // namespace

void judge_sites(const WordRule& rule, const Judged& judged, Findings& found) {
  std::vector<std::string> own;
  if (judged.context.content != nullptr) own = sites_of_facts(*judged.context.content);
  each_typed(judged, AddressKind::Web, [&](std::size_t paragraph, const TypedAddress& typed) {
    const std::string site(site_of(typed.host));
    // Those of `words` stand for others, and are told of as such.
    if (is_public_body(typed.host) || is_listed(rule.written.words, typed.host)) return;
    if (own.empty()) own.push_back(site);
    const auto is_near = [&](const std::string& each) {
      return each == site || is_slip_of(site, each);
    };
    if (std::ranges::any_of(own, is_near)) return;
    const words::Paragraph& written = judged.reading.written(paragraph);
    if (judged.context.content != nullptr &&
        is_text_of_its_own(*judged.context.content, written, typed.begin, typed.end)) {
      return;
    }
    Finding finding{.paragraph = paragraph, .begin = typed.begin, .end = typed.end};
    finding.instead = own.front();
    finding.said = {{"site", site}};
    found.push_back(std::move(finding));
  });
}

namespace {

struct PlacedSite {
  std::string site;
  diag::Span span{};
};

/// The first that the document types of those that may be the clinic's. A document whose facts tell
/// the site is judged by them.
std::optional<PlacedSite> first_site(const WordRule& rule, const Judged& judged, Finding& finding) {
  const content::Content* content = judged.context.content;
  if (content != nullptr && !sites_of_facts(*content).empty()) return std::nullopt;
  std::optional<PlacedSite> first;
  each_typed(judged, AddressKind::Web, [&](std::size_t paragraph, const TypedAddress& typed) {
    if (first || is_public_body(typed.host) || is_listed(rule.written.words, typed.host)) return;
    const words::Paragraph& written = judged.reading.written(paragraph);
    if (content != nullptr && is_text_of_its_own(*content, written, typed.begin, typed.end)) return;
    first = {std::string(site_of(typed.host)), words::written_at(written, typed.begin, typed.end)};
    finding.paragraph = paragraph;
    finding.begin = typed.begin;
    finding.end = typed.end;
  });
  return first;
}

}  // namespace

void compare_documents_sites(const WordRule& rule, std::span<const Judged> judged,
                             Findings& found) {
  std::optional<PlacedSite> former;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    Finding finding{.document = i};
    const auto site = first_site(rule, judged[i], finding);
    if (!site) continue;
    if (!former) former = site;
    if (site->site == former->site) continue;
    finding.instead = former->site;
    finding.said = {{"site", site->site}};
    if (former->span.known()) finding.labels.push_back({former->span, "typed here"});
    found.push_back(std::move(finding));
  }
}

void judge_short_links(const WordRule& rule, const Judged& judged, Findings& found) {
  each_typed(judged, AddressKind::Web, [&](std::size_t paragraph, const TypedAddress& typed) {
    if (!is_listed(rule.written.words, typed.host)) return;
    found.push_back({.paragraph = paragraph, .begin = typed.begin, .end = typed.end});
  });
}

}  // namespace handbill::prose
