// Files that a team could have: a history with release tags, and tables with a row that cannot be read.
// In: a folder. Out: paths. The days lie in the year that the tests measure, never near today.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./places.mjs";

/** The window that is measured: days of the history below. */
export const YEAR = { from: "2025-01-01", last: "2025-12-31" };

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2025, 0, 7, 9, 30);
const WEEKS = 40;
const BROKEN = 5;

/** A bare repository of a real project's history: ids, times and tags, no content. */
export function repository(folder) {
  const path = join(folder, "just.git");
  git(["init", "--quiet", "--bare", "--initial-branch=master", path]);
  git(["-C", path, "fast-import", "--quiet"], readFileSync(join(ROOT, "tests/data/histories/just.fi")));
  return path;
}

/** The folder of mixed exports, with the repository that they speak of: what is in it, tests/terminal/handing.rs says. */
export function mixed(folder) {
  const path = join(folder, "mixed");
  cpSync(join(ROOT, "tests/data/handed/folder"), path, { recursive: true });
  const shop = join(path, "shop.git");
  git(["init", "--quiet", "--bare", "--initial-branch=main", shop]);
  git(["-C", shop, "fast-import", "--quiet"], readFileSync(join(ROOT, "tests/data/handed/shop.fi")));
  return path;
}

/** One deployment a week; headings that no reader can guess whole, and one row without a time. */
export function deployments(folder) {
  const rows = Array.from({ length: WEEKS }, (_, week) => {
    const done = week === BROKEN ? "soon" : day(week);
    return [done, "shop", `d${week + 1}`, week % 8 === 7 ? "failed" : "success", "production"];
  });
  return table(folder, "deployments.csv", [["went_live", "service", "deployment_id", "status", "environment"], ...rows]);
}

/** An incident after every tenth deployment; the last is not over. */
export function incidents(folder) {
  const rows = [3, 13, 23, 33].map((week, i) => {
    const until = i === 3 ? "" : day(week, 5 + i);
    return [`I${i + 1}`, day(week, 2), until, "shop", "sev2", `d${week + 1}`];
  });
  const head = ["incident_id", "started_at", "resolved_at", "service", "severity", "caused_by_deployment"];
  return table(folder, "incidents.csv", [head, ...rows]);
}

/** A file whose columns say nothing of deployments. */
export function shopping(folder) {
  return table(folder, "shopping.csv", [["fruit", "price"], ["apple", "1"], ["pear", "2"]]);
}

function day(week, hours = 0) {
  return new Date(FIRST + week * 7 * DAY_MS + hours * 3_600_000).toISOString();
}

function table(folder, name, rows) {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => row.join(",")).join("\n") + "\n");
  return path;
}

function git(args, input) {
  const done = spawnSync("git", args, { input, stdio: ["pipe", "ignore", "pipe"] });
  if (done.status !== 0) throw new Error(`git ${args.join(" ")}: ${done.stderr}`);
}
