// SPDX-License-Identifier: MIT
#include "preflight/interpreter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/number.h"

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostSaved = 500, kMostMarked = 1000;
constexpr int kDeepestForms = 24;

/// All streams of a page are one (PDF 1.7, 7.8.2).
std::string content_of(const Handle& contents, Budget& budget) {
  if (is_stream(contents)) return decoded(contents, Decode::Data, budget).value_or("");
  std::string all;
  for (std::size_t i = 0; i < count(contents); ++i) {
    all += decoded(element(contents, i), Decode::Data, budget).value_or("");
    all += '\n';
  }
  return all;
}

bool fits_sign(const Operand& operand, char sign) {
  using Kind = Operand::Kind;
  switch (sign) {
    case 'n':
      return operand.kind == Kind::Number;
    case 's':
      return operand.kind == Kind::String;
    case '/':
      return operand.kind == Kind::Name;
    case '[':
      return operand.kind == Kind::Array;
    default:
      return true;
  }
}

bool fits_signature(const std::vector<Operand>& operands, std::string_view takes) {
  if (takes == "*") return true;
  return operands.size() == takes.size() &&
         std::equal(operands.begin(), operands.end(), takes.begin(), fits_sign);
}

}  // namespace

double Args::number(std::size_t i) const {
  return i < operands_.size() && operands_[i].kind == Operand::Kind::Number ? operands_[i].number
                                                                            : 0;
}

int Args::integer(std::size_t i) const { return static_cast<int>(number(i)); }

const std::string& Args::text(std::size_t i) const {
  static const std::string kNone;
  return i < operands_.size() ? operands_[i].text : kNone;
}

Matrix Args::matrix() const {
  return {number(0), number(1), number(2), number(3), number(4), number(5)};
}

std::vector<double> Args::numbers() const {
  std::vector<double> values;
  for (const Operand& operand : operands_) {
    if (operand.kind == Operand::Kind::Number) values.push_back(operand.number);
  }
  return values;
}

/// `takes` has a sign for each operand: n a number, s a string, / a name, [ an array, ? anything;
/// * is any number of them.
struct Interpreter::Entry {
  std::string_view op, takes;
  Handler handler;
};

const Interpreter::Entry* Interpreter::find(std::string_view op) {
  using I = Interpreter;
  static constexpr std::array kEntries = {Entry{"\"", "nns", &I::show_next_line_spaced},
                                          Entry{"'", "s", &I::show_next_line},
                                          Entry{"B", "", &I::fill_stroke},
                                          Entry{"B*", "", &I::fill_stroke_even_odd},
                                          Entry{"BDC", "/?", &I::begin_tagged},
                                          Entry{"BMC", "/", &I::begin_marked},
                                          Entry{"BT", "", &I::begin_text},
                                          Entry{"BX", "", &I::nothing},
                                          Entry{"CS", "/", &I::set_stroke_space},
                                          Entry{"DP", "/?", &I::nothing},
                                          Entry{"Do", "/", &I::draw},
                                          Entry{"EMC", "", &I::end_marked},
                                          Entry{"ET", "", &I::end_text},
                                          Entry{"EX", "", &I::nothing},
                                          Entry{"F", "", &I::fill},
                                          Entry{"G", "n", &I::set_stroke_gray},
                                          Entry{"J", "n", &I::set_cap},
                                          Entry{"K", "nnnn", &I::set_stroke_cmyk},
                                          Entry{"M", "n", &I::set_miter},
                                          Entry{"MP", "/", &I::nothing},
                                          Entry{"Q", "", &I::restore},
                                          Entry{"RG", "nnn", &I::set_stroke_rgb},
                                          Entry{"S", "", &I::stroke},
                                          Entry{"SC", "*", &I::set_stroke_color},
                                          Entry{"SCN", "*", &I::set_stroke_color},
                                          Entry{"T*", "", &I::next_line},
                                          Entry{"TD", "nn", &I::move_text_leading},
                                          Entry{"TJ", "[", &I::show_spaced},
                                          Entry{"TL", "n", &I::set_leading},
                                          Entry{"Tc", "n", &I::set_character_space},
                                          Entry{"Td", "nn", &I::move_text},
                                          Entry{"Tf", "/n", &I::set_font},
                                          Entry{"Tj", "s", &I::show},
                                          Entry{"Tm", "nnnnnn", &I::set_text_matrix},
                                          Entry{"Tr", "n", &I::set_render},
                                          Entry{"Ts", "n", &I::set_rise},
                                          Entry{"Tw", "n", &I::set_word_space},
                                          Entry{"Tz", "n", &I::set_text_scale},
                                          Entry{"W", "", &I::clip},
                                          Entry{"W*", "", &I::clip_even_odd},
                                          Entry{"b", "", &I::close_fill_stroke},
                                          Entry{"b*", "", &I::close_fill_stroke_even_odd},
                                          Entry{"c", "nnnnnn", &I::curve_to},
                                          Entry{"cm", "nnnnnn", &I::concat},
                                          Entry{"cs", "/", &I::set_fill_space},
                                          Entry{"d", "[n", &I::set_dash},
                                          Entry{"d0", "nn", &I::nothing},
                                          Entry{"d1", "nnnnnn", &I::nothing},
                                          Entry{"f", "", &I::fill},
                                          Entry{"f*", "", &I::fill_even_odd},
                                          Entry{"g", "n", &I::set_fill_gray},
                                          Entry{"gs", "/", &I::set_extended},
                                          Entry{"h", "", &I::close_path},
                                          Entry{"i", "n", &I::nothing},
                                          Entry{"j", "n", &I::set_join},
                                          Entry{"k", "nnnn", &I::set_fill_cmyk},
                                          Entry{"l", "nn", &I::line_to},
                                          Entry{"m", "nn", &I::move_to},
                                          Entry{"n", "", &I::end_path},
                                          Entry{"q", "", &I::save},
                                          Entry{"re", "nnnn", &I::rectangle},
                                          Entry{"rg", "nnn", &I::set_fill_rgb},
                                          Entry{"ri", "/", &I::nothing},
                                          Entry{"s", "", &I::close_stroke},
                                          Entry{"sc", "*", &I::set_fill_color},
                                          Entry{"scn", "*", &I::set_fill_color},
                                          Entry{"sh", "/", &I::paint_shading},
                                          Entry{"v", "nnnn", &I::curve_from_here},
                                          Entry{"w", "n", &I::set_line_width},
                                          Entry{"y", "nnnn", &I::curve_to_there}};
  const auto found = std::ranges::lower_bound(kEntries, op, {}, &Entry::op);
  return found != kEntries.end() && found->op == op ? &*found : nullptr;
}

Interpreter::Interpreter(Reading& reading, plates::Page& page, std::size_t number,
                         const Matrix& base)
    : reading_(reading), page_(page), number_(number) {
  state_.map = base;
  state_.pattern_base = base;
}

void Interpreter::run_page(const Handle& page, const Handle& resources) {
  resources_ = resources;
  stream_ = identity(page);
  note_group(entry(page, "/Group"));
  run(content_of(entry(page, "/Contents"), reading_.budget), resources);
}

void Interpreter::run(std::string_view content, const Handle& resources) {
  const Handle outer = std::exchange(resources_, resources);
  // A stream can't end what it has not begun.
  const auto saved = std::exchange(saved_, {});
  const std::size_t marked = std::exchange(marked_floor_, marked_.size());
  const bool in_text = std::exchange(in_text_, false);
  ContentLexer lexer(content);
  std::vector<Operand> operands;
  std::string op;
  while (lexer.next(operands, op)) {
    if (!reading_.budget.take(reading_.budget.operators, 1, "it has too many operators")) break;
    if (op == "BI") {
      draw_inline(lexer);
    } else if (const Entry* found = find(op)) {
      if (!fits_signature(operands, found->takes))
        note_content("`" + op + "` has other operands than it takes");
      (this->*found->handler)(Args(operands));
    } else {
      reading_.uses.note(Used::BadOperator, op, number_, page_.trim);
    }
    if (reading_.budget.used_up() != nullptr) break;
  }
  if (*lexer.fault() != '\0') note_content(lexer.fault());
  // What a stream leaves open ends with it.
  if (!saved_.empty()) {
    note_content("`q` without `Q`");
    state_ = saved_.front();
  }
  if (in_text_) note_content("`BT` without `ET`");
  in_text_ = in_text;
  saved_ = saved;
  marked_.resize(std::min(marked_.size(), marked_floor_));
  marked_floor_ = marked;
  resources_ = outer;
}

void Interpreter::note_content(const std::string& what) {
  reading_.uses.note(Used::BadContent, what, number_, page_.trim);
}

void Interpreter::save(const Args&) {
  if (saved_.size() < kMostSaved) {
    saved_.push_back(state_);
  } else {
    reading_.budget.refuse("it nests `q` more than 500 deep");
  }
}

void Interpreter::restore(const Args&) {
  if (saved_.empty()) {
    note_content("`Q` without `q`");
    return;
  }
  state_ = std::move(saved_.back());
  saved_.pop_back();
}

void Interpreter::concat(const Args& args) { state_.map = args.matrix().then(state_.map); }
void Interpreter::set_line_width(const Args& args) { state_.line_width = args.number(0); }
void Interpreter::set_cap(const Args& args) { state_.cap = args.integer(0); }
void Interpreter::set_join(const Args& args) { state_.join = args.integer(0); }
void Interpreter::set_miter(const Args& args) { state_.miter_limit = args.number(0); }

void Interpreter::set_dash(const Args& args) {
  state_.dash.clear();
  constexpr std::size_t kMost = 32;
  if (const Operand* array = args.at(0)) {
    for (const Operand& item : array->items) {
      if (state_.dash.size() < kMost) state_.dash.push_back(item.number);
    }
  }
  state_.dash_phase = args.number(1);
}

void Interpreter::set_extended(const Args& args) {
  const Handle state = entry(entry(resources_, "/ExtGState"), ("/" + args.text(0)).c_str());
  if (is_dictionary(state)) {
    apply_extended(state);
  } else {
    reading_.uses.note(Used::BadResource, "/ExtGState /" + args.text(0), number_, page_.trim);
  }
}

void Interpreter::apply_extended(const Handle& state) {
  state_.line_width = number_or(entry(state, "/LW"), state_.line_width);
  state_.cap = integer_or(entry(state, "/LC"), state_.cap);
  state_.join = integer_or(entry(state, "/LJ"), state_.join);
  state_.miter_limit = number_or(entry(state, "/ML"), state_.miter_limit);
  if (const Handle dash = entry(state, "/D"); count(dash) == 2) {
    state_.dash = numbers(element(dash, 0), 32);
    state_.dash_phase = number_or(element(dash, 1), 0);
  }
  const Handle both = entry(state, "/OP"), fill = entry(state, "/op");
  if (is_bool(both)) {
    state_.overprint_stroke = is_true(both);
    // Without an entry of its own, filling follows (PDF 1.7, Table 58).
    if (!is_bool(fill)) state_.overprint_fill = is_true(both);
  }
  if (is_bool(fill)) state_.overprint_fill = is_true(fill);
  state_.overprint_mode = integer_or(entry(state, "/OPM"), state_.overprint_mode);
  if (const Handle font = entry(state, "/Font"); count(font) == 2) {
    use_font(element(font, 0), number_or(element(font, 1), 0));
  }
  apply_transparency(state);
}

void Interpreter::apply_transparency(const Handle& state) {
  const auto note = [&](const std::string& what) {
    reading_.uses.note(Used::Transparency, what, number_, page_.trim);
  };
  state_.stroke_alpha = std::clamp(number_or(entry(state, "/CA"), state_.stroke_alpha), 0.0, 1.0);
  state_.fill_alpha = std::clamp(number_or(entry(state, "/ca"), state_.fill_alpha), 0.0, 1.0);
  for (const char* key : {"/CA", "/ca"}) {
    const double alpha = number_or(entry(state, key), 1);
    if (alpha < 1) note("an opacity of " + format_number(alpha * 100, 1) + " %");
  }
  if (const auto modes = names_of(entry(state, "/BM")); !modes.empty()) {
    state_.blend = modes.front() == "Compatible" ? "Normal" : modes.front();
    if (state_.blend != "Normal") note("the blend mode " + state_.blend);
  }
  const Handle mask = entry(state, "/SMask");
  if (is_name(mask)) state_.soft_mask = false;
  if (is_dictionary(mask)) {
    state_.soft_mask = true;
    note("a soft mask");
    find_mask_pictures(entry(mask, "/G"));
  }
}

/// A mask that is looked at again and again under one map costs its run each time, so only those
/// with pictures are run.
void Interpreter::find_mask_pictures(const Handle& group) {
  state_.mask_pictures = nullptr;
  if (!is_dictionary(entry(entry(group, "/Resources"), "/XObject"))) return;
  const Uses::Silence silence(reading_.uses);
  auto pictures = run_aside(group, state_.map).pictures;
  state_.mask_pictures =
      std::make_shared<const std::vector<plates::PictureFacts>>(std::move(pictures));
}

void Interpreter::begin_marked(const Args& args) {
  if (marked_.size() >= kMostMarked) {
    return reading_.budget.refuse("it nests marked content more than 1,000 deep");
  }
  marked_.push_back({});
  if (args.text(0) == "Artifact") set_mark(Mark::Kind::Artifact);
}

void Interpreter::begin_tagged(const Args& args) {
  begin_marked(args);
  const Operand* properties = args.at(1);
  if (properties == nullptr || reading_.budget.used_up() != nullptr) return;
  if (properties->kind == Operand::Kind::Dictionary) {
    const Operand* id = properties->find("MCID");
    if (id != nullptr) set_mark(Mark::Kind::Tagged, static_cast<int>(id->number));
    return;
  }
  const Handle named = entry(entry(resources_, "/Properties"), ("/" + properties->text).c_str());
  if (args.text(0) == "OC") marked_.back().layer = reading_.layers.find(named);
  if (const auto id = number(entry(named, "/MCID"))) {
    set_mark(Mark::Kind::Tagged, static_cast<int>(*id));
  }
}

void Interpreter::end_marked(const Args&) {
  if (marked_.size() > marked_floor_) {
    marked_.pop_back();
  } else {
    note_content("`EMC` without `BMC` or `BDC`");
  }
}

void Interpreter::run_annotation(const Handle& appearance, const UserRect& place) {
  const auto box = rect_of(entry(appearance, "/BBox"));
  if (!box || box->width() <= 0 || box->height() <= 0) return;
  // The box under the form's own matrix is stretched to the place.
  const Path frame = Path::rect(Rect::from_edges(Length::pt(box->left), Length::pt(box->bottom),
                                                 Length::pt(box->right), Length::pt(box->top)))
                         .transformed(matrix_of(entry(appearance, "/Matrix")));
  const auto bounds = frame.bounds();
  if (!bounds || bounds->width.pt() <= 0 || bounds->height.pt() <= 0) return;
  const double sx = place.width() / bounds->width.pt(), sy = place.height() / bounds->height.pt();
  const Matrix fit = {
      sx, 0, 0, sy, place.left - bounds->left.pt() * sx, place.bottom - bounds->top.pt() * sy};
  const GraphicsState outer = state_;
  state_.map = fit.then(state_.map);
  is_note_ = true;
  run_form(appearance);
  state_ = outer;
}

void Interpreter::enter_form(const Handle& form) {
  state_.map = matrix_of(entry(form, "/Matrix")).then(state_.map);
  state_.pattern_base = state_.map;
  if (const auto box = rect_of(entry(form, "/BBox"))) {
    const Path frame = Path::rect(Rect::from_edges(Length::pt(box->left), Length::pt(box->bottom),
                                                   Length::pt(box->right), Length::pt(box->top)));
    clip_to(frame.transformed(state_.map));
  }
}

void Interpreter::run_stream(const Handle& stream) {
  const std::uint64_t id = identity(stream);
  // A form that draws itself is damage; so is a nest deeper than any program makes.
  if (open_.contains(id)) return;
  if (depth_ >= kDeepestForms) return reading_.budget.refuse("its forms nest more than 24 deep");
  if (!reading_.budget.take(reading_.budget.forms, 1, "its forms are too many")) return;
  const auto content = decoded(stream, Decode::Data, reading_.budget);
  if (!content) return;
  const Handle own = entry(stream, "/Resources");
  ++depth_;
  if (id != 0) open_.insert(id);
  ++reading_.tagged.runs[id];
  const std::uint64_t outer = std::exchange(stream_, id);
  run(*content, is_dictionary(own) ? own : resources_);
  stream_ = outer;
  open_.erase(id);
  --depth_;
}

void Interpreter::note_group(const Handle& group) {
  const Handle space = entry(group, "/CS");
  if (is_null(space)) return;
  const SpacePtr read = reading_.spaces.read(space, resources_);
  if (read) reading_.uses.note(Used::BlendSpace, pdf_name(read->kind), number_, page_.trim);
}

void Interpreter::run_form(const Handle& form) {
  const GraphicsState outer = state_;
  const Path path = std::exchange(path_, {});
  const Matrix text_map = text_map_, line_map = line_map_;
  enter_form(form);
  if (name_of(entry(entry(form, "/Group"), "/S")) == "Transparency") {
    note_group(entry(form, "/Group"));
    reading_.uses.note(Used::Transparency, "a transparency group", number_, page_.trim);
    state_.group_alpha *= state_.fill_alpha;
    if (state_.blend != "Normal") state_.group_blend = state_.blend;
    state_.group_mask = state_.group_mask || state_.soft_mask;
    state_.fill_alpha = state_.stroke_alpha = 1;
    state_.blend = "Normal";
    state_.soft_mask = false;
  }
  if (is_dictionary(entry(form, "/Ref"))) {
    reading_.uses.note(Used::OtherFile, "", number_, page_.trim);
  }
  marked_.push_back({reading_.layers.find(entry(form, "/OC")), mark_of(form)});
  run_stream(form);
  marked_.pop_back();
  state_ = outer;
  path_ = path;
  text_map_ = text_map;
  line_map_ = line_map;
}

}  // namespace handbill::preflight
