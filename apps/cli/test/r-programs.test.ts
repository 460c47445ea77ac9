import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { run } from "./support/run.ts";

/**
 * Printed R programs for tables as people bring them: titles above the heading, codes for no answer, ids with zeros before
 * them, decimal commas, short and long rows, names with spaces, quotation marks and backticks. `measured.json` holds what R
 * gave for the programs of the folder (measure.R runs them again); the programs and the numbers must still be these.
 */
const folder = path.resolve(import.meta.dirname, "fixtures/r-programs");
const measured = JSON.parse(readFileSync(path.join(folder, "measured.json"), "utf8"));

type Values = Readonly<Record<string, unknown>>;
interface Program {
  readonly name: string;
  readonly file: string;
  readonly words: readonly string[];
  /** R's values by their names here, taken out of `--json`. */
  readonly values: (json: never) => Values;
  /** Optimisers of R stop a little before; see the programs. */
  readonly within: number;
}

const codes = "--missing=-99,refused";
const fixed = ({ beta, se, sigma, logLik }: Values): Values => ({ beta, se, sigma, logLik });
const programs: readonly Program[] = [
  {
    name: "fit",
    file: "sessions.csv",
    words: ["fit", '`the "distress"` ~ `alliance score` + session + (1 | `client id`)', "FILE", codes],
    values: (json: Values & { satterthwaite?: { df: unknown } }) => fixed(json),
    within: 1e-5,
  },
  {
    name: "fit-within",
    file: "sessions.csv",
    words: [
      "fit",
      '`the "distress"` ~ within(`alliance score`) + between(`alliance score`) + session + (1 | `client id`)',
      "FILE",
      codes,
    ],
    values: fixed,
    within: 1e-5,
  },
  {
    name: "fit-ar1",
    file: "sessions.csv",
    words: [
      "fit",
      '`the "distress"` ~ `alliance score` + session + (1 | `client id`)',
      "FILE",
      "--ar1",
      "session|client id",
      codes,
    ],
    values: (json: Values) => ({ ...fixed(json), phi: json.phi }),
    within: 1e-5,
  },
  {
    name: "change-growth",
    file: "sessions.csv",
    words: [
      ...["change", "FILE", "--analysis", "growth", "--client", "client id", "--session", "session"],
      ...["--value", 'the "distress"', codes],
    ],
    values: ({ mixed: { beta, se, sigma } }: { mixed: Values }) => ({ beta, se, sigma }),
    within: 1e-4,
  },
  {
    name: "synthesize",
    file: "effects.csv",
    words: [
      ...[
        "synthesize",
        "FILE",
        "--yi",
        "effect size (d)",
        "--vi",
        "sampling variance",
        "--slab",
        "study name",
      ],
      ...["--mods", "~ `mean age` + arm", "--missing", "999"],
    ],
    values: ({ k, beta, se, tau2, QE }: Values) => ({ k, beta, se, tau2, QE }),
    within: 1e-6,
  },
  {
    name: "structure",
    file: "items.csv",
    words: [
      ...["structure", "FILE", "--model", "bond =~ b1 + b2 + b3 + b4", "--missing", "fiml"],
      "--missing-values=-9",
    ],
    values: ({
      estimates: { est, se },
      input,
    }: {
      estimates: Values;
      input: { rows: { used: number } };
    }) => ({
      est,
      se,
      n: input.rows.used,
    }),
    within: 1e-4,
  },
];

for (const { name, file, words, values, within } of programs)
  test(`${name}: the printed program gives in ${measured.R} what the command gives`, async () => {
    const asked = words.map((word) => (word === "FILE" ? path.join(folder, file) : word));
    const program = await run([...asked, "--r-code"]);
    assert.equal(program.code, 0, program.err);
    assert.equal(
      program.out.replaceAll(path.join(folder, file), file),
      readFileSync(path.join(folder, `${name}.R`), "utf8"),
    );
    const { code, out, err } = await run([...asked, "--json"]);
    assert.ok(code === 0 || code === 1, err);
    const own = values(JSON.parse(out) as never);
    let compared = 0;
    for (const [value, got] of Object.entries(own)) {
      const [wanted, given] = [measured[name][value], got].map((one) => (Array.isArray(one) ? one : [one]));
      assert.equal(given!.length, wanted!.length, value);
      for (const [at, number] of (wanted as number[]).entries()) {
        compared++;
        const difference = Math.abs((given as number[])[at]! - number);
        assert.ok(
          difference <= within * Math.max(1, Math.abs(number)),
          `${value} ${at}: ${given![at]} ${number}`,
        );
      }
    }
    assert.ok(compared >= 5);
  });
