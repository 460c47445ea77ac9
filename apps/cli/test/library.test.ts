import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { foundPractice, openHouse } from "@concord/practice";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { run } from "./support/run.ts";

const book = path.resolve(import.meta.dirname, "../../../docs/examples/on-meeting.txt");
const folder = mkdtempSync(path.join(tmpdir(), "concord-library-"));
chmodSync(folder, 0o755);
let fresh: FreshStore;
before(async () => {
  fresh = await freshStore();
  await foundPractice(openHouse(fresh.store), {
    practiceName: "Elm Practice",
    name: "Ada Ames",
    email: "ada@example.org",
    roles: ["therapist", "administrator", "researcher"],
  });
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await fresh.close();
});

const concord = (...words: readonly string[]) => run(words, "", { DATABASE_URL: fresh.url });

test("a text goes in once, with what is said of it", async () => {
  const empty = await concord("library", "list");
  assert.match(empty.out, /No texts yet/);
  const said = ["--author", "Vale, Ida", "--year", "1909", "--title", "On Meeting"];
  const added = await concord("library", "add", book, ...said);
  assert.deepEqual([added.code, added.err], [0, ""]);
  assert.match(added.out, /added as [0-9a-f]{16} \(On Meeting\), \d+ passages/);
  const again = await concord("library", "add", book);
  assert.match(again.out, /in the library already/);
  const list = await concord("library", "list");
  assert.match(list.out, /Vale +1909 +On Meeting +\d+ +plain \d+, printed pages/);
});

test("what cannot be read is a line; the others go in", async () => {
  const broken = path.join(folder, "broken.epub");
  const essay = path.join(folder, "essay.md");
  const bibliography = path.join(folder, "all.bib");
  writeFileSync(broken, "PK\u0003\u0004 nothing more");
  writeFileSync(essay, "# One\n\nSuggestion is not a bond between the therapist and the client.\n");
  writeFileSync(
    bibliography,
    "@book{essay, title={An Essay}, author={Holt, Ada}, year=1921}\n@book{broken, title={B}}",
  );
  const ran = await concord("library", "add", broken, essay, "--bibliography", bibliography, "--json");
  assert.equal(ran.code, 1);
  const [first, second] = JSON.parse(ran.out);
  assert.equal(first.kind, "unreadable");
  assert.match(first.sentence, /broken/);
  assert.deepEqual(second.text.source.authors, ["Holt, Ada"]);
});

test("quotations: verified, near with its difference, nowhere", async () => {
  const verified = await concord("library", "verify", "the bond carries both of them … nothing moves");
  assert.equal(verified.code, 0);
  assert.match(
    verified.out,
    /^verified: Vale, Ida \(1909\)\. On Meeting\. p\. 9\.\n {2}5 words are left out\./,
  );
  const near = await concord(
    "library",
    "verify",
    "the bond never carries both of them through the weeks",
    "--json",
  );
  assert.equal(near.code, 1);
  const { kind, texts } = JSON.parse(near.out);
  assert.equal(kind, "near");
  assert.deepEqual(texts[0].differences, [{ kind: "added", inText: "", inQuotation: "never" }]);
  const nowhere = await concord("library", "verify", "nobody ever wrote such a thing here");
  assert.match(nowhere.out, /stand in no text/);
  assert.match((await concord("library", "verify")).out, /No quotation has been kept yet/);
});

test("find, concept and concordance", async () => {
  const found = JSON.parse((await concord("find", '"therapeutic alliance"', "--json")).out);
  assert.deepEqual(found.terms, ["therapeutic alliance"]);
  assert.deepEqual(found.passages[0].locator, { kind: "page", first: "1", last: "1" });
  const concept = JSON.parse((await concord("concept", "working alliance", "--json", "--limit", "2")).out);
  assert.equal(concept.concept.id, "therapeutic-bond");
  assert.equal(concept.offered[0].suggestion.reasons.length, 3);
  assert.match(
    (await concord("concept", "therapeutic-bond", "--to", "markdown")).out,
    /^# therapeutic bond\n/,
  );
  assert.deepEqual(JSON.parse((await concord("concept", "transference", "--to", "annotations")).out), []);
  const lines = await concord("concordance", "bond", "--sort", "right", "--author", "vale");
  assert.match(lines.out, /the bond carries both[\s\S]*The bond is older/);
  assert.match(lines.out, /2 places/);
  const table = await concord("concordance", "bond", "--tsv");
  assert.equal(table.out.trim().split("\n").length, 4);
});

test("what is asked wrongly is one line, code 2", async () => {
  for (const [words, says] of [
    [["library", "burn"], /can add, list and verify; not burn/],
    [["library", "add"], /Name the files/],
    [["library", "add", "nowhere.txt"], /There is no file/],
    [["library", "add", book, "--year", "MCMIX"], /four digits/],
    [["concept", "transferense"], /Did you mean transference/],
    [["concept", "transference", "--to", "pdf"], /markdown, html, csl, annotations/],
    [["concordance", "bond", "--sort", "length"], /text, left or right/],
    [["concordance", "…"], /no word to look for/],
  ] as const) {
    const ran = await concord(...words);
    assert.equal(ran.code, 2, words.join(" "));
    assert.match(ran.err, says);
    assert.doesNotMatch(ran.err, /could not go on/);
  }
});
