// The front door: fields that are asked for only where they matter, mistakes beside their fields, and a work area
// that keeps still while its answer changes. Without this script the same form works by its buttons.

const form = () => document.getElementById("case");

// Which facts of an organisation matter follows from its category, its role and the standing of its country.

function known(row) {
  const facts = {};
  for (const field of row.querySelectorAll("[data-decides]")) {
    const option = field.selectedOptions[0];
    facts[field.dataset.decides] =
      (field.dataset.decides === "standing" ? option?.parentElement.dataset.standing : field.value) || "unknown";
  }
  return facts;
}

function asked(data, facts) {
  return Object.entries(data).every(([name, values]) => {
    const fact = facts[name.replace(/^when/, "").toLowerCase()];
    return !name.startsWith("when") || values.split(" ").includes(fact);
  });
}

function askWhatMatters(row) {
  const facts = known(row);
  for (const field of row.querySelectorAll(".asked")) field.hidden = !asked(field.dataset, facts);
}

document.addEventListener("input", ({ target }) => {
  const row = target.closest(".organisation");
  if (row && target.matches("[data-decides]")) askWhatMatters(row);
});

// What is typed for a new organisation or link is judged once it is added.

function aboutDraft({ ctx }) {
  return ctx.sourceEvent.type === "input" && ctx.sourceEvent.target.closest("[data-draft]");
}

document.addEventListener("htmx:config:request", (event) => {
  if (aboutDraft(event.detail)) event.preventDefault();
});

// A pressed button redraws the work area: nothing may be typed into what is about to be replaced.

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  if (ctx.sourceEvent?.type === "submit" && ctx.sourceElement === form()) form().inert = true;
});

document.addEventListener("htmx:finally:request", () => {
  if (form()) form().inert = false;
});

// Whatever the reader has unfolded stays unfolded.

let unfolded = [];

document.addEventListener("htmx:before:swap", () => {
  unfolded = [...document.querySelectorAll("details[id][open]")].map((details) => details.id);
});

document.addEventListener("htmx:after:swap", () => {
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  showMistakes();
});

// The summary above names each field to mend; the same words stand at the field.

function clearMistakes() {
  for (const field of form().querySelectorAll("[aria-invalid]")) {
    const id = `${field.id}-mistake`;
    field.removeAttribute("aria-invalid");
    describe(field, (ids) => ids.filter((other) => other !== id));
    document.getElementById(id)?.remove();
  }
}

function describe(field, change) {
  const ids = change((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

function showMistakes() {
  if (!form()) return;
  clearMistakes();
  for (const link of document.querySelectorAll("#mistakes a")) {
    const field = document.getElementById(link.hash.slice(1));
    if (field) showMistake(field, link.textContent);
  }
}

function showMistake(field, words) {
  const message = document.createElement("p");
  message.className = "ds-validation-message";
  message.id = `${field.id}-mistake`;
  message.textContent = words;
  field.closest(".finder, .ds-field").append(message);
  field.setAttribute("aria-invalid", "true");
  describe(field, (ids) => [...ids, message.id]);
}

// A link to a field inside something folded unfolds it first.

function unfold(id) {
  const target = document.getElementById(id);
  for (let box = target?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  return target;
}

document.addEventListener("click", ({ target }) => {
  const link = target.closest?.('.front-door a[href^="#"]');
  if (link) goTo(link.hash.slice(1));
});

unfold(location.hash.slice(1));

function goTo(id) {
  const target = unfold(id);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
}

// The address is the alliance: one press takes it along, where the browser lets pages copy (HTTPS).

document.documentElement.toggleAttribute("data-cannot-copy", !navigator.clipboard);

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(location.href);
  button.nextElementSibling.textContent = button.dataset.copied;
});
