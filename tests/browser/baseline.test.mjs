// From a number down to the line of a file, and what a person corrects there: the numbers that move are worked out
// from the sample's own tables, by the counting beside each test.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { focus } from "./bench/looks.mjs";
import { ROOT } from "./bench/places.mjs";
import { staged } from "./bench/stage.mjs";

const SAMPLE = join(ROOT, "assessments/sample/payments");

const stage = staged({
  walked: async ({ person, page }) => {
    await person.sample();
    await person.visit("baseline");
    await page.locator(".metric").first().waitFor();
  },
});
const pane = () => stage.page.getByRole("complementary").last();
const metric = (name) => stage.page.locator(".metric").filter({ hasText: name });
/** What stands there, with ordinary spaces. */
const read = async (at) => (await at.innerText()).replace(/[\u00a0\u202f]/g, " ");
const moved = () => read(stage.page.locator(".moved.some"));

/** The line on which a table of the sample names it. */
function line(file, name) {
  const lines = readFileSync(join(SAMPLE, file), "utf8").split("\n");
  return lines.findIndex((text) => text.includes(name)) + 1;
}

/** Stand on a row of a table and open it. */
async function open(key, label) {
  const { person, page } = stage;
  await page.locator("main").first().focus();
  await person.press(key);
  const row = page.locator("[data-row]").filter({ hasText: label }).first();
  await row.focus();
  await person.press("Enter");
  await pane().locator("h2:focus").waitFor();
}

/** Fill the form of the pane: a choice if there is one, the reason, and send it. */
async function correct(choice, reason) {
  const { page, person } = stage;
  const form = page.locator("main form.card").last();
  if (choice) await form.locator("select").selectOption({ label: choice });
  const send = form.getByRole("button", { name: person.t("ui-correct"), exact: true });
  assert.equal(await send.isDisabled(), true, "a correction without a reason");
  await form.locator("textarea").fill(reason);
  await person.asked(/take|Retirar/i.test(await form.getAttribute("aria-label")) ? "take_back" : "correct", () => send.click());
  await page.locator(".moved.some").waitFor();
}

test("a deployment is walked down to its changes, its incident, its file and line", async () => {
  await open("d", "2026.45.0");
  const text = await pane().innerText();
  assert.ok(text.includes(`deployments.csv, line ${line("deployments.csv", "2026.45.0")}`), text);
  assert.ok(text.includes(`incidents.csv, line ${line("incidents.csv", "INC-2113")}`), text);
  assert.equal(await pane().locator("tbody tr").count(), 3, "the table says 3 changes");
});

test("its incident opens from there, and Esc gives the focus back to the row", async () => {
  const { person } = stage;
  await pane().getByRole("button", { name: "INC-2113", exact: true }).click();
  await pane().getByRole("heading", { name: "INC-2113" }).waitFor();
  await person.press("Escape");
  assert.match((await focus(stage.page)).name, /2026\.45\.0/);
});

test("36: arrows walk the rows as one stop", async () => {
  const { person, page } = stage;
  await person.press("d");
  await page.locator("[data-row]:focus").waitFor();
  const first = (await focus(page)).name;
  await person.press("ArrowDown", "ArrowDown", "ArrowUp");
  const now = await focus(page);
  assert.notEqual(now.name, first);
  assert.ok(now.ring && now.seen);
  await person.press("Home");
  assert.equal((await focus(page)).name, first);
  assert.equal(await page.locator("details[data-table=deployments] [data-row][tabindex='0']").count(), 1);
});

test("an incident linked by hand moves what counts failures: 3 of 13 judged become 4 of 13", async () => {
  const { person } = stage;
  // 14 deployments bring changes, 2026.47.1 is younger than 72 hours, so 13 are judged; 38.0, 41.0 and 45.0 failed.
  assert.match(await read(metric("Change failure rate")), /23 %/); // 3/13 = 0.2308
  await open("i", "INC-2120");
  await person.button("ui-link-deployment").click();
  const label = await pane().locator("option").filter({ hasText: "2026.46.0" }).innerText();
  await correct(label, "The settlement job came with it");
  assert.match(await moved(), /Change failure rate: 23 % → 31 %/); // 4/13 = 0.3077
  assert.match(await pane().innerText(), /2026\.46\.0/);
  assert.match(await read(metric("Change failure rate")), /4 of n = 13/);
});

test("and unlinked again it is 3 of 13", async () => {
  const { person } = stage;
  await person.button("ui-unlink").click();
  await correct(null, "It was another job after all");
  assert.match(await moved(), /Change failure rate: 31 % → 23 %/);
  await person.press("Escape");
});

test("a kind marked by hand moves what counts it: a rollback brings no change and repairs", async () => {
  const { person, page } = stage;
  await open("d", "2026.47.0");
  await person.button("ui-mark-kind").click();
  await correct("Rolled back", "The tag was set on the way back");
  const text = await moved();
  assert.match(text, /Deployment frequency: 1\.2 a week → 1\.1 a week/); // 14/12 = 1.17, 13/12 = 1.08
  assert.match(text, /Deploy lag: n = 61 changes → n = 58 changes|Deploy lag: 6\.2 d → /); // its 3 changes
  assert.match(text, /Change failure rate: 23 % → 25 %/); // 3 of 12
  assert.match(text, /Rework rate: 19 % → 25 %/); // 3 of 16, then 4 of 16
  await person.press("Escape");
  assert.match(await page.locator("tr").filter({ hasText: "2026.47.0" }).first().innerText(), /by hand/);
});

test("corrections are listed with their reason, and taken back with one", async () => {
  const { person, page } = stage;
  const list = page.locator("section").filter({ has: page.locator("#corrections") });
  const one = list.locator("li").filter({ hasText: "2026.47.0" });
  assert.match(await one.innerText(), /The tag was set on the way back/);
  await one.getByRole("button", { name: /Take back/ }).click();
  await correct(null, "It was a release");
  assert.match(await moved(), /Rework rate: 25 % → 19 %/);
  assert.equal(await one.count(), 0);
});

test("rows are shown by kind, and of one week that a chart gives", async () => {
  const { person, page } = stage;
  const table = page.locator("details[data-table=deployments]");
  await table.locator("select").first().selectOption("rolled back");
  assert.equal(await table.locator("tbody tr").count(), 1, "one rollback, 16 September");
  await table.locator("select").first().selectOption("");
  const chart = page.locator(".trend").first();
  await chart.focus();
  await person.press("Home");
  assert.match(await chart.getByRole("status").innerText(), /^2026-W36: 1/);
  await person.press("Enter");
  // The ISO week 36 of 2026 is 31 August to 6 September: 2026.36.0 on the 3rd and nothing else.
  assert.deepEqual(await table.locator("tbody th").allInnerTexts(), ["2026.36.0"]);
  await page.getByRole("button", { name: person.t("ui-all-weeks"), exact: true }).click();
});

test("what other engines would say is a table with a reason in each row, and stays open", async () => {
  const { person, page } = stage;
  await page.locator("main").first().focus();
  await person.press("e");
  const rows = page.locator("#engine-table tbody tr");
  await rows.first().waitFor();
  assert.equal(await rows.count(), 9);
  for (const text of await rows.locator("td:last-child").allInnerTexts()) assert.ok(text.trim().length > 20, text);
  await page.reload();
  await rows.first().waitFor();
  await person.press("e");
  await rows.first().waitFor({ state: "detached" });
});

test("data quality stands beside the numbers without being asked for", async () => {
  const text = await stage.page.locator("section").filter({ has: stage.page.locator("#quality") }).innerText();
  assert.match(text, /18 of 18/); // the rows of the window in deployments.csv
  assert.match(text, /3 of 4/); // INC-2120 names no deployment
});

test("a level is named only for a year that was chosen, and never for failures or rework", async () => {
  const { person, page } = stage;
  const scales = page.locator("section").filter({ has: page.locator("#scales") });
  assert.doesNotMatch(await scales.innerText(), /20\d\d report/);
  await person.button("ui-beside-others").click();
  const levels = await person.asked("set_benchmarks", () => person.field("ui-level-year").selectOption("2024"));
  const metrics = (await levels.json()).value.metrics;
  assert.notEqual(metrics.find((row) => row.id === "lead_time").level, "");
  for (const id of ["change_fail_rate", "rework_rate"]) assert.equal(metrics.find((row) => row.id === id).level, "");
  await scales.getByText(metrics.find((row) => row.id === "lead_time").level).first().waitFor();
  await person.asked("set_benchmarks", () => person.field("ui-level-year").selectOption(""));
});

test("a frozen baseline offers no correction", async () => {
  const { person, page } = stage;
  await page.getByRole("link", { name: "2026 Q3", exact: true }).click();
  await page.getByText(/Frozen as 2026 Q3/).waitFor();
  await person.settle();
  assert.equal(await person.button("ui-beside-others").count(), 0);
  assert.equal(await page.getByRole("button", { name: /Take back/ }).count(), 0);
});

test("without data a team reports steps itself, and they are marked", async () => {
  const { person, page } = stage;
  await person.visit("home");
  await person.create("Cerámica Ñandú", "Tienda");
  await person.visit("baseline");
  const lead = page.getByLabel("Lead time for changes");
  await person.asked("set_bands", () => lead.selectOption("4"));
  await page.getByText(/Self-reported, not measured: one day to one week/).first().waitFor();
  await page.reload();
  await page.getByText(/Self-reported, not measured: one day to one week/).first().waitFor();
  assert.equal(await lead.inputValue(), "4");
});
