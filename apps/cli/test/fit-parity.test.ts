import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { compare } from "../../../parity/compare.ts";
import type { ReferenceCase } from "../../../parity/reference-case.ts";
import { run } from "./support/run.ts";

// Reference cases of parity/fixtures (their R code is in them), asked of the command line as of any CSV file.
const fixtures = path.resolve(import.meta.dirname, "../../../parity/fixtures");
const folder = mkdtempSync(path.join(tmpdir(), "concord-fit-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const load = (name: string): ReferenceCase =>
  JSON.parse(readFileSync(path.join(fixtures, `${name}.json`), "utf8"));

function csvOf({ id, input }: ReferenceCase): string {
  const columns = input as Readonly<Record<string, readonly (number | string | null)[]>>;
  const names = Object.keys(columns);
  const rows = columns[names[0]!]!.map((_, row) => names.map((name) => columns[name]![row] ?? "NA"));
  const file = path.join(folder, `${id}.csv`);
  writeFileSync(file, [names, ...rows].map((row) => row.join(",")).join("\n"));
  return file;
}

const at = (node: unknown, place: string): unknown =>
  place.split("/").reduce((own, key) => (own as Readonly<Record<string, unknown>>)[key], node);

/** Fixture, formula, further flags, and the place of the expected block. */
const cases: readonly (readonly [string, string, readonly string[], string])[] = [
  ["ml-ar1-sessions", "score ~ session + (session | client)", ["--ar1", "session|client"], "REML"],
  ["ml-ar1-sessions", "score ~ session + (session | client)", ["--ar1", "session|client", "--ml"], "ML"],
  [
    "independent/ml-ar1-therapists",
    "score ~ session*arm + (session | client)",
    ["--ar1", "session|client", "--ml"],
    "ML",
  ],
  ["independent/ml-ar1-therapists", "score ~ session", ["--ar1", "~ session | client", "--ml"], "gls"],
  [
    "independent/ml-ar1-therapists",
    "score ~ 0 + arm + session + (session || client)",
    ["--ar1", "session|client"],
    "no_intercept",
  ],
  ["ml-sleepstudy-slopes", "Reaction ~ Days + (Days | Subject)", [], "REML"],
  ["ml-sleepstudy-slopes", "Reaction ~ Days + (Days | Subject)", ["--ml", "--profile"], "ML"],
  ["ml-sleepstudy-slopes", "Reaction ~ Days + (Days || Subject)", [], "uncorrelated_REML"],
  [
    "independent/ml-within-between",
    "distress ~ within(alliance) + between(alliance) + session + (1 | client) + (1 | therapist)",
    [],
    "within_between",
  ],
  [
    "independent/ml-within-between",
    "distress ~ alliance + between(alliance) + session + (1 | client) + (1 | therapist)",
    [],
    "direct",
  ],
];

for (const [name, formula, flags, place] of cases)
  test(`${name}, ${place}: concord fit "${formula}" ${flags.join(" ")}`, async () => {
    const reference = load(name);
    const { code, out, err } = await run(["fit", formula, csvOf(reference), ...flags, "--json"]);
    assert.ok(code === 0 || code === 1, err);
    const wanted = at(reference.expected, place);
    const { agreeing, disagreements } = compare(JSON.parse(out), wanted, reference.tolerance, []);
    assert.deepEqual(disagreements, []);
    assert.ok(agreeing > 3);
  });

test("a comparison and the contextual effect stand beside the fit", async () => {
  const sleep = load("ml-sleepstudy-slopes");
  const slopes = ["fit", "Reaction ~ Days + (Days | Subject)", csvOf(sleep), "--ml", "--json"];
  const { out } = await run([...slopes, "--compare", "Reaction ~ Days + (1 | Subject)"]);
  const wanted = { LRT: at(sleep.expected, "LRT_random_slope_ML") };
  assert.deepEqual(compare(JSON.parse(out), wanted, sleep.tolerance, []).disagreements, []);

  const parts = load("independent/ml-within-between");
  const formula =
    "distress ~ within(alliance) + between(alliance) + session + (1 | client) + (1 | therapist)";
  const both = await run(["fit", formula, csvOf(parts), "--json"]);
  const effect = { contextual_effect: at(parts.expected, "contextual_effect") };
  assert.deepEqual(compare(JSON.parse(both.out), effect, parts.tolerance, []).disagreements, []);
});

test("the test of serial correlation stands beside its fit", async () => {
  const reference = load("independent/ml-ar1-therapists");
  const formula = "score ~ session * arm + (session | client)";
  const flags = ["--ar1", "session|client", "--ml", "--json"];
  const { out } = await run(["fit", formula, csvOf(reference), ...flags]);
  const wanted = { LRT: at(reference.expected, "LRT"), phi_ci: at(reference.expected, "phi_interval_ML") };
  assert.deepEqual(compare(JSON.parse(out), wanted, reference.tolerance, []).disagreements, []);
});

test("therapist effects by their study", async () => {
  const reference = load("independent/ml-within-between");
  const words = ["fit", csvOf(reference), "--template", "therapist-effects", "--column", "outcome=distress"];
  const { out } = await run([...words, "--json"]);
  const [icc, icc_lb, icc_ub] = at(reference.expected, "icc_slopes") as readonly number[];
  const wanted = { therapists: { icc, icc_lb, icc_ub, LRT: at(reference.expected, "therapist_test") } };
  assert.deepEqual(compare(JSON.parse(out), wanted, { rel: 1e-5, abs: 1e-6 }, []).disagreements, []);
});
