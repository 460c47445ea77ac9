import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  everything,
  importStudies,
  listStudies,
  Refusal,
  readChange,
  readSynthesis,
} from "../../src/index.ts";
import { type APractice, createPractice } from "../practice-fixture.ts";

const english = staffMessages("en");

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const file = (name: string, ...lines: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(lines.join("\n")),
});
const own = async () =>
  (await listStudies(of.context, of.therapist))
    .filter(({ revision }) => revision !== null)
    .map(({ study }) => study);

test("one wrong line keeps the whole file out, and every fault has its line", async () => {
  const done = await importStudies(
    of.context,
    of.researcher,
    file(
      "bad.csv",
      "authors,year,topic,rater,r,n,doi",
      "Fine A,2001,alliance-outcome,client,.2,50,",
      "Few B,2002,alliance-outcome,client,.2,3,",
      "Large C,2003,alliance-outcome,client,1.4,50,",
      "Perfect D,2004,alliance-outcome,client,-1,50,",
      "Word E,2005,alliance-outcome,client,much,50,",
      "Twin F,2006,alliance-outcome,client,.2,50,10.1000/a1",
      "Twin G,2007,alliance-outcome,client,.2,50,10.1000/A1",
    ),
  );
  assert.equal(done.kind, "problems");
  const lines =
    done.kind === "problems" ? done.problems.map(({ line, sentence }) => `${line}: ${sentence}`) : [];
  assert.deepEqual(lines, [
    "3: This result cannot be used: the variance of a correlation needs n ≥ 4: 3.",
    "4: This result cannot be used: a correlation must be between −1 and 1: 1.4.",
    "5: This result cannot be used: a correlation of -1 has no sampling variance.",
    '6: "much" is not a number.',
    "8: this study already exists: Twin F 2006 (twin-f-2006).",
  ]);
  assert.deepEqual(await own(), []);
});

test("a table comes in as one change with one edition; a bibliography as studies yet to be looked at", async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `Maker ${at},${2000 + at},alliance-outcome,client,.${20 + at},80`,
  );
  const done = await importStudies(
    of.context,
    of.administrator,
    file("studies.csv", "authors,year,topic,rater,r,n", ...rows),
  );
  assert.equal(done.kind, "written");
  if (done.kind !== "written") return;
  assert.equal(done.studies, 12);
  const change = await readChange(of.context, of.therapist, done.change);
  assert.equal(english.written(change.because), "12 studies were added from studies.csv.");
  assert.equal(change.syntheses.length, 1);
  assert.equal(change.syntheses[0]?.edition.number, 2);
  const view = await readSynthesis(of.context, of.therapist, "alliance-outcome-in-hand", everything);
  assert.equal(view.kind === "computed" && view.synthesis.kind, "pooled");
  assert.equal(view.kind === "computed" && view.flow.pooled, 12);

  const again = await importStudies(
    of.context,
    of.researcher,
    file("library.bib", "@article{x, author={New, N}, title={A title}, year=2020}"),
  );
  assert.equal(again.kind, "written");
  const found = (await own()).filter(({ stage }) => stage.kind === "found");
  assert.deepEqual(
    found.map(({ id, provenance }) => [id, provenance.kind]),
    [["new-2020", "bibtex"]],
  );
});

const filler = "Words of an abstract that nobody asked for. ".repeat(20);
const entry = (key: string, title: string, year: number, more = "") =>
  `@article{${key}, author={${key}, N}, title={${title}}, year=${year}, abstract={${filler}}${more}}`;

test("a bibliography over 64 KB with damaged entries comes in but for those, and each of them is listed", async () => {
  const before = (await own()).length;
  const good = Array.from({ length: 90 }, (_, at) => entry(`Whole${at}`, `Whole ${at}`, 2001));
  const bibliography = file(
    "damaged.bib",
    ...good.slice(0, 45),
    "@article{open, title = {never closed, year = 2001",
    "@article{bare, {x}}",
    "@article{untitled, year = 2002}",
    "@article{undated, title = {No year}}",
    ...good.slice(45),
  );
  assert.ok(bibliography.bytes.length > 64 * 1024);
  const done = await importStudies(of.context, of.researcher, bibliography);
  assert.equal(done.kind, "written");
  if (done.kind !== "written") return;
  assert.deepEqual([done.found, done.studies, done.left.length], [94, 90, 4]);
  assert.deepEqual(
    done.left.map(({ line, sentence }) => `${line}: ${sentence}`),
    [
      "46: the entry @article open cannot be read: a brace is opened and not closed.",
      "47: the entry @article bare cannot be read: a field is not written as name = value.",
      "48: the entry @article untitled has no title.",
      '49: "No year" has no year of publication.',
    ],
  );
  assert.equal((await own()).length, before + 90);
});

test("of entries on one line, only the one that cannot come in is left out", async () => {
  const before = new Set((await own()).map(({ title }) => title));
  const done = await importStudies(
    of.context,
    of.researcher,
    file(
      "one-line.bib",
      [
        entry("Ash", "Line one", 2011, ", doi={10.1000/twin}"),
        entry("Bay", "Line two", 2012, ", doi={10.1000/TWIN}"),
        "@article{bad, {x}}",
        entry("Cob", "Line three", 2013),
      ].join(" "),
    ),
  );
  assert.equal(done.kind, "written");
  if (done.kind !== "written") return;
  assert.deepEqual([done.found, done.studies, done.left.length], [4, 2, 2]);
  assert.deepEqual(done.left.map(({ sentence }) => sentence).sort(), [
    "the entry @article bad cannot be read: a field is not written as name = value.",
    "this study already exists: Ash 2011 (ash-2011).",
  ]);
  const added = (await own()).map(({ title }) => title).filter((title) => !before.has(title));
  assert.deepEqual(added.sort(), ["Line one", "Line three"]);
});

test("a bibliography of which nothing is new says so and adds nothing", async () => {
  const twice = file("again.bib", entry("Ash", "Line one", 2011, ", doi={10.1000/twin}"));
  const before = (await own()).length;
  const done = await importStudies(of.context, of.researcher, twice);
  assert.equal(done.kind, "problems");
  assert.equal((await own()).length, before);
});

test("therapists do not read files in", async () => {
  await assert.rejects(importStudies(of.context, of.therapist, file("a.csv", "x")), Refusal);
});
