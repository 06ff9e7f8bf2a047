// SPDX-License-Identifier: MIT
#include "preflight/calculator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>

#include "base/number.h"

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostSteps = 20'000, kMostStack = 200;
constexpr int kDeepestCalculator = 32;

constexpr std::array<std::string_view, 38> kOperators = {
    "abs",      "add", "atan",     "ceiling", "cos",  "cvi",   "cvr",   "div", "exp",  "floor",
    "idiv",     "ln",  "log",      "mod",     "mul",  "neg",   "round", "sin", "sqrt", "sub",
    "truncate", "and", "bitshift", "eq",      "ge",   "gt",    "le",    "lt",  "ne",   "not",
    "or",       "xor", "copy",     "dup",     "exch", "index", "pop",   "roll"};
enum Op : int {
  Abs,
  Add,
  Atan,
  Ceiling,
  Cos,
  Cvi,
  Cvr,
  Div,
  Exp,
  Floor,
  Idiv,
  Ln,
  Log,
  Mod,
  Mul,
  Neg,
  Round,
  Sin,
  Sqrt,
  Sub,
  Truncate,
  And,
  Bitshift,
  Eq,
  Ge,
  Gt,
  Le,
  Lt,
  Ne,
  Not,
  Or,
  Xor,
  Copy,
  Dup,
  Exch,
  Index,
  Pop,
  Roll
};

double degrees(double radians) { return radians * 180 / std::numbers::pi; }
double radians(double degrees) { return degrees * std::numbers::pi / 180; }
std::int64_t whole(double value) {
  return static_cast<std::int64_t>(std::clamp(std::trunc(value), -2147483648.0, 2147483647.0));
}

double unary(int op, double a) {
  switch (op) {
    case Abs:
      return std::abs(a);
    case Ceiling:
      return std::ceil(a);
    case Cos:
      return std::cos(radians(a));
    case Cvi:
      return std::trunc(a);
    case Floor:
      return std::floor(a);
    case Ln:
      return a > 0 ? std::log(a) : 0;
    case Log:
      return a > 0 ? std::log10(a) : 0;
    case Neg:
      return -a;
    case Round:
      return std::floor(a + 0.5);
    case Sin:
      return std::sin(radians(a));
    case Sqrt:
      return a > 0 ? std::sqrt(a) : 0;
    case Truncate:
      return std::trunc(a);
    case Not:
      return a == 0 ? 1 : 0;
    default:
      return a;
  }
}

double binary(int op, double a, double b) {
  switch (op) {
    case Add:
      return a + b;
    case Sub:
      return a - b;
    case Mul:
      return a * b;
    case Div:
      return b == 0 ? 0 : a / b;
    case Idiv:
      return whole(b) == 0
                 ? 0
                 : std::trunc(static_cast<double>(whole(a)) / static_cast<double>(whole(b)));
    case Mod:
      return whole(b) == 0 ? 0 : static_cast<double>(whole(a) % whole(b));
    case Exp:
      return std::pow(a, b);
    case Atan: {
      const double angle = degrees(std::atan2(a, b));
      return angle < 0 ? angle + 360 : angle;
    }
    case And:
      return static_cast<double>(whole(a) & whole(b));
    case Or:
      return static_cast<double>(whole(a) | whole(b));
    case Xor:
      return static_cast<double>(whole(a) ^ whole(b));
    case Bitshift:
      return whole(a) * std::pow(2.0, std::clamp(b, -31.0, 31.0));
    case Eq:
      return a == b ? 1 : 0;
    case Ne:
      return a != b ? 1 : 0;
    case Ge:
      return a >= b ? 1 : 0;
    case Gt:
      return a > b ? 1 : 0;
    case Le:
      return a <= b ? 1 : 0;
    case Lt:
      return a < b ? 1 : 0;
    default:
      return 0;
  }
}

bool is_unary(int op) {
  switch (op) {
    case Abs:
    case Ceiling:
    case Cos:
    case Cvi:
    case Cvr:
    case Floor:
    case Ln:
    case Log:
    case Neg:
    case Round:
    case Sin:
    case Sqrt:
    case Truncate:
    case Not:
      return true;
    default:
      return false;
  }
}

double pop(std::vector<double>& stack) {
  if (stack.empty()) return 0;
  const double top = stack.back();
  stack.pop_back();
  return std::isfinite(top) ? top : 0;
}

void roll(std::vector<double>& stack) {
  const std::int64_t by = whole(pop(stack)), n = whole(pop(stack));
  if (n <= 0 || n > static_cast<std::int64_t>(stack.size())) return;
  const std::int64_t left = ((-by % n) + n) % n;
  std::rotate(stack.end() - n, stack.end() - n + left, stack.end());
}

void move_values(int op, std::vector<double>& stack) {
  if (op == Pop) {
    pop(stack);
  } else if (op == Dup) {
    if (!stack.empty()) stack.push_back(stack.back());
  } else if (op == Exch) {
    if (stack.size() > 1) std::swap(stack.back(), stack[stack.size() - 2]);
  } else if (op == Roll) {
    roll(stack);
  } else {
    const std::int64_t n = whole(pop(stack)), size = static_cast<std::int64_t>(stack.size());
    if (op == Index && n >= 0 && n < size) {
      stack.push_back(stack[static_cast<std::size_t>(size - 1 - n)]);
    }
    for (std::int64_t i = 0; op == Copy && n > 0 && n <= size && i < n; ++i) {
      stack.push_back(stack[static_cast<std::size_t>(size - n + i)]);
    }
  }
}

std::string_view next_word(std::string_view program, std::size_t& at) {
  const auto is_white = [](char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
  };
  for (; at < program.size(); ++at) {
    if (program[at] == '%') {
      at = std::min(program.find_first_of("\r\n", at), program.size() - 1);
    } else if (!is_white(program[at])) {
      break;
    }
  }
  const std::size_t from = at;
  if (at < program.size()) ++at;
  if (from < program.size() && (program[from] == '{' || program[from] == '}')) {
    return program.substr(from, 1);
  }
  while (at < program.size() && !is_white(program[at]) && program[at] != '{' && program[at] != '}')
    ++at;
  return program.substr(from, at - from);
}

}  // namespace

bool Calculator::parse(std::string_view program) {
  std::size_t at = 0;
  if (next_word(program, at) != "{") return false;
  blocks_.assign(1, {});
  return parse_block(program, at, 0, 0);
}

bool Calculator::parse_block(std::string_view program, std::size_t& at, std::size_t block,
                             int depth) {
  std::vector<std::size_t> waiting;  // blocks that an if or ifelse will take
  std::size_t steps = 0;
  for (;;) {
    const std::string_view word = next_word(program, at);
    if (word.empty() || ++steps > kMostSteps) return false;
    if (word == "}") return waiting.empty();
    Step step;
    if (word == "{") {
      if (depth >= kDeepestCalculator || blocks_.size() > kMostSteps) return false;
      waiting.push_back(blocks_.size());
      blocks_.emplace_back();
      if (!parse_block(program, at, waiting.back(), depth + 1)) return false;
      continue;
    }
    if (word == "if" || word == "ifelse") {
      const std::size_t wanted = word == "if" ? 1 : 2;
      if (waiting.size() != wanted) return false;
      step.kind = wanted == 1 ? Step::Kind::If : Step::Kind::IfElse;
      step.then = waiting.front();
      step.otherwise = waiting.back();
      waiting.clear();
    } else if (const auto number = parse_number(word)) {
      step.number = *number;
    } else if (word == "true" || word == "false") {
      step.number = word == "true" ? 1 : 0;
    } else {
      const auto found = std::ranges::find(kOperators, word);
      if (found == kOperators.end()) return false;
      step.kind = Step::Kind::Operator;
      step.op = static_cast<int>(found - kOperators.begin());
    }
    blocks_[block].push_back(step);
  }
}

void Calculator::run_block(std::size_t block, std::vector<double>& stack) const {
  for (const Step& step : blocks_[block]) {
    if (stack.size() > kMostStack) return;
    if (step.kind == Step::Kind::Number) {
      stack.push_back(step.number);
    } else if (step.kind == Step::Kind::If) {
      if (pop(stack) != 0) run_block(step.then, stack);
    } else if (step.kind == Step::Kind::IfElse) {
      run_block(pop(stack) != 0 ? step.then : step.otherwise, stack);
    } else if (step.op >= Copy) {
      move_values(step.op, stack);
    } else if (is_unary(step.op)) {
      const double a = pop(stack);
      stack.push_back(unary(step.op, a));
    } else {
      const double b = pop(stack), a = pop(stack);
      stack.push_back(binary(step.op, a, b));
    }
  }
}

std::vector<double> Calculator::run(const std::vector<double>& input, std::size_t outputs) const {
  std::vector<double> stack = input;
  run_block(0, stack);
  if (stack.size() > outputs)
    stack.erase(stack.begin(), stack.end() - static_cast<std::ptrdiff_t>(outputs));
  stack.resize(outputs, 0.0);
  return stack;
}

}  // namespace handbill::preflight
