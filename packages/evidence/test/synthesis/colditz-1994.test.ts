import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { type Study, type SynthesisDefinition, synthesize, usualModel } from "../../src/index.ts";
import { madeStudy } from "../made-study.ts";

// Colditz GA et al. (1994). JAMA 271: 698–702, table 1: tuberculosis in thirteen trials of BCG vaccine.
const trials: readonly (readonly [string, number, number, number, number, number])[] = [
  ["Aronson", 1948, 4, 119, 11, 128],
  ["Ferguson & Simes", 1949, 6, 300, 29, 274],
  ["Rosenthal et al", 1960, 3, 228, 11, 209],
  ["Hart & Sutherland", 1977, 62, 13536, 248, 12619],
  ["Frimodt-Moller et al", 1973, 33, 5036, 47, 5761],
  ["Stein & Aronson", 1953, 180, 1361, 372, 1079],
  ["Vandiviere et al", 1973, 8, 2537, 10, 619],
  ["TPT Madras", 1980, 505, 87886, 499, 87892],
  ["Coetzee & Berjak", 1968, 29, 7470, 45, 7232],
  ["Rosenthal et al", 1961, 17, 1699, 65, 1600],
  ["Comstock et al", 1974, 186, 50448, 141, 27197],
  ["Comstock & Webster", 1969, 5, 2493, 3, 2338],
  ["Comstock et al", 1976, 27, 16886, 29, 17825],
];
const studies: readonly Study[] = trials.map(([author, year, a, b, c, d], i) =>
  madeStudy(
    `trial-${i + 1}`,
    [{ kind: "two-by-two", firstEvents: a, firstNonEvents: b, secondEvents: c, secondNonEvents: d }],
    { authors: [author], year, topics: ["bcg"] },
  ),
);
const definition: SynthesisDefinition = {
  id: "bcg",
  title: "BCG vaccine and tuberculosis",
  question: "Does vaccination prevent tuberculosis?",
  filter: { topics: ["bcg"] },
  model: { ...usualModel, measure: "RR", method: "DL", test: "z", random: "effect", robust: null },
};

test("Colditz 1994, abstract: relative risk 0.49 (0.34 to 0.70)", () => {
  const synthesis = synthesize(definition, studies);
  assert.equal(synthesis.kind, "pooled");
  if (synthesis.kind !== "pooled") return;
  const { estimate, lower, upper, scale } = synthesis.mean!.read;
  assert.equal(scale, "RR");
  close(estimate, 0.49, { absolute: 0.005, what: "RR" });
  close(lower, 0.34, { absolute: 0.005, what: "lower" });
  close(upper, 0.7, { absolute: 0.005, what: "upper" });
});

test("REML as metafor's article prints it: −0.7145, SE 0.1798, τ² 0.3132, I² 92.22%, Q 152.2330", () => {
  // Viechtbauer W (2010). J Stat Softw 36(3): 1–48, the fit of the same trials by rma().
  const synthesis = synthesize({ ...definition, model: { ...definition.model, method: "REML" } }, studies);
  if (synthesis.kind !== "pooled") return assert.fail(synthesis.kind);
  close(synthesis.mean!.pooled.estimate, -0.7145, { absolute: 5e-5, what: "estimate" });
  close(synthesis.mean!.pooled.standardError, 0.1798, { absolute: 5e-5, what: "SE" });
  close(synthesis.spread.parts[0]!.variance, 0.3132, { absolute: 5e-5, what: "τ²" });
  close(synthesis.spread.iSquared!, 92.22, { absolute: 5e-3, what: "I²" });
  close(synthesis.spread.q, 152.233, { absolute: 5e-5, what: "Q" });
  assert.equal(synthesis.people, 357347);
});
