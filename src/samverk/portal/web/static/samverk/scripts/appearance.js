// Light, dark or as the system has it. The choice lives in this browser only.

const KEY = "samverk.appearance";
const CHOICES = ["auto", "light", "dark"];
const root = document.documentElement;

function remembered() {
  try {
    const choice = localStorage.getItem(KEY);
    return CHOICES.includes(choice) ? choice : "auto";
  } catch {
    return "auto"; // Storage is refused: follow the system.
  }
}

function remember(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // The page still changes; only the next one will not know.
  }
}

function show(choice) {
  root.dataset.colorScheme = choice;
}

function offerSwitch() {
  const appearance = document.querySelector("[data-appearance]");
  if (!appearance) return;
  appearance.querySelector(`[value="${remembered()}"]`).checked = true;
  appearance.hidden = false;
  appearance.addEventListener("change", ({ target }) => {
    remember(target.value);
    show(target.value);
  });
}

show(remembered());
if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", offerSwitch);
} else {
  offerSwitch();
}

// Paper is white whatever the screen is.
addEventListener("beforeprint", () => show("light"));
addEventListener("afterprint", () => show(remembered()));
