import { expect, test } from "vitest";
import { address, parse } from "./route.svelte";

test("an address leads back to where it came from", () => {
  expect(parse(address("assess", "INT2"))).toEqual({ screen: "assess", detail: "INT2" });
  expect(parse(address("plan", "a/b c"))).toEqual({ screen: "plan", detail: "a/b c" });
});

test("what is not known leads home", () => {
  expect(parse("#/nowhere/1").screen).toBe("home");
  expect(parse("").screen).toBe("home");
});
