// Claim against trace: what the data leaves open beside the answer, and what is contradicted first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { staged } from "./bench/stage.mjs";

const stage = staged({
  walked: async ({ person, page }) => {
    await person.sample();
    await page.locator(".levels").waitFor();
  },
});
const beside = () => stage.page.getByRole("complementary", { name: stage.person.t("ui-beside") });

test("beside the answer: the levels left open, what was measured on how many, and where from", async () => {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/assess/REL2"));
  await page.getByText("REL2", { exact: false }).first().waitFor();
  const text = await beside().innerText();
  // 14 deployments bring changes in 12 weeks: 1.2 a week; the cut-offs are 1 for level 2 and 5 for level 3.
  assert.match(text, /leaves only 2 open/);
  assert.match(text, /1\.2 deployments with changes a week, from 14/);
  assert.match(text, /delivery data/);
  assert.doesNotMatch(text, /contradict/i);
});

test("an answer above what the data leaves open is marked at once, and never changed", async () => {
  const { person, page } = stage;
  await page.locator("main h1").focus();
  await person.answer("4");
  await page.getByRole("button", { name: person.t("ui-contradictions", { count: 1 }) }).waitFor();
  assert.ok((await beside().innerText()).includes(person.t("ui-trace-never")));
  assert.equal(await person.level(), 4);
});

test("what is contradicted is one key away, with the reason", async () => {
  const { person, page } = stage;
  await page.locator("main h1").focus();
  await person.press("c");
  await page.locator("#list-search:focus").waitFor();
  const rows = page.locator("aside li");
  assert.equal(await rows.count(), 1);
  assert.match(await rows.innerText(), /Said: 4.*trace says 2/s);
  await person.press("Escape");
  await page.locator("main h1:focus").waitFor();
});

test("taken back, nothing is contradicted", async () => {
  const { person, page } = stage;
  await person.asked("undo", () => person.press("Control+z"));
  await page.getByRole("button", { name: person.t("ui-contradictions", { count: 1 }) }).waitFor({ state: "detached" });
});
