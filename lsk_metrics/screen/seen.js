// What a reader has seen before stands again as soon as the same is done from the same view. What the server says to it
// comes a moment later and has the last word. This stands in one script with `page.js`, which calls it.
const remember = (() => {
  const MOST = 24, APPLIED_MS = 60, CALM_MS = 300, PATIENCE_MS = 5000, KEY = /st-key-\S+/;
  const state = (window.lskSeen ??= { views: new Map(), about: {}, asks: false, act: null });

  const figures = () => [...document.querySelectorAll('[data-testid="stMain"] .figure')];
  const name = (figure) => figure.closest('[class*="st-key-drawing_"]').className.match(KEY)[0];
  // A sentence, an open table or an interactive chart would not keep step with its picture: then nothing is shown ahead.
  const whole = (all) => all.length > 0
    && all.every((each) => each.said?.head && each.closest('[class*="st-key-moves_"]').childElementCount === 1);
  const scheme = () => getComputedStyle(document.querySelector('[data-testid="stApp"]')).colorScheme;
  const view = () => [...Object.values(state.about), location.pathname + location.search, window.innerWidth, scheme()].join(" ");

  // The answer of the server stands; what led to it is remembered, where it was one act alone.
  const settle = () => {
    const act = state.act, all = figures();
    clearTimeout(act.timer);
    act.over.abort();
    state.act = null;
    for (const each of all) {
      if (!each.ahead) continue;
      each.ahead = false;
      each.show(each.said);
    }
    if (!act.ran || !act.alone || act.path !== location.pathname || !whole(all)) return;
    state.views.delete(act.from);
    state.views.set(act.from, new Map(all.map((each) => [name(each), each.said])));
    if (state.views.size > MOST) state.views.delete(state.views.keys().next().value);
  };

  const show = (all, seen) => {
    if (seen.size !== all.length || !all.every((each) => seen.has(name(each)))) return;
    for (const each of all) {
      each.ahead = true;
      each.show(seen.get(name(each)));
    }
  };

  // All figures in one piece: those that other readers have seen, else as soon as the page has run.
  const ask = async (act, place, what) => {
    const { pathname: page, search: said } = location, has = figures().map(name);
    const asked = new URLSearchParams({ ...state.about, scheme: scheme(), page, said, place, what, has });
    const answer = await fetch(`/ahead?${asked}`, { signal: act.over.signal }).catch(() => null);
    const seen = answer?.status === 200 ? await answer.json().catch(() => null) : null;
    if (seen && state.act === act && act.alone && !act.told) show(figures(), new Map(Object.entries(seen)));
  };

  const begin = (place, what) => {
    const now = performance.now();
    if (state.act && !(state.act.ended && now - state.act.ended > APPLIED_MS)) return void (state.act.alone = false);
    if (state.act) settle();
    const all = figures(), from = `${view()} ${place} ${what}`, seen = state.views.get(from);
    const timer = setTimeout(settle, PATIENCE_MS), over = new AbortController();
    state.act = { from, path: location.pathname, alone: whole(all), told: false, ran: false, ended: 0, timer, over };
    if (!state.act.alone) return;
    if (seen) show(all, seen);
    else if (state.asks) ask(state.act, place, what);
  };

  const pressed = ({ target }) => {
    const control = target.closest('button, [role="option"]');
    if (!control || control.closest(".below")) return;
    const list = document.querySelector('[role="combobox"][aria-expanded="true"]');
    const place = (control.matches('[role="option"]') ? list : control)?.closest('[class*="st-key-"]');
    if (place?.closest('[data-testid="stMain"]')) begin(place.className.match(KEY)[0], control.textContent);
  };

  // A quick answer is on the page before the browser has said that it waits for one: what a figure is told counts too.
  const heard = (said) => {
    const act = state.act;
    if (!act) return;
    const runs = state.app.dataset.testScriptState !== "notRunning";
    act.told ||= said;
    act.ran ||= runs || said;
    act.ended = runs || !act.ran ? 0 : performance.now();
    clearTimeout(act.timer);
    act.timer = setTimeout(settle, act.ended ? CALM_MS : PATIENCE_MS);
  };

  return (about, asks) => {
    Object.assign(state, { about, asks });
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app || state.app === app) return;
    state.seen?.disconnect();
    state.app = app;
    state.seen = new MutationObserver(() => heard(false));
    state.seen.observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
    if (state.listens) return;
    state.listens = true;
    document.addEventListener("click", pressed, true);
    document.addEventListener("lsk:said", () => heard(true));
    document.addEventListener("lsk:chosen", ({ target, detail }) => begin(name(target), detail));
  };
})();
