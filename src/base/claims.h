// SPDX-License-Identifier: MIT
// What a PDF may say that it conforms to. Claims compose: a file says one of PDF/X at most and one
// level of PDF/A, and beside them what else it keeps; it may hold what all of its claims take, and
// has what any asks for.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill {

enum class Claim : std::uint8_t { X1a2003, X4, A2a, A2u, A2b, Ua1 };

/// Of which one is said at most; what is of no family stands beside any.
enum class ClaimFamily : std::uint8_t { PdfX, PdfA, PdfUa };

struct ClaimFacts {
  Claim claim{};
  std::string_view name;  ///< as files and people say it
  std::string_view word;  ///< the same in a shop's file and at the command: "x-4"
  ClaimFamily family{};
  int newest_pdf = 7;        ///< PDF 1.7
  bool transparency = true;  ///< may be in it,
  bool layers = true;        ///< of optional content too,
  bool rgb = true;           ///< and RGB with a profile
  bool profile = false;      ///< it embeds the profile of its output intent
  bool tags = false;         ///< all that is read is tagged
};

/// Of PDF/A the highest level first: it has what those after it ask for.
inline constexpr std::array kClaims = {
    // ISO 15930-4:2003
    ClaimFacts{Claim::X1a2003, "PDF/X-1a:2003", "x-1a", ClaimFamily::PdfX, 4, false, false, false,
               false, false},
    // ISO 15930-7:2010
    ClaimFacts{Claim::X4, "PDF/X-4", "x-4", ClaimFamily::PdfX, 6, true, true, true, true, false},
    // ISO 19005-2:2011
    ClaimFacts{Claim::A2a, "PDF/A-2a", "a-2a", ClaimFamily::PdfA, 7, true, true, true, true, true},
    ClaimFacts{Claim::A2u, "PDF/A-2u", "a-2u", ClaimFamily::PdfA, 7, true, true, true, true, false},
    ClaimFacts{Claim::A2b, "PDF/A-2b", "a-2b", ClaimFamily::PdfA, 7, true, true, true, true, false},
    // ISO 14289-1:2014
    ClaimFacts{Claim::Ua1, "PDF/UA-1", "ua-1", ClaimFamily::PdfUa, 7, true, true, true, false,
               true},
};

constexpr const ClaimFacts& facts_of(Claim claim) {
  return kClaims[static_cast<std::size_t>(claim)];
}

/// The claims of one file; none: an ordinary PDF.
class Claims {
 public:
  constexpr Claims() = default;
  constexpr Claims(Claim claim) : bits_(bit(claim)) {}
  constexpr Claims(std::initializer_list<Claim> claims) {
    for (const Claim each : claims) bits_ |= bit(each);
  }

  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool has(Claim claim) const { return (bits_ & bit(claim)) != 0; }
  constexpr Claims operator|(Claims other) const {
    other.bits_ |= bits_;
    return other;
  }
  constexpr bool operator==(const Claims&) const = default;

  constexpr Claims without(Claims other) const {
    Claims rest = *this;
    rest.bits_ &= ~other.bits_;
    return rest;
  }

  /// The first of that family; of PDF/A the highest level.
  constexpr std::optional<Claim> of(ClaimFamily family) const {
    for (const ClaimFacts& each : kClaims) {
      if (each.family == family && has(each.claim)) return each.claim;
    }
    return std::nullopt;
  }
  /// Which PDF/X it is.
  constexpr std::optional<Claim> pdfx() const { return of(ClaimFamily::PdfX); }
  constexpr bool is_pdfx() const { return pdfx().has_value(); }
  constexpr std::optional<Claim> pdfa() const { return of(ClaimFamily::PdfA); }
  /// 4: it keeps to PDF 1.4.
  constexpr int newest_pdf() const {
    int newest = ClaimFacts{}.newest_pdf;
    for (const ClaimFacts& each : kClaims) {
      if (has(each.claim)) newest = std::min(newest, each.newest_pdf);
    }
    return newest;
  }
  constexpr bool takes_transparency() const { return all(&ClaimFacts::transparency); }
  constexpr bool takes_layers() const { return all(&ClaimFacts::layers); }
  constexpr bool takes_rgb() const { return all(&ClaimFacts::rgb); }
  constexpr bool embeds_profile() const { return any(&ClaimFacts::profile); }
  constexpr bool asks_for_tags() const { return any(&ClaimFacts::tags); }

  std::vector<Claim> list() const {
    std::vector<Claim> claims;
    for (const ClaimFacts& each : kClaims) {
      if (has(each.claim)) claims.push_back(each.claim);
    }
    return claims;
  }

 private:
  static constexpr unsigned bit(Claim claim) { return 1U << static_cast<unsigned>(claim); }
  constexpr bool all(bool ClaimFacts::*fact) const {
    return std::ranges::all_of(
        kClaims, [&](const ClaimFacts& each) { return !has(each.claim) || each.*fact; });
  }
  constexpr bool any(bool ClaimFacts::*fact) const {
    return std::ranges::any_of(
        kClaims, [&](const ClaimFacts& each) { return has(each.claim) && each.*fact; });
  }

  unsigned bits_ = 0;
};

/// "PDF/X-4", several with a comma between; `none` for none.
inline std::string names_of(Claims claims, std::string_view none = {}) {
  std::string names;
  for (const Claim each : claims.list()) {
    names += names.empty() ? "" : ", ";
    names += facts_of(each).name;
  }
  return names.empty() ? std::string(none) : names;
}

/// By its name or its word.
inline std::optional<Claim> claim_named(std::string_view name) {
  const auto* found = std::ranges::find_if(
      kClaims, [&](const ClaimFacts& each) { return each.name == name || each.word == name; });
  return found == kClaims.end() ? std::nullopt : std::optional(found->claim);
}

/// What a file says beside `asked` without being asked, as far as it keeps it: nothing where
/// PDF/X-1a leaves no room for tags, or where PDF/A or PDF/UA were asked for by name.
constexpr Claims unasked_beside(Claims asked) {
  if (asked.newest_pdf() < 6 || asked.pdfa() || asked.has(Claim::Ua1)) return {};
  return {Claim::A2a, Claim::A2u, Claim::A2b, Claim::Ua1};
}

/// As GTS_PDFXVersion has it; empty: it is no PDF/X.
constexpr std::string_view pdfx_version(Claims claims) {
  const std::optional<Claim> pdfx = claims.pdfx();
  return pdfx ? facts_of(*pdfx).name : std::string_view();
}

}  // namespace handbill
