// The drawing and what stands below it. A run of the page that changes nothing here touches nothing.
const room = (place, kind) => {
  const made = document.createElement("div");
  made.className = kind;
  return place.appendChild(made);
};

const fill = (house, html) => {
  if (house.filled === html) return;
  const held = house.contains(document.activeElement) && document.activeElement.dataset.door;
  house.innerHTML = house.filled = html;
  if (held) house.querySelector(`[data-door="${held}"]`)?.focus({ preventScroll: true });
};

export default ({ data, parentElement, setTriggerValue }) => {
  const below = parentElement.querySelector(".below") ?? room(parentElement, "below");
  fill(below, data.below);
  below.onclick = (event) => {
    const door = event.target.closest("[data-door]");
    if (door) setTriggerValue("door", door.dataset.door);
  };
  let house = parentElement.querySelector(".drawing");
  if (!data.svg) return house?.remove();
  const kind = `drawing ${data.kind}`;
  if (!house) below.before((house = room(parentElement, kind)));
  if (house.className !== kind) house.className = kind;
  fill(house, data.svg);
  const near = (event) => {
    let best = event.target.closest("[data-tip]"), far = 20;
    if (best && !best.matches(".spot, .row")) return best;
    for (const each of house.querySelectorAll(".spot")) {
      const box = each.getBoundingClientRect();
      const off = Math.hypot(box.x + box.width / 2 - event.clientX, box.y + box.height / 2 - event.clientY);
      if (off < far) [best, far] = [each, off];
    }
    return best;
  };
  const hide = () => house.querySelector(".tip")?.remove();
  house.onpointermove = house.onpointerdown = (event) => {
    const mark = near(event);
    house.style.cursor = mark?.dataset.code && data.clicks ? "pointer" : "";
    if (!mark) return hide();
    const tip = house.querySelector(".tip") ?? house.appendChild(document.createElement("div"));
    tip.className = "tip";
    tip.setAttribute("aria-hidden", "true");
    if (tip.textContent !== mark.dataset.tip) tip.textContent = mark.dataset.tip;
    const edge = house.getBoundingClientRect(), x = event.clientX - edge.x, y = event.clientY - edge.y;
    tip.style.left = `${Math.max(0, Math.min(x + 14, edge.width - tip.offsetWidth))}px`;
    tip.style.top = `${y - tip.offsetHeight - 12 < -40 ? y + 18 : y - tip.offsetHeight - 12}px`;
  };
  house.onpointerleave = hide;
  house.onclick = (event) => {
    const mark = near(event);
    if (data.clicks && mark?.dataset.code) setTriggerValue("chosen", mark.dataset.code);
  };
};
