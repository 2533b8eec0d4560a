// What a person does, in the words of the screens: the same deeds for every journey and for the pictures.
// In: a stage. Out: the screen after it, settled. Names are looked up in the catalogue, so both languages walk.
import { words } from "./words.mjs";

/** The key that leads to each screen, and what a screen asks for when it is entered. */
const KEYS = { home: "0", assess: "1", evidence: "2", baseline: "3", plan: "4", report: "5", profile: "6", compare: "7" };
const ASKS = { evidence: "evidence", baseline: "baselines", plan: "plan", report: "report_preview", profile: "score", compare: "compare" };

export class Person {
  constructor(stage) {
    this.stage = stage;
    this.page = stage.page;
    this.t = words(stage.lang);
  }

  /** Press keys one after the other. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  button(id, args) {
    return this.page.getByRole("button", { name: this.t(id, args), exact: true });
  }

  field(id) {
    const fields = this.page.locator("input, textarea, select");
    return this.page.getByLabel(this.t(id)).and(fields).filter({ visible: true }).last();
  }

  dialog() {
    return this.page.getByRole("dialog");
  }

  /** Go to a screen by its key and wait until it is drawn. */
  async visit(screen) {
    const go = () => this.press(`Alt+${KEYS[screen]}`);
    const here = this.page.url().endsWith(`#/${screen}`);
    await (ASKS[screen] && !here ? this.asked(ASKS[screen], go) : go());
    await this.settle();
  }

  /** Nothing is being read, drawn or said to be on its way. */
  async settle() {
    await this.page.waitForFunction(() => {
      const busy = document.querySelector("main [aria-busy=true], dialog [aria-busy=true]");
      return !busy && document.querySelector("main h1") !== null;
    });
    await this.page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  }

  /** A new workspace with its first team. */
  async create(organisation, team) {
    await this.press("Control+n");
    await this.field("ui-organisation").fill(organisation);
    await this.field("ui-first-team").fill(team);
    await this.press("Enter");
    await this.field("ui-assessment-name").waitFor();
  }

  /** Begin a set of questions. */
  async begin(set, name) {
    await this.page.locator(`input[name=set][value=${set}]`).check();
    await this.field("ui-assessment-name").fill(name);
    await this.press("Enter");
    await this.page.locator(".levels").waitFor();
  }

  async sample() {
    await this.button("ui-act-sample").or(this.page.getByText(this.t("ui-act-sample"), { exact: true })).first().click();
    await this.page.locator(".rail, nav").first().waitFor();
    await this.settle();
  }

  /** Choose an offered file; the offers are listed when there is more than one. */
  async choose(kind, name) {
    await this.press(kind === "repository" ? "Control+Shift+I" : "Control+i");
    const offers = this.dialog();
    const seen = this.page.locator("main h2[tabindex], main .refused").last();
    await offers.or(seen).first().waitFor();
    if (await offers.isVisible()) await offers.getByRole("button", { name, exact: true }).click();
    await seen.waitFor();
    await this.settle();
  }

  /** Read a column of the table at hand as a field. */
  async map(column, field) {
    const as = this.page.getByLabel(this.t("ui-column-as", { name: column }));
    await as.selectOption(field);
    await this.page.waitForFunction(([label, wanted]) => {
      const select = document.querySelector(`select[aria-label="${label}"]`);
      return select?.value === wanted && !select.closest("[aria-busy=true]");
    }, [this.t("ui-column-as", { name: column }), field]);
  }

  /** Import what is at hand, and wait until it is among the sources. */
  async take(service, name) {
    await this.field("ui-which-service").fill(service);
    await this.page.locator("form .btn.go").click();
    await this.page.getByText(this.t("ui-job-done"), { exact: true }).waitFor();
    await this.source(name).waitFor();
    await this.settle();
  }

  /** The row of a source. */
  source(name) {
    return this.page.getByRole("row").filter({ has: this.button("ui-remove-source", { name }) });
  }

  /** Do something and wait until the server has answered a request of that kind. */
  async asked(kind, deed) {
    const of = (response) => response.url().endsWith("/rpc") && response.request().postData()?.includes(`"do":"${kind}"`);
    const [response] = await Promise.all([this.page.waitForResponse(of), deed()]);
    return response;
  }

  /** Answer the question at hand by its key and wait until the indicator says that it is kept. */
  async answer(key) {
    await this.asked("set_answer", () => this.press(key));
    await this.kept();
  }

  /** The indicator says saved. */
  async kept() {
    const words = this.t("ui-saved", { clock: "" }).trim();
    await this.page.locator(".saved").filter({ hasText: words }).waitFor();
  }

  /** The level that is chosen, or nothing. */
  async level() {
    const chosen = this.page.locator("input[name=level]:checked");
    return (await chosen.count()) === 0 ? null : Number((await chosen.getAttribute("aria-label"))[0]);
  }

  /** The screen says it, now or soon. */
  async reads(text) {
    await this.page.locator("main").filter({ hasText: text }).waitFor();
  }

  /** The title of the screen. */
  title() {
    return this.page.locator("main h1").innerText();
  }
}
