/* The drawer, the keyboard, the theme, the chosen days. Nothing here makes markup out of text:
   what the drawer shows is cloned from the register that the page already holds. */
"use strict";

(function () {
  const root = document.documentElement;
  const shell = document.getElementById("shell");
  const drawer = document.getElementById("drawer");
  let last = null;

  root.classList.replace("no-script", "script");

  /* theme */

  const themeButton = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    const chosen = root.dataset.theme;
    return chosen ? chosen === "dark" : prefersDark.matches;
  }

  function labelTheme() {
    if (!themeButton) return;
    const words = document.body.dataset;
    themeButton.firstElementChild.textContent = isDark() ? words.light : words.dark;
    themeButton.setAttribute("aria-pressed", String(isDark()));
  }

  function chooseTheme(theme) {
    root.dataset.theme = theme;
    labelTheme();
    const query = new URLSearchParams(location.search);
    query.set("theme", theme);
    remember("?" + query.toString() + location.hash);
    document.dispatchEvent(new Event("themechange"));
  }

  function remember(address) {
    try { history.replaceState(null, "", address || location.pathname + location.search); }
    catch (refused) { /* some browsers forbid it for files: the state is then not kept */ }
  }

  const asked = /[?&]theme=(light|dark)\b/.exec(location.search);
  if (asked) root.dataset.theme = asked[1];
  labelTheme();
  prefersDark.addEventListener("change", labelTheme);
  if (themeButton) themeButton.addEventListener("click", () => chooseTheme(isDark() ? "light" : "dark"));
  const printButton = document.getElementById("print");
  if (printButton) printButton.addEventListener("click", () => window.print());

  /* the state in the address: #ev=…&on=… */

  function state() {
    const hash = location.hash.slice(1);
    return new URLSearchParams(/^(ev|on)=/.test(hash) ? hash : "");
  }

  function keep(name, value) {
    const kept = state();
    if (value === null) kept.delete(name); else kept.set(name, value);
    const hash = kept.toString();
    remember(location.pathname + location.search + (hash ? "#" + hash : ""));
  }

  /* a document: light up the passage the address names */

  function light() {
    const id = decodeURIComponent(location.hash.slice(1));
    const parts = document.querySelectorAll(".document .said");
    let first = null;
    parts.forEach((part) => {
      const here = part.dataset.passages.split(" ").includes(id);
      part.classList.toggle("on", here);
      if (here && !first) first = part;
    });
    if (first) first.scrollIntoView({ block: "center" });
  }

  if (!drawer) {
    addEventListener("hashchange", light);
    light();
    document.addEventListener("keydown", (event) => keys(event, {}));
    return;
  }

  /* the drawer */

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function mark(id) {
    document.querySelectorAll(".ev.on").forEach((link) => link.classList.remove("on"));
    if (id === null) return;
    document.querySelectorAll(`main .ev[data-ev="${CSS.escape(id)}"]`).forEach((link) => link.classList.add("on"));
  }

  function show(id) {
    const exhibit = document.getElementById("x-" + id);
    if (!exhibit) return false;
    const copy = exhibit.cloneNode(true);
    copy.removeAttribute("id");
    const close = element("button", { type: "button", id: "close" }, drawer.dataset.close + " ", element("kbd", {}, "Esc"));
    close.addEventListener("click", shut);
    const hint = element("span", {}, element("kbd", {}, "j"), " " + drawer.dataset.next + " ", element("kbd", {}, "k"), " " + drawer.dataset.previous);
    copy.querySelector(".foot").append(hint);
    drawer.replaceChildren(element("div", { class: "head" }, element("span", {}, exhibit.dataset.kind), close), copy);
    shell.classList.add("open");
    drawer.scrollTop = 0;
    mark(id);
    keep("ev", id);
    return true;
  }

  function shut() {
    if (!shell.classList.contains("open")) return;
    shell.classList.remove("open");
    mark(null);
    keep("ev", null);
    if (last) last.focus({ preventScroll: true });
  }

  function uncover(link) {
    /* The sheet at the foot must not hide the link that opened it. */
    const share = innerWidth <= 640 ? 0.36 : 0.52;
    const floor = innerWidth < 1260 ? innerHeight * share : innerHeight;
    const below = link.getBoundingClientRect().bottom - floor;
    if (below > -10) scrollBy({ top: below + 60 });
  }

  function open(link) {
    if (!drawer.contains(link)) last = link;
    if (show(link.dataset.ev)) uncover(last || link);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(".ev");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });

  /* the keyboard */

  function visible() {
    return Array.from(document.querySelectorAll("main section:not(.register) .ev")).filter((link) => link.getClientRects().length);
  }

  function walk(step) {
    const links = visible();
    if (!links.length) return;
    let at = links.indexOf(last);
    if (at < 0) {
      const next = links.findIndex((link) => link.getBoundingClientRect().top > 0);
      at = (next < 0 ? links.length : next) - (step > 0 ? 1 : 0);
    }
    const link = links[Math.max(0, Math.min(links.length - 1, at + step))];
    link.focus();
    open(link);
  }

  function section(number) {
    const found = document.querySelectorAll("main > section[id]:not(.register)")[number - 1];
    if (found) found.scrollIntoView();
  }

  function keys(event, doing) {
    if (event.metaKey || event.ctrlKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) return;
    if (event.key === "t") themeButton.click();
    else if (event.key === "p") window.print();
    else if (doing[event.key]) doing[event.key]();
    else if (doing.section && /^[1-9]$/.test(event.key)) doing.section(Number(event.key));
  }

  document.addEventListener("keydown", (event) => keys(event, { Escape: shut, j: () => walk(1), k: () => walk(-1), section }));

  /* the days of a what-if */

  function choose(button) {
    const whole = button.closest(".whatif");
    whole.querySelectorAll("[data-day]").forEach((other) => {
      const chosen = other === button;
      other.setAttribute("aria-pressed", String(chosen));
      document.getElementById(other.dataset.day).hidden = !chosen;
    });
  }

  document.querySelectorAll(".whatif").forEach((whole) => {
    const buttons = Array.from(whole.querySelectorAll("[data-day]"));
    buttons.forEach((button) => button.addEventListener("click", () => { choose(button); keep("on", button.dataset.day); }));
    const kept = buttons.find((button) => button.dataset.day === state().get("on"));
    if (buttons.length) choose(kept || buttons[0]);
  });

  /* figures that answer to the pointer: the library is loaded only when asked for */

  const tokens = JSON.parse(document.getElementById("tokens").textContent);
  let library = null;
  const live = new Map();

  function loaded() {
    library = library || new Promise((done, failed) => {
      const script = element("script", { src: "assets/vega.js" });
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    return library;
  }

  function coloured(value) {
    const style = getComputedStyle(root);
    return JSON.parse(JSON.stringify(value), (key, one) =>
      typeof one === "string" && tokens[one] ? style.getPropertyValue("--" + tokens[one]).trim() : one);
  }

  async function enliven(name) {
    const figure = document.getElementById(name);
    const spec = JSON.parse(document.getElementById("spec-" + name).textContent);
    await loaded();
    const place = figure.querySelector(".live");
    place.hidden = false;
    figure.querySelector(".drawn").hidden = true;
    const view = await window.vegaEmbed(place, coloured(spec), {
      ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true },
      loader: { target: "_self" },
    });
    live.set(name, view);
  }

  function still(name) {
    const figure = document.getElementById(name);
    if (live.has(name)) live.get(name).finalize();
    live.delete(name);
    figure.querySelector(".live").hidden = true;
    figure.querySelector(".live").replaceChildren();
    figure.querySelector(".drawn").hidden = false;
  }

  document.querySelectorAll("[data-live]").forEach((button) => button.addEventListener("click", async () => {
    const name = button.dataset.live;
    if (live.has(name)) still(name); else await enliven(name);
    button.textContent = live.has(name) ? button.dataset.on : button.dataset.off;
  }));

  document.addEventListener("themechange", () => Array.from(live.keys()).forEach((name) => { still(name); enliven(name); }));
  addEventListener("beforeprint", () => Array.from(live.keys()).forEach(still));

  /* the rail follows the page */

  if ("IntersectionObserver" in window) {
    const rail = new Map(Array.from(document.querySelectorAll(".rail li a"), (link) => [link.hash.slice(1), link]));
    const watcher = new IntersectionObserver((seen) => seen.forEach((one) => {
      if (!one.isIntersecting) return;
      rail.forEach((link, id) => {
        if (id === one.target.id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
      });
    }), { rootMargin: "-10% 0px -80% 0px" });
    document.querySelectorAll("main > section[id]").forEach((one) => watcher.observe(one));
  }

  function follow() {
    const id = state().get("ev");
    if (id) show(id);
  }
  addEventListener("hashchange", follow);
  follow();
})();
