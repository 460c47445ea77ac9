import assert from "node:assert/strict";
import { test } from "node:test";
import { findInstrument } from "@concord/instruments";
import { close } from "@concord/numerics/testing";
import { placeAmong, readAttachment, startingPopulationsFor } from "../src/index.ts";
import { courseOf, type Line } from "./a-course.ts";

const own = "concord-attachment-client";
const of = (instrument: string, ageBand: "adult" | "adolescent" | "child" = "adult") =>
  startingPopulationsFor(findInstrument(instrument)!, ageBand);

test("Concord's own screen: the ECR-R's mean, a reliability by Spearman and Brown, and a wider error", () => {
  const [population] = of(own);
  assert.ok(population);
  const anxiety = population.scales.find(({ scale }) => scale === "anxiety")!;
  assert.equal(anxiety.mean, 3.56);
  assert.equal(anxiety.standardDeviation, 1.12);
  // Four items of a form whose five items have α = .72: (.8 × .72) / (1 − .2 × .72) = .576 / .856.
  close(anxiety.alpha!, 0.576 / 0.856, { absolute: 1e-12, what: "alpha" });
  assert.deepEqual(population.start, { measuredWith: "ECR-R", transfer: 0.5 });
  assert.equal(population.certainty, "doubtful");
  const place = placeAmong({ scale: "anxiety", value: 5.8, minimum: 1, maximum: 7 }, population);
  assert.ok(place.kind === "placed");
  close(place.fromMean, 2, { absolute: 1e-12, what: "SD from the mean" });
  const error = Math.sqrt(1 - 0.576 / 0.856 + 1 / 17_000 + 0.25);
  close(place.standardError, error, { absolute: 1e-12, what: "standard error" });
});

test("whoever answers the sample's own questionnaire is compared without the wider error", () => {
  const [population] = of("ecr-r-client");
  assert.deepEqual(population?.start, { measuredWith: null, transfer: 0 });
  assert.ok(population.scales.every((scale) => scale.transfer === undefined && scale.alpha === 0.91));
});

test("sums are compared with sums: the ECR-S has six items a scale", () => {
  const [population] = of("ecr-s-client");
  const avoidance = population!.scales.find(({ scale }) => scale === "avoidance")!;
  close(avoidance.mean, 6 * 2.92, { absolute: 1e-12, what: "mean" });
  close(avoidance.standardDeviation, 6 * 1.19, { absolute: 1e-12, what: "SD" });
  assert.equal(avoidance.alpha, 0.78, "its own published coefficient");
});

test("no sample for adolescents, children, other measures or the therapist's own form", () => {
  assert.deepEqual(of(own, "adolescent"), []);
  assert.deepEqual(of(own, "child"), []);
  for (const id of [
    "concord-attachment-therapist",
    "concord-perfectionism-client",
    "concord-conditions-client",
    "concord-distance-client",
    "aps-r-client",
    "cats-client",
  ])
    assert.deepEqual(of(id), [], id);
});

test("a marked answer names a strategy as likely; an ordinary one leaves all of them open", () => {
  const line = (scale: string, value: number): Line => ({
    construct: "attachment",
    instrument: own,
    range: [1, 7],
    better: "lower",
    scale,
    at: { 0: value },
  });
  const leaning = (anxiety: number, avoidance: number) =>
    readAttachment(courseOf([line("anxiety", anxiety), line("avoidance", avoidance)]), of(own)[0]!)?.leaning;
  const marked = leaning(6.5, 1.5);
  assert.ok(marked?.kind === "leaning" && marked.strategy === "hyperactivating");
  const avoidant = leaning(2, 6);
  assert.ok(avoidant?.kind === "leaning" && avoidant.strategy === "deactivating");
  assert.equal(leaning(3.6, 3)?.kind, "undecided");
});
