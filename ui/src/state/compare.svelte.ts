// Over time: two baselines side by side. In: two sides as the address names them, "3-now". Out: what the engine says.
import type { CompareView } from "../bindings/CompareView";
import { go } from "../route.svelte";
import { baseline } from "./baseline.svelte";
import { session } from "./session.svelte";
import { sideName, sideNamed } from "./sides";

export class Compare {
  view = $state<CompareView | null>(null);
  reading = $state(false);

  #turn = 0;

  /** Show the two sides of an address, or those that the engine chooses. */
  async load(detail: string): Promise<void> {
    const turn = ++this.#turn;
    this.reading = true;
    const [a, b] = detail.split("-");
    const view = await session.ask({ do: "compare", a: sideNamed(a), b: sideNamed(b) });
    if (turn !== this.#turn) return;
    this.reading = false;
    if (view) this.view = view;
  }

  /** Choose one side; the other stays. */
  choose(side: "a" | "b", name: string): void {
    const { a, b } = this.view ?? {};
    if (!a || !b) return;
    const other = sideName((side === "a" ? b : a).moment);
    go("compare", side === "a" ? `${name}-${other}` : `${other}-${name}`);
  }

  /** Go where a baseline is frozen, with its name to be typed. */
  freeze(): void {
    go("baseline");
    baseline.freezing = true;
  }
}

export const compare = new Compare();
session.leaving(() => (compare.view = null));
