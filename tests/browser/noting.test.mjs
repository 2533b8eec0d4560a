// A note without a level: written before the answer, and left when the answer is taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { staged } from "./bench/stage.mjs";

const stage = staged();

test("22: a note may come before the answer, and counts as none", async () => {
  const { person, page } = stage;
  await person.create("Halyard", "Payments");
  await person.begin("quick", "2026 Q4");
  await page.locator("main h1").focus();
  await person.press("n");
  const reply = await person.asked("set_answer", () => page.keyboard.type("ask Ana"));
  assert.equal(reply.status(), 200);
  await person.kept();
  await person.reads(/0 of 8/);
});

test("22: a note stays when the answer is taken back", async () => {
  const { person, page } = stage;
  await page.locator("main h1").focus();
  await person.answer("2");
  await person.press("2");
  await person.reads(/0 of 8/);
  await person.kept();
  await page.reload();
  await page.locator(".levels").waitFor();
  assert.equal(await page.locator("#note").inputValue(), "ask Ana");
  assert.equal(await person.level(), null);
});
