import assert from "node:assert/strict";
import { test } from "node:test";
import { readMoment } from "../src/value/date.ts";
import { missingTest } from "../src/value/missing.ts";
import { readNumber } from "../src/value/number.ts";
import { readRater } from "../src/value/rater.ts";
import { readSession } from "../src/value/session.ts";

test("numbers have digits and one decimal mark, nothing cleverer", () => {
  const value = (text: string): number | null => {
    const read = readNumber(text);
    return read.kind === "number" ? read.value : null;
  };
  assert.deepEqual(["7", "07", "4.5", "4,5", "-3", "+3", "−3"].map(value), [7, 7, 4.5, 4.5, -3, 3, -3]);
  assert.deepEqual(
    ["", "1e3", "0x1", "1.", ".5", "1,2,3", "1 2", "NaN", "5%"].map(value),
    Array(9).fill(null),
  );
});

test("a session is counted: 3, 03, S3, Session 3 and R's 3.0", () => {
  assert.deepEqual(
    ["3", "03", "S3", "s_03", "Session 3", "3.0", "0"].map(readSession),
    [3, 3, 3, 3, 3, 3, 0],
  );
  assert.deepEqual(["", "-3", "3.5", "12345", "s", "3a"].map(readSession), Array(6).fill(null));
});

test("a date is read only where it can mean one day", () => {
  const iso = (text: string): string => {
    const read = readMoment(text, "unknown");
    return read.kind === "date" ? read.iso : read.kind;
  };
  assert.equal(iso("2024-03-01"), "2024-03-01");
  assert.equal(iso("2024-03-01T09:30:00Z"), "2024-03-01");
  assert.equal(iso("1.3.2024"), "2024-03-01");
  assert.equal(iso("2024/3/1"), "2024-03-01");
  assert.equal(iso("2024-02-29"), "2024-02-29");
  assert.equal(iso("1900-02-29"), "not-a-date");
  assert.equal(iso("2000-02-29"), "2000-02-29");
  assert.equal(iso("03/01/2024"), "ambiguous");
});

test("codes for no answer are known, and a file can add its own", () => {
  const usual = missingTest();
  for (const code of ["", "NA", "na", ".", "n/a", "#N/A", "NaN"]) assert.ok(usual(code), code);
  for (const answer of ["0", "9", "99", "999", "-1", "-99", "-97", "n", "none"])
    assert.ok(!usual(answer), answer);
  const own = missingTest({ missing: ["9", "999"] });
  for (const code of ["9", "999", "NA"]) assert.ok(own(code), code);
  assert.ok(!own("8"));
});

test("raters go by several names", () => {
  assert.deepEqual(["client", "Patient", "C", "therapist", "t", "parent", "O"].map(readRater), [
    "client",
    "client",
    "client",
    "therapist",
    "therapist",
    "caregiver",
    "observer",
  ]);
  assert.equal(readRater("friend"), null);
});
