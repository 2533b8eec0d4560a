// Sources in, and what they cover: choose, look before anything is written, import with progress, take out again.
// In: files a person picked or dropped. Out: requests; jobs are asked how they do until they end.
import { call, type Dropped, type Picked } from "../backend";
import type { EvidenceView } from "../bindings/EvidenceView";
import type { FoundView } from "../bindings/FoundView";
import type { ImportOptions } from "../bindings/ImportOptions";
import type { JobView } from "../bindings/JobView";
import type { LookView } from "../bindings/LookView";
import type { PreviewView } from "../bindings/PreviewView";
import type { Problem } from "../bindings/Problem";
import type { WayView } from "../bindings/WayView";
import { t } from "../words.svelte";
import { session } from "./session.svelte";

const POLL_MS = 150;
const PREVIEW_PAUSE_MS = 300;

function untouched(): ImportOptions {
  return {
    kind: null,
    mapping: {},
    zone: null,
    date_order: null,
    tags: null,
    branch: null,
    paths: [],
    prereleases: false,
    trust: false,
    only: null,
    services: {},
    images: false,
    sheet: null,
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
  jobIs = $state<"import" | "scan" | "look">("import");
  /** What was found in what was handed over, with what the person said of each. */
  found = $state<LookView | null>(null);
  said = $state<Record<string, ImportOptions>>({});
  chosen = $state<Record<string, boolean>>({});
  ways = $state<WayView[]>([]);
  /** The source that a person wants to remove, until they confirm. */
  leaving = $state<number | null>(null);
  /** The line of time as dates. */
  asTable = $state(false);
  /** The repository imported last: it can be looked at for traces of practices. */
  repository = $state<Picked | null>(null);
  running = $derived(this.job?.state === "running");
  taken = $derived((this.found?.files ?? []).filter((file) => file.state === "ready" && (this.chosen[file.handle] ?? file.known === "")));
  isRepository = $derived(this.preview?.kind === "git_repository");
  ready = $derived(this.preview !== null && this.preview.blocked === "" && this.service.trim() !== "" && !this.running);

  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  async load(): Promise<void> {
    const view = await session.ask({ do: "evidence" });
    if (view) this.view = view;
  }

  /** How each tool exports, told while there is nothing yet. */
  async learn(): Promise<void> {
    this.ways = (await session.ask({ do: "ways" })) ?? [];
  }

  /** Let the person choose files, or folders and repositories, and look at them. */
  async choose(kind: "table" | "repository"): Promise<void> {
    await this.hand(await session.pickMany(kind));
  }

  /** Look at what was dropped. */
  async dropped(files: Dropped[]): Promise<void> {
    await this.hand(files);
  }

  /** Look at everything that was handed over; nothing is written. */
  async hand(files: Picked[]): Promise<void> {
    const [first] = files;
    if (!first || this.running) return;
    this.drop();
    this.file = first;
    this.service ||= session.frame?.services[0]?.name ?? "";
    const found = await this.#looked(files.map((file) => file.handle), untouched());
    if (!found) return;
    const alone = found.files.length === 1 ? found.files[0] : undefined;
    if (alone && alone.closer !== "") return void (await this.look(alone));
    // A repository is mostly called what it serves; a person may say otherwise.
    const repository = found.files.find((file) => file.closer === "repository");
    this.service ||= repository?.name.split("/").at(-1)?.replace(/\.git$/, "") ?? "";
    if (alone?.problem && alone.state === "refused") this.refused = alone.problem;
    else this.found = found;
  }

  /** What the person said of a file, or nothing yet. */
  optionsOf(file: FoundView): ImportOptions {
    return this.said[file.handle] ?? untouched();
  }

  /** Say more of a file, and look at it again. */
  async say(file: FoundView, part: Partial<ImportOptions>): Promise<void> {
    const options = { ...this.optionsOf(file), ...part };
    this.said[file.handle] = options;
    const found = await this.#looked([file.handle], $state.snapshot(options));
    const again = found?.files[0];
    if (!again || !this.found) return;
    const name = file.name;
    this.found.files = this.found.files.map((known) => (known.handle === file.handle ? { ...again, name } : known));
  }

  /** Say which service a name in a file is; it is read so when it is imported. */
  rename(file: FoundView, from: string, to: string): void {
    const options = this.optionsOf(file);
    this.said[file.handle] = { ...options, services: { ...options.services, [from]: to } };
  }

  /** Go back from one file to all of them, keeping what was said of it. */
  async back(): Promise<void> {
    const file = this.found?.files.find((known) => known.handle === this.file?.handle);
    this.preview = null;
    if (file) await this.say(file, $state.snapshot(this.options));
  }

  /** Import every file that is ready and chosen. */
  async importMany(): Promise<void> {
    const service = this.service.trim();
    const files = this.taken.map((file) => ({ handle: file.handle, service, options: $state.snapshot(this.optionsOf(file)) }));
    const repository = this.taken.find((file) => file.closer === "repository");
    if (files.length > 0 && service !== "") await this.#follow("import", { do: "import_many", files });
    if (repository) this.repository = { handle: repository.handle, name: repository.name };
  }

  /** Read the beginning of a file; nothing is written. */
  async look(file: Picked): Promise<void> {
    this.file = { handle: file.handle, name: file.name };
    this.job = null;
    this.preview = null;
    this.options = this.said[file.handle] ?? untouched();
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
    this.found = null;
    this.said = {};
    this.chosen = {};
  }

  async import(): Promise<void> {
    if (!this.file || !this.ready) return;
    const options = $state.snapshot(this.options);
    const repository = this.isRepository ? this.file : null;
    await this.#follow("import", { do: "import", handle: this.file.handle, service: this.service.trim(), options });
    if (repository) this.repository = repository;
  }

  /** Look for traces of practices in the repository at hand. */
  async scan(): Promise<void> {
    const at = this.file ?? this.repository;
    if (!at || this.service.trim() === "") return;
    await this.#follow("scan", { do: "scan", handle: at.handle, service: this.service.trim() });
    this.repository = null;
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

  /** Look at files as a job that can be stopped; nothing is told when it is stopped or another look has begun. */
  async #looked(handles: string[], options: ImportOptions): Promise<LookView | null> {
    const turn = ++this.#turn;
    this.reading = true;
    await this.#run("look", { do: "look", handles, options });
    if (turn !== this.#turn) return null;
    this.reading = false;
    const job = this.job;
    if (job?.state === "done") this.job = null;
    if (job?.problem) {
      this.refused = job.problem;
      this.job = null;
    }
    return job?.looked ?? null;
  }

  /** Start a job and ask how it does until it ends. */
  async #run(kind: "import" | "scan" | "look", request: Extract<Parameters<typeof call>[0], { do: "import" | "import_many" | "look" | "scan" }>): Promise<void> {
    this.jobIs = kind;
    this.job = await session.ask(request);
    for (let pause = POLL_MS / 5; this.job?.state === "running"; pause = Math.min(POLL_MS, pause * 2)) {
      await new Promise((next) => setTimeout(next, pause));
      const job = await session.ask({ do: "job", id: this.job.id });
      if (!job) return;
      this.job = job;
    }
  }

  async #follow(kind: "import" | "scan", request: Extract<Parameters<typeof call>[0], { do: "import" | "import_many" | "scan" }>): Promise<void> {
    await this.#run(kind, request);
    if (this.job?.state !== "done") return;
    if (kind === "import") {
      this.preview = null;
      this.file = null;
      // What still needs an answer stays at hand.
      const open = (this.found?.files ?? []).filter((file) => file.state === "needs");
      this.found = open.length > 0 ? { title: t("ui-state-needs"), files: open, left_out: [] } : null;
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
  evidence.repository = null;
  evidence.leaving = null;
  evidence.found = null;
  evidence.said = {};
  evidence.chosen = {};
});
