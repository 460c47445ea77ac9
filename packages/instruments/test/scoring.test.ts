import assert from "node:assert/strict";
import { test } from "node:test";
import { inVersion, score, scorer } from "../src/index.ts";
import { answers, form, scoreOf, worth } from "./scored-form.ts";

test("a risk item left out is missing: nothing is put in its place, and it is said", () => {
  const phq9 = form("phq-9");
  const made = scoreOf(phq9, answers(0, 0, 0, 0, 0, 0, 0, 0, null));
  assert.deepEqual(made.scales, [
    {
      kind: "unscorable",
      scale: "total",
      reason: "risk item i09 was left empty and is not filled in",
      message: { id: "stored.score.risk-item", values: { item: "i09" } },
      answered: 8,
      items: 9,
    },
  ]);
  assert.deepEqual(
    made.risksUnanswered.map((risk) => risk.item),
    ["i09"],
  );
});

test("Concord rupture questions: follow-ups are not asked when there was no tension", () => {
  const rupture = form("concord-rupture-client");
  assert.equal(worth(rupture, { i01: 0 }, "resolved"), "not asked");
  assert.equal(worth(rupture, { i01: 2 }, "resolved"), "0 of 1 items answered; all are needed");
  assert.equal(worth(rupture, { i01: 2, i04: 4 }, "resolved"), 4);
});

test("Concord session form: one of six may be missing for the total, none for a side", () => {
  const session = form("concord-alliance-session-client-adult");
  const raw = answers(7, 6, 5, 4, 3, null);
  assert.equal(worth(session, raw, "bond"), 6.5);
  assert.equal(worth(session, raw, "total"), 5);
  assert.equal(worth(session, raw, "goals"), "1 of 2 items answered; all are needed");
});

test("a response to another form throws; one to another version is kept, not scored", () => {
  const phq9 = form("phq-9");
  const given = {
    kind: "response",
    instrument: "phq-9",
    version: "0.9.0",
    values: { i09: 1 },
    texts: {},
  } as const;
  assert.throws(
    () => score(form("gad-7"), given),
    /^RangeError: scorer of gad-7 requires its own responses: phq-9$/,
  );
  const made = scorer(phq9)(given);
  assert.deepEqual(made.scales[0], {
    kind: "unscorable",
    scale: "total",
    reason: "answered in version 0.9.0; this key is for version 1.0.0",
    message: { id: "stored.score.other-version", values: { answered: "0.9.0", key: "1.0.0" } },
    answered: 1,
    items: 9,
  });
  assert.equal(made.risks.length, 1);
});

test("a value no form could have given is not scored", () => {
  const given = { kind: "response", instrument: "gad-7", version: "1.0.0", texts: {} } as const;
  const values = { i01: 9, i02: 0, i03: 0, i04: 0, i05: 0, i06: 0, i07: 0 };
  const made = score(form("gad-7"), { ...given, values }).scales[0];
  assert.equal(made?.kind === "unscorable" && made.reason, "item i01 is not from 0 to 3: 9");
  const nan = score(form("gad-7"), { ...given, values: { ...values, i01: Number.NaN } }).scales[0];
  assert.equal(nan?.kind, "unscorable");
});

test("an answer to an earlier version is scored by the questions and scales of that version", () => {
  const instrument = form("concord-attachment-to-therapist-client");
  const id = instrument.id;
  const twelve = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`i${String(i + 1).padStart(2, "0")}`, 4]),
  );
  const values = { ...twelve, i01: 7, i04: 6, i07: 5, i10: 6 };
  const earlier = score(instrument, {
    kind: "response",
    instrument: id,
    version: "1.0.0",
    values,
    texts: {},
  });
  assert.equal(earlier.version, "1.0.0");
  assert.deepEqual(
    earlier.scales.map((one) => [one.scale, one.kind === "score" ? one.value : one.reason]),
    [
      ["secure", 6],
      ["avoidant", 4],
      ["preoccupied", 4],
    ],
  );
  const more = { ...values, i13: 2, i14: 5 };
  const now = score(instrument, {
    kind: "response",
    instrument: id,
    version: "1.1.0",
    values: more,
    texts: {},
  });
  assert.deepEqual(
    now.scales.map((one) => [one.scale, one.kind === "score" ? one.value : one.reason]),
    [
      ["secure", 6],
      ["avoidant", 4],
      ["preoccupied", 4],
      ["stronger-and-wiser", 3.5],
    ],
  );
  const half = { ...values, i13: 2 };
  const unanswered = score(instrument, {
    kind: "response",
    instrument: id,
    version: "1.1.0",
    values: half,
    texts: {},
  });
  assert.equal(unanswered.scales.at(-1)?.kind, "unscorable");
  const unknown = score(instrument, {
    kind: "response",
    instrument: id,
    version: "0.9.0",
    values: more,
    texts: {},
  });
  assert.ok(unknown.scales.every((one) => one.kind === "unscorable"));
});

test("an earlier version has the words of its own questions, in every language", () => {
  const instrument = form("concord-attachment-to-therapist-client");
  const earlier = inVersion(instrument, "1.0.0");
  assert.equal(inVersion(instrument, "1.0.0"), earlier, "the same each time");
  assert.equal(inVersion(instrument, "1.1.0"), instrument);
  assert.deepEqual(
    earlier.wordings.map(({ language, items }) => [language, Object.keys(items).length]),
    ["en", "de", "es", "fr", "it"].map((language) => [language, 12]),
  );
  assert.ok(instrument.wordings.every(({ items }) => Object.keys(items).length === 14));
  assert.equal(instrument.validation, "not-yet-validated");
});
