// From a number down to what it counts: deployments and incidents by kind and week, one of them in the pane beside,
// and what a person corrects there. In: choices and reasons. Out: requests; the numbers that moved, as the engine says.
import { tick } from "svelte";
import type { CorrectionAsk } from "../bindings/CorrectionAsk";
import type { DeploymentDetail } from "../bindings/DeploymentDetail";
import type { MetricRow } from "../bindings/MetricRow";
import { baseline } from "./baseline.svelte";
import { session } from "./session.svelte";

const MORE = 50;

/** What the pane is about. */
export type Opened = { of: "deployment"; detail: DeploymentDetail } | { of: "incident"; key: string };

/** A correction being made: which one, and of what. */
export type Form = { what: "link" | "unlink" | "mark_kind"; incident?: string; deployment?: string };

/** A number before and after. */
export type Moved = { name: string; before: string; after: string };

export class Drill {
  opened = $state<Opened | null>(null);
  form = $state<Form | null>(null);
  /** The correction that is being taken back. */
  taking = $state<number | null>(null);
  /** What the last correction moved; nothing yet is `null`. */
  moved = $state<Moved[] | null>(null);
  kind = $state("");
  how = $state("");
  week = $state("");
  room = $state(MORE);
  /** Which tables are unfolded. */
  unfolded = $state({ deployments: false, incidents: false });

  deployments = $derived.by(() => {
    const rows = baseline.view?.deployments ?? [];
    return rows.filter((row) => (this.kind === "" || row.kind === this.kind) && this.#within(row.at));
  });
  incidents = $derived.by(() => {
    const rows = baseline.view?.incidents ?? [];
    return rows.filter((row) => (this.how === "" || row.how === this.how) && this.#within(row.at));
  });
  incident = $derived.by(() => {
    const opened = this.opened;
    return opened?.of === "incident" ? baseline.view?.incidents.find((row) => row.key === opened.key) : undefined;
  });

  #opener: HTMLElement | null = null;

  /** Open a deployment beside its table. */
  async deployment(key: string): Promise<void> {
    const opener = document.activeElement;
    const detail = await this.#read(key);
    if (detail) this.#open({ of: "deployment", detail }, opener);
  }

  /** Open an incident beside its table. */
  incidentOf(key: string): void {
    this.#open({ of: "incident", key }, document.activeElement);
  }

  /** Close the pane because something else takes its place. */
  leave(): void {
    this.opened = null;
    this.form = null;
    this.taking = null;
    this.moved = null;
  }

  /** Close the pane and give the focus back. */
  close(): void {
    this.leave();
    const opener = this.#opener;
    this.#opener = null;
    if (opener?.isConnected) {
      opener.focus();
      void tick().then(() => opener.scrollIntoView({ block: "nearest" }));
    } else document.getElementById("main")?.focus();
  }

  /** Step back from the form, then from the pane. */
  back(): void {
    if (this.form === null) this.close();
    else this.form = null;
  }

  /** Show one week only, or all again. */
  only(week: string): void {
    this.week = this.week === week ? "" : week;
    this.room = MORE;
    if (this.week !== "") this.unfolded = { deployments: true, incidents: true };
  }

  more(): void {
    this.room += MORE * 4;
  }

  /** Lay a correction over the data; says whether it was taken. */
  async correct(correction: CorrectionAsk): Promise<boolean> {
    return this.#change({ do: "correct", correction });
  }

  /** Take a correction back, with the reason. */
  async takeBack(id: number, reason: string): Promise<boolean> {
    return this.#change({ do: "take_back", id, reason });
  }

  async #change(request: { do: "correct"; correction: CorrectionAsk } | { do: "take_back"; id: number; reason: string }): Promise<boolean> {
    const before = baseline.view?.metrics ?? [];
    const view = await session.ask(request);
    if (!view) return false;
    baseline.view = view;
    this.form = null;
    this.taking = null;
    this.moved = difference(before, view.metrics);
    session.refreshSoon();
    await this.#again();
    return true;
  }

  /** What the pane shows may have changed, or may be a deployment no more. */
  async #again(): Promise<void> {
    if (this.opened?.of !== "deployment") return;
    const key = this.opened.detail.row.key;
    const kept = baseline.view?.deployments.some((row) => row.key === key) ?? false;
    const detail = kept ? await this.#read(key) : null;
    this.opened = detail ? { of: "deployment", detail } : null;
  }

  async #read(key: string): Promise<DeploymentDetail | null> {
    return session.ask({ do: "deployment", key, frozen: baseline.view?.frozen?.id ?? null });
  }

  #open(opened: Opened, opener: Element | null): void {
    const inside = opener instanceof HTMLElement && opener.closest("aside") !== null;
    if (!inside && opener instanceof HTMLElement) this.#opener = opener;
    session.why = null;
    this.form = null;
    this.moved = null;
    this.opened = opened;
    // The pane takes room and lines move: the row that was opened stays in sight.
    void tick().then(() => this.#opener?.scrollIntoView({ block: "nearest" }));
  }

  #within(at: number): boolean {
    if (this.week === "") return true;
    const weeks = baseline.view?.weeks ?? [];
    const i = weeks.findIndex((week) => week.name === this.week);
    const from = weeks[i]?.from ?? 0;
    return at >= from && at < (weeks[i + 1]?.from ?? Number.POSITIVE_INFINITY);
  }
}

/** Which numbers read otherwise now; what they rest on counts when the number itself stays. */
export function difference(before: MetricRow[], after: MetricRow[]): Moved[] {
  return after.flatMap((row) => {
    const old = before.find((known) => known.id === row.id);
    if (!old || (old.shown === row.shown && old.footing === row.footing)) return [];
    const said = (one: MetricRow) => (old.shown === row.shown ? one.footing : one.shown);
    return [{ name: row.name, before: said(old), after: said(row) }];
  });
}

export const drill = new Drill();
session.leaving(() => {
  drill.opened = null;
  drill.form = null;
  drill.moved = null;
  drill.kind = drill.how = drill.week = "";
  drill.unfolded = { deployments: false, incidents: false };
});
