// The indicator never says "saved" before the engine did, and nothing is dropped on the way.
import { beforeEach, expect, test, vi } from "vitest";
import type { Saved } from "../bindings/Saved";
import { Saver, type Write } from "./saver.svelte";

const sent: Write[] = [];
let reply: () => Promise<Partial<Saved>>;
vi.mock("../backend", () => ({
  call: (write: Write) => {
    sent.push(write);
    return reply();
  },
}));

const level = (capability: string, level: number): Write => ({
  do: "set_answer",
  assessment: 1,
  answer: { capability, state: "answered", votes: [{ level, share: 0, confidence: "know" }] },
});
const settle = () => vi.advanceTimersByTimeAsync(0);
const full = { code: "disk-full", message: "the disk is full", hint: "", refused: false };
const refused = { code: "no-reason", message: "a reason is needed", hint: "", refused: true };

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  reply = () => Promise.resolve({ clock: "14:03" });
});

test("saved is said after the reply and not before", async () => {
  const saver = new Saver();
  saver.push(level("INT2", 2), () => {});
  expect(saver.state).toBe("saving");
  await settle();
  expect([saver.state, saver.clock, saver.busy]).toEqual(["saved", "14:03", false]);
});

test("a failure keeps the change and tries again by itself", async () => {
  reply = () => Promise.reject(full);
  const saver = new Saver();
  saver.push(level("INT2", 2), () => {});
  await settle();
  expect([saver.state, saver.held.length, saver.retryIn]).toEqual(["failed", 1, 5]);
  reply = () => Promise.resolve({ clock: "14:05" });
  await vi.advanceTimersByTimeAsync(5000);
  expect([saver.state, saver.clock, saver.held.length]).toEqual(["saved", "14:05", 0]);
});

test("what waits is replaced by what is newer about the same question", async () => {
  const saver = new Saver();
  const heard: number[] = [];
  for (const n of [1, 2, 3]) saver.push(level("INT2", n), () => heard.push(n));
  await settle();
  expect(sent).toEqual([level("INT2", 1), level("INT2", 3)]);
  expect(heard).toEqual([1, 3]);
});

test("a refused change hinders no other and is told until it is mended", async () => {
  const saver = new Saver();
  reply = () => Promise.reject(refused);
  saver.push(level("INT2", 2), () => {});
  await settle();
  reply = () => Promise.resolve({ clock: "14:06" });
  saver.push(level("INT3", 1), () => {});
  await settle();
  expect([saver.state, saver.problem?.code, saver.held]).toEqual(["failed", "no-reason", [level("INT2", 2)]]);
  saver.push(level("INT2", 3), () => {});
  await settle();
  expect([saver.state, saver.problem, saver.busy]).toEqual(["saved", null, false]);
});
