// One act of the reader is one step in the browser's history. What the page says of itself without one, such as the
// language after a link or a filter kept from the page before, takes the place of the step there is.
(() => {
  const push = history.pushState.bind(history);
  let acted = false;
  const act = () => { acted = true; };
  for (const kind of ["pointerdown", "pointerup", "click", "keydown", "input", "change"]) {
    window.addEventListener(kind, act, true);
  }
  history.pushState = (...step) => {
    (acted ? push : history.replaceState.bind(history))(...step);
    acted = false;
  };
})();
