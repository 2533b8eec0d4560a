// One assessment under the person's hands: every change goes out at once and stays on the screen whatever happens.
// In: keys and clicks. Out: answers. What an answer counts, what is contradicted, how long it takes, the engine says.
import type { Answer } from "../bindings/Answer";
import type { AnswerState } from "../bindings/AnswerState";
import type { Confidence } from "../bindings/Confidence";
import type { QuestionView } from "../bindings/QuestionView";
import type { QuestionsView } from "../bindings/QuestionsView";
import type { Saved } from "../bindings/Saved";
import type { Vote } from "../bindings/Vote";
import { go } from "../route.svelte";
import type { Write } from "./saver.svelte";
import { session } from "./session.svelte";

/** Which questions the list shows. */
export const FILTERS = ["all", "open", "marked", "changed", "contradicted"] as const;
export type Filter = (typeof FILTERS)[number];

const IDLE_MS = 400;

/** A question has an answer of one of the four kinds. */
export function isAnswered(question: QuestionView): boolean {
  const answer = question.answer;
  return answer !== null && (answer.state !== "answered" || answer.votes.length > 0);
}

/** The level that all votes give; none when they differ. */
export function agreed(answer: Answer | null | undefined): number | undefined {
  const [first, ...others] = answer?.votes ?? [];
  return others.every((vote) => vote.level === first?.level) ? first?.level : undefined;
}

/** The answer differs from last time's. */
export function isChanged(question: QuestionView): boolean {
  if (!question.last || !isAnswered(question)) return false;
  const said = (answer: Answer | null) => [answer?.state, ...(answer?.votes ?? []).map((vote) => vote.level)].join();
  return said(question.answer) !== said(question.last.answer);
}

export class Assess {
  view = $state<QuestionsView | null>(null);
  at = $state("");
  /** Chosen, but a word is still missing: the reason, or the owner. */
  asking = $state<"not_applicable" | "not_ours" | null>(null);
  /** The word as it is typed. */
  word = $state("");
  note = $state("");
  listed = $state(false);
  filter = $state<Filter>("all");
  search = $state("");

  index = $derived(Math.max(0, this.view?.questions.findIndex((q) => q.capability === this.at) ?? 0));
  question = $derived(this.view?.questions[this.index]);
  state = $derived<AnswerState | undefined>(this.asking ?? this.question?.answer?.state);
  level = $derived(this.state === "not_applicable" ? undefined : agreed(this.question?.answer));
  /** Votes of a meeting; a level chosen here takes their place. */
  votes = $derived(this.state === "not_applicable" ? [] : (this.question?.answer?.votes ?? []));
  fixed = $derived((this.view?.frozen ?? false) || (session.frame?.read_only ?? "") !== "");
  /** Answers that facts or other answers speak against, as the engine ranks them; those just given at the end. */
  contradicted = $derived.by(() => {
    const questions = this.view?.questions ?? [];
    const against = (id: string) => questions.some((q) => q.capability === id && q.trace?.contradiction);
    const told = (this.view?.contradictions ?? []).filter((one) => one.kind !== "trace" || against(one.capability)).map((one) => one.capability);
    const fresh = questions.filter((q) => q.trace?.contradiction).map((q) => q.capability);
    return [...new Set([...told, ...fresh])];
  });
  shown = $derived.by(() => {
    const wanted = this.search.trim().toLowerCase();
    const has = (q: QuestionView) => `${q.capability} ${q.title}`.toLowerCase().includes(wanted);
    const shown = (this.view?.questions ?? []).filter((q) => this.#passes(q) && has(q));
    if (this.filter !== "contradicted") return shown;
    const place = (q: QuestionView) => this.contradicted.indexOf(q.capability);
    return shown.sort((a, b) => place(a) - place(b));
  });

  #timer: ReturnType<typeof setTimeout> | undefined;
  #flush: (() => void) | undefined;
  /** Notes that have no answer to go with yet. */
  #waiting = new Map<string, string>();
  #outstanding = new Map<string, number>();

  /** Read the questions and go where the person was, or where the address says. */
  async load(assessment: number, at: string): Promise<void> {
    const view = await session.ask({ do: "questions", assessment });
    if (!view) return;
    this.view = view;
    this.#place([at, view.position, this.at].find((id) => this.#has(id)) ?? view.questions[0]?.capability ?? "");
  }

  /** Go to a question; the address remembers it. */
  visit(capability: string): void {
    if (!this.#has(capability) || capability === this.at) return;
    this.flush();
    this.#place(capability);
    go("assess", capability, "replace");
    this.#push({ do: "set_position", assessment: this.#id, capability });
  }

  /** Show the list of what is contradicted, worst first, as it stands now. */
  async contradictions(): Promise<void> {
    this.filter = "contradicted";
    this.search = "";
    this.listed = true;
    const view = await session.ask({ do: "questions", assessment: this.#id });
    if (view && this.view) this.view.contradictions = view.contradictions;
  }

  /** What speaks against an answer, in a sentence; nothing does when it is empty. */
  against(capability: string): string {
    return this.view?.contradictions.find((one) => one.capability === capability)?.text ?? "";
  }

  /** The next question or the one before; stays at the ends. */
  step(by: 1 | -1): void {
    const to = this.view?.questions[this.index + by];
    if (to) this.visit(to.capability);
  }

  get first(): boolean {
    return this.index === 0;
  }

  get last(): boolean {
    return this.index + 1 === this.view?.questions.length;
  }

  /** Choose a level; the same again takes it back. */
  choose(level: number): void {
    if (this.asking === "not_applicable") this.asking = null;
    if (this.level === level && this.#leveled) return this.clear();
    const vote: Vote = { level, share: 0, confidence: this.confidence };
    this.#answer(this.state === "not_ours" ? { votes: [vote] } : { state: "answered", votes: [vote], reason: null });
  }

  /** Take the answer back; its note waits for the next one. */
  clear(): void {
    this.asking = null;
    if (this.fixed) return;
    if (this.note.trim() !== "") this.#waiting.set(this.at, this.note);
    this.#remember(null);
    this.#push({ do: "clear_answer", assessment: this.#id, capability: this.at });
  }

  get confidence(): Confidence {
    return this.question?.answer?.votes[0]?.confidence ?? "know";
  }

  /** How sure the answer is. */
  sure(confidence: Confidence): void {
    this.#revote({ confidence });
  }

  /** The share of the scope already at the next level. */
  share(share: number): void {
    this.#revote({ share });
  }

  /** Nobody knows; again takes it back. */
  unknown(): void {
    this.asking = null;
    if (this.question?.answer?.state === "unknown") return this.clear();
    this.#answer({ state: "unknown", votes: [], reason: null, owner: null });
  }

  /** Does not apply, or is not ours: ask for the word that belongs to it. */
  ask(kind: "not_applicable" | "not_ours"): void {
    const answer = this.question?.answer;
    if (this.asking === kind || answer?.state === kind) {
      this.asking = null;
      if (answer?.state === kind) this.clear();
      return;
    }
    this.asking = kind;
    this.word = (kind === "not_applicable" ? answer?.reason : answer?.owner) ?? "";
  }

  /** The reason or the owner, as it is typed. */
  spell(word: string): void {
    this.word = word;
    this.#later(() => this.#keepWord());
  }

  /** The note, as it is typed; it is kept without an answer too. */
  write(note: string): void {
    this.note = note;
    this.#waiting.set(this.at, note);
    this.#later(() => this.#keepNote());
  }

  #keepNote(): void {
    const answer = this.question?.answer;
    const alone = !answer || (answer.state === "answered" && answer.votes.length === 0);
    if (this.note.trim() !== "" || !alone) this.#answer({});
    else if (answer) this.clear();
  }

  /** The note has no answer to go with yet. */
  get noteWaits(): boolean {
    return this.note.trim() !== "" && this.question !== undefined && !this.question.answer;
  }

  /** Something typed is nowhere but on the screen. */
  get unsaved(): boolean {
    return [...this.#waiting.values()].some((note) => note.trim() !== "");
  }

  /** Send at once what waits for a pause. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#flush?.();
    this.#flush = undefined;
  }

  /** Mark the question for later, or unmark it. */
  mark(): void {
    if (!this.question || this.fixed) return;
    this.question.marked = !this.question.marked;
    this.#push({ do: "set_mark", assessment: this.#id, capability: this.at, marked: this.question.marked });
  }

  /** Take the last change back, or do it again. */
  turn(way: "undo" | "redo"): void {
    this.flush();
    const can = way === "undo" ? this.view?.can_undo : this.view?.can_redo;
    if (!can || this.fixed) return;
    session.saver.push({ do: way, assessment: this.#id }, (saved) => {
      this.#took(saved);
      this.#waiting.delete(saved.question?.capability ?? "");
      if (saved.question) this.#jump(saved.question.capability);
      else void this.load(this.#id, this.at);
    });
  }

  /** Forget what could not be written and show what the file holds. */
  async discard(): Promise<void> {
    session.saver.discard();
    this.#outstanding.clear();
    this.#waiting.clear();
    await this.load(this.#id, this.at);
  }

  count(filter: Filter): number {
    return (this.view?.questions ?? []).filter((q) => this.#passes(q, filter)).length;
  }

  get #id(): number {
    return this.view?.assessment.id ?? 0;
  }

  get #leveled(): boolean {
    return this.state === "answered" || this.state === "not_ours";
  }

  #passes(question: QuestionView, filter = this.filter): boolean {
    switch (filter) {
      case "open":
        return !isAnswered(question);
      case "marked":
        return question.marked;
      case "changed":
        return isChanged(question);
      case "contradicted":
        return this.contradicted.includes(question.capability);
      default:
        return true;
    }
  }

  #has(capability: string): boolean {
    return this.view?.questions.some((q) => q.capability === capability) ?? false;
  }

  #place(capability: string): void {
    this.at = capability;
    this.asking = null;
    this.#readWords();
  }

  #jump(capability: string): void {
    this.#place(capability);
    go("assess", capability, "replace");
  }

  #readWords(): void {
    const answer = this.question?.answer;
    this.note = this.#waiting.get(this.at) ?? answer?.note ?? "";
    this.word = (answer?.state === "not_ours" ? answer.owner : answer?.reason) ?? "";
  }

  #later(send: () => void): void {
    clearTimeout(this.#timer);
    this.#flush = send;
    this.#timer = setTimeout(() => this.flush(), IDLE_MS);
  }

  #keepWord(): void {
    const word = this.word.trim();
    const kind = this.state;
    if (word === "" || (kind !== "not_applicable" && kind !== "not_ours")) return;
    this.asking = null;
    const votes = kind === "not_ours" ? (this.question?.answer?.votes ?? []) : [];
    const words = kind === "not_ours" ? { owner: word, reason: null } : { reason: word, owner: null };
    this.#answer({ state: kind, votes, ...words });
  }

  #revote(part: Partial<Vote>): void {
    const vote = this.question?.answer?.votes[0];
    if (vote) this.#answer({ votes: [{ ...vote, ...part }] });
  }

  #answer(part: Partial<Answer>): void {
    if (!this.question || this.fixed) return;
    const empty: Answer = { capability: this.at, state: "answered", votes: [] };
    const note = this.note.trim() === "" ? null : this.note;
    const answer = { ...empty, ...$state.snapshot(this.question.answer), ...part, note };
    this.#waiting.delete(this.at);
    this.#remember(answer);
    this.#push({ do: "set_answer", assessment: this.#id, answer });
  }

  #remember(answer: Answer | null): void {
    if (!this.question) return;
    this.question.answer = answer;
    this.question.counts_as = "";
  }

  #push(write: Write): void {
    if (this.fixed) return;
    const of = write.do === "set_answer" ? write.answer.capability : this.at;
    this.#outstanding.set(of, (this.#outstanding.get(of) ?? 0) + 1);
    const sent = this.#outstanding.get(of);
    session.saver.push(write, (saved) => {
      if (this.#outstanding.get(of) === sent) this.#outstanding.delete(of);
      this.#took(saved);
    });
  }

  /** A reply arrived: show the question as it is now, unless something newer is on its way. */
  #took(saved: Saved): void {
    if (!this.view) return;
    this.view.done = saved.done;
    this.view.progress = saved.progress;
    this.view.can_undo = saved.can_undo;
    this.view.can_redo = saved.can_redo;
    const now = saved.question;
    const i = this.view.questions.findIndex((q) => q.capability === now?.capability);
    if (now && i >= 0 && !this.#outstanding.has(now.capability)) this.view.questions[i] = now;
    session.refreshSoon();
  }
}

export const assess = new Assess();
