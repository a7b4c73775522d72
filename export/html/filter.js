
// The state of the filters. In each list what is chosen is joined by "or", and
// the lists by "and"; a list with nothing chosen lets all through.
const state = { kinds: new Set(), authorities: new Set(), documents: new Set(), flags: new Set(), words: [], period: [] };

const flags = [
  { label: "Sources disagree", test: (e) => e.facet.c },
  { label: "With doubts", test: (e) => e.facet.q },
  { label: "Upcoming", test: (e) => e.facet.u },
  { label: "Scheduled or proposed", test: (e) => e.pending },
];

const tests = {
  kinds: (e) => state.kinds.size === 0 || state.kinds.has(e.facet.k),
  authorities: (e) => state.authorities.size === 0 || e.facet.a.some((n) => state.authorities.has(n)),
  documents: (e) => state.documents.size === 0 || e.facet.d.some((n) => state.documents.has(n)),
  flags: (e) => state.flags.size === 0 || [...state.flags].some((n) => flags[n].test(e)),
  words: (e) => state.words.every((w) => textOf(e).includes(w)),
  period: (e) => inPeriod(e, state.period),
};

// inPeriod reports whether an event's place lies in a period: [] is all time,
// [2020, "decade", 10] ten years, [2021] a year, [2021, 7] a month.
function inPeriod(e, period) {
  const place = e.facet.p;
  if (period.length === 0) return true;
  if (place.length === 0) return false;
  if (period[1] === "years") return place[0] >= period[0] && place[0] < period[0] + period[2];
  return period.every((x, i) => place[i] === x);
}

// passes applies all tests, or all but one: what a list's numbers count.
function passes(e, but) {
  for (const name in tests) if (name !== but && !tests[name](e)) return false;
  return true;
}

// lists are the options of the filters on the page, each with its checkbox.
const lists = { kinds: [], authorities: [], documents: [], flags: [] };

function addOption(name, parent, value, label, lead) {
  const input = make("input", { type: "checkbox" });
  const number = make("span", { class: "n" });
  const row = make("label", { class: lead ? "option part" : "option" }, input, make("span", { dir: "auto" }, label), number);
  input.addEventListener("change", () => {
    if (input.checked) state[name].add(value);
    else state[name].delete(value);
    refresh();
  });
  parent.append(row);
  lists[name].push({ value, input, number, row });
}

// fillLists makes the options: kinds by track, the others by how often they occur.
function fillLists() {
  const used = { kinds: new Map(), authorities: new Map(), documents: new Map() };
  const add = (map, n) => map.set(n, (map.get(n) || 0) + 1);
  for (const e of events) {
    add(used.kinds, e.facet.k);
    e.facet.a.forEach((n) => add(used.authorities, n));
    e.facet.d.forEach((n) => add(used.documents, n));
  }
  flags.forEach((f, n) => { if (events.some(f.test)) addOption("flags", byId("ui-flags"), n, f.label); });
  byId("ui-flags").hidden = lists.flags.length === 0;
  for (const track of ["instrument", "enforcement", "policy", "context"]) {
    const kinds = data.kinds.map((k, n) => n).filter((n) => data.kinds[n].track === track && used.kinds.has(n));
    if (kinds.length > 0) addTrack(track, kinds);
  }
  for (const name of ["authorities", "documents"]) {
    const box = make("div", { class: "options" });
    byId("ui-" + name).append(box);
    const order = [...used[name].keys()].sort((a, b) => used[name].get(b) - used[name].get(a) || a - b);
    for (const n of order) addOption(name, box, n, data[name][n]);
    byId("ui-" + name).hidden = order.length === 0;
  }
}

// addTrack makes a checkbox for all kinds of a track, and those of the kinds.
function addTrack(track, kinds) {
  const input = make("input", { type: "checkbox" });
  const parent = byId("ui-kinds");
  parent.append(make("label", { class: "option group" }, input, make("span", null, track[0].toUpperCase() + track.slice(1)), make("span")));
  for (const n of kinds) addOption("kinds", parent, n, data.kinds[n].label, true);
  input.addEventListener("change", () => {
    for (const n of kinds) {
      if (input.checked) state.kinds.add(n);
      else state.kinds.delete(n);
    }
    refresh();
  });
  tracks.push({ track, kinds, input });
}
const tracks = [];

// valuesOf are the options of a list under which an event falls.
const valuesOf = {
  kinds: (e) => [e.facet.k],
  authorities: (e) => e.facet.a,
  documents: (e) => e.facet.d,
  flags: (e) => flags.flatMap((f, n) => (f.test(e) ? [n] : [])),
};

// countLists writes beside each option how many events it would show.
function countLists() {
  for (const name in lists) {
    const counts = new Map();
    for (const e of events) {
      if (!passes(e, name)) continue;
      for (const n of valuesOf[name](e)) counts.set(n, (counts.get(n) || 0) + 1);
    }
    for (const o of lists[name]) {
      const n = counts.get(o.value) || 0;
      o.number.textContent = n;
      o.row.classList.toggle("zero", n === 0);
      o.input.checked = state[name].has(o.value);
    }
  }
  for (const t of tracks) {
    const chosen = t.kinds.filter((n) => state.kinds.has(n)).length;
    t.input.checked = chosen === t.kinds.length;
    t.input.indeterminate = chosen > 0 && chosen < t.kinds.length;
  }
}

// clearAll lets everything through again.
function clearAll() {
  for (const name of ["kinds", "authorities", "documents", "flags"]) state[name].clear();
  state.words = [];
  state.period = [];
  byId("ui-search").value = "";
  refresh();
}

const count = (n) => (n === 1 ? "1 event" : n.toLocaleString("en") + " events");
const eventHeight = 88; // CSS pixels, about

// refresh shows the events that pass, their number, and the overview.
function refresh() {
  let shown = 0;
  const inList = new Map();
  for (const e of events) {
    const show = passes(e);
    if (show !== e.shown) e.element.hidden = !show;
    e.shown = show;
    if (!show) continue;
    shown++;
    inList.set(e.list, (inList.get(e.list) || 0) + 1);
  }
  for (const section of document.querySelectorAll("section.year")) {
    let n = 0;
    for (const list of section.querySelectorAll(".events")) {
      const own = inList.get(list) || 0;
      list.hidden = own === 0;
      list.style.containIntrinsicHeight = own * eventHeight + "px"; // while it is out of sight
      n += own;
    }
    section.hidden = n === 0;
    section.querySelector("h2 .n").textContent = count(n);
  }
  const all = shown === events.length;
  byId("ui-count").textContent = all ? count(shown) : shown.toLocaleString("en") + " of " + count(events.length);
  byId("ui-clear").hidden = all;
  byId("ui-none").hidden = shown > 0 || events.length === 0;
  countLists();
  drawChart();
}
