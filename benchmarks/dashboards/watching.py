"""Scripts that look at a page from inside it, the same for the three ways: when it can be read, when it changed."""

# Runs before anything else on the page and looks at it in every frame. `readable`: every large figure and sentence is
# among the words that can be seen, every picture is drawn, and two more frames have begun, so that it is painted.
# `usable`: the same is true of the program's own page, which hears what a reader does. Milliseconds since navigation.
LOADING = """(expected => {
  if (window !== top) return;
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      if (!window.firstDrawn && !this.getParameter(this.DRAW_FRAMEBUFFER_BINDING)) window.firstDrawn = true;
      window.lastDrawn = performance.now();
      return draw.apply(this, given);
    };
  }
  const tidy = text => text.replace(/\\s+/g, ' ').toLowerCase();
  const wanted = expected.words.map(tidy);
  const count = (root, selector, part) =>
    [...root.querySelectorAll(selector)].filter(each => each.querySelector(part)).length;
  const drawn = root => count(root, '.drawing', 'svg') + count(root, '.js-plotly-plot', '.trace')
    + (window.firstDrawn ? count(root, '[data-testid="stDeckGlJsonChart"]', 'canvas') : 0);
  const whole = root => {
    if (drawn(root) < expected.pictures && root.querySelectorAll('svg[role="img"]').length < expected.pictures)
      return false;
    if (!root.querySelector('h1')) return false;
    const words = tidy(root.innerText);
    return wanted.every(each => words.includes(each));
  };
  const early = () => document.querySelector('#early');
  const program = () => document.querySelector('[data-testid="stApp"]');
  const readable = () => document.body && ((early() && whole(early())) || whole(program() ?? document.body));
  const usable = () => expected.way === 'floor' ? readable() : !early() && program()
    && program().dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"]') && whole(program());
  const painted = name => requestAnimationFrame(() => requestAnimationFrame(() => {
    window[name] = performance.now();
  }));
  const seen = {};
  const look = () => {
    for (const [name, test] of [['readable', readable], ['usable', usable]])
      if (!seen[name] && test()) { seen[name] = true; painted(name); }
    if (!seen.usable) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})(%s)"""

# From the reader's act until no picture has changed and no run has gone on for a while: the last change counts, once
# it is painted. `act` is the event that begins it.
CHANGING = """act => {
  window.changed = null;
  addEventListener(act, () => {
    const begun = performance.now();
    const pictures = '.drawing, .still, .js-plotly-plot, [data-testid="stDeckGlJsonChart"]';
    let last = 0, shown = 0;
    const seen = new MutationObserver(changes => {
      const of_picture = each => (each.target.closest ? each.target : each.target.parentElement)?.closest(pictures)
        || [...each.addedNodes].some(node => node.matches?.(pictures) || node.querySelector?.(pictures));
      if (!changes.some(of_picture)) return;
      last = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => { shown = performance.now(); }));
    });
    seen.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    const wait = setInterval(() => {
      const program = document.querySelector('[data-testid="stApp"]');
      if (!last || shown < last || performance.now() - shown < 400) return;
      if (program && program.dataset.testScriptState !== 'notRunning') return;
      clearInterval(wait); seen.disconnect(); window.changed = shown - begun;
    }, 20);
  }, {once: true, capture: true});
}"""

# A map at another year: it was drawn again after the step began, its sentence is that year's, and both are painted.
STEPPING = """sentence => {
  window.stepped = null;
  const begun = performance.now();
  const tidy = text => text.replace(/\\s+/g, ' ');
  const pictures = '.drawing, .still, [data-testid="stDeckGlJsonChart"]';
  let changed = 0;
  const seen = new MutationObserver(changes => {
    if (changes.some(each => (each.target.closest ? each.target : each.target.parentElement)?.closest(pictures)
      || [...each.addedNodes].some(node => node.matches?.(pictures) || node.querySelector?.(pictures))))
      changed = performance.now();
  });
  seen.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
  const look = () => {
    const drawn = changed || (window.lastDrawn > begun);
    if (!drawn || !tidy(document.body.innerText).includes(tidy(sentence))) return requestAnimationFrame(look);
    seen.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.stepped = performance.now() - begun; }));
  };
  requestAnimationFrame(look);
}"""
