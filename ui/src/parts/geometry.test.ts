import { expect, test } from "vitest";
import { along, bars, legible, path, run } from "./geometry";

const log = { log: true, from: 1, to: 16, ticks: [] };

test("a logarithmic axis gives each doubling the same length", () => {
  expect([1, 2, 4, 8, 16].map((value) => along(log, value))).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test("a value outside the axis stands at its end", () => {
  expect(along(log, 100)).toBe(1);
  expect(along({ ...log, log: false }, -3)).toBe(0);
  expect(along({ ...log, from: 2, to: 2 }, 2)).toBe(0);
});

test("a gap lifts the pen", () => {
  const points = run([["a", 1], ["b", null], ["c", 2]], 10, 10, 2);
  expect(path(points)).toBe("M0 5M10 0");
});

test("bars fill the width they share", () => {
  expect(bars([0.5, 0.25], 100, 2)).toEqual([{ x: 0, width: 48 }, { x: 50, width: 23 }]);
});

test("labels that would run into each other are left out, never the last", () => {
  const ticks: [number, string][] = [[1, "1 h"], [1.1, "66 min"], [16, "16 h"]];
  expect(legible({ ...log, ticks }, 300).map((tick) => tick[1])).toEqual(["66 min", "16 h"]);
});
