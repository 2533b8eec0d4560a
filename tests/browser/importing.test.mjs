// From files to a frozen baseline: a table with a row that does not fit, incidents, a history, numbers and their reasons.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as files from "./bench/files.mjs";
import { staged } from "./bench/stage.mjs";
import { offerSources } from "./bench/walk.mjs";

const stage = staged({
  prepare: (setting) => {
    offerSources(setting);
    setting.server.offer(files.shopping(setting.server.folder));
  },
});
const go = () => stage.page.locator("form .btn.go");
const job = () => stage.page.locator(".job").innerText();

test("52: a workspace without evidence says what would be measured with which file", async () => {
  await stage.person.create("Cerámica Ñandú", "Tienda");
  await stage.person.visit("evidence");
  assert.match(await stage.page.locator("main").innerText(), /No evidence yet/);
});

test("a table of something else is not imported, and it is said why", async () => {
  const { person, page } = stage;
  await person.choose("table", "shopping.csv");
  assert.equal(await go().isDisabled(), true);
  assert.notEqual((await page.getByRole("alert").innerText()).trim(), "");
  await person.button("ui-leave-out").click();
});

test("39: a column that is not recognised can be named, and the row that does not fit comes first", async () => {
  const { person, page } = stage;
  await person.choose("table", "deployments.csv");
  assert.equal(await go().isDisabled(), true, "nothing says which column is the time");
  await person.map("went_live", "finished");
  const first = page.locator("tbody tr").first();
  assert.match(await first.innerText(), /7 · .*soon/s);
  assert.match(await page.locator("main section h2").first().innerText(), /39 of 40 rows in deployments\.csv/);
  await person.visit("baseline");
  assert.match(await person.title(), /cannot be measured yet/, "a preview writes nothing");
  await person.visit("evidence");
});

test("39: what was taken and what was not are told with line and reason, and stay listed", async () => {
  const { person, page } = stage;
  await person.take("shop", "deployments.csv");
  assert.match(await job(), /39 of 40 taken, 39 new/);
  assert.match(await job(), /Line 7\s+.*soon/s);
  await page.reload();
  await person.source("deployments.csv").waitFor();
  await page.getByRole("button", { name: person.t("ui-rejected", { count: 1 }) }).click();
  assert.match(await page.locator("main table").innerText(), /Line 7\s+.*soon/s);
});

test("the same table a second time adds nothing", async () => {
  const { person } = stage;
  await person.choose("table", "deployments.csv");
  await person.map("went_live", "finished");
  await person.take("shop", "deployments.csv");
  assert.match(await job(), /0 new, 39 known before/);
  assert.equal(await person.source("deployments.csv").count(), 1);
});

test("incidents and a history come in beside it", async () => {
  const { person } = stage;
  await person.choose("table", "incidents.csv");
  await person.take("shop", "incidents.csv");
  await person.choose("repository", "just.git");
  await person.take("just", "just.git");
  assert.match(await job(), /1992 of 1992 taken/);
  assert.match(await person.source("just.git").innerText(), /1992 commits, 180 tags as deployments/);
});

test("a year is chosen, and the numbers are those of that year", async () => {
  const { person, page } = stage;
  await person.visit("baseline");
  await page.locator(".metric").first().waitFor();
  await person.button("ui-change").click();
  await person.field("ui-from").fill(files.YEAR.from);
  await person.field("ui-last-day").fill(files.YEAR.last);
  await person.field("ui-bots").check();
  await person.button("ui-measure").click();
  // 13 tags of the history lie in 2025 and bring 143 changes: the counts kept beside the history.
  await page.locator(".metric").first().filter({ hasText: /n = 143 changes/ }).waitFor();
});

test("31: every number stands beside how many it rests on and an interval", async () => {
  const measured = stage.page.locator(".metric").filter({ has: stage.page.locator(".dot, .ring").first() });
  const texts = await measured.allInnerTexts();
  assert.ok(texts.length >= 3, `${texts.length} metrics`);
  for (const text of texts) assert.match(text, /n = \d+/);
  const bare = await stage.page.locator(".bar svg:has(.dot):not(:has(.iv)):not(:has(.ring))").count();
  assert.equal(bare, 0, "a number without an interval");
});

test("29: Why? opens beside each number, and Esc gives the focus back", async () => {
  const { person, page } = stage;
  const whys = page.locator(".metric .why");
  for (let i = 0; i < (await whys.count()); i += 1) {
    await whys.nth(i).focus();
    await person.press("Enter");
    await page.getByRole("complementary", { name: person.t("ui-why") }).waitFor();
    assert.notEqual((await page.locator("aside h2").innerText()).trim(), "");
    assert.equal(await whys.nth(i).isVisible(), true, "the number stays in sight");
    await person.press("Escape");
    assert.equal(await whys.nth(i).evaluate((button) => document.activeElement === button), true);
  }
});

test("35: a chart has a table with the same weeks that were measured", async () => {
  const { person, page } = stage;
  const weeks = await page.locator(".trend").first().locator(".dot, .out").count();
  assert.ok(weeks >= 52, `${weeks} weeks of a year are drawn one by one`);
  await person.button("ui-as-table").click();
  const cells = await page.locator("table.weeks tbody td:nth-child(2)").allInnerTexts();
  assert.equal(cells.filter((cell) => /\d/.test(cell)).length, weeks);
  await person.button("ui-as-chart").click();
});

test("36: a chart is one stop, and arrows say its points", async () => {
  const { person, page } = stage;
  const chart = page.locator(".metric .walk").first();
  await chart.focus();
  await person.press("ArrowRight");
  assert.match(await chart.getByRole("status").innerText(), /^W\d\d: \S/);
});

test("30: a week without data is a gap, not a zero", async () => {
  assert.ok((await stage.page.locator(".metric").first().locator(".hg").count()) > 0);
});

test("26: a frozen baseline has a name and is listed, and what is measured now stays a draft", async () => {
  const { person, page } = stage;
  await person.press("Control+Shift+B");
  await person.field("ui-freeze-name").fill("Año 2025");
  await person.press("Enter");
  await page.getByText(/Frozen as Año 2025/).waitFor();
  await page.waitForURL(/#\/baseline\/\d+$/);
  await person.settle();
  await page.getByRole("link", { name: "Año 2025", exact: true }).waitFor();
  assert.equal(await person.button("ui-freeze-open").count(), 0);
  await page.locator(".metric").first().filter({ hasText: /n = 143 changes/ }).waitFor();
  await page.getByRole("link", { name: person.t("ui-back-now") }).click();
  await person.button("ui-freeze-open").waitFor();
});

test("a source is taken out only after a question, and its numbers go with it", async () => {
  const { person, page } = stage;
  await person.visit("evidence");
  await person.button("ui-remove-source", { name: "just.git" }).click();
  assert.equal(await person.button("ui-keep").evaluate((button) => document.activeElement === button), true);
  await person.button("ui-remove").click();
  await person.source("just.git").waitFor({ state: "detached" });
  await page.getByText("A git history: without it there is no lead time.").waitFor();
});
