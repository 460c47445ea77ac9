import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  addStudy,
  correctStudy,
  everything,
  listStudies,
  Refusal,
  readAudit,
  readChange,
  readClaim,
  readEdition,
  readStudy,
  readSynthesis,
  saveEdition,
} from "../../src/index.ts";
import { type APractice, anotherPractice, createPractice } from "../practice-fixture.ts";
import { aDraft, aReport } from "./a-draft.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const english = staffMessages("en");
const question = "alliance-outcome-in-hand";
const claimId = "alliance-goes-with-outcome-in-hand";

describe("a study by hand", () => {
  test("with something wrong gets one clear line for it, and nothing is written", async () => {
    const lines = async (changes: Parameters<typeof aDraft>[0]) => {
      const done = await addStudy(of.context, of.researcher, aDraft(changes));
      assert.equal(done.kind, "problems");
      return done.kind === "problems"
        ? done.problems.map(({ field, message }) => `${field}: ${english.of(message)}`)
        : [];
    };
    const figure = (r: string, n: string) => ({ reports: [aReport({ numbers: { r, n } })] });
    assert.deepEqual(await lines(figure(".3", "3")), [
      "report.0.r: This result cannot be used: the variance of a correlation needs n ≥ 4: 3.",
    ]);
    assert.deepEqual(await lines(figure("1.2", "40")), [
      "report.0.r: This result cannot be used: a correlation must be between −1 and 1: 1.2.",
    ]);
    assert.deepEqual(await lines(figure("-1", "40")), [
      "report.0.r: This result cannot be used: a correlation of -1 has no sampling variance.",
    ]);
    assert.deepEqual(await lines(figure("high", "40")), ["report.0.r: “high” is not a number."]);
    assert.deepEqual(await lines(figure(".3", "")), ["report.0.n: Enter the sample size n as well."]);
    assert.deepEqual(await lines(figure(".3", "40.5")), ["report.0.n: Enter a whole number."]);
    assert.match(
      (await lines({ reports: [] })).join(),
      /To include a study in a meta-analysis, enter an effect size/,
    );
    assert.deepEqual(await lines({ authors: " \n", year: "24", title: "", doi: "nonsense" }), [
      "authors: Enter at least one author, one per line, surname first.",
      "year: Enter the year of publication (4 digits).",
      "title: Enter the title.",
      "doi: Enter a DOI that starts with 10., for example 10.1037/pst0000172.",
    ]);
    assert.deepEqual(await lines({ stage: "narrative" }), ["reason: Give a reason."]);
    const { ledgerOf } = await state();
    assert.equal(ledgerOf, 0);
  });

  test("makes a first result, then moves it; both editions stay citable", async () => {
    const before = await readSynthesis(of.context, of.therapist, question, everything);
    assert.equal(before.kind === "computed" ? before.synthesis.kind : "", "refused");
    const first = await addStudy(of.context, of.researcher, aDraft());
    assert.equal(first.kind, "written");
    if (first.kind !== "written") return;
    assert.equal(first.study, "quill-2024");
    const change = await readChange(of.context, of.therapist, first.change);
    assert.equal(english.written(change.because), "Quill & Moss 2024 was added.");
    assert.equal(change.by, "Rea");
    // One study gives itself: r = .60, and its interval by Fisher's z with n = 400:
    // tanh(0.693147 ± 1.959964/√397) = [.5347, .6580].
    assert.equal(
      english.of(change.syntheses[0]!.message),
      "First result: r = .60, CI [.53, .66]; 1 effect size from 1 study.",
    );
    assert.equal(change.claims[0]?.id, claimId);
    assert.match(english.of(change.claims[0]!.message), /^New statement: /);

    const second = await addStudy(
      of.context,
      of.researcher,
      aDraft({ authors: "Reed, Cy", reports: [aReport({ numbers: { r: "0,10", n: "100" } })] }),
    );
    assert.equal(second.kind, "written");
    if (second.kind !== "written") return;
    const moved = await readChange(of.context, of.therapist, second.change);
    assert.match(
      english.of(moved.syntheses[0]!.message),
      /^Changed from r = \.60, CI \[\.53, \.66\]; 1 effect size from 1 study to r = /,
    );
    assert.equal(moved.syntheses[0]?.earlier?.number, 2);
    assert.equal(moved.syntheses[0]?.edition.number, 3);

    const earlier = await readEdition(of.context, of.therapist, question, 2);
    assert.equal(earlier.state, "superseded");
    assert.match(earlier.sentence, /r = \.60/);
    assert.match(earlier.program ?? "", /library\(metafor\)/);
    assert.equal(earlier.edition.claims[0]?.id, claimId);
    const now = await readEdition(of.context, of.therapist, question, 3);
    assert.equal(now.state, "newest");
    const claim = await readClaim(of.context, of.therapist, claimId);
    const [source] = claim.sources;
    assert.equal(source?.kind === "computed" && source.state, "current");
    assert.deepEqual(source?.kind === "computed" && source.studies.map(({ study }) => study.id).sort(), [
      "quill-2024",
      "reed-2024",
    ]);
    assert.deepEqual(
      claim.editions.map(({ number }) => number),
      [3, 2, 1],
    );
  });

  test("that is here already is not added again", async () => {
    const again = await addStudy(of.context, of.researcher, aDraft());
    assert.deepEqual(again, {
      kind: "problems",
      problems: [
        {
          field: "title",
          message: { id: "evidence.draft.duplicate", values: { study: "Quill & Moss 2024" } },
        },
      ],
    });
    const other = await addStudy(
      of.context,
      of.researcher,
      aDraft({ authors: "Sun, D", doi: "10.1000/xyz" }),
    );
    assert.equal(other.kind, "written");
    const twin = await addStudy(
      of.context,
      of.researcher,
      aDraft({ authors: "Sun, Dora", title: "Another title", doi: "https://doi.org/10.1000/XYZ" }),
    );
    assert.equal(twin.kind === "problems" && twin.problems[0]?.field, "doi");
  });

  test("a correction needs a reason, and is a further revision", async () => {
    const draft = aDraft({ reports: [aReport({ id: "1", numbers: { r: ".20", n: "400" } })] });
    const silent = await correctStudy(of.context, of.administrator, "quill-2024", draft, " ");
    assert.equal(silent.kind === "problems" && silent.problems[0]?.field, "why");
    const done = await correctStudy(of.context, of.administrator, "quill-2024", draft, "r was misread.");
    assert.equal(done.kind, "written");
    const view = await readStudy(of.context, of.therapist, "quill-2024");
    assert.deepEqual(
      view.revisions.map(({ revision, reason }) => [revision, reason]),
      [
        [2, "r was misread."],
        [1, null],
      ],
    );
    assert.deepEqual(view.study.reports[0]?.figures, { kind: "correlation", r: 0.2, n: 400 });
    assert.deepEqual(
      view.claims.map(({ id }) => id),
      [claimId],
    );
    await assert.rejects(correctStudy(of.context, of.researcher, "nobody-2000", draft, "Why not."), Refusal);
  });

  test("a study that ships with Concord can be corrected, and only here", async () => {
    const shipped = (await listStudies(of.context, of.therapist)).find(({ revision }) => revision === null)!;
    const draft = aDraft({
      stage: "narrative",
      reason: "told in words",
      reports: [],
      title: "Corrected title",
    });
    const done = await correctStudy(
      of.context,
      of.researcher,
      shipped.study.id,
      draft,
      "The title was wrong.",
    );
    assert.equal(done.kind, "written");
    assert.equal(
      (await readStudy(of.context, of.therapist, shipped.study.id)).study.title,
      "Corrected title",
    );
    const other = await anotherPractice(of.context);
    assert.equal(
      (await readStudy(of.context, other.therapist, shipped.study.id)).study.title,
      shipped.study.title,
    );
    await assert.rejects(readStudy(of.context, other.therapist, "quill-2024"), Refusal);
    const theirs = await readSynthesis(of.context, other.therapist, question, everything);
    assert.equal(theirs.kind === "computed" && theirs.editions.length, 1);
  });

  test("what was written stands in the record of who did what", async () => {
    const { lines } = await readAudit(of.context, of.administrator);
    const actions = lines.map(({ action, subject }) => `${action} ${subject}`);
    assert.ok(actions.includes("add-study study:quill-2024"));
    assert.ok(actions.includes("correct-study study:quill-2024"));
  });
});

describe("a synthesis, narrowed", () => {
  test("counts only what the reader chose, and never more than the question lets in", async () => {
    const read = async (choice: Partial<typeof everything>) => {
      const view = await readSynthesis(of.context, of.therapist, question, { ...everything, ...choice });
      assert.equal(view.kind, "computed");
      return view.kind === "computed" ? view : null;
    };
    const whole = await read({});
    const effects = (view: typeof whole) =>
      view?.synthesis.kind === "refused" ? 0 : view?.synthesis.effects.length;
    assert.equal(effects(whole), 3);
    assert.deepEqual(whole?.facets.raters, [{ value: "client", effects: 3 }]);
    assert.equal(effects(await read({ raters: ["therapist"] })), 0);
    assert.equal(effects(await read({ from: 2025 })), 0);
    assert.equal(effects(await read({ to: 2024, ageBands: ["adult"] })), 3);
    assert.equal(whole?.newest, "kept");
    assert.equal(await saveEdition(of.context, of.researcher, question), whole?.editions[0]?.number);
  });
});

async function state() {
  const studies = await listStudies(of.context, of.therapist);
  return { ledgerOf: studies.filter(({ revision }) => revision !== null).length };
}
