// Shows the events live in a page that is complete without it.
"use strict";

const MOST = 100;
const list = document.getElementById("events");
const status = document.getElementById("connection");
const pause = document.getElementById("pause");
const counts = document.getElementById("counts");
const stuck = document.getElementById("stuck");
const language = list.dataset.lang;
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
let waiting = [];
let paused = false;
let scheduled = false;

function localTimes(root, format) {
  for (const time of root.querySelectorAll("time")) {
    const at = new Date(time.dateTime);
    if (time.dateTime.length > 10) {
      time.textContent = format.format(at);
      time.title = date.format(at);
    } else {
      time.textContent = day.format(at);
    }
  }
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function item(event) {
  const line = document.createElement("li");
  const time = element("time", "", clock.format(new Date(event.time)));
  time.dateTime = event.time;
  const row = counts.querySelector(`tr[data-type="${CSS.escape(event.type)}"] th`);
  const caseId = event.data && event.data.caseId;
  const about = element(caseId ? "a" : "span", "case", caseId || event.subject);
  if (caseId) {
    about.href = "/?" + new URLSearchParams({ lang: language, caseId });
  }
  line.append(time, element("span", "node", event.source.split("/")[1]),
    element("span", "what", row ? row.textContent : event.type), about);
  return line;
}

function more(cell) {
  cell.textContent = Number(cell.textContent) + 1;
  cell.classList.remove("none");
}

function count(event) {
  const row = counts.querySelector(`tr[data-type="${CSS.escape(event.type)}"]`);
  const cell = row && row.querySelector(`td[data-node="${CSS.escape(event.source.split("/")[1])}"]`);
  if (!cell) {
    return; // a node that had published nothing when the page was made
  }
  more(cell);
  more(row.querySelector("[data-total]"));
  more(document.getElementById("total"));
}

function show() {
  scheduled = false;
  if (paused || waiting.length === 0) {
    return;
  }
  const lines = waiting.slice(-MOST).map(item).reverse();
  waiting = [];
  list.prepend(...lines);
  while (list.children.length > MOST) {
    list.lastElementChild.remove();
  }
}

function take(message) {
  const event = JSON.parse(message.data);
  waiting.push(event);
  if (waiting.length > 10 * MOST) {
    waiting = waiting.slice(-MOST);
  }
  if (!filtered) {
    count(event);
  }
  if (paused) {
    status.textContent = status.dataset.waiting.replace("[0]", waiting.length);
  } else if (!scheduled) {
    scheduled = true;
    requestAnimationFrame(show);
  }
}

const asked = new URLSearchParams(location.search);
const filter = new URLSearchParams({ cursor: list.dataset.cursor });
["node", "type", "caseId"]
  .map((name) => [name, (asked.get(name) || "").trim()])
  .filter(([, value]) => value)
  .forEach(([name, value]) => filter.set(name, value));
const filtered = [...filter.keys()].length > 1;
const source = new EventSource("/console/events?" + filter);
source.onopen = () => { status.textContent = status.dataset.open; };
source.onerror = () => {
  status.textContent = source.readyState === EventSource.CLOSED ? status.dataset.ended : status.dataset.closed;
};
for (const row of counts.querySelectorAll("tr[data-type]")) {
  source.addEventListener(row.dataset.type, take);
}

pause.hidden = false;
pause.addEventListener("click", () => {
  paused = !paused;
  pause.setAttribute("aria-pressed", paused);
  status.textContent = status.dataset.open;
  show();
});

async function lookAgain() {
  try {
    const answer = await fetch(stuck.dataset.source, { headers: { "X-Requested-With": "JavaScript" } });
    if (answer.ok) {
      stuck.innerHTML = await answer.text();
      localTimes(stuck, date);
    }
  } catch (gone) {
    // the connection's state is shown already
  }
}

localTimes(list, clock);
localTimes(stuck, date);
setInterval(lookAgain, 20_000);
