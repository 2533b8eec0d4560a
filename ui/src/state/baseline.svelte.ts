// The baseline: measure a window, freeze it under a name, look at one frozen earlier.
// In: a window. Out: rows, charts and sentences as the engine gives them.
import type { BaselineView } from "../bindings/BaselineView";
import type { FrozenView } from "../bindings/FrozenView";
import type { WindowChoice } from "../bindings/WindowChoice";
import { go } from "../route.svelte";
import { dayAfter } from "./dates";
import { session } from "./session.svelte";

export class Baseline {
  view = $state<BaselineView | null>(null);
  frozen = $state<FrozenView[]>([]);
  measuring = $state(false);
  choosing = $state(false);
  freezing = $state(false);
  name = $state("");
  /** Charts are shown as tables; remembered while the window is open. */
  asTable = $state(sessionStorage.getItem("as-table") === "yes");

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
  async measure(from: string, lastDay: string, zone: string, includeBots: boolean): Promise<void> {
    const window: WindowChoice = { from, to: dayAfter(lastDay, 1), zone, include_bots: includeBots };
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

  /** Show charts as tables, or as charts again. */
  swap(): void {
    this.asTable = !this.asTable;
    sessionStorage.setItem("as-table", this.asTable ? "yes" : "no");
  }
}

export const baseline = new Baseline();
session.leaving(() => {
  baseline.view = null;
  baseline.frozen = [];
});
