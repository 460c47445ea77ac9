import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type StaffMessage, staffMessages } from "@concord/messages";
import { longestPassword } from "../server/password-length.ts";
import { passwordProblem } from "../server/password-rules.ts";

const context = ["Ines Halloran", "ines.halloran@linden-street.example", "Linden Street Practice"];
const { of } = staffMessages("en");
const problem = (password: string, secondFactor = false) => {
  const found = passwordProblem(password, context, { secondFactor });
  return found === null ? null : of(found as StaffMessage);
};

describe("a password", () => {
  test("needs twelve characters alone and ten with a second factor, counted as people count them", () => {
    assert.match(problem("vK8#tq2Lw!x") ?? "", /at least 12 characters/);
    assert.equal(problem("vK8#tq2Lw!xR"), null);
    assert.match(problem("vK8#tq2Lw", true) ?? "", /at least 10 characters/);
    assert.equal(problem("vK8#tq2Lw!", true), null);
    // Eleven signs of two code units each are eleven, not twenty-two.
    assert.match(problem("🦊🐢🦉🐙🦔🐋🦜🐝🦋🐌🦀") ?? "", /at least 12 characters/);
  });

  test("may be long, and needs neither capitals nor signs", () => {
    for (const good of ["seven calm herons", "a lantern by the river", "zwölf müde Störche ziehen"])
      assert.equal(problem(good), null, good);
    assert.equal(problem(`${"orbit lemon quartz ".repeat(10)}x`), null);
    assert.match(problem("x7".repeat(longestPassword / 2 + 1)) ?? "", /at most 200/);
  });

  test("is refused where it is on lists of stolen ones or a pattern", () => {
    for (const weak of [
      "password12",
      "password1234",
      "Passw0rd!234",
      "123456789012",
      "111111111111",
      "qwertyuiop12",
      "1qaz2wsx3edc",
      "abcdefghijkl",
      "iloveyou1234",
      "letmeinletmein",
      "aaaaaaaaaaaaaaaaaaaaaaaa",
      "abcabcabcabcabc",
      "2026-11-29-2026",
      "drowssapdrowssap",
    ])
      assert.notEqual(problem(weak), null, weak);
  });

  test("is refused where it is made of what others know about the person", () => {
    for (const weak of [
      "ineshalloran1",
      "Ines-Halloran!",
      "InesInesInes1",
      "lindenstreetpractice",
      "L1ndenStr33t12",
      "ines.halloran@linden-street.example",
      "ines.halloran",
      "concordconcord",
      "therapist1234",
    ])
      assert.notEqual(problem(weak), null, weak);
    assert.equal(problem("halloran orbit lemon quartz"), null, "a name among other words is no harm");
  });

  test("is judged in a moment, however long or odd it is", () => {
    const began = performance.now();
    for (const odd of [
      "a".repeat(200),
      "1qaz".repeat(50),
      "\u0000".repeat(30),
      "ß".repeat(200),
      "\ud800".repeat(20),
    ])
      passwordProblem(odd, [...context, "x".repeat(5_000)]);
    const ms = performance.now() - began;
    assert.ok(ms < 5_000, `${ms}`);
  });
});
