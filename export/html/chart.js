
// The overview: a column for each period, a lane in it for each track, and a
// mark for each event, or a bar where there are too many for marks.

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const laneOrder = ["instrument", "enforcement", "policy", "context"];
const maxBins = Math.max(30, Math.min(110, Math.floor((document.body.clientWidth - 80) / 12))); // a column is at least 12 pixels wide

const usedTracks = laneOrder.filter((t) => events.some((e) => e.track === t));
const focus = { bin: 0, wanted: false };

const yearName = (y) => (y <= 0 ? 1 - y + " BC" : String(y));
const monthName = (m) => new Date(Date.UTC(2001, m - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });

// periodName is a period for people.
function periodName(p) {
  if (p.length === 0) return "All years";
  if (p[1] === "years") return yearName(p[0]) + "–" + yearName(p[0] + p[2] - 1);
  if (p.length === 1) return yearName(p[0]);
  if (p.length === 2) return monthName(p[1]) + " " + yearName(p[0]);
  return p[2] + " " + monthName(p[1]) + " " + yearName(p[0]);
}

// parentOf is the period that a period was zoomed into from.
function parentOf(p) {
  if (p.length === 0) return null;
  if (p[1] === "years") return widerYears(p[0], p[2]);
  if (p.length > 1) return p.slice(0, -1);
  return widerYears(p[0], 1);
}

// widerYears is the period of years that holds one, or all time.
function widerYears(year, size) {
  for (let s = size * 10; s <= span.size; s *= 10) return [Math.floor(year / s) * s, "years", s];
  return [];
}

// span is the first and last year of all events, and the number of years of a
// column when all time is shown: 1, 10, 100 …
const span = (() => {
  const dated = events.filter((e) => e.facet.p.length > 0);
  const first = dated.reduce((y, e) => Math.min(y, e.facet.p[0]), Infinity), last = dated.reduce((y, e) => Math.max(y, e.facet.p[0]), -Infinity);
  let size = 1;
  while (Math.floor(last / size) - Math.floor(first / size) >= maxBins) size *= 10;
  return { first, last, size };
})();

// binsOf are the columns of a period: what each stands for, and its label.
function binsOf(p) {
  if (p.length === 0) return span.first > span.last ? [] : yearBins(span.first, span.last, span.size);
  if (p[1] === "years") return yearBins(p[0], p[0] + p[2] - 1, p[2] / 10);
  if (p.length === 1) return [{ vague: p, label: "year" }, ...months.map((m, i) => ({ period: [p[0], i + 1], label: m }))];
  const days = new Date(Date.UTC(2000 + (((p[0] % 400) + 400) % 400), p[1], 0)).getUTCDate();
  return [{ vague: p, label: "month" }, ...Array.from({ length: days }, (_, i) => ({ period: [p[0], p[1], i + 1], label: String(i + 1) }))];
}

function yearBins(first, last, size) {
  const bins = [];
  for (let y = Math.floor(first / size) * size; y <= last; y += size) {
    bins.push(size === 1 ? { period: [y], label: yearName(y) } : { period: [y, "years", size], label: yearName(y) + (y > 0 && size === 10 ? "s" : "") });
  }
  return bins;
}

// fill sorts the events that pass all filters into the columns, by track.
function fill(bins) {
  for (const b of bins) {
    b.count = 0;
    b.lanes = Object.fromEntries(laneOrder.map((t) => [t, []]));
  }
  const at = new Map(bins.map((b) => [String(b.vague ? "vague" : b.period), b]));
  for (const e of events) {
    const b = e.facet.p.length > 0 && passes(e) && at.get(String(keyOf(e.facet.p)));
    if (!b) continue;
    b.count++;
    b.lanes[e.track].push(e);
  }
}

// keyOf is the column of the present zoom that a place falls into.
function keyOf(place) {
  const p = state.period;
  if (p.length > 0 && p[1] !== "years") return place.length > p.length ? place.slice(0, p.length + 1) : "vague";
  const size = p.length === 0 ? span.size : p[2] / 10;
  return size === 1 ? [place[0]] : [Math.floor(place[0] / size) * size, "years", size];
}

// drawChart draws the columns of the present zoom.
function drawChart() {
  let bins = binsOf(state.period);
  fill(bins);
  bins = bins.filter((b) => !b.vague || b.count > 0);
  const used = usedTracks;
  const most = Math.max(0, ...bins.flatMap((b) => used.map((t) => b.lanes[t].length)));
  const plot = byId("ui-plot");
  focus.bin = Math.min(focus.bin, Math.max(0, bins.length - 1));
  const width = (plot.clientWidth || 800) / Math.max(1, bins.length);
  const perRow = Math.max(1, Math.floor((width - 2) / 11)), fits = perRow * 4;
  const step = Math.max(1, Math.ceil(38 / Math.max(width, 18)));
  plot.replaceChildren(...bins.map((b, i) => column(b, i, used, most, fits, i % step === 0 && (bins.length - i) * width >= 30)));
  plot.style.setProperty("--rows", most > fits ? 4 : Math.max(2, Math.ceil(most / perRow)));
  drawPath();
  byId("ui-note").textContent = noteOf(bins);
  if (focus.wanted && plot.children.length > 0) plot.children[focus.bin].focus();
  focus.wanted = false;
}

function column(b, i, used, most, fits, labelled) {
  const zooms = b.period && b.count > 0 && (b.period.length < 3 || b.period[1] === "years");
  const lanes = used.map((track) => {
    const own = b.lanes[track];
    const lane = make("span", { class: "lane " + track });
    if (most <= fits) for (const e of own) lane.append(make("i", { class: e.pending ? "pending" : "" }));
    else if (own.length > 0) {
      const bar = make("b");
      bar.style.height = "max(3px, " + (100 * own.length) / most + "%)";
      lane.append(bar);
    }
    return lane;
  });
  const says = describe(b, used);
  const button = make("button", { type: "button", class: "bin" + (isAhead(b) ? " ahead" : "") + (b.vague ? " vague" : ""), "aria-label": says, title: says,
    tabindex: i === focus.bin ? "0" : "-1", "aria-disabled": zooms ? false : "true" },
  ...lanes, make("span", { class: "label" }, make("span", null, labelled || b.vague ? b.label : "\u00a0")));
  button.addEventListener("click", () => { if (zooms) zoomTo(b.period); });
  button.addEventListener("focus", () => {
    byId("ui-plot").children[focus.bin].tabIndex = -1;
    button.tabIndex = 0;
    focus.bin = i;
  });
  return button;
}

// describe is a column in words.
function describe(b, used) {
  const n = b.count;
  const name = b.vague ? periodName(b.vague) + ", no closer date" : periodName(b.period);
  if (n === 0) return name + ": no events";
  const parts = used.map((t) => [t, b.lanes[t].length]).filter(([, k]) => k > 0).map(([t, k]) => k + " " + t);
  return name + ": " + count(n) + " (" + parts.join(", ") + ")";
}

// isAhead reports whether a column begins after the day from which events are upcoming.
function isAhead(b) {
  if (!data.horizon || !b.period) return false;
  const [, sign, y, m, d] = /^(-?)(\d+)-(\d+)-(\d+)$/.exec(data.horizon);
  const day = [Number(sign + y), Number(m), Number(d)];
  const p = b.period[1] === "years" ? [b.period[0]] : b.period;
  for (let i = 0; i < p.length; i++) if (p[i] !== day[i]) return p[i] > day[i];
  return false;
}

function noteOf(bins) {
  const notes = ["An event stands where its date begins."];
  if (bins.some((b) => b.vague)) notes.push("The first column holds what is dated no closer.");
  if (bins.some(isAhead)) notes.push("Shaded: after " + periodName(data.horizon.split("-").map(Number)) + ".");
  return notes.join(" ");
}

// drawPath shows the periods that hold the present one, each a way back.
function drawPath() {
  const path = [];
  for (let p = state.period; p; p = parentOf(p)) path.unshift(p);
  byId("ui-path").replaceChildren(...path.map((p, i) => {
    if (i === path.length - 1) return make("li", null, make("span", { "aria-current": "true" }, periodName(p)));
    const back = make("button", { type: "button" }, periodName(p));
    back.addEventListener("click", () => zoomTo(p));
    return make("li", null, back);
  }));
}

// zoomTo shows a period, and puts the focus on the column that was left or on the first with events.
function zoomTo(p) {
  const left = state.period;
  state.period = p;
  const bins = binsOf(p);
  fill(bins);
  const kept = bins.filter((b) => !b.vague || b.count > 0);
  let at = kept.findIndex((b) => b.period && String(b.period) === String(left));
  if (at < 0) at = kept.findIndex((b) => b.count > 0);
  focus.bin = Math.max(0, at);
  focus.wanted = byId("ui-plot").contains(document.activeElement) || byId("ui-path").contains(document.activeElement);
  refresh();
}
