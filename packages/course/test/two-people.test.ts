import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { amongDyads, type BothRated, type DyadLine, dyadLine, readTwoPeople } from "../src/index.ts";
import { courseOf } from "./a-course.ts";

const english = staffMessages("en");

const rated = (pairs: readonly (readonly [number, number])[]): readonly BothRated[] =>
  pairs.map(([client, therapist], index) => ({ session: index + 1, client, therapist }));

function line(of: DyadLine): Extract<DyadLine, { kind: "line" }> {
  if (of.kind === "none") assert.fail(english.of(of.reason));
  return of;
}

test("by hand: client 60 65 70 75 80, therapist 58 59 62 63 68", () => {
  // C − 70: −10 −5 0 5 10, Σx² = 250; T − 70: −12 −11 −8 −7 −2, mean −8, Σxy = 120 + 55 − 35 − 20 = 120.
  const found = line(
    dyadLine(
      rated([
        [60, 58],
        [65, 59],
        [70, 62],
        [75, 63],
        [80, 68],
      ]),
    ),
  );
  close(found.discrepancy.value, -8, { absolute: 1e-12, what: "value" });
  close(found.tracking.value, 0.48, { absolute: 1e-12, what: "value" });
  // Residuals .8 −.6 0 −1.4 1.2: Σ = 4.4, s² = 4.4 / 3; SE b₀ = √(s² / 5), SE b₁ = √(s² / 250).
  close(found.discrepancy.standardError, Math.sqrt(4.4 / 3 / 5), { absolute: 1e-12, what: "value" });
  close(found.tracking.standardError, Math.sqrt(4.4 / 3 / 250), { absolute: 1e-12, what: "value" });
});

test("too few sessions, a client who never moves, a therapist on the line: named, not guessed", () => {
  assert.equal(
    dyadLine(
      rated([
        [60, 58],
        [65, 59],
      ]),
    ).kind,
    "none",
  );
  assert.equal(
    dyadLine(
      rated([
        [60, 58],
        [60, 59],
        [60, 62],
        [60, 63],
        [60, 68],
      ]),
    ).kind,
    "none",
  );
  assert.equal(
    dyadLine(
      rated([
        [60, 58],
        [61, 59],
        [62, 60],
        [63, 61],
        [64, 62],
      ]),
    ).kind,
    "none",
  );
});

test("a therapist shifted by c is c further off and moves as before", () => {
  const value = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value), { minLength: 6, maxLength: 12 }),
      fc.integer({ min: -40, max: 40 }),
      (pairs, shift) => {
        const before = dyadLine(rated(pairs));
        const after = dyadLine(rated(pairs.map(([client, own]) => [client, own + shift])));
        if (before.kind === "none" || after.kind === "none") return;
        close(after.discrepancy.value, before.discrepancy.value + shift, { absolute: 1e-8, what: "value" });
        close(after.tracking.value, before.tracking.value, { absolute: 1e-8, what: "value" });
      },
    ),
  );
});

/** A pair whose therapist lies `off` away and follows half way, with small ups and downs that cancel out. */
const pair = (off: number, sessions: number): readonly BothRated[] =>
  Array.from({ length: sessions }, (_, index) => {
    const step = [-6, 5, 2, -4, 3][index % 5]!;
    const scatter = [1, 1, -2, -1, 1][(index + off + 100) % 5]!;
    return { session: index + 1, client: 70 + step, therapist: 70 + off + 0.5 * step + scatter };
  });

test("five pairs or nothing is said; each is drawn towards the usual, the less known the more", () => {
  assert.equal(amongDyads([pair(-8, 10), pair(-6, 10)]).kind, "none");
  const among = amongDyads([
    pair(-16, 10),
    pair(-8, 10),
    pair(0, 10),
    pair(8, 10),
    pair(16, 10),
    pair(16, 5),
    [],
  ]);
  if (among.kind === "none") assert.fail(english.of(among.reason));
  assert.equal(among.pairs, 6);
  assert.equal(among.each[6], null, "a pair without sessions says nothing");
  const value = (place: number) => among.each[place]?.discrepancy.value ?? Number.NaN;
  const usual = among.discrepancy.usual.value;
  assert.ok(value(0) > -16.5 && value(0) < usual);
  assert.ok(value(5) > usual && value(4) > usual);
  const [long, short] = [among.each[4]?.discrepancy, among.each[5]?.discrepancy];
  assert.ok(long !== undefined && short !== undefined && short.standardError > long.standardError);
  close(among.tracking.usual.value, 0.5, { absolute: 0.1, what: "value" });
});

test("with as many sessions each and no scatter in tracking, the usual is the mean of the pairs", () => {
  const among = amongDyads([-12, -9, -6, -3, 0].map((off) => pair(off, 10)));
  if (among.kind === "none") assert.fail(english.of(among.reason));
  const own = [-12, -9, -6, -3, 0].map((off) => {
    const rated = pair(off, 10);
    return rated.reduce((sum, each) => sum + each.therapist - each.client, 0) / rated.length;
  });
  close(among.discrepancy.usual.value, own.reduce((sum, each) => sum + each, 0) / own.length, {
    absolute: 1e-4,
    what: "value",
  });
});

test("a case: the therapist lies lower and moves along, and the latest gap stands out", () => {
  const form = (rater: "client" | "therapist", values: readonly number[]) => ({
    construct: "alliance" as const,
    scale: "total",
    instrument: `concord-alliance-session-${rater === "client" ? "client-adult" : "therapist"}`,
    rater,
    range: [0, 100] as const,
    values,
  });
  const two = readTwoPeople(
    courseOf([form("client", [60, 66, 70, 74, 80, 82]), form("therapist", [50, 57, 59, 65, 70, 40])]),
  );
  assert.equal(two?.latest?.unusual, true);
  const calm = readTwoPeople(
    courseOf([form("client", [60, 66, 70, 74, 80]), form("therapist", [50, 57, 59, 65, 70])]),
  );
  assert.equal(calm?.lies, "lower");
  assert.equal(calm?.moves, "along");
});
