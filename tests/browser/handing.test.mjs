// Handing over: several files at once, a folder, what each is, what it still needs; in English and Spanish.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as files from "./bench/files.mjs";
import { ROOT } from "./bench/places.mjs";
import { Stage } from "./bench/stage.mjs";

const RUNS = join(ROOT, "tests/data/exports/github/gh_run_list.json");

/** A folder with runs, incidents, a file that is cut, and one that is no data. */
function folder(within) {
  const path = join(within, "handed");
  mkdirSync(path);
  copyFileSync(RUNS, join(path, "runs.json"));
  files.incidents(path);
  writeFileSync(join(path, "broken.json"), readFileSync(RUNS, "utf8").slice(0, 300));
  writeFileSync(join(path, "notes.md"), "what we found");
  return path;
}

/** Deployments at local times, without a zone. */
function local(within) {
  const path = join(within, "local.csv");
  writeFileSync(path, "finished,service,status\n2026-03-05 09:00,shop,success\n2026-03-12 09:00,shop,success\n");
  return path;
}

for (const lang of ["en", "es"]) {
  describe(`handing over, ${lang}`, () => {
    const stage = new Stage(lang);
    const row = (name) => stage.page.locator("li[data-state]").filter({ has: stage.page.locator("b", { hasText: name }) });

    before(async () => {
      const { server } = stage;
      server.offer(folder(server.folder));
      for (const path of [files.deployments(server.folder), local(server.folder)]) server.offer(path);
      copyFileSync(RUNS, join(server.folder, "runs.json"));
      server.offer(join(server.folder, "runs.json"));
      await stage.open();
      await stage.person.create("Cerámica Ñandú", "Tienda");
      await stage.person.visit("evidence");
    });
    after(() => stage.close());

    test("without evidence the screen teaches the first command, ready to be copied", async () => {
      const { page, person } = stage;
      await page.getByRole("heading", { name: person.t("ui-ways-title") }).waitFor();
      assert.match(await page.locator("main code").first().innerText(), /^gh /);
      await person.field("ui-ways-tool").selectOption({ label: "GitHub" });
    });

    test("several files are chosen together, and each says what it is and what it needs", async () => {
      const { page, person } = stage;
      await person.press("Control+i");
      await person.dialog().waitFor();
      for (const name of ["runs.json", "local.csv"]) await page.getByLabel(person.t("ui-select", { name }), { exact: true }).check();
      await person.button("ui-take-selected", { count: 2 }).click();
      await row("runs.json").waitFor();
      assert.match(await row("runs.json").innerText(), /GitHub Actions.*headSha/s);
      assert.equal(await row("local.csv").getAttribute("data-state"), "needs");
      assert.equal(await page.locator("form .btn.go").innerText(), person.t("ui-import-files", { count: 1 }));
    });

    test("a zone is found by a part of its name, and the file is ready then", async () => {
      const { page, person } = stage;
      const zone = page.getByLabel(person.t("ui-zone-of", { name: "local.csv" }));
      await zone.fill("atlantis");
      await person.press("Tab");
      await page.getByText(person.t("ui-no-zone-found")).waitFor();
      await zone.fill("madrid");
      await person.press("Tab");
      await page.locator("li[data-state=ready]").filter({ hasText: "local.csv" }).waitFor();
      assert.equal(await page.getByLabel(person.t("ui-zone-of", { name: "local.csv" })).inputValue(), "Europe/Madrid");
    });

    test("both are imported by the keyboard, and each result is told", async () => {
      const { page, person } = stage;
      await person.field("ui-which-service-all").fill("shop");
      await person.press("Enter");
      await page.getByText(person.t("ui-job-done"), { exact: true }).waitFor();
      assert.equal(await page.locator(".job li").count(), 2);
      await person.source("runs.json").waitFor();
      await person.source("local.csv").waitFor();
    });

    test("a folder is told file by file; a cut file says where, and the good ones are taken", async () => {
      const { page, person } = stage;
      await person.press("Control+Shift+I");
      await row("handed/broken.json").waitFor();
      assert.equal(await row("handed/broken.json").getAttribute("data-state"), "refused");
      assert.match(await row("handed/broken.json").innerText(), /(line|línea) \d+/);
      assert.equal(await row("handed/runs.json").getAttribute("data-state"), "known", "the same bytes are here");
      await person.field("ui-which-service-all").fill("shop");
      await page.locator("form .btn.go").click();
      await person.source("incidents.csv").waitFor();
      assert.equal(await person.source("broken.json").count(), 0);
    });
  });
}

for (const lang of ["en", "es"]) {
  describe(`a folder of everything, ${lang}`, () => {
    const stage = new Stage(lang);
    before(async () => {
      stage.server.offer(files.mixed(stage.server.folder));
      await stage.open();
      await stage.person.create("Cerámica Ñandú", "Tienda");
      await stage.person.visit("evidence");
    });
    after(() => stage.close());

    // Three steps: choose the folder, name the service, Enter. The fourth is to look.
    test("three steps after the screen is there, everything is imported", async () => {
      const { page, person } = stage;
      await person.press("Control+Shift+I");
      await page.locator("li[data-state]").nth(4).waitFor();
      assert.equal(await page.locator("li[data-state=ready]").count(), 5);
      assert.equal(await page.locator("li[data-state]").count(), 5, "text, YAML and the picture are no files to import");
      await page.getByText(person.t("ui-left-out")).click();
      for (const name of ["notes.txt", "values.yaml", "photo.png"]) await page.getByText(`mixed/${name}`).waitFor();
      await person.field("ui-which-service-all").fill("shop");
      await person.press("Enter");
      for (const name of ["deployments.json", "statuses.json", "prs.json", "pagerduty.csv", "shop.git"]) await person.source(name).waitFor();
    });

    test("each source says its share, and the title what they cover together", async () => {
      const { page, person } = stage;
      await page.locator("h1").filter({ hasText: /100\s%/ }).waitFor();
      // Worked out in tests/terminal/handing.rs: two of three incidents are linked, all else is known.
      assert.match(await person.source("pagerduty.csv").innerText(), /67\s%/);
      assert.match(await person.source("prs.json").innerText(), /100\s%/);
      const lines = page.locator("table.tbl svg[role=img]");
      assert.equal(await lines.count(), 5);
      await person.button("ui-as-table").click();
      assert.equal(await lines.count(), 0);
      assert.match(await person.source("pagerduty.csv").innerText(), /11 mar .* 31 mar 2026/i);
      await person.button("ui-as-line").click();
    });

    test("the repository at hand is looked at for traces of practices from here", async () => {
      const { page, person } = stage;
      await person.button("ui-look-practices").click();
      await page.locator("#scan-0").waitFor();
    });

    test("the baseline holds the figures that were worked out by hand", async () => {
      const { page, person } = stage;
      await person.visit("baseline");
      const text = await page.locator("main").innerText();
      assert.match(text, /\b7\s(h|hours|horas)\b/, "the middle of 3, 5, 7, 9 and 11 hours");
      assert.match(text, /n = 5\b/, "five deployments brought changes");
    });
  });
}
