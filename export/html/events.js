"use strict";

// The page works without this script: it is a list to read. The script adds
// search, filters, the overview and the context of quotes. Whatever comes from
// documents is put into the page as text, never as mark-up.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("ui-data").textContent);

// make returns a new element with text or children in it.
function make(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "class") e.className = value;
    else if (value === true) e.setAttribute(name, "");
    else if (value !== false && value !== undefined) e.setAttribute(name, value);
  }
  e.append(...children);
  return e;
}

// events pairs each event's element with its data, in the order of the page.
const events = Array.from(document.querySelectorAll(".event"), (element, i) => ({
  element,
  facet: data.events[i],
  track: data.kinds[data.events[i].k].track,
  pending: element.classList.contains("pending"),
  list: element.parentElement,
  shown: true,
  text: "",
}));
const indexed = { text: false };

// fold makes text comparable: without case, width and accents.
const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// textOf is what the search looks in: all that an event shows, its quotes with it.
function textOf(e) {
  if (!indexed.text) {
    for (const x of events) x.text = fold(x.element.textContent);
    indexed.text = true;
  }
  return e.text;
}

const contextUnits = [220, 2000]; // shown at first on each side of a quote, and on request

// showContext puts the text around a quote before and after it.
function showContext(quote, wide) {
  const [n, from, to, wordsFrom, wordsTo] = quote.dataset.place.split(" ").map(Number);
  const excerpt = data.excerpts[n];
  const text = excerpt.t;
  const reach = contextUnits[wide ? 1 : 0];
  const start = from - reach <= 0 ? 0 : after(text, from - reach, from);
  const end = to + reach >= text.length ? text.length : before(text, to + reach, to);
  const told = make("span", { class: "told" });
  if (wordsTo > wordsFrom) told.append(text.slice(from, wordsFrom), make("mark", null, text.slice(wordsFrom, wordsTo)), text.slice(wordsTo, to));
  else told.append(text.slice(from, to));
  quote.replaceChildren(
    make("span", { class: "aside" }, (start > 0 || !excerpt.a ? "… " : "") + text.slice(start, from).trimStart()), told,
    make("span", { class: "aside" }, text.slice(to, end).trimEnd() + (end < text.length || !excerpt.z ? " …" : "")));
  quote.classList.add("context-shown");
  if (quote.scrollHeight > quote.clientHeight) quote.tabIndex = 0; // so that keys scroll it
  return !wide && (start > 0 || end < text.length);
}

// after and before move an offset to the next space, so that no word is cut.
function after(text, i, limit) {
  const n = text.slice(i, Math.min(limit, i + 40)).search(/\s/);
  return n < 0 ? i : i + n + 1;
}

function before(text, i, limit) {
  const head = text.slice(Math.max(limit, i - 40), i);
  const n = head.search(/\s\S*$/);
  return n < 0 ? i : i - (head.length - n);
}

// openEvent fills an event's quotes with their context, once.
function openEvent(details) {
  for (const quote of details.querySelectorAll("blockquote[data-place]:not(.context-shown)")) {
    if (!showContext(quote, false)) continue;
    const more = make("button", { type: "button", class: "wider" }, "More of the text");
    more.addEventListener("click", () => {
      showContext(quote, true);
      quote.tabIndex = 0;
      quote.focus();
      more.remove();
    });
    quote.after(more);
  }
}
