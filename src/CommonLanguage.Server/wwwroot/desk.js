// What the pages need of a script beside Blazor's: moments in the reader's language, the list of the queue, light and dark,
// drafts that outlive a lost connection.
// Each is an element of its own, so that Blazor and this file never write the same part of a page.

const relative = new Intl.RelativeTimeFormat(navigator.languages, { numeric: "auto" });

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
    const moment = new Date(this.getAttribute("datetime"));
    if (isNaN(moment)) return;
    const only = this.dataset.only;
    const whole = moment.toLocaleString(navigator.languages, { dateStyle: "medium", timeStyle: "short" });
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.textContent = only === "age" ? age(moment) : only === "day" ? moment.toLocaleDateString(navigator.languages, { dateStyle: "medium" }) : whole;
    this.title = whole;
  }
});

// A list of rows of one height of which the server draws those around the ones in sight.
customElements.define("desk-list", class extends HTMLElement {
  static observedAttributes = ["data-selected"];
  #waiting = false;
  #reported = 0;
  connectedCallback() {
    this.addEventListener("scroll", () => this.#report(), { passive: true });
    this.addEventListener("keydown", e => {
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

// What is typed is kept in this window until the server says that it has it.
customElements.define("desk-draft", class extends HTMLElement {
  static observedAttributes = ["data-saved"];
  get #key() { return "draft:" + this.dataset.key; }
  get #fields() { return [...this.querySelectorAll("textarea, input[type=text], input:not([type])")]; }
  connectedCallback() {
    this.addEventListener("input", () => sessionStorage.setItem(this.#key, JSON.stringify(this.#fields.map(field => field.value))));
    // Once its fields are there.
    setTimeout(() => this.restore());
  }
  restore() {
    const kept = JSON.parse(sessionStorage.getItem(this.#key) ?? "[]");
    this.#fields.forEach((field, i) => {
      if (!kept[i] || field.value === kept[i]) return;
      field.value = kept[i];
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  attributeChangedCallback(name, before, after) {
    if (before !== null && before !== after) sessionStorage.removeItem(this.#key);
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

function started() {
  window.Blazor.registerCustomEventType("windowmoved", { createEventArgs: e => ({ first: e.detail.first }) });
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
else addEventListener("DOMContentLoaded", started);
