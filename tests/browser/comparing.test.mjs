// A leader compares two quarters with the keyboard alone, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Stage, staged } from "./bench/stage.mjs";

const stage = staged();
const main = () => stage.page.locator("main").innerText();

test("C4: the comparison opens by a key, and says its finding before its pictures", async () => {
  const { person, page } = stage;
  await person.sample();
  await person.visit("compare");
  await page.locator("main .pick select").first().waitFor();
  const [first, second] = await page.locator("main .pick select").all();
  assert.equal(await first.inputValue(), "4");
  assert.equal(await second.inputValue(), "now");
  assert.ok((await page.locator("main svg[role=img]").count()) >= 5 + 4, "five metrics and what moved");
  assert.match(await main(), /38 of 40 comparable/);
  assert.equal(await page.locator("nav a[aria-current=page]").innerText(), person.t("ui-compare"));
});

test("C4: another side is chosen with the arrows, the address follows, and Back returns", async () => {
  const { person, page } = stage;
  const second = page.locator("main .pick select").nth(1);
  await second.focus();
  await person.asked("compare", () => second.selectOption({ label: "2025 Q4" }));
  await person.settle();
  assert.match(page.url(), /#\/compare\/4-1$/);
  assert.equal(await page.locator("main .pick select").first().inputValue(), "1", "the earlier window stands first");
  await person.asked("compare", () => page.goBack());
  await person.settle();
  assert.equal(await page.locator("main .pick select").nth(1).inputValue(), "now");
});

test("C4: the pictures turn into tables by a key and back, with the same words", async () => {
  const { person, page } = stage;
  await page.locator("main h1").click();
  const drawn = await page.locator("main li .said p:first-child").allInnerTexts();
  await person.press("t");
  const table = page.getByRole("table").first();
  await table.waitFor();
  const told = await table.locator("tbody tr td:nth-child(5)").allInnerTexts();
  assert.deepEqual(told, drawn);
  assert.equal(await page.getByRole("table").nth(1).locator("tbody tr").count(), 38);
  await person.press("t");
});

test("C4: what is within noise and what cannot be compared open with Enter", async () => {
  const { person, page } = stage;
  const folds = page.locator("main details.fold > summary");
  for (const fold of await folds.all()) {
    await fold.focus();
    await person.press("Enter");
  }
  assert.equal(await page.locator("main details[open] .apart li").count(), 2);
  assert.equal(await page.locator("main details[open]").count(), 2);
});

test("the baseline carries the last quarter as a hollow dot and the word for it", async () => {
  const { person, page } = stage;
  await person.visit("baseline");
  await page.locator(".metric").first().waitFor();
  assert.ok((await page.locator(".metric svg .last").count()) >= 4);
  assert.match(await main(), /Against 2026 Q3: no evidence of change/);
});

test("46: the same in Spanish, in words and in numbers", async () => {
  const spanish = await new Stage("es").open();
  try {
    await spanish.person.sample();
    await spanish.person.visit("compare");
    const said = await spanish.page.locator("main").innerText();
    for (const piece of ["38 de 40 comparables", "sin indicios de cambio", "Razón 1,17", "subió, 82\u00a0%"]) assert.ok(said.includes(piece), `${piece} in ${said}`);
  } finally {
    await spanish.close();
  }
});
