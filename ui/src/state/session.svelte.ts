// What stands around every screen: which workspace is open, the person's settings, what is being asked.
// In: what a person did in the frame. Out: the frame and home as the engine tells them. It decides nothing.
import { call, canDrop, offered, type Picked, type PickKind, type ReplyTo } from "../backend";
import type { Frame } from "../bindings/Frame";
import type { Home } from "../bindings/Home";
import type { Lang } from "../bindings/Lang";
import type { Problem } from "../bindings/Problem";
import type { Request } from "../bindings/Request";
import type { Settings } from "../bindings/Settings";
import type { Subject } from "../bindings/Subject";
import type { WhyView } from "../bindings/WhyView";
import { go } from "../route.svelte";
import { speak, t } from "../words.svelte";
import { Saver } from "./saver.svelte";

/** The one thing that may lie over the screen. */
export type Over = "palette" | "keys" | "settings" | "team" | "assessment" | "create" | "pick" | null;

export class Session {
  #rooms: (() => void)[] = [];

  home = $state<Home | null>(null);
  frame = $state<Frame | null>(null);
  problem = $state<Problem | null>(null);
  /** Read by a screen reader and shown for a while at the foot: what just happened. */
  said = $state("");
  over = $state<Over>(null);
  offers = $state<Picked[]>([]);
  why = $state<{ subject: Subject; view: WhyView } | null>(null);
  readonly saver = new Saver();

  #settleMany: ((picked: Picked[]) => void) | undefined;
  #settle: ((picked: Picked | null) => void) | undefined;
  #opener: Element | null = null;
  #frameTimer: ReturnType<typeof setTimeout> | undefined;

  /** Find out what is open. */
  async start(): Promise<void> {
    const home = await this.ask({ do: "home" });
    if (home) this.#homeIs(home);
    if (home?.open) await this.refresh();
  }

  /** Read the recent workspaces again. */
  async revisit(): Promise<void> {
    const home = await this.ask({ do: "home" });
    if (home) this.#homeIs(home);
  }

  /** Ask the engine; a problem is shown and answered with `null`. */
  async ask<R extends Request>(request: R): Promise<ReplyTo<R> | null> {
    try {
      const reply = await call(request);
      this.problem = null;
      return reply;
    } catch (problem) {
      this.problem = problem as Problem;
      return null;
    }
  }

  /** Read the frame again. */
  async refresh(): Promise<void> {
    const frame = await this.ask({ do: "frame" });
    if (frame) this.#frameIs(frame);
  }

  /** Read the frame again once the person pauses. */
  refreshSoon(): void {
    clearTimeout(this.#frameTimer);
    this.#frameTimer = setTimeout(() => void this.refresh(), 400);
  }

  /** Do something that changes the frame; says whether it was done. */
  async change(request: Extract<Request, { do: "select" | "add_team" | "add_service" | "start_assessment" }>): Promise<boolean> {
    const frame = await this.ask(request);
    if (frame) this.#frameIs(frame);
    return frame !== null;
  }

  async open(handle: string): Promise<void> {
    await this.#enter(await this.ask({ do: "open_workspace", handle }));
  }

  async create(organisation: string, team: string, place: string | null): Promise<boolean> {
    const frame = await this.ask({ do: "create_workspace", organisation, team, place, sample: false });
    return this.#enter(frame);
  }

  async sample(): Promise<void> {
    await this.#enter(
      await this.ask({ do: "create_workspace", organisation: "", team: "", place: null, sample: true }),
    );
  }

  async openFile(): Promise<void> {
    const picked = await this.pick("workspace");
    if (picked) await this.open(picked.handle);
  }

  async close(): Promise<void> {
    const home = await this.ask({ do: "close_workspace" });
    if (!home) return;
    this.frame = null;
    this.why = null;
    this.#homeIs(home);
    go("home");
  }

  async forget(handle: string): Promise<void> {
    const home = await this.ask({ do: "forget_recent", handle });
    if (home) this.#homeIs(home);
  }

  /** Change a setting; labels follow at once, sentences when the screen asks again. */
  async set(part: Partial<Settings>): Promise<void> {
    if (!this.home) return;
    const home = await this.ask({ do: "set_settings", settings: { ...this.home.settings, ...part } });
    if (!home) return;
    this.#homeIs(home);
    if (this.frame) await this.refresh();
  }

  /** Let the person choose a file; `null` when they chose none. */
  async pick(kind: PickKind, suggested = ""): Promise<Picked | null> {
    const offers = await offered(kind, suggested).catch((problem: Problem) => {
      this.problem = problem;
      return [];
    });
    if (offers.length < 2) return offers[0] ?? null;
    this.offers = offers;
    this.over = "pick";
    return new Promise((settle) => (this.#settle = settle));
  }

  /** Let the person choose as many as they like; empty when they chose none. */
  async pickMany(kind: PickKind): Promise<Picked[]> {
    const offers = await offered(kind, "").catch((problem: Problem) => {
      this.problem = problem;
      return [];
    });
    // The window's own dialog has asked already: all of it was chosen.
    if (offers.length < 2 || canDrop) return offers;
    this.offers = offers;
    this.over = "pick";
    return new Promise((settle) => (this.#settleMany = settle));
  }

  /** Several may be taken of what is offered. */
  get takesMany(): boolean {
    return this.#settleMany !== undefined;
  }

  /** The person chose several of the offers. */
  pickedMany(choice: Picked[]): void {
    this.over = null;
    this.#settleMany?.(choice);
    this.#settleMany = undefined;
  }

  /** The person chose among several offers, or none of them. */
  picked(choice: Picked | null): void {
    if (this.takesMany) return this.pickedMany(choice ? [choice] : []);
    this.over = null;
    this.#settle?.(choice);
    this.#settle = undefined;
  }

  /** Ask where a number comes from; the drawer opens beside it. */
  async askWhy(subject: Subject): Promise<void> {
    const opener = document.activeElement;
    const view = await this.ask({ do: "why", subject });
    if (!view) return;
    this.#opener = opener;
    this.why = { subject, view };
  }

  /** Close the drawer and give the focus back. */
  closeWhy(): void {
    this.why = null;
    if (this.#opener instanceof HTMLElement) this.#opener.focus();
    this.#opener = null;
  }

  /** The subject that the drawer is about, as text to compare. */
  get asked(): string {
    return this.why ? JSON.stringify(this.why.subject) : "";
  }

  /** Say what happened, once. */
  say(sentence: string): void {
    this.said = sentence;
  }

  /** Put text on the clipboard, and say so. */
  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.say(t("ui-copied"));
    } catch {
      this.say(t("ui-not-copied"));
    }
  }

  get lang(): Lang {
    return this.home?.lang ?? "en";
  }

  async #enter(frame: Frame | null): Promise<boolean> {
    if (!frame) return false;
    this.#forgetRooms();
    this.#frameIs(frame);
    const home = await this.ask({ do: "home" });
    if (home) this.#homeIs(home);
    go("assess");
    return true;
  }

  #homeIs(home: Home): void {
    this.home = home;
    speak(home.lang);
    const theme = home.settings.theme;
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }

  /** What a screen shows of one workspace or team is not shown of another. */
  leaving(forget: () => void): void {
    this.#rooms.push(forget);
  }

  #forgetRooms(): void {
    this.why = null;
    for (const forget of this.#rooms) forget();
  }

  #frameIs(frame: Frame): void {
    if (this.frame && this.frame.team !== frame.team) this.#forgetRooms();
    this.frame = frame;
    if (this.saver.clock === "") this.saver.clock = frame.saved_clock;
  }
}

export const session = new Session();
