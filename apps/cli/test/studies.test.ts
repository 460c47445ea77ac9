import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const folder = mkdtempSync(path.join(tmpdir(), "concord-studies-"));
after(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const where = path.join(folder, name);
  writeFileSync(where, text);
  return where;
};

test("a bibliography over 64 KB with one damaged entry: counts, lines, exit status", async () => {
  const good = Array.from(
    { length: 30 },
    (_, at) => `@article{k${at}, title = {T${at}}, year = 2001, abstract = {${"word ".repeat(600)}}}\n`,
  );
  const name = file(
    "x.txt",
    `${good.join("")}@article{bad, title = {never closed\n@book{e, editor = {Fir, F}, title = {E}, year = 2002}\n`,
  );
  const { code, out } = await run(["studies", name, "--json"]);
  const read = JSON.parse(out);
  assert.equal(code, 1);
  assert.deepEqual([read.format, read.found, read.taken], ["bibtex", 32, 31]);
  assert.equal(read.problems[0].line, 31);
  assert.equal(read.changes.length, 1);
  const words = await run(["studies", name]);
  assert.match(words.out, /^BibTeX: 32 entries, 31 studies, 1 left out\./);
});

test("nothing left out is 0, nothing usable is 2", async () => {
  assert.equal((await run(["studies", file("a.csv", "authors,year,r,n\nA,2001,.2,50\n")])).code, 0);
  assert.equal((await run(["studies", file("b.txt", "FN Clarivate\nPT J\nAU A\n"), "--json"])).code, 2);
});
