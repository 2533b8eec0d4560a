// The baseline: measure a window, freeze it under a name, look at one frozen earlier, choose what it stands beside.
// In: a window, bands, a year. Out: rows, charts and sentences as the engine gives them.
import type { BaselineView } from "../bindings/BaselineView";
import type { BenchmarkSettings } from "../bindings/BenchmarkSettings";
import type { FrozenView } from "../bindings/FrozenView";
import type { WindowChoice } from "../bindings/WindowChoice";
import { go } from "../route.svelte";
import { dayAfter } from "./dates";
import { session } from "./session.svelte";

/** A choice of how the screen is drawn, remembered while the window is open. */
function remembered(name: string): boolean {
  return sessionStorage.getItem(name) === "yes";
}

export class Baseline {
  view = $state<BaselineView | null>(null);
  frozen = $state<FrozenView[]>([]);
  measuring = $state(false);
  choosing = $state(false);
  freezing = $state(false);
  name = $state("");
  /** Charts are shown as tables. */
  asTable = $state(remembered("as-table"));
  /** What other engines would say is shown. */
  engines = $state(remembered("engines"));

  /** Nothing can be corrected or chosen: it is frozen, or the file can only be read. */
  fixed = $derived((this.view?.frozen ?? null) !== null || (session.frame?.read_only ?? "") !== "");

  #turn = 0;

  /** Show one frozen earlier, or measure now. */
  async load(frozen: string): Promise<void> {
    const turn = ++this.#turn;
    this.measuring = true;
    const id = Number(frozen);
    const view = await session.ask(
      frozen !== "" && Number.isInteger(id)
        ? { do: "open_baseline", id }
        : { do: "baseline", window: null },
    );
    const list = await session.ask({ do: "baselines" });
    if (turn !== this.#turn) return;
    if (view) this.view = view;
    if (list) this.frozen = list;
    this.measuring = false;
  }

  /** Measure another window; the last day counts. */
  async measure(lastDay: string, chosen: Omit<WindowChoice, "to">): Promise<void> {
    const window: WindowChoice = { ...chosen, to: dayAfter(lastDay, 1) };
    const turn = ++this.#turn;
    this.measuring = true;
    const view = await session.ask({ do: "baseline", window });
    if (turn !== this.#turn) return;
    this.measuring = false;
    if (!view) return;
    this.view = view;
    this.choosing = false;
  }

  async freeze(): Promise<void> {
    const view = await session.ask({ do: "freeze", name: this.name.trim() });
    if (!view) return;
    this.freezing = false;
    this.name = "";
    this.view = view;
    const list = await session.ask({ do: "baselines" });
    if (list) this.frozen = list;
    await session.refresh();
    if (view.frozen) go("baseline", String(view.frozen.id));
  }

  /** Choose a band for a metric, or none. */
  async band(metric: string, band: number | null): Promise<void> {
    if (!this.view) return;
    const bands: Record<string, number> = {};
    for (const known of this.view.bands) {
      const chosen = known.metric === metric ? band : known.chosen;
      if (chosen !== null) bands[known.metric] = chosen;
    }
    const view = await session.ask({ do: "set_bands", bands });
    if (view) this.view = view;
    session.refreshSoon();
  }

  /** Choose the year of the labels, the industry, the size. */
  async beside(part: Partial<BenchmarkSettings>): Promise<void> {
    if (!this.view) return;
    const settings = { ...this.view.benchmarks.settings, ...part };
    const view = await session.ask({ do: "set_benchmarks", settings });
    if (view) this.view = view;
  }

  /** Show charts as tables, or as charts again. */
  swap(): void {
    this.asTable = !this.asTable;
    sessionStorage.setItem("as-table", this.asTable ? "yes" : "no");
  }

  /** Show what other engines would say, or hide it. */
  compare(): void {
    this.engines = !this.engines;
    sessionStorage.setItem("engines", this.engines ? "yes" : "no");
  }
}

export const baseline = new Baseline();
session.leaving(() => {
  baseline.view = null;
  baseline.frozen = [];
});
