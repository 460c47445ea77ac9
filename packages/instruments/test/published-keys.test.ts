import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instrument } from "../src/index.ts";
import { all, answers, form, scaleOf, scoreOf, worth } from "./scored-form.ts";

function reversedNumbers(instrument: Instrument): readonly number[] {
  return instrument.items.filter((item) => item.reversed).map((item) => Number(item.id.slice(1)));
}

function numbersOf(instrument: Instrument, scale: string): readonly number[] {
  return instrument.scales.find((each) => each.id === scale)!.items.map((id) => Number(id.slice(1)));
}

test("WAI-36, Horvath and Greenberg 1989: three scales of twelve, fourteen items reversed, 36 to 252", () => {
  const wai = form("wai-client");
  assert.equal(wai.items.length, 36);
  assert.deepEqual(reversedNumbers(wai), [1, 3, 7, 9, 10, 11, 12, 15, 20, 27, 29, 31, 33, 34]);
  const parts = ["bond", "tasks", "goals"].map((scale) => numbersOf(wai, scale));
  assert.deepEqual(
    parts.map((part) => part.length),
    [12, 12, 12],
  );
  assert.deepEqual(
    parts.flat().sort((a, b) => a - b),
    Array.from({ length: 36 }, (_, index) => index + 1),
  );
  // All sevens: 22 items count 7, 14 count 1. Bond has 3 reversed, goals 6, tasks 5.
  assert.equal(worth(wai, all(36, 7), "total"), 22 * 7 + 14);
  assert.equal(worth(wai, all(36, 7), "bond"), 9 * 7 + 3);
  assert.equal(worth(wai, all(36, 7), "tasks"), 7 * 7 + 5);
  assert.equal(worth(wai, all(36, 7), "goals"), 6 * 7 + 6);
  const total = scaleOf(wai, all(36, 4), "total");
  assert.ok(total.kind === "score" && total.minimum === 36 && total.maximum === 252 && total.percent === 50);
});

test("WAI-SR, Hatcher and Gillaspy 2006: tasks 1 2 10 12, bond 3 5 7 9, goals 4 6 8 11", () => {
  const raw = answers(1, 2, 5, 1, 4, 2, 3, 3, 2, 4, 5, 5);
  const sr = form("wai-sr-client");
  assert.equal(worth(sr, raw, "tasks"), 1 + 2 + 4 + 5);
  assert.equal(worth(sr, raw, "bond"), 5 + 4 + 3 + 2);
  assert.equal(worth(sr, raw, "goals"), 1 + 2 + 3 + 5);
  assert.equal(worth(sr, raw, "total"), 37);
  // One left out of four: the mean of the other three, four times. Two left out: no number.
  assert.equal(worth(sr, { ...raw, i03: null }, "bond"), (4 * (4 + 3 + 2)) / 3);
  assert.equal(
    worth(sr, { ...raw, i03: null, i05: null }, "bond"),
    "2 of 4 items answered; at least 3 are needed",
  );
  assert.equal(worth(sr, { ...raw, i03: null, i05: null }, "total"), (28 * 12) / 10);
});

test("WAI-S, Tracey and Kokotovic 1989: items 4 and 10 reversed", () => {
  assert.equal(worth(form("wai-s-client"), all(12, 7), "goals"), 7 + 1 + 7 + 1);
  assert.equal(worth(form("wai-s-client"), all(12, 7), "total"), 10 * 7 + 2);
});

test("SRS: four lines, 0 to 40, and all four are needed", () => {
  const srs = form("srs-client");
  assert.equal(worth(srs, answers(9, 8.5, 9.5, 10), "total"), 37);
  assert.equal(worth(srs, { i01: "9,1", i02: "8,4", i03: "9.5", i04: 10 }, "total"), 37);
  assert.equal(worth(srs, answers(9, 8.5, 9.5, null), "total"), "3 of 4 items answered; all are needed");
  assert.equal(srs.cutoffs.find((cutoff) => cutoff.scale === "total")?.value, 36);
});

test("HAq-II: items 4 8 11 16 19 reversed, 19 to 114, two may be missing", () => {
  const haq = form("haq-ii-client");
  assert.equal(worth(haq, all(19, 6), "total"), 14 * 6 + 5);
  const best = { ...all(19, 6), i04: 1, i08: 1, i11: 1, i16: 1, i19: 1 };
  assert.equal(worth(haq, best, "total"), 114);
  assert.equal(worth(haq, { ...best, i01: null, i02: null }, "total"), 114);
  assert.match(String(worth(haq, { ...best, i01: null, i02: null, i03: null }, "total")), /at least 17/);
});

test("ARM-5: the mean of five, item 3 reversed, four are enough", () => {
  const arm = form("arm-5-client");
  assert.equal(worth(arm, answers(7, 6, 2, 5, 4), "total"), (7 + 6 + 6 + 5 + 4) / 5);
  assert.equal(worth(arm, answers(7, 6, 2, 5, null), "total"), 6);
  assert.match(String(worth(arm, answers(7, 6, 2, null, null), "total")), /at least 4/);
});

test("TASC-r: items 2 5 7 8 11 reversed; the total is known, its two halves are entered", () => {
  const tasc = form("tasc-r-client");
  assert.equal(worth(tasc, all(12, 4), "total"), 7 * 4 + 5);
  assert.equal(worth(tasc, all(12, 4), "bond"), "only its total can be entered");
});

test("SEQ: pairs that open with the wished-for word are turned round, item 1 is not scored", () => {
  // One at the left end throughout: depth 3R 4 7R 8 9R gives 7 1 7 1 7.
  const left = all(21, 1);
  assert.equal(worth(form("seq-5-client"), left, "depth"), 23 / 5);
  assert.equal(worth(form("seq-5-client"), left, "smoothness"), (1 + 7 + 1 + 1 + 7) / 5);
  assert.equal(worth(form("seq-5-client"), left, "positivity"), (7 + 1 + 1 + 7 + 7) / 5);
  assert.equal(worth(form("seq-5-client"), left, "arousal"), (7 + 1 + 1 + 7 + 1) / 5);
  const scaled = form("seq-5-client").scales.flatMap((scale) => scale.items);
  assert.equal(new Set(scaled).size, 20);
  assert.ok(!scaled.includes("i01"));
});

test("GCQ-S: engaged 1 2 4 8 11, avoiding 3 5 9, conflict 6 7 10 12, as means", () => {
  const raw = answers(6, 5, 1, 4, 2, 0, 1, 5, 3, 2, 5, 1);
  assert.equal(worth(form("gcq-s-member"), raw, "engaged"), 5);
  assert.equal(worth(form("gcq-s-member"), raw, "avoiding"), 2);
  assert.equal(worth(form("gcq-s-member"), raw, "conflict"), 1);
});

test("ECR, ECR-R, ECR-S: item numbers and reversals", () => {
  assert.deepEqual(reversedNumbers(form("ecr-client")), [3, 15, 19, 22, 25, 27, 29, 31, 33, 35]);
  // Avoidance is the odd items, nine of them reversed; anxiety the even ones, with 22 reversed.
  assert.equal(worth(form("ecr-client"), all(36, 7), "avoidance"), (9 * 7 + 9) / 18);
  assert.equal(worth(form("ecr-client"), all(36, 7), "anxiety"), (17 * 7 + 1) / 18);
  // ECR-R: anxiety 1–18 with 9 and 11 reversed, avoidance 19–36 with twelve reversed.
  assert.equal(worth(form("ecr-r-client"), all(36, 7), "anxiety"), (16 * 7 + 2) / 18);
  assert.equal(worth(form("ecr-r-client"), all(36, 7), "avoidance"), (6 * 7 + 12) / 18);
  assert.equal(worth(form("ecr-s-client"), all(12, 7), "anxiety"), 5 * 7 + 1);
  assert.equal(worth(form("ecr-s-client"), all(12, 7), "avoidance"), 3 * 7 + 3);
});

test("ECR-RS, Fraley 2011: avoidance is the mean of 1–6 with 1–4 reversed, anxiety of 7–9", () => {
  const raw = answers(6, 7, 5, 6, 2, 3, 4, 5, 3);
  assert.equal(worth(form("ecr-rs-client"), raw, "avoidance"), (2 + 1 + 3 + 2 + 2 + 3) / 6);
  assert.equal(worth(form("ecr-rs-client"), raw, "anxiety"), 4);
  assert.equal(worth(form("ecr-rs-client"), { ...raw, i06: null }, "avoidance"), 2);
  assert.match(String(worth(form("ecr-rs-client"), { ...raw, i09: null }, "anxiety")), /all are needed/);
});

test("IIP: eight octants without overlap, angles 45° apart, norms in the octant's own sums", () => {
  for (const [id, count] of [
    ["iip-32-client", 32],
    ["iip-64-client", 64],
    ["iip-sc-client", 32],
    ["csip-client", 64],
  ] as const) {
    const iip = form(id);
    const used = iip.scales.flatMap((scale) => scale.items);
    assert.equal(new Set(used).size, count, id);
    assert.equal(used.length, count);
    assert.deepEqual(
      iip.scales.map((scale) => scale.angle),
      [90, 135, 180, 225, 270, 315, 0, 45],
    );
  }
  const norm = (id: string, scale: string, n: number) =>
    form(id).norms.find((each) => each.scale === scale && each.n === n)!;
  assert.deepEqual(
    [
      norm("iip-32-client", "self-sacrificing", 800).mean,
      norm("iip-32-client", "cold", 800).standardDeviation,
    ],
    [4.3, 3.7],
  );
  assert.equal(norm("iip-64-client", "exploitable", 800).mean, 7.8);
  // Soldz 1995 prints item means: 2.14 for the overly nurturant octant, SD 0.90; four items make the sum.
  assert.equal(norm("iip-sc-client", "self-sacrificing", 106).mean, 2.14 * 4);
  assert.equal(norm("iip-sc-client", "self-sacrificing", 106).standardDeviation, 0.9 * 4);
  assert.equal(norm("csip-client", "socially-inhibited", 712).mean, 7.2);
  // IIP-32, domineering: items 22 25 28 30.
  const raw = { ...all(32, 0), i22: 1, i25: 2, i28: 3, i30: 4 };
  assert.equal(worth(form("iip-32-client"), raw, "domineering"), 10);
  assert.equal(worth(form("iip-32-client"), { ...raw, i30: null }, "domineering"), 8);
});

test("MPS and APS-R: every item belongs to one scale", () => {
  for (const [id, count] of [
    ["mps-client", 45],
    ["aps-r-client", 23],
  ] as const) {
    const used = form(id).scales.flatMap((scale) => scale.items);
    assert.equal(used.length, count);
    assert.equal(new Set(used).size, count);
  }
  assert.equal(reversedNumbers(form("mps-client")).length, 18);
  assert.equal(worth(form("aps-r-client"), all(23, 6), "standards"), 42);
});

test("PHQ-9: bands, clinical threshold, and filling in at most two items", () => {
  const phq9 = form("phq-9");
  assert.equal(worth(phq9, answers(1, 1, 1, 2, 2, 0, 0, 0, 0), "total"), 7);
  const two = scaleOf(phq9, answers(1, 2, 3, 1, 2, 3, null, null, 0), "total");
  assert.ok(two.kind === "score");
  assert.equal(two.value, (12 * 9) / 7);
  assert.equal(two.prorated, true);
  assert.equal(two.answered, 7);
  const three = answers(1, 2, 3, 1, 2, null, null, null, 0);
  assert.equal(worth(phq9, three, "total"), "6 of 9 items answered; at least 7 are needed");
  assert.deepEqual(
    phq9.cutoffs.map((cutoff) => [cutoff.value, cutoff.use]),
    [
      [5, "band"],
      [10, "clinical"],
      [15, "band"],
      [20, "band"],
    ],
  );
  assert.equal(phq9.reliableChanges[0]?.points, 6);
});

test("CORE-10: ten times the mean, items 2 and 3 reversed, item 6 reported from 1", () => {
  const core10 = form("core-10");
  // 2 and 3 count 4 − 1 = 3 each; the others are eight times 2.
  const raw = answers(2, 1, 1, 2, 2, 2, 2, 2, 2, 2);
  assert.equal(worth(core10, raw, "total"), 22);
  assert.equal(worth(core10, { ...raw, i10: null }, "total"), (10 * 20) / 9);
  assert.match(String(worth(core10, { ...raw, i10: null, i09: null }, "total")), /at least 9/);
  assert.deepEqual(scoreOf(core10, raw).risks, [{ item: "i06", atLeast: 1, about: "suicide", value: 2 }]);
});

test("CORE-OM: four domains of 4, 12, 12 and 6 make the 34, and six ask about risk", () => {
  const coreOm = form("core-om");
  const parts = ["well-being", "problems", "functioning", "risk"].map((scale) => numbersOf(coreOm, scale));
  assert.deepEqual(
    parts.map((part) => part.length),
    [4, 12, 12, 6],
  );
  assert.equal(new Set(parts.flat()).size, 34);
  // All ones: 26 count 1, the 8 reversed count 3; ten times 50 / 34.
  assert.equal(worth(coreOm, all(34, 1), "total"), 500 / 34);
  assert.equal(scoreOf(coreOm, all(34, 1)).risks.length, 6);
});

test("OQ-45.2: nine items reversed, item 8 reported from 1, clinical from 64", () => {
  const oq = form("oq-45-2");
  assert.equal(worth(oq, all(45, 0), "total"), 9 * 4);
  assert.equal(worth(oq, all(45, 4), "total"), 36 * 4);
  const eight = (value: number) => scoreOf(oq, { ...all(45, 0), i08: value }).risks.map((risk) => risk.item);
  assert.deepEqual([eight(0), eight(1)], [[], ["i08"]]);
  assert.equal(oq.cutoffs[0]?.value, 64);
  assert.equal(oq.reliableChanges[0]?.points, 14);
});
