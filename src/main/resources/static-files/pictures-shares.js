// Goals as areas; providers and recipients as a matrix, or with sectors between them.
{
  const { kinds, Sheet, el, round, width, cut, wrap, INK, SOFT, LINE, ACCENT, PAPER } = Pictures;

  kinds.goals = (data, w) => {
    const narrow = w < 560, known = n => n.figure.value > 0 && n.look !== "UNKNOWN";
    const shown = data.nodes.filter(known), stubs = data.nodes.filter(n => !known(n) && n.figure.href);
    // What is not reported would often fill the picture; it stands beneath the areas, without one.
    const across = Math.max(1, Math.min(stubs.length, Math.floor(w / (narrow ? 150 : 220)))), rows = Math.ceil(stubs.length / across);
    const areas = shown.length ? (narrow ? 540 : 480) : 0, top = areas + (areas && rows ? 8 : 0), h = Math.max(30, top + rows * 34);
    const sheet = new Sheet(data, w, h);
    const root = d3.hierarchy({ children: shown }).sum(n => n.children ? 0 : n.figure.value);
    d3.treemap().size([w, areas]).paddingInner(3).tile(d3.treemapSquarify.ratio(1.3))(root);
    const largest = Math.max(1e-9, ...shown.map(n => n.figure.value));
    for (const leaf of root.leaves()) {
      const node = leaf.data;
      if (!node.figure) {
        continue;
      }
      const wide = leaf.x1 - leaf.x0, high = leaf.y1 - leaf.y0;
      const link = sheet.mark(node.figure, node.told);
      sheet.rect(link, leaf.x0, leaf.y0, wide, high, { fill: node.look === "OTHERS" ? SOFT : ACCENT, "fill-opacity": round(0.1 + 0.22 * node.figure.value / largest), class: node.look === "OTHERS" ? "soft" : "accent" });
      area(sheet, node, leaf.x0, leaf.y0, wide, high);
    }
    stubs.forEach((node, n) => {
      const link = sheet.mark(node.figure, node.told), wide = w / across, x = n % across * wide, y = top + Math.floor(n / across) * 34;
      sheet.rect(link, x + 1, y, wide - 4, 30, { fill: PAPER, stroke: LINE, class: "paper grid" });
      sheet.rect(link, x + 8, y + 8, 14, 14, { fill: "url(#hatch)", stroke: SOFT, "stroke-width": 0.6, class: "soft-line" });
      const text = node.figure.text ? node.told : node.name;
      sheet.text(x + 30, y + 20, cut(text, 13, wide - 40), "start", { "font-size": 13 });
    });
    return sheet;
  };

  const HALO = { class: "halo", stroke: PAPER, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };

  function area(sheet, node, x, y, w, h) {
    const size = w > 170 && h > 90 ? 15 : 12, pad = 6;
    const lines = Math.floor((h - pad * 2 - size * 1.3) / (size * 1.25));
    const brief = node.look === "ORDINARY" ? node.name.split(".")[0] : "…";
    if (w < 22 || h < 18) {
      return;
    }
    if (w < 64 || lines < 1) {
      const two = h >= 32 && width(node.figure.brief, 11, true) < w - 2;
      sheet.text(x + w / 2, y + h / 2 + (two ? -3 : 4), brief, "middle", { "font-size": 11 });
      if (two) {
        sheet.text(x + w / 2, y + h / 2 + 11, node.figure.brief, "middle", { "font-size": 11, "font-weight": 600 });
      }
      return;
    }
    const told = wrap(node.name, size, w - pad * 2, lines);
    told.forEach((line, l) => sheet.text(x + pad, y + pad + size + l * size * 1.25, cut(line, size, w - pad * 2), "start", { "font-size": size }));
    sheet.text(x + pad, y + pad + size * 1.1 + told.length * size * 1.25, node.figure.text, "start", { "font-size": size, "font-weight": 600 });
  }

  // Five depths: the figure is legible on each.
  const DEPTHS = [0.1, 0.22, 0.36, 0.82, 1];

  kinds.matrix = (data, w) => {
    const rows = data.nodes.filter(n => n.side === 0), columns = data.nodes.filter(n => n.side === 1);
    const narrow = w < 560, size = narrow ? 11 : 13;
    const label = Math.min(narrow ? 104 : 210, 12 + Math.max(...rows.map(n => width(n.name, size))));
    const head = Math.min(narrow ? 96 : 150, 14 + Math.max(...columns.map(n => width(n.name, size))));
    const gap = 5, cell = Math.min(74, (w - label - 2 * gap - 2) / columns.length), tall = Math.min(34, Math.max(20, cell));
    const breaks = nodes => nodes.map((n, i) => i && n.look !== "ORDINARY" && nodes[i - 1].look === "ORDINARY" ? gap : 0).map((_, i, all) => all.slice(0, i + 1).reduce((a, b) => a + b, 0));
    const down = breaks(rows), across = breaks(columns);
    const sheet = new Sheet(data, w, head + rows.length * tall + 2 * gap + 6);
    // Depths tell countries apart; what is put together would leave them all pale.
    const ordinary = n => data.nodes[n].look === "ORDINARY";
    const largest = Math.max(1e-9, ...data.marks.filter(m => ordinary(m.from) && ordinary(m.to)).map(m => m.figure.value));
    rows.forEach((node, r) => sheet.text(label - 6, head + r * tall + down[r] + tall / 2 + 4, cut(node.name, size, label - 8), "end", { "font-size": size }));
    columns.forEach((node, c) => {
      const x = sheet.x(label + c * cell + across[c] + cell / 2), name = sheet.text(0, 0, cut(node.name, size, head - 10), "start", { "font-size": size, direction: Pictures.rtl ? "rtl" : "ltr" });
      name.setAttribute("x", 0);
      name.setAttribute("text-anchor", Pictures.rtl ? "end" : "start");
      name.setAttribute("transform", `translate(${round(x + 4)},${head - 6}) rotate(-90)`);
    });
    const marks = new Map(data.marks.map(m => [m.from + " " + m.to, m]));
    rows.forEach((row, r) => columns.forEach((column, c) => {
      const mark = marks.get(r + " " + (rows.length + c));
      field(sheet, mark, label + c * cell + across[c], head + r * tall + down[r], cell - 2, tall - 2, row.look === "OTHERS" || column.look === "OTHERS" ? 0 : largest);
    }));
    return sheet;
  };

  // @param largest of what is told apart by depth; 0 for what is put together
  function field(sheet, mark, x, y, wide, tall, largest) {
    if (!mark) {
      sheet.rect(sheet.ground, x, y, wide, tall, { fill: "none", stroke: LINE, class: "grid" });
      return;
    }
    const value = mark.figure.value, link = sheet.mark(mark.figure, mark.told);
    if (!mark.figure.text || value <= 0) {
      sheet.rect(link, x, y, wide, tall, { fill: "url(#hatch)" });
      return;
    }
    const depth = largest ? Math.min(4, Math.floor(Math.sqrt(value / largest) * 5)) : 0;
    sheet.rect(link, x, y, wide, tall, largest ? { fill: ACCENT, "fill-opacity": DEPTHS[depth], class: "accent" } : { fill: SOFT, "fill-opacity": 0.2, class: "soft" });
    if (width(mark.figure.brief, 12) < wide - 2) {
      sheet.text(x + wide / 2, y + tall / 2 + 4, mark.figure.brief, "middle", depth > 2 ? { "font-size": 12, fill: PAPER, class: "on-accent" } : { "font-size": 12 });
    }
  }

  kinds.sankey = (data, w) => {
    const narrow = w < 620, h = narrow ? 600 : 560, size = narrow ? 11 : 13, thick = narrow ? 8 : 12;
    const sheet = new Sheet(data, w, h);
    const drawn = data.marks.filter(m => m.figure.value > 0), used = new Set(drawn.flatMap(m => [m.from, m.to]));
    const numbers = data.nodes.map((_, n) => n).filter(n => used.has(n)), place = new Map(numbers.map((n, i) => [n, i]));
    if (!drawn.length) {
      return sheet;
    }
    const made = d3.sankey().nodeWidth(thick).nodePadding(narrow ? 16 : 18).nodeSort(null).linkSort(null).nodeAlign(n => n.node.side)
      .extent([[1, 8], [w - 1, h - 8]])({
        nodes: numbers.map(n => ({ node: data.nodes[n] })),
        links: drawn.map(m => ({ source: place.get(m.from), target: place.get(m.to), value: m.figure.value, mark: m }))
      });
    const last = Math.max(...made.nodes.map(n => n.depth));
    for (const link of made.links) {
      const a = sheet.x(link.source.x1), b = sheet.x(link.target.x0), middle = round((a + b) / 2);
      el("path", { d: `M${a},${round(link.y0)}C${middle},${round(link.y0)} ${middle},${round(link.y1)} ${b},${round(link.y1)}`, fill: "none", stroke: SOFT, "stroke-opacity": 0.28, "stroke-width": round(Math.max(1, link.width)), class: "ribbon" }, sheet.mark(link.mark.figure, link.mark.told));
    }
    for (const node of made.nodes) {
      const of = node.node, link = sheet.mark(of.figure, of.told);
      sheet.rect(link, node.x0, node.y0, node.x1 - node.x0, Math.max(1.5, node.y1 - node.y0), of.look === "UNKNOWN" ? { fill: "url(#hatch)", stroke: SOFT, "stroke-width": 0.6, class: "soft-line" } : { fill: of.look === "OTHERS" ? SOFT : ACCENT, class: of.look === "OTHERS" ? "soft" : "accent" });
      const atEnd = node.depth === last && last > 0, room = (w / Math.max(1, last)) * (narrow ? 0.46 : 0.5) - thick - 8;
      const lines = wrap(of.name, size, room, narrow ? 2 : 1), above = (lines.length - 1) * size * 0.6;
      lines.forEach((line, l) => sheet.text(atEnd ? node.x0 - 5 : node.x1 + 5, (node.y0 + node.y1) / 2 + 4 - above + l * size * 1.2, cut(line, size, room), atEnd ? "end" : "start", { "font-size": size, ...HALO }));
    }
    return sheet;
  };
}
