// SPDX-License-Identifier: MIT
#include "support/pdf_mutations.h"

namespace handbill::test {
namespace {

using Handle = QPDFObjectHandle;

void add_extra(PdfEditor& p, const std::string& entries) {
  p.page().replaceKey("/Extra", p.file().makeIndirectObject(p.stream(entries, "x")));
}

void add_state(PdfEditor& p, const char* state) {
  p.set_resource("/ExtGState", "/GX", PdfEditor::object(state));
  p.paint("/GX gs 0 0 0 0.5 k 50 50 20 20 re f");
}

void cut_profile(PdfEditor& p) {
  auto profile = p.intent().getKey("/DestOutputProfile");
  const std::string icc = PdfEditor::data(profile);
  PdfEditor::set_data(profile, icc.substr(0, icc.size() / 2));
}

void change_profile(PdfEditor& p, std::size_t at, const char* to) {
  auto profile = p.intent().getKey("/DestOutputProfile");
  PdfEditor::set_data(profile, PdfEditor::data(profile).replace(at, 4, to));
}

void blank_profile(PdfEditor& p) {
  auto profile = p.intent().getKey("/DestOutputProfile");
  std::string icc = PdfEditor::data(profile);
  PdfEditor::set_data(profile, icc.replace(icc.size() / 4, icc.size() / 2, icc.size() / 2, '\0'));
}

/// Of both standards.
PdfMutations of_both() {
  return {
      edited("no output intent", {"pdfx-output-intent"},
             [](PdfEditor& p) { p.root().removeKey("/OutputIntents"); }),
      edited("two output intents", {"pdfx-output-intent"},
             [](PdfEditor& p) { p.root().getKey("/OutputIntents").appendItem(p.intent()); }),
      edited("no condition", {"pdfx-output-intent"},
             [](PdfEditor& p) { p.intent().removeKey("/OutputConditionIdentifier"); }),
      edited("an intent of PDF/A", {"pdfx-output-intent"},
             [](PdfEditor& p) { p.intent().replaceKey("/S", Handle::newName("/GTS_PDFA1")); }),
      edited("trapping unknown", {"pdfx-trapped"},
             [](PdfEditor& p) { p.info().replaceKey("/Trapped", Handle::newName("/Unknown")); }),
      edited("no trapping", {"pdfx-trapped"}, [](PdfEditor& p) { p.info().removeKey("/Trapped"); }),
      edited("another title", {"pdfx-metadata-agree", "pdfx-title"},
             [](PdfEditor& p) { p.info().replaceKey("/Title", Handle::newString("Other")); }),
      edited("another date", {"pdfx-metadata-agree"},
             [](PdfEditor& p) {
               p.info().replaceKey("/CreationDate", Handle::newString("D:19990101000000Z"));
             }),
      edited("no trim box", {"pdfx-boxes"}, [](PdfEditor& p) { p.page().removeKey("/TrimBox"); }),
      edited("trim and art box", {"pdfx-boxes"},
             [](PdfEditor& p) { p.page().replaceKey("/ArtBox", p.page().getKey("/TrimBox")); }),
      edited("trim beyond the media", {"pdfx-boxes"},
             [](PdfEditor& p) {
               auto trim = p.box("/TrimBox");
               trim[2] += 900;
               p.set_box("/TrimBox", trim);
             }),
      edited("bleed beyond the media", {"pdfx-boxes"},
             [](PdfEditor& p) {
               auto bleed = p.box("/BleedBox");
               bleed[3] += 900;
               p.set_box("/BleedBox", bleed);
             }),
      edited("a comment on the page", {"pdfx-annotations"},
             [](PdfEditor& p) {
               p.page().replaceKey("/Annots", PdfEditor::object("[<< /Type /Annot /Subtype /Text "
                                                                "/Rect [90 90 110 110] >>]"));
             }),
      edited("JavaScript", {"pdfx-actions"},
             [](PdfEditor& p) {
               p.root().replaceKey("/OpenAction",
                                   PdfEditor::object("<< /S /JavaScript /JS (x) >>"));
             }),
      edited("page actions", {"pdfx-actions"},
             [](PdfEditor& p) {
               p.page().replaceKey("/AA", PdfEditor::object("<< /O << /S /Named /N /Print >> >>"));
             }),
      edited("an embedded file", {"pdfx-complete"},
             [](PdfEditor& p) {
               p.root().replaceKey("/Names",
                                   PdfEditor::object("<< /EmbeddedFiles << /Names [] >> >>"));
             }),
      edited("an XFA form", {"pdfx-forms"},
             [](PdfEditor& p) {
               p.root().replaceKey("/AcroForm", PdfEditor::object("<< /Fields [] /XFA [] >>"));
             }),
      edited("a transfer function", {"pdfx-graphics-state"},
             [](PdfEditor& p) { add_state(p, "<< /Type /ExtGState /TR /Identity >>"); }),
      edited(
          "a threshold halftone", {"pdfx-graphics-state"},
          [](PdfEditor& p) { add_state(p, "<< /Type /ExtGState /HT << /HalftoneType 6 >> >>"); }),
      edited("LZW", {"pdfx-compression"}, [](PdfEditor& p) { add_extra(p, "/Filter /LZWDecode"); }),
      edited("a stream in another file", {"pdfx-complete"},
             [](PdfEditor& p) { add_extra(p, "/F (other.dat)"); }),
      edited("OPI", {"pdfx-complete"}, [](PdfEditor& p) { add_extra(p, "/OPI << /1.3 << >> >>"); }),
      edited("PostScript", {"pdfx-postscript"},
             [](PdfEditor& p) { add_extra(p, "/Type /XObject /Subtype /PS"); }),
      edited("RGB", {"pdfx-color"}, [](PdfEditor& p) { p.paint("1 0 0 rg 60 60 30 30 re f"); }),
      edited(
          "RGB in a picture in line", {"pdfx-color"},
          [](PdfEditor& p) { p.paint("9 0 0 9 60 60 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI"); }),
      edited("an ink of two colours", {"pdfx-spot"},
             [](PdfEditor& p) {
               const std::string head =
                   "[/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 "
                   "[0 0 0 0] /C1 ";
               p.set_resource("/ColorSpace", "/XA", PdfEditor::object(head + "[0 0 1 0] >>]"));
               p.set_resource("/ColorSpace", "/XB", PdfEditor::object(head + "[0 1 1 0] >>]"));
               p.paint("/XA cs 1 scn 60 60 9 9 re f /XB cs 1 scn 80 60 9 9 re f");
             }),
      edited("an operator of nobody's", {"pdfx-operators"},
             [](PdfEditor& p) { p.paint("1 2 frob"); }),
      {"encrypted",
       {"pdfx-encryption", "pdf-broken"},
       [](const std::string& bytes) {
         return PdfEditor(bytes).write(nullptr, PdfEditor::Lock::Encrypted);
       }},
  };
}

}  // namespace

PdfMutation edited(const char* name, std::set<std::string> tells,
                   std::function<void(PdfEditor&)> change) {
  return {name, std::move(tells), [change = std::move(change)](const std::string& bytes) {
            PdfEditor editor(bytes);
            change(editor);
            return editor.write();
          }};
}

PdfMutations mutations_of_x4() {
  PdfMutations all = of_both();
  const PdfMutations own = {
      edited("no metadata", {"pdfx-metadata"},
             [](PdfEditor& p) { p.root().removeKey("/Metadata"); }),
      edited("metadata that are no XML", {"pdfx-metadata"},
             [](PdfEditor& p) { PdfEditor::set_data(p.root().getKey("/Metadata"), "<x"); }),
      edited("another claim", {"pdfx-claim"},
             [](PdfEditor& p) { p.replace_xmp("PDF/X-4", "PDF/X-5"); }),
      edited("no profile", {"pdfx-output-profile"},
             [](PdfEditor& p) { p.intent().removeKey("/DestOutputProfile"); }),
      edited("a profile that is cut off", {"pdfx-output-profile"}, cut_profile),
      edited("a profile of blank tables", {"pdfx-output-profile"}, blank_profile),
      edited("a profile of a screen", {"pdfx-output-profile"},
             [](PdfEditor& p) { change_profile(p, 12, "mntr"); }),
      edited("a profile of other colours", {"pdfx-output-profile"},
             [](PdfEditor& p) { change_profile(p, 16, "RGB "); }),
      edited("a wrong number of components", {"pdfx-output-profile"},
             [](PdfEditor& p) {
               p.intent()
                   .getKey("/DestOutputProfile")
                   .getDict()
                   .replaceKey("/N", Handle::newInteger(3));
             }),
      edited("a damaged profile of a picture", {"pdfx-profiles"},
             [](PdfEditor& p) {
               auto space = Handle::newArray();
               space.appendItem(Handle::newName("/ICCBased"));
               space.appendItem(p.file().makeIndirectObject(p.stream("/N 3", "no profile")));
               p.set_resource("/ColorSpace", "/XI", space);
             }),
      edited("layers that switch", {"pdfx-layers"},
             [](PdfEditor& p) {
               p.root().replaceKey(
                   "/OCProperties",
                   PdfEditor::object("<< /OCGs [] /D << /AS [<< /Event /Print >>] >> >>"));
             }),
      {"PDF 2.0",
       {"pdfx-version"},
       [](const std::string& bytes) { return PdfEditor(bytes).write("2.0"); }},
  };
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

PdfMutations mutations_of_x1a() {
  PdfMutations all = of_both();
  const PdfMutations own = {
      edited("the claim of 2001", {"pdfx-claim"},
             [](PdfEditor& p) {
               p.info().replaceKey("/GTS_PDFXVersion", Handle::newString("PDF/X-1a:2001"));
             }),
      edited("no title", {"pdfx-title"}, [](PdfEditor& p) { p.info().removeKey("/Title"); }),
      edited("no date", {"pdfx-dates"}, [](PdfEditor& p) { p.info().removeKey("/ModDate"); }),
      edited("opacity", {"pdfx-transparency"},
             [](PdfEditor& p) { add_state(p, "<< /Type /ExtGState /ca 0.5 >>"); }),
      edited("a blend mode", {"pdfx-transparency"},
             [](PdfEditor& p) { add_state(p, "<< /Type /ExtGState /BM /Multiply >>"); }),
      edited("a page group", {"pdfx-transparency"},
             [](PdfEditor& p) {
               p.page().replaceKey("/Group", PdfEditor::object("<< /S /Transparency >>"));
             }),
      edited("an ICC space", {"pdfx-color"},
             [](PdfEditor& p) {
               auto space = Handle::newArray();
               space.appendItem(Handle::newName("/ICCBased"));
               space.appendItem(p.file().makeIndirectObject(p.stream("/N 4", "x")));
               p.set_resource("/ColorSpace", "/XI", space);
               p.paint("/XI cs 0 0 0 1 sc 60 60 9 9 re f");
             }),
      edited("Lab", {"pdfx-color"},
             [](PdfEditor& p) {
               p.set_resource("/ColorSpace", "/XL",
                              PdfEditor::object("[/Lab << /WhitePoint [0.96 1 0.82] >>]"));
               p.paint("/XL cs 50 20 20 sc 60 60 9 9 re f");
             }),
      edited("layers", {"pdfx-layers"},
             [](PdfEditor& p) {
               p.root().replaceKey("/OCProperties", PdfEditor::object("<< /OCGs [] /D << >> >>"));
             }),
      edited("JPEG 2000", {"pdfx-compression"},
             [](PdfEditor& p) { add_extra(p, "/Filter /JPXDecode"); }),
      {"PDF 1.6",
       {"pdfx-version"},
       [](const std::string& bytes) { return PdfEditor(bytes).write("1.6"); }},
  };
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

}  // namespace handbill::test
