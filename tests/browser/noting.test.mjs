// A note without a level: written before the answer, and kept when the answer is taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { staged } from "./bench/stage.mjs";

const NOTE = "ask Ana on the 3rd";

const stage = staged();
const note = () => stage.page.locator("#note").inputValue();

test("22: a note before the answer counts as none, and is said to wait", async () => {
  const { person, page } = stage;
  await person.create("Halyard", "Payments");
  await person.begin("quick", "2026 Q4");
  await page.locator("main h1").focus();
  await person.press("n");
  await page.locator("#note:focus").waitFor();
  await page.keyboard.type(NOTE);
  await page.getByRole("status").filter({ hasText: person.t("ui-note-waits") }).waitFor();
  await person.reads(/0 of 8/);
});

test("22: it waits while another question is looked at, and goes out with the answer", async () => {
  const { person, page } = stage;
  await page.locator("main h1").focus();
  await person.press("Enter");
  await person.press("k");
  assert.equal(await note(), NOTE);
  await person.answer("2");
  assert.equal(await page.getByText(person.t("ui-note-waits")).count(), 0);
  await page.reload();
  await page.locator(".levels").waitFor();
  assert.equal(await note(), NOTE);
});

test("22, 24: an answer taken back leaves its note on the screen, and undo brings both back", async () => {
  const { person, page } = stage;
  await person.asked("clear_answer", () => person.press("2"));
  await person.reads(/0 of 8/);
  assert.equal(await note(), NOTE);
  await person.asked("undo", () => person.press("Control+z"));
  await person.reads(/1 of 8/);
  await page.reload();
  await page.locator(".levels").waitFor();
  assert.equal(await person.level(), 2);
  assert.equal(await note(), NOTE);
});
