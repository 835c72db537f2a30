// Tables: search, filter, sort; forms that speak JSON; submissions under way.
import { ask } from "./asking.js";

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
    const data = new FormData(form);
    const body = Object.fromEntries([...data].filter(([, value]) => value !== ""));
    for (const { name } of form.querySelectorAll("[type=checkbox]")) body[name] = data.getAll(name);
    try {
      const told = await ask("POST", form.dataset.json, body);
      if (form.dataset.then === "once") { form.closest("dialog").close(); showOnce(told); }
      else location.href = form.dataset.then.replace("{id}", told.id);
    } catch (error) {
      said.textContent = error.message;
      said.hidden = false;
    }
  });
}

// What is told this once: a key, or the link by which a password is set.
function showOnce(told) {
  const dialog = document.getElementById("once"), text = dialog.querySelector("output");
  text.textContent = told.key || location.origin + told.invitation;
  dialog.querySelectorAll("[data-for]").forEach((one) => { one.hidden = !told[one.dataset.for]; });
  dialog.querySelector("[data-copy]").addEventListener("click", async (event) => {
    getSelection().selectAllChildren(text);
    await navigator.clipboard?.writeText(text.textContent);
    event.target.textContent = "已复制";
  });
  dialog.addEventListener("close", () => location.reload());
  dialog.showModal();
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
document.querySelectorAll("[data-path]").forEach((button) =>
  button.addEventListener("click", async () => {
    const { method, path, body, sure, then } = button.dataset;
    if (sure && !confirm(sure)) return;
    try {
      const told = await ask(method || "POST", path, body ? JSON.parse(body) : undefined);
      if (then === "once") showOnce(told);
      else location.reload();
    } catch (error) { alert(error.message); }
  }));
document.querySelectorAll("[data-role]").forEach((select) => {
  const was = select.value;
  select.addEventListener("change", async () => {
    const wanted = select.selectedOptions[0].textContent;
    try {
      if (confirm(`${select.dataset.name} 的角色改为“${wanted}”？`)) {
        await ask("PATCH", select.dataset.role, { role: select.value });
        location.reload();
      }
    } catch (error) { alert(error.message); }
    select.value = was;
  });
});

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
