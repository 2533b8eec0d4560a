// Writes go out one after the other and the indicator tells the truth about them.
// In: requests that change an assessment. Out: "saved" only after the reply; a failure keeps the queue and tries again.
import { call } from "../backend";
import type { Problem } from "../bindings/Problem";
import type { Request } from "../bindings/Request";
import type { Saved } from "../bindings/Saved";

const RETRY_SECONDS = 5;

/** A request whose reply says that a change is durable. */
export type Write = Extract<
  Request,
  { do: "set_answer" | "clear_answer" | "undo" | "redo" | "set_position" | "set_mark" }
>;

type Entry = { write: Write; saved: (reply: Saved) => void };

/** What a write is about; a newer one about the same thing replaces one that still waits. */
function about(write: Write): string {
  switch (write.do) {
    case "set_answer":
      return `answer ${write.answer.capability}`;
    case "clear_answer":
      return `answer ${write.capability}`;
    case "set_mark":
      return `mark ${write.capability}`;
    default:
      return write.do;
  }
}

export class Saver {
  state = $state<"saved" | "saving" | "failed">("saved");
  clock = $state("");
  problem = $state<Problem | null>(null);
  /** Seconds until the next try; 0 when only a person can help. */
  retryIn = $state(0);
  held = $state<Write[]>([]);

  #queue: Entry[] = [];
  /** Refused by the engine: kept, told, and no hindrance to what comes after. */
  #refused: Entry[] = [];
  #sending = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Something is not yet durable. */
  get busy(): boolean {
    return this.#queue.length + this.#refused.length > 0;
  }

  /** Queue a write; `saved` hears its reply. */
  push(write: Write, saved: (reply: Saved) => void): void {
    const last = this.#queue.at(-1);
    const waits = last && !(this.#sending && this.#queue.length === 1);
    const replaces = waits && write.do !== "undo" && write.do !== "redo" && about(last.write) === about(write);
    if (replaces) this.#queue.pop();
    this.#refused = this.#refused.filter((entry) => about(entry.write) !== about(write));
    this.#queue.push({ write, saved });
    this.#show();
    if (this.#timer === undefined) void this.#send();
  }

  /** Try again now. */
  retry(): void {
    this.#stopTimer();
    this.#queue.push(...this.#refused.splice(0));
    void this.#send();
  }

  /** Give up what could not be written. */
  discard(): void {
    this.#stopTimer();
    this.#queue = [];
    this.#refused = [];
    this.problem = null;
    this.state = "saved";
    this.#show();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      if (next.write.do !== "set_position") this.state = "saving";
      try {
        const reply = await call(next.write);
        this.#queue.shift();
        this.clock = reply.clock || this.clock;
        next.saved(reply);
      } catch (problem) {
        if (!this.#fail(next, problem as Problem)) break;
      }
      this.#settle();
    }
    this.#sending = false;
  }

  #settle(): void {
    if (this.#refused.length === 0) this.problem = null;
    this.state = this.#queue.length > 0 ? "saving" : this.#refused.length > 0 ? "failed" : "saved";
    this.#show();
  }

  /** A write did not go through; says whether the others may go on. */
  #fail(entry: Entry, problem: Problem): boolean {
    this.problem = problem;
    this.#stopTimer();
    if (problem.refused) {
      this.#queue.shift();
      this.#refused.push(entry);
      return true;
    }
    this.state = "failed";
    this.#show();
    this.retryIn = RETRY_SECONDS;
    this.#timer = setInterval(() => {
      this.retryIn -= 1;
      if (this.retryIn <= 0) this.retry();
    }, 1000);
    return false;
  }

  #stopTimer(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.retryIn = 0;
  }

  #show(): void {
    this.held = [...this.#queue, ...this.#refused].map((entry) => entry.write).filter((write) => write.do !== "set_position");
  }
}
