// Every visible text whose colour stands out from its ground by less than 4.5 : 1, as [text, ratio, colour, ground].
(least) => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const parse = (colour) => {
    const plain = colour.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
    if (plain) return [+plain[1], +plain[2], +plain[3], plain[4] === undefined ? 1 : +plain[4]];
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], ground) => [r, g, b].map((part, at) => part * a + ground[at] * (1 - a));
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // The text's colour and the ground's as they reach the eye: grounds painted from the root down, then every
  // see-through group let shine through from the text up.
  const seen = (element, box) => {
    const chain = [];
    for (let each = element; each; each = each.parentElement) chain.unshift(each);
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    let ground = [255, 255, 255];
    const behind = chain.map((each) => {
      const before = ground;
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const under = each.contains(document.body) || (left <= x && x <= right && top <= y && y <= bottom);
      if (under) ground = over(parse(getComputedStyle(each).backgroundColor), ground);
      return before;
    });
    let text = over(parse(getComputedStyle(element).color), ground);
    for (let at = chain.length - 1; at >= 0; at--) {
      const opacity = +getComputedStyle(chain[at]).opacity;
      text = text.map((part, channel) => part * opacity + behind[at][channel] * (1 - opacity));
      ground = ground.map((part, channel) => part * opacity + behind[at][channel] * (1 - opacity));
    }
    return [text, ground];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("svg, canvas, [aria-hidden=true], script, style")) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const words = own.map((node) => node.data).join("").trim();
    const box = element.getBoundingClientRect();
    if (!words || !box.width || !box.height || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest("details:not([open]) > :not(summary)")) continue;
    if (!element.checkVisibility({ opacityProperty: true })) continue;
    const [text, ground] = seen(element, box);
    const [lighter, darker] = [light(text), light(ground)].sort((a, b) => b - a);
    const ratio = (lighter + 0.05) / (darker + 0.05);
    const hex = (colour) => "#" + colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
    if (ratio < least) found.push([words.slice(0, 60), Math.round(ratio * 100) / 100, hex(text), hex(ground)]);
  }
  return found;
}
