// Pictures of every screen, to be looked at: node tests/browser/shots.mjs FOLDER
// In: a folder. Out: lang.theme.width/NN-screen.png in it. Not a test.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Stage } from "./bench/stage.mjs";
import { offerSources, walk } from "./bench/walk.mjs";

const SIZES = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }];
const THEMES = ["light", "dark"];

const folder = process.argv[2];
if (!folder) throw new Error("usage: node tests/browser/shots.mjs FOLDER");

for (const lang of ["en", "es"]) {
  const stage = new Stage(lang);
  offerSources(stage);
  await stage.open();
  let shown = 0;
  await walk(stage, (name) => pictures(stage.page, lang, `${String(++shown).padStart(2, "0")}-${name.replace(/\W+/g, "-")}`));
  await stage.close();
}

async function pictures(page, lang, name) {
  for (const size of SIZES)
    for (const colorScheme of THEMES) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const into = join(folder, `${lang}.${colorScheme}.${size.width}`);
      mkdirSync(into, { recursive: true });
      await page.screenshot({ path: join(into, `${name}.png`) });
    }
  await page.setViewportSize(SIZES[0]);
}
