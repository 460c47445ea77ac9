import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, findInstrument, type Instrument } from "../src/index.ts";

const adult = findInstrument("concord-alliance-session-client-adult")!;
const line: Instrument = {
  ...adult,
  shortTitle: "Line form",
  items: [{ id: "i01", response: { kind: "line", minimum: 0, maximum: 10, step: 0.1 } }],
};

function valuesOf(instrument: Instrument, raw: Parameters<typeof answer>[1]) {
  const given = answer(instrument, raw);
  return given.kind === "response" ? given.values : given.problems.map((each) => each.problem);
}

test("numbers and trimmed strings are taken, empty ones are not answered", () => {
  const given = answer(adult, {
    i01: " 7 ",
    i02: 1,
    i03: "",
    i04: null,
    i05: undefined,
    i06: "  ",
    i07: " Fine. ",
  });
  assert.deepEqual(given, {
    kind: "response",
    instrument: adult.id,
    version: adult.version,
    values: { i01: 7, i02: 1 },
    texts: { i07: "Fine." },
  });
});

test("lines take a decimal point or comma; codes in words are whole", () => {
  assert.deepEqual(valuesOf(line, { i01: "7,3" }), { i01: 7.3 });
  assert.deepEqual(valuesOf(line, { i01: "7.3" }), { i01: 7.3 });
  assert.deepEqual(valuesOf(adult, { i01: "4,0" }), { i01: 4 });
  assert.deepEqual(valuesOf(adult, { i01: "4.5" }), ["4.5 is not a whole number from 1 to 7."]);
});

test("a negative code may carry the printed minus sign", () => {
  const signed = {
    ...line,
    items: [{ id: "i01", response: { kind: "likert", minimum: -3, maximum: 3 } }],
  } as const;
  assert.deepEqual(valuesOf(signed, { i01: "\u22122" }), { i01: -2 });
  assert.deepEqual(valuesOf(signed, { i01: "-2" }), { i01: -2 });
  assert.deepEqual(valuesOf(signed, { i01: "+3" }), { i01: 3 });
});

test("what is not a number, or not in range, is named", () => {
  for (const [given, problem] of [
    ["8", "8 is not from 1 to 7."],
    ["0", "0 is not from 1 to 7."],
    ["-1", "-1 is not from 1 to 7."],
    ["often", '"often" is not a number from 1 to 7.'],
    ["1e0", '"1e0" is not a number from 1 to 7.'],
    ["0x3", '"0x3" is not a number from 1 to 7.'],
    ["1.000,0", '"1.000,0" is not a number from 1 to 7.'],
    ["Infinity", '"Infinity" is not a number from 1 to 7.'],
  ] as const) {
    assert.deepEqual(valuesOf(adult, { i01: given }), [problem]);
  }
  for (const given of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(answer(adult, { i01: given }).kind, "rejected");
  }
});

test("one line per problem, and everything valid is kept", () => {
  const given = answer(adult, {
    i01: "9",
    i02: 3,
    i07: "x".repeat(2001),
    i99: 1,
    ["__proto__"]: 1,
    constructor: 2,
  });
  assert.deepEqual(given, {
    kind: "rejected",
    problems: [
      { item: "i01", problem: "9 is not from 1 to 7." },
      { item: "i07", problem: "The text is 2001 characters long; there is room for 2000." },
      { item: "i99", problem: 'Session form has no item "i99".' },
      { item: "__proto__", problem: 'Session form has no item "__proto__".' },
      { item: "constructor", problem: 'Session form has no item "constructor".' },
    ],
    kept: { i02: 3 },
    keptTexts: {},
  });
});

test("a follow-up counts unless its question was answered below the threshold", () => {
  const followed: Instrument = {
    ...adult,
    items: [
      { id: "i01", response: { kind: "likert", minimum: 0, maximum: 2 } },
      {
        id: "i02",
        response: { kind: "likert", minimum: 1, maximum: 5 },
        askedWhen: { item: "i01", atLeast: 1 },
      },
    ],
  };
  assert.deepEqual(valuesOf(followed, { i01: 1, i02: 4 }), { i01: 1, i02: 4 });
  assert.deepEqual(valuesOf(followed, { i02: 4, i01: 0 }), { i01: 0 });
  assert.deepEqual(valuesOf(followed, { i02: 4 }), { i02: 4 });
});
