// All browser tests: node tests/browser/run.mjs [FILE…], or npm --prefix ui run browser.
// In: the command that cargo built and the screens that vite built. Out: node's own test report and its exit code.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { browser, command, packaged, SCREENS } from "./bench/places.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** What must be there before a test can say anything; a sentence for whoever started us. */
function ready() {
  command();
  browser();
  for (const name of ["playwright-core", "axe-core"]) packaged.resolve(name);
  if (!existsSync(join(SCREENS, "index.html"))) throw new Error(`${SCREENS} is missing; build it with: npm --prefix ui run build`);
}

try {
  ready();
} catch (cause) {
  console.error(cause.message);
  process.exit(1);
}
const asked = process.argv.slice(2).map((name) => resolve(name));
const all = readdirSync(here).filter((name) => name.endsWith(".test.mjs")).map((name) => join(here, name));
const files = asked.length > 0 ? asked : all;

/** Runs the files, so many at a time; 0 when every test passed. */
function run(atOnce) {
  const args = ["--test", `--test-concurrency=${atOnce}`, "--test-reporter=spec", ...files];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}

let status = run(2);
if (status !== 0) {
  // Two browsers and two servers on two cores can starve each other. What is broken fails alone as well.
  console.error("Something failed with two files at once; all again, one at a time, and this counts.");
  status = run(1);
}
process.exitCode = status;
