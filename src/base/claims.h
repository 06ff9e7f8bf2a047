// SPDX-License-Identifier: MIT
// What a PDF may say that it conforms to. Claims compose: a file says one of PDF/X at most, and
// beside it what else it keeps; it may hold what all of its claims take, and has what any asks for.
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

enum class Claim : std::uint8_t { X1a2003, X4 };

struct ClaimFacts {
  Claim claim{};
  std::string_view name;     ///< as files and people say it
  bool is_pdfx = false;      ///< of print; GTS_PDFXVersion has its name
  int newest_pdf = 7;        ///< PDF 1.7
  bool transparency = true;  ///< may be in it,
  bool layers = true;        ///< of optional content too,
  bool rgb = true;           ///< and RGB with a profile
  bool profile = false;      ///< it embeds the profile of its output intent
};

inline constexpr std::array kClaims = {
    // ISO 15930-4:2003
    ClaimFacts{Claim::X1a2003, "PDF/X-1a:2003", true, 4, false, false, false, false},
    // ISO 15930-7:2010
    ClaimFacts{Claim::X4, "PDF/X-4", true, 6, true, true, true, true},
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

  /// Which PDF/X it is.
  constexpr std::optional<Claim> pdfx() const {
    for (const ClaimFacts& each : kClaims) {
      if (each.is_pdfx && has(each.claim)) return each.claim;
    }
    return std::nullopt;
  }
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

inline std::optional<Claim> claim_named(std::string_view name) {
  const auto* found = std::ranges::find(kClaims, name, &ClaimFacts::name);
  return found == kClaims.end() ? std::nullopt : std::optional(found->claim);
}

/// As GTS_PDFXVersion has it; empty: it is no PDF/X.
constexpr std::string_view pdfx_version(Claims claims) {
  const std::optional<Claim> pdfx = claims.pdfx();
  return pdfx ? facts_of(*pdfx).name : std::string_view();
}

}  // namespace handbill
