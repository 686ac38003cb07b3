// The year's slider and its Play: the drawing follows at once, the server hears where the reader stopped.
const STEP_MS = 80, CALM_MS = 500, STILL_MS = 300, ANSWER_MS = 8000;

const build = (parent) => {
  parent.innerHTML = `<div class="years"><div class="slide"><label for="year_slider"></label>
    <output for="year_slider"></output><input id="year_slider" type="range" step="1">
    <div class="ends" aria-hidden="true"><span></span><span></span></div></div><button type="button"></button></div>`;
  const find = (name) => parent.querySelector(name);
  const [first, last] = parent.querySelectorAll(".ends span");
  return { parent, label: find("label"), said: find("output"), slider: find("input"), button: find("button"), first, last };
};

const begin = (parent) => {
  const control = { ...build(parent), at: 0, playing: false };
  const { slider, button } = control;
  control.year = () => control.data.years[control.at];
  control.write = () => {
    const label = control.data.labels[control.at];
    slider.value = control.at;
    slider.setAttribute("aria-valuetext", label);
    control.said.textContent = label;
    button.textContent = control.playing ? control.data.stop : control.data.play;
  };
  // True where the drawing has shown the year; else the server must.
  control.step = (at) => {
    control.at = at;
    control.write();
    return !document.dispatchEvent(new CustomEvent("lsk:year", { detail: control.year(), cancelable: true }));
  };
  control.send = () => {
    clearTimeout(control.timer);
    control.timer = null;
    if (control.year() === control.data.year) {
      document.dispatchEvent(new Event("lsk:settled"));
      return false;
    }
    control.awaited = control.year();
    control.since = performance.now();
    control.tell(control.awaited);
    return true;
  };
  control.stop = () => {
    control.playing = false;
    clearTimeout(control.next);
    control.write();
  };
  control.play = () => {
    if (!control.playing) return;
    if (control.at >= control.data.years.length - 1) {
      control.stop();
      control.send();
      return;
    }
    control.go(control.at + 1);
  };
  // Where the server has to show the year, its answer brings on the next one.
  control.go = (at) => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (control.step(at) || !control.send()) control.next = setTimeout(control.play, calm ? CALM_MS : STEP_MS);
  };
  slider.addEventListener("input", () => {
    const wanted = Number(slider.value);
    control.stop();
    control.step(wanted);
    clearTimeout(control.timer);
    control.timer = setTimeout(control.send, STILL_MS);
  });
  button.addEventListener("click", () => {
    if (control.playing) {
      control.stop();
      control.send();
      return;
    }
    clearTimeout(control.timer);
    control.timer = null;
    control.playing = true;
    control.write();
    if (control.at < control.data.years.length - 1) control.play();
    else control.go(0);
  });
  return control;
};

const controls = new WeakMap();

export default ({ data, parentElement, setTriggerValue }) => {
  if (!controls.has(parentElement)) controls.set(parentElement, begin(parentElement));
  const control = controls.get(parentElement);
  const others = control.data?.years.join() !== data.years.join();
  control.data = data;
  control.tell = (year) => setTriggerValue("year", year);
  control.label.textContent = data.name;
  control.slider.max = data.years.length - 1;
  control.first.textContent = data.labels[0];
  control.last.textContent = data.labels.at(-1);
  if (others) control.stop();
  const late = control.awaited && control.awaited !== data.year && performance.now() - control.since < ANSWER_MS;
  const mine = control.playing || control.timer;
  if (control.awaited === data.year) control.awaited = null;
  if (control.playing && !late && control.year() === data.year) {
    clearTimeout(control.next);
    control.next = setTimeout(control.play, CALM_MS); // the years go by on the server's pace
  }
  if (!late && (others || !mine)) control.at = Math.max(0, data.years.indexOf(data.year));
  control.write();
};
