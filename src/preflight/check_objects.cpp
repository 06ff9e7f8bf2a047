// SPDX-License-Identifier: MIT
// What must not be anywhere in a file, whether a page uses it or not.
#include <algorithm>
#include <set>

#include "color/profile_damage.h"
#include "preflight/check_structure.h"
#include "preflight/stream_damage.h"

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostObjects = 500'000;

void check_filters(const Handle& stream, Findings& findings) {
  const bool x1a = findings.standard().has(Claim::X1a2003);
  for (const std::string& filter : names_of(entry(stream, "/Filter"))) {
    const bool bad = filter == "LZWDecode" || filter == "Crypt" ||
                     (x1a && (filter == "JPXDecode" || filter == "JBIG2Decode"));
    if (bad) findings.add("pdfx-compression", "a stream is encoded by `" + filter + "`");
  }
}

/// For people: what its dictionary says the stream is.
std::string what_is(const Handle& stream) {
  for (const char* key : {"/Subtype", "/Type"}) {
    if (const std::string name = name_of(entry(stream, key)); !name.empty()) {
      return "a stream (" + name + ")";
    }
  }
  return "a stream";
}

void check_stream(const Handle& stream, Budget& budget, Findings& findings) {
  check_filters(stream, findings);
  if (!is_null(entry(stream, "/F"))) {
    findings.add("pdfx-complete", "a stream stands in another file");
  }
  const std::string subtype = name_of(entry(stream, "/Subtype"));
  // Pictures are looked into where they are painted.
  if (const std::string damage = subtype == "Image" ? "" : stream_damage(stream, budget);
      !damage.empty()) {
    findings.add("pdfx-file", "the data of " + what_is(stream) + " " + damage);
  }
  if (subtype == "PS" || (subtype == "Form" && name_of(entry(stream, "/Subtype2")) == "PS")) {
    findings.add("pdfx-postscript", "there is a PostScript XObject");
  }
  if (is_dictionary(entry(stream, "/OPI"))) {
    findings.add("pdfx-complete", "a picture or form is a stand-in by OPI");
  }
  if (is_dictionary(entry(stream, "/Ref"))) {
    findings.add("pdfx-complete", "a form stands for a page of another file");
  }
  const Handle alternates = entry(stream, "/Alternates");
  for (std::size_t i = 0; i < std::min<std::size_t>(count(alternates), 100); ++i) {
    if (is_true(entry(element(alternates, i), "/DefaultForPrinting"))) {
      findings.add("pdfx-complete", "a picture has an alternate that prints instead");
    }
  }
}

void check_halftone(const Handle& halftone, Findings& findings) {
  const Handle type = entry(halftone, "/HalftoneType");
  if (is_null(type)) return;
  const int number = integer_or(type, 0);
  if (number != 1 && number != 5) {
    findings.add("pdfx-graphics-state", "there is a halftone of type " + std::to_string(number));
  }
  if (!is_null(entry(halftone, "/HalftoneName"))) {
    findings.add("pdfx-graphics-state", "a halftone has a name");
  }
  const Handle transfer = entry(halftone, "/TransferFunction");
  if (!is_null(transfer) && findings.standard().has(Claim::X1a2003)) {
    findings.add("pdfx-graphics-state", "a halftone has a transfer function");
  }
}

void check_graphics_state(const Handle& state, Findings& findings) {
  if (!is_null(entry(state, "/TR"))) {
    findings.add("pdfx-graphics-state", "a graphics state has a transfer function (`TR`)");
  }
  const Handle second = entry(state, "/TR2");
  if (!is_null(second) && name_of(second) != "Default") {
    findings.add("pdfx-graphics-state", "a graphics state has a transfer function (`TR2`)");
  }
  if (!is_null(entry(state, "/HTP"))) {
    findings.add("pdfx-graphics-state", "a graphics state moves the halftone (`HTP`)");
  }
  check_halftone(entry(state, "/HT"), findings);
}

bool is_graphics_state(const Handle& object) {
  if (name_of(entry(object, "/Type")) == "ExtGState") return true;
  for (const char* key : {"/TR", "/TR2", "/HTP"}) {
    if (!is_null(entry(object, key))) return true;
  }
  return false;
}

void check_actions(const Handle& object, Findings& findings) {
  if (name_of(entry(object, "/S")) == "JavaScript") {
    findings.add("pdfx-actions", "there is JavaScript");
  }
  if (is_dictionary(entry(object, "/AA"))) {
    findings.add("pdfx-actions", "there are actions that start by themselves");
  }
  const Handle action = entry(object, "/A");
  const std::string kind = name_of(entry(action, "/S"));
  // PDF/A takes those that lead somewhere (ISO 19005-2, 6.5.1).
  const bool leads = kind == "URI" || kind == "GoTo" || kind == "GoToR" || kind == "Thread";
  const bool is_taken = leads && !findings.standard().is_pdfx();
  if (is_dictionary(action) && !kind.empty() && kind != "JavaScript" && !is_taken &&
      name_of(entry(object, "/Type")) != "Metadata" &&
      !name_of(entry(object, "/Subtype")).empty()) {
    findings.add("pdfx-actions", "an annotation has an action (" + kind + ")");
  }
}

/// "RGB ", "Lab ": the colours of a profile (ICC.1:2010, 7.2.6) that `components` stand for.
bool has_components(std::string_view space, int components) {
  if (space == "GRAY") return components == 1;
  if (space == "RGB " || space == "Lab ") return components == 3;
  return space != "CMYK" || components == 4;
}

/// [/ICCBased stream]
void check_icc_space(const Handle& space, Budget& budget, Findings& findings) {
  const Handle stream = element(space, 1);
  const auto icc = decoded(stream, Decode::Data, budget);
  if (!icc) {
    findings.add("pdfx-profiles", "a colour space has no ICC profile that can be unpacked");
    return;
  }
  const std::string damage = color::profile_damage(*icc);
  if (!damage.empty()) {
    findings.add("pdfx-profiles", "the ICC profile of a colour space " + damage);
  } else if (const int n = integer_or(entry(stream, "/N"), 0);
             !has_components(std::string_view(*icc).substr(16, 4), n)) {
    findings.add("pdfx-profiles", "the ICC profile of a colour space is for `" +
                                      icc->substr(16, 4) + "`, and `N` is " + std::to_string(n));
  }
}

/// Looks at each object of a file once, with the direct ones in it.
class ObjectChecker {
 public:
  ObjectChecker(Budget& budget, Findings& findings) : budget_(budget), findings_(findings) {}
  void check(const Handle& object) { check(object, 0); }

 private:
  void check(const Handle& object, int depth);
  void check_array(const Handle& array, int depth);

  Budget& budget_;
  Findings& findings_;
  std::size_t left_ = kMostObjects;
  std::set<std::uint64_t> profiles_;
};

void ObjectChecker::check_array(const Handle& array, int depth) {
  if (name_of(element(array, 0)) == "ICCBased") {
    const std::uint64_t id = identity(Handle(array).getArrayItem(count(array) > 1 ? 1 : 0));
    if (id == 0 || profiles_.insert(id).second) check_icc_space(array, budget_, findings_);
    return;
  }
  for (std::size_t i = 0; i < count(array) && budget_.used_up() == nullptr; ++i) {
    // Numbers are most of all arrays.
    const Handle item = Handle(array).getArrayItem(static_cast<int>(i));
    if (Handle(item).isIndirect()) continue;
    if (is_array(item) || is_dictionary(item)) check(item, depth + 1);
  }
}

void ObjectChecker::check(const Handle& object, int depth) {
  constexpr int kDeepest = 12;
  if (left_ == 0) budget_.refuse("it has more than 500,000 objects");
  if (depth > kDeepest || budget_.used_up() != nullptr) return;
  --left_;
  if (is_array(object)) {
    check_array(object, depth);
    return;
  }
  if (is_stream(object)) check_stream(object, budget_, findings_);
  if (!is_stream(object) && !is_dictionary(object)) return;
  check_actions(object, findings_);
  if (is_graphics_state(object)) check_graphics_state(object, findings_);
  Handle dictionary = is_stream(object) ? Handle(object).getDict() : object;
  for (const auto& [key, value] : dictionary.ditems()) {
    if (Handle(value).isIndirect()) continue;
    if (is_array(value) || is_dictionary(value)) check(value, depth + 1);
  }
}

void check_catalog(QPDF& pdf, Findings& findings) {
  const Handle root = pdf.getRoot();
  const Handle names = entry(root, "/Names");
  if (!is_null(entry(names, "/JavaScript"))) findings.add("pdfx-actions", "there is JavaScript");
  if (is_dictionary(entry(root, "/OpenAction")) &&
      name_of(entry(entry(root, "/OpenAction"), "/S")) != "GoTo") {
    findings.add("pdfx-actions", "opening the file starts an action");
  }
  // Of PDF/A, which takes other PDF/A, somebody else must judge.
  if (!is_null(entry(names, "/EmbeddedFiles")) && findings.standard().is_pdfx()) {
    findings.add("pdfx-complete", "other files are embedded");
  }
  if (!is_null(entry(entry(root, "/AcroForm"), "/XFA"))) {
    findings.add("pdfx-forms", "there is an XFA form");
  }
  const Handle layers = entry(root, "/OCProperties");
  if (!is_dictionary(layers)) return;
  if (findings.standard().has(Claim::X1a2003)) {
    findings.add("pdfx-layers", "the file has optional content");
  } else if (count(entry(entry(layers, "/D"), "/AS")) > 0) {
    findings.add("pdfx-layers", "layers switch by themselves (`AS`)");
  }
}

}  // namespace

void check_objects(const FileFacts& file, Findings& findings) {
  check_catalog(file.pdf, findings);
  ObjectChecker checker(file.budget, findings);
  for (const QPDFObjectHandle& object : file.pdf.getAllObjects()) checker.check(object);
}

}  // namespace handbill::preflight
