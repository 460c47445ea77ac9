import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { certaintyOf, claimReport, claims, findClaim, syntheses } from "../src/index.ts";

const english = staffMessages("en");

const of = (id: string) => syntheses.find((one) => one.id === id) ?? assert.fail(id);
const figures = (id: string) =>
  of(id).effects.map(({ estimate, lower, upper, k, n }) => [estimate, lower, upper, k ?? null, n ?? null]);

test("every figure names what was read for it, and its certainty follows from that", () => {
  for (const { id, read, certainty, effects } of syntheses) {
    assert.equal(certainty, certaintyOf(read), id);
    for (const effect of effects)
      assert.equal(effect.certainty, certaintyOf(effect.read), `${id}: ${effect.label}`);
  }
});

test("a claim never says that its source was read where an abstract or a summary was", () => {
  for (const claim of claims) {
    const readings = claim.sources.map(({ read }) => read);
    const report = claimReport(claim, english).join("\n");
    if (readings.some((read) => read !== "source"))
      assert.doesNotMatch(report, /verified in the source\./, claim.id);
    assert.match(report, /The results (were|are) |At least one result /, claim.id);
  }
});

test("Murphy and Hutton 2018, abstract: k 28, N 2,911, I² 80%; ages 12 to 19 only .34 [.23, .45], k 15", () => {
  assert.deepEqual([of("murphy-hutton-2018").k, of("murphy-hutton-2018").n], [28, 2911]);
  assert.match(of("murphy-hutton-2018").heterogeneity ?? "", /80%/);
  assert.deepEqual(figures("murphy-hutton-2018")[1], [0.34, 0.23, 0.45, 15, 1797]);
});

test("Roest 2023, abstract: r .17 over 99 studies, parents .13, agreement .21", () => {
  assert.equal(of("roest-2023").k, 99);
  assert.deepEqual(
    of("roest-2023").effects.map(({ estimate }) => estimate),
    [0.17, 0.13, 0.21],
  );
});

test("Marín-Cavestany 2025, abstract: the 354 patients and 741 professionals are those of nine studies", () => {
  const { n, k, population } = of("marin-cavestany-2025");
  assert.deepEqual([k, n], [12, null]);
  assert.match(population, /354 patients, 741 professionals/);
});

test("attachment to the therapist: the newer synthesis leads, .71 [.62, .79] and −.55 [−.59, −.50]", () => {
  const claim = findClaim("secure-attachment-to-therapist-goes-with-alliance");
  assert.deepEqual(
    [claim?.leading?.estimate, claim?.leading?.lower, claim?.leading?.upper],
    [0.71, 0.62, 0.79],
  );
  assert.deepEqual([claim?.k, claim?.n], [11, 892]);
  assert.deepEqual(figures("client-attachment-to-therapist-review")[1]?.slice(0, 3), [-0.55, -0.59, -0.5]);
});

test("progress feedback: no larger effect off track is claimed, because the intervals overlap", () => {
  const claim = findClaim("progress-feedback-helps-a-little");
  assert.doesNotMatch(english.written(claim?.sentence ?? ""), /more where|off track|tools/);
  const [all, offTrack] = of("de-jong-2021").effects;
  assert.ok(all!.upper! >= offTrack!.lower!);
});

test("an answer of “not at all” to the self-harm question is no reassurance (Louzon 2016: 71.6%)", () => {
  const claim = findClaim("self-harm-item-needs-assessment");
  assert.match(english.written(claim?.sentence ?? ""), /no reassurance/);
  assert.equal(claim?.leading?.estimate, 0.716);
});

test("therapists rate lower: g .41 [.28, .53], 40 studies", () => {
  const claim = findClaim("therapists-rate-the-alliance-lower");
  assert.deepEqual(
    [claim?.leading?.estimate, claim?.leading?.lower, claim?.leading?.upper, claim?.k],
    [0.41, 0.28, 0.53, 40],
  );
});

test("the six findings on perfectionism each have a claim that says it is mostly one data set", () => {
  const its = claims.filter(({ rests }) =>
    rests.some(({ synthesis }) => synthesis === "miller-hilsenroth-hewitt-2017"),
  );
  assert.ok(its.length >= 6, String(its.length));
  for (const claim of its)
    assert.ok(claim.limits.map(english.written).includes("Mostly one data set."), claim.id);
});
