// The report as pictures, its choices, and writing it to a place that a person picks.
import type { FileView } from "../bindings/FileView";
import type { Lang } from "../bindings/Lang";
import type { ReportPages } from "../bindings/ReportPages";
import { session } from "./session.svelte";

const PAUSE_MS = 400;

export class Report {
  pages = $state<ReportPages | null>(null);
  page = $state(1);
  author = $state("");
  lang = $state<Lang | null>(null);
  drawing = $state(false);
  saving = $state(false);
  written = $state<FileView | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** Draw the pages with the choices in force. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    this.drawing = true;
    const pages = await session.ask({ do: "report_preview", options: this.#options() });
    if (turn !== this.#turn) return;
    this.drawing = false;
    if (!pages) return;
    this.pages = pages;
    this.page = Math.min(this.page, Math.max(1, pages.pages.length));
  }

  speak(lang: Lang): void {
    this.lang = lang;
    void this.load();
  }

  sign(author: string): void {
    this.author = author;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), PAUSE_MS);
  }

  turn(by: 1 | -1): void {
    const count = this.pages?.pages.length ?? 1;
    this.page = Math.max(1, Math.min(count, this.page + by));
  }

  /** Ask for a place and write the PDF there. */
  async save(): Promise<void> {
    const place = await session.pick("save-report", this.pages?.file_name ?? "");
    if (!place) return;
    this.saving = true;
    const file = await session.ask({ do: "save_report", place: place.handle, options: this.#options() });
    this.saving = false;
    this.written = file;
    if (file) await session.refresh();
  }

  #options(): { lang: Lang | null; author: string } {
    return { lang: this.lang, author: this.author.trim() };
  }
}

export const report = new Report();
session.leaving(() => {
  report.pages = null;
  report.page = 1;
  report.written = null;
});
