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
