import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type BeforeAfterFigure,
  beforeAfterChart,
  type ChangeFigure,
  changeChart,
  describeBeforeAfter,
  describeChange,
} from "@concord/charts";
import { staffMessages } from "@concord/messages";
import { assertSnapshot } from "./snapshot.ts";

const messages = staffMessages("en");

// Invented numbers: a drawing computes nothing.
const spots = (values: readonly number[]) => values.map((value, i) => ({ session: i + 1, value }));
const figure: ChangeFigure = {
  title: "Where the level changed",
  axes: "symptoms by session",
  panels: [
    {
      heading: "C01 & Co",
      points: spots([30, 31, 29, 30, 21, 20, 22]),
      lines: [
        { kind: "level", from: { session: 0.6, value: 30 }, to: { session: 4.4, value: 30 } },
        { kind: "level", from: { session: 4.6, value: 21 }, to: { session: 7.4, value: 21 } },
      ],
      marks: [{ session: 5, value: 21, hint: "session 5 outside the limits" }],
      changes: [{ earliest: 4, at: 5, latest: 6, hint: "the level changes at session 5" }],
    },
    {
      heading: "C02",
      points: spots([20, 19, 22]),
      lines: [
        { kind: "limit", from: { session: 1, value: 26 }, to: { session: 3, value: 26 } },
        { kind: "alone", from: { session: 1, value: 20 }, to: { session: 3, value: 21 } },
      ],
      marks: [],
      changes: [],
    },
  ],
  key: [
    { kind: "level", words: "level" },
    { kind: "limit", words: "limits" },
    { kind: "mark", words: "outside" },
    { kind: "change", words: "where it may have changed" },
  ],
  notes: ["A slow trend is read as stairs."],
};
const people: BeforeAfterFigure = {
  title: "Reliable change",
  people: [
    { before: 36, after: 12, state: "better", hint: "C01: 36 to 12, recovered" },
    { before: 30, after: 28, state: "same", hint: "C02: 30 to 28, unchanged" },
    { before: 20, after: 31, state: "worse", hint: "C03: 20 to 31, deteriorated" },
  ],
  criterion: 6,
  cutoff: 16,
  notes: ["Within the band a change is no more than measurement error."],
};

test("draws courses and their changes as they were last looked at", () => {
  assertSnapshot("change", changeChart(figure, { messages }));
});

test("draws them narrow, and one course of one value", () => {
  assertSnapshot("change-narrow", changeChart(figure, { messages, width: 360 }));
  const single = { ...figure.panels[1]!, points: [{ session: 1, value: 5 }], lines: [], heading: "" };
  assert.match(
    changeChart({ ...figure, panels: [single], key: [], notes: [] }, { messages }),
    /change-point/,
  );
  assert.match(changeChart({ ...figure, panels: [] }, { messages }), /^<svg/);
});

test("draws before and after as it was last looked at, and without a cut-off", () => {
  assertSnapshot("before-after", beforeAfterChart(people, { messages }));
  assert.doesNotMatch(beforeAfterChart({ ...people, cutoff: null }, { messages }), /chart-cutoff/);
  assert.match(
    beforeAfterChart({ ...people, people: people.people.slice(0, 1), cutoff: null }, { messages }),
    /<circle/,
  );
});

test("says in words what it draws, and escapes names", () => {
  assert.match(
    describeChange(figure, messages),
    /C01 & Co: the level changes at session 5; session 5 outside the limits\./,
  );
  assert.match(changeChart(figure, { messages }), /C01 &amp; Co/);
  assert.match(
    describeChange({ ...figure, panels: [figure.panels[1]!] }, messages),
    /1 series, .* No changes detected\./,
  );
  assert.match(
    describeBeforeAfter(people, messages),
    /3 clients: 1 reliably improved, 1 reliably deteriorated, 1 without reliable change\./,
  );
});
