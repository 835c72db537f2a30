// The upload page: folders dropped or chosen, sent with a bar, then watched.
import { csrf } from "./asking.js";

const form = document.getElementById("upload"), drop = document.querySelector(".drop");
const list = document.getElementById("chosen"), many = document.getElementById("many");
const said = form.querySelector("[role=alert]"), send = form.querySelector("button.main");
const clear = form.querySelector("[type=reset]"), bar = document.getElementById("sending");
const place = document.getElementById("uploaded"), total = form.querySelector("[data-total]");
const words = { queued: "排队中", reading: "识读中", judging: "核对中", done: "已核验", failed: "未完成" };
let files = [];

function complain(text) {
  said.textContent = text;
  said.hidden = !text;
}

function size(bytes) {
  return bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function groups() {
  const tops = new Set();
  for (const { path } of files) {
    const steps = path.split("/");
    if (steps.length > 2) tops.add(steps.slice(0, 2).join("/"));
    else tops.add(path.toLowerCase().endsWith(".zip") ? path : steps.length > 1 ? `${steps[0]}/` : path);
  }
  return tops;
}

function show() {
  list.replaceChildren(...files.slice(0, 200).map(({ path, file }) => {
    const item = document.createElement("li");
    item.textContent = `${path}（${size(file.size)}）`;
    return item;
  }));
  list.hidden = !files.length;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  total.textContent = files.length ? `${files.length} 个文件，${size(bytes)}` : "";
  clear.hidden = !files.length;
  const over = bytes > Number(form.dataset.most) * 1048576;
  complain(over ? `合计超过 ${form.dataset.most} MB 的上限，请拆分后上传。` : "");
  send.disabled = !files.length || over || !form.elements.policy.value;
  const number = groups().size, call = form.elements.call.value;
  many.hidden = !call || number < 2;
  many.querySelector("[data-many]").textContent = number;
}

function add(found) {
  const debris = /(^|\/)(\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX\/)/i;
  files = files.concat(found.filter(({ path, file }) => file.size && !debris.test(path)));
  files.sort((one, other) => one.path.localeCompare(other.path, "zh", { numeric: true }));
  show();
}

async function walk(entry, prefix) {
  const path = prefix + entry.name;
  if (entry.isFile) return [{ path, file: await new Promise((done, fail) => entry.file(done, fail)) }];
  const reader = entry.createReader(), inner = [];
  for (;;) {
    const part = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!part.length) break;
    inner.push(...part);
  }
  return (await Promise.all(inner.map((one) => walk(one, `${path}/`)))).flat();
}

drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  add((await Promise.all(entries.map((entry) => walk(entry, "")))).flat());
});
for (const kind of ["folder", "files"]) {
  const input = document.getElementById(`pick-${kind}`);
  document.querySelector(`[data-pick=${kind}]`).addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    add([...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
    input.value = "";
  });
}
clear.addEventListener("click", () => { files = []; setTimeout(show); });
form.elements.call.addEventListener("change", () => {
  const chosen = form.elements.call.selectedOptions[0].dataset.policy;
  if (chosen) form.elements.policy.value = chosen;
  form.elements.policy.disabled = Boolean(chosen);
  show();
});
form.elements.policy.addEventListener("change", () => {
  localStorage.setItem("policy", form.elements.policy.value);
  show();
});
const before = localStorage.getItem("policy");
if (before && [...form.elements.policy.options].some((one) => one.value === before)) form.elements.policy.value = before;
form.elements.call.dispatchEvent(new Event("change"));

function watch(item) {
  const row = document.createElement("section");
  row.className = "sheet watched";
  row.innerHTML = '<p><a></a> <span class="chip busy"></span> <span class="soft small"></span></p><div class="bar big"><i class="ok"></i></div>';
  const link = row.querySelector("a"), chip = row.querySelector(".chip");
  link.textContent = item.name;
  link.href = `/submissions/${item.id}`;
  place.append(row);
  const tell = (told) => {
    const progress = told.progress || {}, whole = progress.pages_total || 0;
    chip.textContent = words[told.state] || told.state;
    row.querySelector(".soft").textContent = told.state === "failed" ? told.error : progress.doing || "";
    const part = told.state === "done" ? 1 : whole ? progress.pages_done / whole : 0;
    row.querySelector("i").style.width = `${part * 100}%`;
  };
  tell(item);
  const source = new EventSource(`${item.links.self}/events`);
  source.addEventListener("progress", (event) => tell(JSON.parse(event.data)));
  for (const end of ["done", "failed"]) {
    source.addEventListener(end, (event) => {
      const told = JSON.parse(event.data);
      source.close();
      tell(told);
      chip.className = `chip ${end === "done" ? "ok" : "high"}`;
      if (end === "done") {
        const { high, medium, low } = told.summary;
        row.querySelector(".soft").textContent = `重要 ${high}，一般 ${medium}，提示 ${low}`;
        link.focus();
      }
    });
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = new FormData(), call = form.elements.call.value;
  const several = call && !many.hidden && form.elements.many.checked;
  for (const name of ["policy", "applied_on", "name", "call", "stage"]) {
    if (form.elements[name].value && !(several && name === "name")) body.append(name, form.elements[name].value);
  }
  if (form.elements.precheck.value) body.append("precheck", "true");
  const tops = new Set(files.map(({ path }) => path.split("/")[0]));
  const inner = tops.size === 1 && files.every(({ path }) => path.includes("/"));
  if (inner && !several && !body.has("name")) body.append("name", [...tops][0]);
  for (const { path, file } of files) {
    body.append("files", file, inner ? path.slice(path.indexOf("/") + 1) : path);
  }
  const request = new XMLHttpRequest();
  request.open("POST", several ? `/api/v1/calls/${call}/submissions` : "/api/v1/submissions");
  request.setRequestHeader("X-CSRF-Token", csrf);
  request.setRequestHeader("Idempotency-Key", crypto.randomUUID ? crypto.randomUUID() : String(Math.random()));
  request.upload.addEventListener("progress", (told) => {
    bar.querySelector("i").style.width = `${(100 * told.loaded) / told.total}%`;
  });
  request.addEventListener("load", () => {
    const told = JSON.parse(request.responseText || "{}");
    bar.hidden = true;
    if (request.status !== 202) { complain(told.detail || told.title); send.disabled = false; return; }
    files = [];
    show();
    (told.items || [told]).forEach(watch);
    place.scrollIntoView({ block: "nearest" });
  });
  request.addEventListener("error", () => { bar.hidden = true; send.disabled = false; complain("上传中断，请检查网络后重试。"); });
  bar.hidden = false;
  send.disabled = true;
  complain("");
  request.send(body);
});
