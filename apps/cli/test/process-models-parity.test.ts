import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { compare } from "../../../parity/compare.ts";
import { run } from "./support/run.ts";

// The reference cases of parity/fixtures (their R code is in them), asked of the command line as of any CSV file.
const fixtures = path.resolve(import.meta.dirname, "../../../parity/fixtures");
const folder = mkdtempSync(path.join(tmpdir(), "concord-process-"));
after(() => rmSync(folder, { recursive: true, force: true }));

type Cell = number | string | null;

/** Columns as they stand; a matrix as one column for each of its own, numbered. */
function columnsOf(
  input: Readonly<Record<string, readonly unknown[]>>,
): readonly (readonly [string, readonly Cell[]])[] {
  return Object.entries(input).flatMap(([name, values]): readonly (readonly [string, readonly Cell[]])[] => {
    if (!Array.isArray(values[0])) return [[name, values as readonly Cell[]]];
    const rows = values as readonly (readonly Cell[])[];
    return rows[0]!.map((_, j) => [`${name}${j + 1}`, rows.map((row) => row[j]!)] as const);
  });
}

const paths = "--x x --y y";
const items = (side: string) => Array.from({ length: 8 }, (_, i) => `${side}${i + 1}`).join(",");
const pair = "--x client_x,therapist_x --y client_y,therapist_y";

/** Fixture, the command and its flags; RESAMPLES stands for a file of the given resamples. */
const cases: readonly (readonly [string, string])[] = [
  ["med-parallel-sim", `mediate ${paths} --m m1,m2 --covariates age --resamples RESAMPLES`],
  ["med-moderated-sim", `mediate ${paths} --m m --w w --moderates first,second --resamples RESAMPLES`],
  ["med-multilevel-sim", `mediate ${paths} --m m --group client`],
  ["mod-linear-sim", `moderate ${paths} --w w`],
  ["independent/mod-quadratic-sim", `moderate ${paths} --w w --quadratic --values 1,3,5,7`],
  ["dy-apim-gls", `dyad apim ${pair}`],
  ["dy-surface-sim", "dyad surface --x client --y therapist --outcome outcome"],
  [
    "dy-truth-bias-sim",
    "dyad truth-and-bias --judgment judgment --truth truth --bias bias --judge judge --target target",
  ],
  ["dy-profile-sim", `dyad profile --first ${items("client")} --second ${items("therapist")}`],
];

for (const [name, flags] of cases) {
  test(`${name}: ${flags}`, async () => {
    const { input, expected, tolerance } = JSON.parse(
      readFileSync(path.join(fixtures, `${name}.json`), "utf8"),
    );
    const { boot_indices_1based: resamples, ...data } = input;
    const drawn = path.join(folder, `${path.basename(name)}-resamples.csv`);
    if (resamples !== undefined)
      writeFileSync(drawn, resamples.map((row: readonly number[]) => row.join(",")).join("\n"));
    const columns = columnsOf(data);
    const file = path.join(folder, `${path.basename(name)}.csv`);
    const rows = columns[0]![1].map((_, i) => columns.map(([, values]) => values[i] ?? "NA").join(","));
    writeFileSync(file, [columns.map(([column]) => column).join(","), ...rows].join("\n"));
    const words = flags.split(" ").map((word) => (word === "RESAMPLES" ? drawn : word));
    const before = words[0] === "dyad" ? 2 : 1;
    const asked = [...words.slice(0, before), file, ...words.slice(before), "--json"];
    const { code, out, err } = await run(asked);
    assert.equal(code, 0, err);
    const got = JSON.parse(out);
    // All items come back; the fixture has the first three.
    if (got.item_icc !== undefined) got.item_icc = got.item_icc.slice(0, 3);
    // The delta errors of the two products are in their own list in the fixture.
    const { indirect_se: _own, ...wanted } = expected;
    assert.deepEqual(compare(got, wanted, tolerance, []).disagreements, []);
  });
}
