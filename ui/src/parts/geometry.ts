// Where things stand in a picture: values in, coordinates out. No meaning, no sentence, no score.
import type { Axis } from "../bindings/Axis";

/** The scale of levels. */
export const LEVELS: Axis = { log: false, from: 0, to: 4, ticks: [0, 1, 2, 3, 4].map((level) => [level, String(level)]) };

/** Place of a value along an axis, 0 at the left end and 1 at the right, held inside. */
export function along(axis: Axis, value: number): number {
  const turn = axis.log ? (v: number) => Math.log(Math.max(v, Number.MIN_VALUE)) : (v: number) => v;
  const span = turn(axis.to) - turn(axis.from);
  if (!(span > 0)) return 0;
  return Math.min(1, Math.max(0, (turn(value) - turn(axis.from)) / span));
}

/** An arc from the top, clockwise, over a share of the circle. */
export function arc(x: number, y: number, r: number, share: number): string {
  const turn = Math.min(0.999, Math.max(0.02, share)) * 2 * Math.PI;
  const to = `${round(x + r * Math.sin(turn))} ${round(y - r * Math.cos(turn))}`;
  return `M${x} ${y - r}A${r} ${r} 0 ${turn > Math.PI ? 1 : 0} 1 ${to}`;
}

export type Point = { x: number; y: number | null; name: string; value: number | null };

/** Points of a run over a box, the largest value at the top; a gap has no height. */
export function run(values: [string, number | null][], width: number, height: number, top: number): Point[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map(([name, value], i) => ({
    x: round(i * step),
    y: value === null || top <= 0 ? (value === null ? null : height) : round(height - (value / top) * height),
    name,
    value,
  }));
}

/** One line through neighbours; a gap lifts the pen. */
export function path(points: Point[]): string {
  let pen = "M";
  return points
    .map(({ x, y }) => {
      const drawn = y === null ? "" : `${pen}${x} ${y}`;
      pen = y === null ? "M" : "L";
      return drawn;
    })
    .join("");
}

/** Bars side by side that share a width, each a share of the whole; a hair of space between. */
export function bars(shares: number[], width: number, space: number): { x: number; width: number }[] {
  let x = 0;
  return shares.map((share) => {
    const bar = { x: round(x), width: round(Math.max(1, share * width - space)) };
    x += share * width;
    return bar;
  });
}

/** Labels of ticks that do not run into each other, always with the last; widths are guessed from their length. */
export function legible(axis: Axis, width: number): Axis["ticks"] {
  const kept: Axis["ticks"] = [];
  let edge = Number.POSITIVE_INFINITY;
  for (const tick of [...axis.ticks].reverse()) {
    const half = tick[1].length * 4 + 4;
    const at = along(axis, tick[0]) * width;
    if (at + half > edge) continue;
    kept.unshift(tick);
    edge = at - half;
  }
  return kept;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
