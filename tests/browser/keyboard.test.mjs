// Without a mouse: from nothing to an answer, every stop of every screen seen, every action found, single keys off.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { focus } from "./bench/looks.mjs";
import { ROOT } from "./bench/places.mjs";
import { staged } from "./bench/stage.mjs";

const MOST_STOPS = 120;

const stage = staged();
const at = () => focus(stage.page);

/** Press Tab until the focus is on something of that name. */
async function tabTo(name) {
  for (let i = 0; i < MOST_STOPS; i += 1) {
    await stage.person.press("Tab");
    if (name.test((await at()).name)) return;
  }
  assert.fail(`Tab never comes to ${name}`);
}

/** Every stop of the screen once around: what cannot be seen there, or has no ring. */
async function around() {
  const wrong = [];
  const seen = new Set();
  await stage.page.evaluate(() => document.activeElement?.blur());
  for (let i = 0; i < MOST_STOPS; i += 1) {
    await stage.person.press("Tab");
    const stop = await at();
    const first = await stage.page.evaluate(() => {
      const known = (globalThis.stops ??= new WeakSet());
      const element = document.activeElement;
      if (!element || element === document.body || known.has(element)) return false;
      return known.add(element) !== undefined;
    });
    if (!first) break;
    seen.add(stop.name);
    if (!stop.seen) wrong.push(`hidden: ${stop.name}`);
    if (!stop.ring) wrong.push(`no ring: ${stop.name}`);
  }
  await stage.page.evaluate(() => delete globalThis.stops);
  assert.ok(seen.size >= 5, `only ${[...seen]}`);
  return wrong;
}

/** The registry as it is written: ids, and the keys of each. */
function registry() {
  const source = readFileSync(join(ROOT, "ui/src/state/actions.ts"), "utf8");
  const acts = [...source.matchAll(/\bact\("([\w-]+)", "\w+", \[(.*?)\]/g)].map(([, id, keys]) => ({ id, keyed: keys !== "" }));
  const goes = [...source.matchAll(/\bgoTo\("(\w+)", /g)].map(([, screen]) => ({ id: `go-${screen}`, keyed: true }));
  return [...acts, ...goes];
}

test("49: every stop of the first screen can be seen", async () => assert.deepEqual(await around(), []));

test("a workspace and its first questions are reached without a mouse", async () => {
  const { person, page } = stage;
  await tabTo(/New workspace/);
  await person.press("Enter");
  await person.dialog().waitFor();
  await tabTo(/Organisation/);
  await page.keyboard.type("Cerámica Ñandú");
  await tabTo(/First team/);
  await page.keyboard.type("Tienda");
  await tabTo(/^button Create/);
  await person.press("Enter");
  await person.field("ui-assessment-name").waitFor();
  await page.locator("input[name=set]:checked").focus();
  for (let i = 0; i < 3 && (await page.locator("input[name=set]:checked").inputValue()) !== "quick"; i += 1) await person.press("ArrowDown");
  assert.equal(await page.locator("input[name=set]:checked").inputValue(), "quick");
  await tabTo(/Name of this/);
  await page.keyboard.type("2026 Q4");
  await person.press("Enter");
  await page.locator(".levels").waitFor();
});

test("a question is answered, shared, noted and left without a mouse", async () => {
  const { person, page } = stage;
  await person.answer("2");
  await tabTo(/Share of the scope/);
  await person.asked("set_answer", () => person.press("ArrowRight"));
  await tabTo(/^input Know/);
  await person.asked("set_answer", () => person.press("ArrowRight"));
  assert.equal(await page.getByRole("radio", { name: person.t("ui-sure-show") }).isChecked(), true);
  await page.locator("main h1").focus();
  await person.press("n");
  await page.locator("#note:focus").waitFor();
  await person.asked("set_answer", () => page.keyboard.type("3 of 4"));
  await page.keyboard.press("Tab");
  await tabTo(/Next question/);
  await person.press("Enter");
  await page.locator("main h1:focus").waitFor();
  await person.press("x");
  await page.locator("#word:focus").waitFor();
  await page.keyboard.type("no mainframe, 0 of 4");
  await person.asked("set_answer", () => person.press("Enter"));
  await person.press("Tab");
  await page.locator("main h1").focus();
  await person.asked("undo", () => person.press("Control+z"));
});

test("49: every stop of the question can be seen, chosen or not, with the list open or not", async () => {
  const { person, page } = stage;
  assert.deepEqual(await around(), []);
  await page.locator("main h1").focus();
  await person.answer("3");
  assert.deepEqual(await around(), []);
  await page.locator("main h1").focus();
  await person.press("/");
  await page.locator("#list-search:focus").waitFor();
  assert.deepEqual(await around(), []);
  await page.locator("#list-search").focus();
  await person.press("Escape");
  await page.locator("main h1:focus").waitFor();
});

test("5: the palette opens over anything, and Esc gives the focus back", async () => {
  const { person, page } = stage;
  const before = await at();
  await person.press("Control+k");
  await page.getByRole("combobox").waitFor();
  assert.match((await at()).name, /^input Search or run/);
  await person.press("Escape");
  await person.dialog().waitFor({ state: "detached" });
  assert.deepEqual(await at(), before);
});

test("5: what the palette finds is done by Enter", async () => {
  const { person, page } = stage;
  await person.press("Control+k");
  await page.keyboard.type("Go to Evid");
  await person.press("Enter");
  await page.waitForURL(/#\/evidence$/);
  await person.visit("assess");
  await page.locator(".levels").waitFor();
});

test("4: the sheet of keys lists every action with a key, the palette every action of the screen", async () => {
  const { person, page } = stage;
  const actions = registry();
  assert.ok(actions.length >= 30, `${actions.length} actions`);
  await person.press("?");
  const sheet = await person.dialog().innerText();
  const missing = actions.filter(({ id, keyed }) => keyed && !sheet.includes(person.t(`ui-act-${id}`)));
  assert.deepEqual(missing, []);
  for (const level of [0, 1, 2, 3, 4]) assert.ok(sheet.includes(person.t("ui-act-level", { level })));
  await person.press("Escape");
  await person.press("Control+k");
  await page.getByRole("combobox").waitFor();
  const palette = await person.dialog().innerText();
  const unkeyed = actions.filter(({ id, keyed }) => !keyed && !palette.includes(person.t(`ui-act-${id}`)));
  assert.deepEqual(unkeyed, []);
  await person.press("Escape");
});

test("49: every stop of the other screens can be seen", async () => {
  const { person, page } = stage;
  await person.visit("home");
  assert.deepEqual(await around(), []);
  await person.sample();
  const wrong = [];
  for (const screen of ["profile", "evidence", "baseline", "plan", "report"]) {
    await person.visit(screen);
    await page.locator({ baseline: ".metric", plan: "li button.item", report: ".desk svg" }[screen] ?? "main h1").first().waitFor();
    wrong.push(...(await around()).map((one) => `${screen}: ${one}`));
  }
  assert.deepEqual(wrong, []);
});

test("3: single keys switched off do nothing, now and after the window is opened again", async () => {
  const { person, page } = stage;
  await person.visit("assess");
  await page.locator(".levels").waitFor();
  const level = await person.level();
  await person.press("Control+,");
  await page.getByRole("checkbox", { name: person.t("ui-single-keys") }).focus();
  await person.asked("set_settings", () => person.press("Space"));
  await person.press("Escape");
  for (const again of [false, true]) {
    if (again) await page.reload();
    await page.locator(".levels").waitFor();
    const title = await person.title();
    await person.press("0", "1", "4", "d", "x", "Enter", "/", "?");
    assert.equal(await person.title(), title);
    assert.equal(await person.level(), level);
    assert.equal(await person.dialog().count(), 0);
  }
  await person.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await person.press("Escape");
});
