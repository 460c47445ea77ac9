import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";
import { cannotBeRederived, contrast, rederive, syntheses } from "../src/index.ts";

const english = staffMessages("en");

const therapistAttachment = syntheses.find(({ id }) => id === "marin-cavestany-2025")!;
const [therapistRated, patientRated] = therapistAttachment.effects.slice(0, 2).map((effect) => {
  const found = rederive(effect);
  return found.kind === "rederived" ? found : assert.fail(found.reason);
});

test("Marín-Cavestany 2025: both intervals are symmetric in Fisher's z about their estimates", () => {
  // By hand: (atanh .38 + atanh .24)/2 = .3224, tanh .3224 = .3117; (atanh .24 − atanh .16)/2 = .0417.
  close(therapistRated!.z, -0.3224, { absolute: 5e-5, what: "z" });
  close(therapistRated!.midpoint, -0.3117, { absolute: 5e-5, what: "r" });
  close(patientRated!.z, 0.0417, { absolute: 5e-5, what: "z" });
  assert.deepEqual([therapistRated!.agreement, patientRated!.agreement], ["agrees", "agrees"]);
});

test("their standard errors, and how many people these stand for", () => {
  // (.4001 − .2448)/3.92 = .0396, 1/.0396² + 3 ≈ 640; (.2448 + .1614)/3.92 = .1036.
  close(therapistRated!.standardError, 0.0396, { absolute: 5e-5, what: "SE" });
  close(patientRated!.standardError, 0.1036, { absolute: 5e-5, what: "SE" });
  // The interval of the therapist-rated figure is narrower than 354 people could give, however it was rounded.
  assert.ok(therapistRated!.people.lower > 354);
  assert.ok(patientRated!.people.upper < 354);
});

test("who rated matters: the two figures differ, as far as two figures can show", () => {
  const difference = contrast(therapistRated!, patientRated!);
  close(difference.difference, -0.3641, { absolute: 1e-4, what: "difference" });
  close(difference.statistic, -3.28, { absolute: 0.01, what: "z" });
  assert.ok(difference.p > 0.0005 && difference.p < 0.0015);
});

test("what needs the study table is said", () => {
  assert.ok(cannotBeRederived.some((line) => english.of(line).includes("prediction interval")));
  assert.ok(cannotBeRederived.some((line) => english.of(line).includes("influence")));
});

test("Flückiger 2018 holds together; a figure without an interval is not rederivable", () => {
  const [leading] = syntheses.find(({ id }) => id === "fluckiger-2018")!.effects;
  const found = rederive(leading!);
  assert.equal(found.kind === "rederived" && found.agreement, "agrees");
  assert.equal(rederive({ ...leading!, lower: null }).kind, "not-rederivable");
});

test("an interval that does not hold its estimate is told", () => {
  const [leading] = syntheses.find(({ id }) => id === "fluckiger-2018")!.effects;
  const found = rederive({ ...leading!, estimate: 0.29 });
  assert.equal(found.kind === "rederived" && found.agreement, "disagrees");
});
