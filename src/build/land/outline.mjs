// Makes src/main/resources/static-files/land.svg: the land of the world as one SVG path, without
// borders, in the Equal Earth projection that org.bandung.web.frame.Projection computes.
//
//   npm install && npm run outline
//
// Source: Natural Earth 1:50m land (public domain), as packed in the npm package world-atlas 2.0.2.
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

// The same figures as in Projection.java.
const WIDTH = 1000, CENTRE = 35, SCALE = 181, DOWN = 226;
// Steradians: smaller triangles of a coast are straightened, smaller islands left to the markers.
const DETAIL = 0.00006, SMALLEST = 0.00009;
const SOUTHERNMOST = -60; // Antarctica is nobody's partner

const world = JSON.parse(readFileSync(
  new URL("node_modules/world-atlas/land-50m.json", import.meta.url)));
const weighed = presimplify(world, sphericalTriangleArea);
const land = feature(simplify(weighed, DETAIL), world.objects.land);

const polygons = land.features.flatMap(f =>
  f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates);
const shown = polygons
  .filter(rings => rings[0].some(([, latitude]) => latitude > SOUTHERNMOST))
  .filter(rings => geoArea({ type: "Polygon", coordinates: rings }) > SMALLEST)
  .map(rings => rings.filter((ring, n) => n === 0 || ring.length > 12));

const projection = geoEqualEarth().rotate([-CENTRE, 0]).scale(SCALE).translate([WIDTH / 2, DOWN])
  .precision(0.6);
const drawn = geoPath(projection)({ type: "MultiPolygon", coordinates: shown });

// Whole steps from point to point are shorter than places, and compress better.
const path = drawn.split("M").slice(1).map(ring => {
  const points = ring.replace("Z", "").split("L").map(p => p.split(",").map(Number).map(Math.round));
  const [first, ...rest] = points.filter((p, n) =>
    n === 0 || p[0] !== points[n - 1][0] || p[1] !== points[n - 1][1]);
  let [x, y] = first;
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x},${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return steps.length < 3 ? "" : `M${first}l${steps.join(" ").replaceAll(" -", "-").replaceAll(",-", "-")}z`;
}).join("");

const target = new URL("../../main/resources/static-files/land.svg", import.meta.url);
writeFileSync(target, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 430">
<!-- Land without borders, Equal Earth around 35 degrees east. Natural Earth 1:50m (public domain)
     through npm world-atlas 2.0.2, made by src/build/land/outline.mjs. -->
<path id="land" d="${path}"/>
</svg>
`);
console.log(`${path.length} characters`);
