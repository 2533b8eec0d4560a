// The sample organisation: a plan that follows what is set, and a report that reaches a file in two languages.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { onPath } from "./bench/places.mjs";
import { staged } from "./bench/stage.mjs";

const ORGANISATION = "Halyard Freight";

const stage = staged();
const steps = () => stage.page.locator("li button.item .name").allInnerTexts();
const needs = () => stage.page.locator(".list ul.row.sm").first().innerText();
const written = () => readdirSync(stage.server.saved).filter((name) => name.endsWith(".pdf"));
const text = (file) => spawnSync("pdftotext", [join(stage.server.saved, file), "-"], { encoding: "utf8" }).stdout;

test("52: the sample organisation is one key away, and says that it is a sample", async () => {
  await stage.person.sample();
  assert.match(await stage.page.locator("header").innerText(), new RegExp(`${ORGANISATION}.*Sample`, "s"));
});

test("37: the plan is ordered, and each step says why it stands there", async () => {
  const { person, page } = stage;
  await person.visit("plan");
  await page.locator("li button.item").first().waitFor();
  for (const wave of await page.locator("ol:has(button.item)").all()) {
    const ranks = (await wave.locator("button.item > b").allTextContents()).map((rank) => parseInt(rank, 10));
    assert.ok(ranks.length >= 2, `${ranks.length} steps in a wave`);
    assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b));
  }
  for (const i of [0, 1, 2]) {
    const step = page.locator("li button.item").nth(i);
    await step.click();
    const card = await page.locator("article").innerText();
    assert.ok(card.includes(await step.locator(".name").innerText()), "the card is of the step that was chosen");
    assert.match(card, /Why here\s+\S.*\d/s);
    assert.equal(await page.locator("article ol li").count(), 3, "first actions");
  }
});

test("29: a step, a need and a dimension can be asked where they come from", async () => {
  const { person, page } = stage;
  const why = page.getByRole("complementary", { name: person.t("ui-why") });
  const ask = async (button) => {
    await button.click();
    await why.waitFor();
    assert.match(await why.innerText(), /\d/);
    await person.press("Escape");
    await why.waitFor({ state: "detached" });
  };
  await ask(page.locator("article .why"));
  await ask(page.locator(".list ul.row.sm button").first());
  await person.visit("profile");
  await ask(page.locator(".bar .why").first());
  await person.visit("plan");
});

test("37: another target changes what hurts, and the order follows", async () => {
  const { person, page } = stage;
  const [order, hurts] = [await steps(), await needs()];
  await page.getByText(person.t("ui-targets"), { exact: true }).click();
  await person.field("ui-target-fail").fill("50");
  await person.asked("set_plan_settings", () => person.press("Tab"));
  await page.waitForFunction((before) => document.querySelector(".list ul.row.sm")?.innerText !== before, hurts);
  await page.locator("#risk").focus();
  await person.asked("set_plan_settings", () => person.press("End"));
  await page.waitForFunction((before) => {
    const now = [...document.querySelectorAll("li button.item .name")].map((step) => step.innerText);
    return now.join() !== before.join();
  }, order);
  await page.reload();
  await page.locator("li button.item").first().waitFor();
  assert.notDeepEqual(await steps(), order, "what was set is kept");
  assert.equal(await page.locator("#risk").inputValue(), "40");
});

test("41: the report is shown page by page as it will be", async () => {
  const { person, page } = stage;
  await person.visit("report");
  await page.locator(".desk svg").waitFor();
  const pages = await page.locator("nav .sheet svg").count();
  assert.ok(pages >= 8, `${pages} pages`);
  await person.press("PageDown");
  await page.getByRole("img", { name: new RegExp(`^Page 2 of ${pages}`) }).waitFor();
  assert.match(await page.locator(".desk .sheet").innerText(), /\S/);
});

test("41: the report is saved as a PDF that holds the organisation's name", async () => {
  const { person, page } = stage;
  await person.asked("save_report", () => person.press("Control+e"));
  await page.locator(".written").waitFor();
  const [file, ...more] = written();
  assert.deepEqual(more, []);
  assert.ok((await page.locator(".written").innerText()).includes(file));
  const bytes = readFileSync(join(stage.server.saved, file));
  assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  assert.match(bytes.subarray(-32).toString("latin1"), /%%EOF\s*$/);
  if (onPath("pdftotext")) assert.ok(text(file).includes(ORGANISATION));
});

test("46: the same report in Spanish is another file's worth of words", async (t) => {
  const { person, page } = stage;
  if (!onPath("pdftotext")) return t.skip("pdftotext is not installed");
  const english = text(written()[0]);
  await person.asked("report_preview", () => page.getByText(person.t("ui-lang-es"), { exact: true }).click());
  await person.settle();
  await person.asked("save_report", () => person.press("Control+e"));
  const spanish = written().map(text).find((said) => said !== english);
  assert.ok(spanish?.includes(ORGANISATION));
  assert.match(spanish, /Resumen/);
});
