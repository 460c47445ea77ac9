import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue, findInstrument, score } from "@concord/instruments";
import fc from "fast-check";
import { codebook, type ExportCase, longItems, longScores, readRatings, wideTable } from "../../src/index.ts";
import { csvField, guarded, unguarded } from "../../src/write/csv.ts";

const forms = ["concord-alliance-session-therapist", "wai-sr-client", "phq-9"].map(
  (id) => findInstrument(id)!,
);

const anyCase = (name: string): fc.Arbitrary<ExportCase> =>
  fc
    .array(
      fc.record({
        form: fc.constantFrom(...forms),
        session: fc.integer({ min: 0, max: 12 }),
        answers: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 12, maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((drawn) => {
      const seen = new Set<string>();
      const responses = drawn.flatMap(({ form, session, answers }) => {
        const key = `${form.id} ${session}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const { id: instrument, version, rater } = form;
        const values = Object.fromEntries(form.items.map((item, at) => [item.id, answers[at]!]));
        const scored = score(form, { kind: "response", instrument, version, values, texts: {} });
        const scores = scored.scales.flatMap((own) =>
          own.kind === "score" ? [{ ...own, scoring: scored.scoring }] : [],
        );
        return [{ session, date: null, rater, instrument, version, values, scores }];
      });
      return { case: name, therapist: "T1", responses };
    });

const cases = fc.tuple(anyCase("c1"), anyCase("=c2"), anyCase("c,3"));

const expected = (all: readonly ExportCase[]) =>
  all.map((own) => ({
    case: own.case,
    therapist: own.therapist,
    scores: own.responses
      .flatMap(({ session, rater, instrument, scores }) =>
        scores.map(({ scale, value }) => `${session} ${rater} ${instrument} ${scale} ${value}`),
      )
      .sort(),
  }));

for (const [name, write] of [
  ["long scores", longScores],
  ["long items", longItems],
  ["wide", wideTable],
] as const) {
  test(`${name}: what is written is read back without a mapping`, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (all) => {
        const { kept, problems } = await readRatings([...write(all)].join(""));
        assert.deepEqual(problems, []);
        const found = kept.map((own) => ({
          case: own.case,
          therapist: own.therapist,
          scores: own.scores
            .map(
              ({ session, rater, instrument, scale, value }) =>
                `${session} ${rater} ${instrument} ${scale} ${value}`,
            )
            .sort(),
        }));
        assert.deepEqual(found, expected(all));
      }),
      { numRuns: 30 },
    );
  });
}

test("a spreadsheet meets no formula, and the reader no apostrophe", () => {
  for (const hostile of ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "'=1", '=HYPERLINK("a")']) {
    assert.match(guarded(hostile), /^'/);
    assert.match(csvField(hostile), /^"?'/);
  }
  fc.assert(fc.property(fc.string(), (text) => unguarded(guarded(text)) === text));
});

test("numbers are never guarded", () => {
  assert.equal(csvField(-3), "-3");
});

test("the codebook has a row for every item and scale, and no wording that is not shipped", () => {
  const lines = [...codebook(catalogue)];
  const count = catalogue.reduce((sum, form) => sum + form.items.length + form.scales.length, 0);
  assert.equal(lines.length, count + 1);
  const wai = [...codebook(catalogue.filter((form) => form.id === "wai-sr-client"))];
  assert.match(wai[1]!, /,item,i01,,1,5,false,/);
});
