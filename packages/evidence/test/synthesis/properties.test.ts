import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { type Study, type SynthesisDefinition, synthesize, usualModel } from "../../src/index.ts";
import { correlation, madeStudy } from "../made-study.ts";

const english = staffMessages("en");

/** Bodies of 3 to 12 studies with 1 to 3 effects each; all values finite, correlations within ±.9. */
const bodies = fc
  .array(
    fc.array(fc.tuple(fc.double({ min: -0.9, max: 0.9, noNaN: true }), fc.integer({ min: 8, max: 400 })), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map((studies): readonly Study[] =>
    studies.map((effects, i) =>
      madeStudy(
        `s${i}`,
        effects.map(([r, n]) => correlation(r, n)),
      ),
    ),
  );

/** Whether all effects are the same but for rounding, so that a robust test has nothing to judge their mean by. */
function studiesAgree(studies: readonly Study[]): boolean {
  const values = studies.flatMap(({ reports }) =>
    reports.map(({ figures }) => (figures.kind === "correlation" ? figures.r : Number.NaN)),
  );
  return Math.max(...values) - Math.min(...values) < 1e-6;
}

const define = (model: Partial<SynthesisDefinition["model"]> = {}, filter = {}): SynthesisDefinition => ({
  id: "p",
  title: "P",
  question: "P?",
  filter,
  model: { ...usualModel, ...model },
});

test("the order of studies and of their reports does not matter, to the last bit", () => {
  fc.assert(
    fc.property(bodies, fc.infiniteStream(fc.nat()), (studies, chance) => {
      const keys = new Map(studies.map(({ id }) => [id, chance.next().value!]));
      const shuffled = studies
        .toSorted((a, b) => keys.get(a.id)! - keys.get(b.id)!)
        .map((study) => ({ ...study, reports: study.reports.toReversed() }));
      assert.deepEqual(synthesize(define(), shuffled), synthesize(define(), studies));
    }),
    { numRuns: 60 },
  );
});

test("a filter down to one effect gives that effect", () => {
  fc.assert(
    fc.property(bodies, (studies) => {
      const single = madeStudy("single", [correlation(0.4, 52)]);
      const synthesis = synthesize(define({}, { only: ["single"] }), [...studies, single]);
      if (synthesis.kind !== "one-study") return assert.fail(synthesis.kind);
      close(synthesis.mean.read.estimate, 0.4, { relative: 1e-12, what: "r" });
      close(synthesis.mean.pooled.standardError, 1 / 7, { relative: 1e-12, what: "se" });
    }),
    { numRuns: 20 },
  );
});

test("a filter that excludes a study is the corpus without it", () => {
  fc.assert(
    fc.property(bodies, (studies) => {
      const without = synthesize(define(), studies.slice(1));
      const filtered = synthesize(define({}, { exclude: ["s0"] }), studies);
      assert.equal(filtered.kind, without.kind);
      if (filtered.kind !== "pooled" || without.kind !== "pooled") return;
      assert.deepEqual(filtered.mean, without.mean);
      assert.deepEqual(filtered.spread, without.spread);
    }),
    { numRuns: 40 },
  );
});

test("one effect per study: three levels are two, and the weights add up to 100", () => {
  fc.assert(
    fc.property(bodies, (studies) => {
      const single = studies.map((study) => ({ ...study, reports: study.reports.slice(0, 1) }));
      const nested = synthesize(define({ robust: null, test: "z" }), single);
      const plain = synthesize(define({ robust: null, test: "z", random: "effect" }), single);
      if (nested.kind !== "pooled" || plain.kind !== "pooled") return assert.fail();
      // Both search a likelihood that may be flat at its top: half of the digits are common to both.
      close(nested.mean!.pooled.estimate, plain.mean!.pooled.estimate, {
        relative: 1e-5,
        absolute: 1e-6,
        what: "mean",
      });
      for (const { weights } of [nested, plain])
        close(
          weights.reduce((sum, weight) => sum + weight, 0),
          100,
          { relative: 1e-12, what: "weights" },
        );
    }),
    { numRuns: 40 },
  );
});

test("turning every effect turns the mean and its interval", () => {
  fc.assert(
    fc.property(bodies, (studies) => {
      const turned = studies.map((study) => ({
        ...study,
        reports: study.reports.map((report) => ({ ...report, toward: "worse" as const })),
      }));
      const one = synthesize(define(), studies);
      const other = synthesize(define(), turned);
      if (one.kind === "refused" && studiesAgree(studies)) return assert.equal(other.kind, "refused");
      if (one.kind !== "pooled" || other.kind !== "pooled") return assert.fail();
      close(other.mean!.pooled.estimate, -one.mean!.pooled.estimate, {
        relative: 1e-6,
        absolute: 1e-9,
        what: "mean",
      });
      close(other.mean!.pooled.lower, -one.mean!.pooled.upper, {
        relative: 1e-5,
        absolute: 1e-8,
        what: "bound",
      });
    }),
    { numRuns: 40 },
  );
});

test("effects that all agree are refused a robust test, and pooled by another", () => {
  const studies = [1, 2, 3, 4].map((i) => madeStudy(`s${i}`, [correlation(0.3, 20 + i)]));
  const robust = synthesize(define(), studies);
  assert.ok(robust.kind === "refused");
  assert.match(
    english.written(robust.reason),
    /the pooled estimate has no robust test: no cluster differs from the model/,
  );
  const pooled = synthesize(define({ robust: null, test: "z", random: "effect" }), studies);
  assert.ok(pooled.kind === "pooled");
  close(pooled.mean!.read.estimate, 0.3, { relative: 1e-12, what: "r" });
});

test("a group of one study gets no robust mean and is named; the others keep theirs", () => {
  const raters = [
    "client",
    "client",
    "client",
    "client",
    "therapist",
    "therapist",
    "therapist",
    "observer",
  ] as const;
  const studies = raters.map((rater, i) =>
    madeStudy(`s${i}`, [correlation([0.2, 0.5, 0.1, 0.4, 0.3, 0.15, 0.35, 0.6][i]!, 40 + i)], {
      raters: [rater],
    }),
  );
  const synthesis = synthesize(define({ mods: "~ rater" }), studies);
  assert.ok(synthesis.kind === "pooled" && synthesis.moderation !== null);
  assert.deepEqual(
    synthesis.moderation.groups.map(({ name }) => name),
    ["client", "therapist"],
  );
  for (const { mean } of synthesis.moderation.groups) assert.ok(mean.pooled.upper > mean.pooled.lower);
  assert.equal(synthesis.moderation.omnibus, null);
  const cautions = synthesis.cautions.map(({ message }) => english.of(message));
  assert.ok(
    cautions.includes("No estimate for observer: a robust confidence interval needs at least two studies."),
    cautions.join("\n"),
  );
});
