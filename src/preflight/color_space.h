// SPDX-License-Identifier: MIT
// Colour spaces (PDF 1.7, 8.6) and what their colours put on each plate.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "plates/print.h"
#include "preflight/pdf_function.h"

namespace handbill::preflight {

/// The plates of a file, in order of first use.
class Inks {
 public:
  explicit Inks(std::vector<plates::Ink>& inks);
  /// The plate of a colorant's name; a new one gets the colour `solid`.
  std::size_t find(const std::string& name, const color::Cmyk& solid);
  /// Notes it when a spot ink stands for another colour than before.
  void compare(std::size_t plate, const color::Cmyk& solid);
  /// Spot inks that the file gives more than one colour to stand in for them.
  const std::set<std::string>& ambiguous() const { return ambiguous_; }

 private:
  std::vector<plates::Ink>& inks_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::set<std::string> ambiguous_;
};

struct Space {
  plates::ColorSpace kind = plates::ColorSpace::DeviceGray;
  std::size_t components = 1;
  std::vector<std::string> names{};   ///< of a Separation or DeviceN
  std::vector<std::size_t> plates{};  ///< by name; kNoPlate for None
  bool all = false;
  std::shared_ptr<const Space> base{};  ///< of a Separation its alternate; of Indexed, of Pattern
  std::shared_ptr<const Function> tint{};
  bool indexed = false;
  std::string table{};          ///< of Indexed: the bytes of its colours
  std::vector<double> range{};  ///< of Lab: of a and b

  static constexpr std::size_t kNoPlate = SIZE_MAX;
  /// What PDF 1.7, Table 74 gives a space that was just set.
  std::vector<double> first_color() const;
  /// The space whose colours it holds: the base of Indexed, else itself.
  const Space& colors() const { return indexed && base ? *base : *this; }
};
using SpacePtr = std::shared_ptr<const Space>;

/// Reads each colour space of a file once.
class SpaceReader {
 public:
  SpaceReader(Inks& inks, Budget& budget) : inks_(inks), budget_(budget) {}

  /// `object` as it stands in a resource or a picture; `resources` for the default spaces and
  /// names. Nothing when it is damaged.
  SpacePtr read(const Handle& object, const Handle& resources);
  /// DeviceGray, DeviceRGB or DeviceCMYK, or what `resources` have as its default.
  SpacePtr device(plates::ColorSpace kind, const Handle& resources);
  plates::Paint paint(const Space& space, const std::vector<double>& values) const;

 private:
  SpacePtr read(const Handle& object, const Handle& resources, int depth);
  SpacePtr read_named(const std::string& name, const Handle& resources, int depth);
  SpacePtr read_array(const Handle& array, const Handle& resources, int depth);
  SpacePtr read_icc(const Handle& array, const Handle& resources, int depth);
  SpacePtr read_colorants(const Handle& array, const Handle& resources, int depth);
  SpacePtr read_indexed(const Handle& array, const Handle& resources, int depth);
  SpacePtr read_pattern(const Handle& array, const Handle& resources, int depth);

  Inks& inks_;
  Budget& budget_;
  std::map<std::uint64_t, SpacePtr> known_;
};

/// "DeviceCMYK", "ICCBased RGB".
const char* pdf_name(plates::ColorSpace space);

/// What stands in for a colour on the process plates; RGB and Lab by the plain rule, for there is
/// no knowing how they will be separated.
color::Cmyk process_colors(const Space& space, const std::vector<double>& values);

}  // namespace handbill::preflight
