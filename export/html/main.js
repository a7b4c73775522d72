
// openTarget opens the event that the address names, whatever the filters hide.
function openTarget() {
  const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.classList.contains("event")) return;
  if (target.hidden || target.closest("section").hidden) clearAll();
  target.querySelector("details").open = true;
  target.scrollIntoView({ block: "start" });
}

// move puts the focus on the event n places on among those shown.
function move(summary, n) {
  const shown = events.filter((e) => e.shown);
  const at = shown.findIndex((e) => e.element.contains(summary));
  const next = shown[Math.max(0, Math.min(shown.length - 1, n === Infinity ? shown.length - 1 : n === -Infinity ? 0 : at + n))];
  if (next) next.element.querySelector("summary").focus();
}

const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function onListKey(key) {
  if (key.ctrlKey || key.metaKey || key.altKey || !(key.key in steps) || !key.target.closest("summary")) return;
  key.preventDefault();
  move(key.target, steps[key.key]);
}

function onChartKey(key) {
  if (key.ctrlKey || key.metaKey || key.altKey) return;
  const bins = byId("ui-plot").children;
  const to = { ArrowRight: focus.bin + 1, ArrowLeft: focus.bin - 1, Home: 0, End: bins.length - 1 }[key.key];
  if (to !== undefined && bins[to]) {
    key.preventDefault();
    bins[to].focus();
  } else if (key.key === "Escape" || key.key === "-") {
    const wider = parentOf(state.period);
    if (wider) zoomTo(wider);
  }
}

function onPageKey(key) {
  if (key.key !== "/" || key.ctrlKey || key.metaKey || key.altKey || !byId("ui-slash").checked) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(key.target.tagName)) return;
  key.preventDefault();
  byId("ui-search").focus();
  byId("ui-search").select();
}

function onSearch() {
  clearTimeout(onSearch.timer);
  onSearch.timer = setTimeout(() => {
    state.words = fold(byId("ui-search").value).split(/\s+/).filter(Boolean);
    refresh();
  }, 120);
}

// beginPage shows the tools, which a page without scripts has no use for.
function beginPage() {
  document.documentElement.classList.add("live");
  for (const id of ["ui-tools", "ui-chart", "ui-aside", "ui-keys"]) byId(id).hidden = false;
  byId("ui-chart").hidden = !events.some((e) => e.facet.p.length > 0);
  if (matchMedia("(max-width: 56rem)").matches) byId("ui-filters").open = false;
  for (const h of document.querySelectorAll(".year > h2")) h.append(make("span", { class: "n" }));
  for (const track of usedTracks) byId("ui-legend").append(make("li", { class: track }, make("i"), track[0].toUpperCase() + track.slice(1)));
  fillLists();
  refresh();

  byId("ui-search").addEventListener("input", onSearch);
  byId("ui-clear").addEventListener("click", () => { clearAll(); byId("ui-search").focus(); });
  byId("ui-none-clear").addEventListener("click", () => { clearAll(); byId("ui-search").focus(); });
  byId("ui-events").addEventListener("keydown", onListKey);
  byId("ui-plot").addEventListener("keydown", onChartKey);
  document.addEventListener("keydown", onPageKey);
  document.addEventListener("toggle", (t) => { if (t.target.open && t.target.closest(".event")) openEvent(t.target); }, true);
  addEventListener("hashchange", openTarget);
  let timer;
  addEventListener("resize", () => { clearTimeout(timer); timer = setTimeout(drawChart, 150); });
  openTarget();
}

beginPage();
