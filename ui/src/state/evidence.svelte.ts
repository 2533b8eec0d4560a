// Sources in, and what they cover: choose, look before anything is written, import with progress, take out again.
// In: files a person picked or dropped. Out: requests; jobs are asked how they do until they end.
import { call, type Dropped, type Picked } from "../backend";
import type { EvidenceView } from "../bindings/EvidenceView";
import type { ImportOptions } from "../bindings/ImportOptions";
import type { JobView } from "../bindings/JobView";
import type { PreviewView } from "../bindings/PreviewView";
import type { Problem } from "../bindings/Problem";
import { session } from "./session.svelte";

const POLL_MS = 150;
const PREVIEW_PAUSE_MS = 300;

function untouched(): ImportOptions {
  return {
    kind: null,
    mapping: {},
    zone: null,
    date_order: null,
    sheet: null,
    tags: null,
    branch: null,
    paths: [],
    prereleases: false,
    trust: false,
  };
}

export class Evidence {
  view = $state<EvidenceView | null>(null);
  file = $state<Picked | null>(null);
  preview = $state<PreviewView | null>(null);
  refused = $state<Problem | null>(null);
  options = $state<ImportOptions>(untouched());
  service = $state("");
  reading = $state(false);
  job = $state<JobView | null>(null);
  jobIs = $state<"import" | "scan">("import");
  /** The source that a person wants to remove, until they confirm. */
  leaving = $state<number | null>(null);
  running = $derived(this.job?.state === "running");
  isRepository = $derived(this.preview?.kind === "git_repository");
  ready = $derived(this.preview !== null && this.preview.blocked === "" && this.service.trim() !== "" && !this.running);

  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  async load(): Promise<void> {
    const view = await session.ask({ do: "evidence" });
    if (view) this.view = view;
  }

  /** Let the person choose a table or a repository, and look at it. */
  async choose(kind: "table" | "repository"): Promise<void> {
    const picked = await session.pick(kind);
    if (picked) await this.look(picked);
  }

  /** Look at what was dropped; the first file counts. */
  async dropped(files: Dropped[]): Promise<void> {
    const file = files[0];
    if (file) await this.look(file);
  }

  /** Read the beginning of a file; nothing is written. */
  async look(file: Picked): Promise<void> {
    this.file = file;
    this.job = null;
    this.preview = null;
    this.options = untouched();
    this.service ||= session.frame?.services[0]?.name ?? "";
    await this.#read();
  }

  /** Read again with other options; typing is given a pause. */
  adjust(part: Partial<ImportOptions>, pace: "now" | "typing" = "now"): void {
    this.options = { ...this.options, ...part };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), pace === "now" ? 0 : PREVIEW_PAUSE_MS);
  }

  /** Read a column as a field; the empty field leaves it out, and a field without a column says so. */
  map(column: string, field: string): void {
    const former = this.preview?.columns.find((shown) => shown.name === column)?.field;
    const mapping = { ...this.options.mapping };
    if (former) mapping[former] = "";
    if (field !== "") mapping[field] = column;
    this.adjust({ mapping });
  }

  /** Put the file away unread. */
  drop(): void {
    this.file = null;
    this.preview = null;
    this.refused = null;
    this.job = null;
  }

  async import(): Promise<void> {
    if (!this.file || !this.ready) return;
    const options = $state.snapshot(this.options);
    await this.#follow("import", { do: "import", handle: this.file.handle, service: this.service.trim(), options });
  }

  /** Look for traces of practices in the repository at hand. */
  async scan(): Promise<void> {
    if (!this.file || this.service.trim() === "") return;
    await this.#follow("scan", { do: "scan", handle: this.file.handle, service: this.service.trim() });
  }

  async cancel(): Promise<void> {
    if (!this.job) return;
    const job = await session.ask({ do: "cancel_job", id: this.job.id });
    if (job) this.job = job;
  }

  async remove(source: number): Promise<void> {
    this.leaving = null;
    const view = await session.ask({ do: "remove_source", source });
    if (!view) return;
    this.view = view;
    await session.refresh();
  }

  async saveRejects(source: number, name: string): Promise<void> {
    const place = await session.pick("save-rejects", `${name}-rejects.csv`);
    if (!place) return;
    const file = await session.ask({ do: "save_rejects", source, place: place.handle });
    if (file) session.say(file.message);
  }

  async #read(): Promise<void> {
    if (!this.file) return;
    const turn = ++this.#turn;
    this.reading = true;
    this.refused = null;
    const options = $state.snapshot(this.options);
    try {
      const preview = await call({ do: "preview", handle: this.file.handle, options, service: this.service.trim() });
      if (turn === this.#turn) this.preview = preview;
    } catch (problem) {
      if (turn === this.#turn) this.refused = problem as Problem;
    }
    if (turn === this.#turn) this.reading = false;
  }

  async #follow(kind: "import" | "scan", request: Extract<Parameters<typeof call>[0], { do: "import" | "scan" }>): Promise<void> {
    this.jobIs = kind;
    this.job = await session.ask(request);
    while (this.job?.state === "running") {
      await new Promise((next) => setTimeout(next, POLL_MS));
      const job = await session.ask({ do: "job", id: this.job.id });
      if (!job) return;
      this.job = job;
    }
    if (this.job?.state !== "done") return;
    if (kind === "import") {
      this.preview = null;
      this.file = null;
    }
    await Promise.all([this.load(), session.refresh()]);
  }
}

export const evidence = new Evidence();
session.leaving(() => {
  evidence.view = null;
  evidence.file = null;
  evidence.preview = null;
  evidence.refused = null;
  evidence.job = null;
  evidence.service = "";
  evidence.leaving = null;
});
