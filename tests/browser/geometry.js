// Where marks and words stand in Plotly's picture and in ours: [text, left, top, width, height] of each, in pixels.
async ([figure, width, svg]) => {
  const PLOTLY = {
    xtick: ".xtick text", ytick: ".ytick text", title: ".g-xtitle text", note: ".annotation-text",
    legend: ".legendtext", value: ".bartext, .textpoint text", bar: ".barlayer .point path",
    point: ".scatterlayer .points path", line: ".scatterlayer .js-line", fill: ".scatterlayer .js-fill",
    grid: ".gridlayer path", zero: ".zerolinelayer path", shape: ".shapelayer path",
  };
  const found = (root, selector) => {
    const from = root.getBoundingClientRect();
    const box = (node) => {
      const at = node.getBoundingClientRect();
      return [node.textContent, at.left - from.left, at.top - from.top, at.width, at.height];
    };
    return [...root.querySelectorAll(selector)].filter((node) => getComputedStyle(node).opacity !== "0").map(box);
  };
  const [theirs, ours] = ["theirs", "ours"].map((id) => document.getElementById(id));
  await Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 14px "Source Sans"`)));
  Plotly.purge(theirs);
  ours.innerHTML = svg;
  figure.layout.width = width;
  await Plotly.newPlot(theirs, figure.data, figure.layout, { displayModeBar: false });
  const kinds = Object.entries(PLOTLY);
  return [
    Object.fromEntries(kinds.map(([kind, selector]) => [kind, found(theirs, selector)])),
    Object.fromEntries(kinds.map(([kind]) => [kind, found(ours, `svg .${kind}`)])),
  ];
}
