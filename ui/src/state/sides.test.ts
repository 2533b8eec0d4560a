import { expect, test } from "vitest";
import { sideName, sideNamed } from "./sides";

test("a side goes into an address and comes back", () => {
  for (const side of [{ at: "now" }, { at: "frozen", id: 12 }] as const) expect(sideNamed(sideName(side))).toEqual(side);
});

test("what names no side leaves the choice to the engine", () => {
  for (const name of [undefined, "", "last", "-3", "1e9", "99999999999"]) expect(sideNamed(name)).toBeNull();
});
