import { expect, test } from "vitest";
import { bunches, together } from "./bunch";

test("neighbours span from their lowest to their highest, and gaps are not zeros", () => {
  expect(bunches([3, null, 1, 8, null, null, null, null, 5], 4)).toEqual([
    { first: 0, last: 3, low: 1, high: 8, middle: 3, known: 3 },
    { first: 4, last: 7, low: 0, high: 0, middle: 0, known: 0 },
    { first: 8, last: 8, low: 5, high: 5, middle: 5, known: 1 },
  ]);
});

test("one at a time is the values themselves", () => {
  expect(bunches([2, 7], 1).map((one) => [one.low, one.middle, one.high])).toEqual([[2, 2, 2], [7, 7, 7]]);
});

test("52 weeks in 150 pixels at eight apart are three together, 12 are alone", () => {
  // 52 * 8 = 416 pixels wanted, 416 / 150 = 2.8
  expect(together(52, 150, 8)).toBe(3);
  expect(together(12, 150, 8)).toBe(1);
});
