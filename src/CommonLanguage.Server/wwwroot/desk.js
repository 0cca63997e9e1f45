// What the pages need of a script beside Blazor's: moments in the reader's language, the list of the queue, light and dark,
// drafts that outlive a lost connection.
// Each is an element of its own, so that Blazor and this file never write the same part of a page.

// Dates and numbers as the reader's language writes them; what is words stays in the language of the page.
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });

function age(moment) {
  const seconds = (moment - Date.now()) / 1000;
  for (const [unit, length] of [["year", 31556952], ["month", 2629746], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]])
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  return relative.format(0, "minute");
}

customElements.define("local-time", class extends HTMLElement {
  static observedAttributes = ["datetime", "data-only"];
  attributeChangedCallback() { this.connectedCallback(); }
  connectedCallback() {
    const text = this.getAttribute("datetime") ?? "", day = text.length === 10, moment = new Date(text);
    if (isNaN(moment)) return;
    const only = this.dataset.only, root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (day) {
      // A day is the same everywhere.
      root.textContent = moment.toLocaleDateString(navigator.languages, { dateStyle: "medium", timeZone: "UTC" });
      return;
    }
    const whole = moment.toLocaleString(navigator.languages, { dateStyle: "medium", timeStyle: "short" });
    root.textContent = only === "age" ? age(moment) : only === "day" ? moment.toLocaleDateString(navigator.languages, { dateStyle: "medium" }) : whole;
    this.title = whole;
  }
});

customElements.define("local-number", class extends HTMLElement {
  static observedAttributes = ["value"];
  attributeChangedCallback() {
    (this.shadowRoot ?? this.attachShadow({ mode: "open" })).textContent = Number(this.getAttribute("value")).toLocaleString(navigator.languages);
  }
});

// The room of rows that are not drawn.
customElements.define("desk-space", class extends HTMLElement {
  static observedAttributes = ["rows"];
  attributeChangedCallback(name, before, after) { this.style.blockSize = `calc(var(--row) * ${Number(after)})`; }
});

// A list of rows of one height of which the server draws those around the ones in sight.
customElements.define("desk-list", class extends HTMLElement {
  static observedAttributes = ["data-selected", "data-answered"];
  #waiting = false;
  #reported = 0;
  connectedCallback() {
    this.addEventListener("scroll", () => this.#report(), { passive: true });
    // A key goes with the row that is on the screen: what waits on a slow line must not decide about the next one.
    this.addEventListener("keydown", e => {
      if (/^[1-6u]$/.test(e.key) && !e.altKey && !e.metaKey) {
        if (this.ariaBusy === "true") return;
        this.ariaBusy = "true";
      }
      this.dispatchEvent(new CustomEvent("listkey", { bubbles: true, detail: { key: e.key, ctrl: e.ctrlKey, other: e.altKey || e.metaKey, row: this.getAttribute("aria-activedescendant") ?? "" } }));
      if (["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"].includes(e.key) && !e.ctrlKey && !e.altKey && !e.metaKey) e.preventDefault();
    });
  }
  get #height() { return this.querySelector('[role="option"]')?.getBoundingClientRect().height || 72; }
  #report() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      const first = Math.max(0, Math.floor(this.scrollTop / this.#height));
      if (first === this.#reported) return;
      this.#reported = first;
      this.dispatchEvent(new CustomEvent("windowmoved", { bubbles: true, detail: { first } }));
    });
  }
  attributeChangedCallback(name, before, after) {
    if (before === null || before === after) return;
    if (name === "data-answered") {
      this.ariaBusy = "false";
      return;
    }
    // After Blazor has drawn the rows.
    requestAnimationFrame(() => {
      const height = this.#height, top = Number(after) * height;
      if (top < this.scrollTop) this.scrollTop = top;
      else if (top + height > this.scrollTop + this.clientHeight) this.scrollTop = top + height - this.clientHeight;
    });
  }
});

customElements.define("desk-theme", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", () => {
      const root = document.documentElement;
      const dark = root.dataset.theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : root.dataset.theme === "dark";
      root.dataset.theme = dark ? "light" : "dark";
      document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
    });
  }
});

// Drafts are one person's and end with the session: those of another one are gone before any page shows.
const drafts = `draft:${document.documentElement.dataset.session ?? ""}:`;
for (const key of Object.keys(sessionStorage))
  if (key.startsWith("draft:") && !key.startsWith(drafts)) sessionStorage.removeItem(key);

// What is typed or chosen is kept in this window, by the ids of the fields, until the server says that it has it. What is chosen may bring
// further fields: each is filled as it comes.
customElements.define("desk-draft", class extends HTMLElement {
  static observedAttributes = ["data-saved"];
  #missing = {};
  #coming = new MutationObserver(() => this.#fill());
  get #key() { return drafts + this.dataset.key; }
  get #kept() { return JSON.parse(sessionStorage.getItem(this.#key) ?? "{}"); }
  connectedCallback() {
    for (const kind of ["input", "change"]) this.addEventListener(kind, e => this.#keep(e.target));
    this.#missing = this.#kept;
    this.#coming.observe(this, { childList: true, subtree: true });
    // Once its fields are there.
    setTimeout(() => this.#fill());
  }
  disconnectedCallback() { this.#coming.disconnect(); }
  #keep(field) {
    if (!field.id || field.type === "file") return;
    delete this.#missing[field.id];
    try {
      sessionStorage.setItem(this.#key, JSON.stringify({ ...this.#kept, [field.id]: field.type === "checkbox" ? field.checked : field.value }));
    } catch (full) {
      // More than a window keeps: what was kept of this field is no longer what stands there.
      if (full.name !== "QuotaExceededError") throw full;
      const { [field.id]: _, ...others } = this.#kept;
      sessionStorage.setItem(this.#key, JSON.stringify(others));
    }
  }
  #fill() {
    for (const [id, value] of Object.entries(this.#missing)) {
      const field = this.querySelector("#" + CSS.escape(id)), property = field?.type === "checkbox" ? "checked" : "value";
      if (!field) continue;
      delete this.#missing[id];
      if (field[property] === value) continue;
      field[property] = value;
      for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  attributeChangedCallback(name, before, after) {
    if (before === null || before === after) return;
    sessionStorage.removeItem(this.#key);
    this.#missing = {};
  }
});

customElements.define("copy-text", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", async () => {
      const button = this.querySelector("button");
      await navigator.clipboard.writeText(this.dataset.text);
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 1500);
    });
  }
});

// The text of a field, in pieces: a long one would not fit into one message of the connection.
// With a line's end: an empty stream is refused.
window.deskText = id => new Blob([document.getElementById(id).value, "\n"]);

function started() {
  window.Blazor.registerCustomEventType("windowmoved", { createEventArgs: e => ({ first: e.detail.first }) });
  window.Blazor.registerCustomEventType("listkey", { createEventArgs: e => e.detail });
}

const modal = document.getElementById("components-reconnect-modal");
modal?.addEventListener("components-reconnect-state-changed", e => {
  if (e.detail.state === "show") modal.showModal();
  else if (e.detail.state === "hide") modal.close();
  // The server no longer knows this page: it is loaded again, and what was typed put back.
  else if (e.detail.state === "rejected" || e.detail.state === "resume-failed") location.reload();
});
modal?.querySelector("[data-reload]")?.addEventListener("click", () => location.reload());

if (window.Blazor) started();
else addEventListener("DOMContentLoaded", () => window.Blazor && started());
