// The window's own words, from the same Fluent catalogue as terminal and report.
// Sentences about data come ready from the engine; here are labels, in the language in force.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import en from "../../src-tauri/engine/src/words/en/window.ftl?raw";
import es from "../../src-tauri/engine/src/words/es/window.ftl?raw";
import type { Lang } from "./bindings/Lang";

const bundles: Record<Lang, FluentBundle> = { en: bundle("en", en), es: bundle("es", es) };
const language = $state<{ now: Lang }>({ now: "en" });

function bundle(lang: Lang, source: string): FluentBundle {
  const made = new FluentBundle(lang, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

/** The language in force. */
export function lang(): Lang {
  return language.now;
}

/** Speak another language from now on. */
export function speak(next: Lang): void {
  language.now = next;
  document.documentElement.lang = next;
}

/** A label in the language in force. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const spoken = bundles[language.now];
  const message = spoken.getMessage(id);
  return message?.value ? spoken.formatPattern(message.value, args) : id;
}
