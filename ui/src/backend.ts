// The only file that knows how the engine is reached: the window's own channel, or a loopback server.
// In: a request. Out: its reply, or a rejected `Problem`. It keeps nothing but the server's token.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Problem } from "./bindings/Problem";
import type { Reply } from "./bindings/Reply";
import type { Request } from "./bindings/Request";
import { t } from "./words.svelte";

/** Which reply answers which request. */
type Answers = {
  home: "home";
  set_settings: "home";
  create_workspace: "frame";
  open_workspace: "frame";
  close_workspace: "home";
  forget_recent: "home";
  frame: "frame";
  select: "frame";
  add_team: "frame";
  add_service: "frame";
  start_assessment: "frame";
  questions: "questions";
  set_answer: "saved";
  clear_answer: "saved";
  undo: "saved";
  redo: "saved";
  set_position: "saved";
  set_mark: "saved";
  score: "score";
  evidence: "evidence";
  preview: "preview";
  import: "job";
  look: "job";
  import_many: "job";
  ways: "ways";
  job: "job";
  cancel_job: "job";
  remove_source: "evidence";
  save_rejects: "file";
  scan: "job";
  baseline: "baseline";
  deployment: "deployment";
  correct: "baseline";
  take_back: "baseline";
  set_bands: "baseline";
  set_benchmarks: "baseline";
  freeze: "baseline";
  baselines: "baselines";
  open_baseline: "baseline";
  compare: "compare";
  plan: "plan";
  set_plan_settings: "plan";
  why: "why";
  report_preview: "pages";
  save_report: "file";
  check: "check";
};

/** The reply to a request, unwrapped. */
export type ReplyTo<R extends Request> = Replies[R["do"]];
type Replies = { [D in keyof Answers]: Extract<Reply, { is: Answers[D] }>["value"] };

/** What a person can be asked to choose. */
export type PickKind =
  | "repository"
  | "table"
  | "workspace"
  | "save-workspace"
  | "save-report"
  | "save-rejects";

/** A file or folder that was chosen: opaque to us. */
export type Picked = { handle: string; name: string };

/** A file dropped on the window. */
export type Dropped = Picked & { kind: string };

const inWindow = "__TAURI_INTERNALS__" in globalThis;

/** Files can be dropped here: the window hears of them, a page in a browser cannot hand them over. */
export const canDrop = inWindow;

/** Ask the engine. */
export async function call<R extends Request>(request: R): Promise<ReplyTo<R>> {
  const reply = inWindow ? await invoked<Reply>("rpc", { request }) : await posted<Reply>("/rpc", request);
  return reply.value as ReplyTo<R>;
}

/** Let the person choose a file or folder; empty when they chose none. */
export async function offered(kind: PickKind, suggested: string): Promise<Picked[]> {
  const ask = { kind, suggested };
  return inWindow ? invoked<Picked[]>("pick", ask) : posted<Picked[]>("/pick", ask);
}

/** Hear of files dropped on the window. */
export function onDropped(hear: (files: Dropped[]) => void): void {
  if (inWindow) void listen<Dropped[]>("dropped", (event) => hear(event.payload));
}

async function invoked<T>(command: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (cause) {
    throw asProblem(cause);
  }
}

async function posted<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-sextant-token": token() },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw unreachable(String(cause));
  });
  const value: unknown = await response.json().catch(() => null);
  if (!response.ok) throw asProblem(value);
  return value as T;
}

/** The token comes once in the address (`#t=…`) and then lives as long as the tab. */
function token(): string {
  const given = /^#t=(.+)$/.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem("token") ?? "";
  sessionStorage.setItem("token", given);
  history.replaceState(null, "", "#/");
  return given;
}

function asProblem(cause: unknown): Problem {
  const known = cause as Partial<Problem> | null;
  if (typeof known === "object" && typeof known?.code === "string" && typeof known.message === "string")
    return { code: known.code, message: known.message, hint: known.hint ?? "", refused: known.refused ?? false };
  return unreachable(typeof cause === "string" ? cause : "");
}

function unreachable(detail: string): Problem {
  return { code: "unreachable", message: t("ui-unreachable"), hint: detail, refused: false };
}
