// One `sextant serve` with a data folder of its own; it dies with us, because our end of its stdin closes.
// In: files it may offer. Out: an address with a token. It can be killed and started again at the same port.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { command, SCREENS } from "./places.mjs";

export class Server {
  folder = mkdtempSync(join(tmpdir(), "sextant-browser-"));
  data = join(this.folder, "data");
  saved = join(this.folder, "saved");
  url = "";

  #offers = [];
  #lang;
  #child;
  #port = "0";

  constructor(lang = "en") {
    this.#lang = lang;
    for (const folder of [this.data, this.saved]) mkdirSync(folder);
  }

  /** A file or folder that the screens may ask for, from the next start on. */
  offer(path) {
    this.#offers.push("--offer", path);
    return path;
  }

  /** Start, and know the address; a workspace may be open from the start. */
  async start(workspace) {
    const open = workspace ? ["-w", workspace] : [];
    const args = ["serve", "--port", this.#port, "--ui", SCREENS, "--data-dir", this.data, "--offer-save", this.saved];
    const more = ["--lang", this.#lang, "--zone", "UTC", "--until-stdin-closes", ...this.#offers, ...open];
    const env = { ...process.env, LANG: "C.UTF-8", TZ: "UTC" };
    this.#child = spawn(command(), [...args, ...more], { stdio: ["pipe", "pipe", "pipe"], env });
    this.#child.stderr.resume();
    const ended = once(this.#child, "exit").then(([code]) => {
      throw new Error(`sextant serve ended with ${code} before it gave an address`);
    });
    const line = once(createInterface({ input: this.#child.stdout }), "line");
    [this.url] = await Promise.race([line, ended]);
    ended.catch(() => {});
    this.#port = new URL(this.url).port;
  }

  /** The token of this start. */
  get token() {
    return new URL(this.url).hash.replace("#t=", "");
  }

  /** The one workspace file in the data folder. */
  get workspace() {
    const files = readdirSync(this.data, { recursive: true });
    return join(this.data, files.find((name) => String(name).endsWith(".sextant")));
  }

  /** As a power cut would end it. */
  async kill() {
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await ended;
  }

  /** End it and take its folder away. */
  async close() {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, "exit");
      this.#child.stdin.end();
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
