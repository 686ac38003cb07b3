// Keys and clicker: the screen is in the address after #, so that a link opens at it and “back” goes one screen back.
(() => {
  const root = document.documentElement, told = document.body.dataset;
  const all = [...document.querySelectorAll("section")], bar = document.querySelector(".progress i");
  const begun = Date.now();
  let at = 0, notes = null;

  const wanted = () => Math.min(all.length, Math.max(1, parseInt(location.hash.slice(2), 10) || 1)) - 1;
  const show = () => {
    at = wanted();
    all.forEach((each, place) => {
      each.classList.toggle("now", place === at);
      each.inert = place !== at;
    });
    bar.style.width = `${((at + 1) / all.length) * 100}%`;
    document.querySelector(".aloud").textContent =
      `${all[at].ariaLabel}: ${all[at].querySelector("h1, h2").textContent}`;
    tell();
  };
  const go = (place) => {
    const next = Math.min(all.length - 1, Math.max(0, place));
    if (next !== at) location.hash = `s${next + 1}`;
  };

  const tell = () => {
    if (!notes || notes.closed) return;
    const page = notes.document, next = all[at + 1];
    const part = (name) => page.getElementById(name);
    part("place").textContent = all[at].ariaLabel;
    part("claim").textContent = all[at].querySelector("h1, h2").textContent;
    part("said").innerHTML = all[at].querySelector("aside").innerHTML;
    part("next").textContent = next ? `${told.next}: ${next.querySelector("h2").textContent}` : told.end;
    page.body.scrollTop = 0;
  };
  // The speaker's window is written by this page, so that a file from a stick can have one as well.
  const open = () => {
    if (notes && !notes.closed) return notes.focus();
    notes = window.open("", "notes", "width=900,height=700");
    if (!notes) return;
    const page = notes.document;
    page.title = `${told.notes} – ${document.title}`;
    page.documentElement.lang = root.lang;
    page.body.innerHTML = "";
    const style = page.createElement("style");
    style.textContent = `:root { color-scheme: light dark; } body { font: 20px/1.45 "Source Sans 3", "Source Sans Pro",
      "Noto Sans", sans-serif; margin: 1.5rem 2rem; max-width: 46rem; } h1 { font-size: 1.5rem; line-height: 1.25; }
      #bar { display: flex; justify-content: space-between; opacity: 0.75; font-variant-numeric: tabular-nums; }
      #next { border-top: 1px solid; padding-top: 0.8rem; margin-top: 1.5rem; font-weight: 600; } code { font-size: 0.75rem; }
      blockquote { border-left: 3px solid; margin: 0 0 1em; padding-left: 0.8rem; }`;
    page.head.append(style);
    for (const [name, kind] of [["bar", "div"], ["claim", "h1"], ["said", "div"], ["next", "p"]]) {
      const part = page.body.appendChild(page.createElement(kind));
      part.id = name;
    }
    for (const name of ["place", "clock"]) page.getElementById("bar").appendChild(page.createElement("span")).id = name;
    page.onkeydown = keys;
    tick();
    tell();
  };
  const tick = () => {
    if (!notes || notes.closed) return;
    const gone = Math.floor((Date.now() - begun) / 1000), two = (part) => String(part).padStart(2, "0");
    const clock = notes.document.getElementById("clock");
    if (clock) clock.textContent = `${told.elapsed}: ${two(Math.floor(gone / 60))}:${two(gone % 60)}`;
    setTimeout(tick, 1000);
  };

  const turn = () => {
    const usual = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    root.dataset.ground = (root.dataset.ground ?? usual) === "dark" ? "light" : "dark";
  };
  const fill = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.());
  const ways = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
  };
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const held = event.target.closest?.("button");
    if (held && (event.key === " " || event.key === "Enter")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key in ways) go(at + (key === " " && event.shiftKey ? -1 : ways[key]));
    else if (key === "Home") go(0);
    else if (key === "End") go(all.length - 1);
    else if (key === "n") open();
    else if (key === "d") turn();
    else if (key === "b" || key === ".") root.classList.toggle("blank");
    else if (key === "f" || key === "F5") fill();
    else if (key === "Escape" && told.back && !document.fullscreenElement) location.href = told.back;
    else return;
    event.preventDefault();
  }
  document.addEventListener("keydown", keys);
  document.querySelector("nav").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) go(at + Number(button.dataset.go));
  });
  let rest, down = null;
  document.addEventListener("pointermove", () => {
    root.classList.add("moving");
    clearTimeout(rest);
    rest = setTimeout(() => root.classList.remove("moving"), 1800);
  });
  document.addEventListener("touchstart", (event) => { down = event.touches[0].clientX; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const gone = event.changedTouches[0].clientX - down;
    if (Math.abs(gone) > 60) go(at - Math.sign(gone));
  });
  addEventListener("hashchange", show);
  addEventListener("pagehide", () => notes?.close());
  root.classList.add("running", "shown");
  show();
})();
