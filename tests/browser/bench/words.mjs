// The catalogues, read the way the window reads them, to find a control by its name and a word in the wrong language.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packaged, ROOT } from "./places.mjs";

const { FluentBundle, FluentResource } = packaged("@fluent/bundle");
const WORDS = join(ROOT, "src-tauri/engine/src/words");
const LONG = 12;

/** The window's labels in a language. */
export function words(lang) {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(join(WORDS, lang, "window.ftl"), "utf8")));
  return (id, args = {}) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no message ${id} in ${lang}`);
    return bundle.formatPattern(pattern, args);
  };
}

/** Pieces of English sentences, longer than a word that two languages may share, that no Spanish text has. */
export function englishOnly() {
  const spanish = [...pieces("es")].join("\n");
  return [...pieces("en")].filter((piece) => piece.length > LONG && !spanish.includes(piece));
}

/** The fixed text of every message, around its variables. */
function pieces(lang) {
  const found = new Set();
  for (const file of readdirSync(join(WORDS, lang)).filter((name) => name.endsWith(".ftl"))) {
    const resource = new FluentResource(readFileSync(join(WORDS, lang, file), "utf8"));
    for (const message of resource.body) gather(message.value, found);
  }
  return found;
}

function gather(pattern, found) {
  if (typeof pattern === "string") found.add(pattern.trim());
  else if (Array.isArray(pattern)) for (const part of pattern) gather(part, found);
  else if (pattern?.variants) for (const variant of pattern.variants) gather(variant.value, found);
}
