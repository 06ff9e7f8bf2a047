// SPDX-License-Identifier: MIT
#include "preflight/pdf_function.h"

#include <algorithm>
#include <cmath>

namespace handbill::preflight {
namespace {

constexpr int kDeepestFunction = 8;
constexpr std::size_t kMostOutputs = 64, kMostInputs = 16, kMostParts = 1000;
constexpr std::size_t kMostSamples = 1U << 22U;

void clamp_to(std::vector<double>& values, const std::vector<double>& limits) {
  for (std::size_t i = 0; i < values.size() && 2 * i + 1 < limits.size(); ++i) {
    if (limits[2 * i] <= limits[2 * i + 1]) {
      values[i] = std::clamp(values[i], limits[2 * i], limits[2 * i + 1]);
    }
    if (!std::isfinite(values[i])) values[i] = limits[2 * i];
  }
}

double interpolate(double x, double x0, double x1, double y0, double y1) {
  return x1 == x0 ? y0 : y0 + (x - x0) * (y1 - y0) / (x1 - x0);
}

}  // namespace

std::shared_ptr<const Function> Function::read(const Handle& object, Budget& budget, int depth) {
  if (depth > kDeepestFunction) return nullptr;
  auto function = std::make_shared<Function>();
  if (const std::size_t parts = count(object); parts > 0) {
    if (parts > kMostOutputs) return nullptr;
    function->type_ = Type::Parallel;
    for (std::size_t i = 0; i < parts; ++i) {
      function->parts_.push_back(read(element(object, i), budget, depth + 1));
      if (!function->parts_.back()) return nullptr;
    }
    return function;
  }
  function->domain_ = numbers(entry(object, "/Domain"), 2 * kMostInputs);
  function->range_ = numbers(entry(object, "/Range"), 2 * kMostOutputs);
  if (function->domain_.size() < 2) return nullptr;
  bool good = false;
  switch (integer_or(entry(object, "/FunctionType"), -1)) {
    case 0:
      good = function->read_sampled(object, budget);
      break;
    case 2:
      good = function->read_exponential(object);
      break;
    case 3:
      good = function->read_stitching(object, budget, depth);
      break;
    case 4: {
      function->type_ = Type::Calculator;
      const auto program = decoded(object, Decode::Data, budget);
      good = program && function->calculator_.parse(*program) && function->range_.size() >= 2;
      break;
    }
    default:
      break;
  }
  return good ? function : nullptr;
}

bool Function::read_exponential(const Handle& object) {
  type_ = Type::Exponential;
  from_ = numbers(entry(object, "/C0"), kMostOutputs);
  to_ = numbers(entry(object, "/C1"), kMostOutputs);
  if (from_.empty()) from_ = {0};
  if (to_.empty()) to_ = {1};
  exponent_ = number_or(entry(object, "/N"), 1);
  return from_.size() == to_.size();
}

bool Function::read_stitching(const Handle& object, Budget& budget, int depth) {
  type_ = Type::Stitching;
  const Handle parts = entry(object, "/Functions");
  bounds_ = numbers(entry(object, "/Bounds"), kMostParts);
  encode_ = numbers(entry(object, "/Encode"), 2 * kMostParts);
  const std::size_t n = count(parts);
  if (n == 0 || n > kMostParts || bounds_.size() + 1 != n || encode_.size() != 2 * n) return false;
  for (std::size_t i = 0; i < n; ++i) {
    parts_.push_back(read(element(parts, i), budget, depth + 1));
    if (!parts_.back()) return false;
  }
  return true;
}

bool Function::read_sampled(const Handle& object, Budget& budget) {
  type_ = Type::Sampled;
  const std::size_t inputs = domain_.size() / 2, outputs = range_.size() / 2;
  const auto sizes = numbers(entry(object, "/Size"), kMostInputs);
  const int bits = integer_or(entry(object, "/BitsPerSample"), 0);
  if (inputs == 0 || inputs > 4 || outputs == 0 || sizes.size() != inputs) return false;
  if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 12 && bits != 16 && bits != 24 &&
      bits != 32) {
    return false;
  }
  std::size_t total = outputs;
  for (const double size : sizes) {
    if (size < 1 || size > 65536) return false;
    size_.push_back(static_cast<std::size_t>(size));
    total *= size_.back();
    if (total > kMostSamples) return false;
  }
  encode_ = numbers(entry(object, "/Encode"), 2 * inputs);
  if (encode_.size() != 2 * inputs) {
    encode_.clear();
    for (const std::size_t size : size_) {
      encode_.push_back(0);
      encode_.push_back(static_cast<double>(size - 1));
    }
  }
  decode_ = numbers(entry(object, "/Decode"), 2 * outputs);
  if (decode_.size() != 2 * outputs) decode_ = range_;
  const auto bytes = decoded(object, Decode::Data, budget);
  const auto width = static_cast<std::size_t>(bits);
  if (!bytes || bytes->size() * 8 < total * width) return false;
  const double most = std::pow(2.0, bits) - 1;
  samples_.reserve(total);
  for (std::size_t i = 0; i < total; ++i) {
    std::uint64_t value = 0;
    for (std::size_t bit = i * width; bit < (i + 1) * width; ++bit) {
      const auto byte = static_cast<unsigned char>((*bytes)[bit / 8]);
      value = value * 2 + ((byte >> (7 - bit % 8)) & 1U);
    }
    samples_.push_back(static_cast<float>(static_cast<double>(value) / most));
  }
  return true;
}

std::vector<double> Function::sample_at(const std::vector<std::size_t>& cell) const {
  const std::size_t outputs = range_.size() / 2;
  std::size_t index = 0, stride = 1;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    index += cell[i] * stride;
    stride *= size_[i];
  }
  std::vector<double> values(outputs);
  for (std::size_t j = 0; j < outputs; ++j) {
    const double share = samples_[index * outputs + j];
    values[j] = decode_[2 * j] + share * (decode_[2 * j + 1] - decode_[2 * j]);
  }
  return values;
}

/// Linear between the corners of the cell.
std::vector<double> Function::sample(const std::vector<double>& input) const {
  const std::size_t inputs = size_.size();
  std::vector<std::size_t> low(inputs);
  std::vector<double> part(inputs);
  for (std::size_t i = 0; i < inputs; ++i) {
    const double last = static_cast<double>(size_[i] - 1);
    const double at = std::clamp(interpolate(input[i], domain_[2 * i], domain_[2 * i + 1],
                                             encode_[2 * i], encode_[2 * i + 1]),
                                 0.0, last);
    low[i] = static_cast<std::size_t>(std::max(0.0, std::min(std::floor(at), last - 1)));
    part[i] = at - static_cast<double>(low[i]);
  }
  std::vector<double> sum(range_.size() / 2, 0.0);
  for (std::size_t corner = 0; corner < (1U << inputs); ++corner) {
    double weight = 1;
    std::vector<std::size_t> cell = low;
    for (std::size_t i = 0; i < inputs; ++i) {
      const bool high = ((corner >> i) & 1U) != 0;
      weight *= high ? part[i] : 1 - part[i];
      if (high) cell[i] = std::min(cell[i] + 1, size_[i] - 1);
    }
    if (weight == 0) continue;
    const auto values = sample_at(cell);
    for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += weight * values[j];
  }
  return sum;
}

std::vector<double> Function::stitch(double x) const {
  const auto above = std::ranges::upper_bound(bounds_, x);
  const auto i = static_cast<std::size_t>(above - bounds_.begin());
  const double low = i == 0 ? domain_[0] : bounds_[i - 1];
  const double high = i == bounds_.size() ? domain_[1] : bounds_[i];
  return (*parts_[i])({interpolate(x, low, high, encode_[2 * i], encode_[2 * i + 1])});
}

std::vector<double> Function::operator()(const std::vector<double>& input) const {
  std::vector<double> values;
  if (type_ == Type::Parallel) {
    for (const auto& part : parts_) {
      const auto one = (*part)(input);
      values.push_back(one.empty() ? 0 : one.front());
    }
    return values;
  }
  std::vector<double> x = input;
  x.resize(domain_.size() / 2, 0.0);
  clamp_to(x, domain_);
  switch (type_) {
    case Type::Sampled:
      values = sample(x);
      break;
    case Type::Exponential:
      for (std::size_t i = 0; i < from_.size(); ++i) {
        const double share = exponent_ == 1 ? x[0] : std::pow(x[0], exponent_);
        values.push_back(from_[i] + (std::isfinite(share) ? share : 0) * (to_[i] - from_[i]));
      }
      break;
    case Type::Stitching:
      values = stitch(x[0]);
      break;
    case Type::Calculator:
      values = calculator_.run(x, range_.size() / 2);
      break;
    case Type::Parallel:
      break;
  }
  clamp_to(values, range_);
  return values;
}

}  // namespace handbill::preflight
