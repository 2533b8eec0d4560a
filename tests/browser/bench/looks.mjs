// What can be said of any screen: reachable for everybody, whole words, nothing beyond its edge.
// In: a page. Out: lists of what is wrong, empty when nothing is.
import { readFileSync } from "node:fs";
import { packaged } from "./places.mjs";

const axe = readFileSync(packaged.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds against WCAG 2.2 AA and its best practices, the size of targets among them. */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    return (await globalThis.axe.run(document, options)).violations;
  }, TAGS);
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} (${why(node)})`).join("; ")}`);
}

function why(node) {
  return (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? "";
}

/** Everything a person reads or hears on the screen. */
export function spoken(page) {
  return page.evaluate(() => {
    const heard = ["aria-label", "title", "placeholder", "aria-valuetext", "alt"];
    const named = [...document.querySelectorAll(heard.map((name) => `[${name}]`).join())];
    const labels = named.flatMap((element) => heard.map((name) => element.getAttribute(name) ?? ""));
    return [document.title, document.body.innerText, ...labels].join("\n");
  });
}

/** Message ids that came through in place of words. */
export function unsaid(text) {
  const bracketed = text.match(/\[[a-z]+(-[a-z0-9_]+)+\]/g) ?? [];
  const bare = text.match(/\bui-[a-z]+(-[a-z0-9]+)*\b/g) ?? [];
  const hollow = text.match(/\bundefined\b|\bNaN\b|\{ ?\$\w+ ?\}|\[object \w+\]|(?<![\w\d])-0\b(?!\.)/g) ?? [];
  return [...new Set([...bracketed, ...bare, ...hollow])];
}

/** What reaches beyond the right edge without a frame of its own that scrolls. */
export function overflowing(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const held = (element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (scrolls(at) && at.matches(".scroll, [data-scroll], table, nav")) return true;
      return false;
    };
    const wide = [...document.querySelectorAll("main, header, main *, dialog, dialog *")].filter(
      (element) => scrolls(element) && element.scrollWidth > element.clientWidth + 1 && !element.matches(".scroll, nav, textarea, input"),
    );
    const beyond = [...document.querySelectorAll("main *, header *, dialog *")].filter((element) => {
      const box = element.getBoundingClientRect();
      const seen = box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== "hidden";
      return seen && box.right > edge + 1 && !held(element) && !element.closest("svg");
    });
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className} ${Math.round(element.getBoundingClientRect().right)} > ${edge}`;
    const sideways = document.documentElement.scrollWidth > edge ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    return [...sideways, ...wide.map((element) => `scrolls sideways: ${name(element)}`), ...beyond.map(name)].slice(0, 6);
  });
}

/** Where the focus is, and whether a person can see it. */
export function focus(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return { name: "nothing", seen: false, ring: false };
    const shown = at.matches(".vh") ? (at.closest("label") ?? at) : at;
    const box = shown.getBoundingClientRect();
    const inside = (x, y) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (shown.contains(top) || top.contains(shown) || top.closest("label")?.contains(at));
    };
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    const style = getComputedStyle(shown);
    // A slider rings its thumb, which no style can be asked of.
    const drawn = at.matches("[type=range]:focus-visible") || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const name = `${at.tagName.toLowerCase()} ${(at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent ?? "").trim().slice(0, 40)}`;
    return { name, seen: points.some(([x, y]) => inside(x, y)), ring: drawn };
  });
}
