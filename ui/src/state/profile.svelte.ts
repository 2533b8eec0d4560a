// The profile of the selected assessment: eight bars with ranges, and the capabilities under each.
import type { ScoreView } from "../bindings/ScoreView";
import { session } from "./session.svelte";

export class Profile {
  view = $state<ScoreView | null>(null);
  opened = $state<string[]>([]);

  async load(assessment: number): Promise<void> {
    const view = await session.ask({ do: "score", assessment });
    if (view) this.view = view;
  }

  /** Open or close the capabilities of a dimension. */
  toggle(dimension: string): void {
    this.opened = this.opened.includes(dimension)
      ? this.opened.filter((id) => id !== dimension)
      : [...this.opened, dimension];
  }
}

export const profile = new Profile();
session.leaving(() => {
  profile.view = null;
  profile.opened = [];
});
