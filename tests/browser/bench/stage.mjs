// A browser before a server: what every journey stands on.
// In: language, files to offer. Out: a page that remembers every complaint of the browser, and fails at the end on any.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Person } from "./deeds.mjs";
import { browser, packaged } from "./places.mjs";
import { Server } from "./server.mjs";

const { chromium } = packaged("playwright-core");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const DESK = { width: 1280, height: 800 };
const PATIENCE_MS = 15_000;

export class Stage {
  complaints = [];
  #allowed = [];
  #browser;

  constructor(lang = "en") {
    this.lang = lang;
    this.server = new Server(lang);
  }

  /** Start the server and show its first screen. */
  async open(viewport = DESK) {
    await this.server.start();
    this.#browser = await chromium.launch({ executablePath: browser(), args: FLAGS });
    const locale = this.lang === "es" ? "es-ES" : "en-GB";
    const context = await this.#browser.newContext({ viewport, locale, timezoneId: "UTC", reducedMotion: "reduce" });
    context.setDefaultTimeout(PATIENCE_MS);
    this.page = await context.newPage();
    this.person = new Person(this);
    this.#listen();
    await this.page.goto(this.server.url);
    await this.page.locator("main h1").waitFor();
    return this;
  }

  /** A complaint that the journey provokes: a stopped server, a refused file. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  async close() {
    await this.#browser?.close();
    await this.server.close();
    const unexpected = this.complaints.filter((said) => !this.#allowed.some((pattern) => pattern.test(said)));
    assert.deepEqual(unexpected, [], "the browser complained");
  }

  #listen() {
    this.page.on("console", (message) => {
      const from = message.location().url;
      if (message.type() === "error") this.complaints.push(`console: ${message.text()} (${from})`);
    });
    this.page.on("pageerror", (error) => this.complaints.push(`uncaught: ${error.stack ?? error.message}`));
    void this.page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective, event.blockedURI));
    });
  }
}

/** A stage for one file of tests: opened, and walked, before the first; closed after the last. */
export function staged({ prepare = () => {}, walked = () => {}, lang = "en" } = {}) {
  const stage = new Stage(lang);
  before(async () => {
    await prepare(stage);
    await stage.open();
    await walked(stage);
  });
  after(() => stage.close());
  return stage;
}
