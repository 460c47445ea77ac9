import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const folder = mkdtempSync(path.join(tmpdir(), "concord-one-row-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Made-up rows; one person alone has the arm "solo", and one alone the site "far". */
const file = path.join(folder, "arms.csv");
writeFileSync(
  file,
  `arm,site,m,y
solo,A,3.5,23.2
CBT,A,6.6,21.6
PDT,B,4,14.8
CBT,B,4.1,17.1
PDT,A,3,14.5
CBT,A,4.7,20.2
PDT,B,4.7,18
CBT,B,4.4,21.2
PDT,A,4.9,16.8
CBT,far,5.4,21.1
PDT,B,4.2,14.9
CBT,A,3.7,19.1
`,
);

test("a bootstrap refuses a level that one row has, as predictor and as covariate, and names it", async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["--x", "arm"], /"solo" of arm has one/],
    [["--x", "m", "--covariates", "arm"], /"solo" of arm/],
    [["--x", "m", "--covariates", "site"], /"far" of site/],
  ];
  for (const [words, reason] of cases) {
    const mediator = words.includes("arm") && words[1] === "arm" ? "m" : "y";
    const outcome = mediator === "m" ? "y" : "z";
    const own = outcome === "y" ? file : withSecondOutcome();
    const { code, out, err } = await run([
      "mediate",
      own,
      ...words,
      "--m",
      mediator,
      "--y",
      outcome,
      "--draws",
      "200",
    ]);
    assert.equal(code, 2, err);
    assert.equal(out, "");
    assert.match(err, reason);
    assert.match(err, /two or more rows of every level/);
  }
});

test("without a bootstrap the interval of such a level is that of least squares", async () => {
  const { code, out } = await run([
    "mediate",
    file,
    "--x",
    "arm",
    "--m",
    "m",
    "--y",
    "y",
    "--draws",
    "0",
    "--json",
  ]);
  assert.equal(code, 0);
  // Total effect of "solo" over "CBT" by hand: 23.2 less the mean of 21.6, 17.1, 20.2, 21.2, 21.1 and 19.1.
  const total = 23.2 - (21.6 + 17.1 + 20.2 + 21.2 + 21.1 + 19.1) / 6;
  assert.ok(
    numbersIn(JSON.parse(out)).some((value) => Math.abs(value - total) < 1e-9),
    `no ${total} in ${out}`,
  );
});

function withSecondOutcome(): string {
  const second = path.join(folder, "second.csv");
  const rows = [23, 20, 14, 18, 15, 21, 17, 22, 16, 20, 13, 19];
  const lines = `arm,site,m,y
solo,A,3.5,23.2
CBT,A,6.6,21.6
PDT,B,4,14.8
CBT,B,4.1,17.1
PDT,A,3,14.5
CBT,A,4.7,20.2
PDT,B,4.7,18
CBT,B,4.4,21.2
PDT,A,4.9,16.8
CBT,far,5.4,21.1
PDT,B,4.2,14.9
CBT,A,3.7,19.1`.split("\n");
  writeFileSync(second, `${lines.map((line, i) => `${line},${i === 0 ? "z" : rows[i - 1]}`).join("\n")}\n`);
  return second;
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
