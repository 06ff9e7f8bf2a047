// SPDX-License-Identifier: MIT
// Printing in the office, and ordering from a print shop.
import { where } from "/ask.js";
import { make } from "/dom.js";
import { download } from "/files.js";
import { fold } from "/fold.js";
import { inWords } from "/names.js";
import { clearIn, doIn, drawOutcome, refuseIn, tellIn } from "/outcome.js";
import { remembered } from "/remembered.js";
import { say, state, titleOf } from "/state.js";

const choice = { edition: "office", colors: "color", sides: "as-pages-turn", copies: "1", printer: null, paper: "letter" };
const order = { of: "", shop: null, quantity: "", paper: null, client: null, contact: null, deliver: null, deliverTo: null, proof: null, for: "print" };

function select(id, label, options, value, onchange, help) {
  const element = make("select", { id, "data-key": id, "aria-describedby": help && `${id} help`, onchange: (event) => onchange(event.target.value) },
    ...options.map(([key, text]) => make("option", { value: key, selected: key === value }, text)));
  return make("div", { class: "field" }, make("label", { for: id }, label), element, help ? make("p", { id: `${id} help`, class: "help" }, help) : null);
}

function input(id, label, type, value, oninput, more = {}) {
  const element = make("input", { id, "data-key": id, type, autocomplete: "off", value, oninput: (event) => oninput(event.target.value), ...more });
  return make("div", { class: "field" }, make("label", { for: id }, label), element);
}

const button = (key, text, onclick, kind = "quiet") => make("button", { type: "button", class: kind, "data-key": key, onclick }, text);

/** Makes a file and gives it to the browser; what stops it is told in the panel. */
async function keep(panel, draw, path, name, done) {
  tellIn(panel, say.oneMoment);
  draw();
  try {
    await download(path, name);
    tellIn(panel, ...done);
  } catch (error) {
    refuseIn(panel, error);
  }
  draw();
}

const fileName = (ending) => `${state.document}${state.language === "en" ? "" : `-${state.language}`}${ending}`;

function paperOf(facts) {
  const size = facts ? say.paperOf(facts.width, facts.height, facts.pages) : "";
  return make("p", { class: "help" }, [size, say.fullSize].filter(Boolean).join(" "));
}

function noteOffice(draw) {
  return doIn("print", draw, "/api/printed", { document: state.document, edition: choice.edition, quantity: Number(choice.copies) }, say.printNoted(Number(choice.copies)));
}

function drawPrinter(printers, draw) {
  if (!printers) return make("p", { class: "quiet" }, say.oneMoment);
  if (!printers.names.length) return make("p", { class: "note" }, say.noPrinter);
  if (!printers.names.includes(choice.printer)) choice.printer = printers.default || printers.names[0];
  return select("printer", say.printer, printers.names.map((each) => [each, each.replace(/_/g, " ")]), choice.printer, (value) => (choice.printer = value));
}

const send = (draw, path, body, done) => doIn("print", draw, path, { ...body, printer: choice.printer }, done);

export function drawPrint(draw) {
  if (order.of !== `${state.document} ${state.language}`) {
    for (const key of ["shop", "paper", "client", "contact", "deliver", "deliverTo", "proof"]) order[key] = null;
    Object.assign(order, { of: `${state.document} ${state.language}`, quantity: "" });
    clearIn("print");
  }
  const asked = { document: state.document, edition: choice.edition, colors: choice.colors, sides: choice.sides };
  const told = remembered("/api/printers", draw);
  const printers = told && told.value;
  const facts = remembered(where("/api/print/pdf", { ...asked, ask: "facts" }), draw);
  const hasPrinter = printers && printers.names.length > 0;
  const set = (key) => (value) => {
    choice[key] = value;
    clearIn("print");
    draw();
  };
  const stopped = facts && facts.error;
  return [
    make("h2", {}, say.printHere),
    drawPrinter(printers, draw),
    make("div", { class: "two" },
      select("edition", say.forWhom, Object.entries(say.editions), choice.edition, set("edition")),
      select("colors", say.colors, [["color", say.inColor], ["greys", say.inGreys]], choice.colors, set("colors")),
      select("sides", say.sides, Object.entries(say.sidesOf), choice.sides, set("sides")),
      input("copies", say.copies, "number", choice.copies, (value) => (choice.copies = value), { min: 1, max: 999 })),
    stopped ? make("div", { class: "against" }, make("p", {}, stopped.answer && stopped.answer.why === "unsaved" ? say.saveFirst : say.mendBefore),
      make("ul", {}, ...((stopped.answer && stopped.answer.problems) || []).map((each) => make("li", {}, inWords(each)))))
      : paperOf(facts && facts.value),
    make("div", { class: "choices" },
      hasPrinter ? button("print send", say.print, () => send(draw, "/api/print", { ...asked, copies: Number(choice.copies) }, say.wasSent(titleOf(state.document))), "main") : null,
      button("print file", say.saveAsPdf, () => keep("print", draw, where("/api/print/pdf", asked), fileName(".pdf"), [say.pdfIsThere]), hasPrinter ? "quiet" : "main"),
      button("print note", say.notePrint, () => noteOffice(draw))),
    fold("test", "print test", say.testPage,
      make("p", {}, say.whatTestPage),
      select("test-paper", say.paper, [["letter", "Letter"], ["a4", "A4"]], choice.paper, set("paper")),
      make("div", { class: "choices" },
        hasPrinter ? button("test send", say.printTestPage, () => send(draw, "/api/print/test", { paper: choice.paper }, say.wasSent(say.testPage))) : null,
        button("test file", say.saveTestPage, () => keep("print", draw, where("/api/print/test", { paper: choice.paper }), "test-page.pdf", [say.pdfIsThere])))),
    drawOutcome("print"),
    ...drawOrder(draw),
  ];
}

function orderQuery(more = {}) {
  const { shop, quantity, paper, client, contact, deliver, deliverTo, proof } = order;
  const query = { document: state.document, shop, quantity, paper, client, contact, deliver, deliverTo, proof, for: order.for };
  return { ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, value || ""])), ...more };
}

function drawOrder(draw) {
  const answer = remembered(where("/api/order", { document: state.document }), draw);
  const head = make("h2", {}, say.orderHere);
  if (!answer) return [head, make("p", { class: "quiet" }, say.oneMoment)];
  if (answer.error) return [head, make("p", { class: "problem error" }, answer.error.message)];
  const { shops, usual } = answer.value;
  for (const key of ["shop", "paper", "client", "contact", "deliver", "deliverTo", "proof"]) {
    if (order[key] === null) order[key] = usual[key] || "";
  }
  if (!shops.some((each) => each.name === order.shop) && shops.length) order.shop = shops[0].name;
  if (!order.quantity && usual.quantity) order.quantity = String(usual.quantity);
  const set = (key) => (value) => (order[key] = value);
  const form = make("form", { class: "order", novalidate: true },
    select("shop", say.shop, shops.map((each) => [each.name, each.title]), order.shop, set("shop")),
    make("div", { class: "two" },
      input("quantity", say.quantity, "number", order.quantity, set("quantity"), { min: 1, required: true }),
      input("order-paper", say.paper, "text", order.paper, set("paper"), { maxlength: 80 }),
      input("client", say.client, "text", order.client, set("client"), { maxlength: 200 }),
      input("contact", say.contact, "text", order.contact, set("contact"), { maxlength: 200 }),
      input("deliver", say.deliverBy, "date", order.deliver, set("deliver")),
      input("deliver-to", say.deliverTo, "text", order.deliverTo, set("deliverTo"), { maxlength: 200 }),
      select("proof", say.proof, Object.entries(say.proofs), order.proof, set("proof")),
      select("order-for", say.orderFor, Object.entries(say.orderFors), order.for, set("for"))),
    make("div", { class: "choices" },
      make("button", { type: "submit", class: "main", "data-key": "order file" }, say.makeOrder),
      button("order note", say.wasOrdered, () => noteOrder(draw))));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!(Number(order.quantity) >= 1)) return askQuantity(draw);
    await keep("order", draw, where("/api/order/file", orderQuery()), fileName("-order.zip"), [say.orderIsThere, say.whatIsInOrder]);
  });
  return [head, form, drawOutcome("order")];
}

function askQuantity(draw) {
  refuseIn("order", new Error(say.howMany));
  draw();
  document.getElementById("quantity").focus();
}

function noteOrder(draw) {
  if (!(Number(order.quantity) >= 1)) return askQuantity(draw);
  return doIn("order", draw, "/api/printed", { document: state.document, edition: "standard", shop: order.shop, quantity: Number(order.quantity) }, say.printNoted(Number(order.quantity)));
}
