"use strict";
(() => {
  const form = document.querySelector(".tools");
  const items = [...document.querySelectorAll(".item")];
  const folds = [...document.querySelectorAll("details")];
  const reveal = (element) => {
    for (let fold = element && element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const byHash = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target) return;
    const item = target.closest(".item");
    if (item && item.hidden && form) form.reset();
    reveal(target);
    if (item) { item.scrollIntoView(); item.focus({ preventScroll: true }); }
  };
  addEventListener("hashchange", byHash);
  let closed = [];
  addEventListener("beforeprint", () => { closed = folds.filter((fold) => !fold.open); closed.forEach((fold) => { fold.open = true; }); });
  addEventListener("afterprint", () => closed.forEach((fold) => { fold.open = false; }));
  if (form) {
    form.hidden = false;
    const buttons = [...form.querySelectorAll("[data-filter]")];
    const says = form.querySelector("output");
    const value = (name) => (form.elements[name] ? form.elements[name].value : "");
    const texts = new Map();
    const textOf = (item) => {
      if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
      return texts.get(item);
    };
    const apply = () => {
      const chosen = new Set(buttons.filter((each) => each.getAttribute("aria-pressed") === "true").map((each) => each.dataset.filter));
      const [aspect, to, words] = [value("aspect"), value("to"), value("words").trim().toLowerCase()];
      const filtered = chosen.size > 0 || aspect || to || words;
      let shown = 0;
      for (const item of items) {
        const { verdict, relation, aspects, to: names } = item.dataset;
        item.hidden = (chosen.size > 0 && !chosen.has(verdict) && !chosen.has(relation))
          || (aspect && !aspects.split(" ").includes(aspect))
          || (to && !names.split("|").includes(to))
          || (words && !textOf(item).includes(words));
        shown += item.hidden ? 0 : 1;
      }
      for (const fold of folds) {
        const some = !filtered || fold.querySelector(".item:not([hidden])");
        if (fold.classList.contains("fold")) fold.hidden = !some;
        if (filtered && some) fold.open = true;
      }
      says.textContent = filtered ? `${shown} of ${items.length} shown` : "";
    };
    const visible = () => items.filter((item) => !item.hidden && !item.closest("details:not([open])"));
    const step = (by) => {
      const all = visible();
      const here = all.findIndex((item) => item.contains(document.activeElement));
      const at = here >= 0 ? here + by : all.findIndex((item) => item.getBoundingClientRect().top > 90) + (by < 0 ? -1 : 0);
      const next = all[Math.max(0, Math.min(all.length - 1, at))];
      if (next) { next.focus({ preventScroll: true }); next.scrollIntoView(); }
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => { buttons.forEach((each) => each.setAttribute("aria-pressed", "false")); setTimeout(apply); });
    form.addEventListener("change", apply);
    form.addEventListener("input", apply);
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || button.type !== "button") return;
      const pressed = button.getAttribute("aria-pressed") !== "true";
      if (button.dataset.step) { step(Number(button.dataset.step)); return; }
      button.setAttribute("aria-pressed", String(pressed));
      if (button.dataset.filter) apply();
      if ("layoutSwitch" in button.dataset) document.documentElement.dataset.layout = pressed ? "inline" : "";
      if ("unfold" in button.dataset) folds.forEach((fold) => { fold.open = pressed; });
    });
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !form.elements.keys.checked) return;
      const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
      if (event.key === "Escape" && form.contains(event.target)) { form.reset(); return; }
      if (typing) return;
      if (event.key === "j") step(1);
      else if (event.key === "k") step(-1);
      else if (event.key === "/") { event.preventDefault(); form.elements.words.focus(); }
    });
  }
  const cells = document.querySelectorAll(".cell");
  if (cells.length) {
    let shown = null;
    let from = null;
    let leaving = 0;
    const close = () => {
      if (shown) { shown.classList.remove("shown"); shown.removeAttribute("style"); }
      shown = null;
      if (location.hash.startsWith("#cell-")) history.replaceState(null, "", "#matrix");
    };
    const later = () => { clearTimeout(leaving); leaving = setTimeout(close, 250); };
    const place = () => {
      if (!shown) return;
      const box = from.getBoundingClientRect();
      const below = box.bottom + shown.offsetHeight + 8 < innerHeight;
      shown.style.inset = "auto";
      shown.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - shown.offsetHeight - 4)}px`;
      shown.style.left = `${Math.max(8, Math.min(box.left, innerWidth - shown.offsetWidth - 16))}px`;
    };
    const open = (cell) => {
      clearTimeout(leaving);
      const pane = document.getElementById(cell.hash.slice(1));
      if (pane === shown) return;
      close();
      [shown, from] = [pane, cell];
      pane.classList.add("shown");
      place();
    };
    for (const cell of cells) {
      cell.addEventListener("mouseenter", () => open(cell));
      cell.addEventListener("mouseleave", later);
      cell.addEventListener("focus", () => open(cell));
      cell.addEventListener("click", (event) => { event.preventDefault(); open(cell); });
    }
    for (const pane of document.querySelectorAll(".pane")) {
      pane.addEventListener("mouseenter", () => clearTimeout(leaving));
      pane.addEventListener("mouseleave", later);
      pane.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
    }
    addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    addEventListener("scroll", place, { passive: true, capture: true });
  }
  byHash();
})();
