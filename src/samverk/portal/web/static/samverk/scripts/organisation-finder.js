// Type two letters, pick an organisation from the registry: the ARIA combobox pattern with a listbox.
// Around the field of the server's own search, which works without it.

const LEAST = 2;
const PAUSE = 180;

class OrganisationFinder extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.list = this.#made("ul", { role: "listbox", id: `${this.input.id}-list`, hidden: "" });
    this.list.className = "finder__list";
    this.list.setAttribute("aria-label", this.querySelector("label").textContent.trim());
    this.said = this.#made("p", { role: "status" });
    this.said.className = "ds-sr-only";
    this.querySelector(".finder").append(this.list);
    this.append(this.said);
    this.#describeInput();
    this.input.addEventListener("input", () => this.#ask());
    this.input.addEventListener("keydown", (event) => this.#pressed(event));
    this.input.addEventListener("blur", () => this.#close());
    // A press on an option must not take the focus from the field.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => this.#pick(target.closest("[role=option]")));
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.remove();
    this.said.remove();
  }

  #made(tag, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  #describeInput() {
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", autocomplete: "off" };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    this.input.setAttribute("aria-controls", this.list.id);
  }

  #ask() {
    clearTimeout(this.timer);
    this.request?.abort();
    const text = this.input.value.trim();
    if (text.length < LEAST) return this.#close();
    this.timer = setTimeout(() => this.#fetch(text), PAUSE);
  }

  async #fetch(text) {
    this.request = new AbortController();
    try {
      const address = `${this.dataset.source}?q=${encodeURIComponent(text)}`;
      const answer = await fetch(address, { signal: this.request.signal });
      if (answer.ok) this.#show(await answer.json());
    } catch {
      // Another letter came, or the network is gone: the fields beside still add the organisation.
    }
  }

  #show({ hits, said }) {
    this.list.replaceChildren(...hits.map((hit, number) => this.#option(hit, number)));
    this.said.textContent = hits.length ? said : this.dataset.none;
    this.list.hidden = !hits.length;
    this.input.setAttribute("aria-expanded", String(hits.length > 0));
    this.#mark(null);
  }

  #option({ id, label, hint }, number) {
    const option = this.#made("li", { role: "option", id: `${this.list.id}-${number}`, "aria-selected": "false" });
    const about = document.createElement("span");
    option.dataset.pick = id;
    option.textContent = label;
    about.className = "finder__hint";
    about.textContent = hint;
    option.append(" ", about);
    return option;
  }

  #close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#mark(null);
  }

  #mark(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #step(by) {
    const options = [...this.list.children];
    if (!options.length) return;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    const from = this.active ? options.indexOf(this.active) : by > 0 ? -1 : options.length;
    this.#mark(options[(from + by + options.length) % options.length]);
  }

  #pressed(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#step(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && open && this.active) this.#pick(this.active);
    else if (event.key === "Escape" && open) this.#close();
    else return;
    event.preventDefault();
  }

  #pick(option) {
    if (!option) return;
    const button = this.#made("button", { type: "submit", name: "do", value: `pick:${option.dataset.pick}`, hidden: "" });
    this.append(button);
    this.#close();
    this.input.form.requestSubmit(button);
    button.remove();
  }
}

customElements.define("organisation-finder", OrganisationFinder);
