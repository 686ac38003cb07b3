// The map's place: a drawing at once, the map to move about in when its first frame is there, years in between.
const QUIET_MS = 120, REDRAWN_MS = 700, LOADED_MS = 60000, LAYER = '[data-testid="stDeckGlJsonChart"]';

// The map tells nobody when it has drawn; the calls that draw do.
const listen = () => {
  const prototype = window.WebGL2RenderingContext?.prototype;
  if (!prototype || prototype.isHeard) return;
  prototype.isHeard = true;
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    const draw = prototype[name];
    prototype[name] = function (...given) {
      window.dispatchEvent(new CustomEvent("lsk:drawn", { detail: this.canvas }));
      return draw.apply(this, given);
    };
  }
};

const draws = () => {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
};

const begin = (parent) => {
  const stage = { parent, box: parent.closest(".st-key-stage"), moved: false, stepped: null, drawn: false };
  stage.show = (what) => { stage.box.dataset.shows = what; };
  // Once the map has drawn and nothing more comes, it takes the drawing's place.
  stage.ready = () => { if (stage.stepped === null && stage.drawn) stage.show("map"); };
  stage.wait = (longest) => {
    clearTimeout(stage.patience);
    stage.waiting = true;
    stage.patience = setTimeout(stage.settle, longest);
  };
  stage.settle = () => { if (stage.waiting && stage.drawn) { stage.waiting = false; stage.ready(); } };
  const heard = ({ detail }) => {
    if (!stage.box.contains(detail)) return;
    stage.drawn = true;
    if (!stage.waiting) return;
    clearTimeout(stage.quiet);
    stage.quiet = setTimeout(stage.settle, QUIET_MS);
  };
  // A map that was moved would jump back to where it opened: then the years go by on the map itself.
  const moves = ({ target, type, buttons }) => {
    if (target.closest?.(LAYER) && (type !== "pointermove" || buttons)) stage.moved = true;
  };
  const step = (event) => {
    const frame = stage.frames?.[event.detail];
    if (!frame || stage.moved || !stage.parent.isConnected) return;
    event.preventDefault();
    stage.waiting = false;
    stage.stepped = event.detail;
    draw(stage, frame);
    stage.show("still");
  };
  const settled = () => {
    if (stage.stepped === null) return;
    stage.stepped = null;
    stage.parent.innerHTML = stage.svg;
    if (stage.alone) stage.show("alone");
    else if (stage.drawn) stage.ready();
    else stage.wait(LOADED_MS);
  };
  const listeners = [[window, "lsk:drawn", heard], [document, "lsk:year", step], [document, "lsk:settled", settled]];
  for (const name of ["wheel", "dblclick", "pointermove", "keydown"]) listeners.push([stage.box, name, moves]);
  for (const [target, name, act] of listeners) target.addEventListener(name, act, { passive: name === "wheel", capture: true });
  // A call that the next one overtook is ended after that one began: the stage ends when its place is gone, and not before.
  stage.end = () => setTimeout(() => {
    if (parent.isConnected) return;
    for (const [target, name, act] of listeners) target.removeEventListener(name, act, true);
  });
  return stage;
};

// What differs from year to year: circles, colours of surfaces, names, sentence, legend.
const draw = (stage, frame) => {
  const drawing = stage.parent.querySelector(".still");
  drawing.setAttribute("aria-label", frame.sentence);
  drawing.querySelector(".circles").innerHTML = frame.circles;
  drawing.querySelector(".names").innerHTML = frame.names;
  for (const [code, fill] of Object.entries(frame.fills)) {
    for (const part of drawing.querySelectorAll(`.surfaces [data-code="${CSS.escape(code)}"]`)) part.setAttribute("fill", fill);
  }
  const told = document.querySelector(".st-key-told .said")?.firstChild;
  if (told?.nodeType === Node.TEXT_NODE) told.nodeValue = `${frame.sentence} `;
  const legend = document.querySelector(".st-key-stage_legend .legend")?.parentElement;
  if (legend) legend.innerHTML = frame.legend;
};

const stages = new WeakMap();

export default ({ data, parentElement, setStateValue, setTriggerValue }) => {
  listen();
  if (!stages.has(parentElement)) stages.set(parentElement, begin(parentElement));
  const stage = stages.get(parentElement);
  stage.frames = data.streets ? {} : data.frames;
  stage.seen = data.seen;
  stage.say = (seen) => setStateValue("seen", seen);
  if (stage.stepped !== null && stage.stepped !== data.year) return stage.end; // the reader is ahead of the server
  const stepped = stage.stepped !== null;
  stage.stepped = null;
  if (data.svg !== stage.svg || stepped) parentElement.innerHTML = data.svg;
  stage.svg = data.svg;
  parentElement.onclick = ({ target }) => {
    const place = target.closest("[data-code]")?.dataset.code;
    if (place) setTriggerValue("place", place);
  };
  if (data.seen) {
    stage.alone = data.seen === "alone";
    if (stage.alone) stage.show("alone");
    else if (stepped || stage.box.dataset.shows !== "map") stage.wait(stage.drawn ? REDRAWN_MS : LOADED_MS);
  } else if (!stage.told) {
    stage.told = true;
    // Megabytes of script come after the drawing has been painted, and not at all where nothing could draw with them.
    // What is said while another run of the page begins may be lost: it is said until the server knows.
    const tell = (seen) => {
      if (!parentElement.isConnected || stage.seen) return;
      stage.say(seen);
      setTimeout(tell, 1500, seen);
    };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(draws() ? "map" : "alone"))));
  }
  return stage.end;
};
