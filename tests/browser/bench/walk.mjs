// Every screen and every state of it that a person meets, from nothing at all to the report.
// In: a stage whose server offers `SOURCES`. Out: a call of `look` with the name of each. One walk for checks and pictures.
import * as files from "./files.mjs";

/** What the walk imports; to be offered before the server starts. */
export function offerSources(stage) {
  const folder = stage.server.folder;
  for (const make of [files.deployments, files.incidents, files.repository]) stage.server.offer(make(folder));
}

/** Walk through all of it. */
export async function walk(stage, look) {
  for (const part of [beginning, answering, emptyRooms, over, importing, measuring, planning, sampling]) await part(stage.person, look);
}

async function beginning(person, look) {
  await look("home, empty");
  await person.press("Control+n");
  await person.dialog().waitFor();
  await look("new workspace");
  await person.press("Escape");
  await person.create("Cerámica Ñandú", "Tienda");
  await look("assess, no assessment");
}

async function answering(person, look) {
  await person.begin("quick", "2026 Q4");
  await person.settle();
  await look("assess, unanswered");
  await person.answer("2");
  await look("assess, answered");
  await person.press("Enter", "x");
  await person.page.locator("#word").waitFor();
  await look("assess, a reason is asked");
  await person.page.locator("#word").fill("COBOL 74");
  await person.press("Enter");
  await person.kept();
  await look("assess, not applicable");
  await person.page.locator("h1").focus();
  await person.press("/");
  await person.page.locator("#list-search").waitFor();
  await look("assess, list of questions");
  await person.press("Escape");
}

async function emptyRooms(person, look) {
  for (const screen of ["profile", "evidence", "baseline", "plan"]) {
    await person.visit(screen);
    await look(`${screen}, little known`);
  }
}

async function over(person, look) {
  await person.visit("assess");
  for (const [name, key] of [["keys", "?"], ["palette", "Control+k"], ["settings", "Control+,"]]) {
    await person.press(key);
    await person.dialog().waitFor();
    await look(name);
    await person.press("Escape");
    await person.dialog().waitFor({ state: "detached" });
  }
}

async function importing(person, look) {
  await person.choose("table", "deployments.csv");
  await look("evidence, no column for the time");
  await person.map("went_live", "finished");
  await look("evidence, preview with a reject");
  await person.take("shop", "deployments.csv");
  await look("evidence, imported");
  await person.choose("table", "incidents.csv");
  await person.take("shop", "incidents.csv");
  await person.choose("repository", "just.git");
  await look("evidence, a repository");
  await person.take("just", "just.git");
  await look("evidence, sources");
}

async function measuring(person, look) {
  await person.visit("baseline");
  await person.page.locator(".metric").first().waitFor();
  await look("baseline, measured");
  await person.page.locator(".metric .why").first().click();
  await person.page.locator("aside h2").waitFor();
  await look("baseline, Why?");
  await person.press("Escape", "t");
  await person.page.getByText(person.t("ui-deployments"), { exact: true }).first().click();
  await look("baseline, tables and deployments");
  await person.press("t");
}

async function planning(person, look) {
  await person.visit("compare");
  await person.page.locator(".empty").waitFor();
  await look("over time, nothing to compare");
  await person.visit("plan");
  await person.page.locator("details.fold summary").last().click();
  await look("plan, not now");
  await person.visit("home");
  await look("home, recent");
}

/** From the numbers down to one deployment, and a correction of it. */
async function drilling(person, look) {
  const { page } = person;
  const onMain = () => page.locator("main").first().focus();
  await person.button("ui-beside-others").click();
  await person.asked("set_benchmarks", () => person.field("ui-level-year").selectOption("2024"));
  await onMain();
  await person.press("e");
  await page.locator("#engine-table").waitFor();
  await look("sample, other engines and a year's levels");
  await onMain();
  await person.press("e", "i");
  await page.locator("[data-row]:focus").waitFor();
  await person.press("Enter");
  await page.locator("aside h2").waitFor();
  await look("sample, an incident");
  await person.press("Escape", "d");
  await page.locator("[data-table=deployments] [data-row]:focus").waitFor();
  await person.press("Enter");
  await person.button("ui-mark-kind").click();
  await look("sample, a deployment and a form");
  await page.locator("aside select").selectOption("rollback");
  await page.locator("aside textarea").fill("TPS 74");
  await person.button("ui-correct").click();
  await page.locator(".moved.some").waitFor();
  await look("sample, what moved");
  await person.press("Escape");
  await page.locator(".trend").first().focus();
  await person.press("Home", "Enter");
  await look("sample, one week and a correction");
  await page.getByRole("button", { name: person.t("ui-all-weeks"), exact: true }).click();
}

async function comparing(person, look) {
  await person.visit("compare");
  await person.page.locator("main h1").waitFor();
  await look("sample, over time");
  await person.page.locator("main details.fold summary").first().click();
  await look("sample, over time, within noise");
  await person.press("t");
  await look("sample, over time, tables");
  await person.press("t");
}

async function sampling(person, look) {
  await person.sample();
  await look("sample, assess");
  await person.page.evaluate(() => (location.hash = "#/assess/REL2"));
  await person.page.getByText("REL2").first().waitFor();
  await person.page.locator("main h1").focus();
  await person.answer("4");
  await look("sample, contradicted by a trace");
  await person.page.locator("main h1").focus();
  await person.press("c");
  await person.page.locator("#list-search:focus").waitFor();
  await look("sample, list of what is contradicted");
  await person.press("Escape");
  await person.visit("profile");
  await person.page.locator(".bar button.name").first().click();
  await look("sample, profile");
  await person.visit("evidence");
  await look("sample, evidence");
  await person.visit("baseline");
  await person.page.locator(".metric").first().waitFor();
  await look("sample, baseline");
  await drilling(person, look);
  await comparing(person, look);
  await person.visit("plan");
  await person.page.locator("li button.item").first().waitFor();
  await look("sample, plan");
  await person.visit("report");
  await person.page.locator(".desk svg").waitFor();
  await look("sample, report");
}
