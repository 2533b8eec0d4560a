// The walk through every screen in one language, with all that can be asked of any screen.
// In: a language. Out: one test for each question, each with the screens that fail it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { overflowing, spoken, unsaid, violations } from "./looks.mjs";
import { staged } from "./stage.mjs";
import { offerSources, walk } from "./walk.mjs";
import { englishOnly } from "./words.mjs";

const DESK = { width: 1280, height: 800 };
const NARROW = [{ width: 640, height: 512 }, { width: 320, height: 640 }];

export function accessible(lang) {
  const wrong = { light: [], dark: [], unsaid: [], foreign: [], wide: [] };
  const english = lang === "es" ? englishOnly() : [];
  let screens = 0;

  const walked = (stage) =>
    walk(stage, async (name) => {
      screens += 1;
      await look(stage.page, name, wrong, english);
    });
  staged({ prepare: offerSources, walked, lang });

  test("the walk has seen every screen and its states", () => assert.ok(screens >= 30, `${screens} screens`));
  test("47, 48: axe finds nothing on any screen, light", () => assert.deepEqual(wrong.light, []));
  test("47, 48: axe finds nothing on any screen, dark", () => assert.deepEqual(wrong.dark, []));
  test("48: no screen scrolls sideways at 640 and 320 pixels", () => assert.deepEqual(wrong.wide, []));
  test("46: no screen shows the name of a message in place of its words", () => assert.deepEqual(wrong.unsaid, []));
  if (lang === "es") test("46: no screen has a word of English left", () => assert.deepEqual(wrong.foreign, []));
}

async function look(page, name, wrong, english) {
  const note = (list, found) => found.forEach((one) => list.push(`${name}: ${one}`));
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    note(wrong[colorScheme], await violations(page));
  }
  const text = await spoken(page);
  note(wrong.unsaid, unsaid(text));
  note(wrong.foreign, english.filter((piece) => text.includes(piece)));
  for (const size of NARROW) {
    await page.setViewportSize(size);
    note(wrong.wide, (await overflowing(page)).map((one) => `${size.width}: ${one}`));
  }
  await page.setViewportSize(DESK);
}
