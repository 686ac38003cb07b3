"use strict";
// Marks say beside the pointer what they stand for; a chart is unpacked and drawn by plotly.js once it is asked for.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)"), narrow = matchMedia("(max-width: 44rem)");
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
  for (const house of document.querySelectorAll(".drawing")) {
    const hide = () => house.querySelector(".tip")?.remove();
    house.onpointermove = house.onpointerdown = (event) => {
      const mark = near(house, event);
      if (!mark) return hide();
      const tip = house.querySelector(".tip") ?? house.appendChild(document.createElement("div"));
      tip.className = "tip";
      tip.setAttribute("aria-hidden", "true");
      tip.textContent = mark.dataset.tip;
      const edge = house.getBoundingClientRect(), x = event.clientX - edge.x, y = event.clientY - edge.y;
      tip.style.left = `${Math.max(0, Math.min(x + 14, edge.width - tip.offsetWidth))}px`;
      tip.style.top = `${y - tip.offsetHeight - 12 < -40 ? y + 18 : y - tip.offsetHeight - 12}px`;
    };
    house.onpointerleave = hide;
  }

  const unpacked = async (name) => {
    const packed = atob(document.getElementById(name).textContent);
    const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  let asked;
  const ready = async () => {
    const script = document.createElement("script");
    script.textContent = await unpacked("library");
    document.head.append(script);
    return { plotly: window.Plotly, charts: JSON.parse(await unpacked("charts")) };
  };
  const draw = async (picture) => {
    const { plotly, charts } = await (asked ??= ready());
    const look = `${dark.matches ? "dark" : "light"}-${narrow.matches ? "narrow" : "wide"}`;
    const { data, layout } = charts[picture.id.replace("picture-", "")][look];
    const chart = picture.querySelector(".chart");
    chart.hidden = false;
    const config = { displayModeBar: false, scrollZoom: false, responsive: true };
    await plotly.react(chart, data, { ...layout, autosize: true }, config);
    picture.classList.add("moves");
  };
  const failed = (button) => {
    button.disabled = true;
    button.nextElementSibling.hidden = false;
  };
  const able = typeof DecompressionStream === "function";
  for (const button of document.querySelectorAll("button[data-figure]")) {
    const picture = document.getElementById(`picture-${button.dataset.figure}`);
    button.hidden = !able;
    button.onclick = async () => {
      if (!picture.classList.contains("moves")) {
        button.setAttribute("aria-busy", "true");
        await draw(picture).catch(() => failed(button));
        button.removeAttribute("aria-busy");
      } else {
        picture.classList.remove("moves");
        picture.querySelector(".chart").hidden = true;
      }
      button.textContent = picture.classList.contains("moves") ? button.dataset.back : button.dataset.there;
    };
  }
  const again = () => document.querySelectorAll(".picture.moves").forEach(draw);
  dark.addEventListener("change", again);
  narrow.addEventListener("change", again);
  if (narrow.matches) document.querySelector(".contents details")?.removeAttribute("open");
})();
