// The page of a submission: findings on one side, the paper with the marked box on the other.
import { ask } from "./asking.js";

const data = JSON.parse(document.getElementById("data").textContent);
const base = `/api/v1/submissions/${data.id}`;
const $ = (found, inside = document) => inside.querySelector(found);
const $$ = (found, inside = document) => [...inside.querySelectorAll(found)];

// ---------------------------------------------------------------- the paper
const top_ = $(".desk-top"), page = $(".page"), image = $(".page img"), mark = $(".mark");
const lines = $(".lines"), none = $(".page .none"), choose = $("#page");
let number = image.hidden ? 0 : Number(choose.value), zoom = 1, box = null, where = "", texts = {};

function path(n) {
  return `${base}/pages/${n}${data.unmasked ? "?unmasked=true" : ""}`;
}

async function turn(n, newBox = null, newWhere = "") {
  const known = data.pages.find((one) => one.number === n);
  if (!known) return;
  box = newBox; where = newWhere;
  if (n !== number) {
    number = n;
    choose.value = String(n);
    none.hidden = true; lines.hidden = true; image.hidden = true; mark.hidden = true;
    if (known.drawn) {
      image.alt = `${known.file} 第 ${known.page} 页`;
      image.width = known.width; image.height = known.height;
      image.src = path(n);
      image.hidden = false;
      ahead();
    } else await text(n, known);
  } else if (!known.drawn) await text(n, known);
  place();
}

// The next page is there before it is asked for.
function ahead() {
  const next = data.pages.find((one) => one.number === number + 1 && one.drawn);
  if (next) new Image().src = path(next.number);
}

async function text(n, known) {
  texts[n] ??= await ask("GET", `/submissions/${data.id}/pages/${n}/text`).catch(() => ({ lines: [] }));
  if (n !== number) return;
  lines.replaceChildren(...laid(texts[n].lines));
  lines.hidden = !texts[n].lines.length;
  none.hidden = !lines.hidden;
  none.textContent = known.problem || "此页没有图像。";
  if (!where) return;
  const all = $$("[data-where]", lines).filter((one) => one.dataset.where);
  const same = all.filter((one) => one.dataset.where === where);
  const found = same.length ? same : all.filter((one) => where.startsWith(one.dataset.where));
  found.forEach((one) => one.classList.add("now"));
  found[0]?.scrollIntoView({ block: "center" });
}

// Lines without a picture: cells of a table stand in one, the rest are paragraphs.
function laid(given) {
  const made = [];
  let table = null, known = "", row = null, last = "";
  for (const line of given) {
    const cell = /^表(\d+) 第(\d+)行第(\d+)列/.exec(line.where || "");
    const one = document.createElement(cell ? "td" : "p");
    one.textContent = line.text;
    one.dataset.where = line.where;
    if (!cell) { table = null; known = ""; made.push(one); continue; }
    if (cell[1] !== known) { table = document.createElement("table"); known = cell[1]; last = ""; made.push(table); }
    if (cell[2] !== last) { row = table.insertRow(); last = cell[2]; }
    row.append(one);
  }
  return made;
}

function place() {
  page.style.width = `${zoom * 100}%`;
  mark.hidden = !box || image.hidden;
  if (mark.hidden) return;
  const [left, up, right, down] = box, pad = 0.004;
  mark.style.left = `${(left - pad) * 100}%`;
  mark.style.top = `${(up - pad * 0.7) * 100}%`;
  mark.style.width = `${(right - left + 2 * pad) * 100}%`;
  mark.style.height = `${(down - up + 1.4 * pad) * 100}%`;
  mark.classList.remove("new");
  void mark.offsetWidth;
  mark.classList.add("new");
  const known = data.pages.find((one) => one.number === number);
  const wide = page.clientWidth, high = (wide * known.height) / known.width;
  top_.scrollTo({
    top: Math.max(0, ((up + down) / 2) * high - top_.clientHeight / 2),
    left: Math.max(0, ((left + right) / 2) * wide - top_.clientWidth / 2),
  });
}

function step(by) {
  turn(Math.min(data.pages.length, Math.max(1, number + by)));
  top_.scrollTo({ top: 0 });
}

function magnify(by) {
  zoom = by === 0 ? 1 : Math.min(4, Math.max(0.4, zoom * (by > 0 ? 1.25 : 0.8)));
  place();
}

choose.addEventListener("change", () => turn(Number(choose.value)));
$$("[data-step]").forEach((one) => one.addEventListener("click", () => step(Number(one.dataset.step))));
$$("[data-zoom]").forEach((one) => one.addEventListener("click", () => magnify(Number(one.dataset.zoom))));

// ---------------------------------------------------------------- from fact to ink
let looking = null;

function look(ink) {
  $$(".ink.now").forEach((one) => one.classList.remove("now"));
  ink.classList.add("now");
  looking = ink;
  const corners = ink.dataset.box ? ink.dataset.box.split(",").map(Number) : null;
  turn(Number(ink.dataset.page), corners, ink.dataset.where || "");
}

document.addEventListener("click", (event) => {
  const ink = event.target.closest(".ink");
  if (ink) look(ink);
});

// ---------------------------------------------------------------- findings
let findings = [], tabs = [], now = -1;

// What stands on the left, found anew after each change.
function gather() {
  findings = $$(".finding");
  tabs = $$("[role=tab]");
  findings.forEach((one) => one.classList.toggle("settled", $(".decided", one).textContent.trim() !== ""));
}

function fold(n, shut) {
  $(".body", findings[n]).hidden = shut;
  $(".fold", findings[n]).setAttribute("aria-expanded", String(!shut));
}

function open(n, focus = true) {
  if (n < 0 || n >= findings.length) return;
  findings.forEach((one, place_) => {
    one.classList.toggle("now", place_ === n);
    fold(place_, place_ !== n);
  });
  now = n;
  history.replaceState(null, "", `#${findings[n].id}`);
  findings[n].scrollIntoView({ block: "nearest" });
  if (focus) findings[n].focus({ preventScroll: true });
  const found = $$(".pair > div:last-child .ink", findings[n]), inks = $$(".pair .ink", findings[n]);
  const first = found.find((one) => one.dataset.box) || found[0] || inks[0];
  if (first) look(first);
}

function tab(n) {
  tabs.forEach((one, place_) => {
    one.setAttribute("aria-selected", String(place_ === n));
    document.getElementById(one.getAttribute("aria-controls")).hidden = place_ !== n;
  });
  sessionStorage.setItem(`tab ${data.id}`, String(n));
}

// The left side as the service sees it now; the paper, the place and the tab stay as they are.
async function refresh() {
  const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
  const fresh = $(".side", new DOMParser().parseFromString(await answer.text(), "text/html"));
  if (!fresh) { location.reload(); return; }
  const shown = tabs.findIndex((one) => one.getAttribute("aria-selected") === "true");
  const heights = $$(".panel").map((one) => one.scrollTop);
  $(".side").replaceWith(fresh);
  gather();
  tab(Math.max(0, shown));
  $$(".panel").forEach((one, n) => { one.scrollTop = heights[n]; });
}

async function decide(finding, verdict) {
  const form = $(".deciding", finding);
  if (!form) return;
  const reason = $("textarea", form), said = $(".wrong", form);
  if ((verdict === "dismiss" || verdict === "ask") && !reason.value.trim()) {
    said.textContent = "请先写明理由。";
    reason.focus();
    reason.dataset.verdict = verdict;
    return;
  }
  try {
    await ask("POST", `${base}/decisions`, { finding: finding.dataset.key, verdict, reason: reason.value });
    const next = verdict === "reopen" ? now : Math.min(now + 1, findings.length - 1);
    await refresh();
    open(next);
  } catch (error) { said.textContent = error.message; }
}

// ---------------------------------------------------------------- corrections
const fixing = $("#fixing");
let wish = null;

function fix(button) {
  wish = JSON.parse(button.dataset.fix);
  $("[data-label]", fixing).textContent = wish.label;
  $("[data-was]", fixing).textContent = wish.value;
  $("[name=value]", fixing).value = wish.value;
  $("[name=reason]", fixing).value = "";
  $("[role=alert]", fixing).hidden = true;
  fixing.showModal();
  $("[name=value]", fixing).select();
}

async function judged() {
  for (;;) {
    const told = await ask("GET", base);
    if (told.state === "done" || told.state === "failed") break;
    await new Promise((done) => setTimeout(done, 300));
  }
  const key = findings[now]?.dataset.key, before = now;
  await refresh();
  const same = findings.findIndex((one) => one.dataset.key === key);
  if (findings.length) open(same >= 0 ? same : Math.min(Math.max(0, before), findings.length - 1), false);
}

// Something is changed, and everything is judged again; meanwhile the button says so.
async function change(button, said, act) {
  const words = button.textContent;
  button.disabled = true;
  button.textContent = "正在重新核对…";
  try {
    await act();
    await judged();
    button.closest("dialog")?.close();
  } catch (error) {
    if (!said) { alert(error.message); return; }
    said.textContent = error.message;
    said.hidden = false;
  } finally {
    button.disabled = false;
    button.textContent = words;
  }
}

$("form", fixing).addEventListener("submit", (event) => {
  event.preventDefault();
  change($("button.main", fixing), $("[role=alert]", fixing), async () => {
    const { document: document_, path: path_ } = wish;
    const value = $("[name=value]", fixing).value, reason = $("[name=reason]", fixing).value;
    await ask("POST", `${base}/corrections`, { document: document_, path: path_, value, reason });
  });
});

// ---------------------------------------------------------------- the left side: told once for all
document.addEventListener("click", (event) => {
  const at = (found) => event.target.closest(found);
  const head = at(".fold"), verdict = at("[data-verdict]"), button = at("[data-fix]");
  const back = at("[data-revert]"), chosen = at("[role=tab]");
  if (head) {
    const n = findings.indexOf(head.closest(".finding"));
    if (n === now && !$(".body", findings[n]).hidden) fold(n, true);
    else open(n, false);
  }
  if (verdict) {
    event.preventDefault();
    decide(verdict.closest(".finding"), verdict.dataset.verdict);
  }
  if (button) fix(button);
  if (back) change(back, null, () => ask("DELETE", `${base}/corrections/${back.dataset.revert}`));
  if (chosen) tab(tabs.indexOf(chosen));
  if (at("[data-close]")) at("dialog").close();
  $$(".menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches(".deciding")) event.preventDefault();
  if (!form.matches("form[data-json]")) return;
  event.preventDefault();
  const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  change($("button", form), $("[role=alert]", form), () => ask("POST", form.dataset.json, given));
});

document.addEventListener("change", (event) => {
  const { patch } = event.target.dataset;
  if (patch) ask("PATCH", base, { [patch]: event.target.value }).catch((error) => alert(error.message));
});

if ($("[data-reload]")) judged();
$("[data-keys]").addEventListener("click", () => $("#keys").showModal());

const letters = {
  j: () => open(Math.min(now + 1, findings.length - 1)),
  k: () => open(Math.max(now - 1, 0)),
  a: () => now >= 0 && decide(findings[now], "accept"),
  d: () => now >= 0 && decide(findings[now], "dismiss"),
  q: () => now >= 0 && decide(findings[now], "ask"),
  e: () => { const near = looking && (looking.closest(".evidence,tr")); const button = near && $("[data-fix]", near); if (button) fix(button); },
  " ": () => {
    if (now < 0) return;
    const inks = $$(".ink", findings[now]);
    if (inks.length) look(inks[(inks.indexOf(looking) + 1) % inks.length]);
  },
  "[": () => step(-1),
  "]": () => step(1),
  "+": () => magnify(1),
  "=": () => magnify(1),
  "-": () => magnify(-1),
  0: () => magnify(0),
  "?": () => $("#keys").showModal(),
};
for (let n = 1; n <= 5; n += 1) letters[n] = () => tab(n - 1);

document.addEventListener("keydown", (event) => {
  const reason = event.target.closest(".deciding textarea");
  if (reason && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    decide(reason.closest(".finding"), reason.dataset.verdict || "accept");
  } else if (reason && event.key === "Escape") reason.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
  if (event.target.closest("input,textarea,select")) return;
  if (event.key === " " && event.target.closest("button,summary,a")) return;
  const act = letters[event.key.toLowerCase()];
  if (act) { event.preventDefault(); act(); }
});

gather();
const kept = Number(sessionStorage.getItem(`tab ${data.id}`) || 0);
if (kept > 0 && kept < tabs.length) tab(kept);
if (findings.length) open(Math.max(0, findings.findIndex((one) => `#${one.id}` === location.hash)), false);
if (!number && data.pages.length) turn(1);
else if (image.complete) ahead();
else image.addEventListener("load", ahead, { once: true });
