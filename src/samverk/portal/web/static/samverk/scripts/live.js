// The page of an alliance asks every few seconds whether somebody has changed it, and shows what is new.
// Without a script the page is as new as when it was opened.

const EVERY = 4000;
const pulse = () => document.getElementById("pulse");
const parts = () => [...document.querySelectorAll("[data-live]")];

// Nobody is disturbed: not while the page is out of sight, nor while the focus is in a part that would be replaced.
const busy = () => document.hidden || parts().some((part) => part.contains(document.activeElement));

const ask = () => {
  if (pulse() && !busy()) htmx.trigger(pulse(), "pulse");
};

// What the reader has unfolded stays so.
let open = new Set();
document.addEventListener("htmx:before:swap", () => {
  open = new Set(parts().flatMap((part) => [...part.querySelectorAll("details[open][id]")].map(({ id }) => id)));
});
document.addEventListener("htmx:after:swap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
});

setInterval(ask, EVERY);
document.addEventListener("visibilitychange", ask);
