// What the upload pages gain with JavaScript. Every page is whole without it.

const MEGABYTE = 1_000_000;

// The first thing that speaks against the chosen files, in words; "" where nothing does.
export function problemOf(files, { mostFiles, mostBytes }) {
  if (files.length > mostFiles) {
    return `${files.length} files are chosen: choose ${mostFiles} at most.`;
  }
  const large = files.filter((file) => file.size > mostBytes).map((file) => file.name);
  return large.length ? `Larger than ${mostBytes / MEGABYTE} MB, leave out: ${large.join(", ")}.` : "";
}

export function progressWords(read, total) {
  return read < total ? `${read} of ${total} read` : `All ${total} read`;
}

function watchChoice(form) {
  const input = form.querySelector("input[type=file]");
  const limits = { mostFiles: Number(form.dataset.mostFiles), mostBytes: Number(form.dataset.mostBytes) };
  const said = form.querySelector("#files-problem");
  const check = () => {
    said.textContent = problemOf([...input.files], limits);
    return said.textContent === "";
  };
  input.addEventListener("change", check);
  form.addEventListener("submit", (event) => {
    if (!check()) {
      event.preventDefault();
      input.focus();
    }
  });
}

async function readRow(row, token) {
  const response = await fetch(row.dataset.read, {
    method: "POST",
    headers: { "X-CSRFToken": token, Accept: "text/x-row" },
    redirect: "error",
  });
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  const holder = document.createElement("template");
  holder.innerHTML = await response.text();
  const fresh = holder.content.querySelector("tr");
  row.replaceWith(fresh);
}

async function readWaiting(form, button) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const status = document.getElementById("progress");
  const bar = document.getElementById("progress-bar");
  const total = Number(status.dataset.total);
  button.disabled = true;
  try {
    for (const row of document.querySelectorAll("tr[data-read]")) {
      row.classList.add("is-reading");
      await readRow(row, token);
      const read = total - document.querySelectorAll("tr[data-read]").length;
      bar.value = read;
      status.textContent = progressWords(read, total);
    }
    form.hidden = true;
    bar.hidden = true;
  } catch {
    document.querySelector("tr.is-reading")?.classList.remove("is-reading");
    status.textContent = "The reading was interrupted. What was read is kept: go on with the button.";
    button.disabled = false;
  }
}

function readOneByOne(form) {
  const button = form.querySelector("input[type=submit]");
  button.value = button.dataset.all;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    readWaiting(form, button);
  });
  if ("atOnce" in form.dataset) {
    readWaiting(form, button);
  }
}

// What is typed or chosen from a list is what is answered.
function chooseWithField(field) {
  const radios = field.closest(".choices").querySelectorAll("input[type=radio]");
  const radio = [...radios].find((one) => one.value === field.dataset.chooses);
  field.addEventListener("input", () => {
    radio.checked = field.value !== "" || radio.checked;
  });
}

// On a wide screen a line is shown beside what is read, and that stays where it is. Returns whether it was.
function showLine(id) {
  const pane = document.getElementById("source-text");
  const line = document.getElementById(id);
  if (!line || pane.scrollHeight <= pane.clientHeight) {
    return false;
  }
  pane.querySelector(".is-shown")?.classList.remove("is-shown");
  line.classList.add("is-shown");
  const place = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += place - pane.clientHeight / 3;
  return true;
}

function followLine(event) {
  const link = event.target.closest("a[href^='#line-']");
  if (link && showLine(link.hash.slice(1))) {
    event.preventDefault();
  }
}

// The line of the problem that is being answered is in sight.
function accompany(event) {
  const link = event.target.closest(".problem")?.querySelector(".where a");
  if (link) {
    showLine(link.hash.slice(1));
  }
}

// A link to a note opens the notes.
function openNotes(event) {
  const link = event.target.closest("a[href^='#problem-']");
  const details = link && document.getElementById(link.hash.slice(1))?.closest("details.notes");
  if (details) {
    details.open = true;
  }
}

function start() {
  document.querySelectorAll("form.choose").forEach(watchChoice);
  document.querySelectorAll("#read-files:not([hidden])").forEach(readOneByOne);
  document.querySelectorAll("[data-chooses]").forEach(chooseWithField);
  document.querySelectorAll(".beside").forEach((beside) => {
    beside.addEventListener("click", followLine);
    beside.addEventListener("focusin", accompany);
    beside.addEventListener("click", openNotes);
  });
}

if (typeof document !== "undefined") {
  start();
}
