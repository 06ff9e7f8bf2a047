// SPDX-License-Identifier: MIT
#include "preflight/annotate.h"

#include <exception>

#include "preflight/read_pages.h"

namespace handbill::preflight {
namespace {

Handle number_array(std::initializer_list<double> values) {
  Handle array = Handle::newArray();
  for (const double value : values) array.appendItem(Handle::newReal(value, 3));
  return array;
}

std::string contents_of(const diag::Diagnostic& finding) {
  std::string text = finding.message;
  text += " [" + (finding.rule ? finding.rule->id : std::string(diag::info(finding.id).name)) + "]";
  if (finding.rule) text += "\n" + finding.rule->source;
  for (const std::string& hint : finding.hints) text += "\n" + hint;
  return text;
}

Handle color_of(diag::Severity severity) {
  return severity == diag::Severity::Error ? number_array({0.85, 0.1, 0.1})
                                           : number_array({0.95, 0.6, 0.0});
}

/// Points on plates::Page back to default user space.
UserRect to_user(const PageBoxes& boxes, const Rect& box) {
  const UserRect trim = boxes.final_size();
  const double unit = boxes.user_unit;
  return {trim.left + box.left.pt() / unit, trim.top - box.bottom().pt() / unit,
          trim.left + box.right().pt() / unit, trim.top - box.top.pt() / unit};
}

Handle add_layer(QPDF& pdf) {
  Handle layer = Handle::newDictionary();
  layer.replaceKey("/Type", Handle::newName("/OCG"));
  layer.replaceKey("/Name", Handle::newUnicodeString("Preflight"));
  layer = pdf.makeIndirectObject(layer);
  Handle root = pdf.getRoot();
  Handle properties = entry(root, "/OCProperties");
  if (!is_dictionary(properties)) {
    properties = Handle::newDictionary();
    root.replaceKey("/OCProperties", properties);
  }
  const auto append = [&](Handle owner, const char* key) {
    Handle array = entry(owner, key);
    if (!is_array(array)) {
      array = Handle::newArray();
      owner.replaceKey(key, array);
    }
    array.appendItem(layer);
  };
  append(properties, "/OCGs");
  Handle defaults = entry(properties, "/D");
  if (!is_dictionary(defaults)) {
    defaults = Handle::newDictionary();
    properties.replaceKey("/D", defaults);
  }
  append(defaults, "/ON");
  append(defaults, "/Order");
  return layer;
}

/// A square for a place on the page, a note for the rest. Viewers draw both themselves.
Handle make_note(const diag::Diagnostic& finding, const UserRect& place, const char* kind) {
  Handle note = Handle::newDictionary();
  note.replaceKey("/Type", Handle::newName("/Annot"));
  note.replaceKey("/Subtype", Handle::newName(kind));
  note.replaceKey("/Rect", number_array({place.left, place.bottom, place.right, place.top}));
  note.replaceKey("/C", color_of(finding.severity));
  note.replaceKey("/F", Handle::newInteger(0));  // it does not print
  note.replaceKey("/T", Handle::newUnicodeString("Handbill preflight"));
  note.replaceKey("/Contents", Handle::newUnicodeString(contents_of(finding)));
  if (std::string_view(kind) == "/Square") {
    Handle border = Handle::newDictionary();
    border.replaceKey("/W", Handle::newReal(1.0));
    note.replaceKey("/BS", border);
  }
  return note;
}

void add_note(QPDF& pdf, const FilePage& page, Handle note, const Handle& layer) {
  note.replaceKey("/OC", layer);
  note.replaceKey("/P", page.object);
  Handle holder = page.object;
  Handle notes = entry(holder, "/Annots");
  if (!is_array(notes)) {
    notes = Handle::newArray();
    holder.replaceKey("/Annots", notes);
  }
  notes.appendItem(pdf.makeIndirectObject(note));
}

void add_square(QPDF& pdf, const std::vector<FilePage>& pages, const diag::Diagnostic& finding,
                const diag::PageArea& area, const Handle& layer) {
  const FilePage& page = pages[area.page - 1];
  UserRect place = to_user(page.boxes, area.box);
  // A hairline must still be seen and hit.
  const double thin = 4 / page.boxes.user_unit;
  if (place.width() < thin)
    place = {place.left - thin / 2, place.bottom, place.right + thin / 2, place.top};
  if (place.height() < thin)
    place = {place.left, place.bottom - thin / 2, place.right, place.top + thin / 2};
  add_note(pdf, page, make_note(finding, place, "/Square"), layer);
}

void add_notes(QPDF& pdf, const diag::Diagnostics& findings) {
  const auto pages = list_pages(pdf);
  if (pages.empty()) return;
  const Handle layer = add_layer(pdf);
  const UserRect first = pages.front().boxes.shown();
  constexpr double kSide = 18, kMargin = 2;
  double top = first.top - kMargin;
  for (const diag::Diagnostic& finding : findings.list()) {
    const bool has_place =
        finding.area && finding.area->page >= 1 && finding.area->page <= pages.size();
    if (!has_place) {
      const UserRect place = {first.left + kMargin, top - kSide, first.left + kMargin + kSide, top};
      add_note(pdf, pages.front(), make_note(finding, place, "/Text"), layer);
      top -= kSide + kMargin;
      continue;
    }
    add_square(pdf, pages, finding, *finding.area, layer);
    for (const diag::PageArea& area : finding.also) {
      if (area.page < 1 || area.page > pages.size()) continue;
      add_square(pdf, pages, finding, area, layer);
    }
  }
}

}  // namespace

std::optional<std::string> annotate(const std::string& bytes, const diag::Diagnostics& findings,
                                    diag::Diagnostics& diags) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("the file", bytes.data(), bytes.size());
    add_notes(pdf, findings);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setPreserveEncryption(false);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception& error) {
    diags.error(diag::DiagnosticId::PdfBroken, {},
                std::string("no copy with notes could be made: ") + error.what());
    return std::nullopt;
  }
}

}  // namespace handbill::preflight
