// SPDX-License-Identifier: MIT
// Functions of PDF 1.7, 7.10: tint transforms and the colours of shadings.
#pragma once

#include <memory>
#include <vector>

#include "preflight/calculator.h"
#include "preflight/pdf_object.h"

namespace handbill::preflight {

class Function {
 public:
  /// Nothing when it is damaged. An array of functions of one output each is one function.
  static std::shared_ptr<const Function> read(const Handle& object, Budget& budget, int depth = 0);

  /// As many values as it has outputs, within its range; inputs that are missing are 0.
  std::vector<double> operator()(const std::vector<double>& input) const;
  /// Where a stitching function passes from part to part, in its domain; else empty.
  const std::vector<double>& bounds() const { return bounds_; }

 private:
  enum class Type { Sampled, Exponential, Stitching, Calculator, Parallel };
  bool read_sampled(const Handle& object, Budget& budget);
  bool read_exponential(const Handle& object);
  bool read_stitching(const Handle& object, Budget& budget, int depth);
  std::vector<double> sample(const std::vector<double>& input) const;
  std::vector<double> stitch(double x) const;
  std::vector<double> sample_at(const std::vector<std::size_t>& cell) const;

  Type type_ = Type::Exponential;
  std::vector<double> domain_, range_;
  std::vector<double> from_, to_;  ///< C0 and C1
  double exponent_ = 1;
  std::vector<double> bounds_, encode_, decode_;
  std::vector<std::size_t> size_;
  std::vector<float> samples_;
  std::vector<std::shared_ptr<const Function>> parts_;
  Calculator calculator_;
};

}  // namespace handbill::preflight
