// The plan, and what a person can set about it. Settings are sent as they move; the engine plans anew each time.
// In: settings. Out: waves, cards and reasons. Units are turned for people here: days, hours, percent.
import { call } from "../backend";
import type { ItemView } from "../bindings/ItemView";
import type { PlanSettings } from "../bindings/PlanSettings";
import type { PlanView } from "../bindings/PlanView";
import type { Problem } from "../bindings/Problem";
import type { Targets } from "../bindings/Targets";
import { session } from "./session.svelte";

const PAUSE_MS = 40;
const DAY = 86_400;
const HOUR = 3_600;

/** The metrics that points can stand in for. */
export const PAINS = ["LT", "DF", "CF", "RT"] as const;

/** The key of a step. */
export function keyOf(item: { capability: string; to: number }): string {
  return `${item.capability}.${item.to}`;
}

export class Plan {
  view = $state<PlanView | null>(null);
  /** What the controls show; runs ahead of the reply. */
  settings = $state<PlanSettings | null>(null);
  chosen = $state("");
  stale = $state(false);

  items = $derived(this.view?.waves.flatMap((wave) => wave.items) ?? []);
  item = $derived<ItemView | undefined>(this.items.find((item) => keyOf(item) === this.chosen) ?? this.items[0]);
  waveOf = $derived(this.view?.waves.find((wave) => wave.items.some((item) => item === this.item)));
  /** Points given so far, of ten. */
  points = $derived(Object.values(this.settings?.pain_points ?? {}).reduce((sum, points) => sum + points, 0));

  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  async load(chosen: string): Promise<void> {
    const view = await session.ask({ do: "plan" });
    if (!view) return;
    this.#take(view);
    if (chosen !== "") this.chosen = chosen;
  }

  /** Show a step's card; its Why? makes room for it. */
  choose(key: string): void {
    this.chosen = key;
    session.why = null;
  }

  /** Set something; the plan follows at once. */
  set(part: Partial<PlanSettings>): void {
    if (!this.settings) return;
    this.settings = { ...this.settings, ...part };
    this.stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), PAUSE_MS);
  }

  target(part: Partial<Targets>): void {
    if (this.settings) this.set({ targets: { ...this.settings.targets, ...part } });
  }

  /** Give points to what hurts; never more than ten in all. */
  pain(id: string, points: number): void {
    if (!this.settings) return;
    const others = this.points - (this.settings.pain_points[id] ?? 0);
    const given = Math.max(0, Math.min(points, 10 - others));
    this.set({ pain_points: { ...this.settings.pain_points, [id]: given } });
  }

  get leadTimeDays(): number {
    return round((this.settings?.targets.lead_time_s ?? 0) / DAY);
  }
  set leadTimeDays(days: number) {
    if (days > 0) this.target({ lead_time_s: days * DAY });
  }
  get recoveryHours(): number {
    return round((this.settings?.targets.recovery_time_s ?? 0) / HOUR);
  }
  set recoveryHours(hours: number) {
    if (hours > 0) this.target({ recovery_time_s: hours * HOUR });
  }
  get failPercent(): number {
    return round((this.settings?.targets.change_fail_rate ?? 0) * 100);
  }
  set failPercent(percent: number) {
    if (percent >= 0) this.target({ change_fail_rate: percent / 100 });
  }

  async #send(): Promise<void> {
    const turn = ++this.#turn;
    const settings = $state.snapshot(this.settings);
    if (!settings) return;
    try {
      const view = await call({ do: "set_plan_settings", settings });
      if (turn !== this.#turn) return;
      this.view = view;
      session.problem = null;
    } catch (problem) {
      if (turn === this.#turn) session.problem = problem as Problem;
    }
    if (turn === this.#turn) this.stale = false;
  }

  #take(view: PlanView): void {
    this.view = view;
    this.settings = view.settings;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export const plan = new Plan();
session.leaving(() => {
  plan.view = null;
  plan.settings = null;
  plan.chosen = "";
});
