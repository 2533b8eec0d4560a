// Both languages say the same things, and every label that is asked for exists.
import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import en from "../../src-tauri/engine/src/words/en/window.ftl?raw";
import es from "../../src-tauri/engine/src/words/es/window.ftl?raw";

const sources = import.meta.glob<string>("./**/*.{ts,svelte}", { query: "?raw", import: "default", eager: true });
const code = Object.entries(sources).filter(([path]) => !path.endsWith(".test.ts")).map(([, text]) => text).join("\n");

/** Message ids and the variables each one uses. */
function messages(source: string): Map<string, string[]> {
  const variables = (pattern: unknown): string[] =>
    [...JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g)].map((found) => found[1] ?? "");
  return new Map(new FluentResource(source).body.map((m) => [m.id, [...new Set(variables(m.value))].sort()]));
}

test("both languages have the same messages with the same variables", () => {
  expect(Object.fromEntries(messages(es))).toEqual(Object.fromEntries(messages(en)));
});

test("every message is read by the parser", () => {
  const written = [...en.matchAll(/^(ui-[\w-]+) =/gm)].map((found) => found[1]);
  expect([...messages(en).keys()]).toEqual(written);
});

test("every label that is asked for exists", () => {
  const known = messages(en);
  const asked = [...code.matchAll(/["'](ui-[\w-]+)["']/g)].map((found) => found[1] ?? "");
  expect([...new Set(asked)].filter((id) => !known.has(id))).toEqual([]);
});

test("every label is asked for", () => {
  const prefixes = [...code.matchAll(/`(ui-[\w-]*)\$\{/g)].map((found) => found[1] ?? "");
  const acts = [...code.matchAll(/\bact\(\s*"([\w-]+)"/g)].map((found) => `ui-act-${found[1]}`);
  const used = (id: string) =>
    code.includes(`"${id}"`) || code.includes(`'${id}'`) || acts.includes(id) || prefixes.some((p) => p !== "ui-" && p !== "ui-act-" && id.startsWith(p)) || /^ui-(act-go-)?\w+$/.test(id);
  expect([...messages(en).keys()].filter((id) => !used(id))).toEqual([]);
});
