// From nothing to answers that are kept: first run, keys, words, undo, a server that stops, a window that is closed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { staged } from "./bench/stage.mjs";

const NOTE = "2 manual steps, 1 of them on Friday";
const REASON = "4 of 4 services run on COBOL 74";
const PAINT_MS = 50;
const PRESSES = 9;

const stage = staged();
const share = () => stage.page.locator(".share input[type=range]");

test("52: a first run stands before its first question after one form and one choice", async () => {
  const { person } = stage;
  await person.create("Cerámica Ñandú", "Tienda Łódź");
  await person.begin("quick", "2026 Q4");
  await person.reads(/0 of 8/);
  assert.equal(await person.level(), null);
});

test("1: each of the keys 0 to 4 answers, and the same key takes it back", async () => {
  const { person } = stage;
  for (const level of [0, 1, 2, 3, 4]) {
    await person.answer(String(level));
    assert.equal(await person.level(), level);
  }
  await person.asked("clear_answer", () => person.press("4"));
  assert.equal(await person.level(), null);
  await person.reads(/0 of 8/);
});

test("1: an answer is painted within 50 ms of its key", async () => {
  await stage.page.evaluate(() => {
    globalThis.painted = [];
    addEventListener("keydown", () => {
      const pressed = performance.now();
      requestAnimationFrame(() => setTimeout(() => globalThis.painted.push(performance.now() - pressed), 0));
    }, true);
  });
  // The machine may be busy with other things: of three rounds one must be quick, and in it a third of the presses.
  const rounds = [];
  const isQuick = (times) => times[Math.floor(PRESSES / 3)] < PAINT_MS;
  while (rounds.length < 3 && !rounds.some(isQuick)) {
    await stage.page.evaluate(() => { globalThis.painted = []; });
    for (let i = 0; i < PRESSES; i += 1) await stage.person.press(String(i % 2));
    await stage.page.waitForFunction((wanted) => globalThis.painted.length >= wanted, PRESSES);
    rounds.push((await stage.page.evaluate(() => globalThis.painted)).sort((a, b) => a - b));
  }
  assert.ok(rounds.some(isQuick), rounds.map((times) => `${times.map(Math.round)} ms`).join("; "));
  await stage.person.kept();
});

test("16: what is answered and the time left stand above the question", async () => {
  await stage.person.answer("2");
  await stage.person.reads(/1 of 8 · about \d+ min left/);
});

test("a part of the scope at the next level counts between the two", async () => {
  const { person, page } = stage;
  await share().focus();
  await person.asked("set_answer", () => person.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"));
  await page.locator(".counts").waitFor();
  assert.equal(await share().inputValue(), "20");
  assert.match(await page.locator(".counts").innerText(), /2\.2/);
});

test("how sure the answer is belongs to the answer", async () => {
  const { person, page } = stage;
  await person.asked("set_answer", () => page.getByText(person.t("ui-sure-show"), { exact: true }).click());
  assert.equal(await page.getByRole("radio", { name: person.t("ui-sure-show") }).isChecked(), true);
  assert.equal(await person.level(), 2);
});

test("2, 22: digits in a note are text, and the note is kept without being told to", async () => {
  const { person, page } = stage;
  await page.locator("main h1").focus();
  await person.press("n");
  await page.locator("#note:focus").waitFor();
  const reply = await person.asked("set_answer", () => page.keyboard.type(NOTE));
  assert.equal(reply.status(), 200);
  assert.equal(await page.locator("#note").inputValue(), NOTE);
  assert.equal(await person.level(), 2);
});

test("what is typed right after a move to another question stays", async () => {
  const { person, page } = stage;
  await page.locator("main h1").focus();
  await person.press("Enter", "1", "n");
  await page.locator("#note:focus").waitFor();
  await page.keyboard.type("slow to build", { delay: 30 });
  await person.kept();
  assert.equal(await page.locator("#note").inputValue(), "slow to build");
});

test("17: do not know, not applicable and not asked are three things", async () => {
  const { person, page } = stage;
  const pressed = (id) => person.button(id).getAttribute("aria-pressed");
  await page.locator("main h1").focus();
  await person.press("Enter");
  await person.answer("d");
  assert.equal(await pressed("ui-unknown"), "true");
  await person.press("Enter", "x");
  await page.locator("#word").waitFor();
  await person.reads(/3 of 8/);
  await page.keyboard.type(REASON);
  await person.asked("set_answer", () => person.press("Enter"));
  assert.equal(await page.locator("#word").inputValue(), REASON);
  assert.equal(await pressed("ui-not-applicable"), "true");
  assert.equal(await person.level(), null);
  await person.reads(/4 of 8/);
});

test("24: undo takes the last change back and redo makes it again", async () => {
  const { person, page } = stage;
  await page.locator("main h1").focus();
  await person.press("Enter");
  await person.answer("1");
  await person.answer("3");
  await person.asked("undo", () => person.press("Control+z"));
  await page.waitForFunction(() => document.querySelector("input[name=level]:checked")?.ariaLabel?.startsWith("1"));
  await person.asked("redo", () => person.press("Control+Shift+Z"));
  await page.waitForFunction(() => document.querySelector("input[name=level]:checked")?.ariaLabel?.startsWith("3"));
});

test("23: while the server is gone the indicator says so, and the answer stays on the screen", async () => {
  const { person, page, server } = stage;
  stage.allow(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|status of 403/);
  stage.workspace = server.workspace;
  await server.kill();
  await person.press("4");
  await page.getByRole("alert").filter({ hasText: person.t("ui-not-saved") }).first().waitFor();
  assert.equal(await page.locator(".saved").count(), 0);
  assert.equal(await person.level(), 4);
  await person.reads(/One change is held in memory/);
});

test("23: when the server is back the answer goes out again and is kept", async () => {
  const { person, page, server } = stage;
  await server.start(stage.workspace);
  await page.evaluate((token) => sessionStorage.setItem("token", token), server.token);
  await person.asked("set_answer", () => person.button("ui-retry").click());
  await person.kept();
  await page.waitForFunction(() => document.querySelector("[role=alert]") === null);
});

test("28: a window opened again stands at the same question, with its answer", async () => {
  const { person, page } = stage;
  const title = await person.title();
  await page.reload();
  await page.locator(".levels").waitFor();
  assert.equal(await person.title(), title);
  assert.equal(await person.level(), 4);
});

test("22, 27: back to the first question, its answer and its note are as they were left", async () => {
  const { person, page } = stage;
  for (let i = 0; i < 4; i += 1) await person.asked("set_position", () => person.press("k"));
  assert.equal(await person.level(), 2);
  assert.equal(await share().inputValue(), "20");
  assert.equal(await page.locator("#note").inputValue(), NOTE);
});
