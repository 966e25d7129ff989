// Years as columns, sectors as bars, each made up of its parts.
{
  const { kinds, Sheet, width, cut, wrap, tone, SOFT, PAPER } = Pictures;

  function parts(data, node) {
    return data.marks.filter(m => m.from === node);
  }

  const unknown = node => node.look === "UNKNOWN";

  // Of what nobody gave a figure, a hatched stub: not nothing.
  const STUB = 8;

  kinds.years = (data, w) => {
    const narrow = w < 560, h = narrow ? 300 : 400;
    const top = 22, bottom = 46, end = 6;
    const start = 12 + Math.max(...data.ticks.map(t => width(t.text, 12)));
    const sheet = new Sheet(data, w, h);
    const special = data.nodes.filter(n => n.look !== "ORDINARY").length;
    const slot = narrow ? 54 : 88, room = w - start - end - special * slot;
    const band = Math.min(64, room / Math.max(1, data.nodes.length - special));
    const base = h - bottom, largest = data.ticks.at(-1).value || 1;
    const y = value => base - Math.max(0, value) / largest * (base - top);
    for (const tick of data.ticks) {
      sheet.line(start - 4, y(tick.value), w - end, y(tick.value), tick.value ? {} : { "stroke-width": 1.5 });
      sheet.text(start - 8, y(tick.value) + 4, tick.text, "end", { "font-size": 12, fill: SOFT, class: "soft" });
    }
    const step = [1, 2, 5, 10, 20].find(s => s * band >= 38) || 20;
    let x = start;
    data.nodes.forEach((node, n) => {
      const wide = node.look === "ORDINARY" ? band : slot;
      const bar = Math.min(band, wide) * 0.78, left = x + (wide - bar) / 2;
      column(sheet, data, node, n, left, bar, y, base);
      if (node.figure.text && wide >= width(node.figure.brief, 12) + 4) {
        sheet.text(x + wide / 2, y(node.figure.value) - 6, node.figure.brief, "middle", { "font-size": 12 });
      }
      if (node.look !== "ORDINARY") {
        wrap(node.name, 11, slot - 4, 3).forEach((line, l) => sheet.text(x + wide / 2, base + 22 + l * 12, line, "middle", { "font-size": 11, fill: SOFT, class: "soft" }));
      } else if (Number(node.name) % step === 0) {
        sheet.text(x + wide / 2, base + 24, node.name, "middle", { "font-size": 12, fill: SOFT, class: "soft" });
      }
      x += wide;
    });
    return sheet;
  };

  function column(sheet, data, node, n, x, w, y, base) {
    let below = 0;
    for (const mark of parts(data, n)) {
      const value = Math.max(0, mark.figure.value), link = sheet.mark(mark.figure, mark.told);
      if (value > 0) {
        sheet.rect(link, x, y(below + value), w, y(below) - y(below + value), { fill: tone(data.series[mark.to]), stroke: PAPER, "stroke-width": 0.8, class: "edge" });
        below += value;
      } else if (!node.figure.text) {
        sheet.rect(link, x, base - STUB, w, STUB, { fill: "url(#hatch)", stroke: SOFT, "stroke-width": 0.6, class: "soft-line" });
      }
    }
    if (node.figure.missing && node.figure.text) {
      const link = sheet.mark(node.figure, node.told);
      sheet.rect(link, x, base + 3, w, 5, { fill: "url(#hatch)", stroke: SOFT, "stroke-width": 0.6, class: "soft-line" });
    }
  }

  kinds.sectors = (data, w) => {
    const narrow = w < 620, rowHeight = narrow ? 46 : 32, thick = 17;
    const label = narrow ? 0 : Math.min(300, 16 + Math.max(...data.nodes.map(n => width(n.name, 13))));
    const figures = 10 + Math.max(...data.nodes.map(n => width(n.figure.text || "–", 13)));
    const h = data.nodes.length * rowHeight + 10, room = w - label - figures - 6;
    const largest = Math.max(...data.nodes.map(n => n.figure.value)) || 1;
    const sheet = new Sheet(data, w, h);
    data.nodes.forEach((node, n) => {
      const y = n * rowHeight + 6, top = narrow ? y + 19 : y;
      sheet.text(narrow ? 0 : label - 10, narrow ? y + 13 : y + 13, cut(node.name, 13, narrow ? w : label - 12), narrow ? "start" : "end",
        { "font-size": 13, fill: node.look === "ORDINARY" ? null : SOFT, class: node.look === "ORDINARY" ? null : "soft" });
      let at = label;
      for (const mark of parts(data, n)) {
        const long = Math.max(0, mark.figure.value) / largest * room, link = sheet.mark(mark.figure, mark.told);
        if (long > 0) {
          sheet.rect(link, at, top, long, thick, { fill: tone(data.series[mark.to]), stroke: PAPER, "stroke-width": 0.8, class: "edge" });
          at += long;
        } else if (!node.figure.text) {
          sheet.rect(link, at, top, STUB * 2, thick, { fill: "url(#hatch)", stroke: SOFT, "stroke-width": 0.6, class: "soft-line" });
        }
      }
      sheet.text(Math.max(at, label + (node.figure.text ? 0 : STUB * 2)) + 7, top + 13, node.figure.text || "–", "start", { "font-size": 13, "font-weight": 600 });
    });
    sheet.line(label, 2, label, h - 4, { "stroke-width": 1.5 });
    return sheet;
  };
}
