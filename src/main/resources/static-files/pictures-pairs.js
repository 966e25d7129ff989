// Who gives to whom: on the map, and near to whom they work with.
{
  const { kinds, Sheet, el, round, ACCENT, INK, PAPER } = Pictures;

  function arcs(sheet, data, at, thickest, radius) {
    const largest = Math.max(1e-9, ...data.marks.map(m => m.figure.value));
    sheet.tip();
    // Wide ones lie on top, but are walked through as the table lists them.
    for (const mark of data.marks) {
      const width = 1 + (thickest - 1) * Math.sqrt(Math.max(0, mark.figure.value) / largest);
      const d = sheet.curve(at[mark.from], at[mark.to], 0.16, radius(mark.from), radius(mark.to) + 3);
      const link = sheet.mark(mark.figure, mark.told);
      el("path", { d, fill: "none", stroke: "transparent", "stroke-width": Math.max(10, width + 4), "pointer-events": "stroke" }, link);
      el("path", { d, fill: "none", stroke: ACCENT, "stroke-opacity": 0.55, "stroke-width": round(width), "marker-end": "url(#tip)", class: "arc-line" }, link);
    }
  }

  // Of a country what it has in all; where that is not known, what is drawn of it.
  function weights(data) {
    const sums = data.nodes.map(() => 0);
    data.marks.forEach(m => { sums[m.from] += m.figure.value; sums[m.to] += m.figure.value; });
    return data.nodes.map((node, n) => node.figure.value > 0 ? node.figure.value : sums[n]);
  }

  function heaviest(places) {
    return places.sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
  }

  kinds.flows = (data, room, figure) => {
    const pad = 34, xs = data.nodes.map(n => n.x), ys = data.nodes.map(n => n.y);
    // Not closer than a continent, not wider than the world.
    const wide = Math.max(220, Math.max(...xs) - Math.min(...xs)), high = Math.max(130, Math.max(...ys) - Math.min(...ys));
    // On a narrow screen half the world is as wide as the frame; the rest is reached by scrolling.
    const narrow = room < 560, w = Math.max(room, Math.min(700, wide * 0.75));
    const scale = Math.min((w - 2 * pad) / wide, (narrow ? 420 : 520) / high), h = high * scale + 2 * pad;
    const sheet = new Sheet(data, w, h, false);
    const cx = (Math.max(...xs) + Math.min(...xs)) / 2, cy = (Math.max(...ys) + Math.min(...ys)) / 2;
    const dx = w / 2 - cx * scale, dy = h / 2 - cy * scale;
    const at = data.nodes.map(n => ({ x: round(n.x * scale + dx), y: round(n.y * scale + dy) }));
    const clip = el("clipPath", { id: "frame" }, sheet.defs);
    el("rect", { width: w, height: round(h) }, clip);
    sheet.ground.setAttribute("clip-path", "url(#frame)");
    const land = el("path", { d: "M0,0", fill: "#e3dfd4", class: "land", transform: `translate(${round(dx)},${round(dy)}) scale(${scale})` }, sheet.ground);
    fetch(figure.dataset.land).then(answer => answer.text()).then(text => {
      land.setAttribute("d", new DOMParser().parseFromString(text, "image/svg+xml").getElementById("land").getAttribute("d"));
    });
    arcs(sheet, data, at, 4.5, () => 5);
    const sums = weights(data);
    data.nodes.forEach((node, n) => el("circle", { cx: at[n].x, cy: at[n].y, r: 4, fill: INK, stroke: PAPER, class: "dot" }, sheet.mark(node.figure, node.told)));
    sheet.names(heaviest(data.nodes.map((n, i) => ({ ...at[i], r: 5, name: n.name, weight: sums[i] }))), narrow ? 11 : 12);
    return sheet;
  };

  kinds.network = (data, w) => {
    const narrow = w < 560, h = narrow ? 480 : 560, sheet = new Sheet(data, w, h), sums = weights(data);
    const most = Math.max(1e-9, ...sums), radius = n => 4 + (narrow ? 9 : 13) * Math.sqrt(sums[n] / most);
    const nodes = data.nodes.map((node, n) => ({ node, n }));
    const links = data.marks.map(m => ({ source: m.from, target: m.to }));
    d3.forceSimulation(nodes)
      .force("link", d3.forceLink(links).distance(narrow ? 64 : 110).strength(0.35))
      .force("apart", d3.forceManyBody().strength(narrow ? -190 : -420))
      .force("x", d3.forceX(0).strength(narrow ? 0.12 : 0.05)).force("y", d3.forceY(0).strength(narrow ? 0.07 : 0.11))
      .force("room", d3.forceCollide(n => radius(n.n) + 12)).stop().tick(320);
    fit(nodes, w, h, narrow ? 34 : 56);
    const at = nodes.map(n => ({ x: sheet.x(n.x), y: round(n.y) }));
    arcs(sheet, data, at, 4, radius);
    data.nodes.forEach((node, n) => el("circle", { cx: at[n].x, cy: at[n].y, r: round(radius(n)), fill: ACCENT, stroke: PAPER, "stroke-width": 1.5, class: "accent edge" }, sheet.mark(node.figure, node.told)));
    sheet.names(heaviest(data.nodes.map((n, i) => ({ ...at[i], r: radius(i), name: n.name, weight: sums[i] }))), narrow ? 11 : 12);
    return sheet;
  };

  // Stretches what was laid out until it fills the frame.
  function fit(nodes, w, h, pad) {
    for (const [axis, room] of [["x", w], ["y", h]]) {
      const values = nodes.map(n => n[axis]), low = Math.min(...values), high = Math.max(...values);
      nodes.forEach(n => { n[axis] = high > low ? pad + (n[axis] - low) / (high - low) * (room - 2 * pad) : room / 2; });
    }
  }
}
