// The two sides of a comparison as an address names them: "3-now".
import type { Moment } from "../bindings/Moment";

/** A side as an address names it: the id of a frozen baseline, or "now". */
export function sideName(moment: Moment): string {
  return moment.at === "now" ? "now" : String(moment.id);
}

/** The side that an address names; `null` leaves the choice to the engine. */
export function sideNamed(name: string | undefined): Moment | null {
  if (name === "now") return { at: "now" };
  return name !== undefined && /^\d{1,9}$/.test(name) ? { at: "frozen", id: Number(name) } : null;
}
