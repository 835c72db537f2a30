"use strict";
// Tables: search, filter, sort; forms that speak JSON; submissions under way.
const csrf = document.querySelector("meta[name=csrf]").content;

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { "X-CSRF-Token": csrf, "Content-Type": "application/json", Accept: "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const told = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(told.detail || told.title);
  return told;
}

function setUpTable(table) {
  const body = table.tBodies[0];
  const find = document.querySelector("[data-find]");
  const filters = [...document.querySelectorAll("[data-filter]")];
  const count = document.querySelector("[data-count]");
  const rows = [...body.rows].filter((row) => !row.classList.contains("none"));
  function show() {
    const words = find.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = (!words || row.textContent.toLowerCase().includes(words))
        && filters.every((one) => !one.value || row.dataset[one.dataset.filter] === one.value);
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = shown === rows.length ? `${rows.length} 件` : `${shown} / ${rows.length} 件`;
  }
  find.addEventListener("input", show);
  filters.forEach((one) => one.addEventListener("change", show));
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("th");
    if (!head || !event.target.closest("button")) return;
    const down = head.getAttribute("aria-sort") !== "descending";
    table.querySelectorAll("[aria-sort]").forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const place = head.cellIndex, numeric = head.dataset.sort === "number";
    const value = (row) => row.cells[place].dataset.value ?? row.cells[place].textContent.trim();
    rows.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order = numeric ? (parseFloat(x) || 0) - (parseFloat(y) || 0) : x.localeCompare(y, "zh");
      return down ? -order : order;
    });
    body.append(...rows);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input,textarea,select")) {
      event.preventDefault();
      find.focus();
    }
  });
  show();
}

function setUpForm(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector("[role=alert]");
    const body = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    try {
      const told = await ask("POST", form.dataset.json, body);
      if (form.dataset.then === "reload") location.reload();
      else location.href = form.dataset.then.replace("{id}", told.id);
    } catch (error) {
      said.textContent = error.message;
      said.hidden = false;
    }
  });
}

function follow(place) {
  const state = place.querySelector("[data-state]");
  const words = { queued: "排队中", reading: "识读中", judging: "核对中" };
  const source = new EventSource(`/api/v1/submissions/${place.dataset.progress}/events`);
  source.addEventListener("progress", (event) => {
    const told = JSON.parse(event.data), progress = told.progress || {};
    state.textContent = words[told.state] || told.state;
    place.querySelector("[data-doing]").textContent = progress.doing || "";
    const total = progress.pages_total || 0;
    place.querySelector("[data-done]").style.width = total ? `${(100 * progress.pages_done) / total}%` : "0";
    place.querySelector("[data-pages]").textContent = total ? `${progress.pages_done} / ${total} 页` : "\u00a0";
  });
  for (const end of ["done", "failed", "deleted"]) {
    source.addEventListener(end, () => { source.close(); location.reload(); });
  }
}

document.querySelectorAll("[data-table]").forEach(setUpTable);
document.querySelectorAll("form[data-json]").forEach(setUpForm);
document.querySelectorAll("[data-progress]").forEach(follow);
document.querySelectorAll("[data-open]").forEach((button) =>
  button.addEventListener("click", () => document.getElementById(button.dataset.open).showModal()));
document.querySelectorAll("[data-close]").forEach((button) =>
  button.addEventListener("click", () => button.closest("dialog").close()));
document.querySelectorAll("[data-post]").forEach((button) =>
  button.addEventListener("click", async () => {
    if (button.dataset.sure && !confirm(button.dataset.sure)) return;
    try {
      await ask("POST", button.dataset.post, button.dataset.body ? JSON.parse(button.dataset.body) : undefined);
      location.reload();
    } catch (error) { alert(error.message); }
  }));

const busy = [...document.querySelectorAll("tr [data-live]")];
if (busy.length) {
  const words = { queued: "排队中", reading: "识读中", judging: "核对中" };
  setInterval(async () => {
    for (const chip of busy.slice(0, 20)) {
      const told = await ask("GET", `/api/v1/submissions/${chip.dataset.live}`).catch(() => null);
      if (!told) continue;
      if (!words[told.state]) { location.reload(); return; }
      const pages = told.progress && told.progress.pages_total
        ? ` ${told.progress.pages_done}/${told.progress.pages_total} 页` : "";
      chip.textContent = words[told.state] + pages;
    }
  }, 3000);
}
