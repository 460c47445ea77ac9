import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  everything,
  importStudies,
  listStudies,
  Refusal,
  readChange,
  readSynthesis,
} from "../../src/index.ts";
import { type APractice, aPractice } from "../a-practice.ts";

let of: APractice;
before(async () => {
  of = await aPractice();
});
after(() => of.fresh.close());

const file = (name: string, ...lines: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(lines.join("\n")),
});
const own = async () =>
  (await listStudies(of.house, of.therapist))
    .filter(({ revision }) => revision !== null)
    .map(({ study }) => study);

test("one wrong line keeps the whole file out, and every fault has its line", async () => {
  const done = await importStudies(
    of.house,
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
    "3: the variance of a correlation requires n ≥ 4: 3.",
    "4: a correlation must lie between −1 and 1: 1.4.",
    "5: a correlation of -1 has no sampling variance to weigh it by.",
    '6: "much" is not a number.',
    "8: this study is here already: Twin F 2006 (twin-f-2006).",
  ]);
  assert.deepEqual(await own(), []);
});

test("a table comes in as one change with one edition; a bibliography as studies yet to be looked at", async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `Maker ${at},${2000 + at},alliance-outcome,client,.${20 + at},80`,
  );
  const done = await importStudies(
    of.house,
    of.administrator,
    file("studies.csv", "authors,year,topic,rater,r,n", ...rows),
  );
  assert.equal(done.kind, "written");
  if (done.kind !== "written") return;
  assert.equal(done.studies, 12);
  const change = await readChange(of.house, of.therapist, done.change);
  assert.equal(change.because, "12 studies were added from studies.csv.");
  assert.equal(change.syntheses.length, 1);
  assert.equal(change.syntheses[0]?.edition.number, 2);
  const view = await readSynthesis(of.house, of.therapist, "alliance-outcome-in-hand", everything);
  assert.equal(view.kind === "computed" && view.synthesis.kind, "pooled");
  assert.equal(view.kind === "computed" && view.flow.pooled, 12);

  const again = await importStudies(
    of.house,
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

test("therapists do not read files in", async () => {
  await assert.rejects(importStudies(of.house, of.therapist, file("a.csv", "x")), Refusal);
});
