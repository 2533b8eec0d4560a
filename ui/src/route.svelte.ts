// Where the person is, as the address says: `#/assess/INT2`. Back and Forward always work.

/** The screens. */
export const SCREENS = ["home", "assess", "profile", "evidence", "baseline", "plan", "report", "compare"] as const;
export type Screen = (typeof SCREENS)[number];
export type Route = { screen: Screen; detail: string };

/** Read an address; what is not known leads home. */
export function parse(hash: string): Route {
  const [name = "", detail = ""] = hash.replace(/^#\/?/, "").split("/");
  const screen = SCREENS.find((known) => known === name) ?? "home";
  return { screen, detail: decodeURIComponent(detail) };
}

/** The address of a place. */
export function address(screen: Screen, detail = ""): string {
  if (screen === "home") return "#/";
  return detail === "" ? `#/${screen}` : `#/${screen}/${encodeURIComponent(detail)}`;
}

const here = $state<{ route: Route }>({ route: { screen: "home", detail: "" } });

/** The place in force. */
export function route(): Route {
  return here.route;
}

/** Follow the address from now on. */
export function follow(): void {
  here.route = parse(location.hash);
  addEventListener("hashchange", () => (here.route = parse(location.hash)));
}

/** Go to a place; `replace` leaves no step for Back. */
export function go(screen: Screen, detail = "", step: "push" | "replace" = "push"): void {
  const to = address(screen, detail);
  if (to === location.hash) return;
  if (step === "push") {
    location.hash = to;
    return;
  }
  history.replaceState(null, "", to);
  here.route = parse(to);
}
