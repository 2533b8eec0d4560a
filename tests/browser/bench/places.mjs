// Where things are: the tree, the command under test, the built screens, a browser, the packages of the screens.
// In: the environment. Out: paths and packages. The tests keep no package list of their own: ui/ has it.
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const SCREENS = join(ROOT, "ui/dist");

/** A package of the screens. */
export const packaged = createRequire(join(ROOT, "ui/package.json"));

/** The command under test: `SEXTANT`, or what cargo has built. */
export function command() {
  const built = join(ROOT, process.env.CARGO_TARGET_DIR ?? "target", "debug/sextant");
  const path = resolve(process.env.SEXTANT ?? built);
  if (!existsSync(path)) throw new Error(`${path} is missing; build it with: cargo build -p sextant-cli`);
  return path;
}

/** The browser of the system: `CHROMIUM`, or the first that is on the path. */
export function browser() {
  const names = process.env.CHROMIUM ? [process.env.CHROMIUM] : ["chromium", "chromium-browser", "google-chrome"];
  const found = names.map(onPath).find((path) => path !== undefined);
  if (!found) throw new Error("no Chromium is installed; install the package chromium");
  return found;
}

/** Where a program is, if it is anywhere. */
export function onPath(program) {
  if (program.includes("/")) return program;
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, program));
  return places.find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
