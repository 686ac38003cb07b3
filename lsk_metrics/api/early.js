// Before Streamlit's program: tells the server how wide the window is, puts the page that was drawn early into the
// window it was drawn for, and takes it away in one frame once the app stands under it.
((served) => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const scheme = () => (dark.matches ? "dark" : "light");
  const keep = () => {
    document.cookie = `lsk_window=${innerWidth}x${scheme()}; path=/; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  };
  let soon;
  keep();
  addEventListener("resize", () => { clearTimeout(soon); soon = setTimeout(keep, 200); });
  dark.addEventListener("change", keep);
  if (!served) return;

  const page = document.documentElement, began = Date.now();
  const early = () => document.getElementById("early");
  const once = (act) => (early() || document.readyState !== "loading" ? act() : addEventListener("DOMContentLoaded", act));
  const spoken = (navigator.language || "en").split("-")[0];
  const lang = served.chosen || !served.languages.includes(spoken) ? served.lang : spoken;
  const fits = (width) => (width < 640) === (innerWidth < 640);
  const drifts = Math.abs(Math.min(innerWidth, 1600) - Math.min(served.width, 1600)) > 60;
  const waits = lang !== served.lang || scheme() !== served.scheme || !fits(served.width);

  const settle = () => {
    const found = early(), root = document.getElementById("root");
    page.classList.remove("early-waits", "early-light", "early-dark");
    if (root) { root.inert = false; root.style.visibility = ""; }
    if (!found) return;
    const top = found.querySelector("main")?.scrollTop ?? 0;
    const main = document.querySelector('[data-testid="stMain"]');
    found.remove();
    if (main && top) main.scrollTop = top;
  };

  // The program begins once the early page is painted; a tab in the background paints nothing, and waits no longer.
  let runs = false;
  const run = () => {
    const preload = document.getElementById("program");
    if (runs || !preload) return;
    runs = true;
    const program = document.createElement("script");
    Object.assign(program, { type: "module", crossOrigin: "", src: preload.href });
    document.head.append(program);
  };
  addEventListener("DOMContentLoaded", () => {
    requestAnimationFrame(() => setTimeout(run));
    setTimeout(run, 500);
  });

  // Drawn for another window: hidden until the right one has come; where only the width differs, it may be seen.
  if (waits || drifts) {
    if (waits) page.classList.add("early-waits", `early-${scheme()}`);
    fetch(`/early/${lang}/${scheme()}/${innerWidth}/${served.page}`)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject()))
      .then((html) => once(() => {
        const top = early()?.querySelector("main").scrollTop ?? 0;
        if (early() && (waits || !html.includes(`data-width="${served.width}"`))) {
          early().outerHTML = html;
          early().querySelector("main").scrollTop = top;
        }
        page.classList.remove("early-waits", "early-light", "early-dark");
      }))
      .catch(() => once(() => waits && settle()));
  }

  let stood = 0;
  const isUp = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app || !early()) return false;
    const age = Date.now() - began, all = (where) => document.querySelectorAll(where).length;
    if (app.dataset.testConnectionState !== "CONNECTED" && age > 20000) return true;
    if (age > 60000) return true;
    if (app.dataset.testScriptState !== "notRunning" || !all("#root h1, #root [role=alert]")) return (stood = 0) > 0;
    stood ||= Date.now();
    if (Date.now() - stood > 2000) return true;
    const drawn = (where) => all(`${where} .drawing svg`) + all(`${where} .still`);
    return drawn("#root") >= drawn("#early") && !all("#root [data-testid=stSkeleton]");
  };
  const watch = setInterval(() => {
    if (document.readyState !== "loading" && !early()) return clearInterval(watch);
    if (!isUp()) return;
    clearInterval(watch);
    requestAnimationFrame(settle);
  }, 40);
})(SERVED);
