import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const folder = mkdtempSync(path.join(tmpdir(), "concord-two-valued-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** 48 made-up clients of 8 therapists; `left` is yes or no in four ways of writing it. */
const rows = Array.from({ length: 48 }, (_, i) => {
  const left = (i * 7 + (i % 5)) % 3 === 0;
  const bond = 2 + ((i * 13) % 17) / 4 + (left ? 0 : 0.4);
  const task = 1 + ((i * 5) % 11) / 3;
  return {
    dyad: `d${Math.floor(i / 2)}`,
    therapist: `t${i % 8}`,
    bond,
    task,
    score: 10 + bond + ((i * 3) % 7) / 2,
    flag: left ? 1 : 0,
    code: left ? 2 : 1,
    word: left ? "yes" : "no",
    early: left && i < 24 ? 1 : 0,
  };
});
const file = path.join(folder, "clients.csv");
const names = Object.keys(rows[0]!);
writeFileSync(
  file,
  `${[names, ...rows.map((row) => Object.values(row))].map((line) => line.join(",")).join("\n")}\n`,
);

const commands: readonly (readonly [
  what: string,
  words: (outcome: string) => readonly string[],
  r: RegExp,
])[] = [
  [
    "fit",
    (y) => ["fit", `${y} ~ bond + (1 | therapist)`, file],
    /lme4::glmer\(.* ~ bond \+ \(1 \| therapist\), dat, family = binomial\)/,
  ],
  [
    "moderate",
    (y) => ["moderate", file, "--x", "bond", "--w", "task", "--y", y],
    /glm\(.* ~ bond \* task, dat/,
  ],
  [
    "mediate",
    (y) => ["mediate", file, "--x", "bond", "--m", "task", "--y", y, "--group", "therapist"],
    /lme4::glmer\(/,
  ],
  [
    "a mediator",
    (y) => ["mediate", file, "--x", "bond", "--m", y, "--y", "score", "--group", "therapist"],
    /lme4::glmer\(/,
  ],
  ["structure", (y) => ["structure", file, "--model", `${y} ~ bond + task`], /ordered = "/],
  [
    "members of dyads",
    (y) => ["dyad", "apim", file, "--x", "bond", "--y", y, "--dyad", "dyad"],
    /lme4::glmer\(.*\(1 \| dyad\)/,
  ],
  ["a surface", (y) => ["dyad", "surface", file, "--x", "bond", "--y", "task", "--outcome", y], /glm\(/],
];

test("a straight line fitted to a yes-or-no outcome is said, in text and JSON, with the model that fits", async () => {
  for (const [what, words, r] of commands) {
    for (const outcome of ["flag", "code"]) {
      const { out, err, code } = await run([...words(outcome), "--json"]);
      assert.equal(code, 0, `${what}: ${err}`);
      const note = new RegExp(`${outcome} has two values, ${outcome === "flag" ? "0 and 1" : "1 and 2"}`);
      assert.match(err, note, what);
      const { notes } = JSON.parse(out);
      const said = notes.find((text: string) => note.test(text));
      assert.match(said, /straight line was fitted to a yes-or-no outcome/, what);
      assert.match(said, r, what);
      if (outcome === "code" && what !== "structure") assert.match(said, /\(code == 2\)/, what);
    }
  }
});

test("mediation of rows without groups refuses a yes-or-no outcome or mediator", async () => {
  for (const [mediator, outcome] of [
    ["task", "flag"],
    ["code", "score"],
  ] as const) {
    const { code, out, err } = await run(["mediate", file, "--x", "bond", "--m", mediator, "--y", outcome]);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, /takes only two values.*logistic model/);
  }
});

test("an outcome of two words is refused by name, with the model that fits", async () => {
  for (const [what, words, r] of commands) {
    const { err, code, out } = await run(words("word"));
    assert.equal(code, 2, what);
    assert.equal(out, "", what);
    assert.match(err, /column word holds two words, no and yes: a yes-or-no outcome/, what);
    assert.match(err, r, what);
  }
});

test("an outcome of more values has no such note, even where a predictor has two", async () => {
  const { err, out } = await run(["fit", "score ~ flag + (1 | therapist)", file, "--json"]);
  assert.doesNotMatch(err, /two values/);
  assert.ok(!(JSON.parse(out).notes ?? []).some((text: string) => /two values/.test(text)));
});
