// One registry of what can be done by key: the keyboard, the sheet of keys and the palette read the same records.
// Single keys never act in a text field and can be switched off; with Ctrl or Alt they always work.
import { go, route, type Screen } from "../route.svelte";
import { t } from "../words.svelte";
import { assess } from "./assess.svelte";
import { baseline } from "./baseline.svelte";
import { drill } from "./drill.svelte";
import { evidence } from "./evidence.svelte";
import { report } from "./report.svelte";
import { session } from "./session.svelte";

/** Where an action can be done: anywhere, with a workspace open, or on one screen. */
export type Scope = "everywhere" | "workspace" | Screen;

export type Action = {
  id: string;
  /** The first is shown. */
  keys: string[];
  scope: Scope;
  label: () => string;
  perform: () => void;
};

/** A field that `focusSoon` finds by its id once the screen has drawn it. */
function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus(), 0);
}

/** Bring a heading into sight once the screen has drawn what belongs to it. */
function scrollSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.scrollIntoView({ block: "start" }), 0);
}

/** Open a table of the baseline and stand on its first row. */
function openTable(name: "deployments" | "incidents"): void {
  drill.unfolded[name] = true;
  setTimeout(() => document.querySelector<HTMLElement>(`[data-table=${name}] [data-row]`)?.focus(), 0);
}

function act(id: string, scope: Scope, keys: string[], perform: () => void): Action {
  return { id, scope, keys, perform, label: () => t(`ui-act-${id}`) };
}

function levelAction(level: number): Action {
  const label = () => t("ui-act-level", { level });
  return { id: `level-${level}`, scope: "assess", keys: [String(level)], label, perform: () => assess.choose(level) };
}

function showList(): void {
  assess.listed = true;
  focusSoon("list-search");
}

function goTo(screen: Screen, key: string): Action {
  return act(`go-${screen}`, screen === "home" ? "everywhere" : "workspace", [key], () => go(screen));
}

/** Everything that can be done by key, in the order of the sheet. */
export const ACTIONS: Action[] = [
  act("palette", "everywhere", ["Ctrl+K"], () => (session.over = "palette")),
  act("keys", "everywhere", ["?"], () => (session.over = "keys")),
  act("settings", "everywhere", ["Ctrl+,"], () => (session.over = "settings")),
  act("create", "everywhere", ["Ctrl+N"], () => (session.over = "create")),
  act("open", "everywhere", ["Ctrl+O"], () => void session.openFile()),
  act("sample", "everywhere", [], () => void session.sample()),
  act("import-table", "workspace", ["Ctrl+I"], () => {
    go("evidence");
    void evidence.choose("table");
  }),
  act("import-repository", "workspace", ["Ctrl+Shift+I"], () => {
    go("evidence");
    void evidence.choose("repository");
  }),
  act("freeze", "workspace", ["Ctrl+Shift+B"], () => {
    go("baseline");
    baseline.freezing = true;
    focusSoon("freeze-name");
  }),
  act("save-report", "workspace", ["Ctrl+E"], () => {
    go("report");
    void report.save();
  }),
  act("new-assessment", "workspace", [], () => (session.over = "assessment")),
  act("new-team", "workspace", [], () => (session.over = "team")),
  act("close", "workspace", [], () => void session.close()),
  goTo("assess", "Alt+1"),
  goTo("evidence", "Alt+2"),
  goTo("baseline", "Alt+3"),
  goTo("plan", "Alt+4"),
  goTo("report", "Alt+5"),
  goTo("profile", "Alt+6"),
  goTo("compare", "Alt+7"),
  goTo("home", "Alt+0"),
  ...[0, 1, 2, 3, 4].map(levelAction),
  act("unknown", "assess", ["D"], () => assess.unknown()),
  act("not-applicable", "assess", ["X"], () => {
    assess.ask("not_applicable");
    focusSoon("word");
  }),
  act("not-ours", "assess", ["O"], () => {
    assess.ask("not_ours");
    focusSoon("word");
  }),
  act("note", "assess", ["N"], () => {
    assess.listed = false;
    focusSoon("note");
  }),
  act("mark", "assess", ["M"], () => assess.mark()),
  act("next", "assess", ["Enter", "J", "ArrowRight", "PageDown"], () => assess.step(1)),
  act("previous", "assess", ["K", "ArrowLeft", "PageUp"], () => assess.step(-1)),
  act("list", "assess", ["/", "G"], showList),
  act("contradictions", "assess", ["C"], () => void assess.contradictions().then(() => focusSoon("list-search"))),
  act("undo", "assess", ["Ctrl+Z"], () => assess.turn("undo")),
  act("redo", "assess", ["Ctrl+Shift+Z", "Ctrl+Y"], () => assess.turn("redo")),
  act("table", "baseline", ["T"], () => baseline.swap()),
  act("engines", "baseline", ["E"], () => {
    baseline.compare();
    if (baseline.engines) scrollSoon("engines");
  }),
  act("window", "baseline", ["W"], () => (baseline.choosing = !baseline.choosing)),
  act("deployments", "baseline", ["D"], () => openTable("deployments")),
  act("incidents", "baseline", ["I"], () => openTable("incidents")),
  act("quality", "baseline", ["Q"], () => scrollSoon("quality")),
  act("all-weeks", "baseline", ["A"], () => drill.only("")),
  { ...act("table", "compare", ["T"], () => baseline.swap()), id: "table-compare" },
  act("page-next", "report", ["PageDown", "ArrowRight"], () => report.turn(1)),
  act("page-previous", "report", ["PageUp", "ArrowLeft"], () => report.turn(-1)),
];

/** The action can be done here and now. */
export function isOpen(action: Action): boolean {
  const open = session.frame !== null;
  if (action.scope === "everywhere") return true;
  if (action.scope === "workspace") return open;
  return open && route().screen === action.scope;
}

/** The name of a key press: `Ctrl+Shift+Z`, `ArrowDown`, `D`. */
export function combination(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  const held = [(event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", shift && "Shift"];
  return [...held.filter(Boolean), key].join("+");
}

/** Do what a key press means here; says whether it meant something. */
export function press(event: KeyboardEvent): boolean {
  if (session.over !== null || event.defaultPrevented || event.isComposing) return false;
  const pressed = combination(event);
  const single = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (single && (!session.home?.settings.single_keys || belongsToField(event))) return false;
  const action = ACTIONS.find((known) => known.keys.includes(pressed) && isOpen(known));
  if (!action || leavesTextAlone(action, event)) return false;
  event.preventDefault();
  action.perform();
  return true;
}

/** Keys that the focused control wants for itself. */
function belongsToField(event: KeyboardEvent): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  if (isText(at) || at instanceof HTMLSelectElement) return true;
  const moves = /^(Arrow|Page|Home|End)/.test(event.key);
  if (at instanceof HTMLInputElement) return event.key === " " || moves;
  if (at.closest("[role=radiogroup],[role=menu],[data-walk]")) return moves || event.key === "Enter";
  return event.key === "Enter" && at.closest("button,a,summary") !== null;
}

/** Undo in a text field undoes the typing. */
function leavesTextAlone(action: Action, event: KeyboardEvent): boolean {
  return (action.id === "undo" || action.id === "redo") && event.target instanceof HTMLElement && isText(event.target);
}

function isText(at: HTMLElement): boolean {
  if (at instanceof HTMLTextAreaElement || at.isContentEditable) return true;
  return at instanceof HTMLInputElement && !["radio", "checkbox", "range", "button"].includes(at.type);
}
