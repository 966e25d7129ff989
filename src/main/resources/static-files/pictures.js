// Draws the picture of a page from the figures that stand in it, as links to the records behind
// them. Without this script the table beneath says the same. No words are made here.
"use strict";
const Pictures = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const PALETTE = ["#70757a", "#0068a8", "#c4500c", "#00806a", "#9a4f96", "#8a6d00"];
  const INK = "#1d2327", SOFT = "#566067", LINE = "#dcd9d1", ACCENT = "#0b5a5e", PAPER = "#ffffff";
  const FONT = "system-ui, sans-serif";
  const rtl = document.documentElement.dir === "rtl";
  const brush = document.createElement("canvas").getContext("2d");
  const kinds = {};

  function el(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null) {
        made.setAttribute(key, value);
      }
    }
    return parent ? parent.appendChild(made) : made;
  }

  const round = value => Math.round(value * 10) / 10;

  function width(text, size, bold) {
    brush.font = `${bold ? "600 " : ""}${size}px ${getComputedStyle(document.body).fontFamily}`;
    return brush.measureText(text).width;
  }

  // As much of a text as there is room for.
  function cut(text, size, room) {
    if (width(text, size) <= room) {
      return text;
    }
    let end = text.length - 1;
    while (end > 1 && width(text.slice(0, end) + "…", size) > room) {
      end--;
    }
    return text.slice(0, end).trimEnd() + "…";
  }

  // A text in lines; languages without spaces break anywhere.
  function wrap(text, size, room, most, bold) {
    const anywhere = /[\u3040-\u9fff]/.test(text);
    const words = anywhere ? [...text] : text.split(" ");
    const glue = anywhere ? "" : " ";
    const lines = [];
    let line = "";
    for (const word of words) {
      const longer = line ? line + glue + word : word;
      if (line && width(longer, size, bold) > room) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(line);
    return lines.length > most ? [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(glue), size, room)] : lines;
  }

  // One picture in its frame. Places are given from the side where reading begins; a picture that
  // must not be mirrored (a map) says so.
  class Sheet {
    constructor(data, w, h, mirrored = rtl) {
      this.data = data;
      this.w = w;
      this.h = h;
      this.mirrored = mirrored;
      this.marks = [];
      this.svg = el("svg", {
        viewBox: `0 0 ${round(w)} ${round(h)}`, width: round(w), height: round(h), role: "group", direction: rtl ? "rtl" : "ltr",
        "aria-labelledby": "picture-heading", "aria-describedby": "picture-keys", "font-size": 13, fill: INK
      });
      this.defs = el("defs", {}, this.svg);
      this.ground = el("g", { "aria-hidden": "true" }, this.svg);
      this.middle = el("g", {}, this.svg);
      this.labels = el("g", { "aria-hidden": "true", "pointer-events": "none" }, this.svg);
      this.patterns();
    }

    patterns() {
      const strokes = ["", "", "M0,6L6,0M-1,1L1,-1M5,7L7,5", "M1.5,1.5h1.6v1.6h-1.6zM4.5,4.5h1.6v1.6h-1.6z", "M0,1.5H6M0,4.5H6", "M1.5,0V6M4.5,0V6"];
      PALETTE.forEach((colour, n) => {
        const pattern = el("pattern", { id: `tone-${n}`, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, this.defs);
        el("rect", { width: 6, height: 6, fill: colour, class: `tone m${n}` }, pattern);
        el("path", { d: strokes[n] || "M0,0", stroke: PAPER, "stroke-width": 1, "stroke-opacity": 0.3, fill: "none" }, pattern);
      });
      const hatch = el("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse" }, this.defs);
      el("rect", { width: 5, height: 5, fill: PAPER, class: "paper" }, hatch);
      el("path", { d: "M0,5L5,0M-1,1L1,-1M4,6L6,4", stroke: SOFT, "stroke-width": 0.9, "stroke-opacity": 0.6, class: "soft-line" }, hatch);
    }

    x(at) {
      return round(this.mirrored ? this.w - at : at);
    }

    // Where a figure has records it is a link to them.
    mark(figure, told, parent = this.middle) {
      if (!figure.href) {
        return el("g", { class: "mark" }, parent);
      }
      const link = el("a", { href: figure.href, class: "mark", "aria-label": told, tabindex: -1, rel: "nofollow" }, parent);
      this.marks.push(link);
      return link;
    }

    rect(parent, x, y, w, h, attributes) {
      return el("rect", { x: round(this.mirrored ? this.w - x - w : x), y: round(y), width: round(Math.max(0, w)), height: round(Math.max(0, h)), ...attributes }, parent);
    }

    // @param anchor start, middle or end, as reading goes
    text(x, y, text, anchor, attributes = {}, parent = this.labels) {
      const turned = this.mirrored !== rtl && rtl ? { start: "end", end: "start", middle: "middle" }[anchor] : anchor;
      const made = el("text", { x: this.x(x), y: round(y), "text-anchor": turned, ...attributes }, parent);
      made.textContent = text;
      return made;
    }

    line(x1, y1, x2, y2, attributes) {
      return el("line", { x1: this.x(x1), y1: round(y1), x2: this.x(x2), y2: round(y2), stroke: LINE, class: "grid", ...attributes }, this.ground);
    }

    // A bent line, its ends before the places, so that the way back is another line.
    curve(from, to, bend, before, after) {
      const dx = to.x - from.x, dy = to.y - from.y;
      const cx = (from.x + to.x) / 2 + dy * bend, cy = (from.y + to.y) / 2 - dx * bend;
      const out = Math.max(1, Math.hypot(cx - from.x, cy - from.y)), into = Math.max(1, Math.hypot(to.x - cx, to.y - cy));
      const a = Math.min(before, out) / out, b = Math.min(after, into) / into;
      return `M${round(from.x + (cx - from.x) * a)},${round(from.y + (cy - from.y) * a)}Q${round(cx)},${round(cy)} ${round(to.x - (to.x - cx) * b)},${round(to.y - (to.y - cy) * b)}`;
    }

    tip() {
      const marker = el("marker", { id: "tip", viewBox: "0 0 6 6", refX: 4.5, refY: 3, markerUnits: "userSpaceOnUse", markerWidth: 9, markerHeight: 9, orient: "auto" }, this.defs);
      el("path", { d: "M0,0L6,3L0,6z", fill: ACCENT, class: "accent" }, marker);
    }

    // Names beside places, the weightiest first, none upon another.
    names(places, size) {
      const taken = places.map(p => [p.x - p.r, p.y - p.r, p.x + p.r, p.y + p.r]);
      for (const place of places) {
        const text = cut(place.name, size, 150), w = width(text, size) + 4, h = size + 3;
        const tries = [[place.x - w / 2, place.y + place.r + 2], [place.x - w / 2, place.y - place.r - h - 1], [place.x + place.r + 2, place.y - h / 2], [place.x - place.r - w - 2, place.y - h / 2]];
        const free = tries.find(([x, y]) => x > 1 && y > 1 && x + w < this.w - 1 && y + h < this.h - 1
          && taken.every(t => x + w < t[0] || x > t[2] || y + h < t[1] || y > t[3] || (t[0] === place.x - place.r && t[1] === place.y - place.r)));
        if (free) {
          taken.push([free[0], free[1], free[0] + w, free[1] + h]);
          const made = el("text", { x: round(free[0] + w / 2), y: round(free[1] + size), "text-anchor": "middle", "font-size": size, class: "halo", stroke: PAPER, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }, this.labels);
          made.textContent = text;
        }
      }
    }
  }

  // One stop for the tab key, arrows from mark to mark.
  function walkable(sheet, pointed) {
    const marks = sheet.marks;
    if (!marks.length) {
      return;
    }
    let at = 0;
    marks[0].setAttribute("tabindex", 0);
    const tell = mark => { pointed.textContent = mark.getAttribute("aria-label"); };
    const to = next => {
      marks[at].setAttribute("tabindex", -1);
      at = Math.max(0, Math.min(marks.length - 1, next));
      marks[at].setAttribute("tabindex", 0);
      marks[at].focus();
    };
    sheet.svg.addEventListener("keydown", event => {
      const back = rtl ? "ArrowRight" : "ArrowLeft", on = rtl ? "ArrowLeft" : "ArrowRight";
      const next = { [on]: at + 1, ArrowDown: at + 1, [back]: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
      if (next !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        to(next);
      }
    });
    for (const kind of ["focusin", "pointerover"]) {
      sheet.svg.addEventListener(kind, event => {
        const mark = event.target.closest("a.mark");
        if (mark) {
          tell(mark);
          if (kind === "focusin") {
            marks[at].setAttribute("tabindex", -1);
            at = marks.indexOf(mark);
            mark.setAttribute("tabindex", 0);
          }
        }
      });
    }
  }

  // The picture as a file that says itself what it shows; its marks still lead to their records.
  function whole(sheet, figure) {
    const pad = 16, w = sheet.w + 2 * pad;
    const out = el("svg", { xmlns: SVG, direction: rtl ? "rtl" : "ltr", "font-family": FONT, fill: INK, lang: document.documentElement.lang });
    const ground = el("rect", { fill: PAPER }, out);
    let y = pad;
    const put = (text, size, bold, colour, room = sheet.w) => {
      for (const line of wrap(text, size, room, 12, bold)) {
        y += size * 1.35;
        el("text", { x: rtl ? w - pad : pad, y: round(y), "font-size": size, "font-weight": bold ? 600 : null, fill: colour }, out).textContent = line;
      }
    };
    const heading = document.getElementById("picture-heading").textContent;
    el("title", {}, out).textContent = heading;
    put(heading, 19, true, INK);
    const scope = figure.querySelector(".scope");
    if (scope) {
      put(scope.textContent, 13, false, SOFT);
    }
    y += 12;
    const inner = sheet.svg.cloneNode(true);
    inner.setAttribute("x", pad);
    inner.setAttribute("y", y);
    ["role", "aria-labelledby", "aria-describedby", "class"].forEach(name => inner.removeAttribute(name));
    inner.querySelectorAll("a.mark").forEach(mark => {
      el("title", {}, mark).textContent = mark.getAttribute("aria-label");
      mark.setAttribute("href", new URL(mark.getAttribute("href"), location.href).href);
      ["tabindex", "rel", "aria-label"].forEach(name => mark.removeAttribute(name));
    });
    inner.querySelectorAll("[class]").forEach(part => part.removeAttribute("class"));
    out.append(inner);
    y += sheet.h + 8;
    sheet.data.series.forEach((series, n) => {
      el("rect", { x: rtl ? w - pad - 14 : pad, y: y + 5, width: 14, height: 14, fill: tone(series) }, out);
      el("text", { x: rtl ? w - pad - 22 : pad + 22, y: y + 17, "font-size": 13 }, out).textContent = series.name;
      y += 21;
    });
    figure.querySelectorAll("figcaption > p.quiet:not(#picture-keys):not(.scope)").forEach(note => put(note.textContent.trim().replace(/\s+/g, " "), 12, false, SOFT));
    y += pad;
    out.setAttribute("viewBox", `0 0 ${round(w)} ${round(y)}`);
    out.setAttribute("width", round(w));
    out.setAttribute("height", round(y));
    ground.setAttribute("width", round(w));
    ground.setAttribute("height", round(y));
    return { text: new XMLSerializer().serializeToString(out), w, h: y };
  }

  function tone(series) {
    return series.look === "UNKNOWN" ? "url(#hatch)" : `url(#tone-${series.colour})`;
  }

  function offer(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function save(sheet, figure, as) {
    const name = `bandung-${figure.dataset.kind}.${as}`;
    const file = whole(sheet, figure);
    const drawn = new Blob([file.text], { type: "image/svg+xml" });
    if (as === "svg") {
      offer(drawn, name);
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = Math.ceil(file.w * 2);
      canvas.height = Math.ceil(file.h * 2);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(image.src);
      canvas.toBlob(blob => offer(blob, name), "image/png");
    };
    image.src = URL.createObjectURL(drawn);
  }

  function start() {
    const figure = document.querySelector(".drawing");
    const data = JSON.parse(document.getElementById("picture-data").textContent);
    const canvas = figure.querySelector(".canvas"), pointed = figure.querySelector(".pointed");
    let sheet = null, drawnFor = 0;
    const draw = () => {
      const frame = getComputedStyle(canvas);
      const room = Math.floor(canvas.clientWidth - parseFloat(frame.paddingLeft) - parseFloat(frame.paddingRight));
      if (room === drawnFor || room < 100) {
        return;
      }
      drawnFor = room;
      sheet = kinds[figure.dataset.kind](data, room, figure);
      walkable(sheet, pointed);
      canvas.replaceChildren(sheet.svg);
    };
    for (const part of [canvas, pointed, document.getElementById("picture-keys")]) {
      part.hidden = false;
    }
    draw();
    figure.querySelectorAll(".series rect").forEach((rect, n) => rect.style.setProperty("fill", tone(data.series[n])));
    new ResizeObserver(() => requestAnimationFrame(draw)).observe(canvas);
    document.querySelectorAll("[data-save]").forEach(button => {
      button.hidden = false;
      button.addEventListener("click", () => save(sheet, figure, button.dataset.save));
    });
  }

  document.addEventListener("DOMContentLoaded", start);
  return { kinds, Sheet, el, round, width, cut, wrap, tone, rtl, INK, SOFT, LINE, ACCENT, PAPER };
})();
