import assert from "node:assert/strict";
import { test } from "node:test";
import { matrixOf } from "@concord/numerics";
import { innerOuterDegrees } from "../../src/multilevel/index.ts";

// Two therapists, four clients, twelve sessions.
const therapists = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
const clients = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3];
const session = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3];
const age = [30, 30, 30, 40, 40, 40, 25, 25, 25, 50, 50, 50];
const rows = (...columns: readonly (readonly number[])[]) =>
  matrixOf(session.map((_, row) => columns.map((column) => column[row]!)));
const one = session.map(() => 1);

test("Pinheiro and Bates 2000, p. 91, by hand: sessions lose the groups, clients their therapists", () => {
  // Rows: 12 − 4 − 1; clients: 4 − 2 − 1; the intercept has the most of all.
  assert.deepEqual(innerOuterDegrees(rows(one, session, age), [therapists, clients]), [7, 7, 1]);
});

test("an intercept alone has the rows less the lowest groups; without groups, the rows less the columns", () => {
  assert.deepEqual(innerOuterDegrees(rows(one), [clients]), [8]);
  assert.deepEqual(innerOuterDegrees(rows(one, session), []), [10, 10]);
});

test("without an intercept every level but the first keeps one more, as nlme counts", () => {
  const early = clients.map((client) => (client < 2 ? 1 : 0));
  const late = clients.map((client) => (client < 2 ? 0 : 1));
  assert.deepEqual(innerOuterDegrees(rows(early, late, session), [clients]), [2, 2, 8]);
});
