// What the program around each page leaves undone: its language, how wide it is, that figures have changed, and names.
// A call that the next one overtook is ended after that one began, and one that was not is ended with the page alone:
// what is begun here belongs to the place, hears the newest call, and ends when the place is gone.
const PAUSE_MS = 150, CALM_MS = 600, LOST_MS = 10000, MOST = 3;

// As wide as the text may be, told once for each width; what was told and not heard after a while is told again.
const report = (place, text, data, setStateValue) => {
  const narrow = window.innerWidth < data.below, style = getComputedStyle(text);
  const room = text.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const width = Math.max(data.step, Math.floor(room / data.step) * data.step);
  const said = `${narrow} ${width}`, now = performance.now();
  if (said === `${data.narrow} ${data.width}`) place.said = null;
  else if (said !== place.said || now - place.at > LOST_MS) {
    [place.said, place.at] = [said, now];
    setStateValue("room", { narrow, width });
  }
};

const watch = (place, text) => {
  if (place.seen?.text === text) return;
  place.seen?.disconnect();
  let soon;
  place.seen = new ResizeObserver(() => {
    clearTimeout(soon);
    soon = setTimeout(() => place.isConnected ? place.report() : place.seen.disconnect(), PAUSE_MS);
  });
  place.seen.text = text;
  place.seen.observe(text);
};

const sentences = () => [...document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3, .said, [data-testid="stMarkdown"] p)')]
  .filter((each) => each.checkVisibility()).map((each) => each.innerText.replace(/\s+/g, " ").trim()).filter(Boolean);

// A link to one figure leads there once the page is whole, and never again: where a reader goes from there is not undone.
const jump = (state) => {
  document.getElementById(state.arrived)?.scrollIntoView();
  state.arrived = "";
};

// Who does not see the page hears what a choice has changed, or where a link has led: the first sentences that are new.
const tell = () => {
  jump(window.lskAloud);
  const state = window.lskAloud, now = { path: location.pathname, words: sentences() }, before = state.before;
  state.before = now;
  if (!before || !now.words.length) return;
  const fresh = now.path !== before.path ? now.words.slice(0, 1) : now.words.filter((each) => !before.words.includes(each));
  if (fresh.length) state.voice.textContent = fresh.slice(0, MOST).join(" · ");
};

const listen = () => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || window.lskAloud?.app === app) return;
  window.lskAloud?.seen.disconnect();
  const voice = window.lskAloud?.voice ?? Object.assign(document.createElement("p"), { id: "aloud" });
  voice.setAttribute("role", "status");
  voice.style.cssText = "position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%)";
  document.body.append(voice);
  let soon;
  const heard = () => {
    clearTimeout(soon);
    if (app.dataset.testScriptState === "notRunning") soon = setTimeout(tell, CALM_MS);
  };
  const seen = new MutationObserver(heard);
  seen.observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
  // An answer may be on the page before the browser has shown that it waits for one.
  app.addEventListener("lsk:said", heard);
  const arrived = window.lskAloud?.arrived ?? location.hash.slice(1);
  window.lskAloud = { app, seen, voice, before: null, arrived };
  heard();
};

// Names that the program around the page gives in English alone; a few end in words of the page's own.
const named = new WeakMap();
const name = (words) => {
  for (const each of document.querySelectorAll('[aria-label], a[href="#stMain"]')) {
    const skips = each.matches('a[href="#stMain"]');
    const now = skips ? each.textContent : each.ariaLabel, before = named.get(each);
    const given = before?.set === now ? before.given : now;
    const start = Object.keys(words).find((word) => given === word || (/[:, ]$/.test(word) && given.startsWith(word)));
    const set = start ? words[start] + given.slice(start.length) : given;
    if (set === now) continue;
    named.set(each, { given, set });
    if (skips) each.textContent = set;
    else each.ariaLabel = set;
  }
};

const rename = (words) => {
  const state = (window.lskNames ??= {});
  state.words = words;
  name(words);
  if (state.seen) return;
  let soon;
  state.seen = new MutationObserver(() => { clearTimeout(soon); soon = setTimeout(() => name(state.words), PAUSE_MS); });
  state.seen.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-label"] });
};

// A line that broke may be taken up by a server that has never heard of this reader. It is asked for the page at once:
// else it would run it for the first time at the reader's next act, and take the address for newer than the act.
const comeBack = (say) => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app) return;
  if (window.lskLine?.app === app) return void (window.lskLine.say = say);
  window.lskLine?.seen.disconnect();
  const line = { app, say, lost: false };
  line.seen = new MutationObserver(() => {
    const stands = app.dataset.testConnectionState === "CONNECTED";
    if (stands && line.lost) line.say();
    line.lost = !stands;
  });
  line.seen.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  window.lskLine = line;
};

export default ({ data, parentElement: place, setStateValue }) => {
  document.documentElement.lang = data.lang;
  const text = document.querySelector('[data-testid="stMainBlockContainer"]');
  place.report = () => report(place, text, data, setStateValue);
  place.report();
  watch(place, text);
  listen();
  const { snapshot, lang, narrow, width } = data;
  remember({ snapshot, lang, narrow, width }, data.asks);
  rename(Object.fromEntries(data.words));
  comeBack(() => setStateValue("returned", Date.now()));
};
