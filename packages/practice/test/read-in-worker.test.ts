import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { readInWorker } from "../src/library/read-in-worker.ts";

const bytes = (words: string) => new TextEncoder().encode(words);

test("a file is read on a thread of its own, the same as in place", async () => {
  const read = await readInWorker({ name: "a.txt", bytes: Buffer.from("The bond holds.\n") }, { year: 1909 });
  assert.ok(read.kind === "text");
  assert.equal(read.text.characters, "The bond holds.\n");
  assert.equal(read.text.source.year, 1909);
});

test("what takes too long is ended and refused in a line", async () => {
  const long = { name: "long.md", bytes: bytes(`${"*a **b [c](d ".repeat(200_000)}`) };
  const read = await readInWorker(long, {}, () => {}, { seconds: 0.5, megabytes: 1024 });
  assert.ok(read.kind === "unreadable");
  assert.match(staffMessages("en").of(read.message), /^long\.md was not added: reading it took longer than/);
});

test("what needs too much memory is ended and refused in a line", async () => {
  const wide = {
    name: "wide.html",
    bytes: bytes(`<html><body>${"<p>word</p>".repeat(2_000_000)}</body></html>`),
  };
  const read = await readInWorker(wide, {}, () => {}, { seconds: 300, megabytes: 40 });
  assert.ok(read.kind === "unreadable");
  assert.match(staffMessages("en").of(read.message), /more than 40 MB of memory/);
});

test("nobody waits: the thread that serves goes on while a file is read", async () => {
  const large = {
    name: "large.html",
    bytes: bytes(`<html><body>${"<p>The bond holds.</p>".repeat(10_000)}</body></html>`),
  };
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 5);
  const read = await readInWorker(large);
  clearInterval(ticking);
  assert.equal(read.kind, "text");
  assert.ok(turns > 3, `${turns} turns`);
});
