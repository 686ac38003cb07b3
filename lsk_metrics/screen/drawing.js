// A figure: its question and sentence, the drawing, what stands below it. A run that changes nothing here touches nothing.
const fill = (part, html) => {
  if (part.filled === html) return;
  const held = part.contains(document.activeElement) && document.activeElement.dataset.door;
  part.innerHTML = part.filled = html;
  if (held) part.querySelector(`[data-door="${held}"]`)?.focus({ preventScroll: true });
};

// The mark that is meant: the one pointed at, or of points the nearest.
const near = (house, event) => {
  let best = event.target.closest("[data-tip]"), far = 20;
  if (best && !best.matches(".spot, .row")) return best;
  for (const each of house.querySelectorAll(".spot")) {
    const box = each.getBoundingClientRect();
    const off = Math.hypot(box.x + box.width / 2 - event.clientX, box.y + box.height / 2 - event.clientY);
    if (off < far) [best, far] = [each, off];
  }
  return best;
};

const pointed = (figure, house, event) => {
  const mark = near(house, event);
  house.style.cursor = mark?.dataset.code && figure.now.clicks ? "pointer" : "";
  if (!mark) return house.querySelector(".tip")?.remove();
  const tip = house.querySelector(".tip") ?? house.appendChild(document.createElement("div"));
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");
  if (tip.textContent !== mark.dataset.tip) tip.textContent = mark.dataset.tip;
  const edge = house.getBoundingClientRect(), x = event.clientX - edge.x, y = event.clientY - edge.y;
  tip.style.left = `${Math.max(0, Math.min(x + 14, edge.width - tip.offsetWidth))}px`;
  tip.style.top = `${y - tip.offsetHeight - 12 < -40 ? y + 18 : y - tip.offsetHeight - 12}px`;
};

const begin = (place) => {
  const figure = place.appendChild(document.createElement("div"));
  figure.className = "figure";
  const [head, house, below] = ["head", "drawing", "below"].map((name) => {
    const part = figure.appendChild(document.createElement("div"));
    part.className = name;
    return part;
  });
  figure.show = (data) => {
    figure.now = data;
    fill(head, data.head);
    const kind = `drawing ${data.kind}`;
    if (house.className !== kind) house.className = kind;
    fill(house, data.svg);
    fill(below, data.below);
  };
  house.onpointermove = house.onpointerdown = (event) => pointed(figure, house, event);
  house.onpointerleave = () => house.querySelector(".tip")?.remove();
  house.onclick = (event) => {
    const code = figure.now.clicks && near(house, event)?.dataset.code;
    if (!code) return;
    figure.dispatchEvent(new CustomEvent("lsk:chosen", { bubbles: true, detail: code }));
    figure.tell("chosen", code);
  };
  below.onclick = (event) => {
    const door = event.target.closest("[data-door]");
    if (door) figure.tell("door", door.dataset.door);
  };
  return figure;
};

export default ({ data, parentElement: place, setTriggerValue }) => {
  const figure = place.querySelector(".figure") ?? begin(place);
  figure.tell = setTriggerValue;
  // What is shown ahead, as `seen.js` tells, stays until the server says something else than before.
  const before = figure.said;
  figure.said = data;
  if (data !== before) figure.dispatchEvent(new CustomEvent("lsk:said", { bubbles: true }));
  if (figure.ahead && Object.keys(data).every((part) => data[part] === before[part])) return;
  figure.ahead = false;
  figure.show(data);
};
